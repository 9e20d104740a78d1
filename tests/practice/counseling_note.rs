//! Counseling notes: sealed to the author and whom the author names, and not there for anybody else.

use practice::kernel::refusal::Code;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::{Value, json};

use crate::client_desk::Clinic;
use crate::desk::{Desk, OTHER_PASSPHRASE};

const WORDS: &str = "She dreamt of the halyard knot again";
const TITLE: &str = "Halyard dream";
const TEMPORARY: &str = "cobalt meadow trumpet ninety";

/// The clinic with a client of Marisol's, whose care team Ambrose is on, and a counseling note of Marisol's.
pub struct Room {
    pub clinic: Clinic,
    pub client: Value,
    pub note: Value,
}

impl Room {
    pub fn open() -> Self {
        let clinic = Clinic::open();
        clinic.desk.hire("Odile", "Marchetti", "odile", &["privacy_officer"]);
        clinic.desk.hire("Pia", "Lund", "pia", &["auditor"]);
        let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
        clinic.desk.op("care_team.add", json!({ "client": client, "staff": clinic.ambrose, "part": "member" }));
        let note = written(clinic.as_person("marisol"), &client);
        Self { clinic, client, note }
    }

    fn id(&self) -> Value {
        json!({ "id": self.note["id"] })
    }

    pub fn this(&self) -> Value {
        json!({ "id": self.note["id"], "rev": self.note["rev"] })
    }

    pub fn reader(&self, staff: &Value) -> Value {
        json!({ "id": self.note["id"], "rev": self.note["rev"], "staff": staff })
    }

    pub fn marisol(&self) -> &Desk {
        self.clinic.as_person("marisol")
    }

    pub fn ambrose(&self) -> &Desk {
        self.clinic.as_person("ambrose")
    }
}

pub fn written(desk: &Desk, client: &Value) -> Value {
    let note = desk.op("counseling_note.start", json!({ "client": client }));
    desk.op("counseling_note.save", saved(&note, WORDS));
    desk.op("counseling_note.open", json!({ "id": note["id"] }))
}

fn saved(note: &Value, body: &str) -> Value {
    json!({ "id": note["id"], "rev": note["rev"], "title": TITLE, "body": body })
}

pub fn rule(desk: &Desk, call: &str, with: Value) -> String {
    desk.refused(call, with).rule.unwrap_or_default().to_owned()
}

/// Every value of every table, as bytes.
pub fn holds(sql: &Connection, words: &str) -> Vec<String> {
    let mut tables = sql.prepare("select name from sqlite_schema where type = 'table'").unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let hexed: String = words.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut found = Vec::new();
    for table in tables {
        let mut rows = sql.prepare(&format!("select * from \"{table}\"")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                let bytes: &[u8] = match row.get_ref(column).unwrap() {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
                    _ => continue,
                };
                let has = |needle: &str| bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
                if has(words) || has(&hexed) {
                    found.push(table.clone());
                }
            }
        }
    }
    found
}

#[test]
fn the_author_writes_it_finds_it_and_closes_it() {
    let room = Room::open();
    let desk = room.marisol();
    let list = desk.query("counseling_note.list", json!({ "client": room.client }));
    assert_eq!((&list["notes"][0]["title"], &list["may_write"]), (&json!(TITLE), &json!(true)));
    assert_eq!(list["notes"][0].get("body"), None);
    assert_eq!(room.note["body"], WORDS);
    let closed = desk.op("counseling_note.close", room.this());
    assert_eq!((&closed["state"], &closed["body"]), (&json!("closed"), &json!(WORDS)));
    assert_eq!(rule(desk, "counseling_note.save", saved(&closed, "more")), "counseling_note.closed");
}

