//! DKIM (RFC 6376, RFC 8463): letters are signed, so that who receives them can tell that the domain sent them as they are.

use crate::config;
use anyhow::{Context, anyhow, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use lettre::{
    Message,
    message::{
        Mailbox,
        dkim::{DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey},
        header::{HeaderName, Headers},
    },
};

/// What a signature covers. Without the two about unsubscribing, nobody's button shows (RFC 8058 §4).
const COVERED: [&str; 14] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "Auto-Submitted",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

const SIGNATURE: &str = "DKIM-Signature";

/// In PKCS #8 this name of the algorithm stands before the seed of 32 bytes (RFC 8410 §7).
const ED25519: [u8; 9] = [0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// The keys that sign each letter; none: letters go unsigned.
#[derive(Debug, Default)]
pub struct Keys(Vec<DkimConfig>);

impl Keys {
    /// Reads the files that the settings name.
    ///
    /// # Errors
    /// A file that is missing or holds no such key, by the name of its setting.
    pub fn load(mail: &config::Mail) -> anyhow::Result<Self> {
        let domain = match mail.dkim.domain.as_str() {
            "" => sender(mail)?.email.domain().to_owned(),
            domain => domain.to_owned(),
        };
        let mut keys = Vec::new();
        for (name, key, algorithm) in
            [("ed25519", &mail.dkim.ed25519, DkimSigningAlgorithm::Ed25519), ("rsa", &mail.dkim.rsa, DkimSigningAlgorithm::Rsa)]
        {
            let Some(key) = key else { continue };
            let setting = || format!("mail.dkim.{name}.key: {}", key.key.display());
            ensure!(!key.selector.is_empty(), "mail.dkim.{name}.selector is empty");
            let pem = std::fs::read_to_string(&key.key).with_context(setting)?;
            let read = match algorithm {
                DkimSigningAlgorithm::Ed25519 => seed(&pem),
                DkimSigningAlgorithm::Rsa if pem.contains("BEGIN PRIVATE KEY") => {
                    Err(anyhow!("this is PKCS #8; `openssl rsa -traditional -in key -out key` writes PKCS #1"))
                }
                DkimSigningAlgorithm::Rsa => Ok(pem),
            };
            let read = read.with_context(setting)?;
            let signing = DkimSigningKey::new(&read, algorithm).with_context(setting)?;
            let headers = COVERED.into_iter().map(HeaderName::new_from_ascii_str).collect();
            // Servers on the way fold headers and trim lines.
            let relaxed = DkimCanonicalization { header: DkimCanonicalizationType::Relaxed, body: DkimCanonicalizationType::Relaxed };
            keys.push(DkimConfig::new(key.selector.clone(), domain.clone(), signing, headers, relaxed));
        }
        Ok(Self(keys))
    }

    /// The whole letter as it goes over the wire, with a signature by each key above it.
    pub fn signed(&self, mut message: Message) -> Vec<u8> {
        let mut written = Vec::new();
        for key in &self.0 {
            message.sign(key);
            // Two of the same name do not fit into one set of headers.
            let signature = message.headers_mut().remove_raw(SIGNATURE);
            let mut above = Headers::new();
            signature.into_iter().for_each(|s| above.insert_raw(s));
            written.extend(above.to_string().into_bytes());
        }
        written.extend(message.formatted());
        written
    }
}

/// The seed of an Ed25519 key as `openssl genpkey` writes it, in the library's spelling.
fn seed(pem: &str) -> anyhow::Result<String> {
    let lines: String = pem.lines().filter(|l| !l.starts_with("-----")).map(str::trim).collect();
    let der = BASE64_STANDARD.decode(lines).context("this is no PEM")?;
    let seed = der.windows(ED25519.len()).position(|w| w == ED25519).and_then(|at| der.get(at + ED25519.len()..at + ED25519.len() + 32));
    Ok(BASE64_STANDARD.encode(seed.context("this is no Ed25519 key in PKCS #8, as `openssl genpkey -algorithm ed25519` writes it")?))
}

/// Who sends every letter.
///
/// # Errors
/// A setting that is no address.
pub fn sender(mail: &config::Mail) -> anyhow::Result<Mailbox> {
    mail.from.parse().context("mail.from")
}
