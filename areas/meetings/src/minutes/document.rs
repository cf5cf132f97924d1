//! The minutes of a part as a document.

use allmende_documents::markdown::{self, Headings};
use allmende_documents::{
    AgendaItem as ItemBlock, Block, Cell, Column, Document, Labelled, Layout, Row, RowGroup, Signature, Table,
    format as german, plain,
};
use allmende_meeting_rules::QuorumKind;
use allmende_store::Day;

use super::attendance;
use super::decision::{self, votes_words};
use super::proceedings::{Proceedings, Sheet};
use crate::model::vote::VoteOutcome;
use crate::model::{AgendaItem, ItemState};

/// Which version of the minutes a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The number of the version; none for a draft.
    pub number: Option<i64>,
    /// The day it is made.
    pub on: Day,
    /// Why there is a further version.
    pub reason: String,
}

impl Stamp {
    /// The stamp of a draft.
    pub fn draft(on: Day) -> Self {
        Self { number: None, on, reason: String::new() }
    }

    fn foot(&self) -> String {
        let day = german::date(self.on.0);
        match self.number {
            None => format!("Entwurf vom {day} · nicht festgestellt"),
            Some(number) if self.reason.is_empty() => format!("Fassung {number} vom {day}"),
            Some(number) => format!("Fassung {number} vom {day} · ersetzt die frühere Fassung"),
        }
    }
}

/// The frame that minutes and excerpts share.
pub fn frame(proceedings: &Proceedings, what: &str, part: &str, title: String, on: Day) -> Document {
    let part = if part.is_empty() { String::new() } else { format!(" · {part}") };
    Document {
        layout: Layout::Minutes,
        language: german::Language::De.tag().to_owned(),
        description: title.clone(),
        title,
        subtitle: Some(format!("{what} · {}{part}", proceedings.body)),
        author: proceedings.alliance.clone(),
        running_head: german::date(proceedings.meeting.held_on.0),
        date: on.to_string(),
        brand: proceedings.brand.clone(),
        imprint: Vec::new(),
        cover: None,
        letter: None,
        colophon: None,
        blocks: Vec::new(),
        images: Vec::new(),
    }
}

/// The minutes of one part.
pub fn document(proceedings: &Proceedings, sheet: Sheet, stamp: &Stamp) -> Document {
    let part = match (proceedings.has_closed(), sheet) {
        (false, _) => "",
        (true, Sheet::Open) => "öffentlicher Teil",
        (true, Sheet::Closed) => "nichtöffentlicher Teil",
    };
    let title = match sheet {
        Sheet::Open => proceedings.title(),
        Sheet::Closed => format!("{}, nichtöffentlicher Teil", proceedings.title()),
    };
    let mut made = frame(proceedings, proceedings.paper(), part, title, stamp.on);
    made.colophon = Some(stamp.foot());
    if stamp.number.is_none() {
        let text = "Entwurf: noch nicht festgestellt, nicht zur Weitergabe.";
        made.blocks.push(Block::Note { text: plain(text) });
    } else if !stamp.reason.is_empty() {
        let text = format!("Diese Fassung ersetzt die frühere. Grund: {}", stamp.reason);
        made.blocks.push(Block::Note { text: plain(text) });
    }
    made.blocks.push(Block::FactGrid { facts: facts(proceedings) });
    made.blocks.push(heading("Anwesenheit"));
    made.blocks.push(Block::Table(attendance::table(proceedings, sheet)));
    let items = proceedings.items_of(sheet);
    made.blocks.push(heading(match sheet {
        Sheet::Open => "Tagesordnung und Beschlüsse",
        Sheet::Closed => "Nichtöffentlicher Teil",
    }));
    if items.is_empty() {
        made.blocks.push(Block::Paragraph { text: plain("Es wurde kein Punkt öffentlich behandelt.") });
    }
    for (item, number) in items {
        made.blocks.extend(item_blocks(proceedings, item, &number, sheet));
    }
    if sheet == Sheet::Open && proceedings.has_closed() {
        made.blocks.extend(closed_hint(proceedings));
    }
    made.blocks.extend(outlook(proceedings, sheet));
    made.blocks.push(signatures(proceedings));
    made
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 1, number: None, text: text.to_owned() }
}

