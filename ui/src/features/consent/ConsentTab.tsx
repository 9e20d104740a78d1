//! The consents of one client, as a tab of the chart.

import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";

export function ConsentTab({ client: _client }: { client: string }) {
  return <EmptyState title="No consents here yet" />;
}
