//! U1, U2: people, their names and roles.

use super::{
    FieldError,
    lang::{Lang, Langs},
    limits, words,
};
use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;

words! {
    /// What a person may do (U2); the rights themselves are in [`super::policy`].
    Role { Participant = "participant", Moderator = "moderator", Admin = "admin" }
}

impl Role {
    /// Moderators and administrators keep order and have reviewer rights in all three languages (T5).
    pub fn is_moderator(self) -> bool {
        match self {
            Self::Participant => false,
            Self::Moderator | Self::Admin => true,
        }
    }
}

/// Who acts: the only thing that the rules know of a signed-in person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    pub id: i64,
    pub role: Role,
    /// Languages in which an administrator lets them review.
    pub reviews: Langs,
    /// Nothing of theirs waits for a moderator (M2).
    pub trusted: bool,
}

impl Actor {
    /// Somebody without rights of their own beside the role's.
    pub fn new(id: i64, role: Role) -> Self {
        Self { id, role, reviews: Langs::default(), trusted: role.is_moderator() }
    }
}

/// A name to sign in with and to be addressed by: 2 to 32 letters, digits, `-` or `_` of any script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handle(String);

impl Handle {
    /// # Errors
    /// Length or characters, on field `handle`.
    pub fn parse(typed: &str) -> Result<Self, FieldError> {
        let handle = limits::nfc(typed.trim());
        let found = handle.chars().count();
        if !(2..=32).contains(&found) {
            return Err(FieldError::over("handle", "errors-handle-length", 32, found));
        }
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_') || is_combining(c);
        if !handle.chars().all(fits) || !handle.starts_with(char::is_alphanumeric) {
            return Err(FieldError::new("handle", "errors-handle-characters"));
        }
        Ok(Self(handle))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the handle is looked up by: `ＡＩＫＯ`, `Aiko` and `aiko` are one.
    pub fn key(&self) -> String {
        fold(&self.0)
    }

    /// What makes the handle unique: look-alikes share it, whatever their script (UTS 39, section 4).
    pub fn skeleton(&self) -> String {
        skeleton(&self.0)
    }

    /// Names that speak for the house, and their look-alikes, are nobody's.
    pub fn is_reserved(&self) -> bool {
        let skeleton = self.skeleton();
        RESERVED.iter().any(|name| self::skeleton(name) == skeleton)
    }
}

/// What is kept of the handle of a former participant, so that nobody else becomes whom old texts name: a hash of its
/// skeleton.
pub fn tombstone(skeleton: &str) -> String {
    use sha2::{Digest, Sha256};
    format!("~{}", base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, Sha256::digest(skeleton)))
}

const RESERVED: [&str; 18] = [
    "admin",
    "administrator",
    "administrateur",
    "administratrice",
    "administration",
    "moderator",
    "moderateur",
    "modérateur",
    "modératrice",
    "moderation",
    "modération",
    "root",
    "system",
    "trialogue",
    "postmaster",
    "管理者",
    "運営",
    "モデレーター",
];

fn skeleton(name: &str) -> String {
    let alike: String = unicode_security::skeleton(&fold(name)).collect();
    // A dot above an i is seen by nobody: İ folds to i with one.
    let alike = alike.replace("i\u{307}", "i");
    // Folding and likening once more: what is alike to a capital is alike to its small letter.
    unicode_security::skeleton(&fold(&alike)).collect()
}

/// A mail address: normalised first, then validated (U1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// # Errors
    /// Anything that is not `local@domain` in at most 254 bytes, on field `email`.
    pub fn parse(typed: &str) -> Result<Self, FieldError> {
        let refused = FieldError::new("email", "errors-email");
        let address = ComposingNormalizerBorrowed::new_nfkc().normalize(typed.trim()).into_owned();
        let Some((local, domain)) = address.split_once('@') else { return Err(refused) };
        // Mail servers write domains of any script in ASCII; what stands before the @ few of them take in another one.
        let Ok(domain) = idna::domain_to_ascii(domain) else { return Err(refused) };
        let address = format!("{local}@{domain}");
        let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        let label =
            |l: &str| !l.is_empty() && !l.starts_with('-') && !l.ends_with('-') && l.chars().all(|c| c.is_alphanumeric() || c == '-');
        let fits = address.len() <= 254
            && (1..=64).contains(&local.len())
            && local.chars().all(atom)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && domain.split('.').all(label);
        if fits { Ok(Self(address)) } else { Err(refused) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What makes the address unique, whatever its case.
    pub fn key(&self) -> String {
        fold(&self.0)
    }
}

/// The key under which a typed handle or address is looked up.
pub fn sign_in_key(typed: &str) -> String {
    Email::parse(typed).map_or_else(|_| fold(typed.trim()), |email| email.key())
}

words! {
    /// Who may join: `site.registration`.
    Registration {
        Open = "open",
        /// A moderator says yes or no.
        Approval = "approval",
        Invite = "invite",
    }
}

/// NFKC casefold: compatibility forms and case are levelled, so that look-ups need no guess.
fn fold(name: &str) -> String {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let folded = CaseMapper::new().fold_string(&nfkc.normalize(name)).into_owned();
    nfkc.normalize(&folded).into_owned()
}

fn is_combining(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x3099..=0x309A | 0x900..=0xDFF | 0xE31..=0xE4E)
}

