//! Whose note it is, as a link to the chart. A facilitator sees a first name and an initial and has no chart to open.

import { Link } from "@tanstack/react-router";
import type { NoteClient } from "../../ipc/generated/calls.ts";
import { holds, usePractice } from "../../lib/practice.ts";
import { clientNumber, clientWords } from "./body.ts";

export function ClientLink({ client }: { client: NoteClient }) {
  const { person } = usePractice();
  const opens = client.name !== "" && holds(person, "counselor", "director", "privacy_officer", "auditor");
  if (!opens) return <span className="strong">{clientWords(client)}</span>;
  const to: string = `/client/${client.id}`;
  return (
    <>
      <Link to={to}>{client.name}</Link> <span className="muted">{clientNumber(client.number)}</span>
    </>
  );
}
