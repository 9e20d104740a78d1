//! Puts the focus into a field by the name under which the core knows it, wherever on the page it stands.

/** A select and a date keep their name in a hidden input; what takes the focus stands beside it. */
const FOCUSABLE = "input:not([type=hidden]), textarea, button, a, [role=spinbutton]";

export function focusField(field: string): void {
  // What is said of the whole text leads to its first section.
  const named =
    field === "sections"
      ? document.querySelector<HTMLElement>('[name^="sections."]')
      : document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"], [data-field="${CSS.escape(field)}"]`);
  const whole = named?.matches("select, input[type=hidden]") ? named.closest("[data-rac]") : named;
  const target = whole?.matches(FOCUSABLE) ? (whole as HTMLElement) : whole?.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
