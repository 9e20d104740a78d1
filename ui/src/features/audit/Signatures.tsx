//! What was signed, verified again: every document that holds is counted, and every one that does not is named with its chart.

import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { BrokenSignature, SignedKind } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { plural } from "../../lib/time.ts";

const KINDS: Record<SignedKind, string> = {
  note: "Note",
  day: "Day of random tests",
  assessment: "Assessment",
  plan: "Plan",
  plan_approval: "Approval of a plan",
  plan_review: "Review of a plan",
  client_signature: "Client’s signature",
  discharge_summary: "Discharge summary",
};

export function Signatures() {
  const found = useCall("verification.signatures", {});
  return (
    <Answered query={found} what="what was signed">
      {({ documents, unproven, faults }) => (
        <>
          {faults.length === 0 ? (
            <Banner tone="positive" title={`${plural(documents, "signed document holds", "signed documents hold")}`}>
              {unproven === 0
                ? "Each is what its signer signed, and the record beside it says the same."
                : `${plural(unproven, "entry was", "entries were")} signed before documents were kept: nothing proves them, and nothing speaks against them.`}
            </Banner>
          ) : (
            <Banner tone="critical" title={`${plural(faults.length, "document does", "documents do")} not hold`}>
              {`${String(documents)} were looked at. Keep this folder and the last backup as they are, and compare them.`}
            </Banner>
          )}
          {faults.length === 0 ? null : <Faults faults={faults} />}
        </>
      )}
    </Answered>
  );
}

function Faults({ faults }: { faults: readonly BrokenSignature[] }) {
  return (
    <Table
      label="Documents that do not hold"
      rows={faults}
      idOf={(one) => `${one.kind}/${one.id}/${one.fault}`}
      textOf={(one) => `${KINDS[one.kind]} ${one.words}`}
      columns={[
        { id: "kind", title: "What", cell: (one) => KINDS[one.kind] },
        { id: "words", title: "What is wrong", cell: (one) => one.words },
        { id: "id", title: "Document", cell: (one) => <span className="muted">{one.id}</span> },
        {
          id: "chart",
          title: "Where",
          cell: (one) =>
            one.client === undefined ? (
              <span className="muted">the practice</span>
            ) : one.kind === "note" ? (
              <Link to="/note/$id" params={{ id: one.id }}>
                Open the note
              </Link>
            ) : (
              <Link to="/client/$id/{-$tab}" params={{ id: one.client }}>
                Open the chart
              </Link>
            ),
        },
      ]}
    />
  );
}
