//! What a meeting is for a calendar.

use jiff::Timestamp;
use jiff::civil::DateTime;

/// A meeting as a calendar sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Names the meeting for ever, over all senders: for example `ID@host`.
    pub uid: String,
    /// Grows with each change of time, place or state (RFC 5546, section 2.1.4).
    pub sequence: u32,
    /// When this state of the meeting was written; for an invitation the time of sending.
    pub stamp: Timestamp,
    /// Begin, on the clocks of Europe/Berlin. An hour that exists twice is the first of the two.
    pub starts: DateTime,
    /// End, on the same clocks. One that is not after the begin is left out.
    pub ends: Option<DateTime>,
    /// Title.
    pub summary: String,
    /// Longer text; lines are kept. Empty for none.
    pub description: String,
    /// Place. Empty for none.
    pub location: String,
    /// Page about the meeting.
    pub url: Option<String>,
    /// Who invites and receives the answers. RFC 5546 demands one for invitations and cancellations.
    pub organizer: Option<Party>,
    /// Who is invited. Never part of a feed.
    pub attendees: Vec<Attendee>,
    /// Whether the meeting was called off.
    pub cancelled: bool,
}

/// A person or office with an address for mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Name as it is shown.
    pub name: String,
    /// Address for mail.
    pub email: String,
}

/// Somebody who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Who.
    pub party: Party,
    /// As what.
    pub role: Role,
    /// Whether an answer is asked for.
    pub rsvp: bool,
}

/// As what somebody takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Leads the meeting (`CHAIR`).
    Chair,
    /// Belongs to the body (`REQ-PARTICIPANT`).
    Member,
    /// Is invited besides (`OPT-PARTICIPANT`).
    Guest,
}

impl Role {
    /// The word of RFC 5545, section 3.2.16.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Chair => "CHAIR",
            Self::Member => "REQ-PARTICIPANT",
            Self::Guest => "OPT-PARTICIPANT",
        }
    }
}
