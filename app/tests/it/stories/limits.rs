//! How often secrets may be tried: by address, by account, from known browsers.

use std::net::IpAddr;

use allmende_alliance::accounts::prepare_set_up;
use allmende_web::access::Role;
use allmende_web::app::Settings;
use allmende_web::caller::Networks;
use axum::http::StatusCode;
use jiff::SignedDuration;

use super::accounts::{SECRET, invited, with_cookie};
use crate::world::{Client, Engine, World, on_both_engines};

on_both_engines! {
    one_address_guesses_three_times;
    every_route_that_checks_a_secret_is_limited;
    right_secrets_cost_nothing;
    a_crowd_cannot_lock_a_person_out;
    recovery_mails_are_few;
}

const MAIL: &str = "ida@test.example";

async fn with_password(world: &World) {
    let link = invited(world, "reader").await;
    world.stranger().post_raw(&link, &[("password", SECRET)]).await.moved();
}

async fn wrong(client: &Client) -> StatusCode {
    client.post_raw("/anmelden", &[("email", MAIL), ("password", "falsch")]).await.status
}

async fn right(client: &Client) -> StatusCode {
    client.post_raw("/anmelden", &[("email", MAIL), ("password", SECRET)]).await.status
}

async fn one_address_guesses_three_times(world: World) {
    with_password(&world).await;
    let here = world.stranger().at("198.51.100.7");
    for _ in 0..3 {
        assert_eq!(wrong(&here).await, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = here.post_raw("/anmelden", &[("email", MAIL), ("password", SECRET)]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "even the right one: nobody looks at it");
    assert_eq!(answer.headers["retry-after"], "20");
    let page = answer.text();
    assert!(page.contains("Warten Sie 20 Sekunden") && page.contains(MAIL), "the form is still filled");
    // A header that nobody of ours wrote changes nothing.
    let form = ("content-type", "application/x-www-form-urlencoded");
    let body = format!("email={MAIL}&password=falsch");
    let forged = here.call("POST", "/anmelden", &[form, ("x-forwarded-for", "203.0.113.1")], &body).await;
    assert_eq!(forged.status, StatusCode::TOO_MANY_REQUESTS);
    // Others are not held up.
    assert_eq!(right(&world.stranger().at("198.51.100.8")).await, StatusCode::SEE_OTHER);
    world.pass(SignedDuration::from_secs(20));
    assert_eq!(right(&here).await, StatusCode::SEE_OTHER);
    // In IPv6 a customer has a whole network.
    for address in ["2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:ffff::3"] {
        assert_eq!(wrong(&here.at(address)).await, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(wrong(&here.at("2001:db8:1:2:9::4")).await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(wrong(&here.at("2001:db8:1:3::1")).await, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn every_route_that_checks_a_secret_is_limited(world: World) {
    let reader = world.person(Role::Reader).await;
    let token = "x".repeat(43);
    // Set-up is there only before the first alliance; see below. Each is tried at an address of its own.
    for (method, path, field) in [
        ("POST", "/anmelden".to_owned(), "password"),
        ("POST", format!("/anmelden/code/{token}"), "code"),
        ("GET", format!("/anmelden/link/{token}"), ""),
        ("POST", format!("/anmelden/link/{token}"), ""),
        ("GET", format!("/konto/link/{token}"), ""),
        ("POST", format!("/konto/link/{token}"), "password"),
        ("POST", "/passwort-vergessen".to_owned(), "email"),
        ("POST", "/einrichten".to_owned(), "secret"),
    ] {
        let client = world.stranger();
        let mut last = StatusCode::OK;
        for round in 0..4 {
            assert_ne!(last, StatusCode::TOO_MANY_REQUESTS, "{method} {path} too early");
            let value = format!("wrong-{round}@test.example");
            last = match method {
                "GET" => client.get(&path).await.status,
                _ => client.post_raw(&path, &[(field, &value)]).await.status,
            };
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS, "{method} {path}");
        // The buckets of secrets are one: what was spent at one door is not there at the next.
        if !path.starts_with("/passwort") {
            assert_eq!(client.get(&format!("/konto/link/{token}")).await.status, StatusCode::TOO_MANY_REQUESTS);
        }
        client.get("/anmelden").await.ok();
    }
    drop(reader);
}

async fn right_secrets_cost_nothing(world: World) {
    with_password(&world).await;
    let hall = world.stranger();
    for _ in 0..10 {
        assert_eq!(right(&hall).await, StatusCode::SEE_OTHER);
    }
    // The newest mail stands first.
    world.pass(SignedDuration::from_secs(1));
    let link = invited_again(&world).await;
    for _ in 0..10 {
        hall.get(&link).await.ok();
    }
}

async fn invited_again(world: &World) -> String {
    let manager = world.person(Role::Manager).await;
    let fields = [("name", "Otto Winter"), ("email", "otto@test.example"), ("role", "reader")];
    manager.post("/konten/neu", &fields).await.moved();
    let outbox = manager.get("/postausgang").await.ok();
    let start = outbox.find("/konto/link/").unwrap();
    outbox[start..start + 12 + 43].to_owned()
}

async fn a_crowd_cannot_lock_a_person_out(world: World) {
    with_password(&world).await;
    let home = world.stranger();
    let answer = home.post_raw("/anmelden", &[("email", MAIL), ("password", SECRET)]).await;
    let known = Client { token: None, ..with_cookie(&world, &answer) };
    // 100 in a row close the account for browsers that nobody knows.
    for _ in 0..100 {
        wrong(&world.stranger()).await;
    }
    assert_eq!(right(&world.stranger()).await, StatusCode::UNPROCESSABLE_ENTITY, "a stranger's browser");
    let planted = Client { device: Some("x".repeat(43)), ..world.stranger() };
    assert_eq!(right(&planted).await, StatusCode::UNPROCESSABLE_ENTITY, "an invented browser");
    assert_eq!(right(&known).await, StatusCode::SEE_OTHER, "the person's own browser, anywhere");
    // That was a success, so the count begins anew.
    assert_eq!(right(&world.stranger()).await, StatusCode::SEE_OTHER);
    // The other way in: a new password by mail.
    for _ in 0..100 {
        wrong(&world.stranger()).await;
    }
    world.pass(SignedDuration::from_secs(1));
    world.stranger().post_raw("/passwort-vergessen", &[("email", MAIL)]).await.ok();
    let outbox = world.person(Role::Manager).await.get("/postausgang").await.ok();
    let start = outbox.find("/konto/link/").unwrap();
    let link = outbox[start..start + 12 + 43].to_owned();
    world.stranger().post_raw(&link, &[("password", SECRET)]).await.moved();
    assert_eq!(right(&world.stranger()).await, StatusCode::SEE_OTHER);
}

async fn recovery_mails_are_few(world: World) {
    with_password(&world).await;
    let waiting = async || {
        let mut tx = world.read().await;
        allmende_jobs::list(&mut tx).await.unwrap().iter().filter(|mail| mail.recipient == MAIL).count()
    };
    let before = waiting().await;
    // From many addresses to one person, and from one address to many.
    for round in 0..5 {
        let answer = world.stranger().post_raw("/passwort-vergessen", &[("email", MAIL)]).await;
        assert_eq!(answer.status == StatusCode::OK, round < 3);
    }
    assert_eq!(waiting().await - before, 3);
    let here = world.stranger();
    for round in 0..5 {
        let mail = format!("niemand-{round}@test.example");
        let answer = here.post_raw("/passwort-vergessen", &[("email", &mail)]).await;
        assert_eq!(answer.status == StatusCode::OK, round < 3, "unknown addresses pay alike");
    }
}

async fn world_behind(proxies: &[&str], shared: &[&str]) -> World {
    let networks = |words: &[&str]| Networks::read(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    let settings = Settings {
        public_url: "http://allmende.test".to_owned(),
        proxies: networks(proxies).unwrap(),
        shared_addresses: networks(shared).unwrap(),
        ..Settings::default()
    };
    World::with(Engine::Sqlite, settings).await.unwrap()
}

async fn tries_until_held_up(client: &Client, forwarded: &str) -> usize {
    let form = ("content-type", "application/x-www-form-urlencoded");
    for count in 0..100 {
        let headers = [form, ("x-forwarded-for", forwarded)];
        let answer = client.call("POST", "/anmelden", &headers, "email=nie%40test.example&password=falsch").await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            return count;
        }
    }
    100
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn visitors_behind_a_named_proxy_are_told_apart() {
    let world = world_behind(&["127.0.0.1"], &["203.0.113.0/24"]).await;
    let proxy = world.stranger().at("127.0.0.1");
    assert_eq!(tries_until_held_up(&proxy, "198.51.100.1").await, 3);
    assert_eq!(tries_until_held_up(&proxy, "198.51.100.2").await, 3);
    assert_eq!(tries_until_held_up(&proxy, "192.0.2.1, 198.51.100.2").await, 0, "the left part is the visitor's own");
    assert_eq!(tries_until_held_up(&proxy, "203.0.113.9").await, 60, "a town hall has twenty times as many");
    let stranger = world.stranger().at("198.51.100.3");
    assert_eq!(tries_until_held_up(&stranger, "192.0.2.7").await, 3);
    assert_eq!(tries_until_held_up(&stranger, "192.0.2.8").await, 0, "no proxy of ours: the header is ignored");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_set_up_secret_is_not_guessed() {
    let folder = tempfile::tempdir().unwrap();
    let database = crate::world::database(Engine::Sqlite, folder.path()).await.unwrap();
    let clock: std::sync::Arc<dyn Fn() -> allmende_store::Moment + Send + Sync> =
        std::sync::Arc::new(crate::world::start);
    let settings = Settings { public_url: "http://allmende.test".to_owned(), ..Settings::default() };
    let engine = std::sync::Arc::new(allmende_typesetting::Engine::new());
    let (_, router) = allmende::house::build(database.clone(), settings, clock, engine).unwrap();
    let secret = prepare_set_up(&database, crate::world::start()).await.unwrap();
    let address: IpAddr = "198.51.100.1".parse().unwrap();
    let client = Client { router, token: None, device: None, csrf: String::new(), address };
    let send = |secret: String| {
        let client = client.clone();
        async move {
            let fields = [
                ("secret", secret.as_str()),
                ("alliance", "Kommunale Allianz Mustertal e. V."),
                ("short_name", "Mustertal"),
                ("name", "Ida Sommer"),
                ("email", MAIL),
                ("password", SECRET),
            ];
            client.post_raw("/einrichten", &fields).await
        }
    };
    for round in 0..3 {
        let answer = send(format!("falsch-{round}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(send(secret.clone()).await.status, StatusCode::TOO_MANY_REQUESTS);
    let other = client.at("198.51.100.2");
    let fields = [("secret", secret.as_str()), ("alliance", "A"), ("short_name", "A"), ("name", "Ida Sommer")];
    let answer = other.post_raw("/einrichten", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a fault elsewhere in the form costs nothing");
    for _ in 0..5 {
        assert_eq!(other.post_raw("/einrichten", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}
