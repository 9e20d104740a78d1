//! Step 3: the recovery key, shown once, printed, and typed back from the paper before set-up goes on.

import { useEffect, useState } from "react";
import { useOp } from "../../../ipc/door.ts";
import type { RecoveryKey, Workstation } from "../../../ipc/generated/calls.ts";
import { State } from "../../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../../kit/Button/Button.tsx";
import { Loading } from "../../../kit/Loading/Loading.tsx";
import { useStore } from "../../../lib/store.ts";
import { RecoverySheet } from "../RecoverySheet.tsx";
import { WizardFoot, WizardPage } from "./WizardPage.tsx";
import { goToStep, patchWizard, wizardStore } from "./wizard.ts";
import { stopSetup } from "./stop.ts";

const INTRO = (
  <>
    This key opens your records if every passphrase is forgotten. It exists only here, and is shown only now.{" "}
    <strong>If the key and all passphrases are lost, the records are gone</strong>; we cannot open them, and nobody
    else can.
  </>
);

export function RecoveryStep({ workstation }: { workstation: Workstation }) {
  const { key } = useStore(wizardStore);
  const show = useOp("recovery.show");
  const begin = show.mutate;
  const confirmed = workstation.setup !== undefined && workstation.setup !== "recovery_key";
  useEffect(() => {
    if (key === undefined && !confirmed) begin({}, { onSuccess: (made) => patchWizard({ key: made }) });
  }, [key, confirmed, begin]);
  return (
    <WizardPage step={2} title="Print the recovery key" intro={INTRO}>
      {show.error ? <RefusedBanner refusal={show.error} /> : null}
      {key ? (
        <KeySheet recovery={key} zone={workstation.practice?.time_zone} />
      ) : confirmed ? (
        <KeyChecked />
      ) : (
        <Loading what="the recovery key" />
      )}
    </WizardPage>
  );
}

function KeyChecked() {
  return (
    <>
      <State tone="positive" icon="check-circle">
        The recovery key is printed and checked. It is no longer on this computer.
      </State>
      <WizardFoot>
        <Button kind="primary" onPress={() => goToStep(3)}>
          Continue
        </Button>
      </WizardFoot>
    </>
  );
}

function KeySheet({ recovery, zone }: { recovery: RecoveryKey; zone: string | undefined }) {
  const [ready, setReady] = useState(false);
  return (
    <>
      <RecoverySheet recovery={recovery} zone={zone} onReady={setReady} />
      <WizardFoot>
        <Button
          kind="primary"
          why={ready ? undefined : "Continue opens when the three groups match and the copies have their places."}
          onPress={() => goToStep(3)}
        >
          Continue
        </Button>
        <span className="push">
          <Button kind="quiet" onPress={stopSetup}>
            Stop here and sign out
          </Button>
        </span>
      </WizardFoot>
    </>
  );
}
