//! The members: list, page, form.

use std::collections::BTreeMap;

use allmende_store::{Day, Id, Record, RecordData, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Column, Filter, List, Row};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, TableRow, Tone, View};
use allmende_web::{Cx, Problem};

use super::choice::{day_text, part_form};
use super::people::holder_lines;
use crate::model::ags::{AgsFault, read_ags};
use crate::model::{Alliance, Municipality, MunicipalityKind, Population};
use crate::queries::{self, Count};

/// Where the members stand.
pub(crate) const PATH: &str = "/mitglieder";

impl Municipality {
    /// The word for its kind.
    pub(crate) fn kind_word(&self, cx: &Cx) -> String {
        cx.t(&format!("municipality-kind-{}", self.kind.word()))
    }

    /// Whether it is a member on a day.
    pub fn is_member_on(&self, day: Day) -> bool {
        self.is_member_between(day, day)
    }
}

fn lead(cx: &Cx, all: &[Municipality], counts: &BTreeMap<Id, Count>) -> String {
    let today = cx.today();
    let active: Vec<&Municipality> =
        all.iter().filter(|one| one.is_member_on(today) && one.head.archived_at.is_none()).collect();
    let known: Vec<i64> =
        active.iter().filter_map(|one| counts.get(&one.head.id)).map(|count| count.inhabitants).collect();
    let sum = cx.number(known.iter().sum());
    let count = active.len();
    let missing = count - known.len();
    if known.is_empty() {
        cx.tv("municipality-lead-uncounted", [("count", count.into())])
    } else if missing == 0 {
        cx.tv("municipality-lead", [("count", count.into()), ("sum", sum.into())])
    } else {
        cx.tv("municipality-lead-partly", [("count", count.into()), ("sum", sum.into()), ("missing", missing.into())])
    }
}

fn communities(all: &[Municipality]) -> Vec<Choice> {
    let mut names: Vec<&str> =
        all.iter().map(|one| one.administrative_community.as_str()).filter(|name| !name.is_empty()).collect();
    names.sort_by(|a, b| allmende_documents::collation::compare_words(a, b));
    names.dedup();
    names.into_iter().map(|name| Choice { value: name.to_owned(), label: name.to_owned() }).collect()
}

fn filters(cx: &Cx, all: &[Municipality]) -> Vec<Filter> {
    let word = |key: &str, value: &str| Choice { value: value.to_owned(), label: cx.t(key) };
    let kinds = MunicipalityKind::ALL
        .iter()
        .map(|kind| Choice {
            value: kind.word().to_owned(),
            label: cx.t(&format!("municipality-kind-{}", kind.word())),
        })
        .collect();
    let mut community = communities(all);
    if all.iter().any(|one| one.administrative_community.is_empty()) {
        community.push(word("municipality-own-administration", "-"));
    }
    vec![
        Filter { name: "art", label: cx.t("municipality-kind"), all: cx.t("municipality-all-kinds"), choices: kinds },
        Filter {
            name: "vg",
            label: cx.t("municipality-administrative-community"),
            all: cx.t("municipality-all-communities"),
            choices: community,
        },
        Filter {
            name: "stand",
            label: cx.t("municipality-membership"),
            all: cx.t("municipality-all-memberships"),
            choices: vec![word("municipality-active", "aktiv"), word("municipality-former", "ehemalig")],
        },
    ]
}

fn row(cx: &Cx, one: &Municipality, count: Option<&Count>, founded_on: Option<Day>, with_left: bool) -> Row {
    let active = one.is_member_on(cx.today());
    let community = &one.administrative_community;
    let mut cells = vec![
        Cell::from(one.name.as_str()),
        Cell::from(one.kind_word(cx)),
        Cell::from(community.as_str()),
        Cell::from(one.ags.as_str()),
        count.map_or(Cell::Empty, |count| Cell::Number(count.inhabitants)),
        Cell::from(one.joined_on.or(founded_on)),
    ];
    if with_left {
        cells.push(Cell::from(one.left_on));
    }
    Row {
        href: format!("{PATH}/{}", one.head.id),
        cells,
        tags: vec![
            ("art", one.kind.word().to_owned()),
            ("vg", if community.is_empty() { "-".to_owned() } else { community.clone() }),
            ("stand", if active { "aktiv" } else { "ehemalig" }.to_owned()),
        ],
        words: one.website.clone(),
        aside: one.head.archived_at.is_some(),
    }
}

