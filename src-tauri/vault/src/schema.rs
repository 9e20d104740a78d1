//! What a practice brings: its migrations and the number that marks its files.

/// One step forward. Never edited after it landed: its checksum is kept in every vault it was applied to.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Migration {
    /// In steps of ten, rising.
    pub number: u32,
    pub name: &'static str,
    pub sql: &'static str,
}

/// The tables of a practice, as a list of steps.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Schema {
    /// Marks the file as ours (`pragma application_id`).
    pub application_id: i32,
    pub migrations: &'static [Migration],
}

impl Schema {
    /// The version of a vault with every migration applied (`pragma user_version`).
    pub fn version(&self) -> u32 {
        self.migrations.last().map_or(0, |last| last.number)
    }
}
