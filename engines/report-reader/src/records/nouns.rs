//! Nouns and small words as titles need them.

/// Nouns that say nothing about a project by themselves.
pub(super) const EMPTY: [&str; 60] = [
    "projekt",
    "projekte",
    "projekts",
    "projektes",
    "allianz",
    "kommunale",
    "kommunalen",
    "jahr",
    "jahres",
    "gemeinde",
    "gemeinden",
    "kommune",
    "kommunen",
    "bürgermeister",
    "bürgermeistern",
    "rahmen",
    "bereich",
    "ziel",
    "raum",
    "region",
    "mitglieder",
    "mitgliedskommunen",
    "mitgliedsgemeinden",
    "maßnahme",
    "maßnahmen",
    "vorhaben",
    "umsetzung",
    "zusammenarbeit",
    "herr",
    "frau",
    "handlungsfeld",
    "schwerpunkt",
    "thema",
    "beginn",
    "ende",
    "anfang",
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "unterstützung",
    "hilfe",
    "zeit",
    "auftrag",
    "berichtszeitraum",
    "ile",
    "allianzmanagement",
    "umsetzungsmanagement",
    "lenkungsgruppe",
    "idee",
    "teil",
    "herbst",
];

/// Processes: the thing itself follows as »des …« or »für …«.
pub(super) const PROCESSES: [&str; 24] = [
    "ausbau",
    "aufbau",
    "entwicklung",
    "erstellung",
    "einrichtung",
    "umsetzung",
    "durchführung",
    "realisierung",
    "fortschreibung",
    "gründung",
    "planung",
    "erarbeitung",
    "bau",
    "sanierung",
    "anschaffung",
    "einführung",
    "vorbereitung",
    "gestaltung",
    "neugestaltung",
    "errichtung",
    "förderung",
    "schaffung",
    "überarbeitung",
    "erweiterung",
];

/// Nouns that need what follows to mean something.
pub(super) const GENERIC: [&str; 8] =
    ["konzept", "netz", "netzwerk", "plattform", "programm", "studie", "kampagne", "initiative"];

pub(super) fn is_noun(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() > 1
}

pub(super) fn is_empty_noun(word: &str) -> bool {
    EMPTY.contains(&word.to_lowercase().as_str()) || word.chars().all(|c| c.is_ascii_digit())
}

/// Words that begin a sentence with a capital and are no nouns.
pub(super) fn is_function_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "der"
            | "die"
            | "das"
            | "des"
            | "dem"
            | "den"
            | "ein"
            | "eine"
            | "einen"
            | "einem"
            | "einer"
            | "eines"
            | "mit"
            | "als"
            | "im"
            | "in"
            | "am"
            | "an"
            | "auf"
            | "bei"
            | "für"
            | "zur"
            | "zum"
            | "nach"
            | "seit"
            | "um"
            | "unter"
            | "über"
            | "vom"
            | "von"
            | "auch"
            | "dank"
            | "durch"
            | "weiterhin"
            | "weiteres"
            | "weitere"
            | "neben"
            | "aus"
            | "gemeinsam"
            | "zu"
            | "bereits"
            | "erstmals"
            | "hierzu"
            | "dazu"
            | "ziel"
            | "es"
            | "wir"
            | "alle"
            | "ende"
            | "anfang"
            | "mitte"
            | "derzeit"
            | "aktuell"
            | "nachdem"
            | "da"
            | "wie"
            | "ab"
            | "vor"
            | "ebenfalls"
            | "unser"
            | "unsere"
            | "ihr"
            | "sein"
            | "dieses"
            | "diese"
    )
}

pub(super) fn is_article(word: &str) -> bool {
    matches!(
        word,
        "der"
            | "die"
            | "das"
            | "des"
            | "dem"
            | "den"
            | "ein"
            | "eine"
            | "eines"
            | "einer"
            | "einem"
            | "einen"
            | "zur"
            | "zum"
            | "für"
            | "vom"
            | "von"
            | "im"
            | "in"
    )
}

/// »Radwegenetzes« → »Radwegenetz«; only after »des« or »eines«.
pub(super) fn nominative(word: &str) -> String {
    let lower = word.to_lowercase();
    let keep_e = ["gelände", "gebäude", "gewerbe", "erbe", "gemüse", "ende", "getreide"]
        .iter()
        .any(|stem| lower.ends_with(&format!("{stem}s")));
    if lower.ends_with("us")
        || lower.ends_with("nis")
        || lower.ends_with("ss")
        || !lower.ends_with('s')
        || word.chars().count() < 4
    {
        return word.to_owned();
    }
    let cut = if lower.ends_with("es") && !keep_e && !lower.ends_with("ees") { 2 } else { 1 };
    word.get(..word.len() - cut).unwrap_or(word).to_owned()
}
