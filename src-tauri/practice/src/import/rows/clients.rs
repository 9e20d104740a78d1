//! Clients: one line is a person with one stay, a primary counselor, a level of care, a diagnosis, a telephone and an email.
//! Whether calling or writing is safe is not known, so it counts as not safe until somebody asks.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::Rows;
use crate::client::{ClientId, EpisodeId, diagnosis_words, folded};
use crate::import::known::{Kind, KnownClient};
use crate::import::landing::row;
use crate::import::line::Line;
use crate::import::pass::{Pass, Piece};
use crate::import::reason::Reason;
use crate::import::{LandedId, rules, store};
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Result, RowId as _};

row! {
    /// Who it is.
    Identity in Client "client"
    {
        family_name "family_name": String, given_name "given_name": String, preferred_name "preferred_name": String,
        folded "folded": String, born_on "born_on": Option<NaiveDate>, sex "sex": &'static str,
        address "address": String, city "city": String, state "state": String, zip "zip": String,
    }
    once { number "number": i64 }
}

row! {
    /// A telephone or an email.
    Way in Contact "contact"
    {
        client "client": ClientId, kind "kind": &'static str, value "value": String, voided_at "voided_at": Option<Moment>,
    }
    once {
        call_is_safe "call_is_safe": bool, message_is_safe "message_is_safe": bool, preferred "preferred": bool,
    }
}

row! {
    /// The stay.
    Stay in Episode "episode"
    {
        client "client": ClientId, track "track": String, admitted_on "admitted_on": NaiveDate,
        discharged_on "discharged_on": Option<NaiveDate>, weekly_hours "weekly_hours": Option<i64>,
        test_interval_days "test_interval_days": Option<i64>,
    }
    once { number "number": i64 }
}

