//! The caseload by counselor: what waits, in five numbers each, for who answers for everybody's.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::facts::{self, ClientFacts};
use super::ipc::{ByCounselor, CounselorLine};
use super::rules;
use crate::attendance::{self, Counting, Week};
use crate::client::reach::Scope;
use crate::client::{ClientId, json_of};
use crate::consent::Consented;
use crate::kernel::actor::StaffId;
use crate::kernel::{Info, Moment, Refusal, Result, Verb, View};
use crate::practice::policy;

/// The days that are looked back at, today included: a whole week, whichever day it is.
const SEVEN_DAYS: Days = Days::new(7);

/// Every counselor with active clients, by name. Restricted charts off the person's own team are in none of the numbers
/// but that of notes, which names no client.
///
/// # Errors
/// `not_permitted` to who reaches only some of the clients: half of a colleague's numbers would mislead.
pub(super) fn list(view: &View<'_>) -> Result<ByCounselor> {
    let scope = Scope::of(view.actor, Info::Plan, Verb::Read)?;
    if !scope.everyone {
        return Err(Refusal::not_permitted());
    }
    let clients = facts::clients(view, scope)?;
    let known = Known::of(view, &clients)?;
    let mut lines: HashMap<StaffId, CounselorLine> = HashMap::new();
    for client in &clients {
        let Some(name) = client.counselor.and_then(|id| known.names.get(&id)) else { continue };
        let line = lines.entry(name.id).or_insert_with(|| CounselorLine {
            notes_overdue: known.notes_overdue.get(&name.id).copied().unwrap_or_default(),
            ..CounselorLine::of(name.clone())
        });
        line.active += 1;
        line.short += i64::from(known.is_short(client));
        line.tests_overdue += i64::from(known.test_overdue(client));
        line.consents_ending += known.consents_ending(client.client);
    }
    let mut lines: Vec<CounselorLine> = lines.into_values().collect();
    lines.sort_by(|a, b| (&a.counselor.name, a.counselor.id.0).cmp(&(&b.counselor.name, b.counselor.id.0)));
    Ok(ByCounselor { lines })
}

/// What each statement brought, with the day's thresholds.
struct Known {
    today: NaiveDate,
    consents_until: NaiveDate,
    test_interval_days: i64,
    minutes: HashMap<ClientId, i64>,
    counting: Counting,
    consents: HashMap<ClientId, Vec<Consented>>,
    notes_overdue: HashMap<StaffId, i64>,
    names: HashMap<StaffId, super::ipc::Counselor>,
}

impl Known {
    fn of(view: &View<'_>, clients: &[ClientFacts]) -> Result<Self> {
        let (sql, today) = (view.sql, view.today());
        let until = today + Days::new(1);
        let whole = |key| policy::whole_on(sql, key, today);
        let warn = Days::new(u64::try_from(whole(policy::CONSENT_WARN)?).unwrap_or_default());
        let ids: Vec<ClientId> = clients.iter().map(|client| client.client).collect();
        Ok(Self {
            today,
            consents_until: today + warn,
            test_interval_days: whole(policy::TEST_INTERVAL)?,
            minutes: attendance::week_minutes(sql, None, Week { start: until - SEVEN_DAYS, until })?,
            counting: Counting::of(sql)?,
            consents: facts::consents(sql, &json_of(&ids))?,
            notes_overdue: facts::overdue_by_author(
                sql,
                Moment(view.now.0 - whole(policy::NOTE_DUE)? * 60 * 60_000),
            )?,
            names: facts::counselors(sql)?,
        })
    }

    /// Fewer hours in the last seven days than were agreed for the stay, or than its level asks for.
    fn is_short(&self, client: &ClientFacts) -> bool {
        let rules = self.counting.rules(client.client);
        let minimum = rules.weekly(client.weekly_hours, client.level.as_deref(), self.today);
        let attended = self.minutes.get(&client.client).copied().unwrap_or_default();
        minimum.is_some_and(|minimum| attended < minimum)
    }

    fn test_overdue(&self, client: &ClientFacts) -> bool {
        let interval = client.test_interval_days.unwrap_or(self.test_interval_days);
        rules::test_overdue(client.last_collected_on.unwrap_or(client.admitted_on), self.today, interval)
    }

    fn consents_ending(&self, client: ClientId) -> i64 {
        let ends_soon = |end: NaiveDate| (self.today..=self.consents_until).contains(&end);
        let consents = self.consents.get(&client).into_iter().flatten();
        let ending = consents.filter(|consent| !consent.revoked && consent.expires_on.is_some_and(ends_soon));
        i64::try_from(ending.count()).unwrap_or_default()
    }
}
