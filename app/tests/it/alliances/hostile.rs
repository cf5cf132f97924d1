//! An alliance that typed the worst into every field.

use allmende::archive::Files;
use serde_json::Value;

use super::haselgrund::{self, Amounts};

/// A text that nobody wants to meet.
#[derive(Clone, Copy, Debug)]
pub struct Hostile {
    /// What it is called in the names of files.
    pub name: &'static str,
    /// Makes it for the field with this number.
    pub text: fn(usize) -> String,
}

/// Texts that every file must show.
pub const PRINTABLE: &[Hostile] = &[
    Hostile { name: "markup", text: markup },
    Hostile { name: "names", text: names },
    Hostile { name: "endless", text: endless },
];

/// Markup of five languages, a formula, emoji, marks of direction and control characters.
pub fn markup(_: usize) -> String {
    "=1+1 #set page(1cm) *a* <b>c</b> $x$ @d 🦔👩🏽🌳✔ \u{202e}rechts\u{202c}\u{200f} \u{1b}[31m\u{7}Ende &amp; {{ 7*7 }} ${e}".to_owned()
}

/// A name of 300 letters with blanks and hyphens.
pub fn names(_: usize) -> String {
    let long = "Verwaltungsgemeinschaftsvorsitzender Großwiesenthal-Unterföhrenrode b. Obereschwinkelbach ".repeat(4);
    long.chars().take(299).chain(['z']).collect()
}

/// One word of 5,000 letters, in every thirteenth field: in all of them the document would have hundreds of pages.
pub fn endless(field: usize) -> String {
    "Donaudampfschifffahrt".chars().cycle().take(if field % 13 == 3 { 5_000 } else { 21 }).collect()
}

/// What no typeface of the program has.
pub fn unknown(_: usize) -> String {
    "Fest 北 im Tal".to_owned()
}

/// Fields whose values mean something to the program: days, words of a fixed list, keys, files, shapes.
const CODES: &[&str] = &[
    "id",
    "created_at",
    "changed_at",
    "trashed_at",
    "archived_at",
    "brand",
    "kind",
    "ags",
    "outline",
    "state",
    "precision",
    "qualifier",
    "template",
    "language",
    "chapter",
    "based_on",
    "media_type",
    "digest",
];

/// Whether a field of a record holds what a person typed. Ids, days and moments tell themselves by their values.
pub fn is_typed(field: &str, value: &Value) -> bool {
    let Some(text) = value.as_str() else { return false };
    let reference = field.ends_with("_id") || field.ends_with("_file");
    let dated = text.parse::<jiff::civil::Date>().is_ok() || text.parse::<jiff::Timestamp>().is_ok();
    !CODES.contains(&field) && !reference && !dated
}

/// The mark that stands in the text of a field, so that it can be found again: "Q7Q".
pub fn mark(number: usize) -> String {
    format!("Q{number}Q")
}

/// The archive, and what was put into which field ("network_entry.title"), in the order of the marks.
pub fn marked(text: fn(usize) -> String) -> (Files, Vec<(String, String)>) {
    let mut files = haselgrund::archive(Amounts { meetings: 2, entries: 6, clippings: 2 });
    let mut fields: Vec<(String, String)> = Vec::new();
    for (name, bytes) in &mut files {
        let Some(kind) = name.strip_prefix("records/").and_then(|name| name.strip_suffix(".json")) else { continue };
        let mut records: Vec<serde_json::Map<String, Value>> = serde_json::from_slice(bytes).unwrap();
        for (field, value) in records.iter_mut().flatten() {
            // Elsewhere the same word names a text.
            let word = kind == "agenda_item" && field == "purpose";
            if is_typed(field, value) && !word {
                let hostile = format!("{} {}", text(fields.len()), mark(fields.len()));
                *value = Value::String(hostile.clone());
                fields.push((format!("{kind}.{field}"), hostile));
            }
        }
        *bytes = serde_json::to_vec(&records).unwrap();
    }
    (files, fields)
}

/// Only the archive.
pub fn archive(text: fn(usize) -> String) -> Files {
    marked(text).0
}
