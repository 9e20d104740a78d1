//! Curricula: numbered meetings with topic, aim, outline and handout, readable by a director without training.
//!
//! What must hold: what we ship is never changed; a practice works with its own copies. Lessons are numbered from 1
//! without a gap, and none is taken out, since recorded sessions point at it; a curriculum that is not used any more is
//! retired. Deliberately absent: which lesson is next for a group. That follows from sessions, above.

mod editions;
mod handout;
pub mod ipc;
mod ops;
mod queries;
mod rules;
mod shipped;
mod store;

pub(crate) use queries::{exists, follows};
pub use rules::CurriculumRefusal;

crate::ids! {
    /// A practice's own curriculum.
    CurriculumId,
    /// One numbered meeting of it.
    LessonId
}

/// A curriculum, as stored.
#[derive(Clone, Debug)]
struct Curriculum {
    id: CurriculumId,
    name: String,
    about: String,
    shipped: String,
    active: bool,
    rev: i64,
}

/// A lesson, as stored. Outline and scenarios hold one step a line.
#[derive(Clone, Debug)]
struct Lesson {
    id: LessonId,
    curriculum: CurriculumId,
    number: i64,
    topic: String,
    aim: String,
    outline: String,
    scenarios: String,
    handout: String,
    rev: i64,
}
