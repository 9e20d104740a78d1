//! What can be given, what was answered, and which alerts wait.

use rusqlite::named_params;

use super::definition::Definition;
use super::ipc::{
    FormSkip, InstrumentCode, InstrumentForm, InstrumentLine, Measurement, MeasurementSheet, Outcomes, OutcomesOf,
    SafetyAlert, Series, WhichMeasurement,
};
use super::store::{self, StoredInstrument, StoredMeasurement};
use super::{MeasurementId, shipped};
use crate::client::reach::{self, Scope};
use crate::kernel::history::hex;
use crate::kernel::refusal::Code;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Reach, Refusal, Result, Verb, View};
use crate::note::{ClientFacts, Seer};
use crate::practice::policy;

/// What can be given: what the program brings along, then what the practice added.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<InstrumentLine>> {
    let mut lines: Vec<InstrumentLine> =
        shipped::all().iter().map(|shipped| line(&shipped.definition, None)).collect();
    for row in store::added(view.sql)? {
        lines.push(line(&read(&row.definition)?, Some(&row)));
    }
    Ok(lines)
}

fn line(definition: &Definition, row: Option<&StoredInstrument>) -> InstrumentLine {
    InstrumentLine {
        code: definition.id.clone(),
        abbrev: definition.abbrev.clone(),
        name: definition.name.clone(),
        by_clinician: definition.by_clinician(),
        citation: definition.citation.clone(),
        license: definition.license.clone(),
        id: row.map(|row| row.id),
        rev: row.map(|row| row.rev),
    }
}

/// One of them, as it is given.
pub(super) fn get(view: &View<'_>, request: InstrumentCode) -> Result<InstrumentForm> {
    Ok(form(&definition(view, &request.code)?.1))
}

pub(super) fn form(definition: &Definition) -> InstrumentForm {
    let skips = definition.skips.iter().map(|skip| FormSkip {
        item: skip.item.clone(),
        value: skip.value,
        out: skip.fill.keys().chain(&skip.leave).cloned().collect(),
    });
    InstrumentForm {
        code: definition.id.clone(),
        abbrev: definition.abbrev.clone(),
        name: definition.name.clone(),
        recall: definition.recall.clone(),
        instruction: definition.instruction.clone(),
        by_clinician: definition.by_clinician(),
        items: definition.items.clone(),
        skips: skips.collect(),
    }
}

/// The definition under a code, with the text it stands in: what ships, or what the practice added.
pub(super) fn definition(view: &View<'_>, code: &str) -> Result<(String, Definition)> {
    if let Some(shipped) = shipped::one(code) {
        return Ok((shipped.text.to_owned(), as_chosen(view, shipped.definition.clone())?));
    }
    let row = store::in_use(view.sql, code)?.ok_or_else(|| Refusal::not_found("instrument"))?;
    let definition = read(&row.definition)?;
    Ok((row.definition, definition))
}

/// The definition with the cut-off that the practice chose, where the one published is a span.
fn as_chosen(view: &View<'_>, mut definition: Definition) -> Result<Definition> {
    if definition.id == "pcl5" {
        let cutoff = policy::whole_on(view.sql, policy::PCL5_CUTOFF, view.today())?;
        if let [below, from] = definition.bands.as_mut_slice() {
            (below.max, from.min) = (cutoff - 1, cutoff);
        }
    }
    Ok(definition)
}

/// A definition that was checked before it was stored.
fn read(text: &str) -> Result<Definition> {
    Definition::read(text).map_err(|_| Refusal::internal("instrument"))
}

/// The outcomes of a client, instrument by instrument. Who sees only their own notes sees only what they gave.
pub(super) fn outcomes(view: &View<'_>, request: OutcomesOf) -> Result<Outcomes> {
    let permit = view.reach(Info::Notes, Verb::Read, request.client)?;
    let mut series: Vec<Series> = Vec::new();
    for stored in store::of_client(view.sql, request.client)? {
        if permit.reach == Reach::Own && stored.given_by != view.actor.staff {
            continue;
        }
        match series.iter_mut().find(|one| one.code == stored.code) {
            Some(one) => one.measurements.push(answer(stored)?),
            None => series.push(Series {
                code: stored.code.clone(),
                abbrev: stored.abbrev.clone(),
                name: stored.name.clone(),
                bands: as_chosen(view, read(&stored.definition)?)?.bands,
                measurements: vec![answer(stored)?],
            }),
        }
    }
    Ok(Outcomes {
        series,
        levels: store::levels(view.sql, request.client)?,
        may_record: view.reach(Info::Notes, Verb::Write, request.client).is_ok(),
    })
}

/// Alerts nobody has answered, of the clients in the person's scope, the oldest first.
pub(crate) fn alerts(view: &View<'_>, _: Nothing) -> Result<Vec<SafetyAlert>> {
    let scope = Scope::of(view.actor, Info::Notes, Verb::Read)?;
    let mine: Vec<String> = reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?
        .iter()
        .map(|id| hex(id.0.as_bytes()))
        .collect();
    let seer = Seer::of(view)?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/alerts.sql"))?;
    let mine = serde_json::json!(mine).to_string();
    let rows = statement.query_map(named_params! { ":everyone": scope.everyone, ":mine": mine }, |row| {
        Ok(SafetyAlert {
            id: row.get("measurement")?,
            client: seer.line(&ClientFacts::of(row)?),
            abbrev: row.get("abbrev")?,
            at: row.get("given_at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn one(view: &View<'_>, id: MeasurementId) -> Result<Measurement> {
    answer(store::one(view.sql, id)?.ok_or_else(unseen)?)
}

/// A measurement with its questions and its safety step, to read again. One outside the reach is not there.
pub(super) fn sheet(view: &View<'_>, request: WhichMeasurement) -> Result<MeasurementSheet> {
    let stored = store::one(view.sql, request.id)?.ok_or_else(unseen)?;
    let permit = view
        .reach(Info::Notes, Verb::Read, stored.client)
        .map_err(|refusal| if refusal.code == Code::NotFound { unseen() } else { refusal })?;
    if permit.reach == Reach::Own && stored.given_by != view.actor.staff {
        return Err(unseen());
    }
    let definition = read(&stored.definition)?;
    Ok(MeasurementSheet { measurement: answer(stored)?, name: definition.name, items: definition.items })
}

/// The answer for a measurement that is not there, or not for this person.
pub(super) fn unseen() -> Refusal {
    Refusal::not_found("measurement")
}

fn answer(stored: StoredMeasurement) -> Result<Measurement> {
    let broken = |_| Refusal::internal("measurement");
    Ok(Measurement {
        id: stored.id,
        code: stored.code,
        abbrev: stored.abbrev,
        mode: stored.mode,
        given_at: stored.given_at,
        given_on: stored.given_on,
        given_by: stored.given_by_name,
        answers: serde_json::from_str(&stored.answers).map_err(broken)?,
        score: serde_json::from_str(&stored.scores).map_err(broken)?,
        scorer: stored.scorer,
        alert: stored.alert,
        safety: stored.safety,
        rev: stored.rev,
    })
}
