//! The alliance itself: page, form, logo.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use allmende_documents::format as german;
use allmende_store::{Head, Id, Record, Tx};
use allmende_web::access::{Access, Permission};
use allmende_web::area::{Route, get};
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::{self, Screen};
use allmende_web::view::{Action, FactLine, Line, Part, View};
use allmende_web::{Cx, Problem, page};

use super::choice::day_text;
use super::organisation::contact_facts;
use crate::model::Alliance;
use crate::model::brand::{BrandFault, LEAST_CONTRAST, check_brand};
use crate::queries;

/// Where the alliance stands.
pub(crate) const PATH: &str = "/allianz";
/// The largest logo: it stands on every letter and page.
const LARGEST_LOGO: usize = 2 * 1024 * 1024;

/// The routes of the alliance. There is one, so there is no list, no new one and no trash.
pub(crate) fn routes() -> Vec<Route> {
    let kept = [format!("{PATH}/{{id}}/bearbeiten"), format!("{PATH}/{{id}}/verlauf")];
    let mut routes: Vec<Route> =
        screen::routes::<Alliance>().into_iter().filter(|route| kept.contains(&route.path)).collect();
    routes.push(get(PATH, Access::Needs(crate::READ), show));
    routes.push(get(format!("{PATH}/logo"), Access::Needs(crate::READ), logo));
    routes.push(get(format!("{PATH}/{{id}}"), Access::Needs(crate::READ), home));
    routes
}

async fn show(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?;
    let mut view = alliance.view(&cx, &mut tx).await?;
    for panel in cx.app().areas.iter().flat_map(|area| &area.panels) {
        if panel.kind == "alliance" && cx.may(panel.permission) {
            view.main.extend((panel.parts)(&cx, &mut tx, alliance.head.id).await?);
        }
    }
    let base = format!("{PATH}/{}", alliance.head.id);
    view.actions.push(Action::link(cx.t("record-history"), format!("{base}/verlauf"), "history"));
    if cx.may(Alliance::WRITE) {
        view.actions.push(Action::link(cx.t("record-edit"), format!("{base}/bearbeiten"), "edit"));
    }
    page::parts(&cx, &view)
}

/// Hits of the search lead to the record's id; there is only one.
async fn home(Path(_id): Path<Id>) -> Redirect {
    Redirect::to(PATH)
}

async fn logo(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?;
    let file = tx.file(alliance.logo_file.ok_or(Problem::NotFound)?).await?.ok_or(Problem::NotFound)?;
    let media = picture_type(&file.bytes).ok_or(Problem::NotFound)?;
    Ok(([(header::CONTENT_TYPE, media)], file.bytes).into_response())
}

/// The media type of a picture that may be a logo, found from its first bytes. An SVG may carry
/// script, so it is none.
pub(crate) fn picture_type(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some("image/jpeg")
    } else {
        None
    }
}

impl Screen for Alliance {
    const PATH: &'static str = PATH;
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::SETTINGS;
    const TEXTS: &'static str = "alliance";
    type Beside = ();
    const LISTED: bool = false;
    const FILES: bool = true;

