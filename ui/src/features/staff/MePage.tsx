//! Your account: passphrase and PIN, and how you stand in the staff list.

import { useCall } from "../../ipc/door.ts";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { Credentials } from "./Credentials.tsx";
import { ChangePassphrase } from "./ChangePassphrase.tsx";
import { PinForm } from "./PinForm.tsx";

export function MePage() {
  const { person, workstation } = usePractice();
  const staff = useCall("staff.list", {});
  const self = staff.data?.find((row) => row.self);
  return (
    <>
      <PageHead title={person?.name ?? "Your account"}>{person?.role_words}</PageHead>
      <PageBody>
        <Section title="PIN" aside="to come back after the lock">
          <PinForm isSet={workstation?.pin_set ?? false} />
        </Section>
        <Section title="Passphrase" aside="opens the records and signs your notes">
          <ChangePassphrase />
        </Section>
        {self ? <Credentials row={self} may={false} /> : null}
      </PageBody>
    </>
  );
}
