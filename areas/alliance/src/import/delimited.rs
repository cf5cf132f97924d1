//! Delimited text: comma, semicolon or tab, as spreadsheets write it (RFC 4180 and its German habits).

use super::{Line, MOST_COLUMNS, MOST_ROWS, Sentence};

/// The delimiter: the one that the first lines use most outside quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b';', 0_usize), (b',', 0), (b'\t', 0)];
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(5) {
        let mut quoted = false;
        for byte in line.bytes() {
            quoted ^= byte == b'"';
            if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| *mark == byte && !quoted) {
                *count += 1;
            }
        }
    }
    // The first one wins a tie, so a list of single names counts as semicolons.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b';', |(mark, _)| *mark)
}

/// The rows. Lines that are quite empty are rows, too, because people count them.
pub(super) fn read(text: &str) -> Vec<Line> {
    // Excel's own line about the delimiter.
    let announced =
        text.lines().next().and_then(|line| line.trim().strip_prefix("sep=")).and_then(|mark| mark.bytes().next());
    let skipped = usize::from(announced.is_some());
    let body = if announced.is_some() { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(announced.unwrap_or_else(|| delimiter(body)))
        .from_reader(body.as_bytes());
    let mut lines: Vec<Line> = Vec::new();
    let mut record = csv::StringRecord::new();
    while let Ok(true) = reader.read_record(&mut record) {
        let Some(position) = record.position() else { break };
        let mut at = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let mut number = usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_add(skipped);
        // The reader leaves the second half of "\r\n" to the next record.
        if at > 0 && body.as_bytes().get(at - 1..).is_some_and(|rest| rest.starts_with(b"\r\n")) {
            at += 1;
            number += 1;
        }
        // The reader passes over empty lines; the record begins after them.
        while let Some(rest) =
            body.as_bytes().get(at..).filter(|rest| rest.starts_with(b"\n") || rest.starts_with(b"\r"))
        {
            at += if rest.starts_with(b"\r\n") { 2 } else { 1 };
            lines.push(Line { number, ..Line::default() });
            number += 1;
        }
        let cells = record.iter().take(MOST_COLUMNS).map(str::to_owned).collect();
        lines.push(Line { number, cells, broken: None });
        if lines.len() > MOST_ROWS + 1 {
            break;
        }
    }
    // An odd quote swallows everything after it into the last row.
    if body.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
        && let Some(last) = lines.last_mut()
    {
        last.broken = Some(Sentence::new("import-fault-quote"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        read(text).into_iter().map(|line| (line.number, line.cells)).collect()
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn delimiters_are_found() {
        for (text, mark) in [
            ("a,b,c\n1,2,3", b','),
            ("a;b;c\n\"1,5\";2;3", b';'),
            ("a\tb\n1,5\t2", b'\t'),
            ("\"x,y,z\";b\n", b';'),
            ("name\nBirkenfeld", b';'),
            ("", b';'),
        ] {
            assert_eq!(delimiter(text), mark, "{text}");
        }
    }

    #[test]
    fn rows_keep_the_numbers_that_people_count() {
        assert_eq!(
            cells("a;b\r\n\r\n\"x\ny\";2\r\n3;\"say \"\"so\"\"\"\r\n"),
            [row(1, &["a", "b"]), row(2, &[]), row(3, &["x\ny", "2"]), row(5, &["3", "say \"so\""])]
        );
        assert_eq!(cells("sep=,\na,b\n1,2\n"), [row(2, &["a", "b"]), row(3, &["1", "2"])]);
        assert_eq!(cells(""), []);
    }

    #[test]
    fn an_open_quote_is_noticed() {
        let lines = read("a;b\n1;2\n\"3;4\n5;6\n");
        assert_eq!(lines.len(), 3);
        assert_eq!(lines.iter().filter(|line| line.broken.is_some()).count(), 1);
        assert!(lines[2].broken.is_some());
    }
}
