//! Drawing pages: values in, HTML out. The only place that knows templates of the house.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use allmende_store::{AuditEntry, Day, Id};

use crate::access::Flash;
use crate::area::NavItem;
use crate::assets;
use crate::cx::Cx;
use crate::form::{Control, Form};
use crate::history::{ChangeLine, FieldWords, Piece};
use crate::limit::Wait;
use crate::list::{Cell, DESCENDING, List, Row, Selection, address};
use crate::problem::Problem;
use crate::screen::{action_word, moment_words};
use crate::view::{Action, Line, Part, View};

/// A group of the navigation as the shell shows it.
struct NavView {
    title: Option<String>,
    id: &'static str,
    entries: Vec<NavEntry>,
}

/// An entry of the sidebar with the pages of its section.
struct NavEntry {
    item: NavItem,
    here: bool,
    /// The pages beside it in its section.
    tabs: Vec<NavItem>,
}

#[derive(Template)]
#[template(path = "shell.html")]
struct Shell<'a> {
    cx: &'a Cx,
    title: &'a str,
    navigation: Vec<NavView>,
    tabs: Vec<NavItem>,
    flash: Option<Flash>,
    body: String,
    asset: &'static str,
}

#[derive(Template)]
#[template(path = "plain.html")]
struct Plain<'a> {
    cx: &'a Cx,
    title: &'a str,
    body: String,
    asset: &'static str,
}

#[derive(Template)]
#[template(path = "alone.html")]
struct Alone<'a> {
    cx: &'a Cx,
    title: &'a str,
    script: &'a str,
    flash: Option<Flash>,
    body: String,
    asset: &'static str,
}

/// A page of the workbench that needs all of the window and has a script of its own, a file of the assets. It brings its
/// own header and `main`. With `faulty` something that was typed was wrong: its window says so, and its status too.
pub fn alone(cx: &Cx, title: &str, script: &str, faulty: bool, content: &impl Template) -> Result<Response, Problem> {
    let window = if faulty { format!("{}: {title}", cx.t("form-fault")) } else { title.to_owned() };
    let flash = cx.take_flash();
    let body = content.render()?;
    let html = Alone { cx, title: &window, script, flash, body, asset: assets::prefix() }.render()?;
    let status = if faulty { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = (status, Html(html)).into_response();
    response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(cx.language().tag()));
    Ok(response)
}

/// What the person may see of the navigation, in its groups, with the pages of each section below its entry.
fn navigation(cx: &Cx) -> Vec<NavView> {
    let mut items: Vec<NavItem> = cx.app().areas.iter().flat_map(|area| area.navigation.iter().copied()).collect();
    items.retain(|item| cx.may(item.permission));
    items.sort_by_key(|item| (item.group, item.order));
    // The longest path that the page lies under is "here".
    let here = items
        .iter()
        .filter(|item| {
            cx.path() == item.path || cx.path().starts_with(&format!("{}/", item.path.trim_end_matches('/')))
        })
        .map(|item| item.path)
        .filter(|path| *path != "/" || cx.path() == "/")
        .max_by_key(|path| path.len());
    let mut groups: Vec<NavView> = Vec::new();
    let mut last = None;
    for item in items {
        if last != Some(item.group) {
            last = Some(item.group);
            groups.push(NavView {
                title: item.group.text().map(|key| cx.t(key)),
                id: item.group.text().unwrap_or("nav-top"),
                entries: Vec::new(),
            });
        }
        let is_here = here == Some(item.path);
        let Some(group) = groups.last_mut() else { continue };
        match group.entries.last_mut() {
            Some(entry) if item.tab => {
                entry.here |= is_here;
                entry.tabs.push(item);
            }
            _ => group.entries.push(NavEntry { item, here: is_here, tabs: Vec::new() }),
        }
    }
    groups
}

/// The tabs of the section that the page opens. Pages below them have their breadcrumb instead.
fn tabs(cx: &Cx, navigation: &[NavView]) -> Vec<NavItem> {
    let entry = navigation.iter().flat_map(|group| &group.entries).find(|entry| entry.here && !entry.tabs.is_empty());
    let all: Vec<NavItem> =
        entry.map_or_else(Vec::new, |entry| std::iter::once(entry.item).chain(entry.tabs.iter().copied()).collect());
    if all.iter().any(|item| item.path == cx.path()) { all } else { Vec::new() }
}

