//! A definition: the items of an instrument and how they are scored, as a JSON file says them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::Condition;
use crate::kernel::Check;

/// An answer that can be chosen.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[ts(rename = "AnswerOption")]
pub struct Choice {
    /// As printed; empty where the form prints only the number.
    pub label: String,
    pub value: i64,
}

/// A question, or a heading over some (without options).
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[ts(rename = "InstrumentItem")]
pub struct Item {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub prompt: String,
    #[serde(default)]
    pub options: Vec<Choice>,
}

/// A part with a score of its own.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Subscale {
    pub id: String,
    #[serde(default)]
    pub label: String,
    pub items: Vec<String>,
}

/// How much may be missing of a total that is prorated.
#[derive(Copy, Clone, Debug, Deserialize)]
pub(super) struct Prorate {
    pub at_most_missing: usize,
}

#[derive(Copy, Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Method {
    /// A total, and perhaps subscales.
    Sum,
    /// Subscales and no total.
    Subscales,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Scoring {
    pub method: Method,
    #[serde(default)]
    pub items: Vec<String>,
    #[serde(default)]
    pub subscales: Vec<Subscale>,
    /// Items that count from the other end.
    #[serde(default)]
    pub reversed: BTreeSet<String>,
    #[serde(default)]
    pub prorate: Option<Prorate>,
}

/// A range of totals with its published name.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
pub struct Band {
    pub min: i64,
    pub max: i64,
    pub label: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Flag {
    pub rule: String,
    pub label: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Alert {
    pub rule: String,
}

/// What an answer lets out, as the form prints it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Skip {
    pub item: String,
    pub value: i64,
    #[serde(default)]
    pub fill: BTreeMap<String, i64>,
    #[serde(default)]
    pub leave: Vec<String>,
}

/// Enough items of each cluster, rated at least so high.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Criteria {
    pub rated: i64,
    pub at_least: BTreeMap<String, usize>,
    pub label: String,
}

/// The whole of it. What a file says besides, such as how its wording was compared, is kept with its text.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Definition {
    pub id: String,
    pub name: String,
    pub abbrev: String,
    #[serde(default)]
    pub recall: String,
    #[serde(default)]
    pub instruction: String,
    #[serde(default)]
    pub administration: String,
    pub items: Vec<Item>,
    pub scoring: Scoring,
    #[serde(default)]
    pub bands: Vec<Band>,
    #[serde(default)]
    pub flags: Vec<Flag>,
    #[serde(default)]
    pub alerts: Vec<Alert>,
    #[serde(default)]
    pub skips: Vec<Skip>,
    #[serde(default)]
    pub criteria: Option<Criteria>,
    pub citation: String,
    pub license: String,
}

impl Definition {
    /// Reads a definition; the words of the fault are about the file alone, which names no client.
    pub fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| format!("This is not a definition: {error}."))
    }

    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Observed by a clinician, so not for the client's own hand.
    pub fn by_clinician(&self) -> bool {
        self.administration == "clinician"
    }

    /// The items a total or subscale is made of.
    pub fn scored(&self) -> impl Iterator<Item = &String> {
        let of_subscales = self.scoring.subscales.iter().flat_map(|subscale| &subscale.items);
        self.scoring.items.iter().chain(of_subscales)
    }

    /// Collects what does not hold together, each with the place it stands at.
    pub fn check(&self, check: &mut Check) {
        let field = "definition";
        let code =
            !self.id.is_empty() && self.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        check.ensure(code, field, "\"id\" is made of small letters, digits and underscores.");
        for (name, text) in
            [("name", &self.name), ("abbrev", &self.abbrev), ("citation", &self.citation), ("license", &self.license)]
        {
            check.ensure(!text.trim().is_empty(), field, format!("\"{name}\" is empty."));
        }
        self.check_items(check, field);
        self.check_scoring(check, field);
        for rule in self.flags.iter().map(|flag| &flag.rule).chain(self.alerts.iter().map(|alert| &alert.rule)) {
            let known = Condition::read(rule).is_some_and(|condition| self.knows(&condition.subject));
            check.ensure(known, field, format!("The rule \"{rule}\" is not \"item >= number\" of something here."));
        }
        for band in &self.bands {
            check.ensure(band.min <= band.max, field, format!("The band \"{}\" ends before it begins.", band.label));
        }
        let apart = self.bands.iter().zip(self.bands.iter().skip(1)).all(|(one, next)| one.max < next.min);
        check.ensure(apart, field, "The bands overlap or are not in order.");
    }

    fn check_items(&self, check: &mut Check, field: &str) {
        check.ensure(!self.items.is_empty(), field, "\"items\" is empty.");
        let mut seen = BTreeSet::new();
        for item in &self.items {
            check.ensure(seen.insert(&item.id), field, format!("Two items are called \"{}\".", item.id));
            check.ensure(!item.text.trim().is_empty(), field, format!("The item \"{}\" has no text.", item.id));
            let values: BTreeSet<i64> = item.options.iter().map(|option| option.value).collect();
            let apart = values.len() == item.options.len();
            check.ensure(apart, field, format!("Two options of the item \"{}\" have one value.", item.id));
        }
    }

    fn check_scoring(&self, check: &mut Check, field: &str) {
        let some = match self.scoring.method {
            Method::Sum => !self.scoring.items.is_empty(),
            Method::Subscales => !self.scoring.subscales.is_empty(),
        };
        check.ensure(some, field, "\"scoring\" names no items.");
        for id in self.scored().chain(&self.scoring.reversed) {
            let answered = self.item(id).is_some_and(|item| !item.options.is_empty());
            check.ensure(answered, field, format!("\"scoring\" names \"{id}\", which is no item with options."));
        }
        for skip in &self.skips {
            let named = [&skip.item].into_iter().chain(skip.fill.keys()).chain(&skip.leave);
            for id in named {
                check.ensure(self.item(id).is_some(), field, format!("\"skips\" names \"{id}\", which is no item."));
            }
        }
    }

    fn knows(&self, subject: &str) -> bool {
        (subject == "total" && self.scoring.method == Method::Sum)
            || self.item(subject).is_some_and(|item| !item.options.is_empty())
            || self.scoring.subscales.iter().any(|subscale| subscale.id == subject)
    }
}
