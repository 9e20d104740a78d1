//! Sets a template with its content and writes the pages as PDF.

use serde_json::Value;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::FileId;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, WorldExt, comemo};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::error::{PrintError, TemplateLine};
use crate::stock::{self, Sheet};
use crate::watch::{Course, Step, Watch};
use crate::world::Job;

/// A year of one client's notes is about half a megabyte of text.
const CONTENT_LIMIT: usize = 8 * 1024 * 1024;

/// Fonts and templates, loaded once. Share it by reference; documents can be made from several threads.
pub struct Press {
    pub(crate) library: LazyHash<Library>,
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) content: FileId,
    /// What a long template reads to say how far it is, by hundredths.
    pub(crate) marks: Vec<FileId>,
}

/// A finished document.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// How many characters none of our fonts draws (emoji, Hebrew, Arabic, Chinese): each stands on the page as an
    /// empty box. Say so before the paper is handed out.
    pub undrawn: usize,
}

/// The bytes are somebody's chart; they do not belong into a log by way of `{:?}`.
impl std::fmt::Debug for Pdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pdf").field("pages", &self.pages).field("undrawn", &self.undrawn).finish_non_exhaustive()
    }
}

impl Press {
    /// Parses the fonts and templates in the program, which takes a few milliseconds.
    pub fn new() -> Result<Press, PrintError> {
        let fonts = stock::fonts()?;
        Ok(Press {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sheets: stock::sheets()?,
            content: stock::content_id()?,
            marks: stock::mark_ids()?,
        })
    }

    /// The names `pdf` knows.
    pub fn templates(&self) -> impl Iterator<Item = &'static str> {
        self.sheets.iter().filter(|sheet| sheet.template).map(|sheet| sheet.name)
    }

    /// Sets `template` with `content`. Takes a noticeable part of a second: call it away from the window's thread.
    pub fn pdf(&self, template: &str, content: &Value) -> Result<Pdf, PrintError> {
        // Nobody waits: the document is small.
        self.watched(template, content, &(|_| (), || false))
    }

    /// The same for a document of hundreds of pages, which takes seconds: somebody sees how far it is, and may stop it.
    ///
    /// # Errors
    /// [`PrintError::Stopped`] beside those of [`Self::pdf`].
    pub fn watched(&self, template: &str, content: &Value, watch: &dyn Watch) -> Result<Pdf, PrintError> {
        let sheet = self
            .sheets
            .iter()
            .find(|sheet| sheet.template && sheet.name == template)
            .ok_or_else(|| PrintError::UnknownTemplate(template.to_owned()))?;
        let text = content.to_string();
        if text.len() > CONTENT_LIMIT {
            return Err(PrintError::TooLarge { bytes: text.len(), limit: CONTENT_LIMIT });
        }
        let course = Course::begin(watch);
        let job =
            Job { press: self, template: sheet.source.id(), content: Bytes::from_string(text), course: &course };
        let made = course.until_stopped(|| self.set(&job, sheet.name, watch));
        // Typst remembers what it has laid out, for the sake of editors. Here that would be a chart kept in memory.
        comemo::evict(0);
        made
    }

    fn set(&self, job: &Job<'_>, template: &str, watch: &dyn Watch) -> Result<Pdf, PrintError> {
        let document = typst::compile::<PagedDocument>(job)
            .output
            .map_err(|found| PrintError::Unfit { template: template.to_owned(), line: self.line(job, &found) })?;
        job.course.go_on();
        watch.at(Step::Writing);
        let options = PdfOptions { creator: Smart::Custom(Some("Evenkeel".to_owned())), ..PdfOptions::default() };
        let bytes =
            typst_pdf::pdf(&document, &options).map_err(|_| PrintError::Export { template: template.to_owned() })?;
        job.course.go_on();
        let pages = document.pages();
        Ok(Pdf { bytes, pages: pages.len(), undrawn: pages.iter().map(|page| undrawn(&page.frame)).sum() })
    }

    /// The first place in a file of ours that a diagnostic points to: where it arose, or where that was called from.
    fn line(&self, job: &Job<'_>, found: &[SourceDiagnostic]) -> Option<TemplateLine> {
        let first = found.first()?;
        std::iter::once(first.span).chain(first.trace.iter().map(|call| call.span.into())).find_map(|span| {
            let sheet = self.sheets.iter().find(|sheet| Some(sheet.source.id()) == span.id())?;
            let line = sheet.source.lines().byte_to_line(job.range(span)?.start)?;
            Some(TemplateLine { file: sheet.name, line: line + 1 })
        })
    }
}

/// Glyph 0 of a font is its box for "no such character".
fn undrawn(frame: &Frame) -> usize {
    frame
        .items()
        .map(|(_, item)| match item {
            FrameItem::Text(text) => text.glyphs.iter().filter(|glyph| glyph.id == 0).count(),
            FrameItem::Group(group) => undrawn(&group.frame),
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(..) => 0,
        })
        .sum()
}
