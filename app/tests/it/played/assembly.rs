//! The assemblies of September and November.

use allmende_meetings::queries;
use allmende_store::Id;

use super::{Member, Play, last};

const ALL: [&str; 6] = ["Altenhasel", "Brünnstett", "Dornhag", "Eschwinkel", "Föhrenrode", "Grubach"];

/// What an item of an agenda says.
pub(super) struct Item {
    pub title: &'static str,
    pub purpose: &'static str,
    pub minutes: &'static str,
    pub background: &'static str,
    pub proposal: &'static str,
    /// What the public agenda says of a private one.
    pub open_title: &'static str,
    pub thread: Option<usize>,
}

pub(super) const PLAIN: Item =
    Item { title: "", purpose: "formality", minutes: "5", background: "", proposal: "", open_title: "", thread: None };

impl Play<'_> {
    pub(super) async fn plan(&self, body: Id, day: &str, ends: &str, place: &str, items: &[Item]) -> Id {
        let body = body.to_string();
        let fields = [
            ("body_id", body.as_str()),
            ("held_on", day),
            ("state", "planned"),
            ("begins_at", "18:00"),
            ("ends_at", ends),
            ("place", place),
            ("chair", if ends == "20:00" { "Georg Hellbach" } else { "Horst Vierling" }),
            ("minute_taker", "Annika Vollrath"),
        ];
        let meeting = last(&self.send("/sitzungen/neu", &fields).await);
        for item in items {
            self.add_item(meeting, item).await;
        }
        meeting
    }

    pub(super) async fn add_item(&self, meeting: Id, item: &Item) {
        let meeting = meeting.to_string();
        let thread = item.thread.map(|index| self.threads[index].to_string()).unwrap_or_default();
        let mut fields = vec![
            ("meeting_id", meeting.as_str()),
            ("title", item.title),
            ("purpose", item.purpose),
            ("minutes", item.minutes),
            ("background", item.background),
            ("proposal", item.proposal),
            ("thread_id", thread.as_str()),
        ];
        if !item.open_title.is_empty() {
            fields.extend([("private", "1"), ("open_title", item.open_title)]);
        }
        self.send("/themen/neu", &fields).await;
    }

    /// The answer of somebody who told the office.
    pub(super) async fn told(&self, meeting: Id, name: &str, fields: &[(&str, &str)]) {
        let who = self.table(meeting).await.who(name).head.id;
        self.send(&format!("/teilnehmende/{who}/antwort"), fields).await;
    }
}

/// The assembly of 14 September 2017, from the invitation to the signed minutes.
pub(super) async fn september(play: &mut Play<'_>) -> Id {
    play.on("2017-08-21 10:00").await;
    let items = [
        Item { title: "Eröffnung, Feststellung der Ladung und der Beschlussfähigkeit", ..PLAIN },
        Item {
            title: "Gemeinsamer Bauhof: Verzeichnis der Geräte",
            purpose: "decision",
            minutes: "20",
            background: "Die Bauhöfe haben **43 Geräte** gemeldet, die sie verleihen können.\n\n- Standort und Zuständige stehen im Verzeichnis.\n- Ausgegeben wird nach Eingang der Anfrage.",
            proposal: "Das Verzeichnis wird zum 01.10.2017 in Kraft gesetzt. Die Geräte werden nach dem Eingang der Anfragen verliehen.",
            thread: Some(1),
            ..PLAIN
        },
        Item {
            title: "Streuobst im Haselgrund: Pflanzung im Herbst",
            purpose: "decision",
            minutes: "25",
            background: "Die Arbeitsgruppe schlägt 120 Bäume auf vier Flächen vor. Der Eigenanteil beträgt 4.200 €.",
            proposal: "Im Herbst 2017 werden 120 Obstbäume gepflanzt. Der Eigenanteil von 4.200 € wird nach Einwohnern umgelegt.",
            thread: Some(0),
            ..PLAIN
        },
        Item { title: "Wahl der Kassenprüfung", purpose: "election", minutes: "15", ..PLAIN },
        Item {
            title: "Logo der Allianz",
            purpose: "discussion",
            minutes: "15",
            background: "Zwei Entwürfe liegen vor.",
            ..PLAIN
        },
        Item {
            title: "Anmietung der Lagerhalle in Brünnstett",
            purpose: "decision",
            minutes: "15",
            background: "Der Eigentümer verlangt 650 € im Monat.",
            proposal: "Die Halle wird für drei Jahre zu höchstens 650 € im Monat angemietet.",
            open_title: "Mietangelegenheit",
            thread: Some(1),
        },
    ];
    let meeting = play.plan(play.assembly, "14.09.2017", "20:00", "Rathaus Altenhasel, Sitzungssaal", &items).await;
    let page = format!("/sitzungen/{meeting}");
    play.on("2017-08-24 09:30").await;
    play.invite(&page, "Einladung zur Allianzsitzung am 14. September 2017", "hiermit lade ich Sie zur nächsten Allianzsitzung ein. Die Unterlagen zu den Punkten stehen auf der Tagesordnung.").await;
    // What the funding office told a few days later becomes the first supplement, still in time.
    play.on("2017-08-29 14:10").await;
    let late = Item {
        title: "Zuschussantrag für die Pflege der Streuobstwiesen",
        purpose: "decision",
        minutes: "10",
        background: "Die Frist für den Antrag endet am 30.09.2017. Ein Teil der Flächen gehört dem Markt Brünnstett.",
        proposal: "Der Zuschuss wird beantragt. Die Pflege übernimmt der Obst- und Gartenbauverein Dornhag.",
        thread: Some(0),
        ..PLAIN
    };
    play.add_item(meeting, &late).await;
    play.invite(
        &page,
        "Nachtrag zur Einladung vom 24. August 2017",
        "zur Sitzung am 14. September kommt ein Punkt hinzu, weil die Frist für den Antrag vorher endet.",
    )
    .await;

    play.on("2017-09-04 08:15").await;
    let member = Member::named;
    for name in ["Altenhasel", "Brünnstett", "Dornhag", "Föhrenrode"] {
        play.by_link("einladung", &member(name), &[("answer", "yes"), ("deputy", ""), ("reason", "")]).await;
    }
    let deputy = [("answer", "deputy"), ("deputy", "Thea Lindner"), ("reason", "Urlaub")];
    play.by_link("einladung", &member("Eschwinkel"), &deputy).await;
    play.told(meeting, "Grubach", &[("answer", "no"), ("deputy", ""), ("reason", "Termin beim Landratsamt")]).await;

    evening_in_september(play, meeting).await;
    minutes_of_september(play, meeting).await;
    meeting
}

