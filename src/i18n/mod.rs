//! What the interface says, in the three languages: messages, dates, numbers, negotiation.
//!
//! Messages are compiled in from `locales/{fr,en,ja}/*.ftl`. User text enters them only as an argument.

pub mod digest;
mod format;
pub mod negotiate;

use crate::domain::{lang::Lang, markdown::escape, typography};
use fluent::{FluentArgs, FluentResource, FluentValue, bundle::FluentBundle};
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::{fmt, sync::LazyLock};

type Bundle = FluentBundle<FluentResource, IntlLangMemoizer>;

/// All files of one language, in one string; a file that is not listed here fails `tests/tidy.rs`.
macro_rules! locale {
    ($lang:literal) => {
        concat!(
            include_str!(concat!("../../locales/", $lang, "/accounts.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/admin.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/attachments.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/consensus.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/coverage.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/declarations.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/digests.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/drafts.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/errors.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/feeds.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/glossary.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/home.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/layout.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/letters.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/moderation.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/notices.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/pages.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/posts.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/queue.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/readings.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/search.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/slots.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/texts.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/themes.ftl")),
            "\n",
            include_str!(concat!("../../locales/", $lang, "/threads.ftl")),
            "\n",
        )
    };
}

/// One language's messages and formats.
pub struct L10n {
    pub lang: Lang,
    bundle: Bundle,
    formats: format::Formats,
}

/// The messages of a language; built once, at first use.
pub fn l10n(lang: Lang) -> &'static L10n {
    static ALL: LazyLock<[L10n; 3]> = LazyLock::new(|| Lang::THREE.map(L10n::build));
    &ALL[lang.index()]
}

impl L10n {
    fn build(lang: Lang) -> Self {
        let source = match lang {
            Lang::Fr => locale!("fr"),
            Lang::En => locale!("en"),
            Lang::Ja => locale!("ja"),
        };
        // French files are typed with plain spaces, as French texts are: the same rules set both.
        let source: String = source.lines().map(|line| typography::spaced(line, lang).into_owned() + "\n").collect();
        let identifier: unic_langid::LanguageIdentifier = lang.as_str().parse().unwrap_or_default();
        let mut bundle = Bundle::new_concurrent(vec![identifier]);
        // Isolation marks would reach attributes and titles; names are isolated by `<bdi>` where they stand.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Fr => |value, _| format::number(Lang::Fr, value),
            Lang::En => |value, _| format::number(Lang::En, value),
            Lang::Ja => |value, _| format::number(Lang::Ja, value),
        }));
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, errors)| {
            tracing::error!(%lang, ?errors, "a locale file is broken");
            partial
        });
        bundle.add_resource_overriding(resource);
        Self { lang, bundle, formats: format::Formats::new(lang) }
    }

    /// A message without arguments.
    pub fn t(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A message with arguments.
    pub fn m(&self, key: &'static str) -> Message<'_> {
        Message { l: self, key, args: FluentArgs::new(), html: Vec::new() }
    }

    /// Whether there is such a message.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            tracing::error!(key, lang = %self.lang, "no such message");
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

/// A message on its way to a page: numbers are written as the language writes them, text is escaped.
pub struct Message<'a> {
    l: &'a L10n,
    key: &'static str,
    args: FluentArgs<'a>,
    html: Vec<String>,
}

impl<'a> Message<'a> {
    /// A number, also for the plural form.
    pub fn n(mut self, name: &'a str, number: impl Count) -> Self {
        self.args.set(name, number.count());
        self
    }

    /// Text, from whomever.
    pub fn s(mut self, name: &'a str, text: impl AsRef<str>) -> Self {
        let text: String = text.as_ref().chars().filter(|c| !SPOT.contains(c)).collect();
        self.args.set(name, text);
        self
    }

    /// Safe HTML that stands inside the sentence; only [`Message::html`] shows it.
    pub fn h(mut self, name: &'a str, html: impl Into<String>) -> Self {
        self.args.set(name, FluentValue::from(SPOT[self.html.len().min(SPOT.len() - 1)].to_string()));
        self.html.push(html.into());
        self
    }

    /// The sentence as HTML: everything escaped but what was given as HTML.
    pub fn html(&self) -> String {
        let mut out = escape(&self.l.format(self.key, Some(&self.args)));
        for (spot, html) in SPOT.iter().zip(&self.html) {
            out = out.replace(*spot, html);
        }
        out
    }
}

/// A number as messages take it; templates hand out references.
pub trait Count {
    fn count(&self) -> i64;
}

macro_rules! count {
    ($($number:ty),+) => {
        $(impl Count for $number {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        })+
    };
}
count!(i32, i64, u32, usize);

impl<T: Count> Count for &T {
    fn count(&self) -> i64 {
        (*self).count()
    }
}

/// Noncharacters that stand for HTML arguments until the sentence is escaped; no text can contain them.
const SPOT: [char; 6] = ['\u{FDE0}', '\u{FDE1}', '\u{FDE2}', '\u{FDE3}', '\u{FDE4}', '\u{FDE5}'];

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.l.format(self.key, Some(&self.args)))
    }
}
