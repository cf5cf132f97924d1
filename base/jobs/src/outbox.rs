//! The outbox: mails as rows.

use allmende_store::{Id, Moment, StoreError, Tx, args};
use jiff::SignedDuration;

/// A mail to be sent. [`Mail::new`] makes a plain one; parts are added by setting their fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Address of the recipient, or `Name <address>`.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<String>,
    /// An invitation or what changes it; mail programs show buttons for it.
    pub calendar: Option<CalendarPart>,
    /// Files that come along.
    pub attachments: Vec<Attachment>,
}

impl Mail {
    /// A mail of plain text.
    pub fn new(recipient: impl Into<String>, subject: impl Into<String>, body: impl Into<String>) -> Self {
        Self { recipient: recipient.into(), subject: subject.into(), body: body.into(), ..Self::default() }
    }
}

/// The calendar part of a mail (RFC 6047).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarPart {
    /// `REQUEST`, `CANCEL` …; equals the `METHOD` in the text, or mail programs show no buttons.
    pub method: String,
    /// The iCalendar text.
    pub text: String,
}

/// A file of a mail. The bytes are those of a stored file, so that many mails share them.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Attachment {
    /// Name under which the recipient sees it.
    pub name: String,
    /// Its media type, for example `application/pdf`.
    pub media_type: String,
    /// The stored file.
    #[sqlx(rename = "file_id")]
    pub file: Id,
}

/// What is known about a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// It will be tried, for the first time or again.
    Waiting,
    /// A worker is handing it to the server.
    Sending,
    /// The server may or may not have taken it. It is not sent again by itself.
    Uncertain,
    /// It certainly did not leave, and is not tried again by itself.
    Stuck,
    /// The server took it, or a person knows that it arrived.
    Sent,
}

/// A mail in the outbox.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OutboxLine {
    /// The alliance that sends.
    pub alliance_id: Id,
    /// Its id; the Message-ID is made of it.
    pub id: Id,
    /// Address of the recipient.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// Plain text; empty once it has left.
    pub body: String,
    /// When it was written.
    pub created_at: Moment,
    /// How often it was tried.
    pub attempts: i64,
    /// When it left.
    pub sent_at: Option<Moment>,
    /// Why it did not.
    pub fault: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// Method of its calendar part.
    pub calendar_method: Option<String>,
    /// Text of its calendar part; empty once it has left.
    pub calendar: Option<String>,
    /// When a worker took it to hand it to the server.
    pub claimed_at: Option<Moment>,
    /// When its fate became unknown.
    pub uncertain_at: Option<Moment>,
}

impl OutboxLine {
    /// What is known about it.
    pub fn state(&self) -> MailState {
        if self.sent_at.is_some() {
            MailState::Sent
        } else if self.uncertain_at.is_some() {
            MailState::Uncertain
        } else if self.claimed_at.is_some() {
            MailState::Sending
        } else if self.attempts >= MOST_ATTEMPTS {
            MailState::Stuck
        } else {
            MailState::Waiting
        }
    }
}

/// After this many tries a mail waits for a person.
pub(crate) const MOST_ATTEMPTS: i64 = 12;

/// The columns of [`OutboxLine`].
macro_rules! columns {
    () => {
        "alliance_id, id, recipient, subject, body, created_at, attempts, sent_at, fault, reply_to, calendar_method, \
         calendar, claimed_at, uncertain_at"
    };
}
pub(crate) use columns;

allmende_store::statements! {
    OUTBOX_PUT = "INSERT INTO outbox (alliance_id, id, recipient, subject, body, created_at, due_at, attempts, sent_at,
        fault, reply_to, calendar_method, calendar) VALUES ($1, $2, $3, $4, $5, $6, $6, 0, NULL, '', $7, $8, $9)";
    OUTBOX_ATTACH = "INSERT INTO outbox_attachment (alliance_id, outbox_id, position, file_id, name, media_type)
        VALUES ($1, $2, $3, $4, $5, $6)";
    OUTBOX_LIST = concat!("SELECT ", columns!(), " FROM outbox WHERE alliance_id = $1 ORDER BY id DESC LIMIT 200");
    OUTBOX_LINES = concat!("SELECT ", columns!(), " FROM outbox WHERE alliance_id = $1 AND id IN ({ids})");
    OUTBOX_AGAIN = "UPDATE outbox SET claimed_at = NULL, uncertain_at = NULL, attempts = 0, due_at = $3, fault = ''
        WHERE alliance_id = $1 AND id = $2 AND sent_at IS NULL AND (uncertain_at IS NOT NULL OR attempts >= $4)";
    OUTBOX_ARRIVED = "UPDATE outbox SET sent_at = claimed_at, fault = '', body = '', calendar = NULL
        WHERE alliance_id = $1 AND id = $2 AND sent_at IS NULL AND uncertain_at IS NOT NULL";
    OUTBOX_DETACH = "DELETE FROM outbox_attachment WHERE alliance_id = $1 AND outbox_id = $2";
    OUTBOX_WAITING across = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND uncertain_at IS NULL AND attempts < $1";
    OUTBOX_STUCK across = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND uncertain_at IS NULL AND attempts >= $1";
    OUTBOX_UNCERTAIN across = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND uncertain_at IS NOT NULL";
    OUTBOX_OLDEST across = "SELECT created_at FROM outbox WHERE sent_at IS NULL AND uncertain_at IS NULL AND attempts < $1
        ORDER BY created_at LIMIT 1";
    OUTBOX_OLD across = "DELETE FROM outbox WHERE sent_at < $1";
}

