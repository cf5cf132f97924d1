//! What a table row or dated line is.

use super::{Reader, Scope};
use crate::dates::{DateHit, leading};
use crate::layout::{Cell, Row};
use crate::vocabulary::{Column, Section, body};

/// The record a row becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Meeting,
    Event,
    Project,
    Milestone,
    Grant,
    Press,
    Unknown,
}

/// The cell with the row's date and what it says.
pub(super) fn date_cell<'a>(row: &'a Row, reader: &Reader) -> Option<(&'a Cell, Vec<DateHit>, usize)> {
    let context = reader.context();
    let read = |cell: &'a Cell| leading(cell.joined().text(), &context).map(|(hits, end)| (cell, hits, end));
    // A column that is named otherwise may begin with a date all the same.
    row.cell(Column::Date).and_then(read).or_else(|| {
        row.cells
            .iter()
            .filter(|c| {
                matches!(
                    c.role,
                    None | Some(Column::Period | Column::Number | Column::Title | Column::Body | Column::Topic)
                )
            })
            .find_map(|c| read(c).filter(|(cell, _, end)| row.dated || cell.joined().text().len() <= end + 8))
    })
}

/// Decides by the columns' names first, then by the section.
pub(super) fn kind(row: &Row, scope: &Scope, reader: &Reader) -> Kind {
    let has = |role: Column| row.cell(role).is_some();
    let date = date_cell(row, reader);
    let certain = date.as_ref().is_some_and(|(_, hits, _)| hits.iter().any(|h| h.reading.known().is_some()));
    let kind_of = |names: &[&str]| row.cells.iter().any(|c| names.contains(&c.joined().text().trim()));
    // »Öffentlichkeitsarbeit / Veranstaltungen«: a day without a paper is an event.
    let text = row_text(row);
    let mixed = scope.section == Some(Section::Press)
        && crate::vocabulary::names(&scope.title, Section::Events)
        && super::media::media(&text).is_empty()
        && certain;
    if mixed && !has(Column::Medium) {
        return Kind::Event;
    }
    if has(Column::Medium)
        || scope.section == Some(Section::Press)
        || row.tabular && kind_of(&["Presse", "Pressebericht", "Presseartikel", "Zeitungsartikel", "Medien"])
    {
        return Kind::Press;
    }
    if has(Column::Authority)
        || (scope.section == Some(Section::Grants) && !has(Column::State) && super::grants::row_amount(row).is_some())
    {
        return Kind::Grant;
    }
    let project_columns = has(Column::State)
        || has(Column::Field)
        || has(Column::Cost)
        || has(Column::Grant)
        || (has(Column::Owner) && date.is_none());
    if scope.section == Some(Section::SmallGrants)
        || (project_columns && !matches!(scope.section, Some(Section::Meetings | Section::Events)))
    {
        return if is_sum(row) { Kind::Unknown } else { Kind::Project };
    }
    if date.is_some() && !certain {
        return Kind::Unknown;
    }
    if !certain {
        let in_projects = matches!(scope.section, Some(Section::Projects));
        return if in_projects && (row.tabular || row.named) && !is_sum(row) { Kind::Project } else { Kind::Unknown };
    }
    // »09.09.2024 entfallen«
    let told = row_text(row);
    if told.split_whitespace().count() <= 6 && super::sittings::is_cancelled(&told) {
        return Kind::Unknown;
    }
    match scope.section {
        Some(Section::Meetings) => Kind::Meeting,
        Some(Section::Events)
            if is_chronicle(&scope.title) && opens_with_body(row, date.as_ref().map_or(0, |(_, _, end)| *end)) =>
        {
            Kind::Meeting
        }
        Some(Section::Events) => Kind::Event,
        Some(Section::Projects) if has(Column::Title) && row.named && has(Column::Date) && reader.project.is_none() => {
            Kind::Project
        }
        Some(Section::Projects) if reader.project.is_some() => Kind::Milestone,
        _ if has(Column::Body) || has(Column::Topic) => Kind::Meeting,
        _ => {
            let text = row_text(row);
            // A retreat is a sitting only where its topics are told.
            let own = body(&text).is_some_and(|name| name != "Klausurtagung" || text.contains(": "));
            if own && !is_foreign(&text) { Kind::Meeting } else { Kind::Event }
        }
    }
}

/// A chronicle mixes own sittings with events.
fn is_chronicle(title: &str) -> bool {
    let lower = title.to_lowercase();
    ["chronik", "kalender", "jahresverlauf", "terminübersicht", "terminliste"].iter().any(|word| lower.contains(word))
        || lower.trim() == "termine"
}

/// »17.03. Mitgliederversammlung …«, and not one of others.
fn opens_with_body(row: &Row, end: usize) -> bool {
    let text = row_text(row);
    let rest = text.get(end..).unwrap_or_default();
    let head: Vec<&str> = rest.split_whitespace().take(4).collect();
    body(&head.join(" ")).is_some_and(|name| name != "Klausurtagung") && !is_foreign(rest)
}

/// All texts of a row.
pub(super) fn row_text(row: &Row) -> String {
    row.cells.iter().map(|c| c.joined().text().to_owned()).collect::<Vec<_>>().join(" ")
}

/// A total is no project.
fn is_sum(row: &Row) -> bool {
    let text = row_text(row).to_lowercase();
    ["summe", "gesamt", "insgesamt", "gesamtsumme", "∑", "total"]
        .iter()
        .any(|word| text.split_whitespace().next().is_some_and(|first| first.trim_end_matches(':') == *word))
}

/// A sitting of others, which the alliance only attends.
pub(super) fn is_foreign(text: &str) -> bool {
    let others = [
        "LAG",
        "VG ",
        "Landkreis",
        "Landratsamt",
        "Regierung",
        "ALE",
        "Bezirk",
        "Regionalmanagement",
        "Tourismusverband",
        "Naturpark",
        "Gemeinderat",
        "Stadtrat",
        "Kreistag",
        "LEADER",
    ];
    others.iter().any(|word| text.contains(word))
}
