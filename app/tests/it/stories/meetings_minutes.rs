//! Minutes: what is frozen, what is private, what approves what.

use allmende_meeting_rules::Regime;
use allmende_meetings::model::minutes::{MinutesState, ObjectionState};
use allmende_meetings::model::topic::{Origin, TopicState};
use allmende_meetings::model::vote::Vote;
use allmende_meetings::model::{AgendaItem, Meeting, MeetingState};
use allmende_meetings::queries;
use allmende_store::{Day, Id, digest};
use allmende_web::access::Role;
use axum::http::StatusCode;

use super::meetings_scene::{SECRET, Scene, hidden, scene, vote, words};
use crate::world::{World, on_both_engines};

on_both_engines! {
    minutes_are_frozen_objected_to_and_corrected;
    gaps_follow_the_law_of_the_body;
    a_vote_approves_the_minutes;
    two_people_write_a_text_at_once;
}

async fn mails(world: &World) -> Vec<allmende_jobs::OutboxLine> {
    allmende_jobs::list(&mut world.read().await).await.unwrap()
}

async fn minutes_are_frozen_objected_to_and_corrected(world: World) {
    let scene = scene(&world, Regime::Association).await;
    let page = scene.manager.get(&format!("{}/protokoll", scene.page)).await.ok();
    assert!(page.contains("Beraten wurde über Radkonzept") && page.contains(SECRET), "{page}");
    let open = scene.manager.get(&format!("{}/protokoll/vorschau.pdf?teil=offen", scene.page)).await;
    let text = words(&open.bytes);
    for expected in [
        "Entwurf",
        "18:00 Uhr bis 20:00 Uhr",
        "Markt Karbach",
        "entschuldigt",
        "Beschluss 01/2017",
        "Grundstückssache",
        "2 von 3 Mitgliedern",
        "trifft um 18:20",
        "14. Dezember 2017",
        "Annika Vollrath",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    assert!(!text.contains("Mühlwiese") && !text.contains("München"), "{text}");
    let closed = scene.manager.get(&format!("{}/protokoll/vorschau.pdf?teil=nichtoeffentlich", scene.page)).await;
    let text = words(&closed.bytes);
    assert!(text.contains("Mühlwiese") && text.contains("03/2017") && !text.contains("Radkonzept"), "{text}");

    scene.freeze("").await.moved();
    let version = scene.versions(&world).await.remove(0);
    assert_eq!((version.number, version.state), (1, MinutesState::Circulated));
    let mut tx = world.read().await;
    let pdf = tx.file(version.open_pdf_file).await.unwrap().unwrap();
    assert_eq!(digest(&pdf.bytes), version.digest, "what was frozen can be checked");
    let snapshot = tx.file(version.snapshot_file).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&snapshot.bytes).contains("@example.org"), "addresses do not stay");
    let topics = queries::waiting_topics(&mut tx, scene.body).await.unwrap();
    assert_eq!(topics[0].title, "Genehmigung der Niederschrift vom 09.11.2017");
    assert_eq!(topics[0].origin, Origin::Minutes);
    drop(tx);
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 3, "the member without mail gets paper");
    // Nothing changed since: there is nothing to freeze.
    let page = scene.manager.get(&format!("{}/protokoll", scene.page)).await.ok();
    assert!(!page.contains("Neue Fassung feststellen"), "{page}");

    readers_see_the_public_part_only(&world, &scene, version.head.id).await;
    objections_and_corrections(&world, &scene, version.head.id).await;
}

