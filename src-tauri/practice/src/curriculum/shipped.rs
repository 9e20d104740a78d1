//! The curricula that come with Evenkeel, written by us, compiled into the program.

use serde::Deserialize;

use crate::kernel::{Refusal, Result};

macro_rules! asset {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/curriculum/", $name, ".json"))
    };
}

const FILES: &[&str] = &[
    asset!("relapse-prevention"),
    asset!("refusal-training"),
    asset!("coping-skills"),
    asset!("psychoeducation"),
    asset!("professional-issues"),
];

/// A curriculum as its file holds it.
#[derive(Debug, Deserialize)]
pub(super) struct Shipped {
    pub key: String,
    pub name: String,
    pub about: String,
    pub sessions: Vec<ShippedLesson>,
}

/// One numbered meeting as the file holds it.
#[derive(Debug, Deserialize)]
pub(super) struct ShippedLesson {
    pub topic: String,
    pub aim: String,
    pub outline: Vec<String>,
    pub scenarios: Vec<String>,
    pub handout: String,
}

/// All of them, in the order they are shown.
pub(super) fn all() -> Result<Vec<Shipped>> {
    FILES
        .iter()
        .map(|file| serde_json::from_str(file).map_err(|_| Refusal::internal("a shipped curriculum does not read")))
        .collect()
}

/// The one with this key.
pub(super) fn of_key(key: &str) -> Result<Option<Shipped>> {
    Ok(all()?.into_iter().find(|shipped| shipped.key == key))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// Twelve and four times eight meetings; each can be led from its page alone, and its handout fits one page.
    #[test]
    fn every_meeting_is_whole() {
        let all = all().unwrap();
        let counts: Vec<usize> = all.iter().map(|shipped| shipped.sessions.len()).collect();
        assert_eq!(counts, [12, 8, 8, 8, 8]);
        for lesson in all.iter().flat_map(|shipped| &shipped.sessions) {
            assert!((4..=6).contains(&lesson.outline.len()), "{}", lesson.topic);
            assert!(!lesson.aim.is_empty() && lesson.aim.ends_with('.'), "{}", lesson.topic);
            assert!((200..1_600).contains(&lesson.handout.chars().count()), "{}", lesson.topic);
            assert!(lesson.handout.lines().count() <= 24, "{} does not fit one page", lesson.topic);
        }
        let refusal = all.iter().find(|shipped| shipped.key == "refusal-training").unwrap();
        assert!(refusal.sessions.iter().all(|lesson| !lesson.scenarios.is_empty()), "each has a scene to play");
    }

    /// Words that nobody should read about themselves.
    #[test]
    fn nobody_is_called_names() {
        for shipped in all().unwrap() {
            for lesson in shipped.sessions {
                let all = format!("{} {} {} {}", lesson.topic, lesson.aim, lesson.outline.join(" "), lesson.handout);
                let text = format!("{all} {}", lesson.scenarios.join(" ")).to_lowercase();
                let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
                for bad in ["addict", "addicts", "abuser", "junkie", "dirty", "clean", "alcoholic", "patient's"] {
                    assert!(!words.contains(&bad), "{} says {bad}", lesson.topic);
                }
            }
        }
    }
}