#[test]
fn nobody_else_can_tell_it_from_a_note_that_is_not_there() {
    let room = Room::open();
    let absent = json!({ "id": "01890000-0000-7000-8000-000000000000" });
    let client = json!({ "client": room.client });
    for login in ["theodora", "ambrose", "odile", "pia", "jolene"] {
        let desk = room.clinic.as_person(login);
        for call in ["counseling_note.open", "counseling_note.look_back"] {
            assert_eq!(desk.refused(call, room.id()), desk.refused(call, absent.clone()), "{login} {call}");
        }
        match login {
            "ambrose" => assert_eq!(desk.query("counseling_note.list", client.clone())["notes"], json!([])),
            _ => assert_eq!(desk.refused("counseling_note.list", client.clone()).code, Code::NotPermitted),
        }
    }
}

#[test]
fn the_master_key_reads_no_word_of_it() {
    let room = Room::open();
    let desk = room.marisol();
    desk.clock.pass(11 * 60_000);
    desk.op("counseling_note.save", saved(&room.note, &format!("{WORDS}, twice")));
    desk.inspect(|sql| {
        assert_eq!(holds(sql, WORDS), [] as [String; 0]);
        assert_eq!(holds(sql, TITLE), [] as [String; 0]);
        // The same look finds what is not sealed.
        assert!(holds(sql, "Nakagawa").contains(&"client".to_owned()));
    });
}

#[test]
fn a_named_reader_reads_until_the_author_takes_them_away() {
    let room = Room::open();
    let desk = room.marisol();
    let named = desk.op("counseling_note.name", room.reader(&room.clinic.ambrose));
    assert_eq!(named["readers"][0]["name"], "Ambrose Okafor");
    assert_eq!(named["nameable"], json!([]));

    let reader = room.ambrose();
    let read = reader.op("counseling_note.open", room.id());
    assert_eq!((&read["body"], &read["mine"]), (&json!(WORDS), &json!(false)));
    for (call, with) in [
        ("counseling_note.save", saved(&room.note, "mine now")),
        ("counseling_note.close", room.this()),
        ("counseling_note.void", room.this()),
        ("counseling_note.name", room.reader(&room.clinic.ambrose)),
        ("counseling_note.take_away", room.reader(&room.clinic.ambrose)),
    ] {
        assert_eq!(rule(reader, call, with), "counseling_note.not_the_author", "{call}");
    }

    let desk = room.marisol();
    let without = desk.op("counseling_note.take_away", room.reader(&room.clinic.ambrose));
    assert_eq!((&without["readers"], &without["body"]), (&json!([]), &json!(WORDS)));
    let again = desk.refused("counseling_note.take_away", reader_at(&without, &room.clinic.ambrose));
    assert_eq!(again.code, Code::NotFound);
    assert_eq!(room.ambrose().refused("counseling_note.open", room.id()).code, Code::NotFound);
}

fn reader_at(note: &Value, staff: &Value) -> Value {
    json!({ "id": note["id"], "rev": note["rev"], "staff": staff })
}

/// The sealed keys of a person, in rows and in kept versions of rows.
fn keys_of(desk: &Desk, staff: &Value) -> (i64, i64) {
    let hex = staff.as_str().unwrap().replace('-', "");
    let mut answer = (0, 0);
    desk.inspect(|sql| {
        let count = |query: &str| sql.query_row(query, [&hex], |row| row.get(0)).unwrap();
        answer = (
            count("select count(*) from counseling_note_key where lower(hex(holder)) = ?1 and length(sealed) > 0"),
            count(
                "select count(*) from version where of_table = 'counseling_note_key'
                   and json_extract(body, '$.holder') = ?1 and length(json_extract(body, '$.sealed')) > 0",
            ),
        );
    });
    answer
}

#[test]
fn keys_that_were_taken_away_are_gone_at_once() {
    let room = Room::open();
    room.clinic.as_person("theodora");
    room.clinic.desk.hire("Hyacinth", "Brewster", "hyacinth", &["counselor"]);
    let desk = room.marisol();
    let named = desk.op("counseling_note.name", room.reader(&room.clinic.ambrose));
    let other = named["nameable"][0]["id"].clone();
    let two = desk.op("counseling_note.name", reader_at(&named, &other));
    // Taking the other away makes a new key, so that the first has one of each.
    let one = desk.op("counseling_note.take_away", reader_at(&two, &other));
    assert_eq!(keys_of(desk, &other), (0, 0));
    assert_eq!(keys_of(desk, &room.clinic.ambrose), (2, 0));
    room.marisol().op("counseling_note.take_away", reader_at(&one, &room.clinic.ambrose));
    assert_eq!(keys_of(desk, &room.clinic.ambrose), (0, 0));
}

