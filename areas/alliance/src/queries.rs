//! The SQL of the area, and the questions that areas above ask of members and bodies.

use std::collections::BTreeMap;

use allmende_documents::collation::{compare_names, compare_words};
use allmende_store::{Day, Id, Moment, StoreError, Tx, args};

use crate::model::{Body, Municipality, MunicipalityKind, Population};

allmende_store::statements! {
    POPULATION_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, municipality_id, counted_on, inhabitants, source
        FROM population WHERE alliance_id = $1 AND municipality_id = $2 AND trashed_at IS NULL ORDER BY counted_on DESC, id DESC";
    COUNTS_UNTIL = "SELECT municipality_id, counted_on, inhabitants FROM population
        WHERE alliance_id = $1 AND counted_on <= $2 AND trashed_at IS NULL ORDER BY counted_on, id";
    COUNTS_AMONG = "SELECT municipality_id, counted_on, inhabitants FROM population
        WHERE alliance_id = $1 AND municipality_id IN ({ids}) AND trashed_at IS NULL ORDER BY counted_on, id";
    COUNT_MEMBERS = "SELECT COUNT(*) AS all_members, COUNT(c.inhabitants) AS counted, CAST(COALESCE(SUM(c.inhabitants), 0) AS BIGINT) AS inhabitants
        FROM (SELECT (SELECT n.inhabitants FROM population n WHERE n.alliance_id = m.alliance_id AND n.municipality_id = m.id
                AND n.trashed_at IS NULL AND n.counted_on <= $2 ORDER BY n.counted_on DESC, n.id DESC LIMIT 1) AS inhabitants
            FROM municipality m WHERE m.alliance_id = $1 AND m.trashed_at IS NULL AND m.archived_at IS NULL
            AND (m.joined_on IS NULL OR m.joined_on <= $2) AND (m.left_on IS NULL OR m.left_on >= $2)) c";
    AGS_TAKEN = "SELECT id FROM municipality WHERE alliance_id = $1 AND ags = $2 AND id <> $3 AND trashed_at IS NULL";
    BODIES_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, name, kind, meeting_name, meeting_name_plural, municipality_id, description
        FROM body WHERE alliance_id = $1 AND municipality_id = $2 AND trashed_at IS NULL ORDER BY id";
    HOLDERS = "SELECT o.id, o.person_id, o.title, o.body_id, o.municipality_id, o.since, o.until, p.family_name, p.given_name, p.academic_title
        FROM office o JOIN person p ON p.alliance_id = o.alliance_id AND p.id = o.person_id
        WHERE o.alliance_id = $1 AND o.trashed_at IS NULL AND p.trashed_at IS NULL AND p.archived_at IS NULL
        AND (o.since IS NULL OR o.since <= $2) AND (o.until IS NULL OR o.until >= $2) ORDER BY o.id";
    HOLDERS_AMONG = "SELECT o.id, o.person_id, o.title, o.body_id, o.municipality_id, o.since, o.until, p.family_name, p.given_name, p.academic_title
        FROM office o JOIN person p ON p.alliance_id = o.alliance_id AND p.id = o.person_id
        WHERE o.alliance_id = $1 AND o.trashed_at IS NULL AND p.trashed_at IS NULL AND o.person_id IN ({ids}) ORDER BY o.id";
    HOLDERS_OF_MUNICIPALITY = "SELECT o.id, o.person_id, o.title, o.body_id, o.municipality_id, o.since, o.until, p.family_name, p.given_name, p.academic_title
        FROM office o JOIN person p ON p.alliance_id = o.alliance_id AND p.id = o.person_id
        WHERE o.alliance_id = $1 AND o.trashed_at IS NULL AND p.trashed_at IS NULL AND p.archived_at IS NULL
        AND (o.since IS NULL OR o.since <= $2) AND (o.until IS NULL OR o.until >= $2) AND o.municipality_id = $3 ORDER BY o.id";
    HOLDERS_OF_BODY = "SELECT o.id, o.person_id, o.title, o.body_id, o.municipality_id, o.since, o.until, p.family_name, p.given_name, p.academic_title
        FROM office o JOIN person p ON p.alliance_id = o.alliance_id AND p.id = o.person_id
        WHERE o.alliance_id = $1 AND o.trashed_at IS NULL AND p.trashed_at IS NULL AND p.archived_at IS NULL
        AND (o.since IS NULL OR o.since <= $2) AND (o.until IS NULL OR o.until >= $2) AND o.body_id = $3 ORDER BY o.id";
    OFFICES_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, person_id, title, body_id, municipality_id, since, until
        FROM office WHERE alliance_id = $1 AND person_id = $2 AND trashed_at IS NULL ORDER BY since DESC, id DESC";
    PEOPLE_OF_ORGANISATION = "SELECT id, family_name, given_name, academic_title, email, phone
        FROM person WHERE alliance_id = $1 AND organisation_id = $2 AND trashed_at IS NULL AND archived_at IS NULL ORDER BY id";
    IMPORT_PUT = "INSERT INTO contact_import (alliance_id, id, target, name, bytes, added_at) VALUES ($1, $2, $3, $4, $5, $6)";
    IMPORT_GET = "SELECT name, bytes FROM contact_import WHERE alliance_id = $1 AND id = $2 AND target = $3";
    IMPORT_DROP = "DELETE FROM contact_import WHERE alliance_id = $1 AND id = $2";
    IMPORT_CLEAN across = "DELETE FROM contact_import WHERE added_at < $1";
}

