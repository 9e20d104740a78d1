//! The way on from a word that only reads like a member's name: its own key, and a reason typed.

import { useState } from "react";
import type { NotTheirName } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { useCommands } from "../palette/commands.ts";

interface NotTheirsProps {
  word: string;
  /** What it is not, and the key that says so. */
  title: string;
  keys: string;
  /** The question for the reason. */
  why: string;
  help: string;
  onState: (stated: NotTheirName) => void;
}

export function NotTheirs({ word, title, keys, why, help, onState }: NotTheirsProps) {
  const [because, setBecause] = useState<string>();
  useCommands([
    { id: `stated.${keys}`, title, group: "Here", icon: "check", keys, inText: true, run: () => setBecause((typed) => typed ?? "") },
  ]);
  const reason = because?.trim() ?? "";
  if (because === undefined)
    return (
      <div>
        <Button size="sm" keys={keys} onPress={() => setBecause("")}>
          {title}
        </Button>
      </div>
    );
  return (
    <Field
      label={why}
      help={help}
      value={because}
      autoFocus
      onChange={setBecause}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return event.continuePropagation();
        event.preventDefault();
        if (reason !== "") onState({ word, because: reason });
      }}
    />
  );
}
