//! What a supervisor said at places of a section: the place, marked, and the words beside it. In the editor a press goes to the place.

import type { Remark } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { placeOf } from "./sentences.ts";
import styles from "./note.module.css";

interface RemarksProps {
  remarks: readonly Remark[];
  /** The name of the field that holds the section, where it is being revised. */
  field?: string;
  /** What the field holds now. */
  text?: string;
}

export function Remarks({ remarks, field, text }: RemarksProps) {
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.remarks} aria-label="Remarks">
      {remarks.map((remark) => (
        <li key={`${String(remark.starts)}${remark.words}`}>
          <q>
            <mark>{remark.quote}</mark>
          </q>
          <span>
            <span className="strong">{remark.words}</span> <span className="muted small">{remark.by}</span>
          </span>
          {field === undefined || text === undefined ? null : <Way field={field} text={text} remark={remark} />}
        </li>
      ))}
    </ul>
  );
}

function Way({ field, text, remark }: { field: string; text: string; remark: Remark }) {
  const place = placeOf(text, remark.quote, remark.starts);
  if (place === undefined) return <span className="muted small">reworded</span>;
  const go = () => {
    const area = document.querySelector<HTMLTextAreaElement>(`textarea[name="${CSS.escape(field)}"]`);
    area?.focus();
    area?.setSelectionRange(...place);
  };
  return (
    <Button size="sm" kind="quiet" onPress={go}>
      Go
    </Button>
  );
}
