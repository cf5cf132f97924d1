//! The lines a report consists of, whatever file they come from.

/// A run of text at a horizontal position; lines of tables have several.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chunk {
    /// Position in characters (text), or in tenths of a letter height (PDF).
    pub(crate) x: usize,
    /// Where it ends, in the same unit.
    pub(crate) end: usize,
    pub(crate) text: String,
}

/// What the file itself says about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nothing: text files and PDF.
    Plain,
    /// A paragraph of a word processor; its end is certain.
    Paragraph,
    /// The same paragraph after a manual line break.
    Continued,
    /// A heading style, 1 to 9.
    Heading(u8),
    /// A list item and its depth.
    Item(u8),
    /// A paragraph in a table cell.
    Cell(CellMark),
    /// A footnote or endnote.
    Footnote,
    /// A running head or foot kept apart by the file.
    Furniture,
}

/// Where a table paragraph stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CellMark {
    pub(crate) table: usize,
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) span: usize,
    /// The row is marked as a repeated header.
    pub(crate) header: bool,
    /// A list item or a new paragraph, not the continuation of the one before.
    pub(crate) starts: bool,
    /// The line above, cut off by a page break, goes on here.
    pub(crate) runs_on: bool,
    /// The cell continues the one above (vertical merge); such a mark carries no text.
    pub(crate) merged: bool,
}

/// One line of the input.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SourceLine {
    /// Counted from 1.
    pub(crate) number: usize,
    /// Counted from 1; text files turn the page at a form feed.
    pub(crate) page: usize,
    /// As read, for showing.
    pub(crate) text: String,
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) mark: Mark,
    /// Letter height against the report's usual one, in percent.
    pub(crate) size: u16,
}

impl SourceLine {
    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{feff}')
    }

    pub(crate) fn indent(&self) -> usize {
        self.chunks.first().map_or(0, |c| c.x)
    }

    pub(crate) fn end(&self) -> usize {
        self.chunks.last().map_or(0, |c| c.end)
    }

    /// The text with single blanks.
    pub(crate) fn plain(&self) -> String {
        self.chunks.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// A leading list marker and the byte offset of the text after it.
pub(crate) fn bullet(text: &str) -> Option<(Bullet, usize)> {
    let trimmed = text.trim_start();
    let lead = text.len() - trimmed.len();
    let mut chars = trimmed.char_indices();
    let (_, first) = chars.next()?;
    let rest_at = |len: usize| {
        let rest = trimmed.get(len..)?;
        let text = rest.trim_start();
        (!text.is_empty() && text.len() < rest.len()).then(|| lead + trimmed.len() - text.len())
    };
    if let Some(arrow) = ["-->", "->", "=>", "==>"].iter().find(|arrow| trimmed.starts_with(**arrow)) {
        return rest_at(arrow.len()).map(|at| (Bullet::Sign('→'), at));
    }
    if matches!(
        first,
        '-' | '–'
            | '—'
            | '•'
            | '*'
            | '·'
            | '◦'
            | '▪'
            | '■'
            | '□'
            | '►'
            | '▶'
            | '➢'
            | '➤'
            | '→'
            | '✓'
            | '●'
            | '○'
            | '‣'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f02d}'
            | '+'
            | '#'
            | '★'
            | '☆'
            | '✔'
            | '✗'
            | '❖'
            | '◆'
            | '◇'
            | '♦'
            | '»'
            | '>'
            | '\u{f0fc}'
            | '\u{f0d8}'
    ) {
        return rest_at(first.len_utf8()).map(|at| (Bullet::Sign(first), at));
    }
    if first == 'o' {
        return rest_at(1)
            .filter(|at| {
                text.get(*at..).is_some_and(|t| t.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
            })
            .map(|at| (Bullet::Sign('o'), at));
    }
    if let Some(rest) = trimmed.strip_prefix("TOP") {
        let inner = rest.trim_start();
        let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 {
            let number = inner.get(..digits)?.parse().ok()?;
            let tail = inner.get(digits..)?;
            let tail = tail.trim_start_matches([':', '.', ')']).trim_start_matches([' ', '\t', '–', '-', '\u{a0}']);
            return (!tail.is_empty()).then(|| (Bullet::Number(number), text.len() - tail.len()));
        }
    }
    // »[1] Chamer Zeitung«
    if let Some((number, rest)) = trimmed.strip_prefix('[').and_then(|inner| inner.split_once("] "))
        && let Ok(number) = number.parse()
        && !rest.trim_start().is_empty()
    {
        return Some((Bullet::Number(number), text.len() - rest.trim_start().len()));
    }
    // »Nr. 3   Erosionsschutzberatung«
    if let Some(inner) = trimmed.strip_prefix("Nr. ").or_else(|| trimmed.strip_prefix("Nr."))
        && let Some((number, rest)) = inner.split_once([' ', '\t'])
        && let Ok(number) = number.trim_end_matches([':', '.', ')']).parse()
        && rest.trim_start().starts_with(char::is_uppercase)
    {
        return Some((Bullet::Number(number), text.len() - rest.trim_start().len()));
    }
    let digits = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits) {
        let number = trimmed.get(..digits)?.parse().ok()?;
        let mark = trimmed.get(digits..digits + 1)?;
        // »2. Mai« is a day.
        let word = trimmed.get(digits + 1..)?.split_whitespace().next().unwrap_or_default();
        if (mark == "." || mark == ")") && !crate::dates::is_month(word) {
            return rest_at(digits + 1).map(|at| (Bullet::Number(number), at));
        }
        return None;
    }
    if first.is_ascii_alphabetic() && trimmed.get(1..2) == Some(")") {
        return rest_at(2).map(|at| (Bullet::Letter, at));
    }
    None
}

/// The kind of a list marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bullet {
    Sign(char),
    Number(u32),
    Letter,
}
