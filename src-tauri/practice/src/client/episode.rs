//! Episodes: one stay each, from admission to discharge, with its levels of care by date.
//!
//! Relapse is normal: a return is a new episode and the old one stays whole. A client has at most one open episode.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{ClientRefusal, Stay, may_admit, may_change_level};
use super::{ClientId, DischargeHow, EpisodeId, Level, LevelId, episode_store as rows};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb};

/// A level of care from a date on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LevelOfCare {
    pub id: LevelId,
    pub rev: i64,
    pub level: Level,
    pub from_on: NaiveDate,
}

/// One stay, as the chart shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Episode {
    pub id: EpisodeId,
    pub rev: i64,
    /// 1 for the first stay.
    pub number: i64,
    pub track: String,
    pub admitted_on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub discharged_on: Option<NaiveDate>,
    /// Absent while the stay is open, and where it was recorded elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub discharge_how: Option<DischargeHow>,
    pub discharge_reason: String,
    /// Hours a week of this stay alone; those of its level when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub weekly_hours: Option<i64>,
    /// Days without a test before a flag, of this stay alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub test_interval_days: Option<i64>,
    /// In the order of their dates.
    pub levels: Vec<LevelOfCare>,
}

/// An admission.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    pub admitted_on: NaiveDate,
    pub level: Level,
    /// "Evening"; empty when the program has one track.
    pub track: String,
}

/// The request of `episode.admit`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Admit {
    pub client: ClientId,
    pub admission: Admission,
}

/// The request of `episode.change`: what was typed at admission, corrected.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeEpisode {
    pub id: EpisodeId,
    pub rev: i64,
    pub admitted_on: NaiveDate,
    pub track: String,
    /// Hours a week of this stay alone; those of its level when left out.
    #[serde(default)]
    #[ts(optional)]
    pub weekly_hours: Option<i64>,
    /// Days without a test before a flag; the practice's when left out.
    #[serde(default)]
    #[ts(optional)]
    pub test_interval_days: Option<i64>,
}

/// The request of `episode.level`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeLevel {
    pub episode: EpisodeId,
    /// The episode's revision.
    pub rev: i64,
    pub level: Level,
    pub from_on: NaiveDate,
}

/// The request of `episode.discharge`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Discharge {
    pub id: EpisodeId,
    pub rev: i64,
    pub discharged_on: NaiveDate,
    pub how: DischargeHow,
    /// In a few words of one's own.
    pub reason: String,
}

/// The request of `episode.reopen` and `episode.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EpisodeKey {
    pub id: EpisodeId,
    pub rev: i64,
}

/// The episode as it stands after a change; what an undo needs.
#[derive(Debug, Serialize, TS)]
pub struct EpisodeStands {
    pub id: EpisodeId,
    pub rev: i64,
}

impl Admission {
    /// The admission without outer white space, with every fault of it.
    pub(super) fn checked(self, check: &mut Check, today: NaiveDate, at: &str) -> Self {
        check.ensure(self.admitted_on <= today, &format!("{at}admitted_on"), "Choose today or an earlier day.");
        Self { track: check.optional(&format!("{at}track"), &self.track, 60), ..self }
    }
}

/// Begins a stay from the chart.
///
/// # Errors
/// [`ClientRefusal::InquiryOpen`] and those of [`admit`].
pub(super) fn admit_here(tx: &mut Tx<'_, '_>, request: Admit) -> Result<EpisodeStands> {
    tx.reach(Info::Identity, Verb::Write, request.client)?;
    if rows::has_open_inquiry(tx.sql(), request.client)? {
        return Err(ClientRefusal::InquiryOpen.into());
    }
    admit(tx, request)
}

/// Begins a stay.
///
/// # Errors
/// [`ClientRefusal::StillAdmitted`] and [`ClientRefusal::InsideEarlier`].
pub(crate) fn admit(tx: &mut Tx<'_, '_>, request: Admit) -> Result<EpisodeStands> {
    tx.reach(Info::Identity, Verb::Write, request.client)?;
    let mut check = Check::new();
    let admission = request.admission.checked(&mut check, tx.today(), "");
    check.done()?;
    let id = open(tx, request.client, admission)?;
    Ok(EpisodeStands { id, rev: 1 })
}

