//! Kennzahlen auf einen Blick: every figure of the report with the place where it stands.

use allmende_documents::{Block, KeyFigure, plain};

use super::{Material, meetings, projects};

/// The most key figures abreast.
const ABREAST: usize = 3;

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>) {
    let words = &material.words;
    let figures = all(material);
    let sentence = words.counted("figures-sentence", figures.len(), &[]);
    if figures.is_empty() {
        blocks.push(Block::Note { text: plain(sentence) });
        return;
    }
    blocks.push(Block::Paragraph { text: plain(sentence) });
    blocks.extend(figures.chunks(ABREAST).map(|figures| Block::Figures { figures: figures.to_vec() }));
}

/// First the figures of the projects, then those that the report counted itself.
pub(super) fn all(material: &Material<'_>) -> Vec<KeyFigure> {
    let scope = material.scope;
    let words = &material.words;
    let mut figures = Vec::new();
    for project in &scope.projects {
        figures.extend(project.figures.iter().map(|figure| {
            let figure = projects::key_figure(figure, words);
            KeyFigure {
                label: format!("{}: {}", project.thread.title, figure.label),
                origin: material.origin("projects"),
                ..figure
            }
        }));
    }
    for body in meetings::bodies(material) {
        let label = if body.count == 1 { body.one } else { body.many };
        figures.push(counted(material, body.count, label, "meetings"));
    }
    let mut push = |count: usize, key: &str, chapter: &str| {
        if count > 0 {
            figures.push(counted(material, count, words.counted(key, count, &[]), chapter));
        }
    };
    push(scope.topic_count(), "figure-topics", "meetings");
    push(scope.entries.len(), "figure-entries", "network");
    push(scope.clippings.len(), "figure-clippings", "press");
    push(scope.members.len(), "figure-members", "members");
    if scope.inhabitants() > 0 {
        figures.push(KeyFigure {
            value: words.number(scope.inhabitants()),
            ..counted(material, 0, words.t("figure-inhabitants"), "members")
        });
    }
    figures
}

fn counted(material: &Material<'_>, count: usize, label: String, chapter: &str) -> KeyFigure {
    KeyFigure {
        qualifier: None,
        value: material.words.number(i64::try_from(count).unwrap_or(i64::MAX)),
        unit: None,
        label,
        origin: material.origin(chapter),
    }
}
