//! What a counseling note is, said above the form.

import { Banner } from "../../kit/Banner/Banner.tsx";

/** What belongs here, and what must not. */
export function TheRule() {
  return (
    <Banner tone="sealed" title="Kept apart from the record (42 CFR 2.11)">
      Your analysis of a conversation, for you and for whom you name. No session times, no medication, no results, no
      diagnosis, no summary of plan, symptoms, prognosis or progress: those belong into the record. Nobody else opens it,
      a director included; after a reset of your passphrase it stays closed to you too, unless somebody you named still reads
      it. Two people with the recovery key can open it for a reader they name, and that is written down.
    </Banner>
  );
}
