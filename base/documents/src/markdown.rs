//! A safe part of Markdown for the texts that people write: paragraphs, lists, strong words, links.
//!
//! Raw HTML stays what it is, text. Emphasis is always strong, because paper knows no italics.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::{Block, Span};

/// What becomes of a heading inside a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headings {
    /// A strong paragraph, because the text stands below a heading of the document already.
    #[default]
    Strong,
    /// A heading of level 3 without number.
    Level3,
}

/// The text as blocks of a document.
pub fn blocks(text: &str, headings: Headings) -> Vec<Block> {
    let mut builder = Builder { headings, ..Builder::default() };
    for event in Parser::new_ext(text, Options::empty()) {
        builder.event(event);
    }
    builder.finish_paragraph();
    builder.finish_list();
    builder.blocks
}

/// The text as one run of spans: paragraphs and list items follow each other on new lines.
pub fn spans(text: &str) -> Vec<Span> {
    let mut lines: Vec<Vec<Span>> = Vec::new();
    for block in blocks(text, Headings::Strong) {
        match block {
            Block::Paragraph { text } => lines.push(text),
            Block::List { items, .. } => lines.extend(items),
            _ => {}
        }
    }
    let mut result = Vec::new();
    for (number, line) in lines.into_iter().enumerate() {
        if number > 0 {
            result.push(Span::from("\n"));
        }
        result.extend(line);
    }
    result
}

/// The text as plain text, for search and feeds.
pub fn plain_text(text: &str) -> String {
    spans(text).into_iter().map(|span| span.text).collect()
}

/// The text as HTML that holds nothing but `p`, `ul`, `ol`, `li`, `strong`, `h3`, `br` and links.
/// Safe by construction: every string passes through [`crate::html::escape`], every tag is written here.
pub fn html(text: &str, headings: Headings) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    for block in blocks(text, headings) {
        match block {
            Block::Paragraph { text } => element(&mut html, "p", &text),
            Block::Heading { text, .. } => element(&mut html, "h3", &[Span::from(text)]),
            Block::List { ordered, items } => {
                let tag = if ordered { "ol" } else { "ul" };
                html.extend(["<", tag, ">"]);
                for item in &items {
                    element(&mut html, "li", item);
                }
                html.extend(["</", tag, ">"]);
            }
            _ => {}
        }
    }
    html
}

