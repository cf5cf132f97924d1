//! The evening: opening, coming and going, votes, what is refused, closing.

use allmende_meeting_rules::{Regime, RuleSet, Tie, presets};
use allmende_meetings::model::election::Election;
use allmende_meetings::model::participant::{Answer, AnsweredBy, Participant};
use allmende_meetings::model::rule_set::{BodyRules, Rules};
use allmende_meetings::model::seat::{Channel, SeatRole};
use allmende_meetings::model::topic::Origin;
use allmende_meetings::model::vote::{Vote, VoteOutcome};
use allmende_meetings::model::{AgendaItem, ItemState, Meeting, MeetingState, Purpose};
use allmende_meetings::queries;
use allmende_projects::model::Task;
use allmende_store::{Day, Head, Id, Moment};
use allmende_web::access::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::world::{Answer as Reply, Client, World, on_both_engines};

on_both_engines! {
    a_meeting_is_opened_with_those_who_said_they_come;
    people_come_and_go_and_impossible_times_are_refused;
    votes_are_judged_by_the_rules_of_the_body;
    the_chair_breaks_a_tie_where_the_rules_say_so;
    counts_that_do_not_add_up_are_refused_and_kept;
    weights_are_exact_and_concerned_members_are_left_out;
    nothing_is_decided_without_quorum_or_announcement;
    numbers_have_no_gaps_and_annulled_votes_keep_theirs;
    two_votes_at_once_get_two_numbers;
    notes_of_two_people_are_both_kept;
    what_is_not_decided_waits_and_a_closed_meeting_is_closed;
    an_election_goes_through_run_off_and_lot_to_acceptance;
    a_form_that_is_sent_twice_is_stored_once;
    a_task_from_a_private_item_stays_private;
    the_page_stays_with_those_who_hold_the_meeting;
}

/// A meeting today (14 November 2017, 9 o'clock) with four members, a guest and three items; the last one is private.
pub(super) struct Scene {
    pub(super) manager: Client,
    meeting: Id,
    pub(super) body: Id,
    page: String,
    people: Vec<Id>,
    items: Vec<Id>,
}

pub(super) fn rules(regime: Regime) -> RuleSet {
    presets().into_iter().find(|one| one.rules.regime == regime).unwrap().rules
}

const NAMES: [&str; 4] = ["Karbach", "Hasloch", "Roden", "Hafenlohr"];

pub(super) async fn scene(world: &World, rules: RuleSet) -> Scene {
    scene_with(world, rules, [1000; 4]).await
}

async fn scene_with(world: &World, rules: RuleSet, votes: [i64; 4]) -> Scene {
    let manager = world.person(Role::Manager).await;
    let fields = [
        ("name", "Mitgliederversammlung"),
        ("kind", "assembly"),
        ("meeting_name", "Allianzsitzung"),
        ("meeting_name_plural", "Allianzsitzungen"),
    ];
    let body = last(&manager.post("/gremien/neu", &fields).await.moved());
    let mut tx = world.write().await;
    let mut set = BodyRules {
        head: Head::default(),
        body_id: body,
        valid_from: Day(jiff::civil::date(2016, 3, 23)),
        source: "Satzung vom 23.03.2016".to_owned(),
        rules: Rules(rules),
    };
    tx.insert(&mut set).await.unwrap();
    let mut meeting = Meeting {
        begins_at: "09:00".to_owned(),
        chair: "Georg Hellbach".to_owned(),
        invited_at: Some(Moment::new("2017-10-20T08:00:00Z".parse().unwrap())),
        ..Meeting::new(body, "Allianzsitzung", Day(jiff::civil::date(2017, 11, 14)))
    };
    tx.insert(&mut meeting).await.unwrap();
    let mut items = Vec::new();
    for (position, (title, public)) in (1..).zip([("Ferienprogramm", true), ("Radkonzept", true), ("Kasse", false)]) {
        let mut item = AgendaItem {
            public,
            purpose: Purpose::Decision,
            proposal: format!("Vorschlag zu {title}."),
            minutes: 20,
            announced: Some(0),
            ..meeting.item(position, title, None)
        };
        tx.insert(&mut item).await.unwrap();
        items.push(item.head.id);
    }
    let mut people = Vec::new();
    let guest = ("Planungsbüro", SeatRole::Guest, 0, Answer::Yes);
    let members = NAMES.iter().zip(votes).map(|(name, votes)| (*name, SeatRole::Member, votes, Answer::Yes));
    for (position, (name, role, votes, answer)) in (1..).zip(members.chain([guest])) {
        let mut one = Participant {
            head: Head::default(),
            meeting_id: meeting.head.id,
            position,
            seat_id: None,
            municipality_id: None,
            person_id: None,
            name: name.to_owned(),
            person: String::new(),
            email: String::new(),
            role,
            votes,
            channel: Channel::Letter,
            items: String::new(),
            answer,
            reason: String::new(),
            deputy: String::new(),
            answered_at: None,
            answered_by: AnsweredBy::Nothing,
            token_digest: String::new(),
        };
        tx.insert(&mut one).await.unwrap();
        people.push(one.head.id);
    }
    tx.commit().await.unwrap();
    let page = format!("/sitzungen/{}/durchfuehren", meeting.head.id);
    Scene { manager, meeting: meeting.head.id, body, page, people, items }
}

