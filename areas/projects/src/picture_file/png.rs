//! PNG: chunks of length, type, data and checksum (ISO/IEC 15948 section 5).

use super::{Cleaned, exif, u32_be};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that make the picture and its colours. Text, time, place, films and unknown ones go.
const KEPT: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs",
    b"cICP", b"hIST",
];

/// Copies the chunks of the picture; whatever follows its end goes.
pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let mut out = SIGNATURE.to_vec();
    let mut size = None;
    let mut has_data = false;
    let mut at = SIGNATURE.len();
    loop {
        let length = usize::try_from(u32_be(bytes, at)?).ok()?;
        let name: &[u8; 4] = bytes.get(at + 4..at + 8)?.try_into().ok()?;
        let end = at.checked_add(12)?.checked_add(length)?;
        let chunk = bytes.get(at..end)?;
        let data = chunk.get(8..8 + length)?;
        match name {
            b"IHDR" if size.is_none() => size = Some((u32_be(data, 0)?, u32_be(data, 4)?)),
            // Nothing may precede the head, and there is one head.
            b"IHDR" => return None,
            _ if size.is_none() => return None,
            b"IDAT" => has_data = true,
            b"eXIf" => {
                if let Some(turned) = exif::orientation(data) {
                    out.extend(written(*b"eXIf", &exif::tiff(turned)));
                }
            }
            _ => {}
        }
        if KEPT.contains(&name) {
            out.extend(chunk);
        }
        at = end;
        if name == b"IEND" {
            let (width, height) = size.filter(|_| has_data)?;
            return Some((out, width, height));
        }
    }
}

fn written(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut chunk = u32::try_from(data.len()).unwrap_or(0).to_be_bytes().to_vec();
    chunk.extend(name);
    chunk.extend(data);
    let sum = checksum(chunk.get(4..).unwrap_or_default());
    chunk.extend(sum.to_be_bytes());
    chunk
}

/// CRC-32 as PNG annex D defines it. Only for the few bytes that are written anew.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A file with the structure of a PNG of this size, and the given chunks before its data.
    pub(in crate::picture_file) fn picture(width: u32, height: u32, extra: &[Vec<u8>]) -> Vec<u8> {
        let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        [
            SIGNATURE.to_vec(),
            written(*b"IHDR", &head),
            extra.concat(),
            written(*b"IDAT", b"data"),
            written(*b"IEND", b""),
        ]
        .concat()
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"IEND"), 0xae42_6082);
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn text_time_and_place_go() {
        let extra = [
            written(*b"tEXt", b"Author\0Somebody"),
            written(*b"zTXt", b"x\0\0y"),
            written(*b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"),
            written(*b"tIME", b"\x07\xe1\x0b\x1e\0\0\0"),
            written(*b"eXIf", &[&exif::tiff(1)[..], b"GPS"].concat()),
            written(*b"acTL", b"\0\0\0\x02\0\0\0\0"),
            written(*b"prVt", b"private"),
        ];
        let mut sent = picture(30, 20, &extra);
        sent.extend(b"behind the end");
        assert_eq!(clean(&sent), Some((picture(30, 20, &[]), 30, 20)));
    }

    #[test]
    fn colours_stay_and_the_turn_stays() {
        let colours = [written(*b"gAMA", b"\0\0\xb1\x8f"), written(*b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\x01")];
        let sent = picture(30, 20, &colours);
        assert_eq!(clean(&sent), Some((sent.clone(), 30, 20)));
        let turned = picture(30, 20, &[written(*b"eXIf", &[&exif::tiff(8)[..], b"GPS"].concat())]);
        assert_eq!(clean(&turned), Some((picture(30, 20, &[written(*b"eXIf", &exif::tiff(8))]), 30, 20)));
    }

    #[test]
    fn a_file_without_head_or_data_is_damaged() {
        assert_eq!(clean(&[SIGNATURE, &written(*b"IEND", b"")[..]].concat()), None);
        let head = written(*b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        assert_eq!(clean(&[SIGNATURE, &head[..], &written(*b"IEND", b"")].concat()), None);
    }
}
