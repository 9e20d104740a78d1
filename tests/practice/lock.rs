//! Locks: the screen hides by the clock, comes back with the passphrase, and closes for good after a while.

use practice::kernel::refusal::Code;
use practice::workstation::Tick;
use serde_json::json;

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};

#[test]
fn idle_time_locks_softly_and_then_hard() {
    let desk = Desk::founded();
    assert_eq!(desk.station.tick(), Tick::Quiet);
    desk.clock.pass(5 * 60_000);
    assert_eq!(desk.station.tick(), Tick::Locked);
    assert_eq!(desk.query("workstation.state", json!({}))["state"], "soft_locked");
    assert_eq!(desk.refused("staff.list", json!({})).code, Code::Locked);
    assert_eq!(desk.op("workstation.unlock", json!({ "passphrase": PASSPHRASE }))["state"], "open");
    desk.op("workstation.lock", json!({ "depth": "soft" }));
    desk.clock.pass(30 * 60_000);
    assert_eq!(desk.station.tick(), Tick::Locked);
    assert_eq!(desk.query("workstation.state", json!({}))["state"], "closed");
}

#[test]
fn a_front_desk_person_is_hired_and_sees_only_their_own_row_of_the_staff() {
    let desk = Desk::founded();
    desk.hire("Jolene", "Abernathy", "jolene", &["front_desk"]);
    desk.switch_to("jolene", OTHER_PASSPHRASE);
    let rows = desk.query("staff.list", json!({}));
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!(rows[0]["self"], true);
    assert_eq!(desk.refused("backup.list", json!({})).code, Code::NotPermitted);
}
