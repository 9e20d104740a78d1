//! The frame around every page: top bar, rail, content, status line. The rail never holds a client's name.
//! After a change of page the focus goes to its title, so that it is never lost and a screen reader says where one is.

import { useEffect, useRef, useState } from "react";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useScreen } from "../app/useTheme.ts";
import { ClientPicker } from "../features/client/ClientPicker.tsx";
import { KeySheet } from "../features/keys/KeySheet.tsx";
import { Palette } from "../features/palette/Palette.tsx";
import { useCommands } from "../features/palette/commands.ts";
import type { Command } from "../features/palette/commands.ts";
import { usePractice } from "../lib/practice.ts";
import { StatusLine } from "./StatusLine.tsx";
import { TopBar } from "./TopBar.tsx";
import { Rail } from "./Rail.tsx";
import { placesFor } from "./nav.ts";
import { toRegion } from "./regions.ts";
import styles from "./Frame.module.css";

type Sheet = "palette" | "keys" | "client";

/** Mounted anew for every page, after the page itself. A field that asked for the focus keeps it. */
function FocusOnPage({ main }: { main: React.RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const page = main.current;
    page?.scrollTo?.(0, 0);
    if (page?.contains(document.activeElement) && document.activeElement !== page) return;
    (page?.querySelector<HTMLElement>("h1") ?? page)?.focus();
  }, [main]);
  return null;
}

export function Frame() {
  const { person } = usePractice();
  const navigate = useNavigate();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const [sheet, setSheet] = useState<Sheet>();
  const { single_keys: singleKeys } = useScreen();
  const places = placesFor(person?.roles ?? []);
  const close = () => setSheet(undefined);
  useCommands([
    {
      id: "palette",
      title: "All commands",
      group: "Do",
      icon: "search",
      keys: "Ctrl+K",
      inText: true,
      run: () => setSheet("palette"),
    },
    {
      id: "client",
      title: "Open a client",
      group: "Do",
      icon: "client",
      keys: "Ctrl+O",
      inText: true,
      run: () => setSheet("client"),
    },
    {
      id: "keys",
      title: "Keys on this page",
      group: "Do",
      icon: "help",
      keys: "?",
      words: "shortcuts help",
      run: () => setSheet("keys"),
    },
    {
      id: "region.next",
      title: "Next region of the window",
      group: "Do",
      icon: "right",
      keys: "F6",
      inText: true,
      run: () => toRegion(1),
    },
    {
      id: "region.before",
      title: "Region before",
      group: "Do",
      icon: "undo",
      keys: "Shift+F6",
      inText: true,
      run: () => toRegion(-1),
    },
    ...places.map((place): Command => ({
      id: `go.${place.to}`,
      title: place.title,
      group: "Go to",
      icon: place.icon,
      keys: place.key ?? (place.go === undefined ? undefined : `G ${place.go}`),
      words: place.words ?? "",
      run: () => void navigate({ to: place.to }),
    })),
  ]);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main" onClick={(event) => skipTo(event, main.current)}>
        Skip to the page
      </a>
      <TopBar
        places={places}
        onPalette={() => setSheet("palette")}
        onFind={() => setSheet("client")}
      />
      <Rail places={places} roles={person?.roles ?? []} onKeys={() => setSheet("keys")} />
      <main ref={main} id="main" data-region tabIndex={-1} className={styles.content}>
        <Outlet />
        <FocusOnPage key={path} main={main} />
      </main>
      <StatusLine onKeys={() => setSheet("keys")} />
      <Palette isOpen={sheet === "palette"} onClose={close} />
      <KeySheet isOpen={sheet === "keys"} onClose={close} singleKeys={singleKeys} />
      <ClientPicker
        label="Find a client"
        does="open"
        isOpen={sheet === "client"}
        onClose={close}
        onPick={({ id }) => void navigate({ to: "/client/$id/{-$tab}", params: { id } })}
      />
    </div>
  );
}

function skipTo(event: React.MouseEvent, target: HTMLElement | null): void {
  event.preventDefault();
  (target?.querySelector<HTMLElement>("h1") ?? target)?.focus();
}
