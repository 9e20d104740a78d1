//! What is known of programs, and of who is in them.

use std::collections::HashMap;

use rusqlite::{Row, named_params};

use super::ipc::{PauseAnswer, ProgramAnswer, TestingPeople, TestingPerson, TierAnswer};
use super::rules::{Stay, chance, may_step_down, range};
use super::{Program, Sight, Standing, TestingProgramId, Tier, TierId, store};
use crate::client::ClientId;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Result, Verb, View};

/// Every program with its tiers and what their chances come to.
pub(super) fn programs(view: &View<'_>, _: Nothing) -> Result<Vec<ProgramAnswer>> {
    let people = store::people_by_tier(view.sql)?;
    let mut answers = Vec::new();
    for program in store::programs(view.sql)? {
        let tiers = store::tiers(view.sql, program.id)?;
        answers.push(program_answer(view, &program, tiers, &people));
    }
    Ok(answers)
}

fn program_answer(
    view: &View<'_>,
    program: &Program,
    tiers: Vec<Tier>,
    people: &HashMap<TierId, i64>,
) -> ProgramAnswer {
    use chrono::Datelike as _;
    let days = program.days_a_year(view.today().year());
    let tier = |tier: Tier| {
        let chance = chance(tier.per_year, days, program.floor_millionths);
        let (least, most) = range(chance, days);
        TierAnswer {
            id: tier.id,
            name: tier.name,
            per_year: tier.per_year,
            chance_millionths: chance,
            least,
            most,
            analyzed_percent: tier.analyzed_millionths / 10_000,
            step_after_days: tier.step_after_days,
            step_to: tier.step_to,
            people: people.get(&tier.id).copied().unwrap_or_default(),
        }
    };
    ProgramAnswer {
        id: program.id,
        name: program.name.clone(),
        weekdays: store::digits(&program.weekdays),
        closed: program.closed.clone(),
        notice_time: program.notice_time.format("%H:%M").to_string(),
        closes: program.closes.format("%H:%M").to_string(),
        method: program.method,
        specimen: program.specimen,
        panel: program.panel.clone(),
        floor_millionths: program.floor_millionths,
        days_a_year: days,
        line_says: program.line_says,
        active: program.active,
        tiers: tiers.into_iter().map(tier).collect(),
        may_change: view.actor.may(Info::Staff, Verb::Write),
        may_enroll: view.actor.may(Info::DrugTests, Verb::Interpret),
        rev: program.rev,
    }
}

/// Who is in a program, as far as the person reaches them.
pub(super) fn people(view: &View<'_>, request: TestingPeople) -> Result<Vec<TestingPerson>> {
    if let Some(client) = request.client {
        view.reach(Info::DrugTests, Verb::Read, client)?;
    }
    let reading = Sight::of(view, Info::DrugTests, Verb::Read)?;
    let ordering = Sight::of(view, Info::DrugTests, Verb::Interpret)?;
    let pauses = store::pauses_from(view.sql, view.today())?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/people.sql"))?;
    let parameters = named_params! { ":client": request.client, ":today": view.today() };
    let rows = statement.query_map(parameters, |row| {
        let (client, restricted): (ClientId, bool) = (row.get("client")?, row.get("restricted")?);
        let seen = request.client.is_some() || reading.sees(client, restricted);
        if !seen {
            return Ok(None);
        }
        person(view, row, &pauses, ordering.sees(client, restricted)).map(Some)
    })?;
    let found: Vec<Option<TestingPerson>> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

type Pauses = HashMap<(ClientId, TestingProgramId), Vec<PauseAnswer>>;

fn person(view: &View<'_>, row: &Row<'_>, pauses: &Pauses, may_change: bool) -> rusqlite::Result<TestingPerson> {
    let today = view.today();
    let client: ClientId = row.get("client")?;
    let program: TestingProgramId = row.get("program")?;
    let until: Option<chrono::NaiveDate> = row.get("until_on")?;
    let own = pauses.get(&(client, program)).cloned().unwrap_or_default();
    let runs = own.iter().find(|pause| pause.from <= today);
    let standing = Standing::of(
        row.get("admitted")?,
        runs.map(|pause| pause.kind),
        runs.is_some_and(|pause| !pause.site.is_empty()),
    );
    #[allow(clippy::cast_possible_truncation, reason = "whole days from julianday")]
    let stay = Stay {
        days: row.get::<_, f64>("days")? as i64,
        not_given: row.get("not_given")?,
        unexpected: row.get("unexpected")?,
        open: row.get("waiting")?,
    };
    let (asked_per_year, row_per_year): (Option<i64>, i64) =
        (row.get("asked_per_year")?, row.get("expected_per_year")?);
    let steps = until.is_none() && may_step_down(row.get("step_after_days")?, stay);
    Ok(TestingPerson {
        id: row.get("id")?,
        client,
        client_name: format!("{}, {}", row.get::<_, String>("family_name")?, row.get::<_, String>("given_name")?),
        client_number: row.get("number")?,
        program,
        program_name: row.get("program_name")?,
        tier: row.get("tier")?,
        tier_name: row.get("tier_name")?,
        line_code: row.get("line_word")?,
        asked_per_year,
        below_asked: until.is_none() && asked_per_year.is_some_and(|asked| row_per_year < asked),
        from: row.get("from_on")?,
        until,
        because: row.get("because")?,
        standing,
        pauses: own,
        step_to: if steps { row.get("step_to")? } else { None },
        step_to_name: if steps { row.get("step_to_name")? } else { None },
        may_change: may_change && until.is_none(),
        rev: row.get("rev")?,
    })
}
