//! Field checks that collect every fault before answering, so that a form shows all of them at once.

use super::refusal::{FieldFault, Refusal, Result, Rule};

/// Collects faults by field.
#[derive(Default)]
pub struct Check(Vec<FieldFault>);

impl Check {
    /// An empty list of faults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn fault(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(FieldFault { field: field.into(), message: message.into() });
    }

    /// Adds a fault unless the condition holds.
    pub fn ensure(&mut self, holds: bool, field: &str, message: impl Into<String>) {
        if !holds {
            self.fault(field, message);
        }
    }

    /// Adds the words of a rule that stops it.
    pub fn rule(&mut self, field: &str, allowed: Result<(), impl Rule>) {
        if let Err(rule) = allowed {
            self.fault(field, rule.words());
        }
    }

    /// The text without outer white space; a fault when it is empty or longer than `most` characters.
    pub fn required(&mut self, field: &str, text: &str, most: usize, message: &str) -> String {
        let trimmed = text.trim();
        self.ensure(!trimmed.is_empty(), field, message);
        self.at_most(field, trimmed, most)
    }

    /// The text without outer white space; a fault when it is longer than `most` characters.
    pub fn optional(&mut self, field: &str, text: &str, most: usize) -> String {
        self.at_most(field, text.trim(), most)
    }

    fn at_most(&mut self, field: &str, text: &str, most: usize) -> String {
        let length = text.chars().count();
        self.ensure(length <= most, field, format!("{length} characters are too many here. Use {most} or fewer."));
        let control = text.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
        self.ensure(!control, field, "This holds an invisible control character. Type it again without it.");
        text.to_owned()
    }

    /// Every fault so far, for a list of what is missing.
    pub fn faults(self) -> Vec<FieldFault> {
        self.0
    }

    /// Ends the check.
    ///
    /// # Errors
    /// [`Refusal`] with code `invalid` when any fault was added.
    pub fn done(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::invalid(self.0)) }
    }
}
