//! Every report of the laboratory, the last one first: an amended one stands above the one it replaces, and both can be read.

import type { LaboratoryReport, ReportLine } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { ValidityState } from "./TestState.tsx";
import { measured } from "./measures.ts";
import { LABORATORY, READINGS } from "./words.ts";
import styles from "./Test.module.css";

export function Reports({ reports }: { reports: readonly LaboratoryReport[] }) {
  if (reports.length === 0) return null;
  return (
    <Section title="Laboratory reports" aside={reports.length > 1 ? "the last one holds; the earlier ones are kept" : null}>
      <ol className={styles.reports}>
        {reports.toReversed().map((report, index) => (
          <Report key={report.number} report={report} holds={index === 0} />
        ))}
      </ol>
    </Section>
  );
}

function Report({ report, holds }: { report: LaboratoryReport; holds: boolean }) {
  const { today, zone } = usePractice();
  const reported =
    report.reported_at === undefined
      ? report.reported_on && `reported ${date(report.reported_on, today)}`
      : `reported ${moment(report.reported_at, today, zone)}`;
  const entered = `entered ${moment(report.at, today, zone)} by ${report.by}${report.from_file ? ", from a file" : ""}`;
  const facts = measured(report.measures);
  const lines = report.lines.filter((line) => line.result !== "not_detected" || line.panel_cutoff !== "");
  const rest = report.lines.length - lines.length;
  return (
    <li className={styles.report}>
      <p className={holds ? undefined : "muted"}>
        <span className="strong">{`Report ${String(report.number)}: ${report.result === undefined ? "no word for the whole yet" : LABORATORY[report.result]}`}</span>
      </p>
      <p className="muted small">{[report.laboratory_name, reported, entered].filter(Boolean).join(", ")}</p>
      {report.words === "" ? null : <p>{report.words}</p>}
      {report.because === "" ? null : <p className="muted">{`Replaces the one before: ${report.because}`}</p>}
      {facts.length === 0 ? null : (
        <p className={styles.measured}>
          {report.validity === undefined ? null : <ValidityState of={report.validity} />}
          <span>{facts.map(([label, value]) => `${label === "pH" ? label : label.toLowerCase()} ${value}`).join(", ")}</span>
        </p>
      )}
      {report.disagrees === "" ? null : <Banner tone="caution" title={report.disagrees} />}
      {lines.length === 0 ? null : (
        <ul className={styles.plain}>
          {lines.map((line) => (
            <li key={`${line.analyte} ${line.phase}`}>
              <Words of={line} />
            </li>
          ))}
        </ul>
      )}
      {rest === 0 ? null : <p className="muted small">{`${String(rest)} ${rest === 1 ? "line" : "lines"}: not detected`}</p>}
    </li>
  );
}

/** A screen is never without its word, and a cut-off that is not the panel's stands beside the panel's. */
function Words({ of }: { of: ReportLine }) {
  const phase = of.phase === "screen" ? " (initial test, presumptive)" : "";
  const unit = of.cutoff.split(" ").slice(1).join(" ");
  const reported = of.reported === "" ? "" : `, ${of.reported} ${unit}`.trimEnd();
  const cutoff = of.cutoff === "" ? "" : `cut-off ${of.cutoff}`;
  const other = of.panel_cutoff === "" ? "" : of.panel_cutoff === "none" ? "; the panel has none" : `; the panel says ${of.panel_cutoff}`;
  return (
    <>
      {`${of.name}${phase}: ${READINGS[of.result].toLowerCase()}${reported}`}
      {cutoff === "" ? null : <span className="muted small">{` ${cutoff}${other}`}</span>}
    </>
  );
}
