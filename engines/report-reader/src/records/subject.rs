//! What a paragraph without heading is about: the subject of its first sentence.

use super::nouns::{GENERIC, PROCESSES, is_article, is_empty_noun, is_function_word, is_noun, nominative};

struct Word<'a> {
    text: &'a str,
    /// Punctuation ends the noun phrase.
    closes: bool,
    quoted: bool,
}

fn words(sentence: &str) -> Vec<Word<'_>> {
    let mut inside = false;
    sentence
        .split_whitespace()
        .map(|raw| {
            inside |= raw.contains(['„', '»']);
            let quoted = inside;
            if raw.contains(['“', '”', '«']) {
                inside = false;
            }
            let text = raw.trim_matches(|c: char| !c.is_alphanumeric());
            Word { text, closes: raw.ends_with([',', '.', ';', ':', ')']), quoted }
        })
        .collect()
}

/// The noun phrase that begins at a word: nouns in a row, for processes and generic nouns also what
/// they are about.
fn phrase(words: &[Word<'_>], at: usize, genitive: bool) -> Option<String> {
    let first = words.get(at)?;
    let lower = first.text.to_lowercase();
    let process = PROCESSES.contains(&lower.as_str());
    let next = words.get(at + 1).filter(|_| !first.closes);
    if process && let Some(article) = next.filter(|w| is_article(w.text)) {
        let genitive = matches!(article.text, "des" | "eines");
        let noun = (at + 2..words.len().min(at + 7)).find(|i| words.get(*i).is_some_and(|w| is_noun(w.text)))?;
        return phrase(words, noun, genitive);
    }
    let mut parts = vec![if genitive { nominative(first.text) } else { first.text.to_owned() }];
    let mut i = at + 1;
    let mut open = !first.closes;
    while open && let Some(word) = words.get(i) {
        if !is_noun(word.text) || is_empty_noun(word.text) {
            break;
        }
        parts.push(word.text.to_owned());
        open = !word.closes;
        i += 1;
    }
    if GENERIC.contains(&lower.as_str())
        && open
        && let Some(link) = words.get(i).filter(|w| matches!(w.text, "für" | "zur" | "zum" | "gegen" | "der" | "des"))
    {
        parts.push(link.text.to_owned());
        for word in words.get(i + 1..).unwrap_or_default().iter().take(4) {
            parts.push(word.text.to_owned());
            if is_noun(word.text) {
                break;
            }
        }
    }
    Some(parts.join(" "))
}

fn first_content(words: &[Word<'_>], from: usize) -> Option<usize> {
    (from..words.len()).find(|i| {
        words.get(*i).is_some_and(|w| {
            is_noun(w.text)
                && !is_empty_noun(w.text)
                && (*i > 0 || !is_function_word(w.text))
                && !is_verbal_start(words, *i)
        })
    })
}

/// A participle or adverb that is capital only because it begins the sentence.
fn is_verbal_start(words: &[Word<'_>], at: usize) -> bool {
    at == 0
        && words
            .first()
            .is_some_and(|w| w.text.ends_with("lich") || w.text.ends_with("end") || w.text.ends_with("weise"))
}

/// A quoted name, which beats every other reading.
fn quoted(sentence: &str) -> Option<String> {
    let open = sentence.find(['„', '»', '"'])?;
    let mark = sentence.get(open..)?.chars().next()?;
    let rest = sentence.get(open + mark.len_utf8()..)?;
    let close = rest.find(['“', '”', '«', '"'])?;
    let name = rest.get(..close)?.trim();
    (name.chars().count() >= 3 && name.chars().count() <= 80 && is_noun(name)).then(|| name.to_owned())
}

/// The subject of the first sentence of a narrative, as a title.
pub(super) fn subject(sentence: &str) -> Option<String> {
    let early_quote = sentence.find(['„', '»']).is_some_and(|at| at < 90);
    if early_quote && let Some(name) = quoted(sentence) {
        return Some(name);
    }
    let words = words(sentence);
    let position = |list: &[&str]| words.iter().position(|w| list.contains(&w.text));
    let genitive_before = |at: usize| at > 0 && words.get(at - 1).is_some_and(|w| matches!(w.text, "des" | "eines"));
    let names_project =
        words.iter().any(|w| w.text.to_lowercase().starts_with("projekt") || matches!(w.text, "Vorhaben" | "Maßnahme"));
    if names_project {
        // »Als … Projekt wurde das X …«, »Ein weiteres Projekt ist der Ausbau des X«.
        let project = words.iter().position(|w| {
            matches!(w.text.to_lowercase().as_str(), "projekt" | "projekte" | "vorhaben" | "maßnahme" | "projekten")
        });
        let leads = matches!(
            words.first().map(|w| w.text),
            Some("Als" | "Ein" | "Eine" | "Das" | "Weiteres" | "Zu" | "Zum" | "Im" | "Unser" | "Erstes" | "Unter")
        );
        let verb =
            position(&["wurde", "ist", "war", "wird", "stellt", "bildet", "konnte", "gilt", "heißt", "sind", "wurden"]);
        if leads
            && let (Some(project), Some(verb)) = (project, verb)
            && project < verb
        {
            // »Das Projekt Dorfladen wurde …«: the name stands right behind.
            if let Some(next) =
                words.get(project + 1).filter(|w| is_noun(w.text) && !is_empty_noun(w.text) && project + 1 < verb)
            {
                let _ = next;
                return phrase(&words, project + 1, false);
            }
            if let Some(at) = first_content(&words, verb + 1) {
                return phrase(&words, at, genitive_before(at));
            }
        }
    }
    let at = first_content(&words, 0)?;
    if words.get(at).is_some_and(|w| w.quoted)
        && let Some(name) = quoted(sentence)
    {
        return Some(name);
    }
    phrase(&words, at, genitive_before(at))
}

/// Whether a paragraph goes on with what the one before was about.
pub(super) fn goes_on(sentence: &str, title: &str) -> bool {
    let first = sentence.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let anaphor = matches!(
        first,
        "Danach"
            | "Hierzu"
            | "Hierbei"
            | "Dabei"
            | "Dazu"
            | "Außerdem"
            | "Zudem"
            | "Ferner"
            | "Des"
            | "Er"
            | "Sie"
            | "Es"
            | "Dieses"
            | "Diese"
            | "Dieser"
            | "Dies"
            | "Anschließend"
            | "Bisher"
            | "Inzwischen"
            | "Mittlerweile"
            | "Insgesamt"
            | "Darüber"
            | "Daneben"
            | "Damit"
            | "Daraufhin"
            | "Ziel"
            | "Zusätzlich"
            | "Derzeit"
            | "Aktuell"
            | "Gefördert"
            | "Beide"
            | "So"
            | "Hier"
            | "Finanziert"
    );
    let key = title.split(|c: char| !c.is_alphanumeric()).max_by_key(|w| w.chars().count()).unwrap_or_default();
    let stem: String = key.chars().take(key.chars().count().saturating_sub(2).max(4)).collect();
    let again = key.chars().count() >= 5 && sentence.contains(&stem);
    let introduces = sentence.contains("weiteres Projekt")
        || sentence.contains("weitere Projekt")
        || sentence.contains("Projekt ist")
        || sentence.starts_with("Als ")
        || sentence.contains("s Projekt");
    (anaphor || again) && !introduces
}