/// How many people lived somewhere on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The day of the count.
    pub counted_on: Day,
    /// The count.
    pub inhabitants: i64,
}

/// A member as reports list it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The municipality.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it may call itself.
    pub kind: MunicipalityKind,
    /// Its administrative community; may be empty.
    pub administrative_community: String,
    /// Its key.
    pub ags: String,
    /// Member since; `None` for a founding member.
    pub joined_on: Option<Day>,
    /// Member until.
    pub left_on: Option<Day>,
    /// The newest count that is not after the end of the period; `None` if there is none.
    pub population: Option<Count>,
}

/// The members in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Each, by name (DIN 5007-1).
    pub members: Vec<Member>,
}

impl Members {
    /// How many.
    pub fn count(&self) -> usize {
        self.members.len()
    }

    /// All inhabitants whose number is known.
    pub fn inhabitants(&self) -> i64 {
        self.members.iter().filter_map(|member| member.population).map(|count| count.inhabitants).sum()
    }

    /// The members whose population is not known, so that no sum passes as complete.
    pub fn uncounted(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.population.is_none())
    }

    /// The days of the counts, oldest and newest.
    pub fn counted(&self) -> Option<(Day, Day)> {
        let days = || self.members.iter().filter_map(|member| member.population).map(|count| count.counted_on);
        Some((days().min()?, days().max()?))
    }
}

#[derive(sqlx::FromRow)]
struct CountRow {
    municipality_id: Id,
    counted_on: Day,
    inhabitants: i64,
}

/// The newest count of each municipality that is not after `day`.
pub async fn newest_counts(tx: &mut Tx, day: Day) -> Result<BTreeMap<Id, Count>, StoreError> {
    let rows: Vec<CountRow> = tx.rows(COUNTS_UNTIL, args![day]).await?;
    // In the order of their days, so the last one of each municipality stays.
    Ok(rows
        .into_iter()
        .map(|row| (row.municipality_id, Count { counted_on: row.counted_on, inhabitants: row.inhabitants }))
        .collect())
}

/// The newest count of each of these municipalities that is not after `day`.
pub(crate) async fn counts_among(
    tx: &mut Tx,
    municipalities: Vec<Id>,
    day: Day,
) -> Result<BTreeMap<Id, Count>, StoreError> {
    let rows: Vec<CountRow> = tx.rows_for(COUNTS_AMONG, municipalities).await?;
    Ok(rows
        .into_iter()
        .filter(|row| row.counted_on <= day)
        .map(|row| (row.municipality_id, Count { counted_on: row.counted_on, inhabitants: row.inhabitants }))
        .collect())
}

