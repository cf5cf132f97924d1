//! What invitations and minutes say, as paragraphs that people can go on writing in.

use allmende_documents::{
    AgendaItem, AgendaPart, Block, Choice, Decision, Document, Labelled, Outcome, ReplySlip, Signature,
};

use super::{Look, Marker, Paragraph, Part, Run, Style, line, paragraph, plain, run, runs};

/// A line to write on: as text, because it must survive editing.
const BLANK: &str = "\u{a0}______________________________";

/// Labels and values, the values on one axis behind a tab.
pub(super) fn labelled(rows: &[Labelled], style: Style, parts: &mut Vec<Part<'_>>) {
    let look = if style == Style::Right { Look::Strong } else { Look::Muted };
    for row in rows {
        // The axis holds only for labels of one line.
        let mut all = vec![run(row.label.replace('\n', " "), look), tab()];
        all.extend(runs(&row.text));
        parts.push(paragraph(style, all));
    }
}

/// An announced agenda: number, title, purpose at the right edge, annex below. `level` is that of its parts' titles.
pub(super) fn agenda(agenda: &[AgendaPart], level: u8, parts: &mut Vec<Part<'_>>) {
    for part in agenda {
        if let Some(title) = &part.title {
            parts.push(line(Style::Heading(level), title));
        }
        for item in &part.items {
            let mut all = vec![run(&item.number, Look::Strong), tab(), run(&item.title, Look::Plain)];
            if !item.purpose.is_empty() {
                all.extend([tab(), run(item.purpose.replace(' ', "\u{a0}"), Look::Muted)]);
            }
            parts.push(paragraph(Style::AgendaLine, all));
            if let Some(annex) = &item.annex {
                parts.push(line(Style::AgendaNote, annex));
            }
        }
    }
}

/// The heading of an item, then time and presence.
pub(super) fn item(item: &AgendaItem, level: u8, parts: &mut Vec<Part<'_>>) {
    let mut heading = Vec::new();
    if !item.label.is_empty() {
        heading.push(run(format!("{}\u{2002}", item.label), Look::Brand));
    }
    heading.push(run(&item.title, Look::Plain));
    parts.push(Part::Paragraph(Paragraph { style: Style::Heading(level), runs: heading, new_page: false }));
    let mut margin = Vec::new();
    for (number, text) in item.margin.iter().enumerate() {
        if number > 0 {
            margin.push(run(" · ", Look::Muted));
        }
        margin.push(run(text, Look::Muted));
    }
    if !margin.is_empty() {
        parts.push(paragraph(Style::ItemMargin, margin));
    }
}

/// A decision: paragraphs that share a bar at the left.
pub(super) fn decision(decision: &Decision, parts: &mut Vec<Part<'_>>) {
    if let Some(concerned) = &decision.concerned {
        parts.push(line(Style::Body, concerned));
    }
    let mut block = vec![plain(Style::DecisionLabel, vec![run(&decision.label, Look::Plain)])];
    for wording in decision.wording.split('\n').filter(|wording| !wording.trim().is_empty()) {
        block.push(plain(Style::DecisionWording, vec![run(wording, Look::Plain)]));
    }
    let mut counts = Vec::new();
    for count in &decision.counts {
        let gap = if counts.is_empty() { "" } else { "\u{2003}" };
        counts.push(run(format!("{gap}{}\u{a0}", count.label), Look::Plain));
        counts.push(run(&count.value, Look::Strong));
    }
    if !counts.is_empty() {
        block.push(plain(Style::DecisionLine, counts));
    }
    if !decision.verdict.is_empty() || decision.base.is_some() {
        let look = if decision.outcome == Outcome::Rejected { Look::Deviation } else { Look::Strong };
        let mut verdict = vec![run(&decision.verdict, look)];
        if let Some(base) = &decision.base {
            verdict.push(run(format!(" · {base}"), Look::Muted));
        }
        block.push(plain(Style::DecisionLine, verdict));
    }
    if let Some(follow) = &decision.follow {
        block.push(plain(Style::DecisionLine, vec![run(follow, Look::Muted)]));
    }
    // The last one does not hold on to what follows.
    if let Some(last) = block.last_mut().filter(|last| last.style == Style::DecisionLine) {
        last.style = Style::DecisionEnd;
    }
    parts.extend(block.into_iter().map(Part::Paragraph));
}

/// The sentence before the lines, then one line below the other.
pub(super) fn signatures(statement: &[allmende_documents::Span], lines: &[Signature], parts: &mut Vec<Part<'_>>) {
    if !statement.is_empty() {
        parts.push(paragraph(Style::Body, runs(statement)));
    }
    for (number, one) in lines.iter().enumerate() {
        // Two paragraphs with the same rule that touch would share one.
        if !one.place_date.is_empty() || number > 0 {
            parts.push(line(Style::Body, &one.place_date));
        }
        let mut signer = vec![run(&one.name, Look::Plain)];
        if !one.office.is_empty() {
            signer.extend([run("\n", Look::Plain), run(&one.office, Look::Muted)]);
        }
        parts.push(paragraph(Style::SignatureLine, signer));
    }
}

/// All slips of a document for the recipient with this number.
pub(super) fn slips(document: &Document, number: usize, address: &[String], parts: &mut Vec<Part<'_>>) {
    for block in &document.blocks {
        if let Block::ReplySlip(slip) = block {
            self::slip(slip, slip.name(number, address), parts);
        }
    }
}

/// An answer on paper, on a page of its own: what to tick is a list whose mark is a box.
pub(super) fn slip(slip: &ReplySlip, name: &str, parts: &mut Vec<Part<'_>>) {
    let title = vec![run(&slip.title, Look::Plain)];
    parts.push(Part::Paragraph(Paragraph { style: Style::Heading(1), runs: title, new_page: true }));
    let mut reference = Vec::new();
    if !name.is_empty() {
        reference.push(run(name, Look::Plain));
        if !slip.reference.is_empty() {
            reference.push(run(" · ", Look::Plain));
        }
    }
    reference.push(run(&slip.reference, Look::Plain));
    parts.push(paragraph(Style::Body, reference));
    let choice = |choice: &Choice| {
        let blank = choice.blank.then(|| run(BLANK, Look::Plain));
        std::iter::once(run(&choice.text, Look::Plain)).chain(blank).collect()
    };
    if !slip.choices.is_empty() {
        parts.push(Part::List { marker: Marker::Box, items: slip.choices.iter().map(choice).collect() });
    }
    for text in &slip.lines {
        parts.extend([line(Style::Body, ""), line(Style::SignatureLine, text)]);
    }
    if let Some(note) = &slip.note {
        parts.push(line(Style::Small, note));
    }
}

fn tab() -> Run {
    run("\t", Look::Plain)
}
