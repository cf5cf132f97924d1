//! The pages of letters, one file for each thing a person does.

mod files;
mod finishing;
mod receiving;
mod selection;

use allmende_documents::{Document, markdown};
use allmende_store::{Head, Id, Order, Tx};
use allmende_web::access::{Access, Permission};
use allmende_web::area::{Route, get, post};
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::list::{Cell, List, Row};
use allmende_web::screen::{self, Screen};
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use super::document::{Sender, document};
use super::model::{Letter, LetterForm, LetterRecipient, entries};
use super::recipients::{AddressBook, Reached};
use super::{LETTER_READ, LETTER_WRITE, queries};
use crate::pages::choice::day_text;

pub(crate) use selection::{to_body, to_list, to_members, to_one};

/// Where the letters stand.
pub const PATH: &str = "/briefe";

/// The longest text of a letter.
const MOST_TEXT: usize = 40_000;
/// The longest reference: it has one line of the information block.
const MOST_REFERENCE: usize = 80;

/// A word of the text filter in the name of a recipient.
const RECIPIENT_WORDS: &str = "EXISTS (SELECT 1 FROM record_index n
    WHERE n.alliance_id = r.alliance_id AND n.parent_id = r.id AND n.trashed_at IS NULL AND n.folded LIKE ? ESCAPE '\\')";
/// What the column of recipients is sorted by.
const FIRST_NAME: &str = "(SELECT MIN(n.name) FROM letter_recipient n
    WHERE n.alliance_id = r.alliance_id AND n.letter_id = r.id AND n.trashed_at IS NULL)";

/// The routes of letters.
pub(crate) fn routes() -> Vec<Route> {
    let (read, write) = (Access::Needs(LETTER_READ), Access::Needs(LETTER_WRITE));
    let mut routes = screen::routes::<Letter>();
    routes.extend([
        get("/briefe/{id}/datei/{format}", read, files::file),
        get("/briefe/{id}/vorschau", read, files::preview),
        post("/briefe/{id}/empfaenger", write, receiving::add),
        post("/briefe/{id}/empfaenger/ohne-anschrift", write, receiving::leave_out),
        post("/briefe/{id}/empfaenger/{recipient}/entfernen", write, receiving::remove),
        get("/briefe/{id}/abschliessen", write, finishing::ask),
        post("/briefe/{id}/abschliessen", write, finishing::finish),
    ]);
    routes
}

/// Whether a letter is a draft or finished.
pub fn state(cx: &Cx, letter: &Letter) -> Badge {
    if letter.is_finished() {
        Badge::new(Tone::Ok, "lock", cx.t("letter-finished"))
    } else {
        Badge::new(Tone::Info, "half-disc", cx.t("letter-draft"))
    }
}

/// A letter with everybody who gets it.
pub(super) struct Opened {
    pub(super) letter: Letter,
    pub(super) recipients: Vec<(LetterRecipient, Reached)>,
    pub(super) sender: Sender,
}

impl Opened {
    async fn load(tx: &mut Tx, id: Id) -> Result<Self, Problem> {
        let letter: Letter =
            tx.get(id).await?.filter(|letter: &Letter| letter.head.trashed_at.is_none()).ok_or(Problem::NotFound)?;
        Self::of(tx, letter).await
    }

    async fn of(tx: &mut Tx, letter: Letter) -> Result<Self, Problem> {
        let book = AddressBook::load(tx, letter.dated_on).await?;
        let recipients = queries::recipients(tx, letter.head.id)
            .await?
            .into_iter()
            .map(|recipient| {
                let reached = book.reach(&letter, &recipient);
                (recipient, reached)
            })
            .collect();
        Ok(Self { sender: Sender::load(tx, letter.dated_on).await?, recipients, letter })
    }

    fn reached(&self) -> impl Iterator<Item = &allmende_documents::Recipient> {
        self.recipients.iter().filter_map(|(_, reached)| reached.letter.as_ref().ok())
    }

    fn missing(&self) -> impl Iterator<Item = &Reached> {
        self.recipients.iter().map(|(_, reached)| reached).filter(|reached| reached.letter.is_err())
    }

    /// The letter to everybody whom it reaches.
    fn document(&self) -> Document {
        document(&self.sender, &self.letter, self.reached().cloned().collect())
    }

    /// The letter to the first of them.
    fn first(&self) -> Option<Document> {
        let first = self.reached().next()?.clone();
        Some(document(&self.sender, &self.letter, vec![first]))
    }
}

