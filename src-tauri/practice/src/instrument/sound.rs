//! Whether a definition holds together: an instrument is added only when nothing in its file would be scored otherwise than
//! the file says. Pure.

use std::collections::BTreeSet;

use serde_json::Value;

use super::definition::{Definition, Method};
use super::rules::Condition;
use super::score;
use crate::kernel::Check;

/// The field every fault stands beside: the text of the file.
const FIELD: &str = "definition";
/// The furthest from nought that an answer counts.
const FURTHEST: i64 = 1_000;

/// Words that a file may use where it says how answers count. Another one would be passed over, and the score with it.
const WORDS: &[(&str, &[&str])] = &[
    ("/scoring", &["method", "items", "subscales", "reversed", "prorate", "min", "max", "note"]),
    ("/scoring/subscales", &["id", "label", "items", "min", "max"]),
    ("/scoring/prorate", &["at_most_missing"]),
    ("/bands", &["min", "max", "label"]),
    ("/flags", &["rule", "label"]),
    ("/skips", &["item", "value", "fill", "leave"]),
    ("/criteria", &["rated", "at_least", "label"]),
];

/// Collects the words of a file that would not be understood.
pub(super) fn check_words(check: &mut Check, text: &str) {
    let Ok(file) = serde_json::from_str::<Value>(text) else { return };
    for (place, words) in WORDS {
        let here = file.pointer(place).into_iter();
        let objects = here.flat_map(|found| match found {
            Value::Array(rows) => rows.iter().filter_map(Value::as_object).collect(),
            one => one.as_object().into_iter().collect::<Vec<_>>(),
        });
        for key in objects.flat_map(|object| object.keys()).filter(|key| !words.contains(&key.as_str())) {
            let place = place.trim_start_matches('/').replace('/', ".");
            check.fault(
                FIELD,
                format!("\"{key}\" in \"{place}\" is not understood. Known are: {}.", words.join(", ")),
            );
        }
    }
}

impl Definition {
    /// Collects what does not hold together, each with the place it stands at.
    pub fn check(&self, check: &mut Check) {
        let code =
            !self.id.is_empty() && self.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        check.ensure(code, FIELD, "\"id\" is made of small letters, digits and underscores.");
        for (name, text) in
            [("name", &self.name), ("abbrev", &self.abbrev), ("citation", &self.citation), ("license", &self.license)]
        {
            check.ensure(!text.trim().is_empty(), FIELD, format!("\"{name}\" is empty."));
        }
        self.check_items(check);
        self.check_scoring(check);
        self.check_ends(check);
        self.check_skips(check);
        for rule in self.flags.iter().map(|flag| &flag.rule).chain(self.alerts.iter().map(|alert| &alert.rule)) {
            let known = Condition::read(rule).is_some_and(|condition| self.knows(&condition.subject));
            check.ensure(known, FIELD, format!("The rule \"{rule}\" is not \"item >= number\" of something here."));
        }
        self.check_bands(check);
    }

    fn check_items(&self, check: &mut Check) {
        check.ensure(!self.items.is_empty(), FIELD, "\"items\" is empty.");
        let scored: BTreeSet<&String> = self.scored().collect();
        let mut seen = BTreeSet::new();
        for item in &self.items {
            let id = &item.id;
            check.ensure(seen.insert(id), FIELD, format!("Two items are called \"{id}\"."));
            check.ensure(!item.text.trim().is_empty(), FIELD, format!("The item \"{id}\" has no text."));
            let values: BTreeSet<i64> = item.options.iter().map(|option| option.value).collect();
            let apart = values.len() == item.options.len();
            check.ensure(apart, FIELD, format!("Two options of the item \"{id}\" have one value."));
            let near = values.iter().all(|value| value.abs() <= FURTHEST);
            check.ensure(near, FIELD, format!("A value of the item \"{id}\" is beyond {FURTHEST}."));
            let counted = item.scored.is_none_or(|said| said == scored.contains(id));
            check.ensure(counted, FIELD, format!("\"scored\" of the item \"{id}\" is not what \"scoring\" says."));
            let turned = !item.reverse || self.scoring.reversed.contains(id);
            check.ensure(
                turned,
                FIELD,
                format!(
                    "The item \"{id}\" says \"reverse\". Name it in \"scoring.reversed\"; if its values are turned already, leave the word out."
                ),
            );
        }
    }

