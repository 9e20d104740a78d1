//! Lines of plans, consents, drug tests and the caseload for the tables over all calls. Each makes on the stage what it
//! asks about, so that it is the same whatever ran before.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::stage::Stage;
use crate::testing_desk::{admitted, collection, log, order, screen};

/// A request, made on the stage.
pub type Request = fn(&Stage) -> Value;

/// A revision that no row of the stage has.
const STALE: i64 = 99;

fn client(stage: &Stage) -> Value {
    let number = stage.desk.inspect(|sql| {
        sql.query_row("select next from sequence where name = 'client'", [], |row| row.get::<_, i64>(0)).unwrap()
    });
    admitted(&stage.desk, "Rosalind", &format!("Nakagawa {number}"), &json!(stage.person), "2026-11-02")
}

fn ordered(stage: &Stage) -> Value {
    stage.desk.op("drug_test.order", order(&client(stage)))
}

fn collected(stage: &Stage) -> Value {
    let mut request = log(&client(stage), &[]);
    request["readings"] = json!([]);
    stage.desk.op("drug_test.log", request)
}

fn screened(stage: &Stage) -> Value {
    stage.desk.op("drug_test.log", log(&client(stage), &[]))
}

fn confirmed(stage: &Stage) -> Value {
    let test = screened(stage);
    stage.desk.op("drug_test.laboratory", json!({ "id": test["id"], "rev": 1, "result": "negative" }))
}

fn consent(stage: &Stage) -> Value {
    stage.desk.op("consent.add", consent_request(&client(stage)))
}

fn consent_request(client: &Value) -> Value {
    json!({ "client": client, "kind": "tpo", "purpose": "Care", "scope": "All", "signed_on": "2026-11-02" })
}

fn problems() -> Value {
    json!([{ "words": "Opioids", "goals": [{ "words": "My license", "objectives": [{ "words": "Name three cues" }] }] }])
}

fn draft(desk: &Desk, client: &Value) -> Value {
    let draft = desk.op("plan.start", json!({ "client": client }));
    desk.op("plan.save", json!({ "id": draft["id"], "rev": 1, "problems": problems() }))
}

fn plan(stage: &Stage) -> Value {
    let draft = draft(&stage.desk, &client(stage));
    stage.desk.op("plan.sign", json!({ "id": draft["id"], "rev": draft["rev"] }))
}

fn objective(plan: &Value) -> Value {
    plan["problems"][0]["goals"][0]["objectives"][0].clone()
}