/// Writes an admission whose fields were checked.
pub(super) fn open(tx: &mut Tx<'_, '_>, client: ClientId, admission: Admission) -> Result<EpisodeId> {
    let earlier = of_client(tx.sql(), client)?;
    may_admit(&stays(&earlier, None), admission.admitted_on)?;
    let number = earlier.iter().map(|episode| episode.number).max().unwrap_or(0) + 1;
    let id: EpisodeId = tx.id();
    rows::insert(tx, id, client, number, &admission)?;
    tx.wrote(Table::Episode, id, Some(client.uuid()))?;
    set_level(tx, client, (id, admission.level, admission.admitted_on))?;
    tx.touch(Tag::Client);
    Ok(id)
}

/// Corrects the day of admission, the track, and what this stay alone asks for.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeEpisode) -> Result<EpisodeStands> {
    let (client, present, all) = reached(tx, request.id)?;
    let mut check = Check::new();
    let not_after_end = present.discharged_on.is_none_or(|end| request.admitted_on <= end);
    check.ensure(not_after_end && request.admitted_on <= tx.today(), "admitted_on", "Choose an earlier day.");
    let second = present.levels.get(1).is_none_or(|level| level.from_on > request.admitted_on);
    check.ensure(second, "admitted_on", "The level of care changed before that day. Choose an earlier one.");
    let track = check.optional("track", &request.track, 60);
    let hours = request.weekly_hours.is_none_or(|hours| (0..=80).contains(&hours));
    check.ensure(hours, "weekly_hours", "Type a whole number from 0 to 80, or leave it empty.");
    let days = request.test_interval_days.is_none_or(|days| (1..=365).contains(&days));
    check.ensure(days, "test_interval_days", "Type a whole number from 1 to 365, or leave it empty.");
    check.done()?;
    if stays(&all, Some(present.id)).iter().any(|stay| {
        stay.discharged_on.is_some_and(|end| end > request.admitted_on && stay.admitted_on < request.admitted_on)
    }) {
        return Err(ClientRefusal::InsideEarlier.into());
    }
    tx.revise(Table::Episode, request.id, request.rev)?;
    let (id, rev, admitted_on) = (request.id, request.rev, request.admitted_on);
    rows::update(tx, &ChangeEpisode { track, ..request })?;
    if let Some(first) = present.levels.first().filter(|first| first.from_on != admitted_on) {
        tx.revise(Table::LevelOfCare, first.id, first.rev)?;
        rows::update_level(tx, first.id, first.level, admitted_on)?;
        tx.wrote(Table::LevelOfCare, first.id, Some(client.uuid()))?;
    }
    stands(tx, client, id, rev)
}

/// Changes the level of care from a date on. A second choice for the same day replaces the first, which stays in the history.
///
/// # Errors
/// [`ClientRefusal::EpisodeEnded`] and [`ClientRefusal::SameLevel`].
pub(super) fn change_level(tx: &mut Tx<'_, '_>, request: ChangeLevel) -> Result<EpisodeStands> {
    let (client, present, _) = reached(tx, request.episode)?;
    if present.discharged_on.is_some() {
        return Err(ClientRefusal::EpisodeEnded.into());
    }
    let mut check = Check::new();
    let inside = request.from_on >= present.admitted_on;
    check.ensure(inside, "from_on", "This is before the admission. Choose the day of admission or a later one.");
    check.done()?;
    let levels: Vec<(NaiveDate, Level)> = present.levels.iter().map(|level| (level.from_on, level.level)).collect();
    may_change_level(&levels, request.from_on, request.level)?;
    tx.revise(Table::Episode, request.episode, request.rev)?;
    rows::touch(tx, request.episode)?;
    match present.levels.iter().find(|level| level.from_on == request.from_on) {
        Some(same_day) => {
            tx.revise(Table::LevelOfCare, same_day.id, same_day.rev)?;
            rows::update_level(tx, same_day.id, request.level, request.from_on)?;
            tx.wrote(Table::LevelOfCare, same_day.id, Some(client.uuid()))?;
        }
        None => set_level(tx, client, (request.episode, request.level, request.from_on))?,
    }
    stands(tx, client, request.episode, request.rev)
}

/// Ends a stay.
pub(super) fn discharge(tx: &mut Tx<'_, '_>, request: Discharge) -> Result<EpisodeStands> {
    let (client, present, _) = reached(tx, request.id)?;
    if present.discharged_on.is_some() {
        return Err(ClientRefusal::EpisodeEnded.into());
    }
    let mut check = Check::new();
    let inside = (present.admitted_on..=tx.today()).contains(&request.discharged_on);
    check.ensure(inside, "discharged_on", "Choose a day from the admission to today.");
    let reason = check.required("reason", &request.reason, 200, "Say how the stay ended.");
    check.done()?;
    tx.revise(Table::Episode, request.id, request.rev)?;
    rows::end(tx, request.id, Some((request.discharged_on, request.how)), &reason)?;
    stands(tx, client, request.id, request.rev)
}

