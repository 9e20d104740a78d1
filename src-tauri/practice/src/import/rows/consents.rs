//! Consents: evidence that one was given elsewhere, never a basis for a disclosure until completed here (models.md 3.4).

use chrono::NaiveDate;

use super::Rows;
use crate::client::ClientId;
use crate::import::known::Kind;
use crate::import::landing::row;
use crate::import::line::Line;
use crate::import::pass::{Pass, Piece};
use crate::import::reason::Reason;
use crate::import::rules;
use crate::kernel::Result;

row! {
    /// What was allowed elsewhere.
    Evidence in Consent "consent"
    {
        client "client": ClientId, kind "kind": &'static str, recipient "recipient": String, signed_on "signed_on": NaiveDate,
        expires_on "expires_on": Option<NaiveDate>, revoked_on "revoked_on": Option<NaiveDate>,
        revoked_how "revoked_how": &'static str,
    }
    once { purpose "purpose": &'static str, scope "scope": &'static str, evidence "evidence": bool }
}

/// The lines of `consents.csv`.
pub(in crate::import) struct Consents;

impl Rows for Consents {
    const KINDS: &'static [Kind] = &[Kind::Consent];

    fn begin(_: &Pass<'_, '_, '_>) -> Result<Self> {
        Ok(Self)
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("consent_id")?;
        let client = line.needed("client_id", "client", &pass.refs.clients)?.id;
        let recipient = line.text("recipient", 200)?;
        let kind = line.word("kind", rules::CONSENT_KINDS, |word| rules::consent_kind(word, &recipient))?;
        let (signed_on, expires_on) = (line.needed_date("signed_on")?, line.date("expires_on")?);
        let revoked_on = line.date("revoked_on")?;
        if expires_on.is_some_and(|date| date < signed_on) {
            return Err(Reason::Order("signed_on", "expires_on"));
        }
        if revoked_on.is_some_and(|date| date < signed_on) {
            return Err(Reason::Order("signed_on", "revoked_on"));
        }
        pass.once("consent_id", &external)?;
        let evidence = Evidence {
            client,
            kind,
            recipient,
            signed_on,
            expires_on,
            revoked_on,
            revoked_how: if revoked_on.is_some() { "Recorded in the earlier system" } else { "" },
            purpose: "",
            scope: "",
            evidence: true,
        };
        Ok(vec![pass.piece(Kind::Consent, &external, Some(evidence))])
    }
}
