//! What a group note offers and compares: open objectives, the one used last, and earlier lines, for everybody recorded
//! in a session at once.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use super::ipc::ObjectiveAnswer;
use super::{NoteFormat, store, template};
use crate::client::ClientId;
use crate::kernel::Result;
use crate::note_template::LINE;
use crate::plan::ObjectiveId;
use crate::session::SessionId;

/// By client.
#[derive(Default)]
pub(super) struct Histories {
    objectives: HashMap<ClientId, Vec<ObjectiveAnswer>>,
    last_used: HashMap<ClientId, ObjectiveId>,
    lines: HashMap<ClientId, Vec<String>>,
}

impl Histories {
    /// The objectives of a client, taken out, and the one to offer: used last, or the first.
    pub fn objectives(&mut self, client: ClientId) -> (Vec<ObjectiveAnswer>, Option<ObjectiveId>) {
        let objectives = self.objectives.remove(&client).unwrap_or_default();
        let last = self.last_used.get(&client).copied();
        let offered = last
            .filter(|last| objectives.iter().any(|objective| objective.id == *last))
            .or_else(|| objectives.first().map(|objective| objective.id));
        (objectives, offered)
    }

    /// Whether a client has this objective.
    pub fn has(&self, client: ClientId, objective: ObjectiveId) -> bool {
        self.objectives.get(&client).is_some_and(|own| own.iter().any(|line| line.id == objective))
    }

    /// The last lines of a client, the newest first.
    pub fn lines(&self, client: ClientId) -> &[String] {
        self.lines.get(&client).map_or(&[], Vec::as_slice)
    }
}

/// Three queries, whatever the size of the group.
pub(super) fn histories(sql: &Connection, session: SessionId) -> Result<Histories> {
    let mut histories = Histories::default();
    let mut statement = sql.prepare_cached(include_str!("sql/group_objectives.sql"))?;
    let mut rows = statement.query(named_params! { ":session": session })?;
    while let Some(row) = rows.next()? {
        let answer = ObjectiveAnswer {
            id: row.get("id")?,
            label: row.get("label")?,
            words: row.get("words")?,
            progress: row.get("progress")?,
        };
        histories.objectives.entry(row.get("client")?).or_default().push(answer);
    }
    let mut statement = sql.prepare_cached(include_str!("sql/group_last_used.sql"))?;
    let mut rows = statement.query(named_params! { ":session": session })?;
    while let Some(row) = rows.next()? {
        histories.last_used.insert(row.get("client")?, row.get("objective")?);
    }
    let mut statement = sql.prepare_cached(include_str!("sql/group_lines.sql"))?;
    let mut rows = statement.query(named_params! { ":session": session })?;
    while let Some(row) = rows.next()? {
        let sections: String = row.get("sections")?;
        let line = store::sections_of(&sections, template::sections(NoteFormat::Group))?
            .into_iter()
            .find(|(key, _)| key == LINE)
            .map(|(_, text)| text);
        histories.lines.entry(row.get("client")?).or_default().extend(line.filter(|line| !line.is_empty()));
    }
    Ok(histories)
}
