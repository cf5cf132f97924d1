//! Makes strings printable: no control characters, no marks that turn the direction of reading.

use serde_json::Value;

use crate::{Document, DocumentFault};

/// The same document with clean strings. Goes through JSON so that no field is forgotten.
pub fn cleaned(document: &Document) -> Result<Document, DocumentFault> {
    let unreadable = |error: serde_json::Error| DocumentFault {
        sentence: "Das Dokument ließ sich nicht lesen.".to_owned(),
        detail: error.to_string(),
    };
    let mut value = serde_json::to_value(document).map_err(unreadable)?;
    visit(&mut value);
    let mut result: Document = serde_json::from_value(value).map_err(unreadable)?;
    result.images.clone_from(&document.images);
    for image in &mut result.images {
        image.name = clean(&image.name);
    }
    Ok(result)
}

fn visit(value: &mut Value) {
    match value {
        Value::String(text) => *text = clean(text),
        Value::Array(items) => items.iter_mut().for_each(visit),
        Value::Object(fields) => fields.values_mut().for_each(visit),
        _ => {}
    }
}

/// Drops what cannot be printed and nobody would miss; line ends become `\n`.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push(' '),
            // Joiners, direction marks, variation selectors, byte order marks, tags.
            '\u{200c}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffc}'
            | '\u{e0000}'..='\u{e0fff}' => {}
            other if other.is_control() => {}
            other => clean.push(other),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_direction_marks_vanish() {
        assert_eq!(clean("a\u{0}b\u{1b}c\u{202e}d\u{2066}e\u{feff}"), "abcde");
        assert_eq!(clean("eins\r\nzwei\tdrei"), "eins\nzwei drei");
        assert_eq!(clean("weich\u{ad}er Strich"), "weich\u{ad}er Strich");
    }
}
