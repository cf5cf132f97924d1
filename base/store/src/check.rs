//! What the tests of the whole program ask of the database: every statement prepares, both schemas agree.

use sqlx::{AssertSqlSafe, Executor, Row, SqlSafeStr};

use crate::archive::RecordKind;
use crate::database::{Database, Engine};
use crate::index::ENGINE_STATEMENTS;
use crate::listing::IDS;
use crate::statement::Statement;

/// A column as both engines describe it: table, name, whether it may be NULL.
pub type TableShape = Vec<(String, String, bool)>;

/// Prepares every statement on the database's engine. Gives a line for each one that it refuses
/// or that forgets the tenant.
pub async fn prepare_all(database: &Database, statements: &[Statement], kinds: &[RecordKind]) -> Vec<String> {
    let sqlite = matches!(database.engine, Engine::Sqlite { .. });
    let mut all: Vec<Statement> = statements.to_vec();
    for kind in kinds {
        let sql = (kind.sql)();
        all.extend([sql.get, sql.all, sql.insert, sql.update, sql.delete]);
    }
    all.extend(ENGINE_STATEMENTS.iter().filter(|(own, _)| *own == sqlite).map(|(_, statement)| *statement));
    let mut faults = Vec::new();
    for statement in all {
        let tenant = statement.sql.contains("alliance_id = $1") || statement.sql.starts_with("INSERT INTO");
        if !statement.across && !tenant {
            faults.push(format!("no alliance in: {}", statement.sql));
        }
        let sql = AssertSqlSafe(statement.sql.replace(IDS, "$2")).into_sql_str();
        let outcome = match &database.engine {
            Engine::Sqlite { writer, .. } => writer.prepare(sql).await.map(drop),
            Engine::Postgres(pool) => pool.prepare(sql).await.map(drop),
        };
        if let Err(error) = outcome {
            faults.push(format!("{error}: {}", statement.sql));
        }
    }
    faults
}

/// Tables, columns and nullability, in the order of their names. Search tables differ by nature and are left out.
pub async fn table_shapes(database: &Database) -> Result<TableShape, sqlx::Error> {
    const SQLITE: &str = "SELECT m.name, p.name, p.\"notnull\" = 0 FROM sqlite_master m, pragma_table_info(m.name) p
        WHERE m.type = 'table' AND m.name NOT LIKE 'record_text%' AND m.name NOT LIKE 'sqlite%'
        AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\' ORDER BY 1, 2";
    const POSTGRES: &str =
        "SELECT table_name::text, column_name::text, is_nullable = 'YES' FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name NOT LIKE 'record_text%' AND table_name NOT LIKE '\\_sqlx%'
        ORDER BY 1, 2";
    Ok(match &database.engine {
        Engine::Sqlite { readers, .. } => sqlx::query(SQLITE)
            .fetch_all(readers)
            .await?
            .iter()
            .map(|row| (row.get(0), row.get(1), row.get(2)))
            .collect(),
        Engine::Postgres(pool) => sqlx::query(POSTGRES)
            .fetch_all(pool)
            .await?
            .iter()
            .map(|row| (row.get(0), row.get(1), row.get(2)))
            .collect(),
    })
}
