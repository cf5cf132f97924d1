//! Widths of letters that the parser reads wrongly.
//!
//! The array `W` of a CID font tells widths as `first [w1 w2 …]` or `first last w` (ISO 32000-1,
//! 9.7.4.3). The parser reads the second form as widths of nothing, so that blanks and digits of
//! files printed by browsers have no width and words run into each other; here each range becomes
//! a list.

use pdf_extract::{Document, Object};

/// The largest character identifier.
const MAX_CID: i64 = 65_535;
/// More widths than that tell of no real font.
const MAX_WIDTHS: usize = 200_000;

/// Rewrites the ranges of all fonts as lists.
pub(super) fn mend(document: &mut Document) {
    let mut mended = Vec::new();
    for (id, object) in &document.objects {
        let Ok(font) = object.as_dict() else { continue };
        let cid = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name.starts_with(b"CIDFontType"));
        if !cid {
            continue;
        }
        let widths =
            font.get(b"W").ok().and_then(|w| document.dereference(w).ok()).and_then(|(_, w)| w.as_array().ok());
        if let Some(lists) = widths.and_then(|w| lists(w)) {
            mended.push((*id, lists));
        }
    }
    for (id, lists) in mended {
        if let Some(Object::Dictionary(font)) = document.objects.get_mut(&id) {
            font.set("W", Object::Array(lists));
        }
    }
}

/// The same widths in lists; nothing if there is no range or the array is broken.
fn lists(widths: &[Object]) -> Option<Vec<Object>> {
    let mut found = Vec::new();
    let (mut at, mut count, mut ranges) = (0, 0, false);
    while let Some(first) = widths.get(at) {
        match widths.get(at + 1)? {
            list @ Object::Array(_) => {
                found.extend([first.clone(), list.clone()]);
                at += 2;
            }
            last => {
                let (from, to) = (first.as_i64().ok()?, last.as_i64().ok()?);
                let width = widths.get(at + 2)?;
                if !(0..=MAX_CID).contains(&from) || !(from..=MAX_CID).contains(&to) {
                    return None;
                }
                let length = usize::try_from(to - from + 1).ok()?;
                count += length;
                if count > MAX_WIDTHS {
                    return None;
                }
                found.extend([first.clone(), Object::Array(vec![width.clone(); length])]);
                ranges = true;
                at += 3;
            }
        }
    }
    ranges.then_some(found)
}
