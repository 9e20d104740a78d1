//! Charts an auditor was named for: by whom, until when, and that nothing else opens.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::client::{faults, open};
use crate::client_desk::Clinic;

#[test]
fn an_auditor_reads_the_charts_they_were_named_for_until_the_day() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let other = clinic.client("Wren", "Abara", &clinic.marisol);
    let auditor = clinic.desk.hire("Perpetua", "Vance", "perpetua", &["auditor"])["id"].clone();
    let name =
        |staff: &Value, client: &Value, until: &str| json!({ "staff": staff, "client": client, "until": until });
    let theirs = json!({ "staff": auditor });

    clinic.as_person("perpetua");
    assert_eq!(clinic.desk.refused("client.open", json!({ "id": client })).code, Code::NotFound);
    clinic.as_person("theodora");
    assert_eq!(faults(&clinic.desk.refused("named_chart.add", name(&auditor, &client, "2026-11-23"))), ["until"]);
    assert_eq!(faults(&clinic.desk.refused("named_chart.add", name(&auditor, &client, "2027-11-27"))), ["until"]);
    let not = clinic.desk.refused("named_chart.add", name(&json!(clinic.marisol), &client, "2026-11-30"));
    assert_eq!(not.rule, Some("client.not_an_auditor"));
    let named = clinic.desk.op("named_chart.add", name(&auditor, &client, "2026-11-25"));
    let again = clinic.desk.refused("named_chart.add", name(&auditor, &client, "2026-11-30"));
    assert_eq!(again.rule, Some("client.named_already"));
    let list = clinic.desk.query("named_chart.list", theirs.clone());
    assert_eq!(
        (&list[0]["client"], &list[0]["until"], &list[0]["by"]),
        (&json!("C-0001"), &json!("2026-11-25"), &json!("Theodora Brandvold"))
    );

    clinic.as_person("perpetua");
    assert_eq!(open(&clinic, &client)["may"]["change"], false);
    assert_eq!(clinic.desk.refused("client.open", json!({ "id": other })).code, Code::NotFound);
    // It ends at midnight after the last day.
    clinic.desk.clock.pass(2 * 24 * 60 * 60_000);
    clinic.as_person("perpetua");
    assert_eq!(clinic.desk.refused("client.open", json!({ "id": client })).code, Code::NotFound);
    clinic.as_person("theodora");
    assert_eq!(clinic.desk.query("named_chart.list", theirs.clone()), json!([]));
    let ended = clinic.desk.op("named_chart.add", name(&auditor, &other, "2026-12-24"));
    clinic.desk.op("named_chart.end", json!({ "id": ended["id"], "rev": 1 }));
    let stale = json!({ "id": ended["id"], "rev": 2 });
    assert_eq!(clinic.desk.refused("named_chart.end", stale).code, Code::NotFound);
    assert_ne!(named["id"], ended["id"]);
    clinic.as_person("perpetua");
    assert_eq!(clinic.desk.refused("client.open", json!({ "id": other })).code, Code::NotFound);
}

#[test]
fn a_restricted_chart_is_named_by_a_director_on_its_team_only() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let auditor = clinic.desk.hire("Perpetua", "Vance", "perpetua", &["auditor"])["id"].clone();
    clinic.desk.op(
        "client.restrict",
        json!({ "id": client, "rev": 1, "restricted": true, "reason": "Sister of a colleague" }),
    );
    let name = json!({ "staff": auditor, "client": client, "until": "2026-11-30" });
    assert_eq!(clinic.desk.refused("named_chart.add", name).code, Code::NotFound);
}
