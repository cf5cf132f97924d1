//! All seats of a body: list, panel, and the two ways to create them at once.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::letters::recipients::{Addressee, members};
use allmende_alliance::model::Body;
use allmende_alliance::queries::holders_of_body;
use allmende_documents::collation::compare_words;
use allmende_meeting_rules::Votes;
use allmende_store::{Day, Id, Tx};
use allmende_web::access::Flash;
use allmende_web::list::{Cell, Column};
use allmende_web::view::{Action, Line, Part, TableRow, Tone, View};
use allmende_web::{Cx, Problem, page};

use super::participants::{Names, rank};
use super::seat::{day_text, empty, role_word, votes_words};
use super::{BODIES, SEATS};
use crate::model::seat::{Channel, Seat, SeatRole};
use crate::{INVITED, WRITE, queries};

/// The seats of a body in the order of lists, those of other days behind.
pub(super) async fn in_order(tx: &mut Tx, body: Id, names: &Names, today: Day) -> Result<Vec<Seat>, Problem> {
    let mut seats = queries::seats(tx, body).await?;
    seats.retain(|seat| seat.head.archived_at.is_none());
    seats.sort_by(|a, b| {
        (!a.is_filled_on(today), rank(a.role))
            .cmp(&(!b.is_filled_on(today), rank(b.role)))
            .then_with(|| compare_words(&names.first(a), &names.first(b)))
    });
    Ok(seats)
}

/// "seit 01.05.2014", for seats that are not simply filled.
fn span(cx: &Cx, seat: &Seat) -> String {
    let (since, until) = (day_text(seat.since), day_text(seat.until));
    match (since.is_empty(), until.is_empty()) {
        (true, true) => String::new(),
        (false, true) => cx.tv("seat-span-since", [("day", since.into())]),
        (true, false) => cx.tv("seat-span-until", [("day", until.into())]),
        (false, false) => format!("{since}–{until}"),
    }
}

/// All seats of a body.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let body: Body = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let names = Names::on(&mut tx, cx.today()).await?;
    let seats = in_order(&mut tx, id, &names, cx.today()).await?;
    let column = |text: &str, numeric| Column { key: "", label: cx.t(text), numeric, order: None };
    let rows = seats.iter().map(|seat| {
        let mail = names.mail(seat);
        let way = match seat.channel {
            Channel::Mail if mail.is_empty() => cx.t("seat-no-mail"),
            Channel::Mail => mail,
            Channel::Letter => cx.t("channel-letter"),
        };
        TableRow {
            href: format!("{SEATS}/{}/bearbeiten", seat.head.id),
            cells: vec![
                Cell::from(names.first(seat)),
                Cell::from(names.second(seat)),
                Cell::from(role_word(&cx, seat.role)),
                Cell::from(votes_words(seat)),
                Cell::from(way),
                Cell::from(span(&cx, seat)),
            ],
        }
    });
    let table = Part::Table {
        title: cx.t("seat-list"),
        action: None,
        columns: vec![
            column("seat-name-head", false),
            column("seat-speaker", false),
            column("seat-role", false),
            column("seat-votes", true),
            column("seat-way", false),
            column("seat-span", false),
        ],
        rows: rows.collect(),
        foot: total(&cx, &seats),
        empty: cx.t("seat-none"),
    };
    let base = format!("{BODIES}/{id}/plaetze");
    let actions = if cx.may(WRITE) {
        vec![
            Action::post(cx.t("seats-from-offices"), format!("{base}/aemter"), "people"),
            Action::post(cx.t("seats-from-members"), format!("{base}/mitglieder"), "people"),
            Action::link(cx.t("seat-new"), format!("{SEATS}/neu?body_id={id}&zurueck={base}"), "plus").primary(),
        ]
    } else {
        Vec::new()
    };
    let view = View {
        title: cx.tv("seats-title", [("body", body.name.as_str().into())]),
        lead: cx.t("seats-lead"),
        actions,
        main: vec![table],
        path: vec![Line::link(cx.t("body-list"), BODIES), Line::link(body.name.clone(), format!("{BODIES}/{id}"))],
        ..View::default()
    };
    page::parts(&cx, &view)
}

/// The sum of the votes, if any are weighted or there are several.
fn total(cx: &Cx, seats: &[Seat]) -> Vec<TableRow> {
    let today = cx.today();
    let voting = seats.iter().filter(|seat| seat.role.votes() && seat.is_filled_on(today));
    let sum: i64 = voting.map(|seat| seat.votes).sum();
    let Ok(sum) = Votes::from_thousandths(sum) else { return Vec::new() };
    if sum.is_zero() {
        return Vec::new();
    }
    let cells = vec![
        Cell::from(cx.t("seat-votes-total")),
        Cell::Empty,
        Cell::Empty,
        Cell::from(sum.to_string()),
        Cell::Empty,
        Cell::Empty,
    ];
    vec![TableRow { href: String::new(), cells }]
}

