//! Recording an instrument, answering its alert, adding another one. Each is one action.

use sha2::{Digest, Sha256};

use super::definition::Definition;
use super::ipc::{
    AddInstrument, AnswerAlert, InstrumentLine, Measurement, RecordInstrument, ThisInstrument, VoidMeasurement,
};
use super::rules::InstrumentRefusal;
use super::score::{self, Answers};
use super::store::{self, NewInstrument, NewMeasurement, StoredMeasurement, Use};
use super::{Finding, InstrumentId, MeasurementId, Mode, handed, queries, shipped, sound};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Info, Refusal, Result, RowId as _, Tag, Verb};

/// The longest definition, in bytes.
const LONGEST: usize = 256 * 1024;

/// Records what a client answered, as the staff took it down.
pub(super) fn record(tx: &mut Tx<'_, '_>, request: RecordInstrument) -> Result<Measurement> {
    let (_, alerted) = handed::begun(&tx.view(), request.client, &request.code)?;
    let id = take_down(tx, (request.client, &request.code), &request.answers, Mode::Staff)?;
    if let Some(begun) = alerted {
        handed_in_whole(tx, begun, id)?;
    }
    queries::one(&tx.view(), id)
}

/// Scores answers once and keeps them with the definition they were given with.
pub(super) fn take_down(
    tx: &mut Tx<'_, '_>,
    (client, code): (ClientId, &str),
    answers: &Answers,
    mode: Mode,
) -> Result<MeasurementId> {
    tx.reach(Info::Notes, Verb::Write, client)?;
    let (text, definition) = queries::definition(&tx.view(), code)?;
    let mut check = Check::new();
    score::check_answers(&mut check, &definition, answers);
    check.done()?;
    let answers = score::with_skips(&definition, answers);
    let json = |value: serde_json::Result<String>| value.map_err(|_| Refusal::internal("measurement"));
    let new = NewMeasurement {
        id: tx.id(),
        client,
        instrument: kept(tx, &definition, &text)?,
        mode,
        answers: json(serde_json::to_string(&answers))?,
        scores: json(serde_json::to_string(&score::score(&definition, &answers)))?,
        alert: score::alerts(&definition, &answers),
    };
    store::insert(tx, &new)?;
    tx.wrote(Table::Measurement, new.id, Some(client.uuid()))?;
    tx.touch(Tag::Instrument);
    Ok(new.id)
}

/// The row of exactly this definition. One that the program brings along gets its row when it is first used, and a later
/// text of it another row.
fn kept(tx: &mut Tx<'_, '_>, definition: &Definition, text: &str) -> Result<InstrumentId> {
    let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    if let Some((id, _)) = store::by_digest(tx.sql(), &digest)? {
        return Ok(id);
    }
    if let Some(before) = store::in_use(tx.sql(), &definition.id)? {
        tx.revise(Table::Instrument, before.id, before.rev)?;
        store::put_in_use(tx, before.id, Use::Retired)?;
        tx.wrote(Table::Instrument, before.id, None)?;
    }
    keep(tx, definition, (text, digest), false)
}

fn keep(
    tx: &mut Tx<'_, '_>,
    definition: &Definition,
    (text, digest): (&str, [u8; 32]),
    added: bool,
) -> Result<InstrumentId> {
    let new = NewInstrument {
        id: tx.id(),
        code: &definition.id,
        abbrev: &definition.abbrev,
        name: &definition.name,
        definition: text,
        digest,
        added,
    };
    store::insert_instrument(tx, &new)?;
    tx.wrote(Table::Instrument, new.id, None)?;
    Ok(new.id)
}

/// Takes a measurement back: the wrong client, or a trial. It stays, with the reason, and is shown no more.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: VoidMeasurement) -> Result<Done> {
    let measurement = reached(tx, (request.id, request.rev))?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 500, "Say why it is taken back.");
    check.done()?;
    if measurement.alert && measurement.safety.is_none() {
        return Err(InstrumentRefusal::SafetyOpen.into());
    }
    store::void(tx, measurement.id, &reason)?;
    tx.wrote(Table::Measurement, measurement.id, Some(measurement.client.uuid()))?;
    tx.touch(Tag::Instrument);
    Ok(Done {})
}

/// Takes back what alerted before its sheet was handed in, or taken down by the staff: the whole sheet alerts in its place. Where it does not, or where
/// somebody has answered already, both stand.
pub(super) fn handed_in_whole(tx: &mut Tx<'_, '_>, begun: MeasurementId, whole: MeasurementId) -> Result<()> {
    let alerts = store::one(tx.sql(), whole)?.is_some_and(|whole| whole.alert);
    let open = store::one(tx.sql(), begun)?.filter(|begun| alerts && begun.safety.is_none());
    if let Some(begun) = open {
        tx.revise(Table::Measurement, begun.id, begun.rev)?;
        store::void(tx, begun.id, "Handed in whole")?;
        tx.wrote(Table::Measurement, begun.id, Some(begun.client.uuid()))?;
    }
    Ok(())
}

