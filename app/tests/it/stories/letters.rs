//! Letters and printed lists: from records to paper, and what stands in the way.

use allmende_alliance::letters::model::{Letter, LetterRecipient};
use allmende_store::{Id, Tx, digest};
use allmende_web::access::Role;
use axum::http::StatusCode;

use crate::world::{Client, World, on_both_engines};

on_both_engines! {
    a_letter_to_office_holders_is_finished_once_everybody_can_be_reached;
    a_finished_letter_keeps_its_files_and_addresses;
    a_letter_goes_to_the_people_of_a_filtered_list;
    members_are_addressed_through_their_mayors;
    a_final_report_goes_out_with_a_cover_letter;
    hostile_text_is_printed_literally_or_refused;
    every_list_is_printed;
}

fn last(path: &str) -> Id {
    path.rsplit('/').next().and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("no id in {path}"))
}

async fn person(client: &Client, family: &str, town: &str, salutation: &str) -> Id {
    let fields = [
        ("salutation", salutation),
        ("given_name", "Kim"),
        ("family_name", family),
        ("street", if town.is_empty() { "" } else { "Musterweg 7" }),
        ("postcode", if town.is_empty() { "" } else { "99998" }),
        ("town", town),
    ];
    last(&client.post("/personen/neu", &fields).await.moved())
}

async fn body(client: &Client, name: &str) -> Id {
    let fields = [("name", name), ("kind", "board"), ("meeting_name", "Sitzung"), ("meeting_name_plural", "Sitzungen")];
    last(&client.post("/gremien/neu", &fields).await.moved())
}

async fn office(client: &Client, person: Id, title: &str, field: &str, of: Id, until: &str) {
    let (person, of) = (person.to_string(), of.to_string());
    let fields =
        [("person_id", person.as_str()), ("title", title), (field, &of), ("since", "01.05.2014"), ("until", until)];
    client.post("/aemter/neu", &fields).await.moved();
}

async fn write_letter(client: &Client, address: &str, selection: &str, subject: &str, text: &str) -> String {
    let fields = [
        ("selection", selection),
        ("subject", subject),
        ("dated_on", "14.11.2017"),
        ("text", text),
        ("greeting", "Mit freundlichen Grüßen"),
        ("signer", "Erika Muster"),
        ("annexes", "Flyer\nAnmeldebogen"),
        ("form", "b"),
    ];
    client.post(address, &fields).await.moved()
}

async fn letter(world: &World, path: &str) -> Letter {
    let mut tx: Tx = world.read().await;
    tx.get(last(path)).await.unwrap().unwrap()
}

async fn recipients(world: &World, path: &str) -> Vec<LetterRecipient> {
    let mut tx = world.read().await;
    allmende_alliance::letters::queries::recipients(&mut tx, last(path)).await.unwrap()
}

async fn finish(world: &World, client: &Client, path: &str) -> crate::world::Answer {
    let version = letter(world, path).await.head.version.to_string();
    client.post(&format!("{path}/abschliessen"), &[("version", &version)]).await
}

