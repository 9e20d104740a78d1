//! `bench --paper [--notes N]`: how long a chart takes to be set and written as PDF. It needs no data: what stands on the
//! pages is invented here, as long as in a chart of three stays with N notes, and as many sessions.

use std::sync::Mutex;
use std::time::Instant;

use print::{Press, PrintError, Step, Watch};
use serde_json::{Value, json};

use crate::desk;

/// Notes unless asked otherwise: the longest chart of the other benches.
const NOTES: usize = 700;

/// Sets the pages once, and tells.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let notes = desk::option(arguments, "--notes").and_then(|text| text.parse().ok()).unwrap_or(NOTES);
    let (press, content) = (Press::new().map_err(|error| error.to_string())?, content(notes));
    let watch = Steps { began: Instant::now(), stop_at: None, stopped: Mutex::new(None) };
    let pdf = press.watched("chart", &content, &watch).map_err(|error| error.to_string())?;
    println!("{notes} notes: {} pages, {} KiB, {:.1} s", pdf.pages, pdf.bytes.len() / 1024, watch.seconds());
    for hundredths in [5, 50, 95] {
        let began = Instant::now();
        let watch = Steps { began, stop_at: Some(hundredths), stopped: Mutex::new(None) };
        let outcome = press.watched("chart", &content, &watch);
        let asked = watch.stopped.lock().ok().and_then(|asked| *asked).ok_or("it was never stopped")?;
        println!("stopped at {hundredths} %: gone after {:.3} s", asked.elapsed().as_secs_f64());
        if outcome != Err(PrintError::Stopped) {
            return Err("it was stopped, and made".into());
        }
    }
    Ok(())
}

/// Tells when each step begins, and stops at one.
struct Steps {
    began: Instant,
    stop_at: Option<u8>,
    stopped: Mutex<Option<Instant>>,
}

impl Steps {
    fn seconds(&self) -> f64 {
        self.began.elapsed().as_secs_f64()
    }
}

impl Watch for Steps {
    fn at(&self, step: Step) {
        let told = match step {
            Step::Setting(hundredths) => hundredths.is_multiple_of(25),
            Step::Numbering | Step::Writing => true,
        };
        if told && self.stop_at.is_none() {
            println!("{:8.1} s  {step:?}", self.seconds());
        }
        let reached = matches!((step, self.stop_at), (Step::Setting(at), Some(stop)) if at >= stop);
        if let (true, Ok(mut stopped)) = (reached, self.stopped.lock()) {
            stopped.get_or_insert(Instant::now());
        }
    }

    fn stopped(&self) -> bool {
        self.stopped.lock().is_ok_and(|stopped| stopped.is_some())
    }
}

fn content(notes: usize) -> Value {
    let part = |title: &str, blocks: Vec<Value>| json!({ "title": title, "blocks": blocks });
    json!({
        "sheet": {
            "practice": { "name": "Harbor Light Recovery" },
            "printed": { "at": "2026-03-04T17:20:00", "by": "R. Okafor" },
            "statement": "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
        },
        "leaving": "Internal copy. Team review on Thursday",
        "heading": "Chart",
        "watermark": "",
        "facts": [["Client", "Quillfeather, Tamsin"], ["Number", "C-0412"], ["Date of birth", "May 4, 1986"]],
        "asides": ["From the beginning to today."],
        "sections": [
            part("Attendance", vec![table(&["Day", "Group", "From", "To", "Minutes", "State"], notes)]),
            part("Drug tests", vec![table(&["Day", "Number", "Result", "Reviewed"], notes / 3)]),
            part("Notes", (0..notes).flat_map(note).collect()),
        ],
    })
}

fn table(heads: &[&str], rows: usize) -> Value {
    let columns: Vec<Value> =
        heads.iter().map(|head| json!({ "head": head, "share": 2, "figures": false })).collect();
    let rows: Vec<Value> =
        (0..rows).map(|row| heads.iter().map(|head| json!(format!("{head} {row}"))).collect()).collect();
    json!({ "is": "table", "empty": "None.", "columns": columns, "rows": rows })
}

/// A note of four parts, about 900 letters.
fn note(number: usize) -> [Value; 6] {
    let words = |label: &str| {
        let text = format!(
            "{label} {number}. Came on time and took part. Spoke of the drive past the hospital, of the craving that \
             lasted until the parking lot was behind her, and of the call to her sponsor that ended it. Names two \
             evenings of the week ahead that will be hard."
        );
        json!({ "is": "words", "label": label, "text": text })
    };
    [
        json!({ "is": "head", "title": "Individual session", "beside": "March 4, 2026" }),
        json!({ "is": "facts", "rows": [["Author", "Marisol Quiñones"], ["Minutes", "50"], ["Place", "Office"]] }),
        words("Data"),
        words("Assessment"),
        words("Plan"),
        json!({ "is": "aside", "text": "Signed by Marisol Quiñones, LPC (MA 12345), March 4, 2026, 5:20 PM." }),
    ]
}
