//! What a file would do: which line belongs to which test, what would be written, and why a line is not taken. Pure.
//!
//! A specimen is taken whole or not at all. A substance without an answer is pending, and what decides "negative" is that
//! every substance of the panel has one.

use std::collections::{BTreeMap, HashMap};

use super::mapping::{Mapping, WordKind, plain};
use super::reading::{Cutoff, Line, ReadLine};
use super::rules::Why;
use crate::drug_test::validity::Measures;
use crate::drug_test::{Candidate, Incoming, LaboratoryResult, Phase, Read, Reading, Validity, cutoffs};
use crate::panel::{Analyte, Panel, cutoff_words};

/// What stands behind the number of a specimen.
#[derive(Clone, Debug)]
pub(super) enum Found {
    None,
    One(Box<Candidate>),
    Several,
}

/// What becomes of a line.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub line: u64,
    pub specimen: String,
    /// The word of the file, or the name here once it is known.
    pub analyte: String,
    /// What would be written.
    pub written: Option<(Phase, Reading, String)>,
    /// What differs from the panel and is taken all the same; empty when nothing does.
    pub note: String,
    pub why: Option<Why>,
}

/// What becomes of a test.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub candidate: Candidate,
    pub incoming: Incoming,
    /// Substances of the panel that are still without an answer, by name.
    pub pending: Vec<String>,
    /// The last report already says this.
    pub same: bool,
}

/// The whole file.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub lines: Vec<Outcome>,
    pub tests: Vec<Planned>,
}

impl Plan {
    /// Lines that are not taken.
    pub fn refused(&self) -> usize {
        self.lines.iter().filter(|line| line.why.is_some()).count()
    }
}

/// A line with its place in the plan.
struct Placed<'a> {
    at: usize,
    line: &'a Line,
}

/// Plans a file. `found` holds every specimen number of the file, in plain form.
pub(super) fn plan(read: &[ReadLine], mapping: &Mapping, found: &HashMap<String, Found>) -> Plan {
    let mut plan = Plan::default();
    let mut groups: BTreeMap<String, Vec<Placed<'_>>> = BTreeMap::new();
    let mut spoiled: Vec<String> = Vec::new();
    for (line, read) in read {
        match read {
            Err((why, specimen)) => {
                spoiled.push(plain(specimen));
                plan.lines.push(outcome(*line, (specimen, ""), Some(*why)));
            }
            Ok(read) => {
                let at = plan.lines.len();
                plan.lines.push(outcome(*line, (&read.specimen, &read.analyte), None));
                groups.entry(plain(&read.specimen)).or_default().push(Placed { at, line: read });
            }
        }
    }
    for (specimen, placed) in &groups {
        let whole = !spoiled.contains(specimen);
        specimen_plan(&mut plan, placed, mapping, found.get(specimen).unwrap_or(&Found::None), whole);
    }
    plan
}

fn outcome(line: u64, (specimen, analyte): (&str, &str), why: Option<Why>) -> Outcome {
    Outcome { line, specimen: specimen.into(), analyte: analyte.into(), written: None, note: String::new(), why }
}

