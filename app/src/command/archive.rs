//! `export`: the whole alliance as an archive.

use std::path::PathBuf;

use super::{now, open_known, which_alliance};
use crate::config::Config;
use crate::{Failure, archive, house};

/// What to export and where to.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The zip to write, or an existing folder for the same files unpacked.
    file: PathBuf,
    /// The alliance, by id or short name; needed only if there are several.
    #[arg(long)]
    alliance: Option<String>,
}

/// Writes the archive.
pub async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    let database = open_known(config).await?;
    let alliance = which_alliance(&database, options.alliance.as_deref()).await?;
    let files = archive::export(&database, alliance, now(), &house::kinds(&house::areas())).await?;
    if options.file.is_dir() {
        archive::write_folder(&files, &options.file)?;
    } else {
        std::fs::write(&options.file, archive::pack(&files)?)?;
    }
    println!("{} files written to {}", files.len(), options.file.display());
    database.close().await;
    Ok(())
}
