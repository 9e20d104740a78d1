//! A definition: the items of an instrument and how they are scored, as a JSON file says them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// What a file says beside the item; it must agree with how the whole is scored.
    #[serde(default, skip_serializing)]
    #[ts(skip)]
    pub(super) scored: Option<bool>,
    #[serde(default, skip_serializing)]
    #[ts(skip)]
    pub(super) reverse: bool,
}

/// A part with a score of its own.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Subscale {
    pub id: String,
    #[serde(default)]
    pub label: String,
    pub items: Vec<String>,
    /// The ends of its score, where the file says them.
    #[serde(default)]
    pub min: Option<i64>,
    #[serde(default)]
    pub max: Option<i64>,
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

/// How answers become scores.
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
    /// The ends of the total, where the file says them.
    #[serde(default)]
    pub min: Option<i64>,
    #[serde(default)]
    pub max: Option<i64>,
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
}
