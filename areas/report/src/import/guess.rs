//! What the words of a report mean in our terms. Every guess can be corrected at the record.

use allmende_alliance::model::BodyKind;
use allmende_network::model::EntryKind;
use allmende_press::model::MediumKind;
use allmende_projects::model::{Qualifier, ThreadState};
use allmende_report_reader::dates;
use allmende_store::Precision;

/// What a body is, by its name.
pub(super) fn body_kind(name: &str) -> BodyKind {
    let name = name.to_lowercase();
    if name.contains("vorstand") {
        BodyKind::Board
    } else if name.contains("arbeitskreis") || name.contains("arbeitsgruppe") || name.contains("projektgruppe") {
        BodyKind::WorkingGroup
    } else if name.contains("rat") && (name.contains("gemeinde") || name.contains("stadt") || name.contains("markt")) {
        BodyKind::Council
    } else if name.contains("versammlung") || name.contains("allianzsitzung") || name.contains("bürgermeister") {
        BodyKind::Assembly
    } else {
        BodyKind::Other
    }
}

/// The word for one meeting and for several, from the name of a body or of its meeting.
pub(super) fn meeting_words(name: &str) -> (String, String) {
    let singular = name.trim();
    let lower = singular.to_lowercase();
    if let Some(stem) = singular.strip_suffix("ungen").filter(|_| lower.ends_with("ungen")) {
        return (format!("{stem}ung"), singular.to_owned());
    }
    let plural = if ["ung", "konferenz", "exkursion"].iter().any(|ending| lower.ends_with(ending)) {
        format!("{singular}en")
    } else if lower.ends_with("runde") {
        format!("{singular}n")
    } else if lower.ends_with("treffen") || lower.ends_with("workshops") {
        singular.to_owned()
    } else if lower.ends_with("workshop") {
        format!("{singular}s")
    } else {
        // The name of a body, not of a meeting: its meetings are sessions.
        return ("Sitzung".to_owned(), "Sitzungen".to_owned());
    };
    (singular.to_owned(), plural)
}

/// What an event is, by its title.
pub(super) fn entry_kind(title: &str) -> EntryKind {
    let title = title.to_lowercase();
    let table = [
        ("workshop", EntryKind::Workshop),
        ("versammlung", EntryKind::Assembly),
        ("sitzung", EntryKind::Session),
        ("informationsveranstaltung", EntryKind::Information),
        ("infoveranstaltung", EntryKind::Information),
        ("infoabend", EntryKind::Information),
        ("tagung", EntryKind::Conference),
        ("konferenz", EntryKind::Conference),
        ("erfahrungsaustausch", EntryKind::Conference),
        ("forum", EntryKind::Conference),
        ("telefon", EntryKind::Call),
    ];
    table.iter().find(|(word, _)| title.contains(word)).map_or(EntryKind::Meeting, |(_, kind)| *kind)
}

/// What a medium is, by its name.
pub(super) fn medium_kind(name: &str) -> MediumKind {
    let lower = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["radio", "rundfunk", "fernsehen", "tv"]) {
        MediumKind::Broadcast
    } else if has(&["amtsblatt", "mitteilungsblatt", "gemeindeblatt", "bürgerblatt"]) {
        MediumKind::Gazette
    } else if has(&["online", "www.", ".de", ".com", "facebook", "instagram"]) {
        MediumKind::Online
    } else {
        MediumKind::Daily
    }
}

/// The qualifier of a number as it was written.
pub(super) fn qualifier(word: Option<&str>) -> Qualifier {
    let word = word.unwrap_or_default().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|known| word.contains(known));
    if word.is_empty() || has(&["genau", "exakt"]) {
        Qualifier::Exact
    } else if has(&["ca", "circa", "zirka"]) {
        Qualifier::Circa
    } else if has(&["mind", "wenigstens", "über", "mehr als"]) {
        Qualifier::AtLeast
    } else if has(&["höchst", "bis", "max", "unter", "weniger als"]) {
        Qualifier::AtMost
    } else {
        Qualifier::About
    }
}

