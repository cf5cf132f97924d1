//! Quick capture: one line, one day, one key, from anywhere.

use askama::Template;
use axum::response::Response;

use allmende_documents::collation;
use allmende_store::Tx;

use crate::access::Flash;
use crate::area::{Capture, CaptureLine};
use crate::assets;
use crate::cx::Cx;
use crate::form::{Choice, Input};
use crate::page;
use crate::problem::Problem;

/// A kind that can be captured, as the form offers it.
pub(super) struct CaptureKind {
    pub(super) word: &'static str,
    pub(super) label: String,
}

#[derive(Template)]
#[template(path = "capture.html")]
struct CapturePage<'a> {
    cx: &'a Cx,
    captures: Vec<CaptureKind>,
    threads: Vec<Choice>,
    today: String,
    chosen: String,
    text: String,
    thread: String,
    errors: Vec<(&'static str, String)>,
    asset: &'static str,
}

impl CapturePage<'_> {
    /// The fields below the kinds: name, label, how it looks.
    fn controls(&self) -> [(&'static str, String, &'static str); 3] {
        [
            ("text", self.cx.t("capture-text"), "line"),
            ("day", self.cx.t("capture-day"), "day"),
            ("thread", self.cx.t("capture-thread"), "select"),
        ]
    }

    fn fault(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(field, _)| *field == name).map(|(_, sentence)| sentence.as_str())
    }
}

fn permitted(cx: &Cx) -> Vec<Capture> {
    let mut all: Vec<Capture> = cx.app().areas.iter().flat_map(|area| area.captures.iter().copied()).collect();
    all.retain(|capture| cx.may(capture.permission));
    all.sort_by_key(|capture| capture.order);
    all
}

pub(super) fn kinds(cx: &Cx) -> Vec<CaptureKind> {
    permitted(cx).into_iter().map(|capture| CaptureKind { word: capture.word, label: cx.t(capture.text) }).collect()
}

/// The threads in use, for a choice.
pub(super) async fn threads(tx: &mut Tx) -> Result<Vec<Choice>, Problem> {
    let mut choices: Vec<Choice> = tx
        .of_kind("thread")
        .await?
        .into_iter()
        .map(|item| Choice { value: item.record_id.to_string(), label: item.title })
        .collect();
    choices.sort_by(|a, b| collation::compare_words(&a.label, &b.label));
    Ok(choices)
}

pub(super) async fn form(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    draw(&cx, &mut tx, Vec::new()).await
}

async fn draw(cx: &Cx, tx: &mut Tx, errors: Vec<(&'static str, String)>) -> Result<Response, Problem> {
    let captures = kinds(cx);
    if captures.is_empty() {
        return Err(Problem::Forbidden);
    }
    let sent = cx.submission();
    let first = captures.first().map_or("", |kind| kind.word);
    let word = if sent.get("kind").is_empty() { cx.query("art") } else { sent.get("kind") };
    let chosen = captures.iter().find(|kind| kind.word == word).map_or(first, |kind| kind.word).to_owned();
    let today = if sent.get("day").is_empty() {
        allmende_documents::format::date(cx.today().0)
    } else {
        sent.get("day").to_owned()
    };
    let faulty = !errors.is_empty();
    let content = CapturePage {
        cx,
        threads: threads(tx).await?,
        captures,
        today,
        chosen,
        text: sent.get("text").to_owned(),
        thread: if sent.get("thread").is_empty() {
            cx.query("projekt").to_owned()
        } else {
            sent.get("thread").to_owned()
        },
        errors,
        asset: assets::prefix(),
    };
    let title = cx.t("capture-title");
    let title = if faulty { format!("{}: {title}", cx.t("form-fault")) } else { title };
    let mut response = page::page(cx, &title, &content)?;
    if faulty {
        *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

pub(super) async fn save(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut input = Input::new(&cx);
    let text = input.line("text", "capture-text-missing");
    let day = input.day("day").unwrap_or(cx.today());
    let thread = input.id("thread");
    let capture = permitted(&cx).into_iter().find(|capture| capture.word == cx.submission().get("kind"));
    if capture.is_none() {
        input.refuse_key("kind", "form-choice-missing");
    }
    if let Some(id) = thread
        && !tx.index_line(id).await?.is_some_and(|line| line.kind == "thread")
    {
        input.refuse_key("thread", "form-choice-missing");
    }
    let (Some(capture), true) = (capture, input.is_fine()) else {
        let errors = input.errors();
        return draw(&cx, &mut tx, errors).await;
    };
    let (sentence, _) = (capture.save)(&cx, &mut tx, CaptureLine { text, day, thread }).await?;
    // Stay in the form: the next entry often follows at once.
    let location = format!("/erfassen?art={}", capture.word);
    cx.done(tx, &location, Some(Flash { text: sentence, undo: None })).await
}
