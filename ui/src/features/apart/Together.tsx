//! Two people in one room who must not be, as far as this person may know who: in a session, or on a roster.

import { useCall } from "../../ipc/door.ts";
import type { Together } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";

export function TogetherIn({ session }: { session: string }) {
  const { data } = useCall("session.together", { id: session });
  return <Pairs pairs={data ?? []} />;
}

export function TogetherOnRoster({ group }: { group: string }) {
  const { data } = useCall("group.together", { group });
  return <Pairs pairs={data ?? []} />;
}

function Pairs({ pairs }: { pairs: readonly Together[] }) {
  if (pairs.length === 0) return null;
  return (
    <Banner tone="critical" title="Must not share a room">
      {pairs.map(({ words }) => (
        <p key={words}>{words}</p>
      ))}
    </Banner>
  );
}
