//! Requests over one kept connection to a server on loopback.
//!
//! Plain blocking sockets: the client must cost less than what it measures.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use anyhow::{Context, Result, bail};

const PATIENCE: Duration = Duration::from_secs(60);

/// An open connection to a server.
#[derive(Debug)]
pub(super) struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
    /// Sent with every request; empty without a session.
    cookie: String,
    line: String,
    body: Vec<u8>,
}

/// The head of an answer.
#[derive(Debug, Default)]
struct Head {
    status: u16,
    length: Option<usize>,
    chunked: bool,
    cookie: String,
    location: String,
}

impl Connection {
    /// Connects. Only loopback is allowed: a benchmark must not load a foreign machine.
    ///
    /// # Errors
    /// The address is not on loopback, or nobody listens there.
    pub(super) fn open(address: SocketAddr) -> Result<Self> {
        if !address.ip().is_loopback() {
            bail!("{address} is not on this machine");
        }
        let stream = TcpStream::connect(address).with_context(|| format!("cannot reach {address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            host: address.to_string(),
            cookie: String::new(),
            line: String::new(),
            body: Vec::new(),
        })
    }

    /// The same connection, with a session.
    pub(super) fn with_cookie(mut self, cookie: &str) -> Self {
        cookie.clone_into(&mut self.cookie);
        self
    }

    /// Asks for a path and reads the whole answer. Gives back the length of the body in bytes.
    ///
    /// # Errors
    /// The connection broke, the answer is not HTTP, or its status is not 200.
    pub(super) fn get(&mut self, path: &str) -> Result<usize> {
        self.get_with(path, "")
    }

    /// As [`Self::get`], compressed as every browser asks for it. Gives back the compressed length.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub(super) fn get_compressed(&mut self, path: &str) -> Result<usize> {
        self.get_with(path, "Accept-Encoding: gzip\r\n")
    }

    fn get_with(&mut self, path: &str, header: &str) -> Result<usize> {
        let head = self.exchange("GET", path, header, "")?;
        if head.status != 200 {
            bail!("{path} answered {}", head.status);
        }
        Ok(self.body.len())
    }

    /// Asks for a path and gives the answer as text.
    ///
    /// # Errors
    /// As [`Self::get`], or the answer is not text.
    pub(super) fn text(&mut self, path: &str) -> Result<String> {
        self.get(path)?;
        String::from_utf8(self.body.clone()).with_context(|| format!("{path} is no text"))
    }

    /// Sends a form that stores something. Gives back where it leads.
    ///
    /// # Errors
    /// The connection broke, or the answer leads nowhere: something in the form was refused.
    pub(super) fn store(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<String> {
        let head = self.send(path, fields)?;
        if head.status != 303 {
            bail!("{path} answered {}", head.status);
        }
        Ok(head.location)
    }

    /// Sends a form. Gives back the answer's text and the cookie that it sets.
    ///
    /// # Errors
    /// The connection broke, or the answer is neither 200 nor a way onward.
    pub(super) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<(String, String)> {
        let head = self.send(path, fields)?;
        if !matches!(head.status, 200 | 303) {
            bail!("{path} answered {}", head.status);
        }
        Ok((String::from_utf8_lossy(&self.body).into_owned(), head.cookie))
    }

    fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Head> {
        let form = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", percent_encoded(value)))
            .collect::<Vec<_>>()
            .join("&");
        self.exchange("POST", path, "", &form)
    }

    fn exchange(&mut self, method: &str, path: &str, header: &str, form: &str) -> Result<Head> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{header}", self.host);
        if !self.cookie.is_empty() {
            request.push_str(&format!("Cookie: {}\r\n", self.cookie));
        }
        if method == "POST" {
            request.push_str("Content-Type: application/x-www-form-urlencoded\r\n");
            request.push_str(&format!("Content-Length: {}\r\n", form.len()));
        }
        request.push_str("\r\n");
        request.push_str(form);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let head = self.read_head(path)?;
        self.body.clear();
        match head.length {
            _ if head.chunked => self.read_chunks()?,
            Some(length) => self.read_body(length)?,
            None => bail!("{path} answered without a length"),
        }
        Ok(head)
    }

    fn read_head(&mut self, path: &str) -> Result<Head> {
        let mut head = Head::default();
        self.read_line()?;
        let status = self.line.split(' ').nth(1).and_then(|digits| digits.parse().ok());
        head.status = status.with_context(|| format!("{path} answered {:?}", self.line))?;
        loop {
            self.read_line()?;
            if self.line.is_empty() {
                return Ok(head);
            }
            let (name, value) = self.line.split_once(':').context("a header without a colon")?;
            let value = value.trim();
            if name.eq_ignore_ascii_case("content-length") {
                head.length = Some(value.parse().context("the length is no number")?);
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                head.chunked = value.eq_ignore_ascii_case("chunked");
            } else if name.eq_ignore_ascii_case("location") {
                value.clone_into(&mut head.location);
            } else if name.eq_ignore_ascii_case("set-cookie") {
                value.split(';').next().unwrap_or_default().clone_into(&mut head.cookie);
            }
        }
    }

    fn read_chunks(&mut self) -> Result<()> {
        loop {
            self.read_line()?;
            let digits = self.line.split(';').next().unwrap_or_default();
            let length = usize::from_str_radix(digits.trim(), 16).context("a chunk's length")?;
            self.read_body(length)?;
            self.read_line()?;
            if length == 0 {
                return Ok(());
            }
        }
    }

    fn read_body(&mut self, length: usize) -> Result<()> {
        let start = self.body.len();
        self.body.resize(start + length, 0);
        let space = self.body.get_mut(start..).unwrap_or_default();
        self.stream.read_exact(space).context("the answer ends too early")
    }

    /// Reads a line without its end into `self.line`.
    fn read_line(&mut self) -> Result<()> {
        self.line.clear();
        if self.stream.read_line(&mut self.line)? == 0 {
            bail!("the server closed the connection");
        }
        self.line.truncate(self.line.trim_end_matches(['\r', '\n']).len());
        Ok(())
    }
}

/// A value as a form sends it.
fn percent_encoded(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::bare;

    #[test]
    fn a_kept_connection_answers_more_than_once() {
        let mut connection = Connection::open(bare::serve(10).unwrap()).unwrap().with_cookie("a=b");
        for _ in 0..3 {
            assert_eq!(connection.get("/").unwrap(), 10);
        }
    }

    #[test]
    fn forms_carry_any_letter() {
        assert_eq!(percent_encoded("Über 1 & 2\n"), "%C3%9Cber%201%20%26%202%0A");
    }
}
