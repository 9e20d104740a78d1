//! Step 2: the first director. At the end of it the vault is made; until then nothing is on the disk.

import { useState } from "react";
import { useOp } from "../../../ipc/door.ts";
import { Button } from "../../../kit/Button/Button.tsx";
import { Field } from "../../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../../kit/Form/Form.tsx";
import { useStore } from "../../../lib/store.ts";
import { NewPassphrase, noPassphrase, passphraseMissing, useStrength } from "../NewPassphrase.tsx";
import { WizardFoot, WizardPage } from "./WizardPage.tsx";
import styles from "./Wizard.module.css";
import { RECOVERY_STEP, goToStep, patchWizard, suggestedLogin, wizardStore } from "./wizard.ts";
import type { Director } from "./wizard.ts";
import { NameFields } from "../../staff/NameFields.tsx";

function missingIn(director: Director): string | undefined {
  if (director.given_name.trim() === "" || director.family_name.trim() === "") return "Type your name first.";
  if (director.login.trim() === "") return "Choose a sign-in name.";
  return undefined;
}

function withLogin(before: Director, patch: Partial<Director>): Director {
  const after = { ...before, ...patch };
  const suggested = before.login === suggestedLogin(before.given_name, before.family_name);
  return suggested ? { ...after, login: suggestedLogin(after.given_name, after.family_name) } : after;
}

export function AccountStep() {
  const { practice, director } = useStore(wizardStore);
  const [chosen, setChosen] = useState(noPassphrase);
  const strength = useStrength(chosen.passphrase, [
    director.given_name,
    director.family_name,
    director.login,
    practice.name,
  ]);
  const create = useOp("practice.create");
  const missing = missingIn(director) ?? passphraseMissing(chosen, strength);
  const names = (patch: Partial<Director>) => patchWizard({ director: withLogin(director, patch) });
  const submit = () => {
    if (missing !== undefined || create.isPending) return;
    create.mutate(
      { practice, director: { ...director, passphrase: chosen.passphrase } },
      {
        onSuccess: (key) => {
          patchWizard({ key });
          goToStep(RECOVERY_STEP);
        },
      },
    );
  };
  return (
    <WizardPage
      step={1}
      title="Your account"
      intro="You are the first director: you add the others, set the rules, and can always let somebody back in. Your passphrase opens the records and signs your notes."
    >
      <Form
        className={styles.form}
        label="Your account"
        onSubmit={submit}
        refusal={create.error}
        fields={["given_name", "family_name", "credential", "login", "passphrase"]}
      >
        <NameFields value={director} onChange={names} />
        <FieldRow>
          <Field
            label="Credential"
            name="credential"
            value={director.credential}
            onChange={(credential) => names({ credential })}
            help="As it stands under a note, such as LCSW"
            optional
          />
          <Field
            label="Sign-in name"
            name="login"
            value={director.login}
            onChange={(login) => patchWizard({ director: { ...director, login } })}
            help="You type it each time you sign in."
            isRequired
          />
        </FieldRow>
        <NewPassphrase label="Passphrase" value={chosen} onChange={setChosen} strength={strength} />
        <WizardFoot>
          <Button onPress={() => goToStep(0)}>Back</Button>
          <Button type="submit" kind="primary" pending={create.isPending} why={missing}>
            Create the records
          </Button>
        </WizardFoot>
      </Form>
    </WizardPage>
  );
}
