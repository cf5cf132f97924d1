//! Lists: the database filters, sorts and pages; both engines answer alike; long lists need no more than short ones.

use allmende::{archive, house};
use allmende_alliance::model::{Organisation, OrganisationKind, Person, Salutation};
use allmende_meetings::model::{Meeting, MeetingState};
use allmende_network::model::{EntryKind, NetworkEntry};
use allmende_press::model::Clipping;
use allmende_report::model::{Report, Template};
use allmende_store::{Day, Head, Id, Precision};
use allmende_web::access::Role;

use crate::world::{Engine, World, on_both_engines};

on_both_engines! {
    thousands_of_entries_take_few_statements;
    meetings_with_their_topics_take_few_statements;
    filters_stay_in_the_address_and_find_what_was_written;
    every_list_arrives_whole_in_a_browser;
}

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/raum-marktheidenfeld-2017");

/// Every list of the house.
const LISTS: [&str; 13] = [
    "/mitglieder",
    "/gremien",
    "/personen",
    "/organisationen",
    "/projekte",
    "/handlungsfelder",
    "/aufgaben",
    "/sitzungen",
    "/vernetzung",
    "/presse",
    "/medien",
    "/foerderung",
    "/berichte",
];

/// Browsers ask for compressed answers, and the compression reads a streamed export beyond its end.
async fn every_list_arrives_whole_in_a_browser(world: World) {
    let manager = world.person(Role::Manager).await;
    for path in LISTS.into_iter().chain(["/partner", "/konten", "/briefe"]) {
        for format in ["csv", "xlsx"] {
            let plain = manager.get(&format!("{path}?format={format}")).await;
            let request = manager.request("GET", &format!("{path}?format={format}"));
            let request = request.header("accept-encoding", "gzip").body(axum::body::Body::empty()).unwrap();
            let packed = manager.send(request).await;
            assert_eq!(packed.status, plain.status, "{path} {format}");
            if packed.headers.get("content-encoding").is_some_and(|word| word == "gzip") {
                assert!(packed.bytes.starts_with(&[0x1f, 0x8b]), "{path} {format}");
            } else {
                assert_eq!(packed.bytes, plain.bytes, "{path} {format}");
            }
        }
    }
}

fn day(year: i16, month: i8, day: i8) -> Day {
    Day(jiff::civil::date(year, month, day))
}

fn entry(held_on: Day, title: &str, partners: &str) -> NetworkEntry {
    NetworkEntry {
        head: Head::default(),
        held_on,
        ends_on: None,
        precision: Precision::Day,
        kind: EntryKind::Meeting,
        title: title.to_owned(),
        place: String::new(),
        partners: partners.to_owned(),
        outcome: String::new(),
        thread_id: None,
    }
}

/// Stores entries without their history, which is not what these stories are about.
async fn store_entries(world: &World, count: u32) {
    let mut tx = world.write().await;
    for number in 0..count {
        let of_month = i8::try_from(number % 28).unwrap() + 1;
        let mut entry = entry(day(2017, 3, of_month), &format!("Treffen {number}"), "Landkreis Musterland");
        tx.insert(&mut entry).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn thousands_of_entries_take_few_statements(world: World) {
    let manager = world.person(Role::Manager).await;
    let pages = ["/vernetzung", "/vernetzung?sort=titel&richtung=ab", "/vernetzung?q=treffen&art=meeting&seite=2"];
    let count = |path: &'static str| {
        let (manager, app) = (manager.clone(), world.app.clone());
        async move {
            let before = app.database.statement_count();
            manager.get(path).await.ok();
            app.database.statement_count() - before
        }
    };
    // Person, fields of action, and the page with its counts and what stands beside its rows.
    manager.post("/projekte/neu", &[("title", "Kernwegenetz"), ("kind", "project")]).await.moved();
    manager.get("/projekte").await.ok();
    let projects = count("/projekte").await;
    assert!(projects <= 3, "the list of projects takes {projects} statements");
    store_entries(&world, 120).await;
    let mut few = Vec::new();
    for page in pages {
        few.push(count(page).await);
    }
    // Enough to show that nothing grows with the rows.
    store_entries(&world, 3_000).await;
    for (page, few) in pages.into_iter().zip(few) {
        let many = count(page).await;
        assert_eq!(many, few, "{page}: the number of statements grows with the rows");
        assert!(many <= 16, "{page}: {many} statements");
    }
    let list = manager.get("/vernetzung?sort=titel").await.ok();
    let digits = list.replace(['.', '\u{202f}', '\u{a0}'], "");
    assert!(digits.contains("3120"), "the count comes from the database");
    assert_eq!(list.matches("<tr>").count(), 51, "a page has fifty rows and a head");
    // Numbers in titles sort by value, as in DIN 5007.
    let places: Vec<usize> = ["Treffen 0<", "Treffen 1<", "Treffen 9<", "Treffen 10<"]
        .iter()
        .map(|title| list.find(title).unwrap())
        .collect();
    assert!(places.is_sorted());
    let last = manager.get("/vernetzung?sort=titel&seite=9999").await.ok();
    for beyond in ["1000000", "300000000000000000", "9223372036854775807", "18446744073709551615"] {
        let page = manager.get(&format!("/vernetzung?sort=titel&seite={beyond}")).await.ok();
        assert!(page.contains("Treffen 2999"), "{beyond}: the last page answers, whatever number was asked for");
    }
    assert!(last.contains("Treffen 2999"), "a page behind the last one is the last one");
    let csv = manager.get("/vernetzung?format=csv&sort=titel").await.ok();
    assert_eq!(csv.lines().count(), 3_121);
    let mut lines: Vec<&str> = csv.lines().skip(1).collect();
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), 3_000, "no row is lost or comes twice where the parts of an export meet");
    assert_eq!(&manager.get("/vernetzung?format=xlsx").await.bytes[..2], b"PK");
}

