//! A meeting that took place, for stories about minutes and decisions.

use allmende_meeting_rules::{Regime, presets};
use allmende_meetings::model::minutes::MinutesVersion;
use allmende_meetings::model::participant::{Answer as Reply, AnsweredBy, Participant, Presence};
use allmende_meetings::model::rule_set::{BodyRules, Rules};
use allmende_meetings::model::seat::{Channel, SeatRole};
use allmende_meetings::model::vote::{Ballots, MajorityKind, Vote, VoteKind, VoteOutcome};
use allmende_meetings::model::{AgendaItem, ItemState, Meeting, MeetingState, Purpose};
use allmende_meetings::queries;
use allmende_store::{Day, Head, Id, Moment, Tx};
use allmende_web::access::Role;

use crate::world::{Client, World};

pub(super) const SECRET: &str = "Grunderwerb Mühlwiese";

/// A meeting that took place on 9 November 2017 and is closed, with two public items and a private one, three members
/// (one absent with a reason) and a guest.
pub(super) struct Scene {
    pub(super) manager: Client,
    pub(super) body: Id,
    pub(super) meeting: Id,
    pub(super) page: String,
    pub(super) votes: Vec<Id>,
}

pub(super) fn at(clock: &str) -> Moment {
    Moment::new(format!("2017-11-09T{clock}:00Z").parse().unwrap())
}

pub(super) async fn scene(world: &World, regime: Regime) -> Scene {
    let manager = world.person(Role::Manager).await;
    let fields = [
        ("name", "Mitgliederversammlung"),
        ("kind", "assembly"),
        ("meeting_name", "Allianzsitzung"),
        ("meeting_name_plural", "Allianzsitzungen"),
    ];
    let body = last(&manager.post("/gremien/neu", &fields).await.moved());
    let mut tx = world.write().await;
    let rules = presets().into_iter().find(|one| one.rules.regime == regime).unwrap().rules;
    let mut set = BodyRules {
        head: Head::default(),
        body_id: body,
        valid_from: Day(jiff::civil::date(2016, 3, 23)),
        source: "Satzung vom 23.03.2016".to_owned(),
        rules: Rules(rules),
    };
    tx.insert(&mut set).await.unwrap();
    let mut meeting = Meeting {
        begins_at: "18:00".to_owned(),
        place: "Rathaus Grünthal".to_owned(),
        chair: "Georg Hellbach".to_owned(),
        minute_taker: "Annika Vollrath".to_owned(),
        state: MeetingState::Held,
        opened_at: Some(at("17:00")),
        closed_at: Some(at("19:00")),
        follow_up: "14. Dezember 2017, 18:00 Uhr".to_owned(),
        ..Meeting::new(body, "Allianzsitzung", Day(jiff::civil::date(2017, 11, 9)))
    };
    tx.insert(&mut meeting).await.unwrap();
    let votes = fill(&mut tx, &meeting).await;
    tx.commit().await.unwrap();
    let page = format!("/sitzungen/{}", meeting.head.id);
    Scene { manager, body, meeting: meeting.head.id, page, votes }
}

