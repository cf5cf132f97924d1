//! Search over everything the person may see.

use askama::Template;
use axum::response::Response;

use allmende_store::IndexQuery;

use crate::assets;
use crate::cx::Cx;
use crate::page;
use crate::problem::Problem;
use crate::view::Line;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    cx: &'a Cx,
    lead: String,
    text: String,
    lines: Vec<Line>,
    asset: &'static str,
}

pub(super) async fn search(cx: Cx) -> Result<Response, Problem> {
    let text = cx.query("q").to_owned();
    let kinds: Vec<&'static str> =
        cx.app().kinds().filter(|view| cx.may(view.read)).map(|view| view.record.kind).collect();
    let mut tx = cx.read().await?;
    let found = tx.search(&text, &IndexQuery { kinds, most: 100 }).await?;
    let lines: Vec<Line> = found
        .into_iter()
        .filter_map(|item| {
            let item = cx.worded(item);
            let view = cx.app().kind(&item.kind)?;
            let mut meta = vec![cx.t(&view.text())];
            meta.extend(item.on_day.map(|day| cx.day(day)));
            meta.extend((!item.summary.is_empty()).then_some(item.summary));
            let mut line = Line::link(item.title, view.href(item.record_id, item.parent_id)).meta(meta.join(" · "));
            line.icon = view.icon;
            Some(line)
        })
        .collect();
    let lead = if text.is_empty() {
        cx.t("search-lead")
    } else {
        cx.tv("search-count", [("count", lines.len().into()), ("text", text.as_str().into())])
    };
    page::page(&cx, &cx.t("search"), &SearchPage { cx: &cx, lead, text, lines, asset: assets::prefix() })
}
