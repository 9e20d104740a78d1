//! Locks: the screen hides by the clock or by hand, comes back with PIN or passphrase, and closes for good after a while.
//! Guessing is slowed down, and a new start of the program does not make it faster.

use practice::kernel::refusal::Code;
use practice::workstation::Tick;
use serde_json::json;

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};
use crate::look::state;

const MINUTE: i64 = 60_000;

fn with_pin() -> Desk {
    let desk = Desk::founded();
    desk.op("pin.set", json!({ "passphrase": PASSPHRASE, "pin": "2580" }));
    desk
}

fn lock(desk: &Desk, depth: &str) {
    desk.op("workstation.lock", json!({ "depth": depth }));
}

/// Tries to sign in with a wrong passphrase; the code of the answer and how long it says to wait.
fn guess(desk: &Desk) -> (Code, Option<u64>) {
    let refusal =
        desk.refused("workstation.sign_in", json!({ "login": "theodora", "passphrase": "not the one she has" }));
    (refusal.code, refusal.wait_ms)
}

#[test]
fn idle_time_locks_softly_and_then_hard() {
    let desk = Desk::founded();
    assert_eq!(desk.station.tick(), Tick::Quiet);
    desk.clock.pass(5 * MINUTE - 1);
    assert_eq!(desk.station.tick(), Tick::Quiet);
    desk.clock.pass(1);
    assert_eq!(desk.station.tick(), Tick::Locked);
    assert_eq!(state(&desk), "soft_locked");
    assert_eq!(desk.refused("staff.list", json!({})).code, Code::Locked);
    assert_eq!(desk.op("workstation.unlock", json!({ "passphrase": PASSPHRASE }))["state"], "open");
    lock(&desk, "soft");
    desk.clock.pass(30 * MINUTE);
    assert_eq!(desk.station.tick(), Tick::Locked);
    assert_eq!(state(&desk), "closed");
    assert_eq!(desk.refused("workstation.unlock", json!({ "passphrase": PASSPHRASE })).code, Code::Locked);
}

#[test]
fn a_sign_of_life_starts_the_idle_clock_again_but_not_behind_a_lock() {
    let desk = Desk::founded();
    for _ in 0..5 {
        desk.clock.pass(4 * MINUTE);
        desk.query("workstation.touch", json!({}));
        assert_eq!(desk.station.tick(), Tick::Quiet);
    }
    lock(&desk, "soft");
    desk.clock.pass(29 * MINUTE);
    desk.query("workstation.touch", json!({}));
    assert_eq!(desk.station.tick(), Tick::Quiet);
    desk.clock.pass(MINUTE);
    assert_eq!(desk.station.tick(), Tick::Locked);
    assert_eq!(state(&desk), "closed");
}

#[test]
fn the_idle_time_is_the_practices_own() {
    let desk = Desk::founded();
    let practice = desk.query("practice.get", json!({}));
    let mut change = practice.clone();
    change["idle_minutes"] = json!(12);
    desk.op("practice.change", change);
    desk.clock.pass(11 * MINUTE);
    assert_eq!(desk.station.tick(), Tick::Quiet);
    desk.clock.pass(MINUTE);
    assert_eq!(desk.station.tick(), Tick::Locked);
}

#[test]
fn a_machine_that_slept_is_closed_and_so_is_one_whose_clock_was_set() {
    for wall_only in [10 * 60 * MINUTE, -10 * 60 * MINUTE] {
        let desk = Desk::founded();
        assert_eq!(desk.station.tick(), Tick::Quiet);
        desk.clock.set_wall(wall_only);
        assert_eq!(desk.station.tick(), Tick::Locked);
        assert_eq!(state(&desk), "closed");
        desk.theodora();
        assert_eq!(state(&desk), "open");
    }
}

#[test]
fn the_pin_opens_a_soft_lock_and_nothing_else() {
    let desk = with_pin();
    lock(&desk, "soft");
    let shown = desk.query("workstation.state", json!({}));
    assert_eq!((&shown["pin_set"], &shown["pin_tries_left"]), (&json!(true), &json!(5)));
    assert_eq!(desk.op("workstation.unlock", json!({ "pin": "2580" }))["state"], "open");
    lock(&desk, "hard");
    assert_eq!(desk.refused("workstation.unlock", json!({ "pin": "2580" })).code, Code::Locked);
}

