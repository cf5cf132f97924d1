//! Contacts from a file: known by their mail address, else by name and where they belong.

use std::collections::BTreeMap;

use allmende_store::{Day, Head, Id};
use allmende_web::form::is_email;

use super::column::Columns;
use super::identity::{Identity, Place};
use super::members::take;
use super::names::{FullName, salutation, split_name};
use super::people_columns::{Column, column};
use super::places::Places;
use super::spelling::{day, plain, several_lines};
use super::{Difference, Fate, Line, Plan, PlanRow, Sentence, Table, Twin};
use crate::model::{Municipality, Office, Organisation, Person, Salutation};

/// What is stored of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonPlan {
    /// The person; without an id if new.
    pub person: Person,
    /// Whether the person's own fields change.
    pub changed: bool,
    /// An organisation that has to be created for the person.
    pub new_organisation: Option<String>,
    /// An office that the person does not have yet; still without the person's id.
    pub new_office: Option<Office>,
}

/// What is stored already.
#[derive(Clone, Debug, Default)]
pub struct KnownPeople {
    /// People.
    pub people: Vec<Person>,
    /// Their offices.
    pub offices: Vec<Office>,
    /// The members.
    pub municipalities: Vec<Municipality>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
}

/// Somebody whom the file or the store knows already.
struct Someone<'a> {
    identity: Identity,
    stored: Option<&'a Person>,
    /// The row that spoke of this person first.
    line: Option<usize>,
}

struct Reader<'a> {
    columns: Columns<Column>,
    offices: BTreeMap<Id, Vec<&'a Office>>,
    places: Places<'a>,
    everybody: Vec<Someone<'a>>,
    by_mail: BTreeMap<String, usize>,
    by_name: BTreeMap<(String, String), Vec<usize>>,
    today: Day,
}

/// Decides the fate of every row. `known` is what is stored; nothing is changed.
pub fn plan_people(table: &Table, known: &KnownPeople, today: Day) -> Result<Plan<PersonPlan>, Sentence> {
    let columns = Columns::find(table, column)?;
    if !columns.has(Column::Family) && !columns.has(Column::Name) {
        return Err(Sentence::new("import-file-no-names"));
    }
    let (mut rows, lines) = columns.rows(table);
    let mut reader = Reader::new(columns, known, today);
    for line in lines {
        rows.push(reader.row(line));
    }
    Ok(Plan { rows, ignored: reader.columns.ignored })
}

/// The fields of a row before it is known whom it is about.
struct Said {
    salutation: Option<Salutation>,
    name: FullName,
    email: String,
    place: Place,
    new_organisation: Option<String>,
    organisation_id: Option<Id>,
}

impl<'a> Reader<'a> {
    fn new(columns: Columns<Column>, known: &'a KnownPeople, today: Day) -> Self {
        let mut offices: BTreeMap<Id, Vec<&Office>> = BTreeMap::new();
        for office in &known.offices {
            offices.entry(office.person_id).or_default().push(office);
        }
        let mut reader = Self {
            columns,
            offices,
            places: Places::new(&known.municipalities, &known.organisations),
            everybody: Vec::new(),
            by_mail: BTreeMap::new(),
            by_name: BTreeMap::new(),
            today,
        };
        let names: BTreeMap<Id, String> =
            known.organisations.iter().map(|one| (one.head.id, plain(&one.name))).collect();
        for person in &known.people {
            let identity = Identity {
                email: person.email.to_lowercase(),
                family: plain(&person.family_name),
                given: plain(&person.given_name),
                place: Place {
                    municipality: person.municipality_id,
                    organisation: person.organisation_id.and_then(|id| names.get(&id).cloned()),
                },
            };
            reader.remember(identity, Some(person), None);
        }
        reader
    }

    fn remember(&mut self, identity: Identity, stored: Option<&'a Person>, line: Option<usize>) {
        let index = self.everybody.len();
        if !identity.email.is_empty() {
            self.by_mail.entry(identity.email.clone()).or_insert(index);
        }
        self.by_name.entry((identity.family.clone(), identity.given.clone())).or_default().push(index);
        self.everybody.push(Someone { identity, stored, line });
    }

    fn row(&mut self, line: &Line) -> PlanRow<PersonPlan> {
        let fallback = [Column::Name, Column::Family, Column::Email, Column::Organisation]
            .into_iter()
            .map(|field| self.columns.text(line, field))
            .find(|text| !text.is_empty())
            .unwrap_or_default();
        if let Some(fate) = self.columns.plain_fate(line, Some(Column::Note)) {
            return PlanRow::idle(line.number, fallback, fate);
        }
        let decided = self.said(line).and_then(|said| {
            let identity = Identity {
                email: said.email.to_lowercase(),
                family: plain(&said.name.family),
                given: plain(&said.name.given),
                place: said.place.clone(),
            };
            Ok((self.whom(&identity)?, said, identity))
        });
        match decided {
            Err(sentence) => PlanRow::idle(line.number, fallback, Fate::Faulty(sentence)),
            Ok((whom, said, identity)) => self.decide(line, whom, &said, identity),
        }
    }

