//! Files that go with an item.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use allmende_store::{Head, Id, Sql, ToArg, Tx};
use allmende_web::access::Permission;
use allmende_web::area::{Route, get};
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::{self, Screen};
use allmende_web::view::{Action, Line, Part, View};
use allmende_web::{Cx, Problem};

use super::{ITEMS, may_see};
use crate::model::{AgendaItem, ItemFile};
use crate::{READ, WRITE};

/// Where files of items stand.
const FILES: &str = "/anlagen";

/// The largest file that goes with an item.
const MOST_BYTES: usize = 20 * 1024 * 1024;

/// What may go with an item: how the file begins, its ending and its media type. Nothing that a browser would run.
const KINDS: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"PK\x03\x04", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"PK\x03\x04", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"PK\x03\x04", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"PK\x03\x04", "odt", "application/vnd.oasis.opendocument.text"),
    (b"PK\x03\x04", "ods", "application/vnd.oasis.opendocument.spreadsheet"),
    (b"PK\x03\x04", "odp", "application/vnd.oasis.opendocument.presentation"),
];

/// The media type of a file by its name and its first bytes; none if it is of no kind that may go with an item.
pub(super) fn media_type(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1.to_lowercase();
    let ending = if ending == "jpeg" { "jpg" } else { &ending };
    KINDS.iter().find(|(start, known, _)| *known == ending && bytes.starts_with(start)).map(|(_, _, kind)| *kind)
}

pub(super) fn routes() -> Vec<Route> {
    let mut routes = screen::routes::<ItemFile>();
    routes.push(get(format!("{FILES}/{{id}}/datei"), allmende_web::access::Access::Needs(READ), download));
    routes
}

impl Screen for ItemFile {
    const PATH: &'static str = FILES;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "item-file";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["item_id"];
    const FILES: bool = true;

