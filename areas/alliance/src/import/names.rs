//! Names of people as files write them.

use super::spelling::plain;
use crate::model::Salutation;

/// A name in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FullName {
    pub(super) title: String,
    pub(super) given: String,
    pub(super) family: String,
}

impl FullName {
    /// "Family name, given name".
    pub(super) fn list_name(&self) -> String {
        if self.given.is_empty() { self.family.clone() } else { format!("{}, {}", self.family, self.given) }
    }
}

/// Words that belong to the family name behind them.
const PARTICLES: [&str; 14] =
    ["von", "vom", "van", "zu", "zum", "zur", "der", "den", "de", "di", "da", "du", "la", "ter"];

fn is_title(word: &str) -> bool {
    let lower = word.to_lowercase();
    let known = [
        "dr", "prof", "dipl", "mag", "lic", "med", "phil", "rer", "nat", "iur", "jur", "ing", "h.c", "habil", "pol",
        "oec",
    ];
    lower.split('-').all(|part| part.ends_with('.') && known.contains(&part.trim_end_matches('.')))
}

/// How a person is addressed, and a title that stood there, too: "Frau", "Herrn Dr.", "w". An empty
/// text says nothing; `None` if the text is understood as neither.
pub(super) fn salutation(text: &str) -> Option<(Option<Salutation>, String)> {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return Some((None, String::new())) };
    let form = match plain(first).as_str() {
        "frau" | "fr" | "ms" | "mrs" | "miss" | "w" | "f" | "weiblich" | "female" => Salutation::Ms,
        "herr" | "herrn" | "hr" | "hrn" | "mr" | "m" | "maennlich" | "male" => Salutation::Mr,
        "neutral" | "divers" | "d" | "ohne" | "keine" | "x" => Salutation::Neutral,
        _ => return None,
    };
    let rest: Vec<&str> = words.collect();
    // "Ohne Anrede" is what this program itself writes.
    let title = if rest.iter().all(|word| is_title(word)) { rest.join(" ") } else { String::new() };
    Some((Some(form), title))
}

/// Splits "Frau Dr. Ida von der Au", "Muster, Ida" or "Muster, Dr. Ida" into form of address and name.
pub(super) fn split_name(text: &str) -> (String, FullName) {
    let mut form = String::new();
    let mut title: Vec<&str> = Vec::new();
    let (behind, front) = text.split_once(',').map_or(("", text), |(family, rest)| (family.trim(), rest));
    let mut words: Vec<&str> = front.split_whitespace().collect();
    while let Some(first) = words.first().copied() {
        if form.is_empty() && ["Frau", "Herr", "Herrn", "Fr.", "Hr."].contains(&first) {
            first.clone_into(&mut form);
        } else if is_title(first) {
            title.push(first);
        } else {
            break;
        }
        words.remove(0);
    }
    let (given, family) = if behind.is_empty() {
        // The family name is the last word with the particles before it.
        let particle = |word: &&str| PARTICLES.contains(&word.to_lowercase().as_str());
        let mut from = words.len().saturating_sub(1);
        while from > 1 && words.get(from - 1).is_some_and(particle) {
            from -= 1;
        }
        let (given, family) = words.split_at(from);
        (given.join(" "), family.join(" "))
    } else {
        (words.join(" "), behind.to_owned())
    };
    (form, FullName { title: title.join(" "), given, family })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split() {
        let table = [
            ("Ida Muster", "", "", "Ida", "Muster"),
            ("Muster, Ida", "", "", "Ida", "Muster"),
            ("Muster, Dr. Ida", "", "Dr.", "Ida", "Muster"),
            ("Frau Dr. Ida Muster", "Frau", "Dr.", "Ida", "Muster"),
            ("Prof. Dr. med. Kim Probe", "", "Prof. Dr. med.", "Kim", "Probe"),
            ("Herr Dipl.-Ing. Max von der Au", "Herr", "Dipl.-Ing.", "Max", "von der Au"),
            ("Ida Maria Muster-Probe", "", "", "Ida Maria", "Muster-Probe"),
            ("von Muster, Ida", "", "", "Ida", "von Muster"),
            ("Muster", "", "", "", "Muster"),
            ("M. Muster", "", "", "M.", "Muster"),
            ("Dr.", "", "Dr.", "", ""),
            ("", "", "", "", ""),
        ];
        for (text, form, title, given, family) in table {
            let name = FullName { title: title.to_owned(), given: given.to_owned(), family: family.to_owned() };
            assert_eq!(split_name(text), (form.to_owned(), name), "{text}");
        }
    }

    #[test]
    fn forms_of_address_are_known() {
        let some = |form, title: &str| Some((Some(form), title.to_owned()));
        let table = [
            ("Frau", some(Salutation::Ms, "")),
            ("Herrn Dr.", some(Salutation::Mr, "Dr.")),
            ("w", some(Salutation::Ms, "")),
            ("Ohne Anrede", some(Salutation::Neutral, "")),
            ("", Some((None, String::new()))),
            ("Familie", None),
        ];
        for (text, expected) in table {
            assert_eq!(salutation(text), expected, "{text}");
        }
    }
}
