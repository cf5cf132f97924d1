//! Pictures: found by name, measured without decoding them.
//!
//! Office programs do not all know WebP and SVG; [`office`] turns both into PNG.

pub(crate) mod office;

use allmende_documents::{CoverMap, Document, DocumentFault, ImageData};

use crate::{fault, fonts};

/// The picture that a block names.
pub(crate) fn find<'a>(document: &'a Document, name: &str) -> Result<&'a ImageData, DocumentFault> {
    document
        .images
        .iter()
        .find(|image| image.name == name)
        .ok_or_else(|| fault(format!("Das Bild »{name}« fehlt."), "picture is named by a block but has no data"))
}

/// The map with names that can be drawn: pictures take letters from the sans alone. The same names stand
/// in the table of the members, with every sign.
pub(crate) fn drawable(map: &CoverMap) -> CoverMap {
    let mut map = map.clone();
    for area in &mut map.areas {
        area.name.retain(fonts::in_sans);
    }
    map
}

/// Width and height in pixels, read from the head of the file; `None` when it is not what it says.
pub(crate) fn dimensions(image: &ImageData) -> Option<(u32, u32)> {
    let bytes = &image.bytes[..];
    let size = match image.format.as_str() {
        "png" => png(bytes),
        "jpg" | "jpeg" => jpeg(bytes),
        "webp" => webp(bytes),
        "svg" => svg(bytes),
        _ => None,
    };
    size.filter(|(width, height)| *width > 0 && *height > 0)
}

fn big(bytes: &[u8], from: usize, length: usize) -> Option<u32> {
    let part = bytes.get(from..from + length)?;
    Some(part.iter().fold(0, |value, byte| (value << 8) | u32::from(*byte)))
}

fn little(bytes: &[u8], from: usize, length: usize) -> Option<u32> {
    let part = bytes.get(from..from + length)?;
    Some(part.iter().rev().fold(0, |value, byte| (value << 8) | u32::from(*byte)))
}

/// PNG (ISO/IEC 15948): the size stands in the first chunk, IHDR.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    (bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16) == Some(b"IHDR"))
        .then(|| Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?)))?
}

/// JPEG (ITU-T T.81): the size stands in the first start-of-frame segment.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let mut position = 2;
    loop {
        if *bytes.get(position)? != 0xff {
            return None;
        }
        let marker = *bytes.get(position + 1)?;
        match marker {
            0xff => position += 1,
            0x01 | 0xd0..=0xd8 => position += 2,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((big(bytes, position + 7, 2)?, big(bytes, position + 5, 2)?));
            }
            _ => position += 2 + usize::try_from(big(bytes, position + 2, 2)?).ok()?,
        }
    }
}

/// WebP (RFC 9649): three kinds of first chunk.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.get(0..4) != Some(b"RIFF") || bytes.get(8..12) != Some(b"WEBP") {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1))
        }
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        _ => None,
    }
}

/// SVG: the view box, else width and height of the root element.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    use quick_xml::events::Event;
    let text = std::str::from_utf8(bytes).ok()?;
    let mut reader = quick_xml::Reader::from_str(text);
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => break element.into_owned(),
            Event::Eof => return None,
            _ => {}
        }
    };
    if root.local_name().as_ref() != "svg" {
        return None;
    }
    let attribute = |name: &str| root.try_get_attribute(name).ok()?.map(|attribute| attribute.value.into_owned());
    let number = |text: &str| {
        let digits = text.trim().trim_end_matches(|sign: char| sign.is_ascii_alphabetic() || sign == '%');
        digits.parse::<f64>().ok()
    };
    let (width, height) = attribute("viewBox")
        .and_then(|view| {
            let numbers: Vec<f64> = view.split([' ', ',']).filter_map(|part| part.parse().ok()).collect();
            Some((*numbers.get(2)?, *numbers.get(3)?))
        })
        .or_else(|| Some((number(&attribute("width")?)?, number(&attribute("height")?)?)))?;
    // A view box may be tiny or huge; only the proportion matters.
    let scale = 1000.0 / width.max(height);
    Some((whole(width * scale)?, whole(height * scale)?))
}

fn whole(value: f64) -> Option<u32> {
    format!("{value:.0}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(format: &str, bytes: &[u8]) -> ImageData {
        ImageData { name: "x".to_owned(), format: format.to_owned(), bytes: bytes.into() }
    }

    #[test]
    fn measures_svg_and_refuses_nonsense() {
        let svg = br#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>"#;
        assert_eq!(dimensions(&image("svg", svg)), Some((1000, 500)));
        for format in ["png", "jpg", "webp", "svg", "gif"] {
            assert_eq!(dimensions(&image(format, b"nonsense")), None);
            assert_eq!(dimensions(&image(format, b"")), None);
        }
        assert_eq!(dimensions(&image("jpg", &[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10])), None);
    }
}
