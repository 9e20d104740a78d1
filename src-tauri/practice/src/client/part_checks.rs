//! What may be typed into each part of a chart: one sentence for every fault.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::parts::{
    ContactFields, DiagnosisFields, EmergencyContactFields, InsuranceFields, LicenseFields, MedicationFields,
    WorkFields,
};
use super::{ContactKind, PartId, Remission};
use crate::kernel::{Check, Result};
use crate::panel;

const ORDER: &str = "Choose the first day or a later one.";

/// The end of a span lies on its first day or after it.
fn ordered<D: PartialOrd>(from: Option<D>, until: Option<D>) -> bool {
    from.zip(until).is_none_or(|(from, until)| from <= until)
}

impl ContactFields {
    pub(super) fn checked(self, check: &mut Check, at: &str) -> Self {
        let field = format!("{at}value");
        let value = check.required(&field, &self.value, 120, "Type the number or the address.");
        if self.kind == ContactKind::Email {
            let (name, place) = value.split_once('@').unwrap_or(("", ""));
            let right = !name.is_empty() && place.contains('.') && !value.contains(char::is_whitespace);
            check.ensure(value.is_empty() || right, &field, "Type the whole address, such as name@example.org.");
        } else {
            let digits = value.chars().filter(char::is_ascii_digit).count();
            check.ensure(value.is_empty() || digits >= 7, &field, "Type the number with its area code.");
        }
        let message_is_safe = self.message_is_safe && (self.call_is_safe || self.kind == ContactKind::Email);
        Self { value, message_is_safe, ..self }
    }
}

impl EmergencyContactFields {
    pub(super) fn checked(self, check: &mut Check, at: &str) -> Self {
        Self {
            name: check.required(&format!("{at}name"), &self.name, 120, "Type the name."),
            relationship: check.optional(&format!("{at}relationship"), &self.relationship, 60),
            phone: check.required(&format!("{at}phone"), &self.phone, 60, "Type the number with its area code."),
            ..self
        }
    }
}

impl InsuranceFields {
    pub(super) fn checked(self, check: &mut Check, at: &str) -> Self {
        let first_three = (1..=3).contains(&self.position);
        check.ensure(first_three, &format!("{at}position"), "Choose whether it is billed first, second or third.");
        check.ensure(ordered(self.starts_on, self.ends_on), &format!("{at}ends_on"), ORDER);
        Self {
            payer: check.required(&format!("{at}payer"), &self.payer, 120, "Type who pays."),
            member_number: check.optional(&format!("{at}member_number"), &self.member_number, 60),
            group_number: check.optional(&format!("{at}group_number"), &self.group_number, 60),
            subscriber: check.optional(&format!("{at}subscriber"), &self.subscriber, 120),
            ..self
        }
    }
}

impl LicenseFields {
    pub(super) fn checked(self, check: &mut Check, at: &str) -> Self {
        Self {
            label: check.required(&format!("{at}label"), &self.label, 40, "Type the license, such as RN or MD."),
            state: check.optional(&format!("{at}state"), &self.state, 40),
            number: check.optional(&format!("{at}number"), &self.number, 40),
            board: check.optional(&format!("{at}board"), &self.board, 120),
            monitoring_program: check.optional(&format!("{at}monitoring_program"), &self.monitoring_program, 120),
            ..self
        }
    }
}

impl WorkFields {
    pub(super) fn checked(self, check: &mut Check, at: &str) -> Self {
        check.ensure(ordered(self.starts_on, self.ends_on), &format!("{at}ends_on"), ORDER);
        let field = format!("{at}employer");
        let idle = self.pattern == super::WorkPattern::NotWorking;
        let employer = check.optional(&field, &self.employer, 120);
        check.ensure(idle || !employer.is_empty(), &field, "Type where the client works.");
        Self {
            employer,
            unit: check.optional(&format!("{at}unit"), &self.unit, 120),
            position: check.optional(&format!("{at}position"), &self.position, 120),
            pattern_words: check.optional(&format!("{at}pattern_words"), &self.pattern_words, 200),
            ..self
        }
    }
}

