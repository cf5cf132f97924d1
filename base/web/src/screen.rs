//! The screens of a record: list, page, form, history, trash. Written once, used by every kind.
//!
//! A kind implements [`Screen`] and adds [`routes`] to its area. What differs (columns, fields,
//! rules, what stands on its page) is in the implementation; what is the same for all (filter,
//! sort, export, errors at the field, two people editing, undo) is here.

use std::future::Future;

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_store::{Action as Done, AuditEntry, BothRow, Id, Record, StoreError, Tx};

use crate::access::{Access, Flash, Permission};
use crate::area::{KindView, Route, as_written, get, kind_text, post};
use crate::cx::Cx;
use crate::derived_list::{self, DerivedRow};
use crate::export;
use crate::form::{Field, Form, Input, Values};
use crate::history::{FieldWords, Names};
use crate::list::{List, Row, address, wishes};
use crate::page;
use crate::pages::trash;
use crate::problem::Problem;
use crate::stored_list;
use crate::view::{Action, Line, View};

/// What a kind of record adds to the common screens.
pub trait Screen: Record {
    /// Where its screens stand, without a slash at the end.
    const PATH: &'static str;
    /// Who may see them.
    const READ: Permission;
    /// Who may create and change.
    const WRITE: Permission;
    /// Prefix of its texts: `<prefix>-new`, `<prefix>-edit`, `<prefix>-save`, `<prefix>-not-saved`, and its fields.
    const TEXTS: &'static str;
    /// Whether it has a list of its own. Parts of another record have none.
    const LISTED: bool = true;
    /// What the rows of its list show of other tables and the database can say with the row; `()` if nothing.
    type Beside: BothRow;

    /// What stands around the rows of its list, and what the database filters and sorts them by. Its filters offer what
    /// occurs; it loads no records.
    fn list(cx: &Cx, tx: &mut Tx) -> impl Future<Output = Result<List, Problem>> + Send {
        let _ = (cx, tx);
        async { Ok(List::default()) }
    }

    /// The rows of some records of its list, in their order: one page, or a part of an export. What they need of other
    /// records stands beside them, or is looked up for all of them at once.
    fn rows(
        cx: &Cx,
        tx: &mut Tx,
        records: Vec<(Self, Self::Beside)>,
    ) -> impl Future<Output = Result<Vec<Row>, Problem>> + Send {
        let _ = (cx, tx, records);
        async { Ok(Vec::new()) }
    }

    /// The fields of the form, empty.
    fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> impl Future<Output = Result<Vec<Field>, Problem>> + Send;

    /// What stands in the fields for this record.
    fn field_values(&self) -> Values;

    /// What stands in the fields of a new record; the address may suggest values.
    fn suggestion(cx: &Cx) -> Values {
        cx.query_all()
            .iter()
            .filter_map(|(key, value)| {
                Self::SUGGESTED.iter().find(|name| **name == key).map(|name| (*name, vec![value.clone()]))
            })
            .collect()
    }

    /// The fields that the address may fill.
    const SUGGESTED: &'static [&'static str] = &[];

    /// Makes a record of the form. Faults are noted in `input`; the record is then thrown away.
    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self;

    /// Rules that need the database. Faults are noted in `input`.
    fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> impl Future<Output = Result<(), Problem>> + Send {
        let _ = (input, tx);
        async { Ok(()) }
    }

    /// What has to be stored before it, in the same transaction: the file that it points to, its place in a list.
    /// Called once the form is fine; `before` is the stored record if there is one.
    fn prepare(
        &mut self,
        cx: &Cx,
        tx: &mut Tx,
        before: Option<&Self>,
    ) -> impl Future<Output = Result<(), Problem>> + Send {
        let _ = (cx, tx, before);
        async { Ok(()) }
    }

    /// What else is to be stored with it, in the same transaction.
    fn stored(&self, cx: &Cx, tx: &mut Tx, is_new: bool) -> impl Future<Output = Result<(), Problem>> + Send {
        let _ = (cx, tx, is_new);
        async { Ok(()) }
    }

    /// Whether this person may see this record.
    fn may_read(&self, cx: &Cx) -> bool {
        cx.may(Self::READ)
    }

    /// Whether this person may change this record.
    fn may_write(&self, cx: &Cx) -> bool {
        cx.may(Self::WRITE)
    }

    /// Its page.
    fn view(&self, cx: &Cx, tx: &mut Tx) -> impl Future<Output = Result<View, Problem>> + Send;

    /// Its title for this person.
    fn title(&self, cx: &Cx) -> String {
        let _ = cx;
        self.entry().title
    }

    /// Where it is shown.
    fn href(&self) -> String {
        format!("{}/{}", Self::PATH, self.head().id)
    }

    /// Whether its form carries a file.
    const FILES: bool = false;
}

