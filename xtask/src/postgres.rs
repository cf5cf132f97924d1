//! A throw-away PostgreSQL cluster for the tests.
//!
//! It is made anew for each run, listens on loopback only, on a port that was free, asks for a
//! random password, and does without `fsync`: a test cluster need not survive a power cut. The
//! server refuses to run as root, so root starts it as the user `postgres` of Debian's package.
//! The server is a direct child and gets a signal when this process dies, so nothing is left
//! running after an interruption.

use std::{
    env, fs,
    fs::{File, Permissions},
    io::Read,
    net::{Ipv4Addr, TcpListener},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{place::Place, process::answers};

/// The variable that hands the administrator's address of the cluster to the tests.
pub(crate) const VARIABLE: &str = "ALLMENDE_TEST_POSTGRES";

const START_LIMIT: Duration = Duration::from_mins(1);
const STOP_LIMIT: Duration = Duration::from_secs(15);
const SERVER_USER: &str = "postgres";

/// A running cluster; dropping it stops the server and removes the folder.
#[derive(Debug)]
pub(crate) struct Cluster {
    server: Child,
    folder: PathBuf,
    address: String,
}

impl Cluster {
    /// Makes and starts a cluster.
    ///
    /// # Errors
    /// The server programs are missing, the folder cannot be prepared, or the server did not
    /// answer within a minute (the text then holds the end of its log).
    pub(crate) fn start(place: &Place) -> Result<Self> {
        let programs = server_programs().context("no PostgreSQL server below /usr/lib/postgresql")?;
        let root = runs_as_root();
        let folder = prepare_folder(place, root)?;
        let password = random_word()?;
        initialise(&programs, &folder, &password, root)?;

        let port = free_port()?;
        let log = place.target.join("postgres-test.log");
        let log_file = File::create(&log).context("cannot write the log of PostgreSQL")?;
        let mut command = as_server_user(&programs.join("postgres"), root);
        command.arg("-D").arg(folder.join("data"));
        for setting in [
            &format!("port={port}"),
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=200",
            "timezone=UTC",
            "log_min_messages=warning",
        ] {
            command.arg("-c").arg(setting);
        }
        let server = command
            .current_dir(&folder)
            .stdout(log_file.try_clone()?)
            .stderr(log_file)
            .spawn()
            .context("cannot start PostgreSQL")?;
        // From here on the guard stops the server, whatever happens.
        let address = format!("postgres://{SERVER_USER}:{password}@127.0.0.1:{port}/postgres");
        let mut cluster = Self { server, folder, address };
        cluster.wait_until_ready(&programs, port, &log)?;
        println!("PostgreSQL for the tests listens on 127.0.0.1:{port}");
        Ok(cluster)
    }

    /// The administrator's address, for [`VARIABLE`].
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    fn wait_until_ready(&mut self, programs: &Path, port: u16, log: &Path) -> Result<()> {
        let deadline = Instant::now() + START_LIMIT;
        loop {
            let mut question = Command::new(programs.join("pg_isready"));
            question.args(["--quiet", "--host", "127.0.0.1", "--port", &port.to_string()]);
            if answers(&mut question) {
                return Ok(());
            }
            let ended = self.server.try_wait()?.is_some();
            if ended || Instant::now() > deadline {
                let text = fs::read_to_string(log).unwrap_or_default();
                bail!("PostgreSQL does not answer; its log says:\n{text}");
            }
            thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back at once.
        // `kill` is a part of every shell, but not a program on every machine.
        let mut signal = Command::new("sh");
        signal.args(["-c", &format!("kill -INT {}", self.server.id())]);
        let asked = answers(&mut signal);
        let deadline = Instant::now() + STOP_LIMIT;
        while asked && Instant::now() < deadline && matches!(self.server.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(50));
        }
        // No effect on a server that has ended; both errors mean that there is none.
        let _ = self.server.kill();
        let _ = self.server.wait();
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("note: cannot remove {}: {error}", self.folder.display());
        }
    }
}

