//! `cargo xtask test`: everything that must hold, the cheapest first, stopping at the first step that fails.

use std::time::{Duration, Instant};

use crate::count::Count;
use crate::desktop::{self, FEATURES};
use crate::packages::{self, Need};
use crate::place::Place;
use crate::process::{Stop, cargo, run, run_watched};
use crate::tools;
use crate::ui;

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn(&Place, &mut Count) -> Result<(), Stop>,
}

/// The window is bundled before anything of the shell compiles, because the shell is compiled with it.
const STEPS: &[Step] = &[
    Step { name: "packages", what: "what the machine must have", run: |_, _| packages::system(Need::Journey) },
    Step { name: "fmt", what: "Rust formatting", run: fmt },
    Step { name: "ui", what: "types, lint and tests of the window", run: ui::check },
    Step { name: "bundle", what: "the window as it ships", run: |place, _| ui::bundle(place) },
    Step { name: "clippy", what: "Rust lints", run: clippy },
    Step { name: "build", what: "every program and test", run: |place, _| desktop::build(place) },
    Step {
        name: "types",
        what: "the window's types are fresh",
        run: |place, _| tools::built(place, &["codegen", "--check"]),
    },
    Step { name: "tidy", what: "the rules no compiler checks", run: |place, _| tools::built(place, &["tidy"]) },
    Step { name: "rust", what: "Rust tests", run: rust },
    Step { name: "desktop", what: "journeys through the real window", run: journeys },
];

/// The step named by `--only`, if any.
pub fn only(arguments: &[String]) -> Result<Option<&'static str>, Stop> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [] => Ok(None),
        ["--only", name] => match STEPS.iter().find(|step| step.name == name) {
            Some(step) => Ok(Some(step.name)),
            None => Err(Stop::Usage(format!("there is no step {name}; the steps are {}", names()))),
        },
        _ => Err(Stop::Usage(format!("cargo xtask test [--only STEP], where a step is one of {}", names()))),
    }
}

fn names() -> String {
    STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ")
}

/// How a step ended, and after how long.
enum End {
    Passed(Duration),
    Failed(Duration),
    NotRun,
}

pub fn test(place: &Place, only: Option<&str>) -> Result<(), Stop> {
    let mut count = Count::default();
    let mut ends = Vec::new();
    let mut going = true;
    for step in STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name)) {
        let end = if going { one(place, step, &mut count) } else { End::NotRun };
        going &= matches!(end, End::Passed(_));
        ends.push((step, end));
    }
    println!();
    for (step, end) in &ends {
        let (word, seconds) = match end {
            End::Passed(time) => ("passed", Some(time)),
            End::Failed(time) => ("FAILED", Some(time)),
            End::NotRun => ("not run", None),
        };
        let time = seconds.map(|time| format!("{:.1} s", time.as_secs_f64())).unwrap_or_default();
        println!("{:<9} {word:<8} {time:>9}  {}", step.name, step.what);
    }
    println!("{} passed, {} failed", count.passed, count.failed);
    if going { Ok(()) } else { Err(Stop::Tests) }
}

fn one(place: &Place, step: &Step, count: &mut Count) -> End {
    println!("\n== {}: {}", step.name, step.what);
    let (started, before) = (Instant::now(), *count);
    let result = (step.run)(place, count);
    let time = started.elapsed();
    match result {
        Ok(()) => End::Passed(time),
        Err(stop) => {
            eprintln!("xtask: {stop}");
            count.step_failed(before);
            End::Failed(time)
        }
    }
}

fn fmt(place: &Place, _: &mut Count) -> Result<(), Stop> {
    run(cargo().args(["fmt", "--all", "--check"]).current_dir(&place.root))
}

fn clippy(place: &Place, _: &mut Count) -> Result<(), Stop> {
    let strict = ["--all-targets", "--", "-D", "warnings"];
    run(cargo().arg("clippy").args(FEATURES).args(strict).current_dir(&place.root))
}

fn rust(place: &Place, count: &mut Count) -> Result<(), Stop> {
    packages::nextest()?;
    // The journeys need a display and are a step of their own.
    let all = ["--no-fail-fast", "-E", "not binary(desktop)"];
    let mut command = cargo();
    command.args(["nextest", "run"]).args(FEATURES).args(all).current_dir(&place.root);
    run_watched(&mut command, &mut |line| count.see(line))
}

fn journeys(place: &Place, count: &mut Count) -> Result<(), Stop> {
    packages::nextest()?;
    desktop::journeys(place, count)
}

#[cfg(test)]
mod tests {
    use super::{STEPS, Stop, only};

    #[test]
    fn a_step_by_name_or_all() {
        let asked = |line: &str| only(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert!(matches!(asked(""), Ok(None)));
        for step in STEPS {
            assert!(matches!(asked(&format!("--only {}", step.name)), Ok(Some(name)) if name == step.name));
        }
        for line in ["--only", "--only nothing", "fmt", "--only fmt rust"] {
            assert!(matches!(asked(line), Err(Stop::Usage(_))), "{line}");
        }
    }
}
