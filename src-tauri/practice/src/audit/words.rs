//! What each action is called on the audit screen. Every operation of the command door has words here, whether it leaves
//! an entry of its own or not; beside them stand the few entries that no call is named after.

/// Action and its words, in the past tense, by the action's name.
pub const WORDS: &[(&str, &str)] = &[
    ("attendance.correct", "Corrected attendance"),
    ("attendance.record", "Recorded attendance"),
    ("attendance.take_back", "Took recorded attendance back"),
    ("audit.verify", "Verified the audit chain"),
    ("backup.automatic", "Changed how often backups are made"),
    ("backup.make", "Made a backup"),
    ("backup.place", "Chose the backup folder"),
    ("backup.restore", "Restored a backup in place"),
    ("backup.restore_elsewhere", "Restored a backup to another folder"),
    ("backup.restore_first", "Restored a backup as the records of this workstation"),
    ("backup.verify", "Verified a backup"),
    ("break_glass.seen", "Looked at an emergency opening"),
    ("care_team.add", "Put a colleague on a care team"),
    ("care_team.end", "Ended a place on a care team"),
    ("caseload.export", "Saved the caseload as a table"),
    ("client.add", "Added a client"),
    ("client.break_glass", "Opened a chart in an emergency"),
    ("client.change", "Changed a client"),
    ("client.open", "Opened a chart"),
    ("client.restrict", "Restricted a chart, or opened it again"),
    ("client.void", "Took a client back"),
    ("consent.add", "Entered a consent"),
    ("consent.revoke", "Revoked a consent"),
    ("consent.void", "Took a consent back"),
    ("contact.add", "Added a way to reach a client"),
    ("contact.change", "Changed a way to reach a client"),
    ("contact.restore", "Put a way to reach a client back"),
    ("contact.void", "Took a way to reach a client back"),
    ("denied", "Was refused"),
    ("counseling_note.close", "Closed a counseling note"),
    ("counseling_note.name", "Named a reader of a counseling note"),
    ("counseling_note.open", "Opened a counseling note"),
    ("counseling_note.save", "Wrote in a counseling note"),
    ("counseling_note.start", "Started a counseling note"),
    ("counseling_note.take_away", "Took a reader of a counseling note away"),
    ("counseling_note.void", "Took a counseling note back"),
    ("diagnosis.add", "Added a diagnosis"),
    ("diagnosis.change", "Changed a diagnosis"),
    ("diagnosis.restore", "Put a diagnosis back"),
    ("diagnosis.void", "Took a diagnosis back"),
    ("draft.discard", "Discarded a draft"),
    ("draft.save", "Wrote in a draft"),
    ("drug_test.collect", "Collected a specimen"),
    ("drug_test.correct", "Corrected a drug test"),
    ("drug_test.interpret", "Said what a drug test means"),
    ("drug_test.laboratory", "Entered a laboratory result"),
    ("drug_test.log", "Logged a drug test"),
    ("drug_test.not_collected", "Ended a drug test without a specimen"),
    ("drug_test.open", "Opened a drug test"),
    ("drug_test.order", "Ordered a drug test"),
    ("drug_test.review", "Entered a medical review"),
    ("drug_test.screen", "Entered a screen"),
    ("drug_test.void", "Took a drug test back"),
    ("emergency_contact.add", "Added an emergency contact"),
    ("emergency_contact.change", "Changed an emergency contact"),
    ("emergency_contact.restore", "Put an emergency contact back"),
    ("emergency_contact.void", "Took an emergency contact back"),
    ("episode.admit", "Admitted a client"),
    ("episode.change", "Corrected an admission"),
    ("episode.discharge", "Discharged a client"),
    ("episode.level", "Changed a level of care"),
    ("episode.reopen", "Reopened a stay"),
    ("episode.void", "Took a stay back"),
    ("exit.leave", "Printed or exported"),
    ("exit.stayed", "A print did not leave: the file could not be written"),
    ("group.add", "Added a group"),
    ("group.change", "Changed a group"),
    ("group_note.save", "Wrote in a group note"),
    ("group_note.sign", "Signed the entries of a session"),
    ("import.choose", "Chose a folder to import"),
    ("import.preview", "Looked through a folder to import"),
    ("import.run", "Imported a folder"),
    ("instrument.add", "Added an instrument"),
    ("instrument.hand", "Handed an instrument to a client"),
    ("instrument.hand_in", "Took an instrument back from a client"),
    ("instrument.record", "Recorded an instrument"),
    ("instrument.retire", "Took an instrument out of use"),
    ("instrument.safety", "Answered a safety alert"),
    ("instrument.void", "Took a measurement back"),
    ("inquiry.add", "Took an inquiry"),
    ("inquiry.change", "Changed an inquiry"),
    ("inquiry.step", "Took a step of an inquiry"),
    ("inquiry.take_back", "Took a step of an inquiry back"),
    ("inquiry.void", "Took an inquiry back"),
    ("insurance.add", "Added an insurance"),
    ("insurance.change", "Changed an insurance"),
    ("insurance.restore", "Put an insurance back"),
    ("insurance.void", "Took an insurance back"),
    ("job.cancel", "Cancelled long work"),
    ("job.dismiss", "Closed a line of long work"),
    ("license.add", "Added a license"),
    ("license.change", "Changed a license"),
    ("license.restore", "Put a license back"),
    ("license.void", "Took a license back"),
    ("login.refused", "A sign-in was refused"),
    ("medication.add", "Added a medication"),
    ("medication.change", "Changed a medication"),
    ("medication.restore", "Put a medication back"),
    ("medication.void", "Took a medication back"),
    ("membership.join", "Put a client on a roster"),
    ("membership.leave", "Ended a stay on a roster"),
    ("named_chart.add", "Named a chart for an auditor"),
    ("named_chart.end", "Ended an auditor's reading of a chart"),
    ("note.addendum", "Added to a signed note"),
    ("note.cosign", "Cosigned a note"),
    ("note.open", "Opened a note"),
    ("note.return", "Returned a note for revision"),
    ("note.save", "Wrote in a note"),
    ("note.sign", "Signed a note"),
    ("note.start", "Began a note"),
    ("note.void", "Voided a draft of a note"),
    ("passphrase.change", "Changed the own passphrase"),
    ("pin.clear", "Took the own PIN away"),
    ("pin.set", "Set the own PIN"),
    ("plan.approve", "Approved a plan"),
    ("plan.discard", "Discarded a plan's draft"),
    ("plan.mark", "Marked an objective"),
    ("plan.save", "Wrote in a plan"),
    ("plan.sign", "Signed a plan"),
    ("plan.start", "Started a plan"),
    ("policy.set", "Changed a policy"),
    ("practice.change", "Changed the practice"),
    ("practice.create", "Set up the practice"),
    ("recovery.check", "Confirmed the recovery key"),
    ("recovery.print", "Printed the recovery key"),
    ("recovery.renew", "Renewed the recovery key"),
    ("recovery.show", "Showed a new recovery key"),
    ("screen.set", "Changed the own screen settings"),
    ("session.cancel", "Cancelled a session"),
    ("session.change", "Changed a session"),
    ("session.plan", "Planned a session"),
    ("session.plan_ahead", "Planned the coming weeks"),
    ("session.sign_in_sheet", "Printed a sign-in sheet"),
    ("session.substitute", "Named a substitute"),
    ("slot.add", "Added a weekly time"),
    ("slot.end", "Ended a weekly time"),
    ("staff.add", "Added a person"),
    ("staff.change", "Changed a person"),
    ("staff.credential_add", "Added a credential"),
    ("staff.credential_change", "Changed a credential"),
    ("staff.credential_void", "Took a credential back"),
    ("staff.deactivate", "Ended a person's access"),
    ("staff.reactivate", "Let a person back in"),
    ("staff.reset_passphrase", "Reset a passphrase"),
    ("vault.create", "Made the encrypted records"),
    ("vault.epoch", "Began a new chain after a restore"),
    ("vault.repair", "Repaired a copy of the header"),
    ("work.add", "Added a workplace"),
    ("work.change", "Changed a workplace"),
    ("work.restore", "Put a workplace back"),
    ("work.void", "Took a workplace back"),
    ("workstation.lock", "Locked the screen"),
    ("workstation.recover", "Opened with the recovery key"),
    ("workstation.sign_in", "Signed in"),
    ("workstation.unlock", "Unlocked the screen"),
];

/// The words of an action; one without words says what it is.
pub fn words(action: &str) -> String {
    WORDS
        .iter()
        .find(|(known, _)| *known == action)
        .map_or_else(|| action.replace(['.', '_'], " "), |(_, words)| (*words).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::router::Kind;

    /// Entries of the door, of what leaves the program, and of the vault.
    const NO_CALLS: [&str; 7] =
        ["denied", "exit.leave", "exit.stayed", "login.refused", "vault.create", "vault.epoch", "vault.repair"];

    #[test]
    fn every_operation_has_words_and_no_words_are_left_over() {
        let calls = crate::calls();
        let ops = calls.iter().filter(|call| call.kind == Kind::Op).map(|call| call.name);
        let mut named: Vec<&str> = ops.chain(NO_CALLS).collect();
        named.sort_unstable();
        let worded: Vec<&str> = WORDS.iter().map(|(action, _)| *action).collect();
        assert_eq!(worded, named, "each once, in alphabetical order");
    }

    #[test]
    fn an_action_of_a_later_version_says_what_it_is() {
        assert_eq!(words("note.sign"), "Signed a note");
        assert_eq!(words("paper_trail.burn"), "paper trail burn");
    }
}