/// The folder of the newest installed server.
pub(crate) fn server_programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .flatten()
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let programs = entry.path().join("bin");
            programs.join("initdb").is_file().then_some((version, programs))
        })
        .max()
        .map(|(_, programs)| programs)
}

/// True for the user with the number 0.
pub(crate) fn runs_as_root() -> bool {
    fs::read_to_string("/proc/self/status").is_ok_and(|status| {
        status.lines().find_map(|line| line.strip_prefix("Uid:")).and_then(|numbers| numbers.split_whitespace().nth(1))
            == Some("0")
    })
}

/// A command that runs as an unprivileged user and hears of this process's end.
fn as_server_user(program: &Path, root: bool) -> Command {
    let mut command = Command::new("setpriv");
    if root {
        command.args(["--reuid", SERVER_USER, "--regid", SERVER_USER, "--init-groups"]);
    }
    command.args(["--pdeathsig", "INT", "--"]).arg(program);
    command.stdin(Stdio::null()).env("LC_ALL", "C.UTF-8");
    command
}

/// An empty folder that the server's user owns.
///
/// It lies in the target folder; if the server's user cannot get there (a repository in a home
/// that is closed to others), it lies in the folder for temporary files.
fn prepare_folder(place: &Place, root: bool) -> Result<PathBuf> {
    if root && !answers(Command::new("id").arg(SERVER_USER)) {
        let mut create = Command::new("useradd");
        create.args(["--system", "--user-group", "--no-create-home", SERVER_USER]);
        if !answers(&mut create) {
            bail!("cannot create the user {SERVER_USER}; PostgreSQL refuses to run as root");
        }
    }
    let common = place.target.join("postgres-test");
    remove_left_over(&common)?;
    let number = process::id().to_string();
    let spare = env::temp_dir().join(format!("allmende-postgres-test-{number}"));
    for folder in [common.join(number), spare] {
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        // The password lies here for a moment.
        fs::set_permissions(&folder, Permissions::from_mode(0o700))?;
        if !root {
            return Ok(folder);
        }
        let owner = format!("{SERVER_USER}:{SERVER_USER}");
        let owned = answers(Command::new("chown").arg(owner).arg(&folder));
        let mut trial = as_server_user(Path::new("test"), root);
        if owned && answers(trial.arg("-w").arg(&folder)) {
            return Ok(folder);
        }
        fs::remove_dir_all(&folder)?;
    }
    bail!("no folder where the user {SERVER_USER} may write")
}

/// Removes the clusters of runs that were killed. Each is named by the number of its process.
fn remove_left_over(common: &Path) -> Result<()> {
    for entry in fs::read_dir(common).into_iter().flatten().flatten() {
        let alive = Path::new("/proc").join(entry.file_name()).exists();
        if !alive {
            let folder = entry.path();
            fs::remove_dir_all(&folder).with_context(|| format!("cannot remove the old {}", folder.display()))?;
        }
    }
    Ok(())
}

fn initialise(programs: &Path, folder: &Path, password: &str, root: bool) -> Result<()> {
    let password_file = folder.join("password");
    fs::write(&password_file, password)?;
    let mut command = as_server_user(&programs.join("initdb"), root);
    command.arg("--pgdata").arg(folder.join("data"));
    command.arg("--pwfile").arg(&password_file);
    command.args(["--username", SERVER_USER, "--auth", "scram-sha-256"]);
    command.args(["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]);
    let output = command.current_dir(folder).output().context("cannot start initdb")?;
    fs::remove_file(&password_file)?;
    if !output.status.success() {
        bail!("initdb failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// A port that nobody uses now. Another process may take it in the next moment; then the start
/// fails with a clear text and the next run works.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
    Ok(listener.local_addr()?.port())
}

/// 128 random bits in hexadecimal digits.
fn random_word() -> Result<String> {
    let mut bytes = [0_u8; 16];
    File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .context("no randomness from /dev/urandom")?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}
