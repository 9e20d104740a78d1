//! Calls of the curricula.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CurriculumId, LessonId, editions, handout, ops, queries};
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Tag, Verb};

/// The draft of a session that is being rewritten.
pub(super) const LESSON_FORM: &str = "lesson";

/// A curriculum that comes with Evenkeel.
#[derive(Debug, Serialize, TS)]
pub struct ShippedLine {
    pub key: String,
    pub name: String,
    pub about: String,
    pub lessons: usize,
    /// The practice has a copy of its own.
    pub adopted: bool,
}

/// One of the practice's own.
#[derive(Debug, Serialize, TS)]
pub struct CurriculumLine {
    pub id: CurriculumId,
    pub name: String,
    pub about: String,
    /// The key of the shipped one it was copied from; empty for one that was written here.
    pub shipped: String,
    pub active: bool,
    pub lessons: i64,
    /// The groups that follow it, by name.
    pub followed_by: String,
    pub rev: i64,
}

/// All curricula.
#[derive(Debug, Serialize, TS)]
pub struct CurriculumList {
    pub shipped: Vec<ShippedLine>,
    pub own: Vec<CurriculumLine>,
    pub may_write: bool,
}

/// Which curriculum: one of the practice's own, or a shipped one by its key.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichCurriculum {
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<CurriculumId>,
    #[serde(default)]
    #[ts(optional)]
    pub shipped: Option<String>,
}

/// One numbered session.
#[derive(Debug, Serialize, TS)]
pub struct LessonAnswer {
    /// None in a shipped one.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<LessonId>,
    pub number: i64,
    pub topic: String,
    pub aim: String,
    pub outline: Vec<String>,
    pub scenarios: Vec<String>,
    pub handout: String,
    pub rev: i64,
}

/// A curriculum, whole.
#[derive(Debug, Serialize, TS)]
pub struct CurriculumAnswer {
    /// None in a shipped one.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CurriculumId>,
    pub name: String,
    pub about: String,
    pub shipped: String,
    pub active: bool,
    pub lessons: Vec<LessonAnswer>,
    pub may_write: bool,
    pub rev: i64,
}

/// The request of `curriculum.adopt`: a copy of a shipped one, of one's own, or an empty one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AdoptCurriculum {
    #[serde(default)]
    #[ts(optional)]
    pub shipped: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub copy_of: Option<CurriculumId>,
    /// That of the original when left empty.
    #[serde(default)]
    pub name: String,
}

/// The request of `curriculum.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeCurriculum {
    pub id: CurriculumId,
    pub rev: i64,
    pub name: String,
    pub about: String,
    pub active: bool,
}

/// A session as a form sends it. Outline and scenarios: one step a line.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LessonFields {
    pub topic: String,
    pub aim: String,
    pub outline: String,
    pub scenarios: String,
    pub handout: String,
}

/// The request of `curriculum.extend`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExtendCurriculum {
    pub curriculum: CurriculumId,
    pub fields: LessonFields,
}

/// The request of `curriculum.lesson`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeLesson {
    pub id: LessonId,
    pub rev: i64,
    pub fields: LessonFields,
}

/// What was made or changed.
#[derive(Debug, Serialize, TS)]
pub struct SavedCurriculum {
    pub id: CurriculumId,
    pub rev: i64,
}

/// What was made or changed.
#[derive(Debug, Serialize, TS)]
pub struct SavedLesson {
    pub id: LessonId,
    pub rev: i64,
}

/// The request of `curriculum.handout`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintHandout {
    pub lesson: LessonId,
    pub copies: u8,
}

/// The handout was saved.
#[derive(Debug, Serialize, TS)]
pub struct HandoutSaved {
    pub saved: bool,
}

pub(crate) fn calls() -> Vec<Call> {
    // A curriculum names nobody; it belongs to the schedule. What is taught is the director's to decide.
    let look = Need::Cell(Info::Attendance, Verb::Read);
    let write = Need::Cell(Info::Staff, Verb::Write);
    vec![
        query("curriculum.list", look, &[Tag::Curriculum, Tag::Group], queries::list),
        query("curriculum.get", look, &[Tag::Curriculum], queries::get),
        query("curriculum.editions", look, &[Tag::Curriculum], editions::list),
        op("curriculum.adopt", write, ops::adopt),
        op("curriculum.change", write, ops::change),
        op("curriculum.extend", write, ops::extend),
        op("curriculum.lesson", write, ops::change_lesson),
        desk_op("curriculum.handout", look, &[Tag::Exit], handout::print),
    ]
}
