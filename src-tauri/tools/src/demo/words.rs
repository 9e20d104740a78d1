//! What is written: notes, group lines, plans. Sentences come from `assets/demo` and are put together for one client.
//!
//! What must hold: no sentence stands twice in the notes of one client, and none holds a name. The people around a client
//! appear by what they are to them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::cast::read;
use super::dice::Dice;
use super::record::Record;

/// A subject of a group with what the group and its members did with it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub topic: String,
    pub interventions: Vec<String>,
    pub words: Vec<String>,
    pub own: Vec<String>,
}

/// A problem with its goal and objectives.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanPart {
    pub problem: String,
    pub goal: String,
    pub objectives: Vec<String>,
}

/// Sentences by what they are for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentences {
    pub details: BTreeMap<String, Vec<String>>,
    pub said: BTreeMap<String, Vec<String>>,
    pub seen: Vec<String>,
    pub did: Vec<String>,
    pub meaning: Vec<String>,
    pub response: Vec<String>,
    pub goals: Vec<String>,
    pub plan: Vec<String>,
    pub plans: BTreeMap<String, Vec<PlanPart>>,
    pub addenda: Vec<String>,
    pub returned: Vec<String>,
    pub cosigned: Vec<String>,
    pub absences: Vec<String>,
    pub case_management: Vec<String>,
}

/// The whole library.
#[derive(Clone, Debug)]
pub struct Library {
    pub topics: BTreeMap<String, Vec<Topic>>,
    pub sentences: Sentences,
    pub record: Record,
}

impl Library {
    /// Reads what is built into the tools.
    pub fn load() -> Result<Self, String> {
        Ok(Self {
            topics: read("topics.json", include_str!("../../../../assets/demo/topics.json"))?,
            sentences: read("sentences.json", include_str!("../../../../assets/demo/sentences.json"))?,
            record: Record::load()?,
        })
    }

    /// The topics of a kind of group, in the order it takes them.
    pub fn topics(&self, kind: &str) -> Vec<&Topic> {
        let of = |key: &str| self.topics.get(key).into_iter().flatten();
        match kind {
            "aftercare" => of("professional").chain(of("process")).collect(),
            "relapse" => of("skills").chain(of("education")).collect(),
            other => of(other).collect(),
        }
    }
}

/// What sentences are filled with, for one client.
#[derive(Clone, Debug)]
pub struct Slots {
    pub support: String,
    pub places: Vec<String>,
    pub shifts: Vec<String>,
}

/// Writes for one client and remembers what was written.
pub struct Writer {
    dice: Dice,
    slots: Slots,
    theme: String,
    decks: BTreeMap<String, Vec<usize>>,
    written: BTreeSet<String>,
}

/// The sections of an individual note by their format.
const FORMATS: &[(&str, &[&str])] = &[
    ("dap", &["data", "assessment", "plan"]),
    ("soap", &["subjective", "objective", "assessment", "plan"]),
    ("birp", &["behavior", "intervention", "response", "plan"]),
    ("girp", &["goals", "intervention", "response", "plan"]),
];

impl Writer {
    /// A writer who has written nothing yet.
    pub fn new(dice: Dice, theme: &str, slots: Slots) -> Self {
        Self { dice, slots, theme: theme.into(), decks: BTreeMap::new(), written: BTreeSet::new() }
    }

    /// The next sentence of a bank: none again before all were used, and none twice in the same words.
    fn sentence(&mut self, deck: &str, bank: &[&String]) -> String {
        for _ in 0..bank.len() * 4 {
            let cards = self.decks.entry(deck.into()).or_default();
            if cards.is_empty() {
                cards.extend(0..bank.len());
                self.dice.shuffle(cards);
            }
            let Some(sentence) = cards.pop().and_then(|card| bank.get(card)) else { break };
            let filled = self.filled(sentence);
            if self.written.insert(filled.clone()) {
                return filled;
            }
        }
        String::new()
    }

    fn filled(&mut self, sentence: &str) -> String {
        const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let day = self.dice.pick(&DAYS).copied().unwrap_or_default();
        let (place, shift) = (self.dice.word(&self.slots.places), self.dice.word(&self.slots.shifts));
        let number = self.dice.between(3, 7).to_string();
        let text = sentence
            .replace("{day}", day)
            .replace("{place}", &place)
            .replace("{shift}", &shift)
            .replace("{n}", &number)
            .replace("{support}", &self.slots.support);
        capitalized(&text)
    }

