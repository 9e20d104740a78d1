//! Under a form: when its draft was saved, whether it was restored, and the way to start over.

import { Button } from "../../kit/Button/Button.tsx";
import { SavedLine } from "../../kit/SavedLine/SavedLine.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import type { DraftForm } from "./useDraft.ts";

export function DraftLine<Body extends object>({ draft }: { draft: Omit<DraftForm<Body>, "hold"> }) {
  const { zone, today } = usePractice();
  if (draft.savedAt === undefined && draft.restoredFrom === undefined && !draft.failed) return null;
  return (
    <div className="cluster small" data-gap="wide">
      {draft.savedAt !== undefined || draft.failed ? (
        <SavedLine at={draft.savedAt} zone={zone} failed={draft.failed} />
      ) : null}
      {draft.restoredFrom === undefined ? null : (
        <span className="muted">Restored from {moment(draft.restoredFrom, today, zone)}</span>
      )}
      <Button kind="quiet" size="sm" onPress={() => void draft.done()}>
        Start over
      </Button>
    </div>
  );
}