async fn meetings_with_their_topics_take_few_statements(world: World) {
    let manager = world.person(Role::Manager).await;
    let body = manager
        .post(
            "/gremien/neu",
            &[
                ("name", "Lenkungsgruppe"),
                ("kind", "working_group"),
                ("meeting_name", "Sitzung"),
                ("meeting_name_plural", "Sitzungen"),
            ],
        )
        .await
        .moved();
    let body: Id = body.rsplit('/').next().unwrap().parse().unwrap();
    let add = async |meetings: i16, topics: i64| {
        let mut tx = world.write().await;
        for number in 0..meetings {
            let mut meeting = Meeting {
                place: "Rathaus".to_owned(),
                state: MeetingState::Held,
                ..Meeting::new(body, &format!("Sitzung {number}"), day(2000 + number, 5, 1))
            };
            tx.insert(&mut meeting).await.unwrap();
            for position in 1..=topics {
                let title = if number == 7 { "Wärmenetze".to_owned() } else { format!("Thema {position}") };
                let mut item = meeting.item(position, &title, None);
                tx.insert(&mut item).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
    };
    let count = async || {
        let before = world.app.database.statement_count();
        manager.get("/sitzungen").await.ok();
        world.app.database.statement_count() - before
    };
    add(5, 2).await;
    manager.get("/sitzungen").await.ok();
    let few = count().await;
    add(25, 20).await;
    assert_eq!(count().await, few);
    assert!(few <= 16, "{few} statements");
    // A meeting is found by a topic, whatever its spelling, and by its year.
    let found = manager.get("/sitzungen?q=waermenetz").await.ok();
    assert!(found.contains("1 von 30"), "{found}");
    let year = manager.get("/sitzungen?jahr=2003").await.ok();
    assert!(year.contains("2 von 30"));
    let most = manager.get("/sitzungen?sort=themen&richtung=ab&format=csv").await.ok();
    assert!(most.lines().nth(1).unwrap().contains(";20;"));
    assert!(most.lines().last().unwrap().contains(";2;"));
}

async fn filters_stay_in_the_address_and_find_what_was_written(world: World) {
    let manager = world.person(Role::Manager).await;
    let mut tx = world.write().await;
    for (title, partners) in [("Gespräch", "50 % Gräfendorf"), ("Austausch", "50 km Musterau"), ("Öde_Fläche", "")]
    {
        tx.insert(&mut entry(day(2017, 5, 2), title, partners)).await.unwrap();
    }
    let mut visit = entry(day(2017, 6, 2), "Kläranlage", "");
    visit.kind = EntryKind::ALL.iter().copied().find(|kind| *kind != EntryKind::Meeting).unwrap();
    tx.insert(&mut visit).await.unwrap();
    tx.commit().await.unwrap();
    let csv = async |wishes: &str| {
        let text = manager.get(&format!("/vernetzung?format=csv&sort=titel&{wishes}")).await.ok();
        let titles: Vec<String> = text.lines().skip(1).map(|line| line.split(';').nth(1).unwrap().to_owned()).collect();
        titles.join(" ")
    };
    assert_eq!(csv("").await, "Austausch Gespräch Kläranlage Öde_Fläche");
    // Spelling does not matter; signs that a database reads as "anything" are signs.
    assert_eq!(csv("q=graefendorf").await, "Gespräch");
    assert_eq!(csv("q=50%20%25").await, "Gespräch");
    assert_eq!(csv("q=_").await, "Öde_Fläche");
    assert_eq!(csv("q=%27%3B%20DROP%20TABLE%20thread%20--").await, "");
    assert_eq!(csv("q=02.06.2017").await, "Kläranlage");
    assert_eq!(csv("von=01.05.2017&bis=31.05.2017").await, "Austausch Gespräch Öde_Fläche");
    assert_eq!(csv(&format!("art={}", visit.kind.word())).await, "Kläranlage");
    // The second page keeps the filter.
    store_entries(&world, 60).await;
    let page = manager.get("/vernetzung?q=landkreis").await.ok();
    assert!(page.contains("q=landkreis&#38;seite=2") || page.contains("q=landkreis&amp;seite=2"), "{page}");
    // Rows put aside are apart.
    let first = manager.get("/vernetzung?q=Gespr").await.ok();
    let id = first
        .split("<th scope=\"row\"><a href=\"/vernetzung/")
        .nth(1)
        .unwrap()
        .split(['"', '/'])
        .next()
        .unwrap()
        .to_owned();
    manager.post(&format!("/vernetzung/{id}/ablegen"), &[]).await.moved();
    assert_eq!(csv("q=Gespr").await, "");
    assert_eq!(csv("q=Gespr&abgelegt=1").await, "Gespräch");
    assert!(manager.get("/vernetzung").await.ok().contains("abgelegt=1"));
}

/// Every order and every choice of every list, as files.
async fn all_answers(world: &World) -> Vec<(String, String)> {
    let manager = world.person(Role::Manager).await;
    let mut answers = Vec::new();
    for list in LISTS {
        let page = manager.get(list).await.ok();
        let mut wishes = vec![String::new(), "q=e".to_owned(), "q=allianz%202017".to_owned()];
        for select in page.split("<select name=\"").skip(1) {
            let name = select.split('"').next().unwrap();
            let options = select.split("</select>").next().unwrap();
            for option in options.split("<option value=\"").skip(1) {
                let value = option.split('"').next().unwrap();
                if !value.is_empty() {
                    wishes.push(format!("{name}={}", value.replace(' ', "%20")));
                }
            }
        }
        assert!(wishes.len() > 6, "{list} has orders: {wishes:?}");
        for wish in wishes {
            let path = format!("{list}?format=csv&{wish}");
            answers.push((path.clone(), manager.get(&path).await.ok()));
        }
    }
    answers
}

/// A world with the example in it, on its own day.
async fn example(engine: Engine) -> Option<World> {
    let mut world = World::new(engine).await?;
    let files = archive::unpack(EXAMPLE.as_ref()).unwrap_or_else(|failure| panic!("{}", failure.line));
    let kinds = house::kinds(&house::areas());
    world.alliance = archive::import(&world.app.database, &files, world.app.now(), &kinds)
        .await
        .unwrap_or_else(|failure| panic!("{}", failure.line));
    // The example names no private persons, so a few invented ones.
    let mut tx = world.write().await;
    let medium_id = tx.of_kind("medium").await.unwrap()[0].record_id;
    for (number, headline) in ["Übergabe", "Auftakt", "Uferweg"].into_iter().enumerate() {
        let mut clipping = Clipping {
            head: Head::default(),
            medium_id,
            published_on: day(2017, 6 + i8::try_from(number).unwrap(), 1),
            precision: Precision::Month,
            headline: headline.to_owned(),
            page: if number == 0 { String::new() } else { (12 - number).to_string() },
            link: String::new(),
            summary: String::new(),
            thread_id: None,
        };
        tx.insert(&mut clipping).await.unwrap();
    }
    for (number, title) in ["Überblick", "Jahresbericht 10", "Jahresbericht 9"].into_iter().enumerate() {
        let mut report = Report {
            head: Head::default(),
            title: title.to_owned(),
            template: Template::ALL[number],
            period_from: day(2017, 1, 1),
            period_to: day(2017, 12, 31),
            language: "de".to_owned(),
            versions: 0,
        };
        tx.insert(&mut report).await.unwrap();
    }
    let place = tx.of_kind("municipality").await.unwrap()[3].record_id;
    for (number, family_name) in ["Zorn", "Göbel", "Goldmann", "Götz", "Özil", "Ärmel"].into_iter().enumerate() {
        let mut organisation = Organisation {
            head: Head::default(),
            name: format!("Verein {}", 12 - number),
            kind: OrganisationKind::Other,
            street: String::new(),
            postcode: String::new(),
            town: "Übersee".to_owned(),
            email: String::new(),
            phone: String::new(),
            website: String::new(),
            note: String::new(),
        };
        tx.insert(&mut organisation).await.unwrap();
        let mut person = Person {
            head: Head::default(),
            family_name: family_name.to_owned(),
            given_name: if number == 2 { String::new() } else { "Ida".to_owned() },
            academic_title: String::new(),
            salutation: Salutation::Neutral,
            letter_salutation: String::new(),
            email: String::new(),
            phone: format!("0931 {number}"),
            street: String::new(),
            postcode: String::new(),
            town: String::new(),
            organisation_id: (number % 2 == 0).then_some(organisation.head.id),
            municipality_id: (number % 3 == 0).then_some(place),
            consent: String::new(),
            consent_on: None,
            note: String::new(),
        };
        tx.insert(&mut person).await.unwrap();
    }
    tx.commit().await.unwrap();
    Some(world)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_list_gives_the_same_answers_on_both_engines() {
    let sqlite = all_answers(&example(Engine::Sqlite).await.unwrap()).await;
    assert!(sqlite.iter().filter(|(_, text)| text.lines().count() > 1).count() > 50, "the example fills the lists");
    let Some(postgres) = example(Engine::Postgres).await else { return };
    let postgres = all_answers(&postgres).await;
    assert_eq!(sqlite.len(), postgres.len());
    for ((path, left), (_, right)) in sqlite.iter().zip(&postgres) {
        assert_eq!(left, right, "{path}");
    }
}

/// What people write and what they seek: words of a title, words of the search, whether it is found.
const WORDS: [(&str, &str, bool); 20] = [
    ("Sitzung der Lenkungsgruppe", "Sitzungen", true),
    ("Sitzungen der Räte", "Sitzung", true),
    ("Radweg am Main", "Radwege", true),
    ("Radwegenetz", "Radwege", true),
    ("Haus der Begegnung", "Häuser", true),
    ("Alte Häuser", "Haus", true),
    ("Alte Häuser", "Haeuser", true),
    ("Bürgermeisterin", "Bürgermeisterinnen", true),
    ("Ärztliche Versorgung", "arztlich", true),
    ("Ärztliche Versorgung", "aerztliche", true),
    ("Straße nach Gräfendorf", "STRASSE graefendorf", true),
    ("Kernwegenetz", "Kernweg", true),
    ("Kernwegenetz", "Wegenetz", false),
    ("Ladestationen", "Ladestation", true),
    ("Förderung der Vereine", "Verein und Förderung", true),
    ("Rat", "Rad", false),
    ("O'Neill \\ 'quoted'", "neill quoted", true),
    ("E-Mail an a.b@c.example", "mail", true),
    ("2. Entwurf 2018/2019", "2019", true),
    ("Neue Steuer", "neu", true),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_are_found_in_their_german_forms_on_both_engines() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let Some(world) = World::new(engine).await else { continue };
        let query = allmende_store::IndexQuery { kinds: vec!["network_entry"], most: 100 };
        for (written, sought, expected) in WORDS {
            let mut tx = world.write().await;
            let mut entry = entry(day(2017, 5, 2), written, "");
            tx.insert(&mut entry).await.unwrap();
            let found = tx.search(sought, &query).await.unwrap();
            assert_eq!(
                found.iter().any(|line| line.record_id == entry.head.id),
                expected,
                "{engine:?}: {sought:?} in {written:?}"
            );
            // Changed words are forgotten.
            entry.title = "Anderes".to_owned();
            tx.update(&mut entry).await.unwrap();
            assert_eq!(tx.search(sought, &query).await.unwrap(), [], "{engine:?}: {written:?} is still found");
            // Dropped: each case stands alone.
        }
    }
}
