//! A chart: who this is, what must be seen before anything else, and the tabs. Tabs of other slices are theirs; this page only mounts them.

import { Link, useNavigate } from "@tanstack/react-router";
import type { Chart } from "../../ipc/generated/calls.ts";
import { Badge, State } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import tabStyles from "../../kit/Tabs/Tabs.module.css";
import { usePractice } from "../../lib/practice.ts";
import { date, time } from "../../lib/time.ts";
import { AgreementsSection } from "../agreement/AgreementsSection.tsx";
import { ApartSection } from "../apart/ApartSection.tsx";
import { AssessmentSection } from "../assessment/AssessmentSection.tsx";
import { AttendanceTab } from "../attendance/AttendanceTab.tsx";
import { MakeUps } from "../booking/MakeUps.tsx";
import { FitTab } from "../fitting/FitTab.tsx";
import { ForecastSection } from "../fitting/ForecastSection.tsx";
import { ConsentTab } from "../consent/ConsentTab.tsx";
import { CounselingNotesTab } from "../counseling_note/CounselingNotesTab.tsx";
import { DisclosuresSection } from "../disclosure/DisclosuresSection.tsx";
import { DischargeSection } from "../discharge/DischargeSection.tsx";
import { DrugTestsTab } from "../drug_test/DrugTestsTab.tsx";
import { OutcomesTab } from "../instrument/OutcomesTab.tsx";
import { NotesTab } from "../note/NotesTab.tsx";
import { useCommands } from "../palette/commands.ts";
import { PlanTab } from "../plan/PlanTab.tsx";
import { ChartActions } from "./ChartActions.tsx";
import { Overview } from "./Overview.tsx";
import { useChart } from "./chart.ts";
import { tabFrom, tabsOf } from "./tabs.ts";
import type { TabId } from "./tabs.ts";
import { CLIENT_STATES, howToReach } from "./words.ts";
import styles from "./Client.module.css";

export function ChartPage({ id, tab }: { id: string; tab: string | undefined }) {
  const chart = useChart(id);
  if (chart.error?.code === "not_found" && chart.data === undefined) return <NotForYou />;
  if (chart.data === undefined) {
    return (
      <>
        <PageHead title="Chart" />
        <PageBody>
          <Answered query={chart} what="the chart">
            {() => null}
          </Answered>
        </PageBody>
      </>
    );
  }
  return <OpenChart chart={chart.data} tab={tabFrom(tab, chart.data)} />;
}

function NotForYou() {
  return (
    <>
      <PageHead title="Chart" />
      <PageBody>
        <EmptyState title="This chart is not here for you" action={<Link to="/clients">All clients you reach</Link>}>
          Charts open to the care team and to those who supervise or direct. In an emergency a chart can be{" "}
          <Link to="/emergency">opened for 30 minutes</Link>, with a reason.
        </EmptyState>
      </PageBody>
    </>
  );
}

function OpenChart({ chart, tab }: { chart: Chart; tab: TabId }) {
  const navigate = useNavigate();
  const tabs = tabsOf(chart);
  useCommands(
    tabs.map((one, index) => ({
      id: `chart.${one.id}`,
      title: one.title,
      group: "Here" as const,
      icon: "right" as const,
      keys: String(index + 1),
      run: () => void navigate({ to: "/client/$id/{-$tab}", params: { id: chart.id, tab: one.id } }),
    })),
  );
  return (
    <>
      <PageHead title={chart.name} actions={<ChartActions chart={chart} />}>
        <HeadLine chart={chart} />
      </PageHead>
      <Alerts chart={chart} />
      <nav aria-label="Chart" className={tabStyles.tabs}>
        {tabs.map((one) => (
          <Link
            key={one.id}
            to="/client/$id/{-$tab}"
            params={{ id: chart.id, tab: one.id }}
            className={tabStyles.tab}
            aria-current={one.id === tab ? "page" : undefined}
          >
            {one.title}
          </Link>
        ))}
      </nav>
      <PageBody>
        <Panel chart={chart} tab={tab} />
      </PageBody>
    </>
  );
}