/// The state as it was written; nothing if the word is not known.
pub(super) fn state(word: &str) -> Option<ThreadState> {
    let word = word.to_lowercase();
    let table = [
        // First, because they contain words of other states.
        ("nicht begonnen", ThreadState::Preparation),
        ("abgebrochen", ThreadState::Dropped),
        ("abgeschlossen", ThreadState::Done),
        ("erledigt", ThreadState::Done),
        ("umgesetzt", ThreadState::Done),
        ("fertig", ThreadState::Done),
        ("beendet", ThreadState::Done),
        ("vorbereitung", ThreadState::Preparation),
        ("planung", ThreadState::Preparation),
        ("geplant", ThreadState::Preparation),
        ("umsetzung", ThreadState::Running),
        ("läuft", ThreadState::Running),
        ("laufend", ThreadState::Running),
        ("laufen", ThreadState::Running),
        ("in arbeit", ThreadState::Running),
        ("in bearbeitung", ThreadState::Running),
        ("in ausführung", ThreadState::Running),
        ("im gange", ThreadState::Running),
        ("begonnen", ThreadState::Running),
        ("beantragt", ThreadState::Preparation),
        ("bewilligt", ThreadState::Preparation),
        ("in prüfung", ThreadState::Preparation),
        ("ruhend", ThreadState::Paused),
        ("ruhen", ThreadState::Paused),
        ("ruht", ThreadState::Paused),
        ("zurückgestellt", ThreadState::Paused),
        ("pausiert", ThreadState::Paused),
        ("verworfen", ThreadState::Dropped),
        ("eingestellt", ThreadState::Dropped),
        ("idee", ThreadState::Idea),
    ];
    table.iter().find(|(known, _)| word.contains(known)).map(|(_, state)| *state)
}

/// How exactly a day is known. A week is known by its days; a quarter or half-year by its first month.
pub(super) fn precision(precision: Option<dates::Precision>) -> Precision {
    match precision {
        None | Some(dates::Precision::Day | dates::Precision::Week) => Precision::Day,
        Some(dates::Precision::Month | dates::Precision::Quarter | dates::Precision::HalfYear) => Precision::Month,
        Some(dates::Precision::Year) => Precision::Year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_meetings() {
        let table = [
            ("Allianzsitzung", "Allianzsitzung", "Allianzsitzungen"),
            ("Allianzsitzungen", "Allianzsitzung", "Allianzsitzungen"),
            ("Bürgermeisterrunde", "Bürgermeisterrunde", "Bürgermeisterrunden"),
            ("Arbeitskreistreffen", "Arbeitskreistreffen", "Arbeitskreistreffen"),
            ("Vorstand", "Sitzung", "Sitzungen"),
        ];
        for (name, one, many) in table {
            assert_eq!(meeting_words(name), (one.to_owned(), many.to_owned()), "{name}");
        }
    }

    #[test]
    fn the_word_of_the_source_stays() {
        let table = [
            (None, Qualifier::Exact),
            (Some("rund"), Qualifier::About),
            (Some("etwa"), Qualifier::About),
            (Some("ca."), Qualifier::Circa),
            (Some("mindestens"), Qualifier::AtLeast),
            (Some("bis zu"), Qualifier::AtMost),
        ];
        for (word, expected) in table {
            assert_eq!(qualifier(word), expected, "{word:?}");
        }
    }

    #[test]
    fn states_as_reports_write_them() {
        let table = [
            ("in Umsetzung", Some(ThreadState::Running)),
            ("läuft noch", Some(ThreadState::Running)),
            ("in Bearbeitung", Some(ThreadState::Running)),
            ("noch nicht begonnen", Some(ThreadState::Preparation)),
            ("in Prüfung", Some(ThreadState::Preparation)),
            ("bewilligt", Some(ThreadState::Preparation)),
            ("fertiggestellt", Some(ThreadState::Done)),
            ("umgesetzt", Some(ThreadState::Done)),
            ("ruht", Some(ThreadState::Paused)),
            ("abgebrochen", Some(ThreadState::Dropped)),
            ("dreiviertel", None),
        ];
        for (word, expected) in table {
            assert_eq!(state(word), expected, "{word}");
        }
    }

    #[test]
    fn kinds_of_events() {
        let table = [
            ("Expertenworkshop Wasser", EntryKind::Workshop),
            ("3. Steuerkreissitzung der LAG", EntryKind::Session),
            ("Mitgliederversammlung der LAG", EntryKind::Assembly),
            ("Fachtagung Ortskern", EntryKind::Conference),
            ("Treffen mit dem Amt", EntryKind::Meeting),
        ];
        for (title, expected) in table {
            assert_eq!(entry_kind(title), expected, "{title}");
        }
    }
}
