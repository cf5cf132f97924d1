//! One transaction: the only way to the data.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow, Postgres, Sqlite, Transaction};

use crate::statement::{Arg, Statement};
use crate::types::{Day, Id, Moment};

/// Who acts, for the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The account; `None` for the program itself and the command line.
    pub account: Option<Id>,
    /// The name as it stands in the history.
    pub name: String,
}

/// Why a statement or a write did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The record changed since it was read. Nothing was written.
    #[error("the record was changed by somebody else")]
    Conflict,
    /// There is no such record in this alliance.
    #[error("no such record")]
    NotFound,
    /// A unique or foreign key refused the row. Holds the constraint's name where the engine gives it.
    #[error("constraint {0}")]
    Constraint(String),
    /// The engine failed.
    #[error(transparent)]
    Engine(sqlx::Error),
    /// A value could not be read from or turned into its stored form.
    #[error("stored value: {0}")]
    Value(String),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::Database(inner) if inner.is_unique_violation() || inner.is_foreign_key_violation() => {
                Self::Constraint(inner.constraint().map_or_else(|| inner.message().to_owned(), str::to_owned))
            }
            _ => Self::Engine(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Value(error.to_string())
    }
}

/// A row type that both engines can fill; `#[derive(sqlx::FromRow)]` gives it.
pub trait BothRow: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> BothRow for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

pub(crate) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A transaction of one alliance. Dropped without [`Tx::commit`] it leaves no trace.
pub struct Tx {
    pub(crate) inner: Inner,
    pub(crate) alliance: Id,
    pub(crate) actor: Actor,
    pub(crate) now: Moment,
    pub(crate) ran: Arc<AtomicU64>,
    pub(crate) confidential: bool,
}

macro_rules! bind {
    ($query:expr, $tx:expr, $statement:expr, $args:expr) => {{
        let mut query = $query;
        if !$statement.across {
            query = query.bind($tx.alliance);
        }
        for arg in $args {
            query = match arg {
                Arg::Id(value) => query.bind(value),
                Arg::Text(value) => query.bind(value),
                Arg::Int(value) => query.bind(value),
                Arg::Bool(value) => query.bind(value),
                Arg::Day(value) => query.bind(value),
                Arg::Moment(value) => query.bind(value),
                Arg::Bytes(value) => query.bind(value),
            };
        }
        query
    }};
}

impl Tx {
    /// The alliance whose data this transaction sees.
    pub fn alliance(&self) -> Id {
        self.alliance
    }

    /// The same transaction for another alliance. Only sign-in and set-up need it, before they
    /// know which alliance they work in.
    pub fn enter(&mut self, alliance: Id) {
        self.alliance = alliance;
    }

    /// Names the person acting from here on.
    pub fn act_as(&mut self, actor: Actor) {
        self.actor = actor;
    }

    /// Says whether lines of the index that are confidential are found from here on. They are not, unless this was said.
    pub fn see_confidential(&mut self, may: bool) {
        self.confidential = may;
    }

    /// Whether confidential lines of the index are found.
    pub fn sees_confidential(&self) -> bool {
        self.confidential
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The instant at which this transaction began, from the injected clock.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Today in Germany.
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// Whether the engine is SQLite. Only for the few statements that really differ.
    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.inner, Inner::Sqlite(_))
    }

    /// All rows.
    pub async fn rows<T: BothRow>(&mut self, statement: Statement, args: Vec<Arg>) -> Result<Vec<T>, StoreError> {
        self.ran.fetch_add(1, Ordering::Relaxed);
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => {
                bind!(sqlx::query_as::<Sqlite, T>(statement.sql), self, statement, args).fetch_all(&mut **tx).await?
            }
            Inner::Postgres(tx) => {
                bind!(sqlx::query_as::<Postgres, T>(statement.sql), self, statement, args).fetch_all(&mut **tx).await?
            }
        })
    }

    /// All rows of a text put together from constants of the program. `$1` is the alliance.
    pub(crate) async fn rows_of<T: BothRow>(&mut self, sql: String, args: Vec<Arg>) -> Result<Vec<T>, StoreError> {
        self.ran.fetch_add(1, Ordering::Relaxed);
        let own = Statement { sql: "", across: false };
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => {
                bind!(sqlx::query_as::<Sqlite, T>(AssertSqlSafe(sql)), self, own, args).fetch_all(&mut **tx).await?
            }
            Inner::Postgres(tx) => {
                bind!(sqlx::query_as::<Postgres, T>(AssertSqlSafe(sql)), self, own, args).fetch_all(&mut **tx).await?
            }
        })
    }

    /// The first row, if there is one.
    pub async fn row<T: BothRow>(&mut self, statement: Statement, args: Vec<Arg>) -> Result<Option<T>, StoreError> {
        self.ran.fetch_add(1, Ordering::Relaxed);
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => {
                bind!(sqlx::query_as::<Sqlite, T>(statement.sql), self, statement, args)
                    .fetch_optional(&mut **tx)
                    .await?
            }
            Inner::Postgres(tx) => {
                bind!(sqlx::query_as::<Postgres, T>(statement.sql), self, statement, args)
                    .fetch_optional(&mut **tx)
                    .await?
            }
        })
    }

    /// Runs a statement and says how many rows it touched.
    pub async fn run(&mut self, statement: Statement, args: Vec<Arg>) -> Result<u64, StoreError> {
        self.ran.fetch_add(1, Ordering::Relaxed);
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => bind!(sqlx::query::<Sqlite>(statement.sql), self, statement, args)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
            Inner::Postgres(tx) => bind!(sqlx::query::<Postgres>(statement.sql), self, statement, args)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
        })
    }

    /// Makes everything lasting.
    pub fn commit(self) -> impl Future<Output = Result<(), StoreError>> + Send {
        async move {
            match self.inner {
                Inner::Sqlite(tx) => tx.commit().await?,
                Inner::Postgres(tx) => tx.commit().await?,
            }
            Ok(())
        }
    }
}
