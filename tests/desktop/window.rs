//! The window as a person without a mouse uses it: Tab to something by its name, type, press keys, read.

use std::cell::Cell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::axe;
use crate::driver::Driver;

pub const TAB: char = '\u{E004}';
pub const ENTER: char = '\u{E007}';
pub const ESCAPE: char = '\u{E00C}';
pub const SHIFT: char = '\u{E008}';
pub const CONTROL: char = '\u{E009}';
pub const ALT: char = '\u{E00A}';
pub const DOWN: char = '\u{E015}';
pub const SPACE: char = ' ';

/// How long the window may take to show something.
const PATIENCE: Duration = Duration::from_secs(15);
/// The focus may be nowhere for the moment between two screens.
const FOCUS_GRACE: Duration = Duration::from_secs(2);
/// More than any screen has stops.
const MOST_STOPS: usize = 120;

/// The spoken name of an element, near enough to how the browser computes it.
const NAME: &str = r#"
const nameOf = (element) => {
  if (!element) return "";
  const labelled = element.getAttribute("aria-labelledby");
  const parts = labelled ? labelled.split(" ").map((id) => document.getElementById(id)?.textContent ?? "") : [];
  const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent;
  const own = element.tagName === "INPUT" || element.tagName === "TEXTAREA" ? "" : element.textContent;
  return (parts.join(" ").trim() || label || own || "").replace(/\s+/g, " ").trim();
};
"#;

/// The text field of a name, and where it stands.
const FIELD: &str = r#"
const field = [...document.querySelectorAll("textarea")].find((area) => nameOf(area).startsWith(arguments[0]));
const box = field.getBoundingClientRect();
"#;

/// Counts the red points of a picture within a field. The page decodes the picture itself.
const RED: &str = r#"
const done = arguments[arguments.length - 1];
const bytes = Uint8Array.from(arguments[1].match(/../g), (two) => parseInt(two, 16));
const image = new Image();
image.onerror = () => done(null);
image.onload = () => {
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const paper = canvas.getContext("2d");
  paper.drawImage(image, 0, 0);
  const scale = image.width / window.innerWidth;
  const at = [box.left + 3, box.top + 3, box.width - 6, box.height - 6].map((edge) => Math.round(edge * scale));
  const points = paper.getImageData(...at).data;
  let red = 0;
  for (let point = 0; point < points.length; point += 4)
    if (points[point] > 140 && points[point] - points[point + 1] > 50 && points[point] - points[point + 2] > 50) red += 1;
  done(red);
};
image.src = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
"#;

/// One open window.
pub struct Window {
    driver: Driver,
    /// What the hand did beside writing prose: each key, each chord, each command of several letters counts once.
    actions: Cell<usize>,
}

impl Window {
    /// Opens the program over a vault's folder. Dialogs are answered by `environment`.
    pub fn open(vault: &std::path::Path, environment: &[(&str, &str)]) -> Self {
        let program = std::env::var("EVENKEEL_PROGRAM").expect("EVENKEEL_PROGRAM names the program to drive");
        let mut all = vec![("EVENKEEL_TEST_COST", "1")];
        all.extend(environment);
        let driver = Driver::start(&program, &["--vault", vault.to_str().unwrap()], &all);
        let window = Self { driver, actions: Cell::new(0) };
        window.until("the first screen", "return document.querySelector('h1') !== null");
        window
    }

