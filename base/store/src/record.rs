//! Records: everything a person can create, change, put aside and find again.

use std::future::Future;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::args;
use crate::audit::{Action, Change};
use crate::index::Entry;
use crate::statement::{Arg, Statement};
use crate::tx::{BothRow, StoreError, Tx};
use crate::types::{Id, Moment};

/// What every record carries besides its own fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
pub struct Head {
    /// Its name; [`Id::NIL`] until it is inserted.
    pub id: Id,
    /// Counts its changes; a form sends it back, so two people cannot overwrite each other.
    pub version: i64,
    /// When it was created.
    pub created_at: Moment,
    /// When it last changed.
    pub changed_at: Moment,
    /// In the trash since.
    pub trashed_at: Option<Moment>,
    /// Put aside since: still there and found, no longer offered for choice.
    pub archived_at: Option<Moment>,
}

/// The stored form of a record; [`crate::record!`] writes it.
pub trait RecordData: Clone + Serialize + DeserializeOwned + BothRow + Sync + 'static {
    /// The table and the kind's word in index, history and archive.
    const KIND: &'static str;
    /// Its own columns in order.
    const FIELDS: &'static [&'static str];
    /// The common part.
    fn head(&self) -> &Head;
    /// The common part, to change.
    fn head_mut(&mut self) -> &mut Head;
    /// The values of [`Self::FIELDS`] in order.
    fn stored_values(&self) -> Vec<Arg>;
    /// The statements that write and read it.
    fn sql() -> &'static RecordSql;
}

/// A record: its stored form and how it is found.
pub trait Record: RecordData {
    /// What stands of it in search, timelines and lists of recent work.
    fn entry(&self) -> Entry;

    /// A part that must not be deleted along with its parent: a document that was handed out.
    const LASTING: bool = false;

    /// Brings what is derived from it into line, in the same transaction: called after it was created, changed,
    /// moved to or out of the trash, or purged, whoever did it. Not called when an archive is taken in, which
    /// carries the derived values.
    fn settle(&self, tx: &mut Tx, action: Action) -> impl Future<Output = Result<(), StoreError>> + Send {
        let _ = (tx, action);
        async { Ok(()) }
    }
}

/// The statements of one kind of record.
#[derive(Clone, Copy, Debug)]
pub struct RecordSql {
    /// One by id, trashed or not.
    pub get: Statement,
    /// All, trashed or not, in the order of their ids.
    pub all: Statement,
    /// A new row.
    pub insert: Statement,
    /// A changed row, if its version is the expected one.
    pub update: Statement,
    /// The row for good.
    pub delete: Statement,
}

/// The columns of [`Head`], in order.
pub(crate) const HEAD: [&str; 6] = ["id", "version", "created_at", "changed_at", "trashed_at", "archived_at"];

/// Builds the statements of a kind once per program run.
pub fn record_sql(kind: &str, fields: &[&str]) -> RecordSql {
    let columns: Vec<&str> = HEAD.iter().chain(fields).copied().collect();
    let list = columns.join(", ");
    let places: Vec<String> = (2..columns.len() + 2).map(|n| format!("${n}")).collect();
    let sets: Vec<String> =
        columns.iter().enumerate().skip(1).map(|(index, column)| format!("{column} = ${}", index + 2)).collect();
    let own = |sql: String, across: bool| Statement { sql: sql.leak(), across };
    RecordSql {
        get: own(format!("SELECT {list} FROM {kind} WHERE alliance_id = $1 AND id = $2"), false),
        all: own(format!("SELECT {list} FROM {kind} WHERE alliance_id = $1 ORDER BY id"), false),
        insert: own(format!("INSERT INTO {kind} (alliance_id, {list}) VALUES ($1, {})", places.join(", ")), false),
        update: own(
            format!(
                "UPDATE {kind} SET {} WHERE alliance_id = $1 AND id = $2 AND version = ${}",
                sets.join(", "),
                columns.len() + 2
            ),
            false,
        ),
        delete: own(format!("DELETE FROM {kind} WHERE alliance_id = $1 AND id = $2"), false),
    }
}

