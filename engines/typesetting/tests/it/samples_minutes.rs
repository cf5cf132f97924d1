//! Minutes, an excerpt and a list of attendance with invented content.

use allmende_documents::{
    AgendaItem, Block, Cell, Column, Count, Decision, Document, Labelled, Layout, Mark, Outcome, Row, RowGroup,
    Signature, Span, Table, plain,
};

use super::{empty, heading, paragraph};

const FOOT: &str = "Fassung 1 · genehmigt am 26.10.2031 · Muster: Personen und Abstimmungen frei erfunden";

pub(super) fn frame(title: &str) -> Document {
    let mut document = empty(Layout::Minutes, title);
    document.subtitle = Some("Niederschrift · Mitgliederversammlung · öffentlicher Teil".to_owned());
    "29.06.2031".clone_into(&mut document.running_head);
    document.colophon = Some(FOOT.to_owned());
    document
}

fn facts() -> Block {
    Block::FactGrid {
        facts: vec![
            Labelled::strong("Tag", "Donnerstag, 29. Juni 2031"),
            Labelled::new("Beginn, Ende", "18:00 Uhr bis 20:40 Uhr"),
            Labelled::new("Ort", "Rathaus Grünthal, Sitzungssaal (Musterort)"),
            Labelled::new("Mitglieder", "9, stimmberechtigt mit je einer Stimme"),
            Labelled::new("Vorsitz", "Georg Hellbach, Erster Vorsitzender"),
            Labelled::new("Niederschrift", "Annika Vollrath, Management"),
            Labelled::new("Ladung", "vom 13.06.2031, form- und fristgerecht"),
            Labelled::new("Beschlussfähig", "ja, bei jeder Abstimmung mindestens 7 von 9"),
        ],
    }
}

fn row(cells: &[&str]) -> Row {
    Row { cells: cells.iter().map(|cell| Cell::from(*cell)).collect(), strong: false }
}

fn attendance() -> Table {
    let mut rows = vec![
        row(&["Auburg", "Rita Ammann", "18:00", "20:40", ""]),
        row(&["Birkach", "Horst Vierling", "18:00", "20:40", "als Zweiter Bürgermeister"]),
        row(&["Erlenau b.\u{a0}Auburg", "Klaus Oberdorf", "18:00", "20:40", ""]),
        row(&["Felsing", "Sabine Wendrich", "18:00", "20:10", "ab TOP 7 abwesend"]),
        row(&["Grünthal", "Georg Hellbach", "18:00", "20:40", ""]),
        row(&["Haselbrunn", "–", "–", "–", "entschuldigt (Termin)"]),
        row(&["Kirchau", "Dr. Eva Sandrock", "18:00", "20:40", ""]),
        row(&["Lindenroth", "Jens Altmoos", "18:35", "20:40", "anwesend ab TOP 3"]),
        row(&["Wiesenstetten", "Anja Brückl", "18:00", "20:40", ""]),
    ];
    rows[3].cells[3] = Cell::deviating("20:10");
    rows[7].cells[2] = Cell::deviating("18:35");
    Table {
        columns: vec![
            Column::text("Mitglied", 4),
            Column::text("vertreten durch", 4),
            Column::time("von"),
            Column::time("bis"),
            Column::text("Bemerkung", 4),
        ],
        groups: vec![RowGroup { title: None, rows }],
        total: Some(["8 von 9 Mitgliedern", "", "", "", "7 bis 8 stimmberechtigt"].map(str::to_owned).to_vec()),
        note: Some(
            "Gäste: Amt für Landentwicklung (zu TOP 3), Sozialverband (zu TOP 4). Abweichende Zeiten sind hervorgehoben."
                .to_owned(),
        ),
        wide: true,
        ..Table::default()
    }
}

fn item(number: usize, margin: &[&str], title: &str) -> Block {
    Block::AgendaItem(AgendaItem {
        label: format!("TOP {number}"),
        margin: margin.iter().map(|line| (*line).to_owned()).collect(),
        title: title.to_owned(),
    })
}

pub(super) fn votes(yes: usize, no: usize, abstained: usize) -> Vec<Count> {
    vec![
        Count::of("Ja", Mark::Yes, yes),
        Count::of("Nein", Mark::No, no),
        Count::of("Enthaltung", Mark::Abstain, abstained),
    ]
}

fn decision(number: usize, wording: &str, votes: Vec<Count>, base: &str, follow: &str) -> Decision {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Decision {
        label: format!("Beschluss {number:02}/2031"),
        wording: wording.to_owned(),
        counts: votes,
        verdict: "Angenommen".to_owned(),
        base: some(base),
        follow: some(follow),
        ..Decision::default()
    }
}

