//! To whom a new letter goes: one person, all members, the holders of a body's offices, or a filtered list of people.

use allmende_store::{Day, Id, RecordData, Tx};
use allmende_web::form::{Choice, Input, parse_day};
use allmende_web::list::address;
use allmende_web::stored_list;
use allmende_web::{Cx, Problem};

use super::PATH;
use crate::letters::recipients::{self, Addressee};
use crate::model::{Body, Person};

const MEMBERS: &str = "mitglieder";
const LIST: &str = "liste";
const BODY: &str = "gremium:";

/// Where a letter to one record begins.
pub(crate) fn to_one(addressee: Addressee) -> String {
    format!("{PATH}/neu?an={}", addressee.word())
}

/// Where a letter to all members begins.
pub(crate) fn to_members() -> String {
    format!("{PATH}/neu?auswahl={MEMBERS}")
}

/// Where a letter to the holders of a body's offices begins.
pub(crate) fn to_body(body: Id) -> String {
    format!("{PATH}/neu?auswahl={BODY}{body}")
}

/// Where a letter to the people of a filtered list begins; the filters go along in the address.
pub(crate) fn to_list(cx: &Cx) -> String {
    let without = ["seite", "sort", "richtung", "format"].map(|name| (name, ""));
    let changes: Vec<(&str, &str)> = without.into_iter().chain([("auswahl", LIST)]).collect();
    address(&format!("{PATH}/neu"), cx.query_all(), &changes)
}

/// What the address wishes.
pub(super) fn suggested(cx: &Cx) -> String {
    [cx.query("an"), cx.query("auswahl")].into_iter().find(|word| !word.is_empty()).unwrap_or_default().to_owned()
}

/// The people that the filters in the address leave.
async fn listed(cx: &Cx, tx: &mut Tx) -> Result<Vec<Addressee>, Problem> {
    let people: Vec<Person> = stored_list::records(cx, tx).await?;
    Ok(people.into_iter().map(|person| Addressee::Person(person.head.id)).collect())
}

/// What can be chosen.
pub(super) async fn choices(cx: &Cx, tx: &mut Tx) -> Result<Vec<Choice>, Problem> {
    let choice = |value: String, label: String| Choice { value, label };
    let mut choices = vec![choice(String::new(), cx.t("letter-selection-later"))];
    if let Some(one) = Addressee::from_word(cx.query("an"))
        && let Some(line) = tx.index_line(one.id()).await?
    {
        choices.push(choice(one.word(), line.title));
    }
    if cx.query("auswahl") == LIST {
        let count = listed(cx, tx).await?.len();
        choices.push(choice(LIST.to_owned(), cx.tv("letter-selection-list", [("count", count.into())])));
    }
    choices.push(choice(MEMBERS.to_owned(), cx.t("letter-selection-members")));
    for body in crate::pages::choice::choices::<Body>(tx, None).await? {
        let label = cx.tv("letter-selection-body", [("body", body.label.into())]);
        choices.push(choice(format!("{BODY}{}", body.value), label));
    }
    Ok(choices)
}

/// Refuses what is no selection.
pub(super) async fn check(input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
    let cx = input.cx().clone();
    let wish = cx.submission().get("selection").to_owned();
    let known = match (wish.as_str(), Addressee::from_word(&wish), wish.strip_prefix(BODY)) {
        ("" | MEMBERS | LIST, ..) => true,
        (_, Some(one), _) => tx.index_line(one.id()).await?.is_some_and(|line| {
            ["person", "organisation", "municipality"].contains(&line.kind.as_str()) && line.trashed_at.is_none()
        }),
        (_, None, Some(id)) => match id.parse::<Id>() {
            Ok(id) => tx.index_line(id).await?.is_some_and(|line| line.kind == Body::KIND && line.trashed_at.is_none()),
            Err(_) => false,
        },
        _ => false,
    };
    if !known {
        input.refuse_key("selection", "form-choice-missing");
    }
    Ok(())
}

/// Everybody whom the form chose.
pub(super) async fn chosen(cx: &Cx, tx: &mut Tx) -> Result<Vec<Addressee>, Problem> {
    let form = cx.submission();
    let on: Day = parse_day(form.get("holders_on")).unwrap_or_else(|_| {
        // The date of the letter, unless another day was asked for.
        parse_day(form.get("dated_on")).unwrap_or(cx.today())
    });
    let wish = form.get("selection");
    Ok(match wish {
        MEMBERS => recipients::members(tx, on).await?,
        LIST => listed(cx, tx).await?,
        _ => match wish.strip_prefix(BODY).and_then(|id| id.parse().ok()) {
            Some(body) => recipients::holders_of_body(tx, body, on).await?,
            None => Addressee::from_word(wish).into_iter().collect(),
        },
    })
}
