//! Both engines have the same tables, and every statement prepares on both.

use allmende::house;
use allmende_store::{prepare_all, table_shapes};

use super::world::{Engine, database};

async fn faults(engine: Engine) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let database = database(engine, folder.path()).await?;
    let areas = house::areas();
    Some(prepare_all(&database, &house::statements(&areas), &house::kinds(&areas)).await)
}

#[tokio::test]
async fn every_statement_prepares_on_sqlite_and_names_the_alliance() {
    assert_eq!(faults(Engine::Sqlite).await, Some(Vec::new()));
}

#[tokio::test]
async fn every_statement_prepares_on_postgres_and_names_the_alliance() {
    if let Some(faults) = faults(Engine::Postgres).await {
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[tokio::test]
async fn both_engines_have_the_same_tables() {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = database(Engine::Sqlite, folder.path()).await.unwrap();
    let Some(postgres) = database(Engine::Postgres, folder.path()).await else { return };
    let (left, right) = (table_shapes(&sqlite).await.unwrap(), table_shapes(&postgres).await.unwrap());
    assert!(left.len() > 200, "only {} columns seen", left.len());
    assert_eq!(left, right);
}

#[test]
fn every_statement_that_crosses_alliances_is_known() {
    // A list to be read: each of these looks into several alliances on purpose.
    let crossing: Vec<&str> = house::statements(&house::areas())
        .iter()
        .filter(|statement| statement.across)
        .map(|statement| statement.sql)
        .collect();
    for sql in &crossing {
        let known = [
            "session",
            "account",
            "account_link",
            "sign_in_step",
            "form_key",
            "outbox",
            "schedule",
            "alliance",
            "contact_import",
            "known_device",
            "confirmation",
            "stored_file WHERE media_type",
        ]
        .iter()
        .any(|table| sql.contains(table));
        assert!(known, "{sql}");
    }
    assert!(crossing.len() < 30, "{} statements cross alliances", crossing.len());
}

#[test]
fn migrations_have_numbers_of_their_own() {
    let mut numbers: Vec<i64> = house::migrations(&house::areas()).iter().map(|step| step.version).collect();
    let all = numbers.len();
    numbers.dedup();
    assert_eq!(numbers.len(), all);
}