    async fn fields(cx: &Cx, _tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "alliance", name, control);
        let mut fields = vec![
            field("name", Control::Line),
            field("short_name", Control::Line),
            field("inflected_name", Control::Line),
            field("legal_form", Control::Line).optional(),
            field("seat", Control::Line).optional(),
            field("founded_on", Control::Date).optional(),
            field("address", Control::Lines).optional(),
            field("contact_name", Control::Line).optional(),
            field("email", Control::Email).optional(),
            field("phone", Control::Line).optional(),
            field("website", Control::Line).optional(),
            field("brand", Control::Short).optional(),
            field("logo", Control::File).optional(),
        ];
        if record.is_some_and(|alliance| alliance.logo_file.is_some()) {
            fields.push(field("logo_remove", Control::Tick).optional());
        }
        fields.push(field("outline_source", Control::Line).optional());
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![
            value("name", &self.name),
            value("short_name", &self.short_name),
            value("inflected_name", &self.inflected_name),
            value("legal_form", &self.legal_form),
            value("seat", &self.seat),
            value("founded_on", day_text(self.founded_on)),
            value("address", &self.address),
            value("contact_name", &self.contact_name),
            value("email", &self.email),
            value("phone", &self.phone),
            value("website", &self.website),
            value("brand", &self.brand),
            value("outline_source", &self.outline_source),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        check_logo(input);
        Self {
            head: Head::default(),
            name: input.line("name", "alliance-name-missing"),
            short_name: input.line("short_name", "alliance-short-name-missing"),
            inflected_name: input.line("inflected_name", "alliance-inflected-name-missing"),
            legal_form: input.text("legal_form", 60),
            seat: input.text("seat", 300),
            address: input.text("address", 1000),
            founded_on: input.day("founded_on"),
            contact_name: input.text("contact_name", 300),
            email: input.email("email"),
            phone: input.text("phone", 60),
            website: input.link("website"),
            brand: brand(input),
            logo_file: before.and_then(|before| before.logo_file),
            outline_source: input.text("outline_source", 300),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        Ok(input.room(tx, "logo").await?)
    }

    async fn prepare(&mut self, cx: &Cx, tx: &mut Tx, before: Option<&Self>) -> Result<(), Problem> {
        let old = before.and_then(|before| before.logo_file);
        if let Some(upload) = cx.submission().files.get("logo") {
            let media = picture_type(&upload.bytes).ok_or(Problem::BadRequest("logo"))?;
            self.logo_file = Some(tx.add_file(&upload.name, media, upload.bytes.clone()).await?);
        } else if cx.submission().ticked("logo_remove") {
            self.logo_file = None;
        }
        if let Some(old) = old
            && self.logo_file != Some(old)
        {
            tx.delete_file(old).await?;
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let members = queries::members_between(tx, cx.today(), cx.today()).await?;
        let mut name = self.name.clone();
        if !self.legal_form.is_empty() && !name.ends_with(&self.legal_form) {
            name = format!("{name} {}", self.legal_form);
        }
        let address: Vec<Line> = self.address.lines().filter(|line| !line.trim().is_empty()).map(Line::text).collect();
        let mut contact: Vec<FactLine> =
            FactLine::text(cx.t("alliance-contact-name"), self.contact_name.clone()).into_iter().collect();
        if !address.is_empty() {
            contact.push(FactLine { label: cx.t("alliance-address"), lines: address });
        }
        contact.extend(contact_facts(cx, &self.email, &self.phone));
        if !self.website.is_empty() {
            contact.push(FactLine::link(cx.t("alliance-website"), self.website.clone(), self.website.clone()));
        }
        let facts = [
            FactLine::text(cx.t("alliance-name"), name),
            FactLine::text(cx.t("alliance-short-name"), self.short_name.clone()),
            FactLine::text(cx.t("alliance-inflected-name"), self.inflected_name.clone()),
            FactLine::text(cx.t("alliance-legal-form"), self.legal_form.clone()),
            FactLine::text(cx.t("alliance-seat"), self.seat.clone()),
            FactLine::text(
                cx.t("alliance-founded-on"),
                self.founded_on.map(|day| cx.long_day(day)).unwrap_or_default(),
            ),
            Some(FactLine::link(
                cx.t("municipality-list"),
                cx.tv("alliance-members", [("count", members.count().into())]),
                super::municipality::PATH,
            )),
            FactLine::text(cx.t("alliance-outline-source"), self.outline_source.clone()),
        ];
        let mut look: Vec<Part> = Vec::new();
        if self.logo_file.is_some() {
            look.push(Part::Picture {
                src: format!("{PATH}/logo?v={}", self.head.version),
                alt: cx.tv("alliance-logo-alt", [("name", self.short_name.as_str().into())]),
                caption: cx.t("alliance-logo"),
                href: String::new(),
            });
        }
        if let Ok(colour) = check_brand(&self.brand) {
            let on_white = german::decimal(crate::model::brand::contrast(colour, crate::model::brand::WHITE), 2);
            let words = cx
                .tv("alliance-brand-measured", [("brand", self.brand.as_str().into()), ("contrast", on_white.into())]);
            let facts = FactLine::text(cx.t("alliance-brand"), words).into_iter().collect();
            look.push(Part::Facts { title: cx.t("alliance-look"), facts });
        }
        Ok(View {
            title: self.entry().title,
            lead: cx.t("alliance-lead"),
            main: vec![
                Part::Facts { title: cx.t("alliance-facts"), facts: facts.into_iter().flatten().collect() },
                Part::Facts { title: cx.t("alliance-contact"), facts: contact },
            ],
            side: look,
            ..View::default()
        })
    }

    fn href(&self) -> String {
        PATH.to_owned()
    }
}

fn check_logo(input: &mut Input<'_>) {
    let Some(upload) = input.cx().submission().files.get("logo") else { return };
    if picture_type(&upload.bytes).is_none() {
        let sentence = input.cx().tv("alliance-logo-type", [("name", upload.name.as_str().into())]);
        input.refuse("logo", sentence);
    } else if upload.bytes.len() > LARGEST_LOGO {
        input.refuse_key("logo", "alliance-logo-size");
    }
}

fn brand(input: &mut Input<'_>) -> String {
    let text = input.text("brand", 20);
    if text.is_empty() {
        return text;
    }
    let cx = input.cx();
    let needed = german::decimal(LEAST_CONTRAST, 2);
    let sentence = match check_brand(&text) {
        Ok(_) => return text.to_lowercase(),
        Err(BrandFault::Form) => cx.tv("alliance-brand-form", [("text", text.as_str().into())]),
        Err(BrandFault::OnWhite(measured)) => cx.tv(
            "alliance-brand-on-white",
            [("measured", german::decimal(measured, 2).into()), ("needed", needed.into())],
        ),
        Err(BrandFault::OnSoft(measured)) => cx.tv(
            "alliance-brand-on-soft",
            [("measured", german::decimal(measured, 2).into()), ("needed", needed.into())],
        ),
    };
    input.refuse("brand", sentence);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logos_are_known_by_their_first_bytes() {
        assert_eq!(picture_type(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        assert_eq!(picture_type(&[0xff, 0xd8, 0xff, 0xe0]), Some("image/jpeg"));
        for other in [b"<svg xmlns".as_slice(), b"GIF89a", b"RIFF", b"", b"\x89PN"] {
            assert_eq!(picture_type(other), None);
        }
    }
}
