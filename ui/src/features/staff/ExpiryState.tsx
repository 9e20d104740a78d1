//! A credential with its expiry: icon, label, words.

import type { Credential } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import type { Expiry } from "./credential.ts";

const LOOK: Record<Expiry["state"], { tone?: Tone; icon: IconName }> = {
  none: { tone: "muted", icon: "not-collected" },
  good: { tone: "positive", icon: "check-circle" },
  soon: { tone: "caution", icon: "clock" },
  expired: { tone: "critical", icon: "expired" },
};

export function ExpiryState({ credential, expiry }: { credential: Credential; expiry: Expiry }) {
  const look = LOOK[expiry.state];
  return (
    <State {...(look.tone ? { tone: look.tone } : {})} icon={look.icon}>
      {credential.label}, {expiry.words}
    </State>
  );
}
