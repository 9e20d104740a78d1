//! The table of who may do what, written here a second time by hand from the model, and held against the program's own:
//! every role, every kind of information, every verb.

use practice::kernel::permission::{TABLE, permit};
use practice::kernel::{Info, Reach, Role, Verb};

const ROLES: [Role; 8] = [
    Role::Counselor,
    Role::Facilitator,
    Role::Director,
    Role::FrontDesk,
    Role::Collector,
    Role::MedicalReviewer,
    Role::PrivacyOfficer,
    Role::Auditor,
];

/// One line for each kind of information, one column for each role in the order above. A cell names verb and reach; "own" of
/// a note is decided by the slice that knows the author, the door asks for the relation to the client.
#[rustfmt::skip]
const MODEL: &[(Info, [&str; 8])] = &[
    (Info::Identity, [
        "read related, write related", "glimpse facilitated", "read everyone, write everyone",
        "read everyone, write everyone", "glimpse collecting", "read everyone", "read everyone", "read named"]),
    (Info::Attendance, [
        "read related, correct own", "read facilitated, record own", "read everyone, correct everyone",
        "read everyone, check_in everyone", "", "", "read everyone", "read named"]),
    (Info::Notes, [
        "read related, write related, sign own", "read own, write own, sign own", "read everyone, cosign everyone",
        "", "", "glimpse everyone", "read everyone", "read named"]),
    (Info::CounselingNotes, ["read own, write own", "", "", "", "", "", "", ""]),
    (Info::Plan, [
        "read related, write related, sign related, approve related", "glimpse facilitated", "read everyone, approve everyone",
        "", "", "", "read everyone", "read named"]),
    (Info::DrugTests, [
        "read related, interpret related", "", "read everyone, interpret everyone",
        "glimpse everyone", "glimpse collecting, collect collecting", "read everyone, review everyone", "read everyone", "read named"]),
    (Info::Draws, ["", "", "glimpse everyone", "", "", "", "", "read named"]),
    (Info::Consents, [
        "read related, obtain related, release related", "glimpse facilitated",
        "read everyone, obtain everyone, release everyone",
        "obtain everyone, record everyone", "", "", "read everyone, obtain everyone, release everyone", "read named"]),
    (Info::Billing, [
        "read related, prepare related", "", "read everyone, write everyone",
        "read everyone, write everyone", "", "", "read everyone", "read named"]),
    (Info::Staff, ["", "", "read everyone, write everyone", "", "", "", "read everyone", "read everyone"]),
    (Info::Audit, [
        "read own", "read own", "read everyone", "", "", "", "read everyone, verify everyone", "read everyone"]),
];

/// Every verb with its word here. The match has no default, so a verb that comes later must be given a word.
fn word(verb: Verb) -> &'static str {
    match verb {
        Verb::Read => "read",
        Verb::Glimpse => "glimpse",
        Verb::Write => "write",
        Verb::Record => "record",
        Verb::Correct => "correct",
        Verb::CheckIn => "check_in",
        Verb::Sign => "sign",
        Verb::Cosign => "cosign",
        Verb::Approve => "approve",
        Verb::Interpret => "interpret",
        Verb::Collect => "collect",
        Verb::Review => "review",
        Verb::Obtain => "obtain",
        Verb::Release => "release",
        Verb::Prepare => "prepare",
        Verb::Verify => "verify",
    }
}

const VERBS: [Verb; 16] = [
    Verb::Read,
    Verb::Glimpse,
    Verb::Write,
    Verb::Record,
    Verb::Correct,
    Verb::CheckIn,
    Verb::Sign,
    Verb::Cosign,
    Verb::Approve,
    Verb::Interpret,
    Verb::Collect,
    Verb::Review,
    Verb::Obtain,
    Verb::Release,
    Verb::Prepare,
    Verb::Verify,
];

fn reach(word: &str) -> Reach {
    match word {
        "own" => Reach::Own,
        "collecting" => Reach::Collecting,
        "facilitated" => Reach::Facilitated,
        "named" => Reach::Named,
        "related" => Reach::Related,
        "everyone" => Reach::Everyone,
        other => panic!("no reach is called {other}"),
    }
}

/// What a cell of the model says about a verb. Who reads may also glimpse.
fn said(cell: &str, verb: Verb) -> Option<Reach> {
    named(cell, verb).or_else(|| if verb == Verb::Glimpse { named(cell, Verb::Read) } else { None })
}

fn named(cell: &str, verb: Verb) -> Option<Reach> {
    cell.split(", ")
        .filter_map(|part| part.split_once(' '))
        .find(|(named, _)| *named == word(verb))
        .map(|(_, named)| reach(named))
}

#[test]
fn every_cell_is_as_the_model_says() {
    let (mut cells, mut permits) = (0, 0);
    for (info, columns) in MODEL {
        for (role, cell) in ROLES.iter().zip(columns) {
            for verb in VERBS {
                let found = permit(&[*role], *info, verb);
                assert_eq!(found.map(|permit| permit.reach), said(cell, verb), "{role:?} {info:?} {verb:?}");
                assert!(found.is_none_or(|permit| permit.role == *role));
                cells += 1;
                permits += usize::from(found.is_some());
            }
        }
    }
    assert_eq!(cells, 8 * 11 * 16);
    // Nothing in the model was left out of the comparison by a typing error.
    let written: usize = MODEL.iter().flat_map(|(_, columns)| columns).map(|cell| cell.matches(' ').count()).sum();
    let reads: usize = MODEL.iter().flat_map(|(_, columns)| columns).map(|cell| cell.matches("read ").count()).sum();
    let commas: usize = MODEL.iter().flat_map(|(_, columns)| columns).map(|cell| cell.matches(", ").count()).sum();
    assert_eq!(permits, written - commas + reads);
}

#[test]
fn the_program_has_no_cell_twice() {
    for (index, (info, role, verbs)) in TABLE.iter().enumerate() {
        assert!(!TABLE[..index].iter().any(|(i, r, _)| i == info && r == role), "{info:?} {role:?} stands twice");
        for (at, (verb, _)) in verbs.iter().enumerate() {
            assert!(!verbs[..at].iter().any(|(v, _)| v == verb), "{info:?} {role:?} {verb:?} stands twice");
        }
    }
}

#[test]
fn several_roles_give_the_widest_reach_and_name_the_role() {
    for (roles, info, verb, expected) in [
        (&[Role::Counselor, Role::Director][..], Info::Notes, Verb::Read, Some((Role::Director, Reach::Everyone))),
        (
            &[Role::Facilitator, Role::Counselor][..],
            Info::Attendance,
            Verb::Read,
            Some((Role::Counselor, Reach::Related)),
        ),
        (
            &[Role::FrontDesk, Role::Collector][..],
            Info::DrugTests,
            Verb::Collect,
            Some((Role::Collector, Reach::Collecting)),
        ),
        (&[Role::FrontDesk, Role::Collector][..], Info::Notes, Verb::Read, None),
        (&[][..], Info::Identity, Verb::Read, None),
    ] {
        assert_eq!(permit(roles, info, verb).map(|permit| (permit.role, permit.reach)), expected, "{roles:?}");
    }
}
