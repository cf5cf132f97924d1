//! Reads invented reports of many layouts and compares with results written by hand.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, clippy::format_collect)] // a failing test may panic

mod account;
mod dates;
mod faults;
mod joining;
mod load;
mod more_reports;
mod nothing_lost;
mod pages;
mod pdf_reports;
mod samples;
mod shape;
mod text_reports;
mod word;
mod word_reports;

use allmende_report_reader::{Proposal, read};

/// A meeting as one line: date, body, topics.
pub fn meetings(proposal: &Proposal) -> Vec<String> {
    proposal
        .meetings
        .iter()
        .map(|m| {
            let end = m.end_date.map(|end| format!("..{end}")).unwrap_or_default();
            format!("{}{end} {}: {}", m.date, m.body, m.topics.join(" | "))
        })
        .collect()
}

/// An event as one line: date, precision if not a day, title.
pub fn events(proposal: &Proposal) -> Vec<String> {
    proposal
        .events
        .iter()
        .map(|e| {
            let end = e.end_date.map(|end| format!("..{end}")).unwrap_or_default();
            let precision = e.precision.map(|p| format!(" ({p:?})")).unwrap_or_default();
            format!("{}{end}{precision} {}", e.date, e.title)
        })
        .collect()
}

/// A project as one line: title, field, state, figures.
pub fn projects(proposal: &Proposal) -> Vec<String> {
    proposal
        .projects
        .iter()
        .map(|p| {
            let figures: Vec<String> = p
                .figures
                .iter()
                .map(|f| {
                    let qualifier = f.qualifier.as_ref().map(|q| format!("{q} ")).unwrap_or_default();
                    format!("{qualifier}{} {}", f.value, f.unit.as_deref().unwrap_or("?"))
                })
                .collect();
            format!(
                "{} [{}; {}] {}",
                p.title,
                p.field.as_deref().unwrap_or("-"),
                p.state.as_deref().unwrap_or("-"),
                figures.join(", ")
            )
        })
        .collect()
}

/// A grant as one line.
pub fn grants(proposal: &Proposal) -> Vec<String> {
    proposal
        .grants
        .iter()
        .map(|g| {
            let date = g.notice_date.map_or_else(|| "-".to_owned(), |d| d.to_string());
            let period = g.period.map_or_else(String::new, |p| {
                format!(" {:?}..{:?}", p.from, p.to).replace("Some(", "").replace(')', "")
            });
            format!(
                "{date} {} {}{period}",
                g.authority.as_deref().unwrap_or("-"),
                g.amount_cents.map_or_else(|| "-".to_owned(), |c| c.to_string())
            )
        })
        .collect()
}

/// A press item as one line.
pub fn press(proposal: &Proposal) -> Vec<String> {
    proposal
        .press
        .iter()
        .map(|p| {
            let date = p.date.map_or_else(|| "-".to_owned(), |d| d.to_string());
            format!("{} {date} {}", p.medium, p.title.as_deref().unwrap_or("-"))
        })
        .collect()
}

/// The numbers of the lines without a place.
pub fn unplaced(proposal: &Proposal) -> Vec<usize> {
    proposal.unplaced.iter().map(|l| l.line).collect()
}

/// Reads a text report.
pub fn text(content: &str) -> Proposal {
    read("bericht.txt", content.as_bytes()).unwrap()
}
