//! Styles in the sizes and colours of the printed documents.

mod meeting;

use allmende_documents::{Document, Layout, words};

use super::super::content::Style;
use super::super::xml::Xml;
use super::super::{BAD, INK, MUTED, WARN, headings};
use super::NAMESPACES;

/// A paragraph style: name, name shown, size in points, colour, weight, distances in millimetres.
struct Look {
    name: &'static str,
    size: String,
    colour: String,
    bold: bool,
    serif: bool,
    before: &'static str,
    after: &'static str,
    extra: &'static [(&'static str, &'static str)],
    /// A rule at the left.
    bar: Option<String>,
    /// Kind and place of tab stops.
    tabs: &'static [(&'static str, &'static str)],
    outline: Option<&'static str>,
}

fn look(name: &'static str, size: &'static str) -> Look {
    Look {
        name,
        size: size.to_owned(),
        colour: format!("#{INK}"),
        bold: false,
        serif: false,
        before: "0mm",
        after: "1.8mm",
        extra: &[],
        bar: None,
        tabs: &[],
        outline: None,
    }
}

/// `styles.xml`.
pub(super) fn styles(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("office:document-styles", &NAMESPACES);
    fonts(&mut xml);
    xml.open("office:styles", &[]);
    default(&mut xml, document);
    for look in looks(document).iter().chain(&meeting::looks(document)) {
        paragraph(&mut xml, look);
    }
    characters(&mut xml, document);
    lists(&mut xml);
    if document.layout == Layout::Letter {
        xml.empty("style:style", &[("style:name", "Frame"), ("style:family", "graphic")]);
    }
    xml.close();
    page(&mut xml, document);
    xml.finish()
}

/// Declares the typefaces with the kind of font that may stand in.
pub(super) fn fonts(xml: &mut Xml) {
    xml.open("office:font-face-decls", &[]);
    for (name, generic) in [("Source Sans 3", "swiss"), ("Source Serif 4", "roman")] {
        let family = format!("'{name}'");
        xml.empty(
            "style:font-face",
            &[
                ("style:name", name),
                ("svg:font-family", &family),
                ("style:font-family-generic", generic),
                ("style:font-pitch", "variable"),
            ],
        );
    }
    xml.close();
}

fn default(xml: &mut Xml, document: &Document) {
    let (language, country) = document.language.split_once('-').unwrap_or((&document.language, "DE"));
    xml.open("style:default-style", &[("style:family", "paragraph")]);
    xml.empty("style:paragraph-properties", &[("fo:orphans", "2"), ("fo:widows", "2")]);
    xml.empty(
        "style:text-properties",
        &[
            ("style:font-name", "Source Sans 3"),
            ("fo:font-size", "10pt"),
            ("fo:language", language),
            ("fo:country", country),
            ("fo:hyphenate", "true"),
            ("fo:hyphenation-remain-char-count", "3"),
            ("fo:hyphenation-push-char-count", "3"),
        ],
    );
    xml.close();
}

