//! The preview beside the forms, and the files of a draft.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use allmende_documents::{DocumentFault, FileFormat, html as document_html};
use allmende_store::{Head, Id, Moment, Tx};
use allmende_web::{Cx, Problem};

use super::load;
use crate::build::{self, Stock};
use crate::compose::{ChapterLine, Composition, Spec, Stage};
use crate::model::{Report, ReportChapter, ReportText};
use crate::preview::{self, Preview};

/// The largest own text of a chapter or project.
pub(crate) const MOST_TEXT: usize = 40_000;

/// A draft as it is stored.
pub(crate) async fn composed(cx: &Cx, tx: &mut Tx, report: &Report) -> Result<(Stock, Spec, Composition), Problem> {
    let spec = build::spec_of(tx, report).await?;
    let stock = Stock::load(tx).await?;
    let composition = stock.compose(tx, &spec, &cx.app().texts, Stage::Draft { on: cx.today() }).await?;
    Ok((stock, spec, composition))
}

/// The page on which a chapter begins; 1 if it is left out or unknown.
pub(crate) fn page_of(preview: &Preview, chapters: &[ChapterLine], word: &str) -> usize {
    chapters
        .iter()
        .find(|line| line.placed.word == word)
        .and_then(|line| preview.pages.headings().get(line.heading_index?))
        .copied()
        .unwrap_or(1)
}

/// The page on which the heading of a project stands.
pub(crate) fn page_of_project(preview: &Preview, composition: &Composition, title: &str) -> usize {
    let headings = composition.document.blocks.iter().filter_map(|block| match block {
        allmende_documents::Block::Heading { level, text, .. } => Some((*level, text.as_str())),
        _ => None,
    });
    headings
        .enumerate()
        .find(|(_, (level, text))| *level > 1 && *text == title)
        .and_then(|(index, _)| preview.pages.headings().get(index))
        .copied()
        .unwrap_or_else(|| page_of(preview, &composition.chapters, "projects"))
}

/// The preview as a page shows it: an image with its words, or the sentence that says why there is none.
pub(crate) struct Shown {
    /// Where the image is; empty if there is none.
    pub(crate) image: String,
    /// What is said of the image to those who do not see it.
    pub(crate) alt: String,
    /// "Seite 5 von 10".
    pub(crate) number: String,
    /// "aktuell, 14:32:08".
    pub(crate) state: String,
    /// Why there is no image.
    pub(crate) fault: Option<String>,
    /// The page.
    pub(crate) page: usize,
    /// How many pages there are.
    pub(crate) pages: usize,
}

/// The words of a preview.
pub(crate) fn shown(cx: &Cx, report: &Report, preview: Result<&Preview, &DocumentFault>, page: usize) -> Shown {
    match preview {
        Ok(preview) => {
            let pages = preview.pages.count().max(1);
            let page = page.clamp(1, pages);
            let values = [("page", page.into()), ("pages", pages.into())];
            Shown {
                image: preview.image(page),
                alt: cx.tv("report-preview-alt", [("page", page.into()), ("title", report.title.as_str().into())]),
                number: cx.tv("report-preview-number", values),
                state: cx.tv("report-preview-state", [("time", clock(cx.now()).into())]),
                fault: None,
                page,
                pages,
            }
        }
        Err(fault) => Shown {
            image: String::new(),
            alt: String::new(),
            number: String::new(),
            state: String::new(),
            fault: Some(fault.sentence.clone()),
            page: 1,
            pages: 1,
        },
    }
}

fn clock(at: Moment) -> String {
    let local = at.in_germany();
    format!("{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second())
}

/// The image of a page.
pub(super) async fn page(cx: Cx, Path((id, name)): Path<(Id, String)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let report = load(&mut tx, id).await?;
    let number: usize = name.strip_suffix(".svg").and_then(|number| number.parse().ok()).ok_or(Problem::NotFound)?;
    let preview = if let Some(preview) = preview::kept(id, cx.query("d")) {
        preview
    } else {
        let (_, _, composition) = composed(&cx, &mut tx, &report).await?;
        drop(tx);
        preview::of(cx.app().typesetter.clone(), id, composition.document).await?
    };
    let svg = preview.draw(number).await.ok_or(Problem::NotFound)?;
    let mut response = svg.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; img-src data:; style-src 'unsafe-inline'"),
    );
    // The address names the content, so the browser may keep it while the person works.
    if cx.query("d") == preview.digest {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    }
    Ok(response)
}