impl MedicationFields {
    pub(super) fn checked(self, check: &mut Check, at: &str) -> Self {
        check.ensure(ordered(self.started_on, self.stopped_on), &format!("{at}stopped_on"), ORDER);
        Self {
            name: check.required(&format!("{at}name"), &self.name, 120, "Type the medication."),
            dose: check.optional(&format!("{at}dose"), &self.dose, 60),
            frequency: check.optional(&format!("{at}frequency"), &self.frequency, 60),
            prescriber: check.optional(&format!("{at}prescriber"), &self.prescriber, 120),
            shows_as: keys(&check.optional(&format!("{at}shows_as"), &self.shows_as, 200)).join(","),
            ..self
        }
    }
}

/// The keys in a stored or typed `shows_as`.
fn keys(text: &str) -> Vec<&str> {
    text.split(',').map(str::trim).filter(|key| !key.is_empty()).collect()
}

/// A medication shows as substances that a drug test looks for, or as what it was said to show as before: a
/// key that no test knows would make every test of the client unexpected, or none.
pub(super) fn substances(
    fields: &MedicationFields,
    sql: &Connection,
    check: &mut Check,
    of: Option<PartId>,
) -> Result<()> {
    let chosen = keys(&fields.shows_as);
    if chosen.is_empty() {
        return Ok(());
    }
    let known = panel::substances(sql)?;
    let mut statement = sql.prepare_cached("select shows_as from medication where id = :id")?;
    let before: Option<String> = of
        .map(|id| statement.query_row(named_params! { ":id": id }, |row| row.get(0)).optional())
        .transpose()?
        .flatten();
    let said = keys(before.as_deref().unwrap_or_default());
    let all_known = chosen.iter().all(|key| known.contains(*key) || said.contains(key));
    check.ensure(all_known, "shows_as", "Choose substances that a drug test looks for.");
    Ok(())
}

/// Whether a code is written as ICD-10-CM writes its codes: "F11.20".
fn is_code(code: &str) -> bool {
    let (category, rest) = code.split_once('.').unwrap_or((code, ""));
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric());
    let begins = category.starts_with(|c: char| c.is_ascii_alphabetic());
    let second = category.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let right = if code.contains('.') { (1..=4).contains(&rest.len()) } else { rest.is_empty() };
    category.len() == 3 && begins && second && plain(category) && right && plain(rest)
}

impl DiagnosisFields {
    pub(super) fn checked(self, check: &mut Check, at: &str) -> Self {
        check.ensure(ordered(self.diagnosed_on, self.resolved_on), &format!("{at}resolved_on"), ORDER);
        let in_order = (1..=99).contains(&self.position);
        check.ensure(in_order, &format!("{at}position"), "Type 1 for the principal diagnosis, 2 for the next.");
        let somewhere = !self.controlled_environment || self.remission != Remission::None;
        check.ensure(
            somewhere,
            &format!("{at}remission"),
            "Choose early or sustained remission, or leave the environment out.",
        );
        let code = check.required(&format!("{at}code"), &self.code, 10, "Choose a diagnosis by its code or words.");
        let written = code.is_empty() || is_code(&code);
        check.ensure(written, &format!("{at}code"), "Type the code as ICD-10-CM writes it, such as F11.20.");
        Self {
            code: code.to_uppercase(),
            words: check.required(&format!("{at}words"), &self.words, 300, "Type the words of the diagnosis."),
            specifier: check.optional(&format!("{at}specifier"), &self.specifier, 200),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_written_as_the_set_writes_it() {
        for (code, expected) in [
            ("F11.20", true),
            ("f10.9", true),
            ("Z79.891", true),
            ("F32A", false),
            ("I10", true),
            ("C4A.1", true),
            ("F11.", false),
            ("F1", false),
            ("F11.20000", false),
            ("11.20", false),
            ("opioid", false),
            ("F11 20", false),
        ] {
            assert_eq!(is_code(code), expected, "{code}");
        }
    }

    #[test]
    fn keys_are_read_from_what_was_typed() {
        assert_eq!(keys(" bup, nbup ,,"), ["bup", "nbup"]);
        assert_eq!(keys(""), [] as [&str; 0]);
    }
}