async fn a_letter_to_office_holders_is_finished_once_everybody_can_be_reached(world: World) {
    let manager = world.person(Role::Manager).await;
    let board = body(&manager, "Vorstand").await;
    let (one, two, gone) = (
        person(&manager, "Hartlieb", "Birkach", "ms").await,
        person(&manager, "Ohneort", "", "mr").await,
        person(&manager, "Vorgänger", "Auburg", "mr").await,
    );
    office(&manager, one, "Erste Vorsitzende", "body_id", board, "").await;
    office(&manager, two, "Beisitzer", "body_id", board, "").await;
    office(&manager, gone, "Beisitzer", "body_id", board, "30.06.2017").await;

    let path =
        write_letter(&manager, "/briefe/neu", &format!("gremium:{board}"), "Einladung", "wir treffen uns.").await;
    let page = manager.get(&path).await.ok();
    assert!(page.contains("Sehr geehrte Frau Hartlieb,"), "{page}");
    let names: Vec<String> = recipients(&world, &path).await.into_iter().map(|one| one.name).collect();
    assert_eq!(
        names,
        ["Kim Hartlieb", "Kim Ohneort"],
        "an office that ended before the day of the letter counts no more"
    );
    assert!(page.contains(&format!("/personen/{two}/bearbeiten")), "the way to mend the address is shown");

    let refused = finish(&world, &manager, &path).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("keine vollständige Anschrift"), "{}", refused.text());
    assert!(!letter(&world, &path).await.is_finished());

    manager.post(&format!("{path}/empfaenger/ohne-anschrift"), &[]).await.moved();
    assert_eq!(recipients(&world, &path).await.len(), 1);
    finish(&world, &manager, &path).await.moved();
    let sent = recipients(&world, &path).await;
    assert_eq!(sent[0].address, "Frau Kim Hartlieb\nMusterweg 7\n99998 Birkach");
    assert_eq!(sent[0].salutation, "Sehr geehrte Frau Hartlieb,");
}

