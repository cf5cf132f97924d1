//! Chapters: own words, order, hiding.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Head, Id, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form, Input, Values, value};
use allmende_web::texts::Language;
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, assets, page};

use super::preview::{MOST_TEXT, Shown, composed, page_of, shown};
use super::{address, load, path_to};
use crate::compose::{Placed, Words, arrange, chapter_title, is_known, moved};
use crate::model::{Report, ReportChapter};
use crate::{preview, queries};

/// A form beside the page that it changes.
#[derive(askama::Template)]
#[template(path = "editor.html")]
pub(super) struct EditorPage<'a> {
    pub(super) cx: &'a Cx,
    pub(super) title: &'a str,
    pub(super) lead: &'a str,
    pub(super) not_saved: String,
    pub(super) path: &'a [Line],
    pub(super) form: &'a Form,
    /// Where unsaved text is sent for a preview.
    pub(super) preview_action: String,
    pub(super) preview: Shown,
    /// Other things that can be done with the text: label, address, whether it is the usual one.
    pub(super) actions: Vec<(String, String)>,
    /// What newer facts there are.
    pub(super) newer: Option<String>,
    pub(super) asset: &'static str,
}

impl EditorPage<'_> {
    /// The same form with another page beside it; without script, unsaved text would be lost, so script shortens this way.
    fn turn(&self, page: usize) -> String {
        let path = self.cx.path();
        format!("{path}?seite={page}#vorschau")
    }
}

/// Draws an editor; with errors it says so in status and window title.
pub(super) fn draw(view: &EditorPage<'_>) -> Result<Response, Problem> {
    let faulty = view.form.fault_count() > 0;
    let title = if faulty { format!("{}: {}", view.cx.t("form-fault"), view.title) } else { view.title.to_owned() };
    let mut response = page::page(view.cx, &title, view)?;
    if faulty {
        *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    } else if view.form.conflict.is_some() {
        *response.status_mut() = axum::http::StatusCode::CONFLICT;
    }
    Ok(response)
}

/// The sentence for a text that somebody else changed meanwhile.
pub(super) async fn who_changed(cx: &Cx, tx: &mut Tx, id: Id) -> Result<String, Problem> {
    let last = tx.history(id).await?.into_iter().next();
    Ok(cx.tv("form-conflict", [("who", last.map(|entry| entry.actor).unwrap_or_default().into())]))
}

struct Target {
    report: Report,
    stored: Vec<ReportChapter>,
    placed: Placed,
    place: usize,
}

async fn target(tx: &mut Tx, id: Id, word: &str) -> Result<Target, Problem> {
    let report = load(tx, id).await?;
    let stored = queries::chapters(tx, id).await?;
    let order = arrange(report.template, &stored);
    let place = order.iter().position(|placed| placed.word == word).ok_or(Problem::NotFound)?;
    let placed = order.into_iter().nth(place).ok_or(Problem::NotFound)?;
    Ok(Target { report, stored, placed, place })
}

/// The chapter's record: the stored one, or a new one as the template has it.
fn record(target: &Target) -> ReportChapter {
    target.stored.iter().find(|stored| stored.chapter == target.placed.word).cloned().unwrap_or_else(|| ReportChapter {
        head: Head::default(),
        report_id: target.report.head.id,
        chapter: target.placed.word.clone(),
        position: i64::try_from(target.place).unwrap_or(0) + 1,
        hidden: target.placed.hidden,
        heading: String::new(),
        own_text: String::new(),
    })
}

async fn put(tx: &mut Tx, chapter: &mut ReportChapter) -> Result<(), Problem> {
    if chapter.head.id.is_nil() {
        tx.insert(chapter).await?;
    } else {
        tx.update(chapter).await?;
    }
    Ok(())
}

fn back(report: &Report, word: &str) -> String {
    format!("{}?kapitel={word}#kapitel-{word}", address(report))
}

fn fields(cx: &Cx, target: &Target) -> Vec<Field> {
    let heading = Field::new(cx, "report-chapter", "heading", Control::Line);
    let heading = if target.placed.is_own() { heading } else { heading.optional() };
    vec![heading, Field::new(cx, "report-chapter", "own_text", Control::Prose).optional()]
}

