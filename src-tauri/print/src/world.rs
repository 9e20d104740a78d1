//! All that Typst may see while it sets one document: our own files and the content. There is no disk, no network, no
//! package registry and no clock to reach from here, so a template cannot ask for them.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::press::Press;
use crate::watch::Course;

/// One document being set.
pub struct Job<'a> {
    pub press: &'a Press,
    pub template: FileId,
    pub content: Bytes,
    pub course: &'a Course<'a>,
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.template
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press
            .sheets
            .iter()
            .find(|sheet| sheet.source.id() == id)
            .map(|sheet| sheet.source.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.content {
            return Ok(self.content.clone());
        }
        let hundredths = self.press.marks.iter().position(|mark| *mark == id).ok_or(FileError::AccessDenied)?;
        self.course.passed(u8::try_from(hundredths).unwrap_or(100));
        Ok(Bytes::new([]))
    }

    /// Asked for at every piece of text, which is often enough to stop within a moment.
    fn font(&self, index: usize) -> Option<Font> {
        self.course.go_on();
        self.press.fonts.get(index).cloned()
    }

    /// A template that asks for the date stops: two prints of one content must be equal.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
