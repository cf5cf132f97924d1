//! All SQL of the area. What belongs to a record is read with [`Tx::matching`]; the texts here are what that cannot say.

use std::collections::BTreeMap;

use allmende_meeting_rules::RuleSet;
use allmende_projects::model::Task;
use allmende_store::{Day, Id, Record, Sql, StoreError, ToArg, Tx, args};

use crate::model::circular::{Circular, CircularAnswer};
use crate::model::minutes::{MinutesState, MinutesVersion, Objection};
use crate::model::notice::{Notice, NoticeRecipient};
use crate::model::participant::{Participant, Presence};
use crate::model::rule_set::BodyRules;
use crate::model::seat::Seat;
use crate::model::topic::{ModulePlace, Origin, TextModule, Topic, TopicState};
use crate::model::vote::{Ballot, Vote, VoteOutcome};
use crate::model::{AgendaItem, ItemFile, Meeting};

allmende_store::statements! {
    LAST_NUMBER = "SELECT MAX(number) FROM vote WHERE alliance_id = $1 AND body_id = $2 AND number_year = $3
        AND public = $4";
    /// The meeting that a link of an invitation opens, of whichever alliance.
    INVITED across = "SELECT p.alliance_id, p.id FROM participant p JOIN meeting m ON m.alliance_id = p.alliance_id AND m.id = p.meeting_id
        WHERE p.token_digest = $1 AND p.trashed_at IS NULL AND m.trashed_at IS NULL";
    /// The resolution without a meeting that a link opens, of whichever alliance.
    ASKED across = "SELECT a.alliance_id, a.id FROM circular_answer a JOIN circular c ON c.alliance_id = a.alliance_id AND c.id = a.circular_id
        WHERE a.token_digest = $1 AND a.trashed_at IS NULL AND c.trashed_at IS NULL";
}

async fn of<T: Record>(tx: &mut Tx, column: &'static str, id: Id, then: &'static str) -> Result<Vec<T>, StoreError> {
    tx.matching(vec![Sql::equals(column, id.to_arg())], then).await
}