fn values(chapter: &ReportChapter) -> Values {
    vec![value("heading", &chapter.heading), value("own_text", &chapter.own_text)]
}

fn build(cx: &Cx, target: &Target) -> Form {
    let chapter = record(target);
    Form {
        action: format!("{}/kapitel/{}", address(&target.report), target.placed.word),
        fields: fields(cx, target),
        button: cx.t("report-chapter-save"),
        cancel: back(&target.report, &target.placed.word),
        version: Some(chapter.head.version),
        files: false,
        conflict: None,
        get: false,
    }
}

async fn show(cx: &Cx, tx: &mut Tx, target: &Target, form: &Form) -> Result<Response, Problem> {
    let report = &target.report;
    let (_, _, composition) = composed(cx, tx, report).await?;
    let made = preview::of(cx.app().typesetter.clone(), report.head.id, composition.document.clone()).await;
    let page = cx.query("seite").parse().ok().filter(|page| *page > 0);
    let word = &target.placed.word;
    let page = page.unwrap_or_else(|| made.as_ref().map_or(1, |preview| page_of(preview, &composition.chapters, word)));
    let title = composition
        .chapters
        .iter()
        .find(|line| line.placed.word == *word)
        .map_or_else(|| cx.t("report-chapter-new"), |line| line.title.clone());
    draw(&EditorPage {
        cx,
        title: &cx.tv("report-chapter-edit", [("title", title.into())]),
        lead: &cx.t(&format!("report-chapter-lead{}", if target.placed.is_own() { "-own" } else { "" })),
        not_saved: cx.t("report-chapter-not-saved"),
        path: &path_to(cx, report),
        form,
        preview_action: format!("{}/vorschau?kapitel={word}", address(report)),
        preview: shown(cx, report, made.as_ref(), page),
        actions: Vec::new(),
        newer: None,
        asset: assets::prefix(),
    })
}

/// The form for a chapter's own words.
pub(super) async fn form(cx: Cx, Path((id, word)): Path<(Id, String)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let target = target(&mut tx, id, &word).await?;
    let form = build(&cx, &target).fill(values(&record(&target)));
    show(&cx, &mut tx, &target, &form).await
}

/// Stores a chapter's own words.
pub(super) async fn save(cx: Cx, Path((id, word)): Path<(Id, String)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let target = target(&mut tx, id, &word).await?;
    let mut chapter = record(&target);
    let mut input = Input::new(&cx);
    let heading = if target.placed.is_own() {
        input.line("heading", "report-chapter-heading-missing")
    } else {
        input.text("heading", 300).replace('\n', " ")
    };
    let own_text = input.text("own_text", MOST_TEXT);
    if !input.is_fine() {
        let errors = input.errors();
        let mut form = build(&cx, &target).refill(cx.submission(), errors);
        form.version = cx.submission().get("version").parse().ok();
        return show(&cx, &mut tx, &target, &form).await;
    }
    let read_version: i64 = cx.submission().get("version").parse().unwrap_or(0);
    if read_version != chapter.head.version {
        let mut form = build(&cx, &target).refill(cx.submission(), Vec::new());
        for (name, theirs) in values(&chapter) {
            if let Some(field) = form.fields.iter_mut().find(|field| field.name == name)
                && field.value().replace("\r\n", "\n").trim() != theirs.join("\n").trim()
            {
                field.theirs = Some(theirs.join("\n"));
            }
        }
        form.conflict = Some(who_changed(&cx, &mut tx, chapter.head.id).await?);
        return show(&cx, &mut tx, &target, &form).await;
    }
    chapter.heading = heading;
    chapter.own_text = own_text;
    put(&mut tx, &mut chapter).await?;
    let title = title_of(&cx, &target, &chapter);
    let text = cx.tv("report-chapter-saved", [("title", title.into())]);
    cx.done(tx, &back(&target.report, &word), Some(Flash { text, undo: None })).await
}

