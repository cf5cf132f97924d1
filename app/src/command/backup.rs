//! `backup` and `restore`. A copy that was never opened is no backup: both open it and check it whole.

use std::path::{Path, PathBuf};

use allmende_store::Database;

use super::{lock_folder, now, open_known};
use crate::config::{Config, sqlite_address};
use crate::{Failure, house};

/// Where to write the copy.
#[derive(Debug, clap::Args)]
pub struct BackupOptions {
    /// The file to write; it must not exist yet.
    file: PathBuf,
}

/// Which copy to put back.
#[derive(Debug, clap::Args)]
pub struct RestoreOptions {
    /// The copy.
    file: PathBuf,
    /// Only check it; nothing is put back.
    #[arg(long)]
    verify: bool,
}

/// Copies the running database and checks the copy.
pub async fn backup(config: &Config, options: BackupOptions) -> Result<(), Failure> {
    if !config.database_url.is_empty() {
        return Err(Failure::usage(
            "a PostgreSQL server is copied with pg_dump; `allmende export` writes an open archive of either",
        ));
    }
    if options.file.exists() {
        return Err(Failure::usage(format!("{} exists; choose another name", options.file.display())));
    }
    let database = open_known(config).await?;
    // Written beside the target and renamed at the end, so a half copy never has the name of a whole one.
    let part = options.file.with_extension("part");
    let _ = std::fs::remove_file(&part);
    let copied = database.copy_to(&part).await;
    database.close().await;
    if let Err(fault) = copied {
        let _ = std::fs::remove_file(&part);
        return Err(fault.into());
    }
    let verdict = verify(&part).await;
    if verdict.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    let summary = verdict?;
    std::fs::rename(&part, &options.file)?;
    println!("{}: {summary}", options.file.display());
    Ok(())
}

/// Checks a copy and, unless only that was asked, puts it in the place of a missing or damaged database.
pub async fn restore(config: &Config, options: RestoreOptions) -> Result<(), Failure> {
    if !options.file.is_file() {
        return Err(Failure::usage(format!("{} is no file", options.file.display())));
    }
    // Work on a copy: opening a file may write beside it.
    let folder = std::env::temp_dir().join(format!("allmende-verify-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let probe = folder.join("probe.sqlite");
    let checked = async {
        std::fs::copy(&options.file, &probe)?;
        verify(&probe).await
    }
    .await;
    let _ = std::fs::remove_dir_all(&folder);
    let summary = checked?;
    println!("{}: {summary}", options.file.display());
    if options.verify {
        return Ok(());
    }
    let _lock = lock_folder(&config.data)?;
    let target = config.data.join("allmende.sqlite");
    for ending in ["", "-wal", "-shm"] {
        let old = PathBuf::from(format!("{}{ending}", target.display()));
        if old.exists() {
            let aside = PathBuf::from(format!("{}.before-restore{ending}", target.display()));
            std::fs::rename(&old, &aside)?;
        }
    }
    std::fs::copy(&options.file, &target)?;
    println!("restored to {}; the former database is kept as allmende.sqlite.before-restore", target.display());
    Ok(())
}

/// Opens a copy, checks every page, and checks the history of every alliance.
async fn verify(file: &Path) -> Result<String, Failure> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let address = format!("sqlite:{}", file.display());
    debug_assert_ne!(address, sqlite_address(folder));
    let database = Database::open(&address, &house::migrations(&house::areas())).await?;
    let integrity = database.integrity().await?;
    if integrity != "ok" {
        return Err(Failure::data(format!("{} is damaged: {integrity}", file.display())));
    }
    let alliances = allmende_alliance::all_alliances(&database, now()).await?;
    for (id, name) in &alliances {
        let mut tx = database.read(*id, now()).await?;
        if let Some(first) = tx.verify_history().await?.first() {
            return Err(Failure::data(format!("history of {name}, entry {}: {}", first.seq, first.reason)));
        }
    }
    database.close().await;
    Ok(format!("sound, {} alliances, history complete", alliances.len()))
}
