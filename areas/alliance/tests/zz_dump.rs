#![allow(clippy::unwrap_used, clippy::panic, missing_docs, dead_code)]
mod story;
use allmende_web::access::Role;
#[tokio::test]
async fn dump() {
    let story = story::begin().await;
    let csv = std::fs::read("/work/shared/data/geo/allianz_gemeinden.csv").unwrap();
    let mut tx = story.tx().await;
    allmende_alliance::import::import_members(&mut tx, &csv, "allianz_gemeinden.csv").await.unwrap();
    tx.commit().await.unwrap();
    let people = "Anrede;Titel;Vorname;Name;E-Mail;Telefon;Gemeinde;Organisation;Amt;seit\nFrau;Dr.;Maria;Hartlieb;hartlieb@birkenfeld.example;09391 123;Birkenfeld;;Erste Bürgermeisterin;01.05.2014\nHerr;;Max;Muster;max@muster.example;09391 5;;Amt für Ländliche Entwicklung;Sachgebietsleiter;\n";
    let mut tx = story.tx().await;
    allmende_alliance::import::import_people(&mut tx, people.as_bytes(), "k.csv").await.unwrap();
    let person = tx.all::<allmende_alliance::model::Person>().await.unwrap()[0].clone();
    tx.commit().await.unwrap();
    let more = format!("{people}Familie;;;Groß;;;;;;\n;;;;;;;;;\nFrau;;Maria;Hartlieb;hartlieb@birkenfeld.example;09391 999;;;;\nHerr;;Uwe;Neu;uwe@neu.example;;;Verein für Regionalentwicklungsinitiativen;Vorstand;\n");
    let received = story.post(Role::Manager, "/personen/einlesen", &[], Some(("file", "kontakte.csv", more.as_bytes()))).await;
    let dir = std::env::var("DUMP").unwrap();
    let muni = format!("/mitglieder/{}", person.municipality_id.unwrap());
    let pages = [("mitglieder", "/mitglieder".to_owned()), ("mitglied", muni), ("personen", "/personen".to_owned()),
        ("person", format!("/personen/{}", person.head.id)), ("vorschau", received.location), ("allianz", "/allianz".to_owned()),
        ("neu", "/mitglieder/neu".to_owned()), ("einlesen", "/personen/einlesen".to_owned())];
    for (name, path) in pages {
        let body = story.get(Role::Manager, &path).await.body;
        let prefix = body.split("href=\"/assets/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        std::fs::write(format!("{dir}/{name}.html"), body.replace(&format!("/assets/{prefix}"), "/assets")).unwrap();
    }
}
