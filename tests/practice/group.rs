//! Groups: adding, changing, weekly places, and the roster with its cap.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::evening_desk::{Evening, group_fields};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn get(evening: &Evening) -> Value {
    evening.desk().query("group.get", json!({ "id": evening.group }))
}

#[test]
fn a_group_stands_in_the_list_with_its_times_and_members() {
    let evening = Evening::open();
    evening.member("Jerome", "Washington");
    let list = evening.desk().query("group.list", json!({}));
    let line = &list[0];
    assert_eq!((&line["name"], &line["members"]), (&json!("Process group"), &json!(1)));
    assert_eq!(line["type_label"], "Process group");
    assert_eq!(line["facilitator_name"], "Marisol Quiñones");
    assert_eq!((&line["slots"][0]["weekday"], &line["slots"][0]["starts"]), (&json!(2), &json!("17:30")));
    assert_eq!(line["may_arrange"], true);
    assert_eq!(evening.desk().query("group.types", json!({})).as_array().unwrap().len(), 8);
}

#[test]
fn every_fault_of_a_group_stands_beside_its_field() {
    let evening = Evening::open();
    let nobody = "019a0000-0000-7000-8000-000000000000";
    let refusal = evening.desk().refused(
        "group.add",
        json!({
            "fields": { "name": " ", "type": "knitting", "capacity": 0, "facilitator": nobody, "co_facilitator": nobody },
            "slots": [
                { "weekday": 8, "starts": "25:00", "minutes": 3, "from_on": "2026-10-01" },
                { "weekday": 1, "starts": "09:00", "minutes": 60, "from_on": "2026-10-01" },
                { "weekday": 1, "starts": "09:30", "minutes": 60, "from_on": "2026-10-01" },
            ]
        }),
    );
    assert_eq!(
        faults(&refusal),
        [
            "fields.type",
            "fields.capacity",
            "fields.facilitator",
            "fields.co_facilitator",
            "fields.co_facilitator",
            "fields.name",
            "slots.0.weekday",
            "slots.0.minutes",
            "slots.0.starts",
            "slots.2.starts"
        ]
    );
}

#[test]
fn above_the_cap_a_reason_is_asked_and_kept() {
    let evening = Evening::open();
    let mut small = group_fields("Process group", &evening.clinic.marisol);
    small["capacity"] = json!(1);
    evening.desk().op("group.change", json!({ "id": evening.group, "rev": 1, "fields": small, "active": true }));
    evening.member("Jerome", "Washington");
    let second = evening.admitted("Ruth Ann", "Stoltzfus", &evening.clinic.marisol);
    let mut join = json!({ "group": evening.group, "client": second, "joined_on": "2026-11-24" });
    assert_eq!(evening.desk().refused("membership.join", join.clone()).rule, Some("group.above_cap"));
    join["cap_reason"] = json!("Back from nights this week");
    evening.desk().op("membership.join", join);
    let roster = get(&evening)["roster"].clone();
    assert_eq!(roster.as_array().unwrap().len(), 2);
    assert_eq!(roster[0]["cap_reason"], "Back from nights this week");
}

#[test]
fn a_client_stays_several_times_but_only_once_at_a_time() {
    let evening = Evening::open();
    let client = evening.admitted("Jerome", "Washington", &evening.clinic.marisol);
    let stay = evening.join(&client);
    let again = json!({ "group": evening.group, "client": client, "joined_on": "2026-11-24" });
    assert_eq!(evening.desk().refused("membership.join", again.clone()).rule, Some("group.already_member"));
    let early = json!({ "id": stay["id"], "rev": 1, "left_on": "2026-09-30" });
    assert_eq!(faults(&evening.desk().refused("membership.leave", early)), ["left_on"]);
    let leave = json!({ "id": stay["id"], "rev": 1, "left_on": "2026-11-20", "reason": "Day shifts" });
    assert_eq!(evening.desk().op("membership.leave", leave.clone())["rev"], 2);
    assert_eq!(evening.desk().refused("membership.leave", leave).rule, Some("group.already_left"));
    assert_eq!(evening.tonight()["expected"], 0);
    evening.desk().op("membership.join", again);
    assert_eq!(evening.tonight()["expected"], 1);
    let group = get(&evening);
    assert_eq!(group["roster"].as_array().unwrap().len(), 1);
    assert_eq!(group["earlier"][0]["leave_reason"], "Day shifts");
}

