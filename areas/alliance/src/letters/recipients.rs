//! Who gets a letter: how each is addressed on its day, and which selections there are.

use std::collections::BTreeMap;

use allmende_documents::Recipient;
use allmende_store::{Day, Id, StoreError, Tx};

use super::address::{self, AddressedOffice};
use super::model::{Letter, LetterRecipient, entries};
use crate::model::letter::letter_line;
use crate::model::{Municipality, Organisation, Person};
use crate::queries::{self, Holder};

/// Somebody who can get a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Addressee {
    /// A person.
    Person(Id),
    /// An organisation.
    Organisation(Id),
    /// A member, addressed through its mayor.
    Member(Id),
}

impl Addressee {
    /// The record.
    pub fn id(self) -> Id {
        match self {
            Self::Person(id) | Self::Organisation(id) | Self::Member(id) => id,
        }
    }

    /// Its word in a form.
    pub fn word(self) -> String {
        match self {
            Self::Person(id) => format!("person:{id}"),
            Self::Organisation(id) => format!("organisation:{id}"),
            Self::Member(id) => format!("mitglied:{id}"),
        }
    }

    /// The addressee of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        let (kind, id) = word.split_once(':')?;
        let id = id.parse().ok()?;
        match kind {
            "person" => Some(Self::Person(id)),
            "organisation" => Some(Self::Organisation(id)),
            "mitglied" => Some(Self::Member(id)),
            _ => None,
        }
    }
}

/// Why a letter cannot reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Street, postcode or town are missing.
    Address,
    /// The member has no mayor on that day.
    Mayor,
    /// The record is in the trash.
    Gone,
}

impl Lack {
    /// The key of its sentence.
    pub fn text(self) -> &'static str {
        match self {
            Self::Address => "letter-lack-address",
            Self::Mayor => "letter-lack-mayor",
            Self::Gone => "letter-lack-gone",
        }
    }
}

/// A recipient as the letter reaches it.
#[derive(Clone, Debug)]
pub struct Reached {
    /// The recipient's id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Where it is shown.
    pub href: String,
    /// Address and salutation, or what is missing and where it is put right.
    pub letter: Result<Recipient, (Lack, String)>,
}

/// People, organisations and members of a day, looked up once for all recipients.
#[derive(Debug, Default)]
pub struct AddressBook {
    people: BTreeMap<Id, Person>,
    organisations: BTreeMap<Id, Organisation>,
    municipalities: BTreeMap<Id, Municipality>,
    holders: Vec<Holder>,
}

impl AddressBook {
    /// Everybody who could get a letter of that day.
    pub async fn load(tx: &mut Tx, on: Day) -> Result<Self, StoreError> {
        Ok(Self {
            people: tx.all::<Person>().await?.into_iter().map(|one| (one.head.id, one)).collect(),
            organisations: tx.all::<Organisation>().await?.into_iter().map(|one| (one.head.id, one)).collect(),
            municipalities: tx.all::<Municipality>().await?.into_iter().map(|one| (one.head.id, one)).collect(),
            holders: queries::holders(tx, on).await?,
        })
    }

    /// How a letter reaches a recipient. A finished letter stays as it was sent.
    pub fn reach(&self, letter: &Letter, recipient: &LetterRecipient) -> Reached {
        let (name, href, found) = match recipient.addressee() {
            Some(Addressee::Person(id)) => self.person(id, None),
            Some(Addressee::Organisation(id)) => self.organisation(id),
            Some(Addressee::Member(id)) => self.member(id),
            None => (None, String::new(), Err((Lack::Gone, String::new()))),
        };
        let letter = if letter.is_finished() {
            Ok(Recipient {
                notes: entries(&letter.dispatch),
                address: entries(&recipient.address),
                salutation: recipient.salutation.clone(),
            })
        } else {
            found.map(|(address, salutation)| Recipient { notes: entries(&letter.dispatch), address, salutation })
        };
        Reached { id: recipient.head.id, name: name.unwrap_or_else(|| recipient.name.clone()), href, letter }
    }

    /// How a letter of that day would reach somebody: address and salutation, or what is missing and where it is put right.
    pub fn find(&self, addressee: Addressee) -> Result<Recipient, (Lack, String)> {
        let (_, _, found) = match addressee {
            Addressee::Person(id) => self.person(id, None),
            Addressee::Organisation(id) => self.organisation(id),
            Addressee::Member(id) => self.member(id),
        };
        found.map(|(address, salutation)| Recipient { notes: Vec::new(), address, salutation })
    }

