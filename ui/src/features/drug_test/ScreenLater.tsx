//! The screen of a specimen that was collected before: the grid, and saving it.

import { useCall, useOp } from "../../ipc/door.ts";
import type { TestAnswer } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { useDraft } from "../draft/useDraft.ts";
import { useCommands } from "../palette/commands.ts";
import { ScreenGrid, ReadingKeys } from "./ScreenGrid.tsx";
import { entered } from "./log.ts";
import { asSent, missing } from "./screen.ts";
import type { Readings } from "./screen.ts";
import styles from "./Test.module.css";

export function ScreenLater({ test }: { test: TestAnswer }) {
  const panels = useCall("drug_test.panels", {});
  const draft = useDraft<{ readings: Readings }>("drug_test.screen", test.id, { readings: {} });
  const screen = useOp("drug_test.screen");
  const analytes = panels.data?.find((panel) => panel.key === test.panel)?.analytes ?? [];
  const keys = entered(test, analytes);
  const left = missing(draft.value.readings, keys);
  const save = () => {
    if (left > 0 || screen.isPending) return;
    screen.mutate(
      { id: test.id, rev: test.rev, readings: asSent(draft.value.readings, keys) },
      {
        onSuccess: () => {
          say("Screen saved. It is presumptive.");
          void draft.done();
        },
      },
    );
  };
  useCommands([
    {
      id: "drug_test.screen",
      title: "Save the screen",
      group: "Here",
      icon: "vial",
      keys: "Ctrl+Enter",
      inText: true,
      run: save,
    },
  ]);
  return (
    <Answered query={panels} what="the panel">
      {() => (
        <Section title="On-site screen" aside={<ReadingKeys />}>
          {screen.error ? <RefusedBanner refusal={screen.error} /> : null}
          <ScreenGrid
            analytes={analytes}
            value={draft.value.readings}
            onChange={(readings) => draft.change({ readings })}
          />
          <div className={styles.line}>
            <Button
              kind="primary"
              keys="Ctrl+Enter"
              pending={screen.isPending}
              why={left > 0 ? `${String(left)} to enter.` : undefined}
              onPress={save}
            >
              Save screen
            </Button>
          </div>
        </Section>
      )}
    </Answered>
  );
}