#[test]
fn a_changed_group_conflicts_with_an_older_view_of_it() {
    let evening = Evening::open();
    let fields = group_fields("Evening process", &evening.clinic.marisol);
    let change = json!({ "id": evening.group, "rev": 1, "fields": fields, "active": true });
    assert_eq!(evening.desk().op("group.change", change.clone())["rev"], 2);
    assert_eq!(evening.desk().refused("group.change", change).code, Code::Conflict);
}

#[test]
fn a_group_that_ended_takes_nobody_and_no_times() {
    let evening = Evening::open();
    let client = evening.admitted("Jerome", "Washington", &evening.clinic.marisol);
    let fields = group_fields("Process group", &evening.clinic.marisol);
    evening.desk().op("group.change", json!({ "id": evening.group, "rev": 1, "fields": fields, "active": false }));
    let join = json!({ "group": evening.group, "client": client, "joined_on": "2026-11-24" });
    assert_eq!(evening.desk().refused("membership.join", join).rule, Some("group.inactive"));
    let slot = json!({ "group": evening.group,
                       "fields": { "weekday": 4, "starts": "17:30", "minutes": 60, "from_on": "2026-11-24" } });
    assert_eq!(evening.desk().refused("slot.add", slot).rule, Some("group.inactive"));
    assert_eq!(evening.tonight()["state"], "cancelled");
    assert_eq!(evening.desk().query("group.list", json!({})).as_array().unwrap().len(), 0);
    assert_eq!(evening.desk().query("group.list", json!({ "inactive": true })).as_array().unwrap().len(), 1);
}

#[test]
fn weekly_times_do_not_meet_and_end_once() {
    let evening = Evening::open();
    let slot = |weekday: u32, starts: &str| {
        json!({ "group": evening.group,
                "fields": { "weekday": weekday, "starts": starts, "minutes": 60, "from_on": "2026-11-01" } })
    };
    assert_eq!(evening.desk().refused("slot.add", slot(2, "18:00")).rule, Some("group.slot_taken"));
    let added = evening.desk().op("slot.add", slot(4, "17:30"));
    assert_eq!(evening.on("2026-11-26").len(), 1);
    let end = json!({ "id": added["id"], "rev": 1, "until_on": "2026-12-01" });
    let before = json!({ "id": added["id"], "rev": 1, "until_on": "2026-10-01" });
    assert_eq!(faults(&evening.desk().refused("slot.end", before)), ["until_on"]);
    evening.desk().op("slot.end", end.clone());
    assert_eq!(evening.desk().refused("slot.end", end).rule, Some("group.slot_ended"));
    assert_eq!(evening.on("2026-11-26")[0]["state"], "planned");
    assert_eq!(evening.on("2026-12-03")[0]["state"], "cancelled");
}

#[test]
fn who_arranges_a_group_leads_it_or_arranges_all() {
    let evening = Evening::open();
    let fields = group_fields("Process group", &evening.clinic.marisol);
    let change = |rev: i64| json!({ "id": evening.group, "rev": rev, "fields": fields, "active": true });
    evening.clinic.as_person("marisol").op("group.change", change(1));
    evening.clinic.as_person("jolene").op("group.change", change(2));
    // Ambrose is a counselor, but the group is not his.
    assert_eq!(evening.clinic.as_person("ambrose").refused("group.change", change(3)).code, Code::NotPermitted);
    let own = json!({ "fields": group_fields("Mine", &evening.clinic.ambrose), "slots": [] });
    evening.desk().op("group.add", own);
    let not_own = json!({ "fields": group_fields("Hers", &evening.clinic.marisol), "slots": [] });
    assert_eq!(evening.desk().refused("group.add", not_own).code, Code::NotPermitted);
}

#[test]
fn a_roster_shows_whole_names_only_to_who_may_read_them() {
    let evening = Evening::open();
    evening.member("Jerome", "Washington");
    let of = |login: &str| {
        let desk = evening.clinic.as_person(login);
        let group = desk.query("group.get", json!({ "id": evening.group }));
        group["roster"][0]["name"]["text"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(of("theodora"), "Washington, Jerome");
    assert_eq!(of("jolene"), "Washington, Jerome");
    assert_eq!(of("marisol"), "Washington, Jerome");
    assert_eq!(of("ambrose"), "Jerome W.");
    evening.clinic.as_person("theodora");
    evening.desk().hire("Fergus", "Dunlavey", "fergus", &["facilitator"]);
    let desk = evening.clinic.as_person("fergus");
    let group = desk.query("group.get", json!({ "id": evening.group }));
    assert_eq!((&group["roster_shown"], group["roster"].as_array().unwrap().len()), (&json!(false), 0));
}
