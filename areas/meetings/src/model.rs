//! What a meeting is made of, from the rules of its body to its minutes.

pub mod circular;
pub mod election;
pub mod item;
pub mod meeting;
pub mod minutes;
pub mod notice;
pub mod participant;
pub mod rule_set;
pub mod seat;
pub mod topic;
pub mod vote;

pub use item::{AgendaItem, ItemFile, ItemState, Purpose};
pub use meeting::{Meeting, MeetingState, Stage, meeting_title};
