//! Every word of a document stands in every file, and nothing that people type is markup.

use allmende_documents::{Block, Cell, Document, FileFormat, Layout};
use serde_json::Value;

use crate::extract::{letters, squeeze};
use crate::{file, samples};

/// Every string of the document that a reader must find.
fn strings(document: &Document) -> Vec<String> {
    // What stands only in metadata, pictures or as a code.
    const UNSEEN: [&str; 15] = [
        "outcome",
        "mark",
        "layout",
        "language",
        "date",
        "brand",
        "type",
        "kind",
        "link",
        "name",
        "alt",
        "description",
        "cover",
        "share",
        "logo",
    ];
    fn walk(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
            Value::Object(fields) => {
                for (name, field) in fields {
                    if !UNSEEN.contains(&name.as_str()) {
                        walk(field, found);
                    }
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&serde_json::to_value(document).unwrap(), &mut found);
    found.retain(|text| !text.is_empty());
    found
}

#[test]
fn all_files_say_the_same() {
    for (name, document) in samples::all() {
        // The long ones say nothing new, a table without rows has no heads, the unruly ones break their
        // words over pages.
        if ["list-200", "list-0", "report-unruly", "minutes-unruly", "invitation-unruly", "minutes-40"].contains(&name)
        {
            continue;
        }
        let mut wanted = strings(&document);
        // A letter shows its day only in the head of its second page, its sender as name and as foot.
        wanted.retain(|string| {
            document.layout != Layout::Letter || ![&document.running_head, &document.author].contains(&string)
        });
        for format in FileFormat::ALL {
            let text = letters(&file(&document, format), format);
            for string in &wanted {
                assert!(text.contains(&squeeze(string)), "{name}.{}: »{string}« is missing", format.extension());
            }
        }
    }
}

#[test]
fn markup_in_texts_stays_text() {
    let attack = "#set page(width: 1cm) *a* _b_ <b>c</b> $x$ @ref \\ `raw` #panic() ]) // /* \"; ${x} & &amp; </w:t>";
    let mut document = samples::report();
    document.blocks.truncate(8);
    document.title = attack.to_owned();
    document.author = attack.to_owned();
    document.running_head = attack.to_owned();
    document.subtitle = Some(attack.to_owned());
    document.colophon = Some(attack.to_owned());
    document.blocks.push(samples::heading(2, "#2", attack));
    document.blocks.push(samples::paragraph(attack));
    let mut table = samples::decisions(3);
    table.title = attack.to_owned();
    table.note = Some(attack.to_owned());
    table.columns[1].head = attack.to_owned();
    table.groups[0].title = Some(attack.to_owned());
    table.groups[0].rows[1].cells[1] =
        Cell { lines: vec![attack.to_owned()], small: Some(attack.to_owned()), ..Cell::default() };
    document.blocks.push(Block::Table(table));
    for format in FileFormat::ALL {
        let text = letters(&file(&document, format), format);
        let count = text.matches(&squeeze(attack)).count();
        assert!(count >= 9, "{}: {count}", format.extension());
    }
}

#[test]
fn control_characters_and_direction_marks_do_no_harm() {
    let mut document = samples::empty(Layout::Brief, "Pr\u{0}üfung\u{202e}");
    document.blocks = vec![samples::paragraph("Eins\u{1b}[31m\u{200f}zwei\u{2066}\u{feff}drei\r\nvier\u{85}fünf")];
    for format in FileFormat::ALL {
        let text = letters(&file(&document, format), format);
        assert!(text.contains("Prüfung"), "{}", format.extension());
        assert!(text.contains("Eins[31mzweidreivierfünf"), "{}: {text}", format.extension());
    }
}
