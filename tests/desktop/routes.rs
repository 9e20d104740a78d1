//! Every place of the built window is opened, has its title in focus, and nothing in it keeps anybody out.

use serde_json::{Value, json};

use crate::records::{OTHERS, PASSPHRASE, Records, client_fields};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, ESCAPE, Window};

/// Every place by the words that the palette finds it by, and its title.
pub const PLACES: &[(&str, &str)] = &[
    ("My day", "My day"),
    ("To-dos", "To-dos"),
    ("Unsigned notes", "Unsigned notes"),
    ("Snippets", "Snippets"),
    ("Note templates", "Note templates"),
    ("Stand-ins", "Stand-ins"),
    ("Instruments", "Instruments"),
    ("Caseload", "Caseload"),
    ("To cosign", "To cosign"),
    ("Clients", "Clients"),
    ("Drug tests", "Drug tests"),
    ("Check-in", "Check-in"),
    ("Draws", "Draws"),
    ("Testing programs", "Testing programs"),
    ("Search notes", "Search notes"),
    ("Emergency openings", "Emergency openings"),
    ("Tonight", "Tonight"),
    ("Sessions", "Sessions"),
    ("Groups", "Groups"),
    ("Curricula", "Curricula"),
    ("Staff", "Staff"),
    ("Backup", "Backup"),
    ("Log", "Log"),
    ("Settings", "Settings"),
    ("Settings, practice", "Settings"),
    ("Settings, hours and rules", "Settings"),
    ("Settings, intake packet", "Settings"),
    ("Settings, objectives", "Settings"),
    ("Plans", "Plans"),
    ("Settings, lock", "Settings"),
    ("Your account", "Theodora Brandvold"),
];

/// Opens a place through the palette.
pub fn go(window: &Window, words: &str) {
    window.chord(&[CONTROL], 'k');
    window.until("the palette", "return document.querySelector('[role=dialog]') !== null");
    window.write(words);
    window.until(
        "the command",
        &format!(
            "return [...document.querySelectorAll('[role=dialog] [role=option]')].some((option) => option.textContent.includes({}))",
            serde_json::json!(words)
        ),
    );
    window.press(&[ENTER]);
    window.until("the palette to close", "return document.querySelector('[role=dialog]') === null");
}

#[test]
fn every_place_opens_with_the_focus_on_its_title() {
    let records = Records::set_up();
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    for (words, title) in PLACES {
        go(&window, words);
        window.title(title);
        window.until(
            &format!("the focus inside {words}"),
            "return document.querySelector('main').contains(document.activeElement)",
        );
        window.until("what the page asks for", "return document.querySelector('[aria-busy=true]') === null");
        window.examine(words);
    }
}

/// The router of the running program, found from the page it draws.
const ROUTER: &str = "
    const root = document.querySelector('main');
    let fiber = root[Object.keys(root).find((key) => key.startsWith('__reactFiber$'))];
    while (fiber && !fiber.memoizedProps?.router?.routesByPath) fiber = fiber.return;
    const router = fiber.memoizedProps.router;";