/// What a reader wants to know first.
pub fn facts(proceedings: &Proceedings) -> Vec<Labelled> {
    let meeting = &proceedings.meeting;
    let day = match meeting.ends_on {
        Some(last) => german::date_range(meeting.held_on.0, last.0),
        None => german::long_date_with_weekday(meeting.held_on.0, german::Language::De),
    };
    let (begin, end) = (proceedings.begin(), proceedings.end());
    let hours = match (begin.is_empty(), end.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!("{begin} Uhr"),
        (false, false) => format!("{begin} Uhr bis {end} Uhr"),
    };
    let words = [
        ("Beginn, Ende", hours),
        ("Ort", meeting.place.clone()),
        ("Mitglieder", members(proceedings)),
        ("Vorsitz", meeting.chair.clone()),
        ("Niederschrift", meeting.minute_taker.clone()),
        ("Ladung", call(proceedings)),
        ("Beschlussfähig", quorum(proceedings)),
    ];
    let told = words.into_iter().filter(|(_, text)| !text.is_empty());
    std::iter::once(Labelled::strong("Tag", day)).chain(told.map(|(label, text)| Labelled::new(label, text))).collect()
}

fn members(proceedings: &Proceedings) -> String {
    let count = proceedings.voting().count();
    let votes: i64 = proceedings.voting().map(|one| one.votes).sum();
    match count {
        0 => String::new(),
        _ if proceedings.rules.weighted => format!("{count} mit zusammen {} Stimmen", votes_words(votes)),
        1 => "1".to_owned(),
        _ => format!("{count}, stimmberechtigt mit je einer Stimme"),
    }
}

fn call(proceedings: &Proceedings) -> String {
    let Some(last) = proceedings.calls.last() else { return String::new() };
    let day = german::date(last.on.0);
    let reason = if last.reason.is_empty() { &proceedings.meeting.urgent_reason } else { &last.reason };
    let second = if proceedings.meeting.second_call { ", zweite Ladung in derselben Sache" } else { "" };
    if reason.is_empty() {
        // Without rules there is no form and no period that could be kept.
        let kept = if proceedings.source.is_empty() { "" } else { ", form- und fristgerecht" };
        format!("vom {day}{kept}{second}")
    } else {
        format!("vom {day} mit verkürzter Frist: {reason}{second}")
    }
}

/// "ja, bei jeder Abstimmung mindestens 7 von 9"; empty where no quorum is asked for.
fn quorum(proceedings: &Proceedings) -> String {
    if proceedings.rules.quorum.kind == QuorumKind::None || proceedings.presences.is_empty() {
        return String::new();
    }
    let all = proceedings.voting().count();
    let least = proceedings.votes.iter().filter(|vote| vote.outcome != VoteOutcome::Noted).map(|vote| vote.heads).min();
    let opened = proceedings.meeting.opened_at.map(|at| proceedings.heads_at(at));
    let reached = super::gaps::is_quorate(proceedings);
    match (reached, least, opened) {
        (Some(false), _, Some(heads)) => format!("nein, {heads} von {all} anwesend"),
        (Some(true), Some(least), _) => format!("ja, bei jeder Abstimmung mindestens {least} von {all}"),
        (Some(true), None, Some(heads)) => format!("ja, {heads} von {all} anwesend"),
        _ => String::new(),
    }
}

