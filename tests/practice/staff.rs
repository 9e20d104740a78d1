//! Staff: adding, changing, ending access, credentials, passphrases. Every refusal of the slice is reached here.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};

const TEMPORARY: &str = "cobalt meadow trumpet ninety";
const THIRD: &str = "gravel pontoon lilac seventeen";

fn person(given: &str, login: &str, roles: &[&str]) -> Value {
    json!({ "given_name": given, "family_name": "Quiñones", "login": login, "roles": roles,
            "temporary_passphrase": TEMPORARY })
}

fn row(desk: &Desk, login: &str) -> Value {
    let all = desk.query("staff.list", json!({}));
    all.as_array().unwrap().iter().find(|row| row["login"] == login).unwrap_or_else(|| panic!("no {login}")).clone()
}

fn change(row: &Value, with: Value) -> Value {
    let mut request = json!({ "id": row["id"], "rev": row["rev"], "given_name": row["given_name"],
                              "family_name": row["family_name"], "roles": row["roles"] });
    for (field, value) in with.as_object().unwrap() {
        request[field] = value.clone();
    }
    request
}

fn fields(desk: &Desk, call: &str, with: Value) -> Vec<String> {
    let refusal = desk.refused(call, with);
    assert_eq!(refusal.code, Code::Invalid);
    refusal.fields.into_iter().map(|fault| fault.field).collect()
}

fn rule(desk: &Desk, call: &str, with: Value) -> &'static str {
    let refusal = desk.refused(call, with);
    assert_eq!(refusal.code, Code::StoppedByRule);
    refusal.rule.unwrap()
}

#[test]
fn a_person_is_added_with_everything_and_makes_their_own_passphrase() {
    let desk = Desk::founded();
    let theodora = row(&desk, "theodora");
    let mut request = person("Marisol", "  marisol ", &["counselor", "facilitator"]);
    request["credential"] = json!({ "label": "LPC", "license_state": "MA", "license_number": "4471",
                                    "expires_on": "2027-03-31", "needs_cosign": true });
    request["supervisor"] = theodora["id"].clone();
    let added = desk.op("staff.add", request);
    assert_eq!(added["name"], "Marisol Quiñones, LPC");
    assert_eq!(added["role_words"], "Counselor, facilitator");
    assert_eq!(added["supervisor"]["name"], "Theodora Brandvold");
    assert_eq!(added["credentials"][0]["expires_on"], "2027-03-31");
    assert_eq!(added["self"], false);

    let signed_in = desk.switch_to("marisol", TEMPORARY);
    assert_eq!(signed_in["person"]["must_renew"], true);
    assert_eq!(desk.refused("staff.names", json!({})).code, Code::MustRenew);
    desk.op("passphrase.change", json!({ "current": TEMPORARY, "new": OTHER_PASSPHRASE }));
    assert_eq!(desk.query("workstation.state", json!({}))["person"]["must_renew"], false);
    assert_eq!(desk.query("staff.names", json!({})).as_array().unwrap().len(), 2);
    desk.op("workstation.lock", json!({ "depth": "hard" }));
    let old = desk.refused("workstation.sign_in", json!({ "login": "marisol", "passphrase": TEMPORARY }));
    assert_eq!(old.code, Code::WrongPassphrase);
    desk.op("workstation.sign_in", json!({ "login": "marisol", "passphrase": OTHER_PASSPHRASE }));
}

#[test]
fn who_may_not_read_the_staff_sees_only_their_own_row() {
    let desk = Desk::founded();
    desk.hire("Jolene", "Abernathy", "jolene", &["front_desk"]);
    desk.switch_to("jolene", OTHER_PASSPHRASE);
    let rows = desk.query("staff.list", json!({}));
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!((&rows[0]["self"], &rows[0]["must_renew"]), (&json!(true), &json!(false)));
}

