//! The configuration: one TOML file, every key overridable by the environment, unknown keys are errors.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use allmende_web::app::Settings;
use allmende_web::caller::Networks;

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
    /// Addresses or networks of proxies whose `X-Forwarded-For` is believed; empty ignores the header.
    pub trusted_proxies: Vec<String>,
    /// Addresses or networks that many people share (a town hall): limits per address are wider for them.
    pub shared_addresses: Vec<String>,
    /// Connections that one address may hold at a time.
    pub connections_per_address: usize,
    /// Megabytes of added files (pictures, logo, frozen reports) that an alliance may hold; 0 for no limit.
    pub files_mb: i64,
    /// Loopback address for the figures of `/metrics`; empty for none.
    pub metrics: String,
    /// Log lines.
    pub log: LogConfig,
    /// Mail; without a host mails wait in the outbox.
    pub mail: MailConfig,
}

/// How log lines look.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogConfig {
    /// `text` or `json`.
    pub format: String,
}

impl Default for LogConfig {
    fn default() -> Self {
        Self { format: "text".to_owned() }
    }
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
            trusted_proxies: Vec::new(),
            shared_addresses: Vec::new(),
            connections_per_address: 128,
            files_mb: 2_048,
            metrics: String::new(),
            log: LogConfig::default(),
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
        let set_list = |name: &str, target: &mut Vec<String>| {
            if let Some(value) = environment(name) {
                *target = value.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
            }
        };
        set_list("ALLMENDE_TRUSTED_PROXIES", &mut config.trusted_proxies);
        set_list("ALLMENDE_SHARED_ADDRESSES", &mut config.shared_addresses);
        set("ALLMENDE_LISTEN", &mut config.listen);
        set("ALLMENDE_PUBLIC_URL", &mut config.public_url);
        set("ALLMENDE_METRICS", &mut config.metrics);
        set("ALLMENDE_LOG_FORMAT", &mut config.log.format);
        set("ALLMENDE_MAIL_HOST", &mut config.mail.host);
        set("ALLMENDE_MAIL_ENCRYPTION", &mut config.mail.encryption);
        set("ALLMENDE_MAIL_USER", &mut config.mail.user);
        set("ALLMENDE_MAIL_PASSWORD", &mut config.mail.password);
        set("ALLMENDE_MAIL_FROM", &mut config.mail.from);
        if let Some(folder) = environment("ALLMENDE_DATA") {
            config.data = PathBuf::from(folder);
        }
        if let Some(number) = environment("ALLMENDE_CONNECTIONS_PER_ADDRESS") {
            config.connections_per_address = number
                .parse()
                .map_err(|_| Failure::config(format!("ALLMENDE_CONNECTIONS_PER_ADDRESS={number} is no number")))?;
        }
        if let Some(number) = environment("ALLMENDE_FILES_MB") {
            config.files_mb =
                number.parse().map_err(|_| Failure::config(format!("ALLMENDE_FILES_MB={number} is no number")))?;
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
        self.settings()?;
        if !self.metrics.is_empty()
            && !self.metrics.parse::<std::net::SocketAddr>().is_ok_and(|address| address.ip().is_loopback())
        {
            return Err(Failure::config(format!(
                "metrics = {:?} is no loopback address; write for example 127.0.0.1:9464",
                self.metrics
            )));
        }
        if !["text", "json"].contains(&self.log.format.as_str()) {
            return Err(Failure::config(format!("log.format = {:?} must be text or json", self.log.format)));
        }
        if self.connections_per_address == 0 || self.files_mb < 0 {
            return Err(Failure::config(
                "connections_per_address must be at least 1, and files_mb at least 0 (0 means no limit)",
            ));
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

    /// What the router needs to know.
    pub fn settings(&self) -> Result<Settings, Failure> {
        let networks = |key: &str, words: &[String]| {
            Networks::read(words).map_err(|word| {
                Failure::config(format!("{key}: {word:?} is no address and no network; write for example 10.0.0.0/8"))
            })
        };
        Ok(Settings {
            public_url: self.public_url(),
            demo: false,
            mail: !self.mail.host.is_empty(),
            proxies: networks("trusted_proxies", &self.trusted_proxies)?,
            shared_addresses: networks("shared_addresses", &self.shared_addresses)?,
            most_file_bytes: self.files_mb.saturating_mul(1_048_576),
        })
    }

    /// A sentence if visitors cannot be told apart: people come over TLS, so through a proxy, and none is named.
    pub fn proxy_warning(&self) -> Option<&'static str> {
        (self.public_url().starts_with("https://") && self.trusted_proxies.is_empty()).then_some(
            "trusted_proxies is empty, but people come through a proxy: all of them count as one address, so wrong \
             passwords of one hold up the others. Name the proxy, for example trusted_proxies = [\"127.0.0.1\"]",
        )
    }

    /// The address of the database.
    pub fn database(&self) -> String {
        if self.database_url.is_empty() { sqlite_address(&self.data) } else { self.database_url.clone() }
    }
}

/// The embedded database in a folder.
pub fn sqlite_address(folder: &Path) -> String {
    format!("sqlite:{}", sqlite_file(folder).display())
}

/// Its file.
pub fn sqlite_file(folder: &Path) -> PathBuf {
    folder.join("allmende.sqlite")
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
            ("trusted_proxies = [\"proxy.example\"]", "trusted_proxies"),
            ("shared_addresses = [\"10.0.0.0/33\"]", "shared_addresses"),
            ("metrics = \"0.0.0.0:9464\"", "metrics"),
            ("[log]\nformat = \"xml\"", "log.format"),
            ("connections_per_address = 0", "connections_per_address"),
            ("files_mb = -1", "files_mb"),
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

    #[test]
    fn a_proxy_that_nobody_named_is_said() {
        let (folder, file) = written("public_url = \"https://a.example\"");
        assert!(Config::read(Some(&file), &none).unwrap().proxy_warning().is_some());
        drop(folder);
        let (folder, file) = written("public_url = \"https://a.example\"\ntrusted_proxies = [\"127.0.0.1\"]");
        assert_eq!(Config::read(Some(&file), &none).unwrap().proxy_warning(), None);
        drop(folder);
        let (_folder, file) = written("");
        assert_eq!(Config::read(Some(&file), &none).unwrap().proxy_warning(), None, "loopback needs no proxy");
        let environment = |name: &str| (name == "ALLMENDE_TRUSTED_PROXIES").then(|| "10.0.0.0/8, ::1".to_owned());
        let config = Config::read(None, &environment).unwrap();
        assert_eq!(config.trusted_proxies, ["10.0.0.0/8", "::1"]);
    }
}
