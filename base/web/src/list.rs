//! Lists: one way to filter, sort, page and export, for every kind of record.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use allmende_documents::collation;
use allmende_documents::format as german;
use allmende_store::Day;

use crate::cx::Cx;
use crate::form::{Choice, parse_day};
use crate::view::{Action, Badge};

/// What a cell holds. It sorts, shows and exports by its type.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// The name of a person, family name first: sorts by DIN 5007-2.
    Name(String),
    /// Words that lead somewhere.
    Link(String, String),
    /// A day.
    Day(Day),
    /// A day with other words: a span of days, a month, a year. Sorts and filters as the day.
    Span(Day, String),
    /// A whole number.
    Number(i64),
    /// An amount in cents.
    Cents(i64),
    /// A state.
    State(Badge),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<Option<Day>> for Cell {
    fn from(day: Option<Day>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl Cell {
    /// Its words without any form, for filters and CSV.
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Name(text) | Self::Link(text, _) | Self::Span(_, text) => text.clone(),
            Self::Day(day) => german::date(day.0),
            Self::Number(number) => number.to_string(),
            Self::Cents(cents) => decimal(*cents),
            Self::State(badge) => badge.word.clone(),
        }
    }

    /// Its words as the person reads them on the screen.
    pub fn words(&self, cx: &Cx) -> String {
        match self {
            Self::Day(day) => cx.day(*day),
            Self::Number(number) => cx.number(*number),
            Self::Cents(cents) => cx.money(*cents),
            other => other.plain(),
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Empty, Self::Empty) => Ordering::Equal,
            // Empty cells stand last in both directions' natural reading: first when ascending would hide the rest.
            (Self::Empty, _) => Ordering::Greater,
            (_, Self::Empty) => Ordering::Less,
            (Self::Day(a) | Self::Span(a, _), Self::Day(b) | Self::Span(b, _)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) | (Self::Cents(a), Self::Cents(b)) => a.cmp(b),
            (Self::Name(a), Self::Name(b)) => collation::compare_names(a, b),
            (a, b) => collation::compare_words(&a.plain(), &b.plain()),
        }
    }
}

/// Cents as "1234,56", the form that spreadsheets read back.
pub fn decimal(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

/// A column of a list.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its word in the address.
    pub key: &'static str,
    /// Its head.
    pub label: String,
    /// Whether its cells are numbers.
    pub numeric: bool,
}

/// A row of a list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where its first text leads; empty if nowhere.
    pub href: String,
    /// Its cells, one for each column.
    pub cells: Vec<Cell>,
    /// What choice filters compare: filter and value.
    pub tags: Vec<(&'static str, String)>,
    /// More words that the text filter finds.
    pub words: String,
    /// Put aside; shown only when asked for.
    pub aside: bool,
}

/// A filter by choice.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Its word in the address and in [`Row::tags`].
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// The words for "no choice".
    pub all: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// A list of records, unfiltered.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The h1.
    pub title: String,
    /// The sentence under it. `None` says only the number of rows.
    pub lead: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// All rows the person may see.
    pub rows: Vec<Row>,
    /// Index of the column that is the row's head and link.
    pub head: usize,
    /// Index of the column whose day the period filter asks.
    pub day: Option<usize>,
    /// Column and direction without a choice: index, descending.
    pub order: (usize, bool),
    /// Filters by choice.
    pub filters: Vec<Filter>,
    /// Buttons of the page.
    pub actions: Vec<Action>,
    /// Words for an empty list: title and why it is worth it.
    pub empty: (String, String),
    /// One entry, several entries: key of the text with `$count`.
    pub noun: &'static str,
}

impl List {
    /// Adds a column whose head is the text `key`.
    pub fn column(mut self, cx: &Cx, key: &'static str, text: &str) -> Self {
        self.columns.push(Column { key, label: cx.t(text), numeric: false });
        self
    }

    /// Adds a column of numbers.
    pub fn number_column(mut self, cx: &Cx, key: &'static str, text: &str) -> Self {
        self.columns.push(Column { key, label: cx.t(text), numeric: true });
        self
    }
}

/// Behind a column's word in the address: sorted downwards.
pub(crate) const DESCENDING: &str = "-ab";

/// How many rows a page holds.
pub const PAGE_ROWS: usize = 50;

/// A filter that is at work, as a removable tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveFilter {
    /// Its words.
    pub label: String,
    /// The list without it.
    pub href: String,
}

/// What remains of a list after the wishes in the address.
#[derive(Clone, Debug)]
pub struct Selection {
    /// The rows in order, all of them.
    pub rows: Vec<Row>,
    /// How many there were before filters.
    pub total: usize,
    /// The sorted column and whether descending.
    pub order: (usize, bool),
    /// Page, from 1.
    pub page: usize,
    /// Number of pages, at least 1.
    pub pages: usize,
    /// Filters at work.
    pub active: Vec<ActiveFilter>,
    /// A sentence for a wish that could not be understood.
    pub fault: Option<String>,
}

