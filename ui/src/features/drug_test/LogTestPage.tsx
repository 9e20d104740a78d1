//! Logging a test of a client, ordered or not.

import { Link, useNavigate } from "@tanstack/react-router";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { LogForm } from "./LogForm.tsx";
import { NEW_LOG } from "./log.ts";

export function LogTestPage({ client }: { client: string }) {
  const navigate = useNavigate();
  return (
    <>
      <PageHead title="Log a drug test">
        <Link to="/client/$id/{-$tab}" params={{ id: client, tab: "tests" }}>
          Back to the chart
        </Link>
        . A test that is ordered for today is used.
      </PageHead>
      <PageBody>
        <LogForm
          client={client}
          initial={NEW_LOG}
          ordered={false}
          onDone={(test) => void navigate({ to: "/tests/$id", params: { id: test.id } })}
        />
      </PageBody>
    </>
  );
}
