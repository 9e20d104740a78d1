//! The product through its command door, on a real encrypted file: what the window drives, without the window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod client_desk;
mod desk;

mod client;
mod first_run;
mod lock;
