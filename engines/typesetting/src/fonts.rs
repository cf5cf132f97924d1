//! The typefaces, part of the program, and which characters they have.

use std::sync::LazyLock;

use typst::utils::LazyHash;
use typst_library::foundations::Bytes;
use typst_library::text::{Font, FontBook};

/// The font files. Origin and licences: `fonts/README.md`.
static FILES: [&[u8]; 6] = [
    include_bytes!("../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../fonts/SourceSans3-Light.ttf"),
    include_bytes!("../fonts/SourceSans3-Semibold.ttf"),
    include_bytes!("../fonts/SourceSans3-Bold.ttf"),
    include_bytes!("../fonts/SourceSerif4SmText-Regular.ttf"),
    include_bytes!("../fonts/SourceSerif4SmText-Semibold.ttf"),
];

/// The fonts, in the order of the book.
pub(crate) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect());

/// What Typst chooses fonts from.
pub(crate) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether a character can be printed. Every text may fall back to the sans, so the sans decides;
/// the regular weight stands for all, because they cover the same characters.
pub(crate) fn covers(character: char) -> bool {
    FONTS.first().is_some_and(|font| font.info().coverage.contains(u32::from(character)))
}