/// The table of `router.rs`: well-shaped, with a stale revision where there is one.
#[rustfmt::skip]
pub fn router_lines() -> Vec<(&'static str, Request)> {
    let mut lines: Vec<(&'static str, Request)> = vec![
        ("drug_test.panels", |_| json!({})),
        ("drug_test.validity", |_| json!({ "specimen": "urine", "measures": { "creatinine_tenths": 620 } })),
        ("drug_test.day", |_| json!({ "on": "2026-11-24" })),
        ("drug_test.chart", |s| json!({ "client": client(s) })),
        ("drug_test.get", |s| json!({ "id": screened(s)["id"] })),
        ("plan.get", |s| json!({ "client": client(s) })),
        ("plan.version", |s| json!({ "id": plan(s)["id"] })),
        ("consent.list", |s| json!({ "client": client(s) })),
        ("consent.kinds", |_| json!({})),
        ("caseload.list", |_| json!({})),
    ];
    for (name, request) in operations() {
        lines.push((name, match name {
            // A function pointer cannot capture: each operation with a revision has its stale twin here.
            "drug_test.collect" => |s| json!({ "id": ordered(s)["id"], "rev": STALE, "collection": collection() }),
            "drug_test.screen" => |s| json!({ "id": collected(s)["id"], "rev": STALE, "readings": screen(&[]) }),
            "drug_test.not_collected" => |s| json!({ "id": ordered(s)["id"], "rev": STALE, "outcome": "missed", "reason": "x" }),
            "drug_test.laboratory" => |s| json!({ "id": screened(s)["id"], "rev": STALE, "result": "negative" }),
            "drug_test.review" => |s| json!({ "id": confirmed(s)["id"], "rev": STALE, "result": "negative" }),
            "drug_test.interpret" => |s| json!({ "id": confirmed(s)["id"], "rev": STALE, "interpretation": "expected" }),
            "drug_test.correct" => |s| json!({ "id": collected(s)["id"], "rev": STALE, "because": "misread", "collection": collection() }),
            "drug_test.void" => |s| json!({ "id": screened(s)["id"], "rev": STALE, "reason": "wrong client" }),
            "plan.save" => |s| json!({ "id": draft(&s.desk, &client(s))["id"], "rev": STALE, "problems": problems() }),
            "plan.discard" => |s| json!({ "id": draft(&s.desk, &client(s))["id"], "rev": STALE }),
            "plan.sign" => |s| json!({ "id": draft(&s.desk, &client(s))["id"], "rev": STALE }),
            "plan.approve" => |s| json!({ "id": plan(s)["id"], "rev": STALE }),
            "plan.mark" => |s| json!({ "id": objective(&plan(s))["id"], "rev": STALE, "state": "met" }),
            "consent.revoke" => |s| json!({ "id": consent(s)["id"], "rev": STALE, "how": "written" }),
            "consent.void" => |s| json!({ "id": consent(s)["id"], "rev": STALE, "reason": "wrong client" }),
            _ => request,
        }));
    }
    lines
}

/// Every operation with a request that succeeds; each costs one fsync.
#[rustfmt::skip]
pub fn operations() -> Vec<(&'static str, Request)> {
    vec![
        ("drug_test.order", |s| order(&client(s))),
        ("drug_test.collect", |s| json!({ "id": ordered(s)["id"], "rev": 1, "collection": collection() })),
        ("drug_test.log", |s| log(&client(s), &["amp"])),
        ("drug_test.screen", |s| json!({ "id": collected(s)["id"], "rev": 1, "readings": screen(&[]) })),
        ("drug_test.not_collected", |s| json!({ "id": ordered(s)["id"], "rev": 1, "outcome": "unable", "reason": "3 hours" })),
        ("drug_test.laboratory", |s| json!({ "id": screened(s)["id"], "rev": 1, "result": "negative" })),
        ("drug_test.review", |s| json!({ "id": confirmed(s)["id"], "rev": 2, "result": "negative" })),
        ("drug_test.interpret", |s| json!({ "id": confirmed(s)["id"], "rev": 2, "interpretation": "expected" })),
        ("drug_test.correct", |s| json!({ "id": collected(s)["id"], "rev": 1, "because": "misread", "collection": collection() })),
        ("drug_test.void", |s| json!({ "id": screened(s)["id"], "rev": 1, "reason": "wrong client" })),
        ("plan.start", |s| json!({ "client": client(s) })),
        ("plan.save", |s| json!({ "id": draft(&s.desk, &client(s))["id"], "rev": 2, "problems": problems() })),
        ("plan.discard", |s| json!({ "id": draft(&s.desk, &client(s))["id"], "rev": 2 })),
        ("plan.sign", |s| json!({ "id": draft(&s.desk, &client(s))["id"], "rev": 2 })),
        ("plan.approve", |s| json!({ "id": plan(s)["id"], "rev": 3 })),
        ("plan.mark", |s| json!({ "id": objective(&plan(s))["id"], "rev": 1, "state": "met" })),
        ("consent.add", |s| consent_request(&client(s))),
        ("consent.revoke", |s| json!({ "id": consent(s)["id"], "rev": 1, "how": "oral" })),
        ("consent.void", |s| json!({ "id": consent(s)["id"], "rev": 1, "reason": "wrong client" })),
        ("caseload.export", |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("table.csv")));
            json!({ "clients": [client(s)], "reason": "weekly review" })
        }),
    ]
}