impl Screen for Municipality {
    const PATH: &'static str = PATH;
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "municipality";

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let all = tx.all::<Self>().await?;
        let counts = queries::newest_counts(tx, cx.today()).await?;
        let founded_on = tx.get::<Alliance>(tx.alliance()).await?.and_then(|alliance| alliance.founded_on);
        let with_left = all.iter().any(|one| one.left_on.is_some());
        let mut list = List {
            title: cx.t("municipality-list"),
            lead: if all.is_empty() { String::new() } else { lead(cx, &all, &counts) },
            rows: all.iter().map(|one| row(cx, one, counts.get(&one.head.id), founded_on, with_left)).collect(),
            filters: filters(cx, &all),
            empty: (cx.t("municipality-none"), cx.t("municipality-none-text")),
            noun: "municipality-count",
            ..List::default()
        }
        .column(cx, "name", "municipality-name")
        .column(cx, "art", "municipality-kind")
        .column(cx, "vg", "municipality-administrative-community")
        .column(cx, "ags", "municipality-ags-short")
        .number_column(cx, "einwohner", "municipality-inhabitants")
        .column(cx, "seit", "municipality-joined-on");
        if with_left {
            list = list.column(cx, "bis", "municipality-left-on");
        }
        if cx.may(crate::letters::LETTER_WRITE) {
            list.actions.push(Action::link(cx.t("letter-to-members"), crate::letters::to_members(), "mail"));
        }
        if cx.may(Self::WRITE) {
            list.actions.push(Action::link(cx.t("import-members"), format!("{PATH}/einlesen"), "upload"));
        }
        Ok(list)
    }

    async fn fields(cx: &Cx, tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let _ = tx;
        let field = |name, control| Field::new(cx, "municipality", name, control);
        let words = MunicipalityKind::ALL.iter().map(|kind| kind.word());
        Ok(vec![
            field("name", Control::Line),
            field("kind", Control::Radio).words(cx, "municipality-kind", words),
            field("ags", Control::Short),
            field("administrative_community", Control::Line).optional(),
            field("joined_on", Control::Date).optional(),
            field("left_on", Control::Date).optional(),
            field("website", Control::Line).optional(),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("name", &self.name),
            value("kind", self.kind.word()),
            value("ags", &self.ags),
            value("administrative_community", &self.administrative_community),
            value("joined_on", day_text(self.joined_on)),
            value("left_on", day_text(self.left_on)),
            value("website", &self.website),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let record = Self {
            head: allmende_store::Head::default(),
            name: input.line("name", "municipality-name-missing"),
            kind: input.word("kind", MunicipalityKind::from_word, MunicipalityKind::Municipality),
            ags: ags(input),
            administrative_community: input.text("administrative_community", 300),
            joined_on: input.day("joined_on"),
            left_on: input.day("left_on"),
            website: input.link("website"),
            // The outline comes with a map, not with this form.
            outline: before.map(|before| before.outline.clone()).unwrap_or_default(),
        };
        if let (Some(joined), Some(left)) = (record.joined_on, record.left_on)
            && left < joined
        {
            let sentence = input.cx().tv("municipality-left-early", [("joined", day_text(Some(joined)).into())]);
            input.refuse("left_on", sentence);
        }
        record
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        // The head is not known here for a new record; a record never clashes with itself.
        if let Some(other) = queries::ags_taken(tx, &self.ags, self.head.id).await?
            && let Some(line) = tx.index_line(other).await?
        {
            let sentence = input.cx().tv("municipality-ags-taken", [("name", line.title.into())]);
            input.refuse("ags", sentence);
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let founded_on = tx.get::<Alliance>(tx.alliance()).await?.and_then(|alliance| alliance.founded_on);
        let counts = queries::population_of(tx, self.head.id).await?;
        let bodies = queries::bodies_of(tx, self.head.id).await?;
        let holders = queries::holders_of_municipality(tx, self.head.id, cx.today()).await?;
        let may_write = cx.may(Self::WRITE);
        let mut view = View { title: self.name.clone(), lead: self.lead(cx, counts.first()), ..View::default() };
        if !self.is_member_on(cx.today()) {
            view.badge = Some(match self.left_on {
                Some(left) => Badge::new(
                    Tone::Neutral,
                    "minus-ring",
                    cx.tv("municipality-left", [("day", day_text(Some(left)).into())]),
                ),
                None => Badge::new(Tone::Info, "clock", cx.t("municipality-future")),
            });
        }
        view.main.push(self.population_part(cx, &counts));
        let bodies =
            bodies.iter().map(|body| Line::link(body.name.clone(), body.href()).meta(body.kind_word(cx))).collect();
        view.main.push(Part::Lines {
            title: cx.t("municipality-bodies"),
            action: may_write.then(|| {
                let href = part_form(super::body::PATH, "municipality_id", self.head.id, &self.href());
                Action::link(cx.t("capture"), href, "plus")
            }),
            lines: bodies,
            empty: cx.t("municipality-bodies-none"),
        });
        view.main.push(Part::Lines {
            title: cx.t("municipality-people"),
            action: None,
            lines: holder_lines(cx, tx, &holders, true).await?,
            empty: cx.t("municipality-people-none"),
        });
        view.side.push(self.facts(cx, founded_on));
        Ok(view)
    }
}

impl Municipality {
    fn lead(&self, cx: &Cx, newest: Option<&Population>) -> String {
        let kind = self.kind_word(cx);
        newest.map_or_else(
            || kind.clone(),
            |count| {
                cx.tv(
                    "municipality-view-lead",
                    [
                        ("kind", kind.clone().into()),
                        ("inhabitants", cx.number(count.inhabitants).into()),
                        ("day", cx.long_day(count.counted_on).into()),
                    ],
                )
            },
        )
    }

    fn facts(&self, cx: &Cx, founded_on: Option<Day>) -> Part {
        let joined = match (self.joined_on, founded_on) {
            (Some(day), _) => cx.long_day(day),
            (None, Some(day)) => cx.tv("municipality-founder-since", [("day", cx.long_day(day).into())]),
            (None, None) => cx.t("municipality-founder"),
        };
        let community = if self.administrative_community.is_empty() {
            cx.t("municipality-own-administration")
        } else {
            self.administrative_community.clone()
        };
        let mut facts: Vec<FactLine> = [
            FactLine::text(cx.t("municipality-kind"), self.kind_word(cx)),
            FactLine::text(cx.t("municipality-community-short"), community),
            FactLine::text(cx.t("municipality-ags-short"), self.ags.clone()),
            FactLine::text(cx.t("municipality-joined-on"), joined),
            FactLine::text(cx.t("municipality-left-on"), self.left_on.map(|day| cx.long_day(day)).unwrap_or_default()),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !self.website.is_empty() {
            facts.push(FactLine::link(cx.t("municipality-website"), self.website.clone(), self.website.clone()));
        }
        Part::Facts { title: cx.t("municipality-facts"), facts }
    }

    fn population_part(&self, cx: &Cx, counts: &[Population]) -> Part {
        let may_write = cx.may(Self::WRITE);
        let column = |key, numeric| Column { key: "", label: cx.t(key), numeric };
        let rows = counts
            .iter()
            .map(|count| TableRow {
                href: if may_write {
                    format!("{}/{}/bearbeiten", super::population::PATH, count.head.id)
                } else {
                    String::new()
                },
                cells: vec![
                    Cell::Day(count.counted_on),
                    Cell::Number(count.inhabitants),
                    Cell::from(count.source.as_str()),
                ],
            })
            .collect();
        Part::Table {
            title: cx.t("municipality-population"),
            action: may_write.then(|| {
                let href = part_form(super::population::PATH, "municipality_id", self.head.id, &self.href());
                Action::link(cx.t("capture"), href, "plus")
            }),
            columns: vec![
                column("population-counted-on", false),
                column("population-inhabitants", true),
                column("population-source", false),
            ],
            rows,
            foot: Vec::new(),
            empty: cx.t("municipality-population-none"),
        }
    }
}

fn ags(input: &mut Input<'_>) -> String {
    let text = input.text("ags", 40);
    match read_ags(&text) {
        Ok(key) => key,
        Err(fault) => {
            let sentence = ags_sentence(input.cx(), &text, &fault);
            input.refuse("ags", sentence);
            text
        }
    }
}

fn ags_sentence(cx: &Cx, text: &str, fault: &AgsFault) -> String {
    match fault {
        AgsFault::Missing => cx.t("municipality-ags-missing"),
        AgsFault::NotDigits => cx.tv("municipality-ags-digits", [("text", text.into())]),
        AgsFault::ZeroLost(key) => cx.tv("municipality-ags-zero", [("key", key.as_str().into())]),
        AgsFault::Regional(key) => cx.tv("municipality-ags-regional", [("key", key.as_str().into())]),
        AgsFault::Length(count) => cx.tv("municipality-ags-length", [("count", (*count).into())]),
        AgsFault::State(state) => cx.tv("municipality-ags-state", [("state", state.as_str().into())]),
    }
}

/// The title of a municipality, for pages that mention it.
pub(crate) async fn name_of(tx: &mut Tx, id: Option<Id>) -> Result<Option<(String, String)>, Problem> {
    let Some(id) = id else { return Ok(None) };
    let line = tx.index_line(id).await?.filter(|line| line.kind == Municipality::KIND && line.trashed_at.is_none());
    Ok(line.map(|line| (line.title, format!("{PATH}/{id}"))))
}

/// The names of all municipalities by id.
pub(crate) async fn names(tx: &mut Tx) -> Result<BTreeMap<Id, String>, Problem> {
    Ok(tx.all::<Municipality>().await?.into_iter().map(|one| (one.head.id, one.entry().title)).collect())
}
