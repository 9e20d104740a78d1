//! A client's name in a table: the family name gives way, the given name stays whole; a restricted chart shows its number.

import type { NoteClient } from "../../ipc/generated/calls.ts";
import { Name } from "../../kit/Name/Name.tsx";
import { clientWords } from "./body.ts";

export function ClientName({ client }: { client: NoteClient }) {
  const [family, given] = client.name.split(", ");
  return family === undefined || given === undefined ? clientWords(client) : <Name family={family} given={given} />;
}
