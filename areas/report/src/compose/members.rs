//! The members with their inhabitants.

use std::collections::BTreeSet;

use allmende_documents::format as german;
use allmende_documents::{Block, Cell, Column, Row, RowGroup, Table, plain};

use super::Material;

/// What a member without an administrative community has.
fn administration(material: &Material<'_>, community: &str) -> String {
    if community.is_empty() { material.words.t("administration-own") } else { community.to_owned() }
}

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>) {
    let scope = material.scope;
    let words = &material.words;
    if scope.members.is_empty() {
        blocks.push(Block::Note { text: plain(words.t("members-empty")) });
        return;
    }
    let rows = scope
        .members
        .iter()
        .map(|member| Row {
            cells: vec![
                Cell::from(member.municipality.name.clone()),
                Cell::from(words.t(&format!("kind-{}", member.municipality.kind.word()))),
                Cell::from(administration(material, &member.municipality.administrative_community)),
                Cell::from(member.population.map_or_else(|| "–".to_owned(), |count| words.number(count.inhabitants))),
            ],
            strong: false,
        })
        .collect();
    blocks.push(Block::Table(Table {
        title: words.t("members-title"),
        columns: vec![
            Column::text(words.t("column-member"), 5),
            Column::text(words.t("column-kind"), 3),
            Column::text(words.t("column-administration"), 4),
            Column::number(words.t("column-inhabitants")),
        ],
        groups: vec![RowGroup { title: None, rows }],
        total: Some(vec![
            words.counted("count-members", scope.members.len(), &[]),
            String::new(),
            String::new(),
            words.number(scope.inhabitants()),
        ]),
        note: note(material),
        wide: false,
    }));
}

/// The day and the source of the counts, and how many members have none.
fn note(material: &Material<'_>) -> Option<String> {
    let words = &material.words;
    let counts = || material.scope.members.iter().filter_map(|member| member.population);
    let days: BTreeSet<String> = counts().map(|count| german::date(count.counted_on.0)).collect();
    let sources: BTreeSet<&str> =
        counts().map(|count| count.source.as_str()).filter(|source| !source.is_empty()).collect();
    let mut sentences = Vec::new();
    let days: Vec<String> = days.into_iter().collect();
    if !days.is_empty() {
        let sources: Vec<&str> = sources.into_iter().collect();
        let key = if sources.is_empty() { "members-note" } else { "members-note-source" };
        let mut values = vec![("days", words.list(&days).into())];
        if !sources.is_empty() {
            values.push(("sources", sources.join("; ").into()));
        }
        sentences.push(words.tv(key, &values));
    }
    let unknown = material.scope.members.iter().filter(|member| member.population.is_none()).count();
    if unknown > 0 {
        sentences.push(words.counted("members-unknown", unknown, &[]));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
