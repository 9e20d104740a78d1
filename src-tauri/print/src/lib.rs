//! Paper: content in, PDF out.
//!
//! A [`Press`] holds the templates and fonts that are compiled into the program and sets a template with the content
//! it is given. What must hold:
//!
//! * **Content is never markup.** It reaches a template as values of `content.json` and is shown with `#value`; no
//!   template evaluates text.
//! * **The same content gives the same bytes.** Nothing here reads a clock, a locale, an environment or a random
//!   source; the time of printing is part of the content.
//! * **Nothing is left behind.** No file is written, Typst's own caches are emptied after every document, and no
//!   error carries content.
//! * **A PDF says nothing about anybody in its metadata**: the title is the kind of paper, there is no author.
//!
//! Deliberately absent: the database, the rules for who may have which paper, printers, files, the network. Who calls
//! this has already decided that the paper may exist.

mod error;
mod press;
mod stock;
mod watch;
mod world;

pub use error::{PrintError, TemplateLine};
pub use press::{Pdf, Press};
pub use watch::{Step, Watch};
