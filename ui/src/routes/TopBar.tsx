//! The top bar: the client switcher, all commands, room mode, lock, and who is signed in. Under 960 px the rail folds into its menu.

import { useNavigate } from "@tanstack/react-router";
import { Link } from "@tanstack/react-router";
import { Button as AriaButton } from "react-aria-components";
import { lock } from "../app/OpenKeys.tsx";
import { hideMore } from "../features/workstation/discreet.ts";
import { Button } from "../kit/Button/Button.tsx";
import { Icon } from "../kit/Icon/Icon.tsx";
import { Key } from "../kit/Keys/Keys.tsx";
import { Menu } from "../kit/Menu/Menu.tsx";
import { usePractice } from "../lib/practice.ts";
import type { Place } from "./nav.ts";
import styles from "./Frame.module.css";

interface TopBarProps {
  places: readonly Place[];
  onPalette: () => void;
  onFind: (() => void) | undefined;
}

export function TopBar({ places, onPalette, onFind }: TopBarProps) {
  const navigate = useNavigate();
  const go = places.filter((place) => place.block !== undefined);
  return (
    <header className={styles.topbar} data-region>
      <Link className={styles.mark} to="/">
        <Icon name="keel" />
        Evenkeel
      </Link>
      <span className={styles.narrow}>
        <Menu
          label="Menu"
          className={styles.menu}
          trigger={<Icon name="menu" />}
          entries={[
            ...go.map((place) => ({
              id: place.to,
              label: place.title,
              icon: place.icon,
              run: () => void navigate({ to: place.to }),
            })),
            { id: "/me", label: "Your account", icon: "key", run: () => void navigate({ to: "/me" }) },
          ]}
        />
      </span>
      {onFind ? (
        <AriaButton className={styles.switcher ?? ""} onPress={onFind} aria-keyshortcuts="Control+O">
          <Icon name="search" />
          <span className="clip">Find a client</span>
          <Key of="Ctrl+O" className="push" />
        </AriaButton>
      ) : null}
      <Button kind="quiet" keys="Ctrl+K" onPress={onPalette} className={styles.bare}>
        All commands
      </Button>
      <span className={styles.right}>
        <span className={styles.wide}>
          <Button kind="quiet" icon="room" keys="F8" onPress={hideMore} className={styles.bare}>
            Hide
          </Button>
        </span>
        <Button kind="quiet" icon="lock" keys="Ctrl+L" onPress={() => void lock("soft")} className={styles.bare}>
          Lock
        </Button>
      </span>
      <Person />
    </header>
  );
}

function Person() {
  const { person } = usePractice();
  const navigate = useNavigate();
  if (!person) return null;
  return (
    <div className={styles.person}>
      <Menu
        label="Account"
        named
        className={styles.personButton}
        trigger={
          <>
            <span>
              <span className="spoken">Signed in as </span>
              <span className="strong clip">{person.name}</span>
              <span className="clip">{person.role_words}</span>
            </span>
            <Icon name="down" size="sm" />
          </>
        }
        entries={[
          { id: "me", label: "Your account", icon: "key", run: () => void navigate({ to: "/me" }) },
          {
            id: "screen",
            label: "Screen settings",
            icon: "settings",
            run: () => void navigate({ to: "/settings/screen" }),
          },
          {
            id: "out",
            label: "Close and sign out",
            icon: "lock",
            keys: "Ctrl+Shift+L",
            run: () => void lock("hard"),
          },
        ]}
      />
    </div>
  );
}
