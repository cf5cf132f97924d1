//! What differs between two frozen versions: line by line, under the heading it stands below. Pure.

use allmende_documents::meeting::plain_lines;
use allmende_documents::{Block, Document, Fact, KeyFigure, Span, Table};

/// A line that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The heading that it stands below; empty before the first.
    pub section: String,
    /// What it was; `None` if it is new.
    pub before: Option<String>,
    /// What it is; `None` if it is gone.
    pub after: Option<String>,
}

/// A line of a document with its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    section: String,
    text: String,
}

/// All differences in reading order. Two lines that stand in the same gap of the same section count
/// as one changed line.
pub fn differences(before: &Document, after: &Document) -> Vec<Difference> {
    let (old, new) = (lines(before), lines(after));
    let mut found = Vec::new();
    let (mut gone, mut added): (Vec<&Line>, Vec<&Line>) = (Vec::new(), Vec::new());
    for step in steps(&old, &new) {
        match step {
            Step::Same => flush(&mut found, &mut gone, &mut added),
            Step::Gone(line) => gone.push(line),
            Step::Added(line) => added.push(line),
        }
    }
    flush(&mut found, &mut gone, &mut added);
    found
}

fn flush(found: &mut Vec<Difference>, gone: &mut Vec<&Line>, added: &mut Vec<&Line>) {
    let mut added_lines = std::mem::take(added).into_iter().peekable();
    for old in gone.drain(..) {
        let partner = added_lines.next_if(|new| new.section == old.section);
        found.push(Difference {
            section: old.section.clone(),
            before: Some(old.text.clone()),
            after: partner.map(|line| line.text.clone()),
        });
    }
    for new in added_lines {
        found.push(Difference { section: new.section.clone(), before: None, after: Some(new.text.clone()) });
    }
}

