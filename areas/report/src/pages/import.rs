//! Reading an old report: upload, proposal with ticks, confirmation.

use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;

use allmende_documents::format as german;
use allmende_report_reader as reader;
use allmende_report_reader::Proposal;
use allmende_report_reader::dates::Precision;
use allmende_store::{Id, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form, Input};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, assets, page};

use crate::import::{Known, Selection, take_over};
use crate::queries::UPLOAD_MEDIA;

fn upload_fields(cx: &Cx) -> Form {
    Form {
        action: "/berichte/einlesen".to_owned(),
        fields: vec![Field::new(cx, "report-import", "file", Control::File)],
        button: cx.t("report-import-read"),
        cancel: "/berichte".to_owned(),
        version: None,
        files: true,
        conflict: None,
        get: false,
    }
}

fn upload_page(cx: &Cx, form: &Form) -> Result<Response, Problem> {
    let path = [Line::link(cx.t("report-list"), "/berichte")];
    page::form_with_lead(
        cx,
        &cx.t("report-import"),
        &cx.t("report-import-lead"),
        &cx.t("report-import-not-read"),
        &path,
        form,
    )
}

/// The form that takes a file.
pub(super) async fn upload_form(cx: Cx) -> Result<Response, Problem> {
    upload_page(&cx, &upload_fields(&cx))
}

/// Reads the file on a thread that may be busy.
async fn read(name: String, bytes: Vec<u8>) -> Result<Result<Proposal, reader::ReadFault>, Problem> {
    tokio::task::spawn_blocking(move || reader::read(&name, &bytes))
        .await
        .map_err(|error| Problem::Internal(error.to_string()))
}

/// Takes a file, checks that it can be read, and keeps it until somebody confirms or discards it.
pub(super) async fn upload(cx: Cx) -> Result<Response, Problem> {
    let form = upload_fields(&cx);
    let refuse = |sentence: String| upload_page(&cx, &form.clone().refill(cx.submission(), vec![("file", sentence)]));
    let Some(file) = cx.submission().files.get("file") else { return refuse(cx.t("report-import-missing")) };
    match read(file.name.clone(), file.bytes.clone()).await? {
        Ok(_) => {}
        Err(fault) => return refuse(fault_words(&cx, &fault)),
    }
    let mut tx = cx.write().await?;
    let mut input = Input::new(&cx);
    input.room(&mut tx, "file").await?;
    if let Some((_, sentence)) = input.errors().into_iter().next() {
        return refuse(sentence);
    }
    let name: String = file.name.chars().filter(|c| !c.is_control()).take(200).collect();
    let id = tx.add_file(&name, UPLOAD_MEDIA, file.bytes.clone()).await?;
    cx.done(tx, &format!("/berichte/einlesen/{id}"), None).await
}

/// The reader speaks German; in English the page names the way out.
fn fault_words(cx: &Cx, fault: &reader::ReadFault) -> String {
    match cx.language() {
        allmende_web::texts::Language::German => fault.to_string(),
        allmende_web::texts::Language::English => cx.tv("report-import-fault", [("detail", fault.to_string().into())]),
    }
}

/// A proposed record with its box.
struct Item {
    value: String,
    date: String,
    title: String,
    details: Vec<String>,
    known: bool,
    ticked: bool,
}

/// Proposed records of a kind.
struct Group {
    title: String,
    name: &'static str,
    items: Vec<Item>,
}

#[derive(askama::Template)]
#[template(path = "import.html")]
struct ProposalPage<'a> {
    cx: &'a Cx,
    title: String,
    lead: String,
    path: &'a [Line],
    action: String,
    groups: Vec<Group>,
    doubtful: Vec<(usize, String, String)>,
    inferred: Vec<(usize, String, String)>,
    unplaced: Vec<(usize, String)>,
    asset: &'static str,
}

