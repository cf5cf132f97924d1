//! The composer: chapters at the left, what is missing below, the page itself at the right.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_store::Id;
use allmende_web::view::{Badge, Line, Tone};
use allmende_web::{Cx, Problem, assets, page};

use super::preview::{Shown, composed, page_of, shown};
use super::report::{badge, template_word};
use super::versions::{self, VersionView};
use super::{address, load};
use crate::compose::{ChapterLine, Composition, Spec, Stage};
use crate::facts::Facts;
use crate::missing::{Gap, Lack};
use crate::model::Report;
use crate::{REPORT_DRAFT, REPORT_WRITE, draft, preview};

/// A chapter in the list.
struct ChapterView {
    line: ChapterLine,
    gaps: usize,
    current: bool,
    first: bool,
    last: bool,
}

impl ChapterView {
    /// Tone, icon and word of its state.
    fn state(&self, cx: &Cx) -> Badge {
        if self.line.placed.hidden {
            Badge::new(Tone::Neutral, "dash", cx.t("report-chapter-hidden"))
        } else if self.line.placed.blank {
            Badge::new(Tone::Neutral, "dash", cx.t("report-chapter-blank"))
        } else if self.gaps > 0 {
            Badge::new(Tone::Warn, "warning", cx.tv("report-chapter-gaps", [("count", self.gaps.into())]))
        } else {
            Badge::new(Tone::Ok, "check", cx.t("report-chapter-complete"))
        }
    }
}

/// A project in the list of texts.
struct TextView {
    title: String,
    href: String,
    meta: String,
    old: bool,
}

/// Something missing: where it is put right, and the sentence behind the link.
struct GapView {
    subject: String,
    href: Option<String>,
    sentence: String,
}

#[derive(askama::Template)]
#[template(path = "composer.html")]
struct ComposerPage<'a> {
    cx: &'a Cx,
    report: &'a Report,
    badge: Badge,
    lead: String,
    chapters: Vec<ChapterView>,
    texts: Vec<TextView>,
    gaps: Vec<GapView>,
    preview: Shown,
    current: String,
    versions: Vec<VersionView>,
    may_write: bool,
    asset: &'static str,
}

impl ComposerPage<'_> {
    fn base(&self) -> String {
        address(self.report)
    }

    fn turn(&self, page: usize) -> String {
        let chapter = if self.current.is_empty() { String::new() } else { format!("kapitel={}&", self.current) };
        format!("{}?{chapter}seite={page}#vorschau", self.base())
    }
}

#[derive(askama::Template)]
#[template(path = "report-final.html")]
struct FinalPage<'a> {
    cx: &'a Cx,
    report: &'a Report,
    badge: Badge,
    lead: String,
    versions: Vec<VersionView>,
    path: Vec<Line>,
    asset: &'static str,
}

/// "1. Mai 2017 bis 1. Dezember 2017 · Tätigkeitsbericht".
fn lead(cx: &Cx, report: &Report) -> String {
    cx.tv(
        "report-page-lead",
        [
            ("from", cx.long_day(report.period_from).into()),
            ("to", cx.long_day(report.period_to).into()),
            ("template", template_word(cx, report.template).into()),
        ],
    )
}

/// The page of a report: the composer for those who see drafts, the versions for everybody else.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let report = load(&mut tx, id).await?;
    if !cx.may(REPORT_DRAFT) && report.versions == 0 {
        return Err(Problem::NotFound);
    }
    let versions = versions::views(&cx, &mut tx, id).await?;
    let lead = lead(&cx, &report);
    let asset = assets::prefix();
    if !cx.may(REPORT_DRAFT) {
        let path = vec![Line::link(cx.t("report-list"), "/berichte")];
        let view = FinalPage { cx: &cx, report: &report, badge: badge(&cx, &report), lead, versions, path, asset };
        return page::page(&cx, &report.title, &view);
    }
    let (stock, spec, composition) = composed(&cx, &mut tx, &report).await?;
    drop(tx);
    let made = preview::of(cx.app().typesetter.clone(), id, composition.document.clone()).await;
    let current = cx.query("kapitel").to_owned();
    let page = cx.query("seite").parse().ok().filter(|page| *page > 0);
    let page =
        page.unwrap_or_else(|| made.as_ref().map_or(1, |preview| page_of(preview, &composition.chapters, &current)));
    let may_write = cx.may(REPORT_WRITE);
    let view = ComposerPage {
        cx: &cx,
        report: &report,
        badge: badge(&cx, &report),
        lead,
        chapters: chapters(&composition, &current),
        texts: texts(&cx, &report, &spec, &stock.facts, &composition),
        gaps: gaps(&cx, &report, &composition),
        preview: shown(&cx, &report, made.as_ref(), page),
        current,
        versions,
        may_write,
        asset,
    };
    page::page(&cx, &report.title, &view)
}

