//! Work patterns, groups that fit them, the forecast of the week, the client's own calendar, and hours by dated rules.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::client_desk::Clinic;
use crate::evening_desk::{Evening, HOUR, add_group};
use crate::lines::treatment::nights;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn set(evening: &Evening, client: &Value, fields: Value) -> Value {
    evening.desk().op("work_pattern.set", json!({ "client": client, "fields": fields }))
}

fn of(call: &str, evening: &Evening, client: &Value) -> Value {
    evening.desk().query(call, json!({ "client": client }))
}

fn with(fields: Value, path: &str, value: Value) -> Value {
    let mut fields = fields;
    *fields.pointer_mut(path).unwrap() = value;
    fields
}

#[test]
fn a_pattern_has_versions_and_one_can_be_taken_back() {
    let evening = Evening::open();
    let client = evening.member("Rosalind", "Nakagawa");
    let first = set(&evening, &client, nights("2026-11-02"));
    // Tuesday the 24th and Wednesday of this week, Tuesday and Wednesday of the next.
    let list = of("work_pattern.list", &evening, &client);
    assert_eq!(list["next"].as_array().unwrap().len(), 4);
    assert_eq!((&list["versions"][0]["holds"], &list["may_set"]), (&json!(true), &json!(true)));
    // From Monday on there is no work; the same date again replaces it.
    let free = set(&evening, &client, with(nights("2026-11-30"), "/cycle", json!("o")));
    let again = set(&evening, &client, with(nights("2026-11-30"), "/cycle", json!("O")));
    assert_eq!((&free["id"], &again["rev"]), (&again["id"], &json!(2)));
    let list = of("work_pattern.list", &evening, &client);
    assert_eq!(list["next"].as_array().unwrap().len(), 2);
    assert_eq!(list["versions"].as_array().unwrap().len(), 2);
    evening.desk().op("work_pattern.void", json!({ "id": again["id"], "rev": 2 }));
    let list = of("work_pattern.list", &evening, &client);
    assert_eq!((list["next"].as_array().unwrap().len(), &list["versions"][0]["id"]), (4, &first["id"]));
}

#[test]
fn every_fault_of_a_pattern_stands_beside_its_field() {
    let evening = Evening::open();
    let client = evening.member("Rosalind", "Nakagawa");
    let wrong = json!({
        "from_on": "2026-11-02", "time_zone": "America/Nowhere", "cycle": "DXN", "anchor_on": "2026-11-02",
        "day": { "starts": "7 am", "minutes": 720 }, "night": { "starts": "19:00", "minutes": 2000 },
        "call": { "starts": "17:00", "minutes": 900 }, "travel_minutes": 300,
        "blocked": [{ "weekday": 8, "starts": "15", "minutes": 1, "words": "School" }],
    });
    let request = |client: &Value, fields: Value| json!({ "client": client, "fields": fields });
    assert_eq!(
        faults(&evening.desk().refused("work_pattern.set", request(&client, wrong))),
        [
            "cycle",
            "time_zone",
            "travel_minutes",
            "day.starts",
            "night.minutes",
            "blocked.0.weekday",
            "blocked.0.minutes",
            "blocked.0.starts"
        ]
    );
    let many: Vec<Value> =
        (0..21).map(|_| json!({ "weekday": 1, "starts": "15:00", "minutes": 60, "words": "" })).collect();
    let many = with(nights("2026-11-02"), "/blocked", json!(many));
    assert_eq!(faults(&evening.desk().refused("work_pattern.set", request(&client, many))), ["blocked"]);
}

#[test]
fn a_pattern_is_read_and_written_within_the_reach() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let absent = json!("00000000-0000-7000-8000-000000000000");
    let desk = clinic.as_person("ambrose");
    for call in
        ["work_pattern.list", "fitting.groups", "fitting.forecast", "fitting.save_calendar", "fitting.print_calendar"]
    {
        let refused = |of: &Value| desk.refused(call, json!({ "client": of }));
        assert_eq!(refused(&client).code, Code::NotFound, "{call}");
        assert_eq!(refused(&client).message, refused(&absent).message, "{call}");
    }
    let fields = nights("2026-11-02");
    let refused = desk.refused("work_pattern.set", json!({ "client": client, "fields": fields }));
    assert_eq!(refused.code, Code::NotFound);
    assert_eq!(desk.query("fitting.clashes", json!({})), json!([]));
}