/// The stored decisions with what stands in an unsaved form.
fn with_unsaved(cx: &Cx, report: Id, mut spec: Spec) -> Spec {
    let form = cx.submission();
    let text = |name: &str| form.get(name).replace("\r\n", "\n").chars().take(MOST_TEXT).collect::<String>();
    let chapter = cx.query("kapitel");
    if !chapter.is_empty() {
        if let Some(stored) = spec.chapters.iter_mut().find(|stored| stored.chapter == chapter) {
            stored.own_text = text("own_text");
            stored.heading = text("heading");
        } else {
            let order = crate::compose::arrange(spec.template, &spec.chapters);
            let place = order.iter().position(|placed| placed.word == chapter).unwrap_or(0);
            spec.chapters.push(ReportChapter {
                head: Head::default(),
                report_id: report,
                chapter: chapter.to_owned(),
                position: i64::try_from(place).unwrap_or(0) + 1,
                hidden: order.get(place).is_some_and(|placed| placed.hidden),
                heading: text("heading"),
                own_text: text("own_text"),
            });
        }
    }
    if let Ok(thread) = cx.query("projekt").parse::<Id>() {
        let based_on = cx.now();
        if let Some(stored) = spec.texts.iter_mut().find(|stored| stored.thread_id == thread) {
            stored.text = text("text");
        } else {
            spec.texts.push(ReportText {
                head: Head::default(),
                report_id: report,
                thread_id: thread,
                text: text("text"),
                based_on,
            });
        }
    }
    spec
}

/// The preview of a form that is not saved: which image to show and what to say.
pub(super) async fn unsaved(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let report = load(&mut tx, id).await?;
    let stored = build::spec_of(&mut tx, &report).await?;
    let spec = with_unsaved(&cx, id, stored);
    let stock = Stock::load(&mut tx).await?;
    let composition = stock.compose(&mut tx, &spec, &cx.app().texts, Stage::Draft { on: cx.today() }).await?;
    drop(tx);
    let made = preview::of(cx.app().typesetter.clone(), id, composition.document.clone()).await;
    let page = cx.submission().get("preview_page").parse().ok().filter(|page| *page > 0);
    let page = page.unwrap_or_else(|| match &made {
        Ok(preview) => {
            let thread = cx.query("projekt").parse::<Id>().ok().and_then(|thread| stock.facts.thread(thread));
            match thread {
                Some(thread) => page_of_project(preview, &composition, &thread.title),
                None => page_of(preview, &composition.chapters, cx.query("kapitel")),
            }
        }
        Err(_) => 1,
    });
    let shown = shown(&cx, &report, made.as_ref(), page);
    let answer = match shown.fault {
        // The old image stays; the sentence says what to change.
        Some(sentence) => serde_json::json!({ "state": sentence }),
        None => serde_json::json!({
            "image": shown.image, "alt": shown.alt, "state": shown.state, "page": shown.number, "number": shown.page,
        }),
    };
    Ok(Json(answer).into_response())
}

/// The draft as a page that a screen reader can read.
pub(super) async fn html(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let report = load(&mut tx, id).await?;
    let (_, _, composition) = composed(&cx, &mut tx, &report).await?;
    Ok(html_answer(document_html::page(&composition.document)))
}

/// A page that brings its own style and loads nothing.
pub(crate) fn html_answer(page: String) -> Response {
    let mut response = axum::response::Html(page).into_response();
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ),
    );
    response
}

/// A file of the draft.
pub(super) async fn file(cx: Cx, Path((id, format)): Path<(Id, String)>) -> Result<Response, Problem> {
    let format = FileFormat::from_extension(&format).ok_or(Problem::NotFound)?;
    let mut tx = cx.read().await?;
    let report = load(&mut tx, id).await?;
    let (_, _, composition) = composed(&cx, &mut tx, &report).await?;
    drop(tx);
    let bytes = build::file(cx.app().typesetter.clone(), composition.document, format).await?;
    let name = format!("{}-{}.{}", file_stem(&report.title), cx.t("report-draft-file"), format.extension());
    Ok(cx.download(&name, format.media_type(), bytes))
}

/// A title as the name of a file.
pub(crate) fn file_stem(title: &str) -> String {
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(80).collect()
}
