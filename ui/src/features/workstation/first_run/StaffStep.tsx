//! Step 6: the others. Each person added here makes a passphrase of their own at the first sign-in.

import { useState } from "react";
import { useCall } from "../../../ipc/door.ts";
import { State } from "../../../kit/Badge/Badge.tsx";
import { Button } from "../../../kit/Button/Button.tsx";
import { Answered } from "../../../kit/Loading/Loading.tsx";
import { Todo } from "../../../kit/Todo/Todo.tsx";
import { roleWords } from "../../staff/roles.ts";
import { StaffForm } from "../../staff/StaffForm.tsx";
import { WizardFoot, WizardPage } from "./WizardPage.tsx";
import { finishLater } from "./stop.ts";

export function StaffStep() {
  const staff = useCall("staff.list", {});
  const [adding, setAdding] = useState(false);
  return (
    <WizardPage
      step={5}
      title="Staff"
      intro="Add the people who work in the program. What each may see and do follows from the roles; you can change them at any time."
    >
      <Answered query={staff} what="the staff">
        {(rows) => (
          <Todo
            label="Staff so far"
            items={rows.map((row) => ({
              id: row.id,
              icon: "client",
              what: (
                <>
                  <span className="strong">{row.name}</span> {row.self ? <span className="muted">you</span> : null}
                </>
              ),
              note: roleWords(row.roles),
              way: row.must_renew ? (
                <State tone="muted" icon="awaiting">
                  has not signed in yet
                </State>
              ) : null,
            }))}
          />
        )}
      </Answered>
      {adding ? (
        <StaffForm onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon="plus" onPress={() => setAdding(true)}>
            Add a person
          </Button>
        </div>
      )}
      <WizardFoot>
        {adding ? (
          <span className="muted small">Add this person or close the form; then set-up is finished.</span>
        ) : (
          <Button kind="primary" onPress={finishLater}>
            Finish and begin
          </Button>
        )}
      </WizardFoot>
    </WizardPage>
  );
}
