//! The signed report of a day: signing an edition, whether it still says what the rows say, and whether it holds.
//!
//! What must hold: a day is signed when its lines are closed; an edition is never changed, and another one names it; what is
//! printed of it comes from its bytes. A change of the rows afterwards shows; it neither breaks nor replaces the edition.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};
use vault::Vault;

use super::day_format::{DayText, SignedDay, TierText};
use super::entry::{self, PersonOfDay};
use super::ipc::{DayEdition, DrawCounts, SavedDay, SignDay};
use super::report::{self, RULE};
use super::rules::{self, DrawRefusal};
use super::{SignedDayId, store};
use crate::client::number_words;
use crate::kernel::door::Tx;
use crate::kernel::history::{Table, hex};
use crate::kernel::refusal::Rule as _;
use crate::kernel::{Info, Moment, Refusal, Result, RowId as _, Tag, Verb, View};
use crate::signature::{self, Sealed, SignatureFault, hash_text, instant};
use crate::staff;
use crate::workstation::Workstation;

/// A signed edition, as stored.
pub(super) struct StoredDay {
    pub id: SignedDayId,
    pub on: NaiveDate,
    pub edition: i64,
    pub sealed: Sealed,
}

/// How the signing of a day stands.
pub(super) struct Standing {
    pub editions: Vec<DayEdition>,
    /// The rows say something else than the newest edition.
    pub changed: bool,
    pub may_sign: bool,
    pub why_not: Option<String>,
}

/// The editions of a day, and whether another one may be signed.
pub(super) fn standing(view: &View<'_>, on: NaiveDate, people: &[PersonOfDay]) -> Result<Standing> {
    let stored = editions(view.sql, on)?;
    let changed = match stored.last() {
        Some(last) => {
            SignedDay::parse(&last.sealed.bytes).map(|day| day.text) != Some(text_of(view.sql, on, people, view.now)?)
        }
        None => false,
    };
    let may = may_sign(view.sql, on, stored.is_empty() || changed)?;
    Ok(Standing {
        editions: stored
            .iter()
            .enumerate()
            .map(|(at, day)| edition(view, day, at.checked_sub(1).and_then(|at| stored.get(at))))
            .collect::<Result<_>>()?,
        changed,
        may_sign: view.actor.may(Info::Staff, Verb::Write) && may.is_ok(),
        why_not: may.err().map(|refusal| refusal.words()),
    })
}

fn may_sign(sql: &Connection, on: NaiveDate, news: bool) -> Result<Result<(), DrawRefusal>> {
    let mut statement = sql.prepare_cached(
        "select count(*),
                count(case
                  when draw.state in ('committed', 'frozen')
                    or (draw.state = 'noticed' and not exists (select 1 from check_in_close where check_in_close.draw = draw.id))
                  then 1
                end)
         from draw
         where draw.on_date = :on",
    )?;
    let (draws, open): (i64, i64) =
        statement.query_row(named_params! { ":on": on }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rules::may_sign(draws, open, news))
}

fn edition(view: &View<'_>, stored: &StoredDay, before: Option<&StoredDay>) -> Result<DayEdition> {
    Ok(DayEdition {
        edition: stored.edition,
        signed_by: staff::person(view.sql, stored.sealed.signer, false)?.name,
        signed_at: stored.sealed.signed_at,
        hash: hex(&stored.sealed.hash),
        holds: fault(view.vault, view.sql, stored, before)?.is_none(),
    })
}

/// What is broken about an edition, if anything: its seal, its bytes against its columns, or the edition it follows.
fn fault(
    vault: &Vault,
    sql: &Connection,
    stored: &StoredDay,
    before: Option<&StoredDay>,
) -> Result<Option<SignatureFault>> {
    let sealed = &stored.sealed;
    if let Some(fault) = signature::broken(vault, sql, sealed)? {
        return Ok(Some(fault));
    }
    let says = SignedDay::parse(&sealed.bytes).is_some_and(|day| {
        day.on == stored.on
            && day.edition == stored.edition
            && day.signer == sealed.signer.uuid().to_string()
            && day.signed_at == sealed.signed_at
            && day.previous == hash_text(sealed.previous.as_deref())
    });
    if !says {
        return Ok(Some(SignatureFault::Bytes));
    }
    let follows = sealed.previous.as_deref() == before.map(|before| before.sealed.hash.as_slice());
    Ok((!follows).then_some(SignatureFault::Chain))
}

/// How many editions there are, and what is broken about any of them.
///
/// # Errors
/// Those of the store.
pub(crate) fn faults(vault: &Vault, sql: &Connection) -> Result<(usize, Vec<(SignedDayId, SignatureFault)>)> {
    let mut statement = sql.prepare_cached(
        "select id, on_date, edition, bytes, hash, prev_hash, signature, signer_key, signer, signed_at
         from signed_day
         order by on_date, edition",
    )?;
    let rows = statement.query_map([], stored_of)?;
    let stored: Vec<StoredDay> = rows.collect::<rusqlite::Result<_>>()?;
    let mut faults = Vec::new();
    for (at, day) in stored.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| stored.get(at)).filter(|before| before.on == day.on);
        faults.extend(fault(vault, sql, day, before)?.map(|fault| (day.id, fault)));
    }
    Ok((stored.len(), faults))
}

