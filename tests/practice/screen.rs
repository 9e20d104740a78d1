//! Screen settings: everybody's own, with what they were before.

use serde_json::json;

use crate::desk::{Desk, OTHER_PASSPHRASE};

#[test]
fn each_person_has_their_own_and_begins_with_the_defaults() {
    let desk = Desk::founded();
    let defaults = json!({ "theme": "system", "contrast": false, "density": "comfortable", "single_keys": true, "spelling": true });
    let dark =
        json!({ "theme": "dark", "contrast": true, "density": "compact", "single_keys": false, "spelling": false });
    assert_eq!(desk.query("screen.get", json!({})), defaults);
    desk.op("screen.set", dark.clone());
    assert_eq!(desk.query("screen.get", json!({})), dark);
    desk.hire("Marisol", "Quiñones", "marisol", &["counselor"]);
    assert_eq!(desk.query("screen.get", json!({})), dark, "kept over a sign-out");
    desk.switch_to("marisol", OTHER_PASSPHRASE);
    assert_eq!(desk.query("screen.get", json!({})), defaults);
}

#[test]
fn a_change_keeps_the_settings_before() {
    let desk = Desk::founded();
    for theme in ["dark", "light"] {
        desk.op(
            "screen.set",
            json!({ "theme": theme, "contrast": false, "density": "compact", "single_keys": true, "spelling": true }),
        );
    }
    let kept = desk.versions("screen");
    assert_eq!((kept.len(), &kept[0]["theme"], &kept[0]["rev"]), (1, &json!("dark"), &json!(1)));
}
