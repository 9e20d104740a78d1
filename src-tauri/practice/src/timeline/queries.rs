//! The versions of one record, the newest first.

use std::collections::HashMap;

use super::ipc::{TimelineField, TimelineRequest, TimelineVersion};
use super::{RecordOf, words};
use crate::client::ClientId;
use crate::kernel::history::{self, Kept, Table};
use crate::kernel::{Info, Refusal, Result, RowId, Verb, View};
use crate::note::{self, NoteId};

/// Every version of a record that this person may see.
pub(super) fn get(view: &View<'_>, request: TimelineRequest) -> Result<Vec<TimelineVersion>> {
    let id = request.id.uuid();
    let (table, info) = match request.of {
        RecordOf::Note => return notes(view, id),
        RecordOf::Task => return own(view, Table::Task, id),
        RecordOf::Snippet => return own(view, Table::Snippet, id),
        RecordOf::Group => return groups(view, id),
        RecordOf::Client => (Table::Client, Info::Identity),
        RecordOf::Contact => (Table::Contact, Info::Identity),
        RecordOf::EmergencyContact => (Table::EmergencyContact, Info::Identity),
        RecordOf::Insurance => (Table::Insurance, Info::Billing),
        RecordOf::License => (Table::License, Info::Identity),
        RecordOf::Work => (Table::Work, Info::Identity),
        RecordOf::Medication => (Table::Medication, Info::Notes),
        RecordOf::Diagnosis => (Table::Diagnosis, Info::Notes),
        RecordOf::Agreement => (Table::Agreement, Info::Consents),
        RecordOf::Inquiry => (Table::Inquiry, Info::Identity),
    };
    let kept = history::timeline(view.sql, table, id)?;
    let client = match table {
        Table::Client => Some(ClientId::of(id)),
        _ => kept.last().and_then(|newest| newest.client()).map(ClientId::of),
    };
    view.reach(info, Verb::Read, client.ok_or_else(|| Refusal::not_found(table.noun()))?)?;
    if kept.is_empty() {
        return Err(Refusal::not_found(table.noun()));
    }
    Ok(shown(&kept))
}

/// Of somebody else's note, what was signed or came back; one's own from the first word on.
fn notes(view: &View<'_>, id: uuid::Uuid) -> Result<Vec<TimelineVersion>> {
    let author = note::author_of_readable(view, NoteId::of(id))?;
    let mut kept = history::timeline(view.sql, Table::Note, id)?;
    if author != view.actor.staff {
        kept.retain(|version| version.body.get("state").is_some_and(|state| state != "draft"));
    }
    Ok(shown(&kept))
}

/// Of what belongs to a person of the staff: to who has it, to whom it is handed over, and to everybody once it is shared.
fn own(view: &View<'_>, table: Table, id: uuid::Uuid) -> Result<Vec<TimelineVersion>> {
    let kept = history::timeline(view.sql, table, id)?;
    let me = view.actor.staff.uuid().simple().to_string();
    let seen = kept.last().is_some_and(|newest| {
        let says = |column: &str, value: &serde_json::Value| newest.body.get(column) == Some(value);
        says("owner", &me.as_str().into()) || says("offered", &me.as_str().into()) || says("shared", &1.into())
    });
    if seen { Ok(shown(&kept)) } else { Err(Refusal::not_found(table.noun())) }
}

/// Of a group, to who sees rosters; it names no client.
fn groups(view: &View<'_>, id: uuid::Uuid) -> Result<Vec<TimelineVersion>> {
    view.actor.permit(Info::Attendance, Verb::Read)?;
    let kept = history::timeline(view.sql, Table::Group, id)?;
    if kept.is_empty() { Err(Refusal::not_found(Table::Group.noun())) } else { Ok(shown(&kept)) }
}

/// The versions with what changed in each, the newest first.
fn shown(kept: &[Kept]) -> Vec<TimelineVersion> {
    let mut before: HashMap<String, String> = HashMap::new();
    let mut versions = Vec::new();
    for (index, version) in kept.iter().enumerate() {
        let fields = words::fields(&version.body);
        let now: HashMap<String, String> = fields.iter().cloned().collect();
        let gone = before.keys().filter(|name| !now.contains_key(*name)).map(|name| (name.clone(), String::new()));
        let mut gone: Vec<(String, String)> = gone.collect();
        gone.sort();
        let fields = fields.into_iter().chain(gone).filter_map(|(name, text)| {
            let changed = index > 0 && before.get(&name).map_or("", String::as_str) != text;
            (changed || !text.is_empty()).then_some(TimelineField { name, text, changed })
        });
        versions.push(TimelineVersion {
            rev: version.rev,
            at: version.at,
            by: version.by.clone(),
            fields: fields.collect(),
        });
        before = now;
    }
    versions.reverse();
    versions
}
