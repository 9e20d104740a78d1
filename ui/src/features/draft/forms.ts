//! Where each form with drafts lives, so that My day can lead back to it. A feature with a draft adds its line.

import type { LinkProps } from "@tanstack/react-router";

interface DraftPlace {
  words: string;
  link: LinkProps;
}

const at = (words: string, to: LinkProps["to"]): DraftPlace => ({ words, link: { to } as LinkProps });

/** A form of a chart: its subject begins with the client's id, and no client's name stands in its words. */
const ofChart =
  (words: string, tab?: string) =>
  (subject: string | undefined): DraftPlace => ({
    words,
    link: { to: "/client/$id/{-$tab}", params: { id: subject?.split("/")[0] ?? "", ...(tab === undefined ? {} : { tab }) } } as LinkProps,
  });

/** A form of one row: its subject is the row's id. */
const ofRow =
  (words: string, to: LinkProps["to"]) =>
  (subject: string | undefined): DraftPlace => ({ words, link: { to, params: { id: subject ?? "" } } as LinkProps });

export const DRAFT_PLACES: Record<string, (subject: string | undefined) => DraftPlace> = {
  "staff.add": () => at("A new person", "/staff/new"),
  "client.add": () => at("A new client", "/client/new"),
  panel: ofRow("The next version of a panel", "/settings/panels/$id"),
  "inquiry.add": (client) => (client === undefined ? at("An inquiry being taken", "/inquiries/new") : ofRow("A client who asks again", "/inquiries/new/$id")(client)),
  "client.change": ofChart("A client's identity"),
  "contact.add": ofChart("A way to reach a client"),
  "contact.change": ofChart("A way to reach a client"),
  "emergency_contact.add": ofChart("An emergency contact"),
  "emergency_contact.change": ofChart("An emergency contact"),
  "insurance.add": ofChart("An insurance"),
  "insurance.change": ofChart("An insurance"),
  "license.add": ofChart("A license"),
  "license.change": ofChart("A license"),
  "work.add": ofChart("A workplace"),
  "work.change": ofChart("A workplace"),
  "work_pattern.set": ofChart("When a client works"),
  "medication.add": ofChart("A medication"),
  "medication.change": ofChart("A medication"),
  "diagnosis.add": ofChart("A diagnosis"),
  "diagnosis.change": ofChart("A diagnosis"),
  "drug_test.log": ofChart("A drug test being logged"),
  "drug_test.screen": ofRow("A screen being entered", "/tests/$id"),
  "drug_test.laboratory": ofRow("A laboratory's report", "/tests/$id"),
  "drug_test.correct": ofRow("A correction of a drug test", "/tests/$id"),
  "consent.add": ofChart("A consent"),
  "agreement.save": ofChart("An agreement"),
  "disclosure.make": () => at("A document for somebody outside", "/releases"),
  "instrument.safety": ofChart("A safety step", "outcomes"),
  "instrument.record": ofChart("An instrument being taken down", "outcomes"),
  "assessment.save": ofChart("An assessment"),
  "plan.save": ofChart("A plan"),
  "plan.review": ofChart("A review of a plan"),
  "episode.discharge": ofChart("A discharge"),
  "discharge.save": ofChart("A discharge summary"),
  "practice.change": () => at("The practice", "/settings/practice"),
  "group.add": () => at("A new group", "/groups/new"),
  "session.plan": (subject) => (subject === undefined ? at("A session being planned", "/sessions") : ofChart("A session being planned")(subject)),
  "session.move": ofRow("A session being moved", "/session/$id"),
  "waitlist.add": ofRow("Somebody for a waitlist", "/groups/$id"),
  "apart.add": ofChart("Somebody to be kept apart"),
  "closure.add": () => at("A date to close", "/settings/closures"),
  attendance: () => at("Attendance not recorded yet", "/tonight"),
  note: ofRow("A note", "/note/$id"),
  addendum: ofRow("An addendum", "/note/$id"),
  note_template: () => at("A template of notes", "/templates"),
  lesson: () => at("A session of a curriculum", "/curricula"),
  group_note: ofRow("A group note", "/session/$id/note/{-$client}"),
};