    async fn fields(cx: &Cx, _tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let mut fields = Vec::new();
        if record.is_none() {
            fields.extend([field("item_id", Control::Hidden), field("file", Control::File)]);
        }
        fields.push(field("title", Control::Line));
        fields.push(field("private", Control::Tick));
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![
            value("item_id", self.item_id.to_string()),
            value("title", &self.title),
            value("private", if self.public { "" } else { "1" }),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let cx = input.cx();
        let file = Self {
            head: Head::default(),
            item_id: before.map_or_else(|| input.id("item_id").unwrap_or(Id::NIL), |before| before.item_id),
            position: before.map_or(0, |before| before.position),
            title: input.line("title", "item-file-title-missing"),
            file_id: before.map_or(Id::NIL, |before| before.file_id),
            public: !input.ticked("private"),
        };
        if before.is_none() {
            match cx.submission().files.get("file") {
                None => input.refuse_key("file", "item-file-missing"),
                Some(upload) if upload.bytes.is_empty() => input.refuse_key("file", "item-file-missing"),
                Some(upload) if upload.bytes.len() > MOST_BYTES => input.refuse_key("file", "item-file-large"),
                Some(upload) if media_type(&upload.name, &upload.bytes).is_none() => {
                    input.refuse_key("file", "item-file-kind");
                }
                // A browser sends no file twice by itself.
                Some(_) if !input.is_fine() => input.refuse_key("file", "item-file-again"),
                Some(_) => {}
            }
        }
        file
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        input.room(tx, "file").await?;
        let item: Option<AgendaItem> = tx.get(self.item_id).await?;
        match item.filter(|item| may_see(input.cx(), item)) {
            None => input.refuse_key("title", "item-file-item-missing"),
            // What goes with a private item is private.
            Some(item) if !item.public && self.public => input.refuse_key("private", "item-file-must-be-private"),
            Some(_) => {}
        }
        Ok(())
    }

    async fn prepare(&mut self, cx: &Cx, tx: &mut Tx, before: Option<&Self>) -> Result<(), Problem> {
        if before.is_none() {
            let upload = cx.submission().files.get("file").ok_or(Problem::BadRequest("no file"))?;
            let kind = media_type(&upload.name, &upload.bytes).ok_or(Problem::BadRequest("kind of file"))?;
            self.position = i64::try_from(of_item(tx, self.item_id).await?.len()).unwrap_or(0) + 1;
            self.file_id = tx.add_file(&upload.name, kind, upload.bytes.clone()).await?;
        }
        Ok(())
    }

    fn may_read(&self, cx: &Cx) -> bool {
        self.public || cx.may(allmende_web::access::CONFIDENTIAL)
    }

    async fn view(&self, cx: &Cx, _tx: &mut Tx) -> Result<View, Problem> {
        let main = vec![Part::Lines {
            title: cx.t("item-file-list"),
            action: None,
            lines: vec![Line::link(self.title.clone(), format!("{FILES}/{}/datei", self.head.id))],
            empty: String::new(),
        }];
        let path = vec![Line::link(cx.t("kind-agenda-item"), format!("{ITEMS}/{}", self.item_id))];
        Ok(View { title: self.title.clone(), main, path, ..View::default() })
    }

    fn href(&self) -> String {
        format!("{ITEMS}/{}", self.item_id)
    }
}

async fn of_item(tx: &mut Tx, item: Id) -> Result<Vec<ItemFile>, Problem> {
    Ok(tx.matching(vec![Sql::equals("r.item_id", item.to_arg())], "r.position").await?)
}

/// The files of an item on its page.
pub(super) async fn panel(cx: &Cx, tx: &mut Tx, item: &AgendaItem) -> Result<Option<Part>, Problem> {
    let files = of_item(tx, item.head.id).await?;
    let may_write = cx.may(WRITE);
    if files.is_empty() && !may_write {
        return Ok(None);
    }
    let lines = files
        .iter()
        .filter(|file| file.may_read(cx))
        .map(|file| {
            let own = format!("{FILES}/{}", file.head.id);
            let trash = cx.tv("item-file-trash", [("title", file.title.as_str().into())]);
            Line {
                icon: "document",
                actions: if may_write {
                    vec![Action::post(trash, format!("{own}/papierkorb"), "trash").icon_only()]
                } else {
                    Vec::new()
                },
                ..Line::link(file.title.clone(), format!("{own}/datei"))
            }
        })
        .collect();
    let own = format!("{ITEMS}/{}", item.head.id);
    Ok(Some(Part::Lines {
        title: cx.t("item-file-list"),
        action: may_write.then(|| {
            Action::link(cx.t("item-file-new"), format!("{FILES}/neu?item_id={}&zurueck={own}", item.head.id), "")
        }),
        lines,
        empty: cx.t("item-file-none"),
    }))
}

async fn download(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let file: ItemFile = tx.get(id).await?.filter(|file: &ItemFile| file.may_read(&cx)).ok_or(Problem::NotFound)?;
    let item: AgendaItem = tx.get(file.item_id).await?.ok_or(Problem::NotFound)?;
    if !may_see(&cx, &item) {
        return Err(Problem::NotFound);
    }
    let stored = tx.file(file.file_id).await?.ok_or(Problem::NotFound)?;
    let mut response = cx.download(&stored.name, &stored.media_type, stored.bytes);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_kinds_go_with_an_item() {
        let table: [(&str, &[u8], bool); 8] = [
            ("Plan.pdf", b"%PDF-1.7 ...", true),
            ("Plan.PDF", b"%PDF-1.7", true),
            ("Plan.pdf", b"<html>", false),
            ("Plan.html", b"<html>", false),
            ("Bild.jpeg", b"\xff\xd8\xff\xe0", true),
            ("Vorlage.docx", b"PK\x03\x04...", true),
            ("Vorlage.docm", b"PK\x03\x04...", false),
            ("Plan", b"%PDF-1.7", false),
        ];
        for (name, bytes, fine) in table {
            assert_eq!(media_type(name, bytes).is_some(), fine, "{name}");
        }
    }
}
