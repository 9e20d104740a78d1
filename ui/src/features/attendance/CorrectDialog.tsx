//! Correcting what was recorded about one person: how it should stand, and why. The earlier value stays in the history; under a signed note an addendum carries the correction.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { AttendanceLine } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { useProof } from "../workstation/useProof.tsx";
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
    <Dialog title={title} isOpen={line !== undefined} onClose={onClose} wide={line?.under_signed_note === true}>
      {line === undefined ? null : line.under_signed_note ? (
        <ByAddendum line={line} starts={starts} onClose={onClose} />
      ) : (
        <Correcting line={line} starts={starts} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** Under a signed note: an addendum is signed in the same step, and says what stood before, what stands now, and why. */
function ByAddendum({ line, starts, onClose }: { line: AttendanceLine; starts: string; onClose: () => void }) {
  const correct = useOp("note.correct_attendance");
  const [words, setWords] = useState("");
  const { proof, missing, field, other, rest } = useProof(correct.error, false);
  return (
    <>
      <Banner tone="info" icon="signed" title="A signed note rests on this, and stays as it is">
        An addendum says what stood before, what stands now, and why.
      </Banner>
      <MarkForm
        mark={markOfRecorded(line)}
        starts={starts}
        action="Correct by addendum"
        asksWhy
        refusal={rest}
        pending={correct.isPending}
        also={missing}
        alsoFields={["words", "proof"]}
        onCancel={onClose}
        onDone={(mark, because) => {
          if (proof === undefined) return;
          correct.mutate(
            { id: line.id, rev: line.rev, what: asFields(mark), because, words: words.trim(), proof },
            { onSuccess: () => (say("Corrected by an addendum", { icon: "signed" }), onClose()) },
          );
        }}
      >
        <FieldRow>
          <Field label="What the addendum says besides" name="words" value={words} onChange={setWords} optional />
          <div className="cluster">
            {field}
            {other}
          </div>
        </FieldRow>
      </MarkForm>
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
