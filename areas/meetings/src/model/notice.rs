//! What was sent about a meeting, frozen.

use allmende_store::{Entry, Id, Moment, Record};

use super::seat::Channel;

allmende_store::word_enum! {
    /// What a notice says.
    pub enum NoticeKind {
        /// The meeting takes place, with this agenda.
        Invitation = "invitation",
        /// The agenda changed.
        Supplement = "supplement",
        /// Day, time or place changed.
        Moved = "moved",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

allmende_store::record! {
    /// A notice as it was sent. It never changes.
    pub struct Notice: "notice" {
        /// The meeting.
        pub meeting_id: Id,
        /// 0 for the invitation, then counting.
        pub number: i64,
        /// What it says.
        pub kind: NoticeKind,
        /// When it was sent.
        pub sent_at: Moment,
        /// Subject of mail and letter.
        pub subject: String,
        /// The text of mail and letter, Markdown, without what is private.
        pub text: String,
        /// What is different from the notice before, one a line, without what is private.
        pub differences: String,
        /// Whether it is in time, as the sentence that was shown.
        pub verdict: String,
        /// Why it was sent although it is late.
        pub reason: String,
        /// SHA-256 of the snapshot.
        pub digest: String,
        /// Everything that was sent, as JSON.
        pub snapshot_file: Id,
        /// The agenda for everybody.
        pub open_pdf_file: Id,
        /// The agenda with its private part.
        pub full_pdf_file: Option<Id>,
        /// The letters for those without mail.
        pub letters_file: Option<Id>,
    }
}

impl Record for Notice {
    const LASTING: bool = true;

    fn entry(&self) -> Entry {
        Entry {
            parent: Some(self.meeting_id),
            body: self.text.clone(),
            on_day: Some(self.sent_at.day()),
            ..Entry::titled(&self.subject)
        }
    }
}

allmende_store::word_enum! {
    /// What somebody gets of an agenda.
    pub enum Part {
        /// The public part only.
        Open = "open",
        /// Both parts.
        Full = "full",
    }
}

allmende_store::record! {
    /// Somebody who got a notice.
    pub struct NoticeRecipient: "notice_recipient" {
        /// The notice.
        pub notice_id: Id,
        /// Who.
        pub participant_id: Id,
        /// The name at that time.
        pub name: String,
        /// By mail or letter.
        pub channel: Channel,
        /// Mail address, or the lines of the postal address.
        pub address: String,
        /// What of the agenda.
        pub part: Part,
        /// The mail in the outbox.
        pub mail_id: Option<Id>,
    }
}

impl Record for NoticeRecipient {
    const LASTING: bool = true;

    fn entry(&self) -> Entry {
        Entry { parent: Some(self.notice_id), ..Entry::titled(&self.name) }
    }
}
