//! Whether a text names somebody else of the session: a chart never holds another client's name (facts.md section 3).
//!
//! A name counts by its parts of three letters or more, at word boundaries, without regard to case and accents. Names
//! that are also ordinary words count only when they are written as a name: capitalized, and not first in a sentence.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The fewest letters of a part that is looked for.
const FEWEST_LETTERS: usize = 3;

/// Parts of family names that are no names by themselves.
const PARTICLES: &[&str] =
    &["van", "von", "der", "den", "del", "dos", "las", "los", "san", "bin", "ibn", "the", "and"];

/// Names that are ordinary words as well.
const ORDINARY: &[&str] = &[
    "ace", "amber", "angel", "april", "art", "august", "banks", "basil", "bell", "berry", "bill", "bishop", "black",
    "brook", "brown", "cash", "chance", "charity", "chase", "clay", "cliff", "cook", "day", "dawn", "dean", "drew",
    "faith", "fisher", "ford", "frank", "gene", "ginger", "glen", "grace", "grant", "gray", "green", "guy", "hall",
    "heath", "hill", "hope", "hunter", "iris", "ivy", "jack", "jade", "jewel", "joy", "june", "king", "lane", "lee",
    "lily", "long", "love", "major", "mark", "mason", "max", "may", "mercy", "miles", "miller", "nick", "olive",
    "page", "park", "pat", "patience", "pearl", "pierce", "price", "ray", "reed", "rich", "rob", "robin", "rose",
    "ruby", "sage", "short", "skip", "small", "smith", "snow", "stone", "storm", "sue", "summer", "sunny", "taylor",
    "turner", "victor", "violet", "wade", "walker", "ward", "white", "will", "winter", "wood", "woods", "young",
];

/// A name looked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Person {
    parts: Vec<String>,
}

impl Person {
    /// The parts of all names of a person.
    pub fn of(names: &[&str]) -> Self {
        let mut parts: Vec<String> = names
            .iter()
            .flat_map(|name| words(name))
            .map(|word| fold(word.text))
            .filter(|part| part.chars().count() >= FEWEST_LETTERS && !PARTICLES.contains(&part.as_str()))
            .collect();
        parts.sort_unstable();
        parts.dedup();
        Self { parts }
    }
}

/// The first word of the text that names one of the others, as written. A part that the chart's own client shares is fine.
pub(super) fn named<'t>(text: &'t str, others: &[Person], own: Option<&Person>) -> Option<&'t str> {
    let own = own.map_or(&[][..], |person| person.parts.as_slice());
    words(text)
        .find(|word| {
            let folded = fold(word.text);
            let is_part = |folded: &str| {
                !own.iter().any(|part| part == folded)
                    && others.iter().any(|person| person.parts.iter().any(|part| part == folded))
            };
            // A plural or a possessive without its apostrophe; "this" is nobody called Thị.
            let possessive = without_possessive(&folded);
            let long = possessive.chars().count() > FEWEST_LETTERS || word.text.contains(['\'', '’']);
            let possessive = long && is_part(possessive);
            (is_part(&folded) || possessive) && written_as_name(word, &folded)
        })
        .map(|word| word.text)
}

fn written_as_name(word: &Word<'_>, folded: &str) -> bool {
    if !ORDINARY.contains(&without_possessive(folded)) && !ORDINARY.contains(&folded) {
        return true;
    }
    !word.begins_sentence && word.text.chars().next().is_some_and(char::is_uppercase)
}

/// "brien's" was folded to "briens"; the part is "brien".
fn without_possessive(folded: &str) -> &str {
    folded.strip_suffix('s').unwrap_or(folded)
}

struct Word<'t> {
    text: &'t str,
    begins_sentence: bool,
}

/// Words with their apostrophes and okinas, divided at everything else, hyphens included.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let inside = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '\'' | '’' | 'ʻ' | '‘');
    let mut begins_sentence = true;
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(inside)?;
        let between = &rest[..start];
        begins_sentence |= between.contains(['.', '!', '?', ':', '\n', '"', '“']);
        let after = &rest[start..];
        let end = after.find(|c| !inside(c)).unwrap_or(after.len());
        let word = Word { text: &after[..end], begins_sentence };
        rest = &after[end..];
        begins_sentence = false;
        Some(word)
    })
}

/// Lower case without accents and apostrophes.
pub(super) fn fold(word: &str) -> String {
    word.nfkd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c) && *c != 'ʻ')
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'đ' => 'd',
            'ł' => 'l',
            'ø' => 'o',
            'ı' => 'i',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_a_word_and_only_as_a_word() {
        let others = [
            Person::of(&["Caroline", "Beaumont-Featherstonehaugh-Villanueva"]),
            Person::of(&["Tomás", "Ó Súilleabháin"]),
            Person::of(&["Will", "O'Brien"]),
            Person::of(&["Hồng Nhung", "Đặng"]),
            Person::of(&["Hiʻilani", "Kaʻanāʻanā"]),
            Person::of(&["Jo", "van Dyke"]),
            Person::of(&["Thị", "Nguyễn"]),
        ];
        for (text, found) in [
            ("Answered Caroline about the cue list.", Some("Caroline")),
            ("answered caroline about the cue list", Some("caroline")),
            ("Spoke of Carolines in general.", Some("Carolines")),
            ("Sang sweet carolinette.", None),
            ("Sat beside Featherstonehaugh tonight.", Some("Featherstonehaugh")),
            ("Thanked Tomas for the call.", Some("Tomas")),
            ("Will try the morning call.", None),
            ("She will try the morning call.", None),
            ("Disagreed with Will on the plan.", Some("Will")),
            ("Borrowed O’Brien's words.", Some("O’Brien's")),
            ("Thanked Dang for coming.", Some("Dang")),
            ("Sat with Hi'ilani.", Some("Hi'ilani")),
            ("Jo was late.", None),
            ("Drove the van home.", None),
            ("Lives near Dyke Street.", Some("Dyke")),
            ("Plans to try this on Thursday.", None),
            ("Thanked Thi for this.", Some("Thi")),
            ("Took up Thi's idea.", Some("Thi's")),
            ("", None),
        ] {
            assert_eq!(named(text, &others, None), found, "{text}");
        }
    }

    #[test]
    fn the_own_name_is_fine_also_when_another_bears_it() {
        let others = [Person::of(&["Caroline", "Whitfield"])];
        let own = Person::of(&["Caroline", "Washington"]);
        assert_eq!(named("Caroline named her first cue.", &others, Some(&own)), None);
        assert_eq!(named("Caroline answered Whitfield.", &others, Some(&own)), Some("Whitfield"));
    }
}
