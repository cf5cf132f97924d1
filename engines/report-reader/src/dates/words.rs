//! The words and pieces dates are written with.

/// What a token is; dates only need these four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Word,
    Space,
    Mark,
}

/// A run of letters, digits or blanks, or one other character.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    pub(crate) start: usize,
}

impl Token<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(crate) fn is(&self, mark: &str) -> bool {
        self.text == mark
    }

    /// The value of a number of at most four digits.
    pub(crate) fn value(&self) -> Option<i16> {
        if self.kind == Kind::Number && self.text.len() <= 4 { self.text.parse().ok() } else { None }
    }
}

fn kind_of(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Number
    } else if c.is_alphabetic() {
        Kind::Word
    } else if c.is_whitespace() {
        Kind::Space
    } else {
        Kind::Mark
    }
}

/// Cuts a text into tokens; their texts in order are the text again.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut open: Option<(usize, Kind)> = None;
    for (at, c) in text.char_indices() {
        let kind = kind_of(c);
        if let Some((start, before)) = open {
            if before == kind && kind != Kind::Mark {
                continue;
            }
            found.push(Token { kind: before, text: &text[start..at], start });
        }
        open = Some((at, kind));
    }
    if let Some((start, kind)) = open {
        found.push(Token { kind, text: &text[start..], start });
    }
    found
}

/// The month a German name or abbreviation means, 1 to 12.
pub(crate) fn month(word: &str) -> Option<i8> {
    if !word.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    Some(match word.to_lowercase().as_str() {
        "januar" | "jänner" | "jan" | "jän" => 1,
        "februar" | "feber" | "feb" | "febr" => 2,
        "märz" | "maerz" | "mär" | "mrz" => 3,
        "april" | "apr" => 4,
        "mai" => 5,
        "juni" | "jun" => 6,
        "juli" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "oktober" | "okt" => 10,
        "november" | "nov" => 11,
        "dezember" | "dez" => 12,
        _ => return None,
    })
}

/// Whether the word is a season; it names no date that could be stored.
pub(crate) fn is_season(word: &str) -> bool {
    matches!(word, "Frühjahr" | "Frühling" | "Sommer" | "Herbst" | "Winter" | "Advent" | "Ostern" | "Pfingsten")
}

/// Whether the word is a weekday or its abbreviation.
pub(crate) fn is_weekday(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "montag" | "dienstag" | "mittwoch" | "donnerstag" | "freitag" | "samstag" | "sonnabend" | "sonntag"
    ) || matches!(word, "Mo" | "Di" | "Mi" | "Do" | "Fr" | "Sa" | "So" | "MO" | "DI" | "MI" | "DO" | "FR" | "SA" | "SO")
}

/// Ordinals for quarters and half-years: digits and Roman numbers are handled alike.
pub(crate) fn ordinal(word: &str) -> Option<i8> {
    Some(match word {
        "1" | "I" | "erste" | "ersten" | "erstes" | "Erstes" | "Erste" => 1,
        "2" | "II" | "zweite" | "zweiten" | "zweites" | "Zweites" | "Zweite" => 2,
        "3" | "III" | "dritte" | "dritten" | "drittes" | "Drittes" => 3,
        "4" | "IV" | "vierte" | "vierten" | "viertes" | "Viertes" => 4,
        _ => return None,
    })
}

/// Whether a number after this word counts something else than days: chapters, items, versions.
pub(crate) fn names_a_number(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "nr" | "nrn"
            | "ziffer"
            | "ziff"
            | "kapitel"
            | "kap"
            | "abschnitt"
            | "punkt"
            | "top"
            | "version"
            | "art"
            | "abs"
            | "siehe"
            | "tel"
            | "telefon"
            | "fax"
            | "anlage"
            | "ausgabe"
            | "heft"
            | "tabelle"
            | "abbildung"
            | "abb"
    )
}
