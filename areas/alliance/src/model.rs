//! The alliance, its members, bodies and people.

pub mod ags;
pub mod brand;
pub mod letter;

use allmende_store::{Day, Entry, Id, Record};

allmende_store::record! {
    /// The alliance itself. There is exactly one in each tenant, and its id is the tenant's.
    pub struct Alliance: "alliance" {
        /// Full name, as on letters.
        pub name: String,
        /// Short name for the screen.
        pub short_name: String,
        /// The name inside a sentence, with article: "der Kommunalen Allianz …".
        pub inflected_name: String,
        /// Legal form, for example "e. V.".
        pub legal_form: String,
        /// Town of its seat.
        pub seat: String,
        /// Postal address, one line each.
        pub address: String,
        /// When it was founded.
        pub founded_on: Option<Day>,
        /// Whom to ask.
        pub contact_name: String,
        /// Mail address of the office.
        pub email: String,
        /// Telephone of the office.
        pub phone: String,
        /// Homepage.
        pub website: String,
        /// Brand colour as `#rrggbb`.
        pub brand: String,
        /// The logo among the stored files.
        pub logo_file: Option<Id>,
        /// Source line that the licence of the members' outlines asks for.
        pub outline_source: String,
    }
}

impl Record for Alliance {
    fn entry(&self) -> Entry {
        Entry { body: format!("{} {}", self.short_name, self.seat), ..Entry::titled(&self.name) }
    }
}

allmende_store::word_enum! {
    /// What a municipality may call itself (Art. 3 GO).
    pub enum MunicipalityKind {
        /// Gemeinde.
        Municipality = "municipality",
        /// Markt.
        Market = "market",
        /// Stadt.
        Town = "town",
    }
}

allmende_store::record! {
    /// A member municipality, present or former.
    pub struct Municipality: "municipality" {
        /// Its official name.
        pub name: String,
        /// Official municipality key, eight digits. The only safe name: names are not unique in Germany.
        pub ags: String,
        /// What it may call itself.
        pub kind: MunicipalityKind,
        /// Its administrative community; empty if it has an administration of its own.
        pub administrative_community: String,
        /// Member since; `None` for a founding member.
        pub joined_on: Option<Day>,
        /// Member until.
        pub left_on: Option<Day>,
        /// Homepage.
        pub website: String,
        /// Outline as a GeoJSON geometry in WGS 84; empty if unknown.
        pub outline: String,
    }
}

impl Record for Municipality {
    fn entry(&self) -> Entry {
        Entry { summary: self.administrative_community.clone(), body: self.ags.clone(), ..Entry::titled(&self.name) }
    }
}

impl Municipality {
    /// Whether it was a member at any time from `from` to `to`, both included.
    pub fn is_member_between(&self, from: Day, to: Day) -> bool {
        self.joined_on.is_none_or(|day| day <= to) && self.left_on.is_none_or(|day| day >= from)
    }
}

allmende_store::record! {
    /// How many people lived in a municipality on a day.
    pub struct Population: "population" {
        /// The municipality.
        pub municipality_id: Id,
        /// The day of the count.
        pub counted_on: Day,
        /// The count.
        pub inhabitants: i64,
        /// Who counted.
        pub source: String,
    }
}

impl Record for Population {
    fn entry(&self) -> Entry {
        Entry {
            parent: Some(self.municipality_id),
            summary: self.source.clone(),
            ..Entry::titled(&self.inhabitants.to_string())
        }
    }
}

allmende_store::word_enum! {
    /// What a body is.
    pub enum BodyKind {
        /// All members (Mitgliederversammlung, Allianzversammlung).
        Assembly = "assembly",
        /// The board.
        Board = "board",
        /// A working group.
        WorkingGroup = "working_group",
        /// The council of a municipality.
        Council = "council",
        /// Anything else.
        Other = "other",
    }
}

allmende_store::record! {
    /// A body that meets.
    pub struct Body: "body" {
        /// Its name.
        pub name: String,
        /// What it is.
        pub kind: BodyKind,
        /// What one of its meetings is called.
        pub meeting_name: String,
        /// What several of its meetings are called.
        pub meeting_name_plural: String,
        /// The municipality whose council it is.
        pub municipality_id: Option<Id>,
        /// What it is for.
        pub description: String,
    }
}

