//! Spelling: which words of a text nobody knows, and what might be meant.
//!
//! The dictionary is SCOWL's for the United States with a list of the field's words beside it, both part of the program
//! (`assets/spelling`); names and the words that the practice added are looked up in the records as they are asked for.
//! So nothing that was typed, no name and no word added is in any file but the vault.
//!
//! What must hold: the name of a client whom the person does not reach is as unknown as a word that means nothing, in
//! marks, in suggestions and in refusals. Deliberately absent: grammar, other languages, an engine of the system.

mod dictionary;
pub mod ipc;
mod known;
mod ops;
mod queries;
mod rules;
mod store;

pub use ops::SpellingRefusal;

crate::ids! {
    /// A word that the practice added.
    SpellingWordId
}