fn item_blocks(proceedings: &Proceedings, item: &AgendaItem, number: &str, sheet: Sheet) -> Vec<Block> {
    let mut blocks = vec![Block::AgendaItem(ItemBlock {
        label: format!("TOP {number}"),
        margin: attendance::margin(proceedings, item),
        title: item.title.clone(),
    })];
    // A private vote on a public matter: its debate stands in the public part.
    let elsewhere = item.public && sheet == Sheet::Closed;
    if !elsewhere {
        let movement = attendance::movement(proceedings, item);
        if !movement.is_empty() {
            blocks.push(Block::Paragraph { text: plain(movement) });
        }
        blocks.extend(markdown::blocks(&item.discussion, Headings::Strong));
    }
    for vote in proceedings.votes_of(item, sheet) {
        blocks.extend(decision::blocks(proceedings, vote));
    }
    if !elsewhere {
        let strong = match item.state {
            ItemState::Postponed => "Vertagt.",
            ItemState::Withdrawn => "Von der Tagesordnung abgesetzt.",
            ItemState::Open => "Nicht behandelt.",
            // The verdict of a vote stands below its wording already.
            ItemState::Done if item.outcome.is_empty() || is_verdict(proceedings, item) => "",
            ItemState::Done => "Ergebnis.",
        };
        // An item that nobody marked, but that has text or a vote, was dealt with.
        let silent = item.state == ItemState::Open && blocks.len() > 1;
        if !strong.is_empty() && !silent {
            blocks.push(Block::Noted { strong: strong.to_owned(), text: plain(item.outcome.clone()) });
        }
    }
    blocks
}

/// Whether the result of an item is nothing but what one of its votes says.
fn is_verdict(proceedings: &Proceedings, item: &AgendaItem) -> bool {
    proceedings.votes.iter().any(|vote| vote.item_id == Some(item.head.id) && vote.verdict == item.outcome)
}

/// What the public part says of the other one: never more than the agenda said.
fn closed_hint(proceedings: &Proceedings) -> Vec<Block> {
    let named: Vec<_> = proceedings
        .items_of(Sheet::Closed)
        .into_iter()
        .filter(|(item, _)| !item.public && !item.open_title.is_empty())
        .map(|(item, _)| plain(item.open_title.clone()))
        .collect();
    let mut blocks = vec![
        heading("Nichtöffentlicher Teil"),
        Block::Paragraph { text: plain("Über den nichtöffentlichen Teil wird ein eigenes Blatt geführt.") },
    ];
    if !named.is_empty() {
        blocks.push(Block::List { ordered: false, items: named });
    }
    blocks
}

fn outlook(proceedings: &Proceedings, sheet: Sheet) -> Vec<Block> {
    let mut blocks = Vec::new();
    let tasks = proceedings.tasks_of(sheet);
    if !tasks.is_empty() {
        blocks.push(heading("Aufgaben aus dieser Sitzung"));
        let row = |task: &&allmende_projects::model::Task| Row {
            cells: vec![
                Cell::from(task.title.as_str()),
                Cell::from(task.responsible.as_str()),
                Cell::from(
                    proceedings
                        .decision_of(task)
                        .and_then(super::super::model::vote::Vote::number_words)
                        .unwrap_or_default(),
                ),
                Cell::from(task.due_on.map(|day| german::date(day.0)).unwrap_or_default()),
            ],
            strong: false,
        };
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::text("Aufgabe", 6),
                Column::text("Zuständig", 4),
                Column::date("Beschluss"),
                Column::date("bis"),
            ],
            groups: vec![RowGroup { title: None, rows: tasks.iter().map(row).collect() }],
            wide: true,
            ..Table::default()
        }));
    }
    if sheet == Sheet::Open && !proceedings.meeting.follow_up.trim().is_empty() {
        blocks.push(heading("Nächste Sitzung"));
        blocks.push(Block::Paragraph { text: plain(proceedings.meeting.follow_up.trim()) });
    }
    blocks
}

/// The lines to sign on, as the rules of the body ask for them.
fn signatures(proceedings: &Proceedings) -> Block {
    let meeting = &proceedings.meeting;
    let rule = &proceedings.rules.signatures;
    let line = |name: &str, office: &str| Signature {
        place_date: String::new(),
        name: name.to_owned(),
        office: office.to_owned(),
    };
    let mut lines = Vec::new();
    if rule.chair {
        lines.push(line(&meeting.chair, "Vorsitz"));
    }
    if rule.minute_taker || !rule.chair {
        lines.push(line(&meeting.minute_taker, "Niederschrift"));
    }
    lines.extend((0..rule.members).map(|_| line("", "Mitglied")));
    lines.push(line("Datum", ""));
    let end = proceedings.end();
    let statement =
        if end.is_empty() { Vec::new() } else { plain(format!("Die Sitzung wird um {end}\u{a0}Uhr geschlossen.")) };
    Block::Signatures { statement, lines }
}
