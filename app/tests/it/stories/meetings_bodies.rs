//! What a body has beside its meetings: rules, seats, topics that wait, texts; who is invited; further dates.

use std::collections::BTreeMap;

use allmende_meetings::model::Meeting;
use allmende_meetings::model::participant::{Answer, AnsweredBy, Participant};
use allmende_meetings::model::seat::{Channel, Seat, SeatRole};
use allmende_meetings::model::topic::{Topic, TopicState};
use allmende_meetings::queries;
use allmende_store::{Day, Id};
use allmende_web::access::Role;
use axum::http::StatusCode;
use jiff::civil::date;

use crate::world::{Answer as Page, Client, World, on_both_engines};

on_both_engines! {
    seats_come_from_members_and_offices;
    participants_follow_their_seats_until_the_invitation;
    guests_and_answers_are_typed;
    rules_hold_from_their_day;
    rules_that_cannot_be_are_refused;
    topics_wait_and_private_ones_stay_private;
    modules_fill_the_form_of_an_item;
    meetings_are_repeated_around_holidays;
}

fn last(path: &str) -> Id {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    path.rsplit('/').next().and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("no id in {path}"))
}

/// The words of a page as they are read, without soft hyphens and entities.
fn words(page: &str) -> String {
    page.replace('\u{ad}', "").replace("&nbsp;", " ").replace('\u{a0}', " ")
}

#[track_caller]
fn refused(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    words(&page.text())
}

/// The sentence of a page that says that something cannot be done.
#[track_caller]
fn impossible(page: &Page) -> String {
    assert!([StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT].contains(&page.status), "{}", page.text());
    words(&page.text())
}

async fn body(manager: &Client, name: &str, kind: &str) -> Id {
    let fields = [
        ("name", name),
        ("kind", kind),
        ("meeting_name", "Allianzsitzung"),
        ("meeting_name_plural", "Allianzsitzungen"),
    ];
    last(&manager.post("/gremien/neu", &fields).await.moved())
}

async fn person(manager: &Client, family: &str, email: &str) -> Id {
    let fields = [("salutation", "ms"), ("given_name", "Kim"), ("family_name", family), ("email", email)];
    last(&manager.post("/personen/neu", &fields).await.moved())
}

async fn office(manager: &Client, person: Id, title: &str, field: &str, place: Id, span: (&str, &str)) {
    let (person, place) = (person.to_string(), place.to_string());
    let fields = [
        ("person_id", person.as_str()),
        ("title", title),
        (field, place.as_str()),
        ("since", span.0),
        ("until", span.1),
    ];
    manager.post("/aemter/neu", &fields).await.moved();
}

/// An assembly with two members: Birkach, whose mayor changes on 1 January 2018, and Auburg, which has none.
struct Scene {
    manager: Client,
    body: Id,
    birkach: Id,
    old_mayor: Id,
}

async fn scene(world: &World) -> Scene {
    let manager = world.person(Role::Manager).await;
    let body = body(&manager, "Mitgliederversammlung", "assembly").await;
    let mut members = Vec::new();
    for (name, ags) in [("Birkach", "09677149"), ("Auburg", "09677157")] {
        let fields = [("name", name), ("ags", ags), ("kind", "market")];
        members.push(last(&manager.post("/mitglieder/neu", &fields).await.moved()));
    }
    let old_mayor = person(&manager, "Altmann", "altmann@example.org").await;
    let new_mayor = person(&manager, "Neumann", "neumann@example.org").await;
    let birkach = members[0];
    office(&manager, old_mayor, "Erster Bürgermeister", "municipality_id", birkach, ("01.05.2008", "31.12.2017")).await;
    office(&manager, new_mayor, "Erste Bürgermeisterin", "municipality_id", birkach, ("01.01.2018", "")).await;
    Scene { manager, body, birkach, old_mayor }
}

impl Scene {
    fn seats_path(&self) -> String {
        format!("/gremien/{}/plaetze", self.body)
    }

    async fn seats(&self, world: &World) -> Vec<Seat> {
        queries::seats(&mut world.read().await, self.body).await.unwrap()
    }

