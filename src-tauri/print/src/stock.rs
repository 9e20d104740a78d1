//! What every document is made from, compiled into the program: templates, the frame they share, fonts.
//!
//! A template is listed here or it does not exist. Its content is described at the top of its own file.

use typst::foundations::Bytes;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::Font;

use crate::error::PrintError;

macro_rules! asset {
    ($with:ident, $path:literal) => {
        $with!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/print/", $path))
    };
}

/// Files only other templates import.
const SHARED: &[(&str, &str)] =
    &[("blocks", asset!(include_str, "blocks.typ")), ("sheet", asset!(include_str, "sheet.typ"))];

const TEMPLATES: &[(&str, &str)] = &[
    ("assessment", asset!(include_str, "assessment.typ")),
    ("attendance", asset!(include_str, "attendance.typ")),
    ("caseload", asset!(include_str, "caseload.typ")),
    ("chart", asset!(include_str, "chart.typ")),
    ("consent", asset!(include_str, "consent.typ")),
    ("counseling-notes", asset!(include_str, "counseling-notes.typ")),
    ("custody-form", asset!(include_str, "custody-form.typ")),
    ("discharge", asset!(include_str, "discharge.typ")),
    ("draw-day", asset!(include_str, "draw-day.typ")),
    ("draw-page", asset!(include_str, "draw-page.typ")),
    ("handout", asset!(include_str, "handout.typ")),
    ("levels", asset!(include_str, "levels.typ")),
    ("note", asset!(include_str, "note.typ")),
    ("own-calendar", asset!(include_str, "own-calendar.typ")),
    ("plan", asset!(include_str, "plan.typ")),
    ("recovery-sheet", asset!(include_str, "recovery-sheet.typ")),
    ("release", asset!(include_str, "release.typ")),
    ("safety-plan", asset!(include_str, "safety-plan.typ")),
    ("sign-in-sheet", asset!(include_str, "sign-in-sheet.typ")),
    ("signed-day", asset!(include_str, "signed-day.typ")),
    ("test-course", asset!(include_str, "test-course.typ")),
    ("testing-numbers", asset!(include_str, "testing-numbers.typ")),
];

const FONTS: &[(&str, &[u8])] = &[
    ("Source Sans 3", asset!(include_bytes, "fonts/SourceSans3-Regular.ttf")),
    ("Source Sans 3 Semibold", asset!(include_bytes, "fonts/SourceSans3-Semibold.ttf")),
    ("Source Code Pro Semibold", asset!(include_bytes, "fonts/SourceCodePro-Semibold.ttf")),
];

/// Where a template finds what it has to print.
const CONTENT: &str = "content.json";

/// One file of ours, parsed.
pub struct Sheet {
    pub name: &'static str,
    pub source: Source,
    /// Whether a document may start from it.
    pub template: bool,
}

/// Every file of ours. The ids are interned for the life of the process, which is why nobody but this makes any.
pub fn sheets() -> Result<Vec<Sheet>, PrintError> {
    let files = SHARED.iter().map(|file| (file, false)).chain(TEMPLATES.iter().map(|file| (file, true)));
    files
        .map(|(&(name, text), template)| {
            let id = file_id(name, &format!("{name}.typ"))?;
            Ok(Sheet { name, source: Source::new(id, text.to_owned()), template })
        })
        .collect()
}

pub fn content_id() -> Result<FileId, PrintError> {
    file_id(CONTENT, CONTENT)
}

/// `passed-0` to `passed-100`: empty files a template reads while it is set.
pub fn mark_ids() -> Result<Vec<FileId>, PrintError> {
    (0..=100).map(|hundredths| file_id("passed", &format!("passed-{hundredths}"))).collect()
}

pub fn fonts() -> Result<Vec<Font>, PrintError> {
    FONTS.iter().map(|&(name, bytes)| Font::new(Bytes::new(bytes), 0).ok_or(PrintError::Broken(name))).collect()
}

fn file_id(name: &'static str, path: &str) -> Result<FileId, PrintError> {
    let path = VirtualPath::new(path).map_err(|_| PrintError::Broken(name))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}
