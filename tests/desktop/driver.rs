//! The little of WebDriver that the journeys need, over plain HTTP: start a session, run a script, press keys, look.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long the driver may take for anything.
const PATIENCE: Duration = Duration::from_secs(90);

/// One session with one window of the program.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts the driver and, through it, the program with these arguments and this environment.
    pub fn start(program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // A group of its own: at the end the program goes with the driver, however the test ended.
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver is not installed: cargo xtask test --only packages");
        let mut driver = Self { process, port, session: String::new() };
        driver.wait_for_port();
        let options = json!({ "binary": program, "args": arguments });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let made = driver.send("POST", "/session", &wanted);
        driver.session = made["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {made}")).to_owned();
        let limits = json!({ "script": 20_000, "pageLoad": 20_000 });
        driver.post("timeouts", &limits);
        driver
    }

    fn wait_for_port(&self) {
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(began.elapsed() < PATIENCE, "the driver did not start");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Runs a script in the page; `arguments` are its arguments.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script that answers by calling its last argument.
    pub fn run_and_wait(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// Presses keys one after another; those in `held` stay down meanwhile.
    pub fn press(&self, held: &[char], keys: &str) {
        let action = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        let mut actions: Vec<Value> = held.iter().map(|key| action("keyDown", *key)).collect();
        for key in keys.chars() {
            actions.extend([action("keyDown", key), action("keyUp", key)]);
        }
        actions.extend(held.iter().rev().map(|key| action("keyUp", *key)));
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }));
    }

    /// Presses the right button of the mouse at a place of the window.
    pub fn right_click(&self, x: &Value, y: &Value) {
        let whole = |place: &Value| place.as_f64().unwrap().round();
        let actions = json!([
            { "type": "pointerMove", "x": whole(x), "y": whole(y), "duration": 0 },
            { "type": "pointerDown", "button": 2 },
            { "type": "pointerUp", "button": 2 },
        ]);
        let mouse = json!([{ "type": "pointer", "id": "mouse", "actions": actions }]);
        self.post("actions", &json!({ "actions": mouse }));
    }

    /// What the window shows, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        let picture = self.send("GET", &format!("/session/{}/screenshot", self.session), &Value::Null);
        base64(picture.as_str().unwrap())
    }

    /// SIGKILL to the program and the driver, without closing the session first.
    pub fn kill(mut self) {
        self.session.clear();
    }

    /// Makes the window as large as told.
    pub fn resize(&self, width: u32, height: u32) {
        self.post("window/rect", &json!({ "width": width, "height": height }));
    }

    fn post(&self, what: &str, with: &Value) -> Value {
        self.send("POST", &format!("/session/{}/{what}", self.session), with)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let answer = self.exchange(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        let value = answer["value"].clone();
        assert!(value.get("error").is_none(), "{method} {path}: {value}");
        value
    }

    fn exchange(&self, method: &str, path: &str, body: &Value) -> std::io::Result<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let body = if body.is_null() { String::new() } else { body.to_string() };
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )?;
        let mut reader = BufReader::new(stream);
        let mut length = None;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 || line == "\r\n" {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().ok();
            }
        }
        let mut bytes = Vec::new();
        match length {
            Some(length) => reader.take(length).read_to_end(&mut bytes)?,
            None => reader.read_to_end(&mut bytes)?,
        };
        serde_json::from_slice(&bytes).map_err(std::io::Error::other)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.exchange("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// The bytes behind base64.
fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = text.bytes().filter_map(|byte| LETTERS.iter().position(|letter| *letter == byte));
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for digit in digits {
        held = (held << 6) | u32::try_from(digit).unwrap();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap());
        }
    }
    bytes
}

#[test]
fn base64_is_read() {
    assert_eq!(base64("RXZlbmtlZWw="), b"Evenkeel");
    assert_eq!(base64("/+8="), [0xff, 0xef]);
}
