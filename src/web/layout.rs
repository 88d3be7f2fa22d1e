//! What the frame around every page shows (`templates/layout/base.html`).

use crate::{
    domain::{comfort::Comfort, lang::Lang, markdown::escape},
    i18n::L10n,
};

/// What the frame around every page shows.
pub struct Layout {
    pub l: &'static L10n,
    pub lang: Lang,
    pub title: String,
    pub site: String,
    /// The address after the language.
    pub rest: String,
    pub base: String,
    pub section: Section,
    pub today: String,
    pub week: i64,
    pub me: Option<Me>,
    pub comfort: Comfort,
    /// Signing in leads back to this page.
    /// Empty where nobody is asked to.
    pub sign_in: String,
    pub csrf: String,
    /// Everybody may read what moderators did.
    pub public_log: bool,
    /// Whether anybody may ask to join here.
    pub may_join: bool,
    pub licence: String,
    pub style: &'static str,
    pub script: &'static str,
    pub mark: &'static str,
    /// Not for search engines: forms, histories, errors, what only a machine has put into this language.
    pub noindex: bool,
    /// The Atom feed of this page, after the language; empty for none.
    pub feed: String,
    /// What the page is about, for whoever links to it; empty for none.
    pub description: String,
    /// The page as JSON-LD; empty for none.
    pub linked_data: String,
}

impl Layout {
    /// Single letters are commands: for members only, since visitors could not switch them off.
    pub fn has_keys(&self) -> bool {
        self.me.is_some() && self.comfort.shortcuts
    }

    /// Attributes of the root element: the reader's choices, as far as they differ from what is preset.
    pub fn root(&self) -> String {
        let preset = Comfort::default();
        let mut attributes = String::new();
        if self.comfort.colours != preset.colours {
            attributes.push_str(&format!(" data-theme=\"{}\"", self.comfort.colours));
        }
        if self.comfort.size != preset.size {
            attributes.push_str(&format!(" data-size=\"{}\"", self.comfort.size));
        }
        if self.has_keys() {
            attributes.push_str(" data-keys");
        }
        attributes
    }

    /// The licence's name, leading to what it means here.
    pub fn licence_link(&self) -> String {
        format!("<a href=\"/{}/licence\">{}</a>", self.lang, escape(&self.licence))
    }
}

/// The reader, as the head of the page names them.
pub struct Me {
    pub name: String,
    pub href: String,
    pub unread: i64,
    /// What waits for moderators, for one of them.
    pub cases: Option<i64>,
    pub is_admin: bool,
    pub suspended: bool,
}

/// Which entry of the menu is the current one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Threads,
    Consensus,
    Themes,
    Translate,
    Search,
    Glossary,
    Moderation,
    Admin,
    None,
}
