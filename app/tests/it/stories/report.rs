//! The activity report: from the recorded work to the frozen file.

use allmende::{archive, house};
use allmende_documents::{Document, FileFormat, Typesetter};
use allmende_projects::model::{Picture, Thread};
use allmende_store::{Actor, Head, Id};
use allmende_web::access::Role;
use axum::http::StatusCode;

use crate::world::{Client, World, on_both_engines, start};

on_both_engines! {
    the_example_gives_every_fact_of_the_source;
    a_final_report_never_changes;
    an_empty_period_says_so;
    a_report_brings_the_pictures_that_it_shows;
}

/// The example alliance in this world, with somebody signed in as its manager.
async fn example(world: &World) -> (Id, Client) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/raum-marktheidenfeld-2017");
    let files = archive::unpack(folder.as_ref()).unwrap_or_else(|failure| panic!("{}", failure.line));
    let kinds = house::kinds(&house::areas());
    let id = archive::import(&world.app.database, &files, start(), &kinds)
        .await
        .unwrap_or_else(|failure| panic!("{}", failure.line));
    (id, world.person_of(id, Role::Manager, None).await)
}

async fn document(world: &World, alliance: Id) -> Document {
    let mut tx = world.app.database.read(alliance, start()).await.unwrap();
    let report = tx.of_kind("report").await.unwrap().remove(0).record_id;
    let spec = allmende_report::build::spec(&mut tx, report).await.unwrap();
    allmende_report::build_document(&mut tx, &world.app.texts, &spec, start(), false).await.unwrap()
}

/// Words without the blanks and hyphens that typesetting chooses.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"\u{ad}\u{2011}-–\u{200b}".contains(*c)).collect()
}

const FACTS: &[&str] = &[
    "27.03.2017",
    "01.05.2017",
    "18.05.2017",
    "29.06.2017",
    "26.10.2017",
    "30.11.2017",
    "Vorstellung der Umsetzungsmanagerin",
    "Ferienprogramm",
    "Geo-Caching",
    "Mobilitätskonzept",
    "Ärztliche Versorgung",
    "E-Bike Ladestationen",
    "Kernwegenetz",
    "FairMieten",
    "Radkonzept",
    "Kommunales Förderprogramm",
    "Exkursion",
    "Corporate Design",
    "Informationsplattform für Flüchtlinge",
    "Logo",
    "Interkommunaler Biotopverbund",
    "Nachbesprechung Exkursion & Tagung",
    "Kassenversicherung",
    "Logo-Abschluss",
    "430",
    "70",
    "20",
    "rund",
    "ca.",
    "KTD&Goldimpuls",
    "21.09.2017",
    "03.11.2017",
    "Dorflinde",
    "Langenfeld",
    "Steigerwaldzentrum",
    "Dorfschätze",
    "2007",
    "Eisentraut",
    "Jugendpflege Marktheidenfeld",
    "Main-Post",
    "Main-Echo",
    "Homepage",
    "Expertenworkshop Mobilitätskonzept Landkreis Main-Spessart",
    "Treffen mit LAG Spessart",
    "4. Steuerkreissitzung der LAG Spessart",
    "Treffen Klinikum Main-Spessart",
    "ILE-Erfahrungsaustausch in Winterhausen",
    "Guide yourself",
    "Cummins",
    "Treffen mit Regionalmanagement Main-Spessart",
    "Informationsveranstaltung medizinische Versorgung Main-Spessart",
    "Mitgliederversammlung LAG Spessart",
    "Austausch der Regionalentwicklungsinitiativen in Main-Spessart",
    "Treffen mit ILE Main-Wein-Garten",
    "Fachtagung Nahversorgung und Mobilität in Lichtenfels",
];

async fn the_example_gives_every_fact_of_the_source(world: World) {
    let (alliance, _) = example(&world).await;
    let document = document(&world, alliance).await;
    let said = plain(&serde_json::to_string(&document.blocks).unwrap());
    for fact in FACTS {
        assert!(said.contains(&plain(fact)), "{fact} is missing in the report");
    }
    let json = serde_json::to_value(&document).unwrap();
    let tables: Vec<&serde_json::Value> =
        json["blocks"].as_array().unwrap().iter().filter(|block| block["type"] == "table").collect();
    let rows = |table: &serde_json::Value| {
        table["groups"].as_array().unwrap().iter().map(|group| group["rows"].as_array().unwrap().len()).sum::<usize>()
    };
    let counts: Vec<usize> = tables.iter().map(|table| rows(table)).collect();
    assert!(counts.contains(&14), "14 members: {counts:?}");
    assert!(counts.contains(&13), "13 entries: {counts:?}");
    for word in ["4 Allianzsitzungen", "vier Allianzsitzungen"] {
        if said.contains(&plain(word)) {
            return;
        }
    }
    panic!("the prose does not count the meetings");
}

