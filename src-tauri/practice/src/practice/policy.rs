//! Policies: rules and thresholds of the program as data, each with a default, its source, and an effective date.
//!
//! A mark of `verified` says that the source was read in a primary text; everything else is from memory or common
//! practice and stays an editable default (facts.md).

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PolicyId, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Moment, Result, Tag, View};

/// What kind of value a policy holds.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Shape {
    /// A whole number between two bounds.
    Whole(i64, i64),
    /// `yes` or `no`.
    YesNo,
}

/// One policy as the program ships it.
pub struct Definition {
    pub key: &'static str,
    pub group: &'static str,
    pub label: &'static str,
    pub help: &'static str,
    pub unit: &'static str,
    pub default: &'static str,
    pub shape: Shape,
    /// Where the default comes from.
    pub source: &'static str,
    /// Whether the source was read in a primary text.
    pub verified: bool,
}

macro_rules! policies {
    ($($group:literal { $($name:ident $key:literal $label:literal $help:literal $unit:literal $default:literal $shape:expr, $source:literal $verified:literal;)+ })+) => {
        $($(#[doc = $label] pub const $name: &str = $key;)+)+
        /// Every policy, in the order of the settings screen.
        pub const DEFINITIONS: &[Definition] = &[$($(Definition {
            key: $key, group: $group, label: $label, help: $help, unit: $unit, default: $default, shape: $shape,
            source: $source, verified: $verified,
        }),+),+];
    };
}

use Shape::{Whole, YesNo};

policies! {
    "Hours" {
        HOURS_2_1 "hours_2_1" "Hours a week at level 2.1" "The least treatment hours a client is owed in a program week." "hours" "9" Whole(1, 40), "42 CFR 410.44 and ASAM level 2.1: at least 9 hours a week" true;
        HOURS_2_5 "hours_2_5" "Hours a week at level 2.5" "The least treatment hours a week in partial hospitalization." "hours" "20" Whole(1, 60), "ASAM level 2.5: 20 hours or more" false;
        HOURS_1 "hours_1_0" "Hours a week at level 1" "What is planned for a client in aftercare." "hours" "2" Whole(0, 8), "Common practice; set your own" false;
        BILLABLE_DAY "billable_day_hours" "Attended hours of a billable day" "A day with fewer attended hours is shown as short." "hours" "3" Whole(1, 8), "HCPCS H0015: at least 3 hours a day and 3 days a week" true;
        PARTIAL_WEEK "partial_week_share" "A partial week owes its share" "With no, a week in which the stay begins or ends owes nothing. With yes, it owes a seventh of the week's hours for each day of the stay." "" "no" YesNo, "Common practice; set your own" false;
        LEVEL_CHANGE "level_change_share" "A change of level splits its week" "With no, the level on the last day of the week decides. With yes, each level owes a seventh of its hours for each of its days." "" "no" YesNo, "Common practice; set your own" false;
    }
    "What counts toward the week" {
        WEEK_GROUP "counts_group" "Weekly hours: a group" "Whether its attended minutes count toward the hours of the program week." "" "yes" YesNo, "Common practice; ask each payer" false;
        WEEK_INDIVIDUAL "counts_individual" "Weekly hours: an individual session" "Whether its attended minutes count toward the hours of the program week." "" "yes" YesNo, "Common practice; ask each payer" false;
        WEEK_FAMILY "counts_family" "Weekly hours: a family session" "Whether its attended minutes count toward the hours of the program week." "" "yes" YesNo, "Common practice; ask each payer" false;
        WEEK_ASSESSMENT "counts_assessment" "Weekly hours: an assessment" "Whether its attended minutes count toward the hours of the program week." "" "yes" YesNo, "Common practice; ask each payer" false;
        WEEK_EDUCATION "counts_education" "Weekly hours: education" "Whether its attended minutes count toward the hours of the program week." "" "yes" YesNo, "Common practice; ask each payer" false;
        WEEK_CRISIS "counts_crisis" "Weekly hours: a crisis session" "Whether its attended minutes count toward the hours of the program week." "" "yes" YesNo, "Common practice; ask each payer" false;
        WEEK_CASE_MANAGEMENT "counts_case_management" "Weekly hours: case management" "Whether its attended minutes count toward the hours of the program week." "" "no" YesNo, "Common practice; ask each payer" false;
    }
    "What counts toward a billable day" {
        DAY_GROUP "billable_group" "Billable day: a group" "Whether its attended minutes count toward the hours of a billable day." "" "yes" YesNo, "Common practice; ask each payer" false;
        DAY_INDIVIDUAL "billable_individual" "Billable day: an individual session" "Whether its attended minutes count toward the hours of a billable day." "" "yes" YesNo, "Common practice; ask each payer" false;
        DAY_FAMILY "billable_family" "Billable day: a family session" "Whether its attended minutes count toward the hours of a billable day." "" "yes" YesNo, "Common practice; ask each payer" false;
        DAY_ASSESSMENT "billable_assessment" "Billable day: an assessment" "Whether its attended minutes count toward the hours of a billable day." "" "yes" YesNo, "Common practice; ask each payer" false;
        DAY_EDUCATION "billable_education" "Billable day: education" "Whether its attended minutes count toward the hours of a billable day." "" "yes" YesNo, "Common practice; ask each payer" false;
        DAY_CRISIS "billable_crisis" "Billable day: a crisis session" "Whether its attended minutes count toward the hours of a billable day." "" "yes" YesNo, "Common practice; ask each payer" false;
        DAY_CASE_MANAGEMENT "billable_case_management" "Billable day: case management" "Whether its attended minutes count toward the hours of a billable day." "" "no" YesNo, "Common practice; ask each payer" false;
    }
    "Groups" {
        CAP_PROCESS "group_cap_process" "Members of a process group" "Above this the app warns and asks for a reason." "people" "12" Whole(2, 60), "Common payer rule; process groups of 8 to 10 are ideal" false;
        CAP_EDUCATION "group_cap_education" "Members of an education group" "Above this the app warns and asks for a reason." "people" "35" Whole(2, 100), "26 TAC 564.902 (Texas): 35 in education groups" true;
    }
    "Intake and discharge" {
        DISCHARGE_SUMMARY "discharge_summary_days" "Days until a discharge summary is due" "Counted from the last day of the stay." "days" "15" Whole(1, 60), "State and accreditor rules run from 15 to 30 days" false;
        PACKET_BLOCKS "packet_blocks_groups" "No group before the intake packet" "With yes, a client joins no group before every named item of the packet is there. A director can go on with a typed reason." "" "no" YesNo, "Common practice; set your own" false;
    }
    "Notes and plans" {
        NOTE_DUE "note_due_hours" "Hours until a note is due" "Counted from the end of the session." "hours" "72" Whole(1, 720), "State, accreditor and payer rules run from 24 to 72 hours" false;
        COSIGN_DUE "cosign_due_days" "Days until a cosignature is due" "Counted from the author's signature." "days" "7" Whole(1, 60), "Common practice; set your own" false;
        PLAN_REVIEW "plan_review_days" "Days between plan reviews" "Counted from the plan or its last review." "days" "30" Whole(1, 365), "Typical for intensive outpatient programs" false;
        PLAN_FIRST "plan_first_days" "Days until the first plan" "Counted from the admission." "days" "7" Whole(1, 60), "State rules run from two sessions to 7 working days" false;
        LATE_ENTRY "late_entry_hours" "Hours after which an entry is labeled late" "A late entry always shows both times." "hours" "24" Whole(1, 720), "Common practice; set your own" false;
        NOTE_ALIKE "note_alike_percent" "Words in common before notes are said to read alike" "Of the longer text, in the same order. Lower finds more copies and warns more often." "percent" "75" Whole(50, 100), "Our measurement on invented notes; set your own" false;
    }
    "Outcomes" {
        PCL5_CUTOFF "pcl5_cutoff" "PCL-5 total from which to assess further" "What was scored before stays as it was scored." "points" "31" Whole(31, 33), "National Center for PTSD: 31 to 33 suggested" true;
    }
    "Drug tests" {
        TEST_INTERVAL "test_interval_days" "Days without a test before a flag" "Shown on the caseload; a program tier may set its own." "days" "14" Whole(1, 180), "Common practice; set your own" false;
        TEMPERATURE_MINUTES "temperature_minutes" "Minutes to read the temperature" "A later reading is not counted." "minutes" "4" Whole(1, 30), "49 CFR 40.65: within 4 minutes" true;
        TEMPERATURE_LOW "temperature_low_f" "Lowest temperature of urine" "A colder specimen read in time is invalid." "°F" "90" Whole(80, 97), "49 CFR 40.65: 90 to 100 °F" true;
        TEMPERATURE_HIGH "temperature_high_f" "Highest temperature of urine" "A warmer specimen read in time is invalid." "°F" "100" Whole(98, 110), "49 CFR 40.65: 90 to 100 °F" true;
        LEAST_VOLUME "least_volume_ml" "Least volume of urine" "A smaller specimen is shown as short." "mL" "45" Whole(1, 100), "49 CFR 40.65: 45 mL" true;
        LOWEST_PH "lowest_ph_tenths" "Tenths of pH below which urine is adulterated" "From here up to 4.5 it is invalid. 30 is pH 3, 40 is pH 4." "tenths of pH" "30" Whole(20, 45), "10 CFR 26.161: below 3. HHS guidelines since 2017, from memory: below 4" true;
        UNABLE_MINUTES "unable_minutes" "Minutes to wait for a specimen" "Counted from the first try; the screen shows what is left." "minutes" "180" Whole(15, 480), "49 CFR 40.193, from memory: up to 3 hours" false;
        UNABLE_OUNCES "unable_ounces" "Ounces to drink while waiting" "More is warned about: too much water dilutes the specimen and can harm." "ounces" "40" Whole(8, 80), "49 CFR 40.193, from memory: up to 40 ounces" false;
        OBSERVER_WISH "observer_wish" "Ask whom the client would rather have observe" "With yes, an observed collection without an answer is shown as such. What the client says is kept; nothing is guessed of anybody." "" "yes" YesNo, "49 CFR 40.67, from memory: an observer of the same gender" false;
        BREATH_WAIT "breath_wait_minutes" "Minutes between two breath readings" "A second reading before that is shown as early." "minutes" "15" Whole(1, 60), "49 CFR 40.251, from memory: at least 15 minutes" false;
        MOUTH_WAIT "mouth_wait_minutes" "Minutes without food or drink before oral fluid" "A shorter wait is shown." "minutes" "10" Whole(1, 60), "49 CFR 40.72, from memory: 10 minutes" false;
        CUSTODY_HOURS "custody_gap_hours" "Hours between two hand-offs before a gap" "A longer time between a release and the next receipt is shown as a gap." "hours" "48" Whole(1, 336), "Common practice; set your own" false;
        ETG_LOW "etg_low" "EtG that may be exposure" "Less than this can come from hand sanitizer and the like alone." "ng/mL" "500" Whole(50, 5000), "Cut-offs of 100, 250, 500 and 1,000 are all in use; set your laboratory's" false;
        ETS_LOW "ets_low" "EtS that may be exposure" "Less than this can come from hand sanitizer and the like alone." "ng/mL" "100" Whole(10, 1000), "One laboratory's rule: EtG from 250 or EtS from 100" false;
        ALCOHOL_HOURS "alcohol_hours" "Hours in which EtG and EtS can be found" "Said beside a result." "hours" "72" Whole(12, 168), "Common practice, from memory; ask your laboratory" false;
        PETH_LOW "peth_low" "PEth below which it is not taken as drinking" "Said beside a result." "ng/mL" "20" Whole(1, 199), "Bands of 20 and 200 ng/mL, from memory; ask your laboratory" false;
        PETH_HIGH "peth_high" "PEth from which it fits with much drinking" "Said beside a result." "ng/mL" "200" Whole(50, 2000), "Bands of 20 and 200 ng/mL, from memory; ask your laboratory" false;
        TREND_RATIO "trend_ratio_percent" "Ratio that fits with new intake" "An amount divided by creatinine, in percent of the one before." "percent" "150" Whole(101, 1000), "A ratio of 1.5 is common for THC, from memory; ask your toxicologist" false;
        DILUTE_STREAK "dilute_streak" "Dilute specimens one after the other to point out" "Shown on the test and the chart." "specimens" "2" Whole(2, 10), "Common practice; set your own" false;
        AFTER_SHIFT "after_shift_minutes" "Minutes after a shift to come for a test" "Who works has until then, by the work pattern or the end of the shift that they name." "minutes" "120" Whole(15, 720), "Common practice: two hours after the shift" false;
    }
    "Privacy" {
        PART_2 "part_2_applies" "42 CFR Part 2 applies to this practice" "Switch off only when counsel confirms that the practice is not a federally assisted program." "" "yes" YesNo, "42 CFR 2.11, 2.12(b)" true;
        CONSENT_WARN "consent_warn_days" "Days before a consent ends to say so" "Shown on the chart and the caseload." "days" "30" Whole(1, 180), "Common practice; set your own" false;
    }
}

/// A value from a date on.
#[derive(Debug, Serialize, TS)]
pub struct PolicyValue {
    /// Whom it holds for; empty for everybody.
    pub payer: String,
    /// Empty: from then on the payer has no rule of its own.
    pub value: String,
    pub effective_on: NaiveDate,
    pub by: String,
    pub at: Moment,
}

/// A policy as settings show it.
#[derive(Debug, Serialize, TS)]
pub struct Policy {
    pub key: String,
    pub group: String,
    pub label: String,
    pub help: String,
    pub unit: String,
    /// The value that holds today.
    pub value: String,
    pub default: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
    /// Where the default comes from.
    pub source: String,
    pub verified: bool,
    /// Since when the value holds; absent for a default.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<NaiveDate>,
    /// A payer may have its own value.
    pub by_payer: bool,
    /// What holds today for the payers that have a value of their own, by name.
    pub payers: Vec<PolicyValue>,
    /// Every chosen value, also those from a later date on, the latest first.
    pub history: Vec<PolicyValue>,
}

/// The request of `policy.set`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetPolicy {
    pub key: String,
    pub value: String,
    /// The first date it holds.
    pub effective_on: NaiveDate,
    /// The payer it holds for; for everybody when left out. An empty value takes the payer's own rule away.
    #[serde(default)]
    #[ts(optional)]
    pub payer: Option<String>,
}

/// Groups of rules that a payer may have its own of.
const BY_PAYER: [&str; 3] = ["Hours", "What counts toward the week", "What counts toward a billable day"];

impl Definition {
    fn is_by_payer(&self) -> bool {
        BY_PAYER.contains(&self.group)
    }
}

/// The value of a policy on a date: the practice's own, or the default.
pub fn value_on(sql: &Connection, key: &'static str, on: NaiveDate) -> Result<String> {
    let chosen = store::policy_on(sql, key, on)?;
    Ok(chosen.unwrap_or_else(|| definition(key).map_or(String::new(), |definition| definition.default.into())))
}

/// The whole number a policy holds on a date.
pub fn whole_on(sql: &Connection, key: &'static str, on: NaiveDate) -> Result<i64> {
    Ok(value_on(sql, key, on)?.parse().unwrap_or_default())
}

/// A value somebody chose.
struct Chosen {
    /// As [`payer_key`] makes it; empty for the general rule.
    payer: String,
    from: NaiveDate,
    /// Empty: from then on the payer has no rule of its own.
    value: String,
}

/// A payer's name as it is compared: how it was capitalized and spaced says nothing.
pub fn payer_key(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Every chosen value, read once, for rules that ask about many dates.
pub struct Dated {
    /// By key; the latest date first.
    chosen: HashMap<String, Vec<Chosen>>,
}

impl Dated {
    /// Reads what the practice chose.
    pub fn of(sql: &Connection) -> Result<Self> {
        let mut chosen: HashMap<String, Vec<Chosen>> = HashMap::new();
        for row in store::policies(sql)? {
            let one = Chosen { payer: payer_key(&row.payer), from: row.effective_on, value: row.value };
            chosen.entry(row.key).or_default().push(one);
        }
        Ok(Self { chosen })
    }

    /// The defaults with some values chosen: key, first date, value.
    #[cfg(test)]
    #[allow(clippy::unwrap_used)]
    pub(crate) fn chosen(values: &[(&str, &str, &str)]) -> Self {
        let mut chosen: HashMap<String, Vec<Chosen>> = HashMap::new();
        for (key, from, value) in values {
            let one = Chosen { payer: String::new(), from: from.parse().unwrap(), value: (*value).to_owned() };
            chosen.entry((*key).to_owned()).or_default().push(one);
        }
        for list in chosen.values_mut() {
            list.sort_by_key(|chosen| std::cmp::Reverse(chosen.from));
        }
        Self { chosen }
    }

    /// Whether any rule names a payer.
    pub fn names_payers(&self) -> bool {
        self.chosen.values().flatten().any(|chosen| !chosen.payer.is_empty())
    }

    fn latest(&self, key: &str, payer: &str, on: NaiveDate) -> Option<&str> {
        let mut values = self.chosen.get(key)?.iter();
        values.find(|chosen| chosen.from <= on && chosen.payer == payer).map(|chosen| chosen.value.as_str())
    }

    /// The value that holds on a date: the practice's own, or the default.
    pub fn value(&self, key: &str, on: NaiveDate) -> &str {
        let own = self.latest(key, "", on);
        own.unwrap_or_else(|| definition(key).map_or("", |definition| definition.default))
    }

    /// The value that holds for a payer, as [`payer_key`] makes it: its own, or the general one.
    pub fn value_for(&self, key: &str, payer: &str, on: NaiveDate) -> &str {
        self.of_payer(key, payer, on).unwrap_or_else(|| self.value(key, on))
    }

    /// Whether a payer has a rule of its own on a date.
    pub fn is_payers(&self, key: &str, payer: &str, on: NaiveDate) -> bool {
        self.of_payer(key, payer, on).is_some()
    }

    fn of_payer(&self, key: &str, payer: &str, on: NaiveDate) -> Option<&str> {
        if payer.is_empty() {
            return None;
        }
        self.latest(key, payer, on).filter(|value| !value.is_empty())
    }

    /// The whole number that holds on a date.
    pub fn whole(&self, key: &str, on: NaiveDate) -> i64 {
        self.value(key, on).parse().unwrap_or_default()
    }

    /// Whether it is yes on a date.
    pub fn yes(&self, key: &str, on: NaiveDate) -> bool {
        self.value(key, on) == "yes"
    }
}

fn definition(key: &str) -> Option<&'static Definition> {
    DEFINITIONS.iter().find(|definition| definition.key == key)
}

pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<Policy>> {
    let rows = store::policies(view.sql)?;
    let today = view.today();
    Ok(DEFINITIONS.iter().map(|definition| shown(definition, &rows, today)).collect())
}

fn shown(definition: &Definition, rows: &[store::PolicyRow], today: NaiveDate) -> Policy {
    let own = || rows.iter().filter(|row| row.key == definition.key);
    let holds = own().find(|row| row.payer.is_empty() && row.effective_on <= today);
    let bounds = match definition.shape {
        Whole(least, most) => (Some(least), Some(most)),
        YesNo => (None, None),
    };
    Policy {
        key: definition.key.into(),
        group: definition.group.into(),
        label: definition.label.into(),
        help: definition.help.into(),
        unit: definition.unit.into(),
        value: holds.map_or(definition.default.into(), |row| row.value.clone()),
        default: definition.default.into(),
        minimum: bounds.0,
        maximum: bounds.1,
        source: definition.source.into(),
        verified: definition.verified,
        effective_on: holds.map(|row| row.effective_on),
        by_payer: definition.is_by_payer(),
        payers: of_payers(own().filter(|row| !row.payer.is_empty() && row.effective_on <= today)),
        history: own().map(value_of).collect(),
    }
}

/// The first of each payer, which is its latest, by name; those that fell back to the general rule are left out.
fn of_payers<'a>(rows: impl Iterator<Item = &'a store::PolicyRow>) -> Vec<PolicyValue> {
    let mut latest: std::collections::BTreeMap<String, &store::PolicyRow> = std::collections::BTreeMap::new();
    for row in rows {
        latest.entry(payer_key(&row.payer)).or_insert(row);
    }
    latest.into_values().filter(|row| !row.value.is_empty()).map(value_of).collect()
}

