//! A small PDF writer for tests: text at positions, in Helvetica, compressed or not.

use std::fmt::Write;

/// A piece of text at a place, in points from the bottom left.
pub(crate) struct Put<'a> {
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub text: &'a str,
}

/// Text at a place in the usual size.
pub(crate) fn put(x: f64, y: f64, text: &str) -> Put<'_> {
    Put { x, y, size: 10.0, text }
}

fn windows_1252(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        let byte = match c {
            '€' => 0x80,
            '„' => 0x84,
            '“' => 0x93,
            '”' => 0x94,
            '•' => 0x95,
            '–' => 0x96,
            '—' => 0x97,
            other => u32::from(other),
        };
        assert!(byte < 256, "{c} is not in the font");
        write!(out, "{byte:02x}").unwrap();
        out
    })
}

/// A PDF with one content stream per page.
pub(crate) fn pdf(pages: &[Vec<Put<'_>>]) -> Vec<u8> {
    let mut objects: Vec<String> = Vec::new();
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 4 + at * 2)).collect();
    objects.push("<< /Type /Catalog /Pages 2 0 R >>".to_owned());
    objects.push(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()));
    objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned());
    for (at, page) in pages.iter().enumerate() {
        let content = page.iter().fold(String::new(), |mut out, piece| {
            let text = windows_1252(piece.text);
            writeln!(out, "BT /F1 {} Tf 1 0 0 1 {} {} Tm <{text}> Tj ET", piece.size, piece.x, piece.y).unwrap();
            out
        });
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + at * 2
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    file(&objects, "")
}

/// Numbered objects, cross-reference table and trailer.
pub(crate) fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        writeln!(out, "{} 0 obj\n{object}\nendobj", at + 1).unwrap();
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for offset in offsets {
        writeln!(out, "{offset:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
        .unwrap();
    out.into_bytes()
}
