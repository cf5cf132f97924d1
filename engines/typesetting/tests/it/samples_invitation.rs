//! Invitations and agendas with invented content.

use allmende_documents::{AgendaLine, AgendaPart, Block, Choice, Document, Labelled, Layout, ReplySlip, Span};

use super::{empty, heading, letter, paragraph, recipient};

pub(super) fn line(number: &str, title: &str, purpose: &str, annex: &str) -> AgendaLine {
    AgendaLine {
        number: number.to_owned(),
        title: title.to_owned(),
        purpose: purpose.to_owned(),
        annex: (!annex.is_empty()).then(|| annex.to_owned()),
    }
}

fn public_part() -> AgendaPart {
    AgendaPart {
        title: Some("Öffentlicher Teil".to_owned()),
        items: vec![
            line("1", "Begrüßung, Feststellung der Ladung und der Beschlussfähigkeit", "", ""),
            line("2", "Niederschrift der Versammlung vom 29.06.2031", "zum Beschluss", "Anlage 1"),
            line(
                "3",
                "Logo der Allianz: Ergebnisse des Workshops vom 21.09.2031 und Auswahl",
                "zum Beschluss",
                "Anlage 2 mit drei Entwürfen",
            ),
            line("4", "Radkonzept: Bericht aus dem Arbeitskreis und nächste Schritte", "zur Beratung", ""),
            line("5", "Exkursion am 03.11.2031: Ablauf und Verteilung der Kosten", "zum Beschluss", "Anlage 3"),
            line("6", "Bekanntgaben und Anfragen", "", ""),
        ],
    }
}

fn closed_part() -> AgendaPart {
    AgendaPart {
        title: Some("Nichtöffentlicher Teil".to_owned()),
        items: vec![line(
            "7",
            "Vertragsangelegenheit (Unterlagen gehen den Mitgliedern gesondert zu)",
            "zum Beschluss",
            "",
        )],
    }
}

fn strong(text: &str) -> Span {
    Span { text: text.to_owned(), strong: true, link: None }
}

fn band() -> Block {
    Block::FactBand {
        facts: vec![
            Labelled::strong("Tag", "Donnerstag, 26. Oktober 2031"),
            Labelled {
                label: "Beginn".to_owned(),
                text: vec![strong("18:00\u{a0}Uhr"), Span::from(", Ende gegen 20:30\u{a0}Uhr")],
            },
            Labelled::new("Ort", "Rathaus Auburg, Großer Sitzungssaal (Musterort), stufenlos erreichbar"),
        ],
    }
}

fn rights() -> Block {
    Block::Rights {
        rows: vec![
            Labelled::new(
                "Vertretung",
                "Jede Gemeinde hat eine Stimme. Sind Sie verhindert, vertritt Sie Ihre gesetzliche Stellvertretung (Art.\u{a0}39 GO). Teilen Sie uns den Namen bitte vorab mit.",
            ),
            Labelled {
                label: "Ergänzung\nder Tagesordnung".to_owned(),
                text: vec![
                    Span::from("Anträge nehmen wir bis "),
                    strong("Donnerstag, 19.10.2031"),
                    Span::from(
                        ", in Textform entgegen (§\u{a0}8 Abs.\u{a0}3 der Mustersatzung). Sie erhalten dann einen nummerierten Nachtrag.",
                    ),
                ],
            },
            Labelled::new(
                "Gültige Beschlüsse",
                "Beschlossen werden kann nur, was in dieser Einladung oder in einem fristgerechten Nachtrag bezeichnet ist (§\u{a0}32 Abs.\u{a0}1 Satz\u{a0}2 BGB).",
            ),
            Labelled::new(
                "Frist",
                "Die Satzung verlangt eine Ladung von 14 Tagen (Muster). Dieser Brief wurde am 10.10.2031 versandt; der letzte zulässige Tag war der 12.10.2031.",
            ),
            Labelled::new(
                "Mehrheit",
                "Es entscheidet die Mehrheit der abgegebenen Stimmen. Enthaltungen zählen nicht mit.",
            ),
            Labelled::new(
                "Barrierefreiheit",
                "Alle Unterlagen erhalten Sie auch als barrierefreie Datei. Eine Höranlage ist vorhanden; weiteren Bedarf teilen Sie uns bitte mit.",
            ),
        ],
    }
}