/// How many members there are, of how many the population is known, and its sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MemberCount {
    /// Members in use.
    pub all: i64,
    /// Those whose population is known.
    pub counted: i64,
    /// The sum of what is known.
    pub inhabitants: i64,
}

/// The members on a day, without those put aside.
pub(crate) async fn count_members(tx: &mut Tx, day: Day) -> Result<MemberCount, StoreError> {
    let row: Option<(i64, i64, i64)> = tx.row(COUNT_MEMBERS, args![day]).await?;
    let (all, counted, inhabitants) = row.unwrap_or_default();
    Ok(MemberCount { all, counted, inhabitants })
}

/// Everybody who was a member at any time from `from` to `to`, both included, with the newest
/// population that is not after `to`.
pub async fn members_between(tx: &mut Tx, from: Day, to: Day) -> Result<Members, StoreError> {
    let counts = newest_counts(tx, to).await?;
    let mut members: Vec<Member> = tx
        .all::<Municipality>()
        .await?
        .into_iter()
        .filter(|municipality| municipality.is_member_between(from, to))
        .map(|municipality| Member {
            id: municipality.head.id,
            population: counts.get(&municipality.head.id).copied(),
            name: municipality.name,
            kind: municipality.kind,
            administrative_community: municipality.administrative_community,
            ags: municipality.ags,
            joined_on: municipality.joined_on,
            left_on: municipality.left_on,
        })
        .collect();
    members.sort_by(|a, b| compare_words(&a.name, &b.name).then(a.ags.cmp(&b.ags)));
    Ok(Members { members })
}

/// All bodies by id, put aside or not.
pub async fn bodies(tx: &mut Tx) -> Result<BTreeMap<Id, Body>, StoreError> {
    Ok(tx.all::<Body>().await?.into_iter().map(|body| (body.head.id, body)).collect())
}

/// The counts of a municipality, newest first.
pub(crate) async fn population_of(tx: &mut Tx, municipality: Id) -> Result<Vec<Population>, StoreError> {
    tx.rows(POPULATION_OF, args![municipality]).await
}

/// The bodies of a municipality.
pub(crate) async fn bodies_of(tx: &mut Tx, municipality: Id) -> Result<Vec<Body>, StoreError> {
    tx.rows(BODIES_OF, args![municipality]).await
}

/// Another municipality with this key.
pub(crate) async fn ags_taken(tx: &mut Tx, ags: &str, own: Id) -> Result<Option<Id>, StoreError> {
    let row: Option<(Id,)> = tx.row(AGS_TAKEN, args![ags, own]).await?;
    Ok(row.map(|(id,)| id))
}

/// Somebody who holds an office today.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Holder {
    /// The office.
    pub id: Id,
    /// The person.
    pub person_id: Id,
    /// What the office is called.
    pub title: String,
    /// The body it belongs to.
    pub body_id: Option<Id>,
    /// The municipality it belongs to.
    pub municipality_id: Option<Id>,
    /// First day.
    pub since: Option<Day>,
    /// Last day.
    pub until: Option<Day>,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Academic title.
    pub academic_title: String,
}

impl Holder {
    /// Title, given name, family name.
    pub fn full_name(&self) -> String {
        let parts = [&self.academic_title, &self.given_name, &self.family_name];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    }
}

fn in_order(mut holders: Vec<Holder>) -> Vec<Holder> {
    holders.sort_by(|a, b| {
        compare_names(&a.family_name, &b.family_name)
            .then_with(|| compare_names(&a.given_name, &b.given_name))
            .then(a.id.cmp(&b.id))
    });
    holders
}

/// Everybody who holds an office on a day, by name (DIN 5007-2).
pub async fn holders(tx: &mut Tx, on: Day) -> Result<Vec<Holder>, StoreError> {
    Ok(in_order(tx.rows(HOLDERS, args![on]).await?))
}

