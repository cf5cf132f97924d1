//! PDF: what must be true before the parser may touch a file, because it would not come back.

use super::MAX_FILE_BYTES;
use crate::fault::ReadFault;
use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Document, Object, ObjectId};
use std::collections::HashSet;
use std::io::Read;

/// Forms within forms; drawings by people have two or three.
const MAX_FORM_DEPTH: usize = 12;
/// Content streams that many times the packed limit are no text.
const MAX_UNPACKED: u64 = 4 * MAX_FILE_BYTES as u64;

fn find(bytes: &[u8], from: usize, pattern: &[u8]) -> Option<usize> {
    bytes.get(from..)?.windows(pattern.len()).position(|w| w == pattern).map(|at| from + at)
}

/// Unpacks every compressed stream into nothing and counts: the parser has no limit of its own.
pub(super) fn check_packed(bytes: &[u8]) -> Result<(), ReadFault> {
    let mut left = MAX_UNPACKED;
    let mut at = 0;
    let mut scratch = [0_u8; 16 * 1024];
    while let Some(keyword) = find(bytes, at, b"stream") {
        at = keyword + 6;
        if bytes.get(keyword.saturating_sub(3)..keyword) == Some(b"end") {
            continue;
        }
        let dictionary = bytes.get(keyword.saturating_sub(600)..keyword).unwrap_or_default();
        let begin = dictionary.windows(4).rposition(|w| w == b" obj").unwrap_or(0);
        let dictionary = dictionary.get(begin..).unwrap_or_default();
        let packings = dictionary.windows(12).filter(|w| *w == b"/FlateDecode").count();
        if packings > 1 || dictionary.windows(10).any(|w| w == b"/LZWDecode") && bytes.len() > 4 * 1024 * 1024 {
            return Err(ReadFault::TooLarge);
        }
        let data = bytes.get(at..).unwrap_or_default();
        let data = data
            .strip_prefix(b"\r\n")
            .or_else(|| data.strip_prefix(b"\n"))
            .or_else(|| data.strip_prefix(b"\r"))
            .unwrap_or(data);
        // 0x78 opens every zlib stream of a PDF.
        if packings == 1 && data.first() == Some(&0x78) {
            let mut unpacker = ZlibDecoder::new(data);
            while let Ok(read) = unpacker.read(&mut scratch) {
                if read == 0 {
                    break;
                }
                left = left.checked_sub(read as u64).ok_or(ReadFault::TooLarge)?;
            }
            at += usize::try_from(unpacker.total_in()).unwrap_or(0).min(data.len());
        }
    }
    Ok(())
}

fn dictionary<'a>(document: &'a Document, owner: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    match owner.get(key).ok()? {
        Object::Dictionary(found) => Some(found),
        Object::Reference(id) => document.get_dictionary(*id).ok(),
        _ => None,
    }
}

/// Empties pictures (they hold no text) and refuses structures that would recurse for ever.
pub(super) fn defuse(document: &mut Document) -> Result<(), ReadFault> {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
        {
            stream.dict.remove(b"Filter");
            stream.dict.remove(b"DecodeParms");
            stream.set_content(Vec::new());
        }
    }
    for id in document.get_pages().values() {
        let mut parents = HashSet::new();
        let mut at = *id;
        while let Ok(node) = document.get_dictionary(at) {
            if !parents.insert(at) {
                return Err(ReadFault::BrokenPdf);
            }
            if let Some(resources) = dictionary(document, node, b"Resources") {
                check_forms(document, resources, &mut Vec::new(), &mut HashSet::new())?;
            }
            match node.get(b"Parent").and_then(Object::as_reference) {
                Ok(parent) => at = parent,
                Err(_) => break,
            }
        }
    }
    Ok(())
}

/// A form that draws itself would exhaust the stack, which no guard can catch later.
fn check_forms(
    document: &Document,
    resources: &Dictionary,
    path: &mut Vec<ObjectId>,
    done: &mut HashSet<ObjectId>,
) -> Result<(), ReadFault> {
    let Some(objects) = dictionary(document, resources, b"XObject") else {
        return Ok(());
    };
    for (_, object) in objects {
        let Object::Reference(id) = object else {
            continue;
        };
        if path.contains(id) || path.len() >= MAX_FORM_DEPTH {
            return Err(ReadFault::BrokenPdf);
        }
        if !done.insert(*id) {
            continue;
        }
        let Ok(Object::Stream(stream)) = document.get_object(*id) else {
            continue;
        };
        path.push(*id);
        match dictionary(document, &stream.dict, b"Resources") {
            Some(inner) => check_forms(document, inner, path, done)?,
            // Without own resources a form inherits the page's and could draw itself by name.
            None if draws(&stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())) => {
                return Err(ReadFault::BrokenPdf);
            }
            None => {}
        }
        path.pop();
    }
    Ok(())
}

fn draws(content: &[u8]) -> bool {
    content.windows(4).any(|w| w == b" Do\n" || w == b" Do " || w == b" Do\r")
}
