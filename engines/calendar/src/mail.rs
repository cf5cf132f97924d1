//! Answers in a mail.

use std::borrow::Cow;

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use crate::reply::{MOST_BYTES, ReadFault, Reply, read_replies};

/// The most bytes of a mail that is read.
const MOST_MAIL_BYTES: usize = 25 * 1024 * 1024;
/// How deep forwarded mails are looked into.
const MOST_DEPTH: usize = 4;

/// The answers of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailReplies {
    /// The address that the mail says it comes from, in lower case; `None` for a file without a
    /// mail around it. Mails can lie about it.
    pub sender: Option<String>,
    /// The answers, each once.
    pub replies: Vec<Reply>,
}

/// Reads the answers of a mail (`.eml`) or of an iCalendar file (`.ics`), whichever the bytes are.
/// Forwarded mails are looked into.
pub fn replies_of_mail(bytes: &[u8]) -> Result<MailReplies, ReadFault> {
    if bytes.len() > MOST_MAIL_BYTES {
        return Err(ReadFault::TooLarge);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(64)]);
    if start
        .trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace())
        .to_ascii_uppercase()
        .starts_with("BEGIN:")
    {
        return read_replies(&words(bytes)).map(|replies| MailReplies { sender: None, replies });
    }
    let mail = MessageParser::default().parse(bytes).ok_or(ReadFault::NoCalendar)?;
    let mut texts = Vec::new();
    collect(&mail, 0, &mut texts);
    let mut replies: Vec<Reply> = Vec::new();
    let mut fault = ReadFault::NoCalendar;
    for text in texts {
        match read_replies(&text) {
            Ok(found) => {
                // Many programs send the same answer twice, shown and attached.
                for reply in found {
                    if !replies.contains(&reply) {
                        replies.push(reply);
                    }
                }
            }
            Err(own) if fault == ReadFault::NoCalendar => fault = own,
            Err(_) => {}
        }
    }
    if replies.is_empty() {
        return Err(fault);
    }
    let sender = mail.from().and_then(|from| from.first()).and_then(|first| first.address()).map(str::to_lowercase);
    Ok(MailReplies { sender, replies })
}

/// The iCalendar texts of a mail.
fn collect(mail: &Message<'_>, depth: usize, texts: &mut Vec<String>) {
    for part in &mail.parts {
        match &part.body {
            PartType::Message(inner) if depth < MOST_DEPTH => collect(inner, depth + 1, texts),
            PartType::Text(text) if is_calendar(part) && text.len() <= MOST_BYTES => texts.push(text.to_string()),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes)
                if is_calendar(part) && bytes.len() <= MOST_BYTES =>
            {
                texts.push(words(bytes).into_owned());
            }
            _ => {}
        }
    }
}

fn is_calendar(part: &mail_parser::MessagePart<'_>) -> bool {
    let typed = part.content_type().is_some_and(|kind| {
        let inner = kind.subtype().unwrap_or_default();
        inner.eq_ignore_ascii_case("calendar") || inner.eq_ignore_ascii_case("ics")
    });
    typed || part.attachment_name().is_some_and(|name| name.to_ascii_lowercase().ends_with(".ics"))
}

/// UTF-8, or else Latin-1, which reads any bytes.
fn words(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}
