//! A meeting and how far it has come.

use allmende_alliance::model::Body;
use allmende_store::{Action, Day, Entry, Head, Id, Moment, Record, StoreError, Tx};

use super::item::AgendaItem;

allmende_store::word_enum! {
    /// Where a meeting stands.
    pub enum MeetingState {
        /// Still to come.
        Planned = "planned",
        /// Took place.
        Held = "held",
        /// Called off; it counts in no report.
        Cancelled = "cancelled",
    }
}

allmende_store::record! {
    /// A meeting of a body.
    pub struct Meeting: "meeting" {
        /// The body that meets.
        pub body_id: Id,
        /// Its name; the body's word for a meeting if it has none of its own.
        pub title: String,
        /// First day.
        pub held_on: Day,
        /// Last day, if it lasts longer than one.
        pub ends_on: Option<Day>,
        /// Begin as "18:00" in German time; may be empty.
        pub begins_at: String,
        /// End as "20:00"; may be empty.
        pub ends_at: String,
        /// Where.
        pub place: String,
        /// Where it stands.
        pub state: MeetingState,
        /// Anything worth knowing.
        pub note: String,
        /// Who leads it.
        #[serde(default)]
        pub chair: String,
        /// Who writes the minutes.
        #[serde(default)]
        pub minute_taker: String,
        /// Whether its public part is open to everybody.
        #[serde(default)]
        pub public: bool,
        /// Why it is called at short notice; empty if it is not.
        #[serde(default)]
        pub urgent_reason: String,
        /// Whether it is the second call for the same matters (Art. 47 Abs. 3 GO, Art. 33 Abs. 1 KommZG).
        #[serde(default)]
        pub second_call: bool,
        /// Counts its changes of time, place and existence for calendars (RFC 5545, SEQUENCE).
        #[serde(default)]
        pub sequence: i64,
        /// When it was called.
        #[serde(default)]
        pub invited_at: Option<Moment>,
        /// When it was opened.
        #[serde(default)]
        pub opened_at: Option<Moment>,
        /// Whether the chair found that all members had been duly called (Art. 47 Abs. 2 GO).
        #[serde(default)]
        pub summoned: bool,
        /// When it was closed.
        #[serde(default)]
        pub closed_at: Option<Moment>,
        /// What was agreed about the next one.
        #[serde(default)]
        pub follow_up: String,
    }
}

/// How far a meeting has come. Never stored: it follows from the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Its agenda grows.
    Preparing,
    /// It was called.
    Invited,
    /// It takes place now.
    Running,
    /// It took place.
    Closed,
    /// It was called off.
    Cancelled,
}

impl Record for Meeting {
    fn entry(&self) -> Entry {
        // The page adds the word for the time in the person's language.
        let parts: Vec<&str> =
            [self.begins_at.as_str(), self.place.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        Entry {
            summary: parts.join(", "),
            body: self.note.clone(),
            on_day: self.calendar_day(),
            ..Entry::titled(&self.title)
        }
    }

    async fn settle(&self, tx: &mut Tx, action: Action) -> Result<(), StoreError> {
        // A new meeting has no items yet, and a purged one has none any more.
        if matches!(action, Action::Changed) { crate::queries::items_follow(tx, self).await } else { Ok(()) }
    }
}

impl Meeting {
    /// Its last day.
    pub fn last_day(&self) -> Day {
        self.ends_on.unwrap_or(self.held_on)
    }

    /// The day under which timelines and calendars show it: none once it is called off, because
    /// then nothing happens on that day.
    pub fn calendar_day(&self) -> Option<Day> {
        (self.state != MeetingState::Cancelled).then_some(self.held_on)
    }

    /// Whether its day is over and nobody has said yet whether it took place.
    pub fn is_unsettled(&self, today: Day) -> bool {
        self.state == MeetingState::Planned && self.last_day() < today
    }

    /// Whether a report from `from` to `to`, both included, counts it: its first day lies within, and it took place.
    pub fn counts_between(&self, from: Day, to: Day) -> bool {
        self.state == MeetingState::Held && (from..=to).contains(&self.held_on)
    }

    /// A new topic on its agenda.
    pub fn item(&self, position: i64, title: &str, thread_id: Option<Id>) -> AgendaItem {
        AgendaItem { on_day: self.calendar_day(), thread_id, ..AgendaItem::new(self.head.id, position, title) }
    }

