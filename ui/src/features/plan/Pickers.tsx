//! What a plan takes over: a problem that was found, or an objective of the library. Type, choose, Enter.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { LibraryObjective } from "../../ipc/generated/calls.ts";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Picker } from "../../kit/Picker/Picker.tsx";
import { matches } from "../../lib/match.ts";
import { byArea, span } from "./library.ts";

const KEYS = [
  ["Up or Down", "choose"],
  ["Enter", "take it over"],
] as const;

export function LibraryPicker({ onPick, onClose }: { onPick: (found: LibraryObjective) => void; onClose: () => void }) {
  const library = useCall("library.list", {});
  const [query, setQuery] = useState("");
  const all = (library.data ?? []).map((one, at) => ({ ...one, at }));
  const found = all.filter((one) => !one.retired && matches(`${one.area} ${one.words} ${one.intervention}`, query));
  return (
    <Picker
      label="Objectives of the library"
      placeholder="Sleep, board, access, cravings"
      isOpen
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      groups={byArea(found).map(({ area, of }) => ({
        title: area,
        options: of.map((one) => ({ id: String(one.at), icon: "right" as const, text: one.words, hint: span(one.target_days) })),
      }))}
      onPick={(id) => {
        const one = all[Number(id)];
        if (one) onPick(one);
        onClose();
      }}
      nothing="No objective of the library is like that."
      foot={<KeyList keys={KEYS} end={<Link to="/settings/library">Change the library</Link>} />}
    />
  );
}

interface SourcesProps {
  client: string;
  onPick: (words: string) => void;
  onClose: () => void;
}

export function SourcesPicker({ client, onPick, onClose }: SourcesProps) {
  const sources = useCall("plan.sources", { client });
  const [query, setQuery] = useState("");
  const all = (sources.data ?? []).map((one, at) => ({ ...one, at }));
  const of = (found_in: "assessment" | "diagnosis") =>
    all
      .filter((one) => one.found_in === found_in && matches(one.words, query))
      .map((one) => ({ id: String(one.at), icon: "flag" as const, text: one.words }));
  const groups = [
    { title: "From the assessment", options: of("assessment") },
    { title: "From the diagnoses", options: of("diagnosis") },
  ];
  return (
    <Picker
      label="Problems that were found"
      placeholder="Type a problem"
      isOpen
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      groups={groups.filter(({ options }) => options.length > 0)}
      onPick={(id) => {
        const one = all[Number(id)];
        if (one) onPick(one.words);
        onClose();
      }}
      nothing="The assessment and the diagnoses name no problem like that."
      foot={<KeyList keys={KEYS} />}
    />
  );
}
