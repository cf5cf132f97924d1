//! Cutting what a cell, list or sentence says about a sitting into topics.

use crate::joining::Joined;
use crate::layout::Part;
use crate::source::bullet;

/// A title without a list sign; a number in front belongs to it: »4. Steuerkreissitzung«.
pub(crate) fn clean_title(text: &str) -> String {
    let trimmed = text.trim();
    if trimmed.starts_with(|c: char| c.is_ascii_digit()) {
        strip_notes(trimmed.trim_end_matches([',', ';', ' ']))
    } else {
        clean(text)
    }
}

/// A topic without list marker, article-free end marks and footnote signs.
pub(crate) fn clean(text: &str) -> String {
    let mut text = text.trim();
    if let Some((_, at)) = bullet(text) {
        text = text.get(at..).unwrap_or(text);
    }
    let text = text.trim_start_matches(['-', '–', '•', ':', ' ']).trim_end_matches([',', ';', ' ']);
    let text = if text.matches('.').count() == 1 && text.ends_with('.') && !ends_with_abbreviation(text) {
        text.trim_end_matches('.')
    } else {
        text
    };
    strip_notes(text).trim().to_owned()
}

fn ends_with_abbreviation(text: &str) -> bool {
    [" e.V.", "usw.", "etc.", "u.a.", "Nr.", "e. V.", "GmbH & Co.", "V."].iter().any(|end| text.ends_with(end))
}

/// Removes footnote marks: superscript digits, `[1]`, a closing `*)` or `1)`.
pub(crate) fn strip_notes(text: &str) -> String {
    let mut plain: String =
        text.chars().filter(|c| !matches!(c, '⁰' | '¹' | '⁴' | '⁵' | '⁶' | '⁷' | '⁸' | '⁹' | '†' | '‡')).collect();
    // A squared or cubed unit is no footnote mark.
    for mark in ['²', '³'] {
        while let Some(at) = plain.find(mark) {
            let unit = plain.get(..at).is_some_and(|t| {
                t.ends_with('m')
                    && !t.get(..t.len() - 1).unwrap_or_default().ends_with(|c: char| c.is_alphabetic() && c != 'k')
            });
            if unit {
                break;
            }
            plain.remove(at);
        }
    }
    let mut plain = plain.trim_end().trim_end_matches("*)").trim_end_matches('*').trim_end().to_owned();
    if let Some(at) = plain.rfind('[')
        && plain.get(at + 1..).is_some_and(|t| {
            t.len() <= 3
                && t.ends_with(']')
                && t.len() > 1
                && t.trim_end_matches(']').chars().all(|c| c.is_ascii_digit())
        })
    {
        plain.truncate(at);
    }
    plain.trim_end().to_owned()
}

/// Topics of a table cell or of the lines below a date.
///
/// `right` is where the column ends: a line that stops early although the next word had room was
/// ended by a person.
pub(crate) fn of_parts(parts: &[Part], right: usize) -> Vec<Joined> {
    let marked = parts.iter().filter(|p| bullet(&p.text).is_some() || p.starts).count();
    let mut groups: Vec<Vec<&Part>> = Vec::new();
    let mut aside = false;
    for part in parts {
        // »Beschluss: …« below the topics tells what came of them.
        aside =
            if bullet(&part.text).is_some() { false } else { aside || !groups.is_empty() && is_outcome(&part.text) };
        if aside {
            continue;
        }
        let begins = match groups.last().and_then(|g| g.last()) {
            None => true,
            Some(_) if bullet(&part.text).is_some() || part.starts => true,
            Some(before) => marked == 0 && breaks_on_purpose(before, part, right),
        };
        match groups.last_mut() {
            Some(group) if !begins => group.push(part),
            _ => groups.push(vec![part]),
        }
    }
    let alone = groups.len() == 1;
    let mut found = Vec::new();
    for group in groups {
        let joined = Joined::of(group.iter().map(|p| (p.line, p.text.as_str())));
        if alone {
            // »– Programm 2020, Messeauftritt«
            let from = bullet(joined.text()).filter(|_| !joined.text().starts_with(|c: char| c.is_ascii_digit()));
            let joined = from.map_or_else(|| joined.clone(), |(_, at)| joined.slice(at, joined.text().len()));
            found.extend(split(&joined, true));
        } else {
            found.extend(split_strong(&joined));
        }
    }
    found.retain(|topic| !clean(topic.text()).is_empty());
    found
}

fn is_outcome(text: &str) -> bool {
    ["Beschluss:", "Beschlüsse:", "Ergebnis:", "Ergebnisse:", "Anmerkung:", "Hinweis:"]
        .iter()
        .any(|label| text.trim_start().starts_with(label))
}

pub(super) fn breaks_on_purpose(before: &Part, part: &Part, right: usize) -> bool {
    let first = part.text.split_whitespace().next().map_or(0, |w| w.chars().count());
    let last = before.text.split_whitespace().next_back().unwrap_or_default();
    // »Budget der neuen«: an article and its adjective wait for their noun.
    let article = before.text.split_whitespace().rev().nth(1).is_some_and(|word| {
        ["der", "die", "das", "des", "dem", "den", "einer", "eines", "einem", "einen", "zur", "zum"].contains(&word)
    });
    let hangs = before.text.trim_end().ends_with(['-', ',', '–', '/'])
        || article && last.chars().all(char::is_lowercase)
        || last.chars().all(char::is_lowercase) && last.chars().count() <= 4;
    let capital = part.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '„');
    capital && !hangs && before.end + first + 2 < right
}

