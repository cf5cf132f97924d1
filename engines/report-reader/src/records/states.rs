//! How far a project is, in the words of the report.

/// Words in headings that put a state on everything below.
pub(super) fn of_heading(lower: &str) -> Option<String> {
    let known = [
        ("abgeschlossen", "abgeschlossen"),
        ("fertiggestellt", "fertiggestellt"),
        ("umgesetzte", "umgesetzt"),
        ("laufend", "laufend"),
        ("in umsetzung", "in Umsetzung"),
        ("in bearbeitung", "in Bearbeitung"),
        ("geplant", "geplant"),
        ("in planung", "in Planung"),
        ("in vorbereitung", "in Vorbereitung"),
        ("zurückgestellt", "zurückgestellt"),
        ("ruhend", "ruht"),
        ("beantragt", "beantragt"),
        ("projektideen", "Idee"),
    ];
    // »Umgesetzte und laufende Projekte« says nothing about each of them.
    let mut said: Vec<&str> = known.iter().filter(|(word, _)| lower.contains(word)).map(|(_, state)| *state).collect();
    said.dedup();
    if let [state] = said.as_slice() { Some((*state).to_owned()) } else { None }
}

/// States that mean a state wherever they stand.
const CLEAR: [&str; 16] = [
    "im laufenden betrieb",
    "in betrieb",
    "abgeschlossen",
    "fertiggestellt",
    "in umsetzung",
    "in bearbeitung",
    "in planung",
    "in vorbereitung",
    "in prüfung",
    "in ausführung",
    "zurückgestellt",
    "verworfen",
    "pausiert",
    "noch nicht begonnen",
    "im gange",
    "eingestellt",
];
/// States only a sentence about the project itself gives: an application may run, a spring may rest.
const OF_PROJECT: [&str; 10] = [
    "läuft",
    "ruht",
    "umgesetzt",
    "beantragt",
    "bewilligt",
    "beendet",
    "laufen",
    "abgebrochen",
    "beauftragt",
    "ausgeschrieben",
];
/// What a project is called in a sentence about its state.
const SUBJECTS: [&str; 18] = [
    "projekt",
    "vorhaben",
    "maßnahme",
    "es ",
    "umsetzung",
    "sache",
    "arbeiten",
    "konzept",
    "bauabschnitt",
    "ausbau",
    "vorbereitung",
    "teilprojekt",
    "antrag",
    "förderung",
    "abschnitt",
    "programm",
    "planung",
    "bau ",
];

/// The state the last telling sentence of a narrative states.
pub(super) fn of_narrative(text: &str) -> Option<String> {
    let mut found = None;
    // »… 23 Erzeuger. läuft«
    let tail = text.trim_end().rsplit(". ").next().unwrap_or_default();
    if tail.len() < text.len() && tail.starts_with(char::is_lowercase) && is_state(tail) {
        let end = tail.find(" seit ").unwrap_or(tail.len());
        return tail.get(..end).map(|state| state.trim_end_matches('.').to_owned());
    }
    for (start, end) in crate::joining::sentences(text) {
        let sentence = text.get(start..end).unwrap_or_default().trim();
        if let Some(state) = of_sentence(sentence) {
            found = Some(state);
        }
    }
    found
}