fn last(path: &str) -> Id {
    path.rsplit('/').next().and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("no id in {path}"))
}

impl Scene {
    pub(super) async fn send(&self, what: &str, fields: &[(&str, &str)]) -> Reply {
        self.manager.post(&format!("{}/{what}", self.page), fields).await
    }

    /// Opens the meeting with the first so many members.
    pub(super) async fn open(&self, present: usize) {
        let fields: Vec<(String, String)> =
            self.people.iter().take(present).map(|id| (format!("da-{id}"), "1".to_owned())).collect();
        let mut all = vec![("at", "09:00"), ("chair", "Georg Hellbach"), ("summoned", "1")];
        all.extend(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        self.send("eroeffnen", &all).await.moved();
    }

    /// Votes on an item; `choices` are those of the members who are there, in their order.
    pub(super) async fn vote(&self, item: usize, choices: &[&str], more: &[(&str, &str)]) -> Reply {
        self.vote_as(&self.manager, item, choices, more).await
    }

    async fn vote_as(&self, client: &Client, item: usize, choices: &[&str], more: &[(&str, &str)]) -> Reply {
        let names: Vec<String> = self.people.iter().map(|id| format!("wahl-{id}")).collect();
        let item = self.items[item].to_string();
        let mut all = vec![("item", item.as_str())];
        all.extend(names.iter().map(String::as_str).zip(choices.iter().copied()));
        all.extend_from_slice(more);
        client.post(&format!("{}/abstimmung", self.page), &all).await
    }

    pub(super) async fn attend(&self, who: usize, was: &str, at: &str) -> Reply {
        let who = self.people[who].to_string();
        self.send("anwesenheit", &[("participant", who.as_str()), ("was", was), ("at", at)]).await
    }

    pub(super) async fn votes(&self, world: &World) -> Vec<Vote> {
        let mut tx = world.read().await;
        tx.see_confidential(true);
        queries::votes(&mut tx, self.meeting).await.unwrap()
    }

    /// The id of an item, as a form sends it.
    pub(super) fn item_id(&self, index: usize) -> String {
        self.items[index].to_string()
    }

    /// A vote on an item that was added on the evening; everybody of four says yes.
    pub(super) async fn vote_on_new(&self, item: &str) -> Reply {
        let names: Vec<String> = self.people.iter().take(4).map(|id| format!("wahl-{id}")).collect();
        let mut all = vec![("item", item)];
        all.extend(names.iter().map(|name| (name.as_str(), "yes")));
        self.send("abstimmung", &all).await
    }

    async fn item(&self, world: &World, index: usize) -> AgendaItem {
        world.read().await.get(self.items[index]).await.unwrap().unwrap()
    }
}

/// What a page says when it refuses.
pub(super) fn refusal(reply: &Reply, sentence: &str) {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.text());
    assert!(reply.text().contains(sentence), "{sentence} is not in {}", reply.text());
}

async fn a_meeting_is_opened_with_those_who_said_they_come(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    let mut tx = world.write().await;
    let mut one: Participant = tx.get(scene.people[1]).await.unwrap().unwrap();
    (one.answer, one.deputy) = (Answer::Deputy, "Zweite Bürgermeisterin".to_owned());
    tx.update(&mut one).await.unwrap();
    let mut one: Participant = tx.get(scene.people[2]).await.unwrap().unwrap();
    (one.answer, one.reason) = (Answer::No, "Urlaub".to_owned());
    tx.update(&mut one).await.unwrap();
    tx.commit().await.unwrap();
    let form = scene.manager.get(&scene.page).await.ok();
    let ticked = |who: usize| form.contains(&format!("name=\"da-{}\" value=\"1\" checked", scene.people[who]));
    assert!(ticked(0) && ticked(1) && !ticked(2) && ticked(4));
    assert!(form.contains("Zweite Bürgermeisterin") && form.contains("entschuldigt (Urlaub)"));

    refusal(&scene.send("punkt", &[("item", &scene.items[0].to_string())]).await, "noch nicht eröffnet");
    refusal(&scene.send("eroeffnen", &[("at", "09:00"), ("chair", "")]).await, "wer die Sitzung leitet");
    refusal(&scene.send("eroeffnen", &[("at", "11:00"), ("chair", "Georg Hellbach")]).await, "in der Zukunft");
    let deputy = format!("person-{}", scene.people[1]);
    let here: Vec<String> = [0, 1].map(|who: usize| format!("da-{}", scene.people[who])).into();
    let fields = [
        ("at", "08:55"),
        ("chair", "Georg Hellbach"),
        ("minute_taker", "Miriam Kessler"),
        ("summoned", "1"),
        (here[0].as_str(), "1"),
        (here[1].as_str(), "1"),
        (deputy.as_str(), "Zweite Bürgermeisterin"),
    ];
    scene.send("eroeffnen", &fields).await.moved();
    let page = scene.manager.get(&scene.page).await.ok();
    assert!(page.contains("2 von 4 anwesend") && page.contains("läuft seit 08:55 Uhr"));
    assert!(
        page.contains("Hasloch · Vertretung")
            && page.contains("Roden · entschuldigt")
            && page.contains("Hafenlohr · fehlt")
    );
    let mut tx = world.read().await;
    let meeting: Meeting = tx.get(scene.meeting).await.unwrap().unwrap();
    assert_eq!(meeting.minute_taker, "Miriam Kessler");
    assert_eq!(queries::presences(&mut tx, scene.meeting).await.unwrap().len(), 2);
}

