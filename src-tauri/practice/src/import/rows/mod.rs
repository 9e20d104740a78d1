//! What each file's lines become. One file here for each file of the folder.

pub(super) mod attendance;
pub(super) mod clients;
pub(super) mod consents;
pub(super) mod drug_tests;
pub(super) mod groups;
pub(super) mod notes;
pub(super) mod plans;
pub(super) mod sessions;
pub(super) mod staff;

use super::known::Kind;
use super::line::Line;
use super::pass::{Pass, Piece};
use super::reason::Reason;
use crate::kernel::Result;

/// The lines of one file.
pub(super) trait Rows: Sized {
    /// What they become.
    const KINDS: &'static [Kind];

    /// Before the first line.
    fn begin(pass: &Pass<'_, '_, '_>) -> Result<Self>;

    /// What a line becomes; an empty answer holds it back until the end of the file.
    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason>;

    /// Lines that were held back, with their numbers.
    fn held_back(&mut self) -> Vec<(u64, Vec<Piece>)> {
        Vec::new()
    }

    /// After the last line.
    fn end(&mut self, _: &mut Pass<'_, '_, '_>) -> Result<()> {
        Ok(())
    }
}
