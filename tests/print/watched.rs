//! A document that takes long: whoever waits sees how far it is, and may stop it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use print::{PrintError, Step, Watch};
use serde_json::{Value, json};

use crate::{PRESS, sheet};

/// What was told, and the step at which it is not wanted any more.
#[derive(Default)]
struct Waiting {
    told: Mutex<Vec<Step>>,
    until: Option<Step>,
    asked: AtomicU64,
}

impl Watch for Waiting {
    fn at(&self, step: Step) {
        self.told.lock().unwrap().push(step);
    }

    fn stopped(&self) -> bool {
        let stopped = self.until.is_some_and(|until| self.told.lock().unwrap().contains(&until));
        self.asked.fetch_add(u64::from(stopped), Ordering::Relaxed);
        stopped
    }
}

/// Two parts of ten entries each.
fn chart() -> Value {
    let entry = |part: &str, place: usize| json!({ "is": "words", "label": format!("{part} {place}"), "text": "Came on time and took part. ".repeat(40) });
    let part = |title: &str| json!({ "title": title, "blocks": (1..=10).map(|place| entry(title, place)).collect::<Vec<_>>() });
    json!({
        "sheet": sheet(), "leaving": "Internal copy. Team review", "heading": "Chart", "watermark": "", "facts": [],
        "asides": [], "sections": [part("Plan"), part("Notes")],
    })
}

#[test]
fn what_is_told_grows_to_the_end() {
    let watch = Waiting::default();
    let pdf = PRESS.watched("chart", &chart(), &watch).unwrap();
    assert_eq!(pdf, PRESS.pdf("chart", &chart()).unwrap());
    let told = watch.told.into_inner().unwrap();
    let hundredths: Vec<u8> =
        told.iter().filter_map(|step| if let Step::Setting(done) = step { Some(*done) } else { None }).collect();
    assert_eq!(hundredths, (0..20).map(|done| done * 5).collect::<Vec<u8>>());
    assert_eq!(told[20..], [Step::Numbering, Step::Writing]);
}

#[test]
fn a_document_is_stopped_at_any_step_and_leaves_nothing() {
    let whole = PRESS.pdf("chart", &chart()).unwrap();
    for until in
        [Step::Setting(0), Step::Setting(5), Step::Setting(60), Step::Setting(95), Step::Numbering, Step::Writing]
    {
        let watch = Waiting { until: Some(until), ..Waiting::default() };
        assert_eq!(PRESS.watched("chart", &chart(), &watch), Err(PrintError::Stopped), "{until:?}");
        // Left at the first question of each thread that sets pieces, not after the rest was set in vain.
        let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
        let asked = watch.asked.into_inner();
        assert!((1..=threads + 1).contains(&asked), "{until:?}: asked {asked} times");
        assert_eq!(watch.told.into_inner().unwrap().last(), Some(&until));
        assert_eq!(PRESS.pdf("chart", &chart()).unwrap(), whole, "after {until:?}");
    }
}
