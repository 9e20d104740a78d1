//! Step 1: what the practice is called and where it is; both decide deadlines, weeks and what is printed.

import { useEffect } from "react";
import { useCall } from "../../../ipc/door.ts";
import { Button } from "../../../kit/Button/Button.tsx";
import { Form } from "../../../kit/Form/Form.tsx";
import { Answered } from "../../../kit/Loading/Loading.tsx";
import { useStore } from "../../../lib/store.ts";
import { PracticeFieldset, practiceMissing } from "../../practice/PracticeFieldset.tsx";
import { WizardFoot, WizardPage } from "./WizardPage.tsx";
import styles from "./Wizard.module.css";
import { goToStep, patchWizard, wizardStore } from "./wizard.ts";

export function PracticeStep({ onRestore }: { onRestore: () => void }) {
  const { practice } = useStore(wizardStore);
  const choices = useCall("practice.choices", {});
  const zones = choices.data?.time_zones;
  useEffect(() => {
    if (zones === undefined || wizardStore.get().practice.time_zone !== "") return;
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones.includes(here)) patchWizard({ practice: { ...wizardStore.get().practice, time_zone: here } });
  }, [zones]);
  const missing = practiceMissing(practice);
  return (
    <WizardPage
      step={0}
      title="Your practice"
      intro="Evenkeel keeps the records of your program on this computer, encrypted. Nothing is sent anywhere. Everything asked here can be changed later in Settings."
    >
      <Form
        className={styles.form}
        label="Practice"
        onSubmit={() => {
          if (missing === undefined) goToStep(1);
        }}
      >
        <Answered query={choices} what="the list of states">
          {(lists) => (
            <PracticeFieldset
              value={practice}
              choices={lists}
              onChange={(next) => patchWizard({ practice: next })}
              autoFocus
            />
          )}
        </Answered>
        <WizardFoot>
          <Button type="submit" kind="primary" why={missing}>
            Continue
          </Button>
          <span className="push">
            <Button kind="quiet" icon="backup" onPress={onRestore}>
              Restore from a backup
            </Button>
          </span>
        </WizardFoot>
      </Form>
    </WizardPage>
  );
}
