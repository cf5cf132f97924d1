//! What a page is made of: values that one template draws. Pages of all areas use the same parts,
//! so they look alike and a new area needs no markup.

use allmende_documents::format as german;
use allmende_store::{Day, Id, Precision, TimelineItem};

use crate::area::kind_text;
use crate::cx::Cx;
use crate::list::{Cell, Column};

/// The tone of a badge or note. Never alone: a word and a shape stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Done, adopted.
    Ok,
    /// Needs somebody.
    Warn,
    /// Refused, overdue.
    Bad,
    /// Under way.
    Info,
    /// Nothing special.
    Neutral,
}

impl Tone {
    /// Its class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
            Self::Neutral => "neutral",
        }
    }

    /// The icon of a note of this tone, so that the tone is not colour alone.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Ok => "check",
            Self::Warn | Self::Bad => "warning",
            Self::Info | Self::Neutral => "info",
        }
    }
}

/// A state as shape, word and colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// Colour.
    pub tone: Tone,
    /// Shape: an icon of the sprite.
    pub icon: &'static str,
    /// Word.
    pub word: String,
}

impl Badge {
    /// A badge.
    pub fn new(tone: Tone, icon: &'static str, word: impl Into<String>) -> Self {
        Self { tone, icon, word: word.into() }
    }
}

/// A link or a form button of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Noun and verb.
    pub label: String,
    /// Where it leads or posts to.
    pub href: String,
    /// Its icon; may be empty.
    pub icon: &'static str,
    /// Whether it posts instead of leading somewhere.
    pub post: bool,
    /// The one filled button of the page.
    pub primary: bool,
    /// Shows the icon alone; the label is its name for assistive technology.
    pub icon_only: bool,
    /// Cannot be done now (moving the first line up): keeps its place, is marked and does nothing.
    pub unavailable: bool,
}

impl Action {
    /// A link.
    pub fn link(label: impl Into<String>, href: impl Into<String>, icon: &'static str) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
            icon,
            post: false,
            primary: false,
            icon_only: false,
            unavailable: false,
        }
    }

    /// A button that changes something.
    pub fn post(label: impl Into<String>, href: impl Into<String>, icon: &'static str) -> Self {
        Self { post: true, ..Self::link(label, href, icon) }
    }

    /// The one filled button of the page.
    pub fn primary(mut self) -> Self {
        self.primary = true;
        self
    }

    /// Shows the icon alone. The label then says what it is about, because it has no words beside it.
    pub fn icon_only(mut self) -> Self {
        self.icon_only = true;
        self
    }

    /// Marks it as impossible now.
    pub fn unavailable(mut self, unavailable: bool) -> Self {
        self.unavailable = unavailable;
        self
    }
}

/// A line of words, possibly a link, possibly with a muted line below and a badge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// Where they lead.
    pub href: Option<String>,
    /// Muted words below.
    pub meta: String,
    /// What stands at the right.
    pub badge: Option<Badge>,
    /// Icon at the left; may be empty.
    pub icon: &'static str,
    /// Where a form posts to that marks the line as done.
    pub done: Option<String>,
    /// Small buttons at the right.
    pub actions: Vec<Action>,
}

impl Line {
    /// Words that lead somewhere.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// Words only.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The words for the screen: long compounds may break at their joints.
    pub fn soft(&self) -> String {
        crate::soft::soft(&self.text)
    }

    /// With muted words below.
    pub fn meta(mut self, meta: impl Into<String>) -> Self {
        self.meta = meta.into();
        self
    }
}

/// A label with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactLine {
    /// The label.
    pub label: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl FactLine {
    /// A label with words; nothing if the words are empty.
    pub fn text(label: impl Into<String>, text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty()).then(|| Self { label: label.into(), lines: vec![Line::text(text)] })
    }

    /// A label with words that lead somewhere.
    pub fn link(label: impl Into<String>, text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), lines: vec![Line::link(text, href)] }
    }
}

