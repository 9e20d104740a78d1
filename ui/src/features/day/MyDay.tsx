//! My day: what to do next, and nothing else. The first nine lines answer to 1 to 9.

import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { DraftLine } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Key } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { longDate, moment } from "../../lib/time.ts";
import { DRAFT_PLACES } from "../draft/forms.ts";
import { ComingClashes } from "../fitting/ComingClashes.tsx";
import { useCommands } from "../palette/commands.ts";
import { firstOf, sectionsOf } from "./lines.ts";
import type { DaySection, Line } from "./lines.ts";
import { owedByCredentials, owedBySetup } from "./owed.ts";
import type { Owed } from "./owed.ts";

/** Drafts of these forms stand among the notes already. */
const NOTES = new Set(["note", "group_note"]);

export function MyDay() {
  const { workstation, person, practice, today, zone } = usePractice();
  const staff = useCall("staff.list", {});
  const drafts = useCall("draft.list", {});
  const setup = workstation ? owedBySetup(workstation, staff.data) : [];
  const credentials = owedByCredentials(staff.data ?? [], holds(person, "director"), today);
  const kept = (drafts.data ?? []).filter((draft) => draft.form in DRAFT_PLACES && !NOTES.has(draft.form));
  const day = useCall("day.mine", {}, { every: 60_000 });
  const sections = day.data === undefined ? [] : sectionsOf(day.data, { today, zone });
  const nothing = sections.length + setup.length + credentials.length + kept.length === 0;
  return (
    <>
      <PageHead title="My day">
        {longDate(today)}
        {practice ? ` · ${practice.name} · ` : " · "}
        <Link to="/todo">Everything by age, and tasks</Link>
      </PageHead>
      <PageBody>
        <Answered query={day} what="your day">
          {() => (
            <>
              <Sections sections={sections} />
              <ComingClashes />
              {nothing ? (
                <EmptyState title="Nothing waits for you">
                  Sessions, notes, plans, drafts and whatever else needs you appear here.
                </EmptyState>
              ) : null}
            </>
          )}
        </Answered>
        {kept.length === 0 ? null : <Drafts drafts={kept} />}
        {credentials.length === 0 ? null : <OwedSection title="Credentials" owed={credentials} />}
        {setup.length === 0 ? null : <OwedSection title="Still to set up" owed={setup} />}
      </PageBody>
    </>
  );
}

function Sections({ sections }: { sections: readonly DaySection[] }) {
  const navigate = useNavigate();
  const start = useOp("note.start");
  const follow = ({ way }: Line) => {
    if ("to" in way) void navigate({ to: way.to });
    else start.mutate(way.begin, { onSuccess: ({ id }) => void navigate({ to: "/note/$id", params: { id } }) });
  };
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const shownOf = ({ title, lines }: DaySection) => (whole.has(title) ? lines : firstOf(lines));
  const numbered = sections.flatMap(shownOf).slice(0, 9);
  useCommands(
    numbered.map((line, index) => ({
      id: `day.${line.id}`,
      title: `${line.words}: ${String(line.what)}`,
      group: "Here" as const,
      icon: line.icon,
      keys: String(index + 1),
      run: () => follow(line),
    })),
  );
  const keyOf = (line: Line) => {
    const index = numbered.indexOf(line);
    return index === -1 ? null : <Key of={String(index + 1)} />;
  };
  return (
    <>
      {start.error ? <RefusedBanner refusal={start.error} /> : null}
      {sections.map((section) => (
        <Section key={section.title} title={section.title} aside={section.aside}>
          <Todo
            label={section.title}
            items={shownOf(section).map((line) => ({
              ...line,
              way: (
                <span className="cluster">
                  {"to" in line.way ? (
                    <Link to={line.way.to}>{line.words}</Link>
                  ) : (
                    <Button size="sm" pending={start.isPending} onPress={() => follow(line)}>
                      {line.words}
                    </Button>
                  )}
                  {keyOf(line)}
                </span>
              ),
            }))}
          />
          {shownOf(section).length === section.lines.length ? null : (
            <div>
              <Button
                kind="quiet"
                size="sm"
                icon="down"
                onPress={() => setWhole(new Set([...whole, section.title]))}
              >
                {`All ${String(section.lines.length)}`}
              </Button>
            </div>
          )}
        </Section>
      ))}
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
