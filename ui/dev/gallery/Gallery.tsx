/* Every component in every state it has, for review: `npm run dev`, then #/gallery. When a screen needs something that is not here, it is added here first. */
import { useState } from "react";
import type { ReactNode } from "react";
import { Refused } from "../../src/ipc/refused.ts";
import { Badge, State, Tag } from "../../src/kit/Badge/Badge.tsx";
import { Banner } from "../../src/kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../src/kit/Banner/RefusedBanner.tsx";
import { Button } from "../../src/kit/Button/Button.tsx";
import { Checkbox, OneOf, Segments, Ticks } from "../../src/kit/Choice/Choice.tsx";
import { ComboBox } from "../../src/kit/ComboBox/ComboBox.tsx";
import { DateField } from "../../src/kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../src/kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../src/kit/EmptyState/EmptyState.tsx";
import { Facts } from "../../src/kit/Facts/Facts.tsx";
import { Field } from "../../src/kit/Field/Field.tsx";
import { FootBar } from "../../src/kit/FootBar/FootBar.tsx";
import { FieldRow, Form } from "../../src/kit/Form/Form.tsx";
import { Grid } from "../../src/kit/Grid/Grid.tsx";
import { Icon } from "../../src/kit/Icon/Icon.tsx";
import { shapes } from "../../src/kit/Icon/shapes.tsx";
import type { IconName } from "../../src/kit/Icon/Icon.tsx";
import { KeyList } from "../../src/kit/Keys/Keys.tsx";
import { Name } from "../../src/kit/Name/Name.tsx";
import { PageBody, PageHead } from "../../src/kit/PageHead/PageHead.tsx";
import { PassphraseField } from "../../src/kit/Passphrase/PassphraseField.tsx";
import { Picker } from "../../src/kit/Picker/Picker.tsx";
import { Progress } from "../../src/kit/Progress/Progress.tsx";
import { SavedLine } from "../../src/kit/SavedLine/SavedLine.tsx";
import { Section } from "../../src/kit/Section/Section.tsx";
import { Select } from "../../src/kit/Select/Select.tsx";
import { Steps } from "../../src/kit/Steps/Steps.tsx";
import { Tabs } from "../../src/kit/Tabs/Tabs.tsx";
import { Toasts } from "../../src/kit/Toast/Toasts.tsx";
import { say } from "../../src/kit/Toast/toasts.ts";
import { Todo } from "../../src/kit/Todo/Todo.tsx";
import { NOW, strengthOf } from "../stand_in/world.ts";
import styles from "./Gallery.module.css";

const REASONS = [
  { value: "shift", label: "Shift moved by the employer" },
  { value: "ill", label: "Ill" },
] as const;

export function Gallery() {
  return (
    <main className={styles.gallery}>
      <PageHead title="Parts">Every component in every state it has.</PageHead>
      <PageBody>
        <div className={styles.columns}>
          <div className="stack" data-gap="wide">
            <Buttons />
            <Fields />
            <Choices />
            <Cells />
          </div>
          <div className="stack" data-gap="wide">
            <Messages />
            <States />
            <Lists />
            <Floating />
          </div>
        </div>
        <Icons />
      </PageBody>
      <FootBar
        action={
          <Button kind="primary" icon="signed" keys="Ctrl+Enter" why="2 entries to do">
            Sign
          </Button>
        }
      >
        Not ready to sign
      </FootBar>
      <Toasts />
    </main>
  );
}

function Buttons() {
  return (
    <Section title="Buttons" aside="one primary a page">
      <div className="cluster">
        <Button kind="primary" icon="signed" keys="Ctrl+Enter">
          Sign
        </Button>
        <Button>Leave as draft</Button>
        <Button kind="quiet">Show more</Button>
        <Button kind="stop" icon="stop">
          Void this entry
        </Button>
        <Button icon="print" label="Print" />
        <Button size="sm">Small</Button>
        <Button pending>Saving</Button>
      </div>
      <div className="cluster">
        <Button why="Continue opens when the three groups match.">Continue</Button>
      </div>
    </Section>
  );
}