async fn stored(tx: &mut Tx, file: Id) -> Result<(String, Vec<u8>), Problem> {
    let stored = tx.file(file).await?.filter(|stored| stored.media_type == UPLOAD_MEDIA).ok_or(Problem::NotFound)?;
    Ok((stored.name, stored.bytes))
}

/// A day, a span, or the month, quarter or year that is all the report says.
fn when(cx: &Cx, from: Date, to: Option<Date>, precision: Option<Precision>) -> String {
    let month = |day: Date| german::month_of_year(day, cx.document_language());
    match precision {
        None | Some(Precision::Day) => days(from, to),
        Some(Precision::Week) => days(from, to.or_else(|| from.checked_add(jiff::Span::new().days(6)).ok())),
        Some(Precision::Year) => from.year().to_string(),
        Some(Precision::Month | Precision::Quarter | Precision::HalfYear) => {
            let months = match precision {
                Some(Precision::Quarter) => 2,
                Some(Precision::HalfYear) => 5,
                _ => 0,
            };
            let last = to.or_else(|| from.checked_add(jiff::Span::new().months(months)).ok()).unwrap_or(from);
            if last.first_of_month() == from.first_of_month() {
                month(from)
            } else {
                format!("{} – {}", month(from), month(last))
            }
        }
    }
}

fn days(from: Date, to: Option<Date>) -> String {
    german::date_range(from, to.unwrap_or(from))
}

fn groups(cx: &Cx, proposal: &Proposal, known: &Known) -> Vec<Group> {
    let item = |index: usize, known: bool, date: String, title: &str, details: Vec<String>| Item {
        value: index.to_string(),
        date,
        title: title.to_owned(),
        details: details.into_iter().filter(|line| !line.trim().is_empty()).collect(),
        known,
        ticked: !known,
    };
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let meetings = proposal.meetings.iter().enumerate().map(|(index, found)| {
        let details = found.topics.iter().cloned().chain([optional(&found.place), found.note.clone()]).collect();
        item(index, known.meeting(found), when(cx, found.date, found.end_date, found.precision), &found.body, details)
    });
    let events = proposal.events.iter().enumerate().map(|(index, found)| {
        item(
            index,
            known.event(found),
            when(cx, found.date, found.end_date, found.precision),
            &found.title,
            vec![optional(&found.place), found.note.clone()],
        )
    });
    let projects = proposal.projects.iter().enumerate().map(|(index, found)| {
        let mut details = vec![optional(&found.field), optional(&found.state), found.partners.join(", ")];
        details.extend(found.figures.iter().map(|figure| {
            let number = format!("{}", figure.value).replace('.', ",");
            [figure.qualifier.as_deref().unwrap_or_default(), &number, figure.unit.as_deref().unwrap_or_default()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        }));
        details.extend(
            found
                .milestones
                .iter()
                .map(|step| format!("{}: {}", when(cx, step.date, step.end_date, step.precision), step.text)),
        );
        details.push(found.narrative.clone());
        item(index, known.project(found), String::new(), &found.title, details)
    });
    let grants = proposal.grants.iter().enumerate().map(|(index, found)| {
        let title = found.authority.clone().unwrap_or_else(|| cx.t("report-import-grant"));
        let amount = found.amount_cents.map(|cents| cx.money(cents)).unwrap_or_default();
        let date = found.notice_date.map(german::date).unwrap_or_default();
        let period = found.period.and_then(|p| Some(days(p.from?, p.to))).unwrap_or_default();
        item(index, known.grant(found), date, &title, vec![amount, period, found.text.clone()])
    });
    let press = proposal.press.iter().enumerate().map(|(index, found)| {
        let date = found.date.map(german::date).unwrap_or_default();
        item(index, known.press(found), date, &found.medium, vec![optional(&found.title), found.note.clone()])
    });
    let group = |name: &'static str, items: Vec<Item>| Group {
        title: cx.tv(&format!("report-import-{name}"), [("count", items.len().into())]),
        name,
        items,
    };
    [
        group("meetings", meetings.collect()),
        group("events", events.collect()),
        group("projects", projects.collect()),
        group("grants", grants.collect()),
        group("press", press.collect()),
    ]
    .into_iter()
    .filter(|group| !group.items.is_empty())
    .collect()
}

