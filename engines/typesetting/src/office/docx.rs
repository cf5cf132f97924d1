//! Office Open XML text (ISO/IEC 29500, transitional), as small as Word allows.

mod body;
mod styles;

use allmende_documents::{Document, DocumentFault, words};

use super::content::{self, Marker, Part as Content};
use super::package::{self, Part};
use super::xml::Xml;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The file.
pub(crate) fn docx(document: &Document) -> Result<Vec<u8>, DocumentFault> {
    let contents = content::parts(document)?;
    let written = body::write(document, &contents);
    let mut parts = vec![
        Part::new("[Content_Types].xml", content_types()),
        Part::new("_rels/.rels", package_relations()),
        Part::new("docProps/core.xml", core_properties(document)),
        Part::new("word/document.xml", written.document),
        Part::new("word/styles.xml", styles::styles(document)),
        Part::new("word/numbering.xml", numbering(&contents)),
        Part::new("word/settings.xml", settings(document)),
        Part::new("word/fontTable.xml", font_table()),
        Part::new("word/footer1.xml", footer(document)),
        Part::new("word/_rels/document.xml.rels", document_relations(&written.links, &written.pictures)),
    ];
    for (name, bytes) in written.pictures {
        parts.push(Part::stored(format!("word/{name}"), bytes));
    }
    package::pack(parts)
}

fn content_types() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    for (extension, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpg", "image/jpeg"),
    ] {
        xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
    }
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    for (path, kind) in [
        ("/word/document.xml", "document.main"),
        ("/word/styles.xml", "styles"),
        ("/word/numbering.xml", "numbering"),
        ("/word/settings.xml", "settings"),
        ("/word/fontTable.xml", "fontTable"),
        ("/word/footer1.xml", "footer"),
    ] {
        xml.empty("Override", &[("PartName", path), ("ContentType", &format!("{word}.{kind}+xml"))]);
    }
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
    xml.finish()
}

fn package_relations() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    let office = format!("{RELATIONS}/officeDocument");
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    xml.empty("Relationship", &[("Id", "rId1"), ("Type", &office), ("Target", "word/document.xml")]);
    xml.empty("Relationship", &[("Id", "rId2"), ("Type", &core), ("Target", "docProps/core.xml")]);
    xml.finish()
}

fn document_relations(links: &[String], pictures: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    for (kind, target) in [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        ("footer", "footer1.xml"),
    ] {
        let (id, relation) = (format!("rId-{kind}"), format!("{RELATIONS}/{kind}"));
        xml.empty("Relationship", &[("Id", &id), ("Type", &relation), ("Target", target)]);
    }
    for (number, target) in links.iter().enumerate() {
        let (id, relation) = (format!("rId-link{number}"), format!("{RELATIONS}/hyperlink"));
        xml.empty("Relationship", &[("Id", &id), ("Type", &relation), ("Target", target), ("TargetMode", "External")]);
    }
    for (number, (target, _)) in pictures.iter().enumerate() {
        let (id, relation) = (format!("rId-picture{number}"), format!("{RELATIONS}/image"));
        xml.empty("Relationship", &[("Id", &id), ("Type", &relation), ("Target", target)]);
    }
    xml.finish()
}

fn core_properties(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties")),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    let moment = format!("{}T00:00:00Z", document.date);
    xml.element("dc:title", &[], &document.title);
    xml.element("dc:creator", &[], &document.author);
    xml.element("dc:description", &[], &document.description);
    xml.element("dc:language", &[], &document.language);
    xml.element("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &moment);
    xml.element("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &moment);
    xml.finish()
}

/// Marks and numbers of lists; every numbered list starts at one.
fn numbering(contents: &[Content<'_>]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:numbering", &[("xmlns:w", WORD)]);
    for (id, format, text) in [("0", "bullet", "–"), ("1", "decimal", "%1."), ("2", "bullet", "☐")] {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
        xml.empty("w:multiLevelType", &[("w:val", "singleLevel")]);
        xml.open("w:lvl", &[("w:ilvl", "0")]);
        xml.empty("w:start", &[("w:val", "1")]);
        xml.empty("w:numFmt", &[("w:val", format)]);
        xml.empty("w:lvlText", &[("w:val", text)]);
        xml.empty("w:lvlJc", &[("w:val", "left")]);
        xml.open("w:pPr", &[]).empty("w:ind", &[("w:left", "340"), ("w:hanging", "340")]).close();
        xml.close().close();
    }
    xml.open("w:num", &[("w:numId", "1")]).empty("w:abstractNumId", &[("w:val", "0")]).close();
    xml.open("w:num", &[("w:numId", "2")]).empty("w:abstractNumId", &[("w:val", "2")]).close();
    let ordered = contents.iter().filter(|part| matches!(part, Content::List { marker: Marker::Number, .. })).count();
    for number in 0..ordered {
        xml.open("w:num", &[("w:numId", &(number + 3).to_string())]);
        xml.empty("w:abstractNumId", &[("w:val", "1")]);
        xml.open("w:lvlOverride", &[("w:ilvl", "0")]).empty("w:startOverride", &[("w:val", "1")]).close();
        xml.close();
    }
    xml.finish()
}

fn settings(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", WORD)]);
    xml.empty("w:autoHyphenation", &[]);
    xml.open("w:compat", &[]);
    // Without it Word opens the file in a mode for old versions.
    xml.empty(
        "w:compatSetting",
        &[("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")],
    );
    xml.close();
    xml.empty("w:themeFontLang", &[("w:val", &document.language)]);
    xml.finish()
}

/// What stands in for fonts that a computer does not have.
fn font_table() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:fonts", &[("xmlns:w", WORD)]);
    for (name, instead, family) in [("Source Sans 3", "Calibri", "swiss"), ("Source Serif 4", "Georgia", "roman")] {
        xml.open("w:font", &[("w:name", name)]);
        xml.empty("w:altName", &[("w:val", instead)]);
        xml.empty("w:family", &[("w:val", family)]);
        xml.close();
    }
    xml.finish()
}

fn footer(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:ftr", &[("xmlns:w", WORD), ("xmlns:r", RELATIONS)]);
    let foot = document.letter.as_ref().map(|letter| &letter.foot);
    let words = words::of(&document.language);
    for column in foot.into_iter().flatten() {
        xml.open("w:p", &[]).open("w:pPr", &[]).empty("w:pStyle", &[("w:val", "Footer")]).close();
        xml.open("w:r", &[]);
        body::text(&mut xml, &column.join(" · "));
        xml.close().close();
    }
    xml.open("w:p", &[]).open("w:pPr", &[]).empty("w:pStyle", &[("w:val", "Footer")]).close();
    xml.open("w:r", &[]);
    body::text(&mut xml, &document.author);
    xml.empty("w:tab", &[]);
    if document.letter.is_some() {
        xml.element("w:t", &[("xml:space", "preserve")], &format!("{} ", words.page));
    }
    xml.close();
    xml.open("w:fldSimple", &[("w:instr", "PAGE")]).open("w:r", &[]).element("w:t", &[], "1").close().close();
    if document.letter.is_some() {
        xml.open("w:r", &[]).element("w:t", &[("xml:space", "preserve")], &format!(" {} ", words.of)).close();
        xml.open("w:fldSimple", &[("w:instr", "SECTIONPAGES")])
            .open("w:r", &[])
            .element("w:t", &[], "1")
            .close()
            .close();
    }
    xml.finish()
}
