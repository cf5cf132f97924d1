//! The JSON for scripts, and keys that recognise a repeated import.

use super::text;
use super::text_reports::{BULLETS, COLUMNS};
use allmende_report_reader::Proposal;

#[test]
fn json_has_the_agreed_shape() {
    let json = text(COLUMNS).to_json();
    assert_eq!(json["period"]["from"], "2023-01-01");
    assert_eq!(json["period"]["to"], "2023-12-31");
    assert_eq!(json["meetings"][0]["date"], "2023-02-14");
    assert_eq!(json["meetings"][0]["body"], "Lenkungsgruppe");
    assert_eq!(json["meetings"][0]["topics"][1], "Haushalt und Umlage");
    assert_eq!(json["events"][1]["end_date"], "2023-07-08");
    assert_eq!(json["events"][2]["precision"], "month");
    assert_eq!(json["projects"][0]["figures"][1]["value"], 310);
    assert_eq!(json["projects"][0]["figures"][1]["qualifier"], "rund");
    assert_eq!(json["projects"][0]["figures"][1]["unit"], "Objekte");
    assert_eq!(json["grants"][0]["amount_cents"], 9_000_000);
    assert_eq!(json["grants"][0]["period"]["to"], "2025-12-31");
    assert_eq!(json["press"][0]["medium"], "Birkentaler Bote");
    assert_eq!(json["unplaced"][0]["line"], 4);
    assert_eq!(json["invalid_dates"][0]["text"], "31.11.2023");
    let back: Proposal = serde_json::from_value(json).unwrap();
    assert_eq!(back, text(COLUMNS));
}

#[test]
fn a_second_reading_has_the_same_fingerprints() {
    let (once, again) = (text(BULLETS), text(&BULLETS.replace("• ", "- ")));
    let keys = |p: &Proposal| {
        let mut keys: Vec<String> = p.meetings.iter().map(allmende_report_reader::Meeting::fingerprint).collect();
        keys.extend(p.events.iter().map(allmende_report_reader::Event::fingerprint));
        keys.extend(p.projects.iter().map(allmende_report_reader::Project::fingerprint));
        keys.extend(p.grants.iter().map(allmende_report_reader::Grant::fingerprint));
        keys.extend(p.press.iter().map(allmende_report_reader::PressItem::fingerprint));
        keys
    };
    assert_eq!(keys(&once), keys(&again));
    let mut distinct = keys(&once);
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), keys(&once).len());
    assert!(keys(&once).contains(&"event:2024-02-22:treffenderallianzmanagerinobernau".to_owned()));
}
