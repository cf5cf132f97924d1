//! The recipients on the page of a letter: who gets it, who cannot be reached, one more, one less.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Id, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Choice, Control, Field, Form};
use allmende_web::view::{Action, Badge, Line, Part, Tone};
use allmende_web::{Cx, Problem};

use super::Opened;
use crate::letters::model::{Letter, LetterRecipient};
use crate::letters::recipients::Addressee;
use crate::letters::{add_recipients, queries};
use crate::model::{Municipality, Organisation, Person};
use crate::pages::choice::choices;
use allmende_web::screen::Screen;

/// Everybody with address and salutation, or with what is missing and the way to put it right.
pub(super) fn part(cx: &Cx, opened: &Opened, may_write: bool) -> Part {
    let base = opened.letter.href();
    let lines = opened
        .recipients
        .iter()
        .map(|(_, reached)| {
            let mut line = if reached.href.is_empty() {
                Line::text(&reached.name)
            } else {
                Line::link(&reached.name, &reached.href)
            };
            match &reached.letter {
                Ok(letter) => line.meta = format!("{} · {}", letter.address.join(", "), letter.salutation),
                Err((lack, mend)) => {
                    line.meta = cx.t(lack.text());
                    line.badge = Some(Badge::new(Tone::Warn, "warning", cx.t("letter-unreached")));
                    if !mend.is_empty() && cx.may(crate::CONTACTS_WRITE) {
                        line.actions.push(Action::link(cx.t("letter-mend"), mend, "edit"));
                    }
                }
            }
            if may_write {
                let label = cx.tv("letter-remove", [("name", reached.name.as_str().into())]);
                let href = format!("{base}/empfaenger/{}/entfernen", reached.id);
                line.actions.push(Action::post(label, href, "close").icon_only());
            }
            line
        })
        .collect();
    Part::Lines { title: cx.t("letter-recipients"), action: None, lines, empty: cx.t("letter-recipients-none") }
}

/// The form that adds one more.
pub(super) async fn form(cx: &Cx, tx: &mut Tx, opened: &Opened) -> Result<Part, Problem> {
    let there: Vec<Addressee> = opened.recipients.iter().filter_map(|(one, _)| one.addressee()).collect();
    let mut all: Vec<Choice> = vec![Choice { value: String::new(), label: cx.t("letter-add-nobody") }];
    let mut add = |found: Vec<Choice>, of: fn(Id) -> Addressee| {
        all.extend(found.into_iter().filter_map(|choice| {
            let addressee = of(choice.value.parse().ok()?);
            (!there.contains(&addressee)).then(|| Choice { value: addressee.word(), label: choice.label })
        }));
    };
    add(choices::<Municipality>(tx, None).await?, Addressee::Member);
    add(choices::<Organisation>(tx, None).await?, Addressee::Organisation);
    add(choices::<Person>(tx, None).await?, Addressee::Person);
    let field = Field::new(cx, "letter", "addressee", Control::Select).choices(all);
    Ok(Part::Form {
        title: cx.t("letter-add"),
        form: Form {
            action: format!("{}/empfaenger", opened.letter.href()),
            fields: vec![field],
            button: cx.t("letter-add-button"),
            cancel: opened.letter.href(),
            version: None,
            files: false,
            conflict: None,
            get: false,
        },
    })
}

async fn draft(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Letter, Problem> {
    let letter: Letter = tx.get(id).await?.ok_or(Problem::NotFound)?;
    if letter.head.trashed_at.is_some() {
        return Err(Problem::NotFound);
    }
    if letter.is_finished() { Err(Problem::Refused(cx.t("letter-is-finished"))) } else { Ok(letter) }
}

/// Adds a recipient.
pub(super) async fn add(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let letter = draft(&cx, &mut tx, id).await?;
    let wish = Addressee::from_word(cx.submission().get("addressee"));
    let known = match wish {
        Some(one) => tx.index_line(one.id()).await?.filter(|line| {
            let kind = match one {
                Addressee::Person(_) => "person",
                Addressee::Organisation(_) => "organisation",
                Addressee::Member(_) => "municipality",
            };
            line.kind == kind && line.trashed_at.is_none()
        }),
        None => None,
    };
    let (Some(one), Some(line)) = (wish, known) else { return Err(Problem::Refused(cx.t("letter-add-missing"))) };
    add_recipients(&mut tx, id, &[one]).await?;
    let text = cx.tv("letter-added", [("name", line.title.into())]);
    cx.done(tx, &letter.href(), Some(Flash { text, undo: None })).await
}

/// Takes a recipient away.
pub(super) async fn remove(cx: Cx, Path((id, recipient)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let letter = draft(&cx, &mut tx, id).await?;
    let there = queries::recipients(&mut tx, id).await?.into_iter().find(|one| one.head.id == recipient);
    let one = there.ok_or(Problem::NotFound)?;
    tx.trash::<LetterRecipient>(recipient).await?;
    let text = cx.tv("letter-removed", [("name", one.name.into())]);
    cx.done(tx, &letter.href(), Some(Flash { text, undo: None })).await
}

/// Takes away everybody whom the letter cannot reach.
pub(super) async fn leave_out(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let letter = draft(&cx, &mut tx, id).await?;
    let opened = Opened::of(&mut tx, letter).await?;
    let missing: Vec<Id> = opened.missing().map(|reached| reached.id).collect();
    for recipient in &missing {
        tx.trash::<LetterRecipient>(*recipient).await?;
    }
    let text = cx.tv("letter-left-out", [("count", missing.len().into())]);
    cx.done(tx, &opened.letter.href(), Some(Flash { text, undo: None })).await
}
