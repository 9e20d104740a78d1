//! The person's screen settings as attributes on <html>, where tokens.css reads them. Before anybody has signed in the system decides.

import { useEffect, useState, useSyncExternalStore } from "react";
import { useCall } from "../ipc/door.ts";
import type { Screen } from "../ipc/generated/calls.ts";

export const defaultScreen: Screen = { theme: "system", contrast: false, density: "comfortable", single_keys: true, spelling: true };

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

export function useScreen(enabled = true): Screen {
  return useCall("screen.get", {}, { enabled }).data ?? defaultScreen;
}

export function useTheme(signedIn: boolean): void {
  const answer = useCall("screen.get", {}, { enabled: signedIn }).data;
  // Behind a lock the last look stays: a dark room must not light up because somebody locked.
  const [screen, setScreen] = useState(defaultScreen);
  if (answer !== undefined && answer !== screen) setScreen(answer);
  const dark = useMedia("(prefers-color-scheme: dark)");
  const contrast = useMedia("(prefers-contrast: more)");
  useEffect(() => {
    const html = document.documentElement;
    html.dataset["theme"] = screen.theme === "system" ? (dark ? "dark" : "light") : screen.theme;
    if (screen.contrast || contrast) html.dataset["contrast"] = "high";
    else delete html.dataset["contrast"];
    if (screen.density === "compact") html.dataset["density"] = "compact";
    else delete html.dataset["density"];
  }, [screen, dark, contrast]);
}