/// The seats on the page of the body.
pub(super) async fn panel(cx: &Cx, tx: &mut Tx, body: Id) -> Result<Part, Problem> {
    let names = Names::on(tx, cx.today()).await?;
    let mut seats = in_order(tx, body, &names, cx.today()).await?;
    seats.retain(|seat| seat.is_filled_on(cx.today()));
    let knows = cx.may(INVITED);
    let lines: Vec<Line> = seats
        .iter()
        .map(|seat| {
            let votes = (seat.role.votes() && seat.votes != 1000)
                .then(|| cx.tv("seat-votes-words", [("votes", votes_words(seat).into())]));
            let words = [Some(role_word(cx, seat.role)), Some(names.second(seat)), votes];
            let meta: Vec<String> = words.into_iter().flatten().filter(|text| !text.is_empty()).collect();
            let line = Line::text(names.first(seat)).meta(meta.join(" · "));
            Line { href: knows.then(|| format!("{SEATS}/{}", seat.head.id)), ..line }
        })
        .collect();
    Ok(Part::Lines {
        title: cx.t("seat-list"),
        action: knows.then(|| Action::link(cx.t("seats-manage"), format!("{BODIES}/{body}/plaetze"), "")),
        lines,
        empty: cx.t("seat-none"),
    })
}

/// What a body without seats needs first.
pub(super) fn hint(cx: &Cx, body: Id) -> Part {
    Part::Note {
        tone: Tone::Info,
        text: cx.t("seats-hint"),
        action: Some(Action::post(cx.t("seats-from-members"), format!("{BODIES}/{body}/plaetze/mitglieder"), "")),
    }
}

/// Creates a seat for every member of today that has none.
pub(super) async fn from_members(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    tx.get::<Body>(id).await?.ok_or(Problem::NotFound)?;
    let today = cx.today();
    let known = queries::seats(&mut tx, id).await?;
    let names = Names::on(&mut tx, today).await?;
    let mut added = 0;
    for member in members(&mut tx, today).await? {
        let Addressee::Member(municipality) = member else { continue };
        if known
            .iter()
            .any(|seat| seat.municipality_id == Some(municipality) && seat.until.is_none_or(|day| day >= today))
        {
            continue;
        }
        let mut seat = Seat { municipality_id: Some(municipality), ..empty(id) };
        seat.name = names.first(&seat);
        tx.insert(&mut seat).await?;
        added += 1;
    }
    finish(&cx, tx, id, added).await
}

/// What an office is in a body, as far as its name tells.
fn role_of(title: &str) -> SeatRole {
    let title = title.to_lowercase();
    let leads = title.contains("vorsitz") || title.contains("leit") || title.contains("sprecher");
    let second = ["stellv", "zweit", "2.", "dritt", "3."].iter().any(|word| title.contains(word));
    if title.contains("schriftführ") {
        SeatRole::MinuteTaker
    } else if leads && second {
        SeatRole::DeputyChair
    } else if leads {
        SeatRole::Chair
    } else {
        SeatRole::Member
    }
}

/// Creates a seat for everybody who holds an office of the body. Who speaks for a municipality that has a seat already
/// keeps that one vote; the office then only says who leads.
pub(super) async fn from_offices(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    tx.get::<Body>(id).await?.ok_or(Problem::NotFound)?;
    let today = cx.today();
    let mut seats = queries::seats(&mut tx, id).await?;
    seats.retain(|seat| seat.is_filled_on(today));
    let names = Names::on(&mut tx, today).await?;
    let mut added = 0;
    for holder in holders_of_body(&mut tx, id, today).await? {
        let taken = |seats: &[Seat], role| role == SeatRole::Chair && seats.iter().any(|seat| seat.role == role);
        let wanted = role_of(&holder.title);
        let role = if taken(&seats, wanted) { SeatRole::Member } else { wanted };
        if let Some(seat) = seats.iter_mut().find(|seat| names.speaker(seat) == Some(holder.person_id)) {
            if seat.role == SeatRole::Member && matches!(role, SeatRole::Chair | SeatRole::DeputyChair) {
                seat.role = role;
                tx.update(seat).await?;
                added += 1;
            }
            continue;
        }
        let mut seat = Seat { person_id: Some(holder.person_id), role, since: holder.since, ..empty(id) };
        seat.name = names.first(&seat);
        tx.insert(&mut seat).await?;
        seats.push(seat);
        added += 1;
    }
    finish(&cx, tx, id, added).await
}

async fn finish(cx: &Cx, tx: Tx, body: Id, added: usize) -> Result<Response, Problem> {
    let text = cx.tv("flash-seats", [("count", added.into())]);
    cx.done(tx, &format!("{BODIES}/{body}/plaetze"), Some(Flash { text, undo: None })).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_tell_roles() {
        let table = [
            ("Erster Vorsitzender", SeatRole::Chair),
            ("Stellvertretende Vorsitzende", SeatRole::DeputyChair),
            ("2. Vorsitzender", SeatRole::DeputyChair),
            ("Schriftführerin", SeatRole::MinuteTaker),
            ("Kassier", SeatRole::Member),
            ("Sprecherin", SeatRole::Chair),
        ];
        for (title, role) in table {
            assert_eq!(role_of(title), role, "{title}");
        }
    }
}
