//! The group note of a session: the shared part, one line each, and one signature for all charts. Typing is kept as a draft; leaving a row or a field
//! hands it to the core, which says what is missing.

import { useEffect, useRef, useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { act, ask, queryClient, useCall, useOp } from "../../ipc/door.ts";
import type { GroupNotePage as Page, NotTheirName, NoteTemplates } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { FootBar } from "../../kit/FootBar/FootBar.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { longDate, plural, time } from "../../lib/time.ts";
import { BothTexts } from "../draft/BothTexts.tsx";
import { useTogether } from "../draft/useTogether.ts";
import type { Together } from "../draft/useTogether.ts";
import { useCommands } from "../palette/commands.ts";
import { EveningSign } from "../evening/EveningSign.tsx";
import { GroupLicenseWays } from "./HandOver.tsx";
import { GroupRows } from "./GroupRows.tsx";
import { SharedFieldset } from "./SharedFieldset.tsx";
import { SignDialog } from "../signature/SignDialog.tsx";
import { bodyOfPage, groupParts, hasChanges, nextMissing, saveRequest, tally, withSharedStated } from "./group.ts";
import type { GroupBody } from "./group.ts";
import { useEscape } from "./useEscape.ts";

/** `row` is the client whose row is open at first: where a list of what is missing leads. */
export function GroupNotePage({ session, row }: { session: string; row?: string | undefined }) {
  const page = useCall("group_note.get", { session });
  const templates = useCall("note.templates", {});
  if (page.data === undefined && page.error)
    return (
      <>
        <PageHead title="Group note" />
        <PageBody>
          <RefusedBanner refusal={page.error} />
        </PageBody>
      </>
    );
  return (
    <Answered query={page} what="the group note">
      {(answer) =>
        answer.recorded ? (
          <Answered query={templates} what="the list of interventions">
            {(known) => <GroupEditor page={answer} templates={known} row={row} />}
          </Answered>
        ) : (
          <>
            <Head page={answer} />
            <PageBody>
              <Banner tone="caution" title="The attendance is not recorded yet">
                Record who was there first; the group note then has a line for each of them.
              </Banner>
            </PageBody>
          </>
        )
      }
    </Answered>
  );
}

function Head({ page }: { page: Page }) {
  const { zone } = usePractice();
  const counts = tally(page);
  return (
    <PageHead title={page.group}>
      {longDate(page.on)}, {time(page.starts_at, zone)} – {time(page.ends_at, zone)}
      {page.recorded ? ` · ${String(counts.present)} present, ${String(counts.absent)} absent` : ""}
    </PageHead>
  );
}

/** Hands what is typed to the core, one save after another; each begins from the revisions the one before left. Nothing is handed over while two texts wait for
an answer: what is typed stays in the draft. */
function useSaving(session: string, draft: Together<GroupBody>) {
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const chain = useRef(Promise.resolve(true));
  const latest = useRef({ body: draft.value, open: draft.both.length });
  useEffect(() => {
    latest.current = { body: draft.value, open: draft.both.length };
  });
  const save = (next?: GroupBody): Promise<boolean> => {
    if (next !== undefined) latest.current = { ...latest.current, body: next };
    chain.current = chain.current.then(async () => {
      const { body, open } = latest.current;
      const key = ["group_note.get", { session }];
      const page = queryClient.getQueryData<Page>(key);
      if (open > 0) return false;
      if (page === undefined || !hasChanges(page, body)) return true;
      try {
        await act("group_note.save", saveRequest(page, body));
        draft.saved(bodyOfPage(queryClient.getQueryData<Page>(key) ?? page));
        setRefusal(null);
        return true;
      } catch (thrown) {
        const no = refused(thrown);
        // What stands now comes in above the form, so the sentence alone would say less.
        if (no.theirs === undefined) setRefusal(no);
        else queryClient.setQueryData(key, no.theirs);
        return false;
      }
    });
    return chain.current;
  };
  return { save, refusal };
}

function GroupEditor({ page, templates, row }: { page: Page; templates: NoteTemplates; row: string | undefined }) {
  const navigate = useNavigate();
  const draft = useTogether<GroupBody>(
    { form: "group_note", subject: page.session, at: page.at_work },
    () => bodyOfPage(page),
    () => groupParts(page),
  );
  const { save, refusal } = useSaving(page.session, draft);
  const [open, setOpen] = useState(row);
  const [signing, setSigning] = useState<"session" | "evening">();
  const sign = useOp("group_note.sign");
  const counts = tally(page);
  const change = (next: GroupBody) => draft.change(next);
  const openRow = (client: string | undefined) => {
    void save();
    setOpen(client);
  };
  const go = (step: 1 | -1) => void save().then(() => setOpen(nextMissing(fresh(page), open, step)));
  const blocked = whyNot(page);
  const nothingLeft = blocked !== undefined && counts.ready + counts.todo + page.missing.length === 0;
  const check = () =>
    void save().then((saved) => {
      const now = fresh(page);
      if (!saved) return draft.ask();
      if (whyNot(now) === undefined) setSigning((asked) => asked ?? "session");
      else setOpen(nextMissing(now, undefined, 1));
    });
  const finish = (next: GroupBody) => {
    change(next);
    void save(next).then(async (saved) => {
      if (!saved) return draft.ask();
      const missing = nextMissing(fresh(page), open, 1);
      setOpen(missing);
      // The last line of the evening was written: the check of the evening comes by itself, and asks who signs.
      if (missing === undefined && (await ask("group_note.evening", { on: page.on })).complete) setSigning((asked) => asked ?? "evening");
    });
  };
  const state = () => {
    const next = { ...draft.value, statement: !draft.value.statement };
    change(next);
    void save(next).then((saved) => (saved && next.statement ? setOpen(nextMissing(fresh(page), undefined, 1)) : undefined));
  };
  const stateWord = (stated: NotTheirName) => {
    const next = withSharedStated(draft.value, stated);
    change(next);
    void save(next);
  };
  const leave = () => void save().then((saved) => (saved ? navigate({ to: "/" }) : undefined));
  useEscape(() => (open === undefined ? leave() : openRow(undefined)));
  useCommands([
    { id: "group.sign", title: "Check and sign", group: "Here", icon: "signed", keys: "Ctrl+Enter", inText: true, run: check },
    { id: "group.evening", title: "Sign my evening", group: "Here", icon: "signed", keys: "Ctrl+Shift+Enter", inText: true, run: () => void save().then(() => setSigning("evening")) },
    ...(page.shared.signed
      ? []
      : [{ id: "group.statement", title: "No safety concern: state it, and on to the lines", group: "Here" as const, icon: "check" as const, keys: "Alt+R", inText: true, run: state }]),
    { id: "group.next", title: "Next missing", group: "Here", icon: "down-arrow", keys: "Ctrl+Down", inText: true, run: () => go(1) },
    { id: "group.before", title: "Missing before", group: "Here", icon: "up-arrow", keys: "Ctrl+Up", inText: true, run: () => go(-1) },
  ]);
  return (
    <>
      <Head page={page} />
      <PageBody>
        {refusal ? <RefusedBanner refusal={refusal} known={[]} /> : null}
        {sign.error?.rule === "note.license_ended" ? <GroupLicenseWays session={page.session} /> : null}
        <BothTexts together={draft} />
        <SharedFieldset page={page} templates={templates} body={draft.value} onChange={change} onLeave={() => void save()} onState={stateWord} />
        <GroupRows
          page={page}
          body={draft.value}
          open={open}
          onOpen={openRow}
          onChange={change}
          onSettle={(next) => void save(next)}
          onFinish={finish}
        />
      </PageBody>
      <FootBar
        action={nothingLeft ? null : (
          <div className="cluster">
            <Button keys="Ctrl+Down" why={counts.todo === 0 ? "Nothing is missing." : undefined} whyShown="elsewhere" onPress={() => go(1)}>
              Next missing
            </Button>
            <Button kind="primary" icon="signed" keys="Ctrl+Enter" why={blocked} whyShown="elsewhere" onPress={check}>
              Sign {plural(counts.ready + counts.todo, "entry", "entries")}
            </Button>
          </div>
        )}
      >
        {blocked === undefined ? (
          <>
            <span className="strong">Ready to sign.</span> All charts are signed together, or none.
          </>
        ) : nothingLeft ? (
          blocked
        ) : (
          <>
            <span className="strong">Not ready to sign:</span> {blocked}
          </>
        )}
      </FootBar>
      <SignDialog
        title={`Sign ${plural(counts.ready, "entry", "entries")}`}
        action="Sign all"
        isOpen={signing === "session"}
        pending={sign.isPending}
        refusal={sign.error}
        onClose={() => setSigning(undefined)}
        onSign={(proof) =>
          sign.mutate(
            { sessions: [page.session], proof },
            {
              onSuccess: ([result]) => {
                setSigning(undefined);
                void draft.done(draft.value);
                say(`${plural(result?.signed ?? 0, "entry", "entries")} signed`, { icon: "signed" });
              },
              // The ways that lead on stand on the page, not under the dialog.
              onError: (refusal) => (refusal.rule === "note.license_ended" ? setSigning(undefined) : undefined),
            },
          )
        }
      >
        {counts.absent > 0 ? "Who was absent gets an absence entry, without a charge. " : ""}
        {counts.later > 0 ? `${plural(counts.later, "entry stays", "entries stay")} a draft. ` : ""}
        The shared part stays as it is from then on.
      </SignDialog>
      <EveningSign
        on={page.on}
        isOpen={signing === "evening"}
        onClose={() => setSigning(undefined)}
        onSigned={() => void draft.done(draft.value)}
      />
    </>
  );
}

/** The page as the core last gave it, also right after a save. */
function fresh(page: Page): Page {
  return queryClient.getQueryData<Page>(["group_note.get", { session: page.session }]) ?? page;
}

function whyNot(page: Page): string | undefined {
  const { todo, ready, signed } = tally(page);
  const parts = [
    ...page.missing.map((point) => point.message),
    ...(todo > 0 ? [`${plural(todo, "entry", "entries")} to do.`] : []),
  ];
  if (parts.length > 0) return parts.join(" ");
  if (ready > 0) return undefined;
  return signed > 0 ? "Everything is signed, or left for later." : "Nobody is recorded in this session.";
}
