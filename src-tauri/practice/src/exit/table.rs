//! A table on its way out, as comma-separated values.
//!
//! A spreadsheet runs a cell that begins like a formula; a name typed into a chart must not be able to. Such a cell gets
//! an apostrophe in front, which spreadsheets show as text (OWASP, "CSV injection").

use super::ExitKind;
use crate::kernel::{Refusal, Result};

/// A table of the program, not of one client.
pub(crate) struct Table {
    pub kind: ExitKind,
    /// Which table: one word of ours.
    pub document: &'static str,
    /// The suggested file name. Neutral: a folder is seen by others.
    pub name: String,
    pub reason: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The table as bytes: UTF-8 with a mark, so that spreadsheets read names in every alphabet.
///
/// # Errors
/// `internal` when the rows are not all as wide as the head.
pub(super) fn bytes(table: &Table) -> Result<Vec<u8>> {
    let broken = |_: csv::Error| Refusal::internal("csv");
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(table.head.iter().map(|cell| plain(cell))).map_err(broken)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| plain(cell))).map_err(broken)?;
    }
    writer.into_inner().map_err(|_| Refusal::internal("csv"))
}

/// The cell as text that no spreadsheet runs.
fn plain(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn table(rows: Vec<Vec<String>>) -> Table {
        let head = vec!["Client".into(), "Hours".into()];
        Table {
            kind: ExitKind::InternalCopy,
            document: "caseload",
            name: "t.csv".into(),
            reason: "weekly review".into(),
            head,
            rows,
        }
    }

    fn written(rows: &[[&str; 2]]) -> String {
        let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        String::from_utf8(bytes(&table(rows)).unwrap()).unwrap()
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
            ("+1", "'+1"),
            ("-2", "'-2"),
            ("@sum", "'@sum"),
            (" =1", "' =1"),
            ("\t=1", "'\t=1"),
            ("Ó Súilleabháin, Tomás", "\"Ó Súilleabháin, Tomás\""),
            ("9:00", "9:00"),
            ("", ""),
        ] {
            assert_eq!(written(&[[cell, "9:00"]]), format!("\u{feff}Client,Hours\r\n{expected},9:00\r\n"), "{cell}");
        }
    }

    #[test]
    fn a_row_of_another_width_is_a_defect_of_ours() {
        assert!(bytes(&table(vec![vec!["only one".into()]])).is_err());
    }

    proptest! {
        #[test]
        fn every_cell_comes_back_and_begins_harmlessly(cell in ".{0,40}") {
            let bytes = bytes(&table(vec![vec![cell.clone(), "x".into()]])).unwrap();
            let mut reader = csv::Reader::from_reader(&bytes[3..]);
            let back = reader.records().next().unwrap().unwrap()[0].to_owned();
            let guarded = format!("'{cell}");
            prop_assert!(back == cell || back == guarded);
            prop_assert!(!back.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
        }
    }
}
