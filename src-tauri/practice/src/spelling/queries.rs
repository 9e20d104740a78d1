//! What is not known in texts, what might be meant, and the words that were added.

use super::ipc::{CheckedTexts, MeantWords, PracticeWord, SpellingTexts, SuggestWords, UnknownWord};
use super::known::{Asker, Known};
use super::{dictionary, ops, rules, store};
use crate::kernel::router::Nothing;
use crate::kernel::{Result, View};

/// As many as one chooses from at a glance, and as many digits as fall under one hand.
const MOST: usize = 5;
/// A longer word is no slip of the hand; to look for what it might mean would take long.
const LONGEST: usize = 60;

/// The words of each text that neither the dictionary nor the records have.
pub(super) fn check(view: &View<'_>, request: SpellingTexts) -> Result<CheckedTexts> {
    let english = dictionary::english()?;
    let doubtful: Vec<Vec<rules::Word<'_>>> = request
        .texts
        .iter()
        .map(|text| rules::words(text).into_iter().filter(|word| !dictionary::has(english, word)).collect())
        .collect();
    let known = match doubtful.iter().all(Vec::is_empty) {
        true => Known::default(),
        false => Known::to(&Asker::of(view))?,
    };
    let unknown = |words: Vec<rules::Word<'_>>| {
        words
            .into_iter()
            .filter(|word| !known.has(word))
            .map(|word| UnknownWord { starts: word.starts, ends: word.ends })
            .collect()
    };
    Ok(CheckedTexts { unknown: doubtful.into_iter().map(unknown).collect() })
}

/// What a word might mean: a name or word a letter away, then the dictionary's, then names two letters away.
pub(super) fn suggest(view: &View<'_>, request: SuggestWords) -> Result<MeantWords> {
    let plain = rules::plain(&request.word);
    if plain.chars().count() > LONGEST {
        return Ok(MeantWords { words: Vec::new() });
    }
    let known = Known::to(&Asker::of(view))?;
    let (owner, ending) = match rules::owner(&plain) {
        owner if owner.len() < plain.len() => (owner, &plain[owner.len()..]),
        _ => (plain.as_str(), ""),
    };
    let mut of_language = Vec::new();
    dictionary::english()?.suggest(&plain, &mut of_language);
    let near = known.near(owner);
    let of_records = |far: bool| near.iter().filter(move |(distance, _)| (*distance > 1) == far);
    let mut words: Vec<String> = Vec::new();
    let first = of_records(false).map(|(_, word)| format!("{word}{ending}"));
    let last = of_records(true).map(|(_, word)| format!("{word}{ending}"));
    for word in first.chain(of_language).chain(last) {
        if words.len() < MOST && word != plain && !words.contains(&word) {
            words.push(word);
        }
    }
    Ok(MeantWords { words })
}

/// The practice's own words, by letter.
pub(super) fn words(view: &View<'_>, _: Nothing) -> Result<Vec<PracticeWord>> {
    let rows = store::list(view.sql)?;
    Ok(rows
        .into_iter()
        .map(|row| PracticeWord {
            may_take_away: ops::may_take_away(view.actor, &row),
            id: row.id,
            word: row.word,
            by: row.by,
            rev: row.rev,
        })
        .collect())
}
