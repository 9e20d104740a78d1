//! The day of random tests in numbers: by tier, and with the draws that were set.

use rusqlite::{Row, named_params};

use super::ipc::{DayReport, DrawCounts, ReportRequest, TierCounts};
use super::queries;
use crate::kernel::{Result, View};

/// How compliance is counted.
const RULE: &str =
    "Collected by the deadline told at check-in, or by the close of the line, of those drawn and not excused.";

/// The report of a day.
pub(super) fn day(view: &View<'_>, request: ReportRequest) -> Result<DayReport> {
    let on = request.on.unwrap_or(view.today());
    let mut statement = view.sql.prepare_cached(include_str!("sql/report.sql"))?;
    let rows = statement.query_map(named_params! { ":on": on, ":now": view.now }, tier)?;
    let tiers: Vec<TierCounts> = rows.collect::<rusqlite::Result<_>>()?;
    let all = tiers.iter().fold(DrawCounts::default(), |sum, tier| added(&sum, &tier.counts));
    let compliance_thousandths = compliance(&all);
    Ok(DayReport { on, draws: queries::lines(view, None, Some(on))?, tiers, all, compliance_thousandths, rule: RULE })
}

fn tier(row: &Row<'_>) -> rusqlite::Result<TierCounts> {
    Ok(TierCounts {
        program_name: row.get("program_name")?,
        tier_name: row.get("tier_name")?,
        counts: DrawCounts {
            pool: row.get("pool")?,
            drawn: row.get("drawn")?,
            analyzed: row.get("analyzed")?,
            notified: row.get("notified")?,
            collected: row.get("collected")?,
            on_time: row.get("on_time")?,
            missed: row.get("missed")?,
            refused: row.get("refused")?,
            unable: row.get("unable")?,
            excused: row.get("excused")?,
            pending: row.get("pending")?,
            missed_check_ins: row.get("missed_check_ins")?,
        },
    })
}

fn added(a: &DrawCounts, b: &DrawCounts) -> DrawCounts {
    DrawCounts {
        pool: a.pool + b.pool,
        drawn: a.drawn + b.drawn,
        analyzed: a.analyzed + b.analyzed,
        notified: a.notified + b.notified,
        collected: a.collected + b.collected,
        on_time: a.on_time + b.on_time,
        missed: a.missed + b.missed,
        refused: a.refused + b.refused,
        unable: a.unable + b.unable,
        excused: a.excused + b.excused,
        pending: a.pending + b.pending,
        missed_check_ins: a.missed_check_ins + b.missed_check_ins,
    }
}

/// In thousandths, rounded down; nothing when nobody had to come.
fn compliance(counts: &DrawCounts) -> Option<i64> {
    let had_to = counts.drawn - counts.excused;
    (had_to > 0).then(|| counts.on_time * 1_000 / had_to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compliance_leaves_the_excused_out() {
        for (drawn, excused, on_time, expected) in
            [(0, 0, 0, None), (2, 2, 0, None), (3, 0, 2, Some(666)), (3, 1, 2, Some(1_000)), (4, 0, 0, Some(0))]
        {
            let counts = DrawCounts { drawn, excused, on_time, ..DrawCounts::default() };
            assert_eq!(compliance(&counts), expected, "{drawn} {excused} {on_time}");
        }
    }
}
