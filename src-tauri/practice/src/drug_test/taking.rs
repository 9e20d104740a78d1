//! The fields of a collection: when, by whom, observed by whom, and what was measured.

use chrono::{NaiveDate, NaiveTime};

use super::details;
use super::ipc::CollectionFields;
use super::record::{Collection, Taken};
use super::validity::Measures;
use super::{Specimen, store};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Check, Moment, Result};

/// Checks the fields and adds the medications as they stand on the day.
///
/// # Errors
/// `invalid`, with every fault beside its field.
pub(super) fn taken(
    tx: &Tx<'_, '_>,
    client: ClientId,
    specimen: Specimen,
    fields: CollectionFields,
) -> Result<Taken> {
    let mut check = Check::new();
    let on = fields.on.unwrap_or_else(|| tx.today());
    let at = instant(tx, &mut check, ("collection.on", "collection.time"), (on, fields.time.as_deref()));
    let collector = fields.collector.unwrap_or(tx.actor.staff);
    check.ensure(
        store::works_here(tx.sql(), collector)?,
        "collection.collector",
        "Choose somebody who works here now.",
    );
    let observer = observer(tx, &mut check, &fields)?;
    measured(&mut check, (specimen, "collection.measures"), &fields.measures);
    let details =
        fields.details.map(|fields_of| details::checked(&mut check, specimen, (on, fields.observed), &fields_of));
    if let Some(reader) = details.as_ref().and_then(|details| details.reader) {
        let here = store::works_here(tx.sql(), reader)?;
        check.ensure(here, "collection.details.reader", "Choose somebody who works here now.");
    }
    let collection = Collection {
        at,
        collector: Some(collector),
        observed: Some(fields.observed),
        observer,
        seal: check.optional("collection.seal", &fields.seal, 40),
        lot: check.optional("collection.lot", &fields.lot, 40),
        noted: check.optional("collection.noted", &fields.noted, 500),
    };
    check.done()?;
    let medications = store::medications(tx.sql(), client, on)?;
    Ok(Taken { on, collection, measures: fields.measures, medications, details })
}

/// The instant of a date and a wall time; now for today without a time. Faults stand beside the two fields named.
pub(super) fn instant(
    tx: &Tx<'_, '_>,
    check: &mut Check,
    (on_field, time_field): (&str, &str),
    (on, time): (NaiveDate, Option<&str>),
) -> Option<Moment> {
    if on > tx.today() {
        check.fault(on_field, "This day has not come yet. Choose today or an earlier day.");
        return None;
    }
    let Some(text) = time else {
        check.ensure(on == tx.today(), time_field, "Type the time, such as 7:40 AM.");
        return Some(tx.now());
    };
    let Ok(time) = NaiveTime::parse_from_str(text, "%H:%M") else {
        check.fault(time_field, "Type the time, such as 7:40 AM.");
        return None;
    };
    let Ok(at) = tx.calendar.zone.moment(on, time) else {
        check.fault(time_field, "The clock jumped over this time on that day. Type the time on the wall.");
        return None;
    };
    check.ensure(at <= tx.now(), time_field, "This time has not come yet. Look at the clock again.");
    Some(at)
}

fn observer(tx: &Tx<'_, '_>, check: &mut Check, fields: &CollectionFields) -> Result<Option<StaffId>> {
    if !fields.observed {
        check.ensure(
            fields.observer.is_none(),
            "collection.observer",
            "Mark the collection as observed, or take the observer out.",
        );
        return Ok(None);
    }
    let Some(observer) = fields.observer else {
        check.fault("collection.observer", "Say who observed.");
        return Ok(None);
    };
    check.ensure(
        store::works_here(tx.sql(), observer)?,
        "collection.observer",
        "Choose somebody who works here now.",
    );
    Ok(Some(observer))
}

/// Keeps slips of the finger out: a value beyond these bounds was not read from any strip or thermometer.
pub(super) fn measured(check: &mut Check, (specimen, at): (Specimen, &str), measures: &Measures) {
    if specimen != Specimen::Urine {
        let none = *measures == Measures::default();
        check.ensure(none, at, "Only urine has these measures. Leave them empty.");
        return;
    }
    for (value, (least, most), field, words) in [
        (
            measures.temperature_tenths_f,
            (500, 1_200),
            "temperature_tenths_f",
            "Type the temperature in °F, such as 94.",
        ),
        (
            measures.temperature_minutes,
            (0, 120),
            "temperature_minutes",
            "Type the minutes until it was read, such as 3.",
        ),
        (measures.volume_ml, (0, 1_000), "volume_ml", "Type the volume in mL, such as 45."),
        (measures.creatinine_tenths, (0, 10_000), "creatinine_tenths", "Type creatinine in mg/dL, such as 62."),
        (
            measures.gravity_ten_thousandths,
            (10_000, 10_600),
            "gravity_ten_thousandths",
            "Type specific gravity with four decimals, such as 1.0142.",
        ),
        (measures.ph_tenths, (0, 140), "ph_tenths", "Type pH from 0 to 14, such as 6.4."),
        (measures.nitrite, (0, 20_000), "nitrite", "Type nitrite in mcg/mL, such as 0."),
    ] {
        let right = value.is_none_or(|value| (least..=most).contains(&value));
        check.ensure(right, &format!("{at}.{field}"), words);
    }
}
