//! An assessment to read: what was found, in the order in which it was asked.

import type { Assessment, AssessmentTemplate } from "../../ipc/generated/calls.ts";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import styles from "./Assessment.module.css";

export function AssessmentReader({ assessment, template }: { assessment: Assessment; template: AssessmentTemplate }) {
  const { today, zone } = usePractice();
  const { fields } = assessment;
  const edition = template.editions.find((one) => one.edition === fields.edition);
  const level = (word: string) => edition?.levels.find((one) => one.word === word)?.label ?? word;
  const why = template.differences.find((one) => one.word === fields.difference)?.label;
  const signed = assessment.signed_at === undefined ? "" : `, signed ${moment(assessment.signed_at, today, zone)}`;
  return (
    <div className={styles.reader}>
      <Facts
        facts={[
          ["Assessed on", `${date(fields.assessed_on, today)} by ${assessment.author}${signed}`],
          ["Level indicated", level(fields.indicated)],
          ["Level given", level(fields.given)],
          ...(fields.indicated === fields.given
            ? []
            : ([["Why they differ", `${why ?? ""}: ${fields.difference_words}`]] as const)),
          ["Dimensions by the", edition?.label ?? fields.edition],
        ]}
      />
      {edition === undefined ? null : (
        <div className={styles.dimensions}>
          {edition.dimensions.map(({ number, name, sets_level }) => {
            const rating = fields.ratings.find((one) => one.number === number);
            return (
              <div key={number} className={styles.dimension}>
                <span>
                  <span className={styles.number}>{number}</span> {name}
                </span>
                <span className={sets_level ? "strong" : "muted small"}>
                  {sets_level ? (edition.scale[rating?.risk ?? -1] ?? "not rated") : "not rated"}
                </span>
                <span>{rating?.words}</span>
              </div>
            );
          })}
        </div>
      )}
      {template.sections.map(({ key, label }) => {
        const text = fields.sections.find((one) => one.key === key)?.text ?? "";
        return text === "" ? null : (
          <section key={key} className={styles.read}>
            <h3>{label}</h3>
            <p className="prose">{text}</p>
          </section>
        );
      })}
      {fields.problems.length === 0 ? null : (
        <section className={styles.read}>
          <h3>Problems for the plan</h3>
          <p className="prose">{fields.problems.join("\n")}</p>
        </section>
      )}
    </div>
  );
}