fn noted(text: &str) -> Block {
    Block::Noted { strong: "Kenntnis genommen.".to_owned(), text: plain(text) }
}

fn tasks() -> Table {
    let task = |cells: [&str; 6]| row(&cells);
    Table {
        columns: vec![
            Column::text("Nr.", 1),
            Column::text("Aufgabe", 5),
            Column::text("Zuständig", 3),
            Column::date("Beschluss"),
            Column::date("bis"),
            Column::state("Stand"),
        ],
        groups: vec![RowGroup {
            title: None,
            rows: vec![
                task([
                    "A\u{a0}11",
                    "Kernwegenetz in 9 Räten vorstellen",
                    "Management",
                    "06/2031",
                    "30.11.2031",
                    "in Arbeit",
                ]),
                task([
                    "A\u{a0}12",
                    "Teilnahme dem eigenen Rat vorlegen",
                    "alle Mitglieder",
                    "06/2031",
                    "30.11.2031",
                    "in Arbeit",
                ]),
                task(["A\u{a0}13", "Unterlagen FairMieten versenden", "Management", "–", "07.07.2031", "erledigt"]),
                task(["A\u{a0}14", "Ansprechperson Rad benennen", "alle Mitglieder", "07/2031", "31.07.2031", "offen"]),
                task([
                    "A\u{a0}15",
                    "Förderprogramm überarbeiten, Beispielrechnung",
                    "Management",
                    "08/2031",
                    "12.10.2031",
                    "offen",
                ]),
                task([
                    "A\u{a0}17",
                    "Drei Angebote zum Corporate Design einholen",
                    "Vorstand",
                    "10/2031",
                    "31.07.2031",
                    "offen",
                ]),
            ],
        }],
        wide: true,
        ..Table::default()
    }
}

fn closing() -> Block {
    let line = |name: &str, office: &str| Signature {
        name: name.to_owned(),
        office: office.to_owned(),
        ..Signature::default()
    };
    Block::Signatures {
        statement: plain("Der Vorsitzende schließt die Versammlung um 20:40\u{a0}Uhr."),
        lines: vec![line("Georg Hellbach", "Vorsitz"), line("Annika Vollrath", "Niederschrift"), line("Datum", "")],
    }
}

