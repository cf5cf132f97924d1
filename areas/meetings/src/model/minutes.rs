//! Versions of minutes and what was objected.

use allmende_store::{Day, Entry, Id, Record};

allmende_store::word_enum! {
    /// How far a version of the minutes has come.
    pub enum MinutesState {
        /// Frozen and sent around.
        Circulated = "circulated",
        /// The body approved it.
        Approved = "approved",
        /// Chair and minute taker signed it.
        Signed = "signed",
        /// A later version took its place.
        Replaced = "replaced",
    }
}

allmende_store::record! {
    /// A version of the minutes of a meeting. Its content never changes.
    pub struct MinutesVersion: "minutes_version" {
        /// The meeting.
        pub meeting_id: Id,
        /// Counting from 1.
        pub number: i64,
        /// "Niederschrift der Allianzsitzung vom 30.11.2017".
        pub title: String,
        /// When it was frozen.
        pub made_on: Day,
        /// Why there is a further version; empty for the first.
        pub reason: String,
        /// How far it has come.
        pub state: MinutesState,
        /// When the body approved it.
        pub approved_on: Option<Day>,
        /// The vote by which it did.
        pub approved_by: Option<Id>,
        /// When it was signed.
        pub signed_on: Option<Day>,
        /// SHA-256 of the PDF of the public part.
        pub digest: String,
        /// The data it was made of, as JSON.
        pub snapshot_file: Id,
        /// The public part.
        pub open_pdf_file: Id,
        /// The public part.
        pub open_docx_file: Id,
        /// The public part.
        pub open_odt_file: Id,
        /// SHA-256 of the PDF of the private part; empty without one.
        pub closed_digest: String,
        /// The private part.
        pub closed_pdf_file: Option<Id>,
        /// The private part.
        pub closed_docx_file: Option<Id>,
        /// The private part.
        pub closed_odt_file: Option<Id>,
        /// The signed sheet, scanned.
        pub signed_file: Option<Id>,
    }
}

impl Record for MinutesVersion {
    const LASTING: bool = true;

    fn entry(&self) -> Entry {
        Entry { parent: Some(self.meeting_id), on_day: Some(self.made_on), ..Entry::titled(&self.title) }
    }
}

allmende_store::word_enum! {
    /// What became of an objection.
    pub enum ObjectionState {
        /// Not settled.
        Open = "open",
        /// The minutes are corrected.
        Upheld = "upheld",
        /// They are not.
        Refused = "refused",
    }
}

allmende_store::record! {
    /// Something that was objected to in the minutes.
    pub struct Objection: "objection" {
        /// The version.
        pub minutes_id: Id,
        /// Who.
        pub raised_by: String,
        /// When.
        pub raised_on: Day,
        /// What.
        pub text: String,
        /// What was answered.
        pub answer: String,
        /// What became of it.
        pub state: ObjectionState,
    }
}

impl Record for Objection {
    fn entry(&self) -> Entry {
        // It may speak of what was dealt with in private.
        Entry {
            parent: Some(self.minutes_id),
            on_day: Some(self.raised_on),
            confidential: true,
            ..Entry::titled(&self.raised_by)
        }
    }
}
