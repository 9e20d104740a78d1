//! Words that are spelled otherwise than a dictionary has them are underlined as somebody writes.
//!
//! What must hold: a name that was typed is in no file outside the records. The engine under WebKit keeps a personal list in
//! the home folder and writes into it when somebody lets it learn a word; so the menu of a right click offers what corrects
//! a word and what a keyboard offers anyway, and nothing that remembers. Deliberately absent: a list of the practice's own
//! words. WebKit takes none that is not a file, so a client's name is underlined; to ignore a word until the program ends
//! would outlive the lock. Where no dictionary is installed, nothing is underlined and everything else is as ever.

use tauri::WebviewWindow;

/// The language of the product's words. The dictionary comes from the system: `hunspell-en-us` on Debian and its kin.
#[cfg(target_os = "linux")]
const LANGUAGE: &str = "en_US";

/// Lets the window underline. Elsewhere the window's own engine does it, and the page keeps its menu shut.
pub fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    window.with_webview(|webview| linux(&webview.inner()))?;
    #[cfg(not(target_os = "linux"))]
    let _ = window;
    Ok(())
}

#[cfg(target_os = "linux")]
fn linux(view: &webkit2gtk::WebView) {
    use webkit2gtk::{ContextMenuExt as _, ContextMenuItemExt as _, WebContextExt as _, WebViewExt as _};
    if let Some(context) = view.context() {
        context.set_spell_checking_languages(&[LANGUAGE]);
        context.set_spell_checking_enabled(true);
    }
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
    matches!(action, SpellingGuess | NoGuessesFound | Cut | Copy | Paste | Delete | SelectAll)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use webkit2gtk::ContextMenuAction as Action;

    use super::*;

    #[test]
    fn the_menu_corrects_and_never_remembers_or_leaves() {
        for (action, stays) in [
            (Action::SpellingGuess, true),
            (Action::NoGuessesFound, true),
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