async fn people_come_and_go_and_impossible_times_are_refused(world: World) {
    let scene = scene(&world, rules(Regime::Council)).await;
    scene.open(3).await;
    world.pass(SignedDuration::from_mins(60));
    assert!(scene.manager.get(&scene.page).await.ok().contains("3 von 4 anwesend"));
    refusal(&scene.attend(0, "geht", "08:30").await, "vor der Eröffnung");
    refusal(&scene.attend(0, "geht", "10:30").await, "in der Zukunft");
    refusal(&scene.attend(3, "geht", "").await, "nicht anwesend");
    refusal(&scene.attend(0, "kommt", "09:30").await, "schon seit 09:00 Uhr anwesend");
    refusal(&scene.attend(0, "geht", "halb zehn").await, "zum Beispiel als 18:00");
    scene.attend(3, "kommt", "09:20").await.moved();
    refusal(&scene.attend(3, "geht", "09:10").await, "kam um 09:20 Uhr");
    scene.attend(3, "geht", "09:40").await.moved();
    refusal(&scene.attend(3, "kommt", "09:30").await, "war von 09:20 bis 09:40 Uhr anwesend");
    scene.attend(3, "kommt", "09:50").await.moved();
    let page = scene.manager.get(&scene.page).await.ok();
    assert!(page.contains("4 von 4 anwesend") && page.contains("09:20 bis 09:40 Uhr"));
    // Whoever was counted cannot have been away.
    scene.vote(0, &["yes", "yes", "yes", "yes"], &[("at", "09:55")]).await.moved();
    refusal(&scene.attend(3, "geht", "09:52").await, "mitgezählt");
    scene.attend(3, "geht", "09:55").await.moved();
    // A vote at a time is a vote of those who were there at that time.
    scene.vote(1, &["yes", "yes", "yes"], &[("at", "09:45")]).await.moved();
    let votes = scene.votes(&world).await;
    assert_eq!(votes.iter().map(|vote| vote.heads).collect::<Vec<_>>(), [4, 3]);
    // A mistaken stretch is corrected.
    let mut tx = world.read().await;
    let stretches = queries::presences(&mut tx, scene.meeting).await.unwrap();
    drop(tx);
    let early = stretches.iter().find(|one| one.participant_id == scene.people[3]).unwrap().head.id.to_string();
    let fix = |came, left| vec![("stretch", early.clone()), ("came", came), ("left", left)];
    let send = |fields: Vec<(&'static str, String)>| {
        let scene = &scene;
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            scene.send("anwesenheit/berichtigen", &fields).await
        }
    };
    refusal(&send(fix("09:30".to_owned(), "09:25".to_owned())).await, "kam um 09:30 Uhr");
    refusal(&send(fix("09:20".to_owned(), "09:52".to_owned())).await, "09:50 bis 09:55 Uhr");
    send(fix("09:10".to_owned(), "09:25".to_owned())).await.moved();
    assert!(scene.manager.get(&scene.page).await.ok().contains("09:10 bis 09:25 Uhr"));
}