async fn a_finished_letter_keeps_its_files_and_addresses(world: World) {
    let manager = world.person(Role::Manager).await;
    let one = person(&manager, "Hartlieb", "Birkach", "ms").await;
    let path = write_letter(&manager, "/briefe/neu", &format!("person:{one}"), "Anfrage", "bitte antworten Sie.").await;
    let draft = manager.get(&format!("{path}/datei/pdf")).await;
    assert_eq!(draft.status, StatusCode::OK);
    finish(&world, &manager, &path).await.moved();
    let pdf = manager.get(&format!("{path}/datei/pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF"));
    assert_eq!(letter(&world, &path).await.digest, digest(&pdf.bytes));
    for (format, start) in [("docx", b"PK".as_slice()), ("odt", b"PK")] {
        assert!(manager.get(&format!("{path}/datei/{format}")).await.bytes.starts_with(start), "{format}");
    }

    // The person moves; the letter was sent to the old place.
    let version = {
        let mut tx = world.read().await;
        tx.get::<allmende_alliance::model::Person>(one).await.unwrap().unwrap().head.version.to_string()
    };
    let fields = [
        ("salutation", "ms"),
        ("family_name", "Hartlieb"),
        ("street", "Neuweg 1"),
        ("postcode", "99999"),
        ("town", "Auburg"),
        ("version", &version),
    ];
    manager.post(&format!("/personen/{one}/bearbeiten"), &fields).await.moved();
    assert_eq!(manager.get(&format!("{path}/datei/pdf")).await.bytes, pdf.bytes);
    let page = manager.get(&path).await.ok();
    assert!(page.contains("99998 Birkach") && !page.contains("99999 Auburg"));

    // Nothing changes it: not the form, not the recipients, not a second finish, not the trash.
    let change = manager.post(&format!("{path}/bearbeiten"), &[("subject", "Anders")]).await;
    assert_eq!(change.status, StatusCode::FORBIDDEN);
    let other = person(&manager, "Zweite", "Auburg", "ms").await;
    let word = format!("person:{other}");
    for (action, fields) in [
        ("empfaenger", vec![("addressee", word.as_str())]),
        ("empfaenger/ohne-anschrift", vec![]),
        ("abschliessen", vec![("version", "1")]),
    ] {
        let answer = manager.post(&format!("{path}/{action}"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{action}");
    }
    assert_eq!(manager.post(&format!("{path}/papierkorb"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(letter(&world, &path).await.subject, "Anfrage");

    // Letters carry private addresses: only the leads see them, and no other alliance does.
    assert_eq!(world.person(Role::Clerk).await.get(&path).await.status, StatusCode::FORBIDDEN);
    let foreign = world.second_alliance().await;
    let stranger = world.person_of(foreign, Role::Manager, None).await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.get(&format!("{path}/datei/pdf")).await.status, StatusCode::NOT_FOUND);
}

async fn a_letter_goes_to_the_people_of_a_filtered_list(world: World) {
    let manager = world.person(Role::Manager).await;
    for (family, town) in [("Hartlieb", "Birkach"), ("Sommer", "Auburg"), ("Winter", "Birkach")] {
        person(&manager, family, town, "ms").await;
    }
    let list = manager.get("/personen?q=Birkach").await.ok();
    assert!(
        list.contains("/briefe/neu?auswahl=liste&amp;q=Birkach")
            || list.contains("/briefe/neu?auswahl=liste&#38;q=Birkach")
    );
    let form = manager.get("/briefe/neu?auswahl=liste&q=Birkach").await.ok();
    assert!(form.contains("Auswahl aus der Personenliste (2)"), "{form}");
    let path = write_letter(&manager, "/briefe/neu?auswahl=liste&q=Birkach", "liste", "Rundschreiben", "Text.").await;
    let names: Vec<String> = recipients(&world, &path).await.into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["Kim Hartlieb", "Kim Winter"]);
}

async fn members_are_addressed_through_their_mayors(world: World) {
    let manager = world.person(Role::Manager).await;
    let mut members = Vec::new();
    for (name, ags, kind) in [("Birkach", "09677149", "market"), ("Auburg", "09677157", "town")] {
        let fields = [("name", name), ("ags", ags), ("kind", kind)];
        members.push(last(&manager.post("/mitglieder/neu", &fields).await.moved()));
    }
    let deputy = person(&manager, "Zweitmann", "Birkach", "mr").await;
    office(&manager, deputy, "Zweiter Bürgermeister", "municipality_id", members[0], "").await;
    let mayor = person(&manager, "Hartlieb", "Birkach", "ms").await;
    office(&manager, mayor, "Erste Bürgermeisterin", "municipality_id", members[0], "").await;

    let path = write_letter(&manager, "/briefe/neu", "mitglieder", "Umfrage", "bitte antworten Sie.").await;
    let page = manager.get(&path).await.ok();
    assert!(
        page.contains("Markt Birkach, Frau Erste Bürgermeisterin, Kim Hartlieb, Musterweg 7, 99998 Birkach"),
        "{page}"
    );
    assert!(page.contains("Sehr geehrte Frau Bürgermeisterin Hartlieb,"));
    assert!(page.contains("keine Bürgermeisterin und kein Bürgermeister erfasst"), "Auburg has none");
}

async fn a_final_report_goes_out_with_a_cover_letter(world: World) {
    let manager = world.person(Role::Manager).await;
    let fields = [
        ("name", "Amt für Beispiele"),
        ("kind", "authority"),
        ("street", "Behördenweg 1"),
        ("postcode", "99997"),
        ("town", "Amtstadt"),
    ];
    let authority = last(&manager.post("/organisationen/neu", &fields).await.moved());
    let fields = [
        ("purpose", "Umsetzungsmanagement"),
        ("authority", "Amt für Beispiele"),
        ("reference", "AB-7514-12/3"),
        ("notice_on", "27.03.2017"),
    ];
    let grant = last(&manager.post("/foerderung/neu", &fields).await.moved());
    let fields = [
        ("title", "Tätigkeitsbericht 2017"),
        ("template", "activity"),
        ("period_from", "01.05.2017"),
        ("period_to", "01.11.2017"),
        ("language", "de"),
    ];
    let report = manager.post("/berichte/neu", &fields).await.moved();
    let address = format!("{report}/fassung/1/anschreiben");
    assert_eq!(manager.get(&address).await.status, StatusCode::NOT_FOUND, "a draft goes to nobody");
    let version = {
        let mut tx = world.read().await;
        tx.get::<allmende_report::model::Report>(last(&report)).await.unwrap().unwrap().head.version.to_string()
    };
    manager.post(&format!("{report}/abschliessen"), &[("version", &version)]).await.moved();
    assert!(manager.get(&report).await.ok().contains(&address));

    let form = manager.get(&address).await.ok();
    assert!(form.contains(&format!("value=\"organisation:{authority}\" selected")), "{form}");
    let nobody = manager.post(&address, &[("addressee", ""), ("grant", "")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (word, grant) = (format!("organisation:{authority}"), grant.to_string());
    let path = manager.post(&address, &[("addressee", &word), ("grant", &grant)]).await.moved();
    let begun = letter(&world, &path).await;
    assert_eq!(begun.your_reference, "AB-7514-12/3");
    let text = begun.text.replace('\u{a0}', " ");
    assert!(text.contains("Zuwendungsbescheid vom 27. März 2017, Aktenzeichen AB-7514-12/3"), "{text}");
    assert!(text.contains("vom 1. Mai 2017 bis zum 1. November 2017 in der Fassung 1"), "{text}");
    let page = manager.get(&report).await.ok();
    assert!(page.contains(&format!("{path}/datei/pdf")), "its files stand beside the report's");
    finish(&world, &manager, &path).await.moved();
    let sent = recipients(&world, &path).await;
    assert_eq!(sent[0].address, "Amt für Beispiele\nBehördenweg 1\n99997 Amtstadt");
    assert!(!world.person(Role::Reader).await.get(&report).await.ok().contains(&path), "readers see no letters");
}

async fn hostile_text_is_printed_literally_or_refused(world: World) {
    let manager = world.person(Role::Manager).await;
    let one = person(&manager, "#set page(1cm)", "Birkach", "ms").await;
    let word = format!("person:{one}");
    let text = format!("#set page(1cm) <b>x</b> =1+1 {}", "x".repeat(5_000));
    let path = write_letter(&manager, "/briefe/neu", &word, "#panic() $x$ <script>", &text).await;
    let page = manager.get(&path).await.ok();
    assert!(
        !page.contains("<script>\"") && page.contains("#panic() $x$ &#60;script&#62;")
            || page.contains("&lt;script&gt;")
    );
    assert!(manager.get(&format!("{path}/datei/pdf")).await.bytes.starts_with(b"%PDF"));

    let path = write_letter(&manager, "/briefe/neu", &word, "Gruß 漢", "Text.").await;
    let page = manager.get(&path).await.ok();
    assert!(page.contains("fehlt in der Druckschrift"), "the page says why there is no picture");
    let refused = finish(&world, &manager, &path).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("U+6F22"), "{}", refused.text());
    assert!(!letter(&world, &path).await.is_finished());
}

async fn every_list_is_printed(world: World) {
    let manager = world.person(Role::Manager).await;
    for number in 1..=60 {
        person(&manager, &format!("Muster{number:02}"), "Birkach", "ms").await;
    }
    // Every route that gives a list as CSV gives it as PDF too.
    let lists: Vec<String> = world
        .app
        .kinds()
        .map(|kind| kind.path.to_owned())
        .chain(["/partner".to_owned(), "/konten".to_owned()])
        .filter(|path| {
            let known = |line: &allmende_web::app::RouteLine| {
                line.path == *path && line.method == allmende_web::area::Method::Get
            };
            world.app.routes.iter().any(known)
        })
        .collect();
    let mut printed = 0;
    for path in lists {
        let csv = manager.get(&format!("{path}?format=csv")).await;
        if !csv.headers.get("content-type").is_some_and(|kind| kind.starts_with("text/csv")) {
            continue;
        }
        let pdf = manager.get(&format!("{path}?format=pdf")).await;
        assert_eq!(pdf.status, StatusCode::OK, "{path}: {}", pdf.text());
        assert!(pdf.bytes.starts_with(b"%PDF"), "{path}");
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        printed += 1;
    }
    assert!(printed >= 10, "{printed} lists");
    // An unknown sign is named, not left out.
    person(&manager, "Gruß漢", "Birkach", "ms").await;
    let refused = manager.get("/personen?format=pdf").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("U+6F22"));
    // What the filter leaves can be printed.
    let fine = manager.get("/personen?format=pdf&q=Muster07").await;
    assert_eq!(fine.status, StatusCode::OK);
}
