//! Whole invented reports by different hands, each beside what a person read in it. The PDFs were
//! printed by LibreOffice, Chromium and Typst; they embed subsets of free fonts (Liberation, DejaVu).
//!
//! `samples/known.txt` lists what the reader still gets wrong: `-` is missed, `+` is too much. The
//! test fails when something is missed that is not listed, and when something listed is right now.

use allmende_report_reader::{Proposal, read};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/samples")
}

/// The samples: the report and what is expected of it.
fn samples() -> Vec<(String, PathBuf, Value)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.file_name().and_then(|n| n.to_str()).and_then(|n| n.strip_suffix(".json")) else {
            continue;
        };
        let source = ["txt", "docx", "pdf"].iter().map(|end| path.with_extension(end)).find(|p| p.exists()).unwrap();
        let expected = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        found.push((name.to_owned(), source, expected));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().trim_matches(['„', '“', '"', '»', '«']).to_owned()
}

fn span(record: &Value) -> String {
    let end = record.get("end_date").map(|end| format!("..{}", text(end))).unwrap_or_default();
    let precision = record.get("precision").map(|p| format!(" ({})", text(p))).unwrap_or_default();
    format!("{}{end}{precision}", text(&record["date"]))
}

/// Every fact of a proposal as one line, so that each counts once.
fn facts(proposal: &Value) -> Vec<String> {
    let list = |key: &str| proposal[key].as_array().cloned().unwrap_or_default();
    let mut found = vec![
        format!("period {} {}", text(&proposal["period"]["from"]), text(&proposal["period"]["to"]))
            .trim_end()
            .to_owned(),
    ];
    for meeting in list("meetings") {
        found.push(format!("meeting {} {}", span(&meeting), text(&meeting["body"])));
        for topic in meeting["topics"].as_array().unwrap() {
            found.push(format!("topic {} {}", text(&meeting["date"]), topic.as_str().unwrap()));
        }
    }
    for event in list("events") {
        found.push(format!("event {} {}", span(&event), event["title"].as_str().unwrap()));
    }
    for project in list("projects") {
        let title = text(&project["title"]);
        found.push(format!("project {title}"));
        for key in ["field", "state"] {
            if let Some(value) = project.get(key) {
                found.push(format!("{key} {title}: {}", text(value)));
            }
        }
        for figure in project["figures"].as_array().unwrap() {
            let qualifier = figure.get("qualifier").map(|q| format!("{} ", text(q))).unwrap_or_default();
            let unit = figure.get("unit").map(text).unwrap_or_default().replace("EUR", "€").replace("Euro", "€");
            let value = figure["value"].as_f64().unwrap();
            found.push(format!("figure {title}: {qualifier}{value} {unit}").trim_end().to_owned());
        }
    }
    for grant in list("grants") {
        let period =
            grant.get("period").map(|p| format!(" {}..{}", text(&p["from"]), text(&p["to"]))).unwrap_or_default();
        let amount = grant.get("amount_cents").map_or(0, |a| a.as_i64().unwrap());
        let part = |key: &str| grant.get(key).map(text).unwrap_or_default();
        found.push(format!("grant {} {} {amount}{period}", part("notice_date"), part("authority")));
    }
    for item in list("press") {
        let part = |key: &str| item.get(key).map(text).unwrap_or_default();
        found.push(format!("press {} {} {}", part("medium"), part("date"), part("title")).trim_end().to_owned());
    }
    found
}

/// What is missed and what is too much, one line each.
fn differences(name: &str, expected: &Value, proposal: &Proposal) -> Vec<String> {
    let mut counts: BTreeMap<String, i32> = BTreeMap::new();
    for fact in facts(expected) {
        *counts.entry(fact).or_default() -= 1;
    }
    for fact in facts(&proposal.to_json()) {
        *counts.entry(fact).or_default() += 1;
    }
    let mut found: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count != 0)
        .map(|(fact, count)| format!("{name} {} {fact}", if count < 0 { '-' } else { '+' }))
        .collect();
    for loose in expected["unplaced_has"].as_array().unwrap() {
        let wanted = loose.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        let there = proposal
            .unplaced
            .iter()
            .any(|line| line.text.split_whitespace().collect::<Vec<_>>().join(" ").contains(&wanted));
        if !there {
            found.push(format!("{name} - unplaced {wanted}"));
        }
    }
    let mut doubts: Vec<String> = proposal.invalid_dates.iter().map(|doubt| doubt.text.clone()).collect();
    for date in expected["invalid"].as_array().unwrap() {
        match doubts.iter().position(|doubt| doubt.starts_with(date.as_str().unwrap())) {
            Some(at) => drop(doubts.remove(at)),
            None => found.push(format!("{name} - invalid {}", date.as_str().unwrap())),
        }
    }
    found.extend(doubts.iter().map(|doubt| format!("{name} + invalid {doubt}")));
    found
}

#[test]
fn reports_by_different_hands() {
    let mut found = Vec::new();
    for (name, source, expected) in samples() {
        let proposal = read(&name, &std::fs::read(source).unwrap()).unwrap();
        found.extend(differences(&name, &expected, &proposal));
    }
    let known = std::fs::read_to_string(folder().join("known.txt")).unwrap();
    let known: Vec<&str> = known.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert_eq!(found, known, "found:\n{}", found.join("\n"));
}
