//! The same work as SQL written by hand, on the same encrypted file, in the vault's own transactions.
//!
//! What is compared is the product's layers and not the disk: each job here asks for the same rows and columns in the same
//! order, under the same restriction to whom the person reaches, turns them into JSON, and where something changes writes
//! the same rows, keeps the same earlier versions and records the same audit entries. What it leaves out: looking up roles,
//! decoding a request, and whatever rule a job's own comment names.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, ToSql};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use vault::{Entry, Error, Vault, Write};

/// The person, the vault and the day.
pub struct Hand {
    pub vault: Vault,
    pub me: Uuid,
    pub today: String,
    pub now_ms: i64,
}

/// Named parameters of a statement.
pub type Named<'a> = [(&'a str, &'a dyn ToSql)];

/// Seventy-two hours.
const NOTE_DUE_MS: i64 = 72 * 60 * 60_000;
/// Parts of the head of a chart: whole rows of a client.
const PARTS: [&str; 9] = [
    "select * from client where id = :client",
    "select * from contact where client = :client and voided_at is null order by id",
    "select * from emergency_contact where client = :client and voided_at is null order by id",
    "select * from work where client = :client and voided_at is null order by id",
    "select * from license where client = :client and voided_at is null order by id",
    "select * from insurance where client = :client and voided_at is null order by id",
    "select * from medication where client = :client and voided_at is null order by id",
    "select * from diagnosis where client = :client and voided_at is null order by id",
    "select care_team.*, staff.given_name, staff.family_name from care_team join staff on staff.id = care_team.staff
     where care_team.client = :client and care_team.voided_at is null order by care_team.starts_on",
];
const EPISODES: &str = "select episode.*, level_of_care.* from episode
     left join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
     where episode.client = :client and episode.voided_at is null order by episode.number desc, level_of_care.from_on";

impl Hand {
    /// On the data's day.
    pub fn on(self, today: &str) -> Self {
        Self { today: today.to_owned(), ..self }
    }

    /// A chart: head, first page of notes, hours, every session, tests, plan; one audit entry for the opening.
    pub fn open_chart(&self, client: Uuid) -> Result<(), Error> {
        let of: &Named<'_> = &[(":client", &client.as_bytes().as_slice())];
        let mine: &Named<'_> = &[of[0], (":me", &self.me.as_bytes().as_slice())];
        let dated: &Named<'_> = &[of[0], (":today", &self.today)];
        self.vault.write(|write| {
            self.reach(write.sql(), client)?;
            let mut chart: Vec<Value> =
                PARTS.iter().map(|part| rows(write.sql(), part, of)).collect::<Result<_, Error>>()?;
            chart.push(rows(write.sql(), EPISODES, of)?);
            chart.push(rows(write.sql(), include_str!("sql/chart_notes.sql"), mine)?);
            chart.push(rows(write.sql(), include_str!("sql/chart_hours.sql"), dated)?);
            chart.push(rows(write.sql(), include_str!("sql/chart_sessions.sql"), of)?);
            chart.push(rows(write.sql(), include_str!("sql/chart_tests.sql"), of)?);
            chart.push(rows(write.sql(), include_str!("sql/chart_plan.sql"), of)?);
            self.record(write, "client.open", ("client", client), None);
            encoded(&chart);
            Ok(())
        })
    }

    /// One page of a chart, alone: restricted as the call is.
    pub fn page(&self, page: &str, client: Uuid) -> Result<(), Error> {
        let of = (":client", &client.as_bytes().as_slice() as &dyn ToSql);
        let mine = (":me", &self.me.as_bytes().as_slice() as &dyn ToSql);
        let (statement, with) = match page {
            "- notes" => (include_str!("sql/chart_notes.sql"), vec![of, mine]),
            "- hours" => (include_str!("sql/chart_hours.sql"), vec![of, (":today", &self.today)]),
            "- tests" => (include_str!("sql/chart_tests.sql"), vec![of]),
            _ => (include_str!("sql/chart_plan.sql"), vec![of]),
        };
        self.vault.read(|sql| {
            self.reach(sql, client)?;
            encoded(&[rows(sql, statement, &with)?]);
            Ok(())
        })
    }

