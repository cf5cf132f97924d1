//! Licences, sources and forbidden packages among the dependencies.
//!
//! The same rules stand in `deny.toml` for those who have cargo-deny; that tool takes minutes to
//! build, these rules take a second. A test keeps both lists equal.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Tally, rust::cargo, spdx};
use crate::{place::Place, process::output};

/// Permissive or weak copyleft: each may be part of a work under EUPL-1.2.
const ACCEPTED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages that must not come in, with the reason.
const FORBIDDEN: &[(&str, &str)] = &[
    ("openssl-sys", "TLS is rustls on ring; no second library to keep safe"),
    ("native-tls", "TLS is rustls on ring; no second library to keep safe"),
    ("aws-lc-rs", "needs cmake and minutes of C compilation; TLS is rustls on ring"),
    ("aws-lc-sys", "needs cmake and minutes of C compilation; TLS is rustls on ring"),
    ("libsql-ffi", "a second SQLite in one program corrupts locks"),
    ("sqlite3-src", "a second SQLite in one program corrupts locks"),
    ("sqlite3-sys", "a second SQLite in one program corrupts locks"),
];

/// The only source of packages, as cargo names it in its two protocols.
const SOURCES: &[&str] = &["registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/"];

/// The one package that may carry SQLite.
const SQLITE: &str = "libsqlite3-sys";

/// A package of the dependency tree, for every platform and every feature.
struct Package {
    name: String,
    version: String,
    licence: Option<String>,
    source: Option<String>,
    links: Option<String>,
}

/// Checks every package in the lock file.
pub(super) fn check(place: &Place) -> Result<Tally> {
    let mut metadata = cargo(place, "metadata");
    metadata.args(["--locked", "--all-features", "--format-version", "1"]);
    let text = output(&mut metadata)?;
    let metadata: Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
    let packages = packages(&metadata).context("cargo metadata has an unknown form")?;

    let mut clean = true;
    for package in &packages {
        for fault in faults(package) {
            println!("{} {}: {fault}", package.name, package.version);
            clean = false;
        }
    }
    println!("{} packages checked", packages.len());
    Ok(Tally::single(clean))
}

/// The packages in cargo's answer. Members of the workspace have no source; a dependency by path
/// outside of the workspace would have none either, so it gets a telling one.
fn packages(metadata: &Value) -> Option<Vec<Package>> {
    let members: BTreeSet<&str> = metadata["workspace_members"].as_array()?.iter().filter_map(Value::as_str).collect();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    metadata["packages"]
        .as_array()?
        .iter()
        .map(|package| {
            let member = members.contains(package["id"].as_str()?);
            let outside = (!member).then(|| "a folder outside of the workspace".to_owned());
            Some(Package {
                name: text(&package["name"])?,
                version: text(&package["version"])?,
                licence: text(&package["license"]),
                source: text(&package["source"]).or(outside),
                links: text(&package["links"]),
            })
        })
        .collect()
}

/// Everything that is wrong with a package.
fn faults(package: &Package) -> Vec<String> {
    let mut faults = Vec::new();
    match &package.licence {
        None => faults.push("names no licence as an SPDX expression".to_owned()),
        Some(licence) => match spdx::is_satisfied(licence, &|one| ACCEPTED.contains(&one)) {
            Ok(true) => {}
            Ok(false) => faults.push(format!("the licence {licence} is not accepted")),
            Err(error) => faults.push(format!("the licence cannot be read: {error}")),
        },
    }
    if let Some(source) = &package.source
        && !SOURCES.contains(&source.as_str())
    {
        faults.push(format!("comes from {source}, not from crates.io"));
    }
    if let Some((_, reason)) = FORBIDDEN.iter().find(|(name, _)| *name == package.name) {
        faults.push(format!("is forbidden: {reason}"));
    }
    let carries_sqlite = package.links.as_deref().is_some_and(|links| links.contains("sqlite"));
    if carries_sqlite && package.name != SQLITE {
        faults.push(format!("carries a second SQLite beside {SQLITE}"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, licence: Option<&str>, source: Option<&str>) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.map(str::to_owned),
            source: source.map(str::to_owned),
            links: None,
        }
    }

    #[test]
    fn accepts_an_ordinary_package_and_a_member() {
        assert!(faults(&package("serde", Some("MIT OR Apache-2.0"), Some(SOURCES[0]))).is_empty());
        assert!(faults(&package("allmende", Some("EUPL-1.2"), None)).is_empty());
    }

    #[test]
    fn reports_licence_source_and_name() {
        assert_eq!(faults(&package("a", Some("GPL-3.0-only"), Some(SOURCES[0]))).len(), 1);
        assert_eq!(faults(&package("a", None, Some(SOURCES[0]))).len(), 1);
        assert_eq!(faults(&package("a", Some("MIT"), Some("git+https://example.org/a"))).len(), 1);
        assert_eq!(faults(&package("openssl-sys", Some("MIT"), Some(SOURCES[0]))).len(), 1);
    }

    #[test]
    fn reports_a_second_sqlite() {
        let mut second = package("other-sqlite", Some("MIT"), Some(SOURCES[0]));
        second.links = Some("sqlite3mc".to_owned());
        assert_eq!(faults(&second).len(), 1);
    }

    #[test]
    fn a_folder_outside_of_the_workspace_is_no_member() {
        let metadata = serde_json::json!({
            "workspace_members": ["in"],
            "packages": [
                { "id": "in", "name": "in", "version": "1.0.0", "license": "MIT", "source": null },
                { "id": "out", "name": "out", "version": "1.0.0", "license": "MIT", "source": null },
            ],
        });
        let packages = packages(&metadata).expect("known form");
        assert!(faults(&packages[0]).is_empty());
        assert_eq!(faults(&packages[1]).len(), 1);
    }

    #[test]
    fn deny_toml_has_the_same_lists() {
        let text = include_str!("../../../deny.toml");
        for licence in ACCEPTED {
            assert!(text.contains(&format!("\"{licence}\",")), "{licence} is not in deny.toml");
        }
        for (name, _) in FORBIDDEN {
            assert!(text.contains(&format!("\"{name}\"")), "{name} is not in deny.toml");
        }
    }
}
