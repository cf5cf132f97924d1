//! Taking in a file: choose it, see every row's fate, confirm.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Id, Tx};
use allmende_web::access::{Access, Flash, Permission};
use allmende_web::area::{Route, get, post};
use allmende_web::derived_list::DerivedRow;
use allmende_web::form::{Choice, Control, Field, Form, Input};
use allmende_web::list::{Cell, Filter, List, Test};
use allmende_web::screen::list_answer;
use allmende_web::view::{Action, Badge, Line, Tone};
use allmende_web::{Cx, Problem, page};

use super::{municipality, person};
use crate::import::{
    Counts, Fate, ImportFault, Plan, PlanRow, Words, import_members, import_people, preview_members, preview_people,
};
use crate::queries;

/// What a file is taken in for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Members,
    People,
}

impl Target {
    fn path(self) -> &'static str {
        match self {
            Self::Members => municipality::PATH,
            Self::People => person::PATH,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::People => "people",
        }
    }

    fn write(self) -> Permission {
        match self {
            Self::Members => crate::WRITE,
            Self::People => crate::CONTACTS_WRITE,
        }
    }

    fn key(self, part: &str) -> String {
        format!("import-{}{part}", self.word())
    }

    fn list(self, cx: &Cx) -> Line {
        let key = if self == Self::Members { "municipality-list" } else { "person-list" };
        Line::link(cx.t(key), self.path())
    }
}

/// The routes of both imports.
pub(crate) fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for target in [Target::Members, Target::People] {
        let access = Access::Needs(target.write());
        let base = format!("{}/einlesen", target.path());
        routes.push(get(base.clone(), access, move |cx: Cx| async move { ask(&cx, target) }));
        routes.push(post(base.clone(), access, move |cx| receive(cx, target)));
        routes.push(get(format!("{base}/{{file}}"), access, move |cx, id| preview(cx, id, target)));
        routes.push(post(format!("{base}/{{file}}/uebernehmen"), access, move |cx, id| confirm(cx, id, target)));
        routes.push(post(format!("{base}/{{file}}/verwerfen"), access, move |cx, id| discard(cx, id, target)));
    }
    routes
}

fn words(cx: &Cx) -> Words<'_> {
    Words { texts: &cx.app().texts, language: cx.language() }
}

fn form(cx: &Cx, target: Target) -> Form {
    let mut field = Field::new(cx, "import", "file", Control::File);
    field.hint = cx.t(&target.key("-hint"));
    Form {
        action: format!("{}/einlesen", target.path()),
        fields: vec![field],
        button: cx.t("import-check"),
        cancel: target.path().to_owned(),
        version: None,
        files: true,
        conflict: None,
        get: false,
    }
}

fn form_page(cx: &Cx, target: Target, form: &Form) -> Result<Response, Problem> {
    let lead = cx.t("import-lead");
    page::form_with_lead(cx, &cx.t(&target.key("")), &lead, &cx.t("import-not-read"), &[target.list(cx)], form)
}

fn ask(cx: &Cx, target: Target) -> Result<Response, Problem> {
    form_page(cx, target, &form(cx, target))
}

async fn receive(cx: Cx, target: Target) -> Result<Response, Problem> {
    let mut input = Input::new(&cx);
    let Some(upload) = cx.submission().files.get("file") else {
        input.refuse_key("file", "import-file-missing");
        return form_page(&cx, target, &form(&cx, target).refill(cx.submission(), input.errors()));
    };
    let mut tx = cx.write().await?;
    input.room(&mut tx, "file").await?;
    if !input.is_fine() {
        return form_page(&cx, target, &form(&cx, target).refill(cx.submission(), input.errors()));
    }
    // The file is read once before it is kept, so that a file nobody can use is never stored.
    if let Err(words) = counts(&cx, &mut tx, target, &upload.bytes, &upload.name).await? {
        input.refuse("file", words);
        return form_page(&cx, target, &form(&cx, target).refill(cx.submission(), input.errors()));
    }
    let id = queries::keep_upload(&mut tx, target.word(), &upload.name, upload.bytes.clone()).await?;
    cx.done(tx, &format!("{}/einlesen/{id}", target.path()), None).await
}

/// How many rows have which fate, or the sentence that refuses the file.
async fn counts(
    cx: &Cx,
    tx: &mut Tx,
    target: Target,
    bytes: &[u8],
    name: &str,
) -> Result<Result<Counts, String>, Problem> {
    let read = match target {
        Target::Members => preview_members(tx, bytes, name).await.map(|plan| plan.counts()),
        Target::People => preview_people(tx, bytes, name).await.map(|plan| plan.counts()),
    };
    refusal(cx, read)
}