fn looks(document: &Document) -> Vec<Look> {
    let brand = || document.brand.to_lowercase();
    let muted = || format!("#{MUTED}");
    let serif = matches!(document.layout, Layout::Report | Layout::Brief);
    let title = match document.layout {
        Layout::Report | Layout::OnePage => "36pt",
        Layout::Brief | Layout::List => "26pt",
        Layout::Minutes => "24pt",
        Layout::Letter => "12.5pt",
    };
    let levels = headings(document.layout);
    let heading = |name, level: usize, before, after, outline| {
        let (size, bold, coloured) = levels[level];
        Look {
            size: format!("{}pt", f64::from(size) / 2.0),
            bold,
            colour: if coloured { brand() } else { format!("#{INK}") },
            before,
            after,
            outline: Some(outline),
            extra: &[("fo:keep-with-next", "always")],
            ..look(name, "10pt")
        }
    };
    vec![
        Look { serif, ..look("Standard", if document.layout == Layout::Letter { "10.5pt" } else { "10pt" }) },
        Look {
            bold: document.layout == Layout::Letter,
            before: title_before(document),
            after: "3mm",
            ..look("Title", title)
        },
        Look { colour: muted(), after: "4mm", ..look("Subtitle", "10.5pt") },
        Look { colour: brand(), bold: true, after: "5mm", ..look("Author", "10.5pt") },
        Look { colour: brand(), after: "2mm", ..look("Period", "15pt") },
        heading("Heading_20_1", 0, "7mm", "3mm", "1"),
        heading("Heading_20_2", 1, "6.4mm", "2.2mm", "2"),
        heading("Heading_20_3", 2, "5.4mm", "1.8mm", "3"),
        Look { serif, before: "2mm", after: "3mm", ..look("Lead", "13pt") },
        Look {
            before: "2mm",
            after: "3mm",
            extra: &[("fo:border-left", "1pt solid #4b5750"), ("fo:padding-left", "3mm")],
            ..look("Note", "10pt")
        },
        Look {
            colour: format!("#{WARN}"),
            extra: &[("fo:border-left", "1.2pt solid #7a4b00"), ("fo:padding-left", "2mm")],
            ..look("Draft_20_Mark", "8.5pt")
        },
        Look { after: "0.8mm", ..look("Margin_20_Note", "8.5pt") },
        Look { before: "1mm", after: "1mm", ..look("Key_20_Figure", "9pt") },
        Look {
            bold: true,
            before: "5mm",
            after: "1.4mm",
            extra: &[("fo:keep-with-next", "always")],
            ..look("Table_20_Title", "9pt")
        },
        Look { after: "0mm", ..look("Table_20_Contents", "9pt") },
        Look { after: "0mm", extra: &[("fo:text-align", "end")], ..look("Table_20_Number", "9pt") },
        Look { colour: muted(), bold: true, after: "0mm", ..look("Table_20_Heading", "8.6pt") },
        Look {
            colour: muted(),
            bold: true,
            after: "0mm",
            extra: &[("fo:text-align", "end")],
            ..look("Table_20_Number_20_Heading", "8.6pt")
        },
        Look {
            colour: brand(),
            bold: true,
            before: "2mm",
            after: "0mm",
            extra: &[("fo:keep-with-next", "always")],
            ..look("Table_20_Group", "9pt")
        },
        Look { colour: muted(), before: "1.4mm", ..look("Small", "8.5pt") },
        Look { after: "4mm", ..look("Address", "10.5pt") },
        Look { after: "0.7mm", ..look("Information", "9pt") },
        Look { before: "15mm", after: "4mm", ..look("Signature", "10.5pt") },
        Look { after: "4mm", ..look("Caption", "8.5pt") },
        Look { before: "3mm", after: "1mm", extra: &[("fo:keep-with-next", "always")], ..look("Picture", "8.5pt") },
        Look { serif, after: "1mm", ..look("List", "10pt") },
        Look { colour: muted(), after: "0mm", tabs: &[("right", "165mm")], ..look("Footer", "8.5pt") },
    ]
}

/// The subject of a letter begins 98.5 mm (form A 80.5 mm) below the upper edge, 25 mm of which are the margin and
/// one the line that holds the frames.
fn title_before(document: &Document) -> &'static str {
    match &document.letter {
        Some(head) if document.layout == Layout::Letter => {
            if head.form_a {
                "54.5mm"
            } else {
                "72.5mm"
            }
        }
        _ => "0mm",
    }
}

fn paragraph(xml: &mut Xml, look: &Look) {
    let shown = look.name.replace("_20_", " ");
    let mut attributes =
        vec![("style:name", look.name), ("style:display-name", shown.as_str()), ("style:family", "paragraph")];
    if look.name != "Standard" {
        attributes.push(("style:parent-style-name", "Standard"));
    }
    if let Some(level) = look.outline {
        attributes.extend([("style:default-outline-level", level), ("style:next-style-name", "Standard")]);
    }
    xml.open("style:style", &attributes);
    let mut properties = vec![
        ("fo:margin-top", look.before),
        ("fo:margin-bottom", look.after),
        ("fo:line-height", if look.serif { "128%" } else { "112%" }),
    ];
    properties.extend_from_slice(look.extra);
    if let Some(bar) = &look.bar {
        properties.push(("fo:border-left", bar));
    }
    xml.open("style:paragraph-properties", &properties);
    if !look.tabs.is_empty() {
        xml.open("style:tab-stops", &[]);
        for (kind, place) in look.tabs {
            xml.empty("style:tab-stop", &[("style:position", place), ("style:type", kind)]);
        }
        xml.close();
    }
    xml.close();
    let hyphenate = if look.outline.is_some() || look.name == "Title" { "false" } else { "true" };
    xml.empty(
        "style:text-properties",
        &[
            ("style:font-name", if look.serif { "Source Serif 4" } else { "Source Sans 3" }),
            ("fo:font-size", &look.size),
            ("fo:font-weight", if look.bold { "bold" } else { "normal" }),
            ("fo:color", &look.colour),
            ("fo:hyphenate", hyphenate),
        ],
    );
    xml.close();
}

