//! One practice with something of everything in it: what a table over all calls needs to ask about.

use std::collections::HashMap;

use practice::kernel::codegen;
use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE, found_request};
use crate::shape::Shapes;

/// A desk and the ids of what is there. The director holds every role and is signed in.
pub struct Stage {
    pub desk: Desk,
    /// An active counselor.
    pub person: String,
    /// Somebody whose access ended.
    pub former: String,
    /// A credential of the counselor.
    pub credential: String,
    /// Rows by the type of their id: `ClientId` for every call, `contact/PartId` for the calls of a noun, and
    /// `contact.restore/PartId` for one call, the narrowest first.
    ids: HashMap<String, String>,
}

impl Stage {
    /// Sets it.
    pub fn set() -> Self {
        let desk = Desk::empty();
        let mut found = found_request();
        found["practice"]["solo"] = json!(true);
        desk.op("practice.create", found);
        let add = |given: &str, login: &str| {
            desk.op(
                "staff.add",
                json!({ "given_name": given, "family_name": "Quiñones", "login": login, "roles": ["counselor"],
                        "credential": { "label": "LPC", "license_state": "MA", "license_number": "4471",
                                        "needs_cosign": false },
                        "temporary_passphrase": OTHER_PASSPHRASE }),
            )
        };
        let (person, former) = (add("Marisol", "marisol"), add("Ludek", "ludek"));
        desk.op("staff.deactivate", json!({ "id": former["id"], "rev": former["rev"], "reason": "moved away" }));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut stage = Self {
            person: text(&person["id"]),
            former: text(&former["id"]),
            credential: text(&person["credentials"][0]["id"]),
            desk,
            ids: HashMap::new(),
        };
        stage.ids.insert("StaffId".into(), stage.person.clone());
        stage.charts();
        stage
    }

    /// Rows to ask a call about.
    pub fn ids_for(&self, call: &str) -> HashMap<String, String> {
        let noun = call.split('.').next().unwrap();
        let mut ids = self.ids.clone();
        for narrower in [noun, call] {
            for (name, id) in &self.ids {
                if let Some((_, kind)) = name.split_once('/').filter(|(of, _)| *of == narrower) {
                    ids.insert(kind.into(), id.clone());
                }
            }
        }
        ids
    }

    /// Runs an operation that adds a row, and keeps the row's id under a name.
    fn add(&mut self, kept_as: &str, call: &str, with: Value) -> String {
        let (syncs, answer) = vault::vfs::fsyncs_of(|| self.desk.op(call, with));
        assert_eq!(syncs, 1, "{call}");
        let id = answer["id"].as_str().unwrap_or_else(|| panic!("{call}: {answer}")).to_owned();
        self.ids.insert(kept_as.into(), id.clone());
        id
    }

    /// A client with everything a chart can hold.
    fn charts(&mut self) {
        let client = self.add(
            "ClientId",
            "client.add",
            json!({ "fields": crate::client_desk::fields("Rosalind", "Nakagawa"), "primary": self.person }),
        );
        let admission = json!({ "admitted_on": "2026-10-01", "level": "2.1", "track": "Evening" });
        self.add("EpisodeId", "episode.admit", json!({ "client": client, "admission": admission }));
        let other = json!({ "fields": crate::client_desk::fields("Silas", "Abara"), "primary": self.person });
        let other = self.desk.op("client.add", other)["id"].take();
        let ended = json!({ "client": other, "admission": admission });
        let ended = self.add("episode.reopen/EpisodeId", "episode.admit", ended);
        let end = json!({ "id": ended, "rev": 1, "discharged_on": "2026-11-20", "reason": "Completed" });
        self.desk.op("episode.discharge", end);
        let member =
            json!({ "client": client, "staff": self.desk.query("staff.list", json!({}))[0]["id"], "part": "member" });
        self.add("CareTeamId", "care_team.add", member.clone());
        self.papers_and_tests(&member["staff"]);
        self.opening();
        let shapes = Shapes::read(&codegen::typescript(&practice::calls()).0);
        for (noun, fields) in [
            ("contact", "ContactFields"),
            ("emergency_contact", "EmergencyContactFields"),
            ("insurance", "InsuranceFields"),
            ("license", "LicenseFields"),
            ("work", "WorkFields"),
            ("medication", "MedicationFields"),
            ("diagnosis", "DiagnosisFields"),
        ] {
            let fields = shapes.sample(fields, &self.ids);
            let (add, void) = (format!("{noun}.add"), format!("{noun}.void"));
            let request = json!({ "client": client, "fields": fields });
            let taken_back = self.add(&format!("{noun}.restore/PartId"), &add, request.clone());
            self.desk.op(&void, json!({ "id": taken_back, "rev": 1 }));
            self.add(&format!("{noun}/PartId"), &add, request);
        }
    }

    /// A plan, a consent, and a drug test at each step that a call asks about.
    /// They have a client of their own: one with records cannot be voided.
    fn papers_and_tests(&mut self, director: &Value) {
        use crate::testing_desk::{admitted, collection, log, order};
        let client = admitted(&self.desk, "Esperanza", "Iturriagagoitia", &json!(self.person), "2026-11-02");
        self.desk.op("care_team.add", json!({ "client": client, "staff": director, "part": "member" }));
        let problems = json!([{ "words": "Opioids", "goals": [{ "words": "My license",
            "objectives": [{ "words": "Name three cues" }] }] }]);
        let draft = self.desk.op("plan.start", json!({ "client": client }));
        let draft =
            self.desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems }));
        let plan = self.desk.op("plan.sign", json!({ "id": draft["id"], "rev": draft["rev"] }));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        self.ids.insert("plan.approve/PlanId".into(), text(&plan["id"]));
        self.ids.insert("plan.version/PlanId".into(), text(&plan["id"]));
        let objective = &plan["problems"][0]["goals"][0]["objectives"][0]["id"];
        self.ids.insert("ObjectiveId".into(), text(objective));
        self.add("PlanId", "plan.start", json!({ "client": client }));
        let consent = json!({ "client": client, "kind": "tpo", "purpose": "Care", "scope": "All",
                              "signed_on": "2026-11-02" });
        self.add("ConsentId", "consent.add", consent);
        self.add("DrugTestId", "drug_test.log", log(&client, &[]));
        let mut unread = log(&client, &[]);
        unread["readings"] = json!([]);
        unread["collection"] = collection();
        self.add("drug_test.screen/DrugTestId", "drug_test.log", unread);
        for call in ["drug_test.collect", "drug_test.not_collected"] {
            self.add(&format!("{call}/DrugTestId"), "drug_test.order", order(&client));
        }
    }

    /// A restricted chart that does not name the director, opened by them in an emergency.
    fn opening(&mut self) {
        let with = json!({ "fields": crate::client_desk::fields("Wren", "Zhu"), "primary": self.person });
        let sealed = self.desk.op("client.add", with);
        let restrict = json!({ "id": sealed["id"], "rev": 1, "restricted": true, "reason": "Kin of a colleague" });
        self.desk.op("client.restrict", restrict);
        let opening = json!({ "number": sealed["number"], "reason": "Called in distress", "passphrase": PASSPHRASE });
        self.desk.op("client.break_glass", opening);
        let opening = self.desk.query("break_glass.list", json!({}))[0]["id"].take();
        self.ids.insert("GlassId".into(), opening.as_str().unwrap().to_owned());
    }
}
