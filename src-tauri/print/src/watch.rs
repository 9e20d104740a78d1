//! Watching pages being set: how far they are, and whether to go on.
//!
//! What must hold: a document that is stopped is stopped between two pieces of text, wherever Typst is then, and leaves
//! nothing. Typst has no word for it, so setting is left by unwinding, with a payload of ours that nobody else catches.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicU8, Ordering};

use crate::error::PrintError;

/// What is done to a document just now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// Its pages are set; so many hundredths of the matter are.
    Setting(u8),
    /// Pages are set; what speaks of their numbers is set again until it is right.
    Numbering,
    /// The file is made.
    Writing,
}

impl Step {
    /// As whoever waits reads it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Setting(_) => "Setting the pages",
            Self::Numbering => "Numbering the pages",
            Self::Writing => "Making the file",
        }
    }

    /// How much of it is done of how much; 0 of 0 where that is not known.
    pub const fn done(self) -> (u64, u64) {
        match self {
            Self::Setting(hundredths) => (hundredths as u64, 100),
            Self::Numbering | Self::Writing => (0, 0),
        }
    }
}

/// Who waits for a document.
pub trait Watch: Sync {
    fn at(&self, step: Step);
    /// Whether the document is not wanted any more. Asked many thousand times.
    fn stopped(&self) -> bool;
}

/// Two closures are a watch: what is told, and what is asked.
impl<At: Fn(Step) + Sync, Stopped: Fn() -> bool + Sync> Watch for (At, Stopped) {
    fn at(&self, step: Step) {
        self.0(step);
    }

    fn stopped(&self) -> bool {
        self.1()
    }
}

/// How far one document is. Typst sets it more than once; what is told only grows.
pub(crate) struct Course<'a> {
    watch: &'a dyn Watch,
    hundredths: AtomicU8,
}

struct Stopped;

impl<'a> Course<'a> {
    pub fn begin(watch: &'a dyn Watch) -> Self {
        watch.at(Step::Setting(0));
        Self { watch, hundredths: AtomicU8::new(0) }
    }

    pub fn passed(&self, hundredths: u8) {
        if self.hundredths.fetch_max(hundredths, Ordering::Relaxed) < hundredths {
            self.watch.at(if hundredths < 100 { Step::Setting(hundredths) } else { Step::Numbering });
        }
    }

    /// Leaves the work when the document is not wanted any more; [`Self::until_stopped`] catches it.
    pub fn go_on(&self) {
        if self.watch.stopped() {
            resume_unwind(Box::new(Stopped));
        }
    }

    /// Does the work, unless it is stopped.
    pub fn until_stopped<T>(&self, work: impl FnOnce() -> Result<T, PrintError>) -> Result<T, PrintError> {
        // Nothing that was half done is looked at again: the caches of Typst are emptied after every document.
        catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload: Box<dyn Any + Send>| {
            if payload.is::<Stopped>() { Err(PrintError::Stopped) } else { resume_unwind(payload) }
        })
    }
}