async fn fill(tx: &mut Tx, meeting: &Meeting) -> Vec<Id> {
    let people = [
        ("Markt Karbach", "karbach@example.org", SeatRole::Member, "", true),
        ("Gemeinde Hafenlohr", "hafenlohr@example.org", SeatRole::Member, "", true),
        ("Stadt Rothenfels", "", SeatRole::Member, "Termin in München", false),
        ("Amt für Ländliche Entwicklung", "ale@example.org", SeatRole::Guest, "", true),
    ];
    for (position, (name, email, role, reason, there)) in (1..).zip(people) {
        let mut one = participant(meeting, position, name, email, role);
        reason.clone_into(&mut one.reason);
        one.answer = if there { Reply::Yes } else { Reply::No };
        tx.insert(&mut one).await.unwrap();
        if there {
            let mut presence = Presence {
                head: Head::default(),
                meeting_id: meeting.head.id,
                participant_id: one.head.id,
                person: name.to_owned(),
                came_at: if position == 2 { at("17:20") } else { at("17:00") },
                left_at: Some(at("19:00")),
            };
            tx.insert(&mut presence).await.unwrap();
        }
    }
    let mut votes = Vec::new();
    let items = [("Radkonzept", true), ("Logo der Allianz", true), (SECRET, false)];
    for (position, (title, public)) in (1..).zip(items) {
        let mut item = AgendaItem {
            public,
            purpose: Purpose::Decision,
            state: ItemState::Done,
            announced: Some(0),
            discussion: format!("Beraten wurde über {title}."),
            began_at: Some(at(["17:05", "17:30", "18:20"][usize::try_from(position - 1).unwrap()])),
            ended_at: Some(at(["17:30", "18:20", "18:50"][usize::try_from(position - 1).unwrap()])),
            open_title: if public { String::new() } else { "Grundstückssache".to_owned() },
            ..meeting.item(position, title, None)
        };
        tx.insert(&mut item).await.unwrap();
        let mut vote = vote(meeting, &item, position);
        tx.insert(&mut vote).await.unwrap();
        votes.push(vote.head.id);
    }
    votes
}

pub(super) fn participant(meeting: &Meeting, position: i64, name: &str, email: &str, role: SeatRole) -> Participant {
    Participant {
        head: Head::default(),
        meeting_id: meeting.head.id,
        position,
        seat_id: None,
        municipality_id: None,
        person_id: None,
        name: name.to_owned(),
        person: String::new(),
        email: email.to_owned(),
        role,
        votes: if role.votes() { 1000 } else { 0 },
        channel: if email.is_empty() { Channel::Letter } else { Channel::Mail },
        items: String::new(),
        answer: Reply::None,
        reason: String::new(),
        deputy: String::new(),
        answered_at: None,
        answered_by: AnsweredBy::Nothing,
        token_digest: String::new(),
    }
}

pub(super) fn vote(meeting: &Meeting, item: &AgendaItem, number: i64) -> Vote {
    Vote {
        head: Head::default(),
        body_id: meeting.body_id,
        meeting_id: Some(meeting.head.id),
        item_id: Some(item.head.id),
        circular_id: None,
        thread_id: None,
        position: number,
        kind: VoteKind::Resolution,
        title: item.title.clone(),
        wording: format!("Dem Vorschlag zu {} wird zugestimmt.", item.title),
        on_day: meeting.held_on,
        cast_at: at("17:25"),
        number: Some(number),
        number_year: 2017,
        majority: MajorityKind::Ordinary,
        ballots: Ballots::Open,
        yes: 2000,
        no: 0,
        abstain: 0,
        invalid: 0,
        present: 2000,
        heads: 2,
        concerned: String::new(),
        outcome: VoteOutcome::Adopted,
        verdict: "Angenommen, einstimmig".to_owned(),
        basis: "2 abgegebene Stimmen".to_owned(),
        quorum: "2 von 3 anwesend".to_owned(),
        election: String::new(),
        public: item.public,
        disclose_on: None,
        disclose_when: String::new(),
        disclosed_on: None,
        annulled_on: None,
        annulled_reason: String::new(),
    }
}

pub(super) fn last(path: &str) -> Id {
    path.rsplit('/').next().and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("no id in {path}"))
}

/// The value of a hidden field of a page.
pub(super) fn hidden(page: &str, name: &str) -> String {
    let marker = format!("name=\"{name}\" value=\"");
    page.split(&marker).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

pub(super) fn words(bytes: &[u8]) -> String {
    pdf_extract::extract_text_from_mem(bytes).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Scene {
    pub(super) async fn freeze(&self, reason: &str) -> crate::world::Answer {
        let address = format!("{}/protokoll/feststellen", self.page);
        let shown = self.manager.get(&address).await.ok();
        let digest = hidden(&shown, "digest");
        let fields =
            [("digest", digest.as_str()), ("text", "anbei die Niederschrift."), ("reason", reason), ("anyway", "1")];
        self.manager.post(&address, &fields).await
    }

    pub(super) async fn versions(&self, world: &World) -> Vec<MinutesVersion> {
        queries::minutes_versions(&mut world.read().await, self.meeting).await.unwrap()
    }
}
