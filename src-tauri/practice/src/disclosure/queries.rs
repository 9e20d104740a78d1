//! The release desk, and the accounting of a client's disclosures.

use rusqlite::named_params;

use super::ipc::{
    DisclosureRow, Disclosures, DisclosuresOf, OwedRelease, OwedReleases, OwedReleasesOf, ReleasePartChoice,
    ToldHowChoice,
};
use super::owed::{self, Answers, Owed, Standing, basis_answer};
use super::{ReleasePart, ToldHow};
use crate::client::json_of;
use crate::client::reach::{self, Scope};
use crate::consent::{self, ConsentKind, Lacking};
use crate::kernel::{Info, Result, Verb, View};

/// The most lines of an accounting.
const MOST: i64 = 1_000;

/// What is owed to somebody outside, the nearest first.
pub(super) fn owed(view: &View<'_>, request: OwedReleasesOf) -> Result<OwedReleases> {
    if let Some(client) = request.client {
        view.reach(Info::Consents, Verb::Release, client)?;
    }
    let found = owed::all(view, request.client)?;
    let mut standing = Standing::of(view, &found)?;
    Ok(OwedReleases {
        rows: found.into_iter().map(|one| row(view, one, &mut standing)).collect(),
        ways: ToldHow::ALL.iter().map(|how| ToldHowChoice { how: *how, label: how.label() }).collect(),
        parts: ReleasePart::ALL.iter().map(|part| ReleasePartChoice { part: *part, label: part.label() }).collect(),
    })
}

/// Reports for My day: due within a week, or were; of one's own clients, and of everybody's what is overdue.
pub(crate) fn reports(view: &View<'_>) -> Result<Vec<OwedRelease>> {
    let scope = Scope::of(view.actor, Info::Consents, Verb::Release)?;
    let narrow = Scope { everyone: false, related: true, ..scope };
    let mine = reach::clients_in(view.sql, view.actor.staff, narrow, view.now, view.today())?;
    let soon = view.now.plus_minutes(7 * 24 * 60);
    let mut found = owed::all(view, None)?;
    found.retain(|one| {
        let report = matches!(one.answers, Answers::Report(..));
        report && one.due_at < if mine.contains(&one.client) { soon } else { view.now }
    });
    let mut standing = Standing::of(view, &found)?;
    Ok(found.into_iter().map(|one| row(view, one, &mut standing)).collect())
}

fn row(view: &View<'_>, owed: Owed, standing: &mut Standing) -> OwedRelease {
    let made = standing.made.remove(&owed.answers);
    let basis = owed.basis(standing.bases(owed.client), view.today());
    let lacking = basis.as_ref().err().copied();
    let recipient = owed.recipient(basis.as_ref().ok().copied());
    let (follow_up, report_on) = match owed.answers {
        Answers::Notice(id) => (Some(id), None),
        Answers::Report(_, on) => (None, Some(on)),
    };
    OwedRelease {
        key: owed.answers.key(),
        client: owed.client,
        follow_up,
        agreement: owed.agreement,
        report_on,
        recipient,
        due_at: owed.due_at,
        overdue: owed.due_at < view.now,
        from: owed.span.map(|(from, _)| from),
        until: owed.span.map(|(_, until)| until),
        basis: basis.ok().map(basis_answer),
        lacking,
        lacking_words: lacking.map_or("", Lacking::words),
        made,
        client_name: owed.client_name,
        what: owed.what,
    }
}

/// What was told of a client, the newest first, and what could be.
pub(super) fn list(view: &View<'_>, request: DisclosuresOf) -> Result<Disclosures> {
    view.reach(Info::Consents, Verb::Read, request.client)?;
    let may_release = view.reach(Info::Consents, Verb::Release, request.client).is_ok();
    let mut statement = view.sql.prepare_cached(include_str!("sql/list.sql"))?;
    let rows = statement.query_map(named_params! { ":client": request.client, ":most": MOST }, |row| {
        let kind: ConsentKind = row.get("consent_kind")?;
        let how: Option<ToldHow> = row.get("how")?;
        Ok(DisclosureRow {
            id: row.get("id")?,
            recipient: row.get("recipient")?,
            purpose: row.get("purpose")?,
            told: row.get("told")?,
            how_label: how.map(ToldHow::label),
            sent_at: row.get("sent_at")?,
            by: row.get::<_, Option<String>>("by")?.unwrap_or_default(),
            consent: format!("{}: {}", kind.label(), row.get::<_, String>("consent_recipient")?),
            rev: row.get("rev")?,
        })
    })?;
    let rows = rows.collect::<rusqlite::Result<_>>()?;
    let bases = consent::bases_of(view.sql, &json_of(&[request.client]))?.remove(&request.client).unwrap_or_default();
    let holding = bases.iter().filter(|basis| consent::standing(basis, view.today()).is_ok());
    Ok(Disclosures { rows, bases: holding.map(basis_answer).collect(), may_release })
}
