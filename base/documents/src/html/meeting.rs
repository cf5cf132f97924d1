//! What invitations and minutes say, as HTML.

use std::fmt::Write as _;

use super::{escape, lines, spans};
use crate::meeting::{AgendaItem, AgendaPart, Count, Decision, Labelled, Mark, Outcome, ReplySlip, Signature};
use crate::{Document, Span};

/// Labels and what they say.
pub(super) fn labelled(html: &mut String, rows: &[Labelled], class: &str) {
    if rows.is_empty() {
        return;
    }
    html.extend(["<dl class=\"", class, "\">\n"]);
    for row in rows {
        html.extend(["<div><dt>", &lines(&row.label), "</dt><dd>"]);
        spans(html, &row.text);
        html.push_str("</dd></div>\n");
    }
    html.push_str("</dl>\n");
}

/// An announced agenda: a list for each part. The numbers are those of the body, so they are text.
pub(super) fn agenda(html: &mut String, parts: &[AgendaPart], level: u8, position: usize) {
    for (number, part) in parts.iter().enumerate() {
        if let Some(title) = &part.title {
            let level = level + 1;
            let _ = writeln!(html, "<h{level} id=\"h{position}-{number}\">{}</h{level}>", lines(title));
        }
        html.push_str("<ul class=\"agenda\">\n");
        for item in &part.items {
            html.extend(["<li><span class=\"number\">", &lines(&item.number), "</span> "]);
            html.extend(["<span class=\"title\">", &lines(&item.title), "</span>"]);
            if !item.purpose.is_empty() {
                html.extend([" <span class=\"purpose\">", &lines(&item.purpose), "</span>"]);
            }
            if let Some(annex) = &item.annex {
                html.extend([" <span class=\"annex\">", &lines(annex), "</span>"]);
            }
            html.push_str("</li>\n");
        }
        html.push_str("</ul>\n");
    }
}

/// The opening of an item.
pub(super) fn item(html: &mut String, item: &AgendaItem, level: u8, position: usize) {
    let level = level + 1;
    let _ = write!(html, "<h{level} id=\"h{position}\" class=\"item\">");
    if !item.label.is_empty() {
        html.extend(["<span class=\"number\">", &lines(&item.label), "</span> "]);
    }
    let _ = writeln!(html, "{}</h{level}>", lines(&item.title));
    if !item.margin.is_empty() {
        let shown: Vec<String> = item.margin.iter().map(|line| format!("<span>{}</span>", lines(line))).collect();
        html.extend(["<p class=\"item-margin\">", &shown.join(" "), "</p>\n"]);
    }
}

pub(super) fn decision(html: &mut String, decision: &Decision) {
    if let Some(concerned) = &decision.concerned {
        html.extend(["<p>", &lines(concerned), "</p>\n"]);
    }
    html.extend(["<div class=\"decision\">\n<p class=\"label\">", &lines(&decision.label), "</p>\n"]);
    for paragraph in decision.wording.split('\n').filter(|paragraph| !paragraph.trim().is_empty()) {
        html.extend(["<p class=\"wording\">", &escape(paragraph), "</p>\n"]);
    }
    counts(html, &decision.counts, &decision.strip());
    if !decision.verdict.is_empty() || decision.base.is_some() {
        let class = if decision.outcome == Outcome::Rejected { " class=\"bad\"" } else { "" };
        html.extend(["<p><strong", class, ">", &lines(&decision.verdict), "</strong>"]);
        if let Some(base) = &decision.base {
            html.extend([" <small>· ", &lines(base), "</small>"]);
        }
        html.push_str("</p>\n");
    }
    if let Some(follow) = &decision.follow {
        html.extend(["<p><small>", &lines(follow), "</small></p>\n"]);
    }
    html.push_str("</div>\n");
}

/// The numbers, and the strip of marks that only repeats them.
fn counts(html: &mut String, counts: &[Count], strip: &[Mark]) {
    if counts.is_empty() {
        return;
    }
    html.push_str("<p class=\"counts\">");
    for count in counts {
        html.extend(["<span>", &lines(&count.label), " <strong>", &lines(&count.value), "</strong></span> "]);
    }
    if !strip.is_empty() {
        html.push_str("<span class=\"marks\" aria-hidden=\"true\">");
        for mark in strip {
            html.push_str(match mark {
                Mark::Yes => "<i class=\"yes\"></i>",
                Mark::No => "<i class=\"no\"></i>",
                Mark::Abstain => "<i></i>",
            });
        }
        html.push_str("</span>");
    }
    html.push_str("</p>\n");
}

pub(super) fn noted(html: &mut String, strong: &str, text: &[Span]) {
    html.extend(["<p class=\"note\"><strong>", &lines(strong), "</strong> "]);
    spans(html, text);
    html.push_str("</p>\n");
}

pub(super) fn signatures(html: &mut String, statement: &[Span], signatures: &[Signature]) {
    if !statement.is_empty() {
        html.push_str("<p>");
        spans(html, statement);
        html.push_str("</p>\n");
    }
    html.push_str("<ul class=\"signatures\">\n");
    for line in signatures {
        html.push_str("<li>");
        if !line.place_date.is_empty() {
            html.extend(["<span class=\"place\">", &lines(&line.place_date), "</span>"]);
        }
        html.extend(["<span class=\"line\">", &lines(&line.name), "</span>"]);
        if !line.office.is_empty() {
            html.extend([" <small>", &lines(&line.office), "</small>"]);
        }
        html.push_str("</li>\n");
    }
    html.push_str("</ul>\n");
}

/// The slip. A page stands for all letters, so a serial letter names everybody who may answer.
pub(super) fn slip(html: &mut String, document: &Document, slip: &ReplySlip, level: u8, position: usize) {
    let level = level + 1;
    html.push_str("<div class=\"slip\">\n");
    let _ = writeln!(html, "<h{level} id=\"h{position}\">{}</h{level}>", lines(&slip.title));
    let recipients = document.letter.as_ref().map_or(&[][..], |letter| letter.recipients.as_slice());
    let names = recipients.iter().enumerate().map(|(number, one)| slip.name(number, &one.address));
    let named: Vec<String> = names.filter(|name| !name.is_empty()).map(lines).collect();
    if !named.is_empty() {
        html.extend(["<p>", &named.join(" · "), "</p>\n"]);
    }
    html.extend(["<p>", &lines(&slip.reference), "</p>\n<ul class=\"choices\">\n"]);
    for choice in &slip.choices {
        html.extend(["<li>", &lines(&choice.text)]);
        html.push_str(if choice.blank { " <span class=\"blank\"></span></li>\n" } else { "</li>\n" });
    }
    html.push_str("</ul>\n<ul class=\"signatures\">\n");
    for line in &slip.lines {
        html.extend(["<li><span class=\"line\">", &lines(line), "</span></li>\n"]);
    }
    html.push_str("</ul>\n");
    if let Some(note) = &slip.note {
        html.extend(["<p class=\"small\">", &lines(note), "</p>\n"]);
    }
    html.push_str("</div>\n");
}
