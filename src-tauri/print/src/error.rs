//! Why a paper could not be made. No variant carries content: a place in one of our own templates at most.

use thiserror::Error;

#[derive(Debug, Error, PartialEq, Eq)]
pub enum PrintError {
    /// The caller named a template that was never written.
    #[error("there is no template called {0}")]
    UnknownTemplate(String),

    /// A font or template compiled into the program does not parse: the program itself is damaged.
    #[error("{0} in this program cannot be read")]
    Broken(&'static str),

    /// The content is larger than any paper of a practice.
    #[error("the content has {bytes} bytes, more than the {limit} a document may have")]
    TooLarge { bytes: usize, limit: usize },

    /// The content lacks what the template needs, or has it in another shape. The message of Typst is dropped on
    /// purpose, since it may quote the content; the line leads to the cause.
    #[error("the content does not fit the template {template}{}", at(.line))]
    Unfit { template: String, line: Option<TemplateLine> },

    /// Who waited for it does not want it any more.
    #[error("the document was stopped")]
    Stopped,

    /// The pages were set but the PDF could not be written.
    #[error("the pages of {template} could not be written as PDF")]
    Export { template: String },
}

/// A line of a template, counted from one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateLine {
    pub file: &'static str,
    pub line: usize,
}

fn at(place: &Option<TemplateLine>) -> String {
    place.as_ref().map(|place| format!(" ({} line {})", place.file, place.line)).unwrap_or_default()
}
