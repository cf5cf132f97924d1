//! The typefaces, part of the program, and which characters they have.

use std::sync::LazyLock;

use typst::utils::LazyHash;
use typst_library::foundations::Bytes;
use typst_library::text::{Font, FontBook};

/// The font files. Origin and licences: `fonts/README.md`. The templates name the families in
/// `tokens.typ`: what the text faces lack comes from the symbols, then from the emoji.
static FILES: [&[u8]; 9] = [
    include_bytes!("../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../fonts/SourceSans3-Light.ttf"),
    include_bytes!("../fonts/SourceSans3-Semibold.ttf"),
    include_bytes!("../fonts/SourceSans3-Bold.ttf"),
    include_bytes!("../fonts/SourceSerif4SmText-Regular.ttf"),
    include_bytes!("../fonts/SourceSerif4SmText-Semibold.ttf"),
    include_bytes!("../fonts/NotoSansSymbols-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
    include_bytes!("../fonts/NotoEmoji-Regular.ttf"),
];

/// The files whose characters any text may use: the sans, whose regular weight stands for all because
/// they cover the same characters, and the symbols.
const USED_EVERYWHERE: [usize; 4] = [0, 6, 7, 8];

/// The fonts, in the order of the book.
pub(crate) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect());

/// What Typst chooses fonts from.
pub(crate) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether the sans has a character.
pub(crate) fn in_sans(character: char) -> bool {
    FONTS.first().is_some_and(|font| font.info().coverage.contains(u32::from(character)))
}

/// Whether a character can be printed.
pub(crate) fn covers(character: char) -> bool {
    USED_EVERYWHERE
        .iter()
        .filter_map(|number| FONTS.get(*number))
        .any(|font| font.info().coverage.contains(u32::from(character)))
}
