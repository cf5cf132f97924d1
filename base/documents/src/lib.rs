//! What a document is: its words and their order, without any typesetting.
//!
//! An area builds a [`Document`] out of records. Everything in it is a value: text stays text, no
//! markup is ever glued together from what people typed. The engine `typesetting` turns the same
//! value into PDF, DOCX and ODT, [`html`] into a page, so all four say the same.

pub mod cleaning;
pub mod collation;
pub mod cover;
mod files;
pub mod format;
pub mod html;
mod letter;
pub mod markdown;
pub mod meeting;
mod model;
pub mod numbering;
pub mod state;
pub mod words;

pub use files::*;
pub use letter::*;
pub use meeting::{
    AgendaItem, AgendaLine, AgendaPart, Choice, Count, Decision, Labelled, Mark, Outcome, ReplySlip, Signature,
};
pub use model::*;