#[test]
fn five_wrong_pins_leave_only_the_passphrase() {
    let desk = with_pin();
    lock(&desk, "soft");
    for left in [4, 3, 2, 1, 0] {
        assert_eq!(desk.refused("workstation.unlock", json!({ "pin": "1357" })).code, Code::WrongPassphrase);
        assert_eq!(desk.query("workstation.state", json!({}))["pin_tries_left"], left);
    }
    assert_eq!(desk.refused("workstation.unlock", json!({ "pin": "2580" })).code, Code::WrongPassphrase);
    assert_eq!(state(&desk), "soft_locked");
    assert_eq!(desk.op("workstation.unlock", json!({ "passphrase": PASSPHRASE }))["state"], "open");
    // The next lock has its five tries again.
    lock(&desk, "soft");
    assert_eq!(desk.query("workstation.state", json!({}))["pin_tries_left"], 5);
}

#[test]
fn without_a_pin_none_opens_and_a_cleared_one_is_gone() {
    let desk = with_pin();
    desk.op("pin.clear", json!({}));
    lock(&desk, "soft");
    assert_eq!(desk.query("workstation.state", json!({}))["pin_set"], false);
    assert_eq!(desk.refused("workstation.unlock", json!({ "pin": "2580" })).code, Code::WrongPassphrase);
    for both in [json!({}), json!({ "pin": "2580", "passphrase": PASSPHRASE })] {
        assert_eq!(desk.refused("workstation.unlock", both).code, Code::Invalid);
    }
}

#[test]
fn a_pin_that_is_tried_first_or_without_the_passphrase_is_refused() {
    let desk = Desk::founded();
    for pin in ["1234", "0000", "123", "123456789", "25a0"] {
        let refusal = desk.refused("pin.set", json!({ "passphrase": PASSPHRASE, "pin": pin }));
        assert_eq!(refusal.fields[0].field, "pin", "{pin}");
    }
    let wrong = desk.refused("pin.set", json!({ "passphrase": OTHER_PASSPHRASE, "pin": "2580" }));
    assert_eq!(wrong.code, Code::WrongPassphrase);
    assert_eq!(desk.query("workstation.state", json!({}))["pin_set"], false);
}

#[test]
fn a_change_of_the_pin_keeps_the_version_before_and_says_so_in_the_chain() {
    let desk = with_pin();
    desk.op("pin.clear", json!({}));
    let versions = desk.versions("staff");
    assert_eq!(versions.iter().map(|row| row["pin_digest"].is_null()).collect::<Vec<_>>(), [true, false]);
    let (stored, digests) = desk.inspect(|sql| {
        let rev = sql.query_row("select rev from staff", [], |row| row.get::<_, i64>(0)).unwrap();
        let mut statement =
            sql.prepare("select revision from audit where object_table = 'staff' order by at, seq").unwrap();
        let revisions = statement.query_map([], |row| row.get::<_, Option<i64>>(0)).unwrap();
        (rev, revisions.map(Result::unwrap).collect::<Vec<_>>())
    });
    assert_eq!(stored, 3);
    assert_eq!(digests, [Some(1), Some(2), Some(3)]);
}

#[test]
fn guesses_at_the_door_wait_longer_and_longer() {
    let desk = Desk::founded();
    lock(&desk, "hard");
    for wait in [None, None, None, None, Some(1_000), Some(2_000), Some(5_000), Some(10_000)] {
        assert_eq!(guess(&desk), (Code::WrongPassphrase, wait));
        if let Some(ms) = wait {
            desk.clock.pass(i64::try_from(ms).unwrap() - 1);
            assert_eq!(guess(&desk), (Code::Wait, Some(1)));
            let early = desk.refused("workstation.sign_in", json!({ "login": "theodora", "passphrase": PASSPHRASE }));
            assert_eq!(early.code, Code::Wait, "the right passphrase waits as well");
            desk.clock.pass(1);
        }
    }
    desk.theodora();
    lock(&desk, "hard");
    assert_eq!(guess(&desk), (Code::WrongPassphrase, None), "a right passphrase ends the row of wrong ones");
}

