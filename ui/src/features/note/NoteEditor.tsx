//! Writing a note: sections of the chosen format, objectives, the risk line; beside it what is missing and the note before. Kept as one types, checked
//! and signed with Ctrl+Enter.

import { useRef, useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { queryClient, useCall, useOp } from "../../ipc/door.ts";
import type { NoteAnswer, NoteReady, NoteTemplates } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FootBar } from "../../kit/FootBar/FootBar.tsx";
import { focusField } from "../../kit/Form/focusField.ts";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { PageBody } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, localDate, moment, time } from "../../lib/time.ts";
import { BothTexts } from "../draft/BothTexts.tsx";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useTogether } from "../draft/useTogether.ts";
import { useCommands } from "../palette/commands.ts";
import { SnippetField } from "../snippet/SnippetField.tsx";
import { BeforeSigning } from "./BeforeSigning.tsx";
import { Carry } from "./Carry.tsx";
import { HandedOver, LicenseWays } from "./HandOver.tsx";
import { Objectives } from "./Objectives.tsx";
import { Remarks } from "./Remarks.tsx";
import { RiskLine } from "./RiskLine.tsx";
import { SignDialog } from "../signature/SignDialog.tsx";
import { bodyOf, laidOut, layoutsOf, linesFor, nextPoint, noteParts, requestOf, sectionsOf, wordCount } from "./body.ts";
import type { EditorBody } from "./body.ts";
import styles from "./note.module.css";
import { useEscape } from "./useEscape.ts";
import { useSettled } from "./useSettled.ts";

interface EditorProps {
  note: NoteAnswer;
  templates: NoteTemplates;
}

export function NoteEditor({ note, templates }: EditorProps) {
  const { zone } = usePractice();
  const navigate = useNavigate();
  const draft = useTogether<EditorBody>(
    { form: "note", subject: note.id, at: note.at_work },
    () => bodyOf(note, zone),
    (bodies) => noteParts(note, templates, bodies),
  );
  const settled = useSettled(draft.value, 500);
  const ready = useCall("note.ready", { id: note.id, body: requestOf(settled) }, { enabled: draft.ready, keep: true });
  const save = useOp("note.save");
  const sign = useOp("note.sign");
  const [signing, setSigning] = useState(false);
  const here = useRef<string | undefined>(undefined);
  const missing = ready.data?.missing ?? [];
  const look = ({ theirs }: Refused) => void (theirs === undefined ? undefined : queryClient.setQueryData(["note.get", { id: note.id }], theirs));

  const leave = () => {
    if (draft.both.length > 0) return draft.ask();
    save.mutate(
      { id: note.id, rev: note.rev, body: requestOf(draft.value) },
      {
        onSuccess: () => {
          void draft.done(draft.value);
          say("Kept as a draft", { icon: "draft" });
          void navigate({ to: "/" });
        },
        onError: look,
      },
    );
  };
  const go = (step: 1 | -1) => {
    const point = nextPoint(missing, here.current, step);
    here.current = point?.field;
    if (point) focusField(point.field);
  };
  const check = () => {
    if (draft.both.length > 0) draft.ask();
    else if (missing.length > 0) go(1);
    else if (ready.data) setSigning(true);
  };
  useCommands([
    { id: "note.sign", title: "Check and sign", group: "Here", icon: "signed", keys: "Ctrl+Enter", inText: true, run: check },
    { id: "note.leave", title: "Leave as draft", group: "Here", icon: "draft", run: leave },
    { id: "note.next", title: "Next thing missing", group: "Here", icon: "down-arrow", keys: "Ctrl+Down", inText: true, run: () => go(1) },
    { id: "note.before", title: "Thing missing before", group: "Here", icon: "up-arrow", keys: "Ctrl+Up", inText: true, run: () => go(-1) },
  ]);
  useEscape(leave);
  const sections = sectionsOf(draft.value, templates, note);
  return (
    <>
      <Form
        label="Note"
        className="stack"
        onSubmit={check}
        refusal={save.error ?? ready.error}
        fields={[...sections.map(({ key }) => `sections.${key}`), "risk_words", "starts", "minutes", "on", "place", "interpreter", "template"]}
      >
        <BothTexts together={draft} />
        <PageBody columns="two">
          <Writing note={note} templates={templates} endsAt={ready.data?.ends_at} body={draft.value} change={draft.change} />
          <Beside note={note} ready={ready.data} body={draft.value} leave={() => void draft.done()} />
        </PageBody>
      </Form>
      <FootBar
        action={
          <div className="cluster">
            <Button keys="Esc" pending={save.isPending} onPress={leave}>
              Leave as draft
            </Button>
            <Button kind="primary" icon="signed" keys="Ctrl+Enter" onPress={check}>
              Check and sign
            </Button>
          </div>
        }
      >
        {draft.savedAt === undefined && draft.restoredFrom === undefined ? (
          "Kept as you type. If the power goes, at most the last second is lost."
        ) : (
          <DraftLine draft={draft} />
        )}
      </FootBar>
      <SignDialog
        title="Sign this note"
        action="Sign"
        isOpen={signing}
        pending={sign.isPending}
        refusal={sign.error}
        onClose={() => setSigning(false)}
        onSign={(proof) =>
          sign.mutate(
            { id: note.id, rev: note.rev, body: requestOf(draft.value), proof },
            {
              onSuccess: (signed) => {
                setSigning(false);
                void draft.done(draft.value);
                say(signed.state === "awaiting_cosign" ? "Signed; it waits for the cosignature" : "Signed", { icon: "signed" });
              },
              onError: look,
            },
          )
        }
      >
        Its text is fixed from then on. What is to be added later becomes an addendum.
      </SignDialog>
    </>
  );
}

