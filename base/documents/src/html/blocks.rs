//! The blocks of a document as HTML.

use std::fmt::Write as _;

use super::{escape, lines, meeting, spans};
use crate::meeting::level_below;
use crate::numbering::Numbers;
use crate::words::{self, Words};
use crate::{Block, ColumnKind, Document, Fact, ImageData, KeyFigure, RowGroup, Table};

pub(super) fn all(html: &mut String, document: &Document, numbers: &Numbers) {
    let words = words::of(&document.language);
    for (position, block) in document.blocks.iter().enumerate() {
        match block {
            Block::Heading { level, number, text } => {
                // The document's title is the only h1.
                let level = (*level).clamp(1, 3) + 1;
                let _ = write!(html, "<h{level} id=\"h{position}\">");
                if let Some(number) = number {
                    html.extend(["<span class=\"number\">", &escape(number), "</span> "]);
                }
                let _ = writeln!(html, "{}</h{level}>", lines(text));
            }
            Block::Lead { text } => paragraph(html, "lead", text),
            Block::Paragraph { text } => paragraph(html, "", text),
            Block::Note { text } => paragraph(html, "note", text),
            Block::List { ordered, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                html.extend(["<", tag, ">\n"]);
                for item in items {
                    html.push_str("<li>");
                    spans(html, item);
                    html.push_str("</li>\n");
                }
                html.extend(["</", tag, ">\n"]);
            }
            Block::Margin { facts } => self::facts(html, facts, "margin"),
            Block::Facts { facts } => self::facts(html, facts, "below"),
            Block::Figures { figures } => key_figures(html, figures, "figures"),
            Block::MarginFigure { figures } => key_figures(html, figures, "figures margin-figures"),
            Block::Table(table) => self::table(html, table, numbers.table(position), words),
            Block::Image { name, alt, caption, credit } => {
                let data = document.images.iter().find(|image| image.name == *name);
                image(html, data, alt.as_deref(), caption, credit, numbers.picture(position), words);
            }
            Block::FactGrid { facts } => meeting::labelled(html, facts, "fact-grid"),
            Block::FactBand { facts } => meeting::labelled(html, facts, "fact-band"),
            Block::Rights { rows } => meeting::labelled(html, rows, "rights"),
            Block::Agenda { parts } => {
                meeting::agenda(html, parts, level_below(&document.blocks, position), position);
            }
            Block::AgendaItem(item) => meeting::item(html, item, level_below(&document.blocks, position), position),
            Block::Decision(decision) => meeting::decision(html, decision),
            Block::Noted { strong, text } => meeting::noted(html, strong, text),
            Block::Signatures { statement, lines } => meeting::signatures(html, statement, lines),
            // Below signature and annexes, see `super::page`.
            Block::ReplySlip(_) if document.letter.is_some() => {}
            Block::ReplySlip(slip) => meeting::slip(html, document, slip, 1, position),
            Block::DraftMark { text } => {
                html.extend(["<p class=\"draft\"><strong>", words.draft, ":</strong> ", &lines(text), "</p>\n"]);
            }
        }
    }
}

fn paragraph(html: &mut String, class: &str, text: &[crate::Span]) {
    if class.is_empty() {
        html.push_str("<p>");
    } else {
        html.extend(["<p class=\"", class, "\">"]);
    }
    spans(html, text);
    html.push_str("</p>\n");
}

/// Labels and values; a label without value heads those that follow.
pub(super) fn facts(html: &mut String, facts: &[Fact], class: &str) {
    if facts.is_empty() {
        return;
    }
    html.extend(["<div class=\"facts ", class, "\">\n"]);
    let mut open = false;
    for fact in facts {
        if fact.label.is_empty() || fact.value.is_empty() {
            if std::mem::take(&mut open) {
                html.push_str("</dl>\n");
            }
            html.extend(["<p><strong>", &lines(&fact.label), &lines(&fact.value), "</strong></p>\n"]);
            continue;
        }
        if !std::mem::replace(&mut open, true) {
            html.push_str("<dl>\n");
        }
        html.extend(["<dt>", &lines(&fact.label), "</dt><dd>", &lines(&fact.value), "</dd>\n"]);
    }
    if open {
        html.push_str("</dl>\n");
    }
    html.push_str("</div>\n");
}

fn key_figures(html: &mut String, figures: &[KeyFigure], class: &str) {
    html.extend(["<ul class=\"", class, "\">\n"]);
    for figure in figures {
        html.push_str("<li><span class=\"value\">");
        if let Some(qualifier) = &figure.qualifier {
            html.extend(["<small>", &lines(qualifier), "</small> "]);
        }
        html.push_str(&lines(&figure.value));
        if let Some(unit) = &figure.unit {
            html.extend(["\u{202f}", &lines(unit)]);
        }
        html.extend(["</span> <span class=\"label\">", &lines(&figure.label), "</span>"]);
        if let Some(origin) = &figure.origin {
            html.extend([" <span class=\"origin\">", &lines(origin), "</span>"]);
        }
        html.push_str("</li>\n");
    }
    html.push_str("</ul>\n");
}

