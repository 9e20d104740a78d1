//! How far set-up is: which step is shown, and what must survive a lock in the middle of it. In memory only; the recovery key is wiped as soon as it was
//! checked, and the choice to go on later is remembered by the core (`setup`), not here.

import { createStore } from "../../../lib/store.ts";
import type { PracticeFields, RecoveryKey } from "../../../ipc/generated/calls.ts";

export const STEPS = ["Practice", "Your account", "Recovery key", "Hours and week", "First backup", "Staff"] as const;
export const RECOVERY_STEP = 2;

export interface Director {
  given_name: string;
  family_name: string;
  credential: string;
  login: string;
}

export interface Wizard {
  /** Undefined while no set-up is under way in this window. */
  step: number | undefined;
  practice: PracticeFields;
  director: Director;
  key: RecoveryKey | undefined;
}

const begin: Wizard = {
  step: undefined,
  practice: { name: "", state: "", time_zone: "", week_starts_on: "sunday", solo: false },
  director: { given_name: "", family_name: "", credential: "", login: "" },
  key: undefined,
};

export const wizardStore = createStore<Wizard>(begin);

export function goToStep(step: number): void {
  wizardStore.set((wizard) => ({ ...wizard, step, key: step === RECOVERY_STEP ? wizard.key : undefined }));
}

export function patchWizard(patch: Partial<Wizard>): void {
  wizardStore.set((wizard) => ({ ...wizard, ...patch }));
}

export function leaveWizard(): void {
  wizardStore.set(begin);
}

function bare(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
}

/** "mquinones" from Marisol Quiñones: a suggestion one can type over. */
export function suggestedLogin(given: string, family: string): string {
  return `${bare(given).slice(0, 1)}${bare(family)}`;
}