    /// A meeting of which nothing is known but its day.
    pub fn new(body_id: Id, title: &str, held_on: Day) -> Self {
        Self {
            head: Head::default(),
            body_id,
            title: title.to_owned(),
            held_on,
            ends_on: None,
            begins_at: String::new(),
            ends_at: String::new(),
            place: String::new(),
            state: MeetingState::Planned,
            note: String::new(),
            chair: String::new(),
            minute_taker: String::new(),
            public: false,
            urgent_reason: String::new(),
            second_call: false,
            sequence: 0,
            invited_at: None,
            opened_at: None,
            summoned: false,
            closed_at: None,
            follow_up: String::new(),
        }
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        match self.state {
            MeetingState::Cancelled => Stage::Cancelled,
            MeetingState::Held => Stage::Closed,
            MeetingState::Planned if self.opened_at.is_some() => Stage::Running,
            MeetingState::Planned if self.invited_at.is_some() => Stage::Invited,
            MeetingState::Planned => Stage::Preparing,
        }
    }

    /// Whether attendance and votes of it are recorded for good.
    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }
}

/// What a meeting is called: its own title, else the body's word for a meeting, else the body's name.
/// `former` is the body it was moved away from: that body's word is not a title of its own.
pub fn meeting_title(typed: &str, body: &Body, former: Option<&Body>) -> String {
    let inherited = former.is_some_and(|former| typed == meeting_title("", former, None));
    let own = if inherited { "" } else { typed };
    [own, &body.meeting_name, &body.name].into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use allmende_alliance::model::BodyKind;
    use jiff::civil::date;

    fn meeting(state: MeetingState, ends_on: Option<Day>) -> Meeting {
        Meeting {
            ends_on,
            begins_at: "18:00".to_owned(),
            place: "Rathaus".to_owned(),
            state,
            ..Meeting::new(Id::NIL, "Allianzsitzung", Day(date(2017, 11, 30)))
        }
    }

    fn body(name: &str, meeting_name: &str) -> Body {
        Body {
            head: Head::default(),
            name: name.to_owned(),
            kind: BodyKind::Assembly,
            meeting_name: meeting_name.to_owned(),
            meeting_name_plural: String::new(),
            municipality_id: None,
            description: String::new(),
        }
    }

    #[test]
    fn a_meeting_is_unsettled_only_after_its_last_day() {
        let day = |d| Day(date(2017, 11, d));
        let later = Some(Day(date(2017, 12, 2)));
        let table = [
            (MeetingState::Planned, None, day(29), false),
            (MeetingState::Planned, None, day(30), false),
            (MeetingState::Planned, None, Day(date(2017, 12, 1)), true),
            (MeetingState::Planned, later, Day(date(2017, 12, 2)), false),
            (MeetingState::Planned, later, Day(date(2017, 12, 3)), true),
            (MeetingState::Held, None, Day(date(2018, 1, 1)), false),
            (MeetingState::Cancelled, None, Day(date(2018, 1, 1)), false),
        ];
        for (state, ends_on, today, expected) in table {
            assert_eq!(meeting(state, ends_on).is_unsettled(today), expected, "{state:?} {today}");
        }
    }

    #[test]
    fn a_report_counts_held_meetings_within_both_ends() {
        let may = Day(date(2017, 5, 1));
        let table = [
            (MeetingState::Held, may, Day(date(2017, 11, 30)), true),
            (MeetingState::Held, Day(date(2017, 11, 30)), Day(date(2017, 12, 1)), true),
            (MeetingState::Held, may, Day(date(2017, 11, 29)), false),
            (MeetingState::Planned, may, Day(date(2017, 12, 1)), false),
            (MeetingState::Cancelled, may, Day(date(2017, 12, 1)), false),
        ];
        for (state, from, to, expected) in table {
            // The last day lies outside of most of these periods; only the first one counts.
            let meeting = meeting(state, Some(Day(date(2017, 12, 2))));
            assert_eq!(meeting.counts_between(from, to), expected, "{state:?} {from} {to}");
        }
    }

    #[test]
    fn a_meeting_that_is_called_off_leaves_the_timelines() {
        let held = meeting(MeetingState::Held, None);
        assert_eq!(held.entry().on_day, Some(held.held_on));
        assert_eq!(held.item(1, "Logo", None).on_day, Some(held.held_on));
        let off = meeting(MeetingState::Cancelled, None);
        assert_eq!(off.entry().on_day, None);
        assert_eq!(off.item(1, "Logo", None).entry().on_day, None);
    }

    #[test]
    fn a_meeting_without_a_title_is_called_after_its_body() {
        let assembly = body("Allianzversammlung", "Allianzsitzung");
        let board = body("Vorstand", "");
        let table = [
            ("", &assembly, None, "Allianzsitzung"),
            ("", &board, None, "Vorstand"),
            ("Klausur", &assembly, None, "Klausur"),
            ("Allianzsitzung", &board, Some(&assembly), "Vorstand"),
            ("Klausur", &board, Some(&assembly), "Klausur"),
            ("Vorstand", &assembly, Some(&board), "Allianzsitzung"),
        ];
        for (typed, body, former, expected) in table {
            assert_eq!(meeting_title(typed, body, former), expected);
        }
    }
}