/// The routes of a kind.
pub fn routes<T: Screen>() -> Vec<Route> {
    let read = Access::Needs(T::READ);
    let write = Access::Needs(T::WRITE);
    let path = T::PATH;
    let mut all = vec![
        get(format!("{path}/neu"), write, create_form::<T>),
        post(format!("{path}/neu"), write, create::<T>),
        get(format!("{path}/{{id}}"), read, show::<T>),
        get(format!("{path}/{{id}}/verlauf"), read, history::<T>),
        get(format!("{path}/{{id}}/bearbeiten"), write, change_form::<T>),
        post(format!("{path}/{{id}}/bearbeiten"), write, change::<T>),
        post(format!("{path}/{{id}}/papierkorb"), write, trash::<T>),
        post(format!("{path}/{{id}}/wiederherstellen"), write, restore::<T>),
        post(format!("{path}/{{id}}/ablegen"), write, put_aside::<T>),
        post(format!("{path}/{{id}}/hervorholen"), write, take_back::<T>),
    ];
    if T::LISTED {
        all.push(get(path, read, list::<T>));
    }
    all
}

fn text<T: Screen>(cx: &Cx, part: &str) -> String {
    cx.t(&format!("{}-{part}", T::TEXTS))
}

async fn list<T: Screen>(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let list = T::list(&cx, &mut tx).await?;
    match export::Format::wished(&cx) {
        Some(format) => {
            let rows = stored_list::Rows::<T>::new(cx.clone(), tx, &list);
            export::answer(&cx, list, format, rows).await
        }
        None => {
            let selection = stored_list::select::<T>(&cx, &mut tx, &list).await?;
            let create = cx.may(T::WRITE).then(|| (format!("{}/neu", T::PATH), text::<T>(&cx, "new")));
            page::list(&cx, &list, &selection, create)
        }
    }
}

/// Draws a list of something else than records, or gives it as a file, as the address asks. `create` is where a new one
/// begins and the words for it.
pub async fn list_answer(
    cx: &Cx,
    list: List,
    rows: Vec<DerivedRow>,
    create: Option<(String, String)>,
) -> Result<Response, Problem> {
    match export::Format::wished(cx) {
        Some(format) => {
            let rows = derived_list::rows(&wishes(cx, &list), &list, rows);
            export::answer(cx, list, format, derived_list::Rows::new(rows)).await
        }
        None => page::list(cx, &list, &derived_list::select(cx, &list, rows), create),
    }
}

async fn load<T: Screen>(cx: &Cx, tx: &mut Tx, id: Id) -> Result<T, Problem> {
    let record: T = tx.get(id).await?.ok_or(Problem::NotFound)?;
    // What a person may not see does not exist for that person.
    if record.may_read(cx) { Ok(record) } else { Err(Problem::NotFound) }
}

async fn load_to_change<T: Screen>(cx: &Cx, tx: &mut Tx, id: Id) -> Result<T, Problem> {
    let record: T = load(cx, tx, id).await?;
    if record.may_write(cx) { Ok(record) } else { Err(Problem::Forbidden) }
}

async fn show<T: Screen>(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let record: T = load(&cx, &mut tx, id).await?;
    let mut view = record.view(&cx, &mut tx).await?;
    for panel in cx.app().areas.iter().flat_map(|area| &area.panels) {
        if panel.kind == T::KIND && cx.may(panel.permission) {
            view.main.extend((panel.parts)(&cx, &mut tx, id).await?);
        }
    }
    let base = format!("{}/{id}", T::PATH);
    let mut more = vec![Action::link(cx.t("record-history"), format!("{base}/verlauf"), "history")];
    if record.may_write(&cx) {
        view.actions.insert(0, Action::link(cx.t("record-edit"), format!("{base}/bearbeiten"), "edit"));
        if record.head().archived_at.is_some() {
            more.push(Action::post(cx.t("record-take-back"), format!("{base}/hervorholen"), "undo"));
        } else {
            more.push(Action::post(cx.t("record-put-aside"), format!("{base}/ablegen"), "archive"));
        }
        more.push(Action::post(cx.t("record-trash"), format!("{base}/papierkorb"), "trash"));
    }
    if T::LISTED {
        view.path.insert(0, Line::link(text::<T>(&cx, "list"), T::PATH));
    }
    page::record(&cx, &view, &more, record.head().archived_at.map(|at| cx.day(at.day())))
}

