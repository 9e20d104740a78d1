//! Snippets: pieces of text that somebody types with "/" and a word, one's own or everybody's.
//!
//! What must hold: a snippet is plain text without anything about a client; "[...]" in it is a place to fill in. Of one
//! person, and of what is shared, each word stands for one text; one's own goes before a shared one.

pub mod ipc;
mod ops;
mod store;

pub use ops::SnippetRefusal;

crate::ids! {
    /// A piece of text with its word.
    SnippetId
}
