//! What a section holds, judged by what stands in it. Headings of reports are worded in a thousand
//! ways; a list of days, a table with topics or a column of newspapers looks the same everywhere.

use super::figures::{figures, money};
use super::grants::is_notice;
use super::media::media;
use super::project_lines::{label, run_in};
use super::rows::{is_foreign, row_text};
use super::states::{is_state, of_narrative, split_title};
use crate::dates::{YearContext, find_dates, leading};
use crate::joining::{Joined, sentences};
use crate::layout::{Block, Heading, Row, join};
use crate::source::bullet;
use crate::vocabulary::{Column, Section, body};

/// For each block the section that the blocks below it look like; only headings have one.
pub(super) fn looks(blocks: &[Block]) -> Vec<Option<Section>> {
    let seen: Vec<Option<Section>> = blocks.iter().map(look).collect();
    blocks
        .iter()
        .enumerate()
        .map(|(at, block)| match block {
            Block::Heading(heading) if !heading.in_table => below(blocks, &seen, at, heading),
            _ => None,
        })
        .collect()
}

/// Whether the section a paragraph introduces has titles of its own below.
pub(super) fn titled_ahead(blocks: &[Block], at: usize) -> bool {
    if !matches!(blocks.get(at), Some(Block::Paragraph { .. })) {
        return false;
    }
    let above = blocks.get(..at).unwrap_or_default().iter().rev().find_map(|block| match block {
        Block::Heading(heading) if !heading.in_table => Some(heading.level),
        _ => None,
    });
    let next = blocks.get(at + 1..).unwrap_or_default().iter().find_map(|block| match block {
        Block::Heading(heading) if !heading.in_table => Some(heading.level),
        _ => None,
    });
    above.zip(next).is_some_and(|(above, next)| next > above)
}

/// Whether a heading names one project: labels like »Stand:« or »Kosten:« stand right below it.
pub(super) fn titles_project(blocks: &[Block], at: usize) -> bool {
    let Some(Block::Paragraph { parts }) = blocks.get(at + 1) else {
        return false;
    };
    parts.first().is_some_and(|part| {
        label(&part.text).is_some_and(|(role, _)| {
            matches!(role, Column::State | Column::Owner | Column::Cost | Column::Grant | Column::Field)
        })
    })
}

/// The majority below a heading, down to the next one that is not beneath it.
fn below(blocks: &[Block], seen: &[Option<Section>], at: usize, heading: &Heading) -> Option<Section> {
    let mut votes = [0_usize; KINDS.len()];
    for (block, look) in blocks.iter().zip(seen).skip(at + 1) {
        if let Block::Heading(next) = block
            && next.level <= heading.level
            && !next.in_table
        {
            // »Bürgermeisterrunde, 20.04.2023« under »Was wir berieten« is beneath it, however it is set.
            let others: usize = votes.iter().sum::<usize>() - votes.get(MEETINGS).copied().unwrap_or(0);
            if !(heading.weak && *look == Some(Section::Meetings) && others == 0) {
                break;
            }
        }
        if let Some(kind) = look
            && let Some(slot) = KINDS.iter().position(|k| k == kind).and_then(|k| votes.get_mut(k))
        {
            *slot += 1;
        }
    }
    let total: usize = votes.iter().sum();
    let (kind, most) = KINDS.iter().zip(votes).max_by_key(|(_, votes)| *votes)?;
    (most > 0 && most * 2 > total).then_some(*kind)
}

/// The kinds a section can look like; those that come first need less evidence.
const KINDS: [Section; 5] = [Section::Press, Section::Grants, Section::Projects, Section::Meetings, Section::Events];
/// Where meetings stand in [`KINDS`].
const MEETINGS: usize = 3;

fn look(block: &Block) -> Option<Section> {
    match block {
        // »Jugendbus (abgeschlossen)«
        Block::Heading(heading) if split_title(&heading.text).is_some() => Some(Section::Projects),
        Block::Heading(heading) => dated_body(&heading.text).then_some(Section::Meetings),
        Block::Row(row) => row_look(row),
        Block::Item { parts, .. } => text_look(&join(parts)),
        Block::Paragraph { parts } => {
            // Entries under each other, each a line.
            let entries =
                parts.iter().filter(|part| text_look(&join(std::slice::from_ref(*part))) == Some(Section::Press));
            if parts.len() > 1 && entries.count() * 2 > parts.len() {
                Some(Section::Press)
            } else {
                text_look(&join(parts))
            }
        }
        Block::Note { .. } => None,
    }
}

/// »Vorstand vom 3. Mai 2023«
fn dated_body(text: &str) -> bool {
    body(text).is_some()
        && !is_foreign(text)
        && text.split_whitespace().count() <= 9
        && find_dates(text, &YearContext::default()).len() == 1
}

fn row_look(row: &Row) -> Option<Section> {
    let has = |role: Column| row.cell(role).is_some();
    if has(Column::Medium) {
        return Some(Section::Press);
    }
    if has(Column::Authority) {
        return Some(Section::Grants);
    }
    let text = row_text(row);
    let Some((_, end)) = leading(&text, &YearContext::default()).filter(|_| row.dated || has(Column::Date)) else {
        return (has(Column::State) || has(Column::Field)).then_some(Section::Projects);
    };
    if is_notice(&text) && !money(&text).is_empty() {
        return Some(Section::Grants);
    }
    let rest = text.get(end..).unwrap_or_default();
    let head: String = rest.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    let quoted = rest.contains(['„', '»']) || rest.contains(": ");
    if media(&head).iter().any(|(start, _, _)| *start == 0)
        || quoted && rest.split_whitespace().count() <= 20 && !media(rest).is_empty()
    {
        return Some(Section::Press);
    }
    let listed = row.cells.iter().any(|cell| {
        let joined = cell.joined();
        let marked = cell.parts.iter().filter(|p| p.starts || bullet(&p.text).is_some()).count();
        marked >= 2
            || (cell.role == Some(Column::Topic) && (joined.text().contains("; ") || joined.text().contains(" / ")))
    });
    let own = body(&head).is_some() && !is_foreign(rest);
    Some(if listed || own || has(Column::Body) { Section::Meetings } else { Section::Events })
}

fn text_look(whole: &Joined) -> Option<Section> {
    let text = whole.text();
    let day = !find_dates(text, &YearContext::default()).is_empty();
    let first = sentences(text).first().and_then(|(from, to)| text.get(*from..*to)).unwrap_or(text);
    if is_notice(first) && (day || !money(text).is_empty()) {
        return Some(Section::Grants);
    }
    let words = text.split_whitespace().count();
    let quoted = text.contains(['„', '»']);
    if day && words <= 25 && media(text).iter().any(|(start, _, _)| quoted || *start <= 2) {
        return Some(Section::Press);
    }
    if let Some((_, at)) = run_in(text, 4).filter(|_| label(text).is_none())
        && !day
    {
        let rest = whole.slice(at, text.len());
        let told = !figures(&rest).is_empty() || is_state(rest.text()) || of_narrative(rest.text()).is_some();
        return told.then_some(Section::Projects);
    }
    (!day && of_narrative(text).is_some()).then_some(Section::Projects)
}
