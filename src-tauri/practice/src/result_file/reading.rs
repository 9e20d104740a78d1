//! From the bytes of a file to its lines, read by a mapping. Pure: no SQL, no clock, no disk.

use chrono::NaiveDate;
use csv::{ByteRecord, ReaderBuilder};

use super::mapping::{DateStyle, Mapping, OxidantWord, ResultColumn, WordKind};
use super::rules::{ResultFileRefusal, Why};
use crate::drug_test::{LaboratoryResult, Phase, Reading};

/// The most lines and bytes of one file.
const MOST_LINES: usize = 20_000;
pub(super) const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// A file as a table of text; a line that is no text is kept as such.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub head: Vec<String>,
    pub lines: Vec<Raw>,
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    /// Counted from 1 with the head.
    pub line: u64,
    /// None when it is no text in UTF-8.
    pub fields: Option<Vec<String>>,
}

impl Sheet {
    /// Reads a table with a head; the separator is the one the head holds most of.
    ///
    /// # Errors
    /// [`ResultFileRefusal::Unreadable`], [`ResultFileRefusal::TooLarge`].
    pub fn read(bytes: &[u8]) -> Result<Self, ResultFileRefusal> {
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator(bytes)).from_reader(bytes);
        let mut records = Vec::new();
        let mut record = ByteRecord::new();
        while reader.read_byte_record(&mut record).map_err(|_| ResultFileRefusal::Unreadable)? {
            let line = record.position().map_or(0, csv::Position::line);
            let text = |field: &[u8]| std::str::from_utf8(field).ok().map(|text| text.trim().to_owned());
            records.push(Raw { line, fields: record.iter().map(text).collect() });
            if records.len() > MOST_LINES {
                return Err(ResultFileRefusal::TooLarge);
            }
        }
        let mut records = records.into_iter();
        let head = records.next().and_then(|raw| raw.fields).ok_or(ResultFileRefusal::Unreadable)?;
        let head: Vec<String> =
            head.iter().map(|name| name.trim_start_matches('\u{feff}').trim().to_owned()).collect();
        let lines: Vec<Raw> = records.collect();
        if head.len() < 2 || lines.is_empty() {
            return Err(ResultFileRefusal::Unreadable);
        }
        Ok(Self { head, lines })
    }

    fn place(&self, head: &str) -> Option<usize> {
        self.head.iter().position(|name| name.eq_ignore_ascii_case(head))
    }
}

fn separator(bytes: &[u8]) -> u8 {
    let head = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |separator: u8| head.iter().filter(|byte| **byte == separator).count();
    [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// A quantity as the laboratory wrote it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Quantity {
    /// "12.34" or ">500"; empty when there is none.
    pub words: String,
    /// Rounded to tenths; none for "more than" and "less than".
    pub tenths: Option<i64>,
}

/// A cut-off as the file states it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Cutoff {
    pub thousandths: i64,
    /// None when it stands alone; then the unit of the line holds.
    pub unit: Option<String>,
}

/// A line that can be read. The analyte is still the laboratory's word.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Line {
    pub specimen: String,
    pub analyte: String,
    pub result: Option<Reading>,
    pub phase: Option<Phase>,
    pub quantity: Quantity,
    /// None when the file has no such column.
    pub unit: Option<String>,
    pub overall: Option<LaboratoryResult>,
    pub creatinine_tenths: Option<i64>,
    pub gravity_ten_thousandths: Option<i64>,
    pub ph_tenths: Option<i64>,
    pub nitrite: Option<i64>,
    pub oxidant: Option<bool>,
    pub cutoff: Option<Cutoff>,
    pub collected_on: Option<NaiveDate>,
    pub reported_on: Option<NaiveDate>,
}

/// A line by its place in the file: what it says, or why it cannot be read and of which specimen it is.
pub(super) type ReadLine = (u64, Result<Line, (Why, String)>);

/// Each line read by a mapping, or why not. The specimen's number is given also of a line that cannot be read, so that
/// nothing of that specimen is taken.
///
/// # Errors
/// [`ResultFileRefusal::MissingColumn`].
pub(super) fn lines(sheet: &Sheet, mapping: &Mapping) -> Result<Vec<ReadLine>, ResultFileRefusal> {
    let mut places = Vec::new();
    for mapped in mapping.columns.iter().filter(|mapped| !mapped.head.is_empty()) {
        let place = sheet.place(&mapped.head).ok_or(ResultFileRefusal::MissingColumn)?;
        places.push((mapped.column, place));
    }
    let width = sheet.head.len();
    let read = sheet.lines.iter().map(|raw| (raw.line, one(raw, width, &places, mapping)));
    Ok(read.collect())
}

