//! Blanks that never break.

use super::{NARROW, NO_BREAK};

/// Words that keep the word behind them on their line, with a full blank.
const BEFORE: [&str; 22] = [
    "§", "§§", "Art.", "Abs.", "Nr.", "Nrn.", "Satz", "S.", "Ziff.", "Buchst.", "Kap.", "Tab.", "Abb.", "TOP", "b.",
    "Dr.", "Prof.", "St.", "ca.", "Bd.", "Anl.", "Rn.",
];

/// Units that stay with the number before them, with a narrow blank.
const UNITS: [&str; 10] = ["€", "%", "‰", "km", "m", "ha", "kW", "kWh", "°C", "m²"];

/// Abbreviations of two or three parts, kept together with narrow blanks.
const ABBREVIATIONS: [&str; 14] = [
    "z. B.", "e. V.", "d. h.", "u. a.", "i. d. R.", "o. Ä.", "u. Ä.", "z. T.", "i. V.", "i. A.", "a. D.", "v. a.",
    "z. Hd.", "u. U.",
];

/// Replaces ordinary blanks that must not break: "e. V.", "z. B.", "§ 32 Abs. 1", "b. Marktheidenfeld",
/// "46.000 €", "18:00 Uhr", "27. März".
pub fn keep_together(text: &str) -> String {
    let mut text = text.to_owned();
    for abbreviation in ABBREVIATIONS {
        if text.contains(abbreviation) {
            text = replace_whole(&text, abbreviation);
        }
    }
    let words: Vec<&str> = text.split(' ').collect();
    let mut result = String::with_capacity(text.len() + 8);
    for (position, word) in words.iter().enumerate() {
        if position > 0 {
            let before = words.get(position - 1).copied().unwrap_or_default();
            result.push(blank(before, word));
        }
        result.push_str(word);
    }
    result
}

fn blank(before: &str, word: &str) -> char {
    let opened = before.trim_start_matches(['(', '„', '»', '‚', '[']);
    let closed = word.trim_end_matches(['.', ',', ';', ':', ')', '“', '«', '!', '?', ']']);
    let ends_with_digit = before.chars().next_back().is_some_and(|last| last.is_ascii_digit());
    if ends_with_digit && UNITS.contains(&closed) {
        NARROW
    } else if (BEFORE.contains(&opened) && !word.is_empty())
        || (ends_with_digit && closed == "Uhr")
        || is_day_before_month(opened, closed)
    {
        NO_BREAK
    } else {
        ' '
    }
}

/// "27." before "März".
fn is_day_before_month(before: &str, word: &str) -> bool {
    let day = before
        .strip_suffix('.')
        .is_some_and(|day| (1..=2).contains(&day.len()) && day.bytes().all(|digit| digit.is_ascii_digit()));
    day && (1..=12).any(|month| super::month_name(month, super::Language::De) == word)
}

/// Replaces an abbreviation where it does not start in the middle of a word ("Fahrz. B." stays).
fn replace_whole(text: &str, abbreviation: &str) -> String {
    let narrow = abbreviation.replace(' ', &NARROW.to_string());
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(abbreviation) {
        let (before, found) = rest.split_at(at);
        result.push_str(before);
        let inside = result.chars().next_back().is_some_and(char::is_alphanumeric);
        result.push_str(if inside { abbreviation } else { &narrow });
        rest = found.get(abbreviation.len()..).unwrap_or_default();
    }
    result.push_str(rest);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_belongs_together() {
        let cases = [
            ("Allianz e. V. tagt", "Allianz e.\u{202f}V. tagt"),
            ("z. B. Karbach", "z.\u{202f}B. Karbach"),
            ("(z. B. Karbach)", "(z.\u{202f}B. Karbach)"),
            ("Fahrz. B. Karbach", "Fahrz. B. Karbach"),
            ("Erlenbach b. Marktheidenfeld", "Erlenbach b.\u{a0}Marktheidenfeld"),
            ("nach § 32 Abs. 1 BGB", "nach §\u{a0}32 Abs.\u{a0}1 BGB"),
            ("kostet 46.000 €.", "kostet 46.000\u{202f}€."),
            ("um 18:00 Uhr", "um 18:00\u{a0}Uhr"),
            ("am 27. März 2017", "am 27.\u{a0}März 2017"),
            ("die 4. Sitzung", "die 4. Sitzung"),
            ("i. d. R. schon", "i.\u{202f}d.\u{202f}R. schon"),
            ("", ""),
            ("zwei  Blanks", "zwei  Blanks"),
        ];
        for (is, should) in cases {
            assert_eq!(keep_together(is), should, "{is}");
        }
    }
}
