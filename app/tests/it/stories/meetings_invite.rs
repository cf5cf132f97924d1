//! Preparing an agenda and inviting: notice period, what is frozen, supplements, answers, what is private.

use allmende_meeting_rules::{Late, Regime, presets};
use allmende_meetings::model::notice::NoticeKind;
use allmende_meetings::model::participant::{Answer, AnsweredBy, Participant};
use allmende_meetings::model::rule_set::{BodyRules, Rules};
use allmende_meetings::model::seat::{Channel, SeatRole};
use allmende_meetings::model::{AgendaItem, Meeting, MeetingState, Purpose};
use allmende_meetings::queries;
use allmende_store::{Day, Head, Id, digest};
use allmende_web::access::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::world::{Client, World, on_both_engines};

on_both_engines! {
    an_invitation_is_frozen_and_goes_to_each_as_it_should;
    a_late_invitation_needs_a_reason_or_another_day;
    strict_rules_block_a_late_invitation;
    a_changed_agenda_becomes_a_numbered_supplement;
    a_moved_and_a_cancelled_meeting_tell_everybody;
    answers_come_by_link_and_by_calendar;
    what_is_private_stays_with_those_who_sit_in_the_body;
    items_move_and_wait_in_the_topic_store;
}

const DAY: jiff::civil::Date = jiff::civil::date(2017, 11, 30);

/// A meeting of an association's assembly with 14 days of notice, three items (the last one private), a member by mail,
/// a member by letter who is a person with an address, and a guest by mail.
struct Scene {
    manager: Client,
    meeting: Id,
    page: String,
}

async fn scene(world: &World, held_on: jiff::civil::Date) -> Scene {
    let manager = world.person(Role::Manager).await;
    let fields = [
        ("name", "Mitgliederversammlung"),
        ("kind", "assembly"),
        ("meeting_name", "Allianzsitzung"),
        ("meeting_name_plural", "Allianzsitzungen"),
    ];
    let body = last(&manager.post("/gremien/neu", &fields).await.moved());
    let person = [
        ("salutation", "ms"),
        ("given_name", "Ulrike"),
        ("family_name", "Tannert"),
        ("street", "Musterweg 7"),
        ("postcode", "97840"),
        ("town", "Hafenlohr"),
    ];
    let person = last(&manager.post("/personen/neu", &person).await.moved());
    let mut tx = world.write().await;
    let mut alliance: allmende_alliance::model::Alliance = tx.get(world.alliance).await.unwrap().unwrap();
    "allianz@example.org".clone_into(&mut alliance.email);
    tx.update(&mut alliance).await.unwrap();
    let mut rules = presets().into_iter().find(|one| one.rules.regime == Regime::Association).unwrap().rules;
    rules.late = Late::AskReason;
    assert_eq!(rules.notice.days, 14, "the ready-made rules of an association");
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
        ends_at: "20:00".to_owned(),
        place: "Rathaus Marktheidenfeld".to_owned(),
        chair: "Georg Hellbach".to_owned(),
        ..Meeting::new(body, "Allianzsitzung", Day(held_on))
    };
    tx.insert(&mut meeting).await.unwrap();
    let items = [("Logo der Allianz", true), ("Radkonzept", true), ("Kassenversicherung", false)];
    for (position, (title, public)) in (1..).zip(items) {
        let mut item = AgendaItem {
            public,
            purpose: Purpose::Decision,
            proposal: format!("Vorschlag zu {title}."),
            open_title: if public { String::new() } else { "Vertragsangelegenheit".to_owned() },
            ..meeting.item(position, title, None)
        };
        tx.insert(&mut item).await.unwrap();
    }
    let people = [
        ("Markt Karbach", "karbach@example.org", SeatRole::Member, Channel::Mail, None),
        ("Gemeinde Hafenlohr", "", SeatRole::Member, Channel::Letter, Some(person)),
        ("Amt für Ländliche Entwicklung", "ale@example.org", SeatRole::Guest, Channel::Mail, None),
    ];
    for (position, (name, email, role, channel, person_id)) in (1..).zip(people) {
        let mut one = Participant {
            head: Head::default(),
            meeting_id: meeting.head.id,
            position,
            seat_id: None,
            municipality_id: None,
            person_id,
            name: name.to_owned(),
            person: String::new(),
            email: email.to_owned(),
            role,
            votes: if role.votes() { 1000 } else { 0 },
            channel,
            items: String::new(),
            answer: Answer::None,
            reason: String::new(),
            deputy: String::new(),
            answered_at: None,
            answered_by: AnsweredBy::Nothing,
            token_digest: String::new(),
        };
        tx.insert(&mut one).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = format!("/sitzungen/{}", meeting.head.id);
    Scene { manager, meeting: meeting.head.id, page }
}

