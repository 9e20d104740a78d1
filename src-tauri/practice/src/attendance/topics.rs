//! Topics of the curricula that a client missed and has heard nowhere since: on the chart, and for a whole group.

use chrono::{Days, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::client::{ClientId, json_of};
use crate::curriculum::LessonId;
use crate::group::{self, GroupId};
use crate::kernel::{Info, Result, Verb, View};

/// What was missed longer ago is not offered any more.
const A_YEAR_DAYS: u64 = 366;

/// The request of `attendance.missed_topics`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhoseTopics {
    pub client: ClientId,
}

/// The request of `attendance.group_topics`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupTopicsOf {
    pub group: GroupId,
}

/// A topic that a client missed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MissedTopic {
    pub client: ClientId,
    pub lesson: LessonId,
    pub curriculum: String,
    pub number: i64,
    pub topic: String,
    pub group: String,
    /// When the client missed it last.
    pub on_date: NaiveDate,
}

/// What one client missed.
pub(super) fn of_client(view: &View<'_>, request: WhoseTopics) -> Result<Vec<MissedTopic>> {
    view.reach(Info::Attendance, Verb::Read, request.client)?;
    missed(view, &[request.client], None)
}

/// What those on a group's roster today missed in it. Whoever does not see the roster sees nobody here.
pub(super) fn of_group(view: &View<'_>, request: GroupTopicsOf) -> Result<Vec<MissedTopic>> {
    let members = group::roster(view, request.group)?;
    missed(view, &members, Some(request.group))
}

fn missed(view: &View<'_>, clients: &[ClientId], group: Option<GroupId>) -> Result<Vec<MissedTopic>> {
    let since = view.today().checked_sub_days(Days::new(A_YEAR_DAYS)).unwrap_or_default();
    let mut statement = view.sql.prepare_cached(include_str!("sql/missed_topics.sql"))?;
    let parameters = named_params! { ":clients": json_of(clients), ":since": since, ":group": group };
    let rows = statement.query_map(parameters, |row| {
        Ok(MissedTopic {
            client: row.get("client")?,
            lesson: row.get("lesson")?,
            curriculum: row.get("curriculum")?,
            number: row.get("number")?,
            topic: row.get("topic")?,
            group: row.get("group_name")?,
            on_date: row.get("on_date")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
