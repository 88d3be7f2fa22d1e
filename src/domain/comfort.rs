//! How somebody wants pages to look and to be used.

use super::words;

words! {
    /// Of all text.
    TextSize { Normal = "normal", Large = "large", Larger = "larger" }
}
words! {
    /// P2: how replies are ordered where an address does not say.
    ThreadView { Tree = "tree", Flat = "flat" }
}
words! {
    /// Light, dark, or as the device is set.
    Colours { System = "system", Light = "light", Dark = "dark" }
}

/// One person's choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comfort {
    pub size: TextSize,
    pub view: ThreadView,
    pub colours: Colours,
    /// Single letters are commands (WCAG 2.1.4: they can be switched off).
    pub shortcuts: bool,
}

impl Default for Comfort {
    fn default() -> Self {
        Self { size: TextSize::Normal, view: ThreadView::Tree, colours: Colours::System, shortcuts: true }
    }
}
