//! Changes of programs and of who is in them.

use chrono::{Days, NaiveDate};

use super::ipc::{
    AddTestingProgram, ChangeTestingProgram, EndEnrollment, Enroll, MoveTier, PauseTesting, RenewLineCode,
    ResumeTesting, SavedEnrollment, SavedPause, SavedTestingProgram, TestingProgramFields, TierFields,
};
use super::rules::free_color;
use super::store::{Enrollment, Pause};
use super::{LineSays, Program, TestingProgramId, TestingRefusal, Tier, TierId, store};
use crate::group;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Result, RowId as _, Tag, Verb};
use crate::panel;

/// Adds a program with its tiers.
pub(super) fn add_program(tx: &mut Tx<'_, '_>, request: AddTestingProgram) -> Result<SavedTestingProgram> {
    let program = checked(tx, &request.fields, (tx.id(), 0))?;
    store::insert_program(tx, &program)?;
    tx.wrote(Table::TestingProgram, program.id, None)?;
    save_tiers(tx, program.id, &request.fields.tiers)?;
    tx.touch(Tag::Testing);
    Ok(SavedTestingProgram { id: program.id, rev: 1 })
}

/// Changes a program and its tiers. A draw that was frozen keeps the chances it was frozen with.
pub(super) fn change_program(tx: &mut Tx<'_, '_>, request: ChangeTestingProgram) -> Result<SavedTestingProgram> {
    let program = checked(tx, &request.fields, (request.id, request.rev))?;
    tx.revise(Table::TestingProgram, program.id, request.rev)?;
    store::update_program(tx, &program)?;
    tx.wrote(Table::TestingProgram, program.id, None)?;
    save_tiers(tx, program.id, &request.fields.tiers)?;
    if program.line_says == LineSays::Colors {
        give_colors(tx, program.id)?;
    }
    tx.touch(Tag::Testing);
    Ok(SavedTestingProgram { id: program.id, rev: request.rev + 1 })
}

fn checked(tx: &Tx<'_, '_>, fields: &TestingProgramFields, (id, rev): (TestingProgramId, i64)) -> Result<Program> {
    let mut check = Check::new();
    let name = check.required("name", &fields.name, 80, "Give the program a name.");
    let days: Vec<bool> = fields.weekdays.chars().map(|digit| digit == '1').collect();
    let weekdays = <[bool; 7]>::try_from(days).unwrap_or_default();
    check.ensure(weekdays.contains(&true), "weekdays", "Choose at least one day of the week.");
    check.ensure(fields.closed.len() <= 120, "closed", "At most 120 closed dates.");
    let notice_time = group::wall_time(&mut check, "notice_time", &fields.notice_time);
    let closes = group::wall_time(&mut check, "closes", &fields.closes);
    check.ensure(notice_time < closes, "closes", "Choose a time after the notice.");
    let least = (1..=1_000_000).contains(&fields.floor_millionths);
    check.ensure(
        least,
        "floor_millionths",
        "No allowed day may be safe: type a chance above zero, up to 100 percent.",
    );
    let found = panel::in_force(tx.sql(), &fields.panel, tx.today())?;
    let known = found.is_some_and(|panel| panel.specimen == fields.specimen);
    check.ensure(known, "panel", "Choose a panel for this specimen.");
    check_tiers(&mut check, &fields.tiers);
    check.done()?;
    Ok(Program {
        id,
        name,
        weekdays,
        closed: fields.closed.clone(),
        notice_time,
        closes,
        method: fields.method,
        specimen: fields.specimen,
        panel: fields.panel.clone(),
        floor_millionths: fields.floor_millionths,
        line_says: fields.line_says,
        active: fields.active,
        rev,
    })
}