async fn readers_see_the_public_part_only(world: &World, scene: &Scene, version: Id) {
    for role in [Role::Clerk, Role::Reader] {
        let person = world.person(role).await;
        let page = person.get(&format!("{}/protokoll", scene.page)).await.ok();
        assert!(page.contains("Fassung 1") && !page.contains("Mühlwiese"), "{page}");
        assert!(!page.contains("nichtoeffentlich") && !page.contains("Nichtöffentlich"), "{page}");
        let file = person.get(&format!("/niederschriften/{version}/niederschrift.pdf")).await;
        assert!(file.status == StatusCode::OK && !words(&file.bytes).contains("Mühlwiese"));
        for hidden in ["nichtoeffentlich.pdf", "nichtoeffentlich.docx", "nichtoeffentlich.odt", "unterschrieben.pdf"] {
            let answer = person.get(&format!("/niederschriften/{version}/{hidden}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} {hidden}");
        }
        let draft = person.get(&format!("{}/protokoll/vorschau.pdf", scene.page)).await;
        assert_eq!(draft.status, StatusCode::FORBIDDEN);
    }
    let mayor = world.person(Role::Mayor).await;
    let file = mayor.get(&format!("/niederschriften/{version}/nichtoeffentlich.pdf")).await;
    assert!(words(&file.bytes).contains("Mühlwiese"), "mayors sit in the body");
}

async fn objections_and_corrections(world: &World, scene: &Scene, version: Id) {
    let mayor = world.person(Role::Mayor).await;
    let fields = [("raised_by", "Rita Ammann"), ("raised_on", "14.11.2017"), ("text", "Ich habe mit Nein gestimmt.")];
    mayor.post(&format!("/niederschriften/{version}/einwenden"), &fields).await.moved();
    let reader = world.person(Role::Reader).await;
    assert!(!reader.get(&format!("{}/protokoll", scene.page)).await.ok().contains("Rita Ammann"));
    let approve = format!("/niederschriften/{version}/genehmigen");
    let refused = scene.manager.post(&approve, &[("approved_on", "14.11.2017")]).await;
    assert!(refused.text().contains("Über die Einwendung von Rita Ammann"), "{}", refused.text());
    let objection = queries::objections(&mut world.read().await, version).await.unwrap().remove(0);
    let settle = format!("/einwendungen/{}/beantworten", objection.head.id);
    let refused = scene.manager.post(&settle, &[("state", "refused"), ("answer", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    scene.manager.post(&settle, &[("state", "upheld"), ("answer", "Stimmt.")]).await.moved();
    let settled = queries::objections(&mut world.read().await, version).await.unwrap().remove(0);
    assert_eq!(settled.state, ObjectionState::Upheld);

    let item = queries::whole_agenda(&mut world.read().await, scene.meeting).await.unwrap().remove(0);
    let address = format!("{}/protokoll/texte/{}", scene.page, item.head.id);
    let read = hidden(&scene.manager.get(&address).await.ok(), "version");
    let fields = [("discussion", "Frau Ammann stimmt dagegen."), ("outcome", ""), ("version", read.as_str())];
    scene.manager.post(&address, &fields).await.moved();
    let page = scene.manager.get(&format!("{}/protokoll", scene.page)).await.ok();
    assert!(page.contains("Seit Fassung 1 hat sich etwas geändert"), "{page}");
    let refused = scene.freeze("").await;
    assert!(refused.text().contains("Begründen Sie die neue Fassung"), "{}", refused.text());
    let old = words(&scene.manager.get(&format!("/niederschriften/{version}/niederschrift.pdf")).await.bytes);
    scene.freeze("Einwendung Ammann").await.moved();
    let versions = scene.versions(world).await;
    assert_eq!(
        versions.iter().map(|one| one.state).collect::<Vec<_>>(),
        [MinutesState::Replaced, MinutesState::Circulated]
    );
    let still = words(&scene.manager.get(&format!("/niederschriften/{version}/niederschrift.pdf")).await.bytes);
    assert_eq!(old, still, "what was sent stays as it was");
    let new = versions[1].head.id;
    let text = words(&scene.manager.get(&format!("/niederschriften/{new}/niederschrift.pdf")).await.bytes);
    assert!(text.contains("Frau Ammann stimmt dagegen") && text.contains("Einwendung Ammann"), "{text}");
    let waiting = queries::waiting_topics(&mut world.read().await, scene.body).await.unwrap();
    assert_eq!(waiting.len(), 1, "one approval for the newest version");
    assert_eq!(waiting[0].origin_id, Some(new));

    scene.manager.post(&format!("/niederschriften/{new}/genehmigen"), &[("approved_on", "14.11.2017")]).await.moved();
    let refused = scene.manager.post(&format!("{}/wiederoeffnen", scene.page), &[("reason", "Fehler")]).await;
    assert!(refused.text().contains("die Sitzung bleibt geschlossen"), "{}", refused.text());
    let sign = format!("/niederschriften/{new}/unterschreiben");
    let sheet = ("signed_file", "blatt.pdf", b"%PDF-1.7 Unterschrift".as_slice());
    scene.manager.upload(&sign, &[("signed_on", "14.11.2017")], sheet).await.moved();
    assert_eq!(scene.versions(world).await[1].state, MinutesState::Signed);
    assert_eq!(reader.get(&format!("/niederschriften/{new}/unterschrieben.pdf")).await.status, StatusCode::NOT_FOUND);
}

async fn gaps_follow_the_law_of_the_body(world: World) {
    let table = [
        (Regime::Council, "entschuldigt (Termin in München)", vec!["Art. 47 Abs. 2 GO"]),
        (Regime::SpecialPurpose, "entschuldigt (Termin in München)", vec!["Art. 33 Abs. 1 Satz 1 KommZG"]),
        (Regime::Association, "entschuldigt", vec!["§ 32 Abs. 1, § 58 Nr. 4 BGB"]),
        (Regime::WorkingCommunity, "entschuldigt", vec![]),
        (Regime::Informal, "entschuldigt", vec![]),
    ];
    for (regime, absence, paragraphs) in table {
        let scene = scene(&world, regime).await;
        let page = scene.manager.get(&format!("{}/protokoll", scene.page)).await.ok();
        for paragraph in &paragraphs {
            assert!(
                page.contains("Die Feststellung der Ladung fehlt.") && page.contains(paragraph),
                "{regime:?} {page}"
            );
        }
        if paragraphs.is_empty() {
            assert!(page.contains("Alles da"), "{regime:?} {page}");
        }
        let text = words(&scene.manager.get(&format!("{}/protokoll/vorschau.pdf", scene.page)).await.bytes);
        assert!(text.contains(absence), "{regime:?} {text}");
        assert_eq!(
            text.contains("München"),
            absence.contains("München"),
            "{regime:?}: reasons only where the law asks"
        );
        let binding = !matches!(regime, Regime::Informal | Regime::WorkingCommunity);
        assert_eq!(text.contains("Beschluss 01/2017"), binding, "{regime:?} {text}");
        // Without the tick that is asked for, nothing is frozen.
        let address = format!("{}/protokoll/feststellen", scene.page);
        let shown = scene.manager.get(&address).await.ok();
        let digest = hidden(&shown, "digest");
        let answer = scene.manager.post(&address, &[("digest", &digest), ("text", "")]).await;
        let refused = shown.contains("Das fehlt noch");
        assert_eq!(answer.status == StatusCode::UNPROCESSABLE_ENTITY, refused, "{regime:?} {}", answer.text());
        if !refused {
            let topics = queries::waiting_topics(&mut world.read().await, scene.body).await.unwrap();
            assert_eq!(topics.is_empty(), regime == Regime::Informal, "{regime:?}: notes are not approved");
        }
    }
}

async fn a_vote_approves_the_minutes(world: World) {
    let scene = scene(&world, Regime::Association).await;
    scene.freeze("").await.moved();
    let mut tx = world.write().await;
    let mut topic = queries::waiting_topics(&mut tx, scene.body).await.unwrap().remove(0);
    let mut next = Meeting::new(scene.body, "Allianzsitzung", Day(jiff::civil::date(2017, 12, 14)));
    tx.insert(&mut next).await.unwrap();
    let mut item = AgendaItem { topic_id: Some(topic.head.id), ..next.item(1, &topic.title, None) };
    tx.insert(&mut item).await.unwrap();
    topic.state = TopicState::Scheduled;
    tx.update(&mut topic).await.unwrap();
    let mut vote = vote(&next, &item, 4);
    tx.insert(&mut vote).await.unwrap();
    tx.commit().await.unwrap();
    let version = scene.versions(&world).await.remove(0);
    assert_eq!((version.state, version.approved_by), (MinutesState::Approved, Some(vote.head.id)));
    assert_eq!(version.approved_on, Some(next.held_on));
    let mut tx = world.write().await;
    let mut vote: Vote = tx.get(vote.head.id).await.unwrap().unwrap();
    vote.annulled_on = Some(next.held_on);
    tx.update(&mut vote).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        scene.versions(&world).await.remove(0).state,
        MinutesState::Circulated,
        "an annulled vote approves nothing"
    );

    let reopen = format!("{}/wiederoeffnen", scene.page);
    assert_eq!(scene.manager.post(&reopen, &[("reason", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    scene.manager.post(&reopen, &[("reason", "Abstimmung falsch festgehalten")]).await.moved();
    let meeting: Meeting = world.read().await.get(scene.meeting).await.unwrap().unwrap();
    assert!(meeting.closed_at.is_none() && meeting.state == MeetingState::Planned);
    let log = world.read().await.recent(i64::MAX, 50).await.unwrap();
    assert!(log.iter().any(|entry| entry.title.contains("Abstimmung falsch festgehalten")), "the log keeps the reason");
}

async fn two_people_write_a_text_at_once(world: World) {
    let scene = scene(&world, Regime::Association).await;
    let item = queries::whole_agenda(&mut world.read().await, scene.meeting).await.unwrap().remove(0);
    let address = format!("{}/protokoll/texte/{}", scene.page, item.head.id);
    let read = hidden(&scene.manager.get(&address).await.ok(), "version");
    let first = [("discussion", "Der erste Text."), ("outcome", ""), ("version", read.as_str())];
    scene.manager.post(&address, &first).await.moved();
    let second = [("discussion", "Der zweite Text."), ("outcome", ""), ("version", read.as_str())];
    let answer = scene.manager.post(&address, &second).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let text = answer.text();
    assert!(text.contains("Der erste Text.") && text.contains("Der zweite Text."), "both texts are shown: {text}");
    let newest = hidden(&text, "version");
    let again = [("discussion", "Beide Texte."), ("outcome", ""), ("version", newest.as_str())];
    scene.manager.post(&address, &again).await.moved();
    let stored: AgendaItem = world.read().await.get(item.head.id).await.unwrap().unwrap();
    assert_eq!(stored.discussion, "Beide Texte.");
}