    /// The fate of a row that reads well.
    fn decide(&mut self, line: &Line, whom: Option<usize>, said: &Said, identity: Identity) -> PlanRow<PersonPlan> {
        let title = said.name.list_name();
        if let Some(first) = whom.and_then(|index| self.everybody.get(index)).and_then(|someone| someone.line) {
            return PlanRow::idle(line.number, title, Fate::Duplicate(Twin::Line(first)));
        }
        let before = whom.and_then(|index| self.everybody.get(index)).and_then(|someone| someone.stored);
        let planned = self.plan(line, said, before);
        match whom.and_then(|index| self.everybody.get_mut(index)) {
            Some(someone) => someone.line = Some(line.number),
            None => self.remember(identity, None, Some(line.number)),
        }
        match planned {
            Err(sentence) => PlanRow::idle(line.number, title, Fate::Faulty(sentence)),
            Ok((_, differences)) if before.is_some() && differences.is_empty() => {
                let twin = before.map(Person::list_name).unwrap_or_default();
                PlanRow::idle(line.number, title, Fate::Duplicate(Twin::Record(twin)))
            }
            Ok((plan, differences)) => {
                let mut notes = Vec::new();
                if let Some(name) = &plan.new_organisation {
                    notes.push(Sentence::new("import-note-organisation").with("name", name));
                }
                if let (Some(office), None) = (&plan.new_office, before) {
                    notes.push(Sentence::new("import-note-office").with("title", &office.title));
                }
                let fate = if before.is_some() { Fate::Changed(differences) } else { Fate::New };
                PlanRow { number: line.number, title, fate, notes, plan: Some(plan) }
            }
        }
    }

    /// Reads what a row says of identity and place.
    fn said(&self, line: &Line) -> Result<Said, Sentence> {
        let text = |field| self.columns.text(line, field);
        let mut name =
            FullName { title: text(Column::Title), given: text(Column::Given), family: text(Column::Family) };
        let mut form = text(Column::Salutation);
        if name.family.is_empty() {
            let whole = text(Column::Name);
            if name.given.is_empty() {
                let split = split_name(&whole);
                if form.is_empty() {
                    form = split.0;
                }
                name = FullName { title: if name.title.is_empty() { split.1.title } else { name.title }, ..split.1 };
            } else {
                name.family = whole;
            }
        }
        if name.family.is_empty() {
            return Err(Sentence::new("import-fault-name"));
        }
        let (form, title) =
            salutation(&form).ok_or_else(|| Sentence::new("import-fault-salutation").with("text", form))?;
        if name.title.is_empty() {
            name.title = title;
        }
        let email = text(Column::Email);
        if !email.is_empty() && !is_email(&email) {
            return Err(Sentence::new("import-fault-email").with("text", email));
        }
        let mut said = Said {
            salutation: form,
            name,
            email,
            place: Place::default(),
            new_organisation: None,
            organisation_id: None,
        };
        let municipality = text(Column::Municipality);
        if !municipality.is_empty() {
            let id = self
                .places
                .municipality(&municipality)
                .ok_or_else(|| Sentence::new("import-fault-municipality").with("text", municipality))?;
            said.place.municipality = Some(id);
        }
        let organisation = text(Column::Organisation);
        if !organisation.is_empty() {
            match self.places.municipality(&organisation) {
                // An address book names the town hall as organisation.
                Some(id) if said.place.municipality.is_none_or(|own| own == id) => said.place.municipality = Some(id),
                _ => {
                    said.place.organisation = Some(plain(&organisation));
                    said.organisation_id = self.places.organisation(&organisation);
                    said.new_organisation = said.organisation_id.is_none().then_some(organisation);
                }
            }
        }
        Ok(said)
    }

    /// Whom a row is about, if that is somebody known.
    fn whom(&self, identity: &Identity) -> Result<Option<usize>, Sentence> {
        if let Some((index, someone)) =
            self.by_mail.get(&identity.email).and_then(|index| Some((*index, self.everybody.get(*index)?)))
        {
            if someone.identity.may_share_mail(identity) {
                return Ok(Some(index));
            }
            let who = someone.stored.map(Person::full_name);
            let sentence = match who {
                Some(name) => Sentence::new("import-fault-mail-of-other").with("name", name),
                None => Sentence::new("import-fault-mail-of-line")
                    .with("line", someone.line.unwrap_or_default().to_string()),
            };
            return Err(sentence.with("mail", &identity.email));
        }
        let namesakes = self.by_name.get(&(identity.family.clone(), identity.given.clone()));
        let sureness =
            |index: &usize| self.everybody.get(*index).map_or(0, |one| one.identity.sureness_by_name(identity));
        let rated: Vec<(usize, u8)> = namesakes.into_iter().flatten().map(|index| (*index, sureness(index))).collect();
        let best = rated.iter().map(|(_, sure)| *sure).max().filter(|sure| *sure > 0);
        let same: Vec<usize> = rated.iter().filter(|(_, sure)| Some(*sure) == best).map(|(index, _)| *index).collect();
        match same[..] {
            [] => Ok(None),
            [one] => Ok(Some(one)),
            _ => Err(Sentence::new("import-fault-namesakes").with("count", same.len().to_string())),
        }
    }

