//! Coming in: set-up, invitation, password, second factor, recovery, sessions.

use allmende_alliance::accounts::{self, Purpose, one_time_link};
use allmende_web::access::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::world::{Answer, Client, World, on_both_engines};

on_both_engines! {
    an_invited_person_sets_a_password_and_signs_in;
    wrong_passwords_are_refused_alike;
    staff_must_set_up_a_second_factor;
    a_one_time_link_works_once;
    sessions_end;
    the_last_manager_stays;
    recovery_says_the_same_for_everybody;
}

pub(super) const SECRET: &str = "blaue Kühe tanzen leise";

pub(super) fn with_cookie(world: &World, answer: &Answer) -> Client {
    let word = |name: &str| {
        let cookie = answer.cookies.iter().find(|cookie| cookie.starts_with(name)).unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let word = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
        assert_eq!(word.len(), 43, "256 bits");
        Some(word)
    };
    Client { token: word("allmende="), device: word("allmende-device="), ..world.stranger() }
}

pub(super) async fn invited(world: &World, role: &str) -> String {
    let manager = world.person(Role::Manager).await;
    let fields = [("name", "Ida Sommer"), ("email", "Ida@Test.example"), ("role", role)];
    manager.post("/konten/neu", &fields).await.moved();
    let outbox = manager.get("/postausgang").await.ok();
    let start = outbox.find("/konto/link/").expect("the mail waits in the outbox, with its link");
    outbox[start..start + 12 + 43].to_owned()
}

