//! Which option a typed text means beyond doubt, so that Tab takes it and nobody has to point at it.

interface Named {
  label: string;
  help?: string;
}

/** The same word, whatever the case: "ma" is MA. */
export function sameWord(word: string | undefined, typed: string): boolean {
  return typed.trim() !== "" && word?.toLowerCase() === typed.trim().toLowerCase();
}

/** The option that is named exactly, or the only one left. */
export function meantBy<Option extends Named>(typed: string, found: readonly Option[]): Option | undefined {
  return (
    found.find((option) => sameWord(option.label, typed) || sameWord(option.help, typed)) ??
    (found.length === 1 ? found[0] : undefined)
  );
}
