//! The two ways out of set-up: before the key is checked one signs out and comes back to this step; afterwards one goes on to work.

import { act } from "../../../ipc/door.ts";
import { leaveWizard } from "./wizard.ts";

/** The core remembers that the key is still owed and brings set-up back at the next sign-in, with a new key. */
export function stopSetup(): void {
  leaveWizard();
  void act("workstation.lock", { depth: "hard" });
}

export function finishLater(): void {
  leaveWizard();
}
