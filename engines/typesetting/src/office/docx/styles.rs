//! Styles in the sizes and colours of the printed documents. Sizes in half points, distances in
//! twentieths of a point.

mod meeting;

use allmende_documents::{Document, Layout};

use super::super::content::Style;
use super::super::xml::Xml;
use super::super::{INK, MUTED, WARN, headings};
use super::WORD;

const SANS: &str = "Source Sans 3";
const SERIF: &str = "Source Serif 4";

struct Look {
    id: &'static str,
    name: &'static str,
    font: &'static str,
    size: String,
    colour: String,
    bold: bool,
    before: &'static str,
    after: &'static str,
    /// Level of the outline, from 0.
    outline: Option<&'static str>,
    keep_next: bool,
    /// Colour and width (eighths of a point) of a rule at the left.
    bar: Option<(String, &'static str)>,
    /// A rule above, to sign on.
    rule: bool,
    /// Left indent, and by how much the first line stands out of it.
    indent: Option<(&'static str, &'static str)>,
    /// Indent at the right.
    right: Option<&'static str>,
    /// Kind and place of tab stops.
    tabs: &'static [(&'static str, &'static str)],
}

fn look(id: &'static str, name: &'static str, size: &'static str) -> Look {
    Look {
        id,
        name,
        font: SANS,
        size: size.to_owned(),
        colour: INK.to_owned(),
        bold: false,
        before: "0",
        after: "100",
        outline: None,
        keep_next: false,
        bar: None,
        rule: false,
        indent: None,
        right: None,
        tabs: &[],
    }
}

/// `word/styles.xml`.
pub(super) fn styles(document: &Document) -> Vec<u8> {
    let brand = document.brand.trim_start_matches('#').to_lowercase();
    let prose = if matches!(document.layout, Layout::Report | Layout::Brief) { SERIF } else { SANS };
    let muted = || MUTED.to_owned();
    let levels = headings(document.layout);
    let heading = |id, name, level: usize, before, after, outline| {
        let (size, bold, coloured) = levels[level];
        Look {
            size: size.to_string(),
            bold,
            colour: if coloured { brand.clone() } else { INK.to_owned() },
            before,
            after,
            outline: Some(outline),
            keep_next: true,
            ..look(id, name, "20")
        }
    };
    let looks = [
        Look { font: prose, ..look("Normal", "Normal", if document.layout == Layout::Letter { "21" } else { "20" }) },
        Look {
            bold: document.layout == Layout::Letter,
            before: title_before(document),
            after: "160",
            ..look("Title", "Title", title_size(document))
        },
        Look { colour: muted(), after: "200", ..look("Subtitle", "Subtitle", "21") },
        Look { colour: brand.clone(), bold: true, after: "240", ..look("Author", "Author", "21") },
        Look { colour: brand.clone(), after: "120", ..look("Period", "Period", "30") },
        heading("Heading1", "heading 1", 0, "400", "160", "0"),
        heading("Heading2", "heading 2", 1, "360", "120", "1"),
        heading("Heading3", "heading 3", 2, "300", "100", "2"),
        Look { font: prose, before: "120", after: "180", ..look("Lead", "Lead", "26") },
        Look { before: "100", after: "140", bar: Some((muted(), "8")), ..look("Note", "Note", "20") },
        Look { colour: WARN.to_owned(), bar: Some((WARN.to_owned(), "8")), ..look("DraftMark", "Draft Mark", "17") },
        Look { after: "40", ..look("MarginNote", "Margin Note", "17") },
        Look { before: "60", after: "60", ..look("KeyFigure", "Key Figure", "18") },
        Look { bold: true, before: "280", after: "80", keep_next: true, ..look("TableTitle", "Table Title", "18") },
        Look { after: "0", ..look("TableText", "Table Text", "18") },
        Look { colour: muted(), before: "80", ..look("Small", "Small", "17") },
        Look { after: "240", ..look("Address", "Address", "21") },
        Look { after: "40", ..look("Information", "Information", "18") },
        Look { before: "850", after: "200", ..look("Signature", "Signature", "21") },
        Look { after: "200", ..look("Caption", "caption", "17") },
        Look { font: prose, after: "60", ..look("ListParagraph", "List Paragraph", "20") },
        Look { colour: muted(), after: "0", tabs: &[("right", "9354")], ..look("Footer", "footer", "17") },
    ];
    let mut xml = Xml::new();
    xml.open("w:styles", &[("xmlns:w", WORD)]);
    xml.open("w:docDefaults", &[]).open("w:rPrDefault", &[]).open("w:rPr", &[]);
    fonts(&mut xml, prose);
    xml.empty("w:sz", &[("w:val", "20")]);
    xml.empty("w:lang", &[("w:val", &document.language), ("w:eastAsia", &document.language)]);
    xml.close().close().close();
    for look in looks.iter().chain(&meeting::looks(&brand)) {
        paragraph(&mut xml, look);
    }
    xml.open("w:style", &[("w:type", "character"), ("w:styleId", "Hyperlink")]);
    xml.empty("w:name", &[("w:val", "Hyperlink")]);
    xml.open("w:rPr", &[]).empty("w:color", &[("w:val", &brand)]).empty("w:u", &[("w:val", "single")]).close().close();
    xml.open("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")]);
    xml.empty("w:name", &[("w:val", "Normal Table")]).close();
    xml.finish()
}

