//! Two people in one room who must not be, as far as this person may know who.

import { useCall } from "../../ipc/door.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";

export function TogetherIn({ session }: { session: string }) {
  const { data } = useCall("session.together", { id: session });
  if (data === undefined || data.length === 0) return null;
  return (
    <Banner tone="critical" title="Must not share a room">
      {data.map(({ words }) => (
        <p key={words}>{words}</p>
      ))}
    </Banner>
  );
}