    async fn seat_of(&self, world: &World, municipality: Id) -> Seat {
        self.seats(world).await.into_iter().find(|seat| seat.municipality_id == Some(municipality)).unwrap()
    }

    async fn seats_of_members(&self) {
        self.manager.post(&format!("{}/mitglieder", self.seats_path()), &[]).await.moved();
    }

    async fn meeting(&self, day: &str) -> Id {
        let body = self.body.to_string();
        let fields = [
            ("body_id", body.as_str()),
            ("held_on", day),
            ("begins_at", "18:00"),
            ("ends_at", "20:00"),
            ("place", "Rathaus"),
            ("state", "planned"),
            ("topics", "Logo der Allianz"),
        ];
        last(&self.manager.post("/sitzungen/neu", &fields).await.moved())
    }
}

async fn invited(world: &World, meeting: Id) -> Vec<Participant> {
    queries::participants(&mut world.read().await, meeting).await.unwrap()
}

/// Pretends that the invitation left.
async fn call(world: &World, meeting: Id) {
    let mut tx = world.write().await;
    let mut meeting: Meeting = tx.get(meeting).await.unwrap().unwrap();
    meeting.invited_at = Some(tx.now());
    tx.update(&mut meeting).await.unwrap();
    for mut one in queries::participants(&mut tx, meeting.head.id).await.unwrap() {
        one.token_digest = format!("digest of {}", one.name);
        tx.update(&mut one).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn seats_come_from_members_and_offices(world: World) {
    let scene = scene(&world).await;
    let manager = &scene.manager;
    let page = words(&manager.get(&format!("/gremien/{}", scene.body)).await.ok());
    assert!(page.contains("Dieses Gremium hat noch keine Plätze"), "{page}");
    scene.seats_of_members().await;
    scene.seats_of_members().await;
    let seats = scene.seats(&world).await;
    assert_eq!(seats.len(), 2, "pressed twice, each has one seat: {seats:?}");
    assert!(seats.iter().all(|seat| seat.votes == 1000 && seat.role == SeatRole::Member));

    // The chair is the mayor of a member: no second vote. Whoever else holds an office gets a seat.
    let writer = person(manager, "Schreiber", "").await;
    office(manager, scene.old_mayor, "Erster Vorsitzender", "body_id", scene.body, ("", "")).await;
    office(manager, writer, "Schriftführerin", "body_id", scene.body, ("", "")).await;
    for _ in 0..2 {
        manager.post(&format!("{}/aemter", scene.seats_path()), &[]).await.moved();
    }
    let seats = scene.seats(&world).await;
    let roles: BTreeMap<String, SeatRole> = seats.into_iter().map(|seat| (seat.name, seat.role)).collect();
    assert_eq!(roles.len(), 3, "{roles:?}");
    assert_eq!(roles.get("Birkach"), Some(&SeatRole::Chair));
    assert_eq!(roles.get("Kim Schreiber"), Some(&SeatRole::MinuteTaker));

    let page = words(&manager.get(&format!("/gremien/{}", scene.body)).await.ok());
    assert!(page.contains("Vorsitz · Kim Altmann") && page.contains("Schriftführung"), "{page}");
    let table = words(&manager.get(&scene.seats_path()).await.ok());
    assert!(table.contains("altmann@example.org") && table.contains("keine E-Mail-Adresse, darum Brief"), "{table}");

    let (body, birkach) = (scene.body.to_string(), scene.birkach.to_string());
    let fields = [
        ("body_id", body.as_str()),
        ("municipality_id", birkach.as_str()),
        ("role", "member"),
        ("votes", "1,5"),
        ("channel", "mail"),
        ("deputy", "Horst Vierling"),
    ];
    let twice = refused(&manager.post("/gremienplaetze/neu", &fields).await);
    assert!(twice.contains("Birkach hat in dieser Zeit schon einen Platz"), "{twice}");
    assert!(twice.contains("Horst Vierling") && twice.contains("1,5"), "what was typed stays: {twice}");
    let fields =
        [("body_id", body.as_str()), ("role", "member"), ("votes", "1.500"), ("channel", "mail"), ("name", "X")];
    assert!(refused(&manager.post("/gremienplaetze/neu", &fields).await).contains("keine Zahl von Stimmen"));
    let fields = [("body_id", body.as_str()), ("role", "member"), ("votes", "1"), ("channel", "mail")];
    assert!(refused(&manager.post("/gremienplaetze/neu", &fields).await).contains("Wählen Sie eine Gemeinde"));

    // Names with addresses are for those who invite; the body's page names who sits there.
    let clerk = world.person(Role::Clerk).await;
    assert_eq!(clerk.get(&scene.seats_path()).await.status, StatusCode::FORBIDDEN);
    let page = words(&clerk.get(&format!("/gremien/{}", scene.body)).await.ok());
    assert!(page.contains("Birkach") && !page.contains("altmann@example.org"), "{page}");
}

async fn participants_follow_their_seats_until_the_invitation(world: World) {
    let scene = scene(&world).await;
    scene.seats_of_members().await;
    let (autumn, spring) = (scene.meeting("14.12.2017").await, scene.meeting("15.02.2018").await);
    let names = async |meeting: Id| {
        let all = invited(&world, meeting).await;
        all.into_iter().map(|one| (one.name, one.person, one.email, one.channel)).collect::<Vec<_>>()
    };
    let of = |name: &str, person: &str, email: &str, channel| {
        (name.to_owned(), person.to_owned(), email.to_owned(), channel)
    };
    let auburg = of("Auburg", "", "", Channel::Letter);
    assert_eq!(
        names(autumn).await,
        [auburg.clone(), of("Birkach", "Kim Altmann", "altmann@example.org", Channel::Mail)]
    );
    assert_eq!(names(spring).await, [auburg, of("Birkach", "Kim Neumann", "neumann@example.org", Channel::Mail)]);

    let page = format!("/sitzungen/{autumn}/teilnehmende");
    let shown = words(&scene.manager.get(&page).await.ok());
    assert!(shown.contains("Kim Altmann") && shown.contains("1 Eingeladene oder Eingeladener ist nicht zu erreichen"));
    // The seat changes: three votes, another address, and the other one goes.
    let seat = scene.seat_of(&world, scene.birkach).await;
    let id = scene.birkach.to_string();
    let fields = [
        ("version", "1"),
        ("municipality_id", id.as_str()),
        ("role", "chair"),
        ("votes", "3"),
        ("channel", "mail"),
        ("email", "rathaus@example.org"),
    ];
    let version = seat.head.version.to_string();
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, if *name == "version" { version.as_str() } else { *value }))
        .collect();
    scene.manager.post(&format!("/gremienplaetze/{}/bearbeiten", seat.head.id), &fields).await.moved();
    let auburg = scene.seats(&world).await.into_iter().find(|seat| seat.name == "Auburg").unwrap();
    scene.manager.post(&format!("/gremienplaetze/{}/papierkorb", auburg.head.id), &[]).await.moved();
    let shown = words(&scene.manager.get(&page).await.ok());
    assert!(shown.contains("Die Plätze des Gremiums haben sich geändert"), "{shown}");
    scene
        .manager
        .post(
            &format!("/teilnehmende/neu?meeting_id={autumn}"),
            &[
                ("meeting_id", &autumn.to_string()),
                ("name", "Planungsbüro Lindner"),
                ("email", "lindner@example.org"),
                ("role", "guest"),
            ],
        )
        .await
        .moved();
    scene.manager.post(&format!("{page}/uebernehmen"), &[]).await.moved();
    let all = invited(&world, autumn).await;
    let all: Vec<_> = all.iter().map(|one| (one.name.as_str(), one.email.as_str(), one.role, one.votes)).collect();
    assert_eq!(
        all,
        [
            ("Birkach", "rathaus@example.org", SeatRole::Chair, 3000),
            ("Planungsbüro Lindner", "lindner@example.org", SeatRole::Guest, 0)
        ],
        "guests stay"
    );
    // Once called, the list is that of the invitation.
    call(&world, autumn).await;
    let late = scene.manager.post(&format!("{page}/uebernehmen"), &[]).await;
    assert!(impossible(&late).contains("Die Einladung ist versandt"), "{}", late.text());
}