#[test]
fn every_fault_of_a_new_person_stands_beside_its_field() {
    let desk = Desk::founded();
    let long = "a".repeat(81);
    for (with, expected) in [
        (json!({ "given_name": " " }), "given_name"),
        (json!({ "family_name": "" }), "family_name"),
        (json!({ "given_name": long }), "given_name"),
        (json!({ "given_name": "Mari\u{7}sol" }), "given_name"),
        (json!({ "login": "" }), "login"),
        (json!({ "login": "m" }), "login"),
        (json!({ "login": "theodora" }), "login"),
        (json!({ "roles": [] }), "roles"),
        (json!({ "temporary_passphrase": "short" }), "temporary_passphrase"),
        (json!({ "temporary_passphrase": "aaaaaaaaaaaaaaaaaaaa" }), "temporary_passphrase"),
        (json!({ "temporary_passphrase": "Marisol Quiñones" }), "temporary_passphrase"),
        (
            json!({ "credential": { "label": "", "license_state": "", "license_number": "", "needs_cosign": false } }),
            "credential.label",
        ),
    ] {
        let mut request = person("Marisol", "marisol", &["counselor"]);
        request.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
        assert_eq!(fields(&desk, "staff.add", request), [expected], "{with}");
    }
    let all = fields(
        &desk,
        "staff.add",
        json!({ "given_name": "", "family_name": "", "login": "", "roles": [], "temporary_passphrase": "" }),
    );
    assert_eq!(all, ["given_name", "family_name", "login", "roles", "temporary_passphrase"]);
    assert_eq!(desk.query("staff.list", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn a_rehearsal_finds_the_faults_and_adds_nobody() {
    let desk = Desk::founded();
    let rehearsed = |with: Value| desk.station.call("staff.add", &with.to_string(), true);
    assert!(rehearsed(person("Marisol", "marisol", &["counselor"])).is_ok());
    assert_eq!(rehearsed(person("Marisol", "theodora", &["counselor"])).unwrap_err().fields[0].field, "login");
    assert_eq!(desk.query("staff.list", json!({})).as_array().unwrap().len(), 1);
    desk.op("workstation.lock", json!({ "depth": "hard" }));
    let nobody = desk.refused("workstation.sign_in", json!({ "login": "marisol", "passphrase": TEMPORARY }));
    assert_eq!(nobody.code, Code::WrongPassphrase);
}

#[test]
fn changes_keep_what_was_and_hold_at_once() {
    let desk = Desk::founded();
    desk.hire("Marisol", "Quiñones", "marisol", &["counselor"]);
    let marisol = row(&desk, "marisol");
    let changed = desk.op("staff.change", change(&marisol, json!({ "family_name": "Vega", "roles": ["director"] })));
    assert_eq!((&changed["family_name"], &changed["rev"]), (&json!("Vega"), &json!(2)));
    assert_eq!(desk.refused("staff.change", change(&marisol, json!({}))).code, Code::Conflict);
    desk.switch_to("marisol", OTHER_PASSPHRASE);
    desk.query("staff.list", json!({}));
    assert_eq!(desk.versions("staff")[0]["family_name"], "Quiñones");
    assert_eq!(desk.versions("staff_role")[0]["role"], "counselor");
    desk.theodora();
    let marisol = row(&desk, "marisol");
    assert_eq!(
        fields(&desk, "staff.change", change(&marisol, json!({ "given_name": "", "roles": [] }))),
        ["given_name", "roles"]
    );
}

#[test]
fn whose_access_ends_is_out_at_once_and_can_come_back() {
    let desk = Desk::founded();
    desk.hire("Marisol", "Quiñones", "marisol", &["counselor"]);
    desk.switch_to("marisol", OTHER_PASSPHRASE);
    desk.op("pin.set", json!({ "passphrase": OTHER_PASSPHRASE, "pin": "2580" }));
    desk.switch_to("theodora", PASSPHRASE);
    let marisol = row(&desk, "marisol");
    let gone = json!({ "id": marisol["id"], "rev": marisol["rev"], "reason": "moved away" });
    assert_eq!(
        fields(&desk, "staff.deactivate", json!({ "id": marisol["id"], "rev": 2, "reason": " " })),
        ["reason"]
    );
    assert_eq!(desk.op("staff.deactivate", gone.clone())["active"], false);
    assert_eq!(rule(&desk, "staff.deactivate", gone), "staff.already_inactive");
    let reset = json!({ "id": marisol["id"], "temporary_passphrase": TEMPORARY });
    assert_eq!(rule(&desk, "staff.reset_passphrase", reset), "staff.already_inactive");
    assert_eq!(desk.query("staff.names", json!({})).as_array().unwrap().len(), 1);

    desk.op("workstation.lock", json!({ "depth": "hard" }));
    let out = desk.refused("workstation.sign_in", json!({ "login": "marisol", "passphrase": OTHER_PASSPHRASE }));
    assert_eq!(out.code, Code::WrongPassphrase);
    let digest = desk.inspect(|sql| {
        sql.query_row("select pin_digest is null from staff where login = 'marisol'", [], |row| row.get::<_, bool>(0))
    });
    assert!(digest.unwrap(), "the PIN goes with the access");

    desk.theodora();
    let marisol = row(&desk, "marisol");
    let back = |login_free: Value| json!({ "id": login_free["id"], "rev": login_free["rev"], "temporary_passphrase": TEMPORARY });
    let weak = json!({ "id": marisol["id"], "rev": marisol["rev"], "temporary_passphrase": "short" });
    assert_eq!(fields(&desk, "staff.reactivate", weak), ["temporary_passphrase"]);
    assert_eq!(desk.op("staff.reactivate", back(marisol.clone()))["active"], true);
    assert_eq!(rule(&desk, "staff.reactivate", back(marisol)), "staff.still_active");
    assert_eq!(desk.switch_to("marisol", TEMPORARY)["person"]["must_renew"], true);
}

#[test]
fn a_name_that_is_taken_meanwhile_keeps_somebody_out() {
    let desk = Desk::founded();
    let first = desk.op("staff.add", person("Marisol", "mq", &["counselor"]));
    desk.op("staff.deactivate", json!({ "id": first["id"], "rev": first["rev"], "reason": "moved away" }));
    desk.op("staff.add", person("Mateo", "mq", &["counselor"]));
    let back = json!({ "id": first["id"], "rev": 2, "temporary_passphrase": TEMPORARY });
    assert_eq!(fields(&desk, "staff.reactivate", back), ["login"]);
}

#[test]
fn a_director_is_always_left() {
    let desk = Desk::founded();
    let theodora = row(&desk, "theodora");
    assert_eq!(
        rule(&desk, "staff.change", change(&theodora, json!({ "roles": ["counselor"] }))),
        "staff.last_director"
    );
    let myself = json!({ "id": theodora["id"], "rev": theodora["rev"], "reason": "retired" });
    assert_eq!(rule(&desk, "staff.deactivate", myself), "staff.yourself");
    desk.hire("Marisol", "Quiñones", "marisol", &["director"]);
    desk.op("staff.change", change(&theodora, json!({ "roles": ["counselor"] })));
    assert_eq!(desk.refused("backup.list", json!({})).code, Code::NotPermitted, "and it holds at once");
    desk.switch_to("marisol", OTHER_PASSPHRASE);
    let marisol = row(&desk, "marisol");
    assert_eq!(rule(&desk, "staff.change", change(&marisol, json!({ "roles": ["auditor"] }))), "staff.last_director");
}

#[test]
fn supervision_is_no_ring_and_no_supervisor_is_inactive() {
    let desk = Desk::founded();
    let (theodora, marisol) =
        (row(&desk, "theodora"), desk.op("staff.add", person("Marisol", "marisol", &["counselor"])));
    let supervised = desk.op("staff.change", change(&marisol, json!({ "supervisor": theodora["id"] })));
    assert_eq!(supervised["supervisor"]["id"], theodora["id"]);
    let ring = change(&theodora, json!({ "supervisor": marisol["id"] }));
    assert_eq!(rule(&desk, "staff.change", ring), "staff.supervisor_ring");
    let own = change(&supervised, json!({ "supervisor": marisol["id"] }));
    assert_eq!(rule(&desk, "staff.change", own), "staff.supervisor_ring");
    let former = desk.op("staff.add", person("Ludek", "ludek", &["counselor"]));
    desk.op("staff.deactivate", json!({ "id": former["id"], "rev": 1, "reason": "moved away" }));
    let mut request = person("Bram", "bram", &["counselor"]);
    request["supervisor"] = former["id"].clone();
    assert_eq!(rule(&desk, "staff.add", request.clone()), "staff.supervisor_inactive");
    request["supervisor"] = json!("01990000-0000-7000-8000-000000000000");
    assert_eq!(desk.refused("staff.add", request).code, Code::NotFound);
}

#[test]
fn credentials_are_added_changed_and_taken_back() {
    let desk = Desk::founded();
    let marisol = desk.op("staff.add", person("Marisol", "marisol", &["counselor"]));
    let rn = json!({ "label": " RN ", "license_state": "MA", "license_number": "77", "needs_cosign": false });
    let with = desk.op("staff.credential_add", json!({ "staff": marisol["id"], "fields": rn }));
    let credential = with["credentials"][0].clone();
    assert_eq!((&with["name"], &credential["rev"]), (&json!("Marisol Quiñones, RN"), &json!(1)));

    let mut next = json!({ "label": "RN", "license_state": "NH", "license_number": "78", "expires_on": "2027-01-31",
                           "needs_cosign": true });
    let change = json!({ "id": credential["id"], "rev": 1, "fields": next });
    let changed = desk.op("staff.credential_change", change.clone());
    assert_eq!(changed["credentials"][0]["license_state"], "NH");
    assert_eq!(desk.refused("staff.credential_change", change).code, Code::Conflict);
    next["label"] = json!("");
    let faulty = json!({ "id": credential["id"], "rev": 2, "fields": next });
    assert_eq!(fields(&desk, "staff.credential_change", faulty.clone()), ["label"]);
    assert_eq!(
        fields(&desk, "staff.credential_void", json!({ "id": credential["id"], "rev": 2, "reason": "" })),
        ["reason"]
    );
    let void = json!({ "id": credential["id"], "rev": 2, "reason": "typed twice" });
    assert_eq!(desk.op("staff.credential_void", void.clone())["credentials"], json!([]));
    assert_eq!(rule(&desk, "staff.credential_void", void), "staff.credential_voided");
    let mut late = faulty;
    late["fields"]["label"] = json!("RN");
    assert_eq!(rule(&desk, "staff.credential_change", late), "staff.credential_voided");
    let nobody = json!("01990000-0000-7000-8000-000000000000");
    assert_eq!(desk.refused("staff.credential_add", json!({ "staff": nobody, "fields": rn })).code, Code::NotFound);
    let kept: Vec<Value> = desk.versions("credential").iter().map(|row| row["license_state"].clone()).collect();
    assert_eq!(kept, ["MA", "NH"], "what was changed and what was taken back");
}

#[test]
fn a_reset_passphrase_must_be_replaced_and_takes_the_pin_away() {
    let desk = Desk::founded();
    desk.hire("Marisol", "Quiñones", "marisol", &["counselor"]);
    desk.switch_to("marisol", OTHER_PASSPHRASE);
    desk.op("pin.set", json!({ "passphrase": OTHER_PASSPHRASE, "pin": "2580" }));
    desk.switch_to("theodora", PASSPHRASE);
    let marisol = row(&desk, "marisol");
    assert_eq!(
        fields(&desk, "staff.reset_passphrase", json!({ "id": marisol["id"], "temporary_passphrase": "short" })),
        ["temporary_passphrase"]
    );
    desk.op("staff.reset_passphrase", json!({ "id": marisol["id"], "temporary_passphrase": THIRD }));
    desk.op("workstation.lock", json!({ "depth": "hard" }));
    let old = desk.refused("workstation.sign_in", json!({ "login": "marisol", "passphrase": OTHER_PASSPHRASE }));
    assert_eq!(old.code, Code::WrongPassphrase);
    let again = desk.op("workstation.sign_in", json!({ "login": "marisol", "passphrase": THIRD }));
    assert_eq!((&again["person"]["must_renew"], &again["pin_set"]), (&json!(true), &json!(false)));
}

#[test]
fn ones_own_passphrase_is_changed_by_knowing_it() {
    let desk = Desk::founded();
    let wrong = desk.refused("passphrase.change", json!({ "current": OTHER_PASSPHRASE, "new": THIRD }));
    assert_eq!(wrong.code, Code::WrongPassphrase);
    for new in ["short", PASSPHRASE, "Theodora Brandvold", &"lantern oars ".repeat(20)] {
        assert_eq!(
            fields(&desk, "passphrase.change", json!({ "current": PASSPHRASE, "new": new })),
            ["new"],
            "{new}"
        );
    }
    desk.op("passphrase.change", json!({ "current": PASSPHRASE, "new": THIRD }));
    desk.switch_to("theodora", THIRD);
}

#[test]
fn the_strength_of_a_passphrase_is_told_before_it_is_sent() {
    let desk = Desk::empty();
    let told = desk.query("passphrase.strength", json!({ "passphrase": "short", "words": [] }));
    assert_eq!((&told["enough"], &told["length"]), (&json!(false), &json!(5)));
    let told = desk.query("passphrase.strength", json!({ "passphrase": PASSPHRASE, "words": ["Theodora"] }));
    assert_eq!((&told["enough"], &told["advice"]), (&json!(true), &json!("")));
}

#[test]
fn the_recovery_key_lets_a_person_in_with_a_passphrase_of_their_own_choice() {
    let desk = Desk::empty();
    let shown = desk.op("practice.create", crate::desk::found_request());
    let groups = shown["recovery_groups"].clone();
    desk.op("workstation.lock", json!({ "depth": "hard" }));
    let request =
        |login: &str, passphrase: &str| json!({ "groups": groups, "login": login, "passphrase": passphrase });
    assert_eq!(fields(&desk, "workstation.recover", request("theodora", "short")), ["passphrase"]);
    assert_eq!(fields(&desk, "workstation.recover", request("nobody", THIRD)), ["login"]);
    let mut mistyped = groups.clone();
    mistyped[6] = json!("00000");
    let wrong = json!({ "groups": mistyped, "login": "theodora", "passphrase": THIRD });
    assert_eq!(fields(&desk, "workstation.recover", wrong), ["groups"]);
    assert_eq!(desk.op("workstation.recover", request("theodora", THIRD))["state"], "open");
    assert_eq!(desk.query("workstation.state", json!({}))["person"]["must_renew"], false);
    desk.switch_to("theodora", THIRD);
}
