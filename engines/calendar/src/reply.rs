//! Reading the answers to an invitation.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::lines::{Component, Property, components, unfolded};
use crate::text::unescaped;

/// The most bytes of an iCalendar text that is read.
pub(crate) const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The most answers that are taken from one text.
const MOST_REPLIES: usize = 1000;
/// The most characters of an identifier, an address or a name.
const MOST_WORD: usize = 320;
/// The most characters of a comment.
const MOST_COMMENT: usize = 4000;

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Comes.
    Accepted,
    /// Does not come.
    Declined,
    /// Does not know yet.
    Tentative,
    /// Sends somebody else.
    Delegated,
}

/// An answer to an invitation.
///
/// It says what its text says. Whether that attendee was invited, whether the answer is older than
/// one that is known (`sequence`, then `stamp`), and whether it really comes from that person is
/// for the caller to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The meeting.
    pub uid: String,
    /// Which state of the meeting is answered; `None` if the text does not say.
    pub sequence: Option<u32>,
    /// Who answers, in lower case.
    pub attendee_email: String,
    /// Their name, if the text says it.
    pub attendee_name: Option<String>,
    /// The answer.
    pub answer: Answer,
    /// Who comes instead, in lower case.
    pub delegated_to: Option<String>,
    /// Words to it; empty for none.
    pub comment: String,
    /// When it was answered.
    pub stamp: Option<Timestamp>,
}

/// Why no answer was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadFault {
    /// There is no calendar in it.
    #[error("no calendar data was found")]
    NoCalendar,
    /// It is a calendar and no answer. Holds its method, in capitals; empty if it names none.
    #[error("the calendar data is no answer to an invitation (METHOD is {0:?}, not \"REPLY\")")]
    NoReply(String),
    /// It calls itself an answer, but nobody answers anything in it.
    #[error("the answer names no meeting, no person or no decision")]
    Empty,
    /// It is larger than any answer.
    #[error("the file is too large for an answer")]
    TooLarge,
}

/// Reads the answers of an iCalendar text. Only `METHOD:REPLY` counts; lines may end in LF only,
/// be folded or lack parts that are not needed.
pub fn read_replies(text: &str) -> Result<Vec<Reply>, ReadFault> {
    if text.len() > MOST_BYTES {
        return Err(ReadFault::TooLarge);
    }
    let calendars = components(&unfolded(text), "VCALENDAR");
    if calendars.is_empty() {
        return Err(ReadFault::NoCalendar);
    }
    let mut method = String::new();
    let mut replies = Vec::new();
    let mut answered = false;
    for calendar in &calendars {
        let own = calendar.value("METHOD").map(|value| value.trim().to_ascii_uppercase()).unwrap_or_default();
        if own == "REPLY" {
            answered = true;
            replies.extend(calendar.parts("VEVENT").flat_map(of_event).take(MOST_REPLIES - replies.len()));
        } else {
            method = own.chars().take(40).collect();
        }
    }
    match (answered, replies.is_empty()) {
        (false, _) => Err(ReadFault::NoReply(method)),
        (true, true) => Err(ReadFault::Empty),
        (true, false) => Ok(replies),
    }
}

/// An answer has one attendee (RFC 5546, section 3.2.3); some programs send all of them, of whom
/// those without a decision are passed over.
fn of_event(event: &Component) -> Vec<Reply> {
    let Some(uid) = event.value("UID").map(unescaped).map(|uid| uid.trim().to_owned()) else { return Vec::new() };
    if uid.is_empty() || uid.chars().count() > MOST_WORD {
        return Vec::new();
    }
    let comments: Vec<String> = event
        .all("COMMENT")
        .map(|line| unescaped(&line.value).trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    let comment: String = comments.join("\n").chars().take(MOST_COMMENT).collect();
    let sequence = event.value("SEQUENCE").and_then(|value| value.trim().parse().ok());
    let stamp = event.value("DTSTAMP").and_then(instant);
    let reply = |attendee: &Property| {
        Some(Reply {
            uid: uid.clone(),
            sequence,
            attendee_email: address(attendee)?,
            attendee_name: attendee.parameter("CN").map(|name| name.trim().chars().take(MOST_WORD).collect()),
            answer: answer(attendee.parameter("PARTSTAT")?)?,
            delegated_to: attendee.parameter("DELEGATED-TO").and_then(mailbox),
            comment: comment.clone(),
            stamp,
        })
    };
    event.all("ATTENDEE").filter_map(reply).collect()
}

fn answer(word: &str) -> Option<Answer> {
    match word.trim().to_ascii_uppercase().as_str() {
        "ACCEPTED" => Some(Answer::Accepted),
        "DECLINED" => Some(Answer::Declined),
        "TENTATIVE" => Some(Answer::Tentative),
        "DELEGATED" => Some(Answer::Delegated),
        _ => None,
    }
}

/// The address of an attendee: its value, or where that is no address the parameter `EMAIL`
/// (RFC 7986).
fn address(attendee: &Property) -> Option<String> {
    mailbox(&attendee.value).or_else(|| attendee.parameter("EMAIL").and_then(mailbox))
}

/// `mailto:Name@Host` to `name@host`.
fn mailbox(value: &str) -> Option<String> {
    const SCHEME: &str = "mailto:";
    let value = value.trim().trim_matches('"').trim();
    let value = match value.get(..SCHEME.len()) {
        Some(scheme) if scheme.eq_ignore_ascii_case(SCHEME) => &value[SCHEME.len()..],
        _ => value,
    };
    // A mailto: address may carry fields behind a question mark.
    let address = value.split('?').next().unwrap_or_default().trim().to_lowercase();
    let (name, host) = address.rsplit_once('@')?;
    let sound = !name.is_empty()
        && !host.is_empty()
        && address.chars().count() <= MOST_WORD
        && !address.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | ':'));
    sound.then_some(address)
}

/// An instant in UTC, `20171130T170000Z`. One without `Z` is taken as UTC too: it only orders answers.
fn instant(value: &str) -> Option<Timestamp> {
    let value = value.trim().trim_end_matches(['Z', 'z']);
    let at = DateTime::strptime("%Y%m%dT%H%M%S", value).ok()?;
    at.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp())
}
