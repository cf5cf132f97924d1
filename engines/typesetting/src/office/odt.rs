//! OpenDocument text 1.3.

mod body;
mod styles;

use allmende_documents::{Document, DocumentFault};

use super::content;
use super::package::{self, Part};
use super::xml::Xml;

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// The namespaces that any part of the file needs.
const NAMESPACES: [(&str, &str); 11] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("office:version", "1.3"),
];

/// The file.
pub(crate) fn odt(document: &Document) -> Result<Vec<u8>, DocumentFault> {
    let contents = content::parts(document)?;
    let written = body::write(&contents);
    let mut parts = vec![
        // First and not compressed, so that the type can be read at a fixed place.
        Part::stored("mimetype", MEDIA_TYPE.as_bytes().to_vec()),
        Part::new("content.xml", written.content),
        Part::new("styles.xml", styles::styles(document)),
        Part::new("meta.xml", meta(document)),
    ];
    let manifest = manifest(&written.pictures);
    for (path, _, bytes) in written.pictures {
        parts.push(Part::stored(path, bytes));
    }
    parts.push(Part::new("META-INF/manifest.xml", manifest));
    package::pack(parts)
}

fn meta(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("office:document-meta", &NAMESPACES).open("office:meta", &[]);
    let moment = format!("{}T00:00:00", document.date);
    xml.element("dc:title", &[], &document.title);
    xml.element("dc:description", &[], &document.description);
    xml.element("dc:creator", &[], &document.author);
    xml.element("meta:initial-creator", &[], &document.author);
    xml.element("dc:language", &[], &document.language);
    xml.element("meta:creation-date", &[], &moment);
    xml.element("dc:date", &[], &moment);
    xml.finish()
}

fn manifest(pictures: &[(String, &'static str, Vec<u8>)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "manifest:manifest",
        &[("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"), ("manifest:version", "1.3")],
    );
    let mut entry = |path: &str, media: &str| {
        xml.empty("manifest:file-entry", &[("manifest:full-path", path), ("manifest:media-type", media)]);
    };
    entry("/", MEDIA_TYPE);
    for path in ["content.xml", "styles.xml", "meta.xml"] {
        entry(path, "text/xml");
    }
    for (path, media, _) in pictures {
        entry(path, media);
    }
    xml.finish()
}
