//! Amounts divided by creatinine, so that differently concentrated specimens can be compared: THC and EtG over time.

use rusqlite::{Connection, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::{DrugTestId, number_words};
use crate::client::ClientId;
use crate::kernel::Result;

/// What a trend is made of: key, name.
const FOLLOWED: [(&str, &str); 2] = [("thca", "THC metabolite"), ("etg", "EtG")];

/// Below this creatinine, in tenths of mg/dL, a specimen is too thin for the division to say anything.
const LEAST_CREATININE_TENTHS: i64 = 200;

/// One test of a trend.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
#[ts(rename = "TestTrendPoint")]
pub struct Point {
    pub test: DrugTestId,
    pub number: String,
    pub on: chrono::NaiveDate,
    pub quantity_tenths: i64,
    pub creatinine_tenths: i64,
    /// Tenths of ng per mg of creatinine; absent where the specimen is too thin.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_mg_tenths: Option<i64>,
    /// In percent of the point before that has one.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio_percent: Option<i64>,
}

/// How an amount moves.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "TestTrend")]
pub struct Trend {
    pub analyte: String,
    pub name: &'static str,
    /// The oldest first.
    pub points: Vec<Point>,
    /// What the last step fits with; empty without two points.
    pub words: String,
    /// What it can and cannot say.
    pub limits: &'static str,
}

/// Tenths of ng per mg: ng/mL by mg/dL, of which one is a hundredth of mg/mL.
fn per_mg_tenths(quantity_tenths: i64, creatinine_tenths: i64) -> Option<i64> {
    (creatinine_tenths >= LEAST_CREATININE_TENTHS).then(|| quantity_tenths * 1_000 / creatinine_tenths)
}

/// Each point with its division and its ratio to the one before.
fn with_ratios(mut points: Vec<Point>) -> Vec<Point> {
    let mut before: Option<i64> = None;
    for point in &mut points {
        point.per_mg_tenths = per_mg_tenths(point.quantity_tenths, point.creatinine_tenths);
        point.ratio_percent = match (point.per_mg_tenths, before) {
            (Some(now), Some(then)) if then > 0 => Some(now * 100 / then),
            _ => None,
        };
        before = point.per_mg_tenths.or(before);
    }
    points
}

/// What the last step fits with.
fn words(points: &[Point], new_use_percent: i64) -> String {
    match points.last().and_then(|point| point.ratio_percent) {
        None => String::new(),
        Some(ratio) if ratio >= new_use_percent => {
            format!("{} times the one before: fits with new intake, and does not prove it.", times(ratio))
        }
        Some(ratio) if ratio > 100 => {
            format!("{} times the one before: not enough to tell new intake from chance.", times(ratio))
        }
        Some(ratio) => format!("{} times the one before: fits with what is left of earlier intake.", times(ratio)),
    }
}

fn times(percent: i64) -> String {
    format!("{}.{:02}", percent / 100, percent % 100)
}

const LIMITS: &str = "Compares specimens of different strength. It says nothing under 20 mg/dL of creatinine, of different \
                      laboratories or methods, or of how much was taken in and when.";

/// The trends of a client up to a test, or up to today: those with two amounts or more.
pub(super) fn of(
    sql: &Connection,
    client: ClientId,
    up_to: Option<DrugTestId>,
    new_use_percent: i64,
) -> Result<Vec<Trend>> {
    let mut trends = Vec::new();
    for (analyte, name) in FOLLOWED {
        let points = with_ratios(points(sql, client, up_to, analyte)?);
        if points.len() >= 2 {
            let words = words(&points, new_use_percent);
            trends.push(Trend { analyte: analyte.into(), name, points, words, limits: LIMITS });
        }
    }
    Ok(trends)
}

fn points(sql: &Connection, client: ClientId, up_to: Option<DrugTestId>, analyte: &str) -> Result<Vec<Point>> {
    let mut statement = sql.prepare_cached(include_str!("sql/trend.sql"))?;
    let parameters = named_params! { ":client": client, ":up_to": up_to, ":analyte": analyte };
    let rows = statement.query_map(parameters, |row| {
        let on = row.get("on_date")?;
        Ok(Point {
            test: row.get("id")?,
            number: number_words(row.get("number")?, on),
            on,
            quantity_tenths: row.get("quantity_tenths")?,
            creatinine_tenths: row.get("creatinine_tenths")?,
            per_mg_tenths: None,
            ratio_percent: None,
        })
    })?;
    let mut points: Vec<Point> = rows.collect::<rusqlite::Result<_>>()?;
    points.reverse();
    Ok(points)
}

/// How many specimens one after the other were dilute, the test with this date and number included.
pub(super) fn dilute_streak(sql: &Connection, client: ClientId, up_to: Option<DrugTestId>) -> Result<i64> {
    let mut statement = sql.prepare_cached(include_str!("sql/dilute.sql"))?;
    let rows =
        statement.query_map(named_params! { ":client": client, ":up_to": up_to }, |row| row.get::<_, bool>(0))?;
    let dilute: Vec<bool> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(i64::try_from(dilute.iter().take_while(|dilute| **dilute).count()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_followed_is_a_substance() {
        assert!(FOLLOWED.iter().all(|(key, _)| crate::panel::known(key)));
    }
    use proptest::prelude::*;

    fn point(quantity_tenths: i64, creatinine_tenths: i64) -> Point {
        Point {
            test: DrugTestId(uuid::Uuid::nil()),
            number: String::new(),
            on: "2026-11-24".parse().unwrap(),
            quantity_tenths,
            creatinine_tenths,
            per_mg_tenths: None,
            ratio_percent: None,
        }
    }

    /// 50 ng/mL at 100 mg/dL are 50 ng per mg.
    #[test]
    fn an_amount_is_divided_by_creatinine() {
        for (quantity, creatinine, expected) in [
            (500, 1_000, Some(500)),
            (500, 500, Some(1_000)),
            (500, 200, Some(2_500)),
            (500, 199, None),
            (0, 1_000, Some(0)),
            (500, 0, None),
        ] {
            assert_eq!(per_mg_tenths(quantity, creatinine), expected, "{quantity} {creatinine}");
        }
    }

    #[test]
    fn a_ratio_is_to_the_last_specimen_that_has_one() {
        let points = with_ratios(vec![point(500, 1_000), point(500, 100), point(750, 1_000), point(300, 1_000)]);
        let ratios: Vec<Option<i64>> = points.iter().map(|point| point.ratio_percent).collect();
        assert_eq!(ratios, [None, None, Some(150), Some(40)]);
        let from_nothing = with_ratios(vec![point(0, 1_000), point(500, 1_000)]);
        assert_eq!(from_nothing[1].ratio_percent, None);
    }

    /// At and beside 1.5.
    #[test]
    fn what_a_ratio_fits_with() {
        for (quantity, expected) in [
            (749, "1.49 times the one before: not enough"),
            (750, "1.50 times the one before: fits with new intake"),
            (505, "1.01 times the one before: not enough"),
            (500, "1.00 times the one before: fits with what is left"),
            (100, "0.20 times the one before: fits with what is left"),
        ] {
            let points = with_ratios(vec![point(500, 1_000), point(quantity, 1_000)]);
            assert!(words(&points, 150).starts_with(expected), "{quantity}: {}", words(&points, 150));
        }
        assert_eq!(words(&with_ratios(vec![point(500, 1_000)]), 150), "");
    }

    proptest! {
        /// Twice the water halves amount and creatinine alike: the division stays.
        #[test]
        fn thinner_urine_does_not_change_the_division(quantity in 1_i64..100_000, creatinine in 400_i64..3_000) {
            let (strong, thin) = (per_mg_tenths(quantity * 2, creatinine), per_mg_tenths(quantity, creatinine / 2));
            prop_assume!(creatinine % 2 == 0);
            prop_assert_eq!(strong, thin);
        }
    }
}