impl Screen for Letter {
    const PATH: &'static str = PATH;
    const READ: Permission = LETTER_READ;
    const WRITE: Permission = LETTER_WRITE;
    const TEXTS: &'static str = "letter";
    type Beside = ();

    async fn list(cx: &Cx, _tx: &mut Tx) -> Result<List, Problem> {
        Ok(List {
            title: cx.t("letter-list"),
            head: 1,
            day: Some(0),
            order: (0, true),
            empty: (cx.t("letter-none"), cx.t("letter-none-text")),
            noun: "letter-count",
            words: vec![RECIPIENT_WORDS],
            ..List::default()
        }
        .column(cx, "datum", "letter-dated-on")
        .by(Order::value("r.dated_on"))
        .column(cx, "betreff", "letter-subject")
        .by(Order::words("r.subject"))
        .column(cx, "an", "letter-recipients")
        .by(Order::names(FIRST_NAME))
        .column(cx, "stand", "letter-state")
        .by(Order::value("r.finished_on")))
    }

    async fn rows(cx: &Cx, tx: &mut Tx, records: Vec<(Self, ())>) -> Result<Vec<Row>, Problem> {
        let names = queries::recipient_names(tx, records.iter().map(|(letter, ())| letter.head.id).collect()).await?;
        let row = |(letter, ()): &(Self, ())| {
            let shown = match names.get(&letter.head.id).map(Vec::as_slice).unwrap_or_default() {
                [] => String::new(),
                [only] => only.clone(),
                several => cx.tv("letter-recipient-count", [("count", several.len().into())]),
            };
            let cells = vec![
                Cell::Day(letter.dated_on),
                Cell::from(letter.subject.as_str()),
                Cell::from(shown),
                Cell::State(state(cx, letter)),
            ];
            Row { href: letter.href(), cells }
        };
        Ok(records.iter().map(row).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "letter", name, control);
        let mut fields = Vec::new();
        if record.is_none() {
            fields.push(field("selection", Control::Select).choices(selection::choices(cx, tx).await?).optional());
            fields.push(field("holders_on", Control::Date).optional());
        }
        fields.extend([
            field("subject", Control::Line),
            field("dated_on", Control::Date),
            field("text", Control::Prose).optional(),
            field("greeting", Control::Line).optional(),
            field("signer", Control::Line).optional(),
            field("signer_office", Control::Line).optional(),
            field("annexes", Control::Lines).optional(),
            field("distribution", Control::Lines).optional(),
            field("your_reference", Control::Line).optional(),
            field("your_letter_on", Control::Date).optional(),
            field("our_reference", Control::Line).optional(),
            field("dispatch", Control::Lines).optional(),
            field("form", Control::Radio).words(cx, "letter-form", LetterForm::ALL.iter().map(|form| form.word())),
        ]);
        Ok(fields)
    }

    fn suggestion(cx: &Cx) -> Values {
        let mut draft = Self::draft(cx.today());
        draft.signer = cx.principal().map(|person| person.name.clone()).unwrap_or_default();
        let mut values = draft.field_values();
        values.push(value("selection", selection::suggested(cx)));
        values
    }

