//! The practice, its people, their own things and the vault, in an order in which each succeeds.

use serde_json::{Value, json};

use super::Cost::{Free, Guess, GuessAndKeys, Keys, One, Vault};
use super::{Line, line};
use crate::desk::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::stage::Stage;

const TEMPORARY: &str = "cobalt meadow trumpet ninety";

fn row(stage: &Stage, id: &str) -> Value {
    let staff = stage.desk.query("staff.list", json!({}));
    staff.as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    let mut lines = vec![
        line("practice.change", One, |s| { let mut row = s.desk.query("practice.get", json!({})); row["name"] = json!("Harbor Street"); row }),
        line("policy.set", One, |_| json!({ "key": "hours_2_1", "value": "10", "effective_on": "2026-12-01" })),
        line("staff.change", One, |s| { let row = row(s, &s.person); json!({ "id": row["id"], "rev": row["rev"],
            "given_name": "Marisol", "family_name": "Vega", "roles": ["counselor", "facilitator"] }) }),
        line("staff.credential_add", One, |s| json!({ "staff": s.person, "fields": { "label": "RN", "license_state": "MA",
            "license_number": "1", "needs_cosign": false } })),
        line("staff.credential_change", One, |s| json!({ "id": s.credential, "rev": 1, "fields": { "label": "LPC",
            "license_state": "NH", "license_number": "1", "needs_cosign": false } })),
        line("staff.credential_void", One, |s| json!({ "id": s.credential, "rev": 2, "reason": "typed twice" })),
        line("screen.set", One, |_| json!({ "theme": "dark", "contrast": false, "density": "compact", "single_keys": true })),
        line("draft.save", One, |_| json!({ "form": "policy", "body": {}, "typed": true, "rev": 0 })),
        line("draft.set_aside", One, |_| json!({ "form": "policy", "part": "Plan", "words": "Call again on Friday." })),
        line("draft.discard", One, |_| json!({ "form": "policy" })),
        line("backup.automatic", One, |_| json!({ "minutes": 60 })),
        line("backup.place", One, |s| { s.desk.world.choose(Some(s.desk.room.path().join("stick"))); json!({}) }),
        line("recovery.print", One, |s| { s.desk.world.place_at(Some(s.desk.room.path().join("key.pdf"))); json!({ "copies": 1 }) }),
        line("pin.set", Guess, |_| json!({ "passphrase": PASSPHRASE, "pin": "2580" })),
        line("pin.clear", One, |_| json!({})),
        line("recovery.check", Free, |_| json!({ "groups": [{ "index": 1, "text": "00000" }] })),
        line("recovery.renew", GuessAndKeys, |_| json!({ "passphrase": PASSPHRASE })),
        line("recovery.show", Free, |_| json!({})),
    ];
    lines.extend(super::writing::of_licenses());
    lines.extend(vec![
        line("staff.add", Keys, |_| json!({ "given_name": "Bram", "family_name": "Okafor", "login": "bram",
            "roles": ["counselor"], "temporary_passphrase": TEMPORARY })),
        line("staff.reset_passphrase", Keys, |s| json!({ "id": s.person, "temporary_passphrase": TEMPORARY })),
        line("staff.deactivate", Keys, |s| { let row = row(s, &s.person); json!({ "id": row["id"], "rev": row["rev"], "reason": "moved" }) }),
        line("staff.reactivate", Keys, |s| { let row = row(s, &s.former); json!({ "id": row["id"], "rev": row["rev"],
            "temporary_passphrase": TEMPORARY }) }),
        line("passphrase.change", GuessAndKeys, |_| json!({ "current": PASSPHRASE, "new": OTHER_PASSPHRASE })),
        line("job.cancel", Free, |_| json!({ "id": "job-0" })),
        line("job.dismiss", Free, |_| json!({ "id": "job-0" })),
        line("backup.make", Vault, |_| json!({})),
        line("backup.verify", Vault, |s| json!({ "file": s.desk.query("backup.list", json!({}))["rows"][0]["file"] })),
        line("audit.verify", Vault, |_| json!({})),
        line("instrument.hand", Vault, |s| json!({ "client": super::chart::client(s), "code": "phq9" })),
        line("instrument.keep", One, |_| json!({ "answers": { "q1": 1 } })),
        line("instrument.hand_in", One, |_| json!({ "answers": { "q1": 1 } })),
        line("plan_signature.hand", Vault, |s| {
            s.desk.op("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE }));
            json!({ "id": super::treatment::plan_signed_with(s, OTHER_PASSPHRASE)["id"] })
        }),
        line("plan_signature.hand_in", One, |_| json!({ "name": "Rosalind", "drawn": "" })),
        line("workstation.lock", Vault, |_| json!({ "depth": "soft" })),
        line("workstation.unlock", Guess, |_| json!({ "passphrase": OTHER_PASSPHRASE })),
    ]);
    lines
}
