//! Characters: escaping, folding and their reverse.

/// The most octets of a line without its end (RFC 5545, section 3.1).
pub(crate) const LINE_OCTETS: usize = 75;

/// A TEXT value (section 3.3.11): line breaks kept, other control characters left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            // CR LF is one line break.
            '\n' if before == '\r' => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// The reverse of [`escaped`]. A backslash before any other character is taken as that character.
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}

/// The value of a parameter: quoted where it must be, quotes written as RFC 6868 says.
pub(crate) fn parameter(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    for c in text.trim().chars() {
        match c {
            '^' => out.push_str("^^"),
            '"' => out.push_str("^'"),
            // A name in two lines is read as one line.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    if out.contains([':', ';', ',']) { format!("\"{out}\"") } else { out }
}

/// The reverse of RFC 6868; leaves other uses of the caret alone.
pub(crate) fn parameter_read(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let meant = match (c, chars.peek()) {
            ('^', Some('^')) => Some('^'),
            ('^', Some('\'')) => Some('"'),
            ('^', Some('n')) => Some('\n'),
            _ => None,
        };
        if meant.is_some() {
            chars.next();
        }
        out.push(meant.unwrap_or(c));
    }
    out
}

/// A value that is no text (address, identifier): without blanks and control characters, which
/// could begin a line of their own.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

/// Appends a line in pieces of at most 75 octets, none of which cuts a character, each ended by CR LF.
pub(crate) fn fold(line: &str, out: &mut String) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE_OCTETS {
            out.push_str("\r\n ");
            // The blank that marks a continuation counts.
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_were() {
        let text = "Bürgermeister; Räte, \"Gäste\" \\ alle\nzweite Zeile\tmit Tab";
        assert_eq!(unescaped(&escaped(text)), text);
        assert_eq!(escaped("a\r\nb\rc\nd\u{7}"), "a\\nb\\nc\\nd");
        assert_eq!(unescaped("a\\Nb\\xc\\"), "a\nbxc");
    }

    #[test]
    fn parameters_are_quoted_only_where_they_must_be() {
        assert_eq!(parameter("Hans Beispiel"), "Hans Beispiel");
        assert_eq!(parameter("Beispiel, Hans"), "\"Beispiel, Hans\"");
        assert_eq!(parameter("Hans \"Hansi\"\nBeispiel^"), "Hans ^'Hansi^' Beispiel^^");
        assert_eq!(parameter_read("Hans ^'Hansi^' ^^ ^x"), "Hans \"Hansi\" ^ ^x");
    }

    #[test]
    fn lines_break_between_characters() {
        for width in 60..90 {
            let line = format!("SUMMARY:{}{}", "x".repeat(width), "ä€😀".repeat(40));
            let mut out = String::new();
            fold(&line, &mut out);
            assert!(out.ends_with("\r\n"));
            assert!(out.split("\r\n").all(|piece| piece.len() <= LINE_OCTETS));
            assert_eq!(out.trim_end_matches("\r\n").replace("\r\n ", ""), line);
        }
        let mut out = String::new();
        fold(&"x".repeat(75), &mut out);
        assert_eq!(out.matches("\r\n").count(), 1);
    }
}