row! {
    /// The level of care, from the admission on.
    Level in LevelOfCare "level_of_care"
    { episode "episode": EpisodeId, level "level": &'static str, from_on "from_on": NaiveDate }
    once { }
}

row! {
    /// The first diagnosis.
    Coded in Diagnosis "diagnosis"
    {
        client "client": ClientId, code "code": String, words "words": String, diagnosed_on "diagnosed_on": NaiveDate,
        voided_at "voided_at": Option<Moment>,
    }
    once { position "position": i64 }
}

row! {
    /// The primary counselor.
    Cares in CareTeam "care_team"
    {
        client "client": ClientId, staff "staff": StaffId, starts_on "starts_on": NaiveDate,
        voided_at "voided_at": Option<Moment>,
    }
    once { part "part": &'static str }
}

/// The lines of `clients.csv`.
pub(in crate::import) struct Clients {
    numbers: HashSet<i64>,
    next: i64,
}

impl Rows for Clients {
    const KINDS: &'static [Kind] =
        &[Kind::Client, Kind::Phone, Kind::Email, Kind::Episode, Kind::LevelOfCare, Kind::Diagnosis, Kind::CareTeam];

    fn begin(pass: &Pass<'_, '_, '_>) -> Result<Self> {
        let sql = pass.door.sql();
        Ok(Self { numbers: store::client_numbers(sql)?, next: store::next_number(sql, "client")? })
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("client_id")?;
        let counselor = line.reference("counselor_id", "person of the staff", &pass.refs.staff)?.copied();
        let (admitted_on, discharged_on) = (line.needed_date("admitted_on")?, line.date("discharged_on")?);
        if discharged_on.is_some_and(|date| date < admitted_on) {
            return Err(Reason::Order("admitted_on", "discharged_on"));
        }
        let level = line.word("level_of_care", rules::LEVELS, rules::level)?;
        let code = line.text("primary_dx", 10)?;
        let (phone, email) = (line.text("phone", 40)?, line.text("email", 200)?);
        let track = line.text("program", 80)?;
        let weekly_hours = line.number("required_weekly_hours", 0, 80)?;
        let test_interval_days = line.number("drug_test_interval_days", 1, 365)?;
        let mrn = line.text("mrn", 40)?;
        let mut identity = identity(line)?;
        pass.once("client_id", &external)?;

        let client = ClientId::of(pass.id(Kind::Client, &external).uuid());
        let episode = EpisodeId::of(pass.id(Kind::Episode, &external).uuid());
        identity.number = match pass.refs.clients.get(&external) {
            Some(known) => known.number,
            None => self.number(&mrn),
        };
        identity.folded =
            folded(&identity.family_name, &identity.given_name, &identity.preferred_name, "", identity.number);
        let known = KnownClient { id: client, episode, number: identity.number, discharged_on };
        let way = |kind: &'static str, value: String| {
            (!value.is_empty()).then(|| Way {
                client,
                kind,
                value,
                voided_at: None,
                call_is_safe: false,
                message_is_safe: false,
                preferred: kind != "email",
            })
        };
        let stay = Stay { client, track, admitted_on, discharged_on, weekly_hours, test_interval_days, number: 1 };
        let coded = (!code.is_empty()).then(|| Coded {
            client,
            words: diagnosis_words(&code).unwrap_or_default().to_owned(),
            code,
            diagnosed_on: admitted_on,
            voided_at: None,
            position: 1,
        });
        let cares = counselor.map(|staff| Cares {
            client,
            staff: staff.id,
            starts_on: admitted_on,
            voided_at: None,
            part: "primary",
        });
        let mut pieces = vec![
            pass.piece(Kind::Client, &external, Some(identity)),
            pass.piece(Kind::Phone, &external, way("cell", phone)),
            pass.piece(Kind::Email, &external, way("email", email)),
            pass.piece(Kind::Episode, &external, Some(stay)),
            pass.piece(Kind::LevelOfCare, &external, Some(Level { episode, level, from_on: admitted_on })),
            pass.piece(Kind::Diagnosis, &external, coded),
            pass.piece(Kind::CareTeam, &external, cares),
        ];
        fix(&mut pieces, Kind::Client, LandedId(client.uuid()));
        fix(&mut pieces, Kind::Episode, LandedId(episode.uuid()));
        pass.refs.clients.insert(external, known);
        Ok(pieces)
    }

    fn end(&mut self, pass: &mut Pass<'_, '_, '_>) -> Result<()> {
        store::set_next_number(&mut pass.door, "client", self.next)
    }
}

impl Clients {
    /// The number the chart carries elsewhere, when it is free; the next one otherwise.
    fn number(&mut self, mrn: &str) -> i64 {
        let number = rules::chart_number(mrn).filter(|number| !self.numbers.contains(number));
        let number = number
            .unwrap_or_else(|| (self.next..).find(|number| !self.numbers.contains(number)).unwrap_or(self.next));
        self.numbers.insert(number);
        self.next = self.next.max(number + 1);
        number
    }
}

fn identity(line: &Line<'_>) -> Result<Identity, Reason> {
    let sex = line.word("sex", "M, F, X, or empty", |word| match word {
        "M" | "m" => Some("male"),
        "F" | "f" => Some("female"),
        "X" | "x" => Some("x"),
        "" => Some(""),
        _ => None,
    })?;
    Ok(Identity {
        family_name: line.required("last_name", 80)?,
        given_name: line.required("first_name", 80)?,
        preferred_name: line.text("preferred_name", 80)?,
        folded: String::new(),
        born_on: line.date("dob")?,
        sex,
        address: line.text("address", 200)?,
        city: line.text("city", 80)?,
        state: line.text("state", 40)?,
        zip: line.text("zip", 20)?,
        number: 0,
    })
}

/// Gives a piece the id that others of the line already name.
pub(super) fn fix(pieces: &mut [Piece], kind: Kind, id: LandedId) {
    for piece in pieces.iter_mut().filter(|piece| piece.kind == kind) {
        piece.id = id;
    }
}