/// A key figure on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// rund, ca., mind.; empty for an exact number.
    pub qualifier: String,
    /// The number.
    pub value: String,
    /// The unit; may be empty.
    pub unit: String,
    /// What it counts.
    pub label: String,
    /// Where it is changed.
    pub href: Option<String>,
}

/// A step of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its day as it is shown.
    pub day: String,
    /// Machine-readable day.
    pub iso: String,
    /// Icon of its kind.
    pub icon: &'static str,
    /// What it was.
    pub title: String,
    /// Where it is recorded.
    pub href: String,
    /// The word of its kind.
    pub kind: String,
    /// One line more.
    pub summary: String,
    /// Whether it lies ahead.
    pub ahead: bool,
}

/// Steps under a common head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepGroup {
    /// "November 2017" or "Demnächst".
    pub title: String,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// A link above a timeline that shows the steps of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepFilter {
    /// The kind's name, or the word for all.
    pub label: String,
    /// How many steps it shows.
    pub count: usize,
    /// Where it leads.
    pub href: String,
    /// Whether it is at work.
    pub current: bool,
}

/// A row of a small table.
#[derive(Clone, Debug, Default)]
pub struct TableRow {
    /// Where its first cell leads; empty for nowhere.
    pub href: String,
    /// Its cells, one for each column.
    pub cells: Vec<Cell>,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub enum Part {
    /// Prose that is already safe HTML, made by `allmende_documents::markdown`.
    Prose(String),
    /// Labels and what they say.
    Facts {
        /// Head of the panel.
        title: String,
        /// The facts.
        facts: Vec<FactLine>,
    },
    /// Key figures abreast.
    Figures(Vec<Figure>),
    /// A panel with lines.
    Lines {
        /// Head of the panel.
        title: String,
        /// The link or button in the head.
        action: Option<Action>,
        /// The lines.
        lines: Vec<Line>,
        /// What stands there without lines.
        empty: String,
    },
    /// A panel with a small table: amounts with their sum.
    Table {
        /// Head of the panel.
        title: String,
        /// The link or button in the head.
        action: Option<Action>,
        /// The columns.
        columns: Vec<Column>,
        /// The rows; the first cell is the row's head.
        rows: Vec<TableRow>,
        /// Sums and what follows from them.
        foot: Vec<TableRow>,
        /// What stands there without rows.
        empty: String,
    },
    /// Everything in time order, newest first.
    Timeline {
        /// Head.
        title: String,
        /// Links that show one kind only; none for a timeline without a choice.
        filters: Vec<StepFilter>,
        /// The groups.
        groups: Vec<StepGroup>,
        /// What stands there without steps.
        empty: String,
    },
    /// A remark.
    Note {
        /// Its tone.
        tone: Tone,
        /// Its words.
        text: String,
        /// Where it leads.
        action: Option<Action>,
    },
    /// A picture.
    Picture {
        /// Where its bytes are.
        src: String,
        /// Its alternative text; empty for decoration.
        alt: String,
        /// Caption and credit.
        caption: String,
        /// Where it is changed.
        href: String,
    },
    /// A form in a panel.
    Form {
        /// Head of the panel.
        title: String,
        /// The form.
        form: crate::form::Form,
    },
}

/// A page about one record.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// Its title, the h1.
    pub title: String,
    /// The sentence under it.
    pub lead: String,
    /// Its state.
    pub badge: Option<Badge>,
    /// More buttons beside "Bearbeiten".
    pub actions: Vec<Action>,
    /// The main column.
    pub main: Vec<Part>,
    /// The side column; without it the page has one column.
    pub side: Vec<Part>,
    /// Words of the breadcrumb between the list and this page.
    pub path: Vec<Line>,
}

