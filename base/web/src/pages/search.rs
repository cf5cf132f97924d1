//! Search over everything the person may see.

use axum::response::Response;

use allmende_store::IndexQuery;

use crate::cx::Cx;
use crate::page;
use crate::problem::Problem;
use crate::form::{Control, Field, Form};
use crate::view::{Line, Part, View};

pub(super) async fn search(cx: Cx) -> Result<Response, Problem> {
    let text = cx.query("q").to_owned();
    let kinds: Vec<&'static str> =
        cx.app().kinds().filter(|view| cx.may(view.read)).map(|view| view.record.kind).collect();
    let mut tx = cx.read().await?;
    let found = tx.search(&text, &IndexQuery { kinds, most: 100 }).await?;
    let lines: Vec<Line> = found
        .into_iter()
        .filter_map(|item| {
            let view = cx.app().kind(&item.kind)?;
            let mut meta = vec![cx.t(&view.text())];
            meta.extend(item.on_day.map(|day| cx.day(day)));
            meta.extend((!item.summary.is_empty()).then_some(item.summary));
            let mut line = Line::link(item.title, view.href(item.record_id, item.parent_id)).meta(meta.join(" · "));
            line.icon = view.icon;
            Some(line)
        })
        .collect();
    let mut field = Field::new(&cx, "search", "q", Control::Line);
    field.values = vec![text.clone()];
    let lead = if text.is_empty() {
        cx.t("search-lead")
    } else {
        cx.tv("search-count", [("count", lines.len().into()), ("text", text.as_str().into())])
    };
    let form = Form {
        action: "/suche".to_owned(),
        fields: vec![field],
        button: cx.t("search"),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: true,
    };
    let mut main = vec![Part::Form { title: cx.t("search"), form }];
    if !text.is_empty() {
        main.push(Part::Lines { title: cx.t("search-hits"), action: None, lines, empty: cx.t("search-nothing") });
    }
    page::parts(&cx, &View { title: cx.t("search"), lead, main, ..View::default() })
}
