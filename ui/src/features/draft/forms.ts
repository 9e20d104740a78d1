//! Where each form with drafts lives, so that My day can lead back to it. A feature with a draft adds its line.

import type { LinkProps } from "@tanstack/react-router";

interface DraftPlace {
  words: string;
  to: LinkProps["to"];
}

export const DRAFT_PLACES: Record<string, (subject: string | undefined) => DraftPlace> = {
  note: (subject) => ({ words: "A note", to: `/note/${subject ?? ""}` as DraftPlace["to"] }),
  addendum: (subject) => ({ words: "An addendum", to: `/note/${subject ?? ""}` as DraftPlace["to"] }),
  group_note: (subject) => ({ words: "A group note", to: `/session/${subject ?? ""}/note` as DraftPlace["to"] }),
  "staff.add": () => ({ words: "A new person", to: "/staff/new" }),
  "practice.change": () => ({ words: "The practice", to: "/settings/practice" }),
};
