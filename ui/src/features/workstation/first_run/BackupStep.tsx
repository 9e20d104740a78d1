//! Step 5: the first backup, on something that can be carried away.

import { useCallback, useState } from "react";
import { queryClient, useCall, useOp } from "../../../ipc/door.ts";
import { State } from "../../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../../kit/Button/Button.tsx";
import { JobLine, useJob } from "../../backup/JobLine.tsx";
import { WizardFoot, WizardPage } from "./WizardPage.tsx";
import { finishLater } from "./stop.ts";
import { goToStep } from "./wizard.ts";

export function BackupStep() {
  const backups = useCall("backup.list", {});
  const choose = useOp("backup.place");
  const make = useOp("backup.make");
  const [made, setMade] = useState(false);
  const place = backups.data?.place;
  const chosen = backups.data?.chosen ?? false;
  const job = useJob(
    make.data?.job,
    useCallback(() => {
      setMade(true);
      void queryClient.invalidateQueries();
    }, []),
  );
  return (
    <WizardPage
      step={4}
      title="First backup"
      intro="A backup is one encrypted file. Put it on a stick or disk that does not live beside this computer; later ones are made by themselves while you work."
    >
      <div className="stack">
        <div className="cluster" data-gap="wide">
          <Button icon="backup" pending={choose.isPending} onPress={() => choose.mutate({})}>
            {chosen ? "Choose another place" : "Choose a place"}
          </Button>
          {place === undefined ? null : chosen ? (
            <State tone="positive" icon="check">
              {place}
            </State>
          ) : (
            <State tone="caution" icon="caution">
              Without a choice: {place}, beside the records on the same disk
            </State>
          )}
        </div>
        {choose.error ? <RefusedBanner refusal={choose.error} /> : null}
        {make.error ? <RefusedBanner refusal={make.error} /> : null}
        {job ? <JobLine job={job} /> : null}
      </div>
      <WizardFoot>
        {made ? (
          <Button kind="primary" onPress={() => goToStep(5)}>
            Continue
          </Button>
        ) : (
          <Button
            kind="primary"
            pending={make.isPending || job?.state === "running"}
            onPress={() => make.mutate({})}
          >
            Make the first backup
          </Button>
        )}
        <span className="push">
          {made ? null : (
            <Button kind="quiet" onPress={() => goToStep(5)}>
              Skip for now
            </Button>
          )}
          <Button kind="quiet" onPress={finishLater}>
            Finish later
          </Button>
        </span>
      </WizardFoot>
    </WizardPage>
  );
}
