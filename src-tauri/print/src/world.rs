//! All that Typst may see while it sets one document: our own files and the content. There is no disk, no network, no
//! package registry and no clock to reach from here, so a template cannot ask for them.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::press::Press;

/// One document being set.
pub struct Job<'a> {
    pub press: &'a Press,
    pub template: FileId,
    pub content: Bytes,
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
        if id == self.press.content { Ok(self.content.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    /// A template that asks for the date stops: two prints of one content must be equal.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
