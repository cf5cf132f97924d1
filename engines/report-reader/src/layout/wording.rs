//! How titles and wrapped sentences are worded.

/// A title does not stop at an article or preposition; a wrapped line does.
pub(crate) fn stops_midway(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let small = [
        "der", "die", "das", "des", "den", "dem", "und", "oder", "mit", "für", "von", "vom", "zu", "zur", "zum", "in",
        "im", "an", "am", "bei", "auf", "über", "sowie", "ein", "eine", "einer", "eines", "einen", "als", "sich", "es",
        "nach", "durch", "In", "Die", "Der", "Das",
    ];
    small.contains(&last)
}

/// Words that open sentences far more often than titles.
pub(super) fn opens_sentence(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    matches!(
        first,
        "Mit"
            | "In"
            | "Im"
            | "Zu"
            | "Zum"
            | "Zur"
            | "Am"
            | "Der"
            | "Die"
            | "Das"
            | "Ein"
            | "Eine"
            | "Als"
            | "Auch"
            | "Bei"
            | "Seit"
            | "Nach"
            | "Für"
            | "Um"
            | "Es"
            | "Wir"
            | "Hierzu"
            | "Dabei"
            | "Diese"
            | "Dieser"
            | "Dieses"
            | "Den"
            | "Dem"
            | "An"
            | "Auf"
            | "Aus"
            | "Durch"
            | "Über"
            | "Unter"
            | "Vor"
    )
}

/// Sentences have a verb; headings in reports hardly ever one of these.
pub(crate) fn looks_like_clause(text: &str) -> bool {
    let verbs = [
        "wurde", "wurden", "ist", "sind", "hat", "haben", "fand", "fanden", "war", "waren", "wird", "werden", "konnte",
        "konnten", "nahm", "nahmen", "trafen", "traf",
    ];
    !is_form_question(text) && text.split_whitespace().any(|word| verbs.contains(&word))
}

/// »Welche Projekte wurden begleitet?«, »Bitte beschreiben Sie die Maßnahmen.«: the question of a
/// form stands where others have a heading. What it asks for may follow in brackets.
pub(crate) fn is_form_question(text: &str) -> bool {
    const ASKS: [&str; 19] = [
        "welche", "welcher", "welches", "welchen", "welchem", "wie", "was", "wo", "wer", "wann", "womit", "wofür",
        "worin", "worüber", "wozu", "gab", "gibt", "wurden", "haben",
    ];
    const BIDS: [&str; 8] =
        ["beschreiben", "nennen", "erläutern", "schildern", "benennen", "geben", "stellen", "führen"];
    let mut words = text.split_whitespace().map(str::to_lowercase);
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let capital = text.trim_start().starts_with(char::is_uppercase);
    let asked = text.trim_end().ends_with('?')
        || text.contains("? (") && text.trim_end().ends_with(')')
        || text.contains("? Wenn ja");
    let asks = ASKS.contains(&first.as_str()) || ASKS.iter().take(13).any(|word| *word == second);
    let bids = BIDS.contains(&first.as_str()) && second == "sie" || first == "bitte" && BIDS.contains(&second.as_str());
    capital && (asked && asks || bids && text.split_whitespace().count() <= 20)
}

/// Without emphasis marks, a closing colon and doubled blanks.
pub(super) fn clean(text: &str) -> String {
    let text = text.trim().trim_matches(['*', '_']).trim().trim_end_matches(':').trim_end();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
