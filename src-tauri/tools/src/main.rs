//! Tools for the people who build and run Evenkeel; never shipped. One verb each.
//!
//! Standard output is theirs alone: machine-readable where a machine reads it.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod bench_driver;
mod codegen;
mod console;
mod demo;
mod desk;
mod import;
mod redraw;
mod schema;
mod tidy;
mod verify;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = arguments.split_first().map_or(("", &[][..]), |(verb, rest)| (verb.as_str(), rest));
    let outcome = match verb {
        "bench" => bench::run(rest),
        "bench-driver" => bench_driver::run(rest),
        "codegen" => codegen::run(rest),
        "console" => console::run(rest),
        "demo" => demo::run(rest),
        "import" => import::run(rest),
        "redraw" => redraw::run(rest),
        "schema" => schema::run(rest),
        "tidy" => tidy::run(rest),
        "verify" => verify::run(rest),
        _ => Err(
            "tools: name one of: bench, bench-driver, codegen, console, demo, import, redraw, schema, tidy, verify"
                .to_owned(),
        ),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
