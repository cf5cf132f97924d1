//! The members: list, page, form.

use std::collections::BTreeMap;

use allmende_store::{Day, Id, Listing, Order, Record, RecordData, Sql, Tx, args};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{self, Cell, Column, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, TableRow, Tone, View};
use allmende_web::{Cx, Problem};

use super::choice::{day_text, part_form};
use super::people::holder_lines;
use crate::model::ags::{AgsFault, read_ags};
use crate::model::{Alliance, Municipality, MunicipalityKind, Population};
use crate::queries;

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

async fn lead(cx: &Cx, tx: &mut Tx) -> Result<String, Problem> {
    let members = queries::count_members(tx, cx.today()).await?;
    let sum = cx.number(members.inhabitants);
    let missing = members.all - members.counted;
    Ok(if members.counted == 0 {
        cx.tv("municipality-lead-uncounted", [("count", members.all.into())])
    } else if missing == 0 {
        cx.tv("municipality-lead", [("count", members.all.into()), ("sum", sum.into())])
    } else {
        cx.tv(
            "municipality-lead-partly",
            [("count", members.all.into()), ("sum", sum.into()), ("missing", missing.into())],
        )
    })
}

/// The administrative community; "-" for a municipality with an administration of its own.
const COMMUNITY: &str = "CASE WHEN r.administrative_community = '' THEN '-' ELSE r.administrative_community END";

/// The newest count that is not after a day, the value.
const INHABITANTS: &str = "(SELECT n.inhabitants FROM population n WHERE n.alliance_id = r.alliance_id
    AND n.municipality_id = r.id AND n.trashed_at IS NULL AND n.counted_on <= ? ORDER BY n.counted_on DESC, n.id DESC LIMIT 1)";

fn filters(cx: &Cx, mut communities: Vec<String>, kinds: Vec<Choice>) -> Vec<Filter> {
    let word = |key: &str, value: &str| Choice { value: value.to_owned(), label: cx.t(key) };
    let today = cx.today();
    communities.sort_by(|a, b| allmende_documents::collation::compare_words(a, b));
    let own = communities.iter().any(|name| name == "-");
    communities.retain(|name| name != "-");
    let mut community: Vec<Choice> =
        communities.into_iter().map(|name| Choice { value: name.clone(), label: name }).collect();
    if own {
        community.push(word("municipality-own-administration", "-"));
    }
    let member = "(r.joined_on IS NULL OR r.joined_on <= ?) AND (r.left_on IS NULL OR r.left_on >= ?)";
    let former = "r.joined_on > ? OR r.left_on < ?";
    vec![
        Filter {
            name: "art",
            label: cx.t("municipality-kind"),
            all: cx.t("municipality-all-kinds"),
            choices: kinds,
            test: Test::Word("r.kind"),
        },
        Filter {
            name: "vg",
            label: cx.t("municipality-administrative-community"),
            all: cx.t("municipality-all-communities"),
            choices: community,
            test: Test::Word(COMMUNITY),
        },
        Filter {
            name: "stand",
            label: cx.t("municipality-membership"),
            all: cx.t("municipality-all-memberships"),
            choices: vec![word("municipality-active", "aktiv"), word("municipality-former", "ehemalig")],
            test: Test::Cases(vec![
                ("aktiv", Sql::new(member, args![today, today])),
                ("ehemalig", Sql::new(former, args![today, today])),
            ]),
        },
    ]
}

/// When the alliance was founded: since then its founding members belong to it.
async fn founding(tx: &mut Tx) -> Result<Option<Day>, Problem> {
    Ok(tx.get::<Alliance>(tx.alliance()).await?.and_then(|alliance| alliance.founded_on))
}

/// Whether the column for it is worth its place.
async fn somebody_left(tx: &mut Tx) -> Result<bool, Problem> {
    let left = Listing { conditions: vec![Sql::new("r.left_on IS NOT NULL", vec![])], ..Listing::default() };
    Ok(tx.count::<Municipality>(&left).await? > 0)
}

impl Screen for Municipality {
    const PATH: &'static str = PATH;
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "municipality";
    type Beside = ();

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let founded_on = founding(tx).await?;
        let (used, aside) = tx.census::<Self>(&Listing::default()).await?;
        let communities = list::occurring_words::<Self>(tx, COMMUNITY).await?;
        let kind = |kind: &MunicipalityKind| Choice {
            value: kind.word().to_owned(),
            label: cx.t(&format!("municipality-kind-{}", kind.word())),
        };
        let kinds: Vec<Choice> = MunicipalityKind::ALL.iter().map(kind).collect();
        let mut list = List {
            title: cx.t("municipality-list"),
            lead: if used + aside == 0 { String::new() } else { lead(cx, tx).await? },
            filters: filters(cx, communities, kinds.clone()),
            empty: (cx.t("municipality-none"), cx.t("municipality-none-text")),
            noun: "municipality-count",
            ..List::default()
        }
        .column(cx, "name", "municipality-name")
        .by(Order::words("r.name"))
        .column(cx, "art", "municipality-kind")
        .by_words(&Sql::new("r.kind", vec![]), &kinds)
        .column(cx, "vg", "municipality-administrative-community")
        .by(Order::words("r.administrative_community"))
        .column(cx, "ags", "municipality-ags-short")
        .by(Order::words("r.ags"))
        .number_column(cx, "einwohner", "municipality-inhabitants")
        .by(Order::Value(Sql::new(INHABITANTS, args![cx.today()])))
        .column(cx, "seit", "municipality-joined-on")
        .by(Order::Value(Sql::new("COALESCE(r.joined_on, ?)", args![founded_on])));
        if somebody_left(tx).await? {
            list = list.column(cx, "bis", "municipality-left-on").by(Order::value("r.left_on"));
        }
        if cx.may(crate::letters::LETTER_WRITE) {
            list.actions.push(Action::link(cx.t("letter-to-members"), crate::letters::to_members(), "mail"));
        }
        if cx.may(Self::WRITE) {
            list.actions.push(Action::link(cx.t("import-members"), format!("{PATH}/einlesen"), "upload"));
        }
        Ok(list)
    }

    async fn rows(cx: &Cx, tx: &mut Tx, records: Vec<(Self, ())>) -> Result<Vec<Row>, Problem> {
        let counts =
            queries::counts_among(tx, records.iter().map(|(one, ())| one.head.id).collect(), cx.today()).await?;
        let founded_on = founding(tx).await?;
        let with_left = somebody_left(tx).await?;
        let row = |(one, ()): &(Self, ())| {
            let mut cells = vec![
                Cell::from(one.name.as_str()),
                Cell::from(one.kind_word(cx)),
                Cell::from(one.administrative_community.as_str()),
                Cell::from(one.ags.as_str()),
                counts.get(&one.head.id).map_or(Cell::Empty, |count| Cell::Number(count.inhabitants)),
                Cell::from(one.joined_on.or(founded_on)),
            ];
            if with_left {
                cells.push(Cell::from(one.left_on));
            }
            Row { href: format!("{PATH}/{}", one.head.id), cells }
        };
        Ok(records.iter().map(row).collect())
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
        let column = |key, numeric| Column { key: "", label: cx.t(key), numeric, order: None };
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
