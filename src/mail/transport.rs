//! Where letters go: a folder of `.eml` files, or a mail server.

use super::dkim::Keys;
use crate::{config, domain::bounce};
use anyhow::{Context, anyhow};
use lettre::{
    Message, Transport,
    transport::smtp::{PoolConfig, SmtpTransport, extension::ClientId},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// A mail server gets this long for each step.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Signs letters and hands them over. Blocks; cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    way: Arc<Way>,
    keys: Arc<Keys>,
}

enum Way {
    Folder(PathBuf),
    Server(SmtpTransport),
}

/// Why a letter was not taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failure {
    /// Trying again cannot help: the server refused this letter or this address.
    pub permanent: bool,
    /// It may have been taken all the same.
    pub unsure: bool,
    /// It is the address that takes no letters, for good.
    pub bounced: bool,
    /// What was said, for the administrator.
    pub said: String,
}

impl Mailer {
    /// As the settings say; `host` is how this side introduces itself.
    ///
    /// # Errors
    /// A way that is none, a key that cannot be read.
    pub fn new(mail: &config::Mail, host: &str) -> anyhow::Result<Self> {
        Ok(Self { keys: Arc::new(Keys::load(mail)?), ..Self::parse(&mail.transport, host)? })
    }

    /// `file:folder`, `smtp://user:password@host:587`, `smtps://…`, without signatures. To a server nothing is sent without TLS, unless
    /// the address says `?tls=none`. `host` is how this side introduces itself.
    ///
    /// # Errors
    /// An address that is none of these.
    pub fn parse(transport: &str, host: &str) -> anyhow::Result<Self> {
        if let Some(folder) = transport.strip_prefix("file:") {
            anyhow::ensure!(!folder.is_empty(), "mail.transport: file: without a folder");
            return Ok(Self::by(Way::Folder(folder.into())));
        }
        anyhow::ensure!(
            transport.starts_with("smtp://") || transport.starts_with("smtps://"),
            "mail.transport is neither file: nor smtp:// nor smtps://"
        );
        // The library's own preset for smtp:// is no encryption at all; ours is said with `tls=none`.
        let address = match transport.strip_suffix("?tls=none") {
            Some(plain) => plain.to_owned(),
            None if transport.starts_with("smtp://") && !transport.contains("tls=") => format!("{transport}?tls=required"),
            None => transport.to_owned(),
        };
        // What cannot be read may hold a password: it is not repeated.
        let builder = SmtpTransport::from_url(&address).map_err(|_| anyhow!("mail.transport is not an address of a mail server"))?;
        let server = builder
            .hello_name(ClientId::Domain(host.to_owned()))
            .timeout(Some(TIMEOUT))
            .pool_config(PoolConfig::new().max_size(2).idle_timeout(Duration::from_secs(20)));
        Ok(Self::by(Way::Server(server.build())))
    }

    fn by(way: Way) -> Self {
        Self { way: Arc::new(way), keys: Arc::default() }
    }

    /// The letter as it goes over the wire.
    pub fn written(&self, message: Message) -> Vec<u8> {
        self.keys.signed(message)
    }

    /// Hands one letter over; `name` is the same for the same letter, so that a file sent twice is one file.
    ///
    /// # Errors
    /// What the disk or the server said.
    pub fn send(&self, name: &str, message: Message) -> Result<(), Failure> {
        let envelope = message.envelope().clone();
        let written = self.written(message);
        match &*self.way {
            Way::Folder(folder) => keep(folder, name, &written).map_err(|e| Failure { said: format!("{e:#}"), ..Failure::default() }),
            Way::Server(server) => server.send_raw(&envelope, &written).map(|_| ()).map_err(|e| failure(&e)),
        }
    }

    /// Forgets a letter that lies in the folder; what a server took is out of reach.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn forget(&self, name: &str) -> anyhow::Result<()> {
        match &*self.way {
            Way::Folder(folder) => match std::fs::remove_file(file(folder, name)) {
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e).context("a letter could not be removed"),
                _ => Ok(()),
            },
            Way::Server(_) => Ok(()),
        }
    }
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.eml"))
}

/// Whole or not at all: a reader of the folder never meets half a letter.
fn keep(folder: &Path, name: &str, message: &[u8]) -> anyhow::Result<()> {
    use std::io::Write;
    std::fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    let half = folder.join(format!("{name}.half"));
    let write = || -> std::io::Result<()> {
        let mut out = std::fs::File::create(&half)?;
        out.write_all(message)?;
        out.sync_all()?;
        std::fs::rename(&half, file(folder, name))
    };
    write().with_context(|| format!("the folder {} takes no letter", folder.display()))
}

/// How the library words that no connection came about; it tells this by no other means.
const NOT_CONNECTED: &str = "Connection error";

fn failure(e: &lettre::transport::smtp::Error) -> Failure {
    // Refused credentials and missing encryption are ours to mend: the letter is not to blame.
    let ours = e.status().is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538));
    let mut said = e.to_string();
    let mut cause = std::error::Error::source(e);
    while let Some(inner) = cause {
        let words = inner.to_string();
        if !said.contains(&words) {
            said = format!("{said}: {words}");
        }
        cause = inner.source();
    }
    // Once there was a connection, only the server's answer tells whether it took the letter.
    let unsure = e.status().is_none() && !e.is_client() && !e.is_tls() && !said.starts_with(NOT_CONNECTED);
    let bounced = e.is_permanent() && bounce::is_permanent(e.status().map(u16::from), &said);
    Failure { permanent: e.is_permanent() && !ours, unsure, bounced, said }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Message {
        let builder = Message::builder().from("a@example.org".parse().unwrap()).to("b@example.org".parse().unwrap());
        builder.body("one".to_owned()).unwrap()
    }

    #[test]
    fn an_address_without_a_word_about_tls_needs_it() {
        for wrong in ["", "file:", "mail.example", "http://mail.example", "smtp://"] {
            assert!(Mailer::parse(wrong, "localhost").is_err(), "{wrong}");
        }
        for right in ["file:data/mail", "smtp://u:p@mail.example:587", "smtps://mail.example", "smtp://localhost:25?tls=none"] {
            assert!(Mailer::parse(right, "localhost").is_ok(), "{right}");
        }
        let said = format!("{:#}", Mailer::parse("smtp://u:geheim@mail example", "x").err().unwrap());
        assert!(!said.contains("geheim"), "{said}");
    }

    #[test]
    fn what_never_left_is_not_unsure_and_what_broke_off_is() {
        use std::{io::Write, net::TcpListener};
        let server = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = server.local_addr().unwrap().port();
        let mailer = Mailer::parse(&format!("smtp://127.0.0.1:{port}?tls=none"), "x").unwrap();
        let answering = std::thread::spawn(move || {
            let (mut line, _) = server.accept().unwrap();
            line.write_all(b"220 here\r\n").unwrap();
        });
        let broken = mailer.send("1", letter()).unwrap_err();
        answering.join().unwrap();
        assert!(broken.unsure && !broken.permanent, "{broken:?}");
        let refused = mailer.send("1", letter()).unwrap_err();
        assert!(!refused.unsure && !refused.permanent, "nobody listens there any more: {refused:?}");
    }

    #[test]
    fn a_letter_sent_twice_is_one_file() {
        let folder = std::env::temp_dir().join(format!("trialogue-{}", uuid::Uuid::now_v7()));
        let mailer = Mailer::parse(&format!("file:{}", folder.display()), "x").unwrap();
        mailer.send("1", letter()).unwrap();
        mailer.send("1", letter()).unwrap();
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        mailer.forget("1").unwrap();
        mailer.forget("1").unwrap();
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
