//! Adding a word to the practice's own and taking one away.

use super::ipc::{AddWord, AddedWord, VoidWord};
use super::known::{Asker, Known};
use super::store::Stored;
use super::{dictionary, rules, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Rule;
use crate::kernel::{Actor, Check, Info, Refusal, Result, Tag, Verb};

const LONGEST: usize = 60;

/// Why a change of the practice's words is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum SpellingRefusal {
    /// The dictionary has it, or the practice.
    KnownAlready,
    /// It is the name of a client whom the person reaches.
    ClientsName,
    /// Somebody else added it.
    NotYours,
}

impl Rule for SpellingRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::KnownAlready => "spelling.known_already",
            Self::ClientsName => "spelling.clients_name",
            Self::NotYours => "spelling.not_yours",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::KnownAlready => "This word is known already. Nothing needs to be added.",
            Self::ClientsName => {
                "This is a client's name. It is known wherever you write about your clients; in a list for everybody it \
                 would tell a name."
            }
            Self::NotYours => "A colleague added this word. Ask them or a director to take it away.",
        }
        .into()
    }
}

/// Whoever added it, and a director.
pub(super) fn may_take_away(actor: &Actor, word: &Stored) -> bool {
    word.by_staff == actor.staff || actor.may(Info::Staff, Verb::Write)
}

/// Adds a word for everybody.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddWord) -> Result<AddedWord> {
    let word = checked(&request.word)?;
    ensure_new(tx, &word)?;
    let id = tx.id();
    store::insert(tx, id, &word)?;
    saved(tx, AddedWord { id, rev: 1 })
}

/// Takes a word away.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: VoidWord) -> Result<AddedWord> {
    let word = store::word(tx.sql(), request.id)?.filter(|word| !word.voided);
    let word = word.ok_or_else(|| Refusal::not_found("word"))?;
    if !may_take_away(tx.actor, &word) {
        return Err(SpellingRefusal::NotYours.into());
    }
    tx.revise(Table::SpellingWord, request.id, request.rev)?;
    store::set_voided(tx, request.id, true)?;
    saved(tx, AddedWord { id: request.id, rev: request.rev + 1 })
}

/// Brings a word back that was just taken away.
pub(super) fn restore(tx: &mut Tx<'_, '_>, request: VoidWord) -> Result<AddedWord> {
    let word = store::word(tx.sql(), request.id)?.filter(|word| word.voided && may_take_away(tx.actor, word));
    let word = word.ok_or_else(|| Refusal::not_found("word"))?;
    tx.revise(Table::SpellingWord, request.id, request.rev)?;
    ensure_new(tx, &word.word)?;
    store::set_voided(tx, request.id, false)?;
    saved(tx, AddedWord { id: request.id, rev: request.rev + 1 })
}

fn checked(typed: &str) -> Result<String> {
    let mut check = Check::new();
    let word = check.required("word", typed, LONGEST, "Type the word.");
    check.ensure(
        word.is_empty() || rules::is_one_word(&word),
        "word",
        "Type one word of at least two letters, without a digit. Short words in capitals are never marked.",
    );
    check.done()?;
    Ok(rules::plain(&word))
}

fn ensure_new(tx: &Tx<'_, '_>, word: &str) -> Result<()> {
    let asker = Asker { sql: tx.sql(), actor: tx.actor, now: tx.now(), today: tx.today() };
    let english = dictionary::english()?;
    let words = rules::words(word);
    let clients = Known::clients(&asker)?;
    if words.iter().any(|word| !dictionary::has(english, word) && clients.has(word)) {
        return Err(SpellingRefusal::ClientsName.into());
    }
    let known = Known::to(&asker)?;
    if words.iter().all(|word| dictionary::has(english, word) || known.has(word)) {
        return Err(SpellingRefusal::KnownAlready.into());
    }
    Ok(())
}

fn saved(tx: &mut Tx<'_, '_>, word: AddedWord) -> Result<AddedWord> {
    tx.wrote(Table::SpellingWord, word.id, None)?;
    tx.touch(Tag::Spelling);
    Ok(word)
}
