//! The product through its command door, on a real encrypted file: what the window drives, without the window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod client_desk;
mod desk;
mod draw_desk;
mod evening_desk;

mod lines;
mod look;
mod note_desk;
mod paper;
mod shape;
mod stage;
mod testing_desk;

mod assessment;
mod attendance;
mod backup;
mod caseload;
mod check_in;
mod client;
mod consent;
mod counseling_note;
mod curriculum;
mod day;
mod draft;
mod draw;
mod drug_test;
mod exit;
mod first_run;
mod fitting;
mod fsync;
mod group;
mod group_note;
mod import;
mod inquiry;
mod instrument;
mod intake;
mod ledger;
mod lock;
mod named_chart;
mod note;
mod permission;
mod plan;
mod plan_steps;
mod policy;
mod restore;
mod router;
mod schema;
mod screen;
mod search;
mod session;
mod staff;
mod testing;
