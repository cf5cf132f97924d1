//! All rules of one body, as data with its paragraphs.

use serde::{Deserialize, Serialize};

use crate::circular::CircularRule;
use crate::election::ElectionRule;
use crate::majority::MajorityRule;
use crate::notice::Notice;
use crate::quorum::QuorumRule;
use crate::words::word_enum;

word_enum! {
    /// Which law a body stands under.
    pub enum Regime {
        /// Registered association (BGB).
        Association = "association",
        /// Zweckverband (KommZG).
        SpecialPurpose = "special_purpose",
        /// Kommunale Arbeitsgemeinschaft (Art. 4 to 6 KommZG).
        WorkingCommunity = "working_community",
        /// Municipal council or its committee (GO).
        Council = "council",
        /// Working group without formal rules; its results are recommendations.
        Informal = "informal",
    }
}

word_enum! {
    /// The form of a declaration.
    pub enum Form {
        /// Text form, § 126b BGB: mail is enough.
        Text = "text",
        /// Written form, § 126 BGB; statutes that say "schriftlich" mean § 127 (2) BGB, for which mail is enough in doubt.
        Written = "written",
        /// Written or electronic, at the choice of whoever calls (Art. 32 (1) 1 KommZG).
        WrittenOrElectronic = "written_or_electronic",
        /// Electronic, to members who agreed to it.
        Electronic = "electronic",
        /// Any.
        None = "none",
    }
}

word_enum! {
    /// What the screen does when an invitation is late.
    pub enum Late {
        /// Does not send it.
        Block = "block",
        /// Asks for the reason and notes it in the minutes.
        AskReason = "ask_reason",
    }
}

/// Whether meetings are public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publicity {
    /// They are, unless an item is closed.
    pub meetings_public: bool,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// The form of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeForm {
    /// The form.
    pub form: Form,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// Calling a meeting with a shorter notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urgent {
    /// Whether it may be done.
    pub allowed: bool,
    /// The least number of hours from receipt to the meeting.
    pub hours: u32,
    /// The reason must be given and stands in the minutes.
    pub needs_reason: bool,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// Whether a matter must stand on the agenda to be decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaBinding {
    /// A decision on a matter that the invitation did not name is invalid (§ 32 (1) 2 BGB).
    pub binding: bool,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// Who signs the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatures {
    /// The chair.
    pub chair: bool,
    /// Who took the minutes.
    pub minute_taker: bool,
    /// Further members.
    pub members: u32,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// All rules of a body, valid for some time; a meeting of the past keeps those of its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSet {
    /// The law.
    pub regime: Regime,
    /// Public or not.
    pub publicity: Publicity,
    /// The period of notice.
    pub notice: Notice,
    /// The form of the invitation.
    pub notice_form: NoticeForm,
    /// The urgent call.
    pub urgent: Urgent,
    /// What a late invitation means.
    pub late: Late,
    /// Whether the agenda binds.
    pub agenda_binding: AgendaBinding,
    /// The quorum, with the second call.
    pub quorum: QuorumRule,
    /// Ordinary resolutions.
    pub majority: MajorityRule,
    /// Changes of the statutes.
    pub statute_majority: MajorityRule,
    /// Changes of the purpose or the tasks.
    pub purpose_majority: MajorityRule,
    /// Dissolution.
    pub dissolution_majority: MajorityRule,
    /// Elections.
    pub election_majority: ElectionRule,
    /// Members have different numbers of votes.
    pub weighted: bool,
    /// Members may give their vote to another.
    pub proxies: bool,
    /// Who signs the minutes.
    pub signatures: Signatures,
    /// Results bind; if not, they are recommendations.
    pub binding: bool,
    /// Resolutions without a meeting.
    pub circular: CircularRule,
}
