//! The demonstration's data in a folder of its own, and free addresses on loopback.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    process::Command,
};

use anyhow::{Context, Result};

use super::{Bench, child::Server};
use crate::process::{command, output};

/// A folder with the example alliance.
#[derive(Debug)]
pub(super) struct Data {
    folder: PathBuf,
}

impl Data {
    /// Makes the folder anew.
    ///
    /// # Errors
    /// The program could not load its example.
    pub(super) fn prepare(bench: &Bench) -> Result<Self> {
        let folder = bench.place.target.join("bench-data");
        if folder.exists() {
            fs::remove_dir_all(&folder).context("cannot empty the folder of the last run")?;
        }
        let mut demo = command(bench.place.program(), &bench.place.root);
        output(demo.args(["demo", "--no-serve", "--port", "0", "--data"]).arg(&folder))?;
        Ok(Self { folder })
    }

    /// A command of the program that works on this folder.
    pub(super) fn command(&self, bench: &Bench, word: &str) -> Command {
        let mut found = command(bench.place.program(), &bench.place.root);
        found.arg(word).env("ALLMENDE_DATA", &self.folder);
        found
    }

    /// Where a scenario may write a file.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Starts the demonstration on this folder; its manager is signed in. The documents are there
    /// already, so it has set nothing when this returns.
    ///
    /// # Errors
    /// The program could not be started.
    pub(super) fn serve(&self, bench: &Bench) -> Result<Server> {
        let mut demo = command(bench.place.program(), &bench.place.root);
        Server::start(demo.args(["demo", "--port", "0", "--data"]).arg(&self.folder), "Stop with")
    }
}

/// An address on loopback that was free a moment ago.
///
/// # Errors
/// No port is free.
pub(super) fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