async fn guests_and_answers_are_typed(world: World) {
    let scene = scene(&world).await;
    scene.seats_of_members().await;
    let meeting = scene.meeting("14.12.2017").await;
    let page = format!("/sitzungen/{meeting}/teilnehmende");
    let id = meeting.to_string();
    let item = queries::whole_agenda(&mut world.read().await, meeting).await.unwrap().remove(0);
    let new = format!("/teilnehmende/neu?meeting_id={meeting}");
    assert!(scene.manager.get(&new).await.ok().contains("Logo der Allianz"), "a guest can come for one item");
    let nobody =
        scene.manager.post(&new, &[("meeting_id", id.as_str()), ("role", "guest"), ("email", "x@example.org")]).await;
    assert!(refused(&nobody).contains("x@example.org"), "what was typed stays");
    let guest = [
        ("meeting_id", id.as_str()),
        ("name", "Planungsbüro Lindner"),
        ("email", "lindner@example.org"),
        ("role", "guest"),
        ("items", &item.head.id.to_string()),
    ];
    scene.manager.post(&new, &guest).await.moved();
    let again = refused(&scene.manager.post(&new, &guest).await);
    assert!(again.contains("Mit dieser Adresse ist schon eingeladen: Planungsbüro Lindner"), "{again}");
    let shown = words(&scene.manager.get(&page).await.ok());
    assert!(shown.contains("Planungsbüro Lindner") && shown.contains("1 Punkt"), "{shown}");

    call(&world, meeting).await;
    let all = invited(&world, meeting).await;
    let one = |name: &str| all.iter().find(|one| one.name == name).unwrap().head.id;
    let (birkach, lindner) = (one("Birkach"), one("Planungsbüro Lindner"));
    let answer = format!("/teilnehmende/{birkach}/antwort");
    let without = refused(&scene.manager.post(&answer, &[("answer", "deputy"), ("reason", "Urlaub")]).await);
    assert!(without.contains("wer zur Vertretung kommt") && without.contains("Urlaub"), "{without}");
    let fields = [("answer", "deputy"), ("deputy", "Horst Vierling"), ("reason", "Urlaub")];
    scene.manager.post(&answer, &fields).await.moved();
    let known = invited(&world, meeting).await.into_iter().find(|one| one.head.id == birkach).unwrap();
    assert_eq!((known.answer, known.answered_by), (Answer::Deputy, AnsweredBy::Typed));
    assert_eq!((known.deputy.as_str(), known.reason.as_str()), ("Horst Vierling", "Urlaub"));
    let shown = words(&scene.manager.get(&page).await.ok());
    assert!(shown.contains("Horst Vierling · Urlaub") && shown.contains("Erwartete Stimmen: 1"), "{shown}");

    // Who was invited stays; a new guest may still come.
    let gone = scene.manager.post(&format!("/teilnehmende/{lindner}/entfernen"), &[]).await;
    assert!(impossible(&gone).contains("Die Einladung ist versandt"), "{}", gone.text());
    assert_eq!(scene.manager.get(&format!("/teilnehmende/{lindner}/bearbeiten")).await.status, StatusCode::FORBIDDEN);
    let late = [("meeting_id", id.as_str()), ("name", "Presse"), ("email", "presse@example.org"), ("role", "guest")];
    scene.manager.post(&new, &late).await.moved();
    let press = invited(&world, meeting).await.into_iter().find(|one| one.name == "Presse").unwrap();
    scene.manager.post(&format!("/teilnehmende/{}/entfernen", press.head.id), &[]).await.moved();

    for role in [Role::Mayor, Role::Clerk, Role::Reader] {
        assert_eq!(world.person(role).await.get(&page).await.status, StatusCode::FORBIDDEN, "{role:?}");
    }
    let chair = world.person(Role::Chair).await;
    assert!(chair.get(&page).await.ok().contains("Horst Vierling"));
    assert_eq!(chair.post(&answer, &[("answer", "no")]).await.status, StatusCode::FORBIDDEN);
}

