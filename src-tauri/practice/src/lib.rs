//! Evenkeel's product: vertical slices over a kernel.
//!
//! A slice is one folder per noun of the clinic. It owns its types, rules, SQL and calls, and may use only slices below
//! it. Deliberately absent: Tauri, the webview, the print crate, the network.

pub mod kernel;

pub mod agreement;
pub mod apart;
pub mod arrival;
pub mod assessment;
pub mod attendance;
pub mod audit;
pub mod backup;
pub mod booking;
pub mod caseload;
pub mod chart_copy;
pub mod check_in;
pub mod client;
pub mod closure;
pub mod consent;
pub mod counseling_note;
pub mod curriculum;
pub mod day;
pub mod discharge;
pub mod disclosure;
pub mod draft;
pub mod draw;
pub mod drug_test;
pub mod exit;
pub mod fitting;
pub mod follow_up;
pub mod group;
pub mod import;
pub mod inquiry;
pub mod instrument;
pub mod intake;
pub mod note;
pub mod note_template;
pub mod panel;
pub mod plan;
pub mod practice;
pub mod recovery;
pub mod result_file;
pub mod screen;
pub mod session;
pub mod signature;
pub mod snippet;
pub mod spelling;
pub mod staff;
pub mod task;
pub mod testing;
pub mod timeline;
pub mod verification;
pub mod work_pattern;
pub mod workstation;

mod calls;
mod schema;

pub use calls::calls;
pub use schema::SCHEMA;
