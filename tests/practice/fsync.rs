//! One action costs exactly one fsync, operation by operation, counted by a file system layer under the real store.
//!
//! What costs more says why (`lines/mod.rs`). Besides these tables, every operation of every other test in this folder is
//! counted as it runs (see `Desk::call`).

use practice::kernel::refusal::Code;
use practice::kernel::router::Kind;
use serde_json::json;
use vault::vfs;

use crate::lines::{Line, NOT_ONE_ACTION, of_slices, office};
use crate::router::requests;
use crate::stage::Stage;

/// Runs each line and collects those that cost something else than they say.
fn costs(stage: &Stage, lines: Vec<Line>) {
    let mut wrong = Vec::new();
    for Line { name, cost, request } in lines {
        let request = request(stage);
        let (syncs, _) = vfs::fsyncs_of(|| stage.desk.op(&name, request));
        println!("R-fsync {name} {syncs}");
        match cost.syncs() {
            Some(said) if said != syncs => wrong.push(format!("{name} cost {syncs} and not {said} ({cost:?})")),
            Some(_) => {}
            None => stage.desk.settle(),
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
}

#[test]
fn every_operation_of_the_practice_costs_what_it_says() {
    costs(&Stage::bare(), office::lines());
}

#[test]
fn every_operation_of_the_slices_costs_what_it_says() {
    costs(&Stage::bare(), of_slices());
}

#[test]
fn no_operation_is_missing_and_none_stands_twice() {
    let mut stand: Vec<String> = office::lines().into_iter().chain(of_slices()).map(|line| line.name).collect();
    stand.extend(NOT_ONE_ACTION.iter().map(|name| (*name).to_owned()));
    stand.sort();
    let calls = practice::calls();
    let mut ops: Vec<&str> = calls.iter().filter(|call| call.kind == Kind::Op).map(|call| call.name).collect();
    ops.sort_unstable();
    assert_eq!(stand, ops);
}

#[test]
fn looking_rehearsing_and_being_refused_beside_a_field_cost_nothing() {
    let stage = Stage::set();
    let desk = &stage.desk;
    let queries: Vec<_> = requests(&stage).into_iter().filter(|(call, _)| call.kind == Kind::Query).collect();
    let (syncs, ()) = vfs::fsyncs_of(|| {
        for (call, request) in queries {
            let answer = desk.station.call(call.name, &request.to_string(), false);
            let code = answer.err().map(|refusal| refusal.code);
            // Only the vault has no row to ask about: nothing was backed up.
            assert!(code.is_none() || call.name == "backup.loss", "{}: {code:?}", call.name);
        }
        let change = json!({ "key": "hours_2_1", "value": "10", "effective_on": "2026-12-01" });
        desk.station.call("policy.set", &change.to_string(), true).unwrap();
        let wrong = json!({ "key": "hours_2_1", "value": "x", "effective_on": "2026-12-01" });
        assert_eq!(desk.refused("policy.set", wrong).code, Code::Invalid);
    });
    assert_eq!(syncs, 0);
}
