//! Closing dates and opening one again. Sessions follow in the slice `session`, in the same transaction.

use super::ipc::{AddClosures, RemoveClosure};
use super::rules::ClosureRefusal;
use super::{Closure, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Refusal, Result, Tag};

/// The most dates that are closed at once: a year of holidays, and some of one's own.
const MOST: usize = 60;

/// Closes dates.
pub(crate) fn add(tx: &mut Tx<'_, '_>, request: AddClosures) -> Result<Vec<Closure>> {
    let mut check = Check::new();
    let count = request.days.len();
    check.ensure((1..=MOST).contains(&count), "days", format!("Choose 1 to {MOST} dates."));
    let mut closures: Vec<Closure> = Vec::new();
    for (index, fields) in request.days.into_iter().enumerate() {
        let at = format!("days.{index}.");
        let twice = closures.iter().any(|other| other.on_date == fields.on_date);
        check.ensure(!twice, &format!("{at}on_date"), "This date stands in the list twice.");
        closures.push(Closure {
            id: tx.id(),
            on_date: fields.on_date,
            name: check.required(&format!("{at}name"), &fields.name, 80, "Type why the practice is closed."),
            source: check.optional(&format!("{at}source"), &fields.source, 120),
        });
    }
    check.done()?;
    for closure in &closures {
        if store::on(tx.sql(), closure.on_date)?.is_some() {
            return Err(ClosureRefusal::ClosedAlready { on: closure.on_date }.into());
        }
        store::insert(tx, closure)?;
        tx.wrote(Table::Closure, closure.id, None)?;
    }
    tx.touch(Tag::Closure);
    Ok(closures)
}

/// Takes a closure back.
pub(crate) fn remove(tx: &mut Tx<'_, '_>, request: &RemoveClosure) -> Result<Closure> {
    let present = store::closure(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("closure"))?;
    tx.revise(Table::Closure, present.id, request.rev)?;
    store::void(tx, present.id)?;
    tx.wrote(Table::Closure, present.id, None)?;
    tx.touch(Tag::Closure);
    Ok(present)
}