async fn an_invited_person_sets_a_password_and_signs_in(world: World) {
    let link = invited(&world, "reader").await;
    let stranger = world.stranger();
    assert!(stranger.get(&link).await.ok().contains("Ida Sommer"));
    for (password, word) in [
        ("kurz", "4 Zeichen"),
        ("passwortpasswort", "leicht zu erraten"),
        ("Ida Sommer Ida Sommer", "leicht zu erraten"),
    ] {
        let answer = stranger.post_raw(&link, &[("password", password)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains(word), "{password}");
        assert!(!answer.text().contains(&format!("value=\"{password}\"")), "a password is not sent back");
    }
    stranger.post_raw(&link, &[("password", SECRET)]).await.moved();
    assert_eq!(
        stranger.post_raw(&link, &[("password", SECRET)]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "once only"
    );
    let answer = stranger
        .post_raw("/anmelden", &[("email", "ida@test.EXAMPLE"), ("password", SECRET), ("weiter", "//evil.example")])
        .await;
    assert_eq!(answer.moved(), "/");
    let person = with_cookie(&world, &answer);
    assert!(person.get("/konto").await.ok().contains("Ida Sommer"));
}

async fn wrong_passwords_are_refused_alike(world: World) {
    let link = invited(&world, "reader").await;
    let stranger = world.stranger();
    stranger.post_raw(&link, &[("password", SECRET)]).await.moved();
    let known = stranger.post_raw("/anmelden", &[("email", "ida@test.example"), ("password", "falsch")]).await;
    let unknown = stranger.post_raw("/anmelden", &[("email", "nie@test.example"), ("password", "falsch")]).await;
    assert_eq!(known.status, unknown.status);
    // The pages differ only in what was typed and in the key of the form.
    let same = |answer: &Answer, mail: &str| {
        let text = answer.text().replace(mail, "");
        let start = text.find("form_key\" value=\"").unwrap();
        format!("{}{}", &text[..start], &text[start + 17 + 36..])
    };
    assert_eq!(same(&known, "ida@test.example"), same(&unknown, "nie@test.example"));
}

async fn staff_must_set_up_a_second_factor(world: World) {
    let link = invited(&world, "chair").await;
    let stranger = world.stranger();
    stranger.post_raw(&link, &[("password", SECRET)]).await.moved();
    let right = [("email", "ida@test.example"), ("password", SECRET)];
    let answer = stranger.post_raw("/anmelden", &right).await;
    let mut person = with_cookie(&world, &answer);
    assert_eq!(person.get("/vernetzung").await.moved(), "/konto/zweiter-faktor", "nothing is reached before");
    let page = person.get("/konto/zweiter-faktor").await.ok();
    let key: String =
        page.split("<code class=\"secret\">").nth(1).unwrap().split("</code>").next().unwrap().replace(' ', "");
    person.csrf = page.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(
        person.post("/konto/zweiter-faktor", &[("code", "000000")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let code = |world: &World| {
        let seconds = u64::try_from(world.app.now().0.as_second()).unwrap();
        let secret = totp_rs::Secret::try_from_base32(&key).unwrap();
        totp_rs::Builder::new().with_secret(secret).build().unwrap().generate(seconds).to_string()
    };
    let shown = person.post("/konto/zweiter-faktor", &[("code", &code(&world))]).await.ok();
    assert_eq!(shown.matches("<li><code>").count(), 8, "recovery codes, once");
    person.get("/vernetzung").await.ok();

    // From now on the code is asked, and a code works once.
    let step = stranger.post_raw("/anmelden", &right).await.moved();
    assert!(step.starts_with("/anmelden/code/"));
    let used = code(&world);
    assert_eq!(
        stranger.post_raw(&step, &[("code", &used)]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "used before"
    );
    world.pass(SignedDuration::from_secs(90));
    let fresh = code(&world);
    let answer = stranger.post_raw(&step, &[("code", &fresh)]).await;
    answer.moved();
    with_cookie(&world, &answer).get("/vernetzung").await.ok();
    assert_eq!(stranger.post_raw(&step, &[("code", &fresh)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn a_one_time_link_works_once(world: World) {
    world.person(Role::Reader).await;
    let mut tx = world.write().await;
    let email = accounts::all_emails(&mut tx).await.unwrap().remove(0);
    let account = accounts::find_account(&mut tx, &email).await.unwrap().unwrap();
    let token = one_time_link(&mut tx, account, Purpose::SignIn).await.unwrap();
    tx.commit().await.unwrap();
    let stranger = world.stranger();
    let path = format!("/anmelden/link/{token}");
    stranger.get(&path).await.ok();
    stranger.get(&path).await.ok();
    let answer = stranger.post_raw(&path, &[]).await;
    assert_eq!(answer.moved(), "/", "opening it changed nothing");
    with_cookie(&world, &answer).get("/").await.ok();
    assert_eq!(stranger.post_raw(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut tx = world.write().await;
    let late = one_time_link(&mut tx, account, Purpose::SignIn).await.unwrap();
    tx.commit().await.unwrap();
    world.pass(SignedDuration::from_hours(25));
    assert_eq!(
        stranger.post_raw(&format!("/anmelden/link/{late}"), &[]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

async fn sessions_end(world: World) {
    let reader = world.person(Role::Reader).await;
    reader.get("/").await.ok();
    world.pass(SignedDuration::from_hours(11));
    reader.get("/").await.ok();
    world.pass(SignedDuration::from_hours(11));
    reader.get("/").await.ok();
    world.pass(SignedDuration::from_hours(13));
    assert!(reader.get("/projekte").await.moved().starts_with("/anmelden"), "idle");
    let reader = world.person(Role::Reader).await;
    for _ in 0..34 {
        world.pass(SignedDuration::from_hours(10));
        reader.get("/projekte").await;
    }
    assert!(reader.get("/projekte").await.moved().starts_with("/anmelden"), "absolute end");
    let reader = world.person(Role::Reader).await;
    reader.post("/abmelden", &[]).await.moved();
    assert!(reader.get("/projekte").await.moved().starts_with("/anmelden"), "signed out");
}

async fn the_last_manager_stays(world: World) {
    let manager = world.person(Role::Manager).await;
    let accounts = manager.get("/konten").await.ok();
    let start = accounts.find("href=\"/konten/0").expect("an account in the list") + 14;
    let id = &accounts[start..start + 36];
    let answer = manager.post(&format!("/konten/{id}/sperren"), &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = manager.post(&format!("/konten/{id}/rolle"), &[("role", "reader")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    manager.get("/konten").await.ok();
}

async fn recovery_says_the_same_for_everybody(world: World) {
    let link = invited(&world, "reader").await;
    let stranger = world.stranger();
    stranger.post_raw(&link, &[("password", SECRET)]).await.moved();
    let known = stranger.post_raw("/passwort-vergessen", &[("email", "ida@test.example")]).await.ok();
    let unknown = stranger.post_raw("/passwort-vergessen", &[("email", "nie@test.example")]).await.ok();
    assert_eq!(known, unknown);
}