/// Writes a mail into the outbox, in the transaction of its cause. Gives its id.
pub async fn queue(tx: &mut Tx, mail: &Mail) -> Result<Id, StoreError> {
    let (id, now) = (Id::new(tx.now()), tx.now());
    // A line break would begin a new header.
    let subject = one_line(&mail.subject);
    let reply_to = mail.reply_to.as_deref().map(one_line);
    let method = mail.calendar.as_ref().map(|part| method(&part.method));
    let calendar = mail.calendar.as_ref().map(|part| part.text.clone());
    tx.run(OUTBOX_PUT, args![id, &mail.recipient, subject, &mail.body, now, reply_to, method, calendar]).await?;
    for (position, file) in (0_i64..).zip(&mail.attachments) {
        tx.run(OUTBOX_ATTACH, args![id, position, file.file, one_line(&file.name), one_line(&file.media_type)]).await?;
    }
    Ok(id)
}

fn one_line(text: &str) -> String {
    text.split(char::is_control).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The method as it may stand in a header.
fn method(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase()).collect()
}

/// The newest mails of the alliance. Texts of sent mails are gone: they may hold links that open doors.
pub async fn list(tx: &mut Tx) -> Result<Vec<OutboxLine>, StoreError> {
    tx.rows(OUTBOX_LIST, Vec::new()).await
}

/// These mails, in the order of their writing, with one statement. A mail that left more than 30
/// days ago is gone.
pub async fn lines(tx: &mut Tx, ids: Vec<Id>) -> Result<Vec<OutboxLine>, StoreError> {
    let mut found: Vec<OutboxLine> = tx.rows_for(OUTBOX_LINES, ids).await?;
    found.sort_unstable_by_key(|line| line.id);
    Ok(found)
}

/// One mail.
pub async fn line(tx: &mut Tx, id: Id) -> Result<Option<OutboxLine>, StoreError> {
    Ok(lines(tx, vec![id]).await?.pop())
}

/// A person decides that an uncertain or stuck mail is sent again. False if it is neither, for
/// example because somebody else decided first.
pub async fn send_again(tx: &mut Tx, id: Id) -> Result<bool, StoreError> {
    let now = tx.now();
    Ok(tx.run(OUTBOX_AGAIN, args![id, now, MOST_ATTEMPTS]).await? == 1)
}

/// A person knows that an uncertain mail arrived: it counts as sent when it was handed over. False
/// if it is not uncertain.
pub async fn settle_uncertain(tx: &mut Tx, id: Id) -> Result<bool, StoreError> {
    let settled = tx.run(OUTBOX_ARRIVED, args![id]).await? == 1;
    if settled {
        detach(tx, id).await?;
    }
    Ok(settled)
}

/// Lets go of the files of a mail that has left.
pub(crate) async fn detach(tx: &mut Tx, id: Id) -> Result<(), StoreError> {
    tx.run(OUTBOX_DETACH, args![id]).await.map(drop)
}

/// What waits in the outbox of all alliances.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Mails that are being sent or will be tried.
    pub waiting: i64,
    /// Mails that were tried in vain and wait for a person.
    pub stuck: i64,
    /// Mails of which nobody knows whether they arrived; they wait for a person.
    pub uncertain: i64,
    /// Seconds since the oldest waiting mail was written; 0 if none waits.
    pub oldest_seconds: i64,
}

/// How much waits in the outbox.
pub async fn backlog(tx: &mut Tx) -> Result<Backlog, StoreError> {
    let now = tx.now();
    let waiting: Option<(i64,)> = tx.row(OUTBOX_WAITING, args![MOST_ATTEMPTS]).await?;
    let stuck: Option<(i64,)> = tx.row(OUTBOX_STUCK, args![MOST_ATTEMPTS]).await?;
    let uncertain: Option<(i64,)> = tx.row(OUTBOX_UNCERTAIN, Vec::new()).await?;
    let oldest: Option<(Moment,)> = tx.row(OUTBOX_OLDEST, args![MOST_ATTEMPTS]).await?;
    Ok(Backlog {
        waiting: waiting.map_or(0, |(count,)| count),
        stuck: stuck.map_or(0, |(count,)| count),
        uncertain: uncertain.map_or(0, |(count,)| count),
        oldest_seconds: oldest.map_or(0, |(at,)| now.0.duration_since(at.0).as_secs().max(0)),
    })
}

/// Deletes mails that left long ago.
pub(crate) async fn sweep(tx: &mut Tx) -> Result<(), StoreError> {
    let now = tx.now();
    let before = Moment::new(now.0.saturating_sub(SignedDuration::from_hours(30 * 24)).unwrap_or(now.0));
    tx.run(OUTBOX_OLD, args![before]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_stay_in_one_line() {
        assert_eq!(one_line("Einladung\r\nBcc: x@y.example"), "Einladung Bcc: x@y.example");
        assert_eq!(method("request; x=\r\n"), "REQUESTX");
    }
}
