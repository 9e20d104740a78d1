//! What counts as a refusal: the definitions of 49 CFR 40.191, in our own words, as data. They bind employment programs and
//! are a list to choose from here.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::router::Nothing;
use crate::kernel::{Refusal, Result, View};

const FILE: &str = include_str!("../../../../assets/reference/drug_panels.json");

#[derive(Deserialize)]
struct Book {
    refusal_to_test: Entry,
}

#[derive(Deserialize)]
struct Entry {
    cite: String,
    items: Vec<String>,
}

/// A definition to choose.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "RefusalGround")]
pub struct Ground {
    pub key: String,
    pub words: String,
}

/// All of them, with their source.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "RefusalGrounds")]
pub struct Grounds {
    pub source: String,
    pub items: Vec<Ground>,
}

static GROUNDS: LazyLock<Option<Grounds>> = LazyLock::new(|| {
    let entry = serde_json::from_str::<Book>(FILE).ok()?.refusal_to_test;
    let items = entry.items.into_iter().map(|words| Ground { key: key(&words), words });
    Some(Grounds { source: entry.cite, items: items.collect() })
});

fn key(words: &str) -> String {
    let letters = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    letters.take(4).map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_")
}

fn book() -> Result<&'static Grounds> {
    GROUNDS.as_ref().ok_or_else(|| Refusal::internal("grounds"))
}

/// The words of a definition; none for a key that is not in the list.
pub(super) fn words(key: &str) -> Result<Option<&'static str>> {
    Ok(book()?.items.iter().find(|ground| ground.key == key).map(|ground| ground.words.as_str()))
}

/// Every definition.
pub(super) fn list(_: &View<'_>, _: Nothing) -> Result<Grounds> {
    Ok(book()?.clone())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_definition_has_a_key_of_its_own() {
        let book = book().unwrap();
        assert_eq!(book.items.len(), 12);
        for ground in &book.items {
            assert_eq!(words(&ground.key).unwrap(), Some(ground.words.as_str()));
        }
        assert_eq!(words("").unwrap(), None);
    }
}
