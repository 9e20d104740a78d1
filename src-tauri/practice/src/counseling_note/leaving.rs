//! Counseling notes whose text is to leave, chosen one by one by their author. Who may have them, and by which consent, is
//! asked by [`crate::disclosure`]; nothing else reads a text for another slice.

use super::CounselingNoteId;
use super::rules::{self, Hand};
use super::{queries, seal};
use crate::client::ClientId;
use crate::kernel::{Moment, Refusal, Result, View};

/// A note as its copy shows it. No `Debug`: its words are printed by nothing but the press.
pub(crate) struct LeavingNote {
    pub title: String,
    pub body: String,
    pub author: String,
    pub started_at: Moment,
}

/// The notes of one client that were chosen, in the order in which they were begun.
///
/// # Errors
/// `not_found` for one that was not sealed to this person, or is another client's; [`super::CounselingNoteRefusal`] for a
/// reader, and for a note that is still being written.
pub(crate) fn chosen(view: &View<'_>, client: ClientId, notes: &[CounselingNoteId]) -> Result<Vec<LeavingNote>> {
    let mut found = Vec::with_capacity(notes.len());
    for id in notes {
        let note = queries::seen(view, *id)?;
        if note.client != client {
            return Err(Refusal::not_found("counseling note"));
        }
        let hand = if note.author == view.actor.staff { Hand::Author } else { Hand::Reader };
        rules::may_leave(hand, note.state)?;
        let seal::Words { title, body } = queries::words_of(view, &note)?;
        found.push(LeavingNote { title, body, author: note.author_name, started_at: note.started_at });
    }
    found.sort_by_key(|note| note.started_at);
    Ok(found)
}
