//! TypeScript for the window, generated from the wire types.
//!
//! One file of types, one map of calls. Nothing is written by hand on the other side.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use super::router::{Call, Kind};
use super::tag::Tag;

/// Collects the declarations that a set of calls needs.
pub struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declared: BTreeMap<String, String>,
}

impl Types {
    fn new() -> Self {
        // Every integer on the wire (milliseconds, counts, revisions) is exact in a JavaScript number.
        Self { config: Config::new().with_large_int("number"), seen: HashSet::new(), declared: BTreeMap::new() }
    }

    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().map(|docs| format!("{}\n", docs.trim_end())).unwrap_or_default();
            self.declared.insert(T::ident(&self.config), format!("{docs}export {}\n", T::decl(&self.config)));
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// Adds the request and answer types of a call and returns their names.
pub(crate) fn pair<Q: TS + 'static, A: TS + 'static>(types: &mut Types) -> (String, String) {
    types.add::<Q>();
    types.add::<A>();
    (Q::name(&types.config), A::name(&types.config))
}

/// The types of calls by name, and what each name stands for.
pub struct Signatures {
    /// Request and answer of each call, in the order given.
    pub calls: Vec<(String, String)>,
    /// The declaration behind each name.
    pub types: BTreeMap<String, String>,
}

/// The signatures of calls, for those who do not speak through the window.
pub fn signatures(calls: &[Call]) -> Signatures {
    let mut types = Types::new();
    types.add::<super::refusal::Refusal>();
    let calls = calls.iter().map(|call| (call.types)(&mut types)).collect();
    Signatures { calls, types: types.declared }
}

const HEAD: &str = "// Generated from the Rust types by `cargo xtask codegen`. Do not edit.\n\n";

/// The text of `types.ts` and `calls.ts`.
pub fn typescript(calls: &[Call]) -> (String, String) {
    let mut types = Types::new();
    types.add::<super::refusal::Refusal>();
    types.add::<Tag>();
    let mut lines = Vec::new();
    let mut provides = Vec::new();
    for call in calls {
        let (request, answer) = (call.types)(&mut types);
        lines.push(format!(
            "  \"{}\": {{ kind: \"{}\"; request: {}; answer: {} }};",
            call.name,
            call.kind.word(),
            qualify(&request),
            qualify(&answer)
        ));
        if call.kind == Kind::Query {
            let tags: Vec<String> = call.tags.iter().map(|tag| format!("\"{}\"", tag.word())).collect();
            provides.push(format!("  \"{}\": [{}],", call.name, tags.join(", ")));
        }
    }
    let declared: Vec<String> = types.declared.into_values().collect();
    let calls_file =
        format!("{HEAD}{CALLS_HEAD}{}\n}}\n\n{CALLS_MIDDLE}{}\n}};\n", lines.join("\n"), provides.join("\n"));
    (format!("{HEAD}{}", declared.join("\n")), calls_file)
}

const CALLS_HEAD: &str = r#"import type * as T from "./types.ts";

export type * from "./types.ts";

/** Kind, request and answer of every call. */
export interface Calls {
"#;

const CALLS_MIDDLE: &str = r#"type Named<Kind> = { [Name in keyof Calls]: Calls[Name]["kind"] extends Kind ? Name : never }[keyof Calls];
export type CallName = keyof Calls;
export type QueryName = Named<"query">;
export type OpName = Named<"op">;
export type Request<Name extends CallName> = Calls[Name]["request"];
export type Answer<Name extends CallName> = Calls[Name]["answer"];

/** What each query depends on: an op that reports one of these tags as changed makes the query ask again. */
export const provides: Record<QueryName, readonly T.Tag[]> = {
"#;

/// Puts `T.` before the names that `types.ts` exports and leaves TypeScript's own alone.
fn qualify(name: &str) -> String {
    const OWN: &[&str] = &["Array", "Record", "null", "string", "number", "boolean", "any", "unknown", "key", "in"];
    let mut out = String::new();
    let mut word = String::new();
    for c in name.chars().chain(std::iter::once('\0')) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            let foreign = OWN.contains(&word.as_str()) || word.starts_with(char::is_lowercase);
            out.push_str(if foreign { "" } else { "T." });
            out.push_str(&word);
            word.clear();
        }
        if c != '\0' {
            out.push(c);
        }
    }
    out
}
