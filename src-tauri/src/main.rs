#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
//! The program: hands over to the library at once.

fn main() -> std::process::ExitCode {
    evenkeel::run()
}