fn specimen_plan(plan: &mut Plan, placed: &[Placed<'_>], mapping: &Mapping, found: &Found, whole: bool) {
    let candidate = match found {
        Found::One(candidate) => candidate,
        Found::None => return refuse(plan, placed, Why::SpecimenNotFound),
        Found::Several => return refuse(plan, placed, Why::TwoTests),
    };
    let Some(panel) = &candidate.panel else { return refuse(plan, placed, Why::UnknownPanel) };
    if !candidate.takes {
        return refuse(plan, placed, Why::NotNow);
    }
    let mut reads: Vec<(Phase, Read)> = Vec::new();
    let mut sound = whole;
    for place in placed {
        match taken(place.line, panel, candidate, mapping, &reads) {
            Ok((phase, read)) => {
                if let Some(outcome) = plan.lines.get_mut(place.at) {
                    let name = panel.analyte(&read.analyte).map(|analyte| analyte.name.clone());
                    outcome.analyte = name.unwrap_or_default();
                    outcome.written = Some((phase, read.result, read.reported_words()));
                    outcome.note = note(panel, phase, &read);
                }
                reads.push((phase, read));
            }
            Err(why) => {
                sound = false;
                mark(plan, place.at, why);
            }
        }
    }
    if !sound {
        return refuse(plan, placed, Why::WithOthers);
    }
    match whole_of(placed, panel, candidate, reads) {
        Ok(planned) => plan.tests.push(planned),
        Err(why) => refuse(plan, placed, why),
    }
}

fn mark(plan: &mut Plan, at: usize, why: Why) {
    if let Some(outcome) = plan.lines.get_mut(at) {
        outcome.written = None;
        outcome.note = String::new();
        outcome.why.get_or_insert(why);
    }
}

fn refuse(plan: &mut Plan, placed: &[Placed<'_>], why: Why) {
    for place in placed {
        mark(plan, place.at, why);
    }
}

fn taken(
    line: &Line,
    panel: &Panel,
    candidate: &Candidate,
    mapping: &Mapping,
    before: &[(Phase, Read)],
) -> Result<(Phase, Read), Why> {
    let analyte = analyte_of(&line.analyte, panel, mapping)?;
    let (Some(result), Some(phase)) = (line.result, line.phase) else { return Err(Why::UnknownResult) };
    if before.iter().any(|(of, read)| *of == phase && read.analyte == analyte.key) {
        return Err(Why::Twice);
    }
    if line.collected_on.is_some_and(|on| on != candidate.on) {
        return Err(Why::OtherDay);
    }
    if !line.quantity.words.is_empty() {
        match &line.unit {
            Some(unit) if unit.is_empty() => return Err(Why::UnitMissing),
            Some(unit) if same_unit(unit) != same_unit(&analyte.unit) => return Err(Why::OtherUnit),
            Some(_) | None => {}
        }
    }
    let read = Read {
        analyte: analyte.key.clone(),
        result,
        quantity_tenths: line.quantity.tenths,
        reported: line.quantity.words.clone(),
        cutoff: line.cutoff.as_ref().map_or(Ok(String::new()), |stated| cutoff(stated, line, analyte))?,
    };
    Ok((phase, read))
}

/// The cut-off of a line in the words of the panel. It must be of the panel's unit: another unit is another amount.
fn cutoff(stated: &Cutoff, line: &Line, analyte: &Analyte) -> Result<String, Why> {
    let unit = stated.unit.as_ref().or(line.unit.as_ref().filter(|unit| !unit.is_empty()));
    if unit.is_some_and(|unit| same_unit(unit) != same_unit(&analyte.unit)) {
        return Err(Why::Cutoff);
    }
    Ok(cutoff_words(stated.thousandths, &analyte.unit))
}

/// A cut-off of the file that is not the panel's is taken as the laboratory states it, and said.
fn note(panel: &Panel, phase: Phase, read: &Read) -> String {
    match cutoffs(Some(panel), phase, read) {
        (_, of_panel) if of_panel.is_empty() => String::new(),
        (stated, of_panel) => format!("Cut-off {stated}; the panel says {of_panel}."),
    }
}

/// The analyte of the panel that a word means: by the mapping, otherwise by its own name or key.
fn analyte_of<'a>(word: &str, panel: &'a Panel, mapping: &Mapping) -> Result<&'a Analyte, Why> {
    if let Some(key) = mapping.meaning(WordKind::Analyte, word) {
        return panel.analyte(key).ok_or(Why::NotOrdered);
    }
    let named = |analyte: &&Analyte| plain(&analyte.name) == plain(word) || analyte.key == plain(word);
    panel.analytes.iter().find(named).ok_or(Why::UnknownAnalyte)
}

/// ng/mL and mcg/L are the same amount.
fn same_unit(unit: &str) -> String {
    let plain: String = unit.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    match plain.as_str() {
        "mcg/l" | "ug/l" | "µg/l" | "μg/l" => "ng/ml".into(),
        _ => plain,
    }
}

