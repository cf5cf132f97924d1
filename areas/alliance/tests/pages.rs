//! The pages of members, people and the alliance through the real router, on an embedded database.
#![allow(clippy::unwrap_used, clippy::panic)]

mod story;

use allmende_alliance::model::{
    Body, BodyKind, Municipality, Office, Organisation, OrganisationKind, Person, Salutation,
};
use allmende_store::{Day, Head, Id};
use allmende_web::access::Role;
use axum::http::StatusCode;

use story::{alliance_id, begin};

const MEMBERS: &[u8] =
    b"ags,ars,name,kind,vg,population_2018\n09677119,1,Birkenfeld,Gemeinde,VG Marktheidenfeld,2152\n\
    09677157,2,Marktheidenfeld,Stadt,,11194\n,3,Ohne,Gemeinde,,1\n";

#[tokio::test]
async fn members_come_from_a_file_after_a_look_at_every_row() {
    let story = begin().await;
    let empty = story.get(Role::Manager, "/mitglieder").await;
    assert!(empty.body.contains("Noch keine Mitglieder"), "{}", empty.body);
    assert_eq!(story.get(Role::Chair, "/mitglieder/einlesen").await.status, StatusCode::FORBIDDEN);
    assert_eq!(story.get(Role::Manager, "/mitglieder/einlesen").await.status, StatusCode::OK);

    let without = story.post(Role::Manager, "/mitglieder/einlesen", &[], None).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    let picture =
        story.post(Role::Manager, "/mitglieder/einlesen", &[], Some(("file", "a.png", b"\x89PNG\r\n\x1a\n\0"))).await;
    assert!(picture.body.contains("Dieses Format ist unbekannt"), "{}", picture.body);

    let file = Some(("file", "mitglieder.csv", MEMBERS));
    let received = story.post(Role::Manager, "/mitglieder/einlesen", &[], file).await;
    assert_eq!(received.status, StatusCode::SEE_OTHER, "{}", received.body);
    let preview = story.get(Role::Manager, &received.location).await;
    for words in [
        "2 neu, 0 geändert, 0 Dubletten, 1 fehlerhaft",
        "2 Zeilen übernehmen",
        "nicht übernommen: ars",
        "Geben Sie den Gemeindeschlüssel an",
    ] {
        assert!(preview.body.contains(words), "{words}: {}", preview.body);
    }
    let one = story.get(Role::Manager, &format!("{}?ergebnis=faulty&format=csv", received.location)).await;
    assert!(one.media.starts_with("text/csv") && one.body.lines().count() == 2, "{}", one.body);
    assert!(story.get(Role::Manager, "/mitglieder").await.body.contains("Noch keine Mitglieder"));

    let taken = story.post(Role::Manager, &format!("{}/uebernehmen", received.location), &[], None).await;
    assert_eq!((taken.status, taken.location.as_str()), (StatusCode::SEE_OTHER, "/mitglieder"));
    let list = story.get(Role::Reader, "/mitglieder").await;
    assert!(list.body.contains("2 Mitglieder mit 13.346 Einwohnern"), "{}", list.body);
    assert!(list.body.contains("01.05.2016"), "founding members belong since the founding");
    let towns = story.get(Role::Reader, "/mitglieder?art=town").await;
    assert!(!towns.body.contains(">Birkenfeld<") && towns.body.contains(">Marktheidenfeld<"));
    assert_eq!(story.get(Role::Manager, &received.location).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let again = story.post(Role::Manager, "/mitglieder/einlesen", &[], file).await;
    let preview = story.get(Role::Manager, &again.location).await;
    assert!(preview.body.contains("0 neu, 0 geändert, 2 Dubletten") && !preview.body.contains("/uebernehmen"));
    let discarded = story.post(Role::Manager, &format!("{}/verwerfen", again.location), &[], None).await;
    assert_eq!(discarded.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_member_is_kept_right() {
    let story = begin().await;
    let fields = [
        ("name", "Birkenfeld"),
        ("kind", "market"),
        ("ags", "9677119"),
        ("joined_on", "01.05.2016"),
        ("left_on", "01.05.2015"),
        ("website", "https://birkenfeld.example"),
    ];
    let refused = story.post(Role::Manager, "/mitglieder/neu", &fields, None).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Er lautet 09677119.") && refused.body.contains("Beitritt am 01.05.2016"),
        "{}",
        refused.body
    );
    let mut fields = fields.to_vec();
    fields[2].1 = "09677119";
    fields[4].1 = "";
    let stored = story.post(Role::Manager, "/mitglieder/neu", &fields, None).await;
    assert_eq!(stored.status, StatusCode::SEE_OTHER, "{}", stored.body);
    let twice = story.post(Role::Manager, "/mitglieder/neu", &fields, None).await;
    assert!(twice.body.contains("Diesen Schlüssel hat schon Birkenfeld."), "{}", twice.body);
    let id = stored.location.rsplit('/').next().unwrap().to_owned();
    let count =
        [("municipality_id", id.as_str()), ("counted_on", "31.12.2018"), ("inhabitants", "2.152"), ("source", "")];
    let counted = story.post(Role::Manager, "/einwohner/neu", &count, None).await;
    assert_eq!(counted.location, stored.location, "{}", counted.body);
    let double = story.post(Role::Manager, "/einwohner/neu", &count, None).await;
    assert!(double.body.contains("Zu diesem Stichtag ist schon eine Zahl erfasst."), "{}", double.body);
    let page = story.get(Role::Reader, &stored.location).await;
    assert!(page.body.contains("Markt mit 2.152 Einwohnern"), "{}", page.body);
    for path in ["bearbeiten", "verlauf"] {
        assert_eq!(
            story.get(Role::Manager, &format!("{}/{path}", stored.location)).await.status,
            StatusCode::OK,
            "{path}"
        );
    }
}

#[tokio::test]
async fn contact_data_are_not_for_everybody() {
    let story = begin().await;
    let mut tx = story.tx().await;
    let mut place = municipality();
    tx.insert(&mut place).await.unwrap();
    let mut club = organisation();
    tx.insert(&mut club).await.unwrap();
    let mut body = Body {
        head: Head::default(),
        name: "Gemeinderat Birkenfeld".to_owned(),
        kind: BodyKind::Council,
        meeting_name: "Sitzung".to_owned(),
        meeting_name_plural: "Sitzungen".to_owned(),
        municipality_id: Some(place.head.id),
        description: String::new(),
    };
    tx.insert(&mut body).await.unwrap();
    let mut person = person(place.head.id, club.head.id);
    tx.insert(&mut person).await.unwrap();
    let mut office = Office {
        head: Head::default(),
        person_id: person.head.id,
        title: "Erste Bürgermeisterin".to_owned(),
        body_id: Some(body.head.id),
        municipality_id: Some(place.head.id),
        since: Some(Day(jiff::civil::date(2020, 5, 1))),
        until: None,
    };
    tx.insert(&mut office).await.unwrap();
    tx.commit().await.unwrap();

    let pages = [
        format!("/mitglieder/{}", place.head.id),
        format!("/gremien/{}", body.head.id),
        format!("/organisationen/{}", club.head.id),
        "/gremien".to_owned(),
        "/organisationen".to_owned(),
        "/allianz".to_owned(),
        "/suche?q=hartlieb".to_owned(),
    ];
    for path in &pages {
        let read = story.get(Role::Reader, path).await;
        assert_eq!(read.status, StatusCode::OK, "{path}");
        assert!(!read.body.contains("hartlieb@birkenfeld.example"), "{path}");
        assert!(!read.body.contains(&format!("/personen/{}", person.head.id)), "{path}");
    }
    assert!(story.get(Role::Reader, &pages[0]).await.body.contains("Dr. Maria Hartlieb"), "offices are public");
    let own = format!("/personen/{}", person.head.id);
    for path in ["/personen".to_owned(), own.clone(), format!("{own}/verlauf"), format!("/aemter/{}", office.head.id)] {
        assert_eq!(story.get(Role::Reader, &path).await.status, StatusCode::FORBIDDEN, "{path}");
        let clerk = story.get(Role::Clerk, &path).await;
        assert_eq!(clerk.status, StatusCode::OK, "{path}");
    }
    let page = story.get(Role::Mayor, &own).await;
    assert!(page.body.contains("Sehr geehrte Frau Bürgermeisterin Dr. Hartlieb,"), "{}", page.body);
    assert!(page.body.contains("keine Grundlage"), "{}", page.body);
    let list = story.get(Role::Chair, "/personen").await;
    for words in ["Hartlieb, Maria", "Erste Bürgermeisterin", "mailto:hartlieb@birkenfeld.example", "tel:+4993911"] {
        assert!(list.body.contains(words), "{words}");
    }
    for path in
        ["/personen/neu", "/gremien/neu", "/organisationen/neu", "/personen/einlesen", &format!("{own}/bearbeiten")]
    {
        assert_eq!(story.get(Role::Manager, path).await.status, StatusCode::OK, "{path}");
    }
    let form = story.get(Role::Manager, &format!("/aemter/neu?person_id={}&zurueck={own}", person.head.id)).await;
    assert!(form.body.contains(&format!("value=\"{}\"", person.head.id)), "{}", form.body);

    // A reference to something else than a person is refused.
    let fields = [("person_id", place.head.id.to_string()), ("title", "Rätin".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(story.post(Role::Manager, "/aemter/neu", &fields, None).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let file =
        "Vorname;Name;E-Mail;Organisation;Amt\nIda;Neu;ida@neu.example;Neuer Verein;Vorstand\nUwe;Neu;;neuer verein;\n";
    let received = story.post(Role::Manager, "/personen/einlesen", &[], Some(("file", "k.csv", file.as_bytes()))).await;
    let preview = story.get(Role::Manager, &received.location).await;
    assert!(preview.body.contains("Organisation „Neuer Verein“ wird angelegt"), "{}", preview.body);
    let taken = story.post(Role::Manager, &format!("{}/uebernehmen", received.location), &[], None).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let mut tx = story.tx().await;
    assert_eq!(tx.all::<Organisation>().await.unwrap().len(), 2);
    assert_eq!(tx.all::<Person>().await.unwrap().len(), 3);
    assert_eq!(tx.all::<Office>().await.unwrap().len(), 2);
    let again = allmende_alliance::import::import_people(&mut tx, file.as_bytes(), "k.csv").await.unwrap();
    assert_eq!((again.stored(), again.duplicate), (0, 2));
}

#[tokio::test]
async fn the_alliance_has_a_readable_brand_and_a_picture_as_logo() {
    let story = begin().await;
    let page = story.get(Role::Reader, "/allianz").await;
    assert!(page.body.contains("Kommunale Allianz Musterland") && !page.body.contains("/bearbeiten"), "{}", page.body);
    let edit = format!("/allianz/{}/bearbeiten", alliance_id());
    assert_eq!(story.get(Role::Chair, &edit).await.status, StatusCode::FORBIDDEN);
    assert!(story.get(Role::Manager, &edit).await.body.contains("type=\"file\""));
    assert_eq!(story.get(Role::Manager, "/allianz/logo").await.status, StatusCode::NOT_FOUND);
    let fields = |brand: &'static str, version: &'static str| {
        vec![
            ("name", "Kommunale Allianz Musterland"),
            ("short_name", "Musterland"),
            ("inflected_name", "der Kommunalen Allianz Musterland"),
            ("brand", brand),
            ("version", version),
        ]
    };
    let pale = story.post(Role::Manager, &edit, &fields("#ff0000", "1"), None).await;
    assert_eq!(pale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(pale.body.contains("nur einen Kontrast von 3,99 : 1"), "{}", pale.body);
    let script = story.post(Role::Manager, &edit, &fields("", "1"), Some(("logo", "l.svg", b"<svg/>"))).await;
    assert!(script.body.contains("weder PNG noch JPEG"), "{}", script.body);
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    // Larger than the 2 MB that axum allows by itself would be refused by our own rule; this is just below.
    picture.resize(2 * 1024 * 1024, 7);
    let stored = story.post(Role::Manager, &edit, &fields("#14553F", "1"), Some(("logo", "l.png", &picture))).await;
    assert_eq!((stored.status, stored.location.as_str()), (StatusCode::SEE_OTHER, "/allianz"), "{}", stored.body);
    let logo = story.get(Role::Reader, "/allianz/logo").await;
    assert_eq!((logo.status, logo.media.as_str()), (StatusCode::OK, "image/png"));
    let mut without = fields("#14553f", "2");
    without.push(("logo_remove", "1"));
    assert_eq!(story.post(Role::Manager, &edit, &without, None).await.status, StatusCode::SEE_OTHER);
    assert_eq!(story.get(Role::Reader, "/allianz/logo").await.status, StatusCode::NOT_FOUND);
    assert!(story.tx().await.files().await.unwrap().is_empty());
    assert_eq!(story.get(Role::Manager, &format!("/allianz/{}", alliance_id())).await.location, "/allianz");
    assert_eq!(
        story.post(Role::Manager, &format!("/allianz/{}/papierkorb", alliance_id()), &[], None).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn reports_count_the_members_of_their_period() {
    let story = begin().await;
    let mut tx = story.tx().await;
    allmende_alliance::import::import_members(&mut tx, MEMBERS, "m.csv").await.unwrap();
    let mut former = municipality();
    former.ags = "09677120".to_owned();
    former.name = "Ärmelheim".to_owned();
    former.left_on = Some(Day(jiff::civil::date(2019, 6, 30)));
    tx.insert(&mut former).await.unwrap();
    let day = |year, month, day| Day(jiff::civil::date(year, month, day));
    let early = allmende_alliance::queries::members_between(&mut tx, day(2017, 5, 1), day(2017, 12, 1)).await.unwrap();
    assert_eq!((early.count(), early.inhabitants(), early.uncounted().count()), (3, 0, 3));
    let names: Vec<&str> = early.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["Ärmelheim", "Birkenfeld", "Marktheidenfeld"]);
    let late = allmende_alliance::queries::members_between(&mut tx, day(2019, 7, 1), day(2019, 12, 31)).await.unwrap();
    assert_eq!(
        (late.count(), late.inhabitants(), late.counted()),
        (2, 13_346, Some((day(2018, 12, 31), day(2018, 12, 31))))
    );
}

fn municipality() -> Municipality {
    Municipality {
        head: Head::default(),
        name: "Birkenfeld".to_owned(),
        ags: "09677119".to_owned(),
        kind: allmende_alliance::model::MunicipalityKind::Municipality,
        administrative_community: String::new(),
        joined_on: None,
        left_on: None,
        website: String::new(),
        outline: String::new(),
    }
}

fn organisation() -> Organisation {
    Organisation {
        head: Head::default(),
        name: "Verein für Beispiele".to_owned(),
        kind: OrganisationKind::Association,
        street: String::new(),
        postcode: String::new(),
        town: "Birkenfeld".to_owned(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        note: String::new(),
    }
}

fn person(municipality: Id, organisation: Id) -> Person {
    Person {
        head: Head::default(),
        family_name: "Hartlieb".to_owned(),
        given_name: "Maria".to_owned(),
        academic_title: "Dr.".to_owned(),
        salutation: Salutation::Ms,
        letter_salutation: String::new(),
        email: "hartlieb@birkenfeld.example".to_owned(),
        phone: "+49 9391 1".to_owned(),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        organisation_id: Some(organisation),
        municipality_id: Some(municipality),
        consent: String::new(),
        consent_on: None,
        note: String::new(),
    }
}
