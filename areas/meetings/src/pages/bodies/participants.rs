//! Who is invited: the seats of a body as they are filled on the day of a meeting.

use std::collections::BTreeMap;

use allmende_alliance::letters::recipients::AddressBook;
use allmende_alliance::model::Municipality;
use allmende_documents::collation::compare_words;
use allmende_meeting_rules::{Presence, QuorumVerdict, RuleSet, SecondMeeting, Votes, judge_quorum};
use allmende_store::{Day, Head, Id, RecordData, StoreError, Tx};

use crate::model::participant::{Answer, AnsweredBy, Participant};
use crate::model::seat::{Channel, Seat, SeatRole};
use crate::model::{Meeting, Stage};
use crate::queries;

/// The names that seats need, looked up for all of them at once.
pub(super) struct Names {
    pub(super) book: AddressBook,
    municipalities: BTreeMap<Id, String>,
}

impl Names {
    /// Everybody who may speak for a seat on a day.
    pub(super) async fn on(tx: &mut Tx, day: Day) -> Result<Self, StoreError> {
        let municipalities = tx.of_kind(Municipality::KIND).await?;
        Ok(Self {
            book: AddressBook::load(tx, day).await?,
            municipalities: municipalities.into_iter().map(|line| (line.record_id, line.title)).collect(),
        })
    }

    /// Who speaks for a seat: its own person, else the mayor of the day (Art. 38 Abs. 1 GO).
    pub(super) fn speaker(&self, seat: &Seat) -> Option<Id> {
        let mayor = || self.book.mayor(seat.municipality_id?).map(|holder| holder.person_id);
        seat.person_id.or_else(mayor)
    }

    /// The name of a person; empty if there is none.
    pub(super) fn person(&self, id: Option<Id>) -> String {
        id.and_then(|id| self.book.person_of(id)).map(allmende_alliance::model::Person::full_name).unwrap_or_default()
    }

    /// What lists show first of a seat: the municipality, else the person, else the name that was typed.
    pub(super) fn first(&self, seat: &Seat) -> String {
        let municipality = seat.municipality_id.and_then(|id| self.municipalities.get(&id)).cloned();
        let person = Some(self.person(seat.person_id)).filter(|name| !name.is_empty());
        municipality.or(person).unwrap_or_else(|| seat.name.clone())
    }

    /// Who speaks for a municipality's seat; empty for other seats, whose name says it.
    pub(super) fn second(&self, seat: &Seat) -> String {
        if seat.municipality_id.is_some() { self.person(self.speaker(seat)) } else { String::new() }
    }

    /// Where mail to a seat goes; empty if nowhere.
    pub(super) fn mail(&self, seat: &Seat) -> String {
        if !seat.email.is_empty() {
            return seat.email.clone();
        }
        self.speaker(seat).and_then(|id| self.book.person_of(id)).map(|one| one.email.clone()).unwrap_or_default()
    }
}

/// The place of a role in lists: who leads stands first.
pub(super) fn rank(role: SeatRole) -> u8 {
    match role {
        SeatRole::Chair => 0,
        SeatRole::DeputyChair => 1,
        SeatRole::Member => 2,
        SeatRole::MinuteTaker => 3,
        SeatRole::Adviser => 4,
        SeatRole::Guest => 5,
    }
}

/// Somebody at a meeting of whom nothing is known but the name.
pub(super) fn somebody(meeting: Id, position: i64, name: &str) -> Participant {
    Participant {
        head: Head::default(),
        meeting_id: meeting,
        position,
        seat_id: None,
        municipality_id: None,
        person_id: None,
        name: name.to_owned(),
        person: String::new(),
        email: String::new(),
        role: SeatRole::Guest,
        votes: 0,
        channel: Channel::Mail,
        items: String::new(),
        answer: Answer::None,
        reason: String::new(),
        deputy: String::new(),
        answered_at: None,
        answered_by: AnsweredBy::Nothing,
        token_digest: String::new(),
    }
}

fn participant(names: &Names, meeting: &Meeting, seat: &Seat) -> Participant {
    let email = names.mail(seat);
    Participant {
        seat_id: Some(seat.head.id),
        municipality_id: seat.municipality_id,
        person_id: names.speaker(seat),
        person: names.second(seat),
        role: seat.role,
        votes: if seat.role.votes() { seat.votes } else { 0 },
        // Without an address a mail reaches nobody; a letter may.
        channel: if email.is_empty() { Channel::Letter } else { seat.channel },
        email,
        ..somebody(meeting.head.id, 0, &names.first(seat))
    }
}

