//! The activity report: from the recorded work to the frozen file.

use allmende::{archive, house};
use allmende_documents::{Document, FileFormat, Typesetter};
use allmende_store::{Actor, Id};
use allmende_web::access::Role;
use axum::http::StatusCode;

use crate::world::{Client, World, on_both_engines, start};

on_both_engines! {
    the_example_gives_every_fact_of_the_source;
    a_final_report_never_changes;
    an_empty_period_says_so;
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
