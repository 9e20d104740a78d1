//! How a client's name appears in a roster: whole, first name and last initial, or only the number (models.md section 2).

use rusqlite::Row;
use serde::Serialize;
use ts_rs::TS;

use crate::kernel::{Info, Reach, Verb, View};

crate::words! {
    /// How much of a name is shown.
    pub enum Shown {
        /// Family and given name; the chart may be opened.
        Whole = "whole",
        /// First or preferred name and last initial.
        Initial = "initial",
        /// A restricted chart: the client's number.
        Number = "number",
    }
}

/// A client's name as the person who looks may see it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct ShownName {
    pub how: Shown,
    pub family: String,
    pub given: String,
    /// The whole as one text: "Washington, Jerome", "Jerome W.", "Client 1042".
    pub text: String,
}

/// Who looks at a roster, as its SQL asks for it: `:me`, `:today`, `:everyone`, `:related`.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Looker {
    pub everyone: bool,
    pub related: bool,
}

impl Looker {
    /// Whether the person reads names of everybody, or of those they are related to, or only glimpses.
    pub fn of(view: &View<'_>) -> Self {
        let permits = view.actor.permits(Info::Identity, Verb::Read);
        let has = |reach: Reach| permits.iter().any(|permit| permit.reach == reach);
        Self { everyone: has(Reach::Everyone), related: has(Reach::Related) }
    }
}

/// What a name is shown by.
struct Facts<'a> {
    family: &'a str,
    given: &'a str,
    preferred: &'a str,
    number: i64,
    restricted: bool,
    on_team: bool,
    supervises: bool,
}

impl Facts<'_> {
    fn shown_to(&self, looker: Looker) -> ShownName {
        if self.restricted && !self.on_team {
            let text = format!("Client {}", self.number);
            return ShownName { how: Shown::Number, family: text.clone(), given: String::new(), text };
        }
        if looker.everyone || (looker.related && (self.on_team || self.supervises)) {
            let given = match self.preferred {
                "" => self.given.to_owned(),
                preferred => format!("{} ({preferred})", self.given),
            };
            let text = format!("{}, {given}", self.family);
            return ShownName { how: Shown::Whole, family: self.family.to_owned(), given, text };
        }
        let given = if self.preferred.is_empty() { self.given } else { self.preferred };
        let initial: String = self.family.chars().take(1).flat_map(char::to_uppercase).chain(['.']).collect();
        let text = format!("{given} {initial}");
        ShownName { how: Shown::Initial, family: initial, given: given.to_owned(), text }
    }
}

/// The name in a row that has `family_name`, `given_name`, `preferred_name`, `number`, `restricted`, `on_team` and
/// `supervises`.
pub(crate) fn shown_in(row: &Row<'_>, looker: Looker) -> rusqlite::Result<ShownName> {
    let family: String = row.get("family_name")?;
    let given: String = row.get("given_name")?;
    let preferred: String = row.get("preferred_name")?;
    let facts = Facts {
        family: &family,
        given: &given,
        preferred: &preferred,
        number: row.get("number")?,
        restricted: row.get("restricted")?,
        on_team: row.get("on_team")?,
        supervises: row.get("supervises")?,
    };
    Ok(facts.shown_to(looker))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_shows_what_the_relation_carries() {
        let everyone = Looker { everyone: true, related: false };
        let related = Looker { everyone: false, related: true };
        let glimpse = Looker { everyone: false, related: false };
        for (looker, preferred, restricted, on_team, supervises, expected) in [
            (everyone, "", false, false, false, (Shown::Whole, "Washington, Jerome")),
            (everyone, "Jay", false, false, false, (Shown::Whole, "Washington, Jerome (Jay)")),
            (everyone, "", true, false, true, (Shown::Number, "Client 1042")),
            (related, "", true, true, false, (Shown::Whole, "Washington, Jerome")),
            (related, "", false, false, true, (Shown::Whole, "Washington, Jerome")),
            (related, "", false, false, false, (Shown::Initial, "Jerome W.")),
            (glimpse, "Jay", false, true, false, (Shown::Initial, "Jay W.")),
            (glimpse, "", true, false, false, (Shown::Number, "Client 1042")),
        ] {
            let facts = Facts {
                family: "Washington",
                given: "Jerome",
                preferred,
                number: 1042,
                restricted,
                on_team,
                supervises,
            };
            let shown = facts.shown_to(looker);
            assert_eq!((shown.how, shown.text.as_str()), expected);
        }
    }
}
