//! A document as one HTML page that stands alone: no script, no foreign host, readable in any
//! browser, in a screen reader and on paper.

mod blocks;
mod letter;
mod meeting;

use std::fmt::Write as _;

use crate::cleaning::clean;
use crate::markdown::is_allowed_link;
use crate::numbering::Numbers;
use crate::{Block, Document, Layout, Span, cover, words};

/// The style of the page. Colours of the document are set as custom properties before it.
const STYLE: &str = include_str!("html/style.css");

/// The page.
pub fn page(document: &Document) -> String {
    let mut html = String::with_capacity(8192);
    let brand = if is_colour(&document.brand) { &document.brand } else { "#1e5945" };
    html.push_str("<!DOCTYPE html>\n<html lang=\"");
    html.push_str(&escape(&document.language));
    html.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n");
    html.extend(["<meta name=\"author\" content=\"", &escape(&document.author), "\">\n"]);
    html.extend(["<meta name=\"description\" content=\"", &escape(&document.description), "\">\n"]);
    html.extend(["<meta name=\"date\" content=\"", &escape(&document.date), "\">\n"]);
    html.extend(["<title>", &escape(&document.title), "</title>\n<style>\n:root{--brand:", brand]);
    html.extend([
        ";--brand-soft:",
        &cover::mixed_with_white(brand, 0.88),
        "}\n",
        STYLE,
        "</style>\n</head>\n<body class=\"",
    ]);
    html.push_str(layout_class(document.layout));
    html.push_str("\">\n<main>\n");
    header(&mut html, document);
    if document.layout == Layout::Report {
        contents(&mut html, document);
    }
    let numbers = Numbers::of(document);
    if let Some(letter) = &document.letter {
        letter::salutation(&mut html, letter);
    }
    blocks::all(&mut html, document, &numbers);
    if let Some(letter) = &document.letter {
        letter::below(&mut html, letter, words::of(&document.language));
        for (position, block) in document.blocks.iter().enumerate() {
            if let Block::ReplySlip(slip) = block {
                meeting::slip(&mut html, document, slip, 1, position);
            }
        }
    }
    html.push_str("</main>\n");
    footer(&mut html, document);
    html.push_str("</body>\n</html>\n");
    html
}

/// Text for HTML: special characters escaped, control characters dropped.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in clean(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Text whose line ends become breaks.
pub(crate) fn lines(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}

/// Runs of text with strong words and links.
pub(crate) fn spans(html: &mut String, spans: &[Span]) {
    for span in spans {
        let link = span.link.as_deref().filter(|target| is_allowed_link(target));
        if let Some(target) = link {
            html.extend(["<a href=\"", &escape(target), "\" rel=\"noopener\">"]);
        }
        let text = lines(&span.text);
        if span.strong {
            html.extend(["<strong>", &text, "</strong>"]);
        } else {
            html.push_str(&text);
        }
        if link.is_some() {
            html.push_str("</a>");
        }
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

fn layout_class(layout: Layout) -> &'static str {
    match layout {
        Layout::Report => "report",
        Layout::Brief => "brief",
        Layout::OnePage => "one-page",
        Layout::List => "list",
        Layout::Letter => "letter",
        Layout::Minutes => "minutes",
    }
}

fn header(html: &mut String, document: &Document) {
    html.push_str("<header>\n");
    if document.letter.is_none() {
        html.extend(["<p class=\"author\">", &lines(&document.author), "</p>\n"]);
    }
    if let Some(letter) = &document.letter {
        letter::above(html, letter);
    }
    html.extend(["<h1>", &lines(&document.title), "</h1>\n"]);
    if !document.running_head.is_empty() && document.layout != Layout::Letter {
        html.extend(["<p class=\"period\">", &lines(&document.running_head), "</p>\n"]);
    }
    if let Some(subtitle) = &document.subtitle {
        html.extend(["<p class=\"subtitle\">", &lines(subtitle), "</p>\n"]);
    }
    if let Some(map) = &document.cover
        && document.layout == Layout::Report
    {
        let svg = cover::map_svg(map, &document.brand);
        html.extend(["<figure class=\"cover\"><img alt=\"", &escape(&map.alt), "\" src=\"data:image/svg+xml;base64,"]);
        html.push_str(&blocks::base64(svg.as_bytes()));
        html.extend(["\"><figcaption>", &lines(&map.source), "</figcaption></figure>\n"]);
    }
    html.push_str("</header>\n");
}

fn contents(html: &mut String, document: &Document) {
    let words = words::of(&document.language);
    html.extend(["<nav aria-label=\"", words.contents, "\">\n<h2>", words.contents, "</h2>\n<ul>\n"]);
    for (position, block) in document.blocks.iter().enumerate() {
        let Block::Heading { level, number, text } = block else { continue };
        let _ = write!(html, "<li class=\"level-{}\"><a href=\"#h{position}\">", (*level).clamp(1, 3));
        html.extend(["<span class=\"number\">", &escape(number.as_deref().unwrap_or_default()), "</span> "]);
        html.extend([lines(text).as_str(), "</a></li>\n"]);
    }
    html.push_str("</ul>\n</nav>\n");
}

fn footer(html: &mut String, document: &Document) {
    html.push_str("<footer>\n");
    blocks::facts(html, &document.imprint, "imprint");
    if let Some(letter) = &document.letter {
        for column in &letter.foot {
            html.extend(["<p>", &column.iter().map(|line| lines(line)).collect::<Vec<_>>().join("<br>"), "</p>\n"]);
        }
    }
    if let Some(colophon) = &document.colophon {
        html.push_str("<p>");
        if matches!(document.layout, Layout::Report | Layout::Brief) {
            html.extend(["<strong>", words::of(&document.language).version, ":</strong> "]);
        }
        html.extend([lines(colophon).as_str(), "</p>\n"]);
    }
    html.push_str("</footer>\n");
}
