//! The sign-in sheet: a paper of the day that may lie on a table, so it shows first names and last initials only.

use std::collections::HashMap;

use rusqlite::named_params;
use serde_json::json;

use super::ipc::{PrintSignInSheet, SheetSaved};
use super::{Session, queries};
use crate::client::{folded_name, json_of};
use crate::exit::{self, Document, ExitKind};
use crate::kernel::{Refusal, Result, View};
use crate::workstation::Workstation;

/// First or preferred name, and family name, of somebody expected.
#[derive(Clone, Debug)]
struct Expected {
    first: String,
    family: String,
    /// Shown instead of a name when the chart is restricted and the person who prints is not on the team.
    number: Option<i64>,
}

/// How each is shown: first name and last initial; those who would look alike get a second letter of the family name,
/// and further ones while that tells them apart.
fn on_paper(people: &[Expected]) -> Vec<String> {
    let letters_of = |person: &Expected| person.family.chars().count();
    let mut letters = vec![1_usize; people.len()];
    let shown = |person: &Expected, letters: usize| match person.number {
        Some(number) => format!("Client {number}"),
        None => format!("{} {}.", person.first, person.family.chars().take(letters).collect::<String>()),
    };
    let longest = people.iter().map(letters_of).max().unwrap_or_default();
    for _ in 1..longest {
        let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (person, letters)) in people.iter().zip(&letters).enumerate() {
            alike.entry(shown(person, *letters).to_lowercase()).or_default().push(index);
        }
        for same in alike.into_values().filter(|same| same.len() > 1) {
            for index in same {
                if let (Some(person), Some(letters)) = (people.get(index), letters.get_mut(index)) {
                    *letters = (*letters + 1).min(letters_of(person).max(1));
                }
            }
        }
    }
    people.iter().zip(letters).map(|(person, letters)| shown(person, letters)).collect()
}

fn expected(view: &View<'_>, session: &Session) -> Result<Vec<Expected>> {
    let mut statement = view.sql.prepare_cached(
        "select client.family_name, client.given_name, client.preferred_name, client.number, client.restricted,
                exists (
                  select 1
                  from care_team
                  where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
                    and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
                ) as on_team
         from client
         where client.id in (select unhex(value) from json_each(:ids))
         order by client.folded, client.id",
    )?;
    let ids = json_of(&queries::expected(view.sql, session)?);
    let parameters = named_params! { ":ids": ids, ":me": view.actor.staff, ":today": view.today() };
    let rows = statement.query_map(parameters, |row| {
        let (given, preferred): (String, String) = (row.get("given_name")?, row.get("preferred_name")?);
        let hidden = row.get("restricted")? && !row.get("on_team")?;
        Ok(Expected {
            first: if preferred.is_empty() { given } else { preferred },
            family: row.get("family_name")?,
            number: if hidden { Some(row.get("number")?) } else { None },
        })
    })?;
    let mut people: Vec<Expected> = rows.collect::<rusqlite::Result<_>>()?;
    // By what stands on the paper; who has the same first name stays in the order of the family name.
    people.sort_by_cached_key(|person| (person.number, folded_name(&person.first)));
    Ok(people)
}

/// Everybody expected as a room may read them, in the order of the paper.
pub(crate) fn room_names(view: &View<'_>, session: &Session) -> Result<Vec<String>> {
    Ok(on_paper(&expected(view, session)?))
}

/// Prints the sheet of a session. It leaves as a paper of the day.
pub(super) fn print(desk: &Workstation, request: PrintSignInSheet) -> Result<SheetSaved> {
    if !(1..=4).contains(&request.copies) {
        return Err(Refusal::field("copies", "Choose 1 to 4 copies."));
    }
    if request.blank > 20 {
        return Err(Refusal::field("blank", "Choose at most 20 empty rows."));
    }
    let content = desk.look(|view| {
        let line = queries::line(view, request.id)?;
        let names = room_names(view, &queries::session(view.sql, request.id)?)?;
        let leader = if line.substitute_name.is_empty() { line.staff_name } else { line.substitute_name };
        let clock = |at| view.zone().wall(at).format("%-I:%M %p").to_string();
        Ok(json!({
            "sheet": exit::sheet(view)?,
            "group": line.title,
            "date": line.on_date.to_string(),
            "time": format!("{} to {}", clock(line.starts_at), clock(line.ends_at)),
            "room": line.room,
            "facilitator": leader,
            "names": names,
            "blank": request.blank,
        }))
    })?;
    let document = Document {
        kind: ExitKind::Operational,
        template: "sign-in-sheet",
        name: "Sign-in sheet.pdf".into(),
        content,
        subject: None,
        reason: "Sign-in sheet of a session".into(),
        copies: request.copies,
    };
    exit::leave(desk, document)?;
    Ok(SheetSaved { saved: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_who_look_alike_get_another_letter() {
        for (people, expected) in [
            (vec![("Jerome", "Washington"), ("Ruth Ann", "Stoltzfus")], vec!["Jerome W.", "Ruth Ann S."]),
            (vec![("Ana", "Silva"), ("Ana", "Sousa")], vec!["Ana Si.", "Ana So."]),
            (vec![("Ana", "Silva"), ("ana", "Sousa"), ("Ana", "Tavares")], vec!["Ana Si.", "ana So.", "Ana T."]),
            (vec![("Ana", "Sousa"), ("Ana", "Soares")], vec!["Ana Sou.", "Ana Soa."]),
            (vec![("Ana", "Silva"), ("Ana", "Silva")], vec!["Ana Silva.", "Ana Silva."]),
            (vec![("Hồng", "Đặng"), ("Hồng", "Đỗ")], vec!["Hồng Đặ.", "Hồng Đỗ."]),
            (vec![("Bo", "A"), ("Bo", "Ab")], vec!["Bo A.", "Bo Ab."]),
            (vec![("Bo", "")], vec!["Bo ."]),
        ] {
            let people: Vec<Expected> = people
                .into_iter()
                .map(|(first, family)| Expected { first: first.into(), family: family.into(), number: None })
                .collect();
            assert_eq!(on_paper(&people), expected);
        }
    }

    #[test]
    fn a_restricted_chart_is_a_number_on_paper() {
        let people = [
            Expected { first: "Ana".into(), family: "Silva".into(), number: Some(1042) },
            Expected { first: "Ana".into(), family: "Sousa".into(), number: None },
        ];
        assert_eq!(on_paper(&people), ["Client 1042", "Ana S."]);
    }
}
