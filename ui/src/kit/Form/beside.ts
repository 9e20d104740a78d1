//! Which field of a form a complaint of the core belongs to. A request may nest what the form shows flat (`director.login`).

/** The complaints by the names of the form's own fields; what has no field keeps its full name. */
export function beside(complaints: Record<string, string>, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(complaints).map(([name, message]) => {
      const last = name.split(".").at(-1) ?? name;
      return [!fields.includes(name) && fields.includes(last) ? last : name, message];
    }),
  );
}
