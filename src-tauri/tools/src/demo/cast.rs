//! Who works here and who is treated here, and everything else that is written down in `assets/demo`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A person on the staff.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worker {
    pub login: String,
    pub given: String,
    pub family: String,
    pub roles: Vec<String>,
    #[serde(default)]
    pub credential: String,
    #[serde(default)]
    pub expires_in_days: i64,
    #[serde(default)]
    pub needs_cosign: bool,
    #[serde(default)]
    pub supervisor: Option<String>,
    /// For signing and for coming back from a lock.
    pub pin: String,
    pub passphrase: String,
}

/// Everybody on the staff.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    pub temporary_passphrase: String,
    pub people: Vec<Worker>,
}

/// A profession with where it works and who licenses it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profession {
    pub employer: String,
    pub places: Vec<String>,
    pub position: String,
    pub board: String,
    pub program: String,
    pub units: Vec<String>,
}

/// A client as written down; dates and details are thrown.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Client {
    pub given: String,
    pub family: String,
    #[serde(default)]
    pub preferred: String,
    pub profession: String,
    pub cohort: String,
    pub theme: String,
    pub pronouns: String,
    pub shift: String,
    pub words: String,
    pub counselor: String,
    #[serde(default)]
    pub restricted: bool,
    #[serde(default)]
    pub returned: bool,
    /// The week of the demo in which the stay ended.
    #[serde(default)]
    pub ended: Option<i64>,
    #[serde(default)]
    pub reason: String,
}

/// Everybody in treatment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clients {
    pub professions: BTreeMap<String, Profession>,
    pub employers: BTreeMap<String, Vec<String>>,
    pub clients: Vec<Client>,
}

/// A diagnosis by code and words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    pub code: String,
    pub words: String,
}

/// A medication, with the keys of what it shows as.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Medication {
    pub name: String,
    pub dose: String,
    pub frequency: String,
    pub shows_as: String,
}

/// Somebody who stands by a client.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    pub relationship: String,
    /// As a note says it: a chart holds no names of others.
    pub words: String,
    pub name: String,
}

/// What charts are filled from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Care {
    pub diagnoses: BTreeMap<String, Diagnosis>,
    pub beside: Vec<Diagnosis>,
    pub medications: BTreeMap<String, Vec<Medication>>,
    pub more_medications: Vec<Medication>,
    pub prescribers: Vec<String>,
    pub allergies: Vec<String>,
    pub alerts: Vec<String>,
    pub insurers: Vec<String>,
    pub streets: Vec<String>,
    pub cities: Vec<(String, String)>,
    pub supports: Vec<Support>,
    pub shifts: BTreeMap<String, Vec<String>>,
    pub referrals: Vec<String>,
}

/// Everything that is written down.
#[derive(Clone, Debug)]
pub struct Cast {
    pub staff: Staff,
    pub clients: Clients,
    pub care: Care,
    pub inquiries: Vec<super::inquiries::Inquiry>,
}

impl Cast {
    /// Reads what is built into the tools.
    pub fn load() -> Result<Self, String> {
        Ok(Self {
            staff: read("staff.json", include_str!("../../../../assets/demo/staff.json"))?,
            clients: read("clients.json", include_str!("../../../../assets/demo/clients.json"))?,
            care: read("care.json", include_str!("../../../../assets/demo/care.json"))?,
            inquiries: read("inquiries.json", include_str!("../../../../assets/demo/inquiries.json"))?,
        })
    }

    /// The first clients when only so many are asked for: in turns from every cohort, those with a story of their own first.
    pub fn some_clients(&self, most: usize) -> Vec<Client> {
        let mut waiting: Vec<(usize, usize, &Client)> = Vec::new();
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let special = |client: &Client| client.restricted || client.returned || client.cohort == "inquiry";
        let (first, rest): (Vec<&Client>, Vec<&Client>) =
            self.clients.clients.iter().partition(|client| special(client));
        for (order, client) in first.into_iter().chain(rest).enumerate() {
            let turn = seen.entry(client.cohort.as_str()).or_default();
            waiting.push((*turn, order, client));
            *turn += 1;
        }
        waiting.sort_by_key(|(turn, order, _)| (*turn, *order));
        waiting.into_iter().take(most).map(|(_, _, client)| client.clone()).collect()
    }
}

/// Reads one file of the demo.
pub fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| format!("assets/demo/{name}: {error}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::Cast;

    #[test]
    fn everybody_has_what_their_chart_is_filled_from() {
        let cast = Cast::load().unwrap();
        assert!(cast.clients.clients.len() >= 60);
        for client in &cast.clients.clients {
            let profession = cast.clients.professions.get(&client.profession);
            assert!(profession.is_some_and(|it| cast.clients.employers.contains_key(&it.employer)), "{client:?}");
            assert!(cast.care.medications.contains_key(&client.theme), "{client:?}");
            assert!(cast.care.diagnoses.contains_key(&client.theme), "{client:?}");
            assert!(cast.care.shifts.contains_key(&client.shift), "{client:?}");
            assert!(cast.staff.people.iter().any(|worker| worker.login == client.counselor), "{client:?}");
        }
    }

    #[test]
    fn passphrases_are_long_and_everybody_has_their_own() {
        let mut all: Vec<String> =
            Cast::load().unwrap().staff.people.into_iter().map(|worker| worker.passphrase).collect();
        assert!(all.iter().all(|passphrase| passphrase.chars().count() >= 15));
        let before = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), before);
    }

    #[test]
    fn a_few_clients_come_from_every_cohort() {
        let some = Cast::load().unwrap().some_clients(8);
        assert_eq!(some.len(), 8);
        for cohort in ["evening_a", "evening_b", "day", "weekend", "aftercare", "inquiry"] {
            assert!(some.iter().any(|client| client.cohort == cohort), "{cohort}");
        }
        assert!(some.iter().any(|client| client.restricted) && some.iter().any(|client| client.returned));
    }
}
