//! Correcting what was recorded about one person: how it should stand, and why. The earlier value stays in the history.

import { useOp } from "../../ipc/door.ts";
import type { AttendanceLine } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { MarkForm } from "./MarkForm.tsx";
import { asFields } from "./marks.ts";
import { markOfRecorded } from "./recorded.ts";

interface CorrectDialogProps {
  line: AttendanceLine | undefined;
  title: string;
  starts: string;
  onClose: () => void;
}

export function CorrectDialog({ line, title, starts, onClose }: CorrectDialogProps) {
  return (
    <Dialog title={title} isOpen={line !== undefined} onClose={onClose}>
      {line === undefined ? null : line.under_signed_note ? (
        <Locked onClose={onClose} />
      ) : (
        <Correcting line={line} starts={starts} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Locked({ onClose }: { onClose: () => void }) {
  return (
    <>
      <Banner tone="info" icon="signed" title="A signed note rests on this attendance">
        Write an addendum to that note; the correction goes with it.
      </Banner>
      <DialogActions>
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      </DialogActions>
    </>
  );
}

function Correcting({ line, starts, onClose }: { line: AttendanceLine; starts: string; onClose: () => void }) {
  const correct = useOp("attendance.correct");
  return (
    <>
      {line.corrected_because === "" ? null : (
        <p className="muted small">Corrected before: {line.corrected_because}</p>
      )}
      <MarkForm
        mark={markOfRecorded(line)}
        starts={starts}
        action="Correct attendance"
        asksWhy
        refusal={correct.error}
        pending={correct.isPending}
        onCancel={onClose}
        onDone={(mark, because) =>
          correct.mutate(
            { id: line.id, rev: line.rev, what: asFields(mark), because },
            { onSuccess: () => (say("Corrected; the earlier value is kept"), onClose()) },
          )
        }
      />
    </>
  );
}
