//! What keeps a client off a roster, said before anybody tries: the cap, somebody to be kept apart from, papers that are missing. Each with the typed reason that leads on;
//! a gate that only the core sees, such as the cap of a later date, asks for its reason once it refused.

import { useState } from "react";
import type { ReactNode } from "react";
import { useCall } from "../../ipc/door.ts";
import type { GroupAnswer } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { holds, usePractice } from "../../lib/practice.ts";

interface Gates {
  /** Why it cannot be done yet; nothing when every gate is open or has its reason. */
  missing: string | undefined;
  reasons: { cap_reason: string; packet_reason: string; apart_reason?: string };
  shown: ReactNode;
}

export const GATE_FIELDS = ["cap_reason", "packet_reason", "apart_reason"] as const;

export function useGates({ group, cap }: GroupAnswer, client: string, joined: string, refusal: Refused | null): Gates {
  const { today, person } = usePractice();
  const [typed, setTyped] = useState({ cap: "", apart: "", packet: "" });
  const packet = useCall("intake.packet", { client });
  const together = useCall("group.together", { group: group.id, client, on: joined === "" ? today : joined });
  const most = Math.min(cap, group.capacity);
  const above = group.members + 1 > most;
  const beside = together.data ?? [];
  const red = packet.data?.blocks_groups === true ? packet.data.items.filter((item) => item.blocks && item.standing === "missing") : [];
  const director = holds(person, "director");
  const empty = (reason: keyof typeof typed) => typed[reason].trim() === "";
  const asked = (reason: keyof typeof typed, rule: string) => refusal?.rule === rule || typed[reason] !== "";
  const missing =
    joined === ""
      ? "Choose a date."
      : above && empty("cap")
        ? "Give a reason for one more."
        : beside.length > 0 && empty("apart")
          ? "Give a reason, or choose another group."
          : red.length > 0 && !director
            ? "Complete the intake packet first, or ask a director."
            : red.length > 0 && empty("packet")
              ? "Say why before the packet is whole."
              : undefined;
  const field = (reason: keyof typeof typed, label: string) => (
    <Field label={label} name={`${reason}_reason`} value={typed[reason]} onChange={(text) => setTyped({ ...typed, [reason]: text })} />
  );
  const shown = (
    <>
      {above ? (
        <Banner tone="caution" title={`This makes ${String(group.members + 1)} in a group for ${String(most)}`}>
          A reason is kept with the stay.
        </Banner>
      ) : null}
      {above || asked("cap", "group.above_cap") ? field("cap", "Reason for one more") : null}
      {beside.length > 0 ? (
        <Banner tone="critical" title="Must not share a room">
          {beside.map(({ words }) => (
            <p key={words}>{words}</p>
          ))}
        </Banner>
      ) : null}
      {beside.length > 0 || asked("apart", "apart.together") ? field("apart", "Why it is right all the same") : null}
      {red.length > 0 ? (
        <Banner tone="critical" title={`Not in the intake packet yet: ${red.map(({ label }) => label).join(", ")}`}>
          {director
            ? "A reason to go on before is kept with the stay on the roster."
            : "Complete the packet first. A director can let the client join before, with a reason."}
        </Banner>
      ) : null}
      {director && (red.length > 0 || asked("packet", "intake.packet_open")) ? field("packet", "Why before the packet is whole") : null}
    </>
  );
  const apart = typed.apart.trim();
  return {
    missing,
    reasons: { cap_reason: typed.cap.trim(), packet_reason: typed.packet.trim(), ...(apart === "" ? {} : { apart_reason: apart }) },
    shown,
  };
}
