//! The overview: the same records on one page.

use allmende_documents::format as german;
use allmende_documents::{Block, Cell, Column, Row, RowGroup, Table, plain};

use super::{Material, Project, figures, meetings, press, projects};

/// How many rows of a kind fit on the page.
const MOST_PROJECTS: usize = 10;
const MOST_ENTRIES: usize = 6;
const MOST_FIGURES: usize = 6;
/// The longest sentence about a project.
const LONGEST: usize = 160;

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>, chapter: &str) {
    match chapter {
        "figures" => key_figures(blocks, material),
        "projects" => project_table(blocks, material),
        "meetings" => blocks.push(Block::Paragraph { text: plain(meeting_words(material)) }),
        "network" => blocks.push(Block::Paragraph { text: plain(network_words(material)) }),
        "press" => {
            let sentence = material.words.counted("clippings-sentence", material.scope.clippings.len(), &[]);
            blocks.push(Block::Paragraph { text: plain(format!("{} {sentence}", press::media_sentence(material))) });
        }
        _ => {}
    }
}

fn key_figures(blocks: &mut Vec<Block>, material: &Material<'_>) {
    let figures = figures::all(material);
    if figures.is_empty() {
        blocks.push(Block::Note { text: plain(material.words.counted("figures-sentence", 0, &[])) });
    }
    let few: Vec<_> = figures.into_iter().take(MOST_FIGURES).collect();
    blocks.extend(few.chunks(3).map(|figures| Block::Figures { figures: figures.to_vec() }));
}

fn project_table(blocks: &mut Vec<Block>, material: &Material<'_>) {
    let all = &material.scope.projects;
    let words = &material.words;
    if all.is_empty() {
        blocks.push(Block::Note { text: plain(words.t("projects-empty")) });
        return;
    }
    if all.len() > MOST_PROJECTS {
        blocks.push(Block::Paragraph { text: plain(projects::sentence(material)) });
    }
    let rows = all.iter().take(MOST_PROJECTS).map(|project| row(material, project)).collect();
    let rest = all.len().saturating_sub(MOST_PROJECTS);
    blocks.push(Block::Table(Table {
        title: String::new(),
        columns: vec![
            Column::text(words.t("column-project"), 3),
            Column::state(words.t("column-state")),
            Column::text(words.t("column-summary"), 6),
        ],
        groups: vec![RowGroup { title: None, rows }],
        total: None,
        note: (rest > 0).then(|| words.counted("projects-rest", rest, &[])),
        wide: false,
    }));
}

fn row(material: &Material<'_>, project: &Project<'_>) -> Row {
    let words = &material.words;
    let state = project.state.map(|(state, _)| words.t(&format!("state-{}", state.word()))).unwrap_or_default();
    let text =
        material.text_of(project.thread.head.id).map_or(project.thread.narrative.as_str(), |text| text.text.as_str());
    let summary = project.thread.summary.trim();
    let sentence = if summary.is_empty() { first_sentence(text) } else { summary.to_owned() };
    Row {
        cells: vec![Cell::from(project.thread.title.clone()), Cell::from(state), Cell::from(shortened(&sentence))],
        strong: true,
    }
}

fn first_sentence(text: &str) -> String {
    let plain = allmende_documents::markdown::plain_text(text);
    let end = plain.find(". ").map_or(plain.len(), |at| at + 1);
    plain.get(..end).unwrap_or_default().replace('\n', " ")
}

/// Cut at the end of a word, with the sign that says so.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut.get(..end).unwrap_or_default().trim_end_matches([',', ';', ':']))
}

fn meeting_words(material: &Material<'_>) -> String {
    let words = &material.words;
    let sentence = meetings::sentence(material);
    if material.scope.meetings.is_empty() {
        return sentence;
    }
    let topics = words.counted("topics-sentence", material.scope.topic_count(), &[]);
    let days: Vec<String> = material.scope.meetings.iter().map(|held| german::date(held.meeting.held_on.0)).collect();
    if days.len() > 12 {
        return format!("{sentence} {topics}");
    }
    format!("{sentence} {topics} {}", words.tv("meeting-days", &[("list", words.list(&days).into())]))
}

fn network_words(material: &Material<'_>) -> String {
    let words = &material.words;
    let entries = &material.scope.entries;
    let sentence = words.counted("overview-contacts", entries.len(), &[]);
    if entries.is_empty() {
        return sentence;
    }
    let newest: Vec<String> = entries
        .iter()
        .rev()
        .take(MOST_ENTRIES)
        .rev()
        .map(|entry| format!("{} ({})", entry.title, words.known_day(entry.held_on, entry.precision)))
        .collect();
    let key = if entries.len() > MOST_ENTRIES { "overview-newest" } else { "overview-all" };
    format!("{sentence} {}", words.tv(key, &[("list", newest.join("; ").into())]))
}