async fn votes_are_judged_by_the_rules_of_the_body(world: World) {
    // Choices of four members, and what the association's simple majority makes of them.
    let table: [(&[&str], VoteOutcome, &str); 7] = [
        (&["yes", "yes", "yes", "yes"], VoteOutcome::Adopted, "Einstimmig angenommen"),
        (&["yes", "yes", "no", "abstain"], VoteOutcome::Adopted, "Angenommen mit 2 : 1 Stimmen"),
        (&["yes", "abstain", "abstain", "abstain"], VoteOutcome::Adopted, "Einstimmig angenommen, Enthaltungen: 3"),
        (&["yes", "yes", "no", "no"], VoteOutcome::Rejected, "Abgelehnt: Stimmengleichheit"),
        (&["no", "no", "no", "yes"], VoteOutcome::Rejected, "Abgelehnt mit 1 : 3 Stimmen"),
        (&["abstain", "abstain", "abstain", "abstain"], VoteOutcome::Rejected, "Abgelehnt mit 0 : 0 Stimmen"),
        (&["yes", "no", "invalid", "concerned"], VoteOutcome::Rejected, "Abgelehnt: Stimmengleichheit"),
    ];
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(4).await;
    for (choices, _, _) in table {
        scene.vote(0, choices, &[]).await.moved();
    }
    let votes = scene.votes(&world).await;
    for ((choices, outcome, verdict), vote) in table.into_iter().zip(&votes) {
        assert_eq!((vote.outcome, vote.verdict.as_str()), (outcome, verdict), "{choices:?}");
    }
    let second = &votes[1];
    assert_eq!(
        second.basis,
        "Einfache Mehrheit der abgegebenen Stimmen, Enthaltungen zählen nicht (§ 32 Abs. 1 Satz 3 BGB). 2 + 1 + 1 = 4 Anwesende."
    );
    assert_eq!(
        second.quorum,
        "4 von 4 anwesend, beschlussfähig (keine Mindestzahl); kein gesetzliches Quorum (§ 32 Abs. 1 BGB)"
    );
    assert_eq!(votes[6].concerned, "Hafenlohr");
    assert_eq!((votes[6].heads, votes[6].present), (3, 3000));
    // Three quarters for the statutes: two of three are too few, three of four are enough.
    scene.vote(1, &["yes", "yes", "no", "abstain"], &[("majority", "statutes")]).await.moved();
    scene
        .vote(1, &["yes", "yes", "yes", "no"], &[("majority", "statutes"), ("wording", "Die Satzung wird geändert.")])
        .await
        .moved();
    let votes = scene.votes(&world).await;
    assert_eq!(votes[7].verdict, "Abgelehnt mit 2 : 1 Stimmen, nötig waren 3");
    assert_eq!(votes[8].verdict, "Angenommen mit 3 : 1 Stimmen");
    assert_eq!(votes[8].wording, "Die Satzung wird geändert.");
    // The page shows what was decided, and the list of the agenda that it is done.
    let item = scene.item(&world, 1).await;
    assert_eq!((item.state, item.outcome.as_str()), (ItemState::Done, "Angenommen mit 3 : 1 Stimmen"));
}

async fn the_chair_breaks_a_tie_where_the_rules_say_so(world: World) {
    let mut set = rules(Regime::Association);
    set.majority.tie = Tie::ChairDecides;
    let scene = scene(&world, set).await;
    scene.open(4).await;
    scene.vote(0, &["yes", "yes", "no", "no"], &[]).await.moved();
    let tie = scene.votes(&world).await.remove(0);
    assert_eq!((tie.outcome, tie.number), (VoteOutcome::Open, Some(1)));
    refusal(&scene.send("schliessen", &[]).await, "Stichentscheid");
    let vote = tie.head.id.to_string();
    scene.send("abstimmung/stichentscheid", &[("vote", vote.as_str()), ("chair", "yes")]).await.moved();
    let settled = scene.votes(&world).await.remove(0);
    assert_eq!(settled.outcome, VoteOutcome::Adopted);
    assert_eq!(settled.verdict, "Angenommen mit 2 : 2 Stimmen durch Stichentscheid des Vorsitzes");
    refusal(
        &scene.send("abstimmung/stichentscheid", &[("vote", vote.as_str()), ("chair", "no")]).await,
        "nichts zu entscheiden",
    );
}

