//! The papers of a notice: the agenda for everybody, the whole agenda, and letters for those without mail.

use allmende_alliance::letters::document::{Sender, document};
use allmende_alliance::letters::model::Letter;
use allmende_documents::markdown::{self, Headings};
use allmende_documents::{
    AgendaItem, AgendaLine, AgendaPart, Block, Choice, Document, Labelled, Layout, Recipient, ReplySlip,
    format as german, format::keep_together, plain,
};
use allmende_meeting_rules::{Abstention, NoticePlan, RuleSet};
use allmende_store::Day;

use super::message::{purpose_words, time_words, title_for};
use super::snapshot::{Snapshot, SnapshotItem};
use crate::model::notice::Part;
use crate::model::rule_set::BodyRules;

/// What papers say besides the snapshot.
#[derive(Clone, Debug)]
pub struct Papers<'a> {
    /// The alliance as sender.
    pub sender: &'a Sender,
    /// Name and brand of the alliance.
    pub alliance: &'a allmende_alliance::model::Alliance,
    /// The day of the notice.
    pub on: Day,
    /// The rules of the body.
    pub rules: &'a RuleSet,
    /// Where they stand.
    pub set: Option<&'a BodyRules>,
    /// The period of notice, if there is one.
    pub period: Option<&'a NoticePlan>,
    /// "Fassung 1", the foot of the agenda.
    pub foot: String,
}

/// The agenda as a paper of its own.
pub fn agenda(snapshot: &Snapshot, papers: &Papers<'_>, part: Part) -> Document {
    let part_words = match (snapshot.has_private(), part) {
        (false, _) => "",
        (true, Part::Open) => " · öffentlicher Teil",
        (true, Part::Full) => " · mit nichtöffentlichem Teil",
    };
    let mut blocks = vec![
        Block::FactBand { facts: when_and_where(snapshot) },
        Block::Agenda { parts: agenda_parts(snapshot, part) },
    ];
    blocks.extend(item_papers(snapshot, part));
    Document {
        layout: Layout::Minutes,
        language: german::Language::De.tag().to_owned(),
        title: keep_together(&format!("Tagesordnung: {}", snapshot.title)),
        subtitle: Some(format!("Tagesordnung · {}{part_words}", snapshot.body)),
        description: format!("Tagesordnung vom {}", german::date(papers.on.0)),
        author: papers.alliance.name.clone(),
        running_head: german::date(snapshot.held_on.0),
        date: papers.on.to_string(),
        brand: papers.alliance.brand.clone(),
        imprint: Vec::new(),
        cover: None,
        letter: None,
        colophon: Some(papers.foot.clone()),
        blocks,
        images: Vec::new(),
    }
}

/// What each item is about, behind the agenda; items of which nothing is written are left out.
fn item_papers(snapshot: &Snapshot, part: Part) -> Vec<Block> {
    let written = |item: &&SnapshotItem| {
        (item.public || part == Part::Full) && !(item.background.is_empty() && item.proposal.is_empty())
    };
    let items: Vec<&SnapshotItem> = snapshot.items.iter().filter(written).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading { level: 1, number: None, text: "Zu den Punkten".to_owned() }];
    for item in items {
        blocks.push(Block::AgendaItem(AgendaItem {
            label: format!("TOP {}", item.number),
            margin: [purpose_words(item.purpose)]
                .into_iter()
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
                .collect(),
            title: item.title.clone(),
        }));
        blocks.extend(markdown::blocks(&item.background, Headings::Strong));
        if !item.proposal.is_empty() {
            let strong = "Beschlussvorschlag.".to_owned();
            blocks.push(Block::Noted { strong, text: plain(item.proposal.clone()) });
        }
    }
    blocks
}

fn when_and_where(snapshot: &Snapshot) -> Vec<Labelled> {
    let day = match snapshot.ends_on {
        Some(last) => german::date_range(snapshot.held_on.0, last.0),
        None => german::long_date_with_weekday(snapshot.held_on.0, german::Language::De),
    };
    let mut facts = vec![Labelled::strong("Tag", day)];
    let times = time_words(snapshot);
    if !times.is_empty() {
        facts.push(Labelled::strong("Beginn", times));
    }
    if !snapshot.place.is_empty() {
        facts.push(Labelled::new("Ort", snapshot.place.clone()));
    }
    facts
}

fn agenda_parts(snapshot: &Snapshot, part: Part) -> Vec<AgendaPart> {
    let titled = snapshot.has_private();
    [true, false]
        .into_iter()
        .map(|public| AgendaPart {
            title: titled.then(|| if public { "Öffentlicher Teil" } else { "Nichtöffentlicher Teil" }.to_owned()),
            items: snapshot
                .items
                .iter()
                .filter(|item| item.public == public)
                .filter_map(|item| line(item, part))
                .collect(),
        })
        .filter(|part| !part.items.is_empty())
        .collect()
}

