//! The groups: three tracks of three hours on three days a week, and what stands beside them.

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::cast::Client;
use super::door::text;
use super::stage::Stage;

/// A group of the demo.
#[derive(Clone, Debug)]
pub struct Group {
    pub id: String,
    pub cohort: &'static str,
    pub topics: &'static str,
    /// How often it met.
    pub met: usize,
}

struct Meeting {
    cohort: &'static str,
    name: &'static str,
    kind: &'static str,
    topics: &'static str,
    room: &'static str,
    starts: &'static str,
    minutes: i64,
    leads: (&'static str, &'static str),
    capacity: i64,
}

#[rustfmt::skip]
const MEETINGS: &[Meeting] = &[
    Meeting { cohort: "evening_a", name: "Process group, evening A", kind: "process", topics: "process", room: "Harbor room", starts: "17:30", minutes: 60, leads: ("marisol", "ansel"), capacity: 14 },
    Meeting { cohort: "evening_a", name: "Refusal role-play, evening A", kind: "refusal", topics: "skills", room: "Harbor room", starts: "18:40", minutes: 60, leads: ("ansel", "marisol"), capacity: 14 },
    Meeting { cohort: "evening_a", name: "Education, evening A", kind: "education", topics: "education", room: "Lecture room", starts: "19:50", minutes: 60, leads: ("ansel", ""), capacity: 24 },
    Meeting { cohort: "evening_b", name: "Education, evening B", kind: "education", topics: "education", room: "Lecture room", starts: "17:30", minutes: 60, leads: ("imani", "sunniva"), capacity: 24 },
    Meeting { cohort: "evening_b", name: "Professional issues, evening B", kind: "professional", topics: "process", room: "Lighthouse room", starts: "18:40", minutes: 60, leads: ("imani", "sunniva"), capacity: 14 },
    Meeting { cohort: "evening_b", name: "Skills: coping, evening B", kind: "skills", topics: "skills", room: "Lighthouse room", starts: "19:50", minutes: 60, leads: ("imani", "sunniva"), capacity: 14 },
    Meeting { cohort: "day", name: "Process group, day", kind: "process", topics: "process", room: "Garden room", starts: "09:00", minutes: 90, leads: ("ruaridh", ""), capacity: 14 },
    Meeting { cohort: "day", name: "Relapse prevention, day", kind: "relapse", topics: "relapse", room: "Garden room", starts: "10:45", minutes: 90, leads: ("ruaridh", "noemie"), capacity: 14 },
    Meeting { cohort: "weekend", name: "Process group, rotating shifts", kind: "process", topics: "process", room: "Garden room", starts: "13:30", minutes: 90, leads: ("ruaridh", ""), capacity: 14 },
    Meeting { cohort: "weekend", name: "Skills: coping, rotating shifts", kind: "skills", topics: "skills", room: "Garden room", starts: "15:15", minutes: 90, leads: ("ruaridh", ""), capacity: 14 },
    Meeting { cohort: "aftercare", name: "Aftercare", kind: "aftercare", topics: "aftercare", room: "Lighthouse room", starts: "16:00", minutes: 90, leads: ("sunniva", "theodora"), capacity: 12 },
    Meeting { cohort: "family", name: "Family afternoon", kind: "family", topics: "education", room: "Lecture room", starts: "11:30", minutes: 75, leads: ("sunniva", ""), capacity: 20 },
];

/// On which days a cohort meets, 1 Monday to 7 Sunday. The evening track has a session on the last day, whichever it is,
/// unless that is on a weekend, when the track of the rotating shifts meets.
fn weekdays(cohort: &str, today: NaiveDate) -> &'static [u32] {
    match (cohort, today.weekday().number_from_monday()) {
        ("evening_a" | "evening_b", 3) => &[1, 3, 4],
        ("evening_a" | "evening_b", 5) => &[2, 3, 5],
        ("evening_a" | "evening_b", _) => &[1, 2, 4],
        ("day", _) => &[1, 3, 5],
        ("weekend", _) => &[3, 6, 7],
        ("aftercare", _) => &[5],
        _ => &[6],
    }
}

/// The track of a cohort, as an episode says it.
pub fn track(cohort: &str) -> &'static str {
    match cohort {
        "evening_a" | "evening_b" => "Evening",
        "day" => "Day",
        "weekend" => "Rotating shifts",
        "aftercare" => "Aftercare",
        _ => "",
    }
}

