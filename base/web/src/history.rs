//! The history of a record in words: names for ids, the words of the form for stored ones, and what changed in a long text.

use std::collections::BTreeMap;

use allmende_documents::format as german;
use allmende_store::{AuditEntry, Id, TimelineItem, Tx};
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

use crate::cx::Cx;
use crate::form::Field;
use crate::problem::Problem;
use crate::screen::moment_words;

/// What stood in a field before and after.
pub(crate) struct ChangeLine {
    /// The field as on the form.
    pub(crate) label: String,
    /// What stood there; empty for nothing.
    pub(crate) old: String,
    /// What stands there; empty for nothing.
    pub(crate) new: String,
    /// The pieces of a long text that was changed; empty for a short one.
    pub(crate) pieces: Vec<Piece>,
}

/// A piece of a changed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As before.
    Kept(String),
    /// Taken out.
    Gone(String),
    /// Put in.
    Added(String),
}

/// A text with this many characters is shown by its changes.
const LONG_TEXT: usize = 60;

/// What is shown of unchanged text beside a change, in words.
const AROUND: usize = 8;

/// What changed from one text to another, word by word. Unchanged text far from any change is left out.
pub(crate) fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let diff = TextDiff::from_words(old, new);
    let mut all: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match all.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => all.push((change.tag(), change.value().to_owned())),
        }
    }
    let last = all.len().saturating_sub(1);
    all.into_iter()
        .enumerate()
        .map(|(index, (tag, text))| match tag {
            ChangeTag::Delete => Piece::Gone(text),
            ChangeTag::Insert => Piece::Added(text),
            ChangeTag::Equal => Piece::Kept(shortened(&text, index == 0, index == last)),
        })
        .collect()
}

/// The words of unchanged text that stand beside a change.
fn shortened(text: &str, is_first: bool, is_last: bool) -> String {
    // A blank before the first word belongs to no word.
    let (blank, rest) = text.split_at(text.len() - text.trim_start().len());
    let words: Vec<&str> = rest.split_inclusive(char::is_whitespace).collect();
    let (before, after) = (if is_first { 0 } else { AROUND }, if is_last { 0 } else { AROUND });
    if words.len() <= before + after + 2 {
        return text.to_owned();
    }
    let head = words.get(..before).unwrap_or_default().concat();
    let tail = words.get(words.len() - after..).unwrap_or_default().concat();
    format!("{blank}{head}… {tail}")
}

/// The names behind the ids of a history.
pub(crate) struct Names {
    lines: BTreeMap<Id, TimelineItem>,
    files: BTreeMap<Id, String>,
}

impl Names {
    /// Looks up what the entries name, in two statements.
    pub(crate) async fn of(cx: &Cx, tx: &mut Tx, entries: &[AuditEntry]) -> Result<Self, Problem> {
        let values = entries.iter().flat_map(AuditEntry::fields).flat_map(|(_, old, new)| [old, new]);
        let ids: Vec<Id> = values.filter_map(|value| value.as_str().and_then(|text| text.parse().ok())).collect();
        let lines = tx.index_lines(ids.clone()).await?;
        let lines: BTreeMap<Id, TimelineItem> = lines.into_iter().map(|(id, line)| (id, cx.worded(line))).collect();
        let files = tx.file_names(ids.into_iter().filter(|id| !lines.contains_key(id)).collect()).await?;
        Ok(Self { lines, files })
    }

    /// The name of a record or file, or why there is none.
    fn words(&self, cx: &Cx, id: Id) -> String {
        match self.lines.get(&id) {
            Some(line) if !cx.app().kind(&line.kind).is_some_and(|view| cx.may(view.read)) => cx.t("history-hidden"),
            Some(line) if line.trashed_at.is_some() => {
                cx.tv("history-in-trash", [("title", line.title.as_str().into())])
            }
            Some(line) => line.title.clone(),
            None => self.files.get(&id).cloned().unwrap_or_else(|| cx.t("history-deleted")),
        }
    }
}

/// The words of one kind of record.
pub(crate) struct FieldWords<'a> {
    pub(crate) cx: &'a Cx,
    /// Prefix of its texts.
    pub(crate) prefix: &'static str,
    /// The fields of its form.
    pub(crate) fields: Vec<Field>,
    pub(crate) names: Names,
}

