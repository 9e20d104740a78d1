//! Starting other programs: shown, awaited, and a failure is a `Stop`.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

/// Why xtask ends early.
pub enum Stop {
    /// The person asked for something that does not exist; the text says what does.
    Usage(String),
    /// The machine lacks something; the text says what to do about it, in one line.
    Missing(String),
    /// A program could not be started.
    Absent(String),
    /// A program ended with a failure. Its own output says why.
    Failed(String),
    /// `cargo xtask test` stopped; the table above says where.
    Tests,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Usage(text) | Stop::Missing(text) => f.write_str(text),
            Stop::Absent(program) => write!(f, "{program} could not be started"),
            Stop::Failed(line) => write!(f, "failed: {line}"),
            Stop::Tests => f.write_str("the test did not pass"),
        }
    }
}

/// The cargo that started xtask, so that a chosen toolchain stays chosen.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// Shows a command, runs it with this terminal, and stops when it fails.
pub fn run(command: &mut Command) -> Result<(), Stop> {
    let line = show(command);
    let status = command.status().map_err(|_| Stop::Absent(program(command)))?;
    outcome(status, line)
}

/// As `run`, and hands every line of output to `see` as well as to the terminal.
pub fn run_watched(command: &mut Command, see: &mut (dyn FnMut(&str) + Send)) -> Result<(), Stop> {
    let line = show(command);
    if io::stderr().is_terminal() {
        // The program writes to us and not to the terminal, so it has to be told that colors are welcome.
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    let started = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = started.map_err(|_| Stop::Absent(program(command)))?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let (lines, received) = std::sync::mpsc::channel();
    thread::scope(|scope| {
        let errors = lines.clone();
        scope.spawn(move || pass_on(stderr, io::stderr(), |line| drop(errors.send(line))));
        scope.spawn(move || pass_on(stdout, io::stdout(), |line| drop(lines.send(line))));
        for line in received {
            see(&line);
        }
    });
    let status = child.wait().map_err(|_| Stop::Failed(line.clone()))?;
    outcome(status, line)
}

/// Whether a program runs and succeeds, without a word.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// What a program writes, or nothing when it is missing or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn pass_on(from: Option<impl Read>, mut to: impl Write, mut tell: impl FnMut(String)) {
    let Some(from) = from else { return };
    for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
        // A closed terminal is no reason to stop counting.
        let _ = to.write_all(&line).and_then(|()| to.write_all(b"\n"));
        tell(String::from_utf8_lossy(&line).into_owned());
    }
}

fn outcome(status: ExitStatus, line: String) -> Result<(), Stop> {
    if status.success() { Ok(()) } else { Err(Stop::Failed(line)) }
}

fn show(command: &Command) -> String {
    let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
    let line = std::iter::once(program(command)).chain(words).collect::<Vec<_>>().join(" ");
    println!("$ {line}");
    line
}

/// The name without its folder: paths of this machine are of no interest.
fn program(command: &Command) -> String {
    let path = std::path::Path::new(command.get_program());
    path.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{Stop, run, run_watched};

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn every_line_is_seen_and_the_end_is_told() {
        let mut seen = Vec::new();
        let ended = run_watched(&mut shell("echo one; echo two >&2; printf three; exit 3"), &mut |line| {
            seen.push(line.to_owned());
        });
        seen.sort();
        assert_eq!(seen, ["one", "three", "two"]);
        assert!(matches!(ended, Err(Stop::Failed(_))));
    }

    #[test]
    fn a_program_that_is_not_there() {
        let absent = || Command::new("no-such-program-of-evenkeel");
        assert!(matches!(run(&mut absent()), Err(Stop::Absent(_))));
        assert!(matches!(run_watched(&mut absent(), &mut |_| ()), Err(Stop::Absent(_))));
    }

    #[test]
    fn success_and_failure() {
        assert!(run(&mut shell("exit 0")).is_ok());
        assert!(matches!(run(&mut shell("exit 1")), Err(Stop::Failed(_))));
    }
}
