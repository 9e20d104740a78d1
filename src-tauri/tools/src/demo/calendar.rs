//! What stands around the sessions on the last day: the next holiday closed, a make-up booked, two who wait for a seat, a
//! pair kept apart, and what the front desk marked so far.

use chrono::{Datelike, NaiveDate};
use practice::closure::holidays;
use serde_json::{Value, json};

use super::door::{rows, text};
use super::stage::Stage;

/// Writes it down, at the last instant.
pub fn finish(stage: &mut Stage) -> Result<(), String> {
    stage.door.go_to(stage.now);
    close_next_holiday(stage)?;
    let booked = make_up(stage)?;
    keep_apart(stage, booked)?;
    wait(stage)?;
    mark_arrivals(stage)
}

/// The federal holiday after the last day, with what was planned on it.
fn close_next_holiday(stage: &mut Stage) -> Result<(), String> {
    let Some((name, on)) = next_holiday(stage.today) else { return Ok(()) };
    let day = json!([{ "on_date": on, "name": name, "source": "5 U.S.C. 6103(a), federal holiday" }]);
    stage.as_op("theodora", "closure.add", json!({ "days": day, "cancel_planned": true }))?;
    Ok(())
}

fn next_holiday(today: NaiveDate) -> Option<(&'static str, NaiveDate)> {
    let years = [today.year(), today.year() + 1];
    let later = years.into_iter().flat_map(holidays).find(|holiday| holiday.observed_on > today);
    later.map(|holiday| (holiday.name, holiday.observed_on))
}

/// Books the first thing that somebody missed and may make up without being in two places. Answers whose chart it is.
fn make_up(stage: &mut Stage) -> Result<Option<usize>, String> {
    stage.door.sit("theodora");
    for at in in_treatment(stage, |_| true) {
        let Some(chart) = stage.charts.get(at) else { continue };
        let found = stage.door.ask("booking.of_client", json!({ "client": chart.id }))?;
        let open = |line: &Value| line["made_up_on"].is_null() && line["booking"].is_null();
        let Some(missed) = rows(&found["missed"]).into_iter().find(open) else { continue };
        let choices = stage.door.ask("booking.choices", json!({ "attendance": missed["attendance"] }))?;
        let free = |choice: &Value| {
            rows(&choice["clashes"]).is_empty() && choice["expected"].as_i64() < choice["capacity"].as_i64()
        };
        let Some(choice) = rows(&choices).into_iter().find(free) else { continue };
        let booking = json!({ "attendance": missed["attendance"], "session": choice["session"] });
        stage.door.op("booking.add", booking)?;
        return Ok(Some(at));
    }
    Ok(None)
}

/// A nurse of one evening and somebody of the other, who work on the same unit.
fn keep_apart(stage: &mut Stage, but: Option<usize>) -> Result<(), String> {
    let first = |cohort: &str| in_treatment(stage, |of| of == cohort).into_iter().rev().find(|at| Some(*at) != but);
    let (Some(one), Some(other)) = (first("evening_a"), first("evening_b")) else { return Ok(()) };
    let id = |at: usize| stage.charts.get(at).map(|chart| chart.id.clone());
    let pair = json!({ "client": id(one), "other": id(other), "reason": "same_unit",
                       "detail": "Both on 4 West until the spring; one reported a count that the other had signed" });
    stage.as_op("theodora", "apart.add", pair)?;
    Ok(())
}

/// Two of other tracks wait for a seat in an evening group; one was offered one.
fn wait(stage: &mut Stage) -> Result<(), String> {
    let Some(group) = stage.groups.iter().find(|group| group.cohort == "evening_a").map(|group| group.id.clone())
    else {
        return Ok(());
    };
    let reasons = ["Back on day shifts from next month", "The evenings fit the children's school"];
    let who = in_treatment(stage, |cohort| matches!(cohort, "day" | "weekend"));
    for (turn, (at, reason)) in who.into_iter().zip(reasons).enumerate() {
        let Some(client) = stage.charts.get(at).map(|chart| chart.id.clone()) else { continue };
        let place = json!({ "group": group, "client": client, "reason": reason });
        let added = stage.as_op("jolene", "waitlist.add", place)?;
        if turn == 0 {
            stage.as_op("jolene", "waitlist.offer", json!({ "id": added["id"], "rev": added["rev"] }))?;
        }
    }
    Ok(())
}

/// Those in treatment whose chart the front desk reaches and whose cohort fits.
fn in_treatment(stage: &Stage, fits: impl Fn(&str) -> bool) -> Vec<usize> {
    let today = stage.today;
    let here = |at: &usize| {
        stage
            .charts
            .get(*at)
            .is_some_and(|chart| chart.attends(today) && !chart.cast.restricted && fits(chart.cast.cohort.as_str()))
    };
    (0..stage.charts.len()).filter(here).collect()
}

/// Two called about this evening, and who comes within the hour is here already.
fn mark_arrivals(stage: &mut Stage) -> Result<(), String> {
    stage.door.sit("jolene");
    let board = stage.door.ask("arrival.board", json!({}))?;
    let mut calls = vec![
        json!({ "mark": "not_coming", "reason": "Called in to cover a night shift" }),
        json!({ "mark": "late", "minutes": 20, "reason": "Handover runs over" }),
    ];
    let mut here = 0;
    for line in rows(&board["lines"]).iter().filter(|line| line["may_mark"] == true) {
        let sessions = rows(&line["sessions"]);
        let Some(next) = sessions.iter().find(|session| session["state"] == "planned") else { continue };
        let starts = next["starts_at"].as_f64().unwrap_or_default();
        let minutes = (starts - stage.now as f64) / 60_000.0;
        let mut mark = if minutes > 0.0 && !calls.is_empty() {
            calls.pop().unwrap_or_default()
        } else if (-120.0..60.0).contains(&minutes) && here < 4 {
            here += 1;
            json!({ "mark": "here" })
        } else {
            continue;
        };
        mark["client"] = json!(text(line, "client"));
        if mark["mark"] == "late" {
            mark["session"] = next["session"].clone();
        }
        stage.door.op("arrival.mark", mark)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_holiday_follows_the_last_day() {
        for (today, expected) in
            [("2026-11-24", "2026-11-26"), ("2026-11-26", "2026-12-25"), ("2026-12-28", "2027-01-01")]
        {
            let next = today.parse().ok().and_then(next_holiday).map(|(_, on)| on.to_string());
            assert_eq!(next.as_deref(), Some(expected), "{today}");
        }
    }
}
