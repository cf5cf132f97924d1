//! What a letter is beyond its text (DIN 5008).

use serde::{Deserialize, Serialize};

use crate::Fact;
use crate::words::Words;

/// The most lines of an address (DIN 5008: the zone has six).
pub const ADDRESS_LINES: usize = 6;
/// The most lines of notes above an address.
pub const NOTE_LINES: usize = 3;

/// Sender, recipients and what stands around the text. A document holds one letter for each
/// recipient: all say the same under their own address and salutation, and each counts its own pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// Form A (address field from 27 mm) instead of form B (from 45 mm).
    #[serde(default)]
    pub form_a: bool,
    /// Name of the sender at the top: the first line strong, further ones light.
    pub sender: Vec<String>,
    /// Name of the picture beside it in [`crate::Document::images`]; `None` takes the outline of
    /// [`crate::Document::cover`], if there is one. Decoration, because the name stands beside it.
    #[serde(default)]
    pub logo: Option<String>,
    /// The return line above the address.
    pub return_line: String,
    /// Information block; the date comes last.
    pub information: Vec<Fact>,
    /// Who gets a letter; at least one.
    pub recipients: Vec<Recipient>,
    /// What stands below the text.
    #[serde(default)]
    pub closing: Closing,
    /// Up to three columns at the foot of the page.
    pub foot: Vec<Vec<String>>,
}

/// Who gets a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// How it is sent ("Einschreiben", "Vertraulich"), up to three lines.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Up to six lines without blank ones.
    pub address: Vec<String>,
    /// The first line of the text, with its comma.
    pub salutation: String,
}

/// What stands below the text of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// "Mit freundlichen Grüßen"; empty for a letter without.
    pub greeting: String,
    /// Name and office, below the room for a signature.
    pub signer: Vec<String>,
    /// What goes with the letter.
    pub annexes: Vec<String>,
    /// Who else gets it.
    pub distribution: Vec<String>,
}

impl Closing {
    /// The lists below the signature that have entries, each with its head.
    pub fn lists<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = (&'a str, &'a [String])> {
        let annexes = if self.annexes.len() == 1 { words.annex } else { words.annexes };
        [(annexes, self.annexes.as_slice()), (words.distribution, self.distribution.as_slice())]
            .into_iter()
            .filter(|(_, entries)| !entries.is_empty())
    }
}
