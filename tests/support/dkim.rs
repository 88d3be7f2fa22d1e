//! Signatures of letters, verified by another library than the one that signs.

use super::Folder;
use base64::{Engine, prelude::BASE64_STANDARD};
use mail_auth::{
    AuthenticatedMessage, DkimResult, MessageAuthenticator, Parameters, ResolverCache, Txt,
    common::{parse::TxtRecordParser, verify::DomainKey},
    dkim::generate::DkimKeyPair,
    hickory_resolver::config::{ResolverConfig, ResolverOpts},
};
use std::{
    borrow::Borrow,
    collections::HashMap,
    hash::Hash,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Instant,
};
use trialogue::config::{Dkim, DkimKey};

/// Two keys in files, and their public halves where the DNS would have them.
pub struct Keys {
    _folder: Folder,
    pub settings: Dkim,
    known: Known,
}

impl Keys {
    pub fn new(domain: &str) -> Self {
        let folder = Folder::new();
        let known = Known::default();
        let (ed25519, rsa) = (DkimKeyPair::generate_ed25519().unwrap(), DkimKeyPair::generate_rsa(2048).unwrap());
        let keep = |selector: &str, words: &str, algorithm: &str, pair: &DkimKeyPair| {
            let key: PathBuf = folder.0.join(selector);
            let pem = BASE64_STANDARD.encode(pair.private_key());
            std::fs::write(&key, format!("-----BEGIN {words}-----\n{}\n-----END {words}-----\n", wrapped(&pem))).unwrap();
            let record = format!("v=DKIM1; k={algorithm}; p={}", BASE64_STANDARD.encode(pair.public_key()));
            let record = DomainKey::parse(record.as_bytes()).unwrap();
            known.0.lock().unwrap().insert(format!("{selector}._domainkey.{domain}.").into(), Txt::DomainKey(Arc::new(record)));
            Some(DkimKey { selector: selector.to_owned(), key })
        };
        let settings = Dkim {
            domain: domain.to_owned(),
            ed25519: keep("e1", "PRIVATE KEY", "ed25519", &ed25519),
            rsa: keep("r1", "RSA PRIVATE KEY", "rsa", &rsa),
        };
        Self { _folder: folder, settings, known }
    }

    /// What each signature comes to, with the headers that it covers, in lower case.
    pub fn verify(&self, raw: &[u8]) -> Vec<(bool, Vec<String>)> {
        let message = AuthenticatedMessage::parse(raw).expect("a letter");
        actix_web::rt::System::new().block_on(async {
            let authenticator = MessageAuthenticator::new(ResolverConfig::default(), ResolverOpts::default()).unwrap();
            let outputs = authenticator.verify_dkim(Parameters::new(&message).with_txt_cache(&self.known)).await;
            let covered =
                |o: &mail_auth::DkimOutput| o.signature().map(|s| s.h.iter().map(|h| h.to_lowercase()).collect()).unwrap_or_default();
            outputs.iter().map(|o| (*o.result() == DkimResult::Pass, covered(o))).collect()
        })
    }
}

fn wrapped(base64: &str) -> String {
    base64.as_bytes().chunks(64).map(|c| String::from_utf8_lossy(c).into_owned()).collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Known(Mutex<HashMap<Box<str>, Txt>>);

impl ResolverCache<Box<str>, Txt> for Known {
    fn get<Q: Hash + Eq + ?Sized>(&self, name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
    {
        self.0.lock().unwrap().get(name).cloned()
    }

    fn remove<Q: Hash + Eq + ?Sized>(&self, name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
    {
        self.0.lock().unwrap().remove(name)
    }

    fn insert(&self, _: Box<str>, _: Txt, _: Instant) {}
}