fn value_of(row: &store::PolicyRow) -> PolicyValue {
    PolicyValue {
        payer: row.payer.clone(),
        value: row.value.clone(),
        effective_on: row.effective_on,
        by: row.by.clone(),
        at: row.at,
    }
}

/// The payers that insurances name, each once, by name: for whom a rule may hold.
pub(super) fn payers(view: &View<'_>, _: Nothing) -> Result<Vec<String>> {
    let mut statement = view.sql.prepare_cached(
        "select payer
         from insurance
         where voided_at is null and payer <> ''
         group by payer
         order by payer collate nocase",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    let mut payers: Vec<String> = rows.collect::<rusqlite::Result<_>>()?;
    payers.dedup_by_key(|name| payer_key(name));
    Ok(payers)
}

/// Chooses a value from a date on. A second choice for the same date replaces the first, which stays in the history.
///
/// # Errors
/// `not_found` for an unknown key, `invalid` for a value out of bounds.
pub(super) fn set(tx: &mut Tx<'_, '_>, request: SetPolicy) -> Result<Done> {
    let definition = definition(&request.key).ok_or_else(|| crate::kernel::Refusal::not_found("setting"))?;
    let mut check = Check::new();
    let payer = check.optional("payer", request.payer.as_deref().unwrap_or_default(), 80);
    check.ensure(payer.is_empty() || definition.is_by_payer(), "payer", "This rule holds for every payer.");
    let takes_away = !payer.is_empty() && request.value.is_empty();
    match definition.shape {
        _ if takes_away => {}
        Whole(least, most) => check.ensure(
            request.value.parse().is_ok_and(|value: i64| (least..=most).contains(&value)),
            "value",
            format!("Type a whole number from {least} to {most}."),
        ),
        YesNo => check.ensure(matches!(request.value.as_str(), "yes" | "no"), "value", "Choose yes or no."),
    }
    check.done()?;
    let same_date = store::policies(tx.sql())?.into_iter().find(|row| {
        let of_payer = payer_key(&row.payer) == payer_key(&payer);
        row.key == request.key && row.effective_on == request.effective_on && of_payer
    });
    let id = match same_date {
        Some(row) => {
            tx.revise(Table::Policy, row.id, row.rev)?;
            store::update_policy(tx, row.id, &request.value)?;
            row.id
        }
        None => {
            let id: PolicyId = tx.id();
            store::insert_policy(tx, id, (&request.key, &payer), &request.value, request.effective_on)?;
            id
        }
    };
    tx.wrote(Table::Policy, id, None)?;
    tx.touch(Tag::Policy);
    Ok(Done {})
}