/// A page inside the shell of the workbench, or bare for those who are not signed in.
pub fn page(cx: &Cx, title: &str, content: &impl Template) -> Result<Response, Problem> {
    page_with(cx, title, content.render()?, StatusCode::OK)
}

/// A page on which something typed was wrong: its window says so, and its status too.
pub fn faulty(cx: &Cx, title: &str, content: &impl Template) -> Result<Response, Problem> {
    let window = format!("{}: {title}", cx.t("form-fault"));
    page_with(cx, &window, content.render()?, StatusCode::UNPROCESSABLE_ENTITY)
}

pub(crate) fn page_with(cx: &Cx, title: &str, body: String, status: StatusCode) -> Result<Response, Problem> {
    let asset = assets::prefix();
    let signed_in = cx.principal().is_some_and(|person| !person.must_enrol);
    let html = if signed_in {
        let navigation = navigation(cx);
        let tabs = tabs(cx, &navigation);
        Shell { cx, title, navigation, tabs, flash: cx.take_flash(), body, asset }.render()?
    } else {
        Plain { cx, title, body, asset }.render()?
    };
    let mut response = (status, Html(html)).into_response();
    response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(cx.language().tag()));
    Ok(response)
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    cx: &'a Cx,
    list: &'a List,
    selection: &'a Selection,
    create: Option<(String, String)>,
    asset: &'static str,
}

impl ListPage<'_> {
    fn head_link(&self, index: &usize, key: &str) -> String {
        let descending = self.selection.wishes.order == (*index, false);
        address(
            self.cx.path(),
            self.cx.query_all(),
            &[("sort", key), ("richtung", if descending { "ab" } else { "" }), ("seite", "")],
        )
    }

    fn turn(&self, page: usize) -> String {
        address(self.cx.path(), self.cx.query_all(), &[("seite", &page.to_string())])
    }

    fn file(&self, format: &str) -> String {
        address(self.cx.path(), self.cx.query_all(), &[("format", format), ("seite", "")])
    }

    fn aside_link(&self) -> String {
        address(self.cx.path(), &std::collections::BTreeMap::new(), &[("abgelegt", "1")])
    }

    fn has_aside(&self) -> bool {
        self.selection.has_aside
    }

    fn sorted(&self, index: &usize) -> &'static str {
        match self.selection.wishes.order {
            (column, false) if column == *index => "ascending",
            (column, true) if column == *index => "descending",
            _ => "",
        }
    }

    fn lead(&self) -> String {
        if self.list.lead.is_empty() {
            self.cx.tv(self.list.noun, &[("count", self.selection.total.into())])
        } else {
            self.list.lead.clone()
        }
    }

    fn words(&self, cell: &Cell) -> String {
        self.cx.soft(&cell.words(self.cx))
    }

    /// "Do, " with the blank that keeps it beside its date; it stands back behind the date.
    fn weekday(&self, day: &Day) -> String {
        let words = self.cx.day(*day);
        words.rfind('\u{a0}').map_or_else(String::new, |at| words[..at].to_owned() + "\u{a0}")
    }

    fn after_weekday(&self, day: &Day) -> String {
        let words = self.cx.day(*day);
        words.rsplit('\u{a0}').next().unwrap_or_default().to_owned()
    }

    /// Nothing to show and no filter to blame.
    fn is_blank(&self) -> bool {
        self.selection.rows.is_empty()
            && self.selection.wishes.active.is_empty()
            && self.selection.wishes.fault.is_none()
    }

    /// What a row will say, for the picture beside the words of an empty list.
    fn sample(&self) -> String {
        let labels: Vec<&str> = self.list.columns.iter().take(3).map(|column| column.label.as_str()).collect();
        labels.join(" · ")
    }

    /// Each column in both directions: value, words, whether it is the order now.
    fn orders(&self) -> Vec<(String, String, bool)> {
        let each = self.list.columns.iter().enumerate().flat_map(|(index, column)| {
            [("", "list-ascending", false), (DESCENDING, "list-descending", true)].map(|(mark, key, down)| {
                let words = self.cx.tv(key, [("column", column.label.as_str().into())]);
                (format!("{}{mark}", column.key), words, self.selection.wishes.order == (index, down))
            })
        });
        each.collect()
    }

    fn rows(&self) -> &[Row] {
        &self.selection.rows
    }
}

