//! The state of a note as a badge, the same words everywhere.

import type { NoteState as State } from "../../ipc/generated/calls.ts";
import { Badge } from "../../kit/Badge/Badge.tsx";
import type { BadgeState } from "../../kit/Badge/Badge.tsx";

const STATES: Record<State, readonly [BadgeState, string]> = {
  draft: ["draft", "Draft"],
  signed: ["signed", "Signed"],
  awaiting_cosign: ["awaiting", "Awaiting cosignature"],
  cosigned: ["signed", "Cosigned"],
  returned: ["returned", "Returned for revision"],
  attested_elsewhere: ["signed", "Attested elsewhere"],
};

export function NoteStateBadge({ state }: { state: State }) {
  const [badge, words] = STATES[state];
  return <Badge state={badge}>{words}</Badge>;
}
