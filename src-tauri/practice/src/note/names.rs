//! Whether a text names somebody else of the session: a chart never holds another client's name (facts.md section 3).
//!
//! A name counts by its parts of three letters or more and by its usual short forms, at word boundaries, without regard to
//! case and accents. Names that are also ordinary words count only when they are written as a name: capitalized, and not
//! first in a sentence unless somebody speaks or owns there ("Grace said", "Grace's"); no month after "in", and no part of
//! a place ("Central Park", "Whitfield Avenue"). `tests/fixtures/wording` holds what this was measured on.

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

/// Usual short forms of given names: each line one family of them.
const SHORT_FORMS: &[&[&str]] = &[
    &["alexander", "alexandra", "alex", "lexi", "sasha"],
    &["andrew", "andy", "drew"],
    &["anthony", "tony"],
    &["barbara", "barb", "barbie"],
    &["benjamin", "ben", "benny"],
    &["catherine", "katherine", "kathryn", "cathy", "kathy", "kate", "katie", "kat"],
    &["charles", "charlie", "chuck"],
    &["christopher", "christina", "christine", "chris", "tina"],
    &["daniel", "danielle", "dan", "danny", "dani"],
    &["david", "dave", "davey"],
    &["deborah", "debra", "deb", "debbie"],
    &["edward", "eddie", "ted"],
    &["elizabeth", "liz", "lizzie", "beth", "betsy", "betty", "eliza"],
    &["francis", "frances", "frank", "fran", "francie"],
    &["gabriel", "gabriella", "gabe", "gabby"],
    &["gregory", "greg"],
    &["james", "jim", "jimmy", "jamie"],
    &["jennifer", "jen", "jenny"],
    &["jerome", "jeremy", "gerald", "jerry"],
    &["jessica", "jess", "jessie"],
    &["john", "jonathan", "johnny", "jack", "jon"],
    &["joseph", "josephine", "joe", "joey", "josie"],
    &["kenneth", "ken", "kenny"],
    &["lawrence", "larry"],
    &["margaret", "maggie", "meg", "peggy", "greta"],
    &["matthew", "matt"],
    &["michael", "michelle", "mike", "mikey"],
    &["nicholas", "nicole", "nick", "nicky"],
    &["pamela", "pam"],
    &["patrick", "patricia", "pat", "patty", "trish"],
    &["peter", "pete"],
    &["philip", "phillip", "phil"],
    &["rebecca", "becca", "becky"],
    &["richard", "rick", "ricky", "dick"],
    &["robert", "rob", "bob", "bobby", "robbie"],
    &["ronald", "ron", "ronnie"],
    &["samuel", "samantha", "sam", "sammy"],
    &["stephen", "steven", "stephanie", "steve", "steph"],
    &["susan", "suzanne", "sue", "susie"],
    &["theodore", "theodora", "theo", "teddy", "dora"],
    &["thomas", "tomas", "tom", "tommy"],
    &["timothy", "tim", "timmy"],
    &["victoria", "vicky", "tori"],
    &["william", "will", "bill", "billy", "willie", "liam"],
    &["zachary", "zach", "zack"],
];

/// After one of these a month is a month.
const BEFORE_MONTHS: &[&str] = &[
    "in", "since", "until", "by", "of", "last", "next", "this", "early", "late", "mid", "on", "before", "after",
    "from", "to", "through",
];
const MONTHS: &[&str] = &["april", "may", "june", "august"];

/// What people do at the beginning of a sentence and hope does not.
const SPEAKS: &[&str] = &[
    "said",
    "told",
    "asked",
    "agreed",
    "disagreed",
    "answered",
    "offered",
    "replied",
    "thanked",
    "nodded",
    "laughed",
    "shared",
    "joined",
    "cried",
    "read",
    "suggested",
    "interrupted",
    "challenged",
    "encouraged",
    "explained",
    "missed",
];

/// Behind these a name is that of a place.
const PLACES: &[&str] = &[
    "avenue",
    "ave",
    "street",
    "road",
    "drive",
    "lane",
    "boulevard",
    "square",
    "hospital",
    "clinic",
    "center",
    "county",
    "university",
    "college",
    "school",
    "house",
    "hall",
    "station",
    "bridge",
    "park",
    "pharmacy",
    "bay",
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

    /// With the usual short forms of given names; of family names there are none.
    pub fn with_short_forms(mut self, given: &[&str]) -> Self {
        let folded: Vec<String> = given.iter().flat_map(|name| words(name)).map(|word| fold(word.text)).collect();
        let forms =
            SHORT_FORMS.iter().filter(|forms| forms.iter().any(|form| folded.iter().any(|name| name == form)));
        self.parts.extend(forms.copied().flatten().map(|form| (*form).to_owned()));
        self.parts.sort_unstable();
        self.parts.dedup();
        self
    }

    /// With a word as it stands in a text, plural and possessive included.
    pub fn with_word(mut self, word: &str) -> Self {
        let folded = fold(word);
        self.parts.push(without_possessive(&folded).to_owned());
        self.parts.push(folded);
        self
    }
}

