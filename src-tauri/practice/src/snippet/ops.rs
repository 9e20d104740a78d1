//! Reading and changing snippets. A shared one is changed by its owner or a director.

use super::ipc::{AddSnippet, ChangeSnippet, SavedSnippet, Snippet, VoidSnippet};
use super::store::Stored;
use super::{SnippetId, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Rule;
use crate::kernel::router::Nothing;
use crate::kernel::{Actor, Check, Info, Refusal, Result, Tag, Verb, View};

/// The most snippets of one person.
const MOST: usize = 300;

/// Why a change of a snippet is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum SnippetRefusal {
    /// It is somebody else's.
    NotYours,
    /// The word stands for another text already.
    WordTaken,
}

impl Rule for SnippetRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NotYours => "snippet.not_yours",
            Self::WordTaken => "snippet.word_taken",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotYours => {
                "This snippet is a colleague's. Add one of your own with the same word; yours goes first."
            }
            Self::WordTaken => "This word stands for another snippet already. Choose another word.",
        }
        .into()
    }
}

fn may_change(actor: &Actor, snippet: &Stored) -> bool {
    snippet.owner == actor.staff || (snippet.shared && actor.may(Info::Staff, Verb::Write))
}

/// One's own and everybody's, by word; one's own first.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<Snippet>> {
    let rows = store::of(view.sql, view.actor.staff)?;
    Ok(rows
        .into_iter()
        .map(|(snippet, by)| Snippet {
            may_change: may_change(view.actor, &snippet),
            id: snippet.id,
            word: snippet.word,
            words: snippet.words,
            shared: snippet.shared,
            by,
            rev: snippet.rev,
        })
        .collect())
}

/// Adds one.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddSnippet) -> Result<SavedSnippet> {
    let (word, words) = checked(&request.word, &request.words)?;
    let own = store::of(tx.sql(), tx.actor.staff)?.iter().filter(|(one, _)| one.owner == tx.actor.staff).count();
    if own >= MOST {
        return Err(Refusal::field("word", format!("You have {MOST} snippets. Take one away first.")));
    }
    let snippet = Stored { id: tx.id(), owner: tx.actor.staff, shared: request.shared, word, words, rev: 1 };
    ensure_free(tx, &snippet)?;
    store::insert(tx, &snippet)?;
    saved(tx, snippet.id, 1)
}

/// Changes one; a shared one may become one's own and the other way round.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeSnippet) -> Result<SavedSnippet> {
    let present = changeable(tx, request.id)?;
    let (word, words) = checked(&request.word, &request.words)?;
    let next = Stored { shared: request.shared, word, words, rev: request.rev, ..present };
    ensure_free(tx, &next)?;
    tx.revise(Table::Snippet, next.id, request.rev)?;
    store::update(tx, &next)?;
    saved(tx, next.id, request.rev + 1)
}

/// Takes one away.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: VoidSnippet) -> Result<SavedSnippet> {
    changeable(tx, request.id)?;
    tx.revise(Table::Snippet, request.id, request.rev)?;
    store::set_voided(tx, request.id, true)?;
    saved(tx, request.id, request.rev + 1)
}

/// Brings one back that was just taken away.
pub(super) fn restore(tx: &mut Tx<'_, '_>, request: VoidSnippet) -> Result<SavedSnippet> {
    let (snippet, _) = store::snippet(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("snippet"))?;
    if !may_change(tx.actor, &snippet) {
        return Err(Refusal::not_found("snippet"));
    }
    ensure_free(tx, &snippet)?;
    tx.revise(Table::Snippet, request.id, request.rev)?;
    store::set_voided(tx, request.id, false)?;
    saved(tx, request.id, request.rev + 1)
}

fn changeable(tx: &Tx<'_, '_>, id: SnippetId) -> Result<Stored> {
    let gone = || Refusal::not_found("snippet");
    let (snippet, voided) = store::snippet(tx.sql(), id)?.ok_or_else(gone)?;
    match (may_change(tx.actor, &snippet), snippet.shared, voided) {
        (_, _, true) | (false, false, _) => Err(gone()),
        (false, true, false) => Err(SnippetRefusal::NotYours.into()),
        (true, _, false) => Ok(snippet),
    }
}

fn ensure_free(tx: &Tx<'_, '_>, snippet: &Stored) -> Result<()> {
    if store::is_taken(tx.sql(), snippet)? { Err(SnippetRefusal::WordTaken.into()) } else { Ok(()) }
}

fn checked(word: &str, words: &str) -> Result<(String, String)> {
    let mut check = Check::new();
    let word = check.required("word", word, 24, "Type the word that follows the slash.").to_lowercase();
    let fits = word.chars().all(|c| c.is_alphanumeric() || c == '-');
    check.ensure(fits, "word", "Use letters, digits and hyphens only, without a blank.");
    let words = check.required("words", words, 4_000, "Type the text.");
    check.done()?;
    Ok((word, words))
}

fn saved(tx: &mut Tx<'_, '_>, id: SnippetId, rev: i64) -> Result<SavedSnippet> {
    tx.wrote(Table::Snippet, id, None)?;
    tx.touch(Tag::Snippet);
    Ok(SavedSnippet { id, rev })
}
