//! A well-shaped request for any call, made from the types that the window is generated from.
//!
//! Ids name rows of the stage where it has one of the kind; every revision is stale; optional fields are left out. A field
//! whose text must have a form of its own (a date, a wall time) is known by its name.

use std::collections::HashMap;

use practice::kernel::codegen;
use serde_json::{Map, Value, json};

/// A revision that no row of the stage has.
pub const STALE: i64 = 99;
/// An id that no row has.
pub const NOBODY: &str = "01990000-0000-7000-8000-000000000000";

/// The declared types by name, with their parameters.
pub struct Shapes(HashMap<String, (Vec<String>, Type)>);

#[derive(Clone, Debug)]
enum Type {
    Literal(String),
    Named(String, Vec<Type>),
    Union(Vec<Type>),
    /// Name, whether it may be left out, type.
    Object(Vec<(String, bool, Type)>),
}

impl Shapes {
    /// Reads the generated file of types.
    pub fn read(types: &str) -> Self {
        let mut declared = HashMap::new();
        for declaration in without_comments(types).split("export type ").skip(1) {
            let (head, body) = declaration.split_once(" = ").unwrap();
            let (name, parameters) = head.split_once('<').unwrap_or((head, ""));
            let parameters = parameters.trim_end_matches('>').split(", ").map(str::to_owned).collect();
            let mut reader = Reader { text: body.chars().collect(), at: 0 };
            declared.insert(name.to_owned(), (parameters, reader.union()));
        }
        Self(declared)
    }

    /// A value of a type, as it is named in the map of calls: `T.AddClient`, `T.ChangePart<T.ContactFields>`.
    pub fn sample(&self, named: &str, ids: &HashMap<String, String>) -> Value {
        let mut reader = Reader { text: named.replace("T.", "").chars().collect(), at: 0 };
        self.value(&reader.union(), "", &HashMap::new(), ids)
    }

    fn value(&self, of: &Type, field: &str, bound: &HashMap<String, Type>, ids: &HashMap<String, String>) -> Value {
        match of {
            Type::Literal(text) => json!(text),
            Type::Union(parts) => {
                let part = parts.iter().find(|part| !matches!(part, Type::Named(name, _) if name == "null"));
                self.value(part.unwrap(), field, bound, ids)
            }
            Type::Object(fields) => {
                let there = fields.iter().filter(|(_, optional, _)| !optional);
                let values = there.map(|(name, _, of)| (name.clone(), self.value(of, name, bound, ids)));
                Value::Object(values.collect::<Map<_, _>>())
            }
            Type::Named(name, arguments) => match name.as_str() {
                "string" => json!(text_of(field)),
                "number" if field == "rev" => json!(STALE),
                "number" => json!(1),
                "boolean" => json!(false),
                "unknown" | "Record" => json!({}),
                "Array" => json!([self.value(&arguments[0], field, bound, ids)]),
                "Moment" => json!(1_795_546_800_000_i64),
                id if ids.contains_key(id) => json!(ids[id]),
                id if id.ends_with("Id") => json!(NOBODY),
                parameter if bound.contains_key(parameter) => {
                    self.value(&bound[parameter], field, &HashMap::new(), ids)
                }
                other => {
                    let (parameters, body) = self.0.get(other).unwrap_or_else(|| panic!("no type is called {other}"));
                    let bound = parameters.iter().cloned().zip(arguments.iter().cloned()).collect();
                    self.value(body, field, &bound, ids)
                }
            },
        }
    }
}

/// Text of the form its name promises.
fn text_of(field: &str) -> &'static str {
    match field {
        name if name.ends_with("_on")
            || matches!(name, "on" | "on_date" | "date" | "from" | "until" | "since" | "closed") =>
        {
            "2026-11-24"
        }
        name if name.ends_with("_time") || matches!(name, "time" | "starts" | "ends" | "begins") => "17:30",
        "state" | "license_state" => "MA",
        "zip" => "02139",
        "phone" | "value" => "617 555 0134",
        "code" => "F11.20",
        "shows_as" => "bup",
        // Of a draw that is worked out again.
        "head" | "secret" => "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "pool" => "00112233445566778899aabbccddeeff 142466 1000000",
        _ => "a few words",
    }
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    for (index, part) in text.split("/**").enumerate() {
        kept.push_str(if index == 0 { part } else { part.split_once("*/").unwrap().1 });
    }
    kept
}

