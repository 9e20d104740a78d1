//! Assessments on paper: one version, those of a chart, and the levels of care that followed from them.

use chrono::NaiveDate;

use super::ipc::{AssessmentFields, PrintAssessment, PrintLevels};
use super::store::{self, Stored};
use super::{AssessmentState, Difference, queries, signed, template};
use crate::client::{self, ClientId, Episode};
use crate::exit::paper::{
    Block, Fact, Section, column, figures, long_day, moment, section, short_day, short_or_none,
};
use crate::exit::{Paper, Printout};
use crate::kernel::{Info, Result, RowId as _, Verb, View};
use crate::signature::verify::Documents;
use crate::workstation::Workstation;

/// Prints one version.
///
/// # Errors
/// `not_found` out of reach, `invalid` without a reason; otherwise those of [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintAssessment) -> Result<Printout> {
    let leaving = request.copy.leaving()?;
    let (content, client) = desk.look(|view| {
        let stored = store::one(view.sql, request.id)?.filter(|stored| !stored.voided).ok_or_else(queries::unseen)?;
        view.reach(Info::Plan, Verb::Read, stored.client).map_err(queries::hidden)?;
        Ok((paper(view, &stored)?.content(view, &leaving)?, stored.client.uuid()))
    })?;
    leaving.print(desk, ("assessment", "Assessment.pdf"), content, Some(client))?;
    Ok(Printout { saved: true })
}

fn paper(view: &View<'_>, stored: &Stored) -> Result<Paper> {
    let mut facts = client::print::subject(view, stored.client)?;
    facts.extend(standing(view, &Documents::of(view, stored.client)?, stored)?);
    Ok(Paper {
        heading: format!("Assessment, version {}", stored.version),
        watermark: if stored.state == AssessmentState::Draft { "Draft, not signed" } else { "" },
        facts,
        asides: Vec::new(),
        sections: vec![section("", blocks(&stored.fields))],
    })
}

fn standing(view: &View<'_>, documents: &Documents, stored: &Stored) -> Result<Vec<Fact>> {
    let fields = &stored.fields;
    let signed_words = stored.signed_at.map(|at| moment(view.zone(), at));
    let mut facts = vec![
        ("Assessed on", long_day(fields.assessed_on)),
        ("Written by", stored.author_name.clone()),
        ("Signed", signed_words.unwrap_or_else(|| "not signed".into())),
    ];
    if let Some(row) = signed::row(stored) {
        facts.push(("Signature", documents.words_under(view, &row)?));
    }
    facts.extend([
        ("Level indicated", level_words(fields, &fields.indicated)),
        ("Level given", level_words(fields, &fields.given)),
        ("Dimensions by the", template::edition_label(fields.edition).into()),
    ]);
    if fields.difference != Difference::None {
        facts.push(("Why they differ", why(fields)));
    }
    Ok(facts)
}

fn why(fields: &AssessmentFields) -> String {
    match fields.difference {
        Difference::None => String::new(),
        difference => format!("{}: {}", template::difference_label(difference), fields.difference_words),
    }
}

/// "2.1, intensive outpatient".
fn level_words(fields: &AssessmentFields, number: &str) -> String {
    let known = template::levels(fields.edition).iter().find(|(word, _)| *word == number);
    known.map_or_else(|| number.to_owned(), |(word, name)| format!("{word}, {name}"))
}

fn blocks(fields: &AssessmentFields) -> Vec<Block> {
    let text = |key: &str| fields.sections.iter().find(|one| one.key == key).map(|one| one.text.clone());
    let said = template::SECTIONS.iter().filter_map(|one| {
        let text = text(one.key).unwrap_or_default();
        (one.required || !text.is_empty()).then(|| Block::Words { label: one.label.into(), text })
    });
    let mut blocks: Vec<Block> = said.collect();
    let scale = template::scale(fields.edition);
    let rows = template::dimensions(fields.edition).iter().map(|dimension| {
        let rating = fields.ratings.iter().find(|one| one.number == dimension.number);
        let place = rating.and_then(|one| one.risk).and_then(|risk| usize::try_from(risk).ok());
        let rated = place.and_then(|place| scale.get(place)).copied().unwrap_or("not rated");
        let words = rating.map(|one| one.words.clone()).unwrap_or_default();
        vec![dimension.number.to_string(), dimension.name.into(), rated.into(), words]
    });
    blocks.push(Block::Head { title: "Dimensions".into(), beside: template::edition_label(fields.edition).into() });
    blocks.push(Block::Table {
        columns: vec![figures("No.", 1), column("Dimension", 5), column("Rating", 3), column("What was found", 9)],
        rows: rows.collect(),
        empty: "",
    });
    if !fields.problems.is_empty() {
        blocks.push(Block::Words { label: "Problems for the plan".into(), text: fields.problems.join("\n") });
    }
    blocks
}