fn check_tiers(check: &mut Check, tiers: &[TierFields]) {
    check.ensure(!tiers.is_empty(), "tiers", "A program has at least one tier.");
    check.ensure(tiers.len() <= 12, "tiers", "At most 12 tiers.");
    for (place, tier) in tiers.iter().enumerate() {
        let field = |name: &str| format!("tiers.{place}.{name}");
        check.required(&field("name"), &tier.name, 60, "Give the tier a name.");
        check.ensure((1..=366).contains(&tier.per_year), &field("per_year"), "Type 1 to 366 tests a year.");
        check.ensure(
            (0..=100).contains(&tier.analyzed_percent),
            &field("analyzed_percent"),
            "Type 0 to 100 percent.",
        );
        let to = tier.step_to.map(usize::try_from);
        let elsewhere = to.is_none_or(|to| to.is_ok_and(|to| to < tiers.len() && to != place));
        check.ensure(elsewhere, &field("step_to"), "Choose another tier of this program.");
        check.ensure(
            tier.step_after_days.is_some() == tier.step_to.is_some(),
            &field("step_after_days"),
            "A step down needs both: after how many days, and to which tier.",
        );
        let days = tier.step_after_days.is_none_or(|days| (1..=3_650).contains(&days));
        check.ensure(days, &field("step_after_days"), "Type 1 to 3,650 days.");
    }
}

/// Tiers keep their ids; a new one gets one. Where a tier steps to is written when all of them are there.
fn save_tiers(tx: &mut Tx<'_, '_>, program: TestingProgramId, fields: &[TierFields]) -> Result<()> {
    let present = store::tiers(tx.sql(), program)?;
    if present.iter().any(|tier| !fields.iter().any(|own| own.id == Some(tier.id))) {
        return Err(TestingRefusal::TierStays.into());
    }
    let ids: Vec<TierId> = fields.iter().map(|own| own.id.unwrap_or_else(|| tx.id())).collect();
    for linked in [false, true] {
        for (place, own) in fields.iter().enumerate() {
            let Some(id) = ids.get(place).copied() else { continue };
            let found = store::tiers(tx.sql(), program)?.into_iter().find(|tier| tier.id == id);
            let to = own.step_to.and_then(|to| ids.get(usize::try_from(to).ok()?)).copied();
            let tier = Tier {
                id,
                name: own.name.trim().to_owned(),
                per_year: own.per_year,
                analyzed_millionths: own.analyzed_percent * 10_000,
                step_after_days: own.step_after_days.filter(|_| linked),
                step_to: to.filter(|_| linked),
                rev: found.as_ref().map_or(0, |tier| tier.rev),
            };
            save_tier(tx, program, (&tier, place), found.is_some(), linked)?;
        }
    }
    Ok(())
}

fn save_tier(
    tx: &mut Tx<'_, '_>,
    program: TestingProgramId,
    (tier, place): (&Tier, usize),
    there: bool,
    linked: bool,
) -> Result<()> {
    match (there, linked) {
        (false, _) => store::insert_tier(tx, program, tier, place)?,
        (true, false) => return Ok(()),
        (true, true) => {
            tx.revise(Table::TestingTier, tier.id, tier.rev)?;
            store::update_tier(tx, tier, place)?;
        }
    }
    tx.wrote(Table::TestingTier, tier.id, None)
}

/// Puts a client into a program. The token is random, so that it says nothing of the person.
pub(super) fn enroll(tx: &mut Tx<'_, '_>, request: Enroll) -> Result<SavedEnrollment> {
    tx.reach(Info::DrugTests, Verb::Interpret, request.client)?;
    let program = store::program(tx.sql(), request.program)?;
    if !program.active {
        return Err(TestingRefusal::Inactive.into());
    }
    ensure_tier(tx, program.id, request.tier)?;
    if !store::admitted(tx.sql(), request.client)? {
        return Err(TestingRefusal::NotAdmitted.into());
    }
    if store::enrolled(tx.sql(), request.client, program.id)? {
        return Err(TestingRefusal::Enrolled.into());
    }
    let bytes = tx.random()?;
    let mut token = [0; 16];
    token.copy_from_slice(&bytes[..16]);
    let enrollment = Enrollment {
        id: tx.id(),
        client: request.client,
        program: program.id,
        tier: request.tier,
        token,
        line_code: line_code(tx, program.id, &bytes[16..])?,
        line_color: line_color(tx, program.id, bytes[31])?,
        from_on: tx.today(),
        until_on: None,
        because: String::new(),
        rev: 1,
    };
    insert(tx, &enrollment)
}

