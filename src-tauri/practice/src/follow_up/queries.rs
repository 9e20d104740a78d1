//! What waits, for whom, and by which rule.

use std::collections::HashMap;

use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::ipc::{
    FollowUpAgreement, FollowUpChoice, FollowUpEventRules, FollowUpProgram, FollowUpRecipient, FollowUpRow,
    FollowUpRule, FollowUpRules, FollowUpsOf,
};
use super::rules::{SHIPPED_SOURCE, shipped};
use super::store::{self, FollowUp, StoredRule};
use super::{FollowUpEvent, FollowUpState, FollowUpStep};
use crate::agreement::AgreementKind;
use crate::client::reach::{self, Scope};
use crate::client::{ClientId, json_of};
use crate::consent::{self, Basis, ConsentId, ConsentKind, Lacking, Recipient};
use crate::kernel::actor::StaffId;
use crate::kernel::router::Nothing;
use crate::kernel::time::short_date_words;
use crate::kernel::{Info, Moment, Result, Verb, View};

/// The most lines of a day or a chart.
const MOST: i64 = 200;

/// Who sees everybody's sees on My day only what is overdue.
const DAY_AHEAD_MS: i64 = 48 * 60 * 60 * 1000;

/// The follow-ups of a client, or of one test: open ones first, as they fall due.
pub(super) fn list(view: &View<'_>, request: FollowUpsOf) -> Result<Vec<FollowUpRow>> {
    view.reach(Info::DrugTests, Verb::Read, request.client)?;
    let may = view.reach(Info::DrugTests, Verb::Interpret, request.client).is_ok();
    let mut statement = view.sql.prepare_cached(include_str!("sql/list.sql"))?;
    let test = request.test.as_ref().map(Uuid::as_bytes);
    let parameters =
        named_params! { ":client": request.client, ":test": test.map(<[u8; 16]>::as_slice), ":most": MOST };
    let found = statement.query_map(parameters, found_of)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let known = Known::of(view, &found, may)?;
    Ok(found.into_iter().map(|one| known.row(one)).collect())
}

/// What My day shows: of one's own clients what falls due within two days, of everybody's what is overdue.
pub(crate) fn due(view: &View<'_>) -> Result<Vec<FollowUpRow>> {
    let scope = Scope::of(view.actor, Info::DrugTests, Verb::Interpret)?;
    let narrow = Scope { everyone: false, related: true, ..scope };
    let mine = reach::clients_in(view.sql, view.actor.staff, narrow, view.now, view.today())?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/due.sql"))?;
    let parameters = named_params! {
        ":mine": json_of(&mine), ":everyone": scope.everyone, ":now": view.now, ":soon": Moment(view.now.0 + DAY_AHEAD_MS),
        ":most": MOST,
    };
    let found = statement.query_map(parameters, found_of)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let known = Known::of(view, &found, true)?;
    Ok(found.into_iter().map(|one| known.row(one)).collect())
}

/// A follow-up with what its line says of its subject.
struct Found {
    follow_up: FollowUp,
    client_name: String,
    of: String,
    /// Of a notice under an agreement: with whom, and the consent that it names.
    party: Option<String>,
    linked: Option<ConsentId>,
}

fn found_of(row: &Row<'_>) -> rusqlite::Result<Found> {
    let number: Option<i64> = row.get("number")?;
    let on: chrono::NaiveDate = row.get("subject_on")?;
    let of = number.map_or_else(
        || short_date_words(on),
        |number| {
            use chrono::Datelike as _;
            format!("S-{:02}-{number:04}", on.year().rem_euclid(100))
        },
    );
    let client_name = format!("{}, {}", row.get::<_, String>("family_name")?, row.get::<_, String>("given_name")?);
    let (party, linked) = (row.get("party")?, row.get("linked")?);
    Ok(Found { follow_up: store::follow_up_of(row)?, client_name, of, party, linked })
}

/// What the lines need beside their rows, each asked once.
struct Known {
    consents: HashMap<ClientId, Vec<Basis>>,
    names: HashMap<StaffId, String>,
    today: chrono::NaiveDate,
    now: Moment,
    may: bool,
}

impl Known {
    fn of(view: &View<'_>, found: &[Found], may: bool) -> Result<Self> {
        let told = found.iter().filter(|one| one.follow_up.recipient.is_some());
        let mut clients: Vec<ClientId> = told.map(|one| one.follow_up.client).collect();
        clients.sort();
        clients.dedup();
        Ok(Self {
            consents: consent::bases_of(view.sql, &json_of(&clients))?,
            names: store::names(view.sql)?,
            today: view.today(),
            now: view.now,
            may,
        })
    }