function Fields() {
  const [text, setText] = useState("(555) 010-4417");
  const [day, setDay] = useState("2026-11-24");
  const [secret, setSecret] = useState("orchard lantern");
  const [objective, setObjective] = useState<"1.2" | "3.2" | "">("");
  const [reason, setReason] = useState<"shift" | "ill">("ill");
  return (
    <Section title="Fields">
      <Form label="Fields" onSubmit={() => undefined}>
        <FieldRow>
          <Field label="Call-back number" value={text} onChange={setText} help="Shown to the front desk only" />
          <Field label="Arrived" defaultValue="17:72" error="Minutes go to 59. Did you mean 17:27?" />
        </FieldRow>
        <FieldRow>
          <Field label="Weekly hours" defaultValue="9" unit="hours" optional />
          <Field label="Reads only" defaultValue="Set by the agreement" isReadOnly />
        </FieldRow>
        <FieldRow>
          <DateField
            label="Date of birth"
            value={day}
            onChange={setDay}
            help="Type the digits; it moves on by itself"
          />
          <DateField label="Ends on" value="" onChange={() => undefined} error="Type the day the plan ends." />
        </FieldRow>
        <FieldRow>
          <Select label="Absent because" value={reason} options={REASONS} onChange={setReason} />
          <ComboBox
            label="Objective"
            value={objective}
            onChange={setObjective}
            options={[
              { value: "1.2", label: "1.2 Name three cues before a shift", help: "last used" },
              { value: "3.2", label: "3.2 Cue card for the locker" },
            ]}
          />
        </FieldRow>
        <PassphraseField value={secret} onChange={setSecret} strength={strengthOf(secret)} />
        <Field
          label="What was said"
          lines={3}
          defaultValue="Spoke of the night shift and of calling the sponsor first."
        />
      </Form>
    </Section>
  );
}

function Choices() {
  const [reason, setReason] = useState<"shift" | "ill">("shift");
  const [ticked, setTicked] = useState<("shift" | "ill")[]>(["ill"]);
  const [part, setPart] = useState<"0" | "1" | "2">("1");
  const [on, setOn] = useState(true);
  return (
    <Section title="Choices">
      <FieldRow>
        <OneOf label="Absent because" value={reason} options={REASONS} onChange={setReason} />
        <Ticks
          label="Any of"
          value={ticked}
          options={REASONS}
          onChange={setTicked}
          error={ticked.length === 0 ? "Tick at least one." : undefined}
        />
      </FieldRow>
      <Segments
        label="Participation"
        value={part}
        onChange={setPart}
        options={[
          { value: "0", label: "None" },
          { value: "1", label: "Some" },
          { value: "2", label: "Active" },
        ]}
      />
      <Checkbox isSelected={on} onChange={setOn} help="In the week it was missed, if there is room">
        Offer a make-up session
      </Checkbox>
      <Checkbox isSelected isDisabled>
        Set by the agreement
      </Checkbox>
    </Section>
  );
}

interface Line {
  id: string;
  name: string;
  here: string;
  minutes: string;
}

function Cells() {
  const [lines, setLines] = useState<Line[]>([
    { id: "a", name: "Abernathy, Jolene", here: "P", minutes: "60" },
    { id: "b", name: "Okonkwo, Amara", here: "", minutes: "60" },
    { id: "c", name: "Stoltzfus, Ruth Ann", here: "X", minutes: "95" },
  ]);
  return (
    <Section title="Cells of an entry grid" aside="assumed, focused, edited, saved, error">
      <Grid
        label="Attendance"
        rows={lines}
        idOf={(line) => line.id}
        nameOf={(line) => line.name}
        rowTitle="Client"
        columns={[
          {
            id: "here",
            title: "Here",
            accepts: /^[PLEX]$/i,
            cell: (line) => ({
              text: line.here === "" ? "Present" : line.here,
              state: line.here === "" ? "assumed" : "saved",
            }),
          },
          {
            id: "minutes",
            title: "Min",
            align: "end",
            accepts: /^\d{1,3}$/,
            cell: (line) => ({
              text: line.minutes,
              state: Number(line.minutes) > 60 ? "error" : "saved",
              ...(Number(line.minutes) > 60 ? { problem: "The session lasts 60 minutes. Use X for absent." } : {}),
            }),
          },
        ]}
        onWrite={(line, column, text) =>
          setLines(lines.map((one) => (one.id === line.id ? { ...one, [column]: text.toUpperCase() } : one)))
        }
      />
      <KeyList
        keys={[
          ["P", "present"],
          ["L", "late"],
          ["X", "absent"],
          ["Esc", "old value"],
        ]}
      />
    </Section>
  );
}

function Messages() {
  return (
    <Section title="Messages">
      <Banner title="The plan is due in 3 days." action={<Button size="sm">Open plan</Button>}>
        Nothing stops until then.
      </Banner>
      <Banner tone="caution" icon="returned" title="Returned for revision by T. Brandvold">
        One comment, beside the sentence.
      </Banner>
      <Banner
        tone="critical"
        title="The disk is full. Your last words are kept in memory."
        action={<Button size="sm">Try again</Button>}
      >
        Free some space, then choose Try again. Do not close the window.
      </Banner>
      <Banner tone="sealed" title="Restricted chart">
        Opening it asks for a reason, and the director sees it tomorrow morning.
      </Banner>
      <Banner tone="positive" title="Backup: done">
        26,911 pages read, no difference.
      </Banner>
      <RefusedBanner
        refusal={
          new Refused({
            code: "internal",
            message: "That could not be saved. What you typed is still here.",
            fields: [],
            incident: "7F3A",
          })
        }
      />
      <div className="cluster">
        <Button onPress={() => say("Marked absent, excused: shift moved", { undo: () => say("Taken back") })}>
          Toast with Undo
        </Button>
        <SavedLine at={NOW} zone="America/New_York" />
        <SavedLine at={NOW} pending />
        <SavedLine at={NOW} failed />
      </div>
      <Progress
        what="Verifying the backup: page"
        done={18_204}
        total={26_911}
        secondsLeft={38}
        action={<Button size="sm">Cancel</Button>}
      />
      <Steps label="Test" steps={["Drawn", "Collected", "Screening", "Final"]} here={2} />
    </Section>
  );
}