fn element(html: &mut String, tag: &str, spans: &[Span]) {
    html.push('<');
    html.push_str(tag);
    html.push('>');
    crate::html::spans(html, spans);
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

/// Whether a link may be followed: only pages and mail.
pub fn is_allowed_link(target: &str) -> bool {
    let lower = target.trim_start().to_ascii_lowercase();
    let allowed = ["http://", "https://", "mailto:"]
        .iter()
        .any(|start| lower.strip_prefix(start).is_some_and(|rest| !rest.is_empty()));
    allowed && !target.chars().any(|character| character.is_control() || character.is_whitespace())
}

#[derive(Default)]
struct Builder {
    headings: Headings,
    blocks: Vec<Block>,
    current: Vec<Span>,
    strong: usize,
    link: Option<String>,
    /// Whether each open list is ordered. Inner lists continue the outer one.
    lists: Vec<bool>,
    items: Vec<Vec<Span>>,
    ordered: bool,
}

impl Builder {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            // Options that would yield the others are off.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock | Tag::CodeBlock(_) => self.separate(),
            Tag::Heading { .. } => {
                self.finish_list();
                self.finish_paragraph();
            }
            Tag::List(start) => {
                if self.lists.is_empty() {
                    self.finish_paragraph();
                    self.finish_list();
                    self.ordered = start.is_some();
                } else {
                    self.finish_item();
                }
                self.lists.push(start.is_some());
            }
            Tag::Emphasis | Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => {
                self.link = Some(dest_url.to_string()).filter(|target| is_allowed_link(target));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::CodeBlock if self.lists.is_empty() => {
                self.finish_paragraph();
            }
            TagEnd::Heading(_) => self.finish_heading(),
            TagEnd::Item => self.finish_item(),
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.finish_list();
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.link = None,
            _ => {}
        }
    }

    /// A second paragraph of one list item begins on a new line.
    fn separate(&mut self) {
        if self.lists.is_empty() {
            self.finish_paragraph();
        } else if !self.current.is_empty() {
            self.push("\n");
        }
    }

    fn push(&mut self, text: &str) {
        let strong = self.strong > 0;
        match self.current.last_mut() {
            Some(last) if last.strong == strong && last.link == self.link => last.text.push_str(text),
            _ => self.current.push(Span { text: text.to_owned(), strong, link: self.link.clone() }),
        }
    }

    fn take(&mut self) -> Option<Vec<Span>> {
        let mut spans = std::mem::take(&mut self.current);
        if let Some(last) = spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        spans.retain(|span| !span.text.is_empty());
        (!spans.is_empty()).then_some(spans)
    }

    fn finish_paragraph(&mut self) {
        if let Some(text) = self.take() {
            self.blocks.push(Block::Paragraph { text });
        }
    }

    fn finish_heading(&mut self) {
        let Some(mut text) = self.take() else { return };
        match self.headings {
            Headings::Strong => {
                for span in &mut text {
                    span.strong = true;
                }
                self.blocks.push(Block::Paragraph { text });
            }
            Headings::Level3 => {
                let text = text.into_iter().map(|span| span.text).collect();
                self.blocks.push(Block::Heading { level: 3, number: None, text });
            }
        }
    }

    fn finish_item(&mut self) {
        if let Some(item) = self.take() {
            self.items.push(item);
        }
    }

    fn finish_list(&mut self) {
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered: self.ordered, items });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        html(text, Headings::Strong)
    }

    #[test]
    fn paragraphs_lists_and_strong_words() {
        assert_eq!(
            shown("Eins *zwei* **drei**\nvier\n\nfünf"),
            "<p>Eins <strong>zwei</strong> <strong>drei</strong> vier</p><p>fünf</p>"
        );
        assert_eq!(shown("- a\n- b\n  - c\n"), "<ul><li>a</li><li>b</li><li>c</li></ul>");
        assert_eq!(shown("1. a\n2. b\n\nText"), "<ol><li>a</li><li>b</li></ol><p>Text</p>");
        assert_eq!(shown("- a\n\n  zweiter Absatz\n- b"), "<ul><li>a<br>zweiter Absatz</li><li>b</li></ul>");
        assert_eq!(shown("# Titel\nText"), "<p><strong>Titel</strong></p><p>Text</p>");
        assert_eq!(html("# Titel\nText", Headings::Level3), "<h3>Titel</h3><p>Text</p>");
        assert_eq!(shown(""), "");
    }

    #[test]
    fn raw_html_is_text() {
        assert_eq!(shown("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        assert_eq!(shown("a <b onclick=x>b</b>"), "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>");
    }

    #[test]
    fn only_pages_and_mail_are_links() {
        assert_eq!(
            shown("[a](https://example.org/?a=1&b=2)"),
            "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener\">a</a></p>"
        );
        assert_eq!(shown("[a](javascript:alert(1))"), "<p>a</p>");
        assert_eq!(shown("[a](JaVaScRiPt:alert(1))"), "<p>a</p>");
        assert_eq!(shown("[a](data:text/html,x)"), "<p>a</p>");
        assert_eq!(shown("![Bild](https://example.org/x.png)"), "<p>Bild</p>");
        assert_eq!(shown("[a](/relativ)"), "<p>a</p>");
    }

    #[test]
    fn deep_nesting_ends() {
        let deep = "> ".repeat(5000) + "Text";
        assert!(shown(&deep).contains("Text"));
        let lists = (0..300).fold(String::new(), |text, depth| format!("{text}{}- x\n", "  ".repeat(depth)));
        assert!(!blocks(&lists, Headings::Strong).is_empty());
    }
}
