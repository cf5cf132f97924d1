//! Words of state and the signs that stand before them on paper.

use crate::cleaning::clean;

/// A sign: its shape says what its colour repeats, so a black-and-white print loses nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Filled disc with a tick: adopted, done.
    Done,
    /// Filled diamond with a tick: adopted with a change.
    Changed,
    /// Filled square with a cross: rejected.
    Rejected,
    /// Open square with two bars: postponed.
    Postponed,
    /// Half disc: discussed, in progress.
    Progress,
    /// Calendar: on a date.
    Scheduled,
    /// Ring: open.
    Open,
    /// Dash: not concerned.
    Unconcerned,
}

impl Sign {
    /// The sign for a word of state; `None` for any other text.
    pub fn for_word(word: &str) -> Option<Self> {
        let word = clean(word).trim().to_lowercase();
        Some(match word.as_str() {
            "beschlossen" | "angenommen" | "erledigt" | "abgeschlossen" | "zugestimmt" | "ja" | "adopted" | "done"
            | "completed" | "yes" => Self::Done,
            "mit änderung" | "with changes" => Self::Changed,
            "abgelehnt" | "nein" | "rejected" | "no" => Self::Rejected,
            "vertagt" | "zurückgestellt" | "ruht" | "postponed" | "paused" => Self::Postponed,
            "beraten" | "in arbeit" | "läuft" | "laufend" | "in umsetzung" | "discussed" | "in progress" => {
                Self::Progress
            }
            "terminiert" | "geplant" | "eingeladen" | "auf der tagesordnung" | "scheduled" | "planned" => {
                Self::Scheduled
            }
            "offen" | "idee" | "in vorbereitung" | "open" | "idea" | "in preparation" => Self::Open,
            "nicht betroffen" | "zurückgezogen" | "eingestellt" | "not concerned" | "withdrawn" | "discontinued" => {
                Self::Unconcerned
            }
            _ => return None,
        })
    }

    /// The name that templates use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Changed => "changed",
            Self::Rejected => "rejected",
            Self::Postponed => "postponed",
            Self::Progress => "progress",
            Self::Scheduled => "scheduled",
            Self::Open => "open",
            Self::Unconcerned => "unconcerned",
        }
    }
}
