//! The text of a file, without its form.

use std::io::Read as _;

use allmende_documents::FileFormat;
use quick_xml::Reader;
use quick_xml::events::Event;

/// All text of a file, without blanks, soft marks and hyphens, so that line ends do not matter.
pub(crate) fn letters(bytes: &[u8], format: FileFormat) -> String {
    squeeze(&match format {
        FileFormat::Pdf => pdf_extract::extract_text_from_mem(bytes).unwrap(),
        FileFormat::Docx => xml_text(&entry(bytes, "word/document.xml")) + &xml_text(&entry(bytes, "word/footer1.xml")),
        FileFormat::Odt => xml_text(&entry(bytes, "content.xml")) + &xml_text(&entry(bytes, "styles.xml")),
        FileFormat::Html => html_text(std::str::from_utf8(bytes).unwrap()),
    })
}

/// The letters of a text without what line breaking may add or take.
pub(crate) fn squeeze(text: &str) -> String {
    // Typesetting may join letters; extraction then gives the joined sign.
    let text =
        text.replace('\u{fb00}', "ff").replace('\u{fb01}', "fi").replace('\u{fb02}', "fl").replace('\u{fb03}', "ffi");
    text.chars()
        .filter(|character| {
            !character.is_whitespace() && !matches!(character, '-' | '\u{ad}' | '\u{200b}' | '\u{2010}' | '\u{2011}')
        })
        .collect()
}

/// One entry of a ZIP file.
pub(crate) fn entry(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn xml_text(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(part) => text.push_str(&part.into_inner()),
            Event::GeneralRef(reference) => text.push_str(resolve(&reference.into_inner())),
            Event::Eof => return text,
            _ => {}
        }
    }
}

fn html_text(html: &str) -> String {
    let body = &html[html.find("<body").unwrap()..];
    let mut text = String::new();
    let mut rest = body;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        rest = &rest[start + rest[start..].find('>').unwrap() + 1..];
    }
    text.push_str(rest);
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(name, sign);
    }
    text
}

fn resolve(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        _ => panic!("unexpected reference {name}"),
    }
}