/// A password has so many characters at least …
const PASSWORD_CHARS: usize = 10;
/// … and so many bytes at most: long ones are welcome, endless ones are not.
const PASSWORD_BYTES: usize = 1024;

/// Passwords that everybody tries first; eight letters more do not make them better.
const COMMON: [&str; 12] = [
    "0123456789",
    "1234567890",
    "12345678910",
    "123456789a",
    "1q2w3e4r5t",
    "aaaaaaaaaa",
    "azertyuiop",
    "motdepasse",
    "password12",
    "password123",
    "qwertyuiop",
    "trialogue1",
];

/// # Errors
/// Too short, too long or known to everybody, on field `password`.
pub fn check_password(password: &str) -> Result<(), FieldError> {
    let chars = password.chars().count();
    if chars < PASSWORD_CHARS {
        return Err(FieldError::over("password", "errors-password-short", PASSWORD_CHARS, chars));
    }
    if password.len() > PASSWORD_BYTES {
        return Err(FieldError::over("password", "errors-password-long", PASSWORD_BYTES, password.len()));
    }
    if COMMON.contains(&password.to_lowercase().as_str()) {
        return Err(FieldError::new("password", "errors-password-common"));
    }
    Ok(())
}

/// How a person reads and writes; what the settings page holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// The language of pages that have none in their address; `None`: as the browser asks.
    pub page: Option<Lang>,
    /// Languages read, in order; never empty.
    pub reads: Vec<Lang>,
    pub writes: Lang,
    pub zone: chrono_tz::Tz,
    /// Whether machine translations may stand in for missing ones (T8).
    pub machine: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u1_handles_of_any_script_are_accepted() {
        for handle in ["田中さくら", "Éloïse", "aiko_7", "소라", "ガ-ル"] {
            assert!(Handle::parse(handle).is_ok(), "{handle}");
        }
        for handle in ["a", "", "a b", "a@b", "-ab", "a\u{202E}b", &"x".repeat(33)] {
            assert!(Handle::parse(handle).is_err(), "{handle}");
        }
    }

    #[test]
    fn u1_handles_that_differ_in_form_only_are_one() {
        let key = |h: &str| Handle::parse(h).unwrap().key();
        assert_eq!(key("ＡＩＫＯ"), key("aiko"));
        assert_eq!(key("E\u{301}loise"), key("ÉLOISE"));
        assert_eq!(key("ｶﾞｰﾙ"), key("ガール"));
    }

    #[test]
    fn u1_look_alikes_share_a_skeleton_and_accents_do_not_vanish() {
        let of = |h: &str| Handle(h.to_owned()).skeleton();
        for alike in ["аiko", "ａｉｋｏ", "AIKO", "aik0", "aıko", "aİko", "aikо"] {
            assert_eq!(of(alike), of("aiko"), "{alike}");
        }
        assert_eq!(of("dernier"), of("demier"));
        assert_ne!(of("éloïse"), of("eloise"));
        assert_ne!(of("田中さくら"), of("田中さくろ"));
        for name in ["Admin", "аdmin", "Modérateur", "管理者", "ROOT", "r00t"] {
            assert!(Handle::parse(name).unwrap().is_reserved(), "{name}");
        }
        assert!(!Handle::parse("administrée").unwrap().is_reserved());
    }

    #[test]
    fn u1_addresses_are_normalised_before_they_are_validated() {
        assert_eq!(Email::parse(" aiko＠example.org ").unwrap().as_str(), "aiko@example.org");
        assert_eq!(Email::parse("A@Example.org").unwrap().key(), "a@example.org");
        assert_eq!(Email::parse("aiko@例え.example").unwrap().as_str(), "aiko@xn--r8jz45g.example");
        for address in ["", "a", "a@", "@b", "a@b@c", "a＠b@c", "a b@c.d", "a@-b.c", ".a@b.c", "a\r\n@b.c", "\"a\"@b.c", "é@b.c", "a\0@b.c"]
        {
            assert!(Email::parse(address).is_err(), "{address}");
        }
    }

    #[test]
    fn passwords_are_long_and_not_the_usual_ones() {
        assert!(check_password("un mot de passe").is_ok());
        assert_eq!(check_password("short").unwrap_err().key, "errors-password-short");
        assert_eq!(check_password("短い合言葉だ").unwrap_err().found, 6, "characters, not bytes");
        assert_eq!(check_password(&"長".repeat(400)).unwrap_err().key, "errors-password-long");
        assert_eq!(check_password("Password123").unwrap_err().key, "errors-password-common");
    }
}
