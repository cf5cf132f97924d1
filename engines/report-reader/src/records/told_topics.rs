//! The topics that sentences tell: »Themen waren A, B und C.«

use super::topics::{leads_with_adjective, split, without_article};
use crate::joining::Joined;

/// Introductions of a list of topics within a sentence.
const MARKERS: [&str; 62] = [
    "schwerpunkte der beratungen waren",
    "schwerpunkte der sitzungen waren",
    "themen der sitzungen waren",
    "themen der beratungen waren",
    "hauptthemen waren",
    "es ging um",
    "punkte waren",
    "punkte standen",
    "auf dem programm standen",
    "auf dem programm stand",
    "auf der agenda standen",
    "auf der agenda stand",
    "gegenstand waren",
    "gegenstand war",
    "gegenstand der sitzung waren",
    "gegenstand der beratung waren",
    "im fokus standen",
    "im fokus stand",
    "inhaltlich ging es um",
    "erörtert wurden",
    "vorgestellt wurden",
    "themen der sitzung waren",
    "themen waren unter anderem",
    "themen waren u.a.",
    "themen waren",
    "thema war",
    "schwerpunkte waren",
    "schwerpunkt war",
    "inhalte waren",
    "auf der tagesordnung standen",
    "auf der tagesordnung stand",
    "auf der tagesordnung:",
    "behandelt wurden",
    "behandelt wurde",
    "besprochen wurden",
    "besprochen wurde",
    "beraten wurden",
    "beraten wurde über",
    "beraten wurde",
    "beriet über",
    "berieten über",
    "befasste sich mit",
    "befassten sich mit",
    "beschäftigte sich mit",
    "ging es um",
    "im mittelpunkt standen",
    "im mittelpunkt stand",
    "diskutiert wurden",
    "diskutiert wurde",
    "beschlossen wurden",
    "themen waren:",
    "themen:",
    "thema:",
    "tagesordnung:",
    "tagesordnungspunkte:",
    "inhalte:",
    "inhalt:",
    "tops:",
    "schwerpunkte:",
    "themenschwerpunkte:",
    "behandelte themen:",
    "beratungspunkte:",
];

/// Where the topics stand between the parts of a verb: »wurden … behandelt«, »befasste sich die
/// Versammlung mit …«.
fn framed(lower: &str) -> Option<(usize, usize)> {
    let end = lower.trim_end_matches(['.', '!', ' ']).len();
    let body = lower.get(..end)?;
    for participle in [
        " behandelt",
        " beraten",
        " besprochen",
        " erörtert",
        " diskutiert",
        " thematisiert",
        " vorberaten",
        " vorgestellt",
        " verabschiedet",
        " genehmigt",
        " beschlossen",
    ] {
        if let Some(inner) = body.strip_suffix(participle)
            && let Some(from) =
                [" wurden ", " wurde "].iter().filter_map(|aux| inner.find(aux).map(|at| at + aux.len())).min()
            && from < inner.len()
        {
            return Some((from, inner.len()));
        }
    }
    // »… kam zusammen, um über die Nachfolge zu entscheiden«
    for close in [" zu entscheiden", " zu beraten", " zu sprechen", " zu beschließen", " zu befinden"] {
        if let Some(inner) = body.strip_suffix(close)
            && let Some(at) = inner.rfind("um über ")
        {
            return Some((at + "um über ".len(), inner.len()));
        }
    }
    // »… und verabschiedete den Haushalt 2024«
    for verb in [" verabschiedete ", " beschloss ", " genehmigte ", " billigte ", " verabschiedeten ", " beschlossen "]
    {
        if let Some(at) = body.find(verb)
            && let Some(behind) = body.get(at + verb.len()..)
            && ["den ", "die ", "das ", "eine ", "einen ", "ein "].iter().any(|article| behind.starts_with(article))
            && !behind.contains(", ")
        {
            return Some((at + verb.len(), end));
        }
    }
    // »… standen der Haushalt sowie die Wege auf der Tagesordnung«
    for (verb, close) in [
        (" standen ", " auf der tagesordnung"),
        (" stand ", " auf der tagesordnung"),
        (" standen ", " auf dem programm"),
        (" stand ", " auf dem programm"),
        (" standen ", " im mittelpunkt"),
    ] {
        if let Some(inner) = body.strip_suffix(close)
            && let Some(at) = inner.find(verb)
        {
            return Some((at + verb.len(), inner.len()));
        }
    }
    for (verb, link) in [
        ("ging es", " um "),
        ("befasste sich", " mit "),
        ("befassten sich", " mit "),
        ("beschäftigte sich", " mit "),
        ("beschäftigten sich", " mit "),
        ("beriet", " über "),
        ("berieten", " über "),
        ("sprach", " über "),
        ("diskutierte", " über "),
    ] {
        if let Some(at) = lower.find(verb)
            && let Some(from) =
                lower.get(at + verb.len()..).and_then(|rest| rest.find(link)).map(|n| at + verb.len() + n + link.len())
        {
            return Some((from, end));
        }
    }
    None
}