/// Four digits that nobody else of the program has; where all tries are taken, eight.
fn line_code(tx: &Tx<'_, '_>, program: TestingProgramId, bytes: &[u8]) -> Result<String> {
    for pair in bytes.chunks_exact(2) {
        let number = pair.iter().fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
        let code = format!("{:04}", 1_000 + number % 9_000);
        if !store::code_taken(tx.sql(), program, &code)? {
            return Ok(code);
        }
    }
    let number = bytes.iter().take(4).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    Ok(format!("{:08}", number % 100_000_000))
}

/// A color that nobody else of the program has.
fn line_color(tx: &Tx<'_, '_>, program: TestingProgramId, from: u8) -> Result<String> {
    Ok(free_color(usize::from(from), &store::colors(tx.sql(), program)?))
}

/// Gives a color to everybody of a program who has none: they came before its line said colors.
fn give_colors(tx: &mut Tx<'_, '_>, program: TestingProgramId) -> Result<()> {
    for id in store::without_color(tx.sql(), program)? {
        let present = store::enrollment(tx.sql(), id)?;
        let line_color = line_color(tx, program, tx.random()?[0])?;
        tx.revise(Table::TestingEnrollment, id, present.rev)?;
        update(tx, &Enrollment { line_color, rev: present.rev + 1, ..present })?;
    }
    Ok(())
}

/// Gives a client another code and another color: somebody else learned the old one. A draw that was frozen keeps what it says.
pub(super) fn renew_code(tx: &mut Tx<'_, '_>, request: RenewLineCode) -> Result<SavedEnrollment> {
    let present = standing(tx, request.id)?;
    tx.revise(Table::TestingEnrollment, present.id, request.rev)?;
    let bytes = tx.random()?;
    let line_code = line_code(tx, present.program, &bytes[16..])?;
    let line_color = line_color(tx, present.program, bytes[0])?;
    update(tx, &Enrollment { line_code, line_color, rev: request.rev + 1, ..present })
}

fn insert(tx: &mut Tx<'_, '_>, enrollment: &Enrollment) -> Result<SavedEnrollment> {
    store::insert_enrollment(tx, enrollment)?;
    tx.wrote(Table::TestingEnrollment, enrollment.id, Some(enrollment.client.uuid()))?;
    tx.touch(Tag::Testing);
    Ok(SavedEnrollment { id: enrollment.id, rev: 1 })
}

fn ensure_tier(tx: &Tx<'_, '_>, program: TestingProgramId, tier: TierId) -> Result<()> {
    let tiers = store::tiers(tx.sql(), program)?;
    if tiers.iter().any(|one| one.id == tier) { Ok(()) } else { Err(TestingRefusal::OtherTier.into()) }
}

/// A place in a program that the person may change, and that has not ended.
fn standing(tx: &mut Tx<'_, '_>, id: super::EnrollmentId) -> Result<Enrollment> {
    let enrollment = store::enrollment(tx.sql(), id)?;
    tx.reach(Info::DrugTests, Verb::Interpret, enrollment.client).map_err(store::hidden)?;
    if enrollment.until_on.is_some() {
        return Err(TestingRefusal::Ended.into());
    }
    Ok(enrollment)
}

fn yesterday(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(1)).unwrap_or(today)
}

/// Moves a client to another tier from today on. The stay in the earlier one is kept.
pub(super) fn move_tier(tx: &mut Tx<'_, '_>, request: MoveTier) -> Result<SavedEnrollment> {
    let present = standing(tx, request.id)?;
    let mut check = Check::new();
    let because = check.required("because", &request.because, 300, "Say why, in a few words.");
    check.done()?;
    if request.tier == present.tier {
        return Err(TestingRefusal::OtherTier.into());
    }
    ensure_tier(tx, present.program, request.tier)?;
    tx.revise(Table::TestingEnrollment, present.id, request.rev)?;
    let today = tx.today();
    if present.from_on >= today {
        let moved = Enrollment { tier: request.tier, because, rev: request.rev + 1, ..present };
        return update(tx, &moved);
    }
    let ended = Enrollment { until_on: Some(yesterday(today)), rev: request.rev + 1, ..present.clone() };
    update(tx, &ended)?;
    insert(tx, &Enrollment { id: tx.id(), tier: request.tier, because, from_on: today, rev: 1, ..present })
}

