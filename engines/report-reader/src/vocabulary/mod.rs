//! The words that tell what a section, a column or a body is.

mod bodies;
mod columns;
mod sections;

pub(crate) use bodies::{body, body_word};
pub(crate) use columns::{Column, column};
use sections::{NEUTRAL, section_word};

/// What a section of a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Meetings,
    Events,
    Projects,
    Grants,
    SmallGrants,
    Press,
    Contents,
    Other,
}

/// How sure a heading's class is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) section: Section,
    /// The heading says nothing but this.
    pub(crate) strong: bool,
    /// The word is only the end of a longer one: »Bauhofkooperation«.
    pub(crate) compound: bool,
}

/// The class of a heading, if its words tell one.
pub(crate) fn classify(heading: &str) -> Option<Class> {
    let lower = heading.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|w| w.trim_matches('-'))
        .filter(|w| !w.is_empty())
        .collect();
    let known: Vec<(usize, Section)> =
        words.iter().enumerate().filter_map(|(at, word)| section_word(word).map(|s| (at, s))).collect();
    let (first, section) = *known.first()?;
    // Several classes: the specific one wins over »Aufgaben« and »Termine«.
    let mut section = known.iter().map(|(_, s)| *s).find(|s| *s != Section::Other).unwrap_or(section);
    // »Termine der Allianzversammlung«
    let dates = words.get(first).is_some_and(|word| matches!(*word, "termine" | "treffen"));
    let others = known.iter().skip(1).any(|(_, s)| *s == Section::Events);
    if dates && !others && known.iter().any(|(_, s)| *s == Section::Meetings) {
        section = Section::Meetings;
    }
    if known.iter().any(|(_, s)| *s == Section::Press) {
        section = Section::Press;
    }
    if known.iter().any(|(_, s)| *s == Section::SmallGrants) {
        section = Section::SmallGrants;
    }
    let proper = words
        .iter()
        .filter(|w| !NEUTRAL.contains(w) && section_word(w).is_none() && !w.chars().all(|c| c.is_ascii_digit()))
        .count();
    let field = words.first().is_some_and(|w| {
        w.starts_with("handlungsfeld") || w.starts_with("themenfeld") || w.starts_with("entwicklungsziel")
    });
    if field {
        return Some(Class { section: Section::Projects, strong: true, compound: false });
    }
    let strong = proper == 0
        || crate::layout::is_form_question(heading)
        || (first <= 1
            && proper <= 3
            && matches!(section, Section::Meetings | Section::Events | Section::Press | Section::Contents));
    let compound = words.get(first).is_some_and(|word| is_compound(word, section));
    Some(Class { section, strong, compound })
}

/// Whether a word of a heading names a section.
pub(crate) fn names(heading: &str, section: Section) -> bool {
    let lower = heading.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| section_word(word) == Some(section))
}

/// Whether a heading has nothing but small words, numbers and signs: »Und 2024?«
pub(crate) fn says_nothing(lower: &str) -> bool {
    lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| NEUTRAL.contains(&word) || word.chars().all(|c| c.is_ascii_digit()))
}

/// »Bauhofkooperation« may be a project; »Vorstandssitzungen« and »Netzwerktreffen« are what they say.
fn is_compound(word: &str, section: Section) -> bool {
    let stems = match section {
        Section::Events => [
            "kooperation",
            "kooperationen",
            "austausch",
            "zusammenarbeit",
            "netzwerk",
            "netzwerke",
            "messen",
            "kalender",
            "chronik",
            "vernetzung",
        ]
        .as_slice(),
        Section::Grants => ["förderung", "finanzierung", "finanzen", "zuwendung"].as_slice(),
        Section::Press => ["marketing"].as_slice(),
        Section::Other => ["organisation", "struktur", "ziele", "gebiet"].as_slice(),
        Section::Projects => ["projekt"].as_slice(),
        _ => return false,
    };
    stems.iter().any(|stem| word.ends_with(stem) && word.len() > stem.len())
}
