//! To-dos: everything that waits for one person in one list, in the order in which to work: a safety step, what is past its
//! time, then what is due soonest. Derived from the record and from the tasks they wrote down; a line is gone when its
//! cause is.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::ipc::{Day, DayAbsence, PlanDue};
use super::queries;
use crate::disclosure::ipc::OwedRelease;
use crate::follow_up::ipc::FollowUpRow;
use crate::instrument;
use crate::kernel::router::Nothing;
use crate::kernel::time::date_words;
use crate::kernel::{Info, Result, RowId, Verb, View};
use crate::note::NoteState;
use crate::note::ipc::{NoteClient, NoteTask};
use crate::plan::PlanNeed;
use crate::staff;
use crate::task;
use crate::task::ipc::{TaskLine, TaskStanding};

crate::words! {
    /// What a line asks for.
    pub enum TodoKind {
        Safety = "safety",
        Returned = "returned",
        Unsigned = "unsigned",
        Skipped = "skipped",
        SessionNote = "session_note",
        GroupNote = "group_note",
        Attendance = "attendance",
        Cosign = "cosign",
        PlanReview = "plan_review",
        FirstPlan = "first_plan",
        PlanReturned = "plan_returned",
        PlanApproval = "plan_approval",
        PlanSignature = "plan_signature",
        Instrument = "instrument",
        Discharge = "discharge",
        FollowUp = "follow_up",
        MissedCheckIn = "missed_check_in",
        Unknown = "unknown",
        Absence = "absence",
        Packet = "packet",
        Consent = "consent",
        Report = "report",
        Inquiry = "inquiry",
        License = "license",
        MendedLicense = "mended_license",
        Task = "task",
        Asked = "asked",
        Waiting = "waiting",
    }
}

impl TodoKind {
    /// The kind as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Safety => "Safety step",
            Self::Returned => "Returned note",
            Self::Unsigned => "Unsigned note",
            Self::Skipped => "Skipped entry",
            Self::SessionNote => "Note to write",
            Self::GroupNote => "Group note",
            Self::Attendance => "Attendance",
            Self::Cosign => "To cosign",
            Self::PlanReview => "Plan review",
            Self::FirstPlan => "First plan",
            Self::PlanReturned => "Returned plan",
            Self::PlanApproval => "Plan to approve",
            Self::PlanSignature => "Client’s signature under the plan",
            Self::Instrument => "Instrument",
            Self::Discharge => "Discharge summary",
            Self::FollowUp => "Follow-up of a test",
            Self::MissedCheckIn => "Follow-up of a missed check-in",
            Self::Unknown => "Came without a name",
            Self::Absence => "Absence",
            Self::Packet => "Intake packet",
            Self::Consent => "Consent that ends",
            Self::Report => "Report",
            Self::Inquiry => "Inquiry",
            Self::License => "License",
            Self::MendedLicense => "Mended license date",
            Self::Task => "Task",
            Self::Asked => "Task offered to you",
            Self::Waiting => "Task you offered",
        }
    }
}

/// One thing that waits.
#[derive(Debug, Serialize, TS)]
pub struct Todo {
    pub kind: TodoKind,
    pub label: String,
    /// Of the row it is about: a note, a session, a client, a person, a task.
    pub id: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<NoteClient>,
    pub what: String,
    /// The day that it is about: of a session or an absence.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// What somebody said about it; empty without.
    pub words: String,
    pub since: NaiveDate,
    pub age_days: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    pub overdue: bool,
    /// Of a task.
    pub rev: i64,
}

/// What waits for a person.
#[derive(Debug, Serialize, TS)]
pub struct Todos {
    pub rows: Vec<Todo>,
    pub overdue: usize,
}

/// A line without what only some have.
struct Line {
    kind: TodoKind,
    id: String,
    client: Option<NoteClient>,
    what: String,
    on: Option<NaiveDate>,
    words: String,
    since: NaiveDate,
    due_on: Option<NaiveDate>,
    overdue: bool,
}

