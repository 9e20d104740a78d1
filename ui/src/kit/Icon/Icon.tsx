//! One drawing, in the color of the text around it. Hidden from screen readers: an icon always stands beside its word, or its button carries a label.

import { shapes } from "./shapes.tsx";
import type { IconName } from "./shapes.tsx";

export type { IconName } from "./shapes.tsx";

interface IconProps {
  name: IconName;
  size?: "sm" | "lg";
}

export function Icon({ name, size }: IconProps) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false" data-size={size} data-icon={name}>
      {shapes[name]}
    </svg>
  );
}