async fn evening_in_september(play: &mut Play<'_>, meeting: Id) {
    const DAY: &str = "2017-09-14";
    play.on("2017-09-14 18:00").await;
    let table = play.table(meeting).await;
    let first = ["Altenhasel", "Brünnstett", "Dornhag", "Eschwinkel"];
    play.open(&table, "18:00", "Georg Hellbach", &first).await;
    let item = "Eröffnung";
    play.begin_item(
        &table,
        item,
        "Der Vorsitzende begrüßt die Mitglieder. Gegen Ladung und Tagesordnung wird nichts eingewendet.",
    )
    .await;
    play.take_note(&table, item).await;
    play.at(DAY, "18:05");
    let item = "Verzeichnis der Geräte";
    play.begin_item(
        &table,
        item,
        "Frau Ammann stellt das Verzeichnis vor. Wer ein Gerät beschädigt, meldet es dem verleihenden Bauhof.",
    )
    .await;
    play.at(DAY, "18:22");
    play.vote(&table, item, &first, &[], &[]).await;
    play.task(&table, item, "Verzeichnis an alle Bauhöfe geben", "Annika Vollrath", "01.10.2017").await;
    play.at(DAY, "18:25");
    play.attend(&table, "Föhrenrode", "kommt", "18:25").await;
    let item = "Pflanzung im Herbst";
    play.begin_item(&table, item, "Herr Vierling berichtet aus der Arbeitsgruppe.\n\nEschwinkel hält die Umlage nach Einwohnern für zu hoch und schlägt gleiche Anteile vor.").await;
    let five = ["Altenhasel", "Brünnstett", "Dornhag", "Eschwinkel", "Föhrenrode"];
    play.at(DAY, "18:51");
    play.vote(&table, item, &five, &[("Eschwinkel", "no")], &[("ballots", "named")]).await;
    play.task(&table, item, "Flächen mit den Vereinen begehen", "Horst Vierling", "06.10.2017").await;
    let item = "Kassenprüfung";
    play.at(DAY, "18:52");
    play.begin_item(
        &table,
        item,
        "Vorgeschlagen werden Frau Wendrich und Herr Oberdorf; beide haben vorher zugestimmt.",
    )
    .await;
    play.at(DAY, "19:03");
    play.elect(&table, item, "Kassenprüfung", &[("Sabine Wendrich", "3"), ("Klaus Oberdorf", "2")]).await;
    let item = "Logo";
    play.at(DAY, "19:05");
    play.begin_item(&table, item, "Die Entwürfe sollen erst den Gemeinderäten gezeigt werden.").await;
    play.postpone(&table, item).await;
    let item = "Zuschussantrag";
    play.at(DAY, "19:12");
    play.begin_item(&table, item, "Frau Ammann ist als Vertreterin der Eigentümerin beteiligt und verlässt den Tisch.")
        .await;
    play.at(DAY, "19:20");
    play.vote(&table, item, &five, &[("Brünnstett", "concerned")], &[]).await;
    play.task(&table, item, "Antrag einreichen", "Annika Vollrath", "29.09.2017").await;
    play.at(DAY, "19:25");
    play.attend(&table, "Dornhag", "geht", "19:25").await;
    let item = "Lagerhalle";
    play.begin_item(&table, item, "Verhandelt wurde bis 700 €. Eschwinkel bittet um eine kürzere Laufzeit.").await;
    play.at(DAY, "19:40");
    let four = ["Altenhasel", "Brünnstett", "Eschwinkel", "Föhrenrode"];
    play.vote(&table, item, &four, &[("Brünnstett", "concerned"), ("Eschwinkel", "abstain")], &[]).await;
    play.at(DAY, "19:45");
    play.close(&table, "19:45", "Donnerstag, 30. November 2017, 18:00 Uhr").await;
}

