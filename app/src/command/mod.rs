//! The commands, one file each.

pub mod alliance;
pub mod archive;
pub mod audit;
pub mod backup;
pub mod check;
pub mod demo;
pub mod draw;
pub mod import;
pub mod import_list;
pub mod report;
pub mod serve;
pub mod user;

use std::fs::{File, TryLockError};
use std::io::IsTerminal;
use std::path::Path;

use allmende_store::{Database, Id, Moment};

use crate::Failure;
use crate::config::Config;

/// Sends log lines to standard error; `ALLMENDE_LOG` chooses which (`info`, `warn,allmende_web=debug`, …). With `json`
/// each line is one object.
pub fn start_log(server: bool, json: bool) {
    let usual = if server { "info,sqlx=warn" } else { "warn" };
    let filter = tracing_subscriber::EnvFilter::try_from_env("ALLMENDE_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(usual));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json {
        lines.json().flatten_event(true).init();
    } else {
        lines.with_target(false).with_ansi(std::io::stderr().is_terminal()).init();
    }
}

/// Now.
pub fn now() -> Moment {
    Moment::new(jiff::Timestamp::now())
}

/// Makes sure that no second server works on a folder. Hold the file as long as you work.
pub fn lock_folder(folder: &Path) -> Result<File, Failure> {
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure::machine(format!("{} cannot be created: {error}", folder.display())))?;
    let path = folder.join("allmende.lock");
    let file = File::create(&path).map_err(|error| Failure::machine(format!("{}: {error}", path.display())))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            Err(Failure::machine(format!("another Allmende works on {}; stop it first", folder.display())))
        }
        Err(TryLockError::Error(error)) => Err(Failure::machine(format!("{}: {error}", path.display()))),
    }
}

/// Whether the database of the configuration is there; a server of its own answers for itself.
pub fn has_database(config: &Config) -> bool {
    !config.database_url.is_empty() || crate::config::sqlite_file(&config.data).exists()
}

/// Opens a database that must be there: a mistyped folder is an error and no new, empty database.
pub async fn open_known(config: &Config) -> Result<Database, Failure> {
    if !has_database(config) {
        return Err(Failure::usage(format!(
            "there is no database in {}; name the right folder with --data or --config, or start the server, which founds one",
            config.data.display()
        )));
    }
    open(config).await
}

/// Opens the database of the configuration, and founds it if there is none.
pub async fn open(config: &Config) -> Result<Database, Failure> {
    if config.database_url.is_empty() {
        std::fs::create_dir_all(&config.data)
            .map_err(|error| Failure::machine(format!("{} cannot be created: {error}", config.data.display())))?;
    }
    crate::house::open(&config.database()).await
}

/// The alliance that a command means: the named one, or the only one.
pub async fn which_alliance(database: &Database, wanted: Option<&str>) -> Result<Id, Failure> {
    let all = allmende_alliance::all_alliances(database, now()).await?;
    match (wanted, &all[..]) {
        (Some(word), _) => all
            .iter()
            .find(|(id, name)| id.to_string() == word || name == word)
            .map(|(id, _)| *id)
            .ok_or_else(|| Failure::usage(format!("there is no alliance {word:?} in this database"))),
        (None, [(id, _)]) => Ok(*id),
        (None, []) => Err(Failure::usage(
            "the database holds no alliance yet; start the server and set one up, or import an archive",
        )),
        (None, many) => Err(Failure::usage(format!(
            "the database holds {} alliances; name one with --alliance: {}",
            many.len(),
            many.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ")
        ))),
    }
}
