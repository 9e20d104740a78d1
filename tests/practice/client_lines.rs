//! Charts on the stage, and their lines in the tables over all calls.

use serde_json::{Value, json};

use crate::client_desk::fields;
use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};
use crate::stage::Stage;

/// Charts with something of every part; the director is on the team of the first.
pub struct Charts {
    /// A client with a row in each part.
    pub client: Value,
    /// The rows by their call's noun.
    rows: Vec<(&'static str, Value)>,
    episode: Value,
    place: Value,
    /// Somebody else's opening of the glass.
    glass: Value,
    /// A counselor who cares for nobody but the restricted client, number 2.
    ambrose: Value,
    /// A client with nothing but a name.
    spare: Value,
}

/// A part with fields that are right.
fn parts() -> Vec<(&'static str, Value)> {
    vec![
        (
            "contact",
            json!({ "kind": "cell", "value": "617 555 0134", "call_is_safe": true, "message_is_safe": true,
                            "preferred": true }),
        ),
        (
            "emergency_contact",
            json!({ "name": "Noor", "relationship": "Sister", "phone": "617 555 0199",
                                      "knows_of_treatment": true }),
        ),
        (
            "insurance",
            json!({ "position": 1, "payer": "Bay State Mutual", "member_number": "", "group_number": "",
                              "subscriber": "", "paid_in_full": false }),
        ),
        (
            "license",
            json!({ "label": "RN", "state": "MA", "number": "", "status": "active", "board": "",
                            "monitoring_program": "" }),
        ),
        (
            "work",
            json!({ "employer": "Old Harbor Hospital", "unit": "", "position": "", "pattern": "nights",
                         "pattern_words": "" }),
        ),
        (
            "medication",
            json!({ "name": "Sertraline", "dose": "", "frequency": "", "prescriber": "", "shows_as": "" }),
        ),
        ("diagnosis", json!({ "code": "F10.20", "words": "Alcohol dependence, uncomplicated", "position": 1 })),
    ]
}

impl Charts {
    /// Sets them: the director is signed in before and after.
    pub fn set(desk: &Desk) -> Self {
        let me = desk.query("workstation.state", json!({}))["person"]["id"].clone();
        let ambrose = desk.hire("Ambrose", "Okafor", "ambrose", &["counselor"])["id"].clone();
        let admission = json!({ "admitted_on": "2026-08-24", "level": "2.1", "track": "" });
        let add = |given: &str, primary: &Value, admission: Value| {
            let with = json!({ "fields": fields(given, "Abara"), "primary": primary, "admission": admission });
            desk.op("client.add", with)["id"].take()
        };
        let client = add("Wren", &me, admission);
        let sealed = add("Silas", &ambrose, Value::Null);
        let rows = parts().into_iter().map(|(noun, fields)| {
            (noun, desk.op(&format!("{noun}.add"), json!({ "client": client, "fields": fields }))["id"].take())
        });
        let rows = rows.collect();
        let spare = add("Ada", &Value::Null, Value::Null);
        desk.op("client.restrict", json!({ "id": sealed, "rev": 1, "restricted": true, "reason": "Kin of staff" }));
        desk.switch_to("ambrose", OTHER_PASSPHRASE);
        desk.op(
            "client.break_glass",
            json!({ "number": 1, "reason": "Called in distress", "passphrase": OTHER_PASSPHRASE }),
        );
        desk.switch_to("theodora", PASSPHRASE);
        let chart = desk.op("client.open", json!({ "id": client }));
        let glass = desk.query("break_glass.list", json!({}))[0]["id"].take();
        // Half an hour later nothing of this counts as just opened any more.
        desk.clock.pass(31 * 60_000);
        desk.switch_to("theodora", PASSPHRASE);
        // The recovery key that was not yet typed back went with the lock: the lines about it need one.
        desk.op("recovery.show", json!({}));
        Self {
            episode: chart["episodes"][0]["id"].clone(),
            place: chart["care_team"][0]["id"].clone(),
            client,
            rows,
            glass,
            ambrose,
            spare,
        }
    }

