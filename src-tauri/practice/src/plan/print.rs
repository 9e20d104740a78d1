//! A version of a plan on paper: with lines to sign while it is not signed here, and a mark across a draft.

use super::ipc::{PlanAnswer, PrintPlan, Problem};
use super::signature::ClientSignature;
use super::store::{self, Version};
use super::{PlanState, SignedHow, queries, review, signed};
use crate::client::{self, ClientId};
use crate::exit::paper::{
    Block, Fact, Section, column, figures, long_day, moment, section, short_or_none, spoken_first,
};
use crate::exit::{Paper, Printout};
use crate::kernel::{Info, Result, RowId, Verb, View};
use crate::signature::verify::{Documents, Standing};
use crate::workstation::Workstation;

/// Prints one version.
///
/// # Errors
/// `not_found` out of reach, `invalid` without a reason; otherwise those of [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintPlan) -> Result<Printout> {
    let leaving = request.copy.leaving()?;
    let (content, client) = desk.look(|view| {
        let plan = queries::version(view, super::ipc::OnePlan { id: request.id })?;
        let version = store::version(view.sql, request.id)?.ok_or_else(queries::unseen)?;
        Ok((paper(view, &version, &plan)?.content(view, &leaving)?, version.client.uuid()))
    })?;
    leaving.print(desk, ("plan", "Treatment plan.pdf"), content, Some(client))?;
    Ok(Printout { saved: true })
}

fn paper(view: &View<'_>, version: &Version, plan: &PlanAnswer) -> Result<Paper> {
    let draft = plan.state == PlanState::Draft;
    let documents = Documents::of(view, version.client)?;
    let mut facts = client::print::subject(view, version.client)?;
    facts.extend(standing(view, &documents, (version, plan))?);
    let mut blocks = outline_blocks(&plan.problems);
    blocks.extend(reviews(view, &documents, (version, plan))?);
    blocks.push(Block::Lines {
        labels: vec!["Client, and date", "Counselor, and date", "Supervisor or physician, and date"],
    });
    Ok(Paper {
        heading: format!("Treatment plan, version {}", plan.version),
        watermark: if draft { "Draft, not signed" } else { "" },
        facts,
        asides: if plan.imported { vec!["Imported from another system.".into()] } else { Vec::new() },
        sections: vec![section("", blocks)],
    })
}

fn standing(view: &View<'_>, documents: &Documents, (version, plan): (&Version, &PlanAnswer)) -> Result<Vec<Fact>> {
    let said = |by: &str, at| format!("{by}, {}", moment(view.zone(), at));
    let under = |row: Option<Standing>| row.map(|row| documents.words_under(view, &row)).transpose();
    let mut facts = vec![
        ("State", spoken_first(plan.state.word())),
        ("In effect from", long_day(plan.effective_on)),
        ("Review due", plan.review_due_on.map(long_day).unwrap_or_default()),
        ("Written by", plan.author.clone()),
        ("Signed", plan.signed_at.map(|at| said(&plan.author, at)).unwrap_or_else(|| "not signed".into())),
    ];
    facts.extend(under(signed::row(view.sql, version)?)?.map(|words| ("Signature", words)));
    let approved = match (&plan.approved_by, plan.approved_at) {
        (Some(by), Some(at)) => said(by, at),
        _ => "not approved".into(),
    };
    facts.push(("Approved", approved));
    facts.extend(under(signed::approval_row(version))?.map(|words| ("Signature of the approval", words)));
    facts.push(("Signed by the client", plan.client_signature.as_ref().map(client_signed).unwrap_or_default()));
    let received = plan.client_signature.as_ref().map(|received| signed::client_row(version.id, received));
    facts.extend(under(received)?.map(|words| ("Received by", words)));
    Ok(facts)
}

