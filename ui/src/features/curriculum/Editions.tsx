//! What became of a curriculum since it is one's own: each change with its date, who made it, and what stood before.

import { useCall } from "../../ipc/door.ts";
import type { CurriculumEdition as Edition } from "../../ipc/generated/calls.ts";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import styles from "./curriculum.module.css";

const PARTS: Record<string, string> = { topic: "Topic", aim: "Aim", outline: "Outline", scenarios: "Scenes", handout: "Handout" };

export function Editions({ id }: { id: string }) {
  const found = useCall("curriculum.editions", { id });
  return (
    <Answered query={found} what="what changed">
      {(editions) =>
        editions.length === 0 ? null : (
          <Section title="What changed" aside="sessions that were held keep their topic">
            <ul className={styles.editions}>
              {editions.map((edition) => (
                <li key={`${edition.lesson} ${String(edition.at)}`}>
                  <One edition={edition} />
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </Answered>
  );
}

function One({ edition }: { edition: Edition }) {
  const { zone, today } = usePractice();
  const { number, topic, parts, by, at } = edition;
  const when = `${moment(at, today, zone)}, ${by}`;
  if (parts.length === 0)
    return (
      <p>
        <span className="strong">{`${String(number)} ${topic}`}</span> was added <span className="muted small">{when}</span>
      </p>
    );
  return (
    <details>
      <summary>
        <span className="strong">{`${String(number)} ${topic}`}</span>{" "}
        {parts.map(({ part }) => (PARTS[part] ?? part).toLowerCase()).join(", ")} <span className="muted small">{when}</span>
      </summary>
      {parts.map(({ part, before, after }) => (
        <dl key={part} className={styles.change}>
          <dt className="muted small">{`${PARTS[part] ?? part} before`}</dt>
          <dd>{before || <span className="muted">empty</span>}</dd>
          <dt className="muted small">{`${PARTS[part] ?? part} now`}</dt>
          <dd>{after || <span className="muted">empty</span>}</dd>
        </dl>
      ))}
    </details>
  );
}