/// Everybody whom the seats of the body call to a meeting, resolved for its day, in the order of lists.
pub(crate) async fn participants_of(tx: &mut Tx, meeting: &Meeting) -> Result<Vec<Participant>, StoreError> {
    let mut seats = queries::seats(tx, meeting.body_id).await?;
    seats.retain(|seat| seat.head.archived_at.is_none() && seat.is_filled_on(meeting.held_on));
    let names = Names::on(tx, meeting.held_on).await?;
    let mut all: Vec<Participant> = seats.iter().map(|seat| participant(&names, meeting, seat)).collect();
    all.sort_by(|a, b| rank(a.role).cmp(&rank(b.role)).then_with(|| compare_words(&a.name, &b.name)));
    for (position, one) in (1..).zip(&mut all) {
        one.position = position;
    }
    Ok(all)
}

/// What taking over changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TakenOver {
    /// How many came new.
    pub(crate) added: usize,
    /// How many were brought up to date.
    pub(crate) changed: usize,
    /// How many have no seat any more.
    pub(crate) removed: usize,
}

/// Brings the list of a meeting in line with the seats of its body. Guests stay. Once the meeting was called, nothing
/// changes: the list is that of the invitation.
pub(crate) async fn take_over(tx: &mut Tx, meeting: &Meeting) -> Result<TakenOver, StoreError> {
    let mut done = TakenOver::default();
    if meeting.stage() != Stage::Preparing {
        return Ok(done);
    }
    let wanted = participants_of(tx, meeting).await?;
    let (mut seated, guests): (Vec<Participant>, Vec<Participant>) =
        queries::participants(tx, meeting.head.id).await?.into_iter().partition(|one| one.seat_id.is_some());
    let mut last = 0;
    for mut one in wanted {
        last = one.position;
        let Some(place) = seated.iter().position(|old| old.seat_id == one.seat_id) else {
            tx.insert(&mut one).await?;
            done.added += 1;
            continue;
        };
        let old = seated.swap_remove(place);
        let mut new = Participant {
            answer: old.answer,
            reason: old.reason.clone(),
            deputy: old.deputy.clone(),
            answered_at: old.answered_at,
            answered_by: old.answered_by,
            items: old.items.clone(),
            head: old.head.clone(),
            ..one
        };
        if new != old {
            tx.update(&mut new).await?;
            done.changed += 1;
        }
    }
    for gone in seated {
        tx.trash::<Participant>(gone.head.id).await?;
        done.removed += 1;
    }
    for (position, mut guest) in (last + 1..).zip(guests) {
        if guest.position != position {
            guest.position = position;
            tx.update(&mut guest).await?;
        }
    }
    Ok(done)
}

/// Whether taking over would change the list of a meeting.
pub(super) async fn differs(tx: &mut Tx, meeting: &Meeting, invited: &[Participant]) -> Result<bool, StoreError> {
    if meeting.stage() != Stage::Preparing {
        return Ok(false);
    }
    let wanted = participants_of(tx, meeting).await?;
    let seated = invited.iter().filter(|one| one.seat_id.is_some());
    let same = |one: &Participant| {
        invited.iter().any(|old| {
            (old.seat_id, old.municipality_id, old.person_id) == (one.seat_id, one.municipality_id, one.person_id)
                && (&old.name, &old.person, &old.email) == (&one.name, &one.person, &one.email)
                && (old.role, old.votes, old.channel) == (one.role, one.votes, one.channel)
        })
    };
    Ok(seated.count() != wanted.len() || !wanted.iter().all(same))
}

/// Whether a body will be able to decide, if everybody does what was answered.
pub(crate) fn expected_quorum(rules: &RuleSet, invited: &[Participant], second_call: bool) -> Option<QuorumVerdict> {
    let voting: Vec<&Participant> = invited.iter().filter(|one| one.role.votes()).collect();
    let coming: Vec<&Participant> = voting.iter().copied().filter(|one| one.is_expected()).collect();
    let heads = |all: &[&Participant]| u32::try_from(all.len()).unwrap_or(u32::MAX);
    let votes = |all: &[&Participant]| Votes::from_thousandths(all.iter().map(|one| one.votes).sum()).ok();
    let second = SecondMeeting { days_since_first: 0, said_so: true, first_failed_by_concern: false };
    let presence = Presence {
        member_heads: heads(&voting),
        member_votes: votes(&voting)?,
        present_heads: heads(&coming),
        present_votes: votes(&coming)?,
        concerned_heads: 0,
        concerned_votes: Votes::ZERO,
        all_summoned: true,
        second_call: second_call.then_some(second),
    };
    judge_quorum(&rules.quorum, &presence).ok()
}
