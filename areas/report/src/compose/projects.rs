//! Projekte: each with its text, key figures, pictures and facts in the margin.

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_documents::{Block, Fact, KeyFigure, plain};
use allmende_projects::model::{KeyFigure as Figure, Picture, Qualifier};

use super::{Material, Project, Words};
use crate::draft;

/// The most key figures abreast.
const ABREAST: usize = 3;
/// The most key figures in a margin.
const BESIDE: usize = 2;
/// The most milestones in a margin.
const MARGIN_STEPS: usize = 4;

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>, own: Vec<Block>, level: u8) {
    let projects = &material.scope.projects;
    let words = &material.words;
    if projects.is_empty() {
        blocks.extend(own);
        blocks.push(Block::Note { text: plain(words.t("projects-empty")) });
        return;
    }
    blocks.push(Block::Paragraph { text: plain(sentence(material)) });
    blocks.extend(own);
    for project in projects {
        // One below the chapter, whatever its level is in this template.
        self::project(blocks, material, project, level + 1);
    }
}

/// How many projects there were, by name, and which are strategic.
pub(super) fn sentence(material: &Material<'_>) -> String {
    let words = &material.words;
    let projects = &material.scope.projects;
    let titles: Vec<&str> = projects.iter().map(|project| project.thread.title.as_str()).collect();
    let mut sentence = words.counted("projects-sentence", projects.len(), &[("list", words.list(&titles).into())]);
    let strategic: Vec<&str> = projects
        .iter()
        .filter(|project| project.thread.strategic)
        .map(|project| project.thread.title.as_str())
        .collect();
    if !strategic.is_empty() && projects.len() > 1 {
        let more = words.counted("strategic-sentence", strategic.len(), &[("list", words.list(&strategic).into())]);
        sentence = format!("{sentence} {more}");
    }
    sentence
}

fn project(blocks: &mut Vec<Block>, material: &Material<'_>, project: &Project<'_>, level: u8) {
    let words = &material.words;
    let thread = project.thread;
    blocks.push(Block::Heading { level, number: None, text: thread.title.clone() });
    let stored = material.text_of(thread.head.id);
    if material.is_draft()
        && let Some(text) = stored
    {
        let newer = draft::newer_facts(material.scope.facts, material.scope.period, thread.head.id, text.based_on);
        if newer > 0 {
            let text = words.counted("newer", newer, &[]);
            blocks.push(Block::DraftMark { text });
        }
    }
    let figures: Vec<KeyFigure> = project.figures.iter().map(|figure| key_figure(figure, words)).collect();
    // One or two figures hang beside the text, more stand abreast below it.
    let beside = !figures.is_empty() && figures.len() <= BESIDE;
    if beside {
        blocks.push(Block::MarginFigure { figures: figures.clone() });
    }
    let beside_text = margin(project, words);
    if !beside_text.is_empty() {
        blocks.push(Block::Margin { facts: beside_text });
    }
    let text = stored.map_or_else(|| draft::draft(project, words), |text| text.text.clone());
    let body = markdown::blocks(&text, Headings::Strong);
    if body.is_empty() {
        blocks.push(Block::Note { text: plain(words.t("project-no-text")) });
    } else {
        blocks.extend(body);
    }
    let below_text = below(project, words);
    if !below_text.is_empty() {
        blocks.push(Block::Facts { facts: below_text });
    }
    if !beside {
        blocks.extend(figures.chunks(ABREAST).map(|figures| Block::Figures { figures: figures.to_vec() }));
    }
    blocks.extend(project.pictures.iter().filter_map(|picture| image(picture, material)));
}

/// A figure as it is printed, with the word that says how exactly it is known.
pub(super) fn key_figure(figure: &Figure, words: &Words<'_>) -> KeyFigure {
    KeyFigure {
        qualifier: match figure.qualifier {
            Qualifier::Exact => None,
            other => Some(words.t(&format!("qualifier-{}", other.word().replace('_', "-")))),
        },
        value: words.thousandths(figure.value_milli),
        unit: (!figure.unit.is_empty()).then(|| figure.unit.clone()),
        label: figure.label.clone(),
        origin: None,
    }
}

/// A picture without alternative text or credit is left out: the check list asks for both.
fn image(picture: &Picture, material: &Material<'_>) -> Option<Block> {
    let name = picture.file_id.to_string();
    let known = material.image_names.contains(&name);
    let alt = picture.alt.trim();
    let described = picture.decorative || !alt.is_empty();
    (known && described && !picture.credit.trim().is_empty()).then(|| Block::Image {
        name,
        alt: (!picture.decorative).then(|| alt.to_owned()),
        caption: picture.caption.clone(),
        credit: picture.credit.clone(),
    })
}

/// State and dated steps, beside the text. What needs more room stands below it, so that the margin does
/// not outgrow a short text.
fn margin(project: &Project<'_>, words: &Words<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some((state, since)) = project.state {
        let word = words.t(&format!("state-{}", state.word()));
        let value = since.map_or_else(
            || word.clone(),
            |since| words.tv("state-since", &[("state", word.as_str().into()), ("day", german::date(since.0).into())]),
        );
        facts.push(Fact { label: words.t("fact-state"), value });
    }
    for step in project.milestones.iter().rev().take(MARGIN_STEPS).rev() {
        facts.push(Fact { label: words.known_day(step.on_day, step.precision), value: step.title.clone() });
    }
    facts
}

/// Lead, partners and the meetings that dealt with it, below the text.
fn below(project: &Project<'_>, words: &Words<'_>) -> Vec<Fact> {
    let thread = project.thread;
    let mut facts = Vec::new();
    if !thread.lead.trim().is_empty() {
        facts.push(Fact { label: words.t("fact-lead"), value: thread.lead.trim().to_owned() });
    }
    if !thread.partners.trim().is_empty() {
        let partners: Vec<&str> = thread.partners.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        facts.push(Fact { label: words.counted("fact-partners", partners.len(), &[]), value: partners.join("\n") });
    }
    if !project.meeting_days.is_empty() {
        let days: Vec<String> = project.meeting_days.iter().map(|day| german::date(day.0)).collect();
        facts.push(Fact { label: words.t("fact-agenda"), value: days.join(", ") });
    }
    facts
}
