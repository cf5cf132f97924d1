//! Decisions, their register and disclosure; resolutions without a meeting.

use allmende_meeting_rules::{Regime, presets};
use allmende_meetings::model::circular::{Circular, CircularChoice, CircularState};
use allmende_meetings::model::rule_set::{BodyRules, Rules};
use allmende_meetings::model::seat::{Channel, Seat, SeatRole};
use allmende_meetings::model::topic::Origin;
use allmende_meetings::model::vote::Vote;
use allmende_meetings::queries;
use allmende_projects::model::Task;
use allmende_store::{Day, Head, Id};
use allmende_web::access::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use super::meetings_scene::{SECRET, hidden, last, scene, words};
use crate::world::{Client, World, on_both_engines};

on_both_engines! {
    private_decisions_show_nowhere_until_disclosed;
    decisions_lead_to_tasks_reports_and_reminders;
    all_must_agree_to_a_circular;
    one_no_or_silence_fails_a_circular;
    a_group_recommends_by_majority;
    a_council_decides_in_meetings_only;
}

async fn private_decisions_show_nowhere_until_disclosed(world: World) {
    let scene = scene(&world, Regime::Association).await;
    let (open, private) = (scene.votes[0], scene.votes[2]);
    for role in [Role::Clerk, Role::Reader] {
        let person = world.person(role).await;
        for address in [
            "/beschluesse",
            "/beschluesse?format=csv",
            "/beschluesse?q=Mühlwiese",
            "/suche?q=Mühlwiese",
            "/",
            "/beschluesse/offen",
            &scene.page,
            &format!("{}/nachverfolgen", scene.page),
        ] {
            let text = person.get(address).await.text().replace("„Mühlwiese“", "").replace("\"Mühlwiese\"", "");
            assert!(!text.contains("Mühlwiese"), "{role:?} {address}: {text}");
        }
        assert!(person.get("/beschluesse").await.ok().contains("2 Beschlüsse"), "{role:?}: the count knows two");
        for page in ["", "/verlauf", "/auszug.pdf", "/auszug.docx", "/auszug.odt"] {
            let answer = person.get(&format!("/beschluesse/{private}{page}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} {page}");
        }
        let excerpt = person.get(&format!("/beschluesse/{open}/auszug.pdf")).await;
        let text = words(&excerpt.bytes);
        assert!(text.contains("Beschluss 01/2017") && text.contains("Radkonzept"), "{text}");
        assert!(!text.contains("Mühlwiese"), "{text}");
    }
    let manager = &scene.manager;
    let register = manager.get("/beschluesse").await.ok();
    assert!(register.contains(SECRET) && register.contains("03/2017"), "{register}");
    let page = manager.get(&format!("/beschluesse/{private}")).await.ok();
    assert!(page.contains("Beschluss bekannt geben"), "{page}");
    let plan = format!("/beschluesse/{private}/bekanntgabe");
    manager.post(&plan, &[("disclose_on", "14.11.2017"), ("disclose_when", "")]).await.moved();
    assert!(manager.get("/").await.ok().contains("Beschluss bekannt geben: Grunderwerb"), "the day has come");
    manager.post(&format!("/beschluesse/{private}/bekanntgeben"), &[]).await.moved();
    let reader = world.person(Role::Reader).await;
    assert!(reader.get("/beschluesse").await.ok().contains(SECRET));
    assert_eq!(reader.get(&format!("/beschluesse/{private}")).await.status, StatusCode::OK);
    assert!(!manager.get("/").await.ok().contains("Beschluss bekannt geben: Grunderwerb"));

    let annul = format!("/beschluesse/{open}/aufheben");
    let refused = manager.post(&annul, &[("annulled_reason", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    manager.post(&annul, &[("annulled_reason", "Wiederholt.")]).await.moved();
    let vote: Vote = world.read().await.get(open).await.unwrap().unwrap();
    assert!(vote.annulled_on.is_some() && vote.number == Some(1), "the number stays taken");
    let next = queries::next_number(&mut world.read().await, scene.body, 2017, true).await.unwrap();
    assert_eq!(next, 3, "public numbers have no gaps, and private ones are counted apart");
}

async fn decisions_lead_to_tasks_reports_and_reminders(world: World) {
    let scene = scene(&world, Regime::Association).await;
    let person =
        [("salutation", "ms"), ("given_name", "Ulrike"), ("family_name", "Tannert"), ("email", "tannert@example.org")];
    scene.manager.post("/personen/neu", &person).await.moved();
    let task = |title: &'static str, source: Id, due: (i8, i8), who: &'static str| Task {
        head: Head::default(),
        title: title.to_owned(),
        note: String::new(),
        due_on: Some(Day(jiff::civil::date(2017, due.0, due.1))),
        responsible: who.to_owned(),
        municipality_id: None,
        thread_id: None,
        source_id: Some(source),
        private: false,
        done_on: None,
    };
    let mut tx = world.write().await;
    for mut one in [
        task("Wege kartieren", scene.votes[0], (11, 10), "Ulrike Tannert"),
        task("Logo drucken", scene.votes[1], (12, 24), "Ulrike Tannert"),
        task("Notar beauftragen", scene.votes[2], (11, 20), "Vorstand"),
    ] {
        tx.insert(&mut one).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = scene.manager.get(&format!("{}/nachverfolgen", scene.page)).await.ok();
    assert!(page.contains("3 Aufgaben sind offen, 1 davon ist überfällig."), "{page}");
    let reader = world.person(Role::Reader).await;
    let page = reader.get(&format!("{}/nachverfolgen", scene.page)).await.ok();
    assert!(page.contains("Wege kartieren") && !page.contains("Notar"), "{page}");
    let list = reader.get("/beschluesse/offen").await.ok();
    assert!(list.contains("Wege kartieren") && !list.contains("Notar"), "{list}");

    let report = scene.manager.get(&format!("{}/nachverfolgen/bericht.pdf", scene.page)).await;
    assert!(words(&report.bytes).contains("Wege kartieren"));
    let offer = format!("{}/nachverfolgen/bericht", scene.page);
    scene.manager.post(&offer, &[]).await.moved();
    scene.manager.post(&offer, &[]).await.moved();
    let topics = queries::waiting_topics(&mut world.read().await, scene.body).await.unwrap();
    assert_eq!(topics.len(), 1, "the report is offered once");
    assert_eq!(topics[0].origin, Origin::Tasks);
    assert!(topics[0].reason.contains("Wege kartieren") && !topics[0].reason.contains("Notar"), "{}", topics[0].reason);

    let shown = scene.manager.get("/beschluesse/erinnern").await.ok();
    assert!(shown.contains("tannert@example.org") && shown.contains("Notar beauftragen"), "{shown}");
    assert!(!shown.contains("Logo drucken"), "not due within a week");
    assert!(mails(&world).await.is_empty(), "nobody is reminded unasked");
    let digest = hidden(&shown, "digest");
    scene.manager.post("/beschluesse/erinnern", &[("digest", &digest)]).await.moved();
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].body.contains("Wege kartieren: bis 10.11.2017 (überfällig)"), "{}", sent[0].body);
    let again = scene.manager.get("/beschluesse/erinnern").await.ok();
    assert!(again.contains("Niemand ist zu erinnern"), "once a week: {again}");
    world.pass(SignedDuration::from_hours(8 * 24));
    // The session of before is over by now.
    let manager = world.person(Role::Manager).await;
    assert!(manager.get("/beschluesse/erinnern").await.ok().contains("tannert@example.org"));
}

async fn mails(world: &World) -> Vec<allmende_jobs::OutboxLine> {
    allmende_jobs::list(&mut world.read().await).await.unwrap()
}

/// A body with rules and three voting seats, the last one without mail.
async fn body(world: &World, manager: &Client, regime: Regime) -> Id {
    let kind = if regime == Regime::Informal { "working_group" } else { "assembly" };
    let name = if regime == Regime::Informal { "Arbeitskreis Rad" } else { "Mitgliederversammlung" };
    let fields = [("name", name), ("kind", kind), ("meeting_name", "Sitzung"), ("meeting_name_plural", "Sitzungen")];
    let body = last(&manager.post("/gremien/neu", &fields).await.moved());
    let mut tx = world.write().await;
    let mut set = BodyRules {
        head: Head::default(),
        body_id: body,
        valid_from: Day(jiff::civil::date(2016, 3, 23)),
        source: "Satzung".to_owned(),
        rules: Rules(presets().into_iter().find(|one| one.rules.regime == regime).unwrap().rules),
    };
    tx.insert(&mut set).await.unwrap();
    for (name, email) in
        [("Karbach", "karbach@example.org"), ("Hafenlohr", "hafenlohr@example.org"), ("Rothenfels", "")]
    {
        let mut seat = Seat {
            head: Head::default(),
            body_id: body,
            municipality_id: None,
            person_id: None,
            name: name.to_owned(),
            email: email.to_owned(),
            role: SeatRole::Member,
            votes: 1000,
            channel: if email.is_empty() { Channel::Letter } else { Channel::Mail },
            deputy: String::new(),
            since: None,
            until: None,
        };
        tx.insert(&mut seat).await.unwrap();
    }
    tx.commit().await.unwrap();
    body
}

/// A circular that was sent; gives its address and the links by mail address.
async fn sent(world: &World, manager: &Client, body: Id, private: bool) -> (String, Vec<(String, String)>) {
    let body = body.to_string();
    let mut fields = vec![
        ("body_id", body.as_str()),
        ("title", "Beitritt zum Regionalbudget"),
        ("wording", "Die Allianz tritt dem Regionalbudget bei."),
        ("reason", "Die Frist endet vor der nächsten Sitzung."),
        ("deadline", "30.11.2017"),
    ];
    if private {
        fields.push(("private", "1"));
    }
    let page = manager.post("/umlaufbeschluesse/neu", &fields).await.moved();
    let shown = manager.get(&format!("{page}/versenden")).await.ok();
    assert!(shown.contains("karbach@example.org") && shown.contains("2 E-Mails, 1 Brief"), "{shown}");
    assert!(mails(world).await.is_empty(), "looking sends nothing");
    manager.post(&format!("{page}/versenden"), &[("shown", &hidden(&shown, "shown"))]).await.moved();
    let links = mails(world)
        .await
        .into_iter()
        .map(|mail| {
            let at = mail.body.find("http://allmende.test/umlauf/").expect("the mail has a link");
            let rest = &mail.body[at + "http://allmende.test".len()..];
            (mail.recipient, rest.split_whitespace().next().unwrap().to_owned())
        })
        .collect();
    (page, links)
}

fn link<'a>(links: &'a [(String, String)], who: &str) -> &'a str {
    &links.iter().find(|(recipient, _)| recipient.contains(who)).unwrap().1
}

async fn circular(world: &World, page: &str) -> Circular {
    world.read().await.get(last(page)).await.unwrap().unwrap()
}

/// The page with which the office notes the answer of the member without mail.
async fn by_letter(world: &World, page: &str) -> String {
    let answers = queries::circular_answers(&mut world.read().await, last(page)).await.unwrap();
    let one = answers.iter().find(|one| one.email.is_empty()).unwrap();
    format!("{page}/antworten/{}", one.head.id)
}

async fn all_must_agree_to_a_circular(world: World) {
    let manager = world.person(Role::Manager).await;
    let body = body(&world, &manager, Regime::Association).await;
    let (page, links) = sent(&world, &manager, body, true).await;
    let stranger = world.stranger();
    let karbach = link(&links, "karbach");
    let shown = stranger.get(karbach).await.ok();
    assert!(shown.contains("Die Allianz tritt dem Regionalbudget bei."), "{shown}");
    let answers = queries::circular_answers(&mut world.read().await, last(&page)).await.unwrap();
    assert!(answers.iter().all(|one| one.answer == CircularChoice::None), "opening a link changes nothing");
    let unsigned = stranger.post_raw(karbach, &[("answer", "yes"), ("signed", "")]).await;
    assert_eq!(unsigned.status, StatusCode::UNPROCESSABLE_ENTITY, "text form names the person");
    assert_eq!(
        stranger.post_raw(karbach, &[("answer", "yes"), ("signed", "Rita Ammann")]).await.status,
        StatusCode::OK
    );
    let view = manager.get(&page).await.ok();
    assert!(view.contains("Offen: Hafenlohr, Rothenfels") && !view.contains("Ergebnis feststellen"), "{view}");
    let early = manager.post(&format!("{page}/feststellen"), &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing to state yet");
    stranger.post_raw(link(&links, "hafenlohr"), &[("answer", "yes"), ("signed", "Jens Altmoos")]).await.ok();
    let letter = by_letter(&world, &page).await;
    let fields = [("answer", "yes"), ("text", ""), ("source", ""), ("answered_on", "14.11.2017")];
    assert_eq!(
        manager.post(&letter, &fields).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "where does it come from?"
    );
    let fields = [("answer", "yes"), ("text", ""), ("source", "Brief"), ("answered_on", "14.11.2017")];
    manager.post(&letter, &fields).await.moved();
    let view = manager.get(&page).await.ok();
    assert!(view.contains("Alle Mitglieder haben zugestimmt"), "{view}");
    manager.post(&format!("{page}/feststellen"), &[]).await.moved();
    assert_eq!(circular(&world, &page).await.state, CircularState::Adopted);
    let vote = queries::vote_of_circular(&mut world.read().await, last(&page)).await.unwrap().unwrap();
    assert_eq!((vote.number, vote.yes, vote.public), (Some(1), 3000, false));
    let excerpt = manager.get(&format!("/beschluesse/{}/auszug.pdf", vote.head.id)).await;
    let text = words(&excerpt.bytes);
    assert!(text.replace('\u{a0}', " ").contains("Beschluss N 01/2017") && text.contains("Umlauf"), "{text}");
    let late = stranger.post_raw(karbach, &[("answer", "no"), ("signed", "Rita Ammann")]).await;
    assert!(late.text().contains("nimmt keine Antworten mehr an"), "{}", late.text());
    for role in [Role::Clerk, Role::Reader] {
        let person = world.person(role).await;
        assert_eq!(person.get(&page).await.status, StatusCode::NOT_FOUND);
        for address in
            ["/umlaufbeschluesse", "/umlaufbeschluesse?format=csv", "/suche?q=Regionalbudget", "/beschluesse", "/"]
        {
            let text = person.get(address).await.text().replace("„Regionalbudget“", "");
            assert!(!text.contains("Beitritt zum"), "{role:?} {address}: {text}");
        }
        assert_eq!(person.get(&format!("/beschluesse/{}", vote.head.id)).await.status, StatusCode::NOT_FOUND);
    }
}

async fn one_no_or_silence_fails_a_circular(world: World) {
    let manager = world.person(Role::Manager).await;
    let body = body(&world, &manager, Regime::Association).await;
    let (page, links) = sent(&world, &manager, body, false).await;
    let stranger = world.stranger();
    stranger.post_raw(link(&links, "karbach"), &[("answer", "no"), ("signed", "Rita Ammann")]).await.ok();
    let view = manager.get(&page).await.ok();
    assert!(view.contains("mindestens ein Mitglied hat abgelehnt") && view.contains("BGB"), "{view}");
    // Until the deadline an answer can be changed; then silence fails it.
    stranger.post_raw(link(&links, "karbach"), &[("answer", "yes"), ("signed", "Rita Ammann")]).await.ok();
    assert!(manager.get(&page).await.ok().contains("Offen: Hafenlohr, Rothenfels"));
    let reader = world.person(Role::Reader).await;
    let view = reader.get(&page).await.ok();
    assert!(
        !view.contains("Rita Ammann") && !view.contains("karbach@"),
        "who wrote what is for those who lead: {view}"
    );
    world.pass(SignedDuration::from_hours(17 * 24));
    let late = stranger.post_raw(link(&links, "hafenlohr"), &[("answer", "yes"), ("signed", "Jens Altmoos")]).await;
    assert!(late.text().contains("nimmt keine Antworten mehr an"));
    let manager = world.person(Role::Manager).await;
    manager.post(&format!("{page}/feststellen"), &[]).await.moved();
    let failed = circular(&world, &page).await;
    assert_eq!(failed.state, CircularState::Failed);
    assert!(failed.verdict.contains("Es fehlt: Hafenlohr, Rothenfels"), "{}", failed.verdict);
    assert!(queries::vote_of_circular(&mut world.read().await, last(&page)).await.unwrap().is_none(), "no decision");
    assert_eq!(stranger.get("/umlauf/falsch").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn a_group_recommends_by_majority(world: World) {
    let manager = world.person(Role::Manager).await;
    let group = body(&world, &manager, Regime::Informal).await;
    let (page, links) = sent(&world, &manager, group, false).await;
    let stranger = world.stranger();
    for who in ["karbach", "hafenlohr"] {
        stranger.post_raw(link(&links, who), &[("answer", "yes"), ("signed", "Jemand")]).await.ok();
    }
    world.pass(SignedDuration::from_hours(17 * 24));
    let manager = world.person(Role::Manager).await;
    manager.post(&format!("{page}/feststellen"), &[]).await.moved();
    let vote = queries::vote_of_circular(&mut world.read().await, last(&page)).await.unwrap().unwrap();
    let view = manager.get(&format!("/beschluesse/{}", vote.head.id)).await.ok();
    assert!(view.contains("Empfehlung 01/2017") && view.contains("Empfehlung weitergeben"), "{view}");
    let recommend = format!("/beschluesse/{}/empfehlen", vote.head.id);
    assert!(manager.post(&recommend, &[]).await.text().contains("Es gibt kein Gremium der Art"));
    let fields = [
        ("name", "Versammlung"),
        ("kind", "assembly"),
        ("meeting_name", "Sitzung"),
        ("meeting_name_plural", "Sitzungen"),
    ];
    let assembly = last(&manager.post("/gremien/neu", &fields).await.moved());
    manager.post(&recommend, &[]).await.moved();
    let topics = queries::waiting_topics(&mut world.read().await, assembly).await.unwrap();
    assert_eq!((topics[0].origin, topics[0].proposal.as_str()), (Origin::Recommendation, vote.wording.as_str()));
    assert_eq!(manager.post(&recommend, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "once is enough");
}

async fn a_council_decides_in_meetings_only(world: World) {
    let manager = world.person(Role::Manager).await;
    let body = body(&world, &manager, Regime::Council).await.to_string();
    let fields = [("body_id", body.as_str()), ("title", "Eilsache"), ("wording", "So."), ("deadline", "30.11.2017")];
    let refused = manager.post("/umlaufbeschluesse/neu", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("darf ohne Sitzung nicht beschließen"), "{}", refused.text());
    assert!(refused.text().contains("Eilsache"), "what was typed is kept");
}