/// Takes a discharge back.
///
/// # Errors
/// [`ClientRefusal::StillAdmitted`] when the client returned since.
pub(super) fn reopen(tx: &mut Tx<'_, '_>, key: EpisodeKey) -> Result<EpisodeStands> {
    let (client, present, all) = reached(tx, key.id)?;
    tx.revise(Table::Episode, key.id, key.rev)?;
    if present.discharged_on.is_none() {
        return Err(ClientRefusal::EpisodeOpen.into());
    }
    may_admit(&stays(&all, Some(key.id)), present.admitted_on)?;
    rows::end(tx, key.id, None, "")?;
    stands(tx, client, key.id, key.rev)
}

/// Takes back a stay that was entered in error.
///
/// # Errors
/// [`ClientRefusal::HasRecords`] once a plan or a note belongs to it.
pub(super) fn void(tx: &mut Tx<'_, '_>, key: EpisodeKey) -> Result<EpisodeStands> {
    let (client, _, _) = reached(tx, key.id)?;
    if rows::has_records(tx.sql(), key.id)? {
        return Err(ClientRefusal::HasRecords.into());
    }
    tx.revise(Table::Episode, key.id, key.rev)?;
    rows::void(tx, key.id)?;
    stands(tx, client, key.id, key.rev)
}

fn set_level(
    tx: &mut Tx<'_, '_>,
    client: ClientId,
    (episode, level, from_on): (EpisodeId, Level, NaiveDate),
) -> Result<()> {
    let id: LevelId = tx.id();
    rows::insert_level(tx, id, (episode, level, from_on))?;
    tx.wrote(Table::LevelOfCare, id, Some(client.uuid()))
}

/// The client, the episode and all episodes of the client, for who may change them.
fn reached(tx: &mut Tx<'_, '_>, id: EpisodeId) -> Result<(ClientId, Episode, Vec<Episode>)> {
    let client: Option<ClientId> = {
        let mut statement =
            tx.sql().prepare_cached("select client from episode where id = :id and voided_at is null")?;
        statement.query_row(named_params! { ":id": id }, |row| row.get(0)).optional()?
    };
    let client = client.ok_or_else(|| Refusal::not_found("episode"))?;
    tx.reach(Info::Identity, Verb::Write, client)?;
    let all = of_client(tx.sql(), client)?;
    let episode = all.iter().find(|episode| episode.id == id).cloned();
    Ok((client, episode.ok_or_else(|| Refusal::not_found("episode"))?, all))
}

fn stands(tx: &mut Tx<'_, '_>, client: ClientId, id: EpisodeId, rev: i64) -> Result<EpisodeStands> {
    tx.wrote(Table::Episode, id, Some(client.uuid()))?;
    tx.touch(Tag::Client);
    Ok(EpisodeStands { id, rev: rev + 1 })
}

fn stays(episodes: &[Episode], but: Option<EpisodeId>) -> Vec<Stay> {
    episodes
        .iter()
        .filter(|episode| Some(episode.id) != but)
        .map(|episode| Stay { admitted_on: episode.admitted_on, discharged_on: episode.discharged_on })
        .collect()
}

/// Every stay of a client with its levels, the newest first.
pub(crate) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Episode>> {
    rows::of_client(sql, client)
}

/// The stays of a client by number: what belongs to an earlier one says so.
pub(crate) struct Stays(Vec<(EpisodeId, i64)>);

impl Stays {
    pub(crate) fn of(sql: &Connection, client: ClientId) -> Result<Self> {
        Ok(Self(of_client(sql, client)?.into_iter().map(|stay| (stay.id, stay.number)).collect()))
    }

    /// The newest one, open or over.
    pub(crate) fn newest(&self) -> Option<EpisodeId> {
        self.0.first().map(|(id, _)| *id)
    }

    /// Its number; 0 for one that was taken back.
    pub(crate) fn number(&self, id: EpisodeId) -> i64 {
        self.0.iter().find(|(one, _)| *one == id).map_or(0, |(_, number)| *number)
    }
}
