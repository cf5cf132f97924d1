//! Bytes to text: UTF-8, UTF-16 with a mark, Windows-1252.

/// The upper half of Windows-1252 that differs from Latin-1 (0x80 to 0x9F).
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text, or nothing if it can be none.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).map_or_else(|_| windows_1252(bytes), str::to_owned),
    };
    // No text holds a zero byte; pictures and archives do.
    (!text.contains('\0')).then_some(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Windows-1252, the encoding of older German Excel files. Every byte is a character.
pub(super) fn windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|&byte| UPPER.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let table: [(&[u8], Option<&str>); 7] = [
            ("Grüße €".as_bytes(), Some("Grüße €")),
            (b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe", Some("Grüße")),
            (b"Gr\xfc\xdfe \x80 \x84so\x93", Some("Grüße € „so“")),
            (b"\xff\xfeG\x00\xfc\x00", Some("Gü")),
            (b"\xfe\xff\x00G\x00\xfc", Some("Gü")),
            (b"\xff\xfeG\x00\xfc", Some("G")),
            (b"\x89PNG\x00\x01", None),
        ];
        for (bytes, expected) in table {
            assert_eq!(decode(bytes).as_deref(), expected);
        }
    }
}
