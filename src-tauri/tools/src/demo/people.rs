//! Who is in the demo: the staff with their passphrases, and the clients of `assets/demo/people.csv`.

/// Somebody on the staff.
pub struct Person {
    pub login: &'static str,
    pub passphrase: &'static str,
    pub given: &'static str,
    pub family: &'static str,
    pub roles: &'static [&'static str],
    /// Label, license number, and whether notes need a cosignature.
    pub credential: Option<(&'static str, &'static str, bool)>,
    /// The login of the supervisor.
    pub supervisor: Option<&'static str>,
}

/// The director, who founds the practice.
pub const DIRECTOR: Person = Person {
    login: "theodora",
    passphrase: "quiet lantern borrowed seven oars",
    given: "Theodora",
    family: "Brandvold",
    roles: &["director", "privacy_officer"],
    credential: None,
    supervisor: None,
};

/// Everybody else.
pub const STAFF: &[Person] = &[
    Person {
        login: "marisol",
        passphrase: "orchard ladder whistles at dusk",
        given: "Marisol",
        family: "Quiñones",
        roles: &["counselor", "facilitator"],
        credential: Some(("LPC", "10442", false)),
        supervisor: Some("theodora"),
    },
    Person {
        login: "ambrose",
        passphrase: "copper kettle under the stairs",
        given: "Ambrose",
        family: "Okafor",
        roles: &["counselor", "facilitator"],
        credential: Some(("CADC-T", "T-2291", true)),
        supervisor: Some("marisol"),
    },
    Person {
        login: "henrike",
        passphrase: "seven gulls and a slow ferry",
        given: "Henrike",
        family: "van der Meulen-Castellanos",
        roles: &["counselor", "facilitator"],
        credential: Some(("LICSW", "118820", false)),
        supervisor: Some("theodora"),
    },
    Person {
        login: "jolene",
        passphrase: "paper boats in the fountain",
        given: "Jolene",
        family: "Abernathy",
        roles: &["front_desk"],
        credential: None,
        supervisor: None,
    },
    Person {
        login: "bram",
        passphrase: "wool mittens on the radiator",
        given: "Bram",
        family: "Oyelaran",
        roles: &["collector"],
        credential: None,
        supervisor: None,
    },
    Person {
        login: "ines",
        passphrase: "amber pears along the wall",
        given: "Inês",
        family: "Dvořáková",
        roles: &["medical_reviewer"],
        credential: Some(("MD", "88213", false)),
        supervisor: None,
    },
];

/// The counselor of a track, who leads its groups.
pub fn counselor_of(track: &str, number: usize) -> &'static str {
    match (track, number % 3) {
        ("Morning", _) | ("Aftercare" | "Discharged" | "Inquiry", 0) => "marisol",
        ("Afternoon", _) | ("Aftercare" | "Discharged" | "Inquiry", 1) => "ambrose",
        _ => "henrike",
    }
}

/// A client as the file has them.
pub struct Client {
    pub given: String,
    pub preferred: String,
    pub family: String,
    pub pronouns: String,
    pub sex: String,
    /// A track, or Aftercare, Discharged, Inquiry.
    pub place: String,
}

/// Every client, in the order of the file.
pub fn clients() -> Vec<Client> {
    let lines = include_str!("../../../../assets/demo/people.csv").lines().skip(1);
    lines
        .filter_map(|line| {
            let mut fields = line.split(',').map(str::to_owned);
            Some(Client {
                given: fields.next()?,
                preferred: fields.next()?,
                family: fields.next()?,
                pronouns: fields.next()?,
                sex: fields.next()?,
                place: fields.next()?,
            })
        })
        .collect()
}