impl Record for Body {
    fn entry(&self) -> Entry {
        Entry { summary: self.meeting_name.clone(), body: self.description.clone(), ..Entry::titled(&self.name) }
    }
}

allmende_store::word_enum! {
    /// What an organisation is.
    pub enum OrganisationKind {
        /// A public authority.
        Authority = "authority",
        /// Another alliance or regional initiative.
        Alliance = "alliance",
        /// A club or association.
        Association = "association",
        /// A company.
        Company = "company",
        /// A medium.
        Medium = "medium",
        /// Anything else.
        Other = "other",
    }
}

allmende_store::record! {
    /// An organisation that the alliance deals with.
    pub struct Organisation: "organisation" {
        /// Its name.
        pub name: String,
        /// What it is.
        pub kind: OrganisationKind,
        /// Street and number.
        pub street: String,
        /// Postcode.
        pub postcode: String,
        /// Town.
        pub town: String,
        /// Mail address.
        pub email: String,
        /// Telephone.
        pub phone: String,
        /// Homepage.
        pub website: String,
        /// Anything worth knowing.
        pub note: String,
    }
}

impl Record for Organisation {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.town.clone(),
            body: format!("{} {} {} {} {}", self.street, self.phone, self.email, self.website, self.note),
            ..Entry::titled(&self.name)
        }
    }
}

allmende_store::word_enum! {
    /// How a person is addressed.
    pub enum Salutation {
        /// Frau.
        Ms = "ms",
        /// Herr.
        Mr = "mr",
        /// By name only.
        Neutral = "neutral",
    }
}

allmende_store::record! {
    /// A person whom the alliance deals with.
    pub struct Person: "person" {
        /// Family name.
        pub family_name: String,
        /// Given name.
        pub given_name: String,
        /// Academic title.
        pub academic_title: String,
        /// How the person is addressed.
        pub salutation: Salutation,
        /// The first line of a letter, if it differs from the usual one.
        pub letter_salutation: String,
        /// Mail address.
        pub email: String,
        /// Telephone.
        pub phone: String,
        /// Street and number.
        pub street: String,
        /// Postcode.
        pub postcode: String,
        /// Town.
        pub town: String,
        /// The organisation the person works for.
        pub organisation_id: Option<Id>,
        /// The municipality the person belongs to.
        pub municipality_id: Option<Id>,
        /// On which ground the data are kept: consent, office, contract, in words.
        pub consent: String,
        /// Since when.
        pub consent_on: Option<Day>,
        /// Anything worth knowing.
        pub note: String,
    }
}

impl Record for Person {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.town.clone(),
            body: format!("{} {} {}", self.phone, self.email, self.note),
            ..Entry::titled(&self.full_name())
        }
    }
}

impl Person {
    /// Somebody of whom nothing is known yet, for files that name only some fields.
    pub(crate) fn unnamed() -> Self {
        Self {
            head: allmende_store::Head::default(),
            family_name: String::new(),
            given_name: String::new(),
            academic_title: String::new(),
            salutation: Salutation::Neutral,
            letter_salutation: String::new(),
            email: String::new(),
            phone: String::new(),
            street: String::new(),
            postcode: String::new(),
            town: String::new(),
            organisation_id: None,
            municipality_id: None,
            consent: String::new(),
            consent_on: None,
            note: String::new(),
        }
    }

    /// Title, given name, family name.
    pub fn full_name(&self) -> String {
        let parts = [&self.academic_title, &self.given_name, &self.family_name];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    }

    /// "Family name, given name", the order of lists of persons (DIN 5007-2).
    pub fn list_name(&self) -> String {
        if self.given_name.is_empty() {
            self.family_name.clone()
        } else {
            format!("{}, {}", self.family_name, self.given_name)
        }
    }
}

allmende_store::record! {
    /// An office that a person held from a day to a day.
    pub struct Office: "office" {
        /// The person.
        pub person_id: Id,
        /// What it is called: "Erste Bürgermeisterin".
        pub title: String,
        /// The body it belongs to.
        pub body_id: Option<Id>,
        /// The municipality it belongs to.
        pub municipality_id: Option<Id>,
        /// First day.
        pub since: Option<Day>,
        /// Last day.
        pub until: Option<Day>,
    }
}

impl Record for Office {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.person_id), on_day: self.since, ..Entry::titled(&self.title) }
    }
}