impl FieldWords<'_> {
    /// The changes of an entry.
    pub(crate) fn changes(&self, entry: &AuditEntry) -> Vec<ChangeLine> {
        entry
            .fields()
            .iter()
            .map(|(field, old, new)| {
                let (was, is) = (self.words(field, old), self.words(field, new));
                let both_texts = old.is_string() && new.is_string() && !was.is_empty() && !is.is_empty();
                let long = was.chars().count().max(is.chars().count()) >= LONG_TEXT;
                let pieces = if both_texts && long { pieces(&was, &is) } else { Vec::new() };
                ChangeLine { label: self.label(field), old: was, new: is, pieces }
            })
            // What was empty and stays empty is no news.
            .filter(|line| !line.old.is_empty() || !line.new.is_empty())
            .collect()
    }

    fn label(&self, field: &str) -> String {
        if let Some(own) = self.fields.iter().find(|own| own.name == field && !own.label.is_empty()) {
            return own.label.clone();
        }
        let key = format!("{}-{}", self.prefix, field.replace('_', "-"));
        if self.cx.app().texts.has(self.cx.language(), &key) {
            self.cx.t(&key)
        } else {
            self.cx.t(&format!("field-{}", field.replace('_', "-")))
        }
    }

    /// What a stored value says to a person.
    fn words(&self, field: &str, value: &Value) -> String {
        let cx = self.cx;
        match value {
            Value::Null => String::new(),
            Value::Bool(yes) => cx.t(if *yes { "yes" } else { "no" }),
            Value::Number(number) => match number.as_i64() {
                Some(cents) if field.ends_with("_cents") => cx.money(cents),
                Some(milli) if field.ends_with("_milli") => scaled(milli, 3),
                Some(rate) if field == "rate" => format!("{}\u{202f}%", scaled(rate, 2)),
                Some(number) => number.to_string(),
                None => number.to_string(),
            },
            Value::String(text) => self.text_words(field, text),
            other => other.to_string(),
        }
    }

    fn text_words(&self, field: &str, text: &str) -> String {
        let cx = self.cx;
        if let Ok(id) = text.parse::<Id>() {
            return self.names.words(cx, id);
        }
        if let (10, Ok(day)) = (text.len(), text.parse::<jiff::civil::Date>()) {
            return german::date(day);
        }
        if field.ends_with("_at")
            && let Ok(instant) = text.parse::<jiff::Timestamp>()
        {
            return moment_words(cx, allmende_store::Moment::new(instant));
        }
        let own = self.fields.iter().find(|own| own.name == field);
        if let Some(choice) = own.and_then(|own| own.choices.iter().find(|choice| choice.value == text)) {
            return choice.label.clone();
        }
        let word = text.replace('_', "-");
        let field = field.replace('_', "-");
        [format!("{}-{field}-{word}", self.prefix), format!("{field}-{word}")]
            .iter()
            .find(|key| text.len() < 40 && cx.app().texts.has(cx.language(), key))
            .map_or_else(|| text.to_owned(), |key| cx.t(key))
    }
}

/// A number given in units of `10^-places`, without zeros at its end.
fn scaled(number: i64, places: u32) -> String {
    german::decimal(number, places).trim_end_matches('0').trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_stands_between_its_neighbours() {
        let kept = |text: &str| Piece::Kept(text.to_owned());
        assert_eq!(
            pieces("Die Allianz hat drei Wege gebaut.", "Die Allianz hat vier Wege gebaut."),
            [
                kept("Die Allianz hat "),
                Piece::Gone("drei".to_owned()),
                Piece::Added("vier".to_owned()),
                kept(" Wege gebaut.")
            ]
        );
        assert_eq!(pieces("gleich", "gleich"), [kept("gleich")]);
    }

    #[test]
    fn text_far_from_a_change_is_left_out() {
        let long = "Wort ".repeat(500);
        let found = pieces(&format!("{long}alt {long}"), &format!("{long}neu {long}"));
        assert_eq!(found.len(), 4);
        for piece in &found {
            let (Piece::Kept(text) | Piece::Gone(text) | Piece::Added(text)) = piece;
            assert!(text.split_whitespace().count() <= AROUND + 1, "{text}");
        }
        assert_eq!(found[0], Piece::Kept(format!("… {}", "Wort ".repeat(AROUND))));
        assert_eq!(found[3], Piece::Kept(format!(" {}… ", "Wort ".repeat(AROUND))));
    }
}
