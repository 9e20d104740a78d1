//! A walk through the main screens with a picture of each: what `cargo xtask run` shows on a machine without a display.

use std::path::PathBuf;

use crate::records::{PASSPHRASE, Records};
use crate::routes::{PLACES, go};
use crate::sign_in::sign_in;
use crate::window::Window;

#[test]
fn walk_through_the_main_screens() {
    let own = std::env::var_os("EVENKEEL_VAULT").is_none().then(Records::set_up);
    let folder =
        own.as_ref().map_or_else(|| PathBuf::from(std::env::var_os("EVENKEEL_VAULT").unwrap()), Records::closed);
    let login = std::env::var("EVENKEEL_LOGIN").unwrap_or_else(|_| "theodora".into());
    let passphrase = std::env::var("EVENKEEL_PASSPHRASE").unwrap_or_else(|_| PASSPHRASE.into());
    let window = Window::open(&folder, &[]);
    window.resize(1280, 800);
    window.title("Sign in");
    window.keep("01-sign-in");
    sign_in(&window, &login, &passphrase);
    window.title("My day");
    for (at, (words, title)) in PLACES.iter().enumerate() {
        go(&window, words);
        window.title(title);
        window.until("what the page asks for", "return document.querySelector('[aria-busy=true]') === null");
        window.keep(&format!("{:02}-{}", at + 2, words.to_lowercase().replace([',', ' '], "-").replace("--", "-")));
    }
}