impl Line {
    fn seen(self, today: NaiveDate) -> Todo {
        let Line { kind, id, client, what, on, words, since, due_on, overdue } = self;
        let age_days = (today - since).num_days().max(0);
        let label = kind.label().into();
        Todo { kind, label, id, client, what, on, words, since, age_days, due_on, overdue, rev: 0 }
    }
}

/// Where a line stands: a safety step before all, then what is past its time, by the day on which it was due; then what is
/// due, the soonest first; and last what has no such day, by its age.
fn order(row: &Todo) -> (bool, bool, bool, NaiveDate, &'static str, String) {
    let dateless = !row.overdue && row.due_on.is_none();
    let day = row.due_on.unwrap_or(row.since);
    (row.kind != TodoKind::Safety, !row.overdue, dateless, day, row.kind.word(), row.id.clone())
}

/// Everything that waits for the person, in the order in which to work.
pub(super) fn todo(view: &View<'_>, _: Nothing) -> Result<Todos> {
    let (day, of_groups) = queries::day(view)?;
    let mut rows = of_day(view, day);
    rows.extend(of_groups.into_iter().filter(|task| task.skipped).map(|task| group_draft(view, task)));
    if view.actor.may(Info::Notes, Verb::Write) {
        rows.extend(instruments(view)?);
    }
    if view.actor.may(Info::Staff, Verb::Write) {
        rows.extend(mended(view)?);
    }
    rows.extend(task::open_of(view)?.into_iter().map(|line| of_task(view, line)));
    rows.sort_by_key(order);
    let overdue = rows.iter().filter(|row| row.overdue).count();
    Ok(Todos { rows, overdue })
}

fn of_day(view: &View<'_>, mut day: Day) -> Vec<Todo> {
    let mut lines = of_care(view, &mut day);
    lines.extend(of_papers(view, &mut day));
    lines.extend(day.plans.take().into_iter().flatten().map(plan));
    lines.extend(day.reports.take().into_iter().flatten().map(|row| report(view, row)));
    lines.extend(day.follow_ups.into_iter().flatten().map(|row| follow_up(view, row)));
    lines.into_iter().map(|line| line.seen(view.today())).collect()
}

/// What sessions and notes wait for.
fn of_care(view: &View<'_>, day: &mut Day) -> Vec<Line> {
    let (zone, today) = (view.zone(), view.today());
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(day.alerts.take().into_iter().flatten().map(|alert| Line {
        what: format!("An answer of the {} calls for a safety step", alert.abbrev),
        ..line(TodoKind::Safety, alert.id.uuid(), Some(alert.client), zone.date(alert.at), true)
    }));
    lines.extend(day.notes.take().into_iter().flatten().map(|task| of_note(view, task)));
    lines.extend(day.to_note.take().into_iter().flatten().map(|session| Line {
        what: session.title,
        on: Some(session.on),
        due_on: Some(zone.date(session.due_at)),
        ..line(
            if session.is_group { TodoKind::GroupNote } else { TodoKind::SessionNote },
            session.id.uuid(),
            session.client,
            session.on,
            session.overdue,
        )
    }));
    lines.extend(day.to_record.take().into_iter().flatten().map(|session| Line {
        what: session.title,
        on: Some(session.on),
        ..line(TodoKind::Attendance, session.id.uuid(), session.client, session.on, session.on < today)
    }));
    lines.extend(day.cosign.take().into_iter().flatten().map(|task| Line {
        what: format!("{}, {}", task.author, task.kind_label.to_lowercase()),
        on: Some(task.service_on),
        due_on: Some(zone.date(task.due_at)),
        ..line(
            TodoKind::Cosign,
            task.id.uuid(),
            Some(task.client),
            zone.date(task.signed_at.unwrap_or(task.service_at)),
            task.overdue,
        )
    }));
    lines.extend(day.unknown.take().into_iter().flatten().map(|one| Line {
        what: format!("“{}” at {}", one.called, one.title),
        on: Some(one.on),
        ..line(TodoKind::Unknown, one.session.uuid(), None, one.on, one.on < today)
    }));
    lines.extend(day.absences.take().into_iter().flatten().map(absence));
    lines
}

