//! The screens of the area, one file per thing a person does.

mod capture;
mod clipping;
mod medium;

use allmende_store::{Id, Tx};
use allmende_web::form::Choice;
use allmende_web::{Cx, Problem};

pub(crate) use capture::capture;

/// Where clippings stand.
pub(crate) const CLIPPINGS: &str = "/presse";
/// Where media stand.
pub(crate) const MEDIA: &str = "/medien";

/// Where a record of another area is shown, if the person may see it there.
fn href_of(cx: &Cx, kind: &str, id: Id) -> Option<String> {
    cx.app().kind(kind).filter(|view| cx.may(view.read)).map(|view| view.href(id, None))
}

/// The records of a kind as choices, in German order.
async fn choices(tx: &mut Tx, kind: &str) -> Result<Vec<Choice>, Problem> {
    let items = tx.of_kind(kind).await?;
    let mut choices: Vec<Choice> =
        items.into_iter().map(|item| Choice { value: item.record_id.to_string(), label: item.title }).collect();
    choices.sort_by(|a, b| allmende_documents::collation::compare_words(&a.label, &b.label));
    Ok(choices)
}