impl Selection {
    /// The rows of this page.
    pub fn page_rows(&self) -> &[Row] {
        let from = (self.page - 1) * PAGE_ROWS;
        self.rows.get(from..(from + PAGE_ROWS).min(self.rows.len())).unwrap_or_default()
    }

    /// The number of the first row of this page, from 1.
    pub fn first(&self) -> usize {
        (self.page - 1) * PAGE_ROWS + 1
    }

    /// The number of the last row of this page.
    pub fn last(&self) -> usize {
        (self.page * PAGE_ROWS).min(self.rows.len())
    }
}

/// The address of a list with some wishes changed; an empty value removes one.
pub fn address(path: &str, query: &BTreeMap<String, String>, changes: &[(&str, &str)]) -> String {
    let mut wishes: BTreeMap<&str, &str> = query.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    for (key, value) in changes {
        wishes.insert(key, value);
    }
    let encode =
        |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
    let pairs: Vec<String> = wishes
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{}={}", encode(key), encode(value)))
        .collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// Applies the wishes in the address to a list.
pub fn select(cx: &Cx, list: &List) -> Selection {
    let path = cx.path();
    let query = cx.query_all();
    let mut active = Vec::new();
    let mut fault = None;
    let without = |names: &[&str]| {
        let changes: Vec<(&str, &str)> = names.iter().chain(&["seite"]).map(|name| (*name, "")).collect();
        address(path, query, &changes)
    };

    let aside = cx.query("abgelegt") == "1";
    let mut rows: Vec<Row> = list.rows.iter().filter(|row| row.aside == aside).cloned().collect();
    let total = rows.len();
    if aside {
        active.push(ActiveFilter { label: cx.t("list-aside"), href: without(&["abgelegt"]) });
    }

    let text = cx.query("q").to_lowercase();
    if !text.is_empty() {
        let words: Vec<&str> = text.split_whitespace().collect();
        rows.retain(|row| {
            let mut all = row.words.to_lowercase();
            for cell in &row.cells {
                all.push(' ');
                all.push_str(&cell.plain().to_lowercase());
            }
            words.iter().all(|word| all.contains(word))
        });
        active.push(ActiveFilter { label: format!("„{}“", cx.query("q")), href: without(&["q"]) });
    }

    if let Some(column) = list.day {
        let mut bound = |name: &'static str| {
            let text = cx.query(name);
            if text.is_empty() {
                return None;
            }
            let day = parse_day(text).ok();
            if day.is_none() {
                fault = Some(cx.tv("list-day-fault", &[("text", text.into())]));
            }
            day
        };
        let (from, to) = (bound("von"), bound("bis"));
        if from.is_some() || to.is_some() {
            rows.retain(|row| match row.cells.get(column) {
                Some(Cell::Day(day) | Cell::Span(day, _)) => {
                    from.is_none_or(|from| *day >= from) && to.is_none_or(|to| *day <= to)
                }
                _ => false,
            });
            let words = match (from, to) {
                (Some(from), Some(to)) => {
                    cx.tv("list-period", &[("from", german::date(from.0).into()), ("to", german::date(to.0).into())])
                }
                (Some(from), None) => cx.tv("list-from", &[("from", german::date(from.0).into())]),
                (_, to) => cx.tv("list-to", &[("to", to.map(|to| german::date(to.0)).unwrap_or_default().into())]),
            };
            active.push(ActiveFilter { label: words, href: without(&["von", "bis"]) });
        }
    }

    for filter in &list.filters {
        let wish = cx.query(filter.name);
        if let Some(choice) = filter.choices.iter().find(|choice| choice.value == wish && !wish.is_empty()) {
            rows.retain(|row| row.tags.iter().any(|(name, value)| *name == filter.name && value == wish));
            active.push(ActiveFilter {
                label: format!("{}: {}", filter.label, choice.label),
                href: without(&[filter.name]),
            });
        }
    }

    let wish = cx.query("sort");
    let (key, down) = match wish.strip_suffix(DESCENDING) {
        Some(key) => (key, true),
        None => (wish, cx.query("richtung") == "ab"),
    };
    let order = list.columns.iter().position(|column| column.key == key).map_or(list.order, |index| (index, down));
    rows.sort_by(|a, b| {
        let (Some(left), Some(right)) = (a.cells.get(order.0), b.cells.get(order.0)) else { return Ordering::Equal };
        let by_cell = left.order(right);
        if order.1 { by_cell.reverse() } else { by_cell }
    });

    let pages = rows.len().div_ceil(PAGE_ROWS).max(1);
    let page = cx.query("seite").parse().unwrap_or(1).clamp(1, pages);
    Selection { rows, total, order, page, pages, active, fault }
}
