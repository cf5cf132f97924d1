//! Letters with invented content.

use allmende_documents::{
    Block, Cell, Closing, Column, Document, Layout, Letterhead, Recipient, Row, RowGroup, Table, plain,
};

use super::{empty, fact, heading, map, paragraph};

/// A letter in form B or A.
pub(crate) fn letter(form_a: bool) -> Document {
    let mut document = empty(Layout::Letter, "Einladung zur Sitzung am 12. Februar 2032");
    document.cover = Some(map());
    "15.01.2032".clone_into(&mut document.running_head);
    document.letter = Some(Letterhead {
        form_a,
        sender: vec!["Interkommunale Allianz".to_owned(), "Oberes Erlental".to_owned()],
        logo: None,
        return_line: "Allianz Oberes Erlental, Dorfplatz 1, 99999 Auburg".to_owned(),
        information: vec![
            fact("Unser Zeichen", "Allianz 01/2032"),
            fact("Telefon", "09999 00000-12"),
            fact("E-Mail", "allianz@erlental.example.org"),
            fact("Datum", "15. Januar 2032"),
        ],
        recipients: vec![recipient(
            &["Gemeinde Birkach", "Frau Erste Bürgermeisterin", "Ina Muster", "Musterweg 7", "99998 Birkach"],
            "Sehr geehrte Frau Bürgermeisterin Muster,",
        )],
        closing: Closing {
            greeting: "Mit freundlichen Grüßen".to_owned(),
            signer: vec!["Rolf Beispiel".to_owned(), "Erster Vorsitzender".to_owned()],
            annexes: vec!["Niederschrift der Sitzung vom 04.12.2031".to_owned()],
            distribution: vec!["alle Mitglieder".to_owned(), "Verwaltungsgemeinschaft Auburg".to_owned()],
        },
        foot: vec![
            vec![
                "Allianz Oberes Erlental e.\u{202f}V.".to_owned(),
                "Dorfplatz 1".to_owned(),
                "99999 Auburg".to_owned(),
            ],
            vec!["Telefon 09999 00000-0".to_owned(), "erlental.example.org".to_owned()],
            vec!["Vereinsregister: VR 00000 (Muster)".to_owned()],
        ],
    });
    document.blocks = vec![
        paragraph("zur ersten Sitzung des Jahres lade ich Sie herzlich in das Rathaus Auburg ein."),
        heading(2, "", "Tagesordnung"),
        heading(3, "", "Öffentlicher Teil"),
        Block::List {
            ordered: true,
            items: vec![
                plain("Begrüßung und Feststellung der Beschlussfähigkeit"),
                plain("Niederschrift der letzten Sitzung"),
                plain("Wanderwege: Bericht und nächste Schritte"),
            ],
        },
        heading(2, "", "Hinweise zu Ihren Rechten"),
        Block::Table(Table {
            title: String::new(),
            columns: vec![Column::text("Hinweis", 2), Column::text("Was er bedeutet", 5)],
            groups: vec![RowGroup {
                title: None,
                rows: vec![
                    Row {
                        cells: vec![
                            Cell::from("Vertretung"),
                            Cell::from(
                                "Jede Gemeinde hat eine Stimme. Sind Sie verhindert, vertritt Sie Ihre Stellvertretung.",
                            ),
                        ],
                        strong: true,
                    },
                    Row {
                        cells: vec![
                            Cell::from("Mehrheit"),
                            Cell::from("Es entscheidet die Mehrheit der abgegebenen Stimmen."),
                        ],
                        strong: true,
                    },
                ],
            }],
            ..Table::default()
        }),
    ];
    document
}

/// Somebody who gets a letter.
pub(crate) fn recipient(address: &[&str], salutation: &str) -> Recipient {
    Recipient {
        notes: Vec::new(),
        address: address.iter().map(|line| (*line).to_owned()).collect(),
        salutation: salutation.to_owned(),
    }
}

/// One letter to many recipients; each takes `paragraphs` paragraphs and more than a page if they are many.
pub(crate) fn serial_letter(recipients: usize, paragraphs: usize) -> Document {
    let mut document = letter(false);
    "Umfrage zum gemeinsamen Regionalbudget 2032".clone_into(&mut document.title);
    document.blocks = (1..=paragraphs)
        .map(|number| {
            paragraph(&format!(
                "{number}. Die Mitglieder planen ihre Vorhaben gemeinsam. Bitte nennen Sie uns bis zum 12.\u{a0}Februar 2032, \
                 welche Vorhaben Ihre Gemeinde im kommenden Jahr anmelden möchte und wer sie begleitet."
            ))
        })
        .collect();
    if let Some(head) = &mut document.letter {
        head.recipients = (1..=recipients)
            .map(|number| {
                recipient(
                    &[&format!("Gemeinde Musterort {number}"), &format!("Musterweg {number}"), "99998 Birkach"],
                    "Sehr geehrte Damen und Herren,",
                )
            })
            .collect();
        if let Some(first) = head.recipients.first_mut() {
            first.notes = vec!["Einschreiben".to_owned(), "Persönlich".to_owned(), "Eilt".to_owned()];
            first.address = [
                "Interkommunale Arbeitsgemeinschaft Musterland",
                "Geschäftsstelle für Regionalentwicklung",
                "Frau Erste Bürgermeisterin",
                "Prof. Dr. Anna-Katharina Muster-Beispielhausen",
                "Straße der kommunalen Zusammenarbeit 123",
                "99998 Birkach",
            ]
            .map(str::to_owned)
            .to_vec();
        }
    }
    document
}
