//! How one person likes the window: theme, contrast, density, single-letter keys, spelling. Kept in the vault, because the webview
//! keeps nothing.

pub mod ipc;
mod store;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

crate::ids! {
    /// One person's row.
    ScreenId
}

crate::words! {
    /// Light or dark.
    pub enum Theme {
        System = "system",
        Light = "light",
        Dark = "dark",
    }
}

crate::words! {
    /// How close the rows stand.
    pub enum Density {
        Comfortable = "comfortable",
        Compact = "compact",
    }
}

/// The settings of a person's window.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    pub theme: Theme,
    /// High contrast.
    pub contrast: bool,
    pub density: Density,
    /// Single letters act outside text; can be switched off (WCAG 2.1.4).
    pub single_keys: bool,
    /// Words that are not known are marked.
    pub spelling: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            contrast: false,
            density: Density::Comfortable,
            single_keys: true,
            spelling: true,
        }
    }
}
