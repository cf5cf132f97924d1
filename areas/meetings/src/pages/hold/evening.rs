//! What is known of a meeting while it lasts: who is there, what was decided, and what time it is.

use allmende_meeting_rules::{
    MajorityRule, Presence as Room, QuorumFault, QuorumVerdict, RuleSet, SecondMeeting, Votes, VotesFault, judge_quorum,
};
use allmende_store::{Day, Id, Listing, Moment, Sql, ToArg, Tx};
use allmende_web::form::Input;
use allmende_web::{Cx, Problem};

use crate::model::participant::{Participant, Presence};
use crate::model::vote::{MajorityKind, Vote};
use crate::model::{AgendaItem, Meeting, Stage};
use crate::queries;

/// How far an entry may lie ahead of the server's clock, in minutes.
const AHEAD_MINUTES: i64 = 5;
/// After so many hours a meeting that is still open is written down afterwards, and "now" says nothing any more.
const LONGEST_HOURS: i64 = 18;

/// A meeting with all that happens in it.
pub(super) struct Evening {
    pub(super) meeting: Meeting,
    pub(super) rules: RuleSet,
    pub(super) items: Vec<AgendaItem>,
    pub(super) participants: Vec<Participant>,
    pub(super) presences: Vec<Presence>,
    pub(super) votes: Vec<Vote>,
    /// Days since the meeting before, if this is a second call.
    days_since_first: Option<u32>,
}

