//! Set-up of a new practice, step by step. Steps 1 and 2 only ask; the vault is made at the end of step 2. After that every step stands by itself.

import { useState } from "react";
import type { Workstation } from "../../../ipc/generated/calls.ts";
import { useStore } from "../../../lib/store.ts";
import { RestoreFirst } from "../RestoreFirst.tsx";
import { AccountStep } from "./AccountStep.tsx";
import { BackupStep } from "./BackupStep.tsx";
import { HoursStep } from "./HoursStep.tsx";
import { PracticeStep } from "./PracticeStep.tsx";
import { RecoveryStep } from "./RecoveryStep.tsx";
import { StaffStep } from "./StaffStep.tsx";
import { RECOVERY_STEP, wizardStore } from "./wizard.ts";

export function FirstRun({ workstation }: { workstation: Workstation }) {
  const { step } = useStore(wizardStore);
  const [restoring, setRestoring] = useState(false);
  if (restoring) return <RestoreFirst workstation={workstation} onBack={() => setRestoring(false)} />;
  const here = workstation.state === "first_run" ? Math.min(step ?? 0, 1) : (step ?? RECOVERY_STEP);
  switch (here) {
    case 0:
      return <PracticeStep onRestore={() => setRestoring(true)} />;
    case 1:
      return <AccountStep />;
    case RECOVERY_STEP:
      return <RecoveryStep workstation={workstation} />;
    case 3:
      return <HoursStep />;
    case 4:
      return <BackupStep />;
    default:
      return <StaffStep />;
  }
}