async fn build_form<T: Screen>(cx: &Cx, tx: &mut Tx, record: Option<&T>) -> Result<Form, Problem> {
    let action = record.map_or_else(
        || address(&format!("{}/neu", T::PATH), cx.query_all(), &[]),
        |record| format!("{}/{}/bearbeiten", T::PATH, record.head().id),
    );
    let cancel = match record {
        Some(record) => record.href(),
        None => back_address(cx, if T::LISTED { T::PATH } else { "/" }),
    };
    Ok(Form {
        action,
        fields: T::fields(cx, tx, record).await?,
        button: text::<T>(cx, "save"),
        cancel,
        version: record.map(|record| record.head().version),
        files: T::FILES,
        conflict: None,
        get: false,
    })
}

/// The page that `zurueck` in the address names, if it is one of ours; else `otherwise`.
pub fn back_address(cx: &Cx, otherwise: &str) -> String {
    let back = cx.query("zurueck");
    // Only a path of our own: "//host" and "/\host" lead elsewhere.
    let own = back.starts_with('/') && !back.starts_with("//") && !back.contains(|c: char| c == '\\' || c.is_control());
    if own { back.to_owned() } else { otherwise.to_owned() }
}

fn form_page<T: Screen>(cx: &Cx, form: &Form, record: Option<&T>) -> Result<Response, Problem> {
    let title = if record.is_some() { text::<T>(cx, "edit") } else { text::<T>(cx, "new") };
    let mut path = Vec::new();
    if T::LISTED {
        path.push(Line::link(text::<T>(cx, "list"), T::PATH));
    }
    if let Some(record) = record {
        path.push(Line::link(record.title(cx), record.href()));
    }
    page::form(cx, &title, &text::<T>(cx, "not-saved"), &path, form)
}

async fn create_form<T: Screen>(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let form = build_form::<T>(&cx, &mut tx, None).await?.fill(T::suggestion(&cx));
    form_page::<T>(&cx, &form, None)
}

async fn create<T: Screen>(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut input = Input::new(&cx);
    let mut record = T::read(&mut input, None);
    if input.is_fine() {
        record.check(&mut input, &mut tx).await?;
    }
    if !input.is_fine() {
        let errors = input.errors();
        let form = build_form::<T>(&cx, &mut tx, None).await?.refill(cx.submission(), errors);
        return form_page::<T>(&cx, &form, None);
    }
    record.prepare(&cx, &mut tx, None).await?;
    tx.insert(&mut record).await?;
    record.stored(&cx, &mut tx, true).await?;
    let sentence = cx.tv("flash-created", &[("title", record.title(&cx).into())]);
    let undo = Some(format!("{}/{}/papierkorb", T::PATH, record.head().id));
    cx.done(tx, &record.href(), Some(Flash { text: sentence, undo })).await
}

async fn change_form<T: Screen>(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let record: T = load_to_change(&cx, &mut tx, id).await?;
    let form = build_form(&cx, &mut tx, Some(&record)).await?.fill(record.field_values());
    form_page(&cx, &form, Some(&record))
}

async fn change<T: Screen>(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let before: T = load_to_change(&cx, &mut tx, id).await?;
    let mut input = Input::new(&cx);
    let mut record = T::read(&mut input, Some(&before));
    record.head_mut().clone_from(before.head());
    if input.is_fine() {
        record.check(&mut input, &mut tx).await?;
    }
    if !input.is_fine() {
        let errors = input.errors();
        let mut form = build_form(&cx, &mut tx, Some(&before)).await?.refill(cx.submission(), errors);
        // What was typed belongs to the version that was read, not to the newest.
        form.version = cx.submission().get("version").parse().ok();
        return form_page(&cx, &form, Some(&before));
    }
    let read_version = cx.submission().get("version").parse().unwrap_or(0);
    if read_version != before.head().version {
        return conflict_page(&cx, tx, &before).await;
    }
    record.prepare(&cx, &mut tx, Some(&before)).await?;
    match tx.update(&mut record).await {
        Ok(()) => {}
        // PostgreSQL lets two writers come this far; the second one waits and then finds the row changed.
        Err(StoreError::Conflict) => return Err(Problem::Conflict),
        Err(error) => return Err(error.into()),
    }
    record.stored(&cx, &mut tx, false).await?;
    let sentence = cx.tv("flash-changed", &[("title", record.title(&cx).into())]);
    cx.done(tx, &record.href(), Some(Flash { text: sentence, undo: None })).await
}

