//! Where things lie: the repository, the target folder, the built programs.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The places that the tasks work with.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// Cargo's target folder; everything that a task writes goes below it.
    pub(crate) target: PathBuf,
    /// Name of the cargo profile that programs and tests are built with.
    pub(crate) profile: String,
}

impl Place {
    /// The places of this workspace for a cargo profile.
    pub(crate) fn new(profile: &str) -> Self {
        // xtask lies directly below the root, so its manifest folder has a parent.
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest.parent().unwrap_or(manifest).to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        Self { root, target, profile: profile.to_owned() }
    }

    /// The folder of built programs: cargo calls the folder of the `dev` profile `debug`.
    pub(crate) fn built(&self) -> PathBuf {
        let folder = if self.profile == "dev" { "debug" } else { &self.profile };
        self.target.join(folder)
    }

    /// The built program `allmende`.
    pub(crate) fn program(&self) -> PathBuf {
        self.built().join("allmende")
    }

    /// A built example of a package.
    pub(crate) fn example(&self, name: &str) -> PathBuf {
        self.built().join("examples").join(name)
    }

    /// The browser tests and document checks.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("e2e")
    }

    /// The Python of the virtual environment that holds the document validators.
    pub(crate) fn python(&self) -> PathBuf {
        self.target.join("venv/bin/python")
    }
}

/// The first file of this name in `PATH`.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
