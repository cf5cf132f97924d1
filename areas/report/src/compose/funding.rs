//! Förderung: notices, plan and duties. Stands in a report only if somebody puts it there.

use allmende_documents::format as german;
use allmende_documents::{Block, Cell, Column, ColumnKind, Row, RowGroup, Table, plain};
use allmende_funding::model::{CostItem, Duty, ReceivedGrant};

use super::Material;

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>) {
    let scope = material.scope;
    let words = &material.words;
    let sentence = words.counted("grants-sentence", scope.grants.len(), &[]);
    if scope.grants.is_empty() {
        blocks.push(Block::Note { text: plain(sentence) });
        return;
    }
    blocks.push(Block::Paragraph { text: plain(sentence) });
    blocks.push(Block::Table(grants(material)));
    for grant in &scope.grants {
        let mut items: Vec<&CostItem> =
            scope.facts.costs.iter().filter(|item| item.grant_id == grant.head.id).collect();
        items.sort_by_key(|item| (item.position, item.head.id));
        if !items.is_empty() {
            blocks.push(Block::Table(plan(material, grant, &items)));
        }
        let mut duties: Vec<&Duty> = scope.facts.duties.iter().filter(|duty| duty.grant_id == grant.head.id).collect();
        duties.sort_by_key(|duty| (duty.due_on, duty.head.id));
        if !duties.is_empty() {
            blocks.push(Block::Table(self::duties(material, grant, &duties)));
        }
    }
}

fn grants(material: &Material<'_>) -> Table {
    let words = &material.words;
    let rows = material
        .scope
        .grants
        .iter()
        .map(|grant| {
            let period = match (grant.period_from, grant.period_to) {
                (Some(from), Some(to)) => german::date_range(from.0, to.0),
                (Some(from), None) => words.tv("from-day", &[("day", german::date(from.0).into())]),
                (None, Some(to)) => words.tv("to-day", &[("day", german::date(to.0).into())]),
                (None, None) => String::new(),
            };
            let small: Vec<&str> = [grant.authority.as_str(), grant.reference.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            Row {
                cells: vec![
                    Cell::from(grant.notice_on.map(|day| german::date(day.0)).unwrap_or_default()),
                    Cell {
                        lines: vec![grant.purpose.clone()],
                        small: (!small.is_empty()).then(|| small.join(", ")),
                        ..Cell::default()
                    },
                    Cell::from(period),
                    Cell::from(grant.rate.map(|rate| rate_words(material, rate)).unwrap_or_default()),
                    Cell::from(grant.granted_cents.map(|cents| words.money(cents)).unwrap_or_default()),
                ],
                strong: false,
            }
        })
        .collect();
    Table {
        title: words.t("grants-title"),
        columns: vec![
            Column::date(words.t("column-notice")),
            Column::text(words.t("column-purpose"), 5),
            Column { head: words.t("column-period"), kind: ColumnKind::Text, share: 4 },
            Column::number(words.t("column-rate")),
            Column::number(words.t("column-granted")),
        ],
        groups: vec![RowGroup { title: None, rows }],
        total: None,
        note: None,
        wide: true,
    }
}

/// Hundredths of a percent: 7500 is 75 %.
fn rate_words(material: &Material<'_>, rate: i64) -> String {
    material.words.tv("percent", &[("number", material.words.thousandths(rate * 10).into())])
}

fn plan(material: &Material<'_>, grant: &ReceivedGrant, items: &[&CostItem]) -> Table {
    let words = &material.words;
    let rows = items
        .iter()
        .map(|item| Row {
            cells: vec![Cell::from(item.label.clone()), Cell::from(words.money(item.planned_cents))],
            strong: false,
        })
        .collect();
    let sum = items.iter().fold(0_i64, |sum, item| sum.saturating_add(item.planned_cents));
    Table {
        title: words.tv("plan-title", &[("purpose", grant.purpose.as_str().into())]),
        columns: vec![Column::text(words.t("column-item"), 1), Column::number(words.t("column-planned"))],
        groups: vec![RowGroup { title: None, rows }],
        total: Some(vec![words.t("sum"), words.money(sum)]),
        note: None,
        wide: false,
    }
}

fn duties(material: &Material<'_>, grant: &ReceivedGrant, duties: &[&Duty]) -> Table {
    let words = &material.words;
    let rows = duties
        .iter()
        .map(|duty| {
            // What was done after the period was still open in it.
            let done = duty.done_on.filter(|day| *day <= material.scope.period.to);
            Row {
                cells: vec![
                    Cell::from(duty.due_on.map(|day| german::date(day.0)).unwrap_or_default()),
                    Cell {
                        lines: vec![duty.title.clone()],
                        small: (!duty.basis.is_empty()).then(|| duty.basis.clone()),
                        ..Cell::default()
                    },
                    Cell::from(words.t(if done.is_some() { "duty-done" } else { "duty-open" })),
                ],
                strong: false,
            }
        })
        .collect();
    Table {
        title: words.tv("duties-title", &[("purpose", grant.purpose.as_str().into())]),
        columns: vec![
            Column::date(words.t("column-due")),
            Column::text(words.t("column-duty"), 1),
            Column::state(words.t("column-state")),
        ],
        groups: vec![RowGroup { title: None, rows }],
        total: None,
        note: None,
        wide: false,
    }
}
