//! Words as the search and the filters of lists compare them: without case, accents and umlauts, and with their German
//! stem. Both engines get the same words, so both find the same.

use icu_normalizer::DecomposingNormalizerBorrowed;
use rust_stemmers::{Algorithm, Stemmer};

/// Characters of a word that count. No word of a language is longer; an engine would refuse a much longer one.
const LONGEST_WORD: usize = 100;

/// Words that say nothing about what is sought, if other words stand beside them.
const STOP_WORDS: [&str; 30] = [
    "als", "am", "an", "auf", "aus", "bei", "bis", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einer",
    "fur", "im", "in", "ins", "mit", "nach", "oder", "und", "vom", "von", "vor", "zu", "zum", "zur",
];

/// A text without case, accents and umlauts: "Gräfendorf", "GRÄFENDORF" and "Graefendorf" become one.
pub fn fold(text: &str) -> String {
    let plain = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            // Combining marks, also those behind an umlaut's vowel.
            '\u{300}'..='\u{36f}' => {}
            'ß' | 'ẞ' => out.push_str("ss"),
            _ => out.extend(c.to_lowercase()),
        }
    }
    without_digraphs(&out)
}

/// "ae", "oe" and "ue" for an umlaut lose their e. "ue" after a vowel or q is none: "neue", "Frauen", "Quelle".
fn without_digraphs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut before, mut last) = ('\0', '\0');
    for c in text.chars() {
        let umlaut = match last {
            'a' | 'o' => true,
            'u' => !matches!(before, 'a' | 'e' | 'i' | 'o' | 'q'),
            _ => false,
        };
        if c == 'e' && umlaut {
            // The next letter must not take this e for the one behind another vowel.
            (before, last) = (last, '\0');
            continue;
        }
        out.push(c);
        (before, last) = (last, c);
    }
    out
}

/// The stem of a German word (Snowball, "German"), folded: "Häuser" → "haus", "Radwege" → "radweg".
fn stem(word: &str) -> String {
    let lower = with_umlauts(&word.to_lowercase());
    let mut stem = fold(&Stemmer::create(Algorithm::German).stem(&lower));
    // "Bürgermeisterinnen": the algorithm leaves the doubled n of the plural.
    if stem.ends_with("inn") && lower.ends_with("innen") {
        stem.pop();
    }
    stem
}

/// The stemmer takes the ending off a written-out umlaut only if it sees the umlaut: "Haeuser" → "häuser".
fn with_umlauts(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut before = '\0';
    for c in word.chars() {
        let last = out.chars().next_back().unwrap_or('\0');
        let umlaut = match last {
            'a' => Some('ä'),
            'o' => Some('ö'),
            'u' if !matches!(before, 'a' | 'e' | 'i' | 'o' | 'q') => Some('ü'),
            _ => None,
        };
        if let (Some(umlaut), 'e') = (umlaut, c) {
            out.pop();
            out.push(umlaut);
            before = umlaut;
        } else {
            before = last;
            out.push(c);
        }
    }
    out
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c))
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST_WORD).collect())
}

/// Each word of a text with its stem, as they are indexed.
pub(crate) fn indexed(text: &str) -> impl Iterator<Item = (String, Option<String>)> {
    words(text).filter_map(|word| {
        let form = fold(&word);
        let stem = stem(&word);
        (!form.is_empty()).then(|| {
            let other = (stem != form && !stem.is_empty()).then_some(stem);
            (form, other)
        })
    })
}

/// What a search looks for: for each word the beginnings of which one must occur.
pub(crate) fn wanted(text: &str) -> Vec<Vec<String>> {
    let all: Vec<(String, Option<String>)> = indexed(text).take(12).collect();
    let telling = all.iter().any(|(form, _)| !STOP_WORDS.contains(&form.as_str()));
    all.into_iter()
        .filter(|(form, _)| !telling || !STOP_WORDS.contains(&form.as_str()))
        .map(|(form, stem)| match stem {
            // Whatever begins with the form begins with the stem, too.
            Some(stem) if form.starts_with(&stem) => vec![stem],
            Some(stem) => vec![form, stem],
            None => vec![form],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_spellings_equal() {
        for (one, other) in [
            ("Gräfendorf", "GRAEFENDORF"),
            ("Häuser", "haeuser"),
            ("Übung", "Uebung"),
            ("Öl", "Oel"),
            ("Straße", "STRASSE"),
            ("Café", "cafe"),
            ("ä", "a\u{308}"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
        for (text, folded) in [
            ("Neue Frauen", "neue frauen"),
            ("Steuer", "steuer"),
            ("Quelle", "quelle"),
            ("14.11.2017, 50 %", "14.11.2017, 50 %"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn stems_join_the_forms_of_a_word() {
        for (form, base) in [
            ("Sitzungen", "Sitzung"),
            ("Radwege", "Radweg"),
            ("Häuser", "Haus"),
            ("Haeuser", "Haus"),
            ("Gemeinden", "Gemeinde"),
            ("Bürgermeisterinnen", "Bürgermeisterin"),
            ("Vereine", "Verein"),
        ] {
            assert_eq!(stem(form), stem(base), "{form} and {base}");
        }
        assert_ne!(stem("Rat"), stem("Rad"));
    }

    #[test]
    fn little_words_are_sought_only_when_alone() {
        let sought = |text: &str| wanted(text).into_iter().map(|each| each.join("|")).collect::<Vec<_>>().join(" ");
        assert_eq!(sought("Sitzung der Radwege"), "sitzung radweg");
        assert_eq!(sought("der"), "der");
        assert_eq!(sought("Häuser"), "haus");
        assert_eq!(sought(" „ – "), "");
        assert!(wanted(&"x ".repeat(5_000)).len() <= 12);
        assert!(wanted(&"x".repeat(5_000))[0][0].len() <= LONGEST_WORD);
    }
}