/// The meetings that took place from `from` to `to`, both included, in time order, each with its public items in order.
/// A meeting counts by its first day. Two statements, however many there are.
pub async fn held_between(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<(Meeting, Vec<AgendaItem>)>, StoreError> {
    let period =
        || Sql::new("m.held_on BETWEEN ? AND ? AND m.state = 'held' AND m.trashed_at IS NULL", args![from, to]);
    let held = Sql::new("r.held_on BETWEEN ? AND ? AND r.state = 'held'", args![from, to]);
    let meetings: Vec<Meeting> = tx.matching(vec![held], "r.held_on, r.begins_at").await?;
    let listing = allmende_store::Listing {
        joins: "JOIN meeting m ON m.alliance_id = r.alliance_id AND m.id = r.meeting_id",
        conditions: vec![period(), Sql::new("r.public", Vec::new())],
        then: "r.meeting_id, r.position",
        ..allmende_store::Listing::default()
    };
    let items: Vec<AgendaItem> = tx.listed(&listing).await?;
    let mut by_meeting: BTreeMap<Id, Vec<AgendaItem>> = BTreeMap::new();
    for item in items {
        by_meeting.entry(item.meeting_id).or_default().push(item);
    }
    Ok(meetings
        .into_iter()
        .map(|meeting| {
            let items = by_meeting.remove(&meeting.head.id).unwrap_or_default();
            (meeting, items)
        })
        .collect())
}

/// The whole agenda of a meeting in order, for those who may see all of it: first the public part, then the private one.
pub async fn whole_agenda(tx: &mut Tx, meeting: Id) -> Result<Vec<AgendaItem>, StoreError> {
    of(tx, "r.meeting_id", meeting, "r.public DESC, r.position").await
}

/// The agenda of a meeting in order, as far as the person of this transaction may see it.
pub async fn agenda(tx: &mut Tx, meeting: Id) -> Result<Vec<AgendaItem>, StoreError> {
    let mut items = whole_agenda(tx, meeting).await?;
    let sees = tx.sees_confidential();
    items.retain(|item| item.public || sees);
    Ok(items)
}

/// The place after the last item of a meeting.
pub(crate) async fn next_position(tx: &mut Tx, meeting: Id) -> Result<i64, StoreError> {
    Ok(whole_agenda(tx, meeting).await?.iter().map(|item| item.position).max().unwrap_or(0) + 1)
}

/// The newest meetings of a body.
pub(crate) async fn of_body(tx: &mut Tx, body: Id) -> Result<Vec<Meeting>, StoreError> {
    let listing = allmende_store::Listing {
        conditions: vec![Sql::equals("r.body_id", body.to_arg())],
        then: "r.held_on DESC, r.begins_at DESC",
        ..allmende_store::Listing::default()
    };
    tx.page(&listing, 0, 6).await
}

/// Meetings whose day is over and of which nobody has said yet whether they took place.
pub(crate) async fn unsettled(tx: &mut Tx) -> Result<Vec<Meeting>, StoreError> {
    let today = tx.today();
    let over = Sql::new("r.state = 'planned' AND r.held_on < ?", args![today]);
    let mut meetings: Vec<Meeting> = tx.matching(vec![over], "r.held_on, r.begins_at").await?;
    meetings.retain(|meeting| meeting.is_unsettled(today));
    Ok(meetings)
}

/// The meetings of all bodies from `from` to `to`, both included, called off or not, in time order.
pub async fn between(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Meeting>, StoreError> {
    tx.matching(vec![Sql::new("r.held_on BETWEEN ? AND ?", args![from, to])], "r.held_on, r.begins_at").await
}

/// Brings the items of a meeting to its day; those in the trash too, because they can be taken out again.
pub(crate) async fn items_follow(tx: &mut Tx, meeting: &Meeting) -> Result<(), StoreError> {
    let day = meeting.calendar_day();
    let listing = allmende_store::Listing {
        conditions: vec![Sql::equals("r.meeting_id", meeting.head.id.to_arg())],
        ..allmende_store::Listing::default()
    };
    for mut item in tx.listed_with_trash::<AgendaItem>(&listing).await? {
        if item.on_day != day {
            item.on_day = day;
            tx.update(&mut item).await?;
        }
    }
    Ok(())
}

/// Numbers the items in the given order from 1.
pub(crate) async fn renumber(tx: &mut Tx, items: Vec<AgendaItem>, order: &[Id]) -> Result<(), StoreError> {
    for mut item in items {
        let place = order.iter().position(|id| *id == item.head.id).and_then(|index| i64::try_from(index + 1).ok());
        if let Some(place) = place
            && item.position != place
        {
            item.position = place;
            tx.update(&mut item).await?;
        }
    }
    Ok(())
}

/// All rule sets of a body, newest first.
pub async fn rule_sets(tx: &mut Tx, body: Id) -> Result<Vec<BodyRules>, StoreError> {
    of(tx, "r.body_id", body, "r.valid_from DESC").await
}

/// The rules of a body on a day with where they stand. A body without any has those of an informal group, which ask for
/// nothing; the second value is then `None`.
pub async fn rules_on(tx: &mut Tx, body: Id, day: Day) -> Result<(RuleSet, Option<BodyRules>), StoreError> {
    let sets = rule_sets(tx, body).await?;
    let set = sets.into_iter().find(|set| set.valid_from <= day);
    Ok(match set {
        Some(set) => (set.rules.0.clone(), Some(set)),
        None => (informal(), None),
    })
}

/// The rules of a body for which nobody laid down any.
fn informal() -> RuleSet {
    let [.., mut informal] = allmende_meeting_rules::presets();
    // Nobody asked for a period of notice, so none is checked.
    informal.rules.notice.days = 0;
    informal.rules
}

/// The seats of a body in the order in which they are called.
pub async fn seats(tx: &mut Tx, body: Id) -> Result<Vec<Seat>, StoreError> {
    of(tx, "r.body_id", body, "r.role, r.name COLLATE german").await
}

/// What waits for an agenda of a body, as far as the person may see it, oldest first.
pub async fn waiting_topics(tx: &mut Tx, body: Id) -> Result<Vec<Topic>, StoreError> {
    let conditions = vec![Sql::equals("r.body_id", body.to_arg()), Sql::equals("r.state", TopicState::Open.to_arg())];
    let mut topics: Vec<Topic> = tx.matching(conditions, "r.proposed_on").await?;
    let sees = tx.sees_confidential();
    topics.retain(|topic| topic.public || sees);
    Ok(topics)
}

/// The files of the items of a meeting, by item.
pub async fn files(tx: &mut Tx, items: &[AgendaItem]) -> Result<BTreeMap<Id, Vec<ItemFile>>, StoreError> {
    let Some(first) = items.first() else { return Ok(BTreeMap::new()) };
    let listing = allmende_store::Listing {
        joins: "JOIN agenda_item a ON a.alliance_id = r.alliance_id AND a.id = r.item_id",
        conditions: vec![Sql::equals("a.meeting_id", first.meeting_id.to_arg())],
        then: "r.item_id, r.position",
        ..allmende_store::Listing::default()
    };
    let sees = tx.sees_confidential();
    let mut by_item: BTreeMap<Id, Vec<ItemFile>> = BTreeMap::new();
    for file in tx.listed::<ItemFile>(&listing).await? {
        if file.public || sees {
            by_item.entry(file.item_id).or_default().push(file);
        }
    }
    Ok(by_item)
}

/// Who is expected at a meeting, in order.
pub async fn participants(tx: &mut Tx, meeting: Id) -> Result<Vec<Participant>, StoreError> {
    of(tx, "r.meeting_id", meeting, "r.position").await
}

/// Who was there when, in order of coming.
pub async fn presences(tx: &mut Tx, meeting: Id) -> Result<Vec<Presence>, StoreError> {
    of(tx, "r.meeting_id", meeting, "r.came_at").await
}

/// What was sent about a meeting, oldest first.
pub async fn notices(tx: &mut Tx, meeting: Id) -> Result<Vec<Notice>, StoreError> {
    of(tx, "r.meeting_id", meeting, "r.number").await
}

/// Who got a notice.
pub async fn notice_recipients(tx: &mut Tx, notice: Id) -> Result<Vec<NoticeRecipient>, StoreError> {
    of(tx, "r.notice_id", notice, "").await
}

/// The votes of a meeting in order, as far as the person may see them.
pub async fn votes(tx: &mut Tx, meeting: Id) -> Result<Vec<Vote>, StoreError> {
    let mut votes: Vec<Vote> = of(tx, "r.meeting_id", meeting, "r.position").await?;
    let sees = tx.sees_confidential();
    votes.retain(|vote| vote.is_open() || sees);
    Ok(votes)
}

/// Who chose what in the votes of a meeting, by vote.
pub async fn ballots(tx: &mut Tx, meeting: Id) -> Result<BTreeMap<Id, Vec<Ballot>>, StoreError> {
    let listing = allmende_store::Listing {
        joins: "JOIN vote v ON v.alliance_id = r.alliance_id AND v.id = r.vote_id",
        conditions: vec![Sql::equals("v.meeting_id", meeting.to_arg())],
        ..allmende_store::Listing::default()
    };
    let mut by_vote: BTreeMap<Id, Vec<Ballot>> = BTreeMap::new();
    for ballot in tx.listed::<Ballot>(&listing).await? {
        by_vote.entry(ballot.vote_id).or_default().push(ballot);
    }
    Ok(by_vote)
}

/// The next free number of a decision of a body in a year. Two at once cannot both take it: the table has it once.
///
/// Public and private decisions have a series each: a gap among the public numbers would tell of a private one.
pub async fn next_number(tx: &mut Tx, body: Id, year: i64, public: bool) -> Result<i64, StoreError> {
    let last: Option<(Option<i64>,)> = tx.row(LAST_NUMBER, args![body, year, public]).await?;
    Ok(last.and_then(|(number,)| number).unwrap_or(0) + 1)
}

/// The versions of the minutes of a meeting, oldest first.
pub async fn minutes_versions(tx: &mut Tx, meeting: Id) -> Result<Vec<MinutesVersion>, StoreError> {
    of(tx, "r.meeting_id", meeting, "r.number").await
}

/// What was objected to a version.
pub async fn objections(tx: &mut Tx, version: Id) -> Result<Vec<Objection>, StoreError> {
    of(tx, "r.minutes_id", version, "").await
}

/// The resolutions without a meeting of a body, newest first, as far as the person may see them.
pub async fn circulars(tx: &mut Tx, body: Id) -> Result<Vec<Circular>, StoreError> {
    let mut all: Vec<Circular> = of(tx, "r.body_id", body, "r.deadline DESC").await?;
    let sees = tx.sees_confidential();
    all.retain(|circular| circular.is_open() || sees);
    Ok(all)
}

/// The answers to a resolution without a meeting, in order.
pub async fn circular_answers(tx: &mut Tx, circular: Id) -> Result<Vec<CircularAnswer>, StoreError> {
    of(tx, "r.circular_id", circular, "r.position").await
}

/// The participant whose link carries the secret with this digest; the transaction then works in that alliance.
pub async fn enter_invited(tx: &mut Tx, digest: &str) -> Result<Option<Id>, StoreError> {
    enter(tx, INVITED, digest).await
}

/// The answer whose link carries the secret with this digest; the transaction then works in that alliance.
pub async fn enter_asked(tx: &mut Tx, digest: &str) -> Result<Option<Id>, StoreError> {
    enter(tx, ASKED, digest).await
}

async fn enter(tx: &mut Tx, statement: allmende_store::Statement, digest: &str) -> Result<Option<Id>, StoreError> {
    // An invitation that was never sent has no secret and is opened by none.
    if digest.is_empty() {
        return Ok(None);
    }
    let found: Option<(Id, Id)> = tx.row(statement, args![digest]).await?;
    Ok(found.map(|(alliance, id)| {
        tx.enter(alliance);
        id
    }))
}

/// All votes of a meeting in order, for papers that are told apart when they are drawn.
pub async fn all_votes(tx: &mut Tx, meeting: Id) -> Result<Vec<Vote>, StoreError> {
    of(tx, "r.meeting_id", meeting, "r.position").await
}

/// The tasks that follow from the items and votes of a meeting, by due day.
pub async fn tasks_of_meeting(tx: &mut Tx, meeting: Id) -> Result<Vec<Task>, StoreError> {
    let follows = Sql::new(
        "r.source_id IN (SELECT i.id FROM agenda_item i WHERE i.alliance_id = r.alliance_id AND i.meeting_id = ?)
        OR r.source_id IN (SELECT v.id FROM vote v WHERE v.alliance_id = r.alliance_id AND v.meeting_id = ?)",
        args![meeting, meeting],
    );
    tx.matching(known_tasks(tx, vec![follows]), "r.due_on NULLS LAST").await
}

/// The same conditions, and that the tasks may be known.
fn known_tasks(tx: &Tx, mut conditions: Vec<Sql>) -> Vec<Sql> {
    if !tx.sees_confidential() {
        conditions.push(Sql::new("NOT r.private", Vec::new()));
    }
    conditions
}

/// The texts that are offered at a place.
pub async fn modules(tx: &mut Tx, place: ModulePlace) -> Result<Vec<TextModule>, StoreError> {
    tx.matching(vec![Sql::equals("r.place", place.to_arg())], "r.title COLLATE german").await
}

/// The topics that ask a body to approve minutes of this version.
pub async fn topics_of_version(tx: &mut Tx, version: Id) -> Result<Vec<Topic>, StoreError> {
    of(tx, "r.origin_id", version, "").await
}

/// Brings minutes into line with a vote on them: an adopted one approves them, one that is gone or annulled no longer
/// does.
pub async fn minutes_follow(tx: &mut Tx, vote: &Vote, exists: bool) -> Result<(), StoreError> {
    let Some(item) = vote.item_id else { return Ok(()) };
    let item: Option<AgendaItem> = tx.get_any(item).await?;
    let Some(topic) = item.and_then(|item| item.topic_id) else { return Ok(()) };
    let topic: Option<Topic> = tx.get_any(topic).await?;
    let version = topic.filter(|topic| topic.origin == Origin::Minutes).and_then(|topic| topic.origin_id);
    let Some(version) = version else { return Ok(()) };
    let Some(mut version) = tx.get_any::<MinutesVersion>(version).await? else { return Ok(()) };
    let holds =
        exists && vote.outcome == VoteOutcome::Adopted && vote.annulled_on.is_none() && vote.head.trashed_at.is_none();
    if holds && version.state == MinutesState::Circulated {
        version.state = MinutesState::Approved;
        version.approved_on = Some(vote.on_day);
        version.approved_by = Some(vote.head.id);
    } else if !holds && version.state == MinutesState::Approved && version.approved_by == Some(vote.head.id) {
        version.state = MinutesState::Circulated;
        version.approved_on = None;
        version.approved_by = None;
    } else {
        return Ok(());
    }
    tx.update(&mut version).await
}

/// What was objected to any version of the minutes of a meeting, in order.
pub async fn objections_of_meeting(tx: &mut Tx, meeting: Id) -> Result<Vec<Objection>, StoreError> {
    let listing = allmende_store::Listing {
        joins: "JOIN minutes_version m ON m.alliance_id = r.alliance_id AND m.id = r.minutes_id",
        conditions: vec![Sql::equals("m.meeting_id", meeting.to_arg())],
        ..allmende_store::Listing::default()
    };
    tx.listed(&listing).await
}

/// Who chose what in one vote.
pub async fn ballots_of(tx: &mut Tx, vote: Id) -> Result<Vec<Ballot>, StoreError> {
    of(tx, "r.vote_id", vote, "r.name COLLATE german").await
}

/// The tasks of a list that follow from decisions or items. For others than those who sit in the body: only from what is
/// public.
async fn follow_up(tx: &mut Tx, mut conditions: Vec<Sql>) -> Result<Vec<Task>, StoreError> {
    let sees = tx.sees_confidential();
    conditions.push(Sql::new(if sees { FOLLOWS } else { FOLLOWS_OPEN }, Vec::new()));
    let conditions = known_tasks(tx, conditions);
    tx.matching(conditions, "r.due_on NULLS LAST").await
}

const FOLLOWS: &str = "r.source_id IN (SELECT i.id FROM agenda_item i WHERE i.alliance_id = r.alliance_id)
    OR r.source_id IN (SELECT v.id FROM vote v WHERE v.alliance_id = r.alliance_id)";
const FOLLOWS_OPEN: &str =
    "r.source_id IN (SELECT i.id FROM agenda_item i WHERE i.alliance_id = r.alliance_id AND i.public)
    OR r.source_id IN (SELECT v.id FROM vote v WHERE v.alliance_id = r.alliance_id
        AND (v.public OR v.disclosed_on IS NOT NULL))";

/// What is still to do of all that follows from decisions, by due day.
pub async fn open_follow_up(tx: &mut Tx) -> Result<Vec<Task>, StoreError> {
    follow_up(tx, vec![Sql::new("r.done_on IS NULL", Vec::new())]).await
}

/// What follows from the meetings of a body and is open, or was done since a day.
pub async fn follow_up_since(tx: &mut Tx, body: Id, since: Day) -> Result<Vec<Task>, StoreError> {
    let of_body = Sql::new(
        "r.source_id IN (SELECT i.id FROM agenda_item i JOIN meeting m ON m.alliance_id = i.alliance_id AND m.id = i.meeting_id
            WHERE i.alliance_id = r.alliance_id AND m.body_id = ?)
        OR r.source_id IN (SELECT v.id FROM vote v WHERE v.alliance_id = r.alliance_id AND v.body_id = ?)",
        args![body, body],
    );
    follow_up(tx, vec![of_body, Sql::new("r.done_on IS NULL OR r.done_on >= ?", args![since])]).await
}

/// The decision that a resolution without a meeting became.
pub async fn vote_of_circular(tx: &mut Tx, circular: Id) -> Result<Option<Vote>, StoreError> {
    Ok(of(tx, "r.circular_id", circular, "").await?.pop())
}
