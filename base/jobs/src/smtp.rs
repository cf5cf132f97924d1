//! Talking to the mail server.
//!
//! lettre's transport says of an error only what kind it is, not in which phase it happened. The
//! commands are therefore given one by one here: all that happens before the text of the mail goes
//! out is certainly not sent, whatever the error is.

use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::{Address, Message};
use tokio::time::timeout;

/// How to reach the mail server.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    /// Host name.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Encrypt: `tls` from the first byte, `starttls`, or `none` (only sensible on loopback).
    pub encryption: String,
    /// User name; empty for none.
    pub user: String,
    /// Password.
    pub password: String,
    /// Sender: `Name <address>`.
    pub from: String,
}

/// Why a mail was not sent, or is not known to be.
#[derive(Debug, thiserror::Error)]
pub enum MailFault {
    /// The settings, an address or a file are not understood; trying again does not help. Not sent.
    #[error("{0}")]
    Address(String),
    /// The server refused for good (5xx). Not sent.
    #[error("refused: {0}")]
    Refused(String),
    /// The server cannot take this mail now (4xx), or the connection broke before it got the text.
    /// Not sent.
    #[error("not taken: {0}")]
    Later(String),
    /// The server is away or does not let us in; this says nothing about a mail. Not sent.
    #[error("not reached: {0}")]
    Unreached(String),
    /// The server got the text, or a part of it, and no answer came back.
    #[error("no answer after the text: {0}")]
    Uncertain(String),
}

/// The longest time for reaching the server, signing in included.
const CONNECT_LIMIT: Duration = Duration::from_secs(60);
/// The longest time for the commands before the text.
const ENVELOPE_LIMIT: Duration = Duration::from_secs(60);
/// The longest time for the text and its answer. RFC 5321 (section 4.5.3.2.6) asks for ten minutes,
/// because giving up early here is what makes mails uncertain.
const TEXT_LIMIT: Duration = Duration::from_secs(600);
/// A claim that is older than this belongs to a worker that is gone: more than two connections, two
/// envelopes and one text take.
pub(crate) const CLAIM_LIMIT: jiff::SignedDuration = jiff::SignedDuration::from_mins(15);

#[derive(Clone)]
enum Encryption {
    None,
    Start(TlsParameters),
    Wrapped(TlsParameters),
}

/// What sends mails.
#[derive(Clone)]
pub struct Mailer {
    settings: SmtpSettings,
    encryption: Encryption,
    domain: String,
    text_limit: Duration,
}

impl Mailer {
    /// A mailer for these settings. Does not connect yet.
    pub fn new(settings: &SmtpSettings) -> Result<Self, MailFault> {
        let tls = || TlsParameters::new(settings.host.clone()).map_err(|error| MailFault::Address(error.to_string()));
        let encryption = match settings.encryption.as_str() {
            "tls" => Encryption::Wrapped(tls()?),
            "starttls" => Encryption::Start(tls()?),
            "none" => Encryption::None,
            other => {
                return Err(MailFault::Address(format!("mail.encryption {other:?} must be tls, starttls or none")));
            }
        };
        let domain = settings
            .from
            .rsplit_once('@')
            .map(|(_, domain)| domain.trim_end_matches('>').to_owned())
            .ok_or_else(|| MailFault::Address(format!("mail.from {:?} has no address", settings.from)))?;
        Ok(Self { settings: settings.clone(), encryption, domain, text_limit: TEXT_LIMIT })
    }

    /// The same with a shorter patience for the answer to a mail's text, for tests.
    pub fn answer_within(self, limit: Duration) -> Self {
        Self { text_limit: limit.min(TEXT_LIMIT), ..self }
    }

    /// Who sends.
    pub(crate) fn from(&self) -> &str {
        &self.settings.from
    }

    /// The host in Message-IDs.
    pub(crate) fn domain(&self) -> &str {
        &self.domain
    }

    /// Reaches the server and signs in.
    pub(crate) async fn connect(&self) -> Result<Session, MailFault> {
        match timeout(CONNECT_LIMIT, self.reach()).await {
            Ok(Ok(connection)) => Ok(Session { connection, text_limit: self.text_limit, fresh: true }),
            Ok(Err(error)) => Err(MailFault::Unreached(error.to_string())),
            Err(_) => Err(MailFault::Unreached("the server does not answer".to_owned())),
        }
    }

