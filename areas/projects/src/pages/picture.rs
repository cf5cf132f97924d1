//! Pictures of a thread: what they show, who made them, and their bytes.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use allmende_documents::format as german;
use allmende_store::{Id, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Part, View};
use allmende_web::{Cx, Problem};

use crate::choices;
use crate::model::Picture;
use crate::picture_file::{self, PictureFault};
use crate::queries;

/// The address of a picture's bytes.
pub(super) fn source(picture: &Picture) -> String {
    format!("{}/{}/datei", Picture::PATH, picture.head.id)
}

fn fault_sentence(cx: &Cx, fault: PictureFault) -> String {
    match fault {
        PictureFault::TooLarge { megabytes } => cx.tv("picture-too-large", [("size", megabytes.into())]),
        PictureFault::UnknownKind => cx.t("picture-unknown-kind"),
        PictureFault::Damaged => cx.t("picture-damaged"),
        PictureFault::TooManyPixels { width, height } => {
            cx.tv("picture-too-many-pixels", [("width", i64::from(width).into()), ("height", i64::from(height).into())])
        }
        PictureFault::Moving => cx.t("picture-moving"),
    }
}

impl Screen for Picture {
    const PATH: &'static str = "/bilder";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "picture";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["thread_id"];
    const FILES: bool = true;

    async fn fields(cx: &Cx, _tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let new = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let mut all = vec![new("thread_id", Control::Hidden)];
        if record.is_none() {
            // Alternative text and credit belong to these bytes; another picture is another record.
            all.push(new("file", Control::File));
        }
        all.extend([
            new("alt", Control::Lines),
            new("decorative", Control::Tick),
            new("credit", Control::Line),
            new("caption", Control::Line).optional(),
            new("taken_on", Control::Date).optional(),
            new("position", Control::Short).optional(),
        ]);
        Ok(all)
    }

    fn field_values(&self) -> Values {
        vec![
            value("thread_id", self.thread_id.to_string()),
            value("alt", &self.alt),
            value("decorative", if self.decorative { "1" } else { "" }),
            value("credit", &self.credit),
            value("caption", &self.caption),
            value("taken_on", self.taken_on.map(|day| german::date(day.0)).unwrap_or_default()),
            value("position", self.position.to_string()),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let decorative = input.ticked("decorative");
        let alt = input.text("alt", 1_000);
        if alt.is_empty() && !decorative {
            input.refuse_key("alt", "picture-alt-missing");
        }
        let picture = Self {
            head: before.map(|picture| picture.head.clone()).unwrap_or_default(),
            thread_id: super::parent_thread(input, before.map(|picture| picture.thread_id)),
            file_id: before.map_or(Id::NIL, |picture| picture.file_id),
            alt,
            decorative,
            caption: input.text("caption", 300),
            credit: input.line("credit", "picture-credit-missing"),
            taken_on: input.day("taken_on"),
            position: input.number("position", 0, 999).unwrap_or(0),
        };
        if before.is_none() {
            let cx = input.cx();
            match cx.submission().files.get("file").map(|file| picture_file::accept(&file.bytes)) {
                None => input.refuse_key("file", "picture-file-missing"),
                Some(Err(fault)) => input.refuse("file", fault_sentence(cx, fault)),
                // A browser sends no file twice by itself.
                Some(Ok(_)) if !input.is_fine() => input.refuse_key("file", "picture-file-again"),
                Some(Ok(_)) => {}
            }
        }
        picture
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        input.room(tx, "file").await?;
        choices::check_reference(input, tx, "thread_id", Some(self.thread_id), "thread").await
    }

    async fn prepare(&mut self, cx: &Cx, tx: &mut Tx, before: Option<&Self>) -> Result<(), Problem> {
        match before {
            Some(before) if self.position == 0 => self.position = before.position,
            Some(_) => {}
            None => {
                if self.position == 0 {
                    self.position = queries::next_picture(tx, self.thread_id).await?;
                }
                let file = cx.submission().files.get("file").ok_or(Problem::BadRequest("no file"))?;
                let clean =
                    picture_file::accept(&file.bytes).map_err(|fault| Problem::Refused(fault_sentence(cx, fault)))?;
                let name: String = file.name.chars().filter(|c| !c.is_control()).take(200).collect();
                self.file_id = tx.add_file(&name, clean.kind.media_type(), clean.bytes).await?;
            }
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let alt = if self.decorative { cx.t("picture-is-decorative") } else { self.alt.clone() };
        let facts = vec![
            FactLine::text(cx.t("picture-alt"), alt),
            FactLine::text(cx.t("picture-credit"), &self.credit),
            FactLine::text(cx.t("picture-taken-on"), self.taken_on.map(|day| cx.day(day)).unwrap_or_default()),
        ];
        let title = if self.caption.is_empty() { cx.t("kind-picture") } else { self.caption.clone() };
        let mut view = super::part_page(cx, tx, self.thread_id, title, facts).await?;
        let picture = Part::Picture {
            src: source(self),
            alt: if self.decorative { String::new() } else { self.alt.clone() },
            caption: cx.tv("picture-credit-words", [("credit", self.credit.as_str().into())]),
            href: String::new(),
        };
        view.main.insert(0, picture);
        Ok(view)
    }

    fn href(&self) -> String {
        super::thread_href(self.thread_id)
    }
}

/// The bytes of a picture. The policy makes sure that they are never more than a picture, whatever they hold.
pub(super) async fn file(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let picture: Picture = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let file = tx.file(picture.file_id).await?.ok_or(Problem::NotFound)?;
    let media = picture_file::PictureKind::from_media_type(&file.media_type).ok_or(Problem::NotFound)?.media_type();
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // The bytes of a picture never change, but the right to see them may.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=300"));
    Ok(response)
}
