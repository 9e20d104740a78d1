//! My day: what to do next, and nothing else. Features add their own lines as they land.

import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { DraftLine } from "../../ipc/generated/calls.ts";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { longDate, moment } from "../../lib/time.ts";
import { DRAFT_PLACES } from "../draft/forms.ts";
import { owedByCredentials, owedBySetup } from "./owed.ts";
import type { Owed } from "./owed.ts";

export function MyDay() {
  const { workstation, person, practice, today } = usePractice();
  const staff = useCall("staff.list", {});
  const drafts = useCall("draft.list", {});
  const setup = workstation ? owedBySetup(workstation, staff.data) : [];
  const credentials = owedByCredentials(staff.data ?? [], holds(person, "director"), today);
  const kept = (drafts.data ?? []).filter((draft) => draft.form in DRAFT_PLACES);
  const nothing = setup.length + credentials.length + kept.length === 0;
  return (
    <>
      <PageHead title="My day">
        {longDate(today)}
        {practice ? ` · ${practice.name}` : ""}
      </PageHead>
      <PageBody>
        {kept.length === 0 ? null : <Drafts drafts={kept} />}
        {credentials.length === 0 ? null : <OwedSection title="Credentials" owed={credentials} />}
        {setup.length === 0 ? null : <OwedSection title="Still to set up" owed={setup} />}
        {nothing ? (
          <EmptyState title="Nothing waits for you">
            Drafts, credentials that run out and whatever else needs you appear here.
          </EmptyState>
        ) : null}
      </PageBody>
    </>
  );
}

function OwedSection({ title, owed }: { title: string; owed: readonly Owed[] }) {
  return (
    <Section title={title}>
      <Todo
        label={title}
        items={owed.map(({ to, params, way, ...item }) => ({
          ...item,
          way: (
            <Link to={to} params={params}>
              {way}
            </Link>
          ),
        }))}
      />
    </Section>
  );
}

function Drafts({ drafts }: { drafts: readonly DraftLine[] }) {
  const { zone, today } = usePractice();
  return (
    <Section title="Go on writing" aside="drafts, for you only">
      <Todo
        label="Drafts"
        items={drafts.map((draft) => {
          const place = DRAFT_PLACES[draft.form]?.(draft.subject === "" ? undefined : draft.subject);
          return {
            id: `${draft.form}/${draft.subject}`,
            icon: "draft",
            what: draft.label === "" ? (place?.words ?? draft.form) : draft.label,
            note: `Saved ${moment(draft.at, today, zone)}`,
            way: place ? <Link {...place.link}>Go on</Link> : null,
          };
        })}
      />
    </Section>
  );
}