    fn row(&self, noun: &str) -> &Value {
        &self.rows.iter().find(|(name, _)| *name == noun).unwrap().1
    }
}

/// Every call with a request of the right shape; where it carries a revision, this one.
#[rustfmt::skip]
pub fn requests(stage: &Stage, rev: i64) -> Vec<(String, Value)> {
    let charts = &stage.charts;
    let mut lines = vec![
        ("client.find".to_owned(), json!({ "text": "abara" })),
        ("client.list".to_owned(), json!({ "which": "all", "sort": "name", "descending": false, "text": "", "skip": 0, "limit": 50 })),
        ("client.duplicates".to_owned(), json!({ "family_name": "Abara", "given_name": "Wren", "preferred_name": "", "phones": [] })),
        ("client.professions".to_owned(), json!({})),
        ("diagnosis.choices".to_owned(), json!({ "text": "F10" })),
        ("break_glass.list".to_owned(), json!({})),
    ];
    lines.extend(own(charts, |_| rev));
    for (noun, fields) in parts() {
        lines.extend(of_part(charts, noun, &fields, [rev, rev, rev]));
    }
    lines
}

/// Every operation, in an order in which each succeeds.
pub fn operations(stage: &Stage) -> Vec<(String, Value)> {
    let charts = &stage.charts;
    let mut lines = own(charts, |name| match name {
        "episode.level" | "client.restrict" => 2,
        "episode.discharge" => 3,
        "episode.reopen" => 4,
        "episode.void" => 5,
        _ => 1,
    });
    for (noun, fields) in parts() {
        lines.extend(of_part(charts, noun, &fields, [1, 2, 3]));
    }
    lines
}

#[rustfmt::skip]
fn own(charts: &Charts, rev: impl Fn(&str) -> i64) -> Vec<(String, Value)> {
    let (client, episode) = (&charts.client, &charts.episode);
    let line = |name: &str, mut request: Value| {
        if request.get("rev").is_some() {
            request["rev"] = json!(rev(name));
        }
        (name.to_owned(), request)
    };
    let admission = json!({ "admitted_on": "2026-11-24", "level": "2.1", "track": "" });
    vec![
        line("client.open", json!({ "id": client })),
        line("client.break_glass", json!({ "number": 2, "reason": "Called in distress", "passphrase": PASSPHRASE })),
        line("break_glass.seen", json!({ "id": charts.glass, "rev": 0 })),
        line("client.add", json!({ "fields": fields("Bo", "Zhu") })),
        line("client.change", json!({ "id": client, "rev": 0, "fields": fields("Wren", "Zhu") })),
        line("care_team.add", json!({ "client": client, "staff": charts.ambrose, "part": "member" })),
        line("episode.admit", json!({ "client": charts.spare, "admission": admission })),
        line("episode.change", json!({ "id": episode, "rev": 0, "admitted_on": "2026-08-25", "track": "Day" })),
        line("episode.level", json!({ "episode": episode, "rev": 0, "level": "1.0", "from_on": "2026-11-24" })),
        line("episode.discharge", json!({ "id": episode, "rev": 0, "discharged_on": "2026-11-24", "reason": "Completed" })),
        line("episode.reopen", json!({ "id": episode, "rev": 0 })),
        line("episode.void", json!({ "id": episode, "rev": 0 })),
        line("client.restrict", json!({ "id": client, "rev": 0, "restricted": true, "reason": "Kin of staff" })),
        line("care_team.end", json!({ "id": charts.place, "rev": 0 })),
        line("client.void", json!({ "id": charts.spare, "rev": 0, "reason": "Entered twice" })),
    ]
}

fn of_part(charts: &Charts, noun: &str, fields: &Value, revs: [i64; 3]) -> Vec<(String, Value)> {
    let row = charts.row(noun);
    vec![
        (format!("{noun}.add"), json!({ "client": charts.client, "fields": fields })),
        (format!("{noun}.change"), json!({ "id": row, "rev": revs[0], "fields": fields })),
        (format!("{noun}.void"), json!({ "id": row, "rev": revs[1] })),
        (format!("{noun}.restore"), json!({ "id": row, "rev": revs[2] })),
    ]
}
