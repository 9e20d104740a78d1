//! Who signs, as they stand: name, credentials with license and state, and whether a license held on a day.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::{In, Out, Sealed, hash_text};
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Refusal, Result, RowId as _};

/// Who signed, as a document says it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Signer {
    pub id: String,
    pub name: String,
    /// Labels with state and number of their licenses: "LPC (MA 12345)".
    pub credential: String,
    pub signed_at: Option<Moment>,
    /// Hash of the document before, or empty for the first of a chain.
    pub previous: String,
}

impl Signer {
    /// Writes the fields with which every document ends.
    pub(crate) fn write(&self, out: &mut Out) {
        out.texts(&[&self.id, &self.name, &self.credential]);
        out.moment(self.signed_at);
        out.text(&self.previous);
    }

    pub(crate) fn read(at: &mut In<'_>) -> Option<Self> {
        Some(Self {
            id: at.text()?,
            name: at.text()?,
            credential: at.text()?,
            signed_at: at.moment()?,
            previous: at.text()?,
        })
    }

    /// Whether the columns beside the bytes say the same: who, when, after what, and the labels printed behind the name.
    pub(crate) fn says(&self, sealed: &Sealed, labels: &str) -> bool {
        self.id == sealed.signer.uuid().to_string()
            && self.signed_at == Some(sealed.signed_at)
            && self.previous == hash_text(sealed.previous.as_deref())
            && unlicensed(&self.credential).is_none_or(|signed| unlicensed(labels) == Some(signed))
    }
}

/// Labels without what stands in parentheses; `None` where a parenthesis has no partner.
fn unlicensed(credential: &str) -> Option<String> {
    let (mut kept, mut depth) = (String::new(), 0_usize);
    for letter in credential.chars() {
        match letter {
            '(' => {
                kept.truncate(kept.trim_end().len());
                depth += 1;
            }
            ')' => depth = depth.checked_sub(1)?,
            letter if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    (depth == 0).then_some(kept)
}

/// Who signs.
#[derive(Clone, Debug)]
pub(crate) struct SignerFacts {
    pub id: StaffId,
    pub name: String,
    /// "LPC, CADC": as printed behind the name.
    pub labels: String,
    /// "LPC (MA 12345), CADC": as in the signed bytes.
    pub credential: String,
    /// Whether each needs a cosignature, and when it ends.
    pub credentials: Vec<(bool, Option<NaiveDate>)>,
    pub supervisor: Option<StaffId>,
}

/// Whether a signer's license held on the day of a service.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum License {
    /// One held, or there is none: who has none signs under supervision.
    Holds,
    /// All had ended; the last of them on this day.
    Ended(NaiveDate),
}

/// What the credentials say of that day. A license holds through the day it ends on.
pub(crate) fn license_on(credentials: &[(bool, Option<NaiveDate>)], on: NaiveDate) -> License {
    let holds = |(_, ends): &(bool, Option<NaiveDate>)| ends.is_none_or(|ends| ends >= on);
    match credentials.iter().filter_map(|(_, ends)| *ends).max() {
        Some(last) if !credentials.iter().any(holds) => License::Ended(last),
        _ => License::Holds,
    }
}

pub(crate) fn signer(sql: &Connection, id: StaffId) -> Result<SignerFacts> {
    let mut statement = sql.prepare_cached(
        "select staff.given_name || ' ' || staff.family_name as name, staff.supervisor, credential.label,
                credential.license_state, credential.license_number, credential.needs_cosign, credential.expires_on
         from staff
         left join credential on credential.staff = staff.id and credential.voided_at is null
         where staff.id = :id
         order by credential.at, credential.id",
    )?;
    let mut signer = SignerFacts {
        id,
        name: String::new(),
        labels: String::new(),
        credential: String::new(),
        credentials: Vec::new(),
        supervisor: None,
    };
    let mut rows = statement.query(named_params! { ":id": id })?;
    while let Some(row) = rows.next()? {
        signer.name = row.get("name")?;
        signer.supervisor = row.get("supervisor")?;
        let Some(label) = row.get::<_, Option<String>>("label")? else { continue };
        let license: [String; 2] = [row.get("license_state")?, row.get("license_number")?];
        let license = license.join(" ");
        add(&mut signer.labels, &label);
        match license.trim() {
            "" => add(&mut signer.credential, &label),
            license => add(&mut signer.credential, &format!("{label} ({license})")),
        }
        signer.credentials.push((row.get("needs_cosign")?, row.get("expires_on")?));
    }
    if signer.name.is_empty() { Err(Refusal::not_found("person")) } else { Ok(signer) }
}

fn add(list: &mut String, item: &str) {
    if !list.is_empty() {
        list.push_str(", ");
    }
    list.push_str(item);
}