/// What the rows of a day say now.
fn text_of(sql: &Connection, on: NaiveDate, people: &[PersonOfDay], now: Moment) -> Result<DayText> {
    let draws = store::texts_of(sql, on)?;
    let tiers = report::by_tier(people, now).into_iter().map(|tier| TierText {
        program: tier.program_name,
        tier: tier.tier_name,
        numbers: numbers(&tier.counts).map(|number| number.to_string()),
    });
    let shown = people.iter().filter(|one| one.drawn || one.missed_check_in(now));
    let compliance = report::compliance(&report::sum(people, now));
    Ok(DayText {
        draws,
        tiers: tiers.collect(),
        people: shown.map(|one| person_text(one, now)).collect(),
        compliance: compliance.map(|thousandths| thousandths.to_string()).unwrap_or_default(),
        rule: RULE.into(),
    })
}

fn person_text(one: &PersonOfDay, now: Moment) -> [String; 10] {
    let at = |moment: Option<Moment>| moment.map(instant).unwrap_or_default();
    [
        one.client.uuid().to_string(),
        number_words(one.client_number),
        one.program_name.clone(),
        one.tier_name.clone(),
        one.standing().word().into(),
        if one.missed_check_in(now) { "missed".into() } else { "called".into() },
        at(one.called_at),
        at(one.deadline_at),
        one.test.as_ref().map(|(_, number)| number.clone()).unwrap_or_default(),
        at(one.collected_at),
    ]
}

/// The numbers in the order of the signed bytes.
pub(super) fn numbers(counts: &DrawCounts) -> [i64; super::day_format::NUMBERS] {
    [
        counts.pool,
        counts.drawn,
        counts.analyzed,
        counts.notified,
        counts.collected,
        counts.on_time,
        counts.missed,
        counts.refused,
        counts.unable,
        counts.excused,
        counts.pending,
        counts.missed_check_ins,
    ]
}

/// Signs the next edition of a day, after the person proved who they are.
pub(super) fn sign(desk: &Workstation, request: SignDay) -> Result<SavedDay> {
    desk.sign("draw.sign_day", &request.proof, |tx| sign_inner(tx, &request))
}

fn sign_inner(tx: &mut Tx<'_, '_>, request: &SignDay) -> Result<SavedDay> {
    tx.role = Some(tx.actor.permit(Info::Staff, Verb::Write)?.role);
    let people = entry::people(tx.sql(), (request.on, request.on))?;
    let text = text_of(tx.sql(), request.on, &people, tx.now())?;
    let before = editions(tx.sql(), request.on)?;
    let last = before.last();
    let news = last.is_none_or(|last| SignedDay::parse(&last.sealed.bytes).is_none_or(|day| day.text != text));
    may_sign(tx.sql(), request.on, news)??;
    let edition = last.map_or(0, |last| last.edition) + 1;
    if edition != request.edition {
        return Err(Refusal::conflict());
    }
    let signer = signature::signer(tx.sql(), tx.actor.staff)?;
    let day = SignedDay {
        on: request.on,
        edition,
        text,
        signer: tx.actor.staff.uuid().to_string(),
        signer_name: signer.name,
        credential: signer.credential,
        signed_at: tx.now(),
        previous: last.map(|last| hex(&last.sealed.hash)).unwrap_or_default(),
    };
    let bytes = day.bytes();
    let seal = signature::seal(tx, &bytes)?;
    let id: SignedDayId = tx.id();
    tx.write(
        "insert into signed_day
           (id, on_date, edition, bytes, hash, prev_hash, signature, signer_key, signer, signed_at, rev, at, device, by_staff)
         values
           (:id, :on, :edition, :bytes, :hash, :previous, :signature, :signer_key, :by_staff, :at, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":on": request.on,
            ":edition": edition,
            ":bytes": bytes,
            ":hash": seal.hash,
            ":previous": last.map(|last| last.sealed.hash.as_slice()),
            ":signature": seal.signature,
            ":signer_key": seal.signer_key,
        },
    )?;
    tx.touch(Tag::Draw);
    tx.wrote(Table::SignedDay, id, None)?;
    Ok(SavedDay { edition, hash: hex(&seal.hash) })
}

/// The editions of a day, the first one first.
pub(super) fn editions(sql: &Connection, on: NaiveDate) -> Result<Vec<StoredDay>> {
    let mut statement = sql.prepare_cached(
        "select id, on_date, edition, bytes, hash, prev_hash, signature, signer_key, signer, signed_at
         from signed_day
         where on_date = :on
         order by edition",
    )?;
    let rows = statement.query_map(named_params! { ":on": on }, stored_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn stored_of(row: &Row<'_>) -> rusqlite::Result<StoredDay> {
    Ok(StoredDay {
        id: row.get("id")?,
        on: row.get("on_date")?,
        edition: row.get("edition")?,
        sealed: Sealed::of(row)?,
    })
}