/// Declares a record: the struct, its row, its JSON and its statements.
///
/// The table has the columns `alliance_id`, those of [`Head`] and the fields.
///
/// ```
/// use allmende_store::{Entry, Record};
/// allmende_store::record! {
///     /// A note.
///     pub struct Note: "note" {
///         /// Its text.
///         pub text: String,
///     }
/// }
/// impl Record for Note {
///     fn entry(&self) -> Entry { Entry::titled(&self.text) }
/// }
/// ```
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident: $kind:literal { $($(#[$fmeta:meta])* pub $field:ident: $type:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, $crate::export::Serialize, $crate::export::Deserialize, $crate::export::sqlx::FromRow)]
        #[serde(crate = "allmende_store::export::serde")]
        pub struct $name {
            /// What every record carries.
            #[serde(flatten)]
            #[sqlx(flatten)]
            pub head: $crate::Head,
            $($(#[$fmeta])* pub $field: $type),*
        }

        impl $crate::RecordData for $name {
            const KIND: &'static str = $kind;
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
            fn head(&self) -> &$crate::Head { &self.head }
            fn head_mut(&mut self) -> &mut $crate::Head { &mut self.head }
            fn stored_values(&self) -> Vec<$crate::Arg> { vec![$($crate::ToArg::to_arg(self.$field.clone())),*] }
            fn sql() -> &'static $crate::RecordSql {
                static SQL: std::sync::OnceLock<$crate::RecordSql> = std::sync::OnceLock::new();
                SQL.get_or_init(|| $crate::record_sql(
                    <Self as $crate::RecordData>::KIND, <Self as $crate::RecordData>::FIELDS))
            }
        }
    };
}

fn row_args<T: RecordData>(record: &T) -> Vec<Arg> {
    let head = record.head();
    let mut args = args![head.id, head.version, head.created_at, head.changed_at, head.trashed_at, head.archived_at];
    args.extend(record.stored_values());
    args
}

/// The title that the log of all changes shows. What is confidential has none there: the log is for more people than the
/// record, whose own history tells everything to those who may see it.
fn logged_title<T: Record>(record: &T) -> String {
    let entry = record.entry();
    if entry.confidential { String::new() } else { entry.title }
}

impl Tx {
    /// The record with this id, if it is there and not in the trash.
    pub async fn get<T: Record>(&mut self, id: Id) -> Result<Option<T>, StoreError> {
        Ok(self.get_any::<T>(id).await?.filter(|record| record.head().trashed_at.is_none()))
    }

    /// The record with this id, in the trash or not.
    pub async fn get_any<T: Record>(&mut self, id: Id) -> Result<Option<T>, StoreError> {
        self.row(T::sql().get, args![id]).await
    }

    /// Every record of a kind that is not in the trash, in the order of creation.
    pub async fn all<T: Record>(&mut self) -> Result<Vec<T>, StoreError> {
        let mut records: Vec<T> = self.rows(T::sql().all, Vec::new()).await?;
        records.retain(|record| record.head().trashed_at.is_none());
        Ok(records)
    }

    /// Stores a new record and gives it its id.
    pub async fn insert<T: Record>(&mut self, record: &mut T) -> Result<(), StoreError> {
        let now = self.now;
        let head = record.head_mut();
        if head.id.is_nil() {
            head.id = Id::new(now);
        }
        head.version = 1;
        head.created_at = now;
        head.changed_at = now;
        self.run(T::sql().insert, row_args(record)).await?;
        self.index(record).await?;
        let change = Change::of(None::<&T>, Some(record))?;
        self.audit(Action::Created, T::KIND, Some(record.head().id), &logged_title(record), &change).await?;
        record.settle(self, Action::Created).await
    }

    /// Stores a changed record. Fails with [`StoreError::Conflict`] if its version is no longer the stored one.
    pub async fn update<T: Record>(&mut self, record: &mut T) -> Result<(), StoreError> {
        self.change(record, Action::Changed).await
    }

    async fn change<T: Record>(&mut self, record: &mut T, action: Action) -> Result<(), StoreError> {
        let id = record.head().id;
        let before: T = self.get_any(id).await?.ok_or(StoreError::NotFound)?;
        let expected = record.head().version;
        let now = self.now;
        let head = record.head_mut();
        head.version = expected + 1;
        head.changed_at = now;
        let mut args = row_args(record);
        args.push(crate::ToArg::to_arg(expected));
        if self.run(T::sql().update, args).await? == 0 {
            record.head_mut().version = expected;
            return Err(StoreError::Conflict);
        }
        self.index(record).await?;
        let change = Change::of(Some(&before), Some(record))?;
        self.audit(action, T::KIND, Some(id), &logged_title(record), &change).await?;
        record.settle(self, action).await
    }

    /// Puts a record into the trash; it can be taken out again.
    pub async fn trash<T: Record>(&mut self, id: Id) -> Result<T, StoreError> {
        let mut record: T = self.get_any(id).await?.ok_or(StoreError::NotFound)?;
        if record.head().trashed_at.is_none() {
            record.head_mut().trashed_at = Some(self.now);
            self.change(&mut record, Action::Trashed).await?;
        }
        Ok(record)
    }

    /// Takes a record out of the trash.
    pub async fn restore<T: Record>(&mut self, id: Id) -> Result<T, StoreError> {
        let mut record: T = self.get_any(id).await?.ok_or(StoreError::NotFound)?;
        if record.head().trashed_at.is_some() {
            record.head_mut().trashed_at = None;
            self.change(&mut record, Action::Restored).await?;
        }
        Ok(record)
    }

    /// Puts a record aside (`true`) or back into use.
    pub async fn put_aside<T: Record>(&mut self, id: Id, aside: bool) -> Result<T, StoreError> {
        let mut record: T = self.get_any(id).await?.ok_or(StoreError::NotFound)?;
        if record.head().archived_at.is_some() != aside {
            record.head_mut().archived_at = aside.then_some(self.now);
            self.change(&mut record, if aside { Action::Archived } else { Action::Reactivated }).await?;
        }
        Ok(record)
    }

    /// Deletes a trashed record for good and erases what its history says of its content.
    pub async fn purge<T: Record>(&mut self, id: Id) -> Result<(), StoreError> {
        let record: T = self.get_any(id).await?.ok_or(StoreError::NotFound)?;
        if record.head().trashed_at.is_none() {
            return Err(StoreError::Conflict);
        }
        self.erase(&record).await
    }

    /// Deletes a part of a record that is being deleted for good, wherever it lies.
    pub(crate) async fn purge_part<T: Record>(&mut self, id: Id) -> Result<(), StoreError> {
        let record: T = self.get_any(id).await?.ok_or(StoreError::NotFound)?;
        self.erase(&record).await
    }

    async fn erase<T: Record>(&mut self, record: &T) -> Result<(), StoreError> {
        let id = record.head().id;
        self.run(T::sql().delete, args![id]).await?;
        self.unindex(id).await?;
        self.erase_history(id).await?;
        self.audit(Action::Purged, T::KIND, Some(id), "", &Change::default()).await?;
        record.settle(self, Action::Purged).await
    }

    /// Stores a record exactly as it came out of an archive.
    pub(crate) async fn take_in<T: Record>(&mut self, record: &T) -> Result<(), StoreError> {
        self.run(T::sql().insert, row_args(record)).await?;
        self.index(record).await
    }
}
