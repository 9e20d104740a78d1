//! `cargo xtask`: everything one does with this repository, from a fresh clone to the open window and the full test.
//!
//! Standard library only, because it runs before anything else can be compiled: it installs the system packages the
//! rest needs. What must hold: it never hides what it runs (every command is shown), never goes on after a failure,
//! and its last line counts what really ran. Deliberately absent: rules about the product; those are tests, in
//! `tidy` and beside the code.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

mod count;
mod desktop;
mod packages;
mod place;
mod process;
mod run;
mod test;
mod tools;
mod ui;

use std::env;
use std::process::ExitCode;

use place::Place;
use process::Stop;

const USAGE: &str = "\
cargo xtask run [--demo] [--vault FOLDER]   build and open the window; without a display, walk it and keep pictures
cargo xtask test [--only STEP]              everything that must hold, cheapest first
cargo xtask TOOL ...                        console, import, demo, bench, bench-driver, schema, verify, codegen, tidy";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("xtask: {stop}");
            ExitCode::from(if matches!(stop, Stop::Usage(_)) { 2 } else { 1 })
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Stop> {
    let Some((verb, rest)) = arguments.split_first() else {
        return Err(Stop::Usage(USAGE.to_owned()));
    };
    let place = Place::find()?;
    match verb.as_str() {
        "run" => run::run(&place, &run::Wish::from_arguments(rest)?),
        "test" => test::test(&place, test::only(rest)?),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        tool if tools::TOOLS.contains(&tool) => tools::tool(arguments),
        unknown => Err(Stop::Usage(format!("there is no verb {unknown}\n{USAGE}"))),
    }
}
