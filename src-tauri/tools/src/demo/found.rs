//! The practice and its people, a few days before the first group.

use serde_json::{Value, json};

use super::door::{rows, text};
use super::stage::{Stage, plus};

/// Makes the practice, finishes its set-up with a first backup, and takes everybody on.
pub fn found(stage: &mut Stage) -> Result<(), String> {
    create(stage)?;
    let workers = stage.cast.staff.people.clone();
    for worker in workers.iter().skip(1) {
        take_on(stage, worker)?;
    }
    for worker in workers.iter().skip(1) {
        let temporary = stage.cast.staff.temporary_passphrase.clone();
        stage.door.know(&worker.login, &temporary);
        let change = json!({ "current": temporary, "new": worker.passphrase });
        stage.as_op(&worker.login, "passphrase.change", change)?;
        stage.door.know(&worker.login, &worker.passphrase);
        pin(stage, worker)?;
    }
    if let Some(director) = workers.first() {
        pin(stage, director)?;
    }
    Ok(())
}

fn pin(stage: &mut Stage, worker: &super::cast::Worker) -> Result<(), String> {
    stage.as_op(&worker.login, "pin.set", json!({ "passphrase": worker.passphrase, "pin": worker.pin }))?;
    stage.door.know_pin(&worker.login, &worker.pin);
    Ok(())
}

fn create(stage: &mut Stage) -> Result<(), String> {
    let Some(director) = stage.cast.staff.people.first().cloned() else { return Err("nobody directs".into()) };
    stage.door.know(&director.login, &director.passphrase);
    let request = json!({
        "practice": { "name": "Harbor Street IOP", "state": "MA", "time_zone": super::stage::ZONE,
                      "week_starts_on": "sunday", "solo": false },
        "director": { "given_name": director.given, "family_name": director.family,
                      "credential": director.credential, "login": director.login, "passphrase": director.passphrase }
    });
    let shown = stage.door.op("practice.create", request)?;
    stage.door.seated_by_first_run(&director.login);
    stage.door.op("recovery.check", json!({ "groups": asked(&shown) }))?;
    stage.door.op("backup.make", json!({}))?;
    stage.door.settle()?;
    for row in rows(&stage.door.ask("staff.list", json!({}))?) {
        stage.staff.insert(director.login.clone(), text(&row, "id"));
        // First run makes a director; that she also counsels is hers to say.
        let request = json!({ "id": row["id"], "rev": row["rev"], "given_name": director.given,
            "family_name": director.family, "roles": director.roles });
        stage.door.op("staff.change", request)?;
    }
    Ok(())
}

/// The groups of the recovery key that first run asks back, as typed from the paper.
fn asked(shown: &Value) -> Vec<Value> {
    let groups = rows(&shown["recovery_groups"]);
    rows(&shown["ask"])
        .into_iter()
        .filter_map(|index| {
            let at = usize::try_from(index.as_u64()?).ok()?;
            Some(json!({ "index": index, "text": groups.get(at.checked_sub(1)?)? }))
        })
        .collect()
}

fn take_on(stage: &mut Stage, worker: &super::cast::Worker) -> Result<(), String> {
    let mut request = json!({
        "given_name": worker.given, "family_name": worker.family, "login": worker.login, "roles": worker.roles,
        "temporary_passphrase": stage.cast.staff.temporary_passphrase,
    });
    if !worker.credential.is_empty() {
        let number = stage.dice.between(10_000, 99_999);
        request["credential"] = json!({
            "label": worker.credential, "license_state": "MA", "license_number": number.to_string(),
            "expires_on": plus(stage.today, worker.expires_in_days), "needs_cosign": worker.needs_cosign,
        });
    }
    if let Some(supervisor) = &worker.supervisor {
        request["supervisor"] = stage.worker(supervisor).into();
    }
    let row = stage.as_op("theodora", "staff.add", request)?;
    stage.staff.insert(worker.login.clone(), text(&row, "id"));
    Ok(())
}
