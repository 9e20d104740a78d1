//! One practice with something of everything in it: what a table over all calls needs to ask about.

use std::cell::OnceCell;
use std::collections::HashMap;

use practice::kernel::codegen;
use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE, found_request};
use crate::lines::{admission, chart, evening, note, outside, panel, random, record, schedule, treatment, writing};
use crate::shape::Shapes;

/// A desk and the ids of what is there. The director holds every role and is signed in.
pub struct Stage {
    pub desk: Desk,
    /// The director.
    pub me: String,
    /// An active counselor.
    pub person: String,
    /// Somebody whose access ended.
    pub former: String,
    /// A credential of the counselor.
    pub credential: String,
    /// Somebody whose notes the director cosigns; hired when a line first needs them.
    trainee: OnceCell<String>,
    shapes: Shapes,
    /// What the window is told of every call: its request among it.
    map: String,
    /// Rows by the type of their id: `ClientId` for every call, `contact/PartId` for the calls of a noun, and
    /// `contact.restore/PartId` for one call, the narrowest first.
    ids: HashMap<String, String>,
}

impl Stage {
    /// Sets it, with a row of every kind.
    pub fn set() -> Self {
        let mut stage = Self::bare();
        stage.rows();
        stage
    }

    /// The practice and its people alone: for lines that make the rows they ask about.
    pub fn bare() -> Self {
        let desk = Desk::empty();
        let mut found = found_request();
        found["practice"]["solo"] = json!(true);
        desk.op("practice.create", found);
        // Founded alone, the director has every role; with others at work, they need a second signature and approval.
        let mut practice = desk.query("practice.get", json!({}));
        practice["solo"] = json!(false);
        desk.op("practice.change", practice);
        let me = desk.query("workstation.state", json!({}))["person"]["id"].take();
        let (person, former) = (add(&desk, "Marisol", false, None), add(&desk, "Ludek", false, None));
        desk.op("staff.deactivate", json!({ "id": former["id"], "rev": former["rev"], "reason": "moved away" }));
        let (types, map) = codegen::typescript(&practice::calls());
        let person_id = text(&person["id"]);
        Self {
            me: text(&me),
            former: text(&former["id"]),
            credential: text(&person["credentials"][0]["id"]),
            ids: HashMap::from([("StaffId".into(), person_id.clone())]),
            person: person_id,
            trainee: OnceCell::new(),
            shapes: Shapes::read(&types),
            map,
            desk,
        }
    }

    /// A well-shaped value of a type, about rows that are there.
    pub fn sample(&self, of: &str) -> Value {
        self.shapes.sample(of, &self.ids)
    }

    /// A well-shaped request of a call, about rows that are there.
    pub fn request(&self, call: &str) -> Value {
        let line =
            self.map.lines().find(|line| line.trim_start().starts_with(&format!("\"{call}\": {{ kind"))).unwrap();
        let of = line.split("request: ").nth(1).unwrap().split("; answer").next().unwrap();
        self.shapes.sample(of, &self.ids_for(call))
    }

