//! A row of the outbox as a MIME message.

use lettre::Message;
use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Attachment as FilePart, Body, Mailbox, MultiPart, SinglePart};

use allmende_store::{Moment, StoredFile};

use crate::outbox::{Attachment, OutboxLine};
use crate::smtp::{MailFault, Mailer};

/// An attachment with its bytes.
pub(crate) type Loaded = (Attachment, StoredFile);

/// Puts a mail together:
///
/// ```text
/// multipart/mixed                     only with files
/// ├── multipart/alternative           only with a calendar part
/// │   ├── text/plain
/// │   └── text/calendar; method=…
/// └── the files
/// ```
pub(crate) fn compose(
    mailer: &Mailer,
    line: &OutboxLine,
    files: Vec<Loaded>,
    now: Moment,
) -> Result<Message, MailFault> {
    let mut builder = Message::builder()
        .from(mailbox(mailer.from())?)
        .to(mailbox(&line.recipient)?)
        .subject(line.subject.clone())
        .date(now.0.into())
        .message_id(Some(format!("<{}@{}>", line.id, mailer.domain())));
    if let Some(reply_to) = &line.reply_to {
        builder = builder.reply_to(mailbox(reply_to)?);
    }
    let refused = |error: lettre::error::Error| MailFault::Address(error.to_string());
    let plain = SinglePart::plain(line.body.clone());
    let words = match (&line.calendar, &line.calendar_method) {
        (Some(text), Some(method)) => {
            let part = calendar(text, method)?;
            Words::Both(parts(line, "alternative", MultiPart::alternative()).singlepart(plain).singlepart(part))
        }
        _ => Words::Plain(plain),
    };
    if files.is_empty() {
        return match words {
            Words::Both(both) => builder.multipart(both),
            Words::Plain(plain) => builder.singlepart(plain),
        }
        .map_err(refused);
    }
    let mixed = parts(line, "mixed", MultiPart::mixed());
    let mut mixed = match words {
        Words::Both(both) => mixed.multipart(both),
        Words::Plain(plain) => mixed.singlepart(plain),
    };
    for (attachment, file) in files {
        mixed = mixed.singlepart(file_part(attachment, file)?);
    }
    builder.multipart(mixed).map_err(refused)
}

/// What there is to read.
enum Words {
    Plain(SinglePart),
    Both(MultiPart),
}

/// A container whose boundary is made of the mail's id, so that the same row gives the same bytes.
/// No text contains it: it begins with a sign that quoted-printable escapes and Base64 lacks.
fn parts(
    line: &OutboxLine,
    kind: &str,
    builder: lettre::message::MultiPartBuilder,
) -> lettre::message::MultiPartBuilder {
    builder.boundary(format!("=_{}_{kind}", line.id.0.simple()))
}

/// The calendar part. Base64 keeps its ends of lines and its folding on every way; a
/// Content-Disposition would hide the buttons of some mail programs.
fn calendar(text: &str, method: &str) -> Result<SinglePart, MailFault> {
    let kind = media_type(&format!("text/calendar; charset=utf-8; method={method}"))?;
    Ok(SinglePart::builder().header(kind).body(encoded(text.as_bytes().to_vec())?))
}

fn file_part(attachment: Attachment, file: StoredFile) -> Result<SinglePart, MailFault> {
    let kind = media_type(&attachment.media_type)?;
    Ok(FilePart::new(attachment.name).body(encoded(file.bytes)?, kind))
}

fn encoded(bytes: Vec<u8>) -> Result<Body, MailFault> {
    Body::new_with_encoding(bytes, ContentTransferEncoding::Base64)
        .map_err(|_| MailFault::Address("a part cannot be encoded".to_owned()))
}

fn media_type(text: &str) -> Result<ContentType, MailFault> {
    ContentType::parse(text).map_err(|error| MailFault::Address(format!("{text}: {error}")))
}

fn mailbox(text: &str) -> Result<Mailbox, MailFault> {
    text.parse().map_err(|error| MailFault::Address(format!("{text}: {error}")))
}
