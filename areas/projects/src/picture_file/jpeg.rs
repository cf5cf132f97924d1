//! JPEG: segments between a begin and an end mark (ISO/IEC 10918-1 annex B).

use super::{Cleaned, exif, u16_be};

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// Copies tables, frames and scans, the colour profile and the two marks that decoders need (JFIF, Adobe); everything
/// else goes, and so does whatever follows the end mark, where phones put depth maps and films.
pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let mut out = vec![0xff, 0xd8];
    let mut turned = None;
    let mut size = None;
    let mut at = 2;
    loop {
        let (marker, begin) = next_marker(bytes, at)?;
        if marker == END {
            let (width, height) = size?;
            out.extend([0xff, END]);
            if let Some(turned) = turned {
                insert_orientation(&mut out, turned);
            }
            return Some((out, width, height));
        }
        let length = usize::from(u16_be(bytes, begin)?);
        let end = begin.checked_add(length)?;
        let body = bytes.get(begin.checked_add(2)?..end)?;
        match marker {
            // Start of frame of any coding; C4, C8 and CC are tables, not frames.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                size = Some((u32::from(u16_be(body, 3)?), u32::from(u16_be(body, 1)?)));
            }
            0xe1 if turned.is_none() => {
                turned = body.strip_prefix(b"Exif\0\0").and_then(exif::orientation);
            }
            _ => {}
        }
        if is_kept(marker, body) {
            out.extend([0xff, marker]);
            out.extend(bytes.get(begin..end)?);
        }
        at = end;
        if marker == SCAN {
            let scan_end = end_of_scan(bytes, end)?;
            out.extend(bytes.get(end..scan_end)?);
            at = scan_end;
        }
    }
}

/// The marker at a place, which any number of FF may precede, and where its segment begins.
fn next_marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    if *bytes.get(at)? != 0xff {
        return None;
    }
    while *bytes.get(at)? == 0xff {
        at += 1;
    }
    Some((*bytes.get(at)?, at + 1))
}

fn is_kept(marker: u8, body: &[u8]) -> bool {
    match marker {
        // Frames, scans, tables, restart interval, number of lines.
        0xc0..=0xcf | 0xda..=0xdd => true,
        0xe0 => body.starts_with(b"JFIF\0"),
        0xe2 => body.starts_with(b"ICC_PROFILE\0"),
        0xee => body.starts_with(b"Adobe"),
        _ => false,
    }
}

/// Where compressed data end: at the next FF that neither stands for itself (00) nor restarts (D0 to D7).
fn end_of_scan(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let offset = bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        at += offset;
        match *bytes.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

/// Puts a segment behind the begin mark, or behind JFIF, which must come first, that says how the picture is turned.
fn insert_orientation(out: &mut Vec<u8>, turned: u8) {
    let place = match out.get(2..4) {
        Some([0xff, 0xe0]) => 4 + usize::from(u16_be(out, 4).unwrap_or(0)),
        _ => 2,
    };
    let tiff = exif::tiff(turned);
    let mut segment = vec![0xff, 0xe1];
    let length = u16::try_from(tiff.len() + 8).unwrap_or(0);
    segment.extend(length.to_be_bytes());
    segment.extend(b"Exif\0\0");
    segment.extend(tiff);
    out.splice(place..place, segment);
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len() + 2).unwrap_or(0).to_be_bytes();
        [&[0xff, marker][..], &length, body].concat()
    }

    /// A file with the structure of a JPEG of 300 × 200 pixels, two scans, and the given segments behind the JFIF mark.
    pub(in crate::picture_file) fn picture(extra: &[Vec<u8>]) -> Vec<u8> {
        let frame = [8, 0, 200, 1, 44, 1, 1, 0x11, 0];
        [
            vec![0xff, 0xd8],
            segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"),
            extra.concat(),
            segment(0xdb, &[0; 65]),
            segment(0xc2, &frame),
            segment(0xc4, &[0; 20]),
            segment(0xda, &[1, 1, 0, 0, 63, 0]),
            vec![0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
            segment(0xc4, &[0; 20]),
            segment(0xda, &[1, 1, 0, 0, 63, 0]),
            vec![0x78, 0xff, 0x00],
            vec![0xff, 0xd9],
        ]
        .concat()
    }

    fn exif_with_place(turned: u8) -> Vec<u8> {
        segment(0xe1, &[b"Exif\0\0", &exif::tiff(turned)[..], b"GPS 49.8455 9.6070"].concat())
    }

    #[test]
    fn what_nobody_meant_to_send_goes() {
        let extra = [
            exif_with_place(1),
            segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
            segment(0xe2, b"MPF\0more pictures"),
            segment(0xed, b"Photoshop 3.0\0"),
            segment(0xfe, b"comment"),
            segment(0xe0, b"JFXX\0\x10thumbnail"),
        ];
        let mut sent = picture(&extra);
        sent.extend(b"a film behind the end");
        assert_eq!(clean(&sent), Some((picture(&[]), 300, 200)));
    }

    #[test]
    fn profile_and_colour_transform_stay() {
        let sent = picture(&[segment(0xe2, b"ICC_PROFILE\0\x01\x01data"), segment(0xee, b"Adobe\0\x64\0\0\0\0\x01")]);
        assert_eq!(clean(&sent), Some((sent.clone(), 300, 200)));
    }

    #[test]
    fn a_turned_picture_stays_turned_and_says_nothing_else() {
        let cleaned = clean(&picture(&[exif_with_place(6)]));
        let only_turn = segment(0xe1, &[b"Exif\0\0", &exif::tiff(6)[..]].concat());
        assert_eq!(cleaned, Some((picture(&[only_turn]), 300, 200)));
    }

    #[test]
    fn broken_files_are_damaged() {
        assert_eq!(clean(b"\xff\xd8\xff\xd9"), None);
        assert_eq!(clean(b"\xff\xd8\xff\xe0\0\x01"), None);
        assert_eq!(clean(b"\xff\xd8\xff\xff\xff\xff"), None);
    }
}