fn pieces(joined: &Joined, cuts: &[(usize, usize)]) -> Vec<Joined> {
    let mut found = Vec::new();
    let mut from = 0;
    for (start, end) in cuts {
        found.push(joined.slice(from, *start));
        from = *end;
    }
    found.push(joined.slice(from, joined.text().len()));
    found.retain(|piece| !piece.text().is_empty());
    found
}

fn cuts(text: &str, separator: &str) -> Vec<(usize, usize)> {
    text.match_indices(separator).map(|(at, found)| (at, at + found.len())).collect()
}

/// Semicolons, middle dots, bars and TOP numbers certainly separate.
fn split_strong(joined: &Joined) -> Vec<Joined> {
    let text = joined.text();
    for separator in [" • ", " · ", " | ", " / ", ";"] {
        let at = cuts(text, separator);
        // »A / B« are two topics, »Bau- / Umweltausschuss« is one.
        let pair = at.first().is_some_and(|(from, to)| {
            text.get(..*from).is_some_and(|a| !a.ends_with('-'))
                && text.get(*to..).is_some_and(|b| b.starts_with(char::is_uppercase))
        });
        if !at.is_empty() && (separator != " / " || at.len() >= 2 || pair) {
            return pieces(joined, &at);
        }
    }
    let tops: Vec<(usize, usize)> =
        text.match_indices("TOP ").filter(|(at, _)| *at > 0).map(|(at, _)| (at, at)).collect();
    if !tops.is_empty() {
        return pieces(joined, &tops);
    }
    // »1. Begrüßung 2. Haushalt«
    let mut numbered = Vec::new();
    let mut wanted = 2;
    let mut from = 0;
    if text.starts_with("1.") || text.starts_with("1)") {
        while let Some(at) =
            text.get(from..).and_then(|t| t.find(&format!(" {wanted}. ")).or_else(|| t.find(&format!(" {wanted}) "))))
        {
            numbered.push((from + at, from + at + 1));
            from += at + 2;
            wanted += 1;
        }
    }
    if numbered.is_empty() { vec![joined.clone()] } else { pieces(joined, &numbered) }
}

/// Splits an enumeration; commas only where every part can stand alone.
pub(crate) fn split(joined: &Joined, commas: bool) -> Vec<Joined> {
    let strong = split_strong(joined);
    if strong.len() > 1 || !commas {
        return strong;
    }
    let text = joined.text();
    let depth_free: Vec<(usize, usize)> =
        cuts(text, ", ").into_iter().filter(|(at, _)| balanced(text.get(..*at).unwrap_or_default())).collect();
    let parts = pieces(joined, &depth_free);
    let stands = |part: &Joined| {
        let text = without_article(part.text());
        (text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '„') || leads_with_adjective(text))
            && text.split_whitespace().count() <= 9
            && !text.ends_with('-')
    };
    if parts.len() < 2 || !parts.iter().all(stands) {
        return and_parts(joined, parts.len() < 2).unwrap_or_else(|| vec![joined.clone()]);
    }
    let mut found: Vec<Joined> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if at + 1 == parts.len() {
            found.extend(and_parts(part, false).unwrap_or_else(|| vec![part.clone()]));
        } else {
            found.push(part.clone());
        }
    }
    found
}

/// »neue Entwicklungsstrategie«
pub(super) fn leads_with_adjective(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|w| w.ends_with('e') || w.ends_with("en") || w.ends_with("er") || w.ends_with("es"))
        && words.next().is_some_and(|w| w.starts_with(char::is_uppercase))
}

fn balanced(text: &str) -> bool {
    text.matches('(').count() <= text.matches(')').count()
        && text.matches('„').count() <= text.matches(['“', '”']).count()
}

/// »A und B« at the end of an enumeration; `alone` demands an article before B, because one topic
/// may well contain »und«.
fn and_parts(joined: &Joined, alone: bool) -> Option<Vec<Joined>> {
    let text = joined.text();
    let (at, end) = [" sowie ", " und "].iter().find_map(|word| cuts(text, word).last().copied())?;
    let left = text.get(..at)?;
    let right = text.get(end..)?;
    let article = without_article(right).len() < right.len();
    let behind = without_article(right);
    if left.ends_with('“') && right.starts_with('„') {
        return Some(vec![joined.slice(0, at), joined.slice(end, text.len())]);
    }
    let fits = (behind.starts_with(char::is_uppercase) || article && leads_with_adjective(behind))
        && !left.ends_with('-')
        && balanced(left);
    let sowie = text.get(at..end) == Some(" sowie ");
    let short = left.split_whitespace().count() <= 4;
    (fits && (article || sowie || (short && !alone))).then(|| vec![joined.slice(0, at), joined.slice(end, text.len())])
}

pub(crate) fn without_article(text: &str) -> &str {
    let trimmed = text.trim_start();
    for article in [
        "der ",
        "die ",
        "das ",
        "den ",
        "dem ",
        "des ",
        "ein ",
        "eine ",
        "einen ",
        "einem ",
        "einer ",
        "über ",
        "um ",
        "unter anderem ",
        "u.a. ",
        "u. a. ",
        "auch ",
        "insbesondere ",
        "vor allem ",
    ] {
        if let Some(rest) = trimmed.strip_prefix(article) {
            return without_article(rest);
        }
    }
    trimmed
}
