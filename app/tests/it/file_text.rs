//! The text of a file, without its form.

use std::io::Read;

use allmende_documents::FileFormat;

/// All letters of a file: no blanks, no hyphens, so that the ends of lines do not matter.
pub fn letters(bytes: &[u8], format: FileFormat) -> String {
    squeezed(&match format {
        FileFormat::Pdf => pdf_extract::extract_text_from_mem(bytes).unwrap(),
        FileFormat::Docx => without_tags(&part(bytes, "word/document.xml")),
        FileFormat::Odt => without_tags(&part(bytes, "content.xml")),
        FileFormat::Html => {
            let html = String::from_utf8_lossy(bytes);
            without_tags(&html[html.find("<body").unwrap()..])
        }
    })
}

/// The letters of a text without what typesetting adds, takes or joins.
pub fn squeezed(text: &str) -> String {
    let text =
        text.replace('\u{fb00}', "ff").replace('\u{fb01}', "fi").replace('\u{fb02}', "fl").replace('\u{fb03}', "ffi");
    let typeset = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2010}' | '\u{2011}');
    text.chars().filter(typeset).collect()
}

/// Whether a text holds a piece, whole or in the parts that breaks of pages make of it.
pub fn shows(text: &str, piece: &str) -> bool {
    const SHORTEST: usize = 12;
    let mut rest: Vec<char> = piece.chars().collect();
    loop {
        let beginning = |length: usize| rest.iter().take(length).collect::<String>();
        if text.contains(&beginning(rest.len())) {
            return true;
        }
        // The longest beginning that stands in the text: all shorter ones do too.
        let (mut low, mut high) = (0, rest.len());
        while low < high {
            let middle = (low + high).div_ceil(2);
            if text.contains(&beginning(middle)) { low = middle } else { high = middle - 1 }
        }
        if low < SHORTEST {
            return false;
        }
        rest.drain(..low);
    }
}

/// One part of a ZIP file.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The text between the tags of XML or HTML.
pub fn without_tags(markup: &str) -> String {
    let mut text: String = markup.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text)).collect();
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(name, sign);
    }
    text
}