fn refusal<T>(cx: &Cx, read: Result<T, ImportFault>) -> Result<Result<T, String>, Problem> {
    match read {
        Ok(value) => Ok(Ok(value)),
        Err(ImportFault::Refused(sentence)) => Ok(Err(words(cx).sentence(&sentence))),
        Err(ImportFault::Store(error)) => Err(error.into()),
    }
}

async fn preview(cx: Cx, Path(id): Path<Id>, target: Target) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let file = queries::upload(&mut tx, target.word(), id).await?.ok_or_else(|| gone(&cx))?;
    let (list, rows) = match target {
        Target::Members => {
            let plan =
                refusal(&cx, preview_members(&mut tx, &file.bytes, &file.name).await)?.map_err(Problem::Refused)?;
            (fates(&cx, target, id, &file.name, &plan), plan.rows.iter().map(|row| fate_row(&cx, row)).collect())
        }
        Target::People => {
            let plan =
                refusal(&cx, preview_people(&mut tx, &file.bytes, &file.name).await)?.map_err(Problem::Refused)?;
            (fates(&cx, target, id, &file.name, &plan), plan.rows.iter().map(|row| fate_row(&cx, row)).collect())
        }
    };
    list_answer(&cx, list, rows, None).await
}

/// The file waited too long or was taken in meanwhile.
fn gone(cx: &Cx) -> Problem {
    Problem::Refused(cx.t("import-gone"))
}

async fn confirm(cx: Cx, Path(id): Path<Id>, target: Target) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let file = queries::upload(&mut tx, target.word(), id).await?.ok_or_else(|| gone(&cx))?;
    let taken = match target {
        Target::Members => import_members(&mut tx, &file.bytes, &file.name).await,
        Target::People => import_people(&mut tx, &file.bytes, &file.name).await,
    };
    let counts = refusal(&cx, taken)?.map_err(Problem::Refused)?;
    queries::drop_upload(&mut tx, id).await?;
    let text = words(&cx).done(counts);
    cx.done(tx, target.path(), Some(Flash { text, undo: None })).await
}

async fn discard(cx: Cx, Path(id): Path<Id>, target: Target) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    queries::drop_upload(&mut tx, id).await?;
    cx.done(tx, target.path(), Some(Flash { text: cx.t("import-discarded"), undo: None })).await
}

/// Every row with its fate, as a list that can be filtered, sorted and taken along.
fn fates<P>(cx: &Cx, target: Target, id: Id, name: &str, plan: &Plan<P>) -> List {
    let counts = plan.counts();
    let mut lead = words(cx).counts(counts);
    if !plan.ignored.is_empty() {
        lead = format!("{lead} {}", cx.tv("import-ignored", [("columns", plan.ignored.join(", ").into())]));
    }
    let base = format!("{}/einlesen/{id}", target.path());
    let mut actions = vec![Action::post(cx.t("import-discard"), format!("{base}/verwerfen"), "trash")];
    if counts.stored() > 0 {
        let label = cx.tv("import-take", [("count", counts.stored().into())]);
        actions.push(Action::post(label, format!("{base}/uebernehmen"), "check").primary());
    }
    let choices = Fate::WORDS
        .iter()
        .map(|word| Choice { value: (*word).to_owned(), label: cx.t(&format!("import-fate-{word}")) });
    List {
        title: cx.tv("import-preview", [("name", name.into())]),
        lead,
        head: 1,
        filters: vec![Filter {
            name: "ergebnis",
            label: cx.t("import-fate"),
            all: cx.t("import-all-fates"),
            choices: choices.collect(),
            test: Test::Tag,
        }],
        actions,
        empty: (cx.t("import-no-rows"), cx.t("import-no-rows-text")),
        noun: "import-row-count",
        ..List::default()
    }
    .number_column(cx, "zeile", "import-row")
    .column(cx, "name", &target.key("-what"))
    .column(cx, "ergebnis", "import-fate")
    .column(cx, "grund", "import-reason")
}

fn fate_row<P>(cx: &Cx, row: &PlanRow<P>) -> DerivedRow {
    let (tone, icon) = match row.fate {
        Fate::New => (Tone::Ok, "plus"),
        Fate::Changed(_) => (Tone::Info, "edit"),
        Fate::Duplicate(_) => (Tone::Neutral, "minus-ring"),
        Fate::Faulty(_) => (Tone::Bad, "cross-square"),
        Fate::Empty | Fate::Heading => (Tone::Neutral, "dash"),
    };
    let word = row.fate.word();
    let cells = vec![
        Cell::Number(i64::try_from(row.number).unwrap_or(i64::MAX)),
        Cell::Text(words(cx).title(row)),
        Cell::State(Badge::new(tone, icon, words(cx).fate(&row.fate))),
        Cell::from(words(cx).reason(row)),
    ];
    DerivedRow::new(String::new(), cells).tag("ergebnis", word)
}
