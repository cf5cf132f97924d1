//! What the columns of a table hold, by their names.

/// What a table column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Date,
    Time,
    Place,
    Body,
    Title,
    Topic,
    Participants,
    Medium,
    State,
    Field,
    Cost,
    Grant,
    Authority,
    Number,
    Note,
    Period,
    Owner,
}

/// What a column with this heading holds.
pub(crate) fn column(heading: &str) -> Option<Column> {
    let lower = heading.to_lowercase();
    let plain = lower.split(['(', '[']).next().unwrap_or_default().trim().trim_matches([':', '*', '.', '|']).trim();
    let plain = plain.split(" in ").next().unwrap_or(plain).trim();
    let whole = match plain {
        "bescheid vom"
        | "datum des bescheids"
        | "datum des bescheides"
        | "sitzung am"
        | "datum und uhrzeit"
        | "datum, uhrzeit"
        | "datum / uhrzeit"
        | "datum/uhrzeit"
        | "datum, zeit"
        | "tag der sitzung"
        | "wann"
        | "wann?"
        | "datum bescheid"
        | "bescheid datum" => Some(Column::Date),
        "art der sitzung" => Some(Column::Body),
        "was"
        | "was?"
        | "art der veranstaltung"
        | "titel der veranstaltung"
        | "veranstaltung / anlass"
        | "veranstaltung, ort" => Some(Column::Title),
        "%" | "lfd. nr" | "lfd nr" | "nr" | "lfd.nr" | "lfd" | "pos" | "#" | "nummer" => Some(Column::Number),
        "wo" | "wo?" => Some(Column::Place),
        "tn" | "anzahl tn" | "anzahl teilnehmer" | "anzahl personen" => Some(Column::Participants),
        "tops"
        | "top"
        | "behandelte themen"
        | "themen der sitzung"
        | "wesentliche themen"
        | "wichtige themen"
        | "wesentliche inhalte"
        | "themen / beschlüsse"
        | "themen und beschlüsse" => Some(Column::Topic),
        _ => None,
    };
    if whole.is_some() {
        return whole;
    }
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
    if words.is_empty() || words.len() > 5 {
        return None;
    }
    words.iter().find_map(|word| column_word(word))
}

fn column_word(word: &str) -> Option<Column> {
    let ends = |list: &[&str]| list.iter().any(|stem| word.ends_with(stem));
    Some(match word {
        "nr" => Column::Number,
        "uhrzeit" | "beginn" | "uhr" => Column::Time,
        "zeitraum" | "laufzeit" | "bewilligungszeitraum" | "förderzeitraum" | "durchführungszeitraum" => {
            Column::Period
        }
        "thema"
        | "themen"
        | "tagesordnung"
        | "tagesordnungspunkte"
        | "inhalt"
        | "inhalte"
        | "schwerpunkte"
        | "beratungsgegenstand"
        | "beratungsgegenstände"
        | "beratungspunkte"
        | "gegenstand"
        | "betreff"
        | "beratungsinhalt"
        | "beratungsinhalte"
        | "agenda"
        | "punkte"
        | "tagesordnungspunkt"
        | "themenschwerpunkte"
        | "beratungsthemen" => Column::Topic,
        "gremium" | "sitzung" | "organ" | "runde" | "besprechung" | "sitzungsart" => Column::Body,
        "medium" | "zeitung" | "blatt" | "presseorgan" | "herausgeber" | "quelle" | "medien" | "publikation" => {
            Column::Medium
        }
        "stand" | "status" | "sachstand" | "umsetzungsstand" | "fortschritt" | "ampel" | "phase" | "projektstand"
        | "bearbeitungsstand" => Column::State,
        "handlungsfeld" | "themenfeld" | "bereich" | "hf" | "entwicklungsziel" => Column::Field,
        "zuwendungsgeber"
        | "fördergeber"
        | "mittelgeber"
        | "fördermittelgeber"
        | "bewilligungsstelle"
        | "bewilligungsbehörde"
        | "behörde"
        | "fördergeberin"
        | "förderstelle"
        | "geber"
        | "zuschussgeber" => Column::Authority,
        "gemeinde" | "kommune" | "träger" | "projektträger" | "antragsteller" | "verantwortlich"
        | "verantwortliche" | "ansprechpartner" | "partner" | "empfänger" | "veranstalter" | "beteiligte"
        | "zuständig" | "mitgliedskommune" | "projektpartner" => Column::Owner,
        "bemerkung" | "ziel" | "ziele" | "bemerkungen" | "anmerkung" | "anmerkungen" | "ergebnis" | "ergebnisse"
        | "notiz" | "hinweis" | "hinweise" | "beschluss" | "beschlüsse" | "erläuterung" | "kurzbeschreibung"
        | "beschreibung" | "ausgabe" | "seite" | "rolle" | "kennzahl" | "kennzahlen" | "zahlen" | "umfang"
        | "daten" | "details" => Column::Note,
        "ort" | "veranstaltungsort" | "tagungsort" | "sitzungsort" => Column::Place,
        _ if ends(&["datum", "termin", "zeitpunkt"])
            || matches!(word, "tag" | "erschienen" | "monat" | "bescheiddatum" | "kw" | "wann") =>
        {
            Column::Date
        }
        _ if ends(&[
            "teilnehmer",
            "teilnehmende",
            "teilnehmerzahl",
            "anwesend",
            "anwesende",
            "besucher",
            "personen",
            "teilnehmerinnen",
            "teilnehmenden",
        ]) =>
        {
            Column::Participants
        }
        _ if ends(&[
            "förderung",
            "zuwendung",
            "zuschuss",
            "fördersumme",
            "förderbetrag",
            "zuwendungsbetrag",
            "zuwendungshöhe",
            "förderhöhe",
            "zuschüsse",
            "bewilligt",
            "fördermittel",
            "fördersumme",
        ]) || matches!(word, "höhe" | "zuwendung") =>
        {
            Column::Grant
        }
        _ if ends(&[
            "kosten",
            "ausgaben",
            "investition",
            "investitionen",
            "betrag",
            "summe",
            "volumen",
            "budget",
            "gesamtsumme",
        ]) =>
        {
            Column::Cost
        }
        _ if ends(&[
            "veranstaltung",
            "titel",
            "projekt",
            "projekttitel",
            "maßnahme",
            "vorhaben",
            "bezeichnung",
            "anlass",
            "ereignis",
            "aktivität",
            "projektname",
            "kleinprojekt",
            "überschrift",
            "schlagzeile",
            "artikel",
            "tätigkeit",
            "veranstaltungen",
            "kleinprojekte",
            "aktion",
            "zweck",
            "projektbezeichnung",
            "verwendungszweck",
            "programm",
            "beitrag",
        ]) || matches!(word, "name" | "was" | "projekte" | "maßnahmen" | "treffen" | "förderprogramm") =>
        {
            Column::Title
        }
        _ => return None,
    })
}