    fn plan(
        &self,
        line: &Line,
        said: &Said,
        before: Option<&Person>,
    ) -> Result<(PersonPlan, Vec<Difference>), Sentence> {
        let mut person = before.cloned().unwrap_or_else(Person::unnamed);
        let mut differences = Vec::new();
        let all = &mut differences;
        if let Some(new) = said.salutation
            && new != person.salutation
        {
            all.push(Difference {
                label: "person-salutation",
                old: person.salutation.word().to_owned(),
                new: new.word().to_owned(),
            });
            person.salutation = new;
        }
        let text = |field| self.columns.text(line, field);
        take("person-academic-title", said.name.title.clone(), &mut person.academic_title, all);
        // An initial does not replace a name that is known in full.
        if !plain(&person.given_name).starts_with(&plain(&said.name.given)) {
            take("person-given-name", said.name.given.clone(), &mut person.given_name, all);
        }
        take("person-family-name", said.name.family.clone(), &mut person.family_name, all);
        take("person-letter-salutation", text(Column::Letter), &mut person.letter_salutation, all);
        if said.email.to_lowercase() != person.email.to_lowercase() {
            take("person-email", said.email.clone(), &mut person.email, all);
        }
        take("person-phone", text(Column::Phone), &mut person.phone, all);
        take("person-street", text(Column::Street), &mut person.street, all);
        take("person-postcode", text(Column::Postcode), &mut person.postcode, all);
        take("person-town", text(Column::Town), &mut person.town, all);
        take("person-consent", text(Column::Consent), &mut person.consent, all);
        if let Some(day) = self.day(line, Column::ConsentOn)?
            && person.consent_on != Some(day)
        {
            let words = |day: Day| allmende_documents::format::date(day.0);
            all.push(Difference {
                label: "person-consent-on",
                old: person.consent_on.map(words).unwrap_or_default(),
                new: words(day),
            });
            person.consent_on = Some(day);
        }
        take("person-note", several_lines(self.columns.raw(line, Column::Note)), &mut person.note, all);
        if let Some(id) = said.place.municipality
            && person.municipality_id != Some(id)
        {
            let new = [Column::Municipality, Column::Organisation]
                .map(text)
                .into_iter()
                .find(|name| !name.is_empty())
                .unwrap_or_default();
            all.push(Difference { label: "person-municipality-id", old: String::new(), new });
            person.municipality_id = Some(id);
        }
        if said.place.organisation.is_some()
            && (said.new_organisation.is_some() || said.organisation_id != person.organisation_id)
        {
            all.push(Difference {
                label: "person-organisation-id",
                old: String::new(),
                new: text(Column::Organisation),
            });
            person.organisation_id = said.organisation_id;
        }
        let changed = !all.is_empty();
        let new_office = self.office(line, &person)?;
        if let Some(office) = &new_office {
            all.push(Difference { label: "person-offices", old: String::new(), new: office.title.clone() });
        }
        let plan = PersonPlan { person, changed, new_organisation: said.new_organisation.clone(), new_office };
        Ok((plan, differences))
    }

    /// The office of a row, if the person does not have it yet.
    fn office(&self, line: &Line, person: &Person) -> Result<Option<Office>, Sentence> {
        let title = self.columns.text(line, Column::Office);
        let (since, until) = (self.day(line, Column::Since)?, self.day(line, Column::Until)?);
        if let (Some(since), Some(until)) = (since, until)
            && until < since
        {
            return Err(Sentence::new("office-until-early").with("since", allmende_documents::format::date(since.0)));
        }
        let had = self
            .offices
            .get(&person.head.id)
            .is_some_and(|all| all.iter().any(|one| plain(&one.title) == plain(&title)));
        if title.is_empty() || had {
            return Ok(None);
        }
        Ok(Some(Office {
            head: Head::default(),
            person_id: person.head.id,
            title,
            body_id: None,
            municipality_id: person.municipality_id,
            since,
            until,
        }))
    }

    fn day(&self, line: &Line, column: Column) -> Result<Option<Day>, Sentence> {
        let text = self.columns.text(line, column);
        if text.is_empty() {
            return Ok(None);
        }
        let read = day(&text).filter(|day| column != Column::ConsentOn || *day <= self.today);
        read.map(Some).ok_or_else(|| {
            Sentence::new("import-fault-day").with("column", self.columns.head(column)).with("text", text)
        })
    }
}

#[cfg(test)]
#[path = "people_tests.rs"]
mod tests;
