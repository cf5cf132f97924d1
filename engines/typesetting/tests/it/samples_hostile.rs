//! Minutes and invitations of people who type the worst into every field.

use allmende_documents::{
    AgendaItem, AgendaPart, Block, Choice, Count, Decision, Document, Labelled, Mark, Outcome, ReplySlip, Signature,
    plain,
};

use super::heading;
use super::invitation::{invitation, line};
use super::minutes::{frame, votes};

/// Minutes in which everything is too long or looks like markup.
pub(crate) fn hostile_minutes(attack: &str, word: &str) -> Document {
    let mut document = frame(attack);
    document.subtitle = Some(format!("{attack} {word}"));
    document.colophon = Some(format!("{attack} {word}"));
    let long = format!("{attack} {word} {}", "und noch ein Satz ".repeat(200));
    document.blocks = vec![
        Block::FactGrid {
            facts: vec![Labelled::new(word, &long), Labelled::strong(attack, word), Labelled::new("", attack)],
        },
        heading(1, "", "Tagesordnung"),
        Block::AgendaItem(AgendaItem {
            label: format!("TOP {word}"),
            margin: vec![word.to_owned(), attack.to_owned(), "eine Zeile".to_owned(), "noch eine".to_owned()],
            title: format!("{attack} {word}"),
        }),
        Block::AgendaItem(AgendaItem {
            label: String::new(),
            margin: vec![attack.to_owned(); 12],
            title: attack.to_owned(),
        }),
        Block::Noted { strong: attack.to_owned(), text: plain(word) },
        Block::AgendaItem(AgendaItem { label: "TOP 3".to_owned(), margin: Vec::new(), title: "🦔 Igel".to_owned() }),
        Block::Decision(Decision {
            concerned: Some(long.clone()),
            label: format!("{attack} {word}"),
            wording: format!("{attack}\n\n{word}\n{}", long.repeat(3)),
            counts: vec![
                Count { label: word.to_owned(), value: word.to_owned(), mark: Mark::No, marks: usize::MAX },
                Count::of(attack, Mark::Abstain, 30),
            ],
            verdict: format!("{attack} {word}"),
            base: Some(long.clone()),
            follow: Some(long.clone()),
            outcome: Outcome::Rejected,
        }),
        Block::Decision(Decision { label: attack.to_owned(), counts: votes(30, 0, 0), ..Decision::default() }),
        Block::Signatures {
            statement: plain(attack),
            lines: (0..5)
                .map(|_| Signature { place_date: attack.to_owned(), name: word.to_owned(), office: attack.to_owned() })
                .collect(),
        },
    ];
    document
}

/// An invitation in which everything is too long or looks like markup.
pub(crate) fn hostile_invitation(attack: &str, word: &str) -> Document {
    let mut document = invitation(2);
    let long = format!("{attack} {word} {}", "und noch ein Satz ".repeat(60));
    document.blocks = vec![
        Block::FactBand { facts: vec![Labelled::new(word, &long), Labelled::strong(attack, word)] },
        Block::Agenda {
            parts: vec![
                AgendaPart {
                    title: Some(format!("{attack} {word}")),
                    items: vec![line(word, &long, word, attack), line("1", attack, attack, word)],
                },
                AgendaPart { title: None, items: Vec::new() },
            ],
        },
        Block::Rights { rows: vec![Labelled::new(word, &long), Labelled::new(attack, "")] },
        Block::ReplySlip(ReplySlip {
            title: attack.to_owned(),
            names: vec![format!("{attack} {word}"), String::new()],
            reference: long.clone(),
            choices: vec![Choice { text: long.clone(), blank: true }, Choice { text: word.to_owned(), blank: false }],
            lines: vec![attack.to_owned(), word.to_owned(), attack.to_owned(), attack.to_owned()],
            note: Some(long),
        }),
    ];
    document
}
