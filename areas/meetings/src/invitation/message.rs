//! The words of a notice: the mail, what is different, and the calendar part. Notices are German.

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};

use allmende_calendar::{Attendee, Event, Party, Role};
use allmende_documents::format as german;
use allmende_documents::markdown;
use allmende_store::{Day, Id};

use super::difference::{Change, Difference};
use super::snapshot::{Snapshot, SnapshotItem};
use crate::model::Purpose;
use crate::model::notice::{NoticeKind, Part};
use crate::model::seat::SeatRole;

/// Who sends notices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The alliance.
    pub name: String,
    /// Where answers go; empty if the alliance has no address.
    pub email: String,
}

/// The subject of a notice.
pub fn subject(snapshot: &Snapshot, kind: NoticeKind, number: i64) -> String {
    let day = german::long_date(snapshot.held_on.0, german::Language::De);
    let what = format!("{} am {day}", snapshot.title);
    match kind {
        NoticeKind::Invitation => format!("Einladung: {what}"),
        NoticeKind::Supplement => format!("{number}. Nachtrag zur Einladung: {what}"),
        NoticeKind::Moved => format!("Terminänderung: {what}"),
        NoticeKind::Cancelled => format!("Absage: {what}"),
    }
}

/// The sentence with which a notice begins, until somebody writes another one.
pub fn opening(snapshot: &Snapshot, kind: NoticeKind) -> String {
    let day = german::long_date_with_weekday(snapshot.held_on.0, german::Language::De);
    match kind {
        NoticeKind::Invitation => format!("hiermit lade ich Sie zur Sitzung „{}“ am {day} ein.", snapshot.title),
        NoticeKind::Supplement => {
            format!("die Tagesordnung der Sitzung „{}“ am {day} hat sich geändert.", snapshot.title)
        }
        NoticeKind::Moved => format!("für die Sitzung „{}“ gilt ein neuer Termin.", snapshot.title),
        NoticeKind::Cancelled => format!("die Sitzung „{}“ am {day} findet nicht statt.", snapshot.title),
    }
}

/// The differences as lines, those about private items only if `private`.
pub fn difference_lines(differences: &[Difference], private: bool) -> Vec<String> {
    differences.iter().filter(|one| private || !one.private).map(|one| difference_line(&one.change)).collect()
}

fn difference_line(change: &Change) -> String {
    let day = |day: &Day| german::date_with_weekday(day.0, german::Language::De);
    let known = |text: &str| if text.is_empty() { "ohne Angabe".to_owned() } else { text.to_owned() };
    match change {
        Change::Cancelled => "Die Sitzung findet nicht statt.".to_owned(),
        Change::Revived => "Die Sitzung findet doch statt.".to_owned(),
        Change::Day(before, after) => format!("Tag: {} statt {}", day(after), day(before)),
        Change::Time(before, after) => format!("Uhrzeit: {} statt {}", known(after), known(before)),
        Change::Place(before, after) => format!("Ort: {} statt {}", known(after), known(before)),
        Change::Added(number, title) => format!("Neu: {number} {title}"),
        Change::Removed(number, title) => format!("Abgesetzt: {title} (bisher {number})"),
        Change::Retitled(number, before, after) => format!("{number}: „{after}“ statt „{before}“"),
        Change::Published(title, true) => format!("„{title}“ wird öffentlich behandelt."),
        Change::Published(title, false) => format!("„{title}“ wird nichtöffentlich behandelt."),
        Change::Reworked(number, title) => format!("Unterlagen geändert: {number} {title}"),
        Change::Reordered => "Die Reihenfolge der Tagesordnung ist geändert.".to_owned(),
    }
}

/// What an item is called for somebody who gets this part; nothing if such a reader learns nothing of it.
pub fn title_for(item: &SnapshotItem, part: Part) -> Option<&str> {
    if item.public || part == Part::Full {
        Some(&item.title)
    } else if item.open_title.is_empty() {
        None
    } else {
        Some(&item.open_title)
    }
}

/// "zum Beschluss", "zur Beratung".
pub fn purpose_words(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Decision => "zum Beschluss",
        Purpose::Discussion => "zur Beratung",
        Purpose::Report => "zur Kenntnis",
        Purpose::Election => "Wahl",
        Purpose::None | Purpose::Formality => "",
    }
}

/// When it begins and ends, in words.
pub fn time_words(snapshot: &Snapshot) -> String {
    match (snapshot.begins_at.as_str(), snapshot.ends_at.as_str()) {
        ("", _) => String::new(),
        (begin, "") => format!("{begin} Uhr"),
        (begin, end) => format!("{begin} bis {end} Uhr"),
    }
}

/// What a mail is made of besides the snapshot.
#[derive(Clone, Copy, Debug)]
pub struct MailText<'a> {
    /// First line, with its comma.
    pub salutation: &'a str,
    /// What was written above the agenda, Markdown.
    pub text: &'a str,
    /// What is different, one a line.
    pub differences: &'a [String],
    /// What of the agenda this recipient gets.
    pub part: Part,
    /// Where the recipient answers; empty where no answer is asked for.
    pub link: &'a str,
    /// Who signs, one a line.
    pub signature: &'a str,
}