fn absence(absence: DayAbsence) -> Line {
    let excused = if absence.excused { format!("Excused: {}", absence.reason) } else { "Unexcused".into() };
    Line {
        what: format!("absent from {}", absence.missed.join(", ")),
        on: Some(absence.on),
        words: excused,
        ..line(TodoKind::Absence, absence.client.id.uuid(), Some(absence.client), absence.on, false)
    }
}

/// What consents, inquiries, packets, summaries and licenses wait for.
fn of_papers(view: &View<'_>, day: &mut Day) -> Vec<Line> {
    let today = view.today();
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(day.consents.take().into_iter().flatten().map(|consent| Line {
        what: if consent.recipient.is_empty() { consent.kind } else { consent.recipient },
        due_on: Some(consent.expires_on),
        ..line(TodoKind::Consent, consent.client.id.uuid(), Some(consent.client), today, false)
    }));
    lines.extend(day.inquiries.take().into_iter().flatten().map(|inquiry| Line {
        what: format!("{}, {}", inquiry.family_name, inquiry.given_name),
        due_on: inquiry.fields.follow_up_on,
        ..line(
            TodoKind::Inquiry,
            inquiry.id.uuid(),
            None,
            inquiry.asked_on,
            inquiry.fields.follow_up_on.is_some_and(|on| on < today),
        )
    }));
    lines.extend(day.packets.take().into_iter().flatten().map(|packet| Line {
        what: packet.name,
        words: format!("Missing: {}", packet.missing.join(", ")),
        ..line(
            TodoKind::Packet,
            packet.client.uuid(),
            None,
            packet.admitted_on.unwrap_or(today).min(today),
            packet.admitted_on.is_some_and(|on| on <= today),
        )
    }));
    lines.extend(day.summaries.take().into_iter().flatten().map(|owed| Line {
        what: owed.name,
        due_on: Some(owed.due_on),
        ..line(TodoKind::Discharge, owed.client.uuid(), None, owed.discharged_on, owed.overdue)
    }));
    lines.extend(day.licenses.take().into_iter().flatten().map(|license| Line {
        what: format!("{}, {}", license.name, license.label),
        due_on: Some(license.expires_on),
        ..line(TodoKind::License, license.staff.uuid(), None, license.expires_on.min(today), license.expired)
    }));
    lines
}

fn plan(plan: PlanDue) -> Line {
    let kind = match plan.need {
        PlanNeed::Overdue | PlanNeed::Soon => TodoKind::PlanReview,
        PlanNeed::FirstPlan => TodoKind::FirstPlan,
        PlanNeed::Returned => TodoKind::PlanReturned,
        PlanNeed::Approval => TodoKind::PlanApproval,
        PlanNeed::ClientSignature => TodoKind::PlanSignature,
    };
    Line {
        words: plan.words,
        due_on: plan.due_on,
        ..line(kind, plan.client.id.uuid(), Some(plan.client), plan.since, plan.overdue)
    }
}

/// A report that is owed; what nothing covers says so, since no work on the report helps then.
fn report(view: &View<'_>, row: OwedRelease) -> Line {
    let due_on = row.report_on.unwrap_or_else(|| view.zone().date(row.due_at));
    Line {
        what: format!("{}: {}, to {}", row.client_name, row.what, row.recipient),
        words: if row.basis.is_none() { "No consent covers it".into() } else { String::new() },
        due_on: Some(due_on),
        ..line(TodoKind::Report, row.client.uuid(), None, due_on.min(view.today()), row.overdue)
    }
}

