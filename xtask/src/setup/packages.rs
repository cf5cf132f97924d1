//! Packages from npm and PyPI, pinned by lock files and kept inside the repository.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    place::Place,
    process::{command, must_succeed},
};

/// playwright-core, axe-core and ical.js into `e2e/node_modules`.
pub(super) fn prepare_node(place: &Place) -> Result<()> {
    let folder = place.e2e();
    let lock = folder.join("package-lock.json");
    let stamp = Stamp::new(&lock, folder.join("node_modules/.installed"))?;
    if stamp.is_current() {
        return Ok(());
    }
    println!("installs playwright-core, axe-core, ical.js (npm): drive the browser, find barriers, read calendars");
    let mut npm = command("npm", &folder);
    // No package of ours needs an install script, so none may run.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
    must_succeed(&mut npm)?;
    stamp.set()
}

/// The document validators into `target/venv`.
pub(super) fn prepare_python(place: &Place) -> Result<()> {
    let requirements = place.e2e().join("documents/requirements.txt");
    let environment = place.target.join("venv");
    let stamp = Stamp::new(&requirements, environment.join(".installed"))?;
    if stamp.is_current() {
        return Ok(());
    }
    println!("installs page-validation, pdfua, outloud, pikepdf (PyPI): check PDF/UA and PDF/A");
    let mut create = command(system_python(), &place.root);
    create.args(["-m", "venv", "--clear"]).arg(&environment);
    must_succeed(&mut create)?;
    let mut install = command(place.python(), &place.root);
    // Ready-made wheels only: nothing is compiled and no set-up script of a package runs.
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    install.args(["--only-binary", ":all:", "--requirement"]).arg(&requirements);
    must_succeed(&mut install)?;
    stamp.set()
}

/// Debian's Python, for which Debian's `python3-venv` is made; elsewhere the one in `PATH`.
pub(super) fn system_python() -> &'static str {
    const DEBIAN: &str = "/usr/bin/python3";
    if Path::new(DEBIAN).is_file() { DEBIAN } else { "python3" }
}

/// Remembers which lock file an installation was made from.
struct Stamp {
    wanted: Vec<u8>,
    file: PathBuf,
}

impl Stamp {
    fn new(lock: &Path, file: PathBuf) -> Result<Self> {
        let wanted = fs::read(lock).with_context(|| format!("cannot read {}", lock.display()))?;
        Ok(Self { wanted, file })
    }

    fn is_current(&self) -> bool {
        fs::read(&self.file).is_ok_and(|found| found == self.wanted)
    }

    fn set(&self) -> Result<()> {
        fs::write(&self.file, &self.wanted).with_context(|| format!("cannot write {}", self.file.display()))
    }
}
