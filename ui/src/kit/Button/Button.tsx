//! The button. A page has at most one primary; a disabled one stays in the tab order and readable, and its reason stands beside it or in `why`.

import { useId } from "react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { PressEvent } from "react-aria-components";
import { Icon } from "../Icon/Icon.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import { Key, keyShortcut } from "../Keys/Keys.tsx";
import styles from "./Button.module.css";

export interface ButtonProps {
  children?: ReactNode;
  kind?: "plain" | "primary" | "quiet" | "stop";
  size?: "sm" | "tall";
  icon?: IconName;
  /** Only an icon is shown; the label is spoken. For menu, close, print and paging. */
  label?: string;
  keys?: string | undefined;
  type?: "button" | "submit";
  /** The work is under way: the button stays, keeps the focus and takes no second press. */
  pending?: boolean;
  /** Cannot be pressed now, and this is the reason. It is read with the button and shown beside it. */
  why?: string | undefined;
  /** Where the reason already stands on the page, do not draw it again. */
  whyShown?: "beside" | "elsewhere";
  autoFocus?: boolean;
  className?: string | undefined;
  slot?: string | null;
  onPress?: (event: PressEvent) => void;
}

export function Button(props: ButtonProps) {
  const {
    children,
    kind = "plain",
    size,
    icon,
    label,
    keys,
    type = "button",
    pending = false,
    why,
    whyShown = "beside",
    autoFocus,
    className,
    slot,
    onPress,
  } = props;
  const reason = useId();
  const blocked = why !== undefined;
  const press = blocked || pending ? undefined : onPress;
  return (
    <>
      <AriaButton
        className={className ? `${styles.button} ${className}` : (styles.button ?? "")}
        data-kind={kind}
        data-size={size}
        data-only-icon={label !== undefined && children === undefined ? true : undefined}
        data-blocked={blocked || undefined}
        data-pending={pending || undefined}
        aria-disabled={blocked || pending || undefined}
        aria-describedby={blocked ? reason : undefined}
        aria-label={label}
        aria-keyshortcuts={keyShortcut(keys)}
        type={blocked || pending ? "button" : type}
        autoFocus={autoFocus}
        slot={slot}
        onPress={press}
      >
        {icon ? <Icon name={icon} /> : null}
        {children}
        {keys ? <Key of={keys} /> : null}
      </AriaButton>
      {blocked ? (
        <span id={reason} className={whyShown === "beside" ? styles.why : "spoken"}>
          {why}
        </span>
      ) : null}
    </>
  );
}