fn line(item: &SnapshotItem, part: Part) -> Option<AgendaLine> {
    let whole = item.public || part == Part::Full;
    let mut annexes = if whole { item.open_annexes.clone() } else { Vec::new() };
    if part == Part::Full {
        annexes.extend(item.annexes.clone());
    }
    let annex = match annexes.len() {
        0 => None,
        1 => Some(format!("Anlage: {}", annexes.join(""))),
        _ => Some(format!("Anlagen: {}", annexes.join(", "))),
    };
    Some(AgendaLine {
        number: item.number.clone(),
        title: title_for(item, part)?.to_owned(),
        purpose: if whole { purpose_words(item.purpose).to_owned() } else { String::new() },
        annex,
    })
}

/// The notice as letters, each to its own address, with a slip to answer on paper.
pub fn letters(
    snapshot: &Snapshot,
    papers: &Papers<'_>,
    letter: &Letter,
    differences: &[String],
    to: Vec<(Recipient, String)>,
) -> Document {
    let (recipients, names): (Vec<Recipient>, Vec<String>) = to.into_iter().unzip();
    let mut made = document(papers.sender, letter, recipients);
    if !differences.is_empty() {
        made.blocks.push(heading("Das ist geändert"));
        made.blocks.push(Block::List { ordered: false, items: differences.iter().map(plain).collect() });
    }
    if snapshot.takes_place {
        made.blocks.push(Block::FactBand { facts: when_and_where(snapshot) });
        made.blocks.push(heading("Tagesordnung"));
        made.blocks.push(Block::Agenda { parts: agenda_parts(snapshot, Part::Full) });
        let rows = rights(papers);
        if !rows.is_empty() {
            made.blocks.push(heading("Hinweise zu Ihren Rechten"));
            made.blocks.push(Block::Rights { rows });
        }
        made.blocks.push(Block::ReplySlip(slip(snapshot, names)));
    }
    made
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 2, number: None, text: text.to_owned() }
}

/// What members may do and what holds, each with its paragraph.
fn rights(papers: &Papers<'_>) -> Vec<Labelled> {
    let rules = papers.rules;
    let with = |sentence: &str, paragraph: &str| {
        if paragraph.is_empty() { format!("{sentence}.") } else { format!("{sentence} ({paragraph}).") }
    };
    let mut rows = Vec::new();
    if rules.agenda_binding.binding {
        let sentence = "Beschlossen werden kann nur, was in dieser Einladung oder in einem Nachtrag bezeichnet ist";
        rows.push(Labelled::new("Gültige Beschlüsse", with(sentence, &rules.agenda_binding.paragraph)));
    }
    if let Some(period) = papers.period {
        let day = |day: jiff::civil::Date| german::date(day);
        let sentence = format!(
            "Diese Ladung ist vom {}; der letzte zulässige Tag ist der {}",
            day(papers.on.0),
            day(period.send_by)
        );
        rows.push(Labelled::new("Frist", with(&sentence, &rules.notice.paragraph)));
    }
    if rules.binding {
        let sentence = match rules.majority.abstention {
            Abstention::Forbidden => "Es entscheidet die Mehrheit der Abstimmenden. Stimmenthaltung ist nicht zulässig",
            Abstention::Allowed => "Es entscheidet die Mehrheit, die die Regeln des Gremiums verlangen",
        };
        rows.push(Labelled::new("Mehrheit", with(sentence, &rules.majority.paragraph)));
    }
    let publicity = if rules.publicity.meetings_public {
        "Die Sitzung ist öffentlich, soweit nicht einzelne Punkte nichtöffentlich behandelt werden"
    } else {
        "Die Sitzung ist nicht öffentlich"
    };
    rows.push(Labelled::new("Öffentlichkeit", with(publicity, &rules.publicity.paragraph)));
    rows
}

fn slip(snapshot: &Snapshot, names: Vec<String>) -> ReplySlip {
    let day = german::long_date(snapshot.held_on.0, german::Language::De);
    ReplySlip {
        title: "Antwort auf Papier".to_owned(),
        names,
        reference: format!("{} am {day}", snapshot.title),
        choices: vec![
            Choice { text: "Ich nehme teil.".to_owned(), blank: false },
            Choice { text: "Ich werde vertreten durch".to_owned(), blank: true },
            Choice { text: "Ich bin verhindert. Grund:".to_owned(), blank: true },
        ],
        lines: vec!["Datum".to_owned(), "Unterschrift".to_owned()],
        note: None,
    }
}