enum Step<'a> {
    Same,
    Gone(&'a Line),
    Added(&'a Line),
}

/// The shortest way from one list to the other (longest common subsequence). Equal lines at both ends
/// are left out first; what remains of a correction is short.
fn steps<'a>(old: &'a [Line], new: &'a [Line]) -> Vec<Step<'a>> {
    let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (old.get(front..).unwrap_or_default(), new.get(front..).unwrap_or_default());
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let old_middle = old_rest.get(..old_rest.len() - end).unwrap_or_default();
    let new_middle = new_rest.get(..new_rest.len() - end).unwrap_or_default();

    let width = new_middle.len() + 1;
    // common[i][j]: how many lines old[i..] and new[j..] share in order.
    let mut common = vec![0_u32; (old_middle.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    for (i, a) in old_middle.iter().enumerate().rev() {
        for (j, b) in new_middle.iter().enumerate().rev() {
            common[at(i, j)] =
                if a == b { common[at(i + 1, j + 1)] + 1 } else { common[at(i + 1, j)].max(common[at(i, j + 1)]) };
        }
    }
    let mut steps = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (old_middle.get(i), new_middle.get(j)) {
        if a == b {
            steps.push(Step::Same);
            i += 1;
            j += 1;
        } else if common[at(i + 1, j)] >= common[at(i, j + 1)] {
            steps.push(Step::Gone(a));
            i += 1;
        } else {
            steps.push(Step::Added(b));
            j += 1;
        }
    }
    steps.extend(old_middle.iter().skip(i).map(Step::Gone));
    steps.extend(new_middle.iter().skip(j).map(Step::Added));
    steps
}

fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut section = String::new();
    let mut push = |section: &str, text: String| {
        if !text.trim().is_empty() {
            lines.push(Line { section: section.to_owned(), text });
        }
    };
    push("", document.title.clone());
    push("", document.running_head.clone());
    for fact in &document.imprint {
        push("", fact_words(fact));
    }
    for block in &document.blocks {
        match block {
            Block::Heading { number, text, .. } => {
                section = number.as_ref().map_or_else(|| text.clone(), |number| format!("{number} {text}"));
                push(&section, section.clone());
            }
            Block::Lead { text } | Block::Paragraph { text } | Block::Note { text } => push(&section, span_words(text)),
            Block::List { items, .. } => {
                items.iter().for_each(|item| push(&section, format!("– {}", span_words(item))))
            }
            Block::Margin { facts } | Block::Facts { facts } => {
                facts.iter().for_each(|fact| push(&section, fact_words(fact)))
            }
            Block::Figures { figures } | Block::MarginFigure { figures } => {
                for figure in figures {
                    push(&section, figure_words(figure));
                }
            }
            Block::Table(table) => table_lines(table).into_iter().for_each(|line| push(&section, line)),
            Block::Image { alt, caption, credit, .. } => {
                push(&section, format!("{caption} [{}] ({credit})", alt.as_deref().unwrap_or_default()));
            }
            Block::DraftMark { .. } => {}
            meeting => plain_lines(meeting).into_iter().for_each(|line| push(&section, line)),
        }
    }
    lines
}

fn span_words(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect::<String>().replace('\n', " ")
}

fn fact_words(fact: &Fact) -> String {
    [fact.label.as_str(), fact.value.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(": ")
        .replace('\n', ", ")
}

fn figure_words(figure: &KeyFigure) -> String {
    [figure.qualifier.as_deref(), Some(figure.value.as_str()), figure.unit.as_deref(), Some(figure.label.as_str())]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn table_lines(table: &Table) -> Vec<String> {
    let mut lines = vec![table.title.clone()];
    for group in &table.groups {
        lines.extend(group.title.clone());
        for row in &group.rows {
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| {
                    let mut words = cell.lines.join("; ");
                    if let Some(small) = &cell.small {
                        words = format!("{words} ({small})");
                    }
                    words.replace('\n', " ")
                })
                .collect();
            lines.push(cells.join(" | "));
        }
    }
    lines.extend(table.total.as_ref().map(|total| total.join(" | ")));
    lines.extend(table.note.clone());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use allmende_documents::{Layout, plain};

    fn document(blocks: Vec<Block>) -> Document {
        Document {
            layout: Layout::Brief,
            language: "de-DE".to_owned(),
            title: "Bericht".to_owned(),
            subtitle: None,
            description: String::new(),
            author: String::new(),
            running_head: String::new(),
            date: "2024-01-31".to_owned(),
            brand: "#1e5945".to_owned(),
            imprint: Vec::new(),
            cover: None,
            letter: None,
            colophon: None,
            blocks,
            images: Vec::new(),
        }
    }

    fn heading(text: &str) -> Block {
        Block::Heading { level: 1, number: Some("1".to_owned()), text: text.to_owned() }
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph { text: plain(text) }
    }

    fn difference(before: Option<&str>, after: Option<&str>) -> Difference {
        Difference { section: "1 Wege".to_owned(), before: before.map(str::to_owned), after: after.map(str::to_owned) }
    }

    #[test]
    fn the_same_document_has_no_differences() {
        let one = document(vec![heading("Wege"), paragraph("a"), paragraph("b")]);
        assert_eq!(differences(&one, &one.clone()), Vec::new());
    }

    #[test]
    fn changed_new_and_gone_lines_stand_below_their_heading() {
        let before = document(vec![heading("Wege"), paragraph("a"), paragraph("b"), paragraph("c"), paragraph("d")]);
        let after = document(vec![
            heading("Wege"),
            paragraph("a"),
            paragraph("B"),
            paragraph("c"),
            paragraph("d"),
            paragraph("e"),
        ]);
        assert_eq!(differences(&before, &after), vec![difference(Some("b"), Some("B")), difference(None, Some("e"))]);
        assert_eq!(differences(&after, &before), vec![difference(Some("B"), Some("b")), difference(Some("e"), None)]);
    }

    #[test]
    fn a_changed_row_names_only_that_row() {
        let table = |topic: &str| {
            Block::Table(Table {
                title: "Sitzungen".to_owned(),
                groups: vec![allmende_documents::RowGroup {
                    title: None,
                    rows: ["Wald", topic, "Wiese"]
                        .into_iter()
                        .map(|cell| allmende_documents::Row { cells: vec![cell.into(), "1".into()], strong: false })
                        .collect(),
                }],
                ..Table::default()
            })
        };
        let found = differences(
            &document(vec![heading("Wege"), table("Weg")]),
            &document(vec![heading("Wege"), table("Steg")]),
        );
        assert_eq!(found, vec![difference(Some("Weg | 1"), Some("Steg | 1"))]);
    }

    #[test]
    fn marks_of_drafts_and_the_colophon_do_not_count() {
        let plain = document(vec![heading("Wege"), paragraph("a")]);
        let mut marked = document(vec![heading("Wege"), Block::DraftMark { text: "neu".to_owned() }, paragraph("a")]);
        marked.colophon = Some("Fassung 2".to_owned());
        assert_eq!(differences(&plain, &marked), Vec::new());
    }
}
