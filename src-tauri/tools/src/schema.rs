//! `schema`: every call of the command door as JSON, with its request and answer types.

use practice::kernel::router::Need;
use practice::kernel::{Info, Verb};
use serde_json::{Value, json};

/// Prints the calls and the declarations of their types.
pub fn run(_: &[String]) -> Result<(), String> {
    let calls = practice::calls();
    let signatures = practice::kernel::codegen::signatures(&calls);
    let lines: Vec<Value> = calls
        .iter()
        .zip(&signatures.calls)
        .map(|(call, (request, answer))| {
            json!({ "call": call.name, "kind": call.kind, "need": need(call.need), "request": request, "answer": answer })
        })
        .collect();
    let schema = json!({ "calls": lines, "types": signatures.types });
    println!("{}", serde_json::to_string_pretty(&schema).map_err(|error| error.to_string())?);
    Ok(())
}

fn cell(info: Info, verb: Verb) -> Value {
    json!({ "information": format!("{info:?}"), "verb": format!("{verb:?}") })
}

fn need(need: Need) -> Value {
    match need {
        Need::Nothing => json!("nothing"),
        Need::SignedIn => json!("signed_in"),
        Need::Cell(info, verb) => json!([cell(info, verb)]),
        Need::AnyCell(cells) => cells.iter().map(|(info, verb)| cell(*info, *verb)).collect(),
    }
}
