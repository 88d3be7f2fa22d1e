//! Typed settings: defaults, then `trialogue.toml` (or `--config FILE`), then `TRIALOGUE_…` and `DATABASE_URL`.

use crate::domain::{account::Registration, digest::Weekday, lang::Lang, words};
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// Everything that can be set; `docs/reference.md` explains each key.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub database: Database,
    pub server: Server,
    pub mail: Mail,
    pub site: Site,
    pub limits: Limits,
    pub machine_translation: MachineTranslation,
    pub digest: Digest,
    /// Where each key that was given came from; the rest is preset.
    #[serde(skip)]
    given: BTreeMap<String, Source>,
}

words! {
    /// Where a setting came from.
    Source { Preset = "preset", File = "file", Environment = "environment" }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// `sqlite://path` or `postgres://…`.
    pub url: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    pub listen: String,
    /// Where people reach the site; empty: `http://` and the address it listens on.
    pub base_url: String,
    /// Networks whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<ipnet::IpNet>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// `file:folder` (a `.eml` file a letter), `smtp://…` or `smtps://…`.
    pub transport: String,
    pub from: String,
    #[serde(default, skip_serializing_if = "Dkim::is_empty")]
    pub dkim: Dkim,
    #[serde(default, skip_serializing)]
    pub bounces: Bounces,
}

/// How reports of letters that came back arrive (RFC 3464); neither: they do not.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bounces {
    /// Of POST /hooks/bounces.
    pub secret: String,
    /// A Maildir.
    pub folder: PathBuf,
}

/// Which keys sign letters (RFC 6376); none: letters go unsigned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dkim {
    /// Empty: the one of `mail.from`.
    pub domain: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ed25519: Option<DkimKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rsa: Option<DkimKey>,
}

impl Dkim {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A private key, and the name under which its public half stands in the DNS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DkimKey {
    pub selector: String,
    /// A PEM file: PKCS #8 for Ed25519, PKCS #1 for RSA.
    pub key: PathBuf,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub title: BTreeMap<String, String>,
    pub language: String,
    pub time_zone: chrono_tz::Tz,
    /// Shown where one writes (U4).
    pub licence: String,
    /// `public`, or `members`: nobody else reads.
    pub reading: String,
    /// `open`, `approval` or `invite`.
    pub registration: String,
    /// First posts, and posts with links by people who are new, wait for a moderator (M2).
    pub hold_first_posts: bool,
    /// Everybody may read what moderators did, without the names of those moderated.
    pub public_log: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub posts_per_minute: i32,
    pub saves_per_minute: i32,
    /// Per 15 minutes.
    pub sign_ins: i32,
    /// To one domain, since large ones turn away who sends faster than they like.
    pub letters_per_minute: i32,
}

/// When public issues appear in the site's time zone, and what subscriptions are preset to.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Digest {
    weekday: String,
    /// 0 to 23.
    pub hour: u32,
}

impl Digest {
    /// Checked when the settings were read.
    pub fn weekday(&self) -> Weekday {
        Weekday::parse(&self.weekday).unwrap_or(Weekday::Monday)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MachineTranslation {
    /// Whether machine text may stand in for a missing translation (T8).
    pub show: bool,
    /// Providers come later.
    #[serde(flatten, skip_serializing)]
    provider: BTreeMap<String, figment::value::Value>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database: Database { url: "sqlite://data/trialogue.db".into() },
            server: Server { listen: "127.0.0.1:8080".into(), base_url: String::new(), trusted_proxies: Vec::new() },
            mail: Mail {
                transport: "file:data/mail".into(),
                from: "Trialogue <trialogue@localhost>".into(),
                dkim: Dkim::default(),
                bounces: Bounces::default(),
            },
            site: Site {
                title: Lang::THREE.iter().map(|l| (l.to_string(), "Trialogue".to_owned())).collect(),
                language: "fr".into(),
                time_zone: chrono_tz::Europe::Paris,
                licence: "CC BY-SA 4.0".into(),
                reading: "public".into(),
                registration: Registration::Open.as_str().into(),
                hold_first_posts: true,
                public_log: true,
            },
            limits: Limits { posts_per_minute: 60, saves_per_minute: 300, sign_ins: 10, letters_per_minute: 120 },
            machine_translation: MachineTranslation { show: true, provider: BTreeMap::new() },
            digest: Digest { weekday: Weekday::Monday.to_string(), hour: 8 },
            given: BTreeMap::new(),
        }
    }
}

