//! Debian packages: which step needs which, and their installation.

use std::{path::Path, process::Command};

use anyhow::Result;

use super::Readiness;
use crate::{
    place::{Place, find_program},
    postgres,
    process::{answers, command, must_succeed},
    steps::Step,
};

/// The oldest Node.js that the browser tests run on: the one of Debian 12.
const OLDEST_NODE: &str =
    "const [a, b] = process.versions.node.split('.'); process.exit(a > 18 || (a == 18 && b >= 19) ? 0 : 1)";

/// A package that a step needs.
struct Package {
    name: &'static str,
    why: &'static str,
    needed_by: &'static [Step],
    present: fn() -> bool,
}

const PACKAGES: &[Package] = &[
    Package {
        name: "postgresql",
        why: "the tests run on a real PostgreSQL too, in a cluster of their own",
        needed_by: &[Step::Unit],
        present: || postgres::server_programs().is_some(),
    },
    Package {
        name: "chromium",
        why: "the browser tests look at every page in a real browser",
        needed_by: &[Step::Browser, Step::Documents],
        present: || find_program("chromium").is_some(),
    },
    Package {
        name: "nodejs",
        why: "runs the tests of browser and calendars (18.19 or newer)",
        needed_by: &[Step::Calendar, Step::Browser, Step::Documents],
        present: || answers(Command::new("node").args(["-e", OLDEST_NODE])),
    },
    Package {
        name: "npm",
        why: "installs the pinned browser driver, the accessibility rules and ical.js",
        needed_by: &[Step::Calendar, Step::Browser, Step::Documents],
        present: || find_program("npm").is_some(),
    },
    Package {
        name: "libical-dev",
        why: "its check of RFC 5546 reads the invitations; the C compiler is the one that builds SQLite",
        needed_by: &[Step::Calendar],
        present: || Path::new("/usr/include/libical/ical.h").is_file(),
    },
    Package {
        name: "poppler-utils",
        why: "pdftotext says where each word of a document stands",
        needed_by: &[Step::Documents],
        present: || find_program("pdftotext").is_some(),
    },
    Package {
        name: "qpdf",
        why: "checks the structure of each PDF file",
        needed_by: &[Step::Documents],
        present: || find_program("qpdf").is_some(),
    },
    Package {
        name: "libreoffice-writer-nogui",
        why: "opens the office files and says which words it found",
        needed_by: &[Step::Documents],
        present: || find_program("soffice").is_some(),
    },
    Package {
        name: "python3-venv",
        why: "holds the PDF validators apart from the system",
        needed_by: &[Step::Documents],
        present: || {
            let python = super::packages::system_python();
            answers(Command::new(python).args(["-c", "import ensurepip, venv"]))
        },
    },
];

/// Installs the missing packages of the steps; without root it prints how to.
pub(super) fn prepare(place: &Place, steps: &[Step]) -> Result<Readiness> {
    let missing: Vec<&Package> = PACKAGES
        .iter()
        .filter(|package| package.needed_by.iter().any(|step| steps.contains(step)))
        .filter(|package| !(package.present)())
        .collect();
    if missing.is_empty() {
        return Ok(Readiness::Ready);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    if !postgres::runs_as_root() {
        println!("These Debian packages are missing:");
        for package in &missing {
            println!("  {}: {}", package.name, package.why);
        }
        println!("Install them and start again:");
        println!("  sudo apt-get update");
        println!("  sudo apt-get install --no-install-recommends {}", names.join(" "));
        return Ok(Readiness::NeedsRoot);
    }
    for package in &missing {
        println!("installs {} (Debian): {}", package.name, package.why);
    }
    must_succeed(apt_get(place).args(["-qq", "update"]))?;
    must_succeed(apt_get(place).args(["-qq", "--yes", "install", "--no-install-recommends"]).args(&names))?;
    if let Some(package) = missing.iter().find(|package| !(package.present)()) {
        anyhow::bail!(
            "{} is still not usable after its installation; an older one may come first in PATH",
            package.name
        );
    }
    Ok(Readiness::Ready)
}

/// `apt-get` that asks no questions.
fn apt_get(place: &Place) -> Command {
    let mut command = command("apt-get", &place.root);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
