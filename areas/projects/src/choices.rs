//! What forms of this area and those above offer for choice, and the check of what they send back.

use allmende_documents::collation;
use allmende_store::{Id, Tx};
use allmende_web::form::{Choice, Input};
use allmende_web::{Cx, Problem};

use crate::queries;

/// The threads in use, in the order of DIN 5007-1. Threads put aside are left out.
pub async fn thread_choices(tx: &mut Tx, cx: &Cx) -> Result<Vec<Choice>, Problem> {
    thread_choices_with(tx, cx, None).await
}

/// The threads in use and the one that a record already names, so that saving its form does not lose it.
pub async fn thread_choices_with(tx: &mut Tx, _cx: &Cx, current: Option<Id>) -> Result<Vec<Choice>, Problem> {
    let names = queries::thread_names(tx).await?.into_iter();
    let offered = names.filter(|name| (!name.aside && !name.trashed) || Some(name.id) == current);
    Ok(ordered(offered.map(|name| Choice { value: name.id.to_string(), label: name.title }).collect()))
}

/// All records of a kind as choices, in the order of DIN 5007-1.
pub async fn choices_of_kind(tx: &mut Tx, kind: &str) -> Result<Vec<Choice>, Problem> {
    let items = tx.of_kind(kind).await?.into_iter();
    Ok(ordered(items.map(|item| Choice { value: item.record_id.to_string(), label: item.title }).collect()))
}

fn ordered(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by(|a, b| collation::compare_words(&a.label, &b.label));
    choices
}

/// Refuses a reference to a record that is not there or of another kind.
pub async fn check_reference(
    input: &mut Input<'_>,
    tx: &mut Tx,
    field: &'static str,
    id: Option<Id>,
    kind: &str,
) -> Result<(), Problem> {
    if let Some(id) = id
        && tx.index_line(id).await?.is_none_or(|line| line.kind != kind)
    {
        input.refuse_key(field, "form-choice-missing");
    }
    Ok(())
}