/// Every route, with its title; `$` is filled with the thing of the records that the route is about.
fn visits(seeded: &Value) -> Vec<(&'static str, String, &'static str)> {
    let of = |what: &str| seeded[what].as_str().unwrap().to_owned();
    let mut all: Vec<(&str, String, &str)> = [
        ("/", "My day"),
        ("/audit", "Log"),
        ("/backup", "Backup"),
        ("/board", "Arrivals"),
        ("/caseload", "Caseload"),
        ("/check-in", "Check-in"),
        ("/client/new", "Add a client"),
        ("/inquiries", "Inquiries"),
        ("/inquiries/new", "Take an inquiry"),
        ("/instruments", "Instruments"),
        ("/plans", "Plans"),
        ("/snippets", "Snippets"),
        ("/stand-ins", "Stand-ins"),
        ("/templates", "Note templates"),
        ("/todo", "To-dos"),
        ("/unsigned", "Unsigned notes"),
        ("/settings/intake", "Settings"),
        ("/settings/library", "Settings"),
        ("/clients", "Clients"),
        ("/cosign", "To cosign"),
        ("/curricula", "Curricula"),
        ("/draws", "Draws"),
        ("/draws/numbers", "Random tests in numbers"),
        ("/emergency", "Emergency openings"),
        ("/groups", "Groups"),
        ("/groups/new", "Add a group"),
        ("/import", "Import"),
        ("/me", "Theodora Brandvold"),
        ("/search", "Search notes"),
        ("/sessions", "Sessions"),
        ("/settings", "Settings"),
        ("/results", "Laboratory files"),
        ("/settings/closures", "Settings"),
        ("/settings/counseling-notes", "Settings"),
        ("/settings/lock", "Settings"),
        ("/settings/panels", "Settings"),
        ("/settings/practice", "Settings"),
        ("/settings/rules", "Settings"),
        ("/settings/screen", "Settings"),
        ("/settings/words", "Settings"),
        ("/staff", "Staff"),
        ("/staff/new", "Add a person"),
        ("/testing", "Testing programs"),
        ("/testing/rules", "What follows on a test"),
        ("/releases", "Release desk"),
        ("/tests", "Drug tests"),
        ("/tonight", "Tonight"),
    ]
    .map(|(path, title)| (path, path.to_owned(), title))
    .into();
    for tab in ["", "/overview", "/assessment", "/plan", "/notes", "/hours", "/tests", "/outcomes", "/fit"] {
        all.push(("/client/$id/{-$tab}", format!("/client/{}{tab}", of("client")), "Nakagawa"));
    }
    all.extend([
        ("/curricula/$id", "/curricula/refusal-training".to_owned(), "Refusal training"),
        ("/draws/$id", format!("/draws/{}", of("draw")), "Draw for"),
        ("/draws/day/$on", "/draws/day/2026-11-24".to_owned(), "Random tests of a day"),
        ("/groups/$id", format!("/groups/{}", of("group")), "Process group"),
        ("/inquiries/new/$id", format!("/inquiries/new/{}", of("client")), "Take an inquiry"),
        ("/note/$id", format!("/note/{}", of("note")), "Individual session"),
        ("/session/$id", format!("/session/{}", of("session")), "Process group"),
        // Written by whoever leads the group: a director is told so, under a title that takes the focus.
        ("/session/$id/note/{-$client}", format!("/session/{}/note", of("session")), "Group note"),
        ("/settings/panels/$id", "/settings/panels/01980000-0000-7000-8001-000000010000".to_owned(), "HHS federal"),
        ("/staff/$id", format!("/staff/{}", of("staff")), "Marisol Quiñones"),
        ("/tests/$id", format!("/tests/{}", of("test")), "Drug test "),
        ("/tests/log/$client", format!("/tests/log/{}", of("client")), "Log a drug test"),
    ]);
    all
}

/// A testing program with a draw that is committed.
fn draw(records: &Records, on: &str) -> Value {
    let fields = json!({
        "name": "Evening random", "weekdays": "1111111", "closed": [], "notice_time": "06:00", "closes": "16:00",
        "method": "on_site", "specimen": "urine", "panel": "np10", "floor_millionths": 10_000, "line_says": "names",
        "active": true, "tiers": [{ "name": "Weekly", "per_year": 52, "analyzed_percent": 75 }],
    });
    let program = records.op("testing.add_program", json!({ "fields": fields }));
    records.op("draw.commit", json!({ "program": program["id"], "on": on }))
}

