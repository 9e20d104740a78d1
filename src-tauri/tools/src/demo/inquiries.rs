//! Calls that came in lately, and how far each of them is. The front desk takes them and takes their steps.

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};

use super::stage::{Stage, plus};

/// A call as written down, with what followed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inquiry {
    given: String,
    family: String,
    profession: String,
    caller: String,
    caller_is: String,
    call_back: String,
    message_is_safe: bool,
    urgency: String,
    coverage: String,
    about: String,
    /// Before the last day of the demo.
    days_ago: i64,
    steps: Vec<Step>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    /// Days after the call.
    after: i64,
    to: String,
    #[serde(default)]
    reason: String,
    /// Days from the step to the appointment that it books.
    #[serde(default)]
    day: Option<i64>,
}

/// What the front desk does about inquiries on a day.
pub fn day(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    let calls = stage.cast.inquiries.clone();
    for (place, call) in calls.iter().enumerate() {
        let asked_on = plus(stage.today, -call.days_ago);
        if asked_on == on {
            let added = stage.as_op("jolene", "inquiry.add", request(call))?;
            stage.inquiries.insert(place, (added["id"].clone(), 1));
        }
        for step in call.steps.iter().filter(|step| plus(asked_on, step.after) == on) {
            let Some((id, rev)) = stage.inquiries.get(&place).cloned() else { continue };
            let mut with = json!({ "id": id, "rev": rev, "to": step.to, "reason": step.reason });
            if let Some(days) = step.day {
                with["day"] = json!(plus(on, days));
            }
            stage.as_op("jolene", "inquiry.step", with)?;
            stage.inquiries.insert(place, (id, rev + 1));
        }
    }
    Ok(())
}

fn request(call: &Inquiry) -> Value {
    json!({
        "who": { "new": {
            "family_name": call.family, "given_name": call.given, "preferred_name": "", "other_names": "", "pronouns": "",
            "sex": "", "address": "", "city": "", "state": "", "zip": "", "mail_is_safe": false, "allergies": "",
            "alerts": "", "profession": call.profession, "referral_source": "", "referral_detail": "",
        } },
        "fields": {
            "caller": call.caller, "caller_is": call.caller_is, "call_back": call.call_back,
            "message_is_safe": call.message_is_safe, "urgency": call.urgency, "coverage": call.coverage,
            "about": call.about,
        },
    })
}
