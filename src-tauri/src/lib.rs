//! The shell.

/// Opens the window.
pub fn run() {}
