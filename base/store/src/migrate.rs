//! Migrations: one DDL text for both engines.
//!
//! The text is PostgreSQL's, with five type words of ours in capitals: `UUID`, `DAY`, `MOMENT`,
//! `INT` (64 bit) and `BYTES`; `TEXT` and `BOOLEAN` are common. [`translate`] turns them into an
//! engine's own. What only one engine has stands between `-- only sqlite` or `-- only postgres`
//! and `-- end`. A test compares the schemas that result.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::database::{Database, Engine, OpenFault};

/// A migration of an area. Released texts never change.
#[derive(Clone, Copy, Debug)]
pub struct MigrationText {
    /// Order over all areas: the area's floor and number, then a running number.
    pub version: i64,
    /// What it does.
    pub name: &'static str,
    /// The text for both engines.
    pub sql: &'static str,
}

/// The DDL of one engine.
pub fn translate(text: &str, sqlite: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut skip = false;
    for line in text.lines() {
        match line.trim() {
            "-- only sqlite" => skip = !sqlite,
            "-- only postgres" => skip = sqlite,
            "-- end" => skip = false,
            _ if skip => {}
            _ => {
                for word in line.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
                    let cut = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                    let native = match (cut, sqlite) {
                        ("UUID" | "BYTES", true) => "BLOB",
                        ("DAY" | "MOMENT", true) => "TEXT",
                        ("INT" | "BOOLEAN", true) => "INTEGER",
                        ("DAY", false) => "date",
                        ("MOMENT", false) => "timestamptz",
                        ("INT", false) => "bigint",
                        ("BYTES", false) => "bytea",
                        ("STRICT", false) => "",
                        _ => cut,
                    };
                    out.push_str(native);
                    out.push_str(&word[cut.len()..]);
                }
                out.push('\n');
            }
        }
    }
    out
}

pub(crate) async fn run(database: &Database, steps: &[MigrationText]) -> Result<(), OpenFault> {
    let sqlite = matches!(database.engine, Engine::Sqlite { .. });
    let migrations = steps
        .iter()
        .map(|step| {
            // Safe: the text is a constant of the program.
            let sql = AssertSqlSafe(translate(step.sql, sqlite)).into_sql_str();
            Migration::new(step.version, step.name.into(), MigrationType::Simple, sql, false)
        })
        .collect();
    let migrator = Migrator::with_migrations(migrations);
    let outcome = match &database.engine {
        Engine::Sqlite { writer, .. } => migrator.run(writer).await,
        Engine::Postgres(pool) => migrator.run(pool).await,
    };
    outcome.map_err(|error| match error {
        MigrateError::VersionMissing(version) => OpenFault::Newer(version),
        MigrateError::VersionMismatch(version) => OpenFault::Altered(version),
        MigrateError::Execute(error) => OpenFault::Engine(error),
        other => OpenFault::Engine(sqlx::Error::Migrate(Box::new(other))),
    })
}