/// A list page.
pub(crate) fn list(
    cx: &Cx,
    list: &List,
    selection: &Selection,
    create: Option<(String, String)>,
) -> Result<Response, Problem> {
    page(cx, &list.title, &ListPage { cx, list, selection, create, asset: assets::prefix() })
}

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage<'a> {
    cx: &'a Cx,
    view: &'a View,
    more: &'a [Action],
    aside: Option<String>,
    asset: &'static str,
}

impl RecordPage<'_> {
    /// Whether lines can be marked as done: then they are drawn as a list of tasks.
    fn has_ticks(&self, lines: &[Line]) -> bool {
        lines.iter().any(|line| line.done.is_some())
    }
}

/// The page of one record.
pub(crate) fn record(cx: &Cx, view: &View, more: &[Action], aside: Option<String>) -> Result<Response, Problem> {
    page(cx, &view.title, &RecordPage { cx, view, more, aside, asset: assets::prefix() })
}

/// A page made of parts, without being about one record.
pub fn parts(cx: &Cx, view: &View) -> Result<Response, Problem> {
    record(cx, view, &[], None)
}

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage<'a> {
    cx: &'a Cx,
    title: &'a str,
    lead: &'a str,
    not_saved: &'a str,
    path: &'a [Line],
    form: &'a Form,
    asset: &'static str,
}

/// A form page. `not_saved` says what did not happen if there are errors.
pub fn form(cx: &Cx, title: &str, not_saved: &str, path: &[Line], form: &Form) -> Result<Response, Problem> {
    form_with_lead(cx, title, "", not_saved, path, form)
}

/// A form page with a sentence under its title.
pub fn form_with_lead(
    cx: &Cx,
    title: &str,
    lead: &str,
    not_saved: &str,
    path: &[Line],
    form: &Form,
) -> Result<Response, Problem> {
    let faulty = form.fault_count() > 0 || form.conflict.is_some();
    let window = if faulty { format!("{}: {title}", cx.t("form-fault")) } else { title.to_owned() };
    let body = FormPage { cx, title, lead, not_saved, path, form, asset: assets::prefix() }.render()?;
    page_with(cx, &window, body, if faulty { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK })
}

impl FormPage<'_> {
    /// Whether there is nothing to fill in: then the page is a question with two buttons.
    fn only_asks(&self) -> bool {
        self.form.fault_count() == 0 && self.form.fields.iter().all(|field| field.control == Control::Hidden)
    }
}

#[derive(Template)]
#[template(path = "menu.html")]
struct MenuPage<'a> {
    cx: &'a Cx,
    navigation: Vec<NavView>,
    asset: &'static str,
}

/// The navigation as a page.
pub(crate) fn menu(cx: &Cx) -> Result<Response, Problem> {
    page(cx, &cx.t("menu"), &MenuPage { cx, navigation: navigation(cx), asset: assets::prefix() })
}

#[derive(Template)]
#[template(path = "sign-in.html")]
struct SignInPage<'a> {
    cx: &'a Cx,
    title: &'a str,
    lead: &'a str,
    not_saved: &'a str,
    form: &'a Form,
    secret: &'a str,
    entrance: bool,
    asset: &'static str,
}

/// The narrow pages before the workbench: sign-in, links, set-up. `entrance` adds the way to a forgotten password.
pub fn sign_in(
    cx: &Cx,
    title: &str,
    lead: &str,
    not_saved: &str,
    form: &Form,
    entrance: bool,
) -> Result<Response, Problem> {
    draw_sign_in(cx, SignInPage { cx, title, lead, not_saved, form, secret: "", entrance, asset: assets::prefix() })
}

/// The page that sets up the second factor. `secret` is shown for those who cannot scan.
pub fn enrol(cx: &Cx, title: &str, lead: &str, secret: &str, form: &Form) -> Result<Response, Problem> {
    let not_saved = cx.t("form-fault");
    draw_sign_in(
        cx,
        SignInPage { cx, title, lead, not_saved: &not_saved, form, secret, entrance: false, asset: assets::prefix() },
    )
}

#[derive(Template)]
#[template(path = "codes.html")]
struct CodesPage<'a> {
    title: &'a str,
    lead: &'a str,
    codes: &'a [String],
    warning: &'a str,
    onward: (&'a str, &'a str),
    asset: &'static str,
}

