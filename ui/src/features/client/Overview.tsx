//! The overview: what one needs before a call or a session on the left, who cares and who this is on the right. Parts that the core left out are not drawn.

import type { Chart } from "../../ipc/generated/calls.ts";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { PacketSection } from "../intake/PacketSection.tsx";
import { AtAGlance } from "./AtAGlance.tsx";
import { CareTeam } from "./CareTeam.tsx";
import { Episodes } from "./Episodes.tsx";
import { AboutSection } from "./AboutSection.tsx";
import { PartSection } from "./PartSection.tsx";
import { diagnosisPart, medicationPart } from "./clinical.tsx";
import { insurancePart, licensePart, workPart } from "./livelihood.tsx";
import { contactPart, emergencyPart } from "./reaching.tsx";
import styles from "./Client.module.css";

export function Overview({ chart }: { chart: Chart }) {
  if (chart.seen === "check") return <Check chart={chart} />;
  if (chart.seen === "room") {
    return (
      <div className={styles.panel}>
        <EmptyState title="You see what the room needs">
          First name, initial and alerts stand above. The rest of this chart is for the care team.
        </EmptyState>
      </div>
    );
  }
  const { id, may } = chart;
  return (
    <div className={styles.overview}>
      <div className="stack" data-gap="wide">
        {chart.state === "discharged" ? null : <PacketSection client={id} closed={may.read_plan} />}
        <AtAGlance chart={chart} />
        {chart.contacts ? <PartSection kind={contactPart} client={id} rows={chart.contacts} may={may.change} /> : null}
        {chart.work ? <PartSection kind={workPart} client={id} rows={chart.work} may={may.change} /> : null}
        {chart.licenses ? <PartSection kind={licensePart} client={id} rows={chart.licenses} may={may.change} /> : null}
        {chart.diagnoses ? (
          <PartSection kind={diagnosisPart} client={id} rows={chart.diagnoses} may={may.change_clinical} />
        ) : null}
        {chart.medications ? (
          <PartSection kind={medicationPart} client={id} rows={chart.medications} may={may.change_clinical} />
        ) : null}
        {chart.insurance ? (
          <PartSection kind={insurancePart} client={id} rows={chart.insurance} may={may.change_insurance} />
        ) : null}
        {chart.emergency_contacts ? (
          <PartSection kind={emergencyPart} client={id} rows={chart.emergency_contacts} may={may.change} />
        ) : null}
      </div>
      <aside className="stack" data-gap="wide" aria-label="Stay, care team, about the client">
        {chart.episodes ? <Episodes chart={chart} episodes={chart.episodes} /> : null}
        {chart.care_team ? <CareTeam client={id} team={chart.care_team} may={may.change} /> : null}
        {chart.identity ? <AboutSection client={id} identity={chart.identity} may={may.change} /> : null}
      </aside>
    </div>
  );
}

function Check({ chart: { check } }: { chart: Chart }) {
  const { today } = usePractice();
  return (
    <div className={styles.panel}>
      <Facts
        facts={[
          ["Family name", check?.family_name],
          ["Given name", check?.given_name],
          ["Born on", check?.born_on === undefined ? "" : date(check.born_on, today)],
        ]}
      />
    </div>
  );
}
