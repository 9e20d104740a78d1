//! The stays of a client: the open one with its level of care, what it takes to admit, change the level and discharge, and the earlier ones.

import { useState } from "react";
import type { Chart, Episode, StayDays } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { AdmitForm, DischargeForm, LevelForm } from "./EpisodeForms.tsx";
import { StayForm } from "./StayForm.tsx";
import { daysWords, endedWords, levelWords } from "./words.ts";

type Doing = "admit" | "change" | "level" | "discharge" | undefined;

const TITLES = { admit: "Admit", change: "Change the stay", level: "Change the level of care", discharge: "Discharge" } as const;

export function Episodes({ chart, episodes }: { chart: Chart; episodes: readonly Episode[] }) {
  const [doing, setDoing] = useState<Doing>();
  const [newest, ...earlier] = episodes;
  const close = () => setDoing(undefined);
  const stay = newest !== undefined && newest.discharged_on === undefined ? newest : undefined;
  return (
    <Section
      title={newest === undefined ? "Not admitted yet" : `Stay ${String(newest.number)}`}
      action={
        chart.may.change ? (
          <span className="cluster">
            {stay === undefined ? (
              <Button kind="quiet" size="sm" icon="plus" onPress={() => setDoing("admit")}>
                {newest === undefined ? "Admit" : "Admit again"}
              </Button>
            ) : (
              <>
                <Button kind="quiet" size="sm" onPress={() => setDoing("change")}>
                  Change
                </Button>
                <Button kind="quiet" size="sm" onPress={() => setDoing("level")}>
                  Level
                </Button>
                <Button kind="quiet" size="sm" onPress={() => setDoing("discharge")}>
                  Discharge
                </Button>
              </>
            )}
          </span>
        ) : null
      }
    >
      {newest === undefined ? (
        <p className="muted">An inquiry. The stay begins with the admission.</p>
      ) : (
        <Stay episode={newest} week={chart.week} days={chart.stay_days} />
      )}
      {earlier.map((episode) => (
        <Earlier key={episode.id} episode={episode} />
      ))}
      <Dialog title={doing === undefined ? "" : TITLES[doing]} isOpen={doing !== undefined} onClose={close}>
        {doing === "admit" ? <AdmitForm client={chart.id} onDone={close} /> : null}
        {doing === "change" && stay ? <StayForm episode={stay} onDone={close} /> : null}
        {doing === "level" && stay ? <LevelForm episode={stay} onDone={close} /> : null}
        {doing === "discharge" && stay ? <DischargeForm client={chart.id} episode={stay} onDone={close} /> : null}
      </Dialog>
    </Section>
  );
}

interface StayProps {
  episode: Episode;
  week: number | undefined;
  days: StayDays | undefined;
}

function Stay({ episode, week, days }: StayProps) {
  const { today } = usePractice();
  const level = episode.levels.findLast(({ from_on }) => from_on <= today) ?? episode.levels[0];
  const next = episode.levels.filter(({ from_on }) => from_on > today);
  const before = episode.levels.filter((one) => one !== level && one.from_on <= today).toReversed();
  return (
    <>
      <Facts
        facts={[
          ["Admitted", `${date(episode.admitted_on, today)}${week === undefined ? "" : `, week ${String(week)}`}`],
          ...(episode.discharged_on === undefined
            ? []
            : ([
                ["Discharged", date(episode.discharged_on, today)],
                ["How it ended", endedWords(episode.discharge_how, episode.discharge_reason)],
              ] as const)),
          ...(days === undefined ? [] : ([["Days here", daysWords(days, (day) => date(day, today))]] as const)),
          ["Level", level === undefined ? "" : levelWords(level.level)],
          ...next.map((one) => ["Then", `${one.level} from ${date(one.from_on, today)}`] as const),
          ...(before.length === 0
            ? []
            : ([["Before", before.map((one) => `${one.level} from ${date(one.from_on, today)}`).join(", ")]] as const)),
          ...(episode.weekly_hours === undefined ? [] : ([["Hours a week", String(episode.weekly_hours)]] as const)),
          ...(episode.test_interval_days === undefined
            ? []
            : ([["Days between tests", String(episode.test_interval_days)]] as const)),
          ...(episode.track === "" ? [] : ([["Track", episode.track]] as const)),
        ]}
      />
      {days === undefined ? null : (
        <p className="muted small">
          {`The admission is day 1. Every day counts to ${episode.discharged_on === undefined ? "today" : "the discharge"}, attended or not.`}
        </p>
      )}
    </>
  );
}

function Earlier({ episode }: { episode: Episode }) {
  const { today } = usePractice();
  const until = episode.discharged_on === undefined ? "" : ` to ${date(episode.discharged_on, today)}`;
  const level = episode.levels.at(-1)?.level;
  const ended = endedWords(episode.discharge_how, episode.discharge_reason);
  return (
    <p className="small">
      <span className="strong">Stay {episode.number}</span>{" "}
      <span className="muted">
        {`${date(episode.admitted_on, today)}${until}${level === undefined ? "" : `, level ${level}`}`}
        {ended === "" ? "" : ` · ${ended}`}
      </span>
    </p>
  );
}
