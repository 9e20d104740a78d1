//! The words of a printed page, as blocks: a slice says what stands on its paper, the templates say how it looks.
//!
//! A value that is not recorded is an empty text; the page says "not recorded" and never breaks. Dates and times are set
//! here, so that no template reads a calendar.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use super::copy::Leaving;
use crate::kernel::time::Zone;
use crate::kernel::{Moment, Result, View};

/// A label and its value.
pub(crate) type Fact = (&'static str, String);

/// One block of a page.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Block {
    /// Labels over values, a few in a row.
    Facts { rows: Vec<Fact> },
    /// A text with its label.
    Words { label: String, text: String },
    /// A small line beside the matter.
    Aside { text: String },
    /// A heading within a section, with a line beside it.
    Head { title: String, beside: String },
    /// Rows under a head; `empty` stands there when there is none.
    Table { columns: Vec<Column>, rows: Vec<Vec<String>>, empty: &'static str },
    /// Empty rows under a head, to be filled in by hand.
    Blank { columns: Vec<Column>, rows: u8 },
    /// Boxes to choose from, one of them marked or none yet.
    Choices { label: &'static str, options: Vec<&'static str>, marked: Option<usize> },
    /// Lines that are written on by hand, a label under each.
    Lines { labels: Vec<&'static str> },
}

/// A column of a table.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Column {
    pub head: &'static str,
    /// Its share of the width.
    pub share: u16,
    /// Numbers stand at the right.
    pub figures: bool,
}

/// A column of words.
pub(crate) const fn column(head: &'static str, share: u16) -> Column {
    Column { head, share, figures: false }
}

/// A column of numbers.
pub(crate) const fn figures(head: &'static str, share: u16) -> Column {
    Column { head, share, figures: true }
}

/// A part of a paper under a heading of its own.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Section {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A section.
pub(crate) fn section(title: impl Into<String>, blocks: Vec<Block>) -> Section {
    Section { title: title.into(), blocks }
}

/// What a template is given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paper {
    /// The heading of the first page.
    pub heading: String,
    /// Set across every page of what is not a finished document: "Draft, not signed".
    pub watermark: &'static str,
    pub facts: Vec<Fact>,
    /// What a reader must know before reading on.
    pub asides: Vec<String>,
    pub sections: Vec<Section>,
}

impl Paper {
    /// The content of a template: the frame, why it leaves, and the page.
    pub fn content(self, view: &View<'_>, leaving: &Leaving) -> Result<Value> {
        Ok(json!({
            "sheet": super::sheet(view)?,
            "leaving": leaving.words(),
            "heading": self.heading,
            "watermark": self.watermark,
            "facts": self.facts,
            "asides": self.asides,
            "sections": self.sections,
        }))
    }
}

/// "March 4, 2026".
pub(crate) fn long_day(on: NaiveDate) -> String {
    on.format("%B %-d, %Y").to_string()
}

/// "Mar 4, 2026", for a column, never torn over two lines.
pub(crate) fn short_day(on: NaiveDate) -> String {
    on.format("%b\u{a0}%-d,\u{a0}%Y").to_string()
}

/// A date that may be missing, for a column.
pub(crate) fn short_or_none(on: Option<NaiveDate>) -> String {
    on.map(short_day).unwrap_or_default()
}

/// "March 4, 2026, 5:20 PM", in the practice's time.
pub(crate) fn moment(zone: Zone, at: Moment) -> String {
    zone.wall(at).format("%B %-d, %Y, %-I:%M %p").to_string()
}

/// "5:20 PM".
pub(crate) fn clock(zone: Zone, at: Moment) -> String {
    zone.wall(at).format("%-I:%M %p").to_string()
}

/// "8:48": hours and minutes.
pub(crate) fn hours(minutes: i64) -> String {
    format!("{}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60))
}

/// A stored word as a page shows it: "not_collected" is "not collected".
pub(crate) fn spoken(word: &str) -> String {
    word.replace('_', " ")
}

/// "Not collected": a stored word that begins a line.
pub(crate) fn spoken_first(word: &str) -> String {
    let spoken = spoken(word);
    let mut letters = spoken.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn how_values_are_said() {
        let on: NaiveDate = "2026-03-04".parse().unwrap();
        assert_eq!((long_day(on), short_day(on)), ("March 4, 2026".into(), "Mar\u{a0}4,\u{a0}2026".into()));
        assert_eq!((short_or_none(None), hours(528), hours(0)), (String::new(), "8:48".into(), "0:00".into()));
        assert_eq!(
            (spoken("not_collected"), spoken_first("not_collected")),
            ("not collected".into(), "Not collected".into())
        );
        assert_eq!(spoken_first(""), "");
        let zone = Zone::named("America/New_York").unwrap();
        assert_eq!(moment(zone, Moment(1_795_528_800_000)), "November 24, 2026, 9:00 AM");
        assert_eq!(clock(zone, Moment(1_795_528_800_000)), "9:00 AM");
    }
}
