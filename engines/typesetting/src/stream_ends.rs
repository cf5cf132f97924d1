//! Makes the ends of streams in a PDF unmistakable.
//!
//! The keyword `endstream` stands on a line of its own, and the end of the line before it does not count as
//! data (ISO 32000-1, 7.3.8.1). The writer ends that line with LF. If the last byte of compressed data
//! happens to be CR, both together read as one CR LF: a reader counts one byte less than `/Length` says,
//! and the file is no PDF/A (ISO 19005-2, 6.1.7.1). Such a line gets CR LF instead, and the table of
//! offsets follows.

/// Width of an entry of the cross-reference table (ISO 32000-1, 7.5.4).
const ENTRY: usize = 20;
/// Digits of an offset in it.
const DIGITS: usize = 10;

/// The same file with clear ends of streams. What does not look like the writer's own files stays as it is.
pub(crate) fn clear(pdf: Vec<u8>) -> Vec<u8> {
    let unclear = unclear_ends(&pdf);
    if unclear.is_empty() { pdf } else { rewritten(&pdf, &unclear).unwrap_or(pdf) }
}

/// Offsets of the LF behind data that end with CR.
fn unclear_ends(pdf: &[u8]) -> Vec<usize> {
    const KEYWORD: &[u8] = b">>\nstream\n";
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find(pdf, KEYWORD, at) {
        let data = start + KEYWORD.len();
        at = data;
        let end = length(pdf.get(..start).unwrap_or_default()).and_then(|length| data.checked_add(length));
        let Some(end) = end else { continue };
        if pdf.get(end..).is_some_and(|rest| rest.starts_with(b"\nendstream")) {
            if end > data && pdf.get(end - 1) == Some(&b'\r') {
                found.push(end);
            }
            at = end;
        }
    }
    found
}

/// The last `/Length` of a dictionary that ends here.
fn length(before: &[u8]) -> Option<usize> {
    const KEY: &[u8] = b"/Length ";
    // Dictionaries of streams are short; strings of users do not stand in them.
    let from = before.len().saturating_sub(2_000);
    let near = before.get(from..)?;
    let key = near.windows(KEY.len()).rposition(|window| window == KEY)?;
    number(near.get(key + KEY.len()..)?)
}

fn number(text: &[u8]) -> Option<usize> {
    let digits: Vec<u8> = text.iter().copied().take_while(u8::is_ascii_digit).collect();
    std::str::from_utf8(&digits).ok()?.parse().ok()
}

fn find(all: &[u8], part: &[u8], from: usize) -> Option<usize> {
    all.get(from..)?.windows(part.len()).position(|window| window == part).map(|at| from + at)
}

/// The file with a CR in front of each of these LF, and with offsets that fit again.
fn rewritten(pdf: &[u8], ends: &[usize]) -> Option<Vec<u8>> {
    const START: &[u8] = b"startxref\n";
    let moved = |offset: usize| offset + ends.iter().filter(|end| **end < offset).count();
    let start = pdf.windows(START.len()).rposition(|window| window == START)? + START.len();
    let table = number(pdf.get(start..)?)?;
    // "xref\n0 137\n", then one entry for each object.
    let head = pdf.get(table..)?.strip_prefix(b"xref\n0 ")?;
    let count = number(head)?;
    let first = table + b"xref\n0 ".len() + head.iter().position(|byte| *byte == b'\n')? + 1;

    let mut entries = Vec::with_capacity(count * ENTRY);
    for index in 0..count {
        let entry = pdf.get(first + index * ENTRY..first + (index + 1) * ENTRY)?;
        if entry.get(17) == Some(&b'n') {
            entries.extend(format!("{:010}", moved(number(entry.get(..DIGITS)?)?)).into_bytes());
            entries.extend_from_slice(entry.get(DIGITS..)?);
        } else {
            entries.extend_from_slice(entry);
        }
    }

    let mut result = Vec::with_capacity(pdf.len() + ends.len() + 2);
    let mut from = 0;
    for end in ends {
        result.extend_from_slice(pdf.get(from..*end)?);
        result.push(b'\r');
        from = *end;
    }
    result.extend_from_slice(pdf.get(from..first)?);
    result.extend(entries);
    result.extend_from_slice(pdf.get(first + count * ENTRY..start)?);
    result.extend(moved(table).to_string().into_bytes());
    let rest = start + table.to_string().len();
    result.extend_from_slice(pdf.get(rest..)?);
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of two streams and a catalogue; the first object is free.
    fn file(first: &str, second: &str) -> Vec<u8> {
        let mut pdf = "%PDF-1.7\n".to_owned();
        let mut offsets = Vec::new();
        let stream = |number: u8, data: &str| {
            format!("{number} 0 obj\n<</Filter/None/Length {}>>\nstream\n{data}\nendstream\nendobj\n", data.len())
        };
        for object in [stream(1, first), stream(2, second), "3 0 obj\n<</Type/Catalog>>\nendobj\n".to_owned()] {
            offsets.push(pdf.len());
            pdf += &object;
        }
        let table = pdf.len();
        pdf += "xref\n0 4\n0000000000 65535 f\r\n";
        for offset in offsets {
            pdf += &format!("{offset:010} 00000 n\r\n");
        }
        pdf += &format!("trailer\n<</Size 4/Root 3 0 R>>\nstartxref\n{table}\n%%EOF");
        pdf.into_bytes()
    }

    #[test]
    fn data_that_end_with_a_return_get_a_line_end_of_their_own() {
        let cleared = String::from_utf8(clear(file("eins\r", "zwei\nendstream\r"))).unwrap_or_default();
        assert!(cleared.contains("eins\r\r\nendstream"), "{cleared}");
        assert!(cleared.contains("/Length 5>>") && cleared.contains("zwei\nendstream\r\r\nendstream"), "{cleared}");
        // Every entry points to its object, and the last line to the table.
        for (number, entry) in cleared.split(" 00000 n").take(3).enumerate() {
            let offset: usize = entry.get(entry.len() - 10..).and_then(|digits| digits.parse().ok()).unwrap_or(0);
            assert!(cleared.get(offset..).is_some_and(|rest| rest.starts_with(&format!("{} 0 obj", number + 1))));
        }
        let table = cleared.lines().rev().nth(1).and_then(|line| line.parse().ok()).unwrap_or(0_usize);
        assert!(cleared.get(table..).is_some_and(|rest| rest.starts_with("xref\n")), "{cleared}");
    }

    #[test]
    fn other_files_stay_as_they_are() {
        for pdf in [file("eins", "zwei\n"), b"%PDF-1.7".to_vec(), b"".to_vec(), b">>\nstream\nx\r\nendstream".to_vec()]
        {
            assert_eq!(clear(pdf.clone()), pdf);
        }
        // An end that is unclear, but no table where it is said to stand.
        let torn = String::from_utf8(file("eins\r", "zwei")).unwrap_or_default().replace("xref\n0 4", "xxxx\n0 4");
        assert_eq!(clear(torn.clone().into_bytes()), torn.into_bytes());
    }
}
