//! People and rooms that are booked twice: said before something is saved. They stop nobody.

import type { Clash } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";

/** How many are read out; more only make the list longer. */
const SHOWN = 5;

export function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  const { today } = usePractice();
  if (clashes.length === 0) return null;
  return (
    <Banner tone="caution" title={clashes.length === 1 ? "Booked twice" : `${plural(clashes.length, "double booking")}`}>
      <ul>
        {clashes.slice(0, SHOWN).map(({ session, what, words, on_date }) => (
          <li key={`${session}${what}`}>
            {date(on_date, today)}: {words}
          </li>
        ))}
      </ul>
      {clashes.length > SHOWN ? <p>And {String(clashes.length - SHOWN)} more.</p> : null}
      <p>Press again to save it all the same.</p>
    </Banner>
  );
}