#[test]
fn groups_that_fit_go_around_the_nights_and_say_what_makes_up() {
    let evening = Evening::open();
    let thursdays = add_group(&evening.clinic, "Thursdays", &[(4, "17:00", 240), (5, "17:00", 300)]);
    let skills = add_group(&evening.clinic, "Skills", &[(2, "18:00", 60)]);
    let client = evening.member("Rosalind", "Nakagawa");
    let bare = of("fitting.groups", &evening, &client);
    assert_eq!((&bare["has_pattern"], &bare["now"]["clashes"]), (&json!(false), &json!(0)));
    set(&evening, &client, nights("2026-11-02"));
    let found = of("fitting.groups", &evening, &client);
    assert_eq!((&found["from"], &found["last"]), (&json!("2026-11-29"), &json!("2027-01-23")));
    // The Tuesday groups end within half an hour's way of a night shift.
    let best = &found["options"][0];
    assert_eq!(best["groups"], json!([thursdays]));
    assert_eq!(
        (&best["weeks_below"], &best["clashes"], &best["days"], &best["travel"]),
        (&json!(0), &json!(0), &json!(16), &json!(16 * 60))
    );
    let now = &found["now"];
    assert_eq!((&now["groups"], &now["weeks_below"]), (&json!([evening.group]), &json!(8)));
    // 17:30 to 18:30, half an hour before the shift: just in time. At 18:00 to 19:00 it is not.
    assert_eq!(now["clashes"], 0);
    let taken = |id: &Value| {
        found["groups"].as_array().unwrap().iter().find(|group| group["id"] == *id).unwrap()["taken"].clone()
    };
    assert_eq!((taken(&evening.group), taken(&skills)), (json!(0), json!(8)));
    let week = &now["weeks"][0];
    assert_eq!((&week["minutes"], &week["lacks"], &week["repaired"]), (&json!(60), &json!(480), &json!(true)));
    let titles: Vec<&str> =
        week["make_ups"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Thursdays", "Thursdays"]);
}

#[test]
fn a_full_group_is_left_out_and_a_clash_is_missed() {
    let evening = Evening::open();
    let client = evening.member("Rosalind", "Nakagawa");
    let group = evening.desk().query("group.get", json!({ "id": evening.group }))["group"].take();
    let full = add_group(&evening.clinic, "Skills", &[(2, "18:00", 60)]);
    let other = evening.admitted("Silas", "Abara", &evening.clinic.marisol);
    evening.desk().op("membership.join", json!({ "group": full, "client": other, "joined_on": "2026-10-01" }));
    let seats = json!({ "name": "Skills", "type": "process", "capacity": 1, "facilitator": group["facilitator"] });
    evening.desk().op("group.change", json!({ "id": full, "rev": 1, "active": true, "fields": seats }));
    set(&evening, &client, with(nights("2026-11-02"), "/travel_minutes", json!(60)));
    let found = of("fitting.groups", &evening, &client);
    assert_eq!((&found["left_out"][0]["id"], &found["left_out"][0]["seats"]), (&full, &json!(0)));
    let week = &found["now"]["weeks"][0];
    assert_eq!((&week["minutes"], &week["clashes"][0]["meets"]), (&json!(0), &json!("night")));
    assert_eq!(found["now"]["clashes"], 8);
}

#[test]
fn the_forecast_says_what_lacks_and_which_open_sessions_fill_it() {
    let evening = Evening::open();
    add_group(&evening.clinic, "Thursdays", &[(4, "17:00", 300)]);
    add_group(&evening.clinic, "Fridays", &[(5, "17:00", 240)]);
    let client = evening.member("Rosalind", "Nakagawa");
    let found = of("fitting.forecast", &evening, &client);
    assert_eq!(
        (&found["done"], &found["planned"], &found["minimum"], &found["short"], &found["week_last"]),
        (&json!(0), &json!(60), &json!(540), &json!(480), &json!("2026-11-28"))
    );
    let titles: Vec<&str> =
        found["fixes"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!((titles, &found["enough"]), (vec!["Thursdays", "Fridays"], &json!(true)));
    // On Thursdays there is a night shift now, and tonight one meets the group.
    set(
        &evening,
        &client,
        with(with(nights("2026-11-02"), "/cycle", json!("ONONOOO")), "/travel_minutes", json!(45)),
    );
    let found = of("fitting.forecast", &evening, &client);
    assert_eq!((&found["planned"], &found["short"], &found["enough"]), (&json!(0), &json!(540), &json!(false)));
    assert_eq!(found["clashes"][0]["meets"], "night");
    assert_eq!(found["fixes"].as_array().unwrap().len(), 1);
}

#[test]
fn a_clash_of_the_coming_days_is_told_to_who_cares() {
    let evening = Evening::open();
    let client = evening.member("Rosalind", "Nakagawa");
    set(&evening, &client, with(nights("2026-11-02"), "/travel_minutes", json!(45)));
    evening.clinic.as_person("marisol");
    let found = evening.desk().query("fitting.clashes", json!({}));
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!((&found[0]["client"], &found[0]["meeting"]["meets"]), (&client, &json!("night")));
    evening.desk().clock.pass(6 * HOUR);
    evening.clinic.as_person("marisol");
    assert_eq!(evening.desk().query("fitting.clashes", json!({})), json!([]), "what is over is no warning");
}

#[test]
fn the_clients_own_calendar_leaves_as_their_copy_with_neutral_titles() {
    let evening = Evening::open();
    let client = evening.member("Rosalind", "Nakagawa");
    let request = json!({ "client": client });
    evening.desk().world.place_at(None);
    assert_eq!(evening.desk().refused("fitting.save_calendar", request.clone()).code, Code::Cancelled);
    let place = evening.desk().room.path().join("calendar.ics");
    evening.desk().world.place_at(Some(place.clone()));
    evening.desk().op("fitting.save_calendar", request);
    let text = std::fs::read_to_string(place).unwrap();
    // Eight Tuesdays, from tonight on.
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 8);
    assert_eq!(text.matches("SUMMARY:Appointment\r\n").count(), 8);
    assert!(text.contains("DTSTART:20261124T223000Z"));
    for word in ["Process", "Nakagawa", "group", "counsel"] {
        assert!(!text.to_lowercase().contains(&word.to_lowercase()), "{word}");
    }
}

#[test]
fn a_kind_counts_from_a_date_on_and_a_stays_own_hours_go_first() {
    let evening = Evening::open();
    let client = evening.member("Rosalind", "Nakagawa");
    evening.desk().clock.pass(4 * HOUR);
    evening.clinic.as_person("marisol");
    evening.desk().clock.pass(HOUR);
    evening.clinic.as_person("marisol");
    evening.record(&evening.tonight(), json!([]));
    evening.clinic.as_person("theodora");
    let week =
        || evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 1 }))["weeks"][0].take();
    let day = |week: &Value| (week["days"][2]["minutes"].clone(), week["days"][2]["billable"].clone());
    assert_eq!(day(&week()), (json!(60), json!(60)));
    let policy = |key: &str, value: &str, on: &str| {
        evening.desk().op("policy.set", json!({ "key": key, "value": value, "effective_on": on }));
    };
    policy("billable_group", "no", "2026-11-24");
    assert_eq!(day(&week()), (json!(60), json!(0)));
    policy("counts_group", "no", "2026-11-25");
    assert_eq!(day(&week()), (json!(60), json!(0)), "what was before the date stays");
    policy("counts_group", "no", "2026-11-24");
    assert_eq!(day(&week()), (json!(0), json!(0)));

    let chart = evening.desk().op("client.open", json!({ "id": client }));
    let stay = chart["episodes"][0].clone();
    let change = |hours: Value, days: Value| {
        json!({ "id": stay["id"], "rev": stay["rev"], "admitted_on": stay["admitted_on"], "track": "Evening",
                "weekly_hours": hours, "test_interval_days": days })
    };
    let refused = evening.desk().refused("episode.change", change(json!(81), json!(0)));
    assert_eq!(faults(&refused), ["weekly_hours", "test_interval_days"]);
    assert_eq!(week()["minimum"], 540);
    evening.desk().op("episode.change", change(json!(6), json!(70)));
    let changed = week();
    assert_eq!((&changed["minimum"], &changed["rules"]), (&json!(360), &json!(["own_hours"])));
    let rows = evening.desk().query("caseload.list", json!({}))["rows"].take();
    let line = rows.as_array().unwrap().iter().find(|row| row["client"] == client).unwrap().clone();
    let flags: Vec<&str> =
        line["flags"].as_array().unwrap().iter().map(|flag| flag["flag"].as_str().unwrap()).collect();
    assert_eq!((&line["minimum"], flags.contains(&"test_overdue")), (&json!(360), false));
}
