//! Charts: the client, the care team, the stays, and the parts of a chart.

use serde_json::{Value, json};

use super::Cost::{Guess, One};
use super::{Line, line};
use crate::client_desk::fields;
use crate::desk::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::stage::Stage;

/// The nouns of a chart's parts and the type of their fields.
pub const PARTS: [(&str, &str); 7] = [
    ("contact", "ContactFields"),
    ("emergency_contact", "EmergencyContactFields"),
    ("insurance", "InsuranceFields"),
    ("license", "LicenseFields"),
    ("work", "WorkFields"),
    ("medication", "MedicationFields"),
    ("diagnosis", "DiagnosisFields"),
];

/// A client of the director's who was never admitted.
pub fn bare(stage: &Stage) -> Value {
    client_of(stage, &stage.me)["id"].take()
}

/// A client of the director's in treatment.
pub fn client(stage: &Stage) -> Value {
    let client = bare(stage);
    stage.desk.op("episode.admit", json!({ "client": client, "admission": admission() }));
    client
}

/// The same with the trainee on the care team.
pub fn shared_client(stage: &Stage) -> Value {
    let client = client(stage);
    stage.desk.op("care_team.add", json!({ "client": client, "staff": stage.trainee(), "part": "member" }));
    client
}

fn client_of(stage: &Stage, primary: &str) -> Value {
    stage.desk.op("client.add", json!({ "fields": fields("Rosalind", "Nakagawa"), "primary": primary }))
}

fn admission() -> Value {
    json!({ "admitted_on": "2026-11-02", "level": "2.1", "track": "Evening" })
}

/// A stay that is open.
pub fn episode(stage: &Stage) -> Value {
    stage.desk.op("episode.admit", json!({ "client": bare(stage), "admission": admission() }))["id"].take()
}

/// The director's place on the care team of another counselor's client.
pub fn care_place(stage: &Stage) -> Value {
    let with = json!({ "client": client_of(stage, &stage.person)["id"], "staff": stage.me, "part": "member" });
    stage.desk.op("care_team.add", with)["id"].take()
}

/// The number of a chart that only another counselor reaches.
fn sealed(stage: &Stage) -> Value {
    let client = client_of(stage, &stage.person);
    let seal = json!({ "id": client["id"], "rev": 1, "restricted": true, "reason": "Kin of staff" });
    stage.desk.op("client.restrict", seal);
    client["number"].clone()
}

/// The director's own opening of a chart that does not name them.
pub fn opened(stage: &Stage) -> Value {
    let with =
        json!({ "number": sealed(stage), "reason": "Called in distress", "proof": { "passphrase": PASSPHRASE } });
    stage.desk.op("client.break_glass", with);
    stage.desk.query("break_glass.list", json!({}))[0]["id"].take()
}

/// The trainee's opening of a chart that is not theirs.
pub fn glass(stage: &Stage) -> Value {
    let number = client_of(stage, &stage.person)["number"].take();
    stage.as_trainee(|desk| {
        let with =
            json!({ "number": number, "reason": "Called in distress", "proof": { "passphrase": OTHER_PASSPHRASE } });
        desk.op("client.break_glass", with);
    });
    stage.desk.query("break_glass.list", json!({}))[0]["id"].take()
}

/// A part of a chart.
pub fn part(stage: &Stage, noun: &str, of: &str) -> Value {
    stage.desk.op(&format!("{noun}.add"), part_request(stage, of))["id"].take()
}

fn part_request(stage: &Stage, of: &str) -> Value {
    json!({ "client": bare(stage), "fields": stage.sample(of) })
}

/// A chart of their own for the auditor.
fn name_chart(stage: &Stage) -> Value {
    json!({ "staff": stage.person, "client": bare(stage), "until": "2026-12-24" })
}

/// A chart the auditor reads.
pub fn named_chart(stage: &Stage) -> Value {
    stage.desk.op("named_chart.add", name_chart(stage))["id"].take()
}