fn fonts(xml: &mut Xml, font: &str) {
    xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)]);
}

fn paragraph(xml: &mut Xml, look: &Look) {
    let default = if look.id == "Normal" { "1" } else { "0" };
    xml.open("w:style", &[("w:type", "paragraph"), ("w:default", default), ("w:styleId", look.id)]);
    xml.empty("w:name", &[("w:val", look.name)]);
    if look.id != "Normal" {
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
    }
    if look.outline.is_some() {
        xml.empty("w:next", &[("w:val", "Normal")]);
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if look.keep_next {
        xml.empty("w:keepNext", &[]);
    }
    if look.bar.is_some() || look.rule {
        xml.open("w:pBdr", &[]);
        if look.rule {
            xml.empty("w:top", &[("w:val", "single"), ("w:sz", "4"), ("w:space", "2"), ("w:color", INK)]);
        }
        if let Some((colour, size)) = &look.bar {
            xml.empty("w:left", &[("w:val", "single"), ("w:sz", size), ("w:space", "8"), ("w:color", colour)]);
        }
        xml.close();
    }
    if !look.tabs.is_empty() {
        xml.open("w:tabs", &[]);
        for (kind, place) in look.tabs {
            xml.empty("w:tab", &[("w:val", kind), ("w:pos", place)]);
        }
        xml.close();
    }
    if look.outline.is_some() || look.id == "Title" {
        xml.empty("w:suppressAutoHyphens", &[]);
    }
    let line = if look.font == SERIF { "300" } else { "264" };
    xml.empty(
        "w:spacing",
        &[("w:before", look.before), ("w:after", look.after), ("w:line", line), ("w:lineRule", "auto")],
    );
    if look.bar.is_some() {
        xml.empty("w:ind", &[("w:left", "220")]);
    }
    if let Some((left, hanging)) = look.indent {
        xml.empty("w:ind", &[("w:left", left), ("w:hanging", hanging)]);
    }
    if let Some(right) = look.right {
        xml.empty("w:ind", &[("w:right", right)]);
    }
    if let Some(level) = look.outline {
        xml.empty("w:outlineLvl", &[("w:val", level)]);
    }
    xml.close();
    xml.open("w:rPr", &[]);
    fonts(xml, look.font);
    if look.bold {
        xml.empty("w:b", &[]);
    }
    xml.empty("w:color", &[("w:val", &look.colour)]);
    xml.empty("w:sz", &[("w:val", &look.size)]);
    xml.close().close();
}

/// Large on a report, modest on a letter.
fn title_size(document: &Document) -> &'static str {
    match document.layout {
        Layout::Report | Layout::OnePage => "72",
        Layout::Brief | Layout::List => "52",
        Layout::Minutes => "48",
        Layout::Letter => "25",
    }
}

/// The subject of a letter begins 98.5 mm (form A 80.5 mm) below the upper edge, 25 mm of which are the margin.
fn title_before(document: &Document) -> &'static str {
    match &document.letter {
        Some(head) if document.layout == Layout::Letter => {
            if head.form_a {
                "3146"
            } else {
                "4167"
            }
        }
        _ => "0",
    }
}

/// The identifier of the style of a paragraph.
pub(super) fn id(style: Style) -> &'static str {
    match style {
        Style::Author => "Author",
        Style::Title => "Title",
        Style::Period => "Period",
        Style::Subtitle => "Subtitle",
        Style::Heading(1) => "Heading1",
        Style::Heading(2) => "Heading2",
        Style::Heading(_) => "Heading3",
        Style::Lead => "Lead",
        Style::Body => "Normal",
        Style::Note => "Note",
        Style::Draft => "DraftMark",
        Style::Margin => "MarginNote",
        Style::Figure => "KeyFigure",
        Style::TableTitle => "TableTitle",
        Style::Small => "Small",
        Style::Address => "Address",
        Style::Information => "Information",
        Style::Signature => "Signature",
        Style::SignatureLine => "SignatureLine",
        Style::Caption => "Caption",
        Style::ItemMargin => "ItemMargin",
        Style::Labelled => "Labelled",
        Style::Right => "Right",
        Style::AgendaLine => "AgendaLine",
        Style::AgendaNote => "AgendaNote",
        Style::DecisionLabel => "DecisionLabel",
        Style::DecisionWording => "DecisionWording",
        Style::DecisionLine => "DecisionLine",
        Style::DecisionEnd => "DecisionEnd",
    }
}
