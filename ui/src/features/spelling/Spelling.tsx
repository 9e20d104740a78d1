//! Marks words that nobody knows in every prose field below it, unless the person switched it off.

import { useMemo } from "react";
import type { ReactNode } from "react";
import { useScreen } from "../../app/useTheme.ts";
import { useCall } from "../../ipc/door.ts";
import { SpellerContext, toNextUnknown } from "../../kit/Prose/speller.ts";
import { say } from "../../kit/Toast/toasts.ts";
import { useCommands } from "../palette/commands.ts";
import { spellerOf } from "./speller.ts";

export function Spelling({ children }: { children: ReactNode }) {
  const { spelling } = useScreen();
  return spelling ? <Spelled>{children}</Spelled> : children;
}

function Spelled({ children }: { children: ReactNode }) {
  // Of no text, it has the dictionary read before the first word is typed, and is answered anew when a name or a word has changed.
  const { dataUpdatedAt } = useCall("spelling.check", { texts: [] });
  const speller = useMemo(() => (dataUpdatedAt === 0 ? undefined : spellerOf()), [dataUpdatedAt]);
  useCommands([
    {
      id: "spelling.next",
      title: "Next word that is not known",
      group: "Do",
      icon: "search",
      keys: "F7",
      inText: true,
      words: "spelling spellcheck dictionary misspelled",
      run: () => {
        if (!toNextUnknown()) say("Every word here is known", { icon: "info" });
      },
    },
  ]);
  return <SpellerContext value={speller}>{children}</SpellerContext>;
}