/// A page that shows secrets once, to be written down. `onward` is the button's words and where it leads.
pub fn codes(
    cx: &Cx,
    title: &str,
    lead: &str,
    codes: &[String],
    warning: &str,
    onward: (&str, &str),
) -> Result<Response, Problem> {
    page(cx, title, &CodesPage { title, lead, codes, warning, onward, asset: assets::prefix() })
}

fn draw_sign_in(cx: &Cx, content: SignInPage<'_>) -> Result<Response, Problem> {
    let faulty = content.form.fault_count() > 0;
    let window = if faulty { format!("{}: {}", cx.t("form-fault"), content.title) } else { content.title.to_owned() };
    let status = if faulty { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page_with(cx, &window, content.render()?, status)
}

#[derive(Template)]
#[template(path = "message.html")]
struct MessagePage<'a> {
    cx: &'a Cx,
    title: &'a str,
    sentence: &'a str,
    asset: &'static str,
}

/// A page that only says something.
pub fn message(cx: &Cx, title: &str, sentence: &str) -> Result<Response, Problem> {
    page(cx, title, &MessagePage { cx, title, sentence, asset: assets::prefix() })
}

/// A line of a history page.
struct HistoryLine {
    when: String,
    iso: String,
    who: String,
    what: String,
    changes: Vec<ChangeLine>,
    erased: bool,
}

#[derive(Template)]
#[template(path = "history.html")]
struct HistoryPage<'a> {
    cx: &'a Cx,
    path: &'a [Line],
    lines: Vec<HistoryLine>,
    asset: &'static str,
}

/// The history of a record.
pub(crate) fn history(
    cx: &Cx,
    path: &[Line],
    entries: &[AuditEntry],
    words: &FieldWords<'_>,
) -> Result<Response, Problem> {
    let lines = entries
        .iter()
        .map(|entry| HistoryLine {
            when: moment_words(cx, entry.at),
            iso: entry.at.to_string(),
            who: if entry.actor.is_empty() { cx.t("actor-program") } else { entry.actor.clone() },
            what: action_word(cx, entry.action),
            changes: words.changes(entry),
            erased: entry.changes.is_none(),
        })
        .collect();
    page(cx, &cx.t("record-history"), &HistoryPage { cx, path, lines, asset: assets::prefix() })
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    cx: &'a Cx,
    title: String,
    sentence: String,
    number: &'a str,
    icon: &'static str,
    asset: &'static str,
}

/// Marks an answer as "too often": status 429, and when the next try makes sense.
pub fn slow(response: &mut Response, wait: Wait) {
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.0));
}

/// The page for a request that got no ordinary answer.
pub(crate) fn problem(cx: &Cx, problem: &Problem) -> Response {
    let (title, sentence) = problem.texts();
    let title = cx.t(title);
    let sentence = match problem {
        Problem::Refused(words) => words.clone(),
        Problem::TooMany(wait) => cx.tv(sentence, [("wait", cx.wait_words(*wait).into())]),
        _ => cx.t(sentence),
    };
    // A number to name on the phone; the log line of the same request carries the time.
    let number = if matches!(problem, Problem::Internal(_)) { Id::new(cx.now()).to_string() } else { String::new() };
    if !number.is_empty() {
        tracing::error!(number, path = cx.path(), "problem page shown");
    }
    let status = problem.status();
    let icon = match problem {
        Problem::NotFound => "search",
        Problem::Forbidden => "lock",
        Problem::TooMany(_) => "clock",
        _ => "warning",
    };
    let drawn = ProblemPage { cx, title: title.clone(), sentence, number: &number, icon, asset: assets::prefix() }
        .render()
        .map_err(Problem::from)
        .and_then(|body| page_with(cx, &title, body, status));
    let mut response = drawn.unwrap_or_else(|_| status.into_response());
    if let Problem::TooMany(wait) = problem {
        slow(&mut response, *wait);
    }
    response
}

impl Cx {
    /// The word that every form of this session carries.
    pub fn csrf(&self) -> &str {
        self.session().map_or("", |session| session.csrf.as_str())
    }

    /// A fresh key that keeps a form from being stored twice.
    pub fn fresh_key(&self) -> String {
        Id::new(self.now()).to_string()
    }
}