/// Answers an alert: what was asked and found, and the safety plan where one is made.
pub(super) fn safety(tx: &mut Tx<'_, '_>, request: AnswerAlert) -> Result<Measurement> {
    let measurement = seen(tx, request.id)?;
    if measurement.rev != request.rev {
        return Err(Refusal::conflict());
    }
    if !measurement.alert || measurement.safety.is_some() {
        return Err(InstrumentRefusal::NoAlert.into());
    }
    check_step(&request)?;
    let step = tx.id();
    store::insert_step(tx, step, measurement.client, &request)?;
    tx.wrote(Table::SafetyStep, step, Some(measurement.client.uuid()))?;
    tx.touch(Tag::Instrument);
    queries::one(&tx.view(), measurement.id)
}

fn check_step(request: &AnswerAlert) -> Result<()> {
    const MOST: usize = 4_000;
    let (fields, mut check) = (&request.fields, Check::new());
    let said = "Write what you asked and what the client answered.";
    check.required("fields.what_was_said", &fields.what_was_said, MOST, said);
    let parts = [
        ("fields.warning_signs", &fields.warning_signs, "Write how the client notices that it is getting worse."),
        ("fields.coping", &fields.coping, "Write what the client does alone to get through it."),
        ("fields.people", &fields.people, "Write whom the client can be with or call."),
        ("fields.professionals", &fields.professionals, "Write which professionals and lines the client calls."),
        ("fields.means", &fields.means, "Write what is put out of reach, and by whom."),
    ];
    for (field, text, message) in parts {
        if request.finding == Finding::PlanMade {
            check.required(field, text, MOST, message);
        } else {
            check.optional(field, text, MOST);
        }
    }
    check.done()
}

/// Adds an instrument from its definition, which must hold together.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddInstrument) -> Result<Vec<InstrumentLine>> {
    let text = request.definition.trim();
    let field = "definition";
    let mut check = Check::new();
    check.ensure(text.len() <= LONGEST, field, "This is too long for a definition.");
    check.done()?;
    let definition = Definition::read(text).map_err(|fault| Refusal::field(field, fault))?;
    let mut check = Check::new();
    sound::check_words(&mut check, text);
    definition.check(&mut check);
    let taken = shipped::one(&definition.id).is_some() || store::in_use(tx.sql(), &definition.id)?.is_some();
    check.ensure(!taken, field, format!("An instrument \"{}\" is in use already.", definition.id));
    check.done()?;
    let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    match store::by_digest(tx.sql(), &digest)? {
        // The same text, taken out of use before.
        Some((id, rev)) => {
            tx.revise(Table::Instrument, id, rev)?;
            store::put_in_use(tx, id, Use::InUse)?;
            tx.wrote(Table::Instrument, id, None)?;
        }
        None => {
            keep(tx, &definition, (text, digest), true)?;
        }
    }
    tx.touch(Tag::Instrument);
    queries::list(&tx.view(), Nothing {})
}

/// Takes an added instrument out of use. What was measured with it stays.
pub(super) fn retire(tx: &mut Tx<'_, '_>, request: ThisInstrument) -> Result<Done> {
    let row = store::instrument(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("instrument"))?;
    if !row.added || shipped::one(&row.code).is_some() {
        return Err(InstrumentRefusal::Shipped.into());
    }
    tx.revise(Table::Instrument, row.id, request.rev)?;
    store::put_in_use(tx, row.id, Use::Retired)?;
    tx.wrote(Table::Instrument, row.id, None)?;
    tx.touch(Tag::Instrument);
    Ok(Done {})
}

/// The measurement, when the person writes about this client. One outside the reach is not there.
fn seen(tx: &mut Tx<'_, '_>, id: MeasurementId) -> Result<StoredMeasurement> {
    let measurement = store::one(tx.sql(), id)?.ok_or_else(queries::unseen)?;
    tx.reach(Info::Notes, Verb::Write, measurement.client)
        .map_err(|refusal| if refusal.code == Code::NotFound { queries::unseen() } else { refusal })?;
    Ok(measurement)
}

fn reached(tx: &mut Tx<'_, '_>, (id, rev): (MeasurementId, i64)) -> Result<StoredMeasurement> {
    let measurement = seen(tx, id)?;
    tx.revise(Table::Measurement, id, rev)?;
    Ok(measurement)
}