async fn counts_that_do_not_add_up_are_refused_and_kept(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(4).await;
    let all = ["yes", "yes", "yes", "yes"];
    let reply = scene.vote(0, &all, &[("yes", "2"), ("no", "1"), ("wording", "Neuer Wortlaut.")]).await;
    refusal(&reply, "3 Stimmen, aber 4 Anwesende. Wer fehlt?");
    let page = reply.text();
    assert!(page.contains("Neuer Wortlaut.") && page.contains("name=\"yes\" inputmode=\"decimal\" value=\"2\""));
    refusal(&scene.vote(0, &all, &[("yes", "5")]).await, "5 Stimmen, aber 4 Anwesende. Wer ist doppelt gezählt?");
    refusal(&scene.vote(0, &all, &[("yes", "vier")]).await, "keine Zahl von Stimmen");
    refusal(&scene.vote(0, &all, &[("ballots", "secret")]).await, "nur die Zahlen bekannt");
    refusal(&scene.vote(0, &all, &[("ballots", "named"), ("yes", "4")]).await, "namentlichen");
    refusal(&scene.vote(0, &["no", "yes", "yes", "yes"], &[("yes", "4")]).await, "Zahlen und einzelne Stimmen");
    // Somebody came meanwhile: the form knows three, four are there.
    refusal(&scene.vote(0, &["yes", "yes", "yes"], &[]).await, "Die Anwesenheit hat sich geändert: Hafenlohr");
    assert!(scene.votes(&world).await.is_empty(), "nothing was stored");
    // While somebody types, the page is told the same.
    let item = scene.items[0].to_string();
    let names: Vec<String> = scene.people.iter().take(4).map(|id| format!("wahl-{id}")).collect();
    let mut fields = vec![("item", item.as_str()), ("yes", "3")];
    fields.extend(names.iter().map(|name| (name.as_str(), "yes")));
    let said = scene.send("abstimmung/pruefen", &fields).await.ok();
    assert!(said.contains("3 Stimmen, aber 4 Anwesende. Wer fehlt?"), "{said}");
    // A secret vote keeps no names, but who was concerned.
    let choices = ["yes", "yes", "yes", "concerned"];
    scene.vote(0, &choices, &[("ballots", "secret"), ("yes", "2"), ("no", "1")]).await.moved();
    let mut tx = world.read().await;
    let ballots = queries::ballots(&mut tx, scene.meeting).await.unwrap();
    assert_eq!(ballots.values().map(Vec::len).collect::<Vec<_>>(), [1]);
}

async fn weights_are_exact_and_concerned_members_are_left_out(world: World) {
    let scene = scene_with(&world, rules(Regime::SpecialPurpose), [1500, 2250, 1125, 1000]).await;
    scene.open(4).await;
    let page = scene.manager.get(&scene.page).await.ok();
    assert!(page.contains("beschlussfähig (5,875 von 5,875 Stimmen, nötig: mehr als 2,937)"), "{page}");
    scene.vote(0, &["yes", "no", "yes", "concerned"], &[]).await.moved();
    let vote = scene.votes(&world).await.remove(0);
    assert_eq!((vote.yes, vote.no, vote.present), (2625, 2250, 4875));
    assert_eq!(vote.verdict, "Angenommen mit 2,625 : 2,25 Stimmen");
    assert!(vote.basis.contains("2,625 + 2,25 = 4,875 anwesende Stimmen."), "{}", vote.basis);
    assert!(vote.basis.contains("Persönlich beteiligt und ohne Stimme: Hafenlohr."), "{}", vote.basis);
    // Art. 48 Abs. 1 Satz 2 GO: no abstention.
    refusal(&scene.vote(1, &["yes", "abstain", "yes", "yes"], &[]).await, "Enthaltungen sind hier nicht zulässig");
    let counts = [("yes", "1,5"), ("no", "2,25")];
    refusal(
        &scene.vote(1, &["yes"; 4], &counts).await,
        "3,75 Stimmen gezählt, aber 5,875 Stimmen anwesend. Wer fehlt?",
    );
    scene.vote(1, &["yes"; 4], &[("yes", "3,625"), ("no", "2.25")]).await.moved();
    assert_eq!(scene.votes(&world).await[1].verdict, "Angenommen mit 3,625 : 2,25 Stimmen");
}

async fn nothing_is_decided_without_quorum_or_announcement(world: World) {
    let scene = scene(&world, rules(Regime::Council)).await;
    scene.open(2).await;
    let page = scene.manager.get(&scene.page).await.ok();
    assert!(page.contains("nicht beschlussfähig (nötig: 3)") && page.contains("Art. 47 Abs. 3 GO"));
    refusal(&scene.vote(0, &["yes", "yes"], &[]).await, "laden Sie ein zweites Mal dazu ein");
    scene.attend(2, "kommt", "").await.moved();
    scene.vote(0, &["yes", "yes", "no"], &[]).await.moved();
    // Two concerned members of three: those who are left are too few (Art. 47 Abs. 2 GO).
    refusal(&scene.vote(1, &["yes", "concerned", "yes"], &[]).await, "nicht beschlussfähig (nötig: 3)");
    // An item that the invitation did not name.
    let new = scene.send("punkt/neu", &[("title", "Zuschuss für das Freibad")]).await.moved();
    let new = new.split_once("top=").unwrap().1.to_owned();
    let shown = scene.manager.get(&format!("{}?top={new}", scene.page)).await.ok();
    assert!(shown.contains("stand nicht in der Einladung") && shown.contains("Art. 46 Abs. 2 Satz 2 GO"));
    let names: Vec<String> = scene.people.iter().take(3).map(|id| format!("wahl-{id}")).collect();
    let mut fields = vec![("item", new.as_str())];
    fields.extend(names.iter().map(|name| (name.as_str(), "yes")));
    refusal(&scene.send("abstimmung", &fields).await, "unwirksam");
    // How the body goes on may be voted on, and taking note needs nothing.
    fields.push(("kind", "procedure"));
    scene.send("abstimmung", &fields).await.moved();
    scene.send("kenntnis", &[("item", new.as_str())]).await.moved();
    let votes = scene.votes(&world).await;
    let numbers: Vec<Option<i64>> = votes.iter().map(|vote| vote.number).collect();
    assert_eq!(numbers, [Some(1), None, None]);
    assert_eq!(votes[2].outcome, VoteOutcome::Noted);
    refusal(&scene.send("punkt/neu", &[("title", "")]).await, "Geben Sie das Thema an");
}