/// Where a sentence names its topics.
pub(super) fn topic_range(text: &str) -> Option<(usize, usize)> {
    let lower = text.to_lowercase();
    // Lower case may change lengths; then offsets would lie.
    if lower.len() != text.len() {
        return None;
    }
    let marked = MARKERS
        .iter()
        .filter_map(|marker| lower.find(marker).map(|at| (at, at + marker.len())))
        .min_by_key(|(at, end)| (*at, usize::MAX - *end))
        .map(|(_, end)| (end, text.len()));
    marked.or_else(|| framed(&lower))
}

/// »… haben wir den Jahresplan verabschiedet und über die Verlängerung gesprochen.«, »… wurden die
/// Ergebnisse vorgestellt und der Beitritt beschlossen.«
fn one_by_one(sentence: &Joined) -> Vec<Joined> {
    const DONE: [&str; 15] = [
        "verabschiedet",
        "beschlossen",
        "besprochen",
        "beraten",
        "gesprochen",
        "diskutiert",
        "vorgestellt",
        "behandelt",
        "genehmigt",
        "festgelegt",
        "gewählt",
        "abgestimmt",
        "befasst",
        "erörtert",
        "vergeben",
    ];
    let text = sentence.text();
    let begins = |words: &&str| text.find(*words).map(|at| at + words.len());
    let ours = ["haben wir uns ", "haben wir "].iter().find_map(begins);
    let Some(mut from) = ours.or_else(|| [" wurden ", " wurde "].iter().find_map(begins)) else {
        return Vec::new();
    };
    let (mut found, mut done) = (Vec::new(), 0);
    for (at, word) in super::figures::words(text) {
        if at < from || !DONE.contains(&word) {
            continue;
        }
        done += 1;
        let piece = sentence.slice(from, at);
        let bare = without_article(piece.text().trim_start_matches("uns mit ")).len();
        let piece = piece.slice(piece.text().len() - bare, piece.text().len());
        if piece.text().starts_with(char::is_uppercase) || leads_with_adjective(piece.text()) {
            found.extend(split(&piece, true));
        }
        let behind = text.get(at + word.len()..).unwrap_or_default();
        let next =
            [" und ", ", ", " sowie "].iter().find(|link| behind.starts_with(**link)).map_or(0, |link| link.len());
        from = at + word.len() + next;
    }
    // What was done once stands between the parts of the verb.
    if ours.is_some() || done >= 2 { found } else { Vec::new() }
}

/// Topics a sentence announces: »Themen waren A, B und C.«
pub(crate) fn of_sentence(sentence: &Joined) -> Vec<Joined> {
    let each = one_by_one(sentence);
    let Some((from, to)) = topic_range(sentence.text()).filter(|_| each.is_empty()) else {
        return each;
    };
    let from =
        if sentence.text().get(from..).is_some_and(|t| t.starts_with("die Themen „")) { from + 11 } else { from };
    let rest = sentence.slice(from, to);
    let end = rest.text().trim_end_matches(['.', '!', ' ']).len();
    let rest = rest.slice(0, end);
    split(&rest, true)
        .into_iter()
        .map(|topic| topic.slice(topic.text().len() - without_article(topic.text()).len(), topic.text().len()))
        .filter(|t| !t.text().is_empty() && !t.text().ends_with(':'))
        .filter(|t| !t.text().starts_with(char::is_lowercase) || leads_with_adjective(t.text()))
        .collect()
}