    fn check_scoring(&self, check: &mut Check) {
        let scoring = &self.scoring;
        let some = match scoring.method {
            Method::Sum => !scoring.items.is_empty(),
            Method::Subscales => !scoring.subscales.is_empty(),
        };
        check.ensure(some, FIELD, "\"scoring\" names no items.");
        for id in self.scored().chain(&scoring.reversed) {
            let answered = self.item(id).is_some_and(|item| !item.options.is_empty());
            check.ensure(answered, FIELD, format!("\"scoring\" names \"{id}\", which is no item with options."));
        }
        for items in [&scoring.items].into_iter().chain(scoring.subscales.iter().map(|part| &part.items)) {
            let once: BTreeSet<&String> = items.iter().collect();
            check.ensure(once.len() == items.len(), FIELD, "\"scoring\" counts an item twice.");
        }
        if let Some(prorate) = scoring.prorate {
            let of_a_total = scoring.method == Method::Sum && prorate.at_most_missing < scoring.items.len();
            check.ensure(of_a_total, FIELD, "\"prorate\" is of a total, and leaves at least one answer.");
        }
        for cluster in self.criteria.iter().flat_map(|criteria| criteria.at_least.keys()) {
            let known = scoring.subscales.iter().any(|part| part.id == *cluster);
            check.ensure(known, FIELD, format!("\"criteria\" names \"{cluster}\", which is no subscale."));
        }
    }

    /// The ends a file says are those that its items have.
    fn check_ends(&self, check: &mut Check) {
        let whole = ("the total", &self.scoring.items, self.scoring.min, self.scoring.max);
        let parts = self.scoring.subscales.iter().map(|part| (part.id.as_str(), &part.items, part.min, part.max));
        for (what, items, min, max) in [whole].into_iter().chain(parts) {
            let (least, most) = score::ends_of(self, items);
            check.ensure(
                min.is_none_or(|min| min == least) && max.is_none_or(|max| max == most),
                FIELD,
                format!("The items of {what} make {least} to {most}, which is not what \"min\" and \"max\" say."),
            );
        }
    }

    fn check_skips(&self, check: &mut Check) {
        for skip in &self.skips {
            for id in skip.leave.iter().filter(|id| self.item(id).is_none()) {
                check.fault(FIELD, format!("\"skips\" names \"{id}\", which is no item."));
            }
            for (id, value) in [(&skip.item, &skip.value)].into_iter().chain(&skip.fill) {
                let printed =
                    self.item(id).is_some_and(|item| item.options.iter().any(|option| option.value == *value));
                check.ensure(
                    printed,
                    FIELD,
                    format!("\"skips\" gives \"{id}\" the value {value}, which it has not."),
                );
            }
        }
    }

    fn check_bands(&self, check: &mut Check) {
        let of_a_total = self.bands.is_empty() || self.scoring.method == Method::Sum;
        check.ensure(of_a_total, FIELD, "\"bands\" are of a total, and this instrument has none.");
        for band in &self.bands {
            check.ensure(band.min <= band.max, FIELD, format!("The band \"{}\" ends before it begins.", band.label));
        }
        let apart = self.bands.iter().zip(self.bands.iter().skip(1)).all(|(one, next)| one.max < next.min);
        check.ensure(apart, FIELD, "The bands overlap or are not in order.");
    }

    fn knows(&self, subject: &str) -> bool {
        (subject == "total" && self.scoring.method == Method::Sum)
            || self.item(subject).is_some_and(|item| !item.options.is_empty())
            || self.scoring.subscales.iter().any(|subscale| subscale.id == subject)
    }
}
