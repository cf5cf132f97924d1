//! Making minutes: from the records of a meeting to the documents of its two parts, and what is missing in them by law.
//! Pure functions; minutes are German.

pub mod attendance;
pub mod decision;
pub mod document;
pub mod excerpt;
pub mod gaps;
pub mod proceedings;

pub use document::{Stamp, document};
pub use proceedings::{Call, Proceedings, Sheet};
