//! How a client is found by typing. Undefined until the clients have landed; the switcher, Ctrl+O and its dialog appear as soon as it is set.

export interface FoundClient {
  id: string;
  /** "Nakagawa-Whitfield, Rosalind, MD" */
  name: string;
  /** Client number, level, discharged: what tells two people apart. */
  hint: string;
}

/** At most as many as fit a list; the core decides whom this person may find. */
export type FindClients = (query: string) => Promise<readonly FoundClient[]>;

export const findClients: FindClients | undefined = undefined;