fn title_of(cx: &Cx, target: &Target, chapter: &ReportChapter) -> String {
    let placed = Placed { heading: chapter.heading.clone(), ..target.placed.clone() };
    chapter_title(&placed, target.report.template, &Words::new(&cx.app().texts, cx.language()))
}

/// Adds a chapter of own words at the end of those above the closing figures.
pub(super) async fn add(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let report = load(&mut tx, id).await?;
    let stored = queries::chapters(&mut tx, id).await?;
    let order = arrange(report.template, &stored);
    let word = format!("own-{}", Id::new(cx.now()).0.simple());
    let place = order.iter().position(|placed| placed.word == "outlook").unwrap_or(order.len());
    let mut words: Vec<String> = order.iter().map(|placed| placed.word.clone()).collect();
    words.insert(place, word.clone());
    let mut chapter = ReportChapter {
        head: Head::default(),
        report_id: id,
        chapter: word.clone(),
        position: 0,
        hidden: false,
        heading: Words::new(&cx.app().texts, Language::from_tag(&report.language).unwrap_or_default()).t("chapter-own"),
        own_text: String::new(),
    };
    tx.insert(&mut chapter).await?;
    let stored = queries::chapters(&mut tx, id).await?;
    reorder(&mut tx, &report, &stored, &words).await?;
    cx.done(tx, &format!("{}/kapitel/{word}", address(&report)), None).await
}

/// Stores the order of all chapters.
async fn reorder(tx: &mut Tx, report: &Report, stored: &[ReportChapter], words: &[String]) -> Result<(), Problem> {
    let order = arrange(report.template, stored);
    for (index, word) in words.iter().enumerate() {
        let position = i64::try_from(index).unwrap_or(0) + 1;
        let Some(placed) = order.iter().find(|placed| placed.word == *word) else { continue };
        if !placed.is_own() && !is_known(report.template, word) {
            continue;
        }
        let target = Target { report: report.clone(), stored: stored.to_vec(), placed: placed.clone(), place: index };
        let mut chapter = record(&target);
        if chapter.head.id.is_nil() || chapter.position != position {
            chapter.position = position;
            put(tx, &mut chapter).await?;
        }
    }
    Ok(())
}

async fn shift(cx: Cx, id: Id, word: String, up: bool) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let target = target(&mut tx, id, &word).await?;
    let order = arrange(target.report.template, &target.stored);
    // At the end of the list there is nothing to do; the page comes back as it was.
    if let Some(words) = moved(&order, &word, up) {
        reorder(&mut tx, &target.report, &target.stored, &words).await?;
    }
    cx.done(tx, &back(&target.report, &word), None).await
}

/// Moves a chapter one place up.
pub(super) async fn up(cx: Cx, Path((id, word)): Path<(Id, String)>) -> Result<Response, Problem> {
    shift(cx, id, word, true).await
}

/// Moves a chapter one place down.
pub(super) async fn down(cx: Cx, Path((id, word)): Path<(Id, String)>) -> Result<Response, Problem> {
    shift(cx, id, word, false).await
}

async fn set_hidden(cx: Cx, id: Id, word: String, hidden: bool) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let target = target(&mut tx, id, &word).await?;
    let mut chapter = record(&target);
    chapter.hidden = hidden;
    put(&mut tx, &mut chapter).await?;
    let values = [("title", title_of(&cx, &target, &chapter).into())];
    let text = cx.tv(if hidden { "report-chapter-was-hidden" } else { "report-chapter-was-shown" }, values);
    let opposite = if hidden { "einblenden" } else { "ausblenden" };
    let undo = Some(format!("{}/kapitel/{word}/{opposite}", address(&target.report)));
    cx.done(tx, &back(&target.report, &word), Some(Flash { text, undo })).await
}

/// Leaves a chapter out.
pub(super) async fn hide(cx: Cx, Path((id, word)): Path<(Id, String)>) -> Result<Response, Problem> {
    set_hidden(cx, id, word, true).await
}

/// Takes a chapter in again.
pub(super) async fn unhide(cx: Cx, Path((id, word)): Path<(Id, String)>) -> Result<Response, Problem> {
    set_hidden(cx, id, word, false).await
}
