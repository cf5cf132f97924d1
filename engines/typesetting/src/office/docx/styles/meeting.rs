//! Styles of invitations and minutes.

use super::super::super::MUTED;
use super::{Look, SERIF, look};

/// All of them; decisions have a bar in the colour of the brand.
pub(super) fn looks(brand: &str) -> Vec<Look> {
    let decision = |id, name, size| Look {
        bar: Some((brand.to_owned(), "18")),
        keep_next: true,
        after: "60",
        ..look(id, name, size)
    };
    vec![
        Look { colour: MUTED.to_owned(), after: "60", keep_next: true, ..look("ItemMargin", "Item Margin", "17") },
        Look {
            indent: Some(("2835", "2835")),
            tabs: &[("left", "2835")],
            after: "80",
            ..look("Right", "Notice of Rights", "19")
        },
        Look {
            indent: Some(("2268", "2268")),
            tabs: &[("left", "2268")],
            after: "60",
            ..look("Labelled", "Labelled", "19")
        },
        Look {
            indent: Some(("624", "624")),
            tabs: &[("left", "624"), ("right", "9354")],
            after: "40",
            ..look("AgendaLine", "Agenda Line", "21")
        },
        Look {
            colour: MUTED.to_owned(),
            indent: Some(("624", "0")),
            after: "60",
            ..look("AgendaNote", "Agenda Note", "17")
        },
        Look {
            bold: true,
            colour: brand.to_owned(),
            before: "200",
            ..decision("DecisionLabel", "Decision Label", "18")
        },
        Look { font: SERIF, ..decision("DecisionWording", "Decision Wording", "21") },
        decision("DecisionLine", "Decision Line", "18"),
        Look { keep_next: false, after: "240", ..decision("DecisionEnd", "Decision End", "18") },
        Look {
            before: "400",
            after: "160",
            rule: true,
            right: Some("5100"),
            ..look("SignatureLine", "Signature Line", "20")
        },
    ]
}
