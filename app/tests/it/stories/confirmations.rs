//! Four eyes: what one proposes and a second confirms.

use allmende_store::Id;
use allmende_web::access::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::world::{Client, World, on_both_engines};

on_both_engines! {
    a_powerful_role_needs_a_second_person;
    ones_own_role_needs_a_second_person;
    what_changed_in_between_is_not_confirmed;
    alone_the_screen_names_the_command;
    an_invitation_gives_no_power_by_itself;
    another_alliance_confirms_nothing;
}

/// The account's id, from the list that everybody entitled sees.
async fn id_of(viewer: &Client, name: &str) -> String {
    let page = viewer.get("/konten").await.ok();
    // The name may stand in the page's head too; the list comes last.
    let at = page.rfind(name).unwrap_or_else(|| panic!("{name} is not in the list"));
    let href = page[..at].rfind("/konten/").unwrap();
    page[href + 8..href + 44].to_owned()
}

async fn role_of(viewer: &Client, id: &str) -> String {
    let page = viewer.get(&format!("/konten/{id}")).await.ok();
    let radio = page.split("name=\"role\"").find(|part| part.contains(" checked")).unwrap();
    radio.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// The addresses that confirm, as the page shows them to this person.
async fn offered(client: &Client) -> Vec<String> {
    let page = client.get("/bestaetigungen").await.ok();
    page.split("action=\"/bestaetigungen/")
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .filter(|word| !word.ends_with("/verwerfen"))
        .map(|word| format!("/bestaetigungen/{word}"))
        .collect()
}

async fn propose(client: &Client, id: &str, role: &str) {
    let to = client.post(&format!("/konten/{id}/rolle"), &[("role", role)]).await.moved();
    assert_eq!(to, format!("/konten/{id}"));
}

async fn a_powerful_role_needs_a_second_person(world: World) {
    let first = world.person(Role::Manager).await;
    let second = world.person(Role::Admin).await;
    let reader = world.person(Role::Reader).await;
    let chair = world.person(Role::Chair).await;
    let id = id_of(&first, "Erika reader").await;
    propose(&first, &id, "manager").await;
    assert_eq!(role_of(&first, &id).await, "reader", "nothing has changed yet");
    assert!(first.get(&format!("/konten/{id}")).await.ok().contains("Wartet auf die Bestätigung"));
    let mails = allmende_jobs::list(&mut world.read().await).await.unwrap();
    assert_eq!(mails.len(), 1, "the one who can confirm is told");
    assert!(mails[0].body.contains("Erika reader erhält die Rolle"));

    // The one who proposed it sees no button, and pressing it all the same changes nothing, from any session.
    assert_eq!(offered(&first).await, Vec::<String>::new());
    let [path] = offered(&second).await.try_into().unwrap();
    for client in [&first, &first.at("198.51.100.77")] {
        let answer = client.post(&path, &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("selbst vorgeschlagen"));
    }
    // Neither does anybody without the right.
    for client in [&reader, &chair, &world.person(Role::Mayor).await] {
        assert_eq!(client.post(&path, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(client.post(&format!("{path}/verwerfen"), &[]).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(offered(&chair).await, Vec::<String>::new(), "the chair looks on");
    assert_eq!(role_of(&first, &id).await, "reader");

    second.post(&path, &[]).await.moved();
    assert_eq!(role_of(&first, &id).await, "manager");
    assert!(reader.get("/projekte").await.moved().starts_with("/anmelden"), "old sessions have ended");
    // Pressed again, by anybody: it is used up.
    first.post(&format!("/konten/{id}/rolle"), &[("role", "reader")]).await.moved();
    for client in [&first, &second] {
        let answer = client.post(&path, &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "replayed");
    }
    assert_eq!(role_of(&first, &id).await, "reader");
    let log = first.get("/protokoll").await.ok();
    assert!(log.contains("Rolle vorgeschlagen: Erika reader (") && log.contains("Rolle bestätigt: Erika reader ("));
}

async fn ones_own_role_needs_a_second_person(world: World) {
    let first = world.person(Role::Manager).await;
    let own = id_of(&first, "Erika manager").await;
    let second = world.person(Role::Admin).await;
    world.person(Role::Manager).await;
    propose(&second, &id_of(&second, "Erika admin").await, "manager").await;
    assert_eq!(offered(&second).await, Vec::<String>::new());
    let [path] = offered(&first).await.try_into().unwrap();
    // Withdrawing is open to whoever proposed it.
    second.post(&format!("{path}/verwerfen"), &[]).await.moved();
    assert_eq!(first.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Lower is a change too: the last word is not one's own.
    propose(&first, &own, "reader").await;
    first.get("/vernetzung").await.ok();
    let [path] = offered(&second).await.try_into().unwrap();
    second.post(&path, &[]).await.moved();
    assert!(first.get("/vernetzung").await.moved().starts_with("/anmelden"));
}

async fn what_changed_in_between_is_not_confirmed(world: World) {
    let first = world.person(Role::Manager).await;
    let second = world.person(Role::Admin).await;
    world.person(Role::Reader).await;
    let id = id_of(&first, "Erika reader").await;
    // The account has another role by now.
    propose(&first, &id, "admin").await;
    let [path] = offered(&second).await.try_into().unwrap();
    first.post(&format!("/konten/{id}/rolle"), &[("role", "chair")]).await.moved();
    let answer = second.post(&path, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("inzwischen eine andere Rolle"));
    assert_eq!(role_of(&second, &id).await, "chair");
    // A second proposal replaces the first, so old buttons lead nowhere.
    propose(&first, &id, "manager").await;
    assert_eq!(second.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Blocked meanwhile.
    let [path] = offered(&second).await.try_into().unwrap();
    first.post(&format!("/konten/{id}/sperren"), &[]).await.moved();
    assert_eq!(second.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    first.post(&format!("/konten/{id}/entsperren"), &[]).await.moved();
    // Too late.
    for _ in 0..28 {
        world.pass(SignedDuration::from_hours(6));
        second.get("/konten").await.ok();
        first.get("/konten").await.ok();
    }
    assert_eq!(second.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Whoever proposed it has lost the right.
    propose(&first, &id, "manager").await;
    let [path] = offered(&second).await.try_into().unwrap();
    let third = world.person(Role::Admin).await;
    let manager = id_of(&third, "Erika manager").await;
    // There must be another manager before the first can be lowered.
    world.person(Role::Manager).await;
    third.post(&format!("/konten/{manager}/rolle"), &[("role", "reader")]).await.moved();
    let answer = second.post(&path, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(role_of(&second, &id).await, "chair");
}

async fn alone_the_screen_names_the_command(world: World) {
    let alone = world.person(Role::Manager).await;
    world.person(Role::Reader).await;
    let id = id_of(&alone, "Erika reader").await;
    let page = alone.get(&format!("/konten/{id}")).await.ok();
    assert!(page.contains("allmende user reset-second-factor reader-"), "{page}");
    let answer = alone.post(&format!("/konten/{id}/rolle"), &[("role", "admin")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("allmende user role reader-"));
    assert!(alone.get("/bestaetigungen").await.ok().contains("Außer Ihnen kann niemand bestätigen"));
    let fields = [("name", "Ida Sommer"), ("email", "ida@test.example"), ("role", "admin")];
    let answer = alone.post("/konten/neu", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!alone.get("/konten").await.ok().contains("ida@test.example"), "half an invitation is none");
    // Somebody who was only invited cannot confirm, so does not count.
    let mut tx = world.write().await;
    let new = allmende_alliance::accounts::NewAccount {
        email: "neu@test.example".to_owned(),
        name: "Neu".to_owned(),
        role: Role::Admin,
        municipality: None,
    };
    allmende_alliance::accounts::create_account(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        alone.post(&format!("/konten/{id}/rolle"), &[("role", "admin")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    // What needs no second person goes on.
    alone.post(&format!("/konten/{id}/rolle"), &[("role", "chair")]).await.moved();
    assert_eq!(role_of(&alone, &id).await, "chair");
}

async fn an_invitation_gives_no_power_by_itself(world: World) {
    let first = world.person(Role::Manager).await;
    let second = world.person(Role::Admin).await;
    let fields = [("name", "Ida Sommer"), ("email", "ida@test.example"), ("role", "manager")];
    first.post("/konten/neu", &fields).await.moved();
    let id = id_of(&first, "Ida Sommer").await;
    assert_eq!(role_of(&first, &id).await, "reader");
    let [path] = offered(&second).await.try_into().unwrap();
    second.post(&path, &[]).await.moved();
    assert_eq!(role_of(&first, &id).await, "manager");
}

async fn another_alliance_confirms_nothing(world: World) {
    let first = world.person(Role::Manager).await;
    let second = world.person(Role::Admin).await;
    world.person(Role::Reader).await;
    let id = id_of(&first, "Erika reader").await;
    propose(&first, &id, "manager").await;
    let [path] = offered(&second).await.try_into().unwrap();
    let elsewhere = world.second_alliance().await;
    let foreign = world.person_of(elsewhere, Role::Manager, None).await;
    world.person_of(elsewhere, Role::Admin, None).await;
    assert_eq!(offered(&foreign).await, Vec::<String>::new());
    for path in [path.clone(), format!("{path}/verwerfen"), format!("/bestaetigungen/{}", Id::NIL)] {
        assert_eq!(foreign.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(
        foreign.post(&format!("/konten/{id}/rolle"), &[("role", "manager")]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(foreign.post(&format!("/konten/{id}/zweiter-faktor"), &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(offered(&second).await.len(), 1);
}
