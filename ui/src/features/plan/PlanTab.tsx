//! The plan of a client: the one that holds, the draft of the next, and the versions before.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { ClientPlan, Objective, ObjectiveState, Plan, PlanReview } from "../../ipc/generated/calls.ts";
import { Badge, State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Menu } from "../../kit/Menu/Menu.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { act } from "../../ipc/door.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { PrintPlanDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import type { Command } from "../palette/commands.ts";
import { Difference } from "./Difference.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { PlanStanding } from "./PlanStanding.tsx";
import { ReviewForm } from "./ReviewForm.tsx";
import { TargetDay } from "./TargetDay.tsx";
import styles from "./Plan.module.css";
import { quoted } from "./outline.ts";
import { PROGRESS } from "./steps.ts";

export function PlanTab({ client }: { client: string }) {
  const plan = useCall("plan.get", { client });
  const start = useOp("plan.start");
  const [printing, setPrinting] = useState<{ id: string; draft: boolean } | undefined>();
  const begin = () => start.mutate({ client });
  const may = plan.data?.may_write === true && plan.data.draft === undefined;
  const word = plan.data?.active === undefined ? "Start a plan" : "Start a new version";
  const { active, draft } = plan.data ?? {};
  const print = active === undefined ? undefined : () => setPrinting({ id: active.id, draft: false });
  const [reviewing, setReviewing] = useState(false);
  const mayReview = plan.data?.may_sign === true && active !== undefined && !reviewing;
  const review = () => setReviewing(true);
  const commands: Command[] = [];
  if (mayReview) commands.push({ id: "plan.review", title: "Review the plan", group: "Here", icon: "check", keys: "V", run: review });
  if (may) commands.push({ id: "plan.start", title: word, group: "Here", icon: "draft", keys: "E", run: begin });
  if (print) commands.push({ id: "plan.print", title: "Print the plan", group: "Here", icon: "print", keys: "P", run: print });
  if (draft) {
    const printDraft = () => setPrinting({ id: draft.id, draft: true });
    commands.push({ id: "plan.print_draft", title: "Print the draft of the plan", group: "Here", icon: "print", run: printDraft });
  }
  useCommands(commands);
  return (
    <Answered query={plan} what="the plan">
      {(answer) => (
        <>
          {start.error ? <RefusedBanner refusal={start.error} /> : null}
          {answer.draft === undefined ? null : answer.may_write ? (
            <PlanForm key={answer.draft.id} client={client} draft={answer.draft} maySign={answer.may_sign} />
          ) : (
            <Section title={`Draft of version ${String(answer.draft.version)}`} aside={<Badge state="draft">Draft</Badge>}>
              <p className="muted">{`${answer.draft.author} is writing it.`}</p>
              <PlanOutline plan={answer.draft} mayMark={false} />
            </Section>
          )}
          <ActivePlan
            answer={answer}
            action={
              <div className="cluster">
                {print ? (
                  <Button size="sm" icon="print" keys="P" onPress={print}>
                    Print
                  </Button>
                ) : null}
                {mayReview ? (
                  <Button size="sm" icon="check" keys="V" onPress={review}>
                    Review
                  </Button>
                ) : null}
                {may ? (
                  <Button size="sm" icon="draft" keys="E" pending={start.isPending} onPress={begin}>
                    {word}
                  </Button>
                ) : null}
              </div>
            }
          />
          {printing ? <PrintPlanDialog {...printing} onClose={() => setPrinting(undefined)} /> : null}
          {reviewing && active ? (
            <ReviewForm client={client} plan={active} objectives={answer.objectives} onDone={() => setReviewing(false)} />
          ) : null}
          {active ? <Reviews reviews={active.reviews} /> : null}
          <Versions answer={answer} />
        </>
      )}
    </Answered>
  );
}

function ActivePlan({ answer, action }: { answer: ClientPlan; action: React.ReactNode }) {
  const plan = answer.active;
  if (plan === undefined) {
    return (
      <Section title="Plan" action={action}>
        {answer.objectives.length > 0 ? (
          <ul className={styles.objectives}>
            {answer.objectives.map((one) => (
              <li key={one.id}>
                <span className={styles.label}>{one.label}</span>
                <span>{one.words}</span>
                <span />
                <span />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={answer.versions.some(({ state }) => state !== "draft") ? "No plan of this stay is signed" : "No plan is signed"}>
            A plan holds problems, goals in the client&rsquo;s own words, and objectives that notes point at.
          </EmptyState>
        )}
      </Section>
    );
  }
  return (
    <Section title={`Plan, version ${String(plan.version)}`} aside={<Standing plan={plan} />} action={action}>
      <PlanOutline plan={plan} mayMark={answer.may_write} />
      <PlanStanding plan={plan} mayApprove={answer.may_approve} mayWrite={answer.may_write} />
    </Section>
  );
}

function Standing({ plan }: { plan: Plan }) {
  const { today } = usePractice();
  const due = plan.review_due_on;
  if (due === undefined) return <span>no review date</span>;
  const late = (plan.days_overdue ?? 0) > 0;
  return (
    <State tone={late ? "caution" : "muted"} icon={late ? "clock" : "calendar"}>
      {late ? `review was due ${date(due, today)}` : `review due ${date(due, today)}`}
    </State>
  );
}

export function PlanOutline({ plan, mayMark }: { plan: Plan; mayMark: boolean }) {
  return (
    <div className={styles.plan}>
      {plan.problems.map((problem, p) => (
        <section key={`${String(p)}${problem.words}`} className={styles.problem}>
          <h3>{problem.words}</h3>
          {problem.goals.map((goal, g) => (
            <div key={`${String(g)}${goal.words}`} className={styles.goal}>
              <blockquote>{quoted(goal.words)}</blockquote>
              <ul className={styles.objectives}>
                {goal.objectives.map((objective) => (
                  <ObjectiveLine key={objective.id} objective={objective} mayMark={mayMark} />
                ))}
              </ul>
              {goal.interventions.map((one) => (
                <p key={one.words} className={styles.we}>
                  <span className="muted">We:</span> {one.words}
                  <span className="muted">{`, ${one.frequency}, ${one.responsible_name}`}</span>
                </p>
              ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

const MARKS: Record<ObjectiveState, { words: string; icon: "right" | "check-circle" | "absent"; tone: "muted" | "positive" }> = {
  open: { words: "Open", icon: "right", tone: "muted" },
  met: { words: "Met", icon: "check-circle", tone: "positive" },
  set_aside: { words: "Set aside", icon: "absent", tone: "muted" },
};

function ObjectiveLine({ objective, mayMark }: { objective: Objective; mayMark: boolean }) {
  const look = MARKS[objective.state];
  const mark = (state: ObjectiveState) => {
    const before = objective.state;
    act("plan.mark", { id: objective.id, rev: objective.rev, state })
      .then((plan) => {
        const lines = plan.problems.flatMap((problem) => problem.goals).flatMap((goal) => goal.objectives);
        const rev = lines.find((one) => one.id === objective.id)?.rev ?? objective.rev + 1;
        const undo = () => void act("plan.mark", { id: objective.id, rev, state: before }).catch(() => undefined);
        say(`${objective.label}: ${MARKS[state].words.toLowerCase()}`, { undo });
      })
      .catch(() => say("This plan was changed meanwhile. Look again.", { icon: "caution" }));
  };
  return (
    <li>
      <span className={styles.label}>{objective.label}</span>
      <span>{objective.words}</span>
      <span className={styles.day}>{objective.state === "open" ? <TargetDay on={objective.target_on} /> : null}</span>
      {mayMark ? (
        <Menu
          label={`${objective.label}, ${look.words}`}
          className={styles.mark}
          trigger={
            <State tone={look.tone} icon={look.icon}>
              {look.words}
            </State>
          }
          entries={(Object.keys(MARKS) as ObjectiveState[])
            .filter((state) => state !== objective.state)
            .map((state) => ({ id: state, label: MARKS[state].words, icon: MARKS[state].icon, run: () => mark(state) }))}
        />
      ) : (
        <State tone={look.tone} icon={look.icon}>
          {look.words}
        </State>
      )}
    </li>
  );
}

function Reviews({ reviews }: { reviews: readonly PlanReview[] }) {
  const { today, zone } = usePractice();
  if (reviews.length === 0) return null;
  return (
    <Section title="Reviews">
      <ul className={styles.dialog}>
        {reviews.map((review) => (
          <li key={review.id} className={styles.problem}>
            <h3>{`${date(review.on, today)}, ${review.by}`}</h3>
            <div className={styles.line}>
              {review.signed_at === undefined ? (
                <span className="muted">from before reviews were signed</span>
              ) : (
                <>
                  <Badge state="signed">Signed</Badge>
                  <span className="muted">{moment(review.signed_at, today, zone)}</span>
                </>
              )}
            </div>
            <p className="prose">{review.words}</p>
            <ul className={styles.plain}>
              {review.progress.map((one) => (
                <li key={one.label}>
                  <span className={styles.label}>{one.label}</span> {one.objective}:{" "}
                  <span className="strong">{PROGRESS[one.progress].toLowerCase()}</span>
                  {one.words === "" ? "" : `, ${one.words}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Every version that was signed, with what changed since the one before it. */
function Versions({ answer }: { answer: ClientPlan }) {
  const { today } = usePractice();
  const [open, setOpen] = useState<string | undefined>(undefined);
  const [compared, setCompared] = useState<string | undefined>(undefined);
  const version = useCall("plan.version", { id: open ?? "" }, { enabled: open !== undefined });
  const signed = answer.versions.filter((one) => one.state !== "draft");
  // The only version stands above, unless it is of an earlier stay.
  if (signed.length < 2 && (signed.length === 0 || answer.active !== undefined)) return null;
  const stays = new Set(signed.map(({ stay }) => stay)).size > 1 || answer.active === undefined;
  return (
    <Section title="Versions">
      <ul className={styles.dialog}>
        {signed.map((one, at) => {
          const before = signed[at + 1];
          return (
            <li key={one.id}>
              <div className={styles.line}>
                <Button
                  size="sm"
                  kind="quiet"
                  icon={open === one.id ? "down" : "right"}
                  onPress={() => setOpen(open === one.id ? undefined : one.id)}
                >
                  {`Version ${String(one.version)}, from ${date(one.effective_on, today)}, ${one.author}${stays ? `, stay ${String(one.stay)}` : ""}`}
                </Button>
                {before === undefined ? null : (
                  <Button size="sm" onPress={() => setCompared(compared === one.id ? undefined : one.id)}>
                    {compared === one.id ? "Close what changed" : `What changed since version ${String(before.version)}`}
                  </Button>
                )}
              </div>
              {compared === one.id && before !== undefined ? <Difference before={before} after={one} /> : null}
              {open === one.id && version.data !== undefined ? <PlanOutline plan={version.data} mayMark={false} /> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