    /// A person's own line in a group note: what they did with the topic, and a detail that is theirs.
    pub fn line(&mut self, library: &Library, topic: &Topic) -> String {
        let own: Vec<&String> = topic.own.iter().collect();
        let first = self.sentence(&topic.topic, &own);
        let details = themed(&library.sentences.details, &self.theme);
        let second = self.sentence("details", &details);
        [first, second].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The sections of an individual note, by key.
    pub fn sections(&mut self, library: &Library, format: &str, objective: &str) -> Vec<(String, String)> {
        let keys = FORMATS.iter().find(|(name, _)| *name == format).map_or(&[][..], |(_, keys)| *keys);
        keys.iter().map(|key| ((*key).to_owned(), self.section(&library.sentences, key, objective))).collect()
    }

    fn section(&mut self, bank: &Sentences, key: &str, objective: &str) -> String {
        let said = themed(&bank.said, &self.theme);
        let all = |list: &'static str| -> (&'static str, Vec<&String>) {
            let of = match list {
                "seen" => &bank.seen,
                "did" => &bank.did,
                "meaning" => &bank.meaning,
                "response" => &bank.response,
                "goals" => &bank.goals,
                _ => &bank.plan,
            };
            (list, of.iter().collect())
        };
        let from: Vec<(&str, Vec<&String>)> = match key {
            "data" => vec![("said", said.clone()), ("said", said), all("did")],
            "subjective" => vec![("said", said.clone()), ("said", said)],
            "objective" => vec![all("seen"), all("did")],
            "behavior" => vec![("said", said), all("seen")],
            "intervention" => vec![all("did"), all("did")],
            "assessment" => vec![all("meaning"), all("meaning")],
            "response" => vec![all("response"), all("meaning")],
            "goals" => vec![all("goals"), ("said", said)],
            _ => vec![all("plan"), all("plan")],
        };
        let texts: Vec<String> = from
            .iter()
            .map(|(deck, bank)| self.sentence(deck, bank).replace("{objective}", objective))
            .filter(|text| !text.is_empty())
            .collect();
        texts.join(" ")
    }

    /// One sentence of a bank without a theme.
    pub fn one_of(&mut self, deck: &str, bank: &[String]) -> String {
        self.sentence(deck, &bank.iter().collect::<Vec<_>>())
    }
}

fn themed<'a>(bank: &'a BTreeMap<String, Vec<String>>, theme: &str) -> Vec<&'a String> {
    ["any", theme].into_iter().filter_map(|key| bank.get(key)).flatten().collect()
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::demo::cast::Cast;

    fn writer(seed: u64, theme: &str) -> Writer {
        let slots = Slots {
            support: "a sister".into(),
            places: vec!["the med room".into(), "the unit".into()],
            shifts: vec!["a double".into(), "a night shift".into()],
        };
        Writer::new(Dice::new(seed, "writer"), theme, slots)
    }

    fn sentences(text: &str) -> Vec<String> {
        text.split_inclusive(['.', '?', '!']).map(|part| part.trim().to_owned()).collect()
    }

    /// Eight weeks of a client: nine groups a week, and a session every second week in turning formats.
    fn eight_weeks(seed: u64, theme: &str) -> Vec<String> {
        let library = Library::load().unwrap();
        let mut writer = writer(seed, theme);
        let mut texts = Vec::new();
        for meeting in 0..24 {
            for kind in ["process", "skills", "education"] {
                let topics = library.topics(kind);
                texts.push(writer.line(&library, topics[meeting % topics.len()]));
            }
        }
        for format in ["dap", "soap", "birp", "girp", "dap"] {
            let sections = writer.sections(&library, format, "1.2");
            assert!(sections.iter().all(|(_, text)| !text.is_empty()), "{sections:?}");
            texts.extend(sections.into_iter().map(|(_, text)| text));
        }
        texts
    }

    #[test]
    fn no_sentence_stands_twice_in_one_chart() {
        for (seed, theme) in [(1, "alcohol"), (2, "opioid"), (3, "stimulant"), (4, "sedative")] {
            let mut all: Vec<String> = eight_weeks(seed, theme).iter().flat_map(|text| sentences(text)).collect();
            let before = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), before, "{theme}");
            assert!(before > 150, "{before}");
        }
    }

    #[test]
    fn nothing_is_left_to_fill_in() {
        for text in eight_weeks(5, "opioid") {
            assert!(!text.contains('{') && !text.contains('}') && !text.contains(" ."), "{text}");
            assert!(text.ends_with(['.', '”']), "{text}");
        }
    }

    #[test]
    fn nobody_of_the_cast_is_named_anywhere() {
        let cast = Cast::load().unwrap();
        let names: BTreeSet<String> = cast
            .clients
            .clients
            .iter()
            .flat_map(|client| [&client.given, &client.family, &client.preferred])
            .chain(cast.staff.people.iter().flat_map(|worker| [&worker.given, &worker.family]))
            .flat_map(|name| name.split([' ', '-']))
            .filter(|part| part.chars().count() > 2)
            .map(str::to_lowercase)
            .collect();
        // Words that are also somebody's name; a note writes them small.
        let ordinary = ["ward", "ann", "park", "grant", "der", "van"];
        for theme in ["alcohol", "opioid", "stimulant", "sedative"] {
            for text in eight_weeks(9, theme) {
                let named = text
                    .split(|c: char| !c.is_alphanumeric())
                    .map(str::to_lowercase)
                    .find(|word| names.contains(word) && !ordinary.contains(&word.as_str()));
                assert_eq!(named, None, "{text}");
            }
        }
    }

    #[test]
    fn the_words_are_kind() {
        let never =
            ["dirty", "clean urine", "addict", "abuser", "abuse", "non-compliant", "noncompliant", "patient was"];
        let library = format!("{:?}", Library::load().unwrap()).to_lowercase();
        for word in never {
            assert!(!library.contains(word), "{word}");
        }
    }
}