/// The plain text of a mail.
pub fn mail_text(snapshot: &Snapshot, mail: MailText<'_>) -> String {
    let mut blocks = vec![mail.salutation.to_owned(), markdown::plain_text(mail.text)];
    if !mail.differences.is_empty() {
        blocks.push(format!("Geändert ist:\n{}", bulleted(mail.differences)));
    }
    if snapshot.takes_place {
        let day = german::long_date_with_weekday(snapshot.held_on.0, german::Language::De);
        let facts = [("Tag", day), ("Uhrzeit", time_words(snapshot)), ("Ort", snapshot.place.clone())];
        let facts: Vec<String> =
            facts.iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| format!("{label}: {text}")).collect();
        blocks.push(facts.join("\n"));
        blocks.push(agenda_text(snapshot, mail.part));
        if !mail.link.is_empty() {
            blocks.push(format!("Bitte sagen Sie hier zu oder ab, oder nennen Sie Ihre Vertretung:\n{}", mail.link));
        }
    }
    blocks.push(format!("Mit freundlichen Grüßen\n{}", mail.signature));
    blocks.retain(|block| !block.trim().is_empty());
    blocks.join("\n\n")
}

fn bulleted(lines: &[String]) -> String {
    lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}

fn agenda_text(snapshot: &Snapshot, part: Part) -> String {
    let mut lines = vec!["Tagesordnung".to_owned()];
    for public in [true, false] {
        let items: Vec<String> = snapshot
            .items
            .iter()
            .filter(|item| item.public == public)
            .filter_map(|item| Some(format!("{}  {}", item.number, title_for(item, part)?)))
            .collect();
        if items.is_empty() {
            continue;
        }
        if snapshot.has_private() {
            let title = if public { "Öffentlicher Teil" } else { "Nichtöffentlicher Teil" };
            lines.push(format!("\n{title}"));
        }
        lines.extend(items);
    }
    if lines.len() == 1 { String::new() } else { lines.join("\n") }
}

/// The name of a meeting in calendars, for ever. `host` is the host of the address under which the server is reached.
pub fn uid(meeting: Id, host: &str) -> String {
    format!("{meeting}@{host}")
}

/// The host in an address such as `https://allianz.example.org/`.
pub fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    if host.is_empty() { "localhost" } else { host }
}

/// What a calendar is told of a meeting.
#[derive(Clone, Copy, Debug)]
pub struct CalendarText<'a> {
    /// The meeting.
    pub meeting: Id,
    /// The host for the name of the meeting.
    pub host: &'a str,
    /// Counts changes of time, place and existence.
    pub sequence: i64,
    /// When it is sent.
    pub stamp: Timestamp,
    /// Who sends.
    pub office: &'a Office,
    /// The page of the recipient's answer.
    pub link: &'a str,
}

/// The meeting for a calendar, with one recipient: nobody sees who else is invited. A meeting without a time lasts from
/// 9:00, because an invitation needs an hour.
pub fn event(snapshot: &Snapshot, text: CalendarText<'_>, to: Option<(&str, &str, SeatRole)>) -> Event {
    let at = |day: Day, time: &str| -> Option<DateTime> {
        let (hour, minute) = time.split_once(':')?;
        Some(DateTime::from_parts(day.0, Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?))
    };
    let starts = at(snapshot.held_on, &snapshot.begins_at)
        .unwrap_or_else(|| DateTime::from_parts(snapshot.held_on.0, Time::constant(9, 0, 0, 0)));
    // Calendars show what they hold to others: only the public part.
    let answer = if text.link.is_empty() { String::new() } else { format!("Antwort: {}", text.link) };
    let parts = [agenda_text(snapshot, Part::Open), answer];
    let description = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    Event {
        uid: uid(text.meeting, text.host),
        sequence: u32::try_from(text.sequence).unwrap_or(0),
        stamp: text.stamp,
        starts,
        ends: at(snapshot.ends_on.unwrap_or(snapshot.held_on), &snapshot.ends_at),
        summary: snapshot.title.clone(),
        description,
        location: snapshot.place.clone(),
        url: (!text.link.is_empty()).then(|| text.link.to_owned()),
        organizer: Some(Party { name: text.office.name.clone(), email: text.office.email.clone() }),
        attendees: to
            .map(|(name, email, role)| Attendee {
                party: Party { name: name.to_owned(), email: email.to_owned() },
                role: match role {
                    SeatRole::Chair => Role::Chair,
                    SeatRole::Member | SeatRole::DeputyChair | SeatRole::MinuteTaker => Role::Member,
                    SeatRole::Adviser | SeatRole::Guest => Role::Guest,
                },
                rsvp: true,
            })
            .into_iter()
            .collect(),
        cancelled: !snapshot.takes_place,
    }
}
