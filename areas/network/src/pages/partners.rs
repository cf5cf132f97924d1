//! With whom the alliance had to do, and how often.

use std::collections::BTreeMap;

use axum::response::Response;

use allmende_projects::model::names;
use allmende_store::Day;
use allmende_web::derived_list::DerivedRow;
use allmende_web::list::{Cell, List, address};
use allmende_web::screen::{Screen, list_answer};
use allmende_web::view::Action;
use allmende_web::{Cx, Problem};

use crate::model::NetworkEntry;

pub(crate) const PATH: &str = "/partner";

/// A partner as the entries name it.
#[derive(Debug, PartialEq, Eq)]
struct Partner {
    name: String,
    entries: i64,
    newest: Day,
}

/// Everybody named in the entries. Names that differ in capitals only are one; the newest spelling is shown.
fn partners<'a>(entries: impl Iterator<Item = (Day, &'a str)>) -> Vec<Partner> {
    let mut found: BTreeMap<String, Partner> = BTreeMap::new();
    for (day, text) in entries {
        let mut seen: Vec<String> = Vec::new();
        for name in names(text) {
            let key = name.to_lowercase();
            if seen.contains(&key) {
                continue;
            }
            let partner =
                found.entry(key.clone()).or_insert_with(|| Partner { name: name.to_owned(), entries: 0, newest: day });
            partner.entries += 1;
            if day >= partner.newest {
                partner.newest = day;
                name.clone_into(&mut partner.name);
            }
            seen.push(key);
        }
    }
    found.into_values().collect()
}

/// The list of partners; each leads to its entries.
pub(crate) async fn list(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let mut entries: Vec<NetworkEntry> = tx.all().await?;
    entries.retain(|entry| entry.head.archived_at.is_none());
    let rows = partners(entries.iter().map(|entry| (entry.held_on, entry.partners.as_str())))
        .into_iter()
        .map(|partner| {
            DerivedRow::new(
                address(NetworkEntry::PATH, &BTreeMap::new(), &[("q", &partner.name)]),
                vec![partner.name.into(), Cell::Number(partner.entries), Cell::Day(partner.newest)],
            )
        })
        .collect();
    let list = List {
        title: cx.t("partners-list"),
        actions: vec![Action::link(cx.t("network-list"), NetworkEntry::PATH, "network")],
        empty: (cx.t("partners-empty"), cx.t("partners-empty-text")),
        noun: "partners-count",
        ..List::default()
    };
    let list = list.column(&cx, "partner", "partners-name").number_column(&cx, "eintraege", "partners-entries").column(
        &cx,
        "zuletzt",
        "partners-newest",
    );
    list_answer(&cx, list, rows, None).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_are_counted_once_an_entry() {
        let day = |d| Day(jiff::civil::date(2017, 5, d));
        let entries = [
            (day(22), "LAG Spessart"),
            (day(23), "LAG SPESSART\nLandkreis Main-Spessart\nlag spessart"),
            (day(9), "Landkreis Main-Spessart\n\n"),
            (day(10), ""),
        ];
        let partner = |name: &str, entries, d| Partner { name: name.to_owned(), entries, newest: day(d) };
        assert_eq!(
            partners(entries.into_iter()),
            [partner("LAG SPESSART", 2, 23), partner("Landkreis Main-Spessart", 2, 23)]
        );
    }
}
