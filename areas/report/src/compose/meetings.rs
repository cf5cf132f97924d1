//! Geschäftsführung: the meetings and their topics.

use allmende_alliance::model::BodyKind;
use allmende_documents::format as german;
use allmende_documents::{Block, Cell, Column, ColumnKind, KeyFigure, Row, RowGroup, Table, plain};
use allmende_store::Id;

use super::{HeldMeeting, Material};

/// What one meeting and several meetings are called, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BodyCount {
    pub(super) name: String,
    pub(super) one: String,
    pub(super) many: String,
    pub(super) count: usize,
}

/// The bodies that met, in the order of their first meeting.
pub(super) fn bodies(material: &Material<'_>) -> Vec<BodyCount> {
    let mut found: Vec<(Id, BodyCount)> = Vec::new();
    for held in &material.scope.meetings {
        let id = held.meeting.body_id;
        if let Some((_, counted)) = found.iter_mut().find(|(other, _)| *other == id) {
            counted.count += 1;
        } else {
            let (one, many) = nouns(material, held);
            let name = held.body.map(|body| body.name.clone()).unwrap_or_default();
            found.push((id, BodyCount { name, one, many, count: 1 }));
        }
    }
    found.into_iter().map(|(_, counted)| counted).collect()
}

fn nouns(material: &Material<'_>, held: &HeldMeeting<'_>) -> (String, String) {
    let words = &material.words;
    let one = held.body.map(|body| body.meeting_name.clone()).filter(|name| !name.is_empty());
    let many = held.body.map(|body| body.meeting_name_plural.clone()).filter(|name| !name.is_empty());
    match (one, many) {
        (Some(one), Some(many)) => (one, many),
        _ => (words.t("meeting-one"), words.t("meeting-many")),
    }
}

/// The words for a meeting when there was none: those of the assembly, else the usual ones.
fn expected_nouns(material: &Material<'_>) -> (String, String) {
    let words = &material.words;
    material
        .scope
        .facts
        .bodies
        .iter()
        .find(|body| {
            body.kind == BodyKind::Assembly && !body.meeting_name.is_empty() && !body.meeting_name_plural.is_empty()
        })
        .map_or_else(
            || (words.t("meeting-one"), words.t("meeting-many")),
            |body| (body.meeting_name.clone(), body.meeting_name_plural.clone()),
        )
}

/// "Vom 1. Mai bis zum 1. Dezember 2017 haben 4 Allianzsitzungen stattgefunden."
pub(super) fn sentence(material: &Material<'_>) -> String {
    let words = &material.words;
    let bodies = bodies(material);
    let total = material.scope.meetings.len();
    let (one, many) = match bodies.as_slice() {
        [] => expected_nouns(material),
        [only] => (only.one.clone(), only.many.clone()),
        _ => (words.t("meeting-one"), words.t("meeting-many")),
    };
    let values = [
        ("period", words.period(material.scope.period).into()),
        ("none", words.none_of(&one).into()),
        ("meeting", one.into()),
        ("meetings", many.into()),
    ];
    let mut sentence = words.counted("meetings-sentence", total, &values);
    if bodies.len() > 1 {
        let parts: Vec<String> = bodies
            .iter()
            .map(|body| {
                let count = words.number(i64::try_from(body.count).unwrap_or(i64::MAX));
                let noun = if body.count == 1 { &body.one } else { &body.many };
                if body.name.is_empty() { format!("{count} {noun}") } else { format!("{count} {noun} ({})", body.name) }
            })
            .collect();
        sentence = format!("{sentence} {}", words.tv("meetings-bodies", &[("list", words.list(&parts).into())]));
    }
    sentence
}

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>, own: Vec<Block>) {
    let scope = material.scope;
    let words = &material.words;
    if scope.meetings.is_empty() {
        blocks.push(Block::Paragraph { text: plain(words.t("meetings-intro")) });
        blocks.extend(own);
        blocks.push(Block::Note { text: plain(sentence(material)) });
        return;
    }
    blocks.push(Block::MarginFigure { figures: margin(material) });
    blocks.push(Block::Paragraph { text: plain(format!("{} {}", words.t("meetings-intro"), sentence(material))) });
    blocks.extend(own);
    let mut more = words.counted("topics-sentence", scope.topic_count(), &[]);
    let recurring = scope.recurring();
    if !recurring.is_empty() {
        more = format!(
            "{more} {}",
            words.counted("recurring-sentence", recurring.len(), &[("list", words.list(&recurring).into())])
        );
    }
    blocks.push(Block::Paragraph { text: plain(more) });
    blocks.push(Block::Table(table(material)));
}

