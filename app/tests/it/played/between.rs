//! Between the assemblies: the working group, a resolution without a meeting, the next agenda.

use allmende_meetings::queries;
use allmende_store::Id;

use super::assembly::{Item, PLAIN};
use super::{MEMBERS, Play, last};

/// The working group meets on 12 October 2017 and recommends something to the assembly.
pub(super) async fn group(play: &mut Play<'_>) -> Id {
    play.on("2017-10-02 10:00").await;
    let items = [
        Item {
            title: "Sorten für die Herbstpflanzung",
            purpose: "discussion",
            minutes: "40",
            background: "Zur Wahl stehen Rheinischer Bohnapfel, Hauszwetschge und Speierling.",
            thread: Some(0),
            ..PLAIN
        },
        Item {
            title: "Baumpatenschaften",
            purpose: "decision",
            minutes: "30",
            proposal: "Der Mitgliederversammlung wird empfohlen, Patenschaften für je 45 € im Jahr anzubieten.",
            thread: Some(0),
            ..PLAIN
        },
    ];
    let meeting = play.plan(play.group, "12.10.2017", "19:30", "Vereinsheim Dornhag", &items).await;
    let page = format!("/sitzungen/{meeting}");
    play.invite(
        &page,
        "Treffen der Arbeitsgruppe Streuobst am 12. Oktober 2017",
        "wir treffen uns im Vereinsheim. Bitte bringen Sie Ihre Flächenpläne mit.",
    )
    .await;
    play.on("2017-10-12 18:00").await;
    let table = play.table(meeting).await;
    let here = ["Dornhag", "Föhrenrode", "Gartenbauverein"];
    let here: Vec<&str> =
        here.iter().filter(|name| table.people.iter().any(|one| one.name.contains(**name))).copied().collect();
    play.open(&table, "18:00", "Horst Vierling", &here).await;
    play.begin_item(&table, "Sorten", "Auf den feuchten Flächen Zwetschgen, sonst Bohnapfel. Der Verein bestellt.")
        .await;
    play.task(
        &table,
        "Sorten",
        "Bäume bei der Baumschule bestellen",
        "Obst- und Gartenbauverein Dornhag",
        "20.10.2017",
    )
    .await;
    play.at("2017-10-12", "18:50");
    play.begin_item(&table, "Baumpatenschaften", "45 € decken Baum, Pfahl und Verbissschutz.").await;
    play.at("2017-10-12", "19:10");
    play.vote(&table, "Baumpatenschaften", &here, &[], &[]).await;
    play.at("2017-10-12", "19:15");
    play.close(&table, "19:15", "Frühjahr 2018, nach der Pflanzung").await;
    play.on("2017-10-16 09:00").await;
    play.freeze(meeting, "").await;
    let vote = queries::votes(&mut play.read().await, meeting).await.unwrap().remove(0).head.id;
    play.send(&format!("/beschluesse/{vote}/empfehlen"), &[]).await;
    meeting
}

/// All members agree in text form to something that cannot wait.
pub(super) async fn circular(play: &mut Play<'_>) -> Id {
    play.on("2017-10-17 11:00").await;
    let (body, thread) = (play.assembly.to_string(), play.threads[1].to_string());
    let fields = [
        ("body_id", body.as_str()),
        ("title", "Anschaffung eines Anhängers für die Pflanzgeräte"),
        ("wording", "Die Allianz kauft den gebrauchten Anhänger der Gärtnerei Hasel für 1.850 €."),
        ("reason", "Das Angebot gilt nur bis zum 03.11.2017; die nächste Sitzung ist im November."),
        ("deadline", "31.10.2017"),
        ("thread_id", thread.as_str()),
    ];
    let page = play.send("/umlaufbeschluesse/neu", &fields).await;
    let shown = play.hidden(&format!("{page}/versenden"), "shown").await;
    play.send(&format!("{page}/versenden"), &[("shown", &shown)]).await;
    play.on("2017-10-24 15:00").await;
    for member in MEMBERS.iter().filter(|member| !member.mail.is_empty()) {
        let mayor = member.mayor();
        play.by_link("umlauf", member, &[("answer", "yes"), ("signed", &mayor)]).await;
    }
    let answers = queries::circular_answers(&mut play.read().await, last(&page)).await.unwrap();
    let letter = answers.iter().find(|one| one.email.is_empty()).unwrap().head.id;
    let fields = [("answer", "yes"), ("text", ""), ("source", "Brief vom 20.10.2017"), ("answered_on", "24.10.2017")];
    play.send(&format!("{page}/antworten/{letter}"), &fields).await;
    play.send(&format!("{page}/feststellen"), &[]).await;
    last(&page)
}

/// The assembly of 18 January 2018: an agenda that nobody got yet.
pub(super) async fn january(play: &mut Play<'_>) -> Id {
    play.on("2017-12-01 10:00").await;
    let body = play.assembly.to_string();
    let topic = [
        ("body_id", body.as_str()),
        ("title", "Gemeinsames Ferienprogramm 2018"),
        ("reason", "Drei Gemeinden fragen, ob die Anmeldung gemeinsam laufen kann."),
        ("purpose", "discussion"),
        ("minutes", "20"),
        ("proposed_by", "Rita Ammann"),
    ];
    play.send("/themenspeicher/neu", &topic).await;
    let items = [
        Item { title: "Eröffnung, Feststellung der Ladung und der Beschlussfähigkeit", ..PLAIN },
        Item { title: "Bericht über die Herbstpflanzung", purpose: "report", minutes: "15", thread: Some(0), ..PLAIN },
    ];
    play.plan(play.assembly, "18.01.2018", "20:00", "Rathaus Altenhasel, Sitzungssaal", &items).await
}
