//! The one window: what it may show, where it may go, and how it is sent away.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Manager, Url, WebviewUrl, WebviewWindowBuilder};

use crate::spelling;

const LABEL: &str = "main";

/// Opens the window. Its title is constant: a task bar shows no name.
pub fn open(app: &App) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Evenkeel")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        // A driver cannot attach to a webview without a profile, so only the build for tests has one.
        .incognito(cfg!(not(feature = "automation")))
        .content_protected(true)
        .disable_drag_drop_handler()
        .browser_extensions_enabled(false)
        .general_autofill_enabled(false)
        .zoom_hotkeys_enabled(true)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    spelling::watch(&window.build()?)
}

/// Only the bundle itself: scheme, host and port as Tauri serves it.
fn is_own(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    match url.scheme() {
        "tauri" => host == "localhost",
        "http" | "https" => host == "tauri.localhost" && url.port().is_none(),
        _ => false,
    }
}

/// Loads the bundle anew, so that nothing of the screen before the lock is left in the page.
pub fn send_away(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // When the page cannot be reloaded, the door still answers nothing to it.
        let _ = window.reload();
    }
}

/// While a client holds the device, the window lies over everything else on the screen; afterwards it is as it was.
pub fn fill_for_client(app: &AppHandle, in_hand: bool) {
    static FILLED: AtomicBool = AtomicBool::new(false);
    if FILLED.swap(in_hand, Ordering::SeqCst) == in_hand {
        return;
    }
    if let Some(window) = app.get_webview_window(LABEL) {
        // Where the desktop has no full screen, the lock still shows nothing but what was handed over.
        let _ = window.set_fullscreen(in_hand);
        let _ = window.set_always_on_top(in_hand);
    }
}

/// A second start brings the first window forward.
pub fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_window_stays_at_home() {
        for (url, own) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://tauri.localhost/", true),
            ("http://tauri.localhost:8080/", false),
            ("tauri://elsewhere/", false),
            ("https://tauri.localhost.example/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hi", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_own(&Url::parse(url).unwrap()), own, "{url}");
        }
    }
}
