//! Addresses of calendars: made, shown once, revoked.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::model::Body;
use allmende_store::{Id, RecordData, Tx, digest};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form};
use allmende_web::screen::moment_words;
use allmende_web::view::{Action, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page};

use super::super::choices;
use super::CALENDAR;
use crate::{WRITE, feeds};

/// The addresses of the person who asks.
pub(super) async fn show(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    draw(&cx, &mut tx, None).await
}

async fn draw(cx: &Cx, tx: &mut Tx, fresh: Option<String>) -> Result<Response, Problem> {
    let feeds = feeds::of(tx, cx.person()?.account).await?;
    let bodies = tx.index_lines(feeds.iter().filter_map(|feed| feed.body_id).collect()).await?;
    let lines = feeds
        .iter()
        .map(|feed| {
            let body = feed.body_id.and_then(|id| bodies.get(&id)).map(|line| line.title.clone());
            let used = match feed.used_at {
                Some(at) => cx.tv("feed-used", [("when", moment_words(cx, at).into())]),
                None => cx.t("feed-unused"),
            };
            let revoke = cx.tv("feed-revoke", [("label", feed.label.as_str().into())]);
            Line {
                icon: "calendar",
                actions: vec![
                    Action::post(revoke, format!("{CALENDAR}/abo/{}/widerrufen", feed.id), "trash").icon_only(),
                ],
                ..Line::text(feed.label.clone()).meta(format!("{} · {used}", body.unwrap_or_else(|| cx.t("feed-all"))))
            }
        })
        .collect();
    let mut main = Vec::new();
    if let Some(address) = fresh {
        main.push(Part::Note { tone: Tone::Ok, text: cx.t("feed-fresh"), action: None });
        main.push(Part::Facts {
            title: cx.t("feed-address"),
            facts: FactLine::text(cx.t("feed-address-copy"), address).into_iter().collect(),
        });
    }
    main.push(Part::Lines { title: cx.t("feed-list"), action: None, lines, empty: cx.t("feed-none") });
    main.push(Part::Form { title: cx.t("feed-new"), form: form(cx, tx).await? });
    main.extend(public_part(cx, tx).await?);
    let path = vec![Line::link(cx.t("calendar"), CALENDAR)];
    page::parts(cx, &View { title: cx.t("feed-title"), lead: cx.t("feed-lead"), main, path, ..View::default() })
}

async fn form(cx: &Cx, tx: &mut Tx) -> Result<Form, Problem> {
    let bodies = choices(tx, Body::KIND).await?;
    Ok(Form {
        action: format!("{CALENDAR}/abo"),
        fields: vec![
            Field::new(cx, "feed", "label", Control::Line),
            Field::new(cx, "feed", "body", Control::Select).optional().choices(bodies),
        ],
        button: cx.t("feed-create"),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    })
}

/// The calendar for everybody: its address, and the button that begins or ends it.
async fn public_part(cx: &Cx, tx: &mut Tx) -> Result<Option<Part>, Problem> {
    let published = feeds::is_published(tx).await?;
    if !published && !cx.may(WRITE) {
        return Ok(None);
    }
    let address = format!("{}{CALENDAR}/oeffentlich/{}.ics", cx.app().settings.public_url, tx.alliance());
    let key = if published { "feed-public-end" } else { "feed-public-begin" };
    let button = cx.may(WRITE).then(|| {
        let target = format!("{CALENDAR}/oeffentlich{}", if published { "?ende=1" } else { "" });
        Action::post(cx.t(key), target, "")
    });
    let text = if published { cx.tv("feed-public-on", [("address", address.into())]) } else { cx.t("feed-public-off") };
    Ok(Some(Part::Note { tone: Tone::Info, text, action: button }))
}

/// Makes an address. It is shown once: only its digest is stored.
pub(super) async fn create(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let label: String = cx.submission().get("label").chars().filter(|c| !c.is_control()).take(100).collect();
    let label = if label.is_empty() { cx.t("feed-label-usual") } else { label };
    let body: Option<Id> = cx.submission().get("body").parse().ok();
    if let Some(body) = body
        && tx.get::<Body>(body).await?.is_none()
    {
        return Err(Problem::NotFound);
    }
    let token = allmende_web::session::secret();
    feeds::create(&mut tx, cx.person()?.account, body, &label, &digest(token.as_bytes())).await?;
    tx.note_event("calendar_feed", "created").await?;
    tx.commit().await?;
    let mut tx = cx.read().await?;
    let address = format!("{}{CALENDAR}/abo/{token}.ics", cx.app().settings.public_url);
    draw(&cx, &mut tx, Some(address)).await
}

/// Revokes an address of the person who asks.
pub(super) async fn revoke(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    if !feeds::revoke(&mut tx, id, cx.person()?.account).await? {
        return Err(Problem::NotFound);
    }
    tx.note_event("calendar_feed", "revoked").await?;
    let flash = Flash { text: cx.t("flash-feed-revoked"), undo: None };
    cx.done(tx, &format!("{CALENDAR}/abo"), Some(flash)).await
}

/// Begins or ends the calendar for everybody.
pub(super) async fn publish(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let on = cx.query("ende").is_empty();
    feeds::publish(&mut tx, on).await?;
    tx.note_event("calendar_feed", if on { "published" } else { "unpublished" }).await?;
    let key = if on { "flash-feed-published" } else { "flash-feed-unpublished" };
    cx.done(tx, &format!("{CALENDAR}/abo"), Some(Flash { text: cx.t(key), undo: None })).await
}