interface WritingProps extends EditorProps {
  /** When the service ends by what is typed, once the core has looked. */
  endsAt: number | undefined;
  body: EditorBody;
  change: (patch: Partial<EditorBody>) => void;
}

function Writing({ note, templates, endsAt, body, change }: WritingProps) {
  return (
    <div className="stack">
      {note.answers.at(-1)?.decision === "returned" && note.state === "returned" ? (
        <Banner tone="caution" icon="returned" title="Returned for revision">
          {note.answers.at(-1)?.by}
          {note.answers.at(-1)?.comment === "" ? ", with words at the places below." : `: “${note.answers.at(-1)?.comment ?? ""}”`}
        </Banner>
      ) : null}
      {note.handed_over === "" ? null : <HandedOver note={note} />}
      {body.service === null ? null : <ServiceFields service={body.service} endsAt={endsAt} change={(service) => change({ service })} />}
      {sectionsOf(body, templates, note).map((section, index) => {
        const text = body.texts[section.key] ?? "";
        return (
          <div key={section.key}>
            <SnippetField
              label={section.label}
              name={`sections.${section.key}`}
              help={text === "" || section.extra ? section.hint : `${String(wordCount(text))} words`}
              lines={linesFor(text, 3)}
              value={text}
              optional={!section.required}
              autoFocus={index === 0}
              onChange={(next) => change({ texts: { ...body.texts, [section.key]: next } })}
            />
            <Carry note={note} section={section} body={body} change={change} />
            {note.state === "returned" ? (
              <Remarks remarks={note.remarks.filter((remark) => remark.section === section.key)} field={`sections.${section.key}`} text={text} />
            ) : null}
          </div>
        );
      })}
      <Objectives objectives={note.objectives} ticks={body.ticks} onChange={(ticks) => change({ ticks })} />
      {note.kind === "absence" ? null : <RiskLine owed={note.owes_risk} risk={body.risk} words={body.riskWords} onChange={change} />}
      <FieldRow>
        {body.service === null ? null : (
          <Field label="Place" name="place" optional help="In the office, by telephone, at court" value={body.place} onChange={(place) => change({ place })} />
        )}
        <Field
          label="Interpreter"
          name="interpreter"
          optional
          help="Language, and by which way"
          value={body.interpreter}
          onChange={(interpreter) => change({ interpreter })}
        />
        {note.format === "group" || note.format === "absence" ? null : (
          <Select
            label="Divided as"
            name="template"
            width="medium"
            value={body.template ?? body.format}
            options={layoutsOf(note, templates)}
            onChange={(value) => change(laidOut(value, templates))}
          />
        )}
      </FieldRow>
    </div>
  );
}

function ServiceFields({
  service,
  endsAt,
  change,
}: {
  service: NonNullable<EditorBody["service"]>;
  endsAt: number | undefined;
  change: (service: NonNullable<EditorBody["service"]>) => void;
}) {
  const { today, zone } = usePractice();
  const sameDay = endsAt === undefined || localDate(endsAt, zone) === service.on;
  const until = endsAt === undefined ? undefined : `until ${sameDay ? time(endsAt, zone) : moment(endsAt, today, zone)}`;
  return (
    <FieldRow>
      <DateField label="On" name="on" value={service.on} onChange={(on) => change({ ...service, on })} />
      <Field
        label="From"
        name="starts"
        width="short"
        help="As 08:05"
        value={service.starts}
        onChange={(starts) => change({ ...service, starts })}
      />
      <Field
        label="For"
        name="minutes"
        width="short"
        unit="min"
        help={until}
        value={service.minutes}
        onChange={(minutes) => change({ ...service, minutes })}
      />
    </FieldRow>
  );
}

interface BesideProps {
  note: NoteAnswer;
  ready: NoteReady | undefined;
  body: EditorBody;
  /** The note is somebody else's now. */
  leave: () => void;
}

function Beside({ note, ready, body, leave }: BesideProps) {
  const { today } = usePractice();
  return (
    <div className={`stack ${styles.beside}`} data-gap="wide">
      <BeforeSigning ready={ready} session={note.session} />
      {ready?.missing.some((point) => point.field === "license") ? <LicenseWays note={note} body={requestOf(body)} leave={leave} /> : null}
      {note.shared === undefined ? null : (
        <Section title="Shared part" aside="as signed with the session">
          <p className="strong">{note.shared.topic}</p>
          <p className={`${styles.text} muted`}>{note.shared.words}</p>
        </Section>
      )}
      {note.last_time === undefined ? null : (
        <Section title="Last time" aside={date(note.last_time.service_on, today)}>
          <p className={`${styles.text} ${styles.clip} muted`}>{note.last_time.text}</p>
        </Section>
      )}
    </div>
  );
}
