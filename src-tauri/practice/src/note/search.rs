//! The full-text index of notes, and searching it.
//!
//! The index is derived and kept in the same transaction as the note. A row's number is the note's `search_id`: the
//! instant of service with a few bits that keep two notes of one instant apart, so the newest come first by themselves.

use rusqlite::{Connection, Row, named_params};

use super::around::{self, ClientFacts, Seer};
use super::ipc::{NoteFound, NoteSearch, NotesFound};
use super::{Note, NoteId, NoteKind, unfinished};
use crate::client::{ClientId, reach};
use crate::kernel::actor::StaffId;
use crate::kernel::{Check, Info, Moment, Reach, Result, RowId, Verb, View};

/// Bits below the instant.
const TIE_BITS: u32 = 20;
/// The most lines of one answer.
const MOST: usize = 50;
/// About this many characters around the first word found.
const SNIPPET: usize = 160;
/// Letters from which on the last word also counts as a beginning: the length of the index's own beginnings.
const FEWEST_OF_A_BEGINNING: usize = 3;
/// The words of one search, at most.
const MOST_WORDS: usize = 12;

/// What the index says of a note.
#[derive(Debug)]
pub struct Indexed<'a> {
    pub client: ClientId,
    pub author: StaffId,
    pub words: &'a str,
}

/// The place in the index for a note of a service at this instant: free, and in order of time.
///
/// # Errors
/// Those of the store.
pub fn place(sql: &Connection, service_at: Moment, id: NoteId) -> Result<i64> {
    let tie = i64::from_be_bytes(id.uuid().as_u64_pair().1.to_be_bytes()) & ((1 << TIE_BITS) - 1);
    let mut place = (service_at.0 << TIE_BITS) | tie;
    let mut statement = sql.prepare_cached("select 1 from note where search_id = :place")?;
    while statement.exists(named_params! { ":place": place })? {
        place += 1;
    }
    Ok(place)
}

/// Puts a new note into the index.
///
/// # Errors
/// Those of the store.
pub fn index(sql: &Connection, place: i64, indexed: &Indexed<'_>) -> Result<()> {
    let who = format!("{} {}", around::client_token(indexed.client), around::author_token(indexed.author));
    let mut statement =
        sql.prepare_cached("insert into note_search (rowid, words, who) values (:place, :words, :who)")?;
    statement.execute(named_params! { ":place": place, ":words": indexed.words, ":who": who })?;
    Ok(())
}

/// Puts a changed note into the index: what it held before is taken out.
pub(super) fn index_again(sql: &Connection, before: i64, place: i64, indexed: &Indexed<'_>) -> Result<()> {
    sql.prepare_cached("delete from note_search where rowid = :before")?
        .execute(named_params! { ":before": before })?;
    index(sql, place, indexed)
}

/// Takes a voided note out of the index.
pub(super) fn forget(sql: &Connection, place: i64) -> Result<()> {
    sql.prepare_cached("delete from note_search where rowid = :place")?.execute(named_params! { ":place": place })?;
    Ok(())
}

/// What of a note is searched: its own text, its risk line, and the shared part of its session.
pub(super) fn words_of(note: &Note, shared: Option<&super::store::SharedPart>) -> String {
    let mut words = super::ready::text_of(note);
    let shared = shared.map_or([""; 2], |part| [part.topic.as_str(), part.words.as_str()]);
    for more in [note.risk_words.as_str(), shared[0], shared[1]] {
        if !more.trim().is_empty() {
            words.push('\n');
            words.push_str(more.trim());
        }
    }
    words
}

