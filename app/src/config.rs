//! The configuration: one TOML file, every key overridable by the environment, unknown keys are errors.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Failure;

/// The configuration of a server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Folder for the embedded database; created if missing.
    pub data: PathBuf,
    /// `postgres://…` to use a server instead of the embedded database; may be empty.
    pub database_url: String,
    /// Address to listen on.
    pub listen: String,
    /// Address under which people reach the server; empty takes `http://<listen>`.
    pub public_url: String,
    /// Mail; without a host mails wait in the outbox.
    pub mail: MailConfig,
}

/// How mails leave the house.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MailConfig {
    /// Host of the mail server; empty for none.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// `tls`, `starttls` or `none`.
    pub encryption: String,
    /// User name.
    pub user: String,
    /// Password; better given by the environment (`ALLMENDE_MAIL_PASSWORD`).
    pub password: String,
    /// Sender: `Name <address>`.
    pub from: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("allmende-data"),
            database_url: String::new(),
            listen: "127.0.0.1:8080".to_owned(),
            public_url: String::new(),
            mail: MailConfig::default(),
        }
    }
}

impl Default for MailConfig {
    fn default() -> Self {
        Self {
            host: String::new(),
            port: 587,
            encryption: "starttls".to_owned(),
            user: String::new(),
            password: String::new(),
            from: String::new(),
        }
    }
}

impl Config {
    /// Reads a file (none takes the defaults) and applies the environment.
    pub fn read(file: Option<&Path>, environment: &dyn Fn(&str) -> Option<String>) -> Result<Self, Failure> {
        let mut config: Self = match file {
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|error| Failure::config(format!("{}: {error}", path.display())))?;
                toml::from_str(&text).map_err(|error| {
                    let place =
                        error.span().map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
                    Failure::config(format!("{} line {place}: {}", path.display(), error.message()))
                })?
            }
            None => Self::default(),
        };
        let set = |name: &str, target: &mut String| {
            if let Some(value) = environment(name) {
                *target = value;
            }
        };
        set("ALLMENDE_DATABASE_URL", &mut config.database_url);
        set("ALLMENDE_LISTEN", &mut config.listen);
        set("ALLMENDE_PUBLIC_URL", &mut config.public_url);
        set("ALLMENDE_MAIL_HOST", &mut config.mail.host);
        set("ALLMENDE_MAIL_ENCRYPTION", &mut config.mail.encryption);
        set("ALLMENDE_MAIL_USER", &mut config.mail.user);
        set("ALLMENDE_MAIL_PASSWORD", &mut config.mail.password);
        set("ALLMENDE_MAIL_FROM", &mut config.mail.from);
        if let Some(folder) = environment("ALLMENDE_DATA") {
            config.data = PathBuf::from(folder);
        }
        if let Some(port) = environment("ALLMENDE_MAIL_PORT") {
            config.mail.port =
                port.parse().map_err(|_| Failure::config(format!("ALLMENDE_MAIL_PORT={port} is no port number")))?;
        }
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), Failure> {
        if self.listen.parse::<std::net::SocketAddr>().is_err() {
            return Err(Failure::config(format!(
                "listen = {:?} is no address; write for example 127.0.0.1:8080",
                self.listen
            )));
        }
        let url = self.public_url();
        if !(url.starts_with("http://") || url.starts_with("https://")) || url.ends_with('/') {
            return Err(Failure::config(format!(
                "public_url = {url:?} must begin with http:// or https:// and have no slash at the end"
            )));
        }
        if !self.mail.host.is_empty() && !self.mail.from.contains('@') {
            return Err(Failure::config(
                "mail.from is missing; write for example \"Allianz <office@alliance.example>\"",
            ));
        }
        if !["tls", "starttls", "none"].contains(&self.mail.encryption.as_str()) {
            return Err(Failure::config(format!(
                "mail.encryption = {:?} must be tls, starttls or none",
                self.mail.encryption
            )));
        }
        Ok(())
    }

    /// The address under which people reach the server.
    pub fn public_url(&self) -> String {
        if self.public_url.is_empty() { format!("http://{}", self.listen) } else { self.public_url.clone() }
    }

    /// The address of the database.
    pub fn database(&self) -> String {
        if self.database_url.is_empty() { sqlite_address(&self.data) } else { self.database_url.clone() }
    }
}

/// The embedded database in a folder.
pub fn sqlite_address(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("allmende.sqlite").display())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn none(_: &str) -> Option<String> {
        None
    }

    fn written(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("allmende.toml");
        std::fs::write(&file, text).unwrap();
        (folder, file)
    }

    #[test]
    fn unknown_keys_and_bad_values_are_refused_with_their_place() {
        for (text, expected) in [
            ("data = \"x\"\nlisen = \"127.0.0.1:1\"", "line 2"),
            ("listen = \"nowhere\"", "listen"),
            ("public_url = \"https://a.example/\"", "public_url"),
            ("[mail]\nhost = \"m.example\"", "mail.from"),
            ("[mail]\nencryption = \"ssl\"", "mail.encryption"),
        ] {
            let (_folder, file) = written(text);
            let failure = Config::read(Some(&file), &none).unwrap_err();
            assert!(failure.line.contains(expected), "{text}: {}", failure.line);
            assert_eq!(failure.code, 78);
        }
    }

    #[test]
    fn the_environment_overrides_the_file() {
        let (_folder, file) = written("listen = \"127.0.0.1:1\"");
        let environment = |name: &str| (name == "ALLMENDE_LISTEN").then(|| "127.0.0.1:2".to_owned());
        let config = Config::read(Some(&file), &environment).unwrap();
        assert_eq!(config.listen, "127.0.0.1:2");
        assert_eq!(config.public_url(), "http://127.0.0.1:2");
    }
}
