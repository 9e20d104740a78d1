//! A drawn signature: to look at, and the field in which it is drawn.

import { useRef, useState } from "react";
import type { PointerEvent } from "react";
import { Button } from "../../kit/Button/Button.tsx";
import { HEIGHT, WIDTH, pathOf, pointAt, strokesText } from "./drawing.ts";
import type { Point } from "./drawing.ts";
import styles from "./Plan.module.css";

const BOX = `0 0 ${String(WIDTH)} ${String(HEIGHT)}`;

export function Drawing({ strokes, name }: { strokes: string; name: string }) {
  return (
    <svg className={styles.drawing} viewBox={BOX} role="img" aria-label={`Drawn signature of ${name}`}>
      <path d={pathOf(strokes)} />
    </svg>
  );
}

/** Draws with a finger, a pen or a mouse. Whoever cannot draw types the name, which is enough. */
export function DrawingField({ value, onChange }: { value: string; onChange: (strokes: string) => void }) {
  const [strokes, setStrokes] = useState<Point[][]>([]);
  const drawing = useRef(false);
  const at = (event: PointerEvent<SVGSVGElement>) =>
    pointAt({ x: event.clientX, y: event.clientY }, event.currentTarget.getBoundingClientRect());
  const keep = (next: Point[][]) => {
    setStrokes(next);
    onChange(strokesText(next));
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    keep([...strokes, [at(event)]]);
  };
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current) keep([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), at(event)]]);
  };
  const end = () => {
    drawing.current = false;
  };
  return (
    <div className={styles.sign}>
      <span className="small muted">Draw your signature, if you like</span>
      <svg
        className={styles.field}
        viewBox={BOX}
        role="img"
        aria-label="Field for a drawn signature"
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={pathOf(value)} />
      </svg>
      {value === "" ? null : (
        <div>
          <Button size="sm" kind="quiet" onPress={() => keep([])}>
            Draw again
          </Button>
        </div>
      )}
    </div>
  );
}