/// The offices that these people hold on a day.
pub(crate) async fn holders_among(tx: &mut Tx, people: Vec<Id>, on: Day) -> Result<Vec<Holder>, StoreError> {
    let mut holders: Vec<Holder> = tx.rows_for(HOLDERS_AMONG, people).await?;
    holders.retain(|one| one.since.is_none_or(|day| day <= on) && one.until.is_none_or(|day| day >= on));
    Ok(in_order(holders))
}

/// Everybody who holds an office of a municipality on a day.
pub async fn holders_of_municipality(tx: &mut Tx, municipality: Id, on: Day) -> Result<Vec<Holder>, StoreError> {
    Ok(in_order(tx.rows(HOLDERS_OF_MUNICIPALITY, args![on, municipality]).await?))
}

/// Everybody who holds an office of a body on a day.
pub async fn holders_of_body(tx: &mut Tx, body: Id, on: Day) -> Result<Vec<Holder>, StoreError> {
    Ok(in_order(tx.rows(HOLDERS_OF_BODY, args![on, body]).await?))
}

/// The offices of a person, newest first.
pub(crate) async fn offices_of(tx: &mut Tx, person: Id) -> Result<Vec<crate::model::Office>, StoreError> {
    let mut offices: Vec<crate::model::Office> = tx.rows(OFFICES_OF, args![person]).await?;
    // The engines disagree on where an unknown day stands.
    offices.sort_by(|a, b| b.since.cmp(&a.since).then(b.head.id.cmp(&a.head.id)));
    Ok(offices)
}

/// Somebody who works for an organisation.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Colleague {
    pub(crate) id: Id,
    pub(crate) family_name: String,
    pub(crate) given_name: String,
    pub(crate) academic_title: String,
    pub(crate) email: String,
    pub(crate) phone: String,
}

/// Everybody who works for an organisation, by name (DIN 5007-2).
pub(crate) async fn people_of_organisation(tx: &mut Tx, organisation: Id) -> Result<Vec<Colleague>, StoreError> {
    let mut people: Vec<Colleague> = tx.rows(PEOPLE_OF_ORGANISATION, args![organisation]).await?;
    people.sort_by(|a, b| {
        compare_names(&a.family_name, &b.family_name)
            .then_with(|| compare_names(&a.given_name, &b.given_name))
            .then(a.id.cmp(&b.id))
    });
    Ok(people)
}

/// A file that waits for the word to take it in.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Waiting {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// How long a file waits: it holds personal data that nobody confirmed.
const LONGEST_WAIT_HOURS: i64 = 24;

/// Throws away uploaded files that somebody left a day ago, in all alliances. The schedule calls it.
pub async fn forget_uploads(tx: &mut Tx) -> Result<(), StoreError> {
    let now = tx.now();
    let oldest = now.0.checked_sub(jiff::SignedDuration::from_hours(LONGEST_WAIT_HOURS)).unwrap_or(now.0);
    tx.run(IMPORT_CLEAN, args![Moment::new(oldest)]).await.map(drop)
}

/// Keeps an uploaded file until it is taken in or thrown away.
pub(crate) async fn keep_upload(tx: &mut Tx, target: &str, name: &str, bytes: Vec<u8>) -> Result<Id, StoreError> {
    let now = tx.now();
    let id = Id::new(now);
    tx.run(IMPORT_PUT, args![id, target, name, bytes, now]).await?;
    Ok(id)
}

/// The uploaded file.
pub(crate) async fn upload(tx: &mut Tx, target: &str, id: Id) -> Result<Option<Waiting>, StoreError> {
    tx.row(IMPORT_GET, args![id, target]).await
}

/// Throws the uploaded file away.
pub(crate) async fn drop_upload(tx: &mut Tx, id: Id) -> Result<(), StoreError> {
    tx.run(IMPORT_DROP, args![id]).await?;
    Ok(())
}