fn characters(xml: &mut Xml, document: &Document) {
    let (brand, muted) = (document.brand.to_lowercase(), format!("#{MUTED}"));
    let bad = format!("#{BAD}");
    let styles: [(&str, &[(&str, &str)]); 6] = [
        ("Deviation", &[("fo:font-weight", "bold"), ("fo:color", &bad)]),
        ("Strong", &[("fo:font-weight", "bold")]),
        ("Muted", &[("fo:color", &muted)]),
        ("Brand", &[("fo:color", &brand)]),
        ("Large", &[("fo:color", &brand), ("fo:font-size", "22pt")]),
        ("Internet_20_link", &[("fo:color", &brand), ("style:text-underline-style", "solid")]),
    ];
    for (name, properties) in styles {
        xml.open("style:style", &[("style:name", name), ("style:family", "text")]);
        xml.empty("style:text-properties", properties).close();
    }
}

fn lists(xml: &mut Xml) {
    for (name, ordered, mark) in [("Marked", false, "–"), ("Numbered", true, ""), ("Boxed", false, "☐")] {
        xml.open("text:list-style", &[("style:name", name)]);
        if ordered {
            xml.open(
                "text:list-level-style-number",
                &[("text:level", "1"), ("style:num-format", "1"), ("style:num-suffix", ".")],
            );
        } else {
            xml.open("text:list-level-style-bullet", &[("text:level", "1"), ("text:bullet-char", mark)]);
        }
        xml.open("style:list-level-properties", &[("text:list-level-position-and-space-mode", "label-alignment")]);
        xml.empty(
            "style:list-level-label-alignment",
            &[("text:label-followed-by", "listtab"), ("fo:text-indent", "-6mm"), ("fo:margin-left", "6mm")],
        );
        xml.close().close().close();
    }
}

/// A4 with the margins of the printed letter, author and page number at the foot.
fn page(xml: &mut Xml, document: &Document) {
    xml.open("office:automatic-styles", &[]).open("style:page-layout", &[("style:name", "Page")]);
    xml.empty(
        "style:page-layout-properties",
        &[
            ("fo:page-width", "210mm"),
            ("fo:page-height", "297mm"),
            ("fo:margin-top", "25mm"),
            ("fo:margin-bottom", "15mm"),
            ("fo:margin-left", "25mm"),
            ("fo:margin-right", "20mm"),
        ],
    );
    xml.open("style:footer-style", &[]);
    xml.empty("style:header-footer-properties", &[("fo:min-height", "10mm"), ("fo:margin-top", "5mm")]);
    xml.close().close().close();
    xml.open("office:master-styles", &[]);
    xml.open("style:master-page", &[("style:name", "Standard"), ("style:page-layout-name", "Page")]);
    xml.open("style:footer", &[]);
    let foot = document.letter.as_ref().map(|letter| &letter.foot);
    for column in foot.into_iter().flatten() {
        xml.element("text:p", &[("text:style-name", "Footer")], &column.join(" · "));
    }
    xml.open("text:p", &[("text:style-name", "Footer")]).text(&document.author).empty("text:tab", &[]);
    if document.layout == Layout::Letter {
        xml.text(words::of(&document.language).page).text(" ");
    }
    xml.element("text:page-number", &[("text:select-page", "current")], "1");
    xml.close().close().close().close();
}

/// The name of the style of a paragraph.
pub(super) fn name(style: Style) -> &'static str {
    match style {
        Style::Author => "Author",
        Style::Title => "Title",
        Style::Period => "Period",
        Style::Subtitle => "Subtitle",
        Style::Heading(1) => "Heading_20_1",
        Style::Heading(2) => "Heading_20_2",
        Style::Heading(_) => "Heading_20_3",
        Style::Lead => "Lead",
        Style::Body => "Standard",
        Style::Note => "Note",
        Style::Draft => "Draft_20_Mark",
        Style::Margin => "Margin_20_Note",
        Style::Figure => "Key_20_Figure",
        Style::TableTitle => "Table_20_Title",
        Style::Small => "Small",
        Style::Address => "Address",
        Style::Information => "Information",
        Style::Signature => "Signature",
        Style::SignatureLine => "Signature_20_Line",
        Style::Caption => "Caption",
        Style::ItemMargin => "Item_20_Margin",
        Style::Labelled => "Labelled",
        Style::Right => "Right",
        Style::AgendaLine => "Agenda_20_Line",
        Style::AgendaNote => "Agenda_20_Note",
        Style::DecisionLabel => "Decision_20_Label",
        Style::DecisionWording => "Decision_20_Wording",
        Style::DecisionLine => "Decision_20_Line",
        Style::DecisionEnd => "Decision_20_End",
    }
}