#[test]
fn a_new_start_of_the_program_does_not_shorten_the_wait() {
    let mut desk = Desk::founded();
    lock(&desk, "hard");
    for _ in 0..6 {
        desk.clock.pass(10_000);
        guess(&desk);
    }
    desk.clock.pass(1_500);
    assert_eq!(guess(&desk), (Code::Wait, Some(500)));
    desk = desk.restarted();
    assert_eq!(guess(&desk), (Code::Wait, Some(2_000)));
    // Nobody gains by setting the wall clock.
    desk.clock.set_wall(24 * 60 * MINUTE);
    assert_eq!(guess(&desk), (Code::Wait, Some(2_000)));
    desk.clock.pass(2_000);
    assert_eq!(guess(&desk), (Code::WrongPassphrase, Some(5_000)));
}

#[test]
fn an_unknown_name_looks_like_a_wrong_passphrase() {
    let desk = Desk::founded();
    lock(&desk, "hard");
    for expected in [None, None, None, None, Some(1_000)] {
        let refusal = desk.refused("workstation.sign_in", json!({ "login": "nobody", "passphrase": PASSPHRASE }));
        assert_eq!((refusal.code, refusal.wait_ms), (Code::WrongPassphrase, expected));
    }
    desk.theodora();
}

#[test]
fn a_wrong_passphrase_behind_a_soft_lock_waits_the_same_way() {
    let desk = Desk::founded();
    lock(&desk, "soft");
    for _ in 0..4 {
        assert_eq!(
            desk.refused("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE })).code,
            Code::WrongPassphrase
        );
    }
    assert_eq!(desk.refused("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE })).wait_ms, Some(1_000));
    assert_eq!(desk.refused("workstation.unlock", json!({ "passphrase": PASSPHRASE })).code, Code::Wait);
    desk.clock.pass(1_000);
    assert_eq!(desk.op("workstation.unlock", json!({ "passphrase": PASSPHRASE }))["state"], "open");
}

#[test]
fn one_person_at_a_time() {
    let desk = Desk::founded();
    let second = desk.refused("workstation.sign_in", json!({ "login": "theodora", "passphrase": PASSPHRASE }));
    assert_eq!(second.code, Code::Locked);
    lock(&desk, "soft");
    let behind = desk.refused("workstation.sign_in", json!({ "login": "theodora", "passphrase": PASSPHRASE }));
    assert_eq!(behind.code, Code::Locked);
}

#[test]
fn every_coming_and_going_is_in_the_chain_in_its_order() {
    let desk = with_pin();
    lock(&desk, "soft");
    desk.op("workstation.unlock", json!({ "pin": "2580" }));
    desk.clock.pass(5 * MINUTE);
    desk.station.tick();
    desk.clock.pass(30 * MINUTE);
    desk.station.tick();
    desk.theodora();
    lock(&desk, "hard");
    desk.theodora();
    desk.station.tick();
    desk.clock.set_wall(10 * 60 * MINUTE);
    desk.station.tick();
    desk.theodora();
    let entries = desk.entries();
    let said: Vec<String> = entries
        .iter()
        .filter(|entry| entry.action.starts_with("workstation."))
        .map(|entry| format!("{} {}", entry.action.trim_start_matches("workstation."), entry.detail))
        .collect();
    assert_eq!(
        said,
        [
            "sign_in ",
            "lock soft, by hand",
            "unlock ",
            "lock soft, idle",
            "lock hard, idle",
            "sign_in ",
            "lock hard, by hand",
            "sign_in ",
            "lock hard, asleep",
            "sign_in ",
            "lock hard, program ended",
        ]
    );
    assert!(
        entries.iter().filter(|entry| entry.action.starts_with("workstation.")).all(|entry| entry.role.is_empty())
    );
}

#[test]
fn failed_guesses_are_told_to_whoever_signs_in_next() {
    let desk = Desk::founded();
    lock(&desk, "hard");
    for _ in 0..3 {
        guess(&desk);
    }
    desk.theodora();
    let told: Vec<_> = desk.entries().into_iter().filter(|entry| entry.action == "login.refused").collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].detail, "times=3");
}