/// The reviews of a version, the newest first, each with its signature.
fn reviews(view: &View<'_>, documents: &Documents, (version, plan): (&Version, &PlanAnswer)) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    if plan.reviews.is_empty() {
        return Ok(blocks);
    }
    let rows = review::all(view.sql, version.client)?;
    for one in &plan.reviews {
        let mut facts = vec![("Reviewed by", one.by.clone()), ("Next review", long_day(one.next_due_on))];
        facts.extend(one.signed_at.map(|at| ("Signed", moment(view.zone(), at))));
        if let Some(made) = rows.iter().find(|made| made.id == one.id) {
            facts.push(("Signature", documents.words_under(view, &signed::review_row(made))?));
        }
        let progress = one.progress.iter().map(|said| {
            let how = spoken_first(said.progress.word());
            vec![said.label.clone(), said.objective.clone(), how, said.words.clone()]
        });
        blocks.push(Block::Head { title: "Review".into(), beside: long_day(one.on) });
        blocks.push(Block::Facts { rows: facts });
        blocks.push(Block::Words { label: "The whole".into(), text: one.words.clone() });
        blocks.push(Block::Table {
            columns: vec![figures("No.", 1), column("Objective", 7), column("How it went", 3), column("In words", 7)],
            rows: progress.collect(),
            empty: "No objective was open.",
        });
    }
    Ok(blocks)
}

fn client_signed(signature: &ClientSignature) -> String {
    let on = long_day(signature.on);
    match signature.how {
        SignedHow::Screen => format!("{} on the screen, {on}", signature.name),
        SignedHow::Paper => format!("{} on paper, {on}", signature.name),
        SignedHow::Declined => format!("declined, {on}: {}", signature.reason),
    }
}

fn outline_blocks(problems: &[Problem]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, problem) in problems.iter().enumerate() {
        blocks
            .push(Block::Head { title: format!("Problem {}. {}", index + 1, problem.words), beside: String::new() });
        for goal in &problem.goals {
            blocks.push(Block::Words { label: "Goal".into(), text: goal.words.clone() });
            blocks.push(Block::Table {
                columns: vec![figures("No.", 1), column("Objective", 10), column("Target", 3), column("State", 2)],
                rows: goal
                    .objectives
                    .iter()
                    .map(|one| {
                        let state = spoken_first(one.state.word());
                        vec![one.label.clone(), one.words.clone(), short_or_none(one.target_on), state]
                    })
                    .collect(),
                empty: "No objective is written yet.",
            });
            if !goal.interventions.is_empty() {
                blocks.push(Block::Table {
                    columns: vec![column("What we do", 8), column("How often", 4), column("Who", 4)],
                    rows: goal
                        .interventions
                        .iter()
                        .map(|one| vec![one.words.clone(), one.frequency.clone(), one.responsible_name.clone()])
                        .collect(),
                    empty: "",
                });
            }
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Aside { text: "No problem is written yet.".into() });
    }
    blocks
}

/// The signed versions of a chart, the newest first; drafts are counted and left out.
pub(crate) fn of_chart(view: &View<'_>, client: ClientId) -> Result<(Section, usize)> {
    view.reach(Info::Plan, Verb::Read, client)?;
    let documents = Documents::of(view, client)?;
    let (mut blocks, mut drafts) = (Vec::new(), 0);
    for version in store::versions(view.sql, client)? {
        if version.state == PlanState::Draft {
            drafts += 1;
            continue;
        }
        let plan = queries::answer(view, &version)?;
        blocks.push(Block::Head {
            title: format!("Version {}", plan.version),
            beside: spoken_first(plan.state.word()),
        });
        blocks.push(Block::Facts { rows: standing(view, &documents, (&version, &plan))? });
        blocks.extend(outline_blocks(&plan.problems));
        blocks.extend(reviews(view, &documents, (&version, &plan))?);
    }
    if blocks.is_empty() {
        blocks.push(Block::Aside { text: "No signed plan is recorded.".into() });
    }
    Ok((section("Treatment plan", blocks), drafts))
}