/// Minutes of eight items with votes of every kind.
pub(crate) fn minutes() -> Document {
    let mut document = frame("Niederschrift der 2. Mitgliederversammlung");
    let rejected = Decision {
        verdict: "Abgelehnt".to_owned(),
        outcome: Outcome::Rejected,
        ..decision(11, "Die Allianz beschafft ein gemeinsames Fahrzeug.", votes(2, 5, 0), "7 abgegebene Stimmen", "")
    };
    let postponed = Decision {
        verdict: "Vertagung angenommen".to_owned(),
        outcome: Outcome::Postponed,
        ..decision(
            8,
            "Die Entscheidung wird vertagt. Das Management legt eine überarbeitete Fassung mit einer Beispielrechnung vor.",
            votes(5, 2, 1),
            "7 abgegebene Stimmen",
            "Wiedervorlage: nächste Versammlung. Daraus: Aufgabe A\u{a0}15",
        )
    };
    let concerned = Decision {
        concerned: Some(
            "Wegen persönlicher Beteiligung nimmt Herr Vierling (Birkach) an Beratung und Abstimmung nicht teil."
                .to_owned(),
        ),
        ..decision(
            10,
            "Die Entwicklung eines Corporate Design wird ausgeschrieben. Drei Angebote sind einzuholen; über die Vergabe entscheidet der Vorstand.",
            votes(5, 0, 1),
            "6 Stimmberechtigte, 5 abgegebene Stimmen",
            "Daraus: Aufgabe A\u{a0}17",
        )
    };
    document.blocks = vec![
        facts(),
        heading(1, "", "Anwesenheit"),
        Block::Table(attendance()),
        heading(1, "", "Tagesordnung und Beschlüsse"),
        item(1, &["18:00\u{a0}Uhr", "7 anwesend"], "Begrüßung, Ladung, Beschlussfähigkeit"),
        paragraph(
            "Der Vorsitzende stellt fest, dass alle 9 Mitglieder form- und fristgerecht geladen wurden und die Versammlung beschlussfähig ist. Gegen die Tagesordnung bestehen keine Einwände.",
        ),
        item(2, &["18:05\u{a0}Uhr", "7 anwesend"], "Niederschrift der Versammlung vom 18. Mai 2031"),
        Block::Decision(decision(
            5,
            "Die Niederschrift der Versammlung vom 18. Mai 2031 wird genehmigt.",
            votes(7, 0, 0),
            "einstimmig",
            "",
        )),
        item(3, &["18:10\u{a0}Uhr", "8 anwesend ab\u{a0}18:35"], "Kernwegenetz"),
        paragraph(
            "Das Amt für Landentwicklung stellt das Vorhaben vor: ein Netz der wichtigsten landwirtschaftlichen Wege über Gemeindegrenzen hinweg. In der Aussprache geht es um die Breite der Wege, um den Eigenanteil und um die Reihenfolge der Räte. Herr Altmoos trifft um 18:35\u{a0}Uhr ein.",
        ),
        Block::Decision(decision(
            6,
            "Die Versammlung erklärt das Kernwegenetz zum strategischen Projekt der Allianz. Das Management stellt das Projekt in allen Stadt-, Markt- und Gemeinderäten vor. Die Mitglieder legen ihrem Rat die Teilnahme am Kernwegekonzept bis zum 30. November 2031 zum Beschluss vor.",
            votes(8, 0, 0),
            "8 Stimmberechtigte; Mehrheit der abgegebenen Stimmen",
            "Daraus: Aufgaben A\u{a0}11 und A\u{a0}12",
        )),
        item(4, &["18:55\u{a0}Uhr", "8 anwesend"], "FairMieten"),
        paragraph("Das Angebot vermittelt Wohnungen an Menschen mit geringem Einkommen und berät Vermietende."),
        noted("Kein Beschluss. Die Unterlagen gehen allen Mitgliedern zu (Aufgabe A\u{a0}13)."),
        item(5, &["19:15\u{a0}Uhr", "8 anwesend"], "Radkonzept"),
        paragraph(
            "Das Management schlägt einen Arbeitskreis aus Radfahrenden, Vereinen und Gemeinden vor. Der Arbeitskreis berät und empfiehlt; er kann die Allianz nicht binden.",
        ),
        Block::Decision(decision(
            7,
            "Zum Ausbau des Radwegenetzes wird ein Arbeitskreis gegründet. Jedes Mitglied benennt bis zum 31. Juli 2031 eine Ansprechperson.",
            votes(7, 0, 1),
            "7 abgegebene Stimmen; Enthaltungen zählen nicht mit",
            "Daraus: Aufgabe A\u{a0}14",
        )),
        item(6, &["19:40\u{a0}Uhr", "8 anwesend"], "Kommunales Förderprogramm"),
        paragraph(
            "Der Entwurf eines gleichlautenden Programms für leerstehende Gebäude wird vorgestellt. Offen sind Höchstbetrag und Beginn.",
        ),
        Block::Decision(postponed),
        item(7, &["20:10\u{a0}Uhr", "7 anwesend,", "1 beteiligt"], "Corporate Design"),
        Block::Decision(concerned),
        item(8, &["20:32\u{a0}Uhr", "7 anwesend"], "Gemeinsames Fahrzeug und Informationsplattform"),
        Block::List {
            ordered: false,
            items: vec![
                plain("Anschaffung: rund 38.000\u{202f}€, ohne Förderung"),
                plain("Standort: Bauhof Auburg, Ausleihe über das Management"),
            ],
        },
        Block::Decision(rejected),
        noted("Ein Projekttreffen zur Informationsplattform ist für den 01.08.2031 vorgesehen."),
        heading(1, "", "Aufgaben aus dieser Sitzung"),
        Block::Table(tasks()),
        closing(),
    ];
    document
}

