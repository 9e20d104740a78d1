//! Jump to somebody of the roster by typing a part of the name: with twelve people, faster than the arrows.

import { useState } from "react";
import { Picker } from "../../kit/Picker/Picker.tsx";
import { matches } from "../../lib/match.ts";
import { useCommands } from "../palette/commands.ts";
import type { GridRow } from "./sheet.ts";

/** Fewer people than this are in sight anyway. */
export const MANY = 4;

interface JumpToNameProps {
  rows: readonly GridRow[];
  onJump: (client: string) => void;
}

export function JumpToName({ rows, onJump }: JumpToNameProps) {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  useCommands(
    rows.length < MANY ? [] : [{ id: "attendance.jump", title: "Jump to a name", group: "Here", icon: "search", keys: "N", run: () => setOpen(true) }],
  );
  const close = () => {
    setOpen(false);
    setQuery("");
  };
  const found = rows.filter((row) => query.trim() === "" || matches(row.name.text, query));
  return (
    <Picker
      label="Jump to a name"
      placeholder="Name"
      isOpen={isOpen}
      onClose={close}
      query={query}
      onQuery={setQuery}
      groups={[{ title: "On this list", options: found.map((row) => ({ id: row.client, icon: "client" as const, text: row.name.text })) }]}
      onPick={(client) => {
        close();
        // After the dialog gave the focus back.
        setTimeout(() => onJump(client), 0);
      }}
      nothing="Nobody on this list is called that."
    />
  );
}