/// The fields of a form as it is shown: what stands in its inputs, ticks and choices.
fn shown_fields(page: &str) -> Vec<(String, String)> {
    let form = page.split("<form class=\"form\"").nth(1).unwrap().split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        tag.split(&format!("{name}=\"")).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned())
    };
    let mut fields = Vec::new();
    for tag in form.split('<').filter(|tag| tag.starts_with("input ")) {
        let ticks = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
        if !ticks || tag.contains(" checked") {
            fields.push((attribute(tag, "name").unwrap(), attribute(tag, "value").unwrap_or_default()));
        }
    }
    for select in form.split("<select ").skip(1) {
        let name = attribute(select, "name").unwrap();
        let chosen =
            select.split("</select>").next().unwrap().split("<option ").find(|option| option.contains(" selected"));
        fields.push((name, chosen.and_then(|option| attribute(option, "value")).unwrap_or_default()));
    }
    fields.retain(|(name, _)| !["csrf", "form_key"].contains(&name.as_str()));
    fields.into_iter().map(|(name, value)| (name, value.replace("&#38;", "&").replace("&#34;", "\""))).collect()
}

/// Sends a form as it is shown, with some fields changed; an empty value of a tick takes it away.
async fn send(client: &Client, path: &str, changes: &[(&str, &str)]) -> Page {
    let mut fields = shown_fields(&client.get(path).await.ok());
    for (name, value) in changes {
        fields.retain(|(other, _)| other != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(path, &fields).await
}

async fn rules_hold_from_their_day(world: World) {
    let scene = scene(&world).await;
    let manager = &scene.manager;
    let first = words(&manager.get(&format!("/regelwerke/neu?body_id={}", scene.body)).await.ok());
    for name in ["Eingetragener Verein", "Zweckverband", "Kommunale Arbeitsgemeinschaft", "Gemeinderat", "Arbeitskreis"]
    {
        assert!(first.contains(name), "{name}: {first}");
    }
    let form = format!("/regelwerke/neu?body_id={}&vorlage=association", scene.body);
    assert!(words(&manager.get(&form).await.ok()).contains("Mehrheit für Änderungen der Satzung"));
    let changes = [
        ("valid_from", "23.03.2016"),
        ("source", "Satzung vom 23.03.2016"),
        ("notice_paragraph", "§ 9 Abs. 2 der Satzung"),
        ("form_paragraph", ""),
    ];
    let old = last(&send(manager, &form, &changes).await.moved());
    let page = words(&manager.get(&format!("/regelwerke/{old}")).await.ok());
    for sentence in [
        "14 Kalendertage ab Versand, in Textform.",
        "§ 9 Abs. 2 der Satzung",
        "Mindestens 3/4 der abgegebenen Stimmen.",
        "§ 33 Abs. 1 Satz 1 BGB",
        "bis auf Weiteres",
    ] {
        assert!(page.contains(sentence), "{sentence}: {page}");
    }
    // What the form shows is what the engine has: storing it changed nothing but what was typed.
    let mut tx = world.read().await;
    let (rules, _) = queries::rules_on(&mut tx, scene.body, Day(date(2017, 1, 1))).await.unwrap();
    drop(tx);
    let [association, ..] = allmende_meeting_rules::presets();
    let mut expected = association.rules;
    "§ 9 Abs. 2 der Satzung".clone_into(&mut expected.notice.paragraph);
    expected.notice_form.paragraph = String::new();
    assert_eq!(rules, expected);

    let later = [("valid_from", "01.01.2018"), ("source", "Satzung vom 01.01.2018"), ("notice_days", "21")];
    send(manager, &form, &later).await.moved();
    for (day, days) in [(date(2017, 12, 31), 14), (date(2018, 1, 1), 21)] {
        let (rules, _) = queries::rules_on(&mut world.read().await, scene.body, Day(day)).await.unwrap();
        assert_eq!(rules.notice.days, days, "{day}");
    }
    let (before, after) = (scene.meeting("21.12.2017").await, scene.meeting("18.01.2018").await);
    let text = words(&manager.get(&format!("/sitzungen/{before}")).await.ok());
    assert!(text.contains("14 Kalendertage") && text.contains("Satzung vom 23.03.2016"), "{text}");
    let text = words(&manager.get(&format!("/sitzungen/{after}")).await.ok());
    assert!(text.contains("21 Kalendertage") && text.contains("Satzung vom 01.01.2018"), "{text}");
    let page = words(&manager.get(&format!("/regelwerke/{old}")).await.ok());
    assert!(page.contains("bis So, 31.12.2017") && page.contains("Satzung vom 01.01.2018"), "{page}");
    let list = words(&manager.get(&format!("/regelwerke?gremium={}", scene.body)).await.ok());
    assert!(list.contains("2 von 2") || list.contains("Satzung vom 23.03.2016"), "{list}");
    assert!(words(&manager.get(&format!("/gremien/{}", scene.body)).await.ok()).contains("Satzung vom 01.01.2018"));
}

async fn rules_that_cannot_be_are_refused(world: World) {
    let scene = scene(&world).await;
    let manager = &scene.manager;
    let form = format!("/regelwerke/neu?body_id={}&vorlage=council", scene.body);
    let fine = [("valid_from", "01.05.2014"), ("source", "Geschäftsordnung")];
    let with = |more: &[(&'static str, &'static str)]| [&fine[..], more].concat();
    let table: [(&[(&str, &str)], &str); 5] = [
        (&[("statutes_kind", "at_least"), ("statutes_share", "4/3")], "„4/3“ ist kein Anteil"),
        (&[("quorum_kind", "share_of_members"), ("quorum_share", "")], "zum Beispiel 3/4"),
        (&[("quorum_kind", "minimum_heads"), ("quorum_minimum", "0")], "wie viele Mitglieder da sein müssen"),
        (&[("notice_days", "")], "Geben Sie eine ganze Zahl an"),
        (&[("notice_days", "zwei Wochen")], "ganze Zahl von 0 bis 3660"),
    ];
    for (more, sentence) in table {
        let page = refused(&send(manager, &form, &with(more)).await);
        assert!(page.contains(sentence), "{sentence}: {page}");
        assert!(page.contains("Geschäftsordnung"), "what was typed stays");
    }
    send(manager, &form, &fine).await.moved();
    let twice = refused(&send(manager, &form, &fine).await);
    assert!(twice.contains("Ab 1. Mai 2014 gelten schon Regeln: „Geschäftsordnung“"), "{twice}");
    let reader = world.person(Role::Reader).await;
    assert_eq!(reader.get(&form).await.status, StatusCode::FORBIDDEN);
    assert!(reader.get("/regelwerke").await.ok().contains("Geschäftsordnung"));
}

async fn topics_wait_and_private_ones_stay_private(world: World) {
    let scene = scene(&world).await;
    let body = scene.body.to_string();
    let clerk = world.person_of(world.alliance, Role::Clerk, Some(scene.birkach)).await;
    let fields = [
        ("body_id", body.as_str()),
        ("title", "Radweg am Main"),
        ("reason", "Die Lücke bei Birkach fehlt noch."),
        ("purpose", "discussion"),
        ("minutes", "15"),
        ("proposed_by", "Jemand anderes"),
        ("private", "1"),
    ];
    let open = clerk.post("/themenspeicher/neu", &fields).await.moved();
    let mut tx = world.read().await;
    let topic: Topic = tx.get(last(&open)).await.unwrap().unwrap();
    drop(tx);
    assert_eq!(topic.proposed_by, "Erika clerk (Birkach)", "nobody proposes in another's name");
    assert!(topic.public, "who may not see what is private cannot hide a topic from themselves");
    let missing = refused(&clerk.post("/themenspeicher/neu", &[("purpose", "report"), ("reason", "Behalten")]).await);
    assert!(missing.contains("Wählen Sie das Gremium") && missing.contains("Behalten"), "{missing}");

    let secret = [
        ("body_id", body.as_str()),
        ("title", "Kassenversicherung"),
        ("purpose", "decision"),
        ("private", "1"),
        ("proposed_by", ""),
    ];
    let hidden = scene.manager.post("/themenspeicher/neu", &secret).await.moved();
    let page = words(&scene.manager.get(&format!("/gremien/{body}")).await.ok());
    assert!(page.contains("Radweg am Main") && page.contains("Kassenversicherung"), "{page}");
    let mayor = world.person(Role::Mayor).await;
    assert!(words(&mayor.get("/themenspeicher").await.ok()).contains("Kassenversicherung"));
    for role in [Role::Clerk, Role::Reader] {
        let person = world.person(role).await;
        for address in [
            "/themenspeicher".to_owned(),
            "/themenspeicher?format=csv".to_owned(),
            "/themenspeicher?q=Kassen".to_owned(),
            format!("/gremien/{body}"),
            "/suche?q=Kassenversicherung".to_owned(),
            "/".to_owned(),
        ] {
            let text = words(&person.get(&address).await.text());
            let text = text.replace("Kassenversicherung\"", "").replace("„Kassenversicherung“", "");
            assert!(!text.contains("Kassenversicherung"), "{role:?} {address}: {text}");
        }
        let list = words(&person.get("/themenspeicher").await.ok());
        assert!(list.contains("Radweg am Main") && !list.contains("2 von 2") && !list.contains("2 Themen"), "{list}");
        for end in ["", "/verlauf"] {
            let answer = person.get(&format!("{hidden}{end}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} {end}");
        }
    }
    // One's own topic may be changed, others' not; a reader proposes nothing.
    assert!(clerk.get(&format!("{open}/bearbeiten")).await.ok().contains("Radweg am Main"));
    let other = world.person(Role::Mayor).await;
    assert_eq!(other.get(&format!("{open}/bearbeiten")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(clerk.get(&format!("{hidden}/bearbeiten")).await.status, StatusCode::NOT_FOUND);
    let reader = world.person(Role::Reader).await;
    assert_eq!(reader.get("/themenspeicher/neu").await.status, StatusCode::FORBIDDEN);
    assert_eq!(clerk.post(&format!("{open}/stand"), &[]).await.status, StatusCode::FORBIDDEN);

    scene.manager.post(&format!("{open}/stand"), &[]).await.moved();
    let topic: Topic = world.read().await.get(last(&open)).await.unwrap().unwrap();
    assert_eq!(topic.state, TopicState::Dropped);
    let dropped = words(&scene.manager.get("/themenspeicher?stand=dropped").await.ok());
    assert!(dropped.contains("Radweg am Main") && !dropped.contains("Kassenversicherung</a>"), "{dropped}");
    assert!(!scene.manager.get(&format!("/gremien/{body}")).await.ok().contains("Radweg am Main"));
}

async fn modules_fill_the_form_of_an_item(world: World) {
    let scene = scene(&world).await;
    let meeting = scene.meeting("14.12.2017").await;
    let fields = [("title", "Kenntnisnahme"), ("place", "proposal"), ("text", "Die Versammlung nimmt Kenntnis.")];
    let module = last(&scene.manager.post("/textbausteine/neu", &fields).await.moved());
    assert!(refused(&scene.manager.post("/textbausteine/neu", &[("place", "proposal")]).await).contains("einen Titel"));
    let new = format!("/themen/neu?meeting_id={meeting}");
    let form = scene.manager.get(&new).await.ok();
    assert!(form.contains("Kenntnisnahme") && form.contains(&format!("baustein={}", encoded(module))), "{form}");
    assert!(!form.contains("Die Versammlung nimmt Kenntnis."));
    let filled = scene.manager.get(&format!("{new}&baustein={module}")).await.ok();
    assert!(filled.contains("Die Versammlung nimmt Kenntnis."), "{filled}");
    // At an item that has a text already, the module stands behind it.
    let item = queries::whole_agenda(&mut world.read().await, meeting).await.unwrap().remove(0);
    let mut tx = world.write().await;
    let mut item: allmende_meetings::model::AgendaItem = tx.get(item.head.id).await.unwrap().unwrap();
    "Das Logo wird angenommen.".clone_into(&mut item.proposal);
    tx.update(&mut item).await.unwrap();
    tx.commit().await.unwrap();
    let change = scene.manager.get(&format!("/themen/{}/bearbeiten?baustein={module}", item.head.id)).await.ok();
    assert!(change.contains("Das Logo wird angenommen.\n\nDie Versammlung nimmt Kenntnis."), "{change}");
    assert_eq!(world.person(Role::Clerk).await.get("/textbausteine").await.status, StatusCode::FORBIDDEN);
}

fn encoded(id: Id) -> String {
    id.to_string().replace('-', "%2D")
}

async fn meetings_are_repeated_around_holidays(world: World) {
    let scene = scene(&world).await;
    scene.seats_of_members().await;
    // The last Thursday of November; the council meets on 22 February.
    let meeting = scene.meeting("30.11.2017").await;
    let council = body(&scene.manager, "Gemeinderat Birkach", "other").await;
    let fields =
        [("body_id", council.to_string()), ("held_on", "22.02.2018".to_owned()), ("state", "planned".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    scene.manager.post("/sitzungen/neu", &fields).await.moved();
    let path = format!("/sitzungen/{meeting}/wiederholen");
    let page =
        words(&scene.manager.get(&format!("{path}?rhythmus=monat-5&bis=30.04.2018&gefragt=1&ferien=1")).await.ok());
    // 28 December lies in the Christmas holidays; 22 February is taken; 29 March is in the Easter holidays.
    for day in ["2018-01-25", "2018-03-01", "2018-04-26"] {
        assert!(page.contains(&format!("value=\"{day}\"")), "{day}: {page}");
    }
    for day in ["2017-12-28", "2018-02-22", "2018-03-29"] {
        assert!(!page.contains(&format!("value=\"{day}\"")), "{day}");
    }
    assert!(page.contains("Do, 22.02.2018 ausgelassen: schon eine Sitzung: Allianzsitzung"), "{page}");
    assert!(page.contains("Do, 28.12.2017 ausgelassen: Weihnachtsferien"), "{page}");
    let nonsense = scene.manager.get(&format!("{path}?bis=31.02.2018")).await;
    assert!(refused(&nonsense).contains("„31.02.2018“ ist kein Tag"));

    let none = refused(&scene.manager.post(&path, &[("begins_at", "18:00")]).await);
    assert!(none.contains("Wählen Sie mindestens einen Termin"), "{none}");
    let chosen = [("begins_at", "19:00"), ("day", "2018-01-25"), ("day", "2018-04-26")];
    scene.manager.post(&path, &chosen).await.moved();
    let mut tx = world.read().await;
    let new = queries::between(&mut tx, Day(date(2018, 1, 1)), Day(date(2018, 12, 31))).await.unwrap();
    let new: Vec<&Meeting> = new.iter().filter(|one| one.body_id == scene.body).collect();
    assert_eq!(new.len(), 2);
    assert!(new.iter().all(|one| one.begins_at == "19:00" && one.ends_at.is_empty() && one.place == "Rathaus"));
    let all = queries::participants(&mut tx, new[0].head.id).await.unwrap();
    assert_eq!(all.len(), 2, "everybody with a seat is on the list of each");
    assert!(all.iter().any(|one| one.person == "Kim Neumann"), "the mayor of that day");
    drop(tx);
    let again = refused(&scene.manager.post(&path, &chosen).await);
    assert!(again.contains("hat dieses Gremium schon eine Sitzung"), "{again}");
    assert_eq!(
        queries::between(&mut world.read().await, Day(date(2018, 4, 1)), Day(date(2018, 12, 31))).await.unwrap().len(),
        1
    );
}