/// A client with a note and a test, and a group that has met.
fn seed(records: &Records) -> Value {
    records.evening(3);
    let on = records.today();
    let staff = records.query("staff.list", json!({}));
    let marisol = staff.as_array().unwrap().iter().find(|row| row["login"] == "marisol").unwrap();
    records.op(
        "staff.change",
        json!({ "id": marisol["id"], "rev": marisol["rev"], "given_name": "Marisol", "family_name": "Quiñones",
                "roles": ["counselor", "facilitator", "collector"] }),
    );
    let draw = draw(records, &on);
    let admission = json!({ "admitted_on": on, "level": "2.1", "track": "Evening" });
    let client = records.op(
        "client.add",
        json!({ "fields": client_fields("Rosalind", "Nakagawa"), "primary": marisol["id"], "admission": admission }),
    );
    records.op("session.plan_ahead", json!({}));
    let group = records.query("group.list", json!({}))[0].take();
    records.switch_to("marisol", OTHERS);
    let day = records.query("session.day", json!({ "on": on, "whose": "mine" }));
    let session = &day["sessions"][0];
    records.op("attendance.record", json!({ "session": session["id"], "rev": session["rev"] }));
    let note = records.appointment_of(&client["id"]);
    // Only its author sees a note that is not signed.
    let sections = ["data", "assessment", "plan"].map(|key| json!({ "key": key, "text": "As before." }));
    let body = json!({ "sections": sections, "objectives": [], "risk": "none_observed", "risk_words": "" });
    let proof = json!({ "passphrase": OTHERS });
    records.op("note.sign", json!({ "id": note["id"], "rev": note["rev"], "body": body, "proof": proof }));
    let test = records.op(
        "drug_test.order",
        json!({ "client": client["id"], "reason": "random", "method": "on_site", "specimen": "urine", "panel": "np10" }),
    );
    json!({ "client": client["id"], "group": group["id"], "session": session["id"], "note": note["id"],
            "staff": marisol["id"], "test": test["id"], "draw": draw["id"] })
}

#[test]
fn every_route_of_the_program_is_visited() {
    let records = Records::set_up();
    let visits = visits(&seed(&records));
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    let routes = window.ask(&format!("{ROUTER} return Object.keys(router.routesByPath).toSorted()"));
    let mut visited: Vec<&str> = visits.iter().map(|(route, ..)| *route).collect();
    visited.sort_unstable();
    visited.dedup();
    assert_eq!(routes, json!(visited), "each route has its visit here, and no visit has lost its route");
    for (route, at, title) in &visits {
        window.ask(&format!("{ROUTER} router.history.push({}); return true", json!(at)));
        // The settings have no page of their own and lead to the first of theirs.
        let arrives = if *route == "/settings" { "/settings/screen" } else { route };
        window.until(
            &format!("the route {route} at {at}"),
            &format!(
                "{ROUTER} return router.state.status === 'idle' && router.state.matches.at(-1).fullPath === {}",
                json!(arrives)
            ),
        );
        window.title(title);
        window.until("what the page asks for", "return document.querySelector('[aria-busy=true]') === null");
        window.until(
            &format!("the focus inside {at}"),
            "return document.querySelector('main').contains(document.activeElement)",
        );
        // The one page that a director only reads about: who leads the group writes it.
        let refused = usize::from(*route == "/session/$id/note/{-$client}");
        assert_eq!(window.texts("main [role=alert]").len(), refused, "refusals on {at}");
        window.examine(at);
    }
}

#[test]
fn the_palette_and_the_sheet_of_keys_give_the_focus_back() {
    let records = Records::set_up();
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.write("gs");
    window.title("Staff");
    window.tab_to("Add a person");
    for open in [(&[CONTROL][..], 'k'), (&[][..], '?')] {
        window.chord(open.0, open.1);
        window.until("a dialog", "return document.querySelector('[role=dialog]') !== null");
        window.examine("a dialog");
        window.press(&[ESCAPE]);
        window.until("its end", "return document.querySelector('[role=dialog]') === null");
        window.until("the focus where it was", "return document.activeElement.textContent.includes('Add a person')");
    }
}

#[test]
fn a_planted_violation_is_found() {
    let records = Records::set_up();
    let window = Window::open(&records.closed(), &[]);
    window.title("Sign in");
    window.examine("the screen as it is");
    window.ask("document.querySelector('main').append(document.createElement('button')); return true");
    let found = window.findings();
    assert!(found.iter().any(|line| line.contains("button-name")), "{found:?}");
}
