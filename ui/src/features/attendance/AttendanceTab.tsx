//! The attendance of one client, as a tab of the chart.

import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";

export function AttendanceTab({ client: _client }: { client: string }) {
  return <EmptyState title="No attendance here yet" />;
}
