//! An invitation: what is sent about a meeting, to whom, and what is different from the time before.
//!
//! [`snapshot`] freezes what the records say, [`difference`] compares two of them, [`papers`] makes agenda and letters,
//! [`message`] the mail and its calendar part, [`attendance`] the list to sign. Nothing here writes; the pages do.

pub mod attendance;
pub mod difference;
pub mod message;
pub mod papers;
pub mod snapshot;