    fn field_values(&self) -> Values {
        vec![
            value("subject", &self.subject),
            value("dated_on", day_text(Some(self.dated_on))),
            value("text", &self.text),
            value("greeting", &self.greeting),
            value("signer", &self.signer),
            value("signer_office", &self.signer_office),
            value("annexes", &self.annexes),
            value("distribution", &self.distribution),
            value("your_reference", &self.your_reference),
            value("your_letter_on", day_text(self.your_letter_on)),
            value("our_reference", &self.our_reference),
            value("dispatch", &self.dispatch),
            value("form", self.form.word()),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let dispatch = input.text("dispatch", 200);
        let most = allmende_documents::NOTE_LINES;
        if entries(&dispatch).len() > most {
            let sentence = input.cx().tv("letter-dispatch-too-long", [("most", most.into())]);
            input.refuse("dispatch", sentence);
        }
        let letter = Self {
            subject: input.line("subject", "letter-subject-missing"),
            dated_on: input.needed_day("dated_on"),
            text: input.text("text", MOST_TEXT),
            greeting: input.text("greeting", 200),
            signer: input.text("signer", 200),
            signer_office: input.text("signer_office", 200),
            annexes: input.text("annexes", 2_000),
            distribution: input.text("distribution", 2_000),
            your_reference: input.text("your_reference", MOST_REFERENCE),
            your_letter_on: input.day("your_letter_on"),
            our_reference: input.text("our_reference", MOST_REFERENCE),
            dispatch,
            form: input.word("form", LetterForm::from_word, LetterForm::B),
            ..before.cloned().unwrap_or_else(|| Self::draft(input.cx().today()))
        };
        if before.is_none() {
            // Read only for its faults; `stored` reads it again.
            input.day("holders_on");
        }
        Self { head: Head::default(), ..letter }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        selection::check(input, tx).await
    }

    async fn stored(&self, cx: &Cx, tx: &mut Tx, is_new: bool) -> Result<(), Problem> {
        if is_new {
            let chosen = selection::chosen(cx, tx).await?;
            super::add_recipients(tx, self.head.id, &chosen).await?;
        }
        Ok(())
    }

    /// A finished letter was sent; it stays as it is.
    fn may_write(&self, cx: &Cx) -> bool {
        cx.may(LETTER_WRITE) && !self.is_finished()
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let opened = Opened::of(tx, self.clone()).await?;
        let mut view = View {
            title: self.subject.clone(),
            lead: cx.tv(
                "letter-lead",
                [("day", cx.long_day(self.dated_on).into()), ("count", opened.recipients.len().into())],
            ),
            badge: Some(state(cx, self)),
            ..View::default()
        };
        let may_write = self.may_write(cx);
        if may_write {
            view.actions
                .push(Action::link(cx.t("letter-finish"), format!("{}/abschliessen", self.href()), "lock").primary());
        }
        view.main.push(receiving::part(cx, &opened, may_write));
        if may_write && opened.missing().next().is_some() {
            view.main.push(Part::Note {
                tone: Tone::Warn,
                text: cx.tv("letter-missing", [("count", opened.missing().count().into())]),
                action: Some(Action::post(
                    cx.t("letter-leave-out"),
                    format!("{}/empfaenger/ohne-anschrift", self.href()),
                    "",
                )),
            });
        }
        if may_write {
            view.main.push(receiving::form(cx, tx, &opened).await?);
        }
        view.main.push(Part::Prose(markdown::html(&self.text, markdown::Headings::Strong)));
        view.side.extend(self.side(cx, tx, &opened).await?);
        Ok(view)
    }
}

impl Letter {
    async fn side(&self, cx: &Cx, tx: &mut Tx, opened: &Opened) -> Result<Vec<Part>, Problem> {
        let mut side = Vec::new();
        if opened.reached().next().is_some() {
            let files = ["pdf", "docx", "odt"].map(|format| {
                let href = format!("{}/datei/{format}", self.href());
                Line { icon: "download", ..Line::link(cx.t(&format!("letter-file-{format}")), href) }
            });
            side.push(Part::Lines {
                title: cx.t("letter-files"),
                action: None,
                lines: files.into(),
                empty: String::new(),
            });
        }
        match files::fault(cx, opened).await {
            Some(sentence) => side.push(Part::Note { tone: Tone::Warn, text: sentence, action: None }),
            None if opened.reached().next().is_some() => side.push(Part::Picture {
                src: format!("{}/vorschau?v={}", self.href(), self.head.version),
                alt: cx.tv("letter-preview-alt", [("subject", self.subject.as_str().into())]),
                caption: cx.t("letter-preview"),
                href: format!("{}/datei/pdf", self.href()),
            }),
            None => {}
        }
        let mut facts = Vec::new();
        if let Some(id) = self.about_id
            && let Some(line) = tx.index_line(id).await?
            && let Some(kind) = cx.app().kind(&line.kind).filter(|kind| cx.may(kind.read))
        {
            facts.push(FactLine::link(cx.t("letter-about-id"), line.title, kind.href(id, line.parent_id)));
        }
        let day = |day: Option<allmende_store::Day>| day.map(|day| cx.long_day(day)).unwrap_or_default();
        for (key, text) in [
            ("letter-your-reference", self.your_reference.clone()),
            ("letter-your-letter-on", day(self.your_letter_on)),
            ("letter-our-reference", self.our_reference.clone()),
            ("letter-dispatch", entries(&self.dispatch).join(", ")),
            (
                "letter-signer",
                [self.signer.as_str(), &self.signer_office].join(", ").trim_matches([',', ' ']).to_owned(),
            ),
            ("letter-annexes", entries(&self.annexes).join("; ")),
            ("letter-distribution", entries(&self.distribution).join("; ")),
            ("letter-finished-on", day(self.finished_on)),
            ("letter-digest", self.digest.clone()),
        ] {
            facts.extend(FactLine::text(cx.t(key), text));
        }
        side.push(Part::Facts { title: cx.t("letter-facts"), facts });
        Ok(side)
    }
}
