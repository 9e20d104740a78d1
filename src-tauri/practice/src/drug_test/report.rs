//! Reports of the laboratory, numbered. An amended report is the next one: it says why it replaces, and the earlier one
//! stays as it was, both to be read and printed. The last one is what the test's own laboratory fact says.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::record::Test;
use super::results::{self, Read};
use super::validity::{Limits, Measures, Validity, judge};
use super::{DrugTestId, LaboratoryResult, Phase, Reading};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Moment, Result, RowId as _};
use crate::panel::{LaboratoryId, Names, Panel};

crate::ids! {
    /// A report of the laboratory.
    LaboratoryReportId,
    /// What it says of one substance.
    ReportLineId
}

/// What a laboratory reports of one specimen, as somebody enters it or a file brings it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incoming {
    /// None while substances are pending and nothing is confirmed.
    pub result: Option<LaboratoryResult>,
    pub words: String,
    /// Why it replaces an earlier one.
    pub because: String,
    pub reported_on: Option<NaiveDate>,
    /// The instant, where somebody said the hour.
    pub reported_at: Option<Moment>,
    pub laboratory: Option<LaboratoryId>,
    /// What the laboratory measured on the specimen.
    pub measures: Measures,
    pub screens: Vec<Read>,
    pub confirmations: Vec<Read>,
    /// The file it came in, by the id of its row.
    pub file: Option<uuid::Uuid>,
}

/// A line of a report.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReportLine {
    pub analyte: String,
    pub name: String,
    pub phase: Phase,
    pub result: Reading,
    /// The quantity in the laboratory's own digits.
    pub reported: String,
    pub cutoff: String,
    /// The panel's own, where the laboratory states another one.
    pub panel_cutoff: String,
}

/// A report as a page shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "LaboratoryReport")]
pub struct ReportAnswer {
    pub number: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<LaboratoryResult>,
    pub words: String,
    pub because: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<NaiveDate>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub laboratory: Option<LaboratoryId>,
    /// Empty when nobody said which.
    pub laboratory_name: String,
    /// What the laboratory's own measures say of the specimen.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<Validity>,
    pub measures: Measures,
    /// Where the measures and the laboratory's word disagree, a finished sentence; otherwise empty.
    pub disagrees: String,
    pub from_file: bool,
    pub at: Moment,
    pub by: String,
    pub lines: Vec<ReportLine>,
}

/// Writes a report as the next one.
pub(super) fn add(tx: &mut Tx<'_, '_>, test: &Test, panel: Option<&Panel>, incoming: &Incoming) -> Result<()> {
    let id: LaboratoryReportId = tx.id();
    insert(tx, id, test, incoming)?;
    tx.wrote(Table::LaboratoryReport, id, Some(test.client.uuid()))?;
    for (phase, read) in phased(incoming) {
        let line: ReportLineId = tx.id();
        insert_line(tx, (line, id), (phase, read), &cutoffs(panel, phase, read))?;
        tx.wrote(Table::ReportLine, line, Some(test.client.uuid()))?;
    }
    Ok(())
}

/// The cut-off a line was read with, and the panel's own where that is another one.
pub(crate) fn cutoffs(panel: Option<&Panel>, phase: Phase, read: &Read) -> (String, String) {
    let of_panel = panel.map(|panel| results::panel_cutoff(panel, phase, &read.analyte)).unwrap_or_default();
    if read.cutoff.is_empty() || read.cutoff == of_panel {
        return (of_panel, String::new());
    }
    let other = if of_panel.is_empty() { "none".into() } else { of_panel };
    (read.cutoff.clone(), other)
}

fn phased(incoming: &Incoming) -> impl Iterator<Item = (Phase, &Read)> {
    let screens = incoming.screens.iter().map(|read| (Phase::Screen, read));
    screens.chain(incoming.confirmations.iter().map(|read| (Phase::Confirmation, read)))
}

/// What the laboratory's own measures say; nothing when it measured nothing.
pub(crate) fn validity_of(test: &Test, measures: &Measures, limits: &Limits) -> Option<Validity> {
    (*measures != Measures::default()).then(|| judge(test.specimen, measures, limits).validity)
}

