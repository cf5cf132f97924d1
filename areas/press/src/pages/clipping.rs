//! Clippings: the press review, form, page.

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_projects::model::Thread;
use allmende_store::{Head, Id, Order, Precision, RecordData, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::list::{self, Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use super::{CLIPPINGS, choices, href_of};
use crate::model::{Clipping, Medium, MediumKind, UNKNOWN_MEDIUM, first_day};
use crate::{READ, WRITE};

/// What a row shows of other tables. The medium's name is there even if the medium lies in the trash.
#[derive(sqlx::FromRow)]
pub struct Beside {
    medium: Option<String>,
    medium_kind: Option<MediumKind>,
    thread: Option<String>,
}

fn row(cx: &Cx, clipping: &Clipping, beside: Beside) -> Row {
    let page = if beside.medium_kind.is_some_and(|kind| clipping.lacks_page(kind)) {
        Cell::State(Badge::new(Tone::Warn, "warning", cx.t("clipping-page-lacks")))
    } else {
        Cell::from(clipping.page.as_str())
    };
    let day = match clipping.precision {
        Precision::Day => Cell::Day(clipping.published_on),
        rough => Cell::Span(clipping.published_on, cx.day_as(clipping.published_on, rough)),
    };
    let thread = match clipping.thread_id.zip(beside.thread) {
        Some((id, title)) => match href_of(cx, Thread::KIND, id) {
            Some(href) => Cell::Link(title, href),
            None => Cell::Text(title),
        },
        None => Cell::Empty,
    };
    let medium = beside.medium.unwrap_or_default();
    Row {
        href: clipping.href(),
        cells: vec![day, Cell::from(medium), Cell::from(clipping.headline.as_str()), page, thread],
    }
}

impl Screen for Clipping {
    const PATH: &'static str = CLIPPINGS;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "clipping";
    type Beside = Beside;
    const SUGGESTED: &'static [&'static str] = &["medium_id", "thread_id", "published_on"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let filter = |name, key: &str, choices, column| Filter {
            name,
            label: cx.t(&format!("clipping-{key}")),
            all: cx.t(&format!("clipping-{key}-all")),
            choices,
            test: Test::Id(column),
        };
        let media = list::occurring::<Self>(tx, "r.medium_id").await?;
        let threads = list::occurring::<Self>(tx, "r.thread_id").await?;
        Ok(List {
            title: cx.t("clipping-list"),
            head: 2,
            day: Some(0),
            order: (0, true),
            filters: vec![
                filter("medium", "medium-id", media, "r.medium_id"),
                filter("projekt", "thread-id", threads, "r.thread_id"),
            ],
            empty: (cx.t("clipping-empty"), cx.t("clipping-empty-why")),
            noun: "clipping-count",
            joins: "LEFT JOIN record_index m ON m.alliance_id = r.alliance_id AND m.record_id = r.medium_id
                LEFT JOIN medium k ON k.alliance_id = r.alliance_id AND k.id = r.medium_id
                LEFT JOIN record_index t ON t.alliance_id = r.alliance_id AND t.record_id = r.thread_id
                    AND t.trashed_at IS NULL",
            words: vec!["m.folded LIKE ? ESCAPE '\\'", "t.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("k.name", "medium"), ("k.kind", "medium_kind"), ("t.title", "thread")],
            ..List::default()
        }
        .column(cx, "datum", "clipping-published-on")
        .by(Order::value("r.published_on"))
        .column(cx, "medium", "clipping-medium-id")
        .by(Order::words("m.title"))
        .column(cx, "ueberschrift", "clipping-headline")
        .by(Order::words("r.headline"))
        .column(cx, "seite", "clipping-page")
        .by(Order::words("r.page"))
        .column(cx, "projekt", "clipping-thread-id")
        .by(Order::words("t.title")))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        Ok(records.into_iter().map(|(clipping, beside)| row(cx, &clipping, beside)).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "clipping", name, control);
        let mut precision = field("precision", Control::Radio).words(
            cx,
            "clipping-precision",
            Precision::ALL.iter().map(|precision| precision.word()),
        );
        precision.values = vec![Precision::Day.word().to_owned()];
        Ok(vec![
            field("medium_id", Control::Select).choices(choices(tx, Medium::KIND).await?),
            field("headline", Control::Line),
            field("published_on", Control::Date),
            precision,
            field("page", Control::Short).optional(),
            field("link", Control::Line).optional(),
            field("summary", Control::Lines).optional(),
            field("thread_id", Control::Select).optional().choices(choices(tx, Thread::KIND).await?),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("medium_id", self.medium_id.to_string()),
            value("headline", &self.headline),
            value("published_on", german::date(self.published_on.0)),
            value("precision", self.precision.word()),
            value("page", &self.page),
            value("link", &self.link),
            value("summary", &self.summary),
            value("thread_id", self.thread_id.map(|id| id.to_string()).unwrap_or_default()),
        ]
    }

    fn read(input: &mut Input<'_>, _before: Option<&Self>) -> Self {
        let medium = input.id("medium_id");
        if medium.is_none() {
            input.refuse_key("medium_id", "clipping-medium-missing");
        }
        let headline = input.line("headline", "clipping-headline-missing");
        let day = input.needed_day("published_on");
        let precision = input.word("precision", Precision::from_word, Precision::Day);
        Self {
            head: Head::default(),
            medium_id: medium.unwrap_or(Id::NIL),
            published_on: first_day(day, precision),
            precision,
            headline,
            page: input.text("page", 20).replace('\n', " "),
            link: input.link("link"),
            summary: input.text("summary", 2000),
            thread_id: input.id("thread_id"),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        if tx.get::<Medium>(self.medium_id).await?.is_none() {
            input.refuse_key("medium_id", "clipping-medium-missing");
        }
        if let Some(thread) = self.thread_id
            && !tx.index_line(thread).await?.is_some_and(|line| line.kind == Thread::KIND && line.trashed_at.is_none())
        {
            input.refuse_key("thread_id", "form-choice-missing");
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let medium: Medium = tx.get_any(self.medium_id).await?.ok_or(Problem::NotFound)?;
        let thread = match self.thread_id {
            Some(id) => tx.index_line(id).await?.filter(|line| line.trashed_at.is_none()),
            None => None,
        };
        let mut main = self.remarks(cx, &medium);
        main.push(if self.summary.is_empty() {
            Part::Note { tone: Tone::Neutral, text: cx.t("clipping-no-summary"), action: None }
        } else {
            Part::Prose(markdown::html(&self.summary, Headings::Strong))
        });
        let facts = [
            Some(FactLine::link(cx.t("clipping-medium-id"), medium.name.clone(), medium.href())),
            FactLine::text(cx.t("clipping-published-on"), cx.day_as(self.published_on, self.precision)),
            FactLine::text(cx.t("clipping-page"), self.page.clone()),
            markdown::is_allowed_link(&self.link)
                .then(|| FactLine::link(cx.t("clipping-link"), cx.t("clipping-link-open"), self.link.clone())),
            thread.map(|thread| FactLine {
                label: cx.t("clipping-thread-id"),
                lines: vec![Line { href: href_of(cx, Thread::KIND, thread.record_id), ..Line::text(thread.title) }],
            }),
        ];
        Ok(View {
            title: self.headline.clone(),
            lead: self.citation(cx, &medium),
            main,
            side: vec![Part::Facts { title: cx.t("clipping-facts"), facts: facts.into_iter().flatten().collect() }],
            ..View::default()
        })
    }
}

impl Clipping {
    /// "Main-Post, 14. November 2017, Seite 3".
    fn citation(&self, cx: &Cx, medium: &Medium) -> String {
        let day = match self.precision {
            Precision::Day => cx.long_day(self.published_on),
            rough => cx.day_as(self.published_on, rough),
        };
        let page = if self.page.is_empty() {
            String::new()
        } else {
            cx.tv("clipping-on-page", [("page", self.page.as_str().into())])
        };
        [medium.name.clone(), day, page].into_iter().filter(|part| !part.is_empty()).collect::<Vec<String>>().join(", ")
    }

    /// What is missing in the citation.
    fn remarks(&self, cx: &Cx, medium: &Medium) -> Vec<Part> {
        let change =
            || cx.may(WRITE).then(|| Action::link(cx.t("clipping-add"), format!("{}/bearbeiten", self.href()), ""));
        let remark = |key| Part::Note { tone: Tone::Warn, text: cx.t(key), action: change() };
        let mut remarks = Vec::new();
        if medium.name == UNKNOWN_MEDIUM {
            remarks.push(remark("clipping-lacks-medium"));
        }
        if self.lacks_page(medium.kind) {
            remarks.push(remark("clipping-lacks-page"));
        }
        remarks
    }
}
