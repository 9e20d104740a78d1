//! Somebody came who was not expected: found by what of the name may be shown here, or by the client number.

import { useState } from "react";
import { ask } from "../../ipc/door.ts";
import type { WalkInChoice } from "../../ipc/generated/calls.ts";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Picker } from "../../kit/Picker/Picker.tsx";
import { date } from "../../lib/time.ts";
import { useFound } from "../../lib/useFound.ts";
import type { WalkInDraft } from "./sheet.ts";

interface WalkInPickerProps {
  session: string;
  today: string;
  taken: readonly string[];
  isOpen: boolean;
  onClose: () => void;
  onPick: (walkIn: WalkInDraft) => void;
  /** Somebody nobody can name yet: kept under what they are called. */
  onUnknown?: (called: string) => void;
  label?: string;
}

const UNKNOWN = "unknown";

export function WalkInPicker({ session, today, taken, isOpen, onClose, onPick, onUnknown, label = "Add a walk-in" }: WalkInPickerProps) {
  const [query, setQuery] = useState("");
  const found = useFound(isOpen, query, (words) => ask("attendance.walk_in_choices", { session, words }));
  const close = () => {
    setQuery("");
    onClose();
  };
  const called = query.trim();
  const offers = found.filter((choice) => !taken.includes(choice.client)).flatMap((choice) => offersOf(choice, today));
  return (
    <Picker
      label={label}
      placeholder="First name or client number"
      isOpen={isOpen}
      onClose={close}
      query={query}
      onQuery={setQuery}
      groups={[
        { title: "In treatment now", options: offers.map(({ option }) => option) },
        ...(onUnknown !== undefined && called.length >= 2
          ? [{ title: "Not known yet", options: [{ id: UNKNOWN, icon: "info" as const, text: `“${called}” came`, hint: "to be named later; no hours until then" }] }]
          : []),
      ]}
      onPick={(id) => {
        if (id === UNKNOWN) {
          close();
          onUnknown?.(called);
          return;
        }
        const picked = offers.find(({ option }) => option.id === id);
        close();
        if (picked) onPick(picked.walkIn);
      }}
      nothing={query.length < 2 ? "Type at least two letters." : "Nobody in treatment here is called that."}
      foot={
        <KeyList
          keys={[
            ["Up or Down", "choose"],
            ["Enter", "add"],
          ]}
        />
      }
    />
  );
}

function offersOf(choice: WalkInChoice, today: string) {
  const { client, name, number, missed } = choice;
  const plain = {
    option: { id: client, icon: "client" as const, text: name.text, hint: `Client ${String(number)}` },
    walkIn: { client, name },
  };
  const makeUps = missed.map((session) => ({
    option: {
      id: `${client} ${session.attendance}`,
      icon: "calendar" as const,
      text: name.text,
      hint: `makes up ${session.title}, ${date(session.on_date, today)}`,
    },
    walkIn: { client, name, makes_up: session.attendance, missed: `${session.title}, ${date(session.on_date, today)}` },
  }));
  return [...makeUps, plain];
}
