//! The excerpt of one decision.

use allmende_documents::{AgendaItem as ItemBlock, Block, Document, Labelled, Signature, format as german, plain};
use allmende_store::Day;

use super::attendance;
use super::decision;
use super::document::{facts, frame};
use super::proceedings::Proceedings;
use crate::model::vote::Vote;

/// What an excerpt is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Approved minutes of this version.
    Approved(i64),
    /// Minutes that the body did not approve yet.
    Circulated(i64),
    /// No minutes yet.
    Draft,
}

/// The excerpt of a decision that was taken in a meeting.
pub fn excerpt(proceedings: &Proceedings, vote: &Vote, source: Source, on: Day) -> Document {
    let part = match (proceedings.has_closed(), vote.public) {
        (false, _) => "",
        (true, true) => "öffentlicher Teil",
        (true, false) => "nichtöffentlicher Teil",
    };
    let paper = proceedings.paper();
    let mut made = frame(proceedings, "Auszug", part, format!("Auszug aus der {paper}"), on);
    let (foot, sentence) = match source {
        Source::Approved(number) => (
            format!("Auszug aus der genehmigten Fassung {number}"),
            format!("Dieser Auszug stimmt mit der genehmigten {paper} überein."),
        ),
        Source::Circulated(number) => (
            format!("Auszug aus Fassung {number}, noch nicht genehmigt"),
            format!("Dieser Auszug stimmt mit Fassung {number} der {paper} überein; sie ist noch nicht genehmigt."),
        ),
        Source::Draft => (
            format!("Auszug, {paper} noch nicht festgestellt"),
            format!(
                "Die {paper} ist noch nicht festgestellt. Dieser Auszug gibt die Aufzeichnungen der Sitzung wieder."
            ),
        ),
    };
    made.colophon = Some(foot);
    made.blocks.push(Block::FactGrid { facts: facts(proceedings) });
    let item = proceedings.numbered().into_iter().find(|(item, _)| Some(item.head.id) == vote.item_id);
    match item {
        Some((item, number)) => made.blocks.push(Block::AgendaItem(ItemBlock {
            label: format!("TOP {number}"),
            margin: attendance::margin(proceedings, item),
            title: vote.title.clone(),
        })),
        None => made.blocks.push(title(&vote.title)),
    }
    made.blocks.extend(decision::blocks(proceedings, vote));
    made.blocks.push(certified(&sentence, &proceedings.meeting.chair, "Vorsitz"));
    made
}

/// The excerpt of a resolution that was taken without a meeting. `how` says how it came about.
pub fn circular_excerpt(proceedings: &Proceedings, vote: &Vote, how: Vec<Labelled>, on: Day) -> Document {
    let mut made = frame(proceedings, "Umlaufbeschluss", "", "Beschluss ohne Sitzung".to_owned(), on);
    made.running_head = german::date(vote.on_day.0);
    made.colophon = Some("Beschluss im Umlaufverfahren".to_owned());
    made.blocks.push(Block::FactGrid { facts: how });
    made.blocks.push(title(&vote.title));
    made.blocks.extend(decision::blocks(proceedings, vote));
    made.blocks.push(certified("Dieser Auszug stimmt mit den Aufzeichnungen überein.", "", "Vorsitz"));
    made
}

fn title(text: &str) -> Block {
    Block::Heading { level: 1, number: None, text: text.to_owned() }
}

fn certified(sentence: &str, name: &str, office: &str) -> Block {
    let line = |name: &str, office: &str| Signature {
        place_date: String::new(),
        name: name.to_owned(),
        office: office.to_owned(),
    };
    Block::Signatures { statement: plain(sentence), lines: vec![line(name, office), line("Ort, Datum", "")] }
}
