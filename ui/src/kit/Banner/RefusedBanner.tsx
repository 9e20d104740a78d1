//! A refusal of the core as a banner, in its own words. What already stands beside a field is not said twice.

import type { ReactNode } from "react";
import type { Refused } from "../../ipc/refused.ts";
import { beside } from "../Form/beside.ts";
import { Banner } from "./Banner.tsx";
import type { BannerTone } from "./Banner.tsx";

function tone(refusal: Refused): BannerTone {
  if (refusal.code === "internal" || refusal.code === "trouble" || refusal.code === "stopped_by_rule")
    return "critical";
  return "caution";
}

/** Messages for fields the form does not show; with `known` undefined every field counts as shown. */
function strays(refusal: Refused, known: readonly string[] | undefined): string[] {
  if (known === undefined) return [];
  return Object.entries(beside(refusal.fields, known)).flatMap(([field, message]) => (known.includes(field) ? [] : [message]));
}

export function RefusedBanner({
  refusal,
  known,
  action,
}: {
  refusal: Refused;
  known?: readonly string[] | undefined;
  action?: ReactNode;
}) {
  if (refusal.code === "cancelled") return null;
  const stray = strays(refusal, known);
  if (refusal.onlyFields && stray.length === 0) return null;
  return (
    <Banner
      tone={tone(refusal)}
      title={refusal.onlyFields ? stray.join(" ") : refusal.message}
      action={action}
      urgent
    >
      {refusal.incident ? `If you ask for help, name incident ${refusal.incident}.` : null}
    </Banner>
  );
}
