//! Running other programs: quietly, echoing, or reading along.

use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
    sync::mpsc,
    thread,
};

use anyhow::{Context, Result, bail};

/// A command in a folder, without standard input, so that nothing can wait for a key.
pub(crate) fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    // This program runs under cargo, which hands it `[env]` of .cargo/config.toml. A cargo below would take that for a change
    // of the environment and build everything anew that `cargo build` has built, and the other way round.
    command.env_remove("LIBSQLITE3_FLAGS");
    command
}

/// Runs a command with its output on the terminal; true if it succeeded.
///
/// # Errors
/// The program could not be started.
pub(crate) fn succeeds(command: &mut Command) -> Result<bool> {
    announce(command);
    let status = command.status().with_context(|| cannot_start(command))?;
    Ok(status.success())
}

/// Runs a command with its output on the terminal and insists on success.
///
/// # Errors
/// The program could not be started or ended with a failure.
pub(crate) fn must_succeed(command: &mut Command) -> Result<()> {
    if succeeds(command)? { Ok(()) } else { bail!("failed: {}", spelled(command)) }
}

/// Runs a command silently; true if it could be started and succeeded.
pub(crate) fn answers(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a command and gives back what it wrote to standard output.
///
/// # Errors
/// The program could not be started or ended with a failure; its standard error is in the text.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("failed: {}\n{}", spelled(command), complaint.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command, shows both of its output streams line by line on standard output and hands
/// every line to `read`; true if the command succeeded.
///
/// # Errors
/// The program could not be started.
pub(crate) fn read_along(command: &mut Command, mut read: impl FnMut(&str)) -> Result<bool> {
    announce(command);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let (sender, receiver) = mpsc::channel();
    let streams: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>),
        child.stderr.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>),
    ];
    for stream in streams.into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            let mut lines = BufReader::new(stream).split(b'\n');
            while let Some(Ok(line)) = lines.next() {
                if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                    break;
                }
            }
        });
    }
    drop(sender);
    for line in receiver {
        println!("{line}");
        read(&line);
    }
    Ok(child.wait().with_context(|| cannot_start(command))?.success())
}

/// Prints the command line, so that anyone can repeat a single step by hand.
fn announce(command: &Command) {
    println!("$ {}", spelled(command));
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start {}", spelled(command))
}

/// The command line as one would type it, up to quoting of unusual arguments.
fn spelled(command: &Command) -> String {
    let program = command.get_program();
    // Cargo hands its own place on in this variable; everybody types `cargo`.
    let cargo = env::var_os("CARGO").is_some_and(|cargo| cargo == program);
    let program = if cargo { "cargo".into() } else { program.to_string_lossy() };
    let mut words = vec![program.into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
