//! The real window under a display nobody sees, driven by keys alone through WebKitWebDriver.
//!
//! Every screen is examined with axe-core as it is met, and after every key the focus must be on something. Run with
//! `cargo xtask test --only desktop`, which gives display, bus and program; `walk` is what `cargo xtask run` shows on a
//! machine without a display.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod axe;
mod driver;
mod records;
mod window;

mod caseload;
mod client;
mod cosign;
mod curriculum;
mod drug_test;
mod evening;
mod evening3;
mod first_run;
mod group_note;
mod import;
mod note;
mod random_day;
mod result_file;
mod routes;
mod sign_in;
mod spelling;
mod staff;
mod walk;