impl Config {
    /// Reads and checks all settings.
    ///
    /// # Errors
    /// One line that names the key and where its value came from.
    pub fn load(file: Option<&Path>) -> Result<Self, String> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        figment = match file {
            Some(file) if !file.is_file() => return Err(format!("{}: there is no such file", file.display())),
            Some(file) => figment.merge(Toml::file_exact(file)),
            None if Path::new("trialogue.toml").is_file() => figment.merge(Toml::file_exact("trialogue.toml")),
            None => figment,
        };
        figment = figment.merge(Env::prefixed("TRIALOGUE_").split("__").filter(|key| !key.starts_with("test_") && key != "log"));
        if let Ok(url) = std::env::var("DATABASE_URL") {
            figment = figment.merge(("database.url", url));
        }
        let mut config: Self = figment.extract().map_err(|e| e.to_string())?;
        config.check()?;
        config.given = config.keys().into_iter().map(|(key, _)| (key.clone(), source(&figment, &key))).collect();
        for key in config.without_effect() {
            tracing::warn!(key, "this setting has no effect yet");
        }
        Ok(config)
    }

    fn check(&self) -> Result<(), String> {
        if Lang::parse(&self.site.language).is_none() {
            return Err(format!("site.language: {:?} is none of fr, en, ja", self.site.language));
        }
        if let Some(other) = self.site.title.keys().find(|k| Lang::parse(k).is_none()) {
            return Err(format!("site.title: {other:?} is none of fr, en, ja"));
        }
        let base = &self.server.base_url;
        if !base.is_empty() && !base.starts_with("http://") && !base.starts_with("https://") {
            return Err(format!("server.base_url: {base:?} does not begin with http:// or https://"));
        }
        if Registration::parse(&self.site.registration).is_none() {
            return Err(format!("site.registration: {:?} is none of open, approval, invite", self.site.registration));
        }
        if !["public", "members"].contains(&self.site.reading.as_str()) {
            return Err(format!("site.reading: {:?} is neither public nor members", self.site.reading));
        }
        for (key, limit) in [
            ("posts_per_minute", self.limits.posts_per_minute),
            ("saves_per_minute", self.limits.saves_per_minute),
            ("sign_ins", self.limits.sign_ins),
            ("letters_per_minute", self.limits.letters_per_minute),
        ] {
            if limit < 1 {
                return Err(format!("limits.{key}: {limit} is less than 1"));
            }
        }
        if !self.mail.bounces.secret.is_empty() && self.mail.bounces.secret.len() < 16 {
            return Err("mail.bounces.secret: shorter than 16 characters".into());
        }
        if Weekday::parse(&self.digest.weekday).is_none() {
            return Err(format!("digest.weekday: {:?} is no weekday in English", self.digest.weekday));
        }
        if self.digest.hour > 23 {
            return Err(format!("digest.hour: {} is more than 23", self.digest.hour));
        }
        Ok(())
    }

    /// Every setting as text, without secrets: what an address holds before its @ is left out.
    fn keys(&self) -> Vec<(String, String)> {
        let value = serde_json::to_value(self).unwrap_or_default();
        let sections = value.as_object().into_iter().flatten();
        let pairs = sections.flat_map(|(section, keys)| {
            keys.as_object().into_iter().flatten().map(move |(key, value)| (format!("{section}.{key}"), shown(value)))
        });
        pairs.collect()
    }

    /// Every setting: key, value without secrets, where it came from.
    pub fn settings(&self) -> Vec<(String, String, Source)> {
        let given = |key: &str| self.given.get(key).copied().unwrap_or(Source::Preset);
        self.keys().into_iter().map(|(key, value)| (key.clone(), value, given(&key))).collect()
    }

    /// Keys that were given and do nothing yet.
    fn without_effect(&self) -> Vec<String> {
        self.machine_translation.provider.keys().map(|k| format!("machine_translation.{k}")).collect()
    }

    /// The language of last resort.
    pub fn language(&self) -> Lang {
        Lang::parse(&self.site.language).unwrap_or(Lang::Fr)
    }

    /// Who may join.
    pub fn registration(&self) -> Registration {
        Registration::parse(&self.site.registration).unwrap_or(Registration::Invite)
    }

    /// Whether only members read.
    pub fn members_only(&self) -> bool {
        self.site.reading != "public"
    }

    /// The site's name in a language.
    pub fn title(&self, lang: Lang) -> &str {
        self.site.title.get(lang.as_str()).map_or("Trialogue", String::as_str)
    }

    /// Cookies are `Secure` and `__Host-` exactly when people come by https.
    pub fn is_https(&self) -> bool {
        self.server.base_url.starts_with("https://")
    }
}

