//! The program `allmende`: everything that an operator or a script needs works from here.

use std::path::PathBuf;
use std::process::ExitCode;

use allmende::command::{alliance, archive, audit, backup, check, demo, draw, import, report, serve, user};
use allmende::config::Config;
use allmende::{Failure, command};
use clap::{Parser, Subcommand};

/// A page is thousands of small strings, made on one thread and freed on another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The workbench of inter-municipal alliances.
#[derive(Parser)]
#[command(name = "allmende", version, about)]
struct Arguments {
    /// Configuration file (TOML). Every key can be set by the environment, see docs/operating.md.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start with the example alliance of the 2017 report, in a folder of its own.
    Demo(demo::Options),
    /// Start the server.
    Serve,
    /// Read something in: an archive, an old report, members, contacts.
    Import(import::Options),
    /// Write the whole alliance as one archive of readable files.
    Export(archive::Options),
    /// Write a report as PDF, DOCX, ODT or HTML.
    Report(report::Options),
    /// Copy the embedded database while the server runs.
    Backup(backup::BackupOptions),
    /// Put a copy back, or only check it.
    Restore(backup::RestoreOptions),
    /// Give out the seats of a programme by lot, or verify a protocol.
    Draw(draw::Options),
    /// Look after the configuration.
    Config(check::Options),
    /// Found another alliance on this server.
    Alliance(alliance::Options),
    /// Look after accounts.
    User(user::Options),
    /// Look after the history of changes.
    Audit(audit::Options),
}

fn main() -> ExitCode {
    // The allocator asks for huge pages, which made the idle server twice as big and no request quicker. A kernel without
    // them refuses, and that changes nothing.
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("allmende: {error}");
            return ExitCode::from(71);
        }
    };
    match runtime.block_on(run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure { line, code }) => {
            eprintln!("allmende: {line}");
            ExitCode::from(code)
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Failure> {
    if let Command::Demo(options) = arguments.command {
        command::start_log(false, false);
        return demo::run(options).await;
    }
    if let Command::Draw(options) = arguments.command {
        return draw::run(options);
    }
    let config = Config::read(arguments.config.as_deref(), &|name| std::env::var(name).ok())?;
    command::start_log(matches!(arguments.command, Command::Serve), config.log.format == "json");
    match arguments.command {
        Command::Demo(_) | Command::Draw(_) => Ok(()),
        Command::Serve => serve::run(&config).await,
        Command::Import(options) => import::run(&config, options).await,
        Command::Export(options) => archive::run(&config, options).await,
        Command::Report(options) => report::run(&config, options).await,
        Command::Backup(options) => backup::backup(&config, options).await,
        Command::Restore(options) => backup::restore(&config, options).await,
        Command::Config(options) => check::run(&config, options).await,
        Command::Alliance(options) => alliance::run(&config, options).await,
        Command::User(options) => user::run(&config, options).await,
        Command::Audit(options) => audit::run(&config, options).await,
    }
}
