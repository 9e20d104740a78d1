//! What the menu of a right click offers.
//!
//! What must hold: nothing in it takes the window away from its page, saves something, or remembers a word. The engine
//! under WebKit keeps a personal list in the home folder and writes into it when somebody lets it learn a word; its check
//! stays off, since words are checked against the records (`practice/src/spelling`). Elsewhere the page keeps the menu shut.

use tauri::WebviewWindow;

/// Keeps the menu to what a keyboard offers anyway.
pub fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    window.with_webview(|webview| linux(&webview.inner()))?;
    #[cfg(not(target_os = "linux"))]
    let _ = window;
    Ok(())
}

#[cfg(target_os = "linux")]
fn linux(view: &webkit2gtk::WebView) {
    use webkit2gtk::{ContextMenuExt as _, ContextMenuItemExt as _, WebViewExt as _};
    view.connect_context_menu(|_, menu, _, _| {
        for item in menu.items() {
            if !item.is_separator() && !may_stay(item.stock_action()) {
                menu.remove(&item);
            }
        }
        // Nothing but lines between nothing: no menu at all.
        menu.items().iter().all(|item| item.is_separator())
    });
}

/// What the menu of a right click may offer.
#[cfg(target_os = "linux")]
fn may_stay(action: webkit2gtk::ContextMenuAction) -> bool {
    use webkit2gtk::ContextMenuAction::*;
    matches!(action, Cut | Copy | Paste | Delete | SelectAll)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use webkit2gtk::ContextMenuAction as Action;

    use super::*;

    #[test]
    fn the_menu_never_remembers_or_leaves() {
        for (action, stays) in [
            (Action::SpellingGuess, false),
            (Action::NoGuessesFound, false),
            (Action::Cut, true),
            (Action::Copy, true),
            (Action::Paste, true),
            (Action::Delete, true),
            (Action::SelectAll, true),
            (Action::LearnSpelling, false),
            (Action::IgnoreSpelling, false),
            (Action::IgnoreGrammar, false),
            (Action::Reload, false),
            (Action::GoBack, false),
            (Action::OpenLink, false),
            (Action::DownloadLinkToDisk, false),
            (Action::DownloadImageToDisk, false),
            (Action::CopyLinkToClipboard, false),
            (Action::InspectElement, false),
            (Action::InputMethods, false),
            (Action::NoAction, false),
        ] {
            assert_eq!(may_stay(action), stays, "{action:?}");
        }
    }
}