/// The steps of a timeline, newest first, grouped by month, with what lies ahead on top.
pub fn timeline(cx: &Cx, items: &[TimelineItem], own: Id) -> Vec<StepGroup> {
    let today = cx.today();
    let mut groups: Vec<StepGroup> = Vec::new();
    for item in items.iter().rev() {
        let item = &cx.worded(item.clone());
        let Some(view) = cx.app().kind(&item.kind) else { continue };
        if !view.dated || !cx.may(view.read) {
            continue;
        }
        let Some(day) = item.on_day else { continue };
        let ahead = day > today;
        let title = match item.day_precision {
            _ if ahead => cx.t("timeline-ahead"),
            // Its stored day is the first of January, which is no month to name.
            Precision::Year => day.0.year().to_string(),
            _ => month_title(cx, day),
        };
        // A part of the page's own record leads to its own small page, not to the page it stands on.
        let href = if item.parent_id == Some(own) {
            format!("{}/{}", view.path, item.record_id)
        } else {
            view.href(item.record_id, item.parent_id)
        };
        let step = Step {
            day: step_day(cx, day, item.day_precision),
            iso: day.to_string(),
            icon: view.icon,
            title: item.title.clone(),
            href,
            kind: kind_words(cx, &view.text(), item, own),
            summary: item.summary.clone(),
            ahead,
        };
        match groups.last_mut() {
            Some(group) if group.title == title => group.steps.push(step),
            _ => groups.push(StepGroup { title, steps: vec![step] }),
        }
    }
    groups
}

/// The links that show one kind of a timeline's steps, with counts; `art` in the address names the kind. None if all
/// steps are of one kind. `path` is the page.
pub fn timeline_filters(cx: &Cx, items: &[TimelineItem], path: &str) -> Vec<StepFilter> {
    let shown = |item: &&TimelineItem| {
        item.on_day.is_some() && cx.app().kind(&item.kind).is_some_and(|view| view.dated && cx.may(view.read))
    };
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for item in items.iter().filter(shown) {
        match kinds.iter_mut().find(|(kind, _)| *kind == item.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((&item.kind, 1)),
        }
    }
    if kinds.len() < 2 {
        return Vec::new();
    }
    let wish = cx.query("art");
    let all = StepFilter {
        label: cx.t("timeline-all"),
        count: kinds.iter().map(|(_, count)| count).sum(),
        href: path.to_owned(),
        current: !kinds.iter().any(|(kind, _)| *kind == wish),
    };
    let each = kinds.into_iter().map(|(kind, count)| StepFilter {
        label: cx.t(&kind_text(kind)),
        count,
        href: format!("{path}?art={kind}"),
        current: kind == wish,
    });
    std::iter::once(all).chain(each).collect()
}

/// The word of a step's kind, with what it is part of where that is not the page itself: "Thema · Allianzsitzung".
fn kind_words(cx: &Cx, text: &str, item: &TimelineItem, own: Id) -> String {
    let kind = cx.t(text);
    match &item.parent_title {
        Some(parent) if item.parent_id != Some(own) && !parent.is_empty() => format!("{kind} · {parent}"),
        _ => kind,
    }
}

/// The day of a step. Its group already says the month and the year, and the column is narrow.
fn step_day(cx: &Cx, day: Day, precision: Precision) -> String {
    match precision {
        Precision::Day => short_day(cx, day),
        // What lies ahead stands under no month, so next year's must be told from this year's.
        Precision::Month if day.0.year() > cx.today().0.year() => month_title(cx, day),
        Precision::Month => cx.t(&format!("month-{}", day.0.month())),
        Precision::Year => day.0.year().to_string(),
    }
}

/// Half a year and a bit: within it a day without its year cannot be mistaken.
const NEAR_DAYS: i32 = 200;

/// "Di, 21.11." where the year is clear; a day that lies far ahead keeps its year and gives up its weekday.
pub fn short_day(cx: &Cx, day: Day) -> String {
    let ahead = day.0.duration_since(cx.today().0).as_hours() / 24;
    if ahead > i64::from(NEAR_DAYS) {
        return german::date(day.0);
    }
    let full = cx.day(day);
    full.strip_suffix(&format!("{:04}", day.0.year())).unwrap_or(&full).to_owned()
}

/// "November 2017".
pub fn month_title(cx: &Cx, day: Day) -> String {
    format!("{} {}", cx.t(&format!("month-{}", day.0.month())), day.0.year())
}
