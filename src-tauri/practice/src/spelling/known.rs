//! What the records know beside the dictionary: names in the person's reach, and the words that the practice added.
//!
//! Looked up anew for each question, so that it follows the reach of the moment and nothing of it stays in memory.

use std::collections::HashSet;

use rusqlite::{Connection, Rows, named_params};

use super::{rules, store};
use crate::client::json_of;
use crate::client::reach::{self, Scope};
use crate::kernel::{Actor, Info, Moment, Result, Verb, View};

/// A slip of one letter in a short word, of two in a longer one.
const SHORT: usize = 5;

/// Who asks, and when.
pub(super) struct Asker<'a> {
    pub sql: &'a Connection,
    pub actor: &'a Actor,
    pub now: Moment,
    pub today: chrono::NaiveDate,
}

impl<'a> Asker<'a> {
    pub(super) fn of(view: &'a View<'_>) -> Self {
        Self { sql: view.sql, actor: view.actor, now: view.now, today: view.today() }
    }

    fn scope(&self, info: Info, verb: Verb) -> Option<Scope> {
        Scope::of(self.actor, info, verb).ok()
    }

    /// The clients of a scope as one parameter; none without one.
    fn clients(&self, scope: Option<Scope>) -> Result<String> {
        match scope {
            Some(scope) => Ok(json_of(&reach::clients_in(self.sql, self.actor.staff, scope, self.now, self.today)?)),
            None => Ok("[]".into()),
        }
    }
}

/// Words that are right because the records have them.
#[derive(Default)]
pub(super) struct Known {
    /// As they stand, and without accents.
    exact: HashSet<String>,
    /// In small letters, for a word in capitals.
    small: HashSet<String>,
    /// As they stand, to suggest.
    shown: HashSet<String>,
}

impl Known {
    /// Every name in reach and every word added.
    pub(super) fn to(asker: &Asker<'_>) -> Result<Self> {
        let mut known = Self::clients(asker)?;
        let care = asker.scope(Info::Notes, Verb::Read);
        let mut statement = asker.sql.prepare_cached(include_str!("sql/other_names.sql"))?;
        known.learn_all(statement.query(named_params! {
            ":care_of_everyone": care.is_some_and(|scope| scope.everyone),
            ":care": asker.clients(care)?,
        })?)?;
        for word in store::words(asker.sql)? {
            known.learn(&word);
        }
        Ok(known)
    }

    /// The names of clients in reach alone; of who is only led in a group, the one that is said in the room.
    pub(super) fn clients(asker: &Asker<'_>) -> Result<Self> {
        let mut known = Self::default();
        let whole = asker.scope(Info::Identity, Verb::Read);
        let room = asker.scope(Info::Identity, Verb::Glimpse).filter(|scope| scope.facilitated);
        let mut statement = asker.sql.prepare_cached(include_str!("sql/client_names.sql"))?;
        known.learn_all(statement.query(named_params! {
            ":everyone": whole.is_some_and(|scope| scope.everyone),
            ":whole": asker.clients(whole)?,
            ":room": asker.clients(room)?,
        })?)?;
        Ok(known)
    }

    fn learn_all(&mut self, mut rows: Rows<'_>) -> Result<()> {
        while let Some(row) = rows.next()? {
            self.learn(row.get_ref("name")?.as_str().unwrap_or_default());
        }
        Ok(())
    }

    fn learn(&mut self, words: &str) {
        for word in rules::words(words) {
            for form in [word.text, word.joined] {
                let plain = rules::plain(form);
                if self.shown.contains(&plain) {
                    continue;
                }
                for form in [rules::unaccented(&plain), plain.clone()] {
                    self.small.insert(form.to_lowercase());
                    self.exact.insert(form);
                }
                self.shown.insert(plain);
            }
        }
    }

    /// Whether a word is right: as it stands, begun with a capital, in capitals, or with the ending of an owner.
    pub(super) fn has(&self, word: &rules::Word<'_>) -> bool {
        [word.text, word.joined].into_iter().any(|form| {
            let plain = rules::plain(form);
            self.has_form(&plain) || self.has_form(rules::owner(&plain))
        })
    }

    fn has_form(&self, word: &str) -> bool {
        let begun_small = || {
            let mut letters = word.chars();
            let first = letters.next().into_iter().flat_map(char::to_lowercase);
            first.chain(letters).collect::<String>()
        };
        self.exact.contains(word)
            || self.exact.contains(&begun_small())
            || (!word.chars().any(char::is_lowercase) && self.small.contains(&word.to_lowercase()))
    }

    /// Words a slip away, the nearest first, with how far each is.
    pub(super) fn near(&self, plain: &str) -> Vec<(usize, &str)> {
        let typed = rules::unaccented(plain).to_lowercase();
        let most = if typed.chars().count() > SHORT { 2 } else { 1 };
        let mut found: Vec<(usize, &str)> = self
            .shown
            .iter()
            .filter_map(|word| {
                let small = rules::unaccented(word).to_lowercase();
                rules::distance(&typed, &small, most).map(|distance| (distance, word.as_str()))
            })
            .collect();
        found.sort_unstable();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(words: &[&str]) -> Known {
        let mut known = Known::default();
        words.iter().for_each(|word| known.learn(word));
        known
    }

    #[test]
    fn a_name_is_right_in_the_ways_it_is_written() {
        let known = known(&["Beaumont-Featherstonehaugh Caroline", "O\u{2019}Shaughnessy Síle", "methadose"]);
        for (word, is) in [
            ("Caroline", true),
            ("caroline", false),
            ("CAROLINE", true),
            ("Caroline\u{2019}s", true),
            ("Featherstonehaugh", true),
            ("Featherstonehaugh's", true),
            ("O'Shaughnessy", true),
            ("Síle", true),
            ("Sile", true),
            ("methadose", true),
            ("Methadose", true),
            ("METHADOSE", true),
            ("Carolin", false),
        ] {
            let found = rules::words(word);
            assert_eq!(known.has(&found[0]), is, "{word}");
        }
    }

    #[test]
    fn what_is_near_comes_nearest_first() {
        let known = known(&["Marisol", "Marisa", "Quiñones", "Al"]);
        assert_eq!(known.near("marisol").first(), Some(&(0, "Marisol")));
        assert_eq!(known.near("Quinnones"), [(1, "Quiñones")]);
        assert_eq!(known.near("Mariso").iter().map(|near| near.1).collect::<Vec<_>>(), ["Marisa", "Marisol"]);
        assert_eq!(known.near("zebra"), []);
    }
}
