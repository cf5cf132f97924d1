//! DOCX and ODT: the document as parts of an office text, then as the XML of either format.

mod content;
mod docx;
mod odt;
mod package;
mod xml;

use allmende_documents::Layout;

pub(crate) use docx::docx;
pub(crate) use odt::odt;

/// Ink of texts and strong rules.
const INK: &str = "16201b";
/// Ink of remarks.
const MUTED: &str = "4b5750";
/// Hairlines between rows.
const LINE: &str = "c3cbc7";
/// Marks of drafts.
const WARN: &str = "7a4b00";

/// Deviations, rejected motions.
const BAD: &str = "a1231c";

/// Height of a row that somebody writes in, in millimetres.
const WRITING_ROW: f64 = 8.5;

/// Width of the text in millimetres: A4 upright with 25 mm left and 20 mm right.
const TEXT_WIDTH: f64 = 165.0;

/// Size in half points, and whether it is strong and in the brand colour.
type HeadingLook = (u8, bool, bool);

/// The three levels of headings below the title.
fn headings(layout: Layout) -> [HeadingLook; 3] {
    match layout {
        Layout::Report => [(52, false, true), (32, true, false), (23, true, false)],
        Layout::Brief | Layout::List => [(32, true, false), (23, true, false), (20, true, false)],
        Layout::Minutes => [(26, true, false), (23, true, false), (20, true, false)],
        Layout::OnePage | Layout::Letter => [(21, true, true), (20, true, false), (20, true, false)],
    }
}
