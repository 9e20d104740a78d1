//! What an evening must know of the people expected in one session, beside the attendance: whose consent is missing, and,
//! for who collects, who is due for a test once the line has told it (models.md section 2).

use std::collections::{HashMap, HashSet};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::client::{ClientId, json_of};
use crate::consent::{self, ConsentSummary, Consented};
use crate::kernel::{Info, Reach, Result, Verb, View};
use crate::practice::policy;
use crate::session::{self, SessionId};

/// The request of `day.room`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichRoom {
    pub session: SessionId,
}

/// Somebody whose consents are not in order. Which one it is stands in the chart, for who reads it.
#[derive(Debug, Serialize, TS)]
pub struct RoomConsent {
    pub client: ClientId,
    pub consent: ConsentSummary,
}

/// What the evening must know.
#[derive(Debug, Serialize, TS)]
pub struct Room {
    /// Only those that are not in order.
    pub consents: Vec<RoomConsent>,
    /// Who was told to come for a test today and whose specimen is not collected. Absent for who does not collect.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Vec<ClientId>>,
}

/// The people of one session the person may see.
pub(super) fn room(view: &View<'_>, request: WhichRoom) -> Result<Room> {
    // Its line is refused to who does not see the session.
    session::line(view, request.session)?;
    let stored = session::session(view.sql, request.session)?;
    let expected = session::expected(view.sql, &stored)?;
    let consents = if view.actor.may(Info::Consents, Verb::Glimpse) || view.actor.may(Info::Consents, Verb::Read) {
        consents(view, &expected)?
    } else {
        Vec::new()
    };
    let collects =
        view.actor.permits(Info::DrugTests, Verb::Glimpse).iter().any(|permit| permit.reach == Reach::Collecting);
    let due = if collects && stored.on_date == view.today() { Some(due(view, &expected)?) } else { None };
    Ok(Room { consents, due })
}

fn consents(view: &View<'_>, clients: &[ClientId]) -> Result<Vec<RoomConsent>> {
    let days = policy::whole_on(view.sql, policy::CONSENT_WARN, view.today())?;
    let warn = u64::try_from(days).unwrap_or_default();
    let mut statement = view.sql.prepare_cached(
        "select client.id, consent.kind, consent.recipient, consent.expires_on,
                consent.revoked_on is not null as revoked, consent.evidence
         from json_each(:clients) one
         cross join client on client.id = unhex(one.value) and client.restricted = 0
         left join consent on consent.client = client.id and consent.voided_at is null",
    )?;
    let mut found: HashMap<ClientId, Vec<Consented>> = HashMap::new();
    let mut rows = statement.query(named_params! { ":clients": json_of(clients) })?;
    while let Some(row) = rows.next()? {
        // Of a restricted chart nothing is said here.
        let consents = found.entry(row.get(0)?).or_default();
        let Some(kind) = row.get(1)? else { continue };
        consents.push(Consented {
            kind,
            recipient: row.get(2)?,
            expires_on: row.get(3)?,
            revoked: row.get(4)?,
            evidence: row.get(5)?,
        });
    }
    let summed = clients.iter().filter_map(|client| {
        let consent = consent::summary(found.get(client)?, view.today(), warn);
        Some(RoomConsent { client: *client, consent })
    });
    Ok(summed.filter(|one| !matches!(one.consent, ConsentSummary::InOrder | ConsentSummary::Expiring)).collect())
}

/// From the draws of today whose notice time was reached: a line before it names nobody, to nobody.
fn due(view: &View<'_>, expected: &[ClientId]) -> Result<Vec<ClientId>> {
    let mut statement = view.sql.prepare_cached(
        "select distinct draw_pick.client
         from draw
         cross join draw_pick on draw_pick.draw = draw.id
         join drug_test on drug_test.id = draw_pick.drug_test and drug_test.state = 'ordered'
           and drug_test.voided_at is null
         join client on client.id = draw_pick.client and client.restricted = 0
         where draw.on_date = :today and draw.state = 'noticed' and draw.notice_at <= :now",
    )?;
    let parameters = named_params! { ":today": view.today(), ":now": view.now };
    let rows = statement.query_map(parameters, |row| row.get(0))?;
    let due: HashSet<ClientId> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(expected.iter().copied().filter(|client| due.contains(client)).collect())
}