fn table(html: &mut String, table: &Table, number: Option<usize>, words: &Words) {
    html.push_str("<div class=\"table\" tabindex=\"0\" role=\"group\"");
    html.extend([" aria-label=\"", words.table, " ", &escape(&table.title), "\">\n<table>\n"]);
    if !table.title.is_empty() {
        html.push_str("<caption>");
        if let Some(number) = number {
            let _ = write!(html, "<span class=\"number\">{} {number}</span> ", words.table);
        }
        html.extend([lines(&table.title).as_str(), "</caption>\n"]);
    }
    html.push_str("<thead><tr>");
    for column in &table.columns {
        html.extend(["<th scope=\"col\"", class(column.kind), ">", &lines(&column.head), "</th>"]);
    }
    html.push_str("</tr></thead>\n");
    let head = table.columns.iter().position(|column| matches!(column.kind, ColumnKind::Text | ColumnKind::Date));
    if table.groups.iter().all(|group| group.rows.is_empty()) {
        let _ =
            writeln!(html, "<tbody><tr><td colspan=\"{}\">{}</td></tr></tbody>", table.columns.len(), words.no_rows);
    } else {
        table.groups.iter().for_each(|group| self::group(html, table, group, head));
    }
    if let Some(total) = &table.total {
        html.push_str("<tfoot><tr>");
        for (column, value) in table.columns.iter().zip(total) {
            html.extend(["<td", class(column.kind), ">", &lines(value), "</td>"]);
        }
        html.push_str("</tr></tfoot>\n");
    }
    html.push_str("</table>\n</div>\n");
    if let Some(note) = &table.note {
        html.extend(["<p class=\"small\">", &lines(note), "</p>\n"]);
    }
}

fn group(html: &mut String, table: &Table, group: &RowGroup, head: Option<usize>) {
    html.push_str("<tbody>\n");
    if let Some(title) = &group.title {
        let _ = write!(html, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{}\">", table.columns.len());
        html.extend([lines(title).as_str(), "</th></tr>\n"]);
    }
    for row in &group.rows {
        html.push_str("<tr>");
        for (index, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
            let is_head = Some(index) == head && cell.lines.iter().any(|line| !line.is_empty());
            let tag = if is_head { "th" } else { "td" };
            html.extend(["<", tag, if is_head { " scope=\"row\"" } else { "" }, class(column.kind), ">"]);
            let text = cell.lines.iter().map(|line| lines(line)).collect::<Vec<_>>().join("<br>");
            let strong = is_head && row.strong;
            html.extend(if cell.deviates {
                ["<strong class=\"bad\">", &text, "</strong>"]
            } else if strong {
                ["<strong>", &text, "</strong>"]
            } else {
                ["", &text, ""]
            });
            if let Some(small) = &cell.small {
                html.extend(["<br><small>", &lines(small), "</small>"]);
            }
            html.extend(["</", tag, ">"]);
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n");
}

fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text | ColumnKind::State => "",
        ColumnKind::Number | ColumnKind::Time => " class=\"n\"",
        ColumnKind::Writing => " class=\"w\"",
        ColumnKind::Date => " class=\"d\"",
        ColumnKind::Remark => " class=\"r\"",
    }
}

fn image(
    html: &mut String,
    data: Option<&ImageData>,
    alt: Option<&str>,
    caption: &str,
    credit: &str,
    number: Option<usize>,
    words: &Words,
) {
    html.push_str("<figure>");
    if let Some(data) = data {
        let media = match data.format.as_str() {
            "png" => "png",
            "webp" => "webp",
            "svg" => "svg+xml",
            _ => "jpeg",
        };
        html.extend(["<img alt=\"", &escape(alt.unwrap_or_default()), "\" src=\"data:image/", media, ";base64,"]);
        html.extend([base64(&data.bytes).as_str(), "\">"]);
    }
    html.push_str("<figcaption>");
    if let Some(number) = number {
        let _ = write!(html, "<strong>{} {number}</strong> ", words.picture);
    }
    html.push_str(&lines(caption));
    if !credit.is_empty() {
        html.extend([" <span class=\"credit\">", words.credit, " ", &lines(credit), "</span>"]);
    }
    html.push_str("</figcaption></figure>\n");
}

/// Base 64 after RFC 4648, section 4.
pub(super) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let part = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = part(0) << 16 | part(1) << 8 | part(2);
        for place in 0..4 {
            if place <= chunk.len() {
                let index = (bits >> (18 - 6 * place)) & 63;
                text.push(char::from(ALPHABET[index as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
