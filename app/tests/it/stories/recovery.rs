//! A lost second factor: recovery codes, and the reset by somebody entitled.

use allmende_alliance::accounts;
use allmende_web::access::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use super::accounts::{SECRET, invited, with_cookie};
use crate::world::{Answer, Client, World, on_both_engines};

on_both_engines! {
    a_recovery_code_opens_once_and_the_person_is_told;
    fresh_codes_need_a_code_and_replace_the_old;
    replacing_the_factor_asks_for_the_password;
    a_reset_needs_two_and_ends_everything;
    the_command_line_resets_too;
    a_right_password_does_not_refill_the_tries_at_codes;
}

const MAIL: &str = "ida@test.example";
const RIGHT: [(&str, &str); 2] = [("email", MAIL), ("password", SECRET)];

struct Staff {
    person: Client,
    key: String,
    codes: Vec<String>,
}

fn csrf(page: &str) -> String {
    page.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn shown_codes(page: &str) -> Vec<String> {
    page.split("<li><code>").skip(1).map(|part| part.split("</code>").next().unwrap().to_owned()).collect()
}

fn code(world: &World, key: &str) -> String {
    let seconds = u64::try_from(world.app.now().0.as_second()).unwrap();
    let secret = totp_rs::Secret::try_from_base32(key).unwrap();
    totp_rs::Builder::new().with_secret(secret).build().unwrap().generate(seconds).to_string()
}

fn shown_key(page: &str) -> String {
    page.split("<code class=\"secret\">").nth(1).unwrap().split("</code>").next().unwrap().replace(' ', "")
}

/// A chair with password and second factor, signed in.
async fn staff(world: &World) -> Staff {
    let link = invited(world, "chair").await;
    world.stranger().post_raw(&link, &[("password", SECRET)]).await.moved();
    enrolled(world).await
}

async fn enrolled(world: &World) -> Staff {
    let answer = world.stranger().post_raw("/anmelden", &RIGHT).await;
    assert_eq!(answer.moved(), "/");
    let mut person = with_cookie(world, &answer);
    let page = person.get("/konto/zweiter-faktor").await.ok();
    let key = shown_key(&page);
    person.csrf = csrf(&page);
    let shown = person.post("/konto/zweiter-faktor", &[("code", &code(world, &key))]).await.ok();
    let codes = shown_codes(&shown);
    assert_eq!(codes.len(), 8);
    Staff { person, key, codes }
}

async fn step(world: &World) -> (Client, String) {
    let client = world.stranger();
    let step = client.post_raw("/anmelden", &RIGHT).await.moved();
    assert!(step.starts_with("/anmelden/code/"), "{step}");
    (client, step)
}

async fn with_code(world: &World, code: &str) -> Answer {
    let (client, step) = step(world).await;
    client.post_raw(&step, &[("code", code)]).await
}

async fn mails(world: &World, subject: &str) -> Vec<String> {
    let mails = allmende_jobs::list(&mut world.read().await).await.unwrap();
    mails.into_iter().filter(|mail| mail.subject == subject && mail.recipient == MAIL).map(|mail| mail.body).collect()
}

async fn a_recovery_code_opens_once_and_the_person_is_told(world: World) {
    let Staff { person, codes, .. } = staff(&world).await;
    assert!(person.get("/konto").await.ok().contains("8 von 8 unbenutzt"));
    assert!(!person.get("/konto").await.ok().contains(&codes[0]), "shown once only");
    let typed = codes[0].to_lowercase().replace('-', " ");
    let answer = with_code(&world, &typed).await;
    assert_eq!(answer.moved(), "/konto");
    let inside = with_cookie(&world, &answer);
    assert!(inside.get("/konto").await.ok().contains("7 von 8 unbenutzt"));
    inside.get("/vernetzung").await.ok();
    let told = mails(&world, "Ein Wiederherstellungscode wurde benutzt").await;
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("Unbenutzt sind noch: 7"));
    let manager = world.person(Role::Manager).await;
    // Long words carry soft hyphens on the screen.
    let log = manager.get("/protokoll").await.ok().replace('\u{ad}', "");
    assert!(log.contains("Wiederherstellungscode benutzt"));

    let again = with_code(&world, &codes[0]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "each works once");
    assert!(again.text().contains("wurde schon benutzt"));
    assert_eq!(with_code(&world, "ABCD-EFGH-IJKL-MNOP-QRST-UVWX").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A code without the password is nothing: there is no step to give it to.
    let answer = world.stranger().post_raw(&format!("/anmelden/code/{}", "x".repeat(43)), &[("code", &codes[1])]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Two at once: one comes in.
    let ((first, one), (second, two)) = (step(&world).await, step(&world).await);
    let fields = [("code", codes[2].as_str())];
    let (left, right) = tokio::join!(first.post_raw(&one, &fields), second.post_raw(&two, &fields));
    let inside = [left.status, right.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
    assert_eq!(inside, 1);
}

async fn fresh_codes_need_a_code_and_replace_the_old(world: World) {
    let Staff { person, key, codes } = staff(&world).await;
    let path = "/konto/wiederherstellungscodes";
    person.get(path).await.ok();
    assert_eq!(person.post(path, &[("code", "000000")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(person.post(path, &[("code", &codes[0])]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    world.pass(SignedDuration::from_secs(90));
    let fresh = shown_codes(&person.post(path, &[("code", &code(&world, &key))]).await.ok());
    assert_eq!(fresh.len(), 8);
    assert!(fresh.iter().all(|one| !codes.contains(one)));
    assert_eq!(with_code(&world, &codes[3]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "old ones are gone");
    with_code(&world, &fresh[3]).await.moved();
    // Somebody without a second factor has no codes to renew.
    let reader = world.person(Role::Reader).await;
    assert_eq!(reader.get(path).await.moved(), "/konto/zweiter-faktor");
    assert_eq!(reader.post(path, &[("code", "000000")]).await.moved(), "/konto/zweiter-faktor");
}

async fn replacing_the_factor_asks_for_the_password(world: World) {
    let Staff { person, codes, .. } = staff(&world).await;
    let other = with_cookie(&world, &with_code(&world, &codes[0]).await);
    other.get("/vernetzung").await.ok();
    let page = person.get("/konto/zweiter-faktor").await.ok();
    let key = shown_key(&page);
    let now = code(&world, &key);
    for fields in [vec![("code", now.as_str())], vec![("code", now.as_str()), ("old_password", "falsch")]] {
        let answer = person.post("/konto/zweiter-faktor", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    with_code(&world, &codes[1]).await.moved();
    world.pass(SignedDuration::from_secs(60));
    let now = code(&world, &key);
    let fields = [("code", now.as_str()), ("old_password", SECRET)];
    let shown = shown_codes(&person.post("/konto/zweiter-faktor", &fields).await.ok());
    assert_eq!(shown.len(), 8);
    assert_eq!(with_code(&world, &codes[2]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "codes of the old factor");
    assert!(other.get("/vernetzung").await.moved().starts_with("/anmelden"), "other sessions end");
    person.get("/vernetzung").await.ok();
    // Pressed twice: the second press finds nothing to set up and says where codes come from.
    let again = person.post("/konto/zweiter-faktor", &fields).await;
    assert_eq!(again.moved(), "/konto/wiederherstellungscodes");
}

async fn a_reset_needs_two_and_ends_everything(world: World) {
    let Staff { person, codes, key } = staff(&world).await;
    let first = world.person(Role::Manager).await;
    let second = world.person(Role::Admin).await;
    let page = first.get("/konten").await.ok();
    let at = page.find("Ida Sommer").unwrap();
    let href = page[..at].rfind("/konten/").unwrap();
    let id = page[href + 8..href + 44].to_owned();
    assert!(first.get(&format!("/konten/{id}")).await.ok().contains("Zweiten Faktor zurücksetzen"));
    let (half, waiting) = step(&world).await;
    first.post(&format!("/konten/{id}/zweiter-faktor"), &[]).await.moved();
    person.get("/vernetzung").await.ok();
    let page = second.get("/bestaetigungen").await.ok();
    assert!(page.contains("Zweiter Faktor von Ida Sommer wird zurückgesetzt"));
    let path = page.split("action=\"/bestaetigungen/").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let path = format!("/bestaetigungen/{}", path.trim_end_matches("/verwerfen"));
    assert_eq!(first.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not the one who proposed it");
    second.post(&path, &[]).await.moved();

    assert!(person.get("/vernetzung").await.moved().starts_with("/anmelden"), "all sessions end");
    world.pass(SignedDuration::from_secs(60));
    let answer = half.post_raw(&waiting, &[("code", &code(&world, &key))]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "half sign-ins end too");
    assert_eq!(mails(&world, "Ihr zweiter Faktor wurde zurückgesetzt").await.len(), 1);
    let log = first.get("/protokoll").await.ok();
    assert!(log.contains("Zweiter Faktor zurückgesetzt: Ida Sommer"));
    // The password alone leads to the set-up of a new one and to nothing else.
    let answer = world.stranger().post_raw("/anmelden", &RIGHT).await;
    assert_eq!(answer.moved(), "/");
    assert_eq!(with_cookie(&world, &answer).get("/vernetzung").await.moved(), "/konto/zweiter-faktor");
    let fresh = enrolled(&world).await;
    assert_eq!(with_code(&world, &codes[1]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    with_code(&world, &fresh.codes[0]).await.moved();
    // Nobody resets one's own, and there is nothing to reset where there is none.
    let own = first.get("/konten").await.ok();
    let at = own.find("Erika admin").unwrap();
    let href = own[..at].rfind("/konten/").unwrap();
    let admin = &own[href + 8..href + 44];
    for client in [&first, &second] {
        let answer = client.post(&format!("/konten/{admin}/zweiter-faktor"), &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

async fn the_command_line_resets_too(world: World) {
    let Staff { person, .. } = staff(&world).await;
    let mut tx = world.write().await;
    let id = accounts::find_account(&mut tx, MAIL).await.unwrap().unwrap();
    assert!(accounts::reset_second_factor(&mut tx, &world.app.texts, id).await.unwrap());
    tx.commit().await.unwrap();
    assert!(person.get("/vernetzung").await.moved().starts_with("/anmelden"));
    assert_eq!(mails(&world, "Ihr zweiter Faktor wurde zurückgesetzt").await.len(), 1);
    enrolled(&world).await;
    assert!(world.write().await.verify_history().await.unwrap().is_empty());
}

async fn a_right_password_does_not_refill_the_tries_at_codes(world: World) {
    staff(&world).await;
    // Somebody knows the password and guesses codes, a fresh sign-in before each and from ever new addresses.
    for _ in 0..100 {
        assert_eq!(with_code(&world, "000000").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let client = world.stranger();
    let answer = client.post_raw("/anmelden", &RIGHT).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "the account is closed for strangers");
}
