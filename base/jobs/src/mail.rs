//! Sending over SMTP.

use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::outbox::OutboxLine;

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

/// Why a mail could not be sent.
#[derive(Debug, thiserror::Error)]
pub enum MailFault {
    /// The settings or an address are not understood; trying again does not help.
    #[error("{0}")]
    Address(String),
    /// The server refused for good (5xx).
    #[error("refused: {0}")]
    Refused(String),
    /// The server is away or busy; try again later.
    #[error("not reached: {0}")]
    Later(String),
}

/// What sends mails.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: String,
    domain: String,
}

impl Mailer {
    /// A mailer for these settings. Does not connect yet.
    pub fn new(settings: &SmtpSettings) -> Result<Self, MailFault> {
        let tls = |settings: &SmtpSettings| {
            TlsParameters::new(settings.host.clone()).map_err(|error| MailFault::Address(error.to_string()))
        };
        let security = match settings.encryption.as_str() {
            "tls" => Tls::Wrapper(tls(settings)?),
            "starttls" => Tls::Required(tls(settings)?),
            "none" => Tls::None,
            other => {
                return Err(MailFault::Address(format!("mail.encryption {other:?} must be tls, starttls or none")));
            }
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(security)
            .timeout(Some(Duration::from_secs(30)));
        if !settings.user.is_empty() {
            builder = builder.credentials(Credentials::new(settings.user.clone(), settings.password.clone()));
        }
        let domain = settings
            .from
            .rsplit_once('@')
            .map(|(_, domain)| domain.trim_end_matches('>').to_owned())
            .ok_or_else(|| MailFault::Address(format!("mail.from {:?} has no address", settings.from)))?;
        Ok(Self { transport: builder.build(), from: settings.from.clone(), domain })
    }

    /// Sends one mail.
    pub(crate) async fn send(&self, line: &OutboxLine) -> Result<(), MailFault> {
        let address = |text: &str| {
            text.parse::<lettre::message::Mailbox>().map_err(|error| MailFault::Address(format!("{text}: {error}")))
        };
        let message = Message::builder()
            .from(address(&self.from)?)
            .to(address(&line.recipient)?)
            .subject(line.subject.clone())
            .message_id(Some(format!("<{}@{}>", line.id, self.domain)))
            .header(ContentType::TEXT_PLAIN)
            .body(line.body.clone())
            .map_err(|error| MailFault::Address(error.to_string()))?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(MailFault::Refused(error.to_string())),
            Err(error) => Err(MailFault::Later(error.to_string())),
        }
    }
}
