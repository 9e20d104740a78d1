//! Strokes of a signature in a field 600 wide and 200 high: "x,y x,y;x,y x,y". Pure.

export const WIDTH = 600;
export const HEIGHT = 200;

export interface Point {
  x: number;
  y: number;
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** A place on the screen as a point of the field. */
export function pointAt(at: Point, box: { left: number; top: number; width: number; height: number }): Point {
  return {
    x: clamp(((at.x - box.left) / box.width) * WIDTH, WIDTH),
    y: clamp(((at.y - box.top) / box.height) * HEIGHT, HEIGHT),
  };
}

/** The text that is stored. A point that repeats the one before it says nothing. */
export function strokesText(strokes: readonly (readonly Point[])[]): string {
  return strokes
    .map((stroke) => stroke.map(({ x, y }) => `${String(x)},${String(y)}`).filter((one, at, all) => one !== all[at - 1]).join(" "))
    .filter((stroke) => stroke !== "")
    .join(";");
}

/** The path of stored strokes; a stroke of one point is a dot. */
export function pathOf(text: string): string {
  return text
    .split(";")
    .filter((stroke) => stroke !== "")
    .map((stroke) => {
      const [first = "", ...rest] = stroke.split(" ");
      return `M${first} ${(rest.length === 0 ? [first] : rest).map((point) => `L${point}`).join(" ")}`;
    })
    .join(" ");
}
