//! Meetings as iCalendar: invitations, cancellations, feeds, and the answers that come back.
//!
//! Pure: time comes in as a value, texts go out. The rules are those of RFC 5545 (iCalendar),
//! RFC 5546 (iTIP, who may send what) and RFC 6047 (iMIP, how it travels by mail).
//!
//! One meeting is one [`Event`]. Its `uid` never changes; its `sequence` grows with each change of
//! time, place or state, so that calendars and answers can be told from older ones.
//!
//! - [`request`] invites, [`cancel`] calls off, [`feed`] publishes to whoever subscribes; a feed
//!   names no attendee.
//! - [`read_replies`] reads the answers of an iCalendar text, [`replies_of_mail`] those of a mail or
//!   of a single file, whichever a person has at hand.
//! - [`faults`] finds what the usual validators overlook.
//!
//! Local times are those of Europe/Berlin, and every text carries the rules of that zone along.

mod check;
mod event;
mod lines;
mod mail;
mod reply;
mod text;
mod write;
mod zone;

pub use check::{Fault, faults};
pub use event::{Attendee, Event, Party, Role};
pub use mail::{MailReplies, replies_of_mail};
pub use reply::{Answer, ReadFault, Reply, read_replies};
pub use write::{cancel, feed, request};
