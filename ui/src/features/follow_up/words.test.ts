import { expect, test } from "vitest";
import type { FollowUpRow } from "../../ipc/generated/calls.ts";
import { answerOf, hoursWords, noteOf, stepsWords, whatOf } from "./words.ts";

const clock = { today: "2026-11-24", zone: "UTC" };
const at = (iso: string) => Date.parse(iso);

function row(more: Partial<FollowUpRow> = {}): FollowUpRow {
  return {
    id: "a",
    client: "c",
    client_name: "Sousa, Ana",
    event: "dilute",
    event_label: "Dilute specimen",
    test: "t",
    of: "S-26-1187",
    step: "recollect_observed",
    step_label: "Collect again, observed",
    blocked: false,
  lacking_words: "",
    words: "",
    due_at: at("2026-11-24T16:00:00Z"),
    overdue: false,
    state: "open",
    answer: "",
    may_answer: true,
    rev: 1,
    ...more,
  };
}

test("a line says what, of what, and until when", () => {
  expect(whatOf(row())).toBe("Collect again, observed");
  expect(noteOf(row(), clock)).toBe("Dilute specimen, S-26-1187 · due today, 4:00\u00a0PM");
  expect(noteOf(row({ overdue: true, words: "Early in the morning" }), clock)).toBe(
    "Dilute specimen, S-26-1187 · overdue since today, 4:00\u00a0PM · Early in the morning",
  );
});

test("a notice names whom a consent covers, or the kind that is missing", () => {
  const notice = row({ step: "notify", step_label: "Give notice", recipient: "monitoring_program", recipient_label: "Monitoring program" });
  expect(whatOf(notice)).toBe("Give notice: monitoring program");
  expect(whatOf({ ...notice, covered_by: "Harbor Monitoring" })).toBe("Give notice: Harbor Monitoring");
});

test("an answer says who and what", () => {
  expect(answerOf(row({ state: "done", answered_by: "Marisol Quiñones", answer: "PEth is ordered" }))).toBe(
    "Done, Marisol Quiñones: PEth is ordered",
  );
  expect(answerOf(row({ state: "not_needed", answer: "The test no longer asks for it" }))).toBe(
    "Not needed: The test no longer asks for it",
  );
});

test.each([
  [1, "1 hour"],
  [24, "24 hours"],
  [47, "47 hours"],
  [48, "2 days"],
  [49, "49 hours"],
  [168, "7 days"],
])("%i hours are %s", (hours, words) => expect(hoursWords(hours)).toBe(words));

test("a rule is one line", () => {
  expect(stepsWords([], {})).toBe("Nothing follows");
  expect(stepsWords([{ step: "contact", hours: 24 }, { step: "evaluate", hours: 72 }], { contact: "Talk with the client", evaluate: "Clinical evaluation" })).toBe(
    "Talk with the client (24 hours); Clinical evaluation (3 days)",
  );
});
