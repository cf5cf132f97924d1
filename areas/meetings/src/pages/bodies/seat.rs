//! A seat of a body: form and page.

use allmende_alliance::model::{Body, Municipality, Person};
use allmende_documents::format as german;
use allmende_meeting_rules::Votes;
use allmende_store::{Day, Head, Id, RecordData, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Line, Part, View};
use allmende_web::{Cx, Problem};

use super::participants::Names;
use super::{BODIES, SEATS};
use crate::model::seat::{Channel, Seat, SeatRole};
use crate::pages::choices;
use crate::{INVITED, WRITE, queries};

/// The word for a role.
pub(super) fn role_word(cx: &Cx, role: SeatRole) -> String {
    cx.t(&format!("seat-role-{}", role.word().replace('_', "-")))
}

/// "1,5", the votes of a seat; empty without a vote.
pub(super) fn votes_words(seat: &Seat) -> String {
    if !seat.role.votes() {
        return String::new();
    }
    Votes::from_thousandths(seat.votes).map(|votes| votes.to_string()).unwrap_or_default()
}

pub(super) fn day_text(day: Option<Day>) -> String {
    day.map(|day| german::date(day.0)).unwrap_or_default()
}

fn id_text(id: Option<Id>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

/// A seat of which only the body is known.
pub(super) fn empty(body: Id) -> Seat {
    Seat {
        head: Head::default(),
        body_id: body,
        municipality_id: None,
        person_id: None,
        name: String::new(),
        email: String::new(),
        role: SeatRole::Member,
        votes: 1000,
        channel: Channel::Mail,
        deputy: String::new(),
        since: None,
        until: None,
    }
}

/// Whether two seats are filled on a common day.
fn overlap(one: &Seat, other: &Seat) -> bool {
    let starts_after = |a: &Seat, b: &Seat| matches!((a.since, b.until), (Some(since), Some(until)) if since > until);
    !starts_after(one, other) && !starts_after(other, one)
}

impl Screen for Seat {
    const PATH: &'static str = SEATS;
    const READ: Permission = INVITED;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "seat";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["body_id", "municipality_id", "person_id"];

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let words = |enumeration: &'static str| format!("seat-{enumeration}");
        let mut votes = field("votes", Control::Short);
        votes.values = vec!["1".to_owned()];
        let mut role =
            field("role", Control::Select).words(cx, &words("role"), SeatRole::ALL.iter().map(|one| one.word()));
        role.values = vec![SeatRole::Member.word().to_owned()];
        let mut channel =
            field("channel", Control::Radio).words(cx, "channel", Channel::ALL.iter().map(|one| one.word()));
        channel.values = vec![Channel::Mail.word().to_owned()];
        let mut fields = vec![
            field("municipality_id", Control::Select).optional().choices(choices(tx, Municipality::KIND).await?),
            field("person_id", Control::Select).optional().choices(choices(tx, Person::KIND).await?),
            field("name", Control::Line).optional(),
            role,
            votes,
            channel,
            field("email", Control::Email).optional(),
            field("deputy", Control::Line).optional(),
            field("since", Control::Date).optional(),
            field("until", Control::Date).optional(),
        ];
        if record.is_none() {
            fields.push(field("body_id", Control::Hidden));
        }
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        let typed = self.municipality_id.is_none() && self.person_id.is_none();
        vec![
            value("municipality_id", id_text(self.municipality_id)),
            value("person_id", id_text(self.person_id)),
            value("name", if typed { self.name.clone() } else { String::new() }),
            value("role", self.role.word()),
            value("votes", Votes::from_thousandths(self.votes).map(|votes| votes.to_string()).unwrap_or_default()),
            value("channel", self.channel.word()),
            value("email", &self.email),
            value("deputy", &self.deputy),
            value("since", day_text(self.since)),
            value("until", day_text(self.until)),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let body = before.map_or_else(|| input.id("body_id").unwrap_or(Id::NIL), |seat| seat.body_id);
        let typed = input.text("votes", 30);
        let votes = match Votes::parse(if typed.is_empty() { "1" } else { &typed }) {
            Ok(votes) if !votes.is_zero() => votes.thousandths(),
            Ok(_) => {
                input.refuse_key("votes", "seat-votes-zero");
                0
            }
            Err(_) => {
                input.refuse_key("votes", "seat-votes-fault");
                0
            }
        };
        let seat = Self {
            head: Head::default(),
            body_id: body,
            municipality_id: input.id("municipality_id"),
            person_id: input.id("person_id"),
            name: input.text("name", 300).replace('\n', " "),
            email: input.email("email"),
            role: input.word("role", SeatRole::from_word, SeatRole::Member),
            votes,
            channel: input.word("channel", Channel::from_word, Channel::Mail),
            deputy: input.text("deputy", 300).replace('\n', " "),
            since: input.day("since"),
            until: input.day("until"),
        };
        if seat.municipality_id.is_none() && seat.person_id.is_none() && seat.name.is_empty() {
            input.refuse_key("municipality_id", "seat-nobody");
        }
        if let (Some(since), Some(until)) = (seat.since, seat.until)
            && until < since
        {
            let sentence = input.cx().tv("seat-until-early", [("since", german::date(since.0).into())]);
            input.refuse("until", sentence);
        }
        seat
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        if tx.get::<Body>(self.body_id).await?.is_none() {
            input.refuse_key("municipality_id", "seat-body-missing");
        }
        for (name, id, kind) in
            [("municipality_id", self.municipality_id, Municipality::KIND), ("person_id", self.person_id, Person::KIND)]
        {
            allmende_projects::choices::check_reference(input, tx, name, id, kind).await?;
        }
        let others = queries::seats(tx, self.body_id).await?;
        let others = || others.iter().filter(|other| other.head.id != self.head.id && overlap(self, other));
        // One municipality speaks with one voice: its votes are the seat's votes.
        if self.municipality_id.is_some() && others().any(|other| other.municipality_id == self.municipality_id) {
            let name = tx.index_line(self.municipality_id.unwrap_or(Id::NIL)).await?.map(|line| line.title);
            let sentence = input.cx().tv("seat-municipality-twice", [("name", name.unwrap_or_default().into())]);
            input.refuse("municipality_id", sentence);
        }
        if self.person_id.is_some() && others().any(|other| other.person_id == self.person_id) {
            input.refuse_key("person_id", "seat-person-twice");
        }
        if let Some(chair) = others().find(|other| self.role == SeatRole::Chair && other.role == SeatRole::Chair) {
            let sentence = input.cx().tv("seat-chair-twice", [("name", chair.name.as_str().into())]);
            input.refuse("role", sentence);
        }
        Ok(())
    }

    async fn prepare(&mut self, cx: &Cx, tx: &mut Tx, _before: Option<&Self>) -> Result<(), Problem> {
        if self.municipality_id.is_some() || self.person_id.is_some() {
            self.name = Names::on(tx, cx.today()).await?.first(self);
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let names = Names::on(tx, cx.today()).await?;
        let body = tx.index_line(self.body_id).await?.map(|line| line.title).unwrap_or_default();
        let facts = [
            FactLine::text(cx.t("seat-role"), role_word(cx, self.role)),
            FactLine::text(cx.t("seat-votes"), votes_words(self)),
            FactLine::text(cx.t("seat-speaker"), names.second(self)),
            FactLine::text(cx.t("seat-channel"), cx.t(&format!("channel-{}", self.channel.word()))),
            FactLine::text(cx.t("seat-email"), names.mail(self)),
            FactLine::text(cx.t("seat-deputy"), self.deputy.clone()),
            FactLine::text(cx.t("seat-since"), day_text(self.since)),
            FactLine::text(cx.t("seat-until"), day_text(self.until)),
        ];
        Ok(View {
            title: names.first(self),
            lead: cx.tv("seat-lead", [("body", body.as_str().into())]),
            main: vec![Part::Facts { title: cx.t("kind-seat"), facts: facts.into_iter().flatten().collect() }],
            path: vec![
                Line::link(body, format!("{BODIES}/{}", self.body_id)),
                Line::link(cx.t("seat-list"), self.href()),
            ],
            ..View::default()
        })
    }

    fn href(&self) -> String {
        format!("{BODIES}/{}/plaetze", self.body_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn seats_follow_one_another() {
        let seat = |since: Option<i16>, until: Option<i16>| Seat {
            since: since.map(|year| Day(date(year, 5, 1))),
            until: until.map(|year| Day(date(year, 4, 30))),
            ..empty(Id::NIL)
        };
        let table = [
            (seat(None, None), seat(None, None), true),
            (seat(None, Some(2020)), seat(Some(2020), None), false),
            (seat(Some(2020), None), seat(None, Some(2020)), false),
            (seat(Some(2019), None), seat(None, Some(2020)), true),
            (seat(Some(2014), Some(2020)), seat(Some(2020), Some(2026)), false),
        ];
        for (one, other, expected) in table {
            assert_eq!(overlap(&one, &other), expected, "{one:?} {other:?}");
        }
    }
}