/// The signed assessments of a chart that were made on the dates that are wanted, the newest first; drafts are counted
/// and left out.
///
/// # Errors
/// `not_found` or `not_permitted` when the person does not read the plan of this client.
pub(crate) fn of_chart(
    view: &View<'_>,
    client: ClientId,
    holds: impl Fn(NaiveDate) -> bool,
) -> Result<(Section, usize)> {
    view.reach(Info::Plan, Verb::Read, client)?;
    let all = store::of_client(view.sql, client)?;
    let drafts = all.iter().filter(|one| one.state == AssessmentState::Draft).count();
    let documents = Documents::of(view, client)?;
    let mut said = Vec::new();
    for stored in all.iter().filter(|one| one.signed_at.is_some() && holds(one.fields.assessed_on)) {
        let beside = format!("assessed on {}", long_day(stored.fields.assessed_on));
        said.push(Block::Head { title: format!("Version {}", stored.version), beside });
        said.push(Block::Facts { rows: standing(view, &documents, stored)? });
        said.extend(blocks(&stored.fields));
    }
    if said.is_empty() {
        said.push(Block::Aside { text: "No signed assessment is in this copy.".into() });
    }
    Ok((section("Assessments", said), drafts))
}

/// Prints every level of care of a client by its dates, and what each assessment indicated and gave.
///
/// # Errors
/// `not_found` out of reach, `invalid` without a reason; otherwise those of [`crate::exit::leave`].
pub(super) fn print_levels(desk: &Workstation, request: PrintLevels) -> Result<Printout> {
    let leaving = request.copy.leaving()?;
    let content = desk.look(|view| {
        view.reach(Info::Plan, Verb::Read, request.client)?;
        let paper = Paper {
            heading: "Level of care".into(),
            facts: client::print::subject(view, request.client)?,
            sections: levels(view, request.client)?,
            ..Paper::default()
        };
        paper.content(view, &leaving)
    })?;
    leaving.print(desk, ("levels", "Level of care.pdf"), content, Some(request.client.uuid()))?;
    Ok(Printout { saved: true })
}

fn levels(view: &View<'_>, client: ClientId) -> Result<Vec<Section>> {
    let stays = client::episodes(view.sql, client)?;
    let mut sections: Vec<Section> = stays.iter().map(|stay| levels_of(stay, view.today())).collect();
    if sections.is_empty() {
        sections.push(section("Stays", vec![Block::Aside { text: "No stay is recorded.".into() }]));
    }
    let all = store::of_client(view.sql, client)?;
    let rows = all.iter().filter(|one| one.signed_at.is_some()).map(|one| {
        let fields = &one.fields;
        vec![
            short_day(fields.assessed_on),
            template::edition_label(fields.edition).into(),
            level_words(fields, &fields.indicated),
            level_words(fields, &fields.given),
            if fields.difference == Difference::None { "–".into() } else { why(fields) },
            one.author_name.clone(),
        ]
    });
    sections.push(section(
        "What assessments found",
        vec![Block::Table {
            columns: vec![
                column("Assessed", 3),
                column("Edition", 4),
                column("Indicated", 4),
                column("Given", 4),
                column("Why they differ", 5),
                column("By", 4),
            ],
            rows: rows.collect(),
            empty: "No signed assessment is recorded.",
        }],
    ));
    Ok(sections)
}

fn levels_of(stay: &Episode, today: NaiveDate) -> Section {
    let end = stay.discharged_on.unwrap_or(today);
    let untils = stay.levels.iter().skip(1).map(|next| next.from_on.pred_opt());
    let rows = stay.levels.iter().zip(untils.chain([stay.discharged_on])).map(|(level, until)| {
        let days = (until.unwrap_or(end) - level.from_on).num_days() + 1;
        let until = until.map_or_else(|| "goes on".into(), short_day);
        vec![level.level.word().into(), short_day(level.from_on), until, days.max(0).to_string()]
    });
    let dates = match stay.discharged_on {
        Some(on) => format!("{} to {}", short_day(stay.admitted_on), short_or_none(Some(on))),
        None => format!("since {}", short_day(stay.admitted_on)),
    };
    section(
        format!("Stay {}, {dates}", stay.number),
        vec![Block::Table {
            columns: vec![column("Level", 3), column("From", 4), column("To", 4), figures("Days", 2)],
            rows: rows.collect(),
            empty: "No level is recorded.",
        }],
    )
}