/// Reads one type of the small language that the generator writes.
struct Reader {
    text: Vec<char>,
    at: usize,
}

impl Reader {
    fn union(&mut self) -> Type {
        self.eat('|');
        let mut parts = vec![self.one()];
        while self.eat('|') {
            parts.push(self.one());
        }
        if parts.len() == 1 { parts.remove(0) } else { Type::Union(parts) }
    }

    fn one(&mut self) -> Type {
        if self.eat('(') {
            let inner = self.union();
            self.eat(')');
            return inner;
        }
        if self.eat('{') {
            return self.object();
        }
        if self.eat('"') {
            let start = self.at;
            while self.text[self.at] != '"' {
                self.at += 1;
            }
            self.at += 1;
            return Type::Literal(self.text[start..self.at - 1].iter().collect());
        }
        let name = self.word();
        let mut arguments = Vec::new();
        if self.eat('<') {
            arguments.push(self.union());
            while self.eat(',') {
                arguments.push(self.union());
            }
            self.eat('>');
        }
        Type::Named(name, arguments)
    }

    fn object(&mut self) -> Type {
        let mut fields = Vec::new();
        while !self.eat('}') {
            self.eat('"');
            // The key of a map, as in `{ [key in string]: number }`: nothing has to be in it.
            if self.eat('[') {
                while !self.eat(']') {
                    self.at += 1;
                }
                self.eat('?');
                self.eat(':');
                self.union();
            } else {
                let name = self.word();
                self.eat('"');
                let optional = self.eat('?');
                self.eat(':');
                fields.push((name, optional, self.union()));
            }
            self.eat(',');
        }
        Type::Object(fields)
    }

    fn word(&mut self) -> String {
        self.blank();
        let start = self.at;
        while self.text.get(self.at).is_some_and(|c| c.is_alphanumeric() || *c == '_') {
            self.at += 1;
        }
        assert!(
            self.at > start,
            "a word is missing before {:?}",
            self.text[start..].iter().take(40).collect::<String>()
        );
        self.text[start..self.at].iter().collect()
    }

    fn eat(&mut self, wanted: char) -> bool {
        self.blank();
        let found = self.text.get(self.at) == Some(&wanted);
        self.at += usize::from(found);
        found
    }

    fn blank(&mut self) {
        while self.text.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
    }
}

/// The window has one file of types: two of the same name in two slices would silently become one.
#[test]
fn a_name_means_one_type() {
    let mut known: HashMap<String, (String, &str)> = HashMap::new();
    for call in practice::calls() {
        let (types, _) = codegen::typescript(std::slice::from_ref(&call));
        for declaration in without_comments(&types).split("export type ").skip(1) {
            let (name, body) = declaration.split_once(" = ").unwrap();
            let (first, by) = known.entry(name.to_owned()).or_insert_with(|| (body.trim().to_owned(), call.name));
            assert_eq!(first, body.trim(), "{name} is one thing in {by} and another in {}", call.name);
        }
    }
    assert!(known.len() > 100, "the types are seen");
}

#[test]
fn requests_are_made_from_their_types() {
    let shapes = Shapes::read(
        "/** about */ export type Word = \"a\" | \"b\";\n\nexport type Pair<F> = { id: ThingId, rev: number, \n/** x */\nfields: F, on: string, more?: string, };\n\nexport type Plain = { words: Array<Word>, at: number | null, };\n\nexport type Nothing = {  };\n",
    );
    let ids = HashMap::from([("ThingId".to_owned(), "one".to_owned())]);
    assert_eq!(
        shapes.sample("T.Pair<T.Plain>", &ids),
        json!({ "id": "one", "rev": 99, "fields": { "words": ["a"], "at": 1 }, "on": "2026-11-24" })
    );
    assert_eq!(shapes.sample("T.Nothing", &ids), json!({}));
}