/// Newest first, what the person may read. Drafts only for their author. When no note has all words whole, the last one
/// counts as a beginning: somebody is still typing it.
pub(super) fn find(view: &View<'_>, request: NoteSearch) -> Result<NotesFound> {
    let words = typed_words(&request.text);
    let mut check = Check::new();
    check.ensure(!words.is_empty(), "text", "Type a word of two letters or more.");
    check.ensure(words.len() <= MOST_WORDS, "text", "Twelve words are enough. Leave the others out.");
    check.done()?;
    let Some(whose) = whose(view, request.client)? else { return Ok(NotesFound::default()) };
    let seer = Seer::of(view)?;
    // Whole words are met newest first, as many as are asked for. A beginning makes the index merge every word that
    // begins so before the first line comes, so it is tried only when no note has the words whole, and after a look at
    // the newest notes (see `unfinished`).
    let whole = run(view, &seer, &words, &expression(&words, LastWord::Whole, &whose))?;
    if !whole.rows.is_empty() || words.last().is_none_or(|last| last.chars().count() < FEWEST_OF_A_BEGINNING) {
        return Ok(whole);
    }
    if let Some(found) = look(view, &seer, &words, &whose)? {
        return Ok(found);
    }
    run(view, &seer, &words, &expression(&words, LastWord::Beginning, &whose))
}

/// Looks through the newest notes that have the other words for one that begins as the last: the same lines in the same
/// order as the index would give. `None` when the word is too rare for that.
fn look(view: &View<'_>, seer: &Seer, words: &[String], whose: &str) -> Result<Option<NotesFound>> {
    let Some((last, others)) = words.split_last() else { return Ok(None) };
    let (everyone, last) = (scope_is_everyone(view)?, unfinished::folded(last));
    let matched = among(others, whose);
    let today = view.today();
    let person = named_params! { ":me": view.actor.staff, ":everyone": everyone, ":today": today };
    let indexed = named_params! { ":matched": matched, ":limit": i64::MAX };
    let mut statement = view.sql.prepare_cached(match matched {
        Some(_) => include_str!("sql/search.sql"),
        None => include_str!("sql/search_newest.sql"),
    })?;
    let parameters: Vec<_> = person.iter().chain(indexed.iter().filter(|_| matched.is_some())).copied().collect();
    let mut rows = statement.query(parameters.as_slice())?;
    let (mut found, mut looked) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        looked += 1;
        if unfinished::has_beginning(row.get_ref("words")?.as_str().unwrap_or_default(), &last) {
            found.push(found_of(row, seer, words)?);
        }
        if found.len() > MOST {
            break;
        }
        if !unfinished::goes_on(looked, found.len()) {
            return Ok(None);
        }
    }
    Ok(Some(page(found)))
}

/// At most a page of them, and whether there are more.
fn page(mut rows: Vec<NoteFound>) -> NotesFound {
    let more = rows.len() > MOST;
    rows.truncate(MOST);
    NotesFound { rows, more }
}

fn run(view: &View<'_>, seer: &Seer, words: &[String], matched: &str) -> Result<NotesFound> {
    let everyone = scope_is_everyone(view)?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/search.sql"))?;
    let parameters = named_params! {
        ":matched": matched, ":me": view.actor.staff, ":everyone": everyone, ":today": view.today(),
        ":limit": i64::try_from(MOST + 1).unwrap_or(i64::MAX),
    };
    let rows = statement.query_map(parameters, |row| found_of(row, seer, words))?;
    Ok(page(rows.collect::<rusqlite::Result<_>>()?))
}

fn found_of(row: &Row<'_>, seer: &Seer, words: &[String]) -> rusqlite::Result<NoteFound> {
    let client = ClientFacts::of(row)?;
    let kind: NoteKind = row.get("kind")?;
    let text: String = row.get("words")?;
    Ok(NoteFound {
        id: row.get("id")?,
        client: client.id,
        client_number: client.number,
        client_name: seer.name(&client),
        kind,
        kind_label: kind.label().into(),
        state: row.get("state")?,
        service_at: row.get("service_at")?,
        service_on: row.get("service_on")?,
        author: row.get("author_name")?,
        snippet: snippet(&text, words),
    })
}

fn scope_is_everyone(view: &View<'_>) -> Result<bool> {
    Ok(reach::Scope::of(view.actor, Info::Notes, Verb::Read)?.everyone)
}

