//! The plan of one client, as a tab of the chart.

import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";

export function PlanTab({ client: _client }: { client: string }) {
  return <EmptyState title="No plan here yet" />;
}
