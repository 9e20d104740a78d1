//! Choosing a client by any part of the name or by number. Shows only what the core found for this person; nothing is filtered
//! or remembered here.

import { useState } from "react";
import { ask } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Picker } from "../../kit/Picker/Picker.tsx";
import { useFound } from "../../lib/useFound.ts";
import styles from "./ClientPicker.module.css";
import { hintOf } from "./find.ts";

export interface PickedClient {
  id: string;
  name: string;
}

interface ClientPickerProps {
  label: string;
  /** What Enter does with who is chosen. */
  does?: "take" | "open";
  isOpen: boolean;
  onClose: () => void;
  onPick: (client: PickedClient) => void;
}

export function ClientPicker({ label, does = "take", isOpen, onClose, onPick }: ClientPickerProps) {
  const [query, setQuery] = useState("");
  const found = useFound(isOpen, query, (text) => ask("client.find", { text }));
  const close = () => {
    setQuery("");
    onClose();
  };
  return (
    <Picker
      label={label}
      placeholder="Name or client number"
      isOpen={isOpen}
      onClose={close}
      query={query}
      onQuery={setQuery}
      groups={[
        {
          title: query === "" ? "Opened last" : "Clients",
          options: found.map((one) => ({ id: one.id, icon: "client", text: one.name, hint: hintOf(one) })),
        },
      ]}
      onPick={(id) => {
        const picked = found.find((client) => client.id === id);
        close();
        if (picked) onPick({ id: picked.id, name: picked.name });
      }}
      nothing={query === "" ? "Type a name or a client number." : `Nobody you may ${does === "open" ? "open" : "choose"} is called that.`}
      foot={
        <KeyList
          keys={[
            ["Up or Down", "choose"],
            ["Enter", does],
          ]}
        />
      }
    />
  );
}

/** A field of a form that holds a client: shows who it is, and opens the picker. */
export function ClientField(props: {
  label: string;
  value: PickedClient | undefined;
  error: string | undefined;
  onChange: (client: PickedClient) => void;
}) {
  const { label, value, error, onChange } = props;
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <Button icon={value ? "client" : "search"} className={styles.button} onPress={() => setOpen(true)}>
        {value?.name ?? "Choose a client"}
      </Button>
      {error ? <p className={styles.error}>{error}</p> : null}
      <ClientPicker label={label} isOpen={open} onClose={() => setOpen(false)} onPick={onChange} />
    </div>
  );
}