function Panel({ chart, tab }: { chart: Chart; tab: TabId }) {
  switch (tab) {
    case "assessment":
      return (
        <div className={styles.panel}>
          <AssessmentSection client={chart.id} />
        </div>
      );
    case "plan":
      return (
        <div className={styles.panel}>
          {chart.may.read_plan && chart.state === "discharged" ? <DischargeSection client={chart.id} /> : null}
          {chart.may.read_plan ? <PlanTab client={chart.id} /> : null}
          {chart.may.read_plan && chart.state !== "discharged" ? <DischargeSection client={chart.id} /> : null}
          {chart.may.read_consents ? <ConsentTab client={chart.id} /> : null}
          {chart.may.read_consents ? <AgreementsSection client={chart.id} /> : null}
          {chart.may.read_consents ? <DisclosuresSection client={chart.id} /> : null}
        </div>
      );
    case "notes":
      return (
        <div className={styles.panel}>
          <NotesTab client={chart.id} />
        </div>
      );
    case "outcomes":
      return (
        <div className={styles.panel}>
          <OutcomesTab client={chart.id} />
        </div>
      );
    case "counseling":
      return (
        <div className={styles.panel}>
          <CounselingNotesTab client={chart.id} />
        </div>
      );
    case "hours":
      return (
        <div className={styles.panel}>
          <ForecastSection client={chart.id} />
          <MakeUps client={chart.id} />
          {chart.may.read_plan ? <ApartSection client={chart.id} /> : null}
          <AttendanceTab client={chart.id} />
        </div>
      );
    case "fit":
      return (
        <div className={styles.panel}>
          <FitTab client={chart.id} />
        </div>
      );
    case "tests":
      return (
        <div className={styles.panel}>
          <DrugTestsTab client={chart.id} />
        </div>
      );
    case "overview":
      return <Overview chart={chart} />;
  }
}

function HeadLine({ chart }: { chart: Chart }) {
  const { today } = usePractice();
  const fields = chart.identity?.fields;
  const reach = howToReach(chart.contacts ?? []);
  const born = fields?.born_on ?? chart.check?.born_on;
  const age = chart.identity?.age;
  return (
    <span className={styles.line}>
      {fields?.profession ? <span className="strong">{fields.profession}</span> : null}
      {fields?.preferred_name ? <span>called {fields.preferred_name}</span> : null}
      {fields?.pronouns ? <span>{fields.pronouns}</span> : null}
      {born === undefined ? null : (
        <span>{`born ${date(born, today)}${age === undefined ? "" : ` (${String(age)})`}`}</span>
      )}
      <span>{chart.number}</span>
      {chart.state === "active" ? null : <span>{CLIENT_STATES[chart.state]}</span>}
      {reach === undefined ? null : (
        <State tone="sealed" icon="phone">
          {reach}
        </State>
      )}
      {chart.restricted ? <Badge state="sealed">Restricted</Badge> : null}
    </span>
  );
}

function Alerts({ chart: { alerts, glass_until } }: { chart: Chart }) {
  const { zone } = usePractice();
  const allergies = alerts?.allergies ?? "";
  const room = alerts?.alerts ?? "";
  if (allergies === "" && room === "" && glass_until === undefined) return null;
  return (
    <div className={styles.alerts}>
      {glass_until === undefined ? null : (
        <Banner tone="sealed" title={`Opened in an emergency until ${time(glass_until, zone)}`}>
          For reading only. A director and the privacy officer see that you opened it.
        </Banner>
      )}
      {allergies === "" && room === "" ? null : (
        <p className="cluster" data-gap="wide">
          {allergies === "" ? null : (
            <State tone="caution" icon="caution">
              Allergies: {allergies}
            </State>
          )}
          {room === "" ? null : (
            <State tone="caution" icon="flag">
              {room}
            </State>
          )}
        </p>
      )}
    </div>
  );
}
