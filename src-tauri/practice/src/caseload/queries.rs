//! The caseload: facts of all clients, put together line by line.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::facts::{self, ClientFacts, Sessions, Unsigned};
use super::ipc::{Caseload, CaseloadRow, Counselor, FlagAnswer};
use super::rules::{self, Facts, LastTest, Measure};
use crate::attendance::{self, Standing, Week, week_of};
use crate::client::reach::Scope;
use crate::client::{ClientId, json_of, number_words};
use crate::consent::{self, ConsentSummary, Consented};
use crate::kernel::actor::StaffId;
use crate::kernel::{Info, Moment, Result, Verb, View};
use crate::practice::policy;

/// Attendance is looked at over this many days.
const FOUR_WEEKS: Days = Days::new(28);

/// Every active client in reach, who needs somebody most first.
pub(super) fn list(view: &View<'_>) -> Result<Caseload> {
    let scope = Scope::of(view.actor, Info::Plan, Verb::Read)?;
    let clients = facts::clients(view, scope)?;
    let known = Known::of(view, scope, &clients)?;
    let shown_restricted = clients.iter().filter(|client| client.restricted).count();
    let mut rows: Vec<CaseloadRow> = clients.into_iter().map(|client| known.row(client)).collect();
    rows.sort_by(|a, b| {
        b.needs
            .cmp(&a.needs)
            .then_with(|| (&a.family_name, &a.given_name, &a.number).cmp(&(&b.family_name, &b.given_name, &b.number)))
    });
    let restricted = if scope.everyone { facts::restricted_in_all(view.sql)? } else { 0 };
    Ok(Caseload {
        week_start: known.week.start,
        week_last: known.week.last(),
        rows,
        restricted: (restricted - i64::try_from(shown_restricted).unwrap_or_default()).max(0),
    })
}

/// What each statement brought, by client, with the day's thresholds.
struct Known {
    week: Week,
    measure: Measure,
    warn_days: u64,
    standings: HashMap<ClientId, Standing>,
    sessions: HashMap<ClientId, Sessions>,
    unsigned: HashMap<ClientId, Unsigned>,
    consents: HashMap<ClientId, Vec<Consented>>,
    counselors: HashMap<StaffId, Counselor>,
}

impl Known {
    fn of(view: &View<'_>, scope: Scope, clients: &[ClientFacts]) -> Result<Self> {
        let (sql, today) = (view.sql, view.today());
        let week = week_of(today, view.calendar.week_start.weekday());
        let ids: Vec<ClientId> = clients.iter().map(|client| client.client).collect();
        let list = json_of(&ids);
        // Of everybody, a span of dates is read as it lies; of a few, their own rows.
        let some = (!scope.everyone).then_some(list.as_str());
        let these = some.map(|_| ids.as_slice());
        let since = today - FOUR_WEEKS;
        let whole = |key| policy::whole_on(sql, key, today);
        let note_due = Moment(view.now.0 - whole(policy::NOTE_DUE)? * 60 * 60_000);
        Ok(Self {
            week,
            measure: Measure { today, test_interval_days: whole(policy::TEST_INTERVAL)? },
            warn_days: u64::try_from(whole(policy::CONSENT_WARN)?).unwrap_or_default(),
            standings: attendance::standings(view, &ids, these, week)?,
            sessions: facts::sessions(sql, some, (since, today + Days::new(1)))?,
            unsigned: facts::unsigned(sql, note_due)?,
            consents: facts::consents(sql, &list)?,
            counselors: facts::counselors(sql)?,
        })
    }

    fn row(&self, client: ClientFacts) -> CaseloadRow {
        let id = client.client;
        let facts = self.facts(&client);
        let sessions = self.sessions.get(&id).copied().unwrap_or_default();
        let flags = rules::flags(&facts, self.measure);
        CaseloadRow {
            client: id,
            number: number_words(client.number),
            week: (self.measure.today - client.admitted_on).num_days().div_euclid(7) + 1,
            minutes: facts.week.done,
            planned: facts.week.planned,
            minimum: facts.week.minimum,
            short: facts.week.short,
            attendance: percent(sessions),
            attended: sessions.attended,
            recorded: sessions.recorded,
            excused: sessions.excused,
            unsigned: self.unsigned.get(&id).map_or(0, |notes| notes.all),
            plan_due: facts.plan_due,
            has_plan: facts.has_plan,
            consent: facts.consent,
            consent_ends: self.consent_ends(id),
            needs: rules::needs(&flags),
            flags: flags.into_iter().map(|flag| FlagAnswer { flag, label: flag.label() }).collect(),
            counselor: client.counselor.and_then(|id| self.counselors.get(&id).cloned()),
            family_name: client.family_name,
            given_name: client.given_name,
            profession: client.profession,
            restricted: client.restricted,
            level: client.level,
            track: client.track,
            admitted_on: client.admitted_on,
            last_test: client.last_test,
        }
    }

    fn facts(&self, client: &ClientFacts) -> Facts {
        let id = client.client;
        let unsigned = self.unsigned.get(&id).copied().unwrap_or_default();
        Facts {
            admitted_on: client.admitted_on,
            has_counselor: client.counselor.is_some(),
            week: self.standings.get(&id).copied().unwrap_or_default(),
            notes_overdue: unsigned.overdue,
            notes_returned: unsigned.returned,
            last_test: client.last_test.as_ref().map(|test| LastTest {
                on: test.on,
                class: test.class,
                imported: test.imported,
            }),
            last_collected_on: client.last_collected_on,
            test_interval_days: client.test_interval_days,
            has_plan: client.has_plan,
            plan_due: client.plan_due,
            consent: self.consent(id),
        }
    }

    fn consent(&self, id: ClientId) -> ConsentSummary {
        let consents = self.consents.get(&id).map_or(&[][..], Vec::as_slice);
        consent::summary(consents, self.measure.today, self.warn_days)
    }

    fn consent_ends(&self, id: ClientId) -> Option<NaiveDate> {
        let standing = self.consents.get(&id)?.iter().filter(|consent| !consent.revoked);
        standing.filter_map(|consent| consent.expires_on).filter(|end| *end >= self.measure.today).min()
    }
}

/// Of the recorded sessions, how many percent were attended; half a percent rounds up.
fn percent(sessions: Sessions) -> Option<i64> {
    (sessions.recorded > 0).then(|| (sessions.attended * 200 + sessions.recorded) / (2 * sessions.recorded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_of_what_was_recorded() {
        for (attended, recorded, expected) in
            [(0, 0, None), (0, 3, Some(0)), (3, 3, Some(100)), (2, 3, Some(67)), (1, 3, Some(33)), (1, 8, Some(13))]
        {
            assert_eq!(percent(Sessions { attended, recorded, excused: 0 }), expected, "{attended} of {recorded}");
        }
    }
}
