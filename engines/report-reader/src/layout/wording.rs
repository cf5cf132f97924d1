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

/// »Welche Projekte wurden begleitet?«: the question of a form stands where others have a heading.
pub(crate) fn is_form_question(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let asks =
        ["Welche", "Welcher", "Welches", "Welchen", "Wie", "Was", "Wo", "Wer", "Wann", "Womit", "Wofür", "Worin"];
    text.trim_end().ends_with('?') && asks.contains(&first)
}

/// Without emphasis marks, a closing colon and doubled blanks.
pub(super) fn clean(text: &str) -> String {
    let text = text.trim().trim_matches(['*', '_']).trim().trim_end_matches(':').trim_end();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
