//! Lists: one way to filter, sort, page and export, for every kind of record.
//!
//! The wishes in the address are read here. For records the database fulfils them (`crate::stored_list`); the few lists of
//! something else (partners, accounts, the preview of an import) are short and sorted here (`crate::derived_list`).

use std::collections::BTreeMap;

use allmende_documents::collation;
use allmende_documents::format as german;
use allmende_store::{Day, Id, Listing, Order, Record, Sql, SqlColumn, Tx};

use crate::cx::Cx;
use crate::form::{Choice, parse_day};
use crate::problem::Problem;
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
    /// What the database sorts it by; `None` in lists of something else than records.
    pub order: Option<Order>,
}

/// A row of a list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where its first text leads; empty if nowhere.
    pub href: String,
    /// Its cells, one for each column.
    pub cells: Vec<Cell>,
}

/// How a filter by choice decides.
#[derive(Clone, Debug)]
pub enum Test {
    /// This column holds the chosen word.
    Word(&'static str),
    /// This column holds the chosen id.
    Id(&'static str),
    /// This column of days lies in the chosen year.
    Year(&'static str),
    /// The condition beside the chosen value holds.
    Cases(Vec<(&'static str, Sql)>),
    /// In a list of something else than records: the row carries the value.
    Tag,
}

impl Test {
    /// The condition for a value.
    pub(crate) fn sql(&self, value: &str) -> Sql {
        use allmende_store::ToArg;
        let never = || Sql::any(Vec::new());
        match self {
            Self::Word(column) => Sql::equals(column, value.to_arg()),
            Self::Id(column) => value.parse().map_or_else(|_| never(), |id: Id| Sql::equals(column, id.to_arg())),
            Self::Year(column) => {
                let bounds = value.parse().ok().and_then(|year: i16| {
                    Some((jiff::civil::Date::new(year, 1, 1).ok()?, jiff::civil::Date::new(year, 12, 31).ok()?))
                });
                bounds.map_or_else(never, |(first, last)| {
                    between(&Sql::new(column, Vec::new()), Some(Day(first)), Some(Day(last)))
                })
            }
            Self::Cases(cases) => {
                cases.iter().find(|(word, _)| *word == value).map_or_else(never, |(_, condition)| condition.clone())
            }
            Self::Tag => never(),
        }
    }
}

/// A day lies between two, both included; a bound that is missing leaves that side open.
pub(crate) fn between(day: &Sql, from: Option<Day>, to: Option<Day>) -> Sql {
    use allmende_store::ToArg;
    let first = from.unwrap_or(Day(jiff::civil::date(1, 1, 1)));
    let last = to.unwrap_or(Day(jiff::civil::date(9999, 12, 31)));
    day.between(first.to_arg(), last.to_arg())
}

/// A filter by choice.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Its word in the address.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// The words for "no choice".
    pub all: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// How it decides.
    pub test: Test,
}

/// What stands around the rows of a list, and how its records are found.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The h1.
    pub title: String,
    /// The sentence under it. `None` says only the number of rows.
    pub lead: String,
    /// The columns.
    pub columns: Vec<Column>,
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
    /// `LEFT JOIN …` of rows that orders, filters and [`Self::words`] speak of. The record is `r`.
    pub joins: &'static str,
    /// What the rows show of other tables and the database can say with the row: a column for each field of the kind's
    /// [`Screen::Beside`](crate::screen::Screen::Beside).
    pub beside: Vec<SqlColumn>,
    /// Where the text filter looks besides the record's own line in the index: conditions with one `?` behind
    /// `LIKE … ESCAPE '\'`.
    pub words: Vec<&'static str>,
    /// What must hold for every row, because the person may not see others.
    pub visible: Vec<Sql>,
    /// What decides among equal rows, before the order of creation.
    pub then: &'static str,
}

impl List {
    /// Adds a column whose head is the text `key`.
    pub fn column(mut self, cx: &Cx, key: &'static str, text: &str) -> Self {
        self.columns.push(Column { key, label: cx.t(text), numeric: false, order: None });
        self
    }

    /// Adds a column of numbers.
    pub fn number_column(mut self, cx: &Cx, key: &'static str, text: &str) -> Self {
        self.columns.push(Column { key, label: cx.t(text), numeric: true, order: None });
        self
    }

    /// Says what the column added last is sorted by.
    pub fn by(mut self, order: Order) -> Self {
        if let Some(column) = self.columns.last_mut() {
            column.order = Some(order);
        }
        self
    }

    /// Says that the column added last is sorted by the words for what `stored` gives, as the person reads them.
    pub fn by_words(self, stored: &Sql, words: &[Choice]) -> Self {
        let mut sorted: Vec<&Choice> = words.iter().collect();
        sorted.sort_by(|a, b| collation::compare_words(&a.label, &b.label));
        let values: Vec<&str> = sorted.iter().map(|choice| choice.value.as_str()).collect();
        self.by(Order::Value(stored.place(&values)))
    }
}

/// How many choices a filter offers at most.
const MOST_CHOICES: usize = 500;

/// The records that a column of a kind's table names, as choices in the order of DIN 5007-1. Those in the trash are left
/// out. Filters offer only what occurs, so that no choice leads to an empty list.
pub async fn occurring<T: Record>(tx: &mut Tx, column: &'static str) -> Result<Vec<Choice>, Problem> {
    let ids: Vec<Id> = tx.distinct::<T, Id>(&Listing::default(), column, MOST_CHOICES).await?;
    let lines = tx.index_lines(ids).await?.into_values().filter(|line| line.trashed_at.is_none());
    let mut choices: Vec<Choice> =
        lines.map(|line| Choice { value: line.record_id.to_string(), label: line.title }).collect();
    choices.sort_by(|a, b| collation::compare_words(&a.label, &b.label));
    Ok(choices)
}

/// The different values of a column of words.
pub async fn occurring_words<T: Record>(tx: &mut Tx, column: &'static str) -> Result<Vec<String>, Problem> {
    Ok(tx.distinct::<T, String>(&Listing::default(), column, MOST_CHOICES).await?)
}

/// Behind a column's word in the address: sorted downwards.
pub(crate) const DESCENDING: &str = "-ab";

/// How many rows a page holds.
pub const PAGE_ROWS: usize = 50;

/// No list has so many pages. A larger number in an address means the last one, and no row is counted beyond what the
/// database can count.
const FARTHEST_PAGE: usize = 1_000_000;

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
    /// The rows of this page in order.
    pub rows: Vec<Row>,
    /// How many rows the filters left, on all pages.
    pub found: usize,
    /// How many there were before filters.
    pub total: usize,
    /// Whether there are rows that were put aside.
    pub has_aside: bool,
    /// Page, from 1.
    pub page: usize,
    /// What was wished.
    pub wishes: Wishes,
}

impl Selection {
    /// Number of pages, at least 1.
    pub fn pages(&self) -> usize {
        self.found.div_ceil(PAGE_ROWS).max(1)
    }

    /// The number of the first row of this page, from 1.
    pub fn first(&self) -> usize {
        (self.page - 1) * PAGE_ROWS + 1
    }

    /// The number of the last row of this page.
    pub fn last(&self) -> usize {
        (self.page * PAGE_ROWS).min(self.found)
    }
}

/// What the address asks of a list.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// Only what was put aside, instead of what is in use.
    pub aside: bool,
    /// Words that must all occur.
    pub words: Vec<String>,
    /// Bounds of the period, both included.
    pub period: (Option<Day>, Option<Day>),
    /// Index of a filter and the chosen value.
    pub chosen: Vec<(usize, String)>,
    /// Index of the sorted column, and whether descending.
    pub order: (usize, bool),
    /// Page, from 1.
    pub page: usize,
    /// Filters at work.
    pub active: Vec<ActiveFilter>,
    /// A sentence for a wish that could not be understood.
    pub fault: Option<String>,
}

impl Wishes {
    /// Whether rows are left out.
    pub fn narrow(&self) -> bool {
        !self.words.is_empty() || self.period != (None, None) || !self.chosen.is_empty()
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

/// How many words the text filter takes.
const MOST_WORDS: usize = 8;

/// Reads the wishes in the address.
pub(crate) fn wishes(cx: &Cx, list: &List) -> Wishes {
    let path = cx.path();
    let query = cx.query_all();
    let mut active = Vec::new();
    let mut fault = None;
    let without = |names: &[&str]| {
        let changes: Vec<(&str, &str)> = names.iter().chain(&["seite"]).map(|name| (*name, "")).collect();
        address(path, query, &changes)
    };

    let aside = cx.query("abgelegt") == "1";
    if aside {
        active.push(ActiveFilter { label: cx.t("list-aside"), href: without(&["abgelegt"]) });
    }

    let words: Vec<String> = cx.query("q").split_whitespace().take(MOST_WORDS).map(str::to_owned).collect();
    if !words.is_empty() {
        active.push(ActiveFilter { label: format!("„{}“", cx.query("q")), href: without(&["q"]) });
    }

    let mut period = (None, None);
    if list.day.is_some() {
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
        period = (bound("von"), bound("bis"));
        let words = match period {
            (None, None) => None,
            (Some(from), Some(to)) => {
                Some(cx.tv("list-period", &[("from", german::date(from.0).into()), ("to", german::date(to.0).into())]))
            }
            (Some(from), None) => Some(cx.tv("list-from", &[("from", german::date(from.0).into())])),
            (None, Some(to)) => Some(cx.tv("list-to", &[("to", german::date(to.0).into())])),
        };
        active.extend(words.map(|label| ActiveFilter { label, href: without(&["von", "bis"]) }));
    }

    let mut chosen = Vec::new();
    for (index, filter) in list.filters.iter().enumerate() {
        let wish = cx.query(filter.name);
        if let Some(choice) = filter.choices.iter().find(|choice| choice.value == wish && !wish.is_empty()) {
            chosen.push((index, wish.to_owned()));
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
    let page = cx.query("seite").parse().unwrap_or(1).clamp(1, FARTHEST_PAGE);
    Wishes { aside, words, period, chosen, order, page, active, fault }
}
