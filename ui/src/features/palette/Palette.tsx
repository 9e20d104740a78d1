//! Ctrl+K: everything that can be done now, found by typing.

import { useMemo, useState } from "react";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Picker } from "../../kit/Picker/Picker.tsx";
import { commandsNow } from "./commands.ts";
import { found } from "./found.ts";

export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [query, setQuery] = useState("");
  // Read once an opening: what is on offer does not change under an open palette.
  const commands = useMemo(() => (isOpen ? commandsNow() : []), [isOpen]);
  const close = () => {
    setQuery("");
    onClose();
  };
  return (
    <Picker
      label="Type a command or a page"
      placeholder="Type a command or a page"
      isOpen={isOpen}
      onClose={close}
      query={query}
      onQuery={setQuery}
      mark={query.replace(/^>\s*/, "")}
      groups={found(commands, query)}
      onPick={(id) => {
        close();
        // After the focus is back on the page, so that the command may move it.
        setTimeout(() => commands.find((command) => command.id === id)?.run(), 0);
      }}
      nothing="No command or page begins with that."
      foot={
        <KeyList
          keys={[
            ["Up or Down", "choose"],
            ["Enter", "run"],
          ]}
          end="Only what your role may do"
        />
      }
    />
  );
}
