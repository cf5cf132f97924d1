//! Guests of one meeting: added, changed and removed until they were invited.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::model::Person;
use allmende_store::{Head, Id, RecordData, Tx};
use allmende_web::access::{CONFIDENTIAL, Flash, Permission};
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Line, Part, View};
use allmende_web::{Cx, Problem};

use super::GUESTS;
use super::participants::somebody;
use crate::model::participant::Participant;
use crate::model::seat::{Channel, SeatRole};
use crate::model::{Meeting, Stage};
use crate::pages::{MEETINGS, choices};
use crate::{INVITED, WRITE, queries};

/// What somebody can be at one meeting only.
const ROLES: [SeatRole; 3] = [SeatRole::Guest, SeatRole::Adviser, SeatRole::MinuteTaker];

impl Screen for Participant {
    const PATH: &'static str = GUESTS;
    const READ: Permission = INVITED;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "participant";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["meeting_id"];

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let mut role = field("role", Control::Radio).choices(
            ROLES
                .map(|role| Choice {
                    value: role.word().to_owned(),
                    label: cx.t(&format!("seat-role-{}", role.word().replace('_', "-"))),
                })
                .into(),
        );
        role.values = vec![SeatRole::Guest.word().to_owned()];
        let mut fields = vec![
            field("name", Control::Line).optional(),
            field("person_id", Control::Select).optional().choices(choices(tx, Person::KIND).await?),
            field("email", Control::Email).optional(),
            role,
        ];
        let meeting = record.map(|one| one.meeting_id).or_else(|| typed(cx, "meeting_id").parse().ok());
        let items = match meeting {
            Some(meeting) => queries::agenda(tx, meeting).await?,
            None => Vec::new(),
        };
        if !items.is_empty() {
            let items = items.into_iter().map(|item| Choice { value: item.head.id.to_string(), label: item.title });
            fields.push(field("items", Control::Ticks).optional().choices(items.collect()));
        }
        if record.is_none() {
            fields.push(field("meeting_id", Control::Hidden));
        }
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![
            value("name", &self.name),
            value("person_id", self.person_id.map(|id| id.to_string()).unwrap_or_default()),
            value("email", &self.email),
            value("role", self.role.word()),
            ("items", self.items.lines().map(str::to_owned).collect()),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let meeting = before.map_or_else(|| input.id("meeting_id").unwrap_or(Id::NIL), |one| one.meeting_id);
        let person_id = input.id("person_id");
        let name = input.text("name", 300).replace('\n', " ");
        if name.is_empty() && person_id.is_none() {
            input.refuse_key("name", "participant-name-missing");
        }
        let items = input.cx().submission().values.get("items").cloned().unwrap_or_default();
        let before = before.cloned().unwrap_or_else(|| somebody(meeting, 0, ""));
        Self {
            head: Head::default(),
            name,
            person_id,
            email: input.email("email"),
            role: input.word(
                "role",
                |word| SeatRole::from_word(word).filter(|role| ROLES.contains(role)),
                SeatRole::Guest,
            ),
            items: items.iter().filter(|id| id.parse::<Id>().is_ok()).cloned().collect::<Vec<_>>().join("\n"),
            ..before
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        match tx.get::<Meeting>(self.meeting_id).await? {
            None => input.refuse_key("name", "participant-meeting-missing"),
            Some(meeting) if meeting.stage() > Stage::Running => input.refuse_key("name", "invited-over"),
            Some(_) => {}
        }
        let known = queries::agenda(tx, self.meeting_id).await?;
        let chosen = self.items.lines().filter(|id| !known.iter().any(|item| item.head.id.to_string() == *id));
        // Items that the person may not see stay as they are.
        if chosen.count() > 0 && input.cx().may(CONFIDENTIAL) {
            input.refuse_key("items", "participant-item-gone");
        }
        if let Some(id) = self.person_id
            && tx.get::<Person>(id).await?.is_none()
        {
            input.refuse_key("person_id", "form-choice-missing");
        }
        let others = queries::participants(tx, self.meeting_id).await?;
        let twin = others.iter().find(|other| {
            other.head.id != self.head.id && !self.email.is_empty() && other.email.eq_ignore_ascii_case(&self.email)
        });
        if let Some(twin) = twin {
            let sentence = input.cx().tv("participant-twice", [("name", twin.name.as_str().into())]);
            input.refuse("email", sentence);
        }
        Ok(())
    }

    async fn prepare(&mut self, _cx: &Cx, tx: &mut Tx, before: Option<&Self>) -> Result<(), Problem> {
        if let Some(id) = self.person_id {
            let person: Person = tx.get(id).await?.ok_or(Problem::NotFound)?;
            if self.name.is_empty() {
                self.name = person.full_name();
            }
            if self.email.is_empty() {
                self.email.clone_from(&person.email);
            }
        }
        self.channel = if self.email.is_empty() { Channel::Letter } else { Channel::Mail };
        if before.is_none() {
            let last = queries::participants(tx, self.meeting_id).await?.iter().map(|one| one.position).max();
            self.position = last.unwrap_or(0) + 1;
        }
        Ok(())
    }

    fn may_write(&self, cx: &Cx) -> bool {
        // What comes from a seat is changed there, and an invitation that left is not changed at all.
        cx.may(WRITE) && self.seat_id.is_none() && self.token_digest.is_empty()
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let meeting: Meeting = tx.get_any(self.meeting_id).await?.ok_or(Problem::NotFound)?;
        let facts = [
            FactLine::text(cx.t("participant-person"), self.person.clone()),
            FactLine::text(cx.t("participant-email"), self.email.clone()),
            FactLine::text(
                cx.t("participant-role"),
                cx.t(&format!("seat-role-{}", self.role.word().replace('_', "-"))),
            ),
            FactLine::text(cx.t("participant-answer"), cx.t(&format!("answer-{}", self.answer.word()))),
            FactLine::text(cx.t("participant-deputy"), self.deputy.clone()),
            FactLine::text(cx.t("participant-reason"), self.reason.clone()),
        ];
        Ok(View {
            title: self.name.clone(),
            main: vec![Part::Facts { title: cx.t("kind-participant"), facts: facts.into_iter().flatten().collect() }],
            path: vec![
                Line::link(meeting.title.clone(), format!("{MEETINGS}/{}", meeting.head.id)),
                Line::link(cx.t("invited-title"), self.href()),
            ],
            ..View::default()
        })
    }

    fn href(&self) -> String {
        format!("{MEETINGS}/{}/teilnehmende", self.meeting_id)
    }
}

/// What the form or the address says.
fn typed<'a>(cx: &'a Cx, name: &str) -> &'a str {
    let sent = cx.submission().get(name);
    if sent.is_empty() { cx.query(name) } else { sent }
}

/// Takes a guest off the list.
pub(super) async fn remove(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let one: Participant = tx.get(id).await?.ok_or(Problem::NotFound)?;
    if !one.may_write(&cx) {
        let key = if one.seat_id.is_some() { "invited-of-seat" } else { "invited-fixed" };
        return Err(Problem::Refused(cx.t(key)));
    }
    tx.trash::<Participant>(id).await?;
    let text = cx.tv("flash-trashed", [("title", one.name.as_str().into())]);
    cx.done(tx, &one.href(), Some(Flash { text, undo: Some(format!("{GUESTS}/{id}/wiederherstellen")) })).await
}
