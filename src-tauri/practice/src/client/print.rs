//! What a printed page says of a client: whom it is about, and the head of a chart for a copy of it.

use chrono::NaiveDate;

use super::ClientId;
use super::chart::{self, Chart, Identity};
use super::print_parts;
use super::sight::{Seen, Sight};
use crate::exit::paper::{Block, Fact, Section, column, figures, long_day, section, short_day, spoken_first};
use crate::kernel::{Result, View};
use crate::panel;

/// Whom a page is about, as this person may name them; somebody whose chart is closed to the person is a number.
pub(crate) fn subject(view: &View<'_>, client: ClientId) -> Result<Vec<Fact>> {
    let Ok(sight) = Sight::of(view, client) else {
        return Ok(vec![("Client", super::number_words(super::store::client(view.sql, client)?.number))]);
    };
    let stored = super::store::client(view.sql, client)?;
    let born = stored.fields.born_on.map(long_day).unwrap_or_default();
    let mut facts =
        vec![("Client", chart::name(&stored, sight.seen)), ("Number", super::number_words(stored.number))];
    if sight.seen == Seen::Whole {
        facts.push(("Date of birth", born));
    }
    Ok(facts)
}

/// Initials and number, for a page that goes to somebody who needs no name.
pub(crate) fn initials(view: &View<'_>, client: ClientId) -> Result<(String, String)> {
    let stored = super::store::client(view.sql, client)?;
    let letter = |name: &str| name.chars().next().map(|first| format!("{first}.")).unwrap_or_default();
    let fields = &stored.fields;
    let initials = format!("{} {}", letter(&fields.given_name), letter(&fields.family_name));
    Ok((initials.trim().to_owned(), super::number_words(stored.number)))
}

/// The head of a chart: identity with what belongs to it, stays, diagnoses, medications, as far as the person sees them.
///
/// # Errors
/// `not_found` outside the reach.
pub(crate) fn head(view: &View<'_>, client: ClientId) -> Result<Vec<Section>> {
    let sight = Sight::of(view, client)?;
    let chart = chart::chart(view, &sight, client)?;
    let mut sections = vec![section("Identity", identity(&chart))];
    sections.extend(print_parts::of_identity(&chart));
    if let Some(episodes) = stays(&chart) {
        sections.push(section("Episodes", vec![episodes]));
    }
    sections.extend(print_parts::diagnoses(&chart));
    sections.extend(print_parts::medications(&chart, &panel::names(view.sql)?));
    Ok(sections)
}

fn identity(chart: &Chart) -> Vec<Block> {
    let mut rows: Vec<Fact> = vec![("Name", chart.name.clone()), ("Number", chart.number.clone())];
    if let Some(Identity { fields, .. }) = &chart.identity {
        let place: Vec<&str> = [&fields.address, &fields.city, &fields.state, &fields.zip]
            .into_iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        rows.extend([
            ("Preferred name", fields.preferred_name.clone()),
            ("Pronouns", fields.pronouns.clone()),
            ("Date of birth", fields.born_on.map(long_day).unwrap_or_default()),
            ("Sex", spoken_first(fields.sex.word())),
            ("Profession", fields.profession.clone()),
            ("Referred by", spoken_first(fields.referral_source.word())),
            ("Address", place.join(", ")),
        ]);
    }
    if let Some(alerts) = &chart.alerts {
        rows.push(("Allergies", alerts.allergies.clone()));
        rows.push(("Alerts", alerts.alerts.clone()));
    }
    vec![Block::Facts { rows }]
}

/// The end of something, or a dash while it goes on.
pub(super) fn going_on(until: Option<NaiveDate>) -> String {
    until.map_or_else(|| "–".into(), short_day)
}

fn stays(chart: &Chart) -> Option<Block> {
    let rows = chart.episodes.as_ref()?.iter().map(|episode| {
        let levels: Vec<String> = episode
            .levels
            .iter()
            .map(|level| format!("{} from {}", level.level.word(), short_day(level.from_on)))
            .collect();
        vec![
            episode.number.to_string(),
            short_day(episode.admitted_on),
            episode.discharged_on.map_or_else(|| "in treatment".into(), short_day),
            episode.track.clone(),
            levels.join("; "),
            if episode.discharged_on.is_none() { "–".into() } else { episode.discharge_reason.clone() },
        ]
    });
    Some(Block::Table {
        columns: vec![
            figures("No.", 1),
            column("Admitted", 3),
            column("Discharged", 3),
            column("Track", 4),
            column("Level of care", 5),
            column("Reason of discharge", 4),
        ],
        rows: rows.collect(),
        empty: "No episode is recorded.",
    })
}