async fn minutes_of_september(play: &mut Play<'_>, meeting: Id) {
    play.on("2017-09-20 09:00").await;
    play.freeze(meeting, "").await;
    let version = play.newest_version(meeting).await;
    play.on("2017-09-27 08:40").await;
    let objection = [
        ("raised_by", "Horst Vierling"),
        ("raised_on", "26.09.2017"),
        ("text", "Die 120 Bäume stehen auf fünf Flächen, nicht auf vier; das habe ich in der Sitzung berichtigt."),
    ];
    play.send(&format!("/niederschriften/{version}/einwenden"), &objection).await;
    let objection = queries::objections(&mut play.read().await, version).await.unwrap().remove(0).head.id;
    let answer = [("state", "upheld"), ("answer", "Richtig. Die Niederschrift wird ergänzt.")];
    play.send(&format!("/einwendungen/{objection}/beantworten"), &answer).await;
    let table = play.table(meeting).await;
    let text = format!("{}/protokoll/texte/{}", table.page, table.item("Pflanzung im Herbst"));
    let read = play.hidden(&text, "version").await;
    let fields = [
        (
            "discussion",
            "Herr Vierling berichtet aus der Arbeitsgruppe und berichtigt die Vorlage: Die 120 Bäume stehen auf fünf Flächen.\n\nEschwinkel hält die Umlage nach Einwohnern für zu hoch und schlägt gleiche Anteile vor.",
        ),
        ("outcome", ""),
        ("version", &read),
    ];
    play.send(&text, &fields).await;
    play.freeze(meeting, "Einwendung von Herrn Vierling vom 26.09.2017").await;
}