fn one(raw: &Raw, width: usize, places: &[(ResultColumn, usize)], mapping: &Mapping) -> Result<Line, (Why, String)> {
    let Some(fields) = &raw.fields else { return Err((Why::NotText, String::new())) };
    let field = |column: ResultColumn| {
        let place = places.iter().find(|(of, _)| *of == column).map(|(_, place)| *place);
        place.map(|place| fields.get(place).map_or("", String::as_str))
    };
    let specimen = field(ResultColumn::Specimen).unwrap_or_default().to_owned();
    if fields.len() != width {
        return Err((Why::Width, specimen));
    }
    if specimen.is_empty() {
        return Err((Why::NoSpecimen, specimen));
    }
    read(&field, mapping).map(|line| Line { specimen: specimen.clone(), ..line }).map_err(|why| (why, specimen))
}

fn read<'a>(field: &impl Fn(ResultColumn) -> Option<&'a str>, mapping: &Mapping) -> Result<Line, Why> {
    use ResultColumn as C;
    let filled = |column| field(column).filter(|text| !text.is_empty());
    let analyte = filled(C::Analyte).ok_or(Why::UnknownAnalyte)?;
    let word = filled(C::Result).ok_or(Why::UnknownResult)?;
    let result = mapping.meaning(WordKind::Result, word).and_then(Reading::from_word).ok_or(Why::UnknownResult)?;
    let phase = match field(C::Phase) {
        None => mapping.phase,
        Some(word) => mapping.meaning(WordKind::Phase, word).and_then(Phase::from_word).ok_or(Why::UnknownPhase)?,
    };
    let overall = match filled(C::Overall) {
        None => None,
        Some(word) => {
            let found = mapping.meaning(WordKind::Overall, word).and_then(LaboratoryResult::from_word);
            Some(found.ok_or(Why::UnknownOverall)?)
        }
    };
    let measure = |column, decimals, range: std::ops::RangeInclusive<i64>| match filled(column) {
        None => Ok(None),
        Some(text) => scaled(text, decimals).filter(|value| range.contains(value)).map(Some).ok_or(Why::Measure),
    };
    let date = |column| match filled(column) {
        None => Ok(None),
        Some(text) => day(text, mapping.dates).map(Some).ok_or(Why::Date),
    };
    Ok(Line {
        specimen: String::new(),
        analyte: analyte.to_owned(),
        result: Some(result),
        phase: Some(phase),
        quantity: filled(C::Quantity).map_or(Ok(Quantity::default()), quantity)?,
        unit: field(C::Unit).map(str::to_owned),
        overall,
        creatinine_tenths: measure(C::Creatinine, 1, 0..=10_000)?,
        gravity_ten_thousandths: measure(C::Gravity, 4, 10_000..=10_600)?,
        ph_tenths: measure(C::Ph, 1, 0..=140)?,
        nitrite: measure(C::Nitrite, 0, 0..=20_000)?,
        oxidant: match filled(C::Oxidant) {
            None => None,
            Some(word) => {
                let found = mapping.meaning(WordKind::Oxidant, word).and_then(OxidantWord::from_word);
                Some(found.ok_or(Why::UnknownOxidant)? == OxidantWord::Found)
            }
        },
        cutoff: filled(C::Cutoff).map(cutoff).transpose()?,
        collected_on: date(C::CollectedOn)?,
        reported_on: date(C::ReportedOn)?,
    })
}

/// A decimal as a whole number of its smallest unit; none when it is no number, or finer than the unit.
fn scaled(text: &str, decimals: usize) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let fraction = fraction.trim_end_matches('0');
    let plain = (1..=8).contains(&whole.len()) && digits(whole) && digits(fraction) && fraction.len() <= decimals;
    plain.then(|| format!("{whole}{fraction:0<decimals$}").parse().ok()).flatten()
}