function States() {
  return (
    <Section title="State of a record" aside="dashed is not final, solid is final">
      <div className="cluster">
        <Badge state="draft">Draft</Badge>
        <Badge state="presumptive">Presumptive</Badge>
        <Badge state="awaiting">Awaiting cosign</Badge>
        <Badge state="returned">Returned for revision</Badge>
        <Badge state="signed">Signed</Badge>
        <Badge state="expected">Expected</Badge>
        <Badge state="unexpected">Unexpected</Badge>
        <Badge state="due">Due Dec 4</Badge>
        <Badge state="expired">Expired</Badge>
        <Badge state="blocked">No valid consent</Badge>
        <Badge state="sealed">Sealed</Badge>
        <Tag>CRNA</Tag>
        <Tag>2.1</Tag>
      </div>
      <div className="cluster" data-gap="wide">
        <State tone="positive" icon="check">
          on track
        </State>
        <State tone="caution" icon="clock">
          3:00 short
        </State>
        <State tone="critical" icon="phone">
          call today
        </State>
        <State tone="info" icon="presumptive">
          screen
        </State>
        <State tone="sealed" icon="sealed">
          restricted
        </State>
        <State tone="muted" icon="not-collected">
          nothing yet
        </State>
      </div>
    </Section>
  );
}

function Lists() {
  return (
    <Section title="Lists">
      <div className={styles.narrow}>
        <Name family="Featherstonehaugh-Olúwáṣeun" given="Konstantin" credential="MD" />
      </div>
      <Facts
        facts={[
          ["Sign-in name", "mquinones"],
          ["Call-back", ""],
        ]}
      />
      <Todo
        items={[
          {
            id: "1",
            icon: "backup",
            tone: "caution",
            what: "No backup has been made yet",
            note: "Until then one broken disk loses everything.",
            way: <Button size="sm">Make one</Button>,
          },
          { id: "2", icon: "check-circle", tone: "positive", what: "Recovery key printed and checked" },
        ]}
      />
      <Tabs
        label="Tabs"
        tabs={["All", "Needs me"].map((title, index) => ({
          id: title,
          title,
          count: 41 - index * 32,
          panel: <Panel>{title}</Panel>,
        }))}
      />
      <EmptyState title="No papers owed" action={<Button icon="plus">Start a form</Button>}>
        Leave forms, letters and authorizations appear here with their due dates.
      </EmptyState>
    </Section>
  );
}

function Panel({ children }: { children: ReactNode }) {
  return <p className="muted">{children}</p>;
}

const PEOPLE = [
  { id: "1", icon: "client", text: "Altesse, Wilhelmina, RN", hint: "C-0377" },
  { id: "2", icon: "client", text: "Contessa-Ferreira, João, PA-C", hint: "C-0351, discharged 2025" },
] as const;

function Floating() {
  const [open, setOpen] = useState<"dialog" | "find">();
  const [query, setQuery] = useState("");
  const close = () => setOpen(undefined);
  return (
    <Section title="Dialog" aside="only for what cannot be undone">
      <div className="cluster">
        <Button onPress={() => setOpen("dialog")}>Sign 11 entries</Button>
        <Button onPress={() => setOpen("find")}>Find a client</Button>
      </div>
      <Dialog title="Sign 11 entries" isOpen={open === "dialog"} onClose={close} grave>
        <p>Signed text cannot be changed. Later corrections are added below it with their own date.</p>
        <DialogActions>
          <Button keys="Esc" onPress={close}>
            Not yet
          </Button>
          <Button kind="primary" icon="signed" onPress={close}>
            Sign
          </Button>
        </DialogActions>
      </Dialog>
      <Picker
        label="Find a client"
        placeholder="Name or client number"
        isOpen={open === "find"}
        onClose={close}
        query={query}
        onQuery={setQuery}
        groups={[{ title: "Clients", options: PEOPLE.filter(({ text }) => text.toLowerCase().includes(query.toLowerCase())) }]}
        onPick={close}
        nothing="Nobody is called that."
      />
    </Section>
  );
}

function Icons() {
  return (
    <Section title="Icons" aside="20-unit grid, 1.6 stroke, current color">
      <ul className={styles.icons}>
        {(Object.keys(shapes) as IconName[]).map((name) => (
          <li key={name}>
            <Icon name={name} />
            <span className="muted small">{name}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
