//! What each action is called on the audit screen.

/// Action and its words, in the past tense.
pub const WORDS: &[(&str, &str)] = &[
    ("audit.verify", "Verified the audit chain"),
    ("backup.automatic", "Changed how often backups are made"),
    ("backup.make", "Made a backup"),
    ("backup.place", "Chose the backup folder"),
    ("backup.restore", "Restored a backup in place"),
    ("backup.restore_elsewhere", "Restored a backup to another folder"),
    ("backup.restore_first", "Restored a backup as the records of this workstation"),
    ("backup.verify", "Verified a backup"),
    ("denied", "Was refused"),
    ("draft.discard", "Discarded a draft"),
    ("draft.save", "Wrote in a draft"),
    ("exit.leave", "Printed or exported"),
    ("exit.stayed", "A print did not leave: the file could not be written"),
    ("import.run", "Imported a folder"),
    ("job.cancel", "Cancelled long work"),
    ("job.dismiss", "Closed a line of long work"),
    ("passphrase.change", "Changed the own passphrase"),
    ("pin.clear", "Took the own PIN away"),
    ("pin.set", "Set the own PIN"),
    ("policy.set", "Changed a policy"),
    ("practice.change", "Changed the practice"),
    ("practice.create", "Set up the practice"),
    ("recovery.check", "Confirmed the recovery key"),
    ("recovery.print", "Printed the recovery key"),
    ("recovery.renew", "Renewed the recovery key"),
    ("recovery.show", "Showed a new recovery key"),
    ("screen.set", "Changed the own screen settings"),
    ("staff.add", "Added a person"),
    ("staff.change", "Changed a person"),
    ("staff.credential_add", "Added a credential"),
    ("staff.credential_change", "Changed a credential"),
    ("staff.credential_void", "Took a credential back"),
    ("staff.deactivate", "Ended a person's access"),
    ("staff.reactivate", "Let a person back in"),
    ("staff.reset_passphrase", "Reset a passphrase"),
    ("workstation.lock", "Locked the screen"),
    ("workstation.recover", "Opened with the recovery key"),
    ("workstation.sign_in", "Signed in"),
    ("workstation.unlock", "Unlocked the screen"),
];

/// The words of an action. Actions of the vault itself, such as `vault.create`, say what they are.
pub fn words(action: &str) -> String {
    WORDS
        .iter()
        .find(|(known, _)| *known == action)
        .map_or_else(|| action.replace(['.', '_'], " "), |(_, words)| (*words).to_owned())
}
