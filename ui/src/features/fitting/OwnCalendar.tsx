//! The client's own calendar as a file and as a page: times only, under a neutral title.

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
  const print = useOp("fitting.print_calendar");
  const runPrint = () => {
    if (!print.isPending) print.mutate({ client }, { onSuccess: () => say("Calendar printed as the client's own copy") });
  };
  const failed = save.error ?? print.error;
  useCommands([
    { id: "fitting.calendar_print", title: "Print the client's calendar", group: "Here", icon: "print", keys: "I", run: runPrint },
    { id: "fitting.calendar", title: "Save the client's calendar", group: "Here", icon: "calendar", keys: "A", run },
  ]);
  return (
    <Section title="The client's own calendar">
      <p className="muted">
        Eight weeks of sessions as a file or a page. Each stands there as Appointment, without name, group, place or practice.
      </p>
      {failed && failed.code !== "cancelled" ? <RefusedBanner refusal={failed} /> : null}
      <div className="cluster">
        <Button icon="calendar" keys="A" pending={save.isPending} onPress={run}>
          Save calendar
        </Button>
        <Button icon="print" keys="I" pending={print.isPending} onPress={runPrint}>
          Print calendar
        </Button>
      </div>
    </Section>
  );
}
