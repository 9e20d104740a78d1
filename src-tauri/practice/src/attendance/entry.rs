//! From what was typed to what is recorded: wall times become instants, exceptions become a presence. No SQL.

use chrono::{Days, NaiveDate};

use super::ipc::PresenceFields;
use super::minutes::{Interval, attended, whole_minutes};
use super::{AttendanceState, Place, Presence};
use crate::group::{NO_WALL_TIME, read_wall_time};
use crate::kernel::{Check, Moment, Zone};
use crate::session::{Session, wall_moment};

/// Half a day, in minutes.
const HALF_DAY: i64 = 12 * 60;
/// The longest session.
const LONGEST: i64 = 600;

/// What really happened: against it arrivals and leavings are read.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    zone: Zone,
    on_date: NaiveDate,
    starts_at: Moment,
    pub began: Moment,
    pub finished: Moment,
    pub breaks: Vec<Interval>,
}

impl Frame {
    /// The planned times of a session, to be replaced by what is typed.
    pub(super) fn planned(session: &Session, zone: Zone) -> Self {
        Self {
            zone,
            on_date: session.on_date,
            starts_at: session.starts_at,
            began: session.began_at.unwrap_or(session.starts_at),
            finished: session.finished_at.unwrap_or(session.ends_at),
            breaks: Vec::new(),
        }
    }

    /// The instant of a wall time: the one nearest to the planned start, so that a session may run past midnight. After
    /// a fault it answers `otherwise`, so that one wrong time is one fault.
    fn instant(&self, check: &mut Check, field: &str, text: &str, otherwise: Moment) -> Moment {
        let Some(time) = read_wall_time(text) else {
            check.fault(field, NO_WALL_TIME);
            return otherwise;
        };
        let plain = wall_moment(&mut Check::new(), field, self.zone, self.on_date, time);
        let away = self.starts_at.minutes_to(plain);
        let date = if away < -HALF_DAY {
            self.on_date.checked_add_days(Days::new(1))
        } else if away > HALF_DAY {
            self.on_date.checked_sub_days(Days::new(1))
        } else {
            Some(self.on_date)
        };
        wall_moment(check, field, self.zone, date.unwrap_or(self.on_date), time)
    }

    /// Takes the real beginning and end.
    pub(super) fn really(&mut self, check: &mut Check, began: Option<&str>, finished: Option<&str>) {
        if let Some(text) = began {
            self.began = self.instant(check, "began", text, self.began);
        }
        if let Some(text) = finished {
            self.finished = self.instant(check, "finished", text, self.finished);
        }
        let long = self.began.minutes_to(self.finished);
        check.ensure(long > 0, "finished", "The end must be after the beginning.");
        check.ensure(long <= LONGEST, "finished", "A session is at most 10 hours. Check both times.");
    }

    /// Adds a pause.
    pub(super) fn pause(&mut self, check: &mut Check, at: &str, from: &str, until: &str) {
        let pause = Interval::new(
            self.instant(check, &format!("{at}from"), from, self.began),
            self.instant(check, &format!("{at}until"), until, self.finished),
        );
        check.ensure(pause.from < pause.until, &format!("{at}until"), "The break must end after it begins.");
        let inside = pause.from >= self.began.0 && pause.until <= self.finished.0;
        check.ensure(inside, &format!("{at}from"), "The break must lie within the session.");
        self.breaks.push(pause);
    }

    fn whole(&self) -> Interval {
        Interval::new(self.began, self.finished)
    }

    fn minutes(&self, stay: (Moment, Moment)) -> i64 {
        whole_minutes(&attended(self.whole(), &self.breaks, Interval::new(stay.0, stay.1)))
    }

    /// Somebody who was there all the time.
    pub(super) fn present(&self) -> Presence {
        let stay = (self.began, self.finished);
        Presence {
            state: AttendanceState::Present,
            stay: Some(stay),
            minutes: self.minutes(stay),
            excused: None,
            reason: String::new(),
            place: Place::InPerson,
            client_location: String::new(),
        }
    }

    /// Reads what differs from being there all the time.
    pub(super) fn read(&self, check: &mut Check, at: &str, fields: &PresenceFields) -> Presence {
        let mut presence = self.present();
        if let Some(video) = &fields.video {
            presence.place = Place::Video;
            presence.client_location = check.required(
                &format!("{at}video.location"),
                &video.location,
                120,
                "Type where the client is: the place help would be sent to.",
            );
        }
        if let Some(absence) = &fields.absent {
            let timed = fields.late_minutes.is_some()
                || fields.arrived.is_some()
                || fields.early_minutes.is_some()
                || fields.left.is_some();
            check.ensure(!timed, &format!("{at}absent"), "Absent and a time exclude each other. Choose one.");
            let reason = check.optional(&format!("{at}absent.reason"), &absence.reason, 200);
            check.ensure(
                !absence.excused || !reason.is_empty(),
                &format!("{at}absent.reason"),
                "Type why it is excused, such as: shift moved.",
            );
            let state = AttendanceState::Absent;
            return Presence { state, stay: None, minutes: 0, excused: Some(absence.excused), reason, ..presence };
        }
        let stay = (self.arrival(check, at, fields), self.leaving(check, at, fields));
        let late_or_early = stay.0 > self.began || stay.1 < self.finished;
        presence.minutes = self.minutes(stay);
        presence.stay = Some(stay);
        if late_or_early {
            presence.state = AttendanceState::Part;
            let field = match (stay.0 > self.began, &fields.arrived, &fields.left) {
                (true, Some(_), _) => "arrived",
                (true, None, _) => "late_minutes",
                (false, _, Some(_)) => "left",
                (false, _, None) => "early_minutes",
            };
            check.ensure(
                presence.minutes > 0,
                &format!("{at}{field}"),
                "With these times nothing of the session was attended. Mark it absent, or check the times.",
            );
        }
        presence
    }

    fn arrival(&self, check: &mut Check, at: &str, fields: &PresenceFields) -> Moment {
        match (&fields.arrived, fields.late_minutes) {
            (Some(text), None) => self.instant(check, &format!("{at}arrived"), text, self.began),
            (None, Some(minutes)) => {
                let right = (1..=LONGEST).contains(&minutes);
                check.ensure(right, &format!("{at}late_minutes"), "Type how many minutes late, 1 or more.");
                self.began.plus_minutes(if right { minutes } else { 0 })
            }
            (Some(_), Some(_)) => {
                check.fault(&format!("{at}late_minutes"), "Type either minutes late or a time, not both.");
                self.began
            }
            (None, None) => self.began,
        }
    }

    fn leaving(&self, check: &mut Check, at: &str, fields: &PresenceFields) -> Moment {
        match (&fields.left, fields.early_minutes) {
            (Some(text), None) => self.instant(check, &format!("{at}left"), text, self.finished),
            (None, Some(minutes)) => {
                let right = (1..=LONGEST).contains(&minutes);
                check.ensure(right, &format!("{at}early_minutes"), "Type how many minutes early, 1 or more.");
                self.finished.plus_minutes(if right { -minutes } else { 0 })
            }
            (Some(_), Some(_)) => {
                check.fault(&format!("{at}early_minutes"), "Type either minutes early or a time, not both.");
                self.finished
            }
            (None, None) => self.finished,
        }
    }
}