/// What the file proposes, and everything that found no place.
pub(super) async fn proposal(cx: Cx, Path(file): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let (name, bytes) = stored(&mut tx, file).await?;
    let known = Known::load(&mut tx).await?;
    drop(tx);
    let found = read(name.clone(), bytes).await?.map_err(|fault| Problem::Refused(fault_words(&cx, &fault)))?;
    let new = Selection::new_only(&found, &known).len();
    let path = [Line::link(cx.t("report-list"), "/berichte"), Line::link(cx.t("report-import"), "/berichte/einlesen")];
    let period = match (found.period.from, found.period.to) {
        (Some(from), Some(to)) => german::date_range(from, to),
        _ => String::new(),
    };
    let key = if period.is_empty() { "report-import-found" } else { "report-import-found-period" };
    let mut values = vec![("count", new.into())];
    if !period.is_empty() {
        values.push(("period", period.into()));
    }
    let view = ProposalPage {
        cx: &cx,
        title: cx.tv("report-import-title", [("name", name.into())]),
        lead: cx.tv(key, values),
        path: &path,
        action: format!("/berichte/einlesen/{file}"),
        groups: groups(&cx, &found, &known),
        doubtful: found.invalid_dates.iter().map(|date| (date.line, date.text.clone(), date.reason.clone())).collect(),
        inferred: found
            .inferred_years
            .iter()
            .map(|year| (year.line, year.text.clone(), german::date(year.date)))
            .collect(),
        unplaced: found.unplaced.iter().map(|line| (line.line, line.text.clone())).collect(),
        asset: assets::prefix(),
    };
    page::page(&cx, &view.title, &view)
}

fn selection(cx: &Cx) -> Selection {
    let ticked = |name: &str| {
        cx.submission().values.get(name).into_iter().flatten().filter_map(|value| value.parse().ok()).collect()
    };
    Selection {
        meetings: ticked("meetings"),
        events: ticked("events"),
        projects: ticked("projects"),
        grants: ticked("grants"),
        press: ticked("press"),
    }
}

/// Stores what is ticked, all of it or nothing, and forgets the file.
pub(super) async fn confirm(cx: Cx, Path(file): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let upload = stored(&mut tx, file).await;
    drop(tx);
    // Read before the writing transaction begins, so that nobody waits for a long file.
    let found = match upload {
        Ok((name, bytes)) => read(name, bytes).await?.map_err(|fault| Problem::Refused(fault_words(&cx, &fault))),
        Err(problem) => Err(problem),
    };
    // A second press of the button ends here and leads to where the first one led.
    let mut tx = cx.write().await?;
    let found = found?;
    let selection = selection(&cx);
    if selection.is_empty() {
        return Err(Problem::Refused(cx.t("report-import-nothing")));
    }
    let taken = take_over(&mut tx, &found, &selection).await?;
    tx.delete_file(file).await?;
    let values = [
        ("meetings", taken.meetings.into()),
        ("events", taken.events.into()),
        ("projects", taken.projects.into()),
        ("grants", taken.grants.into()),
        ("press", taken.press.into()),
    ];
    cx.done(tx, "/berichte", Some(Flash { text: cx.tv("report-import-done", values), undo: None })).await
}

/// Forgets the file; nothing was stored of it.
pub(super) async fn discard(cx: Cx, Path(file): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    stored(&mut tx, file).await?;
    tx.delete_file(file).await?;
    let text = cx.t("report-import-discarded");
    cx.done(tx, "/berichte", Some(Flash { text, undo: None })).await
}