/// The level of care of a client. Some of those in aftercare still come for more than a weekly hour.
pub fn level(cast: &Client) -> &'static str {
    match cast.cohort.as_str() {
        "aftercare" if cast.family.chars().count() % 2 == 1 => "1.5",
        "aftercare" => "1.0",
        _ => "2.1",
    }
}

/// The groups a client of a cohort is in; the family afternoon takes a few from the rotating shifts.
pub fn of_cohort(stage: &Stage, cohort: &str, with_family: bool) -> Vec<String> {
    stage
        .groups
        .iter()
        .filter(|group| group.cohort == cohort || (with_family && group.cohort == "family"))
        .map(|group| group.id.clone())
        .collect()
}

/// The wall minutes at which a leader's groups of a date are over.
pub fn ends(login: &str, on: NaiveDate, today: NaiveDate) -> Vec<u32> {
    let weekday = on.weekday().number_from_monday();
    MEETINGS
        .iter()
        .filter(|meeting| meeting.leads.0 == login && weekdays(meeting.cohort, today).contains(&weekday))
        .filter_map(|meeting| Some(wall_minutes(meeting.starts)? + u32::try_from(meeting.minutes).ok()?))
        .collect()
}

fn wall_minutes(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    Some(hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?)
}

/// Opens the groups; their sessions begin with the first program week.
pub fn open(stage: &mut Stage) -> Result<(), String> {
    let mut adopted = std::collections::BTreeMap::new();
    for meeting in MEETINGS {
        let (lead, co) = meeting.leads;
        let slots: Vec<_> = weekdays(meeting.cohort, stage.today)
            .iter()
            .map(|weekday| {
                json!({ "weekday": weekday, "starts": meeting.starts, "minutes": meeting.minutes, "from_on": stage.start })
            })
            .collect();
        let mut fields = json!({
            "name": meeting.name, "type": meeting.kind, "track": track(meeting.cohort), "room": meeting.room,
            "capacity": meeting.capacity, "facilitator": stage.worker(lead),
        });
        if !co.is_empty() {
            fields["co_facilitator"] = stage.worker(co).into();
        }
        let added = stage.as_op("theodora", "group.add", json!({ "fields": fields, "slots": slots }))?;
        let id = text(&added, "id");
        super::patterns::of_group(stage, (&id, meeting.kind), &mut adopted)?;
        stage.groups.push(Group { id, cohort: meeting.cohort, topics: meeting.topics, met: 0 });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_track_reaches_nine_hours_in_days_of_three() {
        for day in 22..29 {
            let today = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
            for cohort in ["evening_a", "evening_b", "day", "weekend"] {
                let minutes: i64 =
                    MEETINGS.iter().filter(|meeting| meeting.cohort == cohort).map(|meeting| meeting.minutes).sum();
                assert!(minutes >= 180, "{cohort}");
                assert!(weekdays(cohort, today).len() >= 3, "{cohort}");
            }
        }
    }

    #[test]
    fn somebody_meets_on_the_last_day() {
        for day in 22..29 {
            let today = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
            let weekday = today.weekday().number_from_monday();
            let met = ["evening_a", "weekend"].iter().any(|cohort| weekdays(cohort, today).contains(&weekday));
            assert!(met, "{today}");
        }
    }

    #[test]
    fn nobody_leads_two_groups_at_once() {
        let minutes = |text: &str| -> i64 {
            let (hours, minutes) = text.split_once(':').unwrap();
            hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
        };
        for day in 22..29 {
            let today = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
            for (at, one) in MEETINGS.iter().enumerate() {
                for other in &MEETINGS[at + 1..] {
                    let same_day =
                        weekdays(one.cohort, today).iter().any(|day| weekdays(other.cohort, today).contains(day));
                    let (first, second) = (minutes(one.starts), minutes(other.starts));
                    let overlap = first < second + other.minutes && second < first + one.minutes;
                    let same_lead = one.leads.0 == other.leads.0;
                    assert!(!(same_day && overlap && same_lead), "{} and {}", one.name, other.name);
                    assert!(!(same_day && overlap && one.room == other.room), "{} and {}", one.name, other.name);
                }
            }
        }
    }
}
