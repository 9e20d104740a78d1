//! The scorer: raw answers in, a score out, exactly as the definition says. Pure: no SQL, no clock.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::definition::{Definition, Method};
use super::rules::Condition;
use crate::kernel::Check;

/// What scored: kept with each score, so that a later scorer is told apart.
pub(super) const SCORER: &str = "evenkeel/1";

/// Raw answers by item.
pub(super) type Answers = BTreeMap<String, i64>;

/// The score of a part.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(rename = "PartScore")]
pub struct Part {
    pub id: String,
    pub label: String,
    /// None while an answer of it is missing.
    pub score: Option<i64>,
    pub most: i64,
}

/// What the scorer made of the answers.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(rename = "InstrumentScore")]
pub struct Score {
    /// None where the instrument has no total, and while an answer is missing.
    pub total: Option<i64>,
    /// The highest total there is.
    pub most: Option<i64>,
    /// The published name of the total's range.
    pub band: Option<String>,
    /// The total stands for answers that are missing as well.
    pub prorated: bool,
    /// Items of the score that were not answered.
    pub missing: Vec<String>,
    pub parts: Vec<Part>,
    pub flags: Vec<String>,
}

/// Answers that name no item, or are none of its options, each beside its field.
pub(super) fn check_answers(check: &mut Check, definition: &Definition, answers: &Answers) {
    for (id, value) in answers {
        let known = definition.item(id).is_some_and(|item| item.options.iter().any(|option| option.value == *value));
        check.ensure(known, &format!("answers.{id}"), "Choose one of the answers.");
    }
    check.ensure(!answers.is_empty(), "answers", "Answer at least one question.");
}

/// The answers with what the form itself fills in or leaves out.
pub(super) fn with_skips(definition: &Definition, answers: &Answers) -> Answers {
    let mut all = answers.clone();
    for skip in definition.skips.iter().filter(|skip| answers.get(&skip.item) == Some(&skip.value)) {
        all.extend(skip.fill.clone());
        all.retain(|id, _| !skip.leave.contains(id));
    }
    all
}

/// The score of answers, which are those of [`with_skips`].
pub(super) fn score(definition: &Definition, answers: &Answers) -> Score {
    let scoring = &definition.scoring;
    let missing: Vec<String> = {
        let mut missing: Vec<String> = definition.scored().filter(|id| !answers.contains_key(*id)).cloned().collect();
        missing.sort();
        missing.dedup();
        missing
    };
    let parts: Vec<Part> = scoring
        .subscales
        .iter()
        .map(|part| Part {
            id: part.id.clone(),
            label: if part.label.is_empty() { part.id.clone() } else { part.label.clone() },
            score: sum(definition, &part.items, answers),
            most: most(definition, &part.items),
        })
        .collect();
    let (total, prorated) = total(definition, answers);
    let band = total.and_then(|total| {
        definition.bands.iter().find(|band| (band.min..=band.max).contains(&total)).map(|band| band.label.clone())
    });
    let mut score = Score {
        total,
        most: (scoring.method == Method::Sum).then(|| most(definition, &scoring.items)),
        band,
        prorated,
        missing,
        parts,
        flags: Vec::new(),
    };
    score.flags = flags(definition, answers, &score);
    score
}

/// Whether an answer calls for a safety step. Also of answers that are not whole.
pub(super) fn alerts(definition: &Definition, answers: &Answers) -> bool {
    let score = score(definition, answers);
    definition.alerts.iter().any(|alert| holds(&alert.rule, answers, &score))
}

fn total(definition: &Definition, answers: &Answers) -> (Option<i64>, bool) {
    let scoring = &definition.scoring;
    if scoring.method == Method::Subscales {
        return (None, false);
    }
    if let Some(total) = sum(definition, &scoring.items, answers) {
        return (Some(total), false);
    }
    let answered: Vec<String> = scoring.items.iter().filter(|id| answers.contains_key(*id)).cloned().collect();
    let missing = scoring.items.len() - answered.len();
    let allowed = scoring.prorate.is_some_and(|prorate| missing <= prorate.at_most_missing);
    let Some(part) = sum(definition, &answered, answers).filter(|_| allowed && !answered.is_empty()) else {
        return (None, false);
    };
    (Some(rounded(part * whole(scoring.items.len()), whole(answered.len()))), true)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The nearest whole number, a half upwards.
fn rounded(over: i64, under: i64) -> i64 {
    (2 * over + under).div_euclid(2 * under)
}

fn sum(definition: &Definition, items: &[String], answers: &Answers) -> Option<i64> {
    items.iter().map(|id| answers.get(id).map(|value| counted(definition, id, *value))).sum()
}

/// What an answer counts: from the other end for a reversed item.
fn counted(definition: &Definition, id: &str, value: i64) -> i64 {
    if definition.scoring.reversed.contains(id) {
        ends(definition, id).map_or(value, |(low, high)| low + high - value)
    } else {
        value
    }
}

fn ends(definition: &Definition, id: &str) -> Option<(i64, i64)> {
    let values = || definition.item(id).into_iter().flat_map(|item| item.options.iter().map(|option| option.value));
    Some((values().min()?, values().max()?))
}

fn most(definition: &Definition, items: &[String]) -> i64 {
    ends_of(definition, items).1
}

/// The lowest and the highest sum of these items.
pub(super) fn ends_of(definition: &Definition, items: &[String]) -> (i64, i64) {
    let ends = items.iter().filter_map(|id| ends(definition, id));
    ends.fold((0, 0), |(least, most), (low, high)| (i64::saturating_add(least, low), i64::saturating_add(most, high)))
}

fn flags(definition: &Definition, answers: &Answers, score: &Score) -> Vec<String> {
    let mut flags: Vec<String> = definition
        .flags
        .iter()
        .filter(|flag| holds(&flag.rule, answers, score))
        .map(|flag| flag.label.clone())
        .collect();
    if let Some(criteria) = &definition.criteria {
        let met = criteria.at_least.iter().all(|(cluster, least)| {
            let items = definition.scoring.subscales.iter().find(|part| part.id == *cluster).map(|part| &part.items);
            let rated = items.into_iter().flatten().filter(|id| answers.get(*id) >= Some(&criteria.rated)).count();
            rated >= *least
        });
        if met && score.missing.is_empty() {
            flags.push(criteria.label.clone());
        }
    }
    flags
}

fn holds(rule: &str, answers: &Answers, score: &Score) -> bool {
    let Some(condition) = Condition::read(rule) else { return false };
    let part = || score.parts.iter().find(|part| part.id == condition.subject).and_then(|part| part.score);
    let value = match condition.subject.as_str() {
        "total" => score.total,
        subject => answers.get(subject).copied().or_else(part),
    };
    value.is_some_and(|value| condition.holds(value))
}
