//! Fields of action of the alliance's concept.

use allmende_documents::markdown::{self, Headings};
use allmende_store::{Order, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::list::{Cell, List, Row};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Line, Part, View};
use allmende_web::{Cx, Problem};

use super::thread::state_badge;
use crate::model::{FieldOfAction, Thread};

/// How many threads a field has.
const THREADS: &str = "(SELECT COUNT(*) FROM thread k
    WHERE k.alliance_id = r.alliance_id AND k.field_id = r.id AND k.trashed_at IS NULL)";

/// What a row shows of other tables.
#[derive(sqlx::FromRow)]
pub struct Beside {
    threads: i64,
}

impl Screen for FieldOfAction {
    const PATH: &'static str = "/handlungsfelder";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "field-of-action";
    type Beside = Beside;

    async fn list(cx: &Cx, _tx: &mut Tx) -> Result<List, Problem> {
        let list = List {
            title: cx.t("field-of-action-list"),
            lead: cx.t("field-of-action-lead"),
            head: 1,
            actions: vec![Action::link(cx.t("thread-list"), Thread::PATH, "folder")],
            empty: (cx.t("field-of-action-empty"), cx.t("field-of-action-empty-text")),
            noun: "field-of-action-count",
            beside: vec![(THREADS, "threads")],
            ..List::default()
        };
        Ok(list
            .number_column(cx, "nummer", "field-of-action-position")
            .by(Order::value("r.position"))
            .column(cx, "name", "field-of-action-name")
            .by(Order::words("r.name"))
            .number_column(cx, "projekte", "field-of-action-threads")
            .by(Order::value(THREADS)))
    }

    async fn rows(_cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        let row = |(field, beside): (Self, Beside)| Row {
            href: field.href(),
            cells: vec![Cell::Number(field.position), field.name.as_str().into(), Cell::Number(beside.threads)],
        };
        Ok(records.into_iter().map(row).collect())
    }

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        Ok(vec![
            Field::new(cx, Self::TEXTS, "name", Control::Line),
            Field::new(cx, Self::TEXTS, "position", Control::Short).optional(),
            Field::new(cx, Self::TEXTS, "description", Control::Lines).optional(),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("name", &self.name),
            value("position", if self.position == 0 { String::new() } else { self.position.to_string() }),
            value("description", &self.description),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        Self {
            head: before.map(|field| field.head.clone()).unwrap_or_default(),
            name: input.line("name", "field-of-action-name-missing"),
            position: input.number("position", 0, 999).unwrap_or(0),
            description: input.text("description", 5_000),
        }
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let id = self.head.id;
        let mut threads: Vec<Thread> = tx.all().await?;
        threads.retain(|thread| thread.field_id == Some(id));
        threads.sort_by(|a, b| allmende_documents::collation::compare_words(&a.title, &b.title));
        let lead = cx.tv("thread-count", [("count", threads.len().into())]);
        let lines = threads
            .into_iter()
            .map(|thread| Line {
                badge: thread.state.map(|state| state_badge(cx, state)),
                ..Line::link(&thread.title, thread.href()).meta(thread.summary)
            })
            .collect();
        let mut main = Vec::new();
        if !self.description.is_empty() {
            main.push(Part::Prose(markdown::html(&self.description, Headings::Strong)));
        }
        main.push(Part::Lines {
            title: cx.t("thread-list"),
            action: cx
                .may(crate::WRITE)
                .then(|| Action::link(cx.t("thread-new"), format!("{}/neu?field_id={id}", Thread::PATH), "")),
            lines,
            empty: cx.t("field-of-action-no-threads"),
        });
        Ok(View { title: self.name.clone(), lead, main, ..View::default() })
    }
}
