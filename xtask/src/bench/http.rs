//! Requests over one kept connection to a server on loopback.
//!
//! Plain blocking sockets: the client must cost less than what it measures.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use anyhow::{Context, Result, bail};

const PATIENCE: Duration = Duration::from_secs(30);

/// An open connection to a server.
#[derive(Debug)]
pub(super) struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
    line: String,
    body: Vec<u8>,
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
            line: String::new(),
            body: Vec::new(),
        })
    }

    /// Asks for a path, with further header lines (a cookie, say), and reads the whole answer.
    ///
    /// Gives back the length of the body in bytes.
    ///
    /// # Errors
    /// The connection broke, the answer is not HTTP, or its status is not 200.
    pub(super) fn get(&mut self, path: &str, headers: &[(&str, &str)]) -> Result<usize> {
        let mut request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n", self.host);
        for (name, value) in headers {
            request.push_str(name);
            request.push_str(": ");
            request.push_str(value);
            request.push_str("\r\n");
        }
        request.push_str("\r\n");
        self.stream.get_mut().write_all(request.as_bytes())?;

        self.read_line()?;
        if self.line.split(' ').nth(1) != Some("200") {
            bail!("{path} answered {:?}", self.line);
        }
        let mut length = None;
        let mut chunked = false;
        loop {
            self.read_line()?;
            if self.line.is_empty() {
                break;
            }
            let (name, value) = self.line.split_once(':').context("a header without a colon")?;
            if name.eq_ignore_ascii_case("content-length") {
                length = Some(value.trim().parse().context("the length is no number")?);
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                chunked = value.trim().eq_ignore_ascii_case("chunked");
            }
        }
        match length {
            _ if chunked => self.read_chunks(),
            Some(length) => self.read_body(length),
            None => bail!("{path} answered without a length"),
        }
    }

    fn read_chunks(&mut self) -> Result<usize> {
        let mut total = 0;
        loop {
            self.read_line()?;
            let digits = self.line.split(';').next().unwrap_or_default();
            let length = usize::from_str_radix(digits.trim(), 16).context("a chunk's length")?;
            total += self.read_body(length)?;
            self.read_line()?;
            if length == 0 {
                return Ok(total);
            }
        }
    }

    fn read_body(&mut self, length: usize) -> Result<usize> {
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body).context("the answer ends too early")?;
        Ok(length)
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
