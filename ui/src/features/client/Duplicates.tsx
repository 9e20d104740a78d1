//! Who may be here already, beside the names that are being typed. What the core does not show to this person is said to exist and nothing more.

import { useEffect, useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { Duplicate, MayBeHere } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { ALIKE, CLIENT_STATES } from "./words.ts";

/** The value once it has stood still: one question for a name, not one for each letter. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}

interface Props {
  typed: MayBeHere;
  /** Goes on with somebody who is here and not in treatment now, in the form that asks. */
  onSame?: (row: Duplicate) => void;
}

export function Duplicates({ typed, onSame }: Props) {
  const settled = useSettled(typed, 250);
  const enough = settled.family_name.trim().length > 1 && settled.given_name.trim().length > 1;
  const { data } = useCall("client.duplicates", settled, { enabled: enough, keep: true });
  const first = enough ? data?.rows.find(({ state }) => state !== "active") : undefined;
  useCommands(
    onSame === undefined || first === undefined
      ? []
      : [{ id: "client.same", title: `It is ${first.name}`, group: "Here", icon: "client", keys: "Alt+S", inText: true, run: () => onSame(first) }],
  );
  if (!enough || data === undefined || (data.rows.length === 0 && !data.elsewhere)) return null;
  return (
    <div role="status" className="stack">
      {data.rows.length === 0 ? null : (
        <Banner
          tone="caution"
          icon="client"
          title={data.rows.length === 1 ? "Somebody like this is here" : "These are here and alike"}
        >
          <ul className="stack" data-gap="tight">
            {data.rows.map((row) => (
              <Alike key={row.id} row={row} keys={row === first ? "Alt+S" : undefined} onSame={row.state === "active" ? undefined : onSame} />
            ))}
          </ul>
          <p>If it is the same person, go on in that chart: a return is a new stay in it.</p>
        </Banner>
      )}
      {data.elsewhere ? (
        <Banner tone="caution" icon="sealed" title="A record like this exists">
          It is outside your reach. Ask a director before you add this one.
        </Banner>
      ) : null}
    </div>
  );
}

interface AlikeProps {
  row: Duplicate;
  keys: string | undefined;
  onSame: ((row: Duplicate) => void) | undefined;
}

function Alike({ row, keys, onSame }: AlikeProps) {
  const { today } = usePractice();
  const born = row.born_on === undefined ? "" : `, born ${date(row.born_on, today)}`;
  return (
    <li>
      <Link to="/client/$id/{-$tab}" params={{ id: row.id }}>
        {row.name}
      </Link>
      <br />
      <span className="muted small">
        {`${row.number}${born} · ${CLIENT_STATES[row.state].toLowerCase()} · ${ALIKE[row.alike]}`}
      </span>
      {onSame === undefined ? null : (
        <>
          <br />
          <Button size="sm" {...(keys === undefined ? {} : { keys })} onPress={() => onSame(row)}>
            It is this person
          </Button>
        </>
      )}
    </li>
  );
}