fn last(path: &str) -> Id {
    path.rsplit('/').next().and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("no id in {path}"))
}

/// The value of a hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let marker = format!("name=\"{name}\" value=\"");
    page.split(&marker).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

impl Scene {
    async fn send(&self, reason: &str) -> crate::world::Answer {
        let address = format!("{}/einladung", self.page);
        let shown = self.manager.get(&address).await.ok();
        let fields = [
            ("digest", hidden(&shown, "digest")),
            ("subject", "Einladung zur Allianzsitzung".to_owned()),
            ("text", "hiermit lade ich Sie ein.".to_owned()),
            ("reason", reason.to_owned()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.manager.post(&address, &fields).await
    }

    async fn meeting(&self, world: &World) -> Meeting {
        world.read().await.get(self.meeting).await.unwrap().unwrap()
    }

    async fn participants(&self, world: &World) -> Vec<Participant> {
        queries::participants(&mut world.read().await, self.meeting).await.unwrap()
    }
}

/// A page without the soft hyphens that let long words break: with them nothing would be found.
fn plain(page: &str) -> String {
    page.replace(['\u{ad}', '\u{200b}'], "").replace("&shy;", "").replace("&#173;", "")
}

/// The mails in the outbox, newest first.
async fn mails(world: &World) -> Vec<allmende_jobs::OutboxLine> {
    allmende_jobs::list(&mut world.read().await).await.unwrap()
}

/// The secret link in a mail.
fn link(body: &str) -> String {
    let at = body.find("http://allmende.test/einladung/").expect("the mail has a link");
    let rest = &body[at + "http://allmende.test".len()..];
    rest.split_whitespace().next().unwrap().to_owned()
}

async fn an_invitation_is_frozen_and_goes_to_each_as_it_should(world: World) {
    let scene = scene(&world, DAY).await;
    // 14 November: the last day is the 15th (16 to 29 November are the fourteen days).
    let shown = scene.manager.get(&scene.page).await.ok();
    assert!(shown.contains("Spätestens morgen, Mittwoch, 15.\u{a0}November 2017"), "{shown}");
    assert!(shown.contains("Buß- und Bettag: in Bayern kein gesetzlicher Feiertag"), "{shown}");
    let page = scene.manager.get(&format!("{}/einladung", scene.page)).await.ok();
    for words in ["Markt Karbach", "karbach@example.org", "Musterweg 7", "nur öffentlichen Teil", "2 E-Mails, 1 Brief"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(mails(&world).await.is_empty(), "looking sends nothing");
    scene.send("").await.moved();

    let mails = mails(&world).await;
    assert_eq!(mails.len(), 2);
    let karbach = mails.iter().find(|mail| mail.recipient.contains("karbach")).unwrap();
    let guest = mails.iter().find(|mail| mail.recipient.contains("ale@")).unwrap();
    assert!(karbach.body.contains("N\u{a0}1  Kassenversicherung"), "{}", karbach.body);
    assert!(guest.body.contains("Vertragsangelegenheit") && !guest.body.contains("Kassenversicherung"));
    assert_eq!(karbach.calendar_method.as_deref(), Some("REQUEST"));
    let calendar = karbach.calendar.clone().unwrap().replace("\r\n ", "");
    assert!(calendar.contains("SEQUENCE:0") && calendar.contains("DTSTART;TZID=Europe/Berlin:20171130T180000"));
    assert!(calendar.contains("mailto:karbach@example.org") && !calendar.contains("ale@example.org"), "{calendar}");
    assert!(!calendar.contains("Kassenversicherung"), "calendars show what they hold");

    let mut tx = world.read().await;
    let notices = queries::notices(&mut tx, scene.meeting).await.unwrap();
    assert_eq!(notices.len(), 1);
    let notice = &notices[0];
    assert_eq!((notice.kind, notice.number), (NoticeKind::Invitation, 0));
    let snapshot = tx.file(notice.snapshot_file).await.unwrap().unwrap();
    assert_eq!(digest(&snapshot.bytes), notice.digest, "what was sent can be checked");
    assert_eq!(queries::notice_recipients(&mut tx, notice.head.id).await.unwrap().len(), 3);
    let open = tx.file(notice.open_pdf_file).await.unwrap().unwrap();
    assert!(open.bytes.starts_with(b"%PDF-"));
    assert!(notice.letters_file.is_some() && notice.full_pdf_file.is_some());
    let items = queries::whole_agenda(&mut tx, scene.meeting).await.unwrap();
    assert!(items.iter().all(|item| item.announced == Some(0)));
    drop(tx);
    assert!(scene.meeting(&world).await.invited_at.is_some());
    let again = scene.manager.get(&format!("{}/einladung", scene.page)).await.ok();
    assert!(again.contains("Alle haben den aktuellen Stand"), "{again}");
    // The same button pressed again sends nothing.
    assert_eq!(scene.send("").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(self::mails(&world).await.len(), 2);
}

async fn a_late_invitation_needs_a_reason_or_another_day(world: World) {
    let mut scene = scene(&world, DAY).await;
    world.pass(SignedDuration::from_hours(48));
    scene.manager = world.person(Role::Manager).await;
    let refused = scene.send("").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = refused.text();
    assert!(words.contains("Die Ladungsfrist ist seit gestern vorbei"), "{words}");
    assert!(words.contains("hiermit lade ich Sie ein."), "what was typed is kept");
    // 16 November: fourteen days lie between it and 1 December.
    assert!(words.contains("Fr, 01.12.2017") || words.contains("Fr,\u{a0}01.12.2017"), "{words}");
    assert!(mails(&world).await.is_empty());
    scene.send("Die Bewilligung läuft ab.").await.moved();
    let meeting = scene.meeting(&world).await;
    assert_eq!(meeting.urgent_reason, "Die Bewilligung läuft ab.");
    let notices = queries::notices(&mut world.read().await, scene.meeting).await.unwrap();
    assert_eq!(notices[0].reason, "Die Bewilligung läuft ab.");
}

async fn strict_rules_block_a_late_invitation(world: World) {
    let mut scene = scene(&world, DAY).await;
    let mut tx = world.write().await;
    let meeting: Meeting = tx.get(scene.meeting).await.unwrap().unwrap();
    let mut set = queries::rule_sets(&mut tx, meeting.body_id).await.unwrap().remove(0);
    set.rules.0.late = Late::Block;
    set.rules.0.urgent.allowed = false;
    tx.update(&mut set).await.unwrap();
    tx.commit().await.unwrap();
    world.pass(SignedDuration::from_hours(48));
    scene.manager = world.person(Role::Manager).await;
    let refused = scene.send("Die Bewilligung läuft ab.").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Die Ladungsfrist ist seit gestern vorbei"), "{}", refused.text());
    assert!(mails(&world).await.is_empty() && scene.meeting(&world).await.invited_at.is_none());
}

async fn a_changed_agenda_becomes_a_numbered_supplement(world: World) {
    let scene = scene(&world, jiff::civil::date(2017, 12, 14)).await;
    scene.send("").await.moved();
    let fields = [
        ("meeting_id", scene.meeting.to_string()),
        ("title", "Exkursion".to_owned()),
        ("purpose", "report".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    scene.manager.post("/themen/neu", &fields).await.moved();
    let page = scene.manager.get(&format!("{}/einladung", scene.page)).await.ok();
    assert!(page.contains("Nachtrag zur Einladung") && page.contains("Neu: Ö\u{a0}3 Exkursion"), "{page}");
    scene.send("").await.moved();
    let mut tx = world.read().await;
    let notices = queries::notices(&mut tx, scene.meeting).await.unwrap();
    assert_eq!(notices.len(), 2);
    assert_eq!((notices[1].kind, notices[1].number), (NoticeKind::Supplement, 1));
    assert_eq!(notices[1].differences, "Neu: Ö\u{a0}3 Exkursion");
    let items = queries::whole_agenda(&mut tx, scene.meeting).await.unwrap();
    let announced: Vec<(String, Option<i64>)> = items.into_iter().map(|item| (item.title, item.announced)).collect();
    assert!(announced.contains(&("Exkursion".to_owned(), Some(1))), "{announced:?}");
    assert_eq!(scene.meeting(&world).await.sequence, 0, "an agenda is no change for calendars");
    drop(tx);
    // Both stay readable.
    for number in [0, 1] {
        let file = scene.manager.get(&format!("{}/ladungen/{number}/tagesordnung.pdf", scene.page)).await;
        assert!(file.status == StatusCode::OK && file.bytes.starts_with(b"%PDF-"));
    }
}

async fn a_moved_and_a_cancelled_meeting_tell_everybody(world: World) {
    let mut scene = scene(&world, jiff::civil::date(2017, 12, 14)).await;
    scene.send("").await.moved();
    let mut tx = world.write().await;
    let mut meeting: Meeting = tx.get(scene.meeting).await.unwrap().unwrap();
    meeting.held_on = Day(DAY);
    tx.update(&mut meeting).await.unwrap();
    tx.commit().await.unwrap();
    world.pass(SignedDuration::from_hours(48));
    scene.manager = world.person(Role::Manager).await;
    // Moved into the period of notice: that needs a reason like a late invitation.
    let refused = scene.send("").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Tag: Do"), "{}", refused.text());
    scene.send("Der Saal ist belegt.").await.moved();
    assert_eq!(scene.meeting(&world).await.sequence, 1);
    let newest = mails(&world).await.into_iter().next().unwrap();
    let calendar = newest.calendar.unwrap();
    assert!(calendar.contains("SEQUENCE:1") && calendar.contains("20171130T180000"), "{calendar}");

    scene.manager.post(&format!("{}/absagen", scene.page), &[("reason", "Sturm")]).await.moved();
    assert_eq!(scene.meeting(&world).await.state, MeetingState::Cancelled);
    assert_eq!(mails(&world).await.len(), 4, "calling off alone sends nothing");
    scene.send("").await.moved();
    let all = mails(&world).await;
    assert_eq!(all.len(), 6);
    assert_eq!(all[0].calendar_method.as_deref(), Some("CANCEL"));
    let calendar = all[0].calendar.clone().unwrap();
    assert!(calendar.contains("SEQUENCE:2") && calendar.contains("STATUS:CANCELLED"), "{calendar}");
}

async fn answers_come_by_link_and_by_calendar(world: World) {
    let scene = scene(&world, DAY).await;
    scene.send("").await.moved();
    let all = mails(&world).await;
    let karbach = all.iter().find(|mail| mail.recipient.contains("karbach")).unwrap();
    let link = link(&karbach.body);
    let stranger = world.stranger();
    let page = stranger.get(&link).await.ok();
    assert!(page.contains("Markt Karbach") && !page.contains("Kassenversicherung"), "{page}");
    assert_eq!(scene.participants(&world).await[0].answer, Answer::None, "opening a link changes nothing");
    let refused = stranger.post_raw(&link, &[("answer", "deputy"), ("deputy", ""), ("reason", "Urlaub")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Urlaub"), "what was typed is kept");
    let done =
        stranger.post_raw(&link, &[("answer", "deputy"), ("deputy", "Horst Vierling"), ("reason", "Urlaub")]).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    let one = scene.participants(&world).await.remove(0);
    assert_eq!(
        (one.answer, one.deputy.as_str(), one.answered_by),
        (Answer::Deputy, "Horst Vierling", AnsweredBy::Link)
    );
    let page = scene.manager.get(&format!("{}/einladung", scene.page)).await.ok();
    assert!(page.contains("Horst Vierling") && page.contains("vertreten"), "{page}");
    let gone = stranger.get("/einladung/0123456789abcdef").await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", gone.text());

    // The guest's calendar declines; an older answer afterwards changes nothing.
    let reply = |stamp: &str, state: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{}@allmende.test\r\n\
             DTSTAMP:{stamp}\r\nSEQUENCE:0\r\nORGANIZER:mailto:allianz@example.org\r\n\
             ATTENDEE;PARTSTAT={state}:mailto:ALE@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            scene.meeting
        )
    };
    let address = format!("{}/antworten", scene.page);
    let upload =
        async |text: String| scene.manager.upload(&address, &[], ("file", "antwort.ics", text.as_bytes())).await;
    upload(reply("20171114T090000Z", "DECLINED")).await.moved();
    assert_eq!(scene.participants(&world).await[2].answer, Answer::No);
    let older = upload(reply("20171114T083000Z", "ACCEPTED")).await;
    assert_eq!(older.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(older.text().contains("älter"), "{}", older.text());
    assert_eq!(scene.participants(&world).await[2].answer, Answer::No);
    assert_eq!(upload("kein Kalender".to_owned()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn what_is_private_stays_with_those_who_sit_in_the_body(world: World) {
    let scene = scene(&world, DAY).await;
    scene.send("").await.moved();
    let secret = "Kassenversicherung";
    let private = queries::whole_agenda(&mut world.read().await, scene.meeting).await.unwrap().pop().unwrap();
    assert_eq!(private.title, secret);
    for role in [Role::Clerk, Role::Reader] {
        let person = world.person(role).await;
        for address in [
            scene.page.clone(),
            "/sitzungen".to_owned(),
            "/sitzungen?suche=Kassenversicherung".to_owned(),
            "/suche?q=Kassenversicherung".to_owned(),
            "/".to_owned(),
            format!("/sitzungen/{}/verlauf", scene.meeting),
            "/sitzungen?format=csv".to_owned(),
        ] {
            let answer = person.get(&address).await;
            // The word that was searched for stands on the page, but nothing that it found.
            let text = plain(&answer.text()).replace("Kassenversicherung\"", "").replace("„Kassenversicherung“", "");
            assert!(!text.contains(secret), "{role:?} {address}: {text}");
        }
        assert_eq!(person.get(&format!("/themen/{}", private.head.id)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(person.get(&format!("/themen/{}/verlauf", private.head.id)).await.status, StatusCode::NOT_FOUND);
        let full = format!("{}/ladungen/0/tagesordnung-voll.pdf", scene.page);
        assert_eq!(person.get(&full).await.status, StatusCode::NOT_FOUND);
        let list = person.get("/sitzungen?format=csv").await.text();
        assert!(list.contains(";2;") || list.contains(",2,") || list.contains("\t2\t"), "two topics are known: {list}");
    }
    let mayor = world.person(Role::Mayor).await;
    assert!(plain(&mayor.get(&scene.page).await.ok()).contains(secret));
    let found = plain(&mayor.get("/suche?q=Kassenversicherung").await.ok());
    assert!(found.contains(&format!(">{secret}</a>")), "mayors sit in the body: {found}");
}

async fn items_move_and_wait_in_the_topic_store(world: World) {
    let scene = scene(&world, DAY).await;
    let titles = async || {
        let items = queries::whole_agenda(&mut world.read().await, scene.meeting).await.unwrap();
        items.into_iter().map(|item| item.title).collect::<Vec<_>>()
    };
    let items = queries::whole_agenda(&mut world.read().await, scene.meeting).await.unwrap();
    let (logo, wheels, cash) = (items[0].head.id, items[1].head.id, items[2].head.id);
    let order = format!("{}/reihenfolge", scene.page);
    scene.manager.post(&order, &[("item", &wheels.to_string()), ("place", "0")]).await.moved();
    assert_eq!(titles().await, ["Radkonzept", "Logo der Allianz", "Kassenversicherung"]);
    // The private item stays in its part, wherever it is dropped.
    scene.manager.post(&order, &[("item", &cash.to_string()), ("place", "0")]).await.moved();
    scene.manager.post(&format!("/themen/{cash}/hoch"), &[]).await.moved();
    assert_eq!(titles().await, ["Radkonzept", "Logo der Allianz", "Kassenversicherung"]);
    scene.manager.post(&format!("/themen/{logo}/zurueckstellen"), &[]).await.moved();
    assert_eq!(titles().await, ["Radkonzept", "Kassenversicherung"]);
    let page = scene.manager.get(&scene.page).await.ok();
    assert!(page.contains("„Logo der Allianz“ auf die Tagesordnung setzen"), "{page}");
    let body = scene.meeting(&world).await.body_id;
    let topic = queries::waiting_topics(&mut world.read().await, body).await.unwrap().remove(0);
    scene.manager.post(&format!("{}/aufnehmen/{}", scene.page, topic.head.id), &[]).await.moved();
    assert_eq!(titles().await, ["Radkonzept", "Logo der Allianz", "Kassenversicherung"]);
    let again = scene.manager.post(&format!("{}/aufnehmen/{}", scene.page, topic.head.id), &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text());
    // What was announced cannot go back silently.
    scene.send("").await.moved();
    let refused = scene.manager.post(&format!("/themen/{wheels}/zurueckstellen"), &[]).await;
    assert!(refused.text().contains("steht schon in der versandten Einladung"), "{}", refused.text());
}
