//! Notes: draft, signed, cosigned, addenda; and their full-text search.

pub mod ipc;

crate::ids! {
    /// A note.
    NoteId,
    /// The part of a group note that goes into every chart of the session.
    SharedPartId,
    /// What was signed.
    SignedNoteId
}
