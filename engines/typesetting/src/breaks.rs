//! Places to break in words that no line could hold.

use serde_json::Value;

/// Fields whose strings are names for the program, not words for a reader.
const CODES: [&str; 10] = ["type", "layout", "language", "date", "brand", "kind", "link", "logo", "outcome", "mark"];

/// Fields that stand in narrow columns.
const NARROW: [&str; 17] = [
    "cells",
    "total",
    "columns",
    "facts",
    "figures",
    "imprint",
    "information",
    "foot",
    "address",
    "notes",
    "rows",
    "margin",
    "label",
    "lines",
    "number",
    "purpose",
    "office",
];

/// Puts break opportunities into all strings of a document that is already a JSON value.
pub(crate) fn insert(value: &mut Value) {
    visit(value, &|text, narrow| break_long_words(text, narrow), false);
}

/// The same for a text that is not among the values of the document.
pub(crate) fn in_text(text: &str) -> String {
    break_long_words(text, false)
}

fn visit(value: &mut Value, change: &impl Fn(&str, bool) -> String, narrow: bool) {
    match value {
        Value::String(text) => *text = change(text, narrow),
        Value::Array(items) => items.iter_mut().for_each(|item| visit(item, change, narrow)),
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                if !CODES.contains(&name.as_str()) {
                    visit(field, change, narrow || NARROW.contains(&name.as_str()));
                }
            }
        }
        _ => {}
    }
}

/// From this length on letters may also be divided where hyphenation finds no place: longer than any
/// German compound. Other signs (numbers, keys) know no hyphens and are divided earlier.
const OVERLONG: usize = 70;

/// Whether a word is an address of mail or of a page. `templates/inline.typ` knows it by the same signs.
fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.starts_with("www.")
}

/// How many letters and digits follow before the next sign or the end, at most `most`.
fn part_left(rest: &std::iter::Peekable<std::str::Chars<'_>>, most: usize) -> usize {
    rest.clone().take(most).take_while(|c| c.is_alphanumeric()).count()
}

/// Puts zero-width spaces into words that are too long for a line: behind punctuation (addresses)
/// and, in words beyond any dictionary, at fixed distances.
fn break_long_words(text: &str, narrow: bool) -> String {
    let (signs_from, step) = if narrow { (22, 10) } else { (40, 20) };
    let mut result = String::with_capacity(text.len());
    for (number, word) in text.split(' ').enumerate() {
        if number > 0 {
            result.push(' ');
        }
        let length = word.chars().count();
        if length <= signs_from {
            result.push_str(word);
            continue;
        }
        let overlong = if word.chars().all(char::is_alphabetic) { OVERLONG } else { signs_from };
        // No hyphen may divide an address, so its parts must fit by themselves; short ones stay whole.
        let whole_up_to = if is_address(word) { step + 2 } else { 0 };
        let mut since_break = 0;
        let mut characters = word.chars().peekable();
        while let Some(character) = characters.next() {
            result.push(character);
            since_break += 1;
            // "://" stays whole: the templates look for it.
            let whole = matches!(character, ':' | '/') && characters.peek() == Some(&'/');
            let sign =
                !whole && matches!(character, '/' | '.' | '@' | '_' | '?' | '&' | '=' | ':' | '#' | '+' | ',' | ';');
            if character.is_whitespace() || character == '-' || character == '\u{200b}' {
                since_break = 0;
            } else if (sign && since_break > 3)
                || (length > overlong
                    && since_break >= step
                    && part_left(&characters, whole_up_to) + since_break > whole_up_to)
            {
                result.push('\u{200b}');
                since_break = 0;
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_overlong_words_are_divided() {
        assert_eq!(break_long_words("Verwaltungsgemeinschaft", false), "Verwaltungsgemeinschaft");
        let long = break_long_words(&"x".repeat(5000), false);
        assert!(long.split('\u{200b}').all(|part| part.len() <= 20));
        assert_eq!(long.replace('\u{200b}', "").len(), 5000);
        let mail = break_long_words("geschaeftsstelle@allianz.example.org", true);
        let page = break_long_words("https://www.allianz.example/aktuelles", true);
        assert_eq!(page, "https://\u{200b}www.\u{200b}allianz.\u{200b}example/\u{200b}aktuelles");
        let short = break_long_words("ferdinand.achterfeld57@beispiel.example", true);
        assert_eq!(short, "ferdinand.\u{200b}achterfeld57@\u{200b}beispiel.\u{200b}example");
        // What no hyphen divides must fit the narrowest column by itself.
        let hostile = break_long_words(&format!("{0}@{0}.{0}", "x".repeat(200)), true);
        assert!(hostile.split('\u{200b}').all(|part| part.len() <= 12), "{hostile}");
        assert_eq!(mail, "geschaefts\u{200b}stelle@\u{200b}allianz.\u{200b}example.\u{200b}org");
    }
}
