//! `redraw FILE`: works a draw out again from its printed page, without any records at hand.
//!
//! The file holds a line `head DIGITS`, a line `r DIGITS`, then a line `TOKEN CHANCE SHARE` for each person of the pool.

use practice::draw::ipc::RerunDraw;

/// Prints commitment, seed and digest of the pool, then token, number and answer of each person.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let [file] = arguments else { return Err("redraw: name the file with what the page says".to_owned()) };
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let after = |word: &str| {
        let found = text.lines().find_map(|line| line.trim().strip_prefix(word)).unwrap_or_default();
        found.trim().to_owned()
    };
    let people = text.lines().filter(|line| !line.starts_with("head ") && !line.starts_with("r "));
    let request =
        RerunDraw { head: after("head "), secret: after("r "), pool: people.collect::<Vec<_>>().join("\n") };
    let answer = practice::draw::redraw(&request).map_err(|refusal| {
        let faults = refusal.fields.iter().map(|fault| fault.message.as_str());
        faults.collect::<Vec<_>>().join("\n")
    })?;
    println!("commitment {}\nseed {}\npool {}", answer.commitment, answer.seed, answer.pool_digest);
    for person in answer.people {
        let word = match (person.selected, person.analyzed) {
            (true, true) => "selected, analyzed",
            (true, false) => "selected, collected only",
            (false, _) => "not selected",
        };
        println!("{} {} {word}", person.token, person.number);
    }
    Ok(())
}
