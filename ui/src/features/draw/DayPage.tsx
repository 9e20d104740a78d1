//! The report of one day of random tests, any day: numbers, people, signatures.

import { useNavigate } from "@tanstack/react-router";
import { Button } from "../../kit/Button/Button.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { longDate } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { DayReport } from "./DayReport.tsx";
import { dayAfter } from "./words.ts";

export function DayPage({ on }: { on: string }) {
  const navigate = useNavigate();
  const go = (days: number) => void navigate({ to: "/draws/day/$on", params: { on: dayAfter(on, days) } });
  useCommands([
    { id: "day.before", title: "The day before", group: "Here", icon: "calendar", keys: "[", run: () => go(-1) },
    { id: "day.after", title: "The day after", group: "Here", icon: "calendar", keys: "]", run: () => go(1) },
  ]);
  return (
    <>
      <PageHead
        title="Random tests of a day"
        actions={
          <>
            <Button kind="quiet" keys="[" onPress={() => go(-1)}>
              Day before
            </Button>
            <Button kind="quiet" keys="]" onPress={() => go(1)}>
              Day after
            </Button>
          </>
        }
      >
        {longDate(on)}
      </PageHead>
      <PageBody>
        <DayReport on={on} />
      </PageBody>
    </>
  );
}
