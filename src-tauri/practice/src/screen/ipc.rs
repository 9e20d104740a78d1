//! Calls of the screen settings: everybody's own.

use super::{Screen, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Call, Done, Need, Nothing, op, query};
use crate::kernel::{Result, Tag, View};

pub(crate) fn calls() -> Vec<Call> {
    vec![
        query("screen.get", Need::SignedIn, &[Tag::Screen], |view: &View<'_>, Nothing {}| {
            Ok(store::of(view.sql, view.actor.staff)?.map_or(Screen::default(), |(_, _, screen)| screen))
        }),
        op("screen.set", Need::SignedIn, set),
    ]
}

fn set(tx: &mut Tx<'_, '_>, screen: Screen) -> Result<Done> {
    let id = match store::of(tx.sql(), tx.actor.staff)? {
        Some((id, rev, _)) => {
            tx.revise(Table::Screen, id, rev)?;
            store::update(tx, id, screen)?;
            id
        }
        None => {
            let id = tx.id();
            store::insert(tx, id, screen)?;
            id
        }
    };
    tx.wrote(Table::Screen, id, None)?;
    tx.touch(Tag::Screen);
    Ok(Done {})
}
