//! The measured program as a child: run to its end, or serving until it is dropped.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::http::Connection;

const START_LIMIT: Duration = Duration::from_secs(120);

/// Runs a command silently to its end and insists on success.
///
/// # Errors
/// The program could not be started or ended with a failure.
pub(super) fn run_silently(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .with_context(|| format!("cannot start {}", command.get_program().to_string_lossy()))?;
    if !status.success() {
        bail!("{} ended with {status}", command.get_program().to_string_lossy());
    }
    Ok(())
}

/// A server in a process of its own; dropping it stops it.
#[derive(Debug)]
pub(super) struct Server {
    process: Child,
    /// Where it listens.
    pub(super) address: SocketAddr,
    /// The cookie of somebody who is signed in; empty if nobody is.
    pub(super) cookie: String,
}

impl Server {
    /// Starts a program that prints its address and reads its output until `last` is in a line. What it
    /// complains of goes to standard error. A
    /// line that begins with `manager` holds a link, and the manager signs in with it.
    ///
    /// # Errors
    /// The program could not be started, ended, or did not say where it listens.
    pub(super) fn start(command: &mut Command, last: &str) -> Result<Self> {
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .with_context(|| format!("cannot start {}", command.get_program().to_string_lossy()))?;
        let stream = process.stdout.take().context("no output")?;
        let mut address = None;
        let mut link = None;
        for line in BufReader::new(stream).lines() {
            let line = line?;
            if let Some((_, rest)) = line.split_once("http://") {
                let host = rest.split('/').next().unwrap_or_default();
                address = address.or(host.parse().ok());
                if line.trim_start().starts_with("manager") {
                    link = rest.find('/').and_then(|at| rest.get(at..)).map(str::to_owned);
                }
            }
            if line.contains(last) {
                break;
            }
        }
        let Some(address) = address else {
            let _ = process.kill();
            bail!("{} did not say where it listens", command.get_program().to_string_lossy());
        };
        let mut server = Self { process, address, cookie: String::new() };
        if let Some(link) = link {
            server.cookie = server.connect()?.post(&link, &[])?.1;
        }
        Ok(server)
    }

    /// Starts a program that listens on a given address and waits for its first answer. Gives the
    /// time that this took.
    ///
    /// # Errors
    /// The program could not be started or did not answer.
    pub(super) fn start_at(command: &mut Command, address: SocketAddr, path: &str) -> Result<(Self, Duration)> {
        let begin = Instant::now();
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", command.get_program().to_string_lossy()))?;
        let mut server = Self { process, address, cookie: String::new() };
        loop {
            if let Ok(mut connection) = Connection::open(address) {
                connection.get(path)?;
                return Ok((server, begin.elapsed()));
            }
            if let Some(status) = server.process.try_wait()? {
                bail!("{} ended with {status}", command.get_program().to_string_lossy());
            }
            if begin.elapsed() > START_LIMIT {
                bail!("{} does not answer", command.get_program().to_string_lossy());
            }
            thread::sleep(Duration::from_micros(500));
        }
    }

    /// A new connection of whoever is signed in.
    ///
    /// # Errors
    /// The server does not listen.
    pub(super) fn connect(&self) -> Result<Connection> {
        Ok(Connection::open(self.address)?.with_cookie(&self.cookie))
    }

    /// Its resident memory in kibibytes, as the kernel counts it.
    ///
    /// # Errors
    /// The system has no such count (other systems than Linux), or the process has ended.
    pub(super) fn resident(&self) -> Result<u64> {
        let path = Path::new("/proc").join(self.process.id().to_string()).join("status");
        let status = fs::read_to_string(&path).context("memory can only be read on Linux")?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        line.trim().trim_end_matches("kB").trim().parse().context("VmRSS is no number")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A process that has ended no longer owns its number.
        if !matches!(self.process.try_wait(), Ok(None)) {
            return;
        }
        // The polite signal, so that the database is closed; then the hard one.
        let asked =
            Command::new("kill").arg(self.process.id().to_string()).status().is_ok_and(|status| status.success());
        let begin = Instant::now();
        while asked && begin.elapsed() < Duration::from_secs(15) {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