    fn ids_for(&self, call: &str) -> HashMap<String, String> {
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

    /// Ambrose, whom the director supervises and whose notes need a second signature.
    pub fn trainee(&self) -> &str {
        self.trainee.get_or_init(|| {
            let trainee = add(&self.desk, "Ambrose", true, Some(&self.me));
            self.desk.switch_to("ambrose", TEMPORARY);
            self.desk.op("passphrase.change", json!({ "current": TEMPORARY, "new": OTHER_PASSPHRASE }));
            self.desk.switch_to("theodora", PASSPHRASE);
            text(&trainee["id"])
        })
    }

    /// Does something as the trainee; the director is signed in before and after.
    pub fn as_trainee<T>(&self, does: impl FnOnce(&Desk) -> T) -> T {
        self.trainee();
        self.desk.switch_to("ambrose", OTHER_PASSPHRASE);
        let done = does(&self.desk);
        self.desk.switch_to("theodora", PASSPHRASE);
        done
    }

    fn keep(&mut self, kind: &str, id: &Value) {
        self.ids.insert(kind.into(), text(id));
    }

    /// A row of every kind that a request can name.
    fn rows(&mut self) {
        let plan = treatment::plan(self);
        self.keep("PlanId", &plan["id"]);
        self.keep("ObjectiveId", &treatment::objective(&plan)["id"]);
        let rows = [
            ("ClientId", chart::client(self)),
            ("EpisodeId", chart::episode(self)),
            ("CareTeamId", chart::care_place(self)),
            ("PlanSignatureId", treatment::client_signature(self)["id"].take()),
            ("LibraryObjectiveId", treatment::library_objective(self)["id"].take()),
            ("ConsentId", treatment::consent(self)["id"].take()),
            ("DrugTestId", treatment::screened(self)["id"].take()),
            ("PanelId", panel::shipped(self, "np5")),
            ("LaboratoryId", panel::laboratory(self)),
            ("HandOffId", panel::handed(self)["id"].take()),
            ("AgreementId", outside::agreement(self).0),
            ("DisclosureId", outside::told(self)["id"].take()),
            ("FollowUpId", treatment::follow_up(self, "add_alcohol")["id"].take()),
            ("FollowUpRuleId", treatment::follow_up_rule(self).0["id"].take()),
            ("WorkPatternId", treatment::work_pattern(self)),
            ("CounselingRecoveryId", record::recovery(self).0["id"].take()),
            ("CounselingNoteId", record::counseling_note(self)["id"].take()),
            ("MeasurementId", record::measurement(self)["id"].take()),
            ("InstrumentId", record::added(self)["id"].take()),
            ("GroupId", evening::group(self)),
            ("CurriculumId", evening::curriculum(self).0),
            ("SlotId", evening::slot(self)),
            ("MembershipId", evening::membership(self)),
            ("ClosureId", schedule::closure(self)),
            ("ApartId", schedule::pair(self).0),
            ("WaitlistId", schedule::waiting(self)),
            ("BookingId", schedule::booking(self)),
            ("ArrivalId", schedule::arrival(self)),
            ("NoteId", note::draft(self)),
            ("TimelineId", note::draft(self)),
            ("TemplateId", writing::template(self)["id"].take()),
            ("EditionId", writing::edition(self)),
            ("SnippetId", writing::snippet(self)["id"].take()),
            ("SpellingWordId", writing::word(self)["id"].take()),
            ("TaskId", writing::task(self)["id"].take()),
            ("StandInId", writing::stand_in(self)["id"].take()),
            ("MendId", writing::mended(self)["id"].take()),
            ("GlassId", chart::opened(self)),
            ("NamedChartId", chart::named_chart(self)),
            ("InquiryId", chart::inquiry(self)),
            ("AssessmentId", admission::assessment(self)["id"].take()),
            ("DischargeSummaryId", admission::summary(self)["id"].take()),
            ("IntakeItemId", admission::item(self)["id"].take()),
            ("IntakeMarkId", admission::mark(self)),
        ];
        for (kind, id) in rows {
            self.keep(kind, &id);
        }
        for (kind, id) in random::rows(self) {
            self.keep(kind, &id);
        }
        let (session, attendance) = evening::recorded(self);
        self.keep("SessionId", &session);
        self.keep("AttendanceId", &attendance);
        let unknown = evening::unknown(self);
        self.keep("UnknownId", &unknown);
        let (of_group, _) = evening::group_session(self);
        self.keep("group_note/SessionId", &of_group);
        for (noun, of) in chart::PARTS {
            let part = chart::part(self, noun, of);
            self.keep(&format!("{noun}/PartId"), &part);
        }
    }
}

const TEMPORARY: &str = "cobalt meadow trumpet ninety";

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn add(desk: &Desk, given: &str, needs_cosign: bool, supervisor: Option<&str>) -> Value {
    let mut person = json!({ "given_name": given, "family_name": "Quiñones", "login": given.to_lowercase(),
        "roles": ["counselor", "auditor"], "temporary_passphrase": TEMPORARY,
        "credential": { "label": "LPC", "license_state": "MA", "license_number": "4471", "needs_cosign": needs_cosign } });
    if let Some(supervisor) = supervisor {
        person["supervisor"] = json!(supervisor);
    }
    desk.op("staff.add", person)
}