/// The form again, with what both people wrote, field by field. Sending it once more stores it over the other text.
async fn conflict_page<T: Screen>(cx: &Cx, mut tx: Tx, newest: &T) -> Result<Response, Problem> {
    let last: Option<AuditEntry> = tx.history(newest.head().id).await?.into_iter().next();
    let mut form = build_form(cx, &mut tx, Some(newest)).await?.refill(cx.submission(), Vec::new());
    for (name, theirs) in newest.field_values() {
        if let Some(field) = form.fields.iter_mut().find(|field| field.name == name)
            && field.values.join("\n").replace("\r\n", "\n").trim() != theirs.join("\n").trim()
        {
            let labels: Vec<String> = theirs
                .iter()
                .map(|value| {
                    field
                        .choices
                        .iter()
                        .find(|choice| choice.value == *value)
                        .map_or(value, |choice| &choice.label)
                        .clone()
                })
                .collect();
            field.theirs = Some(labels.join(", "));
        }
    }
    let who = last.map_or_else(String::new, |entry| entry.actor);
    form.conflict = Some(cx.tv("form-conflict", &[("who", who.into())]));
    let mut response = form_page(cx, &form, Some(newest))?;
    *response.status_mut() = axum::http::StatusCode::CONFLICT;
    Ok(response)
}

async fn trash<T: Screen>(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let record: T = load_to_change(&cx, &mut tx, id).await?;
    tx.trash::<T>(id).await?;
    let sentence = cx.tv("flash-trashed", &[("title", record.title(&cx).into())]);
    let undo = Some(format!("{}/{id}/wiederherstellen", T::PATH));
    let location = if T::LISTED { T::PATH.to_owned() } else { record.href() };
    cx.done(tx, &location, Some(Flash { text: sentence, undo })).await
}

async fn restore<T: Screen>(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    if let Some(line) = tx.index_line(id).await? {
        trash::demand_parent(&cx, &mut tx, &line).await?;
    }
    let record: T = tx.restore(id).await?;
    if !record.may_read(&cx) || !record.may_write(&cx) {
        return Err(Problem::NotFound);
    }
    let sentence = cx.tv("flash-restored", &[("title", record.title(&cx).into())]);
    cx.done(tx, &record.href(), Some(Flash { text: sentence, undo: None })).await
}

async fn put_aside<T: Screen>(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    move_aside::<T>(cx, id, true).await
}

async fn take_back<T: Screen>(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    move_aside::<T>(cx, id, false).await
}

async fn move_aside<T: Screen>(cx: Cx, id: Id, aside: bool) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let record: T = load_to_change(&cx, &mut tx, id).await?;
    tx.put_aside::<T>(id, aside).await?;
    let (key, back) = if aside { ("flash-aside", "hervorholen") } else { ("flash-back", "ablegen") };
    let sentence = cx.tv(key, &[("title", record.title(&cx).into())]);
    let undo = Some(format!("{}/{id}/{back}", T::PATH));
    cx.done(tx, &record.href(), Some(Flash { text: sentence, undo })).await
}

async fn history<T: Screen>(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let record: T = load(&cx, &mut tx, id).await?;
    let entries = tx.history(id).await?;
    let mut path = Vec::new();
    if T::LISTED {
        path.push(Line::link(text::<T>(&cx, "list"), T::PATH));
    }
    path.push(Line::link(record.title(&cx), record.href()));
    let names = Names::of(&cx, &mut tx, &entries).await?;
    // The form to change it first; what stands only on the form to create it (a first state) behind.
    let mut fields = T::fields(&cx, &mut tx, Some(&record)).await?;
    fields.extend(T::fields(&cx, &mut tx, None).await?);
    page::history(&cx, &path, &entries, &FieldWords { cx: &cx, prefix: T::TEXTS, fields, names })
}

/// The word for what was done.
pub fn action_word(cx: &Cx, action: Done) -> String {
    cx.t(&format!("action-{}", action.word()))
}

/// The name of a kind.
pub fn kind_name(cx: &Cx, kind: &str) -> String {
    cx.t(&kind_text(kind))
}

/// "14.11.2017, 08:12 Uhr" in German time.
pub fn moment_words(cx: &Cx, at: allmende_store::Moment) -> String {
    let local = at.in_germany();
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    cx.tv("moment", &[("day", german::date(local.date()).into()), ("time", time.into())])
}

/// How a kind is known to the house; [`KindView`] with the usual settings for a kind with screens.
pub const fn kind<T: Screen>(icon: &'static str, home: crate::area::Home, dated: bool) -> KindView {
    KindView {
        record: allmende_store::RecordKind::of::<T>(),
        icon,
        home,
        path: T::PATH,
        read: T::READ,
        write: T::WRITE,
        dated,
        words: as_written,
    }
}
