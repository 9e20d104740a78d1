//! The notes of one client, as a tab of the chart.

import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";

export function NotesTab({ client: _client }: { client: string }) {
  return <EmptyState title="No notes here yet" />;
}