/// The first word of the text that names one of the others, as written. A part that the chart's own client shares is fine.
pub(super) fn named<'t>(text: &'t str, others: &[Person], own: Option<&Person>) -> Option<&'t str> {
    let own = own.map_or(&[][..], |person| person.parts.as_slice());
    let all: Vec<Word<'t>> = words(text).collect();
    let found = all.iter().enumerate().find(|(at, word)| {
        let folded = fold(word.text);
        let is_part = |folded: &str| {
            !own.iter().any(|part| part == folded)
                && others.iter().any(|person| person.parts.iter().any(|part| part == folded))
        };
        // A plural or a possessive without its apostrophe; "this" is nobody called Thị.
        let possessive = without_possessive(&folded);
        let long = possessive.chars().count() > FEWEST_LETTERS || word.owns();
        let meant = is_part(&folded) || long && is_part(possessive);
        meant && !is_place(&all, *at) && written_as_name(&all, *at, &folded)
    });
    found.map(|(_, word)| word.text)
}

/// "Whitfield Avenue", "Washington Hospital".
fn is_place(all: &[Word<'_>], at: usize) -> bool {
    let after = all.get(at + 1).filter(|after| !after.begins_sentence && after.is_capitalized());
    after.is_some_and(|after| PLACES.contains(&fold(after.text).as_str()))
}

fn written_as_name(all: &[Word<'_>], at: usize, folded: &str) -> bool {
    let Some(word) = all.get(at) else { return false };
    if !ORDINARY.contains(&without_possessive(folded)) && !ORDINARY.contains(&folded) {
        return true;
    }
    if !word.is_capitalized() {
        return false;
    }
    if word.begins_sentence {
        let speaks = all.get(at + 1).is_some_and(|next| SPEAKS.contains(&fold(next.text).as_str()));
        return speaks || word.owns();
    }
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let is_month =
        MONTHS.contains(&folded) && before.is_some_and(|word| BEFORE_MONTHS.contains(&fold(word.text).as_str()));
    // "Central Park": what stands in a row of capitalized words, none of them the first of its sentence.
    let in_a_row = before.is_some_and(|word| word.is_capitalized() && !word.begins_sentence);
    !is_month && !in_a_row
}

/// "brien's" was folded to "briens"; the part is "brien".
fn without_possessive(folded: &str) -> &str {
    folded.strip_suffix('s').unwrap_or(folded)
}

struct Word<'t> {
    text: &'t str,
    begins_sentence: bool,
}

impl Word<'_> {
    fn is_capitalized(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// "Grace's".
    fn owns(&self) -> bool {
        self.text.ends_with("'s") || self.text.ends_with("’s")
    }
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
    #![allow(clippy::unwrap_used, clippy::print_stdout)]
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
            ("Lives near Dyke Street.", None),
            ("Answered Dyke about the street.", Some("Dyke")),
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

    /// What is stated of one word holds for that word: the other part of a full name is found as before.
    #[test]
    fn a_stated_word_is_passed_over_and_no_other() {
        let others = [Person::of(&["Caroline", "Whitfield"]), Person::of(&["Grace", "Okafor"])];
        for (text, stated, found) in [
            ("Thanked Grace.", "Hope", Some("Grace")),
            ("Thanked Grace.", "Grace", None),
            ("Thanked Grace.", "grace", None),
            ("Spoke of Carolines in general.", "Carolines", None),
            ("Thanked Grace Okafor.", "Grace", Some("Okafor")),
            ("Thanked Grace and Caroline.", "Grace", Some("Caroline")),
        ] {
            let own = Person::of(&["Jerome"]).with_word(stated);
            assert_eq!(named(text, &others, Some(&own)), found, "{text}");
        }
    }

    fn roster() -> Vec<Person> {
        [
            ("Grace", "Okafor"),
            ("Will", "O'Brien"),
            ("Hope", "Delgado"),
            ("Mark", "Stone"),
            ("May", "Chen"),
            ("Elizabeth", "Washington"),
            ("Robert", "Young"),
            ("Katherine", "Park"),
            ("Tomás", "Ó Súilleabháin"),
            ("Jerome", "Whitfield"),
            ("Rose", "Hunter"),
            ("Anthony", "Long"),
            ("Summer", "Price"),
        ]
        .map(|(given, family)| Person::of(&[given, family]).with_short_forms(&[given]))
        .to_vec()
    }

    const HONEST: &str = include_str!("../../../../tests/fixtures/wording/honest.txt");
    const NAMES: &str = include_str!("../../../../tests/fixtures/wording/names.tsv");

    /// On a roster whose names are words, honest lines are rarely taken for naming somebody, and planted names are found.
    #[test]
    fn planted_names_are_found_and_honest_lines_are_rarely_accused() {
        let roster = roster();
        let accused: Vec<(&str, &str)> =
            HONEST.lines().filter_map(|line| Some((line, named(line, &roster, None)?))).collect();
        let planted: Vec<(&str, &str)> = NAMES.lines().map(|line| line.split_once('\t').unwrap()).collect();
        let missed: Vec<_> =
            planted.iter().filter(|(line, name)| named(line, &roster, None) != Some(*name)).collect();
        println!("names: {} of {} honest lines accused: {accused:?}", accused.len(), HONEST.lines().count());
        println!("names: {} of {} planted names missed: {missed:?}", missed.len(), planted.len());
        assert!(HONEST.lines().count() >= 115 && planted.len() >= 45);
        assert!(accused.len() * 100 <= HONEST.lines().count(), "at most one in a hundred: {accused:?}");
        assert!(missed.len() * 20 <= planted.len(), "at most one in twenty: {missed:?}");
    }
}