fn chapters(composition: &Composition, current: &str) -> Vec<ChapterView> {
    let last = composition.chapters.len().saturating_sub(1);
    composition
        .chapters
        .iter()
        .enumerate()
        .map(|(index, line)| ChapterView {
            line: line.clone(),
            gaps: composition.gaps.iter().filter(|gap| gap.chapter == line.placed.word).count(),
            current: line.placed.word == current,
            first: index == 0,
            last: index == last,
        })
        .collect()
}

fn texts(cx: &Cx, report: &Report, spec: &Spec, facts: &Facts, composition: &Composition) -> Vec<TextView> {
    let scope = crate::compose::Scope::new(facts, spec.period);
    let shown = composition.chapters.iter().any(|line| line.placed.word == "projects" && line.placed.shown());
    if !shown {
        return Vec::new();
    }
    scope
        .projects
        .iter()
        .map(|project| {
            let id = project.thread.head.id;
            let stored = spec.texts.iter().find(|text| text.thread_id == id);
            let newer = stored.map_or(0, |text| draft::newer_facts(facts, spec.period, id, text.based_on));
            let meta = match stored {
                None => cx.t("report-text-from-project"),
                Some(_) if newer > 0 => cx.tv("report-text-newer", [("count", newer.into())]),
                Some(text) => cx.tv("report-text-own", [("day", german::date(text.based_on.day().0).into())]),
            };
            TextView {
                title: project.thread.title.clone(),
                href: format!("{}/projekt/{id}", address(report)),
                meta,
                old: newer > 0,
            }
        })
        .collect()
}

/// The sentences about what is missing, each with the way to put it right.
pub(super) fn sentence(cx: &Cx, gap: &Gap) -> String {
    let key = format!("report-gap-{}", gap.lack.word());
    let count = if let Lack::OldText(count) = gap.lack { count } else { 1 };
    cx.tv(&key, [("count", count.into())])
}

fn gaps(cx: &Cx, report: &Report, composition: &Composition) -> Vec<GapView> {
    composition
        .gaps
        .iter()
        .map(|gap| {
            let own_text = matches!(gap.lack, Lack::OldText(_) | Lack::ProjectText);
            let href = if own_text {
                Some(format!("{}/projekt/{}", address(report), gap.record))
            } else {
                cx.app().kind(gap.kind).map(|kind| match gap.kind {
                    // The form that puts it right, not only the page that shows it.
                    "picture" => format!("{}/{}/bearbeiten", kind.path, gap.record),
                    _ => kind.href(gap.record, gap.parent),
                })
            };
            let subject = if gap.subject.is_empty() { cx.t("report-gap-alliance") } else { gap.subject.clone() };
            GapView { subject, href, sentence: sentence(cx, gap) }
        })
        .collect()
}

/// How many things are missing in a report as it stands.
pub(super) fn gap_lines(cx: &Cx, composition: &Composition) -> Vec<String> {
    composition
        .gaps
        .iter()
        .map(|gap| {
            let subject = if gap.subject.is_empty() { cx.t("report-gap-alliance") } else { gap.subject.clone() };
            format!("{subject}: {}", sentence(cx, gap))
        })
        .collect()
}

/// What a report would be if it were frozen now.
pub(super) fn final_stage(cx: &Cx, report: &Report) -> Stage {
    Stage::Final { on: cx.today(), number: report.versions + 1 }
}
