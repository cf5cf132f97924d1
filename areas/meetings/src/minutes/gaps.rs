//! What is missing in the minutes by law, before they are frozen.

use allmende_meeting_rules::{
    MinutesFacts, MinutesGap, Presence as Heads, QuorumKind, SecondMeeting, Votes, judge_quorum, missing_for_minutes,
};
use allmende_store::Id;

use super::proceedings::Proceedings;
use crate::model::participant::Participant;
use crate::model::vote::{VoteKind, VoteOutcome};
use crate::model::{AgendaItem, ItemState, Purpose};

/// What is missing. Signatures and the approval come after the freezing and are not asked for here.
pub fn gaps(proceedings: &Proceedings) -> Vec<MinutesGap> {
    missing_for_minutes(proceedings.rules.regime, &facts(proceedings))
}

/// Items that were dealt with and of which nothing is written.
pub fn silent_items(proceedings: &Proceedings) -> Vec<&AgendaItem> {
    let said = |item: &AgendaItem| {
        !item.discussion.trim().is_empty()
            || !item.outcome.trim().is_empty()
            || item.purpose == Purpose::Formality
            || proceedings.votes.iter().any(|vote| vote.item_id == Some(item.head.id))
    };
    let dealt = |item: &AgendaItem| matches!(item.state, ItemState::Done | ItemState::Open);
    proceedings.numbered().into_iter().map(|(item, _)| item).filter(|item| dealt(item) && !said(item)).collect()
}

fn facts(proceedings: &Proceedings) -> MinutesFacts {
    let meeting = &proceedings.meeting;
    let there = |one: &&Participant| !proceedings.presences_of(one.head.id).is_empty();
    let absent: Vec<&Participant> = proceedings.voting().filter(|one| !there(one)).collect();
    let counted = proceedings.votes.iter().filter(|vote| vote.outcome != VoteOutcome::Noted);
    let late = proceedings.calls.iter().any(|call| !call.reason.is_empty());
    let has_list = proceedings.voting().next().is_some();
    MinutesFacts {
        day: true,
        place: !meeting.place.is_empty(),
        hours: !proceedings.begin().is_empty() && !proceedings.end().is_empty(),
        chair: !meeting.chair.is_empty(),
        minute_taker: !meeting.minute_taker.is_empty(),
        present: proceedings.voting().any(|one| there(&one)),
        absent: has_list,
        absence_reasons: absent.iter().all(|one| !one.reason.is_empty()),
        duly_called: !proceedings.calls.is_empty(),
        urgent_reason: !late
            || !meeting.urgent_reason.is_empty()
            || proceedings.calls.iter().any(|c| !c.reason.is_empty()),
        quorum: is_quorate(proceedings).is_some() || proceedings.rules.quorum.kind == QuorumKind::None,
        voters_present: !proceedings.presences.is_empty(),
        agenda: !proceedings.items.is_empty(),
        matters: !proceedings.items.is_empty() && silent_items(proceedings).is_empty(),
        wording: counted.clone().filter(|vote| vote.kind != VoteKind::Election).all(|vote| !vote.wording.is_empty()),
        voting_manner: true,
        vote_results: counted.clone().all(|vote| vote.outcome != VoteOutcome::Open),
        concerned: true,
        publicity: true,
        elections: counted.filter(|vote| vote.kind == VoteKind::Election).all(|vote| !vote.verdict.is_empty()),
        // They follow the freezing: the paper has room for them.
        chair_signature: true,
        minute_taker_signature: true,
        further_signatures: true,
        approval: true,
    }
}

/// Whether the body could decide when it was opened; none if that cannot be told.
pub fn is_quorate(proceedings: &Proceedings) -> Option<bool> {
    let opened = proceedings.meeting.opened_at?;
    let heads = |there: bool| {
        let all = proceedings.voting().filter(|one| !there || proceedings.is_there(one.head.id, opened));
        all.fold((0_u32, 0_i64), |(heads, votes), one| (heads.saturating_add(1), votes.saturating_add(one.votes)))
    };
    let (members, present) = (heads(false), heads(true));
    let presence = Heads {
        member_heads: members.0,
        member_votes: Votes::from_thousandths(members.1).ok()?,
        present_heads: present.0,
        present_votes: Votes::from_thousandths(present.1).ok()?,
        concerned_heads: 0,
        concerned_votes: Votes::ZERO,
        all_summoned: true,
        second_call: proceedings.meeting.second_call.then_some(SecondMeeting {
            days_since_first: 0,
            said_so: true,
            first_failed_by_concern: false,
        }),
    };
    judge_quorum(&proceedings.rules.quorum, &presence).ok().map(|verdict| verdict.reached)
}

/// Where a gap is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The form of the meeting.
    Meeting,
    /// The page of the evening.
    Evening,
    /// The list of those who were invited.
    List,
    /// The invitation.
    Invitation,
    /// The text of an item.
    Item(Id),
}

/// Where a gap is mended.
pub fn mend(proceedings: &Proceedings, gap: &MinutesGap) -> Mend {
    use allmende_meeting_rules::MinutesItem as Item;
    match gap.item {
        Item::Day | Item::Place | Item::Hours | Item::Chair | Item::MinuteTaker => Mend::Meeting,
        Item::Absent | Item::AbsenceReasons => Mend::List,
        Item::DulyCalled | Item::UrgentReason => Mend::Invitation,
        Item::Matters => silent_items(proceedings).first().map_or(Mend::Meeting, |item| Mend::Item(item.head.id)),
        Item::Present
        | Item::Quorum
        | Item::VotersPresent
        | Item::Agenda
        | Item::Wording
        | Item::VotingManner
        | Item::VoteResults
        | Item::Concerned
        | Item::Publicity
        | Item::Elections
        | Item::ChairSignature
        | Item::MinuteTakerSignature
        | Item::FurtherSignatures
        | Item::Approval => Mend::Evening,
    }
}