fn source(figment: &Figment, key: &str) -> Source {
    let Some(found) = figment.find_metadata(key) else { return Source::Preset };
    match &found.source {
        Some(figment::Source::File(_)) => Source::File,
        _ if found.name.contains("environment") => Source::Environment,
        // `DATABASE_URL`, which is read by hand.
        _ if key == "database.url" && std::env::var("DATABASE_URL").is_ok() => Source::Environment,
        _ => Source::Preset,
    }
}

fn shown(value: &serde_json::Value) -> String {
    let text = match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Object(map) => map.iter().map(|(k, v)| format!("{k}: {}", shown(v))).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    match (text.split_once("://"), text.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, place))) => format!("{scheme}://…@{place}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_shown_without_their_secrets() {
        let config = load("[mail]\ntransport = 'smtp://aiko:geheim@mail.example:587'").unwrap();
        let shown = config.settings();
        assert!(!format!("{shown:?}").contains("geheim"));
        assert!(shown.contains(&("mail.transport".to_owned(), "smtp://…@mail.example:587".to_owned(), Source::Preset)));
        assert!(shown.iter().any(|(key, value, _)| key == "site.title" && value.contains("ja: Trialogue")));
    }

    fn load(toml: &str) -> Result<Config, String> {
        let config: Config =
            Figment::from(Serialized::defaults(Config::default())).merge(Toml::string(toml)).extract().map_err(|e| e.to_string())?;
        config.check().map(|()| config)
    }

    #[test]
    fn unknown_keys_and_bad_values_name_the_key() {
        assert!(load("[site]\nlangauge = 'fr'").unwrap_err().contains("langauge"));
        assert!(load("[site]\nlanguage = 'de'").unwrap_err().contains("site.language"));
        assert!(load("[mail.dkim.rsa]\nselector = 's'").unwrap_err().contains("key"));
        assert!(load("[server]\nbase_url = 'forum.example'").unwrap_err().contains("server.base_url"));
        assert!(load("[limits]\nsign_ins = 0").unwrap_err().contains("limits.sign_ins"));
        assert!(load("[site]\nregistration = 'closed'").unwrap_err().contains("site.registration"));
        assert!(load("[site]\nreading = 'nobody'").unwrap_err().contains("site.reading"));
        assert!(load("[site]\ntime_zone = 'Mars/Olympus'").unwrap_err().contains("time_zone"));
        assert!(load("[digest]\nweekday = 'lundi'").unwrap_err().contains("digest.weekday"));
        assert!(load("[digest]\nhour = 24").unwrap_err().contains("digest.hour"));
    }

    #[test]
    fn an_agreed_key_that_does_nothing_yet_is_named() {
        let config = load("[machine_translation]\nurl = 'x'").unwrap();
        assert_eq!(config.without_effect(), ["machine_translation.url"]);
    }

    #[test]
    fn a_file_changes_only_what_it_names() {
        let config = load("[site]\nlanguage = 'ja'").unwrap();
        assert_eq!((config.language(), config.server.listen.as_str()), (Lang::Ja, "127.0.0.1:8080"));
    }
}