    /// A transaction that looks and finds nothing.
    pub fn nothing(&self) -> Result<(), Error> {
        self.shown("select 1 where false", &[])
    }

    pub fn find(&self, text: &str) -> Result<(), Error> {
        let with: &Named<'_> = &[(":text", &text), (":me", &self.me.as_bytes().as_slice()), (":today", &self.today)];
        self.shown(include_str!("sql/find.sql"), with)
    }

    pub fn search(&self, words: &[String]) -> Result<(), Error> {
        let last = words.len().saturating_sub(1);
        let each =
            words.iter().enumerate().map(|(i, word)| if i == last { format!("{word}*") } else { word.clone() });
        let matched = format!("words : ({})", each.collect::<Vec<_>>().join(" "));
        let with: &Named<'_> =
            &[(":matched", &matched), (":me", &self.me.as_bytes().as_slice()), (":today", &self.today)];
        self.shown(include_str!("sql/search.sql"), with)
    }

    pub fn counselors(&self) -> Result<(), Error> {
        let with: &Named<'_> = &[(":today", &self.today), (":due", &(self.now_ms - NOTE_DUE_MS))];
        self.shown(include_str!("sql/counselors.sql"), with)
    }

    /// The lines of one's own clients; the flags that follow from them are left out.
    pub fn caseload(&self, week: &str) -> Result<(), Error> {
        let with: &Named<'_> = &[
            (":today", &self.today),
            (":week", &week),
            (":me", &self.me.as_bytes().as_slice()),
            (":due", &(self.now_ms - NOTE_DUE_MS)),
        ];
        self.shown(include_str!("sql/caseload.sql"), with)
    }

    /// Rows as the window would get them.
    fn shown(&self, statement: &str, with: &Named<'_>) -> Result<(), Error> {
        self.vault.read(|sql| {
            encoded(&[rows(sql, statement, with)?]);
            Ok(())
        })
    }

    /// Whether the person reaches the client, as the jobs of a client ask first.
    pub fn reach(&self, sql: &Connection, client: Uuid) -> Result<bool, Error> {
        let with: &Named<'_> = &[
            (":client", &client.as_bytes().as_slice()),
            (":me", &self.me.as_bytes().as_slice()),
            (":today", &self.today),
        ];
        Ok(sql.prepare_cached(include_str!("sql/reach.sql"))?.exists(with)?)
    }

    /// An audit entry; with what was written it has a digest.
    pub fn record(&self, write: &mut Write<'_>, action: &str, (table, id): (&str, Uuid), wrote: Option<&str>) {
        write.record(Entry {
            actor: Some(self.me),
            role: "director",
            action: action.into(),
            object: Some((table.into(), id)),
            revision: wrote.map(|_| 1),
            digest: wrote.map(|text| Sha256::digest(text.as_bytes()).into()),
            ..Entry::default()
        });
    }
}

/// Every column of every row, as JSON.
fn rows(sql: &Connection, statement: &str, with: &Named<'_>) -> Result<Value, Error> {
    let mut statement = sql.prepare_cached(statement)?;
    let columns = statement.column_count();
    let mut found = statement.query(with)?;
    let mut all = Vec::new();
    while let Some(row) = found.next()? {
        let mut fields = Vec::with_capacity(columns);
        for column in 0..columns {
            fields.push(match row.get_ref(column)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => json!(number),
                ValueRef::Real(number) => json!(number),
                ValueRef::Text(text) => json!(String::from_utf8_lossy(text)),
                ValueRef::Blob(bytes) => json!(Uuid::from_slice(bytes).unwrap_or_default()),
            });
        }
        all.push(Value::Array(fields));
    }
    Ok(Value::Array(all))
}

fn encoded(parts: &[Value]) -> usize {
    std::hint::black_box(json!(parts).to_string()).len()
}