/// Whether the laboratory's word fits what it measured. A graver word fits too, since it may rest on what is not measured
/// here; an open measure contradicts nothing.
fn fits(result: LaboratoryResult, validity: Validity) -> bool {
    use LaboratoryResult as L;
    match validity {
        Validity::NotDetermined | Validity::DilutionNotDetermined => true,
        Validity::Valid => matches!(result, L::Negative | L::Positive | L::Invalid | L::Adulterated | L::Rejected),
        Validity::Dilute => !matches!(result, L::Negative | L::Positive | L::Substituted),
        Validity::Substituted => matches!(result, L::Substituted | L::Adulterated | L::Rejected),
        Validity::Invalid => matches!(result, L::Invalid | L::Adulterated | L::Rejected),
        Validity::Adulterated => matches!(result, L::Adulterated | L::Rejected),
    }
}

fn disagrees(result: Option<LaboratoryResult>, validity: Option<Validity>) -> String {
    match (result, validity) {
        (Some(result), Some(validity)) if !fits(result, validity) => format!(
            "The laboratory says {}, and by its measures the specimen is {}. Its word stands; ask the laboratory.",
            result.word().replace('_', ", "),
            validity.word()
        ),
        _ => String::new(),
    }
}

fn insert(tx: &Tx<'_, '_>, id: LaboratoryReportId, test: &Test, incoming: &Incoming) -> Result<()> {
    let limits = Limits::on(tx.sql(), test.on_date)?;
    tx.write(
        "insert into laboratory_report
           (id, drug_test, number, result, words, because, reported_on, reported_at, laboratory, creatinine_tenths,
            gravity_ten_thousandths, ph_tenths, nitrite, oxidant, validity, result_file, rev, at, device, by_staff)
         values
           (:id, :drug_test, (select coalesce(max(number), 0) + 1 from laboratory_report where drug_test = :drug_test),
            :result, :words, :because, :reported_on, :reported_at, :laboratory, :creatinine, :gravity, :ph, :nitrite,
            :oxidant, :validity, :file, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":drug_test": test.id,
            ":result": incoming.result,
            ":words": incoming.words,
            ":because": incoming.because,
            ":reported_on": incoming.reported_on,
            ":reported_at": incoming.reported_at,
            ":laboratory": incoming.laboratory,
            ":creatinine": incoming.measures.creatinine_tenths,
            ":gravity": incoming.measures.gravity_ten_thousandths,
            ":ph": incoming.measures.ph_tenths,
            ":nitrite": incoming.measures.nitrite,
            ":oxidant": incoming.measures.oxidant,
            ":validity": validity_of(test, &incoming.measures, &limits),
            ":file": incoming.file.as_ref().map(|file| file.as_bytes()),
        },
    )
}

fn insert_line(
    tx: &Tx<'_, '_>,
    (id, report): (ReportLineId, LaboratoryReportId),
    (phase, read): (Phase, &Read),
    (cutoff, panel_cutoff): &(String, String),
) -> Result<()> {
    tx.write(
        "insert into report_line
           (id, report, analyte, phase, result, reported, cutoff, panel_cutoff, rev, at, device, by_staff)
         values
           (:id, :report, :analyte, :phase, :result, :reported, :cutoff, :panel_cutoff, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":report": report,
            ":analyte": read.analyte,
            ":phase": phase,
            ":result": read.result,
            ":reported": read.reported_words(),
            ":cutoff": cutoff,
            ":panel_cutoff": panel_cutoff,
        },
    )
}

