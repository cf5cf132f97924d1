//! From the plan to the database. The plan is made inside the transaction that stores it.

use std::collections::BTreeMap;

use allmende_store::{Head, Id, StoreError, Tx};

use super::spelling::plain;
use super::{Counts, KnownPeople, MemberPlan, PersonPlan, Plan, Sentence, plan_members, plan_people, read_table};
use crate::model::{Municipality, Office, Organisation, OrganisationKind, Person, Population};

/// Why a file was not taken in.
#[derive(Debug)]
pub enum ImportFault {
    /// The file cannot be used. The sentence says why and the way out.
    Refused(Sentence),
    /// The database failed.
    Store(StoreError),
}

impl From<Sentence> for ImportFault {
    fn from(sentence: Sentence) -> Self {
        Self::Refused(sentence)
    }
}

impl From<StoreError> for ImportFault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// What a file of members would do. Stores nothing.
pub async fn preview_members(tx: &mut Tx, bytes: &[u8], name: &str) -> Result<Plan<MemberPlan>, ImportFault> {
    let table = read_table(bytes, name)?;
    let known = tx.all::<Municipality>().await?;
    let counts = tx.all::<Population>().await?;
    Ok(plan_members(&table, &known, &counts, tx.today())?)
}

/// Takes a file of members in: new and changed rows are stored, the others left out. All within
/// this transaction; the caller commits.
pub async fn import_members(tx: &mut Tx, bytes: &[u8], name: &str) -> Result<Counts, ImportFault> {
    let plan = preview_members(tx, bytes, name).await?;
    let counts = plan.counts();
    for step in plan.rows.into_iter().filter_map(|row| row.plan) {
        let mut municipality = step.municipality;
        if municipality.head.id.is_nil() {
            tx.insert(&mut municipality).await?;
        } else if step.changed {
            tx.update(&mut municipality).await?;
        }
        for mut count in step.counts {
            count.municipality_id = municipality.head.id;
            if count.head.id.is_nil() { tx.insert(&mut count).await? } else { tx.update(&mut count).await? }
        }
    }
    Ok(counts)
}

/// What a file of contacts would do. Stores nothing.
pub async fn preview_people(tx: &mut Tx, bytes: &[u8], name: &str) -> Result<Plan<PersonPlan>, ImportFault> {
    let table = read_table(bytes, name)?;
    let known = KnownPeople {
        people: tx.all::<Person>().await?,
        offices: tx.all::<Office>().await?,
        municipalities: tx.all::<Municipality>().await?,
        organisations: tx.all::<Organisation>().await?,
    };
    Ok(plan_people(&table, &known, tx.today())?)
}

/// Takes a file of contacts in, like [`import_members`]. Organisations that do not exist yet are created.
pub async fn import_people(tx: &mut Tx, bytes: &[u8], name: &str) -> Result<Counts, ImportFault> {
    let plan = preview_people(tx, bytes, name).await?;
    let counts = plan.counts();
    let mut created: BTreeMap<String, Id> = BTreeMap::new();
    for step in plan.rows.into_iter().filter_map(|row| row.plan) {
        let mut person = step.person;
        if let Some(name) = step.new_organisation {
            let id = match created.get(&plain(&name)) {
                Some(id) => *id,
                None => create_organisation(tx, &mut created, name).await?,
            };
            person.organisation_id = Some(id);
        }
        if person.head.id.is_nil() {
            tx.insert(&mut person).await?;
        } else if step.changed {
            tx.update(&mut person).await?;
        }
        if let Some(mut office) = step.new_office {
            office.person_id = person.head.id;
            tx.insert(&mut office).await?;
        }
    }
    Ok(counts)
}

async fn create_organisation(tx: &mut Tx, created: &mut BTreeMap<String, Id>, name: String) -> Result<Id, StoreError> {
    let key = plain(&name);
    let mut organisation = Organisation {
        head: Head::default(),
        name,
        kind: OrganisationKind::Other,
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        note: String::new(),
    };
    tx.insert(&mut organisation).await?;
    created.insert(key, organisation.head.id);
    Ok(organisation.head.id)
}
