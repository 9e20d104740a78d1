//! Where each form with drafts lives, so that My day can lead back to it. A feature with a draft adds its line.

import type { LinkProps } from "@tanstack/react-router";

interface DraftPlace {
  words: string;
  to: LinkProps["to"];
}

export const DRAFT_PLACES: Record<string, (subject: string | undefined) => DraftPlace> = {
  "staff.add": () => ({ words: "A new person", to: "/staff/new" }),
  "group.add": () => ({ words: "A new group", to: "/groups/new" }),
  "session.plan": () => ({ words: "A session being planned", to: "/sessions" }),
  attendance: () => ({ words: "Attendance not recorded yet", to: "/tonight" }),
  "practice.change": () => ({ words: "The practice", to: "/settings/practice" }),
};
