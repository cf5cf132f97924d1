//! Names of newspapers, stations and other media in a text.

use super::figures::words;

const ENDINGS: [&str; 27] = [
    "post",
    "echo",
    "zeitung",
    "tagblatt",
    "tageblatt",
    "anzeiger",
    "kurier",
    "bote",
    "boten",
    "rundschau",
    "nachrichten",
    "merkur",
    "volksblatt",
    "allgemeine",
    "amtsblatt",
    "mitteilungsblatt",
    "gemeindeblatt",
    "wochenblatt",
    "journal",
    "presse",
    "stimme",
    "blatt",
    "rundfunk",
    "fernsehen",
    "radio",
    "tv",
    "magazin",
];
/// Words that end like a newspaper and name none.
const GENERIC: [&str; 30] = [
    "zeitung",
    "zeitungen",
    "tageszeitung",
    "nachrichten",
    "presse",
    "tagespresse",
    "lokalpresse",
    "post",
    "rundfunk",
    "wochenzeitung",
    "faltblatt",
    "merkblatt",
    "infoblatt",
    "formblatt",
    "datenblatt",
    "blatt",
    "echo",
    "stimme",
    "journal",
    "fernsehen",
    "radio",
    "magazin",
    "regionalpresse",
    "fachpresse",
    "medienecho",
    "heimatzeitung",
    "tv",
    "lokalradio",
    "kurier",
    "bote",
];
const ARTICLES: [&str; 22] = [
    "Die",
    "Der",
    "Das",
    "In",
    "Im",
    "Auch",
    "Über",
    "Von",
    "Vom",
    "Mit",
    "Am",
    "Den",
    "Dem",
    "Zur",
    "Für",
    "Ein",
    "Eine",
    "Einen",
    "Lokale",
    "Regionale",
    "Artikel",
    "Bericht",
];

/// Verbs of media.
pub(super) const REPORTS: [&str; 11] = [
    "berichtet",
    "erschien",
    "meldete",
    "schrieb",
    "sendete",
    "veröffentlicht",
    "titelte",
    "brachte",
    "druckte",
    "widmete",
    "strahlte",
];

/// Names of media in a text, with their place.
pub(super) fn media(text: &str) -> Vec<(usize, usize, String)> {
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    // Words joined by hyphens are one name.
    let mut names: Vec<(usize, usize)> = Vec::new();
    for (start, word) in words(text) {
        match names.last_mut() {
            Some((_, end)) if text.get(*end..start) == Some("-") => *end = start + word.len(),
            _ => names.push((start, start + word.len())),
        }
    }
    // »Rhön- und Streubote« is one name.
    for at in (2..names.len()).rev() {
        let (Some(first), Some(link), Some(last)) =
            (names.get(at - 2).copied(), names.get(at - 1).copied(), names.get(at).copied())
        else {
            continue;
        };
        if text.get(link.0..link.1) == Some("und")
            && text.get(first.1..link.0) == Some("- ")
            && text.get(link.1..last.0) == Some(" ")
        {
            names.drain(at - 1..=at);
            if let Some(name) = names.get_mut(at - 2) {
                name.1 = last.1;
            }
        }
    }
    for (at, (start, end)) in names.iter().enumerate() {
        let Some(name) = text.get(*start..*end) else {
            continue;
        };
        let lower = name.to_lowercase();
        let capital = name.chars().next().is_some_and(char::is_uppercase);
        let medium = ENDINGS.iter().any(|ending| lower.ends_with(ending));
        if !capital || !medium {
            continue;
        }
        let generic = GENERIC.contains(&lower.as_str());
        // »Die Wochenzeitung „Gau am Sonntag“«
        let kind = generic || lower.ends_with("zeitung") || lower.ends_with("blatt") || lower.ends_with("magazin");
        if kind
            && text.get(*end..).is_some_and(|behind| behind.starts_with(" „") || behind.starts_with(" »"))
            && let Some((open, close, title)) = text.get(*end..).and_then(quoted)
            && title.split_whitespace().count() <= 4
            && !text.get(..*start).is_some_and(|t| t.contains('„') && !t.contains('“'))
        {
            found.push((end + open, end + close, title));
            continue;
        }
        let before = at
            .checked_sub(1)
            .and_then(|b| names.get(b))
            .filter(|(_, e)| text.get(*e..*start).is_some_and(|gap| gap.trim().is_empty()));
        let adjective = before.and_then(|(s, e)| text.get(*s..*e).map(|w| (*s, w))).filter(|(_, w)| {
            w.chars().next().is_some_and(char::is_uppercase)
                && !ARTICLES.contains(w)
                && (generic || w.ends_with('e') || w.ends_with("er") || w.ends_with("ische"))
        });
        let behind = names.get(at + 1).and_then(|(s, e)| text.get(*s..*e).map(|w| (*s, *e, w)));
        match (generic, adjective) {
            (_, Some((from, _))) => {
                let mut full = text.get(from..*end).unwrap_or(name).to_owned();
                // »Der Bayerische Rundfunk« is »Bayerischer Rundfunk« without its article.
                let article = text.get(..from).is_some_and(|t| t.ends_with("Der ") || t.ends_with("der "));
                let masculine = ["rundfunk", "anzeiger", "kurier", "bote", "merkur"].iter().any(|m| lower.ends_with(m));
                if article
                    && masculine
                    && let Some(blank) = full.find(' ').filter(|at| full.get(..*at).is_some_and(|w| w.ends_with('e')))
                {
                    full.insert(blank, 'r');
                }
                found.push((from, *end, full));
            }
            // »Radio Musterland«, »TV Beispiel«
            (true, None) if matches!(lower.as_str(), "radio" | "tv") => {
                if let Some((from, to, _)) =
                    behind.filter(|(from, _, w)| *from <= end + 1 && w.chars().next().is_some_and(char::is_uppercase))
                {
                    let _ = from;
                    found.push((*start, to, text.get(*start..to).unwrap_or(name).to_owned()));
                }
            }
            (true, None) => {}
            // »Amtsblatt Burgsinn«
            (false, None)
                if ["amtsblatt", "mitteilungsblatt", "gemeindeblatt"].contains(&lower.as_str())
                    && behind.is_some_and(|(from, _, w)| {
                        from == *end + 1
                            && text.get(*end..from) == Some(" ")
                            && w.starts_with(char::is_uppercase)
                            && !ARTICLES.contains(&w)
                    }) =>
            {
                let to = behind.map_or(*end, |(_, to, _)| to);
                found.push((*start, to, text.get(*start..to).unwrap_or(name).to_owned()));
            }
            (false, None) => found.push((*start, *end, name.to_owned())),
        }
    }
    found
}

/// The first quotation: where it opens, where it closes, and what it says.
pub(super) fn quoted(text: &str) -> Option<(usize, usize, String)> {
    let open = text.find(['„', '»', '"', '“', '«'])?;
    let mark = text.get(open..)?.chars().next()?;
    let from = open + mark.len_utf8();
    let close = from + text.get(from..)?.find(['“', '”', '«', '"', '»'])?;
    let title = text.get(from..close)?.trim().to_owned();
    (title.chars().count() >= 3).then_some((open, close, title))
}
