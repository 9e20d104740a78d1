//! Until when an objective is meant to be reached; a day that went by says so.

import { State } from "../../kit/Badge/Badge.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";

export function TargetDay({ on }: { on: string | undefined }) {
  const { today } = usePractice();
  if (on === undefined) return null;
  if (on >= today) return <span className="muted small nowrap">{`by ${date(on, today)}`}</span>;
  return (
    <span className="small nowrap">
      <State tone="caution" icon="clock">{`was due ${date(on, today)}`}</State>
    </span>
  );
}