fn slip() -> ReplySlip {
    let choice = |text: &str, blank| Choice { text: text.to_owned(), blank };
    ReplySlip {
        title: "Antwort auf Papier".to_owned(),
        names: Vec::new(),
        reference: "3. Mitgliederversammlung am 26. Oktober 2031 · bitte zurück bis 20.10.2031".to_owned(),
        choices: vec![
            choice("Ich nehme teil.", false),
            choice("Ich werde vertreten durch", true),
            choice("Die Gemeinde nimmt nicht teil. Grund:", true),
        ],
        lines: vec!["Datum".to_owned(), "Unterschrift".to_owned()],
        note: Some("Muster mit Beispieldaten. Personen, Beträge und Abstimmungen sind frei erfunden.".to_owned()),
    }
}

/// An invitation to some members, with a slip for those who answer on paper.
pub(crate) fn invitation(recipients: usize) -> Document {
    let mut document = letter(false);
    "Einladung zur 3. Mitgliederversammlung am 26. Oktober 2031".clone_into(&mut document.title);
    "10.10.2031".clone_into(&mut document.running_head);
    document.blocks = vec![
        paragraph("zur dritten Versammlung des Jahres lade ich Sie herzlich ein."),
        band(),
        heading(2, "", "Tagesordnung"),
        Block::Agenda { parts: vec![public_part(), closed_part()] },
        heading(2, "", "Hinweise zu Ihren Rechten"),
        rights(),
        heading(2, "", "Ihre Rückmeldung"),
        Block::Paragraph {
            text: vec![
                Span::from("Bitte sagen Sie bis "),
                strong("Freitag, 20.10.2031"),
                Span::from(
                    ", zu oder ab: über den Antwortknopf der Kalendereinladung, per E-Mail oder telefonisch. Zusagen und Vertretungen zeigen uns rechtzeitig, ob die Versammlung beschlussfähig sein wird.",
                ),
            ],
        },
        Block::ReplySlip(slip()),
    ];
    if let Some(head) = &mut document.letter {
        head.closing.annexes = vec![
            "1  Niederschrift vom 29.06.2031, 4 Seiten".to_owned(),
            "2  Entwürfe des Logos, 3 Seiten".to_owned(),
            "3  Ablauf und Kosten der Exkursion, 1 Seite".to_owned(),
        ];
        head.closing.distribution = vec!["9 Mitglieder; nachrichtlich: Amt für Landentwicklung".to_owned()];
        head.recipients = (0..recipients)
            .map(|number| {
                let place = ["Gemeinde Birkach", "Markt Felsing", "Stadt Auburg"][number % 3];
                recipient(
                    &[place, "Frau Erste Bürgermeisterin", "Ina Muster", "Musterweg 7", "99998 Birkach"],
                    "Sehr geehrte Frau Bürgermeisterin Muster,",
                )
            })
            .collect();
    }
    document
}

/// Form A and so much text that the slip takes a page of its own.
pub(crate) fn long_invitation() -> Document {
    let mut document = invitation(1);
    if let Some(head) = &mut document.letter {
        head.form_a = true;
    }
    let slip = document.blocks.pop();
    document.blocks.extend((0..8).map(|_| {
        paragraph("Für die Anreise empfehlen wir die Mitfahrbänke und den Bus; Parkplätze hinter dem Rathaus sind knapp. Wer einen Platz im Wagen frei hat oder sucht, meldet sich bitte bis zum Vortag beim Management.")
    }));
    document.blocks.extend(slip);
    document
}

/// The public part of an agenda alone, for mail and the web.
pub(crate) fn agenda() -> Document {
    let mut document = empty(Layout::Minutes, "3. Mitgliederversammlung");
    document.subtitle = Some("Tagesordnung · Mitgliederversammlung · öffentlicher Teil".to_owned());
    "26.10.2031".clone_into(&mut document.running_head);
    let mut part = public_part();
    part.title = None;
    document.blocks = vec![
        band(),
        heading(1, "", "Tagesordnung"),
        Block::Agenda { parts: vec![part] },
        heading(1, "", "Hinweise"),
        rights(),
    ];
    document
}