    /// Waits until a script answers true.
    pub fn until(&self, what: &str, script: &str) {
        let began = Instant::now();
        while self.driver.run(script, &[]) != Value::Bool(true) {
            assert!(began.elapsed() < PATIENCE, "waited in vain for {what}; the window says: {}", self.text());
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Waits for a screen by its title.
    pub fn title(&self, wanted: &str) {
        let script = format!(
            "return [...document.querySelectorAll('h1')].some((h) => h.textContent.trim().startsWith({}))",
            json!(wanted)
        );
        self.until(&format!("the title {wanted:?}"), &script);
    }

    /// Waits for words anywhere on the screen.
    pub fn reads(&self, words: &str) {
        self.until(&format!("{words:?}"), &format!("return document.body.innerText.includes({})", json!(words)));
    }

    /// Everything the screen says.
    pub fn text(&self) -> String {
        self.driver.run("return document.body.innerText", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// A value from the page, for what a person reads off it.
    pub fn ask(&self, script: &str) -> Value {
        self.driver.run(script, &[])
    }

    /// The name of what has the focus.
    pub fn focus(&self) -> String {
        let script = format!("{NAME} return nameOf(document.activeElement)");
        self.driver.run(&script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys, and makes sure that the focus is on something afterwards.
    pub fn press(&self, keys: &[char]) {
        self.count(keys.len());
        self.driver.press(&[], &keys.iter().collect::<String>());
        self.focused(&format!("{keys:?}"));
    }

    /// Presses a key while others are held.
    pub fn chord(&self, held: &[char], key: char) {
        self.count(1);
        self.driver.press(held, &key.to_string());
        self.focused(&format!("{held:?} {key:?}"));
    }

    /// Gives a command of one or more letters, such as G T, which is one action.
    pub fn command(&self, keys: &str) {
        self.count(1);
        self.write(keys);
    }

    fn count(&self, actions: usize) {
        self.actions.set(self.actions.get() + actions);
    }

    /// The actions since the last time somebody asked.
    pub fn actions(&self) -> usize {
        self.actions.take()
    }

    /// Types into whatever has the focus.
    pub fn write(&self, text: &str) {
        self.driver.press(&[], text);
        self.focused("typing");
    }

    /// The focus is never on nothing: at once, or after the moment in which one screen takes the place of another.
    fn focused(&self, after: &str) {
        let began = Instant::now();
        while self
            .driver
            .run("return document.activeElement === null || document.activeElement === document.body", &[])
            == Value::Bool(true)
        {
            assert!(
                began.elapsed() < FOCUS_GRACE,
                "the focus was lost after {after}; the window says: {}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Goes to something by its name with Tab alone, as often as it takes.
    pub fn tab_to(&self, name: &str) {
        let mut met = Vec::new();
        for _ in 0..MOST_STOPS {
            let here = self.focus();
            if here.starts_with(name) {
                return;
            }
            met.push(here);
            self.press(&[TAB]);
        }
        panic!("Tab never comes to {name:?}; it met {met:?}");
    }

    /// Goes into a part of the page with Tab alone.
    pub fn tab_into(&self, part: &str) {
        let inside = format!("return document.activeElement.closest({}) !== null", json!(part));
        for _ in 0..MOST_STOPS {
            if self.driver.run(&inside, &[]) == Value::Bool(true) {
                return;
            }
            self.press(&[TAB]);
        }
        panic!("Tab never comes into {part}; the window says: {}", self.text());
    }

    /// Goes to a field and types into it.
    pub fn fill(&self, name: &str, text: &str) {
        self.tab_to(name);
        self.write(text);
    }

    /// Goes to a button or a link and presses Enter on it.
    pub fn enter(&self, name: &str) {
        self.tab_to(name);
        self.press(&[ENTER]);
    }

    /// The texts of everything that a selector finds, in the order of the page.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let script = format!(
            "return [...document.querySelectorAll({})].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())",
            json!(selector)
        );
        let found = self.driver.run(&script, &[]);
        found.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
    }

    /// Finds a client by a part of the name and opens the chart.
    pub fn open_client(&self, words: &str, title: &str) {
        self.chord(&[CONTROL], 'o');
        self.until("the finder", "return document.querySelector('[role=dialog]') !== null");
        self.write(words);
        self.until(
            "the found client",
            "return document.querySelectorAll('[role=dialog] [role=option]').length === 1",
        );
        self.press(&[ENTER]);
        self.title(title);
    }

    /// What axe-core finds of serious or critical weight on this screen.
    pub fn findings(&self) -> Vec<String> {
        axe::findings(&self.driver)
    }

    /// No finding, or the test ends here.
    pub fn examine(&self, screen: &str) {
        let findings = self.findings();
        assert!(findings.is_empty(), "axe-core on {screen}:\n{}", findings.join("\n"));
    }

    /// Keeps a picture, when somebody asked for pictures.
    pub fn keep(&self, name: &str) {
        if let Some(folder) = std::env::var_os("EVENKEEL_SCREENS") {
            let folder = std::path::PathBuf::from(folder);
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(format!("{name}.png")), self.driver.picture()).unwrap();
        }
    }

    /// How many points of a field are red on the screen, as the line under an unknown word is.
    pub fn red_within(&self, name: &str) -> u64 {
        use std::fmt::Write as _;
        let hexed = self.driver.picture().iter().fold(String::new(), |mut hexed, byte| {
            let _ = write!(hexed, "{byte:02x}");
            hexed
        });
        let script = format!("{NAME}{FIELD}{RED}");
        self.driver.run_and_wait(&script, &[json!(name), json!(hexed)]).as_u64().expect("a count of points")
    }

    /// A right click into the first line of a field, and away again.
    pub fn menu_on(&self, name: &str) {
        let script = format!("{NAME} {FIELD} return [box.left + 120, box.top + 14]");
        let at = self.driver.run(&script, &[json!(name)]);
        self.driver.right_click(&at[0], &at[1]);
        self.driver.press(&[], &ESCAPE.to_string());
    }

    /// Ends the program without a word, as a dead battery does.
    pub fn kill(self) {
        self.driver.kill();
    }

    /// Makes the window as large as told.
    pub fn resize(&self, width: u32, height: u32) {
        self.driver.resize(width, height);
    }
}
