//! Calls of signatures.

use super::colleagues;
use crate::kernel::router::{Call, Need, query};
use crate::kernel::{Info, Tag, Verb};

pub(crate) fn calls() -> Vec<Call> {
    let write = Need::Cell(Info::Plan, Verb::Write);
    vec![query("signature.colleagues", write, &[Tag::Staff, Tag::Client], colleagues::list)]
}
