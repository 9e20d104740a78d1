//! What people say and write in the demo, put together from the pieces in `assets/demo/words.json`.

use serde::Deserialize;

use super::dice::Dice;

/// A place of work with what is at stake there.
#[derive(Clone, Deserialize)]
pub struct Work {
    pub profession: String,
    pub label: String,
    pub board: String,
    pub program: String,
    pub employer: String,
    pub unit: String,
    pub position: String,
}

/// All pieces.
#[derive(Deserialize)]
pub struct Words {
    pub work: Vec<Work>,
    pub patterns: Vec<(String, String)>,
    pub medications: Vec<(String, String, String, String)>,
    pub diagnoses: Vec<String>,
    pub problems: Vec<(String, String, Vec<String>)>,
    pub topics: Vec<String>,
    pub shared: Vec<String>,
    lines: Vec<String>,
    urge: Vec<String>,
    plan: Vec<String>,
    trouble: Vec<String>,
    good: Vec<String>,
    place: Vec<String>,
    data: Vec<String>,
    assessment: Vec<String>,
    next: Vec<String>,
    pub excuses: Vec<String>,
}

impl Words {
    /// The pieces of the repository.
    pub fn load() -> Result<Self, String> {
        serde_json::from_str(include_str!("../../../../assets/demo/words.json")).map_err(|error| error.to_string())
    }

    /// One person's own line of a group note.
    pub fn line(&self, dice: &mut Dice) -> String {
        let one = self.filled(&self.lines, dice);
        if dice.percent(45) { format!("{one} {}", self.filled(&self.lines, dice)) } else { one }
    }

    /// The three sections of a DAP note: data, assessment, plan.
    pub fn note(&self, dice: &mut Dice) -> [String; 3] {
        let data = (0..2 + dice.below(3)).map(|_| self.filled(&self.data, dice)).collect::<Vec<_>>();
        let assessment = (0..1 + dice.below(2)).map(|_| self.filled(&self.assessment, dice)).collect::<Vec<_>>();
        [said_once(data), said_once(assessment), self.filled(&self.next, dice)]
    }

    fn filled(&self, sentences: &[String], dice: &mut Dice) -> String {
        let mut text = dice.one(sentences).to_owned();
        for (mark, pieces) in [
            ("{urge}", &self.urge),
            ("{plan}", &self.plan),
            ("{trouble}", &self.trouble),
            ("{good}", &self.good),
            ("{place}", &self.place),
        ] {
            while text.contains(mark) {
                text = text.replacen(mark, dice.one(pieces), 1);
            }
        }
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    }
}

/// Sentences in their order, each once.
fn said_once(sentences: Vec<String>) -> String {
    let mut said: Vec<String> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said.join(" ")
}
