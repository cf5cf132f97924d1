//! A mail server that does what a test wants: it takes, refuses, falls silent or goes away.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// What the server does with a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Takes it.
    Take,
    /// Takes it after a while.
    TakeAfter(Duration),
    /// Answers the sender's address with this line.
    RefuseSender(&'static str),
    /// Answers the recipient's address with this line.
    RefuseRecipient(&'static str),
    /// Answers the text with this line.
    RefuseText(&'static str),
    /// Goes away when it is asked to take the text.
    LeaveBeforeText,
    /// Reads the text and goes away without an answer.
    LeaveAfterText,
    /// Reads the text and never answers.
    Silence,
    /// Takes it and ends the connection, as servers do that allow few mails in each.
    TakeAndLeave,
}

/// A text that reached the server whole, whatever it answered.
#[derive(Clone, Debug)]
pub struct Delivery {
    pub recipient: String,
    pub text: Vec<u8>,
}

impl Delivery {
    pub fn mail(&self) -> mail_parser::Message<'_> {
        mail_parser::MessageParser::default().parse(&self.text).expect("a mail")
    }
}

/// The server. Dropping it closes its port and all connections.
pub struct Sink {
    pub port: u16,
    manner: Arc<Mutex<Manner>>,
    deliveries: Arc<Mutex<Vec<Delivery>>>,
    task: JoinHandle<()>,
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Sink {
    pub async fn start(manner: Manner) -> Self {
        Self::at(0, manner).await
    }

    /// On a port that is known, for a server that comes back.
    pub async fn at(port: u16, manner: Manner) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let manner = Arc::new(Mutex::new(manner));
        let deliveries = Arc::new(Mutex::new(Vec::new()));
        let (own_manner, own_deliveries) = (Arc::clone(&manner), Arc::clone(&deliveries));
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                connections.spawn(converse(stream, Arc::clone(&own_manner), Arc::clone(&own_deliveries)));
            }
        });
        Self { port, manner, deliveries, task }
    }

    pub fn set(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    pub fn deliveries(&self) -> Vec<Delivery> {
        self.deliveries.lock().unwrap().clone()
    }

    pub fn recipients(&self) -> Vec<String> {
        let mut all: Vec<String> = self.deliveries().into_iter().map(|delivery| delivery.recipient).collect();
        all.sort();
        all
    }

    /// Waits until so many texts have arrived.
    pub async fn wait_for(&self, count: usize) {
        for _ in 0..3000 {
            if self.deliveries.lock().unwrap().len() >= count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{count} texts did not arrive");
    }
}

/// One connection. An error of the socket ends it, as it does for a server.
async fn converse(stream: TcpStream, manner: Arc<Mutex<Manner>>, deliveries: Arc<Mutex<Vec<Delivery>>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read);
    let mut recipient = String::new();
    if say(&mut write, "220 sink").await.is_none() {
        return;
    }
    while let Some(line) = next(&mut lines).await {
        let command = String::from_utf8_lossy(&line).trim_end().to_owned();
        let verb = command.get(..4).unwrap_or_default().to_ascii_uppercase();
        let now = *manner.lock().unwrap();
        let answer = match (verb.as_str(), now) {
            ("EHLO", _) => "250-sink\r\n250 8BITMIME",
            ("MAIL", Manner::RefuseSender(line)) | ("RCPT", Manner::RefuseRecipient(line)) => line,
            ("RCPT", _) => {
                recipient = command.trim_start_matches("RCPT TO:<").trim_end_matches('>').to_owned();
                "250 ok"
            }
            ("DATA", Manner::LeaveBeforeText) => return,
            ("DATA", _) => {
                if say(&mut write, "354 go on").await.is_none() {
                    return;
                }
                let Some(text) = text(&mut lines).await else { return };
                deliveries.lock().unwrap().push(Delivery { recipient: recipient.clone(), text });
                match now {
                    Manner::LeaveAfterText => return,
                    Manner::Silence => std::future::pending::<()>().await,
                    Manner::TakeAfter(time) => tokio::time::sleep(time).await,
                    Manner::TakeAndLeave => {
                        say(&mut write, "250 taken").await;
                        return;
                    }
                    _ => {}
                }
                if let Manner::RefuseText(line) = now { line } else { "250 taken" }
            }
            ("QUIT", _) => {
                say(&mut write, "221 bye").await;
                return;
            }
            _ => "250 ok",
        };
        if say(&mut write, answer).await.is_none() {
            return;
        }
    }
}

async fn say(write: &mut OwnedWriteHalf, line: &str) -> Option<()> {
    write.write_all(format!("{line}\r\n").as_bytes()).await.ok()
}

async fn next(lines: &mut BufReader<OwnedReadHalf>) -> Option<Vec<u8>> {
    let mut line = Vec::new();
    match lines.read_until(b'\n', &mut line).await {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(line),
    }
}

/// The text up to the dot, with doubled dots taken back.
async fn text(lines: &mut BufReader<OwnedReadHalf>) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    loop {
        let line = next(lines).await?;
        if line == b".\r\n" {
            return Some(text);
        }
        text.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