/// A quantity, also "more than" and "less than" a number.
fn quantity(text: &str) -> Result<Quantity, Why> {
    let words: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let number = words.strip_prefix(['>', '<']).unwrap_or(&words);
    let thousandths = scaled(number, 6).ok_or(Why::Quantity)?;
    if words.chars().count() > 20 {
        return Err(Why::Quantity);
    }
    let bare = number.len() == words.len();
    Ok(Quantity { tenths: bare.then_some((thousandths + 50_000).div_euclid(100_000)), words })
}

/// A cut-off: a number, with or without its unit behind it.
fn cutoff(text: &str) -> Result<Cutoff, Why> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let thousandths = scaled(&number.replace(',', ""), 3).filter(|value| *value > 0).ok_or(Why::Cutoff)?;
    let unit = unit.trim();
    Ok(Cutoff { thousandths, unit: (!unit.is_empty()).then(|| unit.to_owned()) })
}

/// A date, also with a time behind it.
fn day(text: &str, style: DateStyle) -> Option<NaiveDate> {
    let date = text.split([' ', 'T']).next()?;
    let format = match style {
        DateStyle::YearFirst => "%Y-%m-%d",
        DateStyle::MonthFirst => "%m/%d/%Y",
    };
    NaiveDate::parse_from_str(date, format).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn quantities_keep_the_digits_of_the_laboratory() {
        for (text, words, tenths) in [
            ("12.34", "12.34", Some(123)),
            ("12.35", "12.35", Some(124)),
            ("1,250", "1250", Some(12_500)),
            ("0.04", "0.04", Some(0)),
            ("> 500", ">500", None),
            ("<5", "<5", None),
        ] {
            assert_eq!(quantity(text).unwrap(), Quantity { words: words.into(), tenths }, "{text}");
        }
        for text in ["12 ng/mL", "1e3", "-4", "12.3.4", "neg", ">", "0.1234567"] {
            assert_eq!(quantity(text), Err(Why::Quantity), "{text}");
        }
    }

    #[test]
    fn a_cutoff_is_a_number_with_or_without_its_unit() {
        for (text, thousandths, unit) in [
            ("50", 50_000, None),
            ("0.05", 50, None),
            ("1,000 ng/mL", 1_000_000, Some("ng/mL")),
            ("300ng/mL", 300_000, Some("ng/mL")),
            ("0.02 g/210 L", 20, Some("g/210 L")),
        ] {
            assert_eq!(cutoff(text).unwrap(), Cutoff { thousandths, unit: unit.map(str::to_owned) }, "{text}");
        }
        for text in ["none", "<50", "-5", "0", "0.0004", "1.2.3", "ng/mL 50"] {
            assert_eq!(cutoff(text), Err(Why::Cutoff), "{text}");
        }
    }

    #[test]
    fn measures_are_not_rounded() {
        for (text, decimals, expected) in [
            ("19.9", 1, Some(199)),
            ("19.90", 1, Some(199)),
            ("19.95", 1, None),
            ("1.0029", 4, Some(10_029)),
            ("1.003", 4, Some(10_030)),
            ("6", 1, Some(60)),
            ("", 1, None),
            ("low", 1, None),
        ] {
            assert_eq!(scaled(text, decimals), expected, "{text}");
        }
    }

    #[test]
    fn dates_follow_the_mapping() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 4);
        assert_eq!(day("2026-11-04T10:30:00", DateStyle::YearFirst), expected);
        assert_eq!(day("11/4/2026 10:30", DateStyle::MonthFirst), expected);
        assert_eq!(day("11/4/2026", DateStyle::YearFirst), None);
        assert_eq!(day("24/11/2026", DateStyle::MonthFirst), None);
    }

    #[test]
    fn a_table_is_read_whatever_separates_it() {
        for text in ["a,b\n1,2\n", "a;b\n1;2\n", "a\tb\r\n1\t2\r\n", "\u{feff}a|b\n1|2"] {
            let sheet = Sheet::read(text.as_bytes()).unwrap();
            assert_eq!((sheet.head, sheet.lines.len()), (vec!["a".to_owned(), "b".to_owned()], 1), "{text}");
        }
        for text in ["", "a,b\n", "one column\nof text\n"] {
            assert_eq!(Sheet::read(text.as_bytes()).unwrap_err(), ResultFileRefusal::Unreadable, "{text}");
        }
        let bytes = [b"a,b\n1,".as_slice(), &[0xff, 0xfe], b"\n"].concat();
        assert_eq!(Sheet::read(&bytes).unwrap().lines[0].fields, None);
    }
}
