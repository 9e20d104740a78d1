//! The drug tests of one client, as a tab of the chart.

import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";

export function DrugTestsTab({ client: _client }: { client: string }) {
  return <EmptyState title="No drug tests here yet" />;
}
