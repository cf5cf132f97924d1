//! DOCX: which styles are headings, list items or tables of contents.

use crate::fault::ReadFault;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashMap;

/// What a paragraph style means for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Heading(u8),
    Item,
    Contents,
    Frame,
}

#[derive(Debug, Default)]
struct Style {
    meaning: Option<Meaning>,
    based_on: Option<String>,
}

/// The styles of a document by their id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

/// The value of an attribute, without its namespace prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)
        .map(|a| a.value.into_owned())
}

/// `w:b` alone means on, `w:val="0"` off.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !attribute(element, "val").is_some_and(|v| matches!(v.as_str(), "0" | "false" | "off" | "none"))
}

fn meaning(name: &str) -> Option<Meaning> {
    let name = name.to_lowercase();
    let level = |rest: &str| rest.trim().parse::<u8>().ok().filter(|n| (1..=9).contains(n));
    for stem in ["heading", "überschrift", "berschrift"] {
        if let Some(found) = name.strip_prefix(stem).and_then(level) {
            return Some(Meaning::Heading(found));
        }
    }
    if name.starts_with("toc ")
        || name.starts_with("verzeichnis")
        || name.starts_with("toc") && level(&name["toc".len()..]).is_some()
    {
        return Some(Meaning::Contents);
    }
    match name.as_str() {
        "title" | "titel" => Some(Meaning::Heading(1)),
        "subtitle" | "untertitel" => Some(Meaning::Heading(2)),
        "header" | "footer" | "kopfzeile" | "fußzeile" => Some(Meaning::Frame),
        _ if name.starts_with("list bullet") || name.starts_with("list number") || name.starts_with("aufzählung") => {
            Some(Meaning::Item)
        }
        _ => None,
    }
}

impl Styles {
    pub(super) fn parse(xml: &str) -> Result<Self, ReadFault> {
        let mut styles = Self::default();
        let mut reader = Reader::from_str(xml);
        let mut open: Option<(String, Style)> = None;
        loop {
            match reader.read_event() {
                Err(_) => return Err(ReadFault::BrokenDocx("die Formatvorlagen sind beschädigt")),
                Ok(Event::Eof) => return Ok(styles),
                Ok(Event::DocType(_)) => return Err(ReadFault::ForbiddenXml),
                Ok(Event::Start(e) | Event::Empty(e)) => match e.local_name().as_ref() {
                    "style" => open = attribute(&e, "styleId").map(|id| (id, Style::default())),
                    "name" => {
                        if let Some((_, style)) = open.as_mut() {
                            style.meaning = style.meaning.or(attribute(&e, "val").and_then(|v| meaning(&v)));
                        }
                    }
                    "basedOn" => {
                        if let Some((_, style)) = open.as_mut() {
                            style.based_on = attribute(&e, "val");
                        }
                    }
                    "outlineLvl" => {
                        if let Some((_, style)) = open.as_mut()
                            && let Some(level) =
                                attribute(&e, "val").and_then(|v| v.parse::<u8>().ok()).filter(|l| *l < 9)
                        {
                            style.meaning = style.meaning.or(Some(Meaning::Heading(level + 1)));
                        }
                    }
                    _ => {}
                },
                Ok(Event::End(e)) if e.local_name().as_ref() == "style" => {
                    if let Some((id, style)) = open.take() {
                        styles.by_id.insert(id, style);
                    }
                }
                Ok(_) => {}
            }
        }
    }

    /// What a style means, also through the styles it is based on.
    pub(super) fn meaning(&self, id: &str) -> Option<Meaning> {
        let mut id = id;
        // A circle of base styles must not hang the reader.
        for _ in 0..16 {
            let Some(style) = self.by_id.get(id) else {
                break;
            };
            if style.meaning.is_some() {
                return style.meaning;
            }
            match &style.based_on {
                Some(base) => id = base,
                None => break,
            }
        }
        // Documents without a styles part still use the built-in ids.
        if self.by_id.contains_key(id) { None } else { meaning(id) }
    }
}
