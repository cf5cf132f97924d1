//! Soft hyphens in long German words, so that names fit narrow columns and phones where the browser knows no
//! hyphenation of its own. Shown text only: what is stored, searched and exported stays as it was written.

/// U+00AD: invisible unless the line breaks there.
const SOFT: char = '\u{ad}';
/// Shorter words fit everywhere.
const LONG: usize = 18;
/// Shorter pieces look torn off.
const PIECE: usize = 4;

/// Endings that join the first part of a compound to the next.
const JOINTS: [&str; 7] = ["ungs", "schafts", "heits", "keits", "tions", "itäts", "ings"];
/// Parts that begin a new piece wherever they stand.
const HEADS: [&str; 24] = [
    "abschluss",
    "akquise",
    "anbindung",
    "arbeit",
    "beratung",
    "begleitung",
    "entwicklung",
    "fähigkeit",
    "förderung",
    "gemeinschaft",
    "initiative",
    "konzept",
    "leitung",
    "management",
    "netz",
    "plattform",
    "programm",
    "projekt",
    "schlüssel",
    "sitzung",
    "veranstaltung",
    "versammlung",
    "versicherung",
    "verwaltung",
];

/// The text with soft hyphens in its long words.
pub(crate) fn soft(text: &str) -> String {
    // Most texts have no long word. A word has at least as many bytes as letters, and ASCII that is no letter ends it.
    let ends = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
    if text.as_bytes().split(ends).all(|run| run.len() < LONG) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for piece in text.split_inclusive(char::is_whitespace) {
        // An address that is copied from the page must not carry signs that nobody sees.
        if piece.contains('@') || piece.contains("://") || piece.starts_with("www.") {
            out.push_str(piece);
            continue;
        }
        let mut word = String::new();
        for c in piece.chars() {
            if c.is_alphabetic() {
                word.push(c);
            } else {
                push_word(&mut out, &word);
                word.clear();
                out.push(c);
            }
        }
        push_word(&mut out, &word);
    }
    out
}

fn push_word(out: &mut String, word: &str) {
    // Capitals inside are a brand or a code, not a compound.
    let is_compound = word.chars().count() >= LONG && word.chars().skip(1).all(char::is_lowercase);
    if !is_compound {
        out.push_str(word);
        return;
    }
    let lower = word.to_lowercase();
    let mut last = 0;
    for (at, _) in word.char_indices().skip(1) {
        if !lower.is_char_boundary(at) {
            continue;
        }
        let (before, after) = lower.split_at(at);
        let joins =
            JOINTS.iter().any(|joint| before.ends_with(joint)) || HEADS.iter().any(|head| after.starts_with(head));
        let fits = |part: &str| part.chars().count() >= PIECE;
        if joins && word.is_char_boundary(at) && fits(&word[last..at]) && fits(&word[at..]) {
            out.push_str(&word[last..at]);
            out.push(SOFT);
            last = at;
        }
    }
    out.push_str(&word[last..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_compounds_may_break_at_their_joints() {
        let table = [
            ("Regionalentwicklungsinitiativen", "Regional|entwicklungs|initiativen"),
            ("Verwaltungsgemeinschaft Marktheidenfeld", "Verwaltungs|gemeinschaft Marktheidenfeld"),
            ("Informationsplattform für Flüchtlinge", "Informations|plattform für Flüchtlinge"),
            ("Öffentlichkeitsarbeit und Marketing", "Öffentlichkeits|arbeit und Marketing"),
            ("Mobilitätskonzeptes, Kernwegekonzept", "Mobilitäts|konzeptes, Kernwegekonzept"),
            ("Allianzmanagement", "Allianzmanagement"),
            ("Kassenversicherung", "Kassen|versicherung"),
            ("Erlenbach b. Marktheidenfeld", "Erlenbach b. Marktheidenfeld"),
            ("buergermeisterin@allianz.example", "buergermeisterin@allianz.example"),
            (
                "verwaltungsgemeinschaft@allianz.example, Verwaltungsgemeinschaft",
                "verwaltungsgemeinschaft@allianz.example, Verwaltungs|gemeinschaft",
            ),
            (
                "https://verwaltungsgemeinschaft.example\nwww.versicherungskonzept.example",
                "https://verwaltungsgemeinschaft.example\nwww.versicherungskonzept.example",
            ),
            ("Beschlussfähigkeit", "Beschluss|fähigkeit"),
            ("Verwaltung", "Verwaltung"),
            ("KTDGoldimpulsVerwaltung", "KTDGoldimpulsVerwaltung"),
            ("", ""),
        ];
        for (plain, marked) in table {
            assert_eq!(soft(plain).replace(SOFT, "|"), marked, "{plain}");
            assert_eq!(soft(plain).replace(SOFT, ""), plain);
        }
    }
}