    async fn reach(&self) -> Result<AsyncSmtpConnection, SmtpError> {
        let hello = ClientId::default();
        let wrapped = match &self.encryption {
            Encryption::Wrapped(tls) => Some(tls.clone()),
            Encryption::None | Encryption::Start(_) => None,
        };
        let server = (self.settings.host.as_str(), self.settings.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(CONNECT_LIMIT / 2), &hello, wrapped, None).await?;
        if let Encryption::Start(tls) = &self.encryption {
            connection.starttls(tls.clone(), &hello).await?;
        }
        if !self.settings.user.is_empty() {
            let credentials = Credentials::new(self.settings.user.clone(), self.settings.password.clone());
            connection.auth(DEFAULT_MECHANISMS, &credentials).await?;
        }
        Ok(connection)
    }

    /// Hands a mail over, through the open session or a new one. The session stays open after a
    /// success; after anything else it is closed.
    pub(crate) async fn deliver(&self, open: &mut Option<Session>, message: &Message) -> Result<(), MailFault> {
        loop {
            let mut session = match open.take() {
                Some(session) => session,
                None => self.connect().await?,
            };
            match session.send(message).await {
                Ok(()) => {
                    *open = Some(session);
                    return Ok(());
                }
                // Servers close a connection that was used long or often enough.
                Err(MailFault::Later(_)) if !session.fresh => session.close().await,
                Err(fault) => {
                    session.close().await;
                    return Err(fault);
                }
            }
        }
    }
}

/// A connection to the server.
pub(crate) struct Session {
    connection: AsyncSmtpConnection,
    text_limit: Duration,
    /// Whether no mail has gone through it yet.
    fresh: bool,
}

impl Session {
    async fn send(&mut self, message: &Message) -> Result<(), MailFault> {
        let text = message.formatted();
        match timeout(ENVELOPE_LIMIT, self.envelope(message)).await {
            Ok(outcome) => outcome?,
            Err(_) => return Err(MailFault::Later("the server does not answer".to_owned())),
        }
        // From here on only an answer of the server is certain.
        match timeout(self.text_limit, self.connection.message(&text)).await {
            Ok(Ok(_)) => {
                self.fresh = false;
                Ok(())
            }
            Ok(Err(error)) => Err(answered(&error).unwrap_or_else(|| MailFault::Uncertain(error.to_string()))),
            Err(_) => Err(MailFault::Uncertain("the server does not answer".to_owned())),
        }
    }

    /// Sender, recipient and the question whether the text may come.
    async fn envelope(&mut self, message: &Message) -> Result<(), MailFault> {
        let envelope = message.envelope();
        let mut options = Vec::new();
        let plain = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
        if !envelope.from().is_none_or(plain) || !envelope.to().iter().all(plain) {
            if !self.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(MailFault::Address("the mail server knows only addresses of ASCII characters".to_owned()));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        self.command(Mail::new(envelope.from().cloned(), options)).await?;
        for recipient in envelope.to() {
            self.command(Rcpt::new(recipient.clone(), Vec::new())).await?;
        }
        self.command(Data).await
    }

    async fn command(&mut self, command: impl std::fmt::Display) -> Result<(), MailFault> {
        match self.connection.command(command).await {
            Ok(_) => Ok(()),
            Err(error) => Err(answered(&error).unwrap_or_else(|| MailFault::Later(error.to_string()))),
        }
    }

    /// Takes leave.
    pub(crate) async fn close(mut self) {
        // A server that does not answer is left without a word.
        let _ = timeout(Duration::from_secs(3), self.connection.abort()).await;
    }
}

/// What the server said, if it said anything.
fn answered(error: &SmtpError) -> Option<MailFault> {
    if error.is_permanent() {
        Some(MailFault::Refused(error.to_string()))
    } else if error.is_transient() {
        Some(MailFault::Later(error.to_string()))
    } else {
        None
    }
}