/// Whether the last word counts whole or as a beginning.
#[derive(Copy, Clone, Eq, PartialEq)]
enum LastWord {
    Whole,
    Beginning,
}

/// The expression for the index: every word, and whose charts.
fn expression(words: &[String], last: LastWord, whose: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let star = if last == LastWord::Beginning { "*" } else { "" };
    format!("words : ({}{star}){whose}", quoted.join(" AND "))
}

/// The expression for notes that have these words whole in these charts; `None` for every note.
fn among(words: &[String], whose: &str) -> Option<String> {
    match (words, whose.strip_prefix(" AND ")) {
        ([], charts) => charts.map(str::to_owned),
        (words, _) => Some(expression(words, LastWord::Whole, whose)),
    }
}

/// The part of the expression that says whose charts; empty for everybody's. `None` when the person reaches nobody.
fn whose(view: &View<'_>, only: Option<ClientId>) -> Result<Option<String>> {
    let Some(client) = only else {
        if scope_is_everyone(view)? {
            return Ok(Some(String::new()));
        }
        let tokens = tokens_of(view)?;
        return Ok((!tokens.is_empty()).then(|| format!(" AND who : ({})", tokens.join(" OR "))));
    };
    let permit = view.reach(Info::Notes, Verb::Read, client)?;
    let chart = format!(" AND who : {}", around::client_token(client));
    Ok(Some(match permit.reach {
        Reach::Own => format!("{chart} AND who : {}", around::author_token(view.actor.staff)),
        _ => chart,
    }))
}

/// One's own notes always, and the charts of one's relations.
fn tokens_of(view: &View<'_>) -> Result<Vec<String>> {
    let permits = view.actor.permits(Info::Notes, Verb::Read);
    let wide = |reach: Reach| permits.iter().any(|permit| permit.reach == reach);
    let scope = reach::Scope {
        everyone: false,
        related: wide(Reach::Related),
        facilitated: wide(Reach::Facilitated),
        named: wide(Reach::Named),
    };
    let clients = reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?;
    let mut tokens: Vec<String> = clients.into_iter().map(around::client_token).collect();
    if wide(Reach::Own) || wide(Reach::Related) {
        tokens.push(around::author_token(view.actor.staff));
    }
    Ok(tokens)
}

/// Words of two letters or more, without anything the index would read as an operator.
fn typed_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 2)
        .map(str::to_lowercase)
        .collect()
}

/// About 160 characters around the first word found, cut between words.
pub(super) fn snippet(text: &str, words: &[String]) -> String {
    let text = text.replace('\n', " · ");
    let flat: Vec<&str> = text.split_whitespace().collect();
    let hit = flat.iter().position(|piece| {
        let lower = piece.to_lowercase();
        words.iter().any(|word| lower.contains(word.as_str()))
    });
    let mut from = hit.unwrap_or(0);
    let mut before = 0;
    while from > 0 && before + flat[from - 1].chars().count() < SNIPPET / 4 {
        from -= 1;
        before += flat[from].chars().count() + 1;
    }
    let mut out = String::from(if from > 0 { "… " } else { "" });
    let mut length = 0;
    for piece in &flat[from..] {
        length += piece.chars().count() + 1;
        if length > SNIPPET {
            out.push('…');
            return out;
        }
        out.push_str(piece);
        out.push(' ');
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_holds_the_word_and_is_short() {
        let text = format!("{} cue {}", "word ".repeat(100), "more ".repeat(100));
        let cut = snippet(&text, &["cue".into()]);
        assert!(cut.contains(" cue "), "{cut}");
        assert!(cut.starts_with("… "), "{cut}");
        assert!(cut.ends_with('…'), "{cut}");
        assert!(cut.chars().count() <= SNIPPET + 5, "{cut}");
        assert_eq!(snippet("Short.", &["absent".into()]), "Short.");
        assert_eq!(snippet("", &["absent".into()]), "");
    }

    #[test]
    fn operators_are_words() {
        assert_eq!(typed_words("cue OR \"x NEAR(a b) -who:z*"), ["cue", "or", "near", "who"]);
    }
}
