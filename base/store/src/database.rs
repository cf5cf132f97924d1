//! Opening a database and beginning transactions.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use allmende_documents::collation;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use crate::index;
use crate::migrate::{self, MigrationText};
use crate::tx::{Actor, Inner, StoreError, Tx};
use crate::types::{Id, Moment};

/// A database of either engine. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Database {
    pub(crate) engine: Engine,
    ran: Arc<AtomicU64>,
}

/// The connections.
#[derive(Clone, Debug)]
pub(crate) enum Engine {
    /// Embedded: many readers, exactly one writer.
    Sqlite {
        /// Connections that cannot write.
        readers: SqlitePool,
        /// The only connection that writes; the pool's fair queue is the lock.
        writer: SqlitePool,
    },
    /// A server.
    Postgres(PgPool),
}

/// Why a database could not be opened. The texts name the way out, for the operator.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// The address is no database address.
    #[error("database address {0:?} is not understood; use sqlite:PATH or postgres://USER@HOST/NAME")]
    Address(String),
    /// The file exists and is no sound database.
    #[error("the database {0} is damaged ({1}); stop here and run: allmende restore BACKUP")]
    Damaged(String, String),
    /// A newer program wrote it.
    #[error(
        "the database was written by a newer Allmende (step {0} is unknown here); install that version or restore a backup"
    )]
    Newer(i64),
    /// A migration that was applied differs from the one in this program.
    #[error("step {0} of the database differs from this program's; it was changed by hand or comes from another build")]
    Altered(i64),
    /// The engine failed.
    #[error("the database cannot be opened: {0}")]
    Engine(#[from] sqlx::Error),
    /// The words of the search could not be brought up to date.
    #[error("the index of the database cannot be brought up to date: {0}")]
    Index(#[from] StoreError),
}

impl Database {
    /// Opens the database at `address` (`sqlite:PATH` or `postgres://…`), creates a SQLite file if
    /// it is missing, and brings the schema up to date. `steps` are the migrations of all areas in
    /// any order.
    pub async fn open(address: &str, steps: &[MigrationText]) -> Result<Self, OpenFault> {
        let database = Self::connect(address).await?;
        database.quick_check(address).await?;
        migrate::run(&database, steps).await?;
        index::complete(&database).await?;
        Ok(database)
    }

    /// Connects without touching the schema.
    pub async fn connect(address: &str) -> Result<Self, OpenFault> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            let options = SqliteConnectOptions::new()
                .filename(Path::new(path))
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // FULL, because a family or a council that saw "saved" must keep it through a power cut.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .pragma("mmap_size", "0")
                .pragma("secure_delete", "on")
                // Used by orders only, never by a table or an index: any program can read the file.
                .collation("german", collation::compare_words)
                .collation("german_names", collation::compare_names);
            let damaged = |error: sqlx::Error| match &error {
                sqlx::Error::Database(inner) if matches!(inner.code().as_deref(), Some("26" | "11")) => {
                    OpenFault::Damaged(path.to_owned(), inner.message().to_owned())
                }
                _ => OpenFault::Engine(error),
            };
            // A file does not go away like a server, so a connection is not tried before each use.
            let writer = SqlitePoolOptions::new()
                .max_connections(1)
                .test_before_acquire(false)
                .acquire_timeout(Duration::from_secs(30))
                .connect_with(options.clone())
                .await
                .map_err(damaged)?;
            let readers = SqlitePoolOptions::new()
                .max_connections(4)
                .test_before_acquire(false)
                .connect_with(options.create_if_missing(false).read_only(true))
                .await
                .map_err(damaged)?;
            return Ok(Self::of(Engine::Sqlite { readers, writer }));
        }
        let options = PgConnectOptions::from_str(address).map_err(|_| OpenFault::Address(address.to_owned()))?;
        if !address.starts_with("postgres:") && !address.starts_with("postgresql:") {
            return Err(OpenFault::Address(address.to_owned()));
        }
        let pool = PgPoolOptions::new()
            .max_connections(12)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options.application_name("allmende"))
            .await?;
        Ok(Self::of(Engine::Postgres(pool)))
    }

    fn of(engine: Engine) -> Self {
        Self { engine, ran: Arc::default() }
    }

    /// How many statements ran since it was opened; tests hold pages to a number.
    pub fn statement_count(&self) -> u64 {
        self.ran.load(Ordering::Relaxed)
    }

    async fn quick_check(&self, address: &str) -> Result<(), OpenFault> {
        let Engine::Sqlite { readers, .. } = &self.engine else { return Ok(()) };
        let verdict: Result<(String,), _> = sqlx::query_as("PRAGMA quick_check(1)").fetch_one(readers).await;
        match verdict {
            Ok((word,)) if word == "ok" => Ok(()),
            Ok((word,)) => Err(OpenFault::Damaged(address.to_owned(), word)),
            Err(error) => Err(OpenFault::Damaged(address.to_owned(), error.to_string())),
        }
    }

    /// The pools by name: open connections and those of them that nobody uses now.
    pub fn connections(&self) -> Vec<(&'static str, u32, usize)> {
        match &self.engine {
            Engine::Sqlite { readers, writer } => {
                vec![("readers", readers.size(), readers.num_idle()), ("writer", writer.size(), writer.num_idle())]
            }
            Engine::Postgres(pool) => vec![("postgres", pool.size(), pool.num_idle())],
        }
    }

    /// The engine's word for a log line.
    pub fn engine(&self) -> &'static str {
        match &self.engine {
            Engine::Sqlite { .. } => "sqlite",
            Engine::Postgres(_) => "postgres",
        }
    }

    /// Begins a transaction that only reads, on one snapshot.
    pub async fn read(&self, alliance: Id, now: Moment) -> Result<Tx, StoreError> {
        let inner = match &self.engine {
            Engine::Sqlite { readers, .. } => Inner::Sqlite(readers.begin().await?),
            Engine::Postgres(pool) => {
                Inner::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        };
        Ok(Tx { inner, alliance, actor: Actor::default(), now, ran: Arc::clone(&self.ran), confidential: false })
    }

    /// Begins a transaction that writes. On SQLite it waits in the fair queue of the one writer.
    pub async fn write(&self, alliance: Id, actor: Actor, now: Moment) -> Result<Tx, StoreError> {
        let inner = match &self.engine {
            Engine::Sqlite { writer, .. } => Inner::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Engine::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        };
        Ok(Tx { inner, alliance, actor, now, ran: Arc::clone(&self.ran), confidential: false })
    }

    /// Writes a consistent copy of a SQLite database to `target`, which must not exist.
    pub async fn copy_to(&self, target: &Path) -> Result<(), OpenFault> {
        match &self.engine {
            Engine::Sqlite { writer, .. } => {
                sqlx::query("VACUUM INTO $1").bind(target.to_string_lossy().into_owned()).execute(writer).await?;
                Ok(())
            }
            Engine::Postgres(_) => Err(OpenFault::Address("postgres: use pg_dump for a copy of the server".to_owned())),
        }
    }

    /// Checks every page and index of a SQLite database; "ok" or the first fault.
    pub async fn integrity(&self) -> Result<String, OpenFault> {
        match &self.engine {
            Engine::Sqlite { readers, .. } => {
                let (word,): (String,) = sqlx::query_as("PRAGMA integrity_check(1)").fetch_one(readers).await?;
                Ok(word)
            }
            Engine::Postgres(_) => Ok("ok".to_owned()),
        }
    }

    /// Closes all connections; SQLite folds its log into the file.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}
