//! What surrounds the text of a letter, as HTML.

use super::{blocks, lines};
use crate::letter::{Letterhead, Recipient};
use crate::words::Words;

fn joined(texts: &[String]) -> String {
    texts.iter().map(|text| lines(text)).collect::<Vec<_>>().join("<br>")
}

/// Return line, addresses and the information block, before the title.
pub(super) fn above(html: &mut String, letter: &Letterhead) {
    if !letter.sender.is_empty() {
        html.extend(["<p class=\"author\">", &joined(&letter.sender), "</p>\n"]);
    }
    if !letter.return_line.is_empty() {
        html.extend(["<p class=\"small\">", &lines(&letter.return_line), "</p>\n"]);
    }
    match letter.recipients.as_slice() {
        [only] => address(html, only),
        // A page has no letters one after another: the addresses stand together, the text stands once.
        several => {
            html.push_str("<ul class=\"recipients\">\n");
            for recipient in several {
                html.push_str("<li>");
                address(html, recipient);
                html.extend(["<p>", &lines(&recipient.salutation), "</p></li>\n"]);
            }
            html.push_str("</ul>\n");
        }
    }
    blocks::facts(html, &letter.information, "information");
}

fn address(html: &mut String, recipient: &Recipient) {
    if !recipient.notes.is_empty() {
        html.extend(["<p class=\"small\">", &joined(&recipient.notes), "</p>\n"]);
    }
    html.extend(["<address>", &joined(&recipient.address), "</address>\n"]);
}

/// The salutation of a letter to one recipient.
pub(super) fn salutation(html: &mut String, letter: &Letterhead) {
    if let [only] = letter.recipients.as_slice()
        && !only.salutation.is_empty()
    {
        html.extend(["<p>", &lines(&only.salutation), "</p>\n"]);
    }
}

/// Greeting, signature and the lists below it.
pub(super) fn below(html: &mut String, letter: &Letterhead, words: &Words) {
    let closing = &letter.closing;
    html.push_str("<div class=\"closing\">\n");
    if !closing.greeting.is_empty() {
        html.extend(["<p>", &lines(&closing.greeting), "</p>\n"]);
    }
    if !closing.signer.is_empty() {
        html.extend(["<div class=\"signature\"></div>\n<p>", &joined(&closing.signer), "</p>\n"]);
    }
    for (head, entries) in closing.lists(words) {
        html.extend(["<h2>", head, "</h2>\n<ul>\n"]);
        for entry in entries {
            html.extend(["<li>", &lines(entry), "</li>\n"]);
        }
        html.push_str("</ul>\n");
    }
    html.push_str("</div>\n");
}