fn follow_up(view: &View<'_>, row: FollowUpRow) -> Line {
    let (kind, about) = match row.test {
        Some(test) => (TodoKind::FollowUp, test),
        None => (TodoKind::MissedCheckIn, row.client.uuid()),
    };
    let due_on = view.zone().date(row.due_at);
    let who = if row.client_name.is_empty() { String::new() } else { format!("{}: ", row.client_name) };
    Line {
        what: format!("{who}{}", row.step_label),
        words: if row.blocked { "No consent covers it".into() } else { row.event_label.into() },
        due_on: Some(due_on),
        ..line(kind, about, None, due_on.min(view.today()), row.overdue)
    }
}

fn line(kind: TodoKind, id: uuid::Uuid, client: Option<NoteClient>, since: NaiveDate, overdue: bool) -> Line {
    let (what, words) = (String::new(), String::new());
    Line { kind, id: id.to_string(), client, what, on: None, words, since, due_on: None, overdue }
}

fn of_note(view: &View<'_>, task: NoteTask) -> Line {
    let kind = match (task.state, task.skipped) {
        (NoteState::Returned, _) => TodoKind::Returned,
        (_, true) => TodoKind::Skipped,
        _ => TodoKind::Unsigned,
    };
    let late = task.overdue || kind == TodoKind::Returned;
    Line {
        what: task.kind_label,
        on: Some(task.service_on),
        words: task.comment,
        due_on: Some(view.zone().date(task.due_at)),
        ..line(kind, task.id.uuid(), Some(task.client), task.service_on, late)
    }
}

/// An entry of a group that was left for later: the group's own line says only how many.
fn group_draft(view: &View<'_>, task: NoteTask) -> Todo {
    let session = task.session.map(RowId::uuid);
    let line = of_note(view, task);
    Line { id: session.map_or(line.id.clone(), |id| id.to_string()), ..line }.seen(view.today())
}

fn instruments(view: &View<'_>) -> Result<Vec<Todo>> {
    let due = instrument::due(view)?.into_iter().map(|due| Line {
        what: due.abbrev,
        due_on: Some(due.due_on),
        ..line(TodoKind::Instrument, due.client.id.uuid(), Some(due.client), due.due_on, due.overdue)
    });
    Ok(due.map(|line| line.seen(view.today())).collect())
}

fn mended(view: &View<'_>) -> Result<Vec<Todo>> {
    let lines = staff::mends(view.sql)?.into_iter().map(|mend| {
        let todo = Line {
            what: format!("{}, {}: now until {}", mend.staff_name, mend.label, date_words(mend.became)),
            words: mend.reason,
            ..line(TodoKind::MendedLicense, mend.id.uuid(), None, view.zone().date(mend.at), false)
        };
        Todo { rev: mend.rev, ..todo.seen(view.today()) }
    });
    Ok(lines.collect())
}

fn of_task(view: &View<'_>, task: TaskLine) -> Todo {
    let kind = match task.standing {
        TaskStanding::Asked => TodoKind::Asked,
        TaskStanding::Waiting => TodoKind::Waiting,
        TaskStanding::Open | TaskStanding::Done => TodoKind::Task,
    };
    let words = match (kind, task.offer_words.is_empty()) {
        (TodoKind::Waiting, _) => format!("{} was asked", task.offered),
        (TodoKind::Asked, true) => task.owner,
        (TodoKind::Asked, false) => format!("{}: “{}”", task.owner, task.offer_words),
        (_, true) => String::new(),
        (_, false) => format!("Came back: “{}”", task.offer_words),
    };
    let line = Line {
        what: task.what,
        words,
        due_on: task.due_on,
        ..line(kind, task.id.uuid(), task.client, view.zone().date(task.at), task.overdue)
    };
    Todo { rev: task.rev, ..line.seen(view.today()) }
}