fn update(tx: &mut Tx<'_, '_>, enrollment: &Enrollment) -> Result<SavedEnrollment> {
    store::update_enrollment(tx, enrollment)?;
    tx.wrote(Table::TestingEnrollment, enrollment.id, Some(enrollment.client.uuid()))?;
    tx.touch(Tag::Testing);
    Ok(SavedEnrollment { id: enrollment.id, rev: enrollment.rev })
}

/// Ends a client's place. Today is the last day.
pub(super) fn end(tx: &mut Tx<'_, '_>, request: EndEnrollment) -> Result<SavedEnrollment> {
    let present = standing(tx, request.id)?;
    let mut check = Check::new();
    let because = check.required("because", &request.because, 300, "Say why, in a few words.");
    check.done()?;
    tx.revise(Table::TestingEnrollment, present.id, request.rev)?;
    let today = tx.today();
    update(tx, &Enrollment { until_on: Some(today.max(present.from_on)), because, rev: request.rev + 1, ..present })
}

/// Pauses the draws of a client, or says where a specimen is given meanwhile.
pub(super) fn pause(tx: &mut Tx<'_, '_>, request: PauseTesting) -> Result<SavedPause> {
    tx.reach(Info::DrugTests, Verb::Interpret, request.client)?;
    let program = store::program(tx.sql(), request.program)?;
    let mut check = Check::new();
    let because = check.required("because", &request.because, 300, "Say why, in a few words.");
    let site = check.optional("site", &request.site, 200);
    check.ensure(
        request.from >= tx.today(),
        "from",
        "Choose today or a later day: a day that was drawn stays drawn.",
    );
    check.ensure(request.until.is_none_or(|until| until >= request.from), "until", "Choose a day after the first.");
    check.done()?;
    if !store::enrolled(tx.sql(), request.client, program.id)? {
        return Err(TestingRefusal::Ended.into());
    }
    let pause = Pause {
        id: tx.id(),
        client: request.client,
        program: program.id,
        kind: request.kind,
        site,
        because,
        from_on: request.from,
        until_on: request.until,
        voided: false,
        rev: 1,
    };
    if store::overlaps(tx.sql(), &pause)? {
        return Err(TestingRefusal::Paused.into());
    }
    store::insert_pause(tx, &pause)?;
    tx.wrote(Table::TestingPause, pause.id, Some(pause.client.uuid()))?;
    tx.touch(Tag::Testing);
    Ok(SavedPause { id: pause.id, rev: 1 })
}

/// Ends a pause: from today on the client is drawn again. One that has not begun is taken back.
pub(super) fn resume(tx: &mut Tx<'_, '_>, request: ResumeTesting) -> Result<SavedPause> {
    let present = store::pause(tx.sql(), request.id)?;
    tx.reach(Info::DrugTests, Verb::Interpret, present.client).map_err(store::hidden_pause)?;
    let today = tx.today();
    if present.until_on.is_some_and(|until| until < today) {
        return Err(TestingRefusal::Ended.into());
    }
    tx.revise(Table::TestingPause, present.id, request.rev)?;
    let until_on = if present.from_on >= today { present.until_on } else { Some(yesterday(today)) };
    let ended = Pause { voided: present.from_on >= today, until_on, rev: request.rev + 1, ..present };
    store::update_pause(tx, &ended)?;
    tx.wrote(Table::TestingPause, ended.id, Some(ended.client.uuid()))?;
    tx.touch(Tag::Testing);
    Ok(SavedPause { id: ended.id, rev: ended.rev })
}
