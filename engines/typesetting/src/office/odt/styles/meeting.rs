//! Styles of invitations and minutes.

use allmende_documents::Document;

use super::super::super::MUTED;
use super::{Look, look};

/// All of them.
pub(super) fn looks(document: &Document) -> Vec<Look> {
    let brand = || document.brand.to_lowercase();
    let decision = |name, size| Look {
        bar: Some(format!("2.2pt solid {}", brand())),
        after: "1mm",
        extra: &[("fo:padding-left", "3.2mm"), ("fo:keep-with-next", "always")],
        ..look(name, size)
    };
    vec![
        Look {
            colour: format!("#{MUTED}"),
            after: "1mm",
            extra: &[("fo:keep-with-next", "always")],
            ..look("Item_20_Margin", "8.5pt")
        },
        Look {
            after: "1.4mm",
            extra: &[("fo:margin-left", "50mm"), ("fo:text-indent", "-50mm")],
            tabs: &[("left", "0mm")],
            ..look("Right", "9.5pt")
        },
        Look {
            after: "1mm",
            extra: &[("fo:margin-left", "40mm"), ("fo:text-indent", "-40mm")],
            tabs: &[("left", "0mm")],
            ..look("Labelled", "9.5pt")
        },
        Look {
            after: "0.7mm",
            extra: &[("fo:margin-left", "11mm"), ("fo:text-indent", "-11mm")],
            tabs: &[("left", "0mm"), ("right", "154mm")],
            ..look("Agenda_20_Line", "10.5pt")
        },
        Look {
            colour: format!("#{MUTED}"),
            after: "1mm",
            extra: &[("fo:margin-left", "11mm")],
            ..look("Agenda_20_Note", "8.5pt")
        },
        Look { bold: true, colour: brand(), before: "3.5mm", ..decision("Decision_20_Label", "9pt") },
        Look { serif: true, ..decision("Decision_20_Wording", "10.4pt") },
        decision("Decision_20_Line", "9pt"),
        Look { after: "4mm", extra: &[("fo:padding-left", "3.2mm")], ..decision("Decision_20_End", "9pt") },
        Look {
            before: "7mm",
            after: "3mm",
            extra: &[("fo:border-top", "0.5pt solid #16201b"), ("fo:padding-top", "1mm"), ("fo:margin-right", "90mm")],
            ..look("Signature_20_Line", "10pt")
        },
    ]
}
