//! A stored row as fields that a person reads. Pure.

use serde_json::{Map, Value};

/// Columns that say nothing to a reader: identity, place in lists, and what every row carries.
const SILENT: &[&str] =
    &["id", "rev", "at", "device", "by_staff", "client", "search_id", "folded", "void_reason", "carried", "format"];
/// Columns whose numbers are numbers, not answers.
const NUMBERS: &[&str] = &[
    "minutes",
    "number",
    "participation",
    "position",
    "capacity",
    "tests_per_year",
    "notice_hours",
    "report_months",
];

/// Name and text of each column that says something, in the order of the columns.
pub(super) fn fields(body: &Map<String, Value>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (column, value) in body {
        if SILENT.contains(&column.as_str()) || column.ends_with("_at") {
            continue;
        }
        match (column.as_str(), value) {
            ("sections", Value::String(stored)) => fields.extend(sections(stored)),
            (_, value) => fields.push((name(column), text(column, value))),
        }
    }
    if body.get("voided_at").is_some_and(|at| !at.is_null()) {
        fields.push(("Taken back".into(), "yes".into()));
    }
    fields
}

fn sections(stored: &str) -> Vec<(String, String)> {
    let texts: Map<String, Value> = serde_json::from_str(stored).unwrap_or_default();
    texts.iter().map(|(key, value)| (name(key), value.as_str().unwrap_or_default().to_owned())).collect()
}

/// "Given name" of "given_name".
fn name(column: &str) -> String {
    let words = column.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn text(column: &str, value: &Value) -> String {
    match value {
        Value::String(text) if is_id(text) => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) if !NUMBERS.contains(&column) && number.as_i64() == Some(0) => "no".into(),
        Value::Number(number) if !NUMBERS.contains(&column) && number.as_i64() == Some(1) => "yes".into(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Ids are stored as bytes and kept as 32 hexadecimal digits.
fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_row_reads_as_its_fields() {
        let body = serde_json::json!({
            "id": "0193a1b2c3d4e5f60718293a4b5c6d7e", "author": "0193a1b2c3d4e5f60718293a4b5c6d7e", "minutes": 1,
            "risk_words": "", "sections": "{\"data\":\"Slept.\"}", "service_at": 12, "mail_is_safe": 1,
            "skipped": 0, "voided_at": 5, "rev": 3,
        });
        let read = fields(body.as_object().unwrap());
        let expected = [
            ("Author", ""),
            ("Mail is safe", "yes"),
            ("Minutes", "1"),
            ("Risk words", ""),
            ("Data", "Slept."),
            ("Skipped", "no"),
            ("Taken back", "yes"),
        ];
        let read: Vec<(&str, &str)> = read.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(read, expected);
    }
}
