//! Letters as they arrive: out of the folder, or over a real SMTP conversation with a server that does as it is told.

use mail_parser::{MessageParser, MimeHeaders};
use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, mpsc},
};

/// A letter, read by another library than the one that wrote it.
#[derive(Debug, Clone)]
pub struct Letter {
    pub raw: String,
    pub to: Vec<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub id: String,
    pub content_language: String,
    pub auto_submitted: String,
    pub has_date: bool,
    pub types: Vec<String>,
}

impl Letter {
    pub fn parse(raw: &[u8]) -> Self {
        let message = MessageParser::default().parse(raw).expect("a letter");
        let header = |name: &str| message.header_raw(name).unwrap_or_default().trim().to_owned();
        let types =
            message.parts.iter().filter_map(|p| p.content_type()).map(|t| format!("{}/{}", t.ctype(), t.subtype().unwrap_or_default()));
        Self {
            raw: String::from_utf8_lossy(raw).into_owned(),
            to: message.to().into_iter().flat_map(|a| a.iter()).filter_map(|a| a.address()).map(str::to_owned).collect(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).unwrap_or_default().into_owned(),
            id: message.message_id().unwrap_or_default().to_owned(),
            content_language: header("Content-Language"),
            auto_submitted: header("Auto-Submitted"),
            has_date: message.date().is_some(),
            types: types.collect(),
        }
    }

    /// The path of the one link that is asked to be pressed.
    pub fn link(&self) -> String {
        let line = self.text.lines().find(|l| l.starts_with("http")).unwrap_or_else(|| panic!("no link in {}", self.text));
        format!("/{}", line.splitn(4, '/').nth(3).unwrap())
    }
}

/// What the server says at each step of a conversation; presets accept.
#[derive(Debug, Clone)]
pub struct Says {
    pub mail: &'static str,
    pub rcpt: &'static str,
    /// To the end of the data.
    pub data: &'static str,
    /// Closes the connection after the final dot, without a word.
    pub drop_after_data: bool,
    /// Tells that the conversation came so far, and says nothing more.
    pub hold: Option<Phase>,
}

/// How far a conversation came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    BeforeMail,
    AfterRcpt,
    InData,
    /// The message is there; the answer is not given.
    AfterDot,
    AfterAnswer,
}

impl Default for Says {
    fn default() -> Self {
        Self { mail: "250 fine", rcpt: "250 fine", data: "250 taken", drop_after_data: false, hold: None }
    }
}

/// A message as it went over the wire.
#[derive(Debug, Clone)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    pub raw: Vec<u8>,
    /// `250` was said to it.
    pub taken: bool,
}

/// A mail server on loopback.
pub struct Smtp {
    pub address: String,
    pub received: Arc<Mutex<Vec<Received>>>,
    says: Arc<Mutex<Says>>,
    /// Told each time that a message has ended, before the answer to it.
    pub ended: Mutex<mpsc::Receiver<()>>,
}

impl Smtp {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("smtp://{}?tls=none", listener.local_addr().unwrap());
        let (received, says) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Says::default())));
        let (tell, ended) = mpsc::channel();
        let (all, words) = (received.clone(), says.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (all, words, tell) = (all.clone(), words.clone(), tell.clone());
                std::thread::spawn(move || drop(converse(stream, &all, &words, &tell)));
            }
        });
        Self { address, received, says, ended: Mutex::new(ended) }
    }

    pub fn says(&self, says: Says) {
        *self.says.lock().unwrap() = says;
    }

    /// Messages that were taken.
    pub fn taken(&self) -> Vec<Received> {
        self.received.lock().unwrap().iter().filter(|r| r.taken).cloned().collect()
    }

    pub fn letters(&self) -> Vec<Letter> {
        self.taken().iter().map(|r| Letter::parse(&r.raw)).collect()
    }
}

fn converse(stream: TcpStream, all: &Mutex<Vec<Received>>, says: &Mutex<Says>, tell: &mpsc::Sender<()>) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream);
    let mut say = |words: &str| out.write_all(format!("{words}\r\n").as_bytes());
    say("220 sink")?;
    let (mut from, mut to) = (String::new(), Vec::new());
    let mut line = String::new();
    let holds = |phase: Phase| {
        let holds = says.lock().unwrap().hold == Some(phase);
        if holds {
            let _ = tell.send(());
        }
        holds
    };
    loop {
        line.clear();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let word = line.trim_end().to_owned();
        let now = says.lock().unwrap().clone();
        match word.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" if holds(Phase::BeforeMail) => return silence(&mut lines),
            "EHLO" => say("250-sink\r\n250 8BITMIME")?,
            "HELO" | "RSET" | "NOOP" => say("250 fine")?,
            "MAIL" => {
                from = word;
                to.clear();
                say(now.mail)?;
            }
            "RCPT" => {
                to.push(word.split(['<', '>']).nth(1).unwrap_or_default().to_owned());
                say(now.rcpt)?;
                if holds(Phase::AfterRcpt) {
                    return silence(&mut lines);
                }
            }
            "DATA" => {
                say("354 go on")?;
                if holds(Phase::InData) {
                    return silence(&mut lines);
                }
                let raw = data(&mut lines)?;
                let taken = now.data.starts_with('2') && !now.drop_after_data;
                all.lock().unwrap().push(Received { from: from.clone(), to: to.clone(), raw, taken });
                if holds(Phase::AfterDot) {
                    return silence(&mut lines);
                }
                let _ = tell.send(());
                if now.drop_after_data {
                    return Ok(());
                }
                say(now.data)?;
                if holds(Phase::AfterAnswer) {
                    return silence(&mut lines);
                }
            }
            "QUIT" => return say("221 bye"),
            _ => say("500 what?")?,
        }
    }
}

/// Until the other side is gone.
fn silence(lines: &mut impl std::io::Read) -> std::io::Result<()> {
    std::io::copy(lines, &mut std::io::sink()).map(|_| ())
}

/// Bytes up to the line that holds one dot; a dot at the beginning of a line is doubled on the wire. Ends of lines are
/// taken strictly: what is no CRLF ends no line.
fn data(lines: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut raw: Vec<u8> = Vec::new();
    loop {
        let mut byte = [0u8];
        lines.read_exact(&mut byte)?;
        raw.push(byte[0]);
        if raw.ends_with(b"\r\n.\r\n") || raw == b".\r\n" {
            raw.truncate(raw.len() - 3);
            break;
        }
    }
    let text: Vec<&[u8]> = split(&raw);
    let undoubled: Vec<&[u8]> = text.into_iter().map(|l| l.strip_prefix(b".").unwrap_or(l)).collect();
    Ok(undoubled.join(&b"\r\n"[..]))
}

fn split(raw: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..raw.len().saturating_sub(1) {
        if &raw[at..at + 2] == b"\r\n" {
            found.push(&raw[start..at]);
            start = at + 2;
        }
    }
    found.push(&raw[start..]);
    found
}
