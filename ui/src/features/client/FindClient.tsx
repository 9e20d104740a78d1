//! Ctrl+O: find a client and open the chart. Shows only what the core found for this person; nothing is filtered or remembered here.

import { useEffect, useState } from "react";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Picker } from "../../kit/Picker/Picker.tsx";
import type { FindClients, FoundClient } from "./find.ts";

interface FindClientProps {
  isOpen: boolean;
  onClose: () => void;
  find: FindClients;
  onOpen: (id: string) => void;
}

export function FindClient({ isOpen, onClose, find, onOpen }: FindClientProps) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly FoundClient[]>([]);
  useEffect(() => {
    if (!isOpen) return undefined;
    let old = false;
    find(query)
      .then((hits) => {
        if (!old) setFound(hits);
      })
      .catch(() => {
        if (!old) setFound([]);
      });
    return () => {
      old = true;
    };
  }, [isOpen, query, find]);
  const close = () => {
    setQuery("");
    setFound([]);
    onClose();
  };
  return (
    <Picker
      label="Find a client"
      placeholder="Name or client number"
      isOpen={isOpen}
      onClose={close}
      query={query}
      onQuery={setQuery}
      groups={[
        {
          title: query === "" ? "Opened last" : "Clients",
          options: found.map(({ id, name, hint }) => ({ id, icon: "client", text: name, hint })),
        },
      ]}
      onPick={(id) => {
        close();
        onOpen(id);
      }}
      nothing={query === "" ? "Type a name or a client number." : "Nobody you may open begins with that."}
      foot={
        <KeyList
          keys={[
            ["Up or Down", "choose"],
            ["Enter", "open"],
          ]}
        />
      }
    />
  );
}
