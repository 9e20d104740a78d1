//! Asking again who sits here: signing and breaking the glass want the PIN or the passphrase (vault.md decision 7).
//!
//! A wrong passphrase counts as a failed sign-in, with the same delays. A wrong PIN spends one of five tries; after them
//! only the passphrase proves anything, and a right one gives the tries back.

use serde::Deserialize;
use ts_rs::TS;
use vault::Passphrase;

use super::{PIN_TRIES, Workstation, enter::wrong_pin};
use crate::kernel::door::Tx;
use crate::kernel::{Refusal, Result};
use crate::staff;

/// What the person typed: one of the two. No `Debug`: it holds a secret.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    #[serde(default)]
    #[ts(optional)]
    pub passphrase: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub pin: Option<String>,
}

impl Workstation {
    /// Lets through who proves to be the person signed in. Deriving a key takes its time, so this runs before a
    /// transaction and never inside one.
    ///
    /// # Errors
    /// `wrong_passphrase` and `wait`; `invalid` when nothing was typed.
    pub(crate) fn prove(&self, proof: &Proof) -> Result<()> {
        let (vault, who) = self.anyone_seated()?;
        match (&proof.passphrase, &proof.pin) {
            (Some(passphrase), _) if !passphrase.is_empty() => {
                vault.proves(&Passphrase::new(passphrase.clone()))?;
                self.state().wrong_pins.remove(&who);
                Ok(())
            }
            (_, Some(pin)) if !pin.is_empty() => {
                let wrong = self.state().wrong_pins.get(&who).copied().unwrap_or(0);
                if wrong >= PIN_TRIES {
                    return Err(wrong_pin(0));
                }
                let Some(digest) = vault.read(|sql| staff::pin(sql, who))? else {
                    return Err(Refusal::field("proof", "You have no PIN. Type your passphrase."));
                };
                if digest.matches(pin) {
                    return Ok(());
                }
                self.state().wrong_pins.insert(who, wrong + 1);
                Err(wrong_pin(PIN_TRIES - wrong - 1))
            }
            _ => Err(Refusal::field("proof", "Type your PIN or your passphrase.")),
        }
    }

    /// Signs, whatever it is: who is it, one transaction under the call's own name, and the witness is made to last.
    ///
    /// # Errors
    /// As [`Self::prove`], before anything was looked at; then those of `run`.
    pub(crate) fn sign<T>(
        &self,
        action: &'static str,
        proof: &Proof,
        run: impl FnOnce(&mut Tx<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        self.prove(proof)?;
        let signed = self.transact(action, run)?;
        self.witness();
        Ok(signed)
    }

    /// Makes the witness outside the database last, as every signature asks (vault.md decision 5). The signature is
    /// committed already; a failure here is found again at the next commit.
    pub(crate) fn witness(&self) {
        if let Ok((vault, _)) = self.anyone_seated() {
            let _ = vault.settle_anchor();
        }
    }
}
