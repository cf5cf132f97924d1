//! What the steps of `cargo xtask test` need from outside, and how it gets here.
//!
//! Debian packages need root. Without it nothing is changed: the task prints the exact command
//! and ends with exit code 2. What comes from npm and PyPI stays inside the repository
//! (`e2e/node_modules`, `target/venv`) with pinned versions.

mod debian;
mod packages;

use anyhow::Result;

use crate::{place::Place, steps::Step};

/// The answer of [`prepare`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readiness {
    /// Everything that the steps need is there.
    Ready,
    /// Something is missing that only root can install; the commands were printed.
    NeedsRoot,
}

/// Installs what is missing for the chosen steps, with one line for each: what and why.
///
/// # Errors
/// A package manager failed.
pub(crate) fn prepare(place: &Place, steps: &[Step]) -> Result<Readiness> {
    if debian::prepare(place, steps)? == Readiness::NeedsRoot {
        return Ok(Readiness::NeedsRoot);
    }
    if steps.iter().any(|step| matches!(step, Step::Calendar | Step::Browser | Step::Documents)) {
        packages::prepare_node(place)?;
    }
    if steps.contains(&Step::Documents) {
        packages::prepare_python(place)?;
    }
    Ok(Readiness::Ready)
}
