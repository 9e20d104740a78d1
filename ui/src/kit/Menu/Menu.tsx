//! A menu behind a button: more to do with one thing. What the page is for never hides in one.

import type { ReactNode } from "react";
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "../Icon/Icon.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import { Key } from "../Keys/Keys.tsx";
import styles from "./Menu.module.css";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  keys?: string | undefined;
  run: () => void;
}

interface MenuProps {
  label: string;
  /** The trigger has words of its own, and they are its name. */
  named?: boolean;
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  className?: string | undefined;
}

export function Menu({ label, named, trigger, entries, className }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={className ?? ""} aria-label={named ? undefined : label}>
        {trigger}
      </Button>
      <Popover className={styles.popover ?? ""} offset={4}>
        <AriaMenu
          className={styles.menu ?? ""}
          aria-label={label}
          onAction={(id) => entries.find((entry) => entry.id === id)?.run()}
        >
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={styles.item ?? ""}>
              {entry.icon ? <Icon name={entry.icon} /> : <span />}
              <span>{entry.label}</span>
              {entry.keys ? <Key of={entry.keys} /> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