/// A part that was taken back.
pub fn voided_part(stage: &Stage, noun: &str, of: &str) -> Value {
    let part = part(stage, noun, of);
    stage.desk.op(&format!("{noun}.void"), json!({ "id": part, "rev": 1 }));
    part
}

/// A stay that ended.
pub fn ended(stage: &Stage) -> Value {
    let episode = episode(stage);
    let end =
        json!({ "id": episode, "rev": 1, "how": "completed", "discharged_on": "2026-11-20", "reason": "Completed" });
    stage.desk.op("episode.discharge", end);
    episode
}

/// An inquiry that nobody answered yet.
pub fn inquiry(stage: &Stage) -> Value {
    stage.desk.op("inquiry.add", inquiry_request())["id"].take()
}

fn inquiry_request() -> Value {
    json!({ "who": { "new": fields("Silas", "Abara") }, "fields": crate::inquiry::call() })
}

fn screened_inquiry(stage: &Stage) -> Value {
    let id = inquiry(stage);
    stage.desk.op("inquiry.step", json!({ "id": id, "rev": 1, "to": "screened" }));
    id
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    let mut lines = vec![
        line("inquiry.add", One, |_| inquiry_request()),
        line("inquiry.change", One, |s| json!({ "id": inquiry(s), "rev": 1, "fields": crate::inquiry::call() })),
        line("inquiry.step", One, |s| json!({ "id": inquiry(s), "rev": 1, "to": "screened" })),
        line("inquiry.take_back", One, |s| json!({ "id": screened_inquiry(s), "rev": 2 })),
        line("inquiry.void", One, |s| json!({ "id": inquiry(s), "rev": 1 })),
        line("client.open", One, |s| json!({ "id": client(s) })),
        line("client.break_glass", Guess, |s| json!({ "number": sealed(s), "reason": "Called in distress", "proof": { "passphrase": PASSPHRASE } })),
        line("break_glass.seen", One, |s| json!({ "id": glass(s), "rev": 1 })),
        line("named_chart.add", One, name_chart),
        line("named_chart.end", One, |s| json!({ "id": named_chart(s), "rev": 1 })),
        line("client.add", One, |s| json!({ "fields": fields("Silas", "Abara"), "primary": s.person, "admission": admission() })),
        line("client.change", One, |s| json!({ "id": bare(s), "rev": 1, "fields": fields("Wren", "Abara") })),
        line("client.restrict", One, |s| json!({ "id": bare(s), "rev": 1, "restricted": true, "reason": "Kin of staff" })),
        line("client.void", One, |s| json!({ "id": bare(s), "rev": 1, "reason": "Entered twice" })),
        line("care_team.add", One, |s| json!({ "client": bare(s), "staff": s.person, "part": "member" })),
        line("care_team.end", One, |s| json!({ "id": care_place(s), "rev": 1 })),
        line("episode.admit", One, |s| json!({ "client": bare(s), "admission": admission() })),
        line("episode.change", One, |s| json!({ "id": episode(s), "rev": 1, "admitted_on": "2026-11-03", "track": "Day" })),
        line("episode.level", One, |s| json!({ "episode": episode(s), "rev": 1, "level": "1.0", "from_on": "2026-11-24" })),
        line("episode.discharge", One, |s| json!({ "id": episode(s), "rev": 1, "how": "completed", "discharged_on": "2026-11-24", "reason": "Completed" })),
        line("episode.reopen", One, |s| json!({ "id": ended(s), "rev": 2 })),
        line("episode.void", One, |s| json!({ "id": episode(s), "rev": 1 })),
    ];
    for (noun, of) in PARTS {
        lines.push(line(format!("{noun}.add"), One, move |s| part_request(s, of)));
        lines.push(line(format!("{noun}.change"), One, move |s| json!({ "id": part(s, noun, of), "rev": 1, "fields": s.sample(of) })));
        lines.push(line(format!("{noun}.void"), One, move |s| json!({ "id": part(s, noun, of), "rev": 1 })));
        lines.push(line(format!("{noun}.restore"), One, move |s| json!({ "id": voided_part(s, noun, of), "rev": 2 })));
    }
    lines
}
