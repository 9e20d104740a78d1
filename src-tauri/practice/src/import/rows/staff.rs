//! Staff: names, roles and credentials. Nobody gets a sign-in by an import: a passphrase is a person's own, and no file can
//! bring one. They come in without access; a director lets each in with a temporary passphrase (`staff.reactivate`).

use std::collections::HashSet;

use super::Rows;
use crate::import::known::{Kind, KnownStaff};
use crate::import::landing::row;
use crate::import::line::Line;
use crate::import::pass::{Pass, Piece};
use crate::import::reason::Reason;
use crate::import::{rules, store};
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Result, Role, RowId as _};

row! {
    /// A person.
    Person in Staff "staff"
    { given_name "given_name": String, family_name "family_name": String }
    once { login "login": String, active "active": bool, inactive_reason "inactive_reason": &'static str }
}

row! {
    /// A role of a person.
    Holds in StaffRole "staff_role"
    { staff "staff": StaffId, role "role": Role }
    once { }
}

row! {
    /// What stands behind the name.
    Label in Credential "credential"
    { staff "staff": StaffId, label "label": String, needs_cosign "needs_cosign": bool, voided_at "voided_at": Option<Moment> }
    once { license_state "license_state": &'static str, license_number "license_number": &'static str }
}

/// The lines of `staff.csv`.
pub(in crate::import) struct People {
    logins: HashSet<String>,
}

const ROLES: &str =
    "counselor, facilitator, director, front_desk, tech, collector, medical_reviewer, privacy_officer, auditor";

impl Rows for People {
    const KINDS: &'static [Kind] = &[Kind::Staff, Kind::StaffRole, Kind::Credential];

    fn begin(pass: &Pass<'_, '_, '_>) -> Result<Self> {
        Ok(Self { logins: store::logins(pass.door.sql())? })
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("staff_id")?;
        let role = line.word("role", ROLES, rules::role)?;
        let (given_name, family_name) = (line.required("first_name", 80)?, line.required("last_name", 80)?);
        let label = line.text("credentials", 40)?;
        let active = line.needed_number("active", 0, 1)? == 1;
        pass.once("staff_id", &external)?;
        let staff = StaffId::of(pass.id(Kind::Staff, &external).uuid());
        let login = rules::login(&given_name, &family_name, &self.logins);
        self.logins.insert(login.clone());
        let inactive_reason =
            if active { "Imported; has no passphrase yet" } else { "Imported; had left the program before" };
        let credential = (!label.is_empty()).then(|| {
            let needs_cosign = rules::needs_cosign(&label);
            Label { staff, label, needs_cosign, voided_at: None, license_state: "", license_number: "" }
        });
        let person = Person { given_name, family_name, login, active: false, inactive_reason };
        let mut pieces = vec![pass.piece(Kind::Staff, &external, Some(person))];
        if let Some(first) = pieces.first_mut() {
            first.id = crate::import::LandedId(staff.uuid());
        }
        pieces.push(pass.piece(Kind::StaffRole, &external, Some(Holds { staff, role })));
        pieces.push(pass.piece(Kind::Credential, &external, credential));
        let facilitates =
            role == Role::Facilitator || pass.refs.staff.get(&external).is_some_and(|staff| staff.facilitates);
        pass.refs.staff.insert(external, KnownStaff { id: staff, facilitates });
        Ok(pieces)
    }
}