    fn row(&self, found: Found) -> FollowUpRow {
        let covering = self.covering(&found);
        let lacking = covering.as_ref().and_then(|found| found.as_ref().err().copied());
        let Found { follow_up, client_name, of, party, .. } = found;
        let open = follow_up.state == FollowUpState::Open;
        let lacking = lacking.filter(|_| open);
        FollowUpRow {
            id: follow_up.id,
            client: follow_up.client,
            client_name,
            event: follow_up.event,
            event_label: follow_up.event.label(),
            test: follow_up.drug_test,
            of,
            step: follow_up.step,
            step_label: follow_up.step.label(),
            recipient: follow_up.recipient,
            recipient_label: follow_up.recipient.map(ConsentKind::label),
            party,
            blocked: lacking.is_some(),
            lacking,
            lacking_words: lacking.map_or("", Lacking::words),
            covered_by: covering.and_then(std::result::Result::ok),
            words: follow_up.words,
            due_at: follow_up.due_at,
            overdue: open && follow_up.due_at < self.now,
            state: follow_up.state,
            answer: follow_up.answer,
            answered_at: follow_up.answered_at,
            answered_by: follow_up.answered_by.and_then(|id| self.names.get(&id).cloned()),
            answering_test: follow_up.answering_test,
            may_answer: self.may,
            rev: follow_up.rev,
        }
    }

    /// Of a notice: whom the consent names that covers it, or what is missing.
    fn covering(&self, found: &Found) -> Option<std::result::Result<String, Lacking>> {
        let of = Recipient { kind: found.follow_up.recipient?, linked: found.linked, party: found.party.as_deref() };
        let own = self.consents.get(&found.follow_up.client).map_or(&[][..], Vec::as_slice);
        Some(consent::basis(own, of, self.today).map(|basis| basis.consented.recipient.clone()))
    }
}

/// Every event with the rules that hold, and what a rule can say.
pub(super) fn rules(view: &View<'_>, _: Nothing) -> Result<FollowUpRules> {
    let own = store::rules(view.sql)?;
    let programs = store::programs(view.sql)?;
    let recipients = ConsentKind::ALL.iter().copied().filter(|kind| kind.needs_recipient());
    Ok(FollowUpRules {
        events: FollowUpEvent::ALL.iter().map(|event| rules_of(*event, &own, &programs)).collect(),
        steps: FollowUpStep::ALL.iter().map(|step| FollowUpChoice { step: *step, label: step.label() }).collect(),
        recipients: recipients.map(|kind| FollowUpRecipient { kind, label: kind.label() }).collect(),
        programs: programs.iter().map(|(id, name)| FollowUpProgram { id: *id, name: name.clone() }).collect(),
        agreements: AgreementKind::ALL
            .iter()
            .map(|kind| FollowUpAgreement { kind: *kind, label: kind.clients() })
            .collect(),
        may_change: view.actor.may(Info::Staff, Verb::Write),
    })
}

fn rules_of(event: FollowUpEvent, own: &[StoredRule], programs: &[(Uuid, String)]) -> FollowUpEventRules {
    let mut rules: Vec<FollowUpRule> =
        own.iter().filter(|rule| rule.event == event).map(|rule| rule_of(rule, programs)).collect();
    if rules.iter().all(|rule| rule.program.is_some() || rule.agreement.is_some()) {
        rules.push(FollowUpRule {
            id: None,
            program: None,
            holds_for: "Everybody".into(),
            agreement: None,
            steps: shipped(event),
            source: SHIPPED_SOURCE.into(),
            rev: 0,
        });
    }
    rules.sort_by_key(|rule| (rule.program.is_some(), rule.agreement.is_some(), rule.holds_for.clone()));
    FollowUpEventRules { event, label: event.label(), help: event.help(), rules }
}

fn rule_of(rule: &StoredRule, programs: &[(Uuid, String)]) -> FollowUpRule {
    let program =
        rule.program.and_then(|id| programs.iter().find(|(own, _)| *own == id)).map(|(_, name)| name.clone());
    let holds_for = match (rule.agreement, program) {
        (Some(kind), _) => kind.clients().into(),
        (None, Some(name)) => name,
        (None, None) => "Everybody".into(),
    };
    FollowUpRule {
        id: Some(rule.id),
        program: rule.program,
        holds_for,
        agreement: rule.agreement,
        steps: rule.steps.clone(),
        source: rule.source.clone(),
        rev: rule.rev,
    }
}
