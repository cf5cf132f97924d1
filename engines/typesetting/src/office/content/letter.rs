//! A letter: what stands at fixed places of the sheet, then the text, once for each recipient.

use allmende_documents::words::Words;
use allmende_documents::{Document, DocumentFault, Letterhead, Recipient};

use super::{Look, Paragraph, Part, Place, Style, blocks, line, paragraph, plain, run};

/// All letters of a document.
pub(super) fn parts<'a>(
    document: &'a Document,
    head: &'a Letterhead,
    words: &Words,
    parts: &mut Vec<Part<'a>>,
) -> Result<(), DocumentFault> {
    for (number, recipient) in head.recipients.iter().enumerate() {
        parts.push(Part::Letter { first: number == 0, frames: frames(head, recipient) });
        parts.push(line(Style::Title, &document.title));
        if !recipient.salutation.is_empty() {
            parts.push(line(Style::Body, &recipient.salutation));
        }
        blocks(document, words, parts)?;
        closing(head, words, parts);
        super::meeting::slips(document, number, &recipient.address, parts);
    }
    Ok(())
}

/// Where the address field begins, in millimetres from the upper edge.
pub(in crate::office) fn address_top(head: &Letterhead) -> f64 {
    if head.form_a { 27.0 } else { 45.0 }
}

/// Letterhead, notes, return line, address and information block.
fn frames(head: &Letterhead, recipient: &Recipient) -> Vec<(Place, Vec<Paragraph>)> {
    let top = address_top(head);
    let place = |x, y, width, height| Place { x, y, width, height };
    let mut frames = Vec::new();
    let mut add = |place, style, lines: &[String]| {
        if !lines.is_empty() {
            frames.push((place, vec![plain(style, vec![run(lines.join("\n"), Look::Plain)])]));
        }
    };
    add(place(25.0, if head.form_a { 8.0 } else { 16.0 }, 165.0, 17.0), Style::Author, &head.sender);
    add(place(25.0, top, 80.0, 12.7), Style::Small, &recipient.notes);
    if !head.return_line.is_empty() {
        add(place(25.0, top + 12.9, 80.0, 4.8), Style::Small, std::slice::from_ref(&head.return_line));
    }
    add(place(25.0, top + 17.7, 80.0, 27.3), Style::Address, &recipient.address);
    if !head.information.is_empty() {
        let facts = head
            .information
            .iter()
            .map(|fact| {
                let label = run(format!("{}: ", fact.label), Look::Muted);
                plain(Style::Information, vec![label, run(&fact.value, Look::Plain)])
            })
            .collect();
        frames.push((place(125.0, top + 5.0, 75.0, 40.0), facts));
    }
    frames
}

fn closing(head: &Letterhead, words: &Words, parts: &mut Vec<Part<'_>>) {
    let closing = &head.closing;
    if !closing.greeting.is_empty() {
        parts.push(line(Style::Body, &closing.greeting));
    }
    if !closing.signer.is_empty() {
        parts.push(line(Style::Signature, &closing.signer.join("\n")));
    }
    for (head, entries) in closing.lists(words) {
        parts.push(paragraph(Style::TableTitle, vec![run(head, Look::Plain)]));
        parts.extend(entries.iter().map(|entry| line(Style::Information, entry)));
    }
}
