//! WebP: a RIFF of chunks with even lengths (RFC 9649).

use super::{Cleaned, PictureFault, exif, u32_le};

const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;
const MOVES: u8 = 0x02;

/// Copies picture, transparency and colour profile; Exif, XMP and unknown chunks go. Refuses what moves, because the
/// pictures inside carry chunks of their own and paper shows only the first.
pub(super) fn clean(bytes: &[u8]) -> Result<Cleaned, PictureFault> {
    Ok(match chunks(bytes) {
        Some(chunks) if chunks.iter().any(|(name, data)| moves(*name, data)) => return Err(PictureFault::Moving),
        Some(chunks) => rebuilt(&chunks),
        None => None,
    })
}

type Chunk<'a> = ([u8; 4], &'a [u8]);

fn moves(name: [u8; 4], data: &[u8]) -> bool {
    matches!(&name, b"ANIM" | b"ANMF") || (&name == b"VP8X" && data.first().is_some_and(|flags| flags & MOVES != 0))
}

/// The chunks of a file. What lies behind the length in its head is not part of it.
fn chunks(bytes: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let length = usize::try_from(u32_le(bytes, 4)?).ok()?;
    let body = bytes.get(12..length.checked_add(8)?)?;
    let mut chunks = Vec::new();
    let mut at = 0;
    while at < body.len() {
        let name: [u8; 4] = body.get(at..at + 4)?.try_into().ok()?;
        let length = usize::try_from(u32_le(body, at + 4)?).ok()?;
        let end = at.checked_add(8)?.checked_add(length)?;
        chunks.push((name, body.get(at + 8..end)?));
        at = end.checked_add(length % 2)?;
    }
    Some(chunks)
}

fn rebuilt(chunks: &[Chunk<'_>]) -> Cleaned {
    let find = |name: &[u8; 4]| chunks.iter().find(|(found, _)| found == name).map(|(_, data)| *data);
    let (width, height) = match (find(b"VP8 "), find(b"VP8L")) {
        (Some(data), _) => lossy_size(data)?,
        (None, Some(data)) => lossless_size(data)?,
        (None, None) => return None,
    };
    let turned = find(b"EXIF").and_then(|data| exif::orientation(data.strip_prefix(b"Exif\0\0").unwrap_or(data)));
    let mut body = b"WEBP".to_vec();
    for (name, data) in chunks {
        match name {
            b"VP8X" => {
                let mut head = data.to_vec();
                let flags = head.first_mut()?;
                *flags &= !(HAS_EXIF | HAS_XMP);
                if turned.is_some() {
                    *flags |= HAS_EXIF;
                }
                push(&mut body, *name, &head);
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ICCP" => push(&mut body, *name, data),
            _ => {}
        }
    }
    if let (Some(turned), Some(_)) = (turned, find(b"VP8X")) {
        push(&mut body, *b"EXIF", &exif::tiff(turned));
    }
    let mut out = b"RIFF".to_vec();
    out.extend(u32::try_from(body.len()).ok()?.to_le_bytes());
    out.extend(body);
    Some((out, width, height))
}

fn push(body: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    body.extend(name);
    body.extend(u32::try_from(data.len()).unwrap_or(0).to_le_bytes());
    body.extend(data);
    if data.len() % 2 == 1 {
        body.push(0);
    }
}

/// Width and height stand in 14 bits each behind the start code of a key frame (RFC 6386 section 9.1).
fn lossy_size(data: &[u8]) -> Option<(u32, u32)> {
    if data.get(3..6)? != [0x9d, 0x01, 0x2a] {
        return None;
    }
    let number = |at: usize| Some(u32::from(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?) & 0x3fff));
    Some((number(6)?, number(8)?))
}

/// Width and height less one stand in 14 bits each behind the signature byte.
fn lossless_size(data: &[u8]) -> Option<(u32, u32)> {
    if *data.first()? != 0x2f {
        return None;
    }
    let bits = u32_le(data, 1)?;
    Some(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn file(chunks: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
        let mut body = b"WEBP".to_vec();
        for (name, data) in chunks {
            push(&mut body, *name, data);
        }
        [&b"RIFF"[..], &u32::try_from(body.len()).unwrap_or(0).to_le_bytes(), &body].concat()
    }

    fn lossy(width: u16, height: u16) -> Vec<u8> {
        [&[0, 0, 0, 0x9d, 0x01, 0x2a][..], &width.to_le_bytes(), &height.to_le_bytes(), b"xyz"].concat()
    }

    /// A file with the structure of a WebP of this size, with or without the extended head.
    pub(in crate::picture_file) fn picture(width: u16, height: u16, extended: bool) -> Vec<u8> {
        let mut chunks = vec![(*b"VP8 ", lossy(width, height))];
        if extended {
            chunks.insert(0, (*b"VP8X", vec![0; 10]));
        }
        file(&chunks)
    }

    fn head(flags: u8) -> Vec<u8> {
        [&[flags][..], &[0; 9]].concat()
    }

    #[test]
    fn exif_and_xmp_go() {
        let sent = file(&[
            (*b"VP8X", head(HAS_EXIF | HAS_XMP)),
            (*b"VP8 ", lossy(300, 200)),
            (*b"EXIF", [&exif::tiff(1)[..], b"GPS"].concat()),
            (*b"XMP ", b"<x/>".to_vec()),
            (*b"abcd", b"unknown".to_vec()),
        ]);
        let sent = [&sent[..], b"behind the end"].concat();
        assert_eq!(clean(&sent), Ok(Some((picture(300, 200, true), 300, 200))));
    }

    #[test]
    fn the_turn_stays() {
        let exif = [b"Exif\0\0", &exif::tiff(6)[..], b"GPS"].concat();
        let sent = file(&[(*b"VP8X", head(HAS_EXIF)), (*b"VP8 ", lossy(300, 200)), (*b"EXIF", exif)]);
        let kept = file(&[(*b"VP8X", head(HAS_EXIF)), (*b"VP8 ", lossy(300, 200)), (*b"EXIF", exif::tiff(6))]);
        assert_eq!(clean(&sent), Ok(Some((kept, 300, 200))));
    }

    #[test]
    fn lossless_pictures_are_measured() {
        let bits: u32 = (300 - 1) | ((200 - 1) << 14);
        let sent = file(&[(*b"VP8L", [&[0x2f][..], &bits.to_le_bytes(), b"x"].concat())]);
        assert_eq!(clean(&sent), Ok(Some((sent.clone(), 300, 200))));
    }

    #[test]
    fn moving_pictures_are_refused() {
        let sent = file(&[(*b"VP8X", head(MOVES)), (*b"ANIM", vec![0; 6]), (*b"ANMF", vec![0; 20])]);
        assert_eq!(clean(&sent), Err(PictureFault::Moving));
    }
}
