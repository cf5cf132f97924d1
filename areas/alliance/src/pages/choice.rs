//! Choosing another record in a form.

use allmende_documents::collation::compare_words;
use allmende_store::{Id, Record, Tx};
use allmende_web::Problem;
use allmende_web::form::{Choice, Input};

/// Every record of a kind that is in use, by title, and the one that is taken already.
pub(crate) async fn choices<T: Record>(tx: &mut Tx, taken: Option<Id>) -> Result<Vec<Choice>, Problem> {
    let mut all: Vec<Choice> = tx
        .all::<T>()
        .await?
        .into_iter()
        .filter(|record| record.head().archived_at.is_none() || Some(record.head().id) == taken)
        .map(|record| Choice { value: record.head().id.to_string(), label: record.entry().title })
        .collect();
    all.sort_by(|a, b| compare_words(&a.label, &b.label));
    Ok(all)
}

/// Refuses an id that is no record of this kind in this alliance.
pub(super) async fn check_choice<T: Record>(
    input: &mut Input<'_>,
    tx: &mut Tx,
    field: &'static str,
    id: Option<Id>,
) -> Result<(), Problem> {
    let Some(id) = id else { return Ok(()) };
    let line = tx.index_line(id).await?;
    if !line.is_some_and(|line| line.kind == T::KIND && line.trashed_at.is_none()) {
        input.refuse_key(field, "form-choice-missing");
    }
    Ok(())
}

/// An id as the value of a field.
pub(super) fn id_text(id: Option<Id>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

/// A day as the value of a field.
pub(crate) fn day_text(day: Option<allmende_store::Day>) -> String {
    day.map(|day| allmende_documents::format::date(day.0)).unwrap_or_default()
}

/// The address of a form for a part of `parent`, which leads back to the parent's page `page`.
pub(super) fn part_form(path: &str, field: &str, parent: Id, page: &str) -> String {
    let query = [(field.to_owned(), parent.to_string()), ("zurueck".to_owned(), page.to_owned())].into();
    allmende_web::list::address(&format!("{path}/neu"), &query, &[])
}