fn margin(material: &Material<'_>) -> Vec<KeyFigure> {
    let words = &material.words;
    let figure = |count: usize, label: String| KeyFigure {
        qualifier: None,
        value: words.number(i64::try_from(count).unwrap_or(i64::MAX)),
        unit: None,
        label,
        origin: None,
    };
    let meetings = material.scope.meetings.len();
    let bodies = bodies(material);
    let label = match bodies.as_slice() {
        [only] if meetings == 1 => words.tv("figure-meetings-of", &[("meetings", only.one.as_str().into())]),
        [only] => words.tv("figure-meetings-of", &[("meetings", only.many.as_str().into())]),
        _ => words.counted("figure-meetings", meetings, &[]),
    };
    let topics = material.scope.topic_count();
    vec![figure(meetings, label), figure(topics, words.counted("figure-topics", topics, &[]))]
}

/// Meetings with their topics; several bodies stand in groups of their own.
fn table(material: &Material<'_>) -> Table {
    let scope = material.scope;
    let words = &material.words;
    let bodies = bodies(material);
    let groups = if bodies.len() > 1 {
        let mut ids: Vec<Id> = Vec::new();
        for held in &scope.meetings {
            if !ids.contains(&held.meeting.body_id) {
                ids.push(held.meeting.body_id);
            }
        }
        ids.iter()
            .zip(&bodies)
            .map(|(id, body)| RowGroup {
                title: Some(if body.name.is_empty() { body.many.clone() } else { body.name.clone() }),
                rows: scope
                    .meetings
                    .iter()
                    .filter(|held| held.meeting.body_id == *id)
                    .map(|held| row(material, held))
                    .collect(),
            })
            .collect()
    } else {
        vec![RowGroup { title: None, rows: scope.meetings.iter().map(|held| row(material, held)).collect() }]
    };
    let title = match bodies.as_slice() {
        [only] => words.tv("meetings-title-of", &[("meetings", only.many.as_str().into())]),
        _ => words.t("meetings-title"),
    };
    Table {
        title,
        columns: vec![
            Column::date(words.t("column-date")),
            Column { head: words.t("column-topics"), kind: ColumnKind::Text, share: 1 },
            Column::number(words.t("column-count")),
        ],
        groups,
        total: Some(vec![
            words.counted("count-meetings", scope.meetings.len(), &[]),
            String::new(),
            words.number(i64::try_from(scope.topic_count()).unwrap_or(i64::MAX)),
        ]),
        note: None,
        wide: false,
    }
}

fn row(material: &Material<'_>, held: &HeldMeeting<'_>) -> Row {
    let words = &material.words;
    let meeting = held.meeting;
    let lines: Vec<String> = held
        .topics
        .iter()
        .map(|topic| {
            let days: Vec<String> = material
                .scope
                .other_days(held, topic)
                .into_iter()
                .map(|day| words.short_day(day, meeting.held_on))
                .collect();
            if days.is_empty() {
                topic.title.clone()
            } else {
                format!("{} ({})", topic.title, words.tv("also", &[("days", days.join(", ").into())]))
            }
        })
        .collect();
    let lines = if lines.is_empty() { vec![words.t("no-topics")] } else { lines };
    let day = meeting.ends_on.filter(|last| *last > meeting.held_on);
    let date = german::date_range(meeting.held_on.0, day.unwrap_or(meeting.held_on).0);
    // A meeting without a name of its own carries the body's word, which the title of the table says already.
    let usual = held.body.is_some_and(|body| body.meeting_name == meeting.title || body.name == meeting.title);
    let title = if usual { "" } else { meeting.title.as_str() };
    let small: Vec<&str> = [title, meeting.place.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    Row {
        cells: vec![
            Cell { lines: vec![date], ..Cell::default() },
            Cell { lines, small: (!small.is_empty()).then(|| small.join(", ")), ..Cell::default() },
            Cell::from(words.number(i64::try_from(held.topics.len()).unwrap_or(i64::MAX))),
        ],
        strong: true,
    }
}
