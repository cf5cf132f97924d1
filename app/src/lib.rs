//! The program: composes the areas, reads the configuration, runs commands.

pub mod archive;
pub mod command;
pub mod config;
pub mod house;
pub mod metrics;

/// What a command says when it fails: one clear line, and the exit code of `sysexits.h` that fits.
#[derive(Debug)]
pub struct Failure {
    /// The line.
    pub line: String,
    /// The exit code.
    pub code: u8,
}

impl Failure {
    /// The person used the command wrongly or pointed it at something that is not there.
    pub fn usage(line: impl Into<String>) -> Self {
        Self { line: line.into(), code: 64 }
    }

    /// The input is not what it should be.
    pub fn data(line: impl Into<String>) -> Self {
        Self { line: line.into(), code: 65 }
    }

    /// The configuration is wrong.
    pub fn config(line: impl Into<String>) -> Self {
        Self { line: line.into(), code: 78 }
    }

    /// Something on the machine is in the way: a file, a port, a lock.
    pub fn machine(line: impl Into<String>) -> Self {
        Self { line: line.into(), code: 74 }
    }

    /// The program is at fault.
    pub fn internal(error: &dyn std::fmt::Display) -> Self {
        Self { line: error.to_string(), code: 70 }
    }
}

impl From<allmende_store::StoreError> for Failure {
    fn from(error: allmende_store::StoreError) -> Self {
        Self::internal(&error)
    }
}

impl From<allmende_store::OpenFault> for Failure {
    fn from(fault: allmende_store::OpenFault) -> Self {
        Self { line: fault.to_string(), code: 74 }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::machine(error.to_string())
    }
}
