//! Verifying chart by chart, and the signed days of the practice.

use rusqlite::{Connection, named_params};
use vault::Vault;

use super::ipc::{BrokenSignature, SignaturesVerified, VerifySignatures};
use crate::client::ClientId;
use crate::kernel::{Info, Result, RowId as _, Verb};
use crate::signature::{self, SignatureFault, SignedKind};
use crate::workstation::Workstation;
use crate::{assessment, discharge, draw, note, plan};

/// Verifies a chart's documents for who reads its notes, or everybody's for who verifies the audit.
///
/// # Errors
/// `not_found` out of reach, `not_permitted`.
pub(super) fn signatures(desk: &Workstation, request: VerifySignatures) -> Result<SignaturesVerified> {
    let (vault, _) = desk.anyone_seated()?;
    desk.look(|view| match request.client {
        Some(client) => {
            view.reach(Info::Notes, Verb::Read, client)?;
            let mut found = SignaturesVerified::default();
            of_client(&vault, view.sql, client, &mut found)?;
            Ok(found)
        }
        None => {
            view.actor.permit(Info::Audit, Verb::Verify)?;
            everything(&vault, view.sql)
        }
    })
}

fn everything(vault: &Vault, sql: &Connection) -> Result<SignaturesVerified> {
    let mut found = SignaturesVerified::default();
    for client in clients(sql)? {
        of_client(vault, sql, client, &mut found)?;
    }
    let (documents, faults) = draw::day_faults(vault, sql)?;
    found.documents += documents;
    found.faults.extend(faults.into_iter().map(|(id, fault)| broken(SignedKind::Day, id.uuid(), fault, None)));
    Ok(found)
}

/// Whoever has something signed in their chart.
fn clients(sql: &Connection) -> Result<Vec<ClientId>> {
    let mut statement = sql.prepare_cached(
        "select client from note where state <> 'draft'
         union
         select client from signed_note
         union
         select client from signed_record
         union
         select client from assessment where state = 'signed'
         union
         select client from plan where signed_at is not null
         union
         select client from plan_review
         union
         select client from discharge_summary where state = 'signed'",
    )?;
    let rows = statement.query_map(named_params! {}, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn of_client(vault: &Vault, sql: &Connection, client: ClientId, found: &mut SignaturesVerified) -> Result<()> {
    let (documents, faults) = note::verify::of_client(vault, sql, client)?;
    found.documents += documents;
    let of_note = |(id, fault): (note::NoteId, _)| broken(SignedKind::Note, id.uuid(), fault, Some(client));
    found.faults.extend(faults.into_iter().map(of_note));
    let mut rows = assessment::standing(sql, client)?;
    rows.extend(plan::standing(sql, client)?);
    rows.extend(discharge::standing(sql, client)?);
    let of_record = signature::verify::of_client(vault, sql, client, &rows)?;
    found.documents += of_record.documents;
    found.unproven += of_record.unproven;
    let of_kind = |(kind, id, fault)| broken(kind, id, fault, Some(client));
    found.faults.extend(of_record.faults.into_iter().map(of_kind));
    Ok(())
}

fn broken(kind: SignedKind, id: uuid::Uuid, fault: SignatureFault, client: Option<ClientId>) -> BrokenSignature {
    BrokenSignature { kind, id, fault, words: fault.words(), client }
}