async fn numbers_have_no_gaps_and_annulled_votes_keep_theirs(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(4).await;
    scene.vote(0, &["yes"; 4], &[]).await.moved();
    let vote = scene.votes(&world).await[0].head.id.to_string();
    refusal(
        &scene.send("abstimmung/aufheben", &[("vote", vote.as_str())]).await,
        "warum die Abstimmung aufgehoben wird",
    );
    refusal(
        &scene.send("vertagen", &[("item", &scene.items[0].to_string())]).await,
        "Heben Sie erst die Abstimmung auf",
    );
    scene.send("abstimmung/aufheben", &[("vote", vote.as_str()), ("reason", "Roden falsch gezählt")]).await.moved();
    assert_eq!(scene.item(&world, 0).await.state, ItemState::Open);
    scene.vote(0, &["yes", "yes", "no", "yes"], &[]).await.moved();
    scene.vote(2, &["yes"; 4], &[]).await.moved();
    let votes = scene.votes(&world).await;
    assert_eq!(
        votes.iter().map(allmende_meetings::model::vote::Vote::number_words).collect::<Vec<_>>(),
        [Some("01/2017".to_owned()), Some("02/2017".to_owned()), Some("N\u{a0}01/2017".to_owned())],
        "private decisions are counted apart"
    );
    assert_eq!(votes[0].annulled_reason, "Roden falsch gezählt");
    assert!(votes[1].public && !votes[2].public, "what is decided in private is private");
    let page = scene.manager.get(&format!("{}?top={}", scene.page, scene.items[0])).await.ok();
    assert!(page.contains("Beschluss 01/2017") && page.contains("Roden falsch gezählt"));
}