/// »Status: läuft«, »Das Vorhaben ruht, weil …«, »Der Ausbau ist abgeschlossen.«
fn of_sentence(sentence: &str) -> Option<String> {
    let lower = sentence.to_lowercase();
    // Lower case may change lengths; then offsets would lie.
    if lower.len() != sentence.len() {
        return None;
    }
    // »… Tendenz steigend. (laufend)«
    if let Some(inner) = sentence.trim_end_matches('.').strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && is_state(inner)
    {
        return Some(inner.to_owned());
    }
    // »beauftragt, Kosten rd. 68.000 €«
    let head = sentence.split([',', ';', '.']).next().unwrap_or_default().trim();
    if is_state(head) && sentence.len() > head.len() {
        // »abgeschlossen am 15. Mai« is »abgeschlossen«.
        let end = [" am ", " im ", " seit ", " bis ", " ab ", " zum ", " durch "]
            .iter()
            .filter_map(|word| head.find(word))
            .min();
        let state = head.get(..end.unwrap_or(head.len())).unwrap_or(head);
        // »Abgeschlossen.« begins a sentence with a capital that is not its own.
        let noun = state.split_whitespace().next().is_some_and(|word| word.ends_with("ung") || word == "Idee");
        if noun {
            return Some(state.to_owned());
        }
        let mut letters = state.chars();
        return letters.next().map(|first| first.to_lowercase().chain(letters).collect());
    }
    if let Some(value) = labelled(sentence) {
        return Some(value);
    }
    let words = lower.split_whitespace().count();
    let stands = |word: &str| {
        let free = |at: &usize| {
            let before = lower.get(..*at).unwrap_or_default();
            let after = lower.get(at + word.len()..).unwrap_or_default();
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        };
        lower.match_indices(word).map(|(at, _)| at).filter(free).last()
    };
    let denied = |at: usize| {
        lower.get(..at).is_some_and(|t| {
            let last = t.split_whitespace().next_back().unwrap_or_default();
            matches!(last, "nicht" | "kein" | "keine" | "bald" | "wird" | "soll")
        })
    };
    let clear = CLEAR.iter().filter_map(|word| stands(word).map(|at| (at, *word)));
    let first = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let about = words <= 5 || OF_PROJECT.contains(&first) || SUBJECTS.iter().any(|subject| lower.contains(subject));
    let own = OF_PROJECT.iter().filter(|_| about).filter_map(|word| stands(word).map(|at| (at, *word)));
    let (at, word) = clear.chain(own).filter(|(at, _)| !denied(*at)).max_by_key(|(at, word)| (*at, word.len()))?;
    let written = sentence.get(at..at + word.len())?;
    // »Noch nicht begonnen« begins a sentence with a capital that is not its own.
    Some(if word.starts_with("noch") || !word.contains(' ') { written.to_lowercase() } else { written.to_owned() })
}

/// »Status: in Umsetzung« at the end of a narrative.
fn labelled(sentence: &str) -> Option<String> {
    let at = ["Status: ", "Stand: ", "Projektstand: ", "Sachstand: ", "Umsetzungsstand: "]
        .iter()
        .find_map(|label| sentence.find(label).map(|at| at + label.len()))?;
    let value = sentence.get(at..)?.trim().trim_end_matches(['.', ';', ')']);
    let value = value.split([',', ';', '.', '(']).next().unwrap_or(value).trim();
    (!value.is_empty() && value.split_whitespace().count() <= 4 && !value.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| value.to_owned())
}

/// Whether a short text is nothing but a state: `(laufend)`, »in Umsetzung«.
pub(super) fn is_state(text: &str) -> bool {
    let lower = text.trim().trim_matches(['(', ')', '.', ',']).to_lowercase();
    let words = [
        "laufend",
        "läuft",
        "läuft noch",
        "abgeschlossen",
        "umgesetzt",
        "in umsetzung",
        "in planung",
        "planung",
        "geplant",
        "in vorbereitung",
        "in bearbeitung",
        "in bau",
        "im bau",
        "in arbeit",
        "im aufbau",
        "in gründung",
        "in betrieb",
        "ausschreibung",
        "in prüfung",
        "in ausführung",
        "idee",
        "zurückgestellt",
        "ruht",
        "ruhend",
        "pausiert",
        "fertiggestellt",
        "fertig",
        "beendet",
        "beantragt",
        "beauftragt",
        "ausgeschrieben",
        "bewilligt",
        "begonnen",
        "noch nicht begonnen",
        "gestartet",
        "verworfen",
        "offen",
        "eingestellt",
    ];
    lower.split_whitespace().count() <= 4
        && words.iter().any(|word| {
            lower == *word || lower.starts_with(&format!("{word} ")) || lower.starts_with(&format!("{word},"))
        })
}

/// »Ärztehaus – in Vorbereitung«: the title and the state behind its last dash, colon, comma or bracket.
pub(super) fn split_title(title: &str) -> Option<(&str, &str)> {
    for mark in [" – ", " — ", " - ", ": ", ", ", " ("] {
        if let Some(at) = title.rfind(mark)
            && let Some(state) = title.get(at + mark.len()..)
            && (mark != " (" || state.ends_with(')'))
            && is_state(state)
            && at > 0
        {
            return Some((title.get(..at)?.trim(), state.trim().trim_end_matches([')', '.'])));
        }
    }
    None
}