async fn a_final_report_never_changes(world: World) {
    let (alliance, manager) = example(&world).await;
    let mut tx = world.app.database.read(alliance, start()).await.unwrap();
    let report = tx.of_kind("report").await.unwrap().remove(0).record_id;
    drop(tx);
    let page = format!("/berichte/{report}");
    manager.get(&page).await.ok();
    let version =
        |form: String| form.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let first = version(manager.get(&format!("{page}/abschliessen")).await.ok());
    manager.post(&format!("{page}/abschliessen"), &[("version", &first)]).await.moved();
    let frozen = manager.get(&format!("{page}/fassung/1/pdf")).await;
    assert_eq!(frozen.status, StatusCode::OK);
    assert_eq!(&frozen.bytes[..5], b"%PDF-");
    manager
        .post(
            "/vernetzung/neu",
            &[
                ("held_on", "24.11.2017"),
                ("title", "Nachgetragenes Treffen"),
                ("kind", "meeting"),
                ("precision", "day"),
            ],
        )
        .await
        .moved();
    assert_eq!(manager.get(&format!("{page}/fassung/1/pdf")).await.bytes, frozen.bytes, "the file stays byte for byte");
    // A correction needs a reason and names what differs.
    let second = version(manager.get(&format!("{page}/abschliessen")).await.ok());
    let without = manager.post(&format!("{page}/abschliessen"), &[("version", &second)]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reason = [("version", second.as_str()), ("reason", "Ein Treffen fehlte.")];
    manager.post(&format!("{page}/abschliessen"), &reason).await.moved();
    let shown = manager.get(&page).await.ok();
    assert!(shown.contains("Ein Treffen fehlte."));
    let second = manager.get(&format!("{page}/fassung/2/pdf")).await;
    assert_ne!(second.bytes, frozen.bytes);
    let reader = world.person_of(alliance, Role::Reader, None).await;
    reader.get(&format!("{page}/fassung/1/pdf")).await;
    // Readers get final versions, never drafts.
    assert_eq!(reader.get(&format!("{page}/datei/pdf")).await.status, StatusCode::FORBIDDEN);
    let mut tx = world.app.database.write(alliance, Actor::default(), start()).await.unwrap();
    assert_eq!(tx.verify_history().await.unwrap(), []);
    drop(tx);
}

async fn an_empty_period_says_so(world: World) {
    let manager = world.person(Role::Manager).await;
    let fields = [
        ("title", "Leer"),
        ("template", "activity"),
        ("period_from", "01.01.2020"),
        ("period_to", "31.01.2020"),
        ("language", "de"),
    ];
    let page = manager.post("/berichte/neu", &fields).await.moved();
    for format in FileFormat::ALL {
        let file = manager.get(&format!("{page}/datei/{}", format.extension())).await;
        assert_eq!(file.status, StatusCode::OK, "{format:?}: {}", file.text());
    }
    let mut tx = world.read().await;
    let report = tx.of_kind("report").await.unwrap().remove(0).record_id;
    let spec = allmende_report::build::spec(&mut tx, report).await.unwrap();
    let document = allmende_report::build_document(&mut tx, &world.app.texts, &spec, start(), false).await.unwrap();
    let said = serde_json::to_string(&document.blocks).unwrap();
    assert!(!said.contains(" 0 "), "zero is a word: {said}");
    assert!(said.contains("kein"), "empty chapters say so");
    let pdf = allmende_typesetting::Engine::new();
    let (one, two) = (pdf.file(&document, FileFormat::Pdf).unwrap(), pdf.file(&document, FileFormat::Pdf).unwrap());
    assert_eq!(one, two, "the same data give the same bytes");
}

async fn a_report_brings_the_pictures_that_it_shows(world: World) {
    let (alliance, manager) = example(&world).await;
    let mut tx = world.app.database.write(alliance, Actor::default(), start()).await.unwrap();
    let threads: Vec<Thread> = tx.all().await.unwrap();
    let project = threads.iter().find(|thread| thread.title.contains("Ferienprogramm")).unwrap();
    // One that is shown, one without alternative text, one in the trash.
    let mut ids = Vec::new();
    for (colour, alt) in [("#5d977c", "Eine grüne Fläche"), ("#1d4c96", ""), ("#a1231c", "Eine rote Fläche")] {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 2\"><rect width=\"3\" height=\"2\" fill=\"{colour}\"/></svg>"
        );
        let mut picture = Picture {
            head: Head::default(),
            thread_id: project.head.id,
            file_id: tx.add_file("bild.svg", "image/svg+xml", svg.into_bytes()).await.unwrap(),
            alt: alt.to_owned(),
            decorative: false,
            caption: String::new(),
            credit: "Allianz".to_owned(),
            taken_on: None,
            position: 1,
        };
        tx.insert(&mut picture).await.unwrap();
        ids.push((picture.head.id, picture.file_id));
    }
    tx.trash::<Picture>(ids[2].0).await.unwrap();
    let report = tx.of_kind("report").await.unwrap().remove(0).record_id;
    tx.commit().await.unwrap();

    for _ in 0..2 {
        let document = document(&world, alliance).await;
        let names: Vec<&str> = document.images.iter().map(|image| image.name.as_str()).collect();
        assert_eq!(names, [ids[0].1.to_string()]);
        assert!(String::from_utf8_lossy(&document.images[0].bytes).contains("#5d977c"));
    }

    // What the browser does while somebody types.
    let page = format!("/berichte/{report}");
    let mut images = Vec::new();
    for text in ["Ein neuer Absatz.", "Ein anderer Absatz."] {
        let typed = manager.post(&format!("{page}/vorschau?kapitel=network"), &[("own_text", text)]).await.ok();
        let typed: serde_json::Value = serde_json::from_str(&typed).unwrap();
        assert!(typed["number"].as_u64().unwrap() > 1, "the chapter stands behind cover and contents: {typed}");
        images.push(typed["image"].as_str().unwrap().to_owned());
        assert!(manager.get(&images[images.len() - 1]).await.ok().starts_with("<svg"));
    }
    assert_ne!(images[0], images[1]);
    let behind_the_last = images[0].replacen("/vorschau/", "/vorschau/9", 1);
    assert_eq!(manager.get(&behind_the_last).await.status, StatusCode::NOT_FOUND);
}