fn whole_of(
    placed: &[Placed<'_>],
    panel: &Panel,
    candidate: &Candidate,
    reads: Vec<(Phase, Read)>,
) -> Result<Planned, Why> {
    let overall = agreed(placed, |line| line.overall)?;
    let measures = Measures {
        creatinine_tenths: agreed(placed, |line| line.creatinine_tenths)?,
        gravity_ten_thousandths: agreed(placed, |line| line.gravity_ten_thousandths)?,
        ph_tenths: agreed(placed, |line| line.ph_tenths)?,
        nitrite: agreed(placed, |line| line.nitrite)?,
        oxidant: agreed(placed, |line| line.oxidant)?,
        ..Measures::default()
    };
    let answers: Vec<(&Analyte, Option<Reading>)> =
        panel.analytes.iter().map(|analyte| (analyte, answer(&reads, &analyte.key))).collect();
    let result = decided(&answers, overall, candidate.validity(&measures))?;
    let open = answers.iter().filter(|(_, answer)| answer.is_none());
    let pending: Vec<&Analyte> = open.map(|(analyte, _)| *analyte).collect();
    let mut incoming = Incoming {
        result,
        because: if candidate.reports == 0 {
            String::new()
        } else {
            "The laboratory reported again, in a file.".into()
        },
        reported_on: agreed(placed, |line| line.reported_on)?,
        measures,
        ..Incoming::default()
    };
    for (phase, read) in reads {
        match phase {
            Phase::Screen => incoming.screens.push(read),
            Phase::Confirmation => incoming.confirmations.push(read),
        }
    }
    for analyte in &pending {
        let there = incoming.confirmations.iter().any(|read| read.analyte == analyte.key);
        if !there {
            incoming.confirmations.push(Read::of(&analyte.key));
        }
    }
    let same = candidate.says(&incoming);
    let pending = pending.into_iter().map(|analyte| analyte.name.clone()).collect();
    Ok(Planned { candidate: candidate.clone(), incoming, pending, same })
}

/// What every line of a specimen that says it says.
fn agreed<T: Copy + PartialEq>(placed: &[Placed<'_>], of: impl Fn(&Line) -> Option<T>) -> Result<Option<T>, Why> {
    let mut said = placed.iter().filter_map(|place| of(place.line));
    let first = said.next();
    if said.all(|other| Some(other) == first) { Ok(first) } else { Err(Why::LinesDiffer) }
}

/// The laboratory's answer on a substance; none while it is pending. A screen that is not detected is an answer, one that
/// is detected waits for its confirmation.
fn answer(reads: &[(Phase, Read)], key: &str) -> Option<Reading> {
    let of = |phase: Phase| {
        let found = reads.iter().find(|(at, read)| *at == phase && read.analyte == key);
        found.map(|(_, read)| read.result).filter(|result| *result != Reading::Pending)
    };
    of(Phase::Confirmation).or_else(|| of(Phase::Screen).filter(|result| *result == Reading::NotDetected))
}

/// The word for the whole specimen. Without the laboratory's own, it is positive when a confirmation detected something,
/// negative when every substance has the answer "not detected", and none otherwise.
fn decided(
    answers: &[(&Analyte, Option<Reading>)],
    overall: Option<LaboratoryResult>,
    validity: Option<Validity>,
) -> Result<Option<LaboratoryResult>, Why> {
    use LaboratoryResult as L;
    let detected = answers.iter().any(|(_, answer)| *answer == Some(Reading::Detected));
    let clear = answers.iter().all(|(_, answer)| *answer == Some(Reading::NotDetected));
    match overall {
        Some(L::Negative | L::NegativeDilute) if !clear => Err(Why::Contradicts),
        Some(L::Positive | L::PositiveDilute) if !detected => Err(Why::Contradicts),
        Some(said) => Ok(Some(said)),
        None => Ok(match (detected, clear, validity) {
            (true, _, Some(Validity::Dilute)) => Some(L::PositiveDilute),
            (_, true, Some(Validity::Dilute)) => Some(L::NegativeDilute),
            (true, _, Some(Validity::Valid | Validity::NotDetermined) | None) => Some(L::Positive),
            (_, true, Some(Validity::Valid | Validity::NotDetermined) | None) => Some(L::Negative),
            _ => None,
        }),
    }
}

#[cfg(test)]
mod tests;
