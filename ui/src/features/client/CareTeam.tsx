//! The care team: who reaches the chart because they care for the client. Naming and ending are undone by the opposite.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { CarePart, CarePlace } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { CounselorSelect } from "./CounselorSelect.tsx";

const PARTS: Record<CarePart, string> = { primary: "primary counselor", member: "care team", covers: "covers" };

interface CareTeamProps {
  client: string;
  team: readonly CarePlace[];
  may: boolean;
}

export function CareTeam({ client, team, may }: CareTeamProps) {
  const [naming, setNaming] = useState(false);
  const { today } = usePractice();
  const end = useOp("care_team.end");
  const finish = (place: CarePlace) =>
    end.mutate({ id: place.id, rev: place.rev }, { onSuccess: () => say(`${place.name} is on the team until tonight`) });
  return (
    <Section
      title="Care team"
      action={
        may ? (
          <Button kind="quiet" size="sm" icon="plus" label="Name somebody" onPress={() => setNaming(true)}>
            Name
          </Button>
        ) : null
      }
    >
      {end.error ? <RefusedBanner refusal={end.error} /> : null}
      {team.length === 0 ? <p className="muted">Nobody is named yet.</p> : null}
      <Todo
        label="Care team"
        items={team.map((place) => ({
          id: place.id,
          icon: place.part === "primary" ? "client" : "staff",
          what: place.name,
          note: [PARTS[place.part], ...(place.ends_on === undefined ? [] : [`until ${date(place.ends_on, today)}`])].join(
            " · ",
          ),
          way:
            may && place.ends_on === undefined ? (
              <Button kind="quiet" size="sm" onPress={() => finish(place)}>
                End
              </Button>
            ) : null,
        }))}
      />
      <Dialog title="Name somebody" isOpen={naming} onClose={() => setNaming(false)}>
        {naming ? <NameForm client={client} onDone={() => setNaming(false)} /> : null}
      </Dialog>
    </Section>
  );
}

function NameForm({ client, onDone }: { client: string; onDone: () => void }) {
  const staff = useCall("staff.names", {});
  const add = useOp("care_team.add");
  const [chosen, setChosen] = useState("");
  const [part, setPart] = useState<CarePart>("member");
  const [until, setUntil] = useState("");
  const missing = chosen === "" ? "Choose somebody first." : undefined;
  const submit = () => {
    if (missing !== undefined || add.isPending) return;
    const end = until === "" || part === "primary" ? {} : { ends_on: until };
    add.mutate({ client, staff: chosen, part, ...end }, { onSuccess: () => (say("Changed the care team"), onDone()) });
  };
  return (
    <Form label="Care team" onSubmit={submit} refusal={add.error} fields={["staff", "ends_on"]}>
      <CounselorSelect label="Who" name="staff" staff={staff.data ?? []} value={chosen} onChange={setChosen} />
      <OneOf
        label="As"
        value={part}
        onChange={setPart}
        options={[
          { value: "primary", label: "Primary counselor", help: "Whoever is it now hands over until tonight." },
          { value: "member", label: "On the care team" },
          { value: "covers", label: "Covering", help: "For a time, while somebody is away." },
        ]}
      />
      {part === "primary" ? null : (
        <DateField label="Until" name="ends_on" value={until} onChange={setUntil} optional={part === "member"} />
      )}
      <DialogActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" pending={add.isPending} why={missing}>
          Name them
        </Button>
      </DialogActions>
    </Form>
  );
}
