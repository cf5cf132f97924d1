//! Timing of programs.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

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
