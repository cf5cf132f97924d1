//! The list of reports, and the form that begins or changes one.

use allmende_documents::format as german;
use allmende_store::{Head, Listing, Order, Sql, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, Tone, View};
use allmende_web::{Cx, Problem};

use crate::model::{Report, Template};
use crate::{REPORT_DRAFT, REPORT_READ, REPORT_WRITE};

/// Draft, or the number of the newest version.
pub(crate) fn badge(cx: &Cx, report: &Report) -> Badge {
    if report.versions == 0 {
        Badge::new(Tone::Info, "half-disc", cx.t("report-draft"))
    } else {
        Badge::new(Tone::Ok, "check-disc", cx.tv("report-version", [("number", report.versions.into())]))
    }
}

/// The word of a template.
pub(crate) fn template_word(cx: &Cx, template: Template) -> String {
    cx.t(&format!("report-template-{}", template.word()))
}

fn words(cx: &Cx, prefix: &str, all: &[&'static str]) -> Vec<Choice> {
    all.iter().map(|word| Choice { value: (*word).to_owned(), label: cx.t(&format!("{prefix}-{word}")) }).collect()
}

impl Screen for Report {
    const PATH: &'static str = "/berichte";
    const READ: Permission = REPORT_READ;
    const WRITE: Permission = REPORT_WRITE;
    const TEXTS: &'static str = "report";
    type Beside = ();
    const SUGGESTED: &'static [&'static str] = &["period_from", "period_to", "title"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let may_write = cx.may(REPORT_WRITE);
        let import = Action::link(cx.t("report-import"), "/berichte/einlesen", "upload");
        let states = vec![
            Choice { value: "draft".to_owned(), label: cx.t("report-drafts") },
            Choice { value: "final".to_owned(), label: cx.t("report-finals") },
        ];
        let cases = vec![("draft", Sql::new("r.versions = 0", vec![])), ("final", Sql::new("r.versions > 0", vec![]))];
        let templates = words(cx, "report-template", &["activity", "assembly", "overview"]);
        // As `may_read` says.
        let visible = if cx.may(REPORT_DRAFT) { Vec::new() } else { vec![Sql::new("r.versions > 0", vec![])] };
        let (used, aside) = tx.census::<Self>(&Listing { conditions: visible.clone(), ..Listing::default() }).await?;
        let list = List {
            title: cx.t("report-list"),
            lead: cx.tv("report-lead", [("count", (used + aside).into())]),
            day: Some(2),
            order: (2, true),
            filters: vec![
                Filter {
                    name: "vorlage",
                    label: cx.t("report-template"),
                    all: cx.t("report-all-templates"),
                    choices: templates.clone(),
                    test: Test::Word("r.template"),
                },
                Filter {
                    name: "stand",
                    label: cx.t("report-state"),
                    all: cx.t("report-all-states"),
                    choices: states,
                    test: Test::Cases(cases),
                },
            ],
            actions: if may_write { vec![import] } else { Vec::new() },
            empty: (cx.t("report-empty"), cx.t(if may_write { "report-empty-text" } else { "report-empty-reader" })),
            noun: "report-count",
            visible,
            ..List::default()
        };
        Ok(list
            .column(cx, "titel", "report-title")
            .by(Order::words("r.title"))
            .column(cx, "von", "report-period-from")
            .by(Order::value("r.period_from"))
            .column(cx, "bis", "report-period-to")
            .by(Order::value("r.period_to"))
            .column(cx, "vorlage", "report-template")
            .by_words(&Sql::new("r.template", vec![]), &templates)
            .column(cx, "stand", "report-state")
            .by(Order::value("r.versions"))
            .column(cx, "geaendert", "report-changed")
            .by(Order::value("r.changed_at")))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, ())>) -> Result<Vec<Row>, Problem> {
        let row = |(report, ()): &(Self, ())| Row {
            href: report.href(),
            cells: vec![
                report.title.as_str().into(),
                Cell::Day(report.period_from),
                Cell::Day(report.period_to),
                template_word(cx, report.template).into(),
                Cell::State(badge(cx, report)),
                Cell::Day(report.head.changed_at.day()),
            ],
        };
        Ok(records.iter().map(row).collect())
    }

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, Self::TEXTS, name, control);
        Ok(vec![
            field("title", Control::Line),
            field("template", Control::Radio).words(
                cx,
                "report-template",
                Template::ALL.iter().map(|template| template.word()),
            ),
            field("period_from", Control::Date),
            field("period_to", Control::Date),
            field("language", Control::Radio).words(cx, "report-language", ["de", "en"]),
        ])
    }

    fn suggestion(cx: &Cx) -> Values {
        let mut values: Values = vec![value("template", Template::Activity.word()), value("language", "de")];
        for name in Self::SUGGESTED {
            if !cx.query(name).is_empty() {
                values.push(value(name, cx.query(name)));
            }
        }
        values
    }

    fn field_values(&self) -> Values {
        vec![
            value("title", &self.title),
            value("template", self.template.word()),
            value("period_from", german::date(self.period_from.0)),
            value("period_to", german::date(self.period_to.0)),
            value("language", &self.language),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let report = Self {
            head: Head::default(),
            title: input.line("title", "report-title-missing"),
            template: input.word("template", Template::from_word, Template::Activity),
            period_from: input.needed_day("period_from"),
            period_to: input.needed_day("period_to"),
            language: input
                .word("language", |word| ["de", "en"].into_iter().find(|known| *known == word), "de")
                .to_owned(),
            versions: before.map_or(0, |report| report.versions),
        };
        if input.is_fine() && report.period_to < report.period_from {
            let sentence = input.cx().tv(
                "report-period-backwards",
                [("from", german::date(report.period_from.0).into()), ("to", german::date(report.period_to.0).into())],
            );
            input.refuse("period_to", sentence);
        }
        report
    }

    fn may_read(&self, cx: &Cx) -> bool {
        cx.may(REPORT_DRAFT) || (self.versions > 0 && cx.may(REPORT_READ))
    }

    // The page of a report is the composer; this is never asked for.
    async fn view(&self, _cx: &Cx, _tx: &mut Tx) -> Result<View, Problem> {
        Ok(View { title: self.title.clone(), ..View::default() })
    }
}