#[test]
fn whoever_leaves_reads_none_of_others_and_keeps_their_own_for_a_recovery() {
    let room = Room::open();
    let desk = room.marisol();
    desk.op("counseling_note.name", room.reader(&room.clinic.ambrose));
    written(room.ambrose(), &room.client);
    assert_eq!(keys_of(room.ambrose(), &room.clinic.ambrose), (2, 0));
    let director = room.clinic.as_person("theodora");
    let rev = director
        .query("staff.list", json!({}))
        .as_array()
        .and_then(|rows| rows.iter().find(|row| row["id"] == room.clinic.ambrose).cloned())
        .unwrap()["rev"]
        .clone();
    director.op("staff.deactivate", json!({ "id": room.clinic.ambrose, "rev": rev, "reason": "moved away" }));
    assert_eq!(keys_of(director, &room.clinic.ambrose), (1, 0));
    assert_eq!(room.marisol().op("counseling_note.open", room.id())["readers"], json!([]));
}

/// The groups of a new recovery key, as typed from the paper.
fn renewed(director: &Desk) -> String {
    let shown = director.op("recovery.renew", json!({ "passphrase": crate::desk::PASSPHRASE }));
    let groups: Vec<&str> = shown["recovery_groups"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    groups.join(" ")
}

fn asked(room: &Room, reason: &str) -> Value {
    json!({ "author": room.clinic.marisol, "reader": room.clinic.ambrose, "reason": reason,
            "passphrase": crate::desk::PASSPHRASE })
}

fn opening(recovery: &Value, key: &str) -> Value {
    json!({ "id": recovery["id"], "rev": recovery["rev"], "passphrase": OTHER_PASSPHRASE, "groups": key })
}

#[test]
fn two_people_open_an_authors_notes_with_the_recovery_key_for_a_named_reader() {
    let room = Room::open();
    let director = room.clinic.as_person("theodora");
    director.clock.pass(1);
    let first = renewed(director);
    // Sealed to the key of before the renewal, until their author opens any.
    let recovery = director.op("counseling_note.ask_recovery", asked(&room, "Left without a word"));
    assert_eq!((&recovery["state"], &recovery["may_open"]), (&json!("waiting"), &json!(false)));
    let odile = room.clinic.as_person("odile");
    assert_eq!(
        rule(odile, "counseling_note.open_recovery", opening(&recovery, &first)),
        "counseling_note.nothing_opened"
    );

    let desk = room.marisol();
    desk.clock.pass(1);
    desk.op("counseling_note.open", room.id());
    let director = room.clinic.as_person("theodora");
    director.clock.pass(1);
    let second = renewed(director);
    // Written after the renewal; what was written before stays sealed to the first sheet until its author is back.
    let odile = room.clinic.as_person("odile");
    let row = odile.query("counseling_note.recoveries", json!({}))["rows"][0].take();
    assert_eq!(
        (&row["author"], &row["reader"], &row["may_open"]),
        (&json!("Marisol Quiñones"), &json!("Ambrose Okafor"), &json!(true))
    );
    assert_eq!(
        rule(odile, "counseling_note.open_recovery", opening(&row, &second)),
        "counseling_note.nothing_opened"
    );
    let opened = odile.op("counseling_note.open_recovery", opening(&row, &first.to_lowercase()));
    assert_eq!(
        (&opened["state"], &opened["opened"], &opened["left_closed"], &opened["opened_by"]),
        (&json!("opened"), &json!(1), &json!(0), &json!("Odile Marchetti"))
    );
    // Neither of the two reads it; the reader does, and its earlier texts.
    assert_eq!(odile.refused("counseling_note.open", room.id()).code, Code::NotPermitted);
    let entries = odile.entries();
    for action in ["counseling_note.ask_recovery", "counseling_note.open_recovery"] {
        assert!(entries.iter().any(|entry| entry.action == action), "{action}");
    }
    let reader = room.ambrose();
    assert_eq!(reader.op("counseling_note.open", room.id())["body"], WORDS);
    let line = &reader.query("counseling_note.list", json!({ "client": room.client }))["notes"][0];
    assert_eq!((&line["title"], &line["mine"]), (&json!(TITLE), &json!(false)));
}

#[test]
fn after_a_renewal_the_authors_next_opening_seals_to_the_new_key_alone() {
    let room = Room::open();
    let director = room.clinic.as_person("theodora");
    director.clock.pass(1);
    let first = renewed(director);
    let desk = room.marisol();
    desk.clock.pass(1);
    desk.op("counseling_note.open", room.id());
    let director = room.clinic.as_person("theodora");
    director.clock.pass(1);
    let second = renewed(director);
    let desk = room.marisol();
    desk.clock.pass(1);
    // Beginning another one is enough, and this one is sealed to the new key from the start.
    written(desk, &room.client);
    let director = room.clinic.as_person("theodora");
    let recovery = director.op("counseling_note.ask_recovery", asked(&room, "A reset"));
    let odile = room.clinic.as_person("odile");
    assert_eq!(
        rule(odile, "counseling_note.open_recovery", opening(&recovery, &first)),
        "counseling_note.nothing_opened"
    );
    let opened = odile.op("counseling_note.open_recovery", opening(&recovery, &second));
    assert_eq!((&opened["opened"], &opened["left_closed"]), (&json!(2), &json!(0)));
}

#[test]
fn notes_that_only_the_older_sheet_opens_are_named_until_their_author_comes_by() {
    let room = Room::open();
    let director = room.clinic.as_person("theodora");
    let older = |desk: &Desk| desk.query("counseling_note.recoveries", json!({}))["older"].take();
    assert_eq!(older(director), json!([]));
    director.clock.pass(1);
    renewed(director);
    assert_eq!(older(director), json!([{ "author": "Marisol Quiñones", "notes": 1 }]));
    // Somebody else who comes by changes nothing of it.
    room.ambrose();
    assert_eq!(older(room.clinic.as_person("odile")), json!([{ "author": "Marisol Quiñones", "notes": 1 }]));
    // Signing in is enough, and costs the disk nothing more than signing in.
    let costs = |desk: &dyn Fn()| {
        let before = vault::vfs::fsyncs();
        desk();
        vault::vfs::fsyncs() - before
    };
    let sealing = costs(&|| {
        room.marisol();
    });
    room.clinic.as_person("theodora");
    assert_eq!(
        costs(&|| {
            room.marisol();
        }),
        sealing
    );
    let director = room.clinic.as_person("theodora");
    assert_eq!(older(director), json!([]));
    director.clock.pass(1);
    let second = renewed(director);
    let recovery = director.op("counseling_note.ask_recovery", asked(&room, "A reset"));
    room.marisol();
    let odile = room.clinic.as_person("odile");
    let opened = odile.op("counseling_note.open_recovery", opening(&recovery, &second));
    assert_eq!((&opened["opened"], &opened["left_closed"]), (&json!(1), &json!(0)));
}

#[test]
fn a_recovery_takes_two_proofs_and_can_be_taken_back() {
    let room = Room::open();
    let director = room.clinic.as_person("theodora");
    let key = renewed(director);
    let with = |field: &str, value: Value| {
        let mut request = asked(&room, "Left");
        request[field] = value;
        request
    };
    let faults = |request: Value| {
        let refusal = director.refused("counseling_note.ask_recovery", request);
        (refusal.rule, refusal.fields.first().map(|fault| fault.field.clone()).unwrap_or_default())
    };
    assert_eq!(faults(with("reason", json!(" "))).1, "reason");
    assert_eq!(faults(with("reader", room.clinic.marisol.clone())).1, "reader");
    assert_eq!(faults(with("reader", room.clinic.jolene.clone())).0, Some("counseling_note.not_a_counselor"));
    assert_eq!(faults(with("passphrase", json!("not this one at all"))).1, "passphrase");
    let recovery = director.op("counseling_note.ask_recovery", asked(&room, "Left"));
    assert_eq!(faults(asked(&room, "Left")).0, Some("counseling_note.already_asked"));
    let mut own = opening(&recovery, &key);
    own["passphrase"] = json!(crate::desk::PASSPHRASE);
    assert_eq!(rule(director, "counseling_note.open_recovery", own), "counseling_note.not_the_second");

    for login in ["marisol", "ambrose", "jolene"] {
        let desk = room.clinic.as_person(login);
        assert_eq!(desk.refused("counseling_note.recoveries", json!({})).code, Code::NotPermitted, "{login}");
        let open = opening(&recovery, &key);
        assert_eq!(desk.refused("counseling_note.open_recovery", open).code, Code::NotPermitted, "{login}");
    }
    let odile = room.clinic.as_person("odile");
    let mistyped = odile.refused("counseling_note.open_recovery", opening(&recovery, "0000 0000"));
    assert_eq!(mistyped.fields[0].field, "groups");
    let mut unproved = opening(&recovery, &key);
    unproved["passphrase"] = json!("not this one at all");
    assert_eq!(odile.refused("counseling_note.open_recovery", unproved).fields[0].field, "passphrase");
    assert_eq!(odile.refused("counseling_note.ask_recovery", asked(&room, "Left")).code, Code::NotPermitted);

    let director = room.clinic.as_person("theodora");
    let this = json!({ "id": recovery["id"], "rev": recovery["rev"] });
    director.op("counseling_note.drop_recovery", this.clone());
    assert_eq!(director.refused("counseling_note.drop_recovery", this).code, Code::NotFound);
    assert_eq!(director.query("counseling_note.recoveries", json!({}))["rows"], json!([]));
    let late = director.op("counseling_note.ask_recovery", asked(&room, "Left"));
    director.clock.pass(8 * 24 * 60 * 60_000);
    let odile = room.clinic.as_person("odile");
    assert_eq!(rule(odile, "counseling_note.open_recovery", opening(&late, &key)), "counseling_note.not_waiting");
}

#[test]
fn only_a_counselor_with_keys_of_their_own_can_be_named() {
    let room = Room::open();
    let desk = room.marisol();
    let refused = |staff: &Value| rule(desk, "counseling_note.name", room.reader(staff));
    assert_eq!(refused(&room.clinic.marisol), "counseling_note.author");
    assert_eq!(refused(&room.clinic.jolene), "counseling_note.not_a_counselor");

    let director = room.clinic.as_person("theodora");
    director.op("staff.reset_passphrase", json!({ "id": room.clinic.ambrose, "temporary_passphrase": TEMPORARY }));
    let desk = room.marisol();
    let refusal = rule(desk, "counseling_note.name", room.reader(&room.clinic.ambrose));
    assert_eq!(refusal, "counseling_note.keys_not_theirs");
}

#[test]
fn a_passphrase_the_director_resets_opens_nothing() {
    let room = Room::open();
    let director = room.clinic.as_person("theodora");
    director.op("staff.reset_passphrase", json!({ "id": room.clinic.marisol, "temporary_passphrase": TEMPORARY }));
    director.switch_to("marisol", TEMPORARY);
    let desk = &room.clinic.desk;
    desk.op("passphrase.change", json!({ "current": TEMPORARY, "new": OTHER_PASSPHRASE }));
    let line = &desk.query("counseling_note.list", json!({ "client": room.client }))["notes"][0];
    assert_eq!((&line["keys_gone"], &line["title"]), (&json!(true), &json!("")));
    for (call, with) in [
        ("counseling_note.open", room.id()),
        ("counseling_note.save", saved(&room.note, "over it")),
        ("counseling_note.close", room.this()),
        ("counseling_note.name", room.reader(&room.clinic.ambrose)),
        ("counseling_note.take_away", room.reader(&room.clinic.ambrose)),
    ] {
        assert_eq!(rule(desk, call, with), "counseling_note.keys_gone", "{call}");
    }
    // What is written with the new keys is readable as ever.
    assert_eq!(written(desk, &room.client)["body"], WORDS);
}

#[test]
fn an_own_new_passphrase_keeps_it_open() {
    let room = Room::open();
    let desk = room.marisol();
    desk.op("passphrase.change", json!({ "current": OTHER_PASSPHRASE, "new": "nine lanterns over the salt marsh" }));
    assert_eq!(desk.op("counseling_note.open", room.id())["body"], WORDS);
}

#[test]
fn earlier_texts_are_kept_by_editing_periods_and_stay_sealed() {
    let room = Room::open();
    let desk = room.marisol();
    let saved_again = desk.op("counseling_note.save", saved(&room.note, "within the period"));
    assert_eq!(desk.op("counseling_note.look_back", room.id()), json!([]));
    desk.clock.pass(11 * 60_000);
    let mut next = saved(&room.note, "a new period");
    next["rev"] = saved_again["rev"].clone();
    desk.op("counseling_note.save", next);
    let versions = desk.op("counseling_note.look_back", room.id());
    assert_eq!(versions[0]["body"], "within the period");
    let entries = desk.entries();
    let of = |action: &str| entries.iter().filter(|entry| entry.action == action).collect::<Vec<_>>();
    assert_eq!(of("counseling_note.save").len(), 1);
    assert_eq!(of("counseling_note.open").len(), 1);
    assert!(entries.iter().all(|entry| !entry.detail.contains("period")));
}

#[test]
fn it_is_written_before_it_is_closed_and_can_be_taken_back() {
    let room = Room::open();
    let desk = room.marisol();
    let empty = desk.op("counseling_note.start", json!({ "client": room.client }));
    let this = json!({ "id": empty["id"], "rev": empty["rev"] });
    assert_eq!(desk.refused("counseling_note.close", this.clone()).fields[0].field, "body");
    desk.op("counseling_note.void", this.clone());
    assert_eq!(desk.refused("counseling_note.void", this).code, Code::NotFound);
    let long = desk.refused("counseling_note.save", saved(&room.note, &"a".repeat(100_001)));
    assert_eq!(long.fields[0].field, "body");
}

#[test]
fn drafts_search_and_the_chart_hold_none_of_it() {
    let room = Room::open();
    let desk = room.marisol();
    for form in ["counseling_note", "counseling_note.save"] {
        let draft = json!({ "form": form, "body": { "body": WORDS }, "typed": true, "rev": 0 });
        assert_eq!(desk.refused("draft.save", draft).fields[0].field, "form");
    }
    let found = desk.query("note.search", json!({ "text": "halyard" }));
    assert!(!found.to_string().contains("halyard knot"), "{found}");
    let chart = desk.op("client.open", json!({ "id": room.client }));
    assert!(!chart.to_string().to_lowercase().contains("halyard"));
}

#[test]
fn the_chart_leads_whoever_may_hold_one_to_them_and_nobody_else() {
    let room = Room::open();
    let leads =
        |desk: &Desk| desk.op("client.open", json!({ "id": room.client }))["may"]["read_counseling_notes"].clone();
    assert_eq!(leads(room.marisol()), true);
    assert_eq!(leads(room.ambrose()), true);
    assert_eq!(leads(room.clinic.as_person("theodora")), false, "a director has none");
}

#[test]
fn a_stranger_to_the_client_starts_none() {
    let room = Room::open();
    let other = room.clinic.as_person("theodora");
    let client = other.op(
        "client.add",
        json!({ "fields": crate::client_desk::fields("Wren", "Abara"), "primary": room.clinic.marisol }),
    )["id"]
        .take();
    let desk = room.ambrose();
    assert_eq!(desk.refused("counseling_note.start", json!({ "client": client })).code, Code::NotFound);
    assert_eq!(desk.refused("counseling_note.list", json!({ "client": client })).code, Code::NotFound);
}