/// The assembly of 30 November 2017: it approves the minutes of September; its own are still a draft.
pub(super) async fn november(play: &mut Play<'_>, september: Id) -> Id {
    play.on("2017-11-09 09:00").await;
    play.finish_tasks(september, &["Antrag einreichen", "Flächen mit den Vereinen begehen"]).await;
    // The report on the tasks of September is offered for the agenda.
    play.send(&format!("/sitzungen/{september}/nachverfolgen/bericht"), &[]).await;
    let items = [Item { title: "Eröffnung, Feststellung der Ladung und der Beschlussfähigkeit", ..PLAIN }];
    let meeting = play.plan(play.assembly, "30.11.2017", "20:00", "Rathaus Brünnstett, Saal", &items).await;
    let page = format!("/sitzungen/{meeting}");
    let topics = queries::waiting_topics(&mut play.read().await, play.assembly).await.unwrap();
    for topic in topics {
        play.send(&format!("{page}/aufnehmen/{}", topic.head.id), &[]).await;
    }
    let budget = Item {
        title: "Haushaltsplan 2018",
        purpose: "decision",
        minutes: "20",
        background: "Einnahmen und Ausgaben von je 68.400 €; die Umlage bleibt bei 0,85 € je Einwohner.",
        proposal: "Der Haushaltsplan 2018 wird mit Einnahmen und Ausgaben von je 68.400 € beschlossen.",
        ..PLAIN
    };
    play.add_item(meeting, &budget).await;
    // First what was, then what is new.
    let table = play.table(meeting).await;
    for title in ["Stand der Aufgaben", "Genehmigung"] {
        play.send(&format!("{page}/reihenfolge"), &[("item", &table.item(title)), ("place", "1")]).await;
    }
    play.invite(
        &page,
        "Einladung zur Allianzsitzung am 30. November 2017",
        "hiermit lade ich Sie zur Allianzsitzung ein.",
    )
    .await;
    play.on("2017-11-20 11:00").await;
    for name in ["Altenhasel", "Brünnstett", "Dornhag", "Eschwinkel", "Föhrenrode"] {
        play.by_link("einladung", &Member::named(name), &[("answer", "yes"), ("deputy", ""), ("reason", "")]).await;
    }
    play.told(meeting, "Grubach", &[("answer", "yes"), ("deputy", ""), ("reason", "")]).await;

    const DAY: &str = "2017-11-30";
    play.on("2017-11-30 18:02").await;
    let table = play.table(meeting).await;
    play.open(&table, "18:02", "Georg Hellbach", &ALL).await;
    play.begin_item(&table, "Eröffnung", "Der Vorsitzende begrüßt die Mitglieder.").await;
    play.take_note(&table, "Eröffnung").await;
    play.at(DAY, "18:06");
    let item = "Genehmigung der Niederschrift";
    play.begin_item(&table, item, "Herr Vierling dankt für die Berichtigung.").await;
    play.vote(
        &table,
        item,
        &ALL,
        &[("Grubach", "abstain")],
        &[("wording", "Die Niederschrift der Sitzung vom 14.09.2017 wird in der Fassung 2 genehmigt.")],
    )
    .await;
    play.at(DAY, "18:10");
    let item = "Stand der Aufgaben";
    play.begin_item(&table, item, "Alle Aufgaben bis auf das Verzeichnis sind erledigt; es folgt im Dezember.").await;
    play.take_note(&table, item).await;
    play.at(DAY, "18:15");
    let item = "Haushaltsplan";
    play.begin_item(&table, item, "Frau Vollrath erläutert den Plan. Fragen gibt es zu den Sachkosten.").await;
    play.at(DAY, "18:40");
    play.vote(&table, item, &ALL, &[], &[]).await;
    play.at(DAY, "18:44");
    play.begin_item(&table, "Logo", "Vier Gemeinderäte bevorzugen den zweiten Entwurf.").await;
    play.at(DAY, "18:58");
    let wording = [("wording", "Die Allianz führt den zweiten Entwurf als Logo.")];
    play.vote(&table, "Logo", &ALL, &[("Altenhasel", "no"), ("Dornhag", "abstain")], &wording).await;
    play.task(&table, "Logo", "Druckdaten des Logos bestellen", "Annika Vollrath", "08.12.2017").await;
    play.at(DAY, "19:05");
    let item = "Baumpatenschaften";
    play.begin_item(&table, item, "Frau Wendrich fragt nach der Haftung. Die Versicherung der Vereine deckt sie.")
        .await;
    play.at(DAY, "19:15");
    let wording = [("wording", "Patenschaften für Obstbäume werden ab 2018 für 45 € im Jahr angeboten.")];
    play.vote(&table, item, &ALL, &[], &wording).await;
    play.task(&table, item, "Urkunde für Patinnen und Paten entwerfen", "Sabine Wendrich", "15.01.2018").await;
    play.at(DAY, "19:20");
    play.close(&table, "19:20", "Donnerstag, 18. Januar 2018, 18:00 Uhr").await;
    play.on("2017-12-01 09:30").await;
    let version = play.newest_version(september).await;
    play.send(&format!("/niederschriften/{version}/unterschreiben"), &[("signed_on", "01.12.2017")]).await;
    meeting
}

impl Play<'_> {
    /// Ticks tasks of a meeting.
    pub(super) async fn finish_tasks(&self, meeting: Id, titles: &[&str]) {
        let tasks = queries::tasks_of_meeting(&mut self.read().await, meeting).await.unwrap();
        for task in tasks.iter().filter(|task| titles.contains(&task.title.as_str())) {
            self.send(&format!("/aufgaben/{}/erledigt", task.head.id), &[]).await;
        }
    }

    /// States the minutes as they are and sends them.
    pub(super) async fn freeze(&self, meeting: Id, reason: &str) {
        let address = format!("/sitzungen/{meeting}/protokoll/feststellen");
        let digest = self.hidden(&address, "digest").await;
        let fields =
            [("digest", digest.as_str()), ("text", "anbei erhalten Sie die Niederschrift."), ("reason", reason)];
        self.send(&address, &fields).await;
    }

    pub(super) async fn newest_version(&self, meeting: Id) -> Id {
        let versions = queries::minutes_versions(&mut self.read().await, meeting).await.unwrap();
        versions.last().unwrap_or_else(|| panic!("no minutes")).head.id
    }
}
