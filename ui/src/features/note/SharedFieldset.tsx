//! The part that goes into every chart of the session, so it holds no names. Once signed it is only read.

import type { GroupNotePage, NotTheirName, NoteTemplates } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Checkbox, Ticks } from "../../kit/Choice/Choice.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Key } from "../../kit/Keys/Keys.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { NotTheirs } from "./NotTheirs.tsx";
import { linesFor } from "./body.ts";
import type { GroupBody } from "./group.ts";
import { furtherSections, mainSection, tally } from "./group.ts";
import styles from "./group.module.css";
import note from "./note.module.css";

interface SharedProps {
  page: GroupNotePage;
  templates: NoteTemplates;
  body: GroupBody;
  onChange: (body: GroupBody) => void;
  onLeave: () => void;
  /** A word that reads like a member's name is none. */
  onState: (stated: NotTheirName) => void;
}

export function SharedFieldset({ page, templates, body, onChange, onLeave, onState }: SharedProps) {
  const { present } = tally(page);
  // Whoever comes here to begin, begins to write; whoever comes back finds the page's title first.
  const begins = page.shared.words === "" && body.words === "";
  const problem = (field: string) => page.missing.find((point) => point.field === field && point.message.startsWith("“"))?.message;
  const { named, stated } = page.shared;
  const noticed = [
    ...stated.map(({ word, because }) => ({ id: `stated ${word}`, icon: "check" as const, what: `“${word}” is nobody’s name here: ${because}` })),
    ...page.warnings.map((point) => ({ id: point.message, icon: "caution" as const, tone: "caution" as const, what: point.message })),
  ];
  if (page.shared.signed) return <Signed page={page} templates={templates} />;
  return (
    <Section
      title="Shared part"
      aside={`goes into ${String(present)} charts, so no names here`}
      action={
        problem("topic") ?? problem("words") ? null : (
          <State tone="positive" icon="check">
            No names found
          </State>
        )
      }
    >
      {/* Leaving any field of the shared part keeps it. */}
      <div className={styles.shared} data-shared onBlur={onLeave}>
        <Field
          label="Topic"
          name="topic"
          value={body.topic}
          autoFocus={begins && page.shared.topic === ""}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return event.continuePropagation();
            event.preventDefault();
            event.currentTarget.closest("[data-shared]")?.querySelector("textarea")?.focus();
          }}
          help={page.lesson ? `${page.lesson.curriculum}, ${String(page.lesson.number)} of ${String(page.lesson.many)}. ${page.lesson.aim}` : undefined}
          error={problem("topic")}
          onChange={(topic) => onChange({ ...body, topic })}
        />
        <Ticks
          label="Interventions"
          columns="row"
          value={body.interventions}
          options={templates.interventions.map(({ word, label }) => ({ value: word, label }))}
          onChange={(interventions) => onChange({ ...body, interventions })}
        />
        <div className={styles.whole}>
          <Field
            label={mainSection(page, "words")?.label ?? "What the group did"}
            name="words"
            autoFocus={begins && page.shared.topic !== ""}
            lines={linesFor(body.words, 2)}
            value={body.words}
            error={problem("words")}
            onChange={(words) => onChange({ ...body, words })}
          />
        </div>
        {furtherSections(page, "shared").map(({ key, label, hint, required }) => (
          <div key={key} className={styles.whole}>
            <Field
              label={label}
              name={`more.${key}`}
              optional={!required}
              help={hint}
              lines={linesFor(body.more?.[key] ?? "", 1)}
              value={body.more?.[key] ?? ""}
              error={problem(`more.${key}`)}
              onChange={(text) => onChange({ ...body, more: { ...body.more, [key]: text } })}
            />
          </div>
        ))}
        {noticed.length === 0 && named === undefined ? null : (
          <div className={`${styles.whole ?? ""} stack`} data-gap="tight">
            <Todo label="What was noticed in the shared part" items={noticed} />
            {named === undefined ? null : (
              <NotTheirs
                key={named}
                word={named}
                title="This is nobody’s name here"
                keys="Alt+Shift+N"
                why={`Why “${named}” is nobody’s name here`}
                help="Enter keeps it. It stays beside the shared part and never goes into a chart."
                onState={onState}
              />
            )}
          </div>
        )}
        <div className={styles.whole}>
          <Checkbox isSelected={body.statement} onChange={(statement) => onChange({ ...body, statement })}>
            {templates.statement}
            <span className="muted"> <Key of="Alt+R" /> Answers the risk line of everybody present without a mark of their own.</span>
          </Checkbox>
        </div>
      </div>
    </Section>
  );
}

function Signed({ page, templates }: { page: GroupNotePage; templates: NoteTemplates }) {
  const labels = templates.interventions.filter(({ word }) => page.shared.interventions.includes(word));
  return (
    <Section
      title="Shared part"
      action={
        <State tone="positive" icon="signed">
          Signed, fixed
        </State>
      }
    >
      <div className="stack" data-gap="tight">
        <p className="strong">{page.shared.topic}</p>
        <p className={`${note.text} prose`}>{page.shared.words}</p>
        <p className="muted small">
          {[labels.map(({ label }) => label).join(", "), page.shared.risk_statement ? templates.statement : ""].filter((part) => part !== "").join(" · ")}
        </p>
      </div>
    </Section>
  );
}