impl Evening {
    pub(super) async fn load(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Self, Problem> {
        let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
        if meeting.stage() == Stage::Cancelled {
            return Err(Problem::Refused(cx.t("hold-cancelled")));
        }
        let days_since_first = if meeting.second_call { days_since_first(tx, &meeting).await? } else { None };
        Ok(Self {
            rules: queries::rules_on(tx, meeting.body_id, meeting.held_on).await?.0,
            items: queries::agenda(tx, id).await?,
            participants: queries::participants(tx, id).await?,
            presences: queries::presences(tx, id).await?,
            votes: queries::votes(tx, id).await?,
            days_since_first,
            meeting,
        })
    }

    /// The meeting, if things may still be written down in it.
    pub(super) async fn running(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Self, Problem> {
        let evening = Self::load(cx, tx, id).await?;
        if evening.is_closed() {
            return Err(Problem::Refused(cx.t("meeting-closed")));
        }
        if evening.meeting.opened_at.is_none() {
            return Err(Problem::Refused(cx.t("hold-not-open")));
        }
        Ok(evening)
    }

    /// A meeting that is said to have taken place is closed, too, even if nobody held it with this page.
    pub(super) fn is_closed(&self) -> bool {
        self.meeting.is_closed() || self.meeting.stage() == Stage::Closed
    }

    /// An item of this meeting.
    pub(super) fn item(&self, id: Id) -> Result<&AgendaItem, Problem> {
        self.items.iter().find(|item| item.head.id == id).ok_or(Problem::NotFound)
    }

    /// The item that a form names.
    pub(super) fn item_of_form(&self, cx: &Cx) -> Result<&AgendaItem, Problem> {
        self.item(cx.submission().get("item").parse().map_err(|_| Problem::NotFound)?)
    }

    /// The item that is dealt with now.
    pub(super) fn running_item(&self) -> Option<&AgendaItem> {
        self.items
            .iter()
            .filter(|item| item.began_at.is_some() && item.ended_at.is_none())
            .max_by_key(|item| item.began_at)
    }

    /// Who has a vote.
    pub(super) fn voters(&self) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(|one| one.role.votes())
    }

    /// The votes of somebody: one for each, unless the rules weigh them.
    pub(super) fn weight(&self, one: &Participant) -> Result<Votes, VotesFault> {
        if self.rules.weighted { Votes::from_thousandths(one.votes) } else { Ok(Votes::ONE) }
    }

    /// The votes of several.
    pub(super) fn weights(&self, all: &[&Participant]) -> Result<Votes, VotesFault> {
        all.iter().try_fold(Votes::ZERO, |sum, one| sum.checked_add(self.weight(one)?))
    }

    /// The stretch in which somebody is there at an instant.
    pub(super) fn stretch(&self, participant: Id, at: Moment) -> Option<&Presence> {
        self.presences.iter().find(|one| one.participant_id == participant && one.covers(at))
    }

    /// Who with a vote is there at an instant.
    pub(super) fn present(&self, at: Moment) -> Vec<&Participant> {
        self.voters().filter(|one| self.stretch(one.head.id, at).is_some()).collect()
    }

    /// Whether the body may decide at an instant, if these members are personally concerned.
    pub(super) fn quorum(&self, at: Moment, concerned: &[&Participant]) -> Result<QuorumVerdict, QuorumFault> {
        let voters: Vec<&Participant> = self.voters().collect();
        let present = self.present(at);
        let room = Room {
            member_heads: heads(voters.len()),
            member_votes: self.weights(&voters)?,
            present_heads: heads(present.len()),
            present_votes: self.weights(&present)?,
            concerned_heads: heads(concerned.len()),
            concerned_votes: self.weights(concerned)?,
            // Whoever came heals what was wrong with the call of the own person.
            all_summoned: self.meeting.summoned || present.len() == voters.len(),
            second_call: self.days_since_first.map(|days_since_first| SecondMeeting {
                days_since_first,
                said_so: true,
                first_failed_by_concern: false,
            }),
        };
        judge_quorum(&self.rules.quorum, &room)
    }

    /// The rule of a majority.
    pub(super) fn majority(&self, kind: MajorityKind) -> &MajorityRule {
        match kind {
            MajorityKind::Ordinary | MajorityKind::Election => &self.rules.majority,
            MajorityKind::Statutes => &self.rules.statute_majority,
            MajorityKind::Purpose => &self.rules.purpose_majority,
        }
    }

    /// Now, to the minute. Of a meeting that is written down afterwards: when the last thing happened.
    pub(super) fn now(&self, cx: &Cx) -> Moment {
        let Some(opened) = self.meeting.opened_at else { return to_minute(cx.now()) };
        if plus_minutes(opened, LONGEST_HOURS * 60) > cx.now() {
            return to_minute(cx.now()).max(opened);
        }
        let people = self.presences.iter().flat_map(|one| [Some(one.came_at), one.left_at]);
        let items = self.items.iter().flat_map(|item| [item.began_at, item.ended_at]);
        let votes = self.votes.iter().map(|vote| Some(vote.cast_at));
        people.chain(items).chain(votes).flatten().max().unwrap_or(opened).max(opened)
    }

    /// The instant that a form names as "18:47" in `at`: empty means now. Refuses what lies before the opening or ahead.
    pub(super) fn at(&self, cx: &Cx) -> Result<Moment, String> {
        self.at_field(cx, "at")
    }

    /// The same of another field.
    pub(super) fn at_field(&self, cx: &Cx, name: &'static str) -> Result<Moment, String> {
        let mut input = Input::new(cx);
        let typed = input.time(name);
        if let Some((_, sentence)) = input.errors().into_iter().next() {
            return Err(sentence);
        }
        let (Some(time), Some(opened)) = (typed, self.meeting.opened_at) else { return Ok(self.now(cx)) };
        let day = opened.day();
        let mut at = moment_on(day, &time).ok_or_else(|| cx.tv("form-time", [("text", time.as_str().into())]))?;
        if at < opened
            && let Ok(next) = day.0.tomorrow()
            // After midnight.
            && let Some(later) = moment_on(Day(next), &time).filter(|later| !is_ahead(cx, *later))
            && plus_minutes(opened, LONGEST_HOURS * 60) > later
        {
            at = later;
        }
        let values = [("time", time.into()), ("opened", clock(opened).into()), ("now", clock(cx.now()).into())];
        if at < opened {
            return Err(cx.tv("hold-before-opening", values));
        }
        if is_ahead(cx, at) {
            return Err(cx.tv("hold-ahead", values));
        }
        Ok(at)
    }
}

/// Whether an instant has yet to come.
pub(super) fn is_ahead(cx: &Cx, at: Moment) -> bool {
    at > plus_minutes(cx.now(), AHEAD_MINUTES)
}

async fn days_since_first(tx: &mut Tx, meeting: &Meeting) -> Result<Option<u32>, Problem> {
    let listing = Listing {
        conditions: vec![
            Sql::equals("r.body_id", meeting.body_id.to_arg()),
            Sql::new(
                "r.state <> 'cancelled' AND r.held_on <= ? AND r.id <> ?",
                allmende_store::args![meeting.held_on, meeting.head.id],
            ),
        ],
        then: "r.held_on DESC",
        ..Listing::default()
    };
    let before: Vec<Meeting> = tx.page(&listing, 0, 1).await?;
    let days = before.first().map(|first| meeting.held_on.0.since(first.held_on.0).map_or(0, |span| span.get_days()));
    Ok(Some(days.and_then(|days| u32::try_from(days).ok()).unwrap_or(0)))
}

fn heads(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// An instant cut to the minute: attendance and votes are written down to the minute, so their order must not depend on
/// seconds that nobody saw.
pub(super) fn to_minute(at: Moment) -> Moment {
    let seconds = at.0.as_second();
    Moment(jiff::Timestamp::from_second(seconds - seconds.rem_euclid(60)).unwrap_or(at.0))
}

/// So many minutes later.
pub(super) fn plus_minutes(at: Moment, minutes: i64) -> Moment {
    Moment(at.0.saturating_add(jiff::SignedDuration::from_mins(minutes)).unwrap_or(at.0))
}

/// Whole minutes from one instant to another.
pub(super) fn minutes_between(from: Moment, to: Moment) -> i64 {
    (to.0.as_second() - from.0.as_second()) / 60
}

/// "18:47" on a day in Germany.
pub(super) fn moment_on(day: Day, time: &str) -> Option<Moment> {
    let (hour, minute) = time.split_once(':')?;
    let zone = jiff::tz::TimeZone::get("Europe/Berlin").ok()?;
    let at = day.0.at(hour.parse().ok()?, minute.parse().ok()?, 0, 0).to_zoned(zone).ok()?;
    Some(Moment::new(at.timestamp()))
}

/// "18:47"
pub(super) fn clock(at: Moment) -> String {
    let local = at.in_germany();
    format!("{:02}:{:02}", local.hour(), local.minute())
}