/// Minutes with many items; some have long texts, tables, nested lists or no text at all.
pub(crate) fn long_minutes(items: usize) -> Document {
    let mut document = frame("Niederschrift der 3. Mitgliederversammlung");
    document.blocks = vec![
        facts(),
        heading(1, "", "Anwesenheit"),
        Block::Table(attendance()),
        heading(1, "", "Tagesordnung und Beschlüsse"),
    ];
    for number in 1..=items {
        let time = format!("{}:{:02}\u{a0}Uhr", 8 + number / 6, number % 6 * 10);
        let title = if number % 9 == 0 {
            "Antrag mehrerer Mitglieder auf Fortschreibung des gemeinsamen Konzepts zur Innenentwicklung mit Verteilung der Kosten"
        } else {
            "Gemeinsames Regionalbudget und Verteilung der Mittel"
        };
        document.blocks.push(item(number, &[&time, "8 anwesend"], title));
        if number % 10 == 0 {
            continue;
        }
        document.blocks.push(paragraph(
            &"Das Management berichtet über den Stand; die Mitglieder beraten über Reihenfolge, Kosten und Zeitplan. "
                .repeat(1 + number * 7 % 11),
        ));
        if number % 8 == 3 {
            let rows =
                (1..=9).map(|number| row(&[&format!("Mitglied {number}"), ["ja", "nein"][number % 2], ""])).collect();
            document.blocks.push(Block::Table(Table {
                title: "Namentliche Abstimmung".to_owned(),
                columns: vec![Column::text("Mitglied", 3), Column::state("Stimme"), Column::text("Erklärung", 3)],
                groups: vec![RowGroup { title: None, rows }],
                ..Table::default()
            }));
        }
        if number % 2 == 0 {
            document.blocks.push(Block::Decision(decision(
                number,
                "Die Mittel werden nach dem vorgelegten Schlüssel verteilt.\nÜberschüsse fließen in die Rücklage der Allianz zurück.",
                votes(8 - number % 3, number % 3, 0),
                "8 abgegebene Stimmen",
                if number % 4 == 0 { "Daraus: Aufgabe A\u{a0}99" } else { "" },
            )));
        }
    }
    document.blocks.push(heading(1, "", "Aufgaben aus dieser Sitzung"));
    document.blocks.push(Block::Table(tasks()));
    document.blocks.push(closing());
    document
}

/// One decision of a council, which knows no abstention, certified.
pub(crate) fn excerpt() -> Document {
    let mut document = frame("Auszug aus der Niederschrift");
    document.subtitle = Some("Auszug · Gemeinderat Birkach · öffentlicher Teil".to_owned());
    document.colophon = Some("Auszug aus der genehmigten Fassung 1 · Muster".to_owned());
    document.blocks = vec![
        facts(),
        item(4, &["19:20\u{a0}Uhr", "13 anwesend"], "Teilnahme am Kernwegekonzept der Allianz"),
        Block::Decision(Decision {
            label: "Beschluss 31/2031".to_owned(),
            wording: "Die Gemeinde Birkach nimmt am Kernwegekonzept der Allianz teil.\nDer Eigenanteil von 1.250\u{202f}€ wird im Haushalt 2032 eingestellt.".to_owned(),
            counts: vec![Count { label: "Ja : Nein".to_owned(), value: "12\u{202f}:\u{202f}1".to_owned(), mark: Mark::Yes, marks: 0 }],
            verdict: "Angenommen".to_owned(),
            base: Some("im Gemeinderat gibt es keine Enthaltung".to_owned()),
            ..Decision::default()
        }),
        Block::Signatures {
            statement: vec![
                Span::from("Dieser Auszug stimmt mit der "),
                Span { text: "genehmigten Niederschrift".to_owned(), strong: true, link: None },
                Span::from(" überein."),
            ],
            lines: vec![Signature {
                place_date: "Birkach, 15.\u{a0}Januar 2032".to_owned(),
                name: "Ina Muster".to_owned(),
                office: "Erste Bürgermeisterin".to_owned(),
            }],
        },
    ];
    document
}

/// A list to sign: members first, then guests.
pub(crate) fn attendance_list(people: usize) -> Document {
    let mut document = empty(Layout::List, "Anwesenheitsliste");
    document.subtitle =
        Some("3. Mitgliederversammlung am 26. Oktober 2031, 18:00\u{a0}Uhr, Rathaus Grünthal".to_owned());
    "26.10.2031".clone_into(&mut document.running_head);
    let person = |number: usize| {
        let mut row = row(&[
            &number.to_string(),
            ["Auburg", "Birkach", "Erlenau b.\u{a0}Auburg", "Felsing", "Grünthal"][number % 5],
            "",
            "",
        ]);
        row.cells[2] =
            Cell { small: Some("Stellvertretung: Uwe Beispiel".to_owned()), ..Cell::from("Dr. Eva Sandrock") };
        row
    };
    let (members, guests) = (people * 3 / 4, people);
    document.blocks = vec![Block::Table(Table {
        columns: vec![
            Column::number("Nr."),
            Column::text("Mitglied", 4),
            Column::text("Name", 5),
            Column::writing("Unterschrift", 6),
        ],
        groups: vec![
            RowGroup { title: Some("Mitglieder".to_owned()), rows: (1..=members).map(person).collect() },
            RowGroup { title: Some("Gäste".to_owned()), rows: (members + 1..=guests).map(person).collect() },
        ],
        wide: true,
        ..Table::default()
    })];
    document
}
