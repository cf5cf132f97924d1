//! The words that a layout adds itself, in the language of the document.

use serde::Serialize;

/// Words in one language.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Words {
    /// Title of the table of contents.
    pub contents: &'static str,
    /// Before the number of a table.
    pub table: &'static str,
    /// Before the number of a picture.
    pub picture: &'static str,
    /// Before the number of a page.
    pub page: &'static str,
    /// Between the number of a page and how many there are.
    pub of: &'static str,
    /// Label of the colophon.
    pub version: &'static str,
    /// In a table without rows.
    pub no_rows: &'static str,
    /// Before a mark that only drafts carry.
    pub draft: &'static str,
    /// Before who made a picture.
    pub credit: &'static str,
    /// Head of what goes with a letter, if it is one thing.
    pub annex: &'static str,
    /// Head of what goes with a letter, if it is more than one.
    pub annexes: &'static str,
    /// Head of who else gets a letter.
    pub distribution: &'static str,
}

const GERMAN: Words = Words {
    contents: "Inhalt",
    table: "Tabelle",
    picture: "Bild",
    page: "Seite",
    of: "von",
    version: "Fassung",
    no_rows: "Keine Einträge.",
    draft: "Entwurf",
    credit: "Bild:",
    annex: "Anlage",
    annexes: "Anlagen",
    distribution: "Verteiler",
};

const ENGLISH: Words = Words {
    contents: "Contents",
    table: "Table",
    picture: "Figure",
    page: "Page",
    of: "of",
    version: "Version",
    no_rows: "No entries.",
    draft: "Draft",
    credit: "Image:",
    annex: "Enclosure",
    annexes: "Enclosures",
    distribution: "Copies to",
};

/// The words for a language tag; German unless the tag says English.
pub fn of(language: &str) -> &'static Words {
    if language.starts_with("en") { &ENGLISH } else { &GERMAN }
}