    /// The first line of a letter or mail to somebody who may have no postal address.
    pub fn salutation(&self, addressee: Addressee) -> String {
        let person = match addressee {
            Addressee::Person(id) => self.people.get(&id),
            Addressee::Organisation(_) => None,
            Addressee::Member(id) => self.mayor(id).and_then(|holder| self.people.get(&holder.person_id)),
        };
        let Some(person) = person else { return NOBODY_NAMED.to_owned() };
        let held = self.holders.iter().filter(|holder| holder.person_id == person.head.id);
        let titles: Vec<&str> = held.map(|holder| holder.title.as_str()).collect();
        letter_line(person, &titles)
    }

    /// Who speaks for a member on that day: the mayor.
    pub fn mayor(&self, municipality: Id) -> Option<&Holder> {
        let local: Vec<&Holder> =
            self.holders.iter().filter(|holder| holder.municipality_id == Some(municipality)).collect();
        let titles: Vec<&str> = local.iter().map(|holder| holder.title.as_str()).collect();
        address::mayor(&titles).and_then(|index| local.get(index).copied())
    }

    /// A person of the alliance.
    pub fn person_of(&self, id: Id) -> Option<&Person> {
        self.people.get(&id)
    }

    fn person(&self, id: Id, office: Option<&Holder>) -> Found {
        let href = format!("{}/{id}", crate::pages::person::PATH);
        let Some(person) = self.people.get(&id).filter(|one| one.head.trashed_at.is_none()) else {
            return (None, href.clone(), Err((Lack::Gone, href)));
        };
        let held: Vec<&Holder> = self.holders.iter().filter(|holder| holder.person_id == id).collect();
        let titles: Vec<&str> = held.iter().map(|holder| holder.title.as_str()).collect();
        // Who speaks for a municipality is addressed in that office.
        let office = office.or_else(|| {
            let local: Vec<&Holder> = held.iter().filter(|one| one.municipality_id.is_some()).copied().collect();
            let titles: Vec<&str> = local.iter().map(|holder| holder.title.as_str()).collect();
            address::mayor(&titles).and_then(|index| local.get(index).copied())
        });
        let office = office.and_then(|holder| {
            let municipality = self.municipalities.get(&holder.municipality_id?)?;
            Some(AddressedOffice { title: holder.title.as_str(), municipality })
        });
        let organisation = person.organisation_id.and_then(|id| self.organisations.get(&id));
        let lines = address::of_person(person, office, organisation)
            .ok_or_else(|| (Lack::Address, format!("{href}/bearbeiten")));
        (Some(person.full_name()), href, lines.map(|lines| (lines, letter_line(person, &titles))))
    }

    fn organisation(&self, id: Id) -> Found {
        let href = format!("{}/{id}", crate::pages::organisation::PATH);
        let Some(one) = self.organisations.get(&id).filter(|one| one.head.trashed_at.is_none()) else {
            return (None, href.clone(), Err((Lack::Gone, href)));
        };
        let lines = address::of_organisation(one).ok_or_else(|| (Lack::Address, format!("{href}/bearbeiten")));
        (Some(one.name.clone()), href, lines.map(|lines| (lines, NOBODY_NAMED.to_owned())))
    }

    fn member(&self, id: Id) -> Found {
        let href = format!("{}/{id}", crate::pages::municipality::PATH);
        let Some(one) = self.municipalities.get(&id).filter(|one| one.head.trashed_at.is_none()) else {
            return (None, href.clone(), Err((Lack::Gone, href)));
        };
        let Some(mayor) = self.mayor(id) else {
            return (Some(one.name.clone()), href.clone(), Err((Lack::Mayor, href)));
        };
        let (person, _, found) = self.person(mayor.person_id, Some(mayor));
        let name = person.map_or_else(|| one.name.clone(), |person| format!("{}: {person}", one.name));
        (Some(name), href, found)
    }
}

/// Name, page, and address with salutation or what is missing.
type Found = (Option<String>, String, Result<(Vec<String>, String), (Lack, String)>);

/// The first line of a letter to an organisation.
const NOBODY_NAMED: &str = "Sehr geehrte Damen und Herren,";

/// Everybody who is a member on a day, by name.
pub async fn members(tx: &mut Tx, on: Day) -> Result<Vec<Addressee>, StoreError> {
    let members = queries::members_between(tx, on, on).await?;
    Ok(members.members.iter().map(|member| Addressee::Member(member.id)).collect())
}

/// Everybody who holds an office of a body on a day, by name.
pub async fn holders_of_body(tx: &mut Tx, body: Id, on: Day) -> Result<Vec<Addressee>, StoreError> {
    let holders = queries::holders_of_body(tx, body, on).await?;
    Ok(holders.iter().map(|holder| Addressee::Person(holder.person_id)).collect())
}
