//! The client's own calendar as a file: times only, under a neutral title.

import { useOp } from "../../ipc/door.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { useCommands } from "../palette/commands.ts";

export function OwnCalendar({ client }: { client: string }) {
  const save = useOp("fitting.save_calendar");
  const run = () => {
    if (!save.isPending) save.mutate({ client }, { onSuccess: () => say("Calendar saved as the client's own copy") });
  };
  useCommands([{ id: "fitting.calendar", title: "Save the client's calendar", group: "Here", icon: "calendar", keys: "A", run }]);
  return (
    <Section title="The client's own calendar">
      <p className="muted">
        Eight weeks of sessions as a calendar file. Each stands there as Appointment, without group, place or practice.
      </p>
      {save.error && save.error.code !== "cancelled" ? <RefusedBanner refusal={save.error} /> : null}
      <div>
        <Button icon="calendar" keys="A" pending={save.isPending} onPress={run}>
          Save calendar
        </Button>
      </div>
    </Section>
  );
}
