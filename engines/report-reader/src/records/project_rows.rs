//! Projects in tables and forms.

use super::figures::figures;
use super::rows::date_cell;
use super::states::is_state;
use super::topics::strip_notes;
use super::{Origin, Reader, Scope, extend};
use crate::joining::Joined;
use crate::layout::Row;
use crate::proposal::{Figure, Milestone, Use};
use crate::source::{Bullet, bullet};
use crate::vocabulary::{Column, Section, column};

impl Reader {
    pub(super) fn project_row(&mut self, row: &Row, scope: &Scope) {
        // A form: »Stand | laufend«.
        if !row.named
            && let [key, value] = row.cells.as_slice()
            && let Some(role) = column(key.joined().text())
        {
            self.ledger.claim(&row.lines(), Use::Project);
            if role == Column::Title {
                self.open_project(value.joined().text(), scope, Origin::Heading, &row.lines());
            } else if let Some((at, _)) = self.project {
                self.apply(at, role, &value.joined());
            }
            return;
        }
        let mut scope = scope.clone();
        if scope.section == Some(Section::SmallGrants) {
            scope.field.get_or_insert_with(|| "Regionalbudget".to_owned());
        }
        let is_text = |c: &&crate::layout::Cell| {
            matches!(c.role, None | Some(Column::Topic | Column::Note | Column::Body))
                && c.joined().text().chars().any(char::is_alphabetic)
                && !crate::layout::is_money(c.joined().text())
                && !is_state(c.joined().text())
        };
        let title_cell = row
            .cell(Column::Title)
            .or_else(|| row.cells.iter().find(is_text))
            .or_else(|| row.cell(Column::Owner))
            .or_else(|| row.cell(Column::Field));
        let Some(title_cell) = title_cell else { return };
        let mut title = title_cell.joined().text().to_owned();
        if let Some((mark, at)) = bullet(&title)
            && !matches!(mark, Bullet::Sign('+'))
        {
            title = title.get(at..).unwrap_or(&title).to_owned();
        }
        self.open_project(&title, &scope, Origin::Row, &row.lines());
        let at = self.out.projects.len() - 1;
        for cell in row.cells.iter().filter(|c| c.column != title_cell.column) {
            let value = cell.joined();
            let role = cell.role.unwrap_or_else(|| guess(value.text()));
            self.apply(at, role, &value);
        }
    }

    /// A dated line below a project's title.
    pub(super) fn milestone_row(&mut self, row: &Row) {
        let mut all = Joined::default();
        for cell in &row.cells {
            all.append(&cell.joined());
        }
        let Some((_, hits, _)) = date_cell(row, self) else {
            return;
        };
        let _ = hits;
        self.tell(&all);
    }

    /// Puts a labelled value or a named cell into a project.
    pub(super) fn apply(&mut self, at: usize, role: Column, value: &Joined) {
        let hits = self.dates(value.text());
        let Some(project) = self.out.projects.get_mut(at) else {
            return;
        };
        let text = strip_notes(value.text());
        match role {
            Column::State => {
                let (state, whole) = short_state(text.trim_end_matches('.'));
                project.state = state.map(str::to_owned).or(project.state.take());
                if !whole {
                    if !project.narrative.is_empty() {
                        project.narrative.push('\n');
                    }
                    project.narrative.push_str(&text);
                }
                project.figures.extend(figures(value));
            }
            Column::Field => project.field = Some(super::scope::field_name(text.trim_end_matches('.'))),
            Column::Owner => {
                project.partners.extend(text.split([',', ';']).map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()));
            }
            Column::Cost | Column::Grant | Column::Participants => {
                project.figures.extend(amounts(value, role));
            }
            Column::Date | Column::Period => {
                for span in hits.iter().filter_map(|h| h.reading.known()) {
                    project.milestones.push(Milestone {
                        date: span.start,
                        end_date: span.end,
                        precision: (!span.precision.is_day()).then_some(span.precision),
                        text: text.clone(),
                        line: value.line_at(0),
                    });
                }
            }
            Column::Number | Column::Time => {}
            _ => {
                if !project.narrative.is_empty() {
                    project.narrative.push('\n');
                }
                project.narrative.push_str(&text);
                project.figures.extend(figures(value));
            }
        }
        extend(&mut project.source, &value.lines());
        self.ledger.claim(&value.lines(), Use::Project);
    }
}

/// The state in what stands behind its label, and whether that is all: »abgeschlossen – erfasst sind
/// 1.148 Baulücken« says more, and a sentence tells a story.
fn short_state(text: &str) -> (Option<&str>, bool) {
    let words = text.split_whitespace().count();
    // A comma parts a state from a sum, hardly from anything else.
    let sum = text.contains('€') || text.contains("Euro") || text.contains("EUR");
    let comma = Some(", ").filter(|_| sum || words > 8);
    let head = [" – ", " - ", "; "].into_iter().chain(comma).filter_map(|mark| text.find(mark)).min();
    match head {
        _ if words <= 4 => (Some(text), true),
        Some(at) if text.get(..at).is_some_and(|head| head.split_whitespace().count() <= 4) => (text.get(..at), false),
        None if words <= 8 && !crate::layout::looks_like_clause(text) => (Some(text), true),
        _ => (None, false),
    }
}

/// What an unnamed cell of a project row holds.
fn guess(text: &str) -> Column {
    if crate::layout::is_money(text) {
        Column::Cost
    } else if is_state(text) {
        Column::State
    } else {
        Column::Note
    }
}

/// Amounts in a column; the column's name gives the unit if the cell has none.
fn amounts(value: &Joined, role: Column) -> Vec<Figure> {
    let found = figures(value);
    if !found.is_empty() {
        return found;
    }
    super::figures::numbers(value.text())
        .into_iter()
        .map(|amount| Figure {
            value: amount.value,
            qualifier: super::figures::qualifier(value.text(), amount.start),
            unit: Some(if role == Column::Participants { "Personen" } else { "€" }.to_owned()),
            line: value.line_at(amount.start),
        })
        .collect()
}