async fn two_votes_at_once_get_two_numbers(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(4).await;
    let other = world.person(Role::Manager).await;
    let choices = ["yes"; 4];
    for _ in 0..3 {
        let (first, second) = tokio::join!(scene.vote(0, &choices, &[]), scene.vote_as(&other, 1, &choices, &[]));
        first.moved();
        second.moved();
    }
    let mut numbers: Vec<i64> = scene.votes(&world).await.iter().filter_map(|vote| vote.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
}

async fn notes_of_two_people_are_both_kept(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(4).await;
    let item = scene.items[0].to_string();
    let send = |base: &'static str, text: &'static str| {
        let (scene, item) = (&scene, item.as_str());
        async move { scene.send("notizen", &[("item", item), ("base", base), ("discussion", text)]).await }
    };
    send("", "430 Kinder.").await.moved();
    let reply = send("", "Hasloch wünscht eine Härtefallregel.").await;
    refusal(&reply, "Jemand anderes hat diese Notizen geändert");
    assert!(reply.text().contains("430 Kinder.") && reply.text().contains("Hasloch wünscht eine Härtefallregel."));
    // The same text again changes nothing, whatever it was based on.
    send("", "430 Kinder.").await.moved();
    send("430 Kinder.", "430 Kinder.\r\nHasloch wünscht eine Härtefallregel.").await.moved();
    assert_eq!(scene.item(&world, 0).await.discussion, "430 Kinder.\nHasloch wünscht eine Härtefallregel.");
}

async fn what_is_not_decided_waits_and_a_closed_meeting_is_closed(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(3).await;
    let items: Vec<String> = scene.items.iter().map(ToString::to_string).collect();
    scene.send("punkt", &[("item", items[0].as_str())]).await.moved();
    world.pass(SignedDuration::from_mins(31));
    let page = scene.manager.get(&scene.page).await.ok();
    assert!(page.contains("seit 09:00 Uhr, vorgesehen 20 min") && page.contains("11 min hinter dem Zeitplan"));
    scene.vote(0, &["yes"; 3], &[]).await.moved();
    let task = [
        ("item", items[0].as_str()),
        ("title", "Termine melden"),
        ("responsible", "Miriam Kessler"),
        ("due_on", "31.11.2017"),
    ];
    refusal(&scene.send("aufgabe", &task).await, "Der November hat 30 Tage");
    let task = [task[0], task[1], task[2], ("due_on", "15.01.2018")];
    scene.send("aufgabe", &task).await.moved();
    scene.send("termin", &[("follow_up", "Do, 25.01.2018")]).await.moved();
    scene.send("punkt", &[("item", items[1].as_str())]).await.moved();
    let first = scene.item(&world, 0).await;
    assert!(first.ended_at.is_some_and(|ended| ended > first.began_at.unwrap()));
    scene.send("vertagen", &[("item", items[1].as_str())]).await.moved();
    refusal(&scene.vote(1, &["yes"; 3], &[]).await, "ist vertagt");
    let question = scene.manager.get(&format!("{}/schliessen", scene.page)).await.ok();
    assert!(
        question.contains("1 Punkt ist offen") && question.contains("Kasse") && question.contains("Für 3 Anwesende")
    );
    refusal(&scene.send("schliessen", &[("at", "09:10")]).await, "vor dem letzten Eintrag um 09:31 Uhr");
    scene.send("schliessen", &[("at", "09:31")]).await.moved();
    let mut tx = world.read().await;
    tx.see_confidential(true);
    let meeting: Meeting = tx.get(scene.meeting).await.unwrap().unwrap();
    assert_eq!((meeting.state, meeting.ends_at.as_str()), (MeetingState::Held, "09:31"));
    assert_eq!(meeting.follow_up, "Do, 25.01.2018");
    assert!(queries::presences(&mut tx, scene.meeting).await.unwrap().iter().all(|one| one.left_at.is_some()));
    let topics = queries::waiting_topics(&mut tx, scene.body).await.unwrap();
    let waiting: Vec<(&str, Origin, bool)> =
        topics.iter().map(|topic| (topic.title.as_str(), topic.origin, topic.public)).collect();
    assert_eq!(waiting, [("Radkonzept", Origin::Postponed, true), ("Kasse", Origin::Undecided, false)]);
    let tasks: Vec<Task> = tx.all().await.unwrap();
    let decision = queries::votes(&mut tx, scene.meeting).await.unwrap()[0].head.id;
    let sources: Vec<Option<Id>> = tasks.iter().map(|task| task.source_id).collect();
    assert_eq!(sources, [Some(decision)], "a task follows from the decision on its item");
    drop(tx);
    let page = scene.manager.get(&scene.page).await.ok();
    assert!(page.contains("geschlossen 09:31 Uhr") && !page.contains("<form"));
    for what in [
        "punkt",
        "punkt/neu",
        "notizen",
        "vertagen",
        "absetzen",
        "kenntnis",
        "abstimmung",
        "aufgabe",
        "termin",
        "anwesenheit",
        "anwesenheit/berichtigen",
        "abstimmung/aufheben",
        "abstimmung/stichentscheid",
        "schliessen",
        "eroeffnen",
    ] {
        let reply = scene.send(what, &[("item", items[0].as_str()), ("title", "Neu")]).await;
        refusal(&reply, "Die Sitzung ist geschlossen");
    }
}

async fn an_election_goes_through_run_off_and_lot_to_acceptance(world: World) {
    let scene = scene(&world, rules(Regime::SpecialPurpose)).await;
    scene.open(4).await;
    let item = scene.items[0].to_string();
    let send = |fields: Vec<(&'static str, &'static str)>| {
        let (scene, item) = (&scene, item.as_str());
        async move {
            let mut all = vec![("item", item)];
            all.extend(fields);
            scene.send("wahl", &all).await
        }
    };
    refusal(&send(vec![("was", "wahlgang"), ("ballots", "4")]).await, "läuft keine Wahl");
    refusal(&send(vec![("was", "anlegen"), ("candidates", "A\nA"), ("seats", "1")]).await, "steht doppelt");
    refusal(&send(vec![("was", "anlegen"), ("candidates", ""), ("seats", "1")]).await, "Niemand ist vorgeschlagen");
    let people = "Hellbach\nTannert\nKessler";
    send(vec![("was", "anlegen"), ("office", "Vorsitz"), ("candidates", people), ("seats", "1")]).await.moved();
    let round = |ballots, a, b, c| {
        vec![("was", "wahlgang"), ("ballots", ballots), ("stimmen-0", a), ("stimmen-1", b), ("stimmen-2", c)]
    };
    refusal(&send(round("5", "3", "1", "1")).await, "5 Stimmzettel, aber 4 Stimmen anwesend");
    refusal(&send(round("4", "2", "1", "0")).await, "3 Stimmen, aber 4 Stimmzettel");
    // Nobody has more than half: the two who lead go into the run-off; there both are equal, and the lot decides.
    send(round("3", "1", "1", "1")).await.moved();
    send(vec![("was", "los"), ("name-0", "1"), ("name-1", "1")]).await.moved();
    let page = scene.manager.get(&format!("{}/wahl?top={item}", scene.page)).await.ok();
    assert!(page.contains("2. Wahlgang: Stichwahl") && page.contains("Gelost: Hellbach, Tannert"), "{page}");
    send(vec![("was", "wahlgang"), ("ballots", "4"), ("stimmen-0", "2"), ("stimmen-1", "2")]).await.moved();
    refusal(&send(vec![("was", "los")]).await, "wer gezogen wurde");
    send(vec![("was", "los"), ("name-1", "1")]).await.moved();
    send(vec![("was", "annahme"), ("name-0", "1")]).await.moved();
    let vote = scene.votes(&world).await.remove(0);
    assert_eq!(vote.verdict, "Gewählt und angenommen: Tannert (2 Stimmen, 2. Wahlgang, durch Los)");
    assert_eq!((vote.outcome, vote.number), (VoteOutcome::Adopted, None));
    let kept = Election::of(&vote).unwrap();
    assert_eq!((kept.office.as_str(), kept.rounds.len(), kept.accepted), ("Vorsitz", 2, vec!["Tannert".to_owned()]));
    assert_eq!(scene.item(&world, 0).await.state, ItemState::Done);
}

async fn a_form_that_is_sent_twice_is_stored_once(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(3).await;
    let (who, page) = (scene.people[3].to_string(), format!("{}/anwesenheit", scene.page));
    let fields = [("participant", who.as_str()), ("was", "kommt"), ("at", "")];
    let first = scene.manager.post_keyed(&page, &fields, "abend-1").await.moved();
    assert_eq!(scene.manager.post_keyed(&page, &fields, "abend-1").await.moved(), first);
    let mut tx = world.read().await;
    assert_eq!(queries::presences(&mut tx, scene.meeting).await.unwrap().len(), 4);
}

async fn a_task_from_a_private_item_stays_private(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(4).await;
    for (item, title) in [(1, "Radwege kartieren"), (2, "Tresor bestellen")] {
        let fields = [("item", scene.items[item].to_string()), ("title", title.to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        scene.send("aufgabe", &fields).await.moved();
    }
    let tasks: Vec<Task> = world.read().await.all().await.unwrap();
    assert_eq!(tasks.iter().map(|task| task.private).collect::<Vec<_>>(), [false, true]);
    let private = format!("/aufgaben/{}", tasks[1].head.id);
    for role in [Role::Clerk, Role::Reader] {
        let person = world.person(role).await;
        for address in
            ["/", "/aufgaben", "/aufgaben?format=csv", "/aufgaben?q=Tresor", "/suche?q=Tresor", "/beschluesse/offen"]
        {
            let text = person.get(address).await.text();
            assert!(!text.contains("Tresor bestellen"), "{role:?} {address}: {text}");
        }
        assert!(person.get("/aufgaben").await.ok().contains("1 Aufgabe"), "{role:?}: the count knows one");
        for page in ["", "/verlauf"] {
            assert_eq!(person.get(&format!("{private}{page}")).await.status, StatusCode::NOT_FOUND, "{role:?} {page}");
        }
        let tick = person.post(&format!("{private}/erledigt"), &[]).await.status;
        assert!(matches!(tick, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{role:?} {tick}");
    }
    let mayor = world.person(Role::Mayor).await;
    assert!(mayor.get("/aufgaben").await.ok().contains("Tresor bestellen"), "mayors sit in the body");
    assert!(mayor.get(&private).await.ok().contains("vertraulich"));
    // Who leads may change the mark.
    let version = tasks[1].head.version.to_string();
    let fields = [("title", "Tresor bestellen"), ("version", version.as_str()), ("private", "")];
    scene.manager.post(&format!("{private}/bearbeiten"), &fields).await.moved();
    let reader = world.person(Role::Reader).await;
    assert!(reader.get("/aufgaben").await.ok().contains("Tresor bestellen"));
}

async fn the_page_stays_with_those_who_hold_the_meeting(world: World) {
    let scene = scene(&world, rules(Regime::Association)).await;
    scene.open(4).await;
    let mayor = world.person(Role::Mayor).await;
    assert_eq!(mayor.get(&scene.page).await.status, StatusCode::FORBIDDEN);
    let other = world.second_alliance().await;
    let stranger = world.person_of(other, Role::Manager, None).await;
    assert_eq!(stranger.get(&scene.page).await.status, StatusCode::NOT_FOUND);
    // An item of another meeting is none of this one.
    let second = self::scene(&world, rules(Regime::Association)).await;
    let reply = scene.send("punkt", &[("item", &second.items[0].to_string())]).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
}