/// Every report of a test, the first one first.
pub(super) fn of(sql: &Connection, test: DrugTestId, names: &Names) -> Result<Vec<ReportAnswer>> {
    let mut statement = sql.prepare_cached(
        "select laboratory_report.id, laboratory_report.number, laboratory_report.result, laboratory_report.words,
                laboratory_report.because, laboratory_report.reported_on, laboratory_report.creatinine_tenths,
                laboratory_report.gravity_ten_thousandths, laboratory_report.ph_tenths, laboratory_report.nitrite,
                laboratory_report.oxidant, laboratory_report.validity, laboratory_report.laboratory,
                laboratory_report.reported_at, laboratory_report.result_file is not null as from_file, laboratory_report.at,
                coalesce(staff.given_name || ' ' || staff.family_name, '') as by_name,
                coalesce(laboratory.name, '') as laboratory_name
         from laboratory_report
         left join laboratory on laboratory.id = laboratory_report.laboratory
         left join staff on staff.id = laboratory_report.by_staff
         where laboratory_report.drug_test = :test
         order by laboratory_report.number",
    )?;
    let rows = statement.query_map(named_params! { ":test": test }, |row| {
        let measures = Measures {
            creatinine_tenths: row.get("creatinine_tenths")?,
            gravity_ten_thousandths: row.get("gravity_ten_thousandths")?,
            ph_tenths: row.get("ph_tenths")?,
            nitrite: row.get("nitrite")?,
            oxidant: row.get("oxidant")?,
            ..Measures::default()
        };
        let (result, validity) = (row.get("result")?, row.get("validity")?);
        let report = ReportAnswer {
            number: row.get("number")?,
            result,
            words: row.get("words")?,
            because: row.get("because")?,
            reported_on: row.get("reported_on")?,
            reported_at: row.get("reported_at")?,
            laboratory: row.get("laboratory")?,
            laboratory_name: row.get("laboratory_name")?,
            validity,
            measures,
            disagrees: disagrees(result, validity),
            from_file: row.get("from_file")?,
            at: row.get("at")?,
            by: row.get("by_name")?,
            lines: Vec::new(),
        };
        Ok((row.get::<_, LaboratoryReportId>("id")?, report))
    })?;
    let mut reports = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for (of, line) in lines(sql, test, names)? {
        if let Some((_, report)) = reports.iter_mut().find(|(id, _)| *id == of) {
            report.lines.push(line);
        }
    }
    Ok(reports.into_iter().map(|(_, report)| report).collect())
}

fn lines(sql: &Connection, test: DrugTestId, names: &Names) -> Result<Vec<(LaboratoryReportId, ReportLine)>> {
    let mut statement = sql.prepare_cached(
        "select report_line.report, report_line.analyte, report_line.phase, report_line.result, report_line.reported,
                report_line.cutoff, report_line.panel_cutoff
         from laboratory_report
         join report_line on report_line.report = laboratory_report.id
         where laboratory_report.drug_test = :test
         order by report_line.phase desc, report_line.analyte",
    )?;
    let rows = statement.query_map(named_params! { ":test": test }, |row| {
        let analyte: String = row.get("analyte")?;
        let line = ReportLine {
            name: names.analyte(&analyte),
            analyte,
            phase: row.get("phase")?,
            result: row.get("result")?,
            reported: row.get("reported")?,
            cutoff: row.get("cutoff")?,
            panel_cutoff: row.get("panel_cutoff")?,
        };
        Ok((row.get("report")?, line))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every word of the laboratory beside every class of its measures.
    #[test]
    fn a_word_that_does_not_fit_the_measures_is_said() {
        use LaboratoryResult as L;
        use Validity as V;
        let fitting = [
            (V::Valid, &[L::Negative, L::Positive, L::Invalid, L::Adulterated, L::Rejected][..]),
            (V::Dilute, &[L::NegativeDilute, L::PositiveDilute, L::Invalid, L::Adulterated, L::Rejected]),
            (V::Substituted, &[L::Substituted, L::Adulterated, L::Rejected]),
            (V::Invalid, &[L::Invalid, L::Adulterated, L::Rejected]),
            (V::Adulterated, &[L::Adulterated, L::Rejected]),
            (V::DilutionNotDetermined, L::ALL),
            (V::NotDetermined, L::ALL),
        ];
        assert_eq!(fitting.len(), V::ALL.len());
        for (validity, fits) in fitting {
            for result in L::ALL {
                let said = disagrees(Some(*result), Some(validity));
                assert_eq!(said.is_empty(), fits.contains(result), "{result:?} {validity:?}: {said}");
            }
        }
        assert_eq!(
            disagrees(Some(L::NegativeDilute), Some(V::Valid)),
            "The laboratory says negative, dilute, and by its measures the specimen is valid. Its word stands; ask the laboratory."
        );
        assert_eq!(disagrees(None, Some(V::Dilute)), "");
        assert_eq!(disagrees(Some(L::Negative), None), "");
    }
}
