//! Scenario: the activity report of the example, made by a new process and by a server, cold and after
//! an edit.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::{
    Bench,
    child::run_silently,
    data::Data,
    http::Connection,
    measure::{Series, repeated},
    table::Line,
};

const COLD: Duration = Duration::from_millis(500);
const EDITED: Duration = Duration::from_millis(100);
const SEEN: Duration = Duration::from_millis(200);

/// The chapter that is edited: in the middle of the report, with an own text.
const CHAPTER: &str = "network";

/// A report of a server, opened by its manager.
pub(super) struct Draft {
    connection: Connection,
    /// Where it stands, `/berichte/…`.
    address: String,
    csrf: String,
}

impl Draft {
    /// The first report of the list.
    ///
    /// # Errors
    /// There is none, or a page could not be read.
    pub(super) fn open(mut connection: Connection) -> Result<Self> {
        let list = connection.text("/berichte")?;
        let address = record_address(&list, "/berichte/").context("the example has no report")?;
        // The upload form carries the session's word and sets nothing.
        let form = connection.text("/berichte/einlesen")?;
        let csrf = value_of(&form, "csrf").context("no csrf word in the form")?;
        Ok(Self { connection, address, csrf })
    }

    /// What the browser does when somebody types: the text goes out, the picture of the page comes back.
    ///
    /// # Errors
    /// The server refused the text.
    pub(super) fn type_text(&mut self, text: &str) -> Result<usize> {
        let path = format!("{}/vorschau?kapitel={CHAPTER}", self.address);
        let fields = [("csrf", self.csrf.as_str()), ("heading", ""), ("own_text", text)];
        let answer = self.connection.post(&path, &fields)?.0;
        let answer: serde_json::Value = serde_json::from_str(&answer).context("the preview's answer")?;
        let image = answer.get("image").and_then(serde_json::Value::as_str);
        self.connection.get_compressed(image.with_context(|| format!("no picture: {answer}"))?)
    }

    /// Stores a text in the chapter.
    fn store(&mut self, text: &str) -> Result<()> {
        let path = format!("{}/kapitel/{CHAPTER}", self.address);
        let form = self.connection.text(&path)?;
        let version = value_of(&form, "version").context("no version in the form")?;
        let key = value_of(&form, "form_key").context("no key in the form")?;
        let fields = [
            ("csrf", self.csrf.as_str()),
            ("form_key", &key),
            ("version", &version),
            ("heading", ""),
            ("own_text", text),
        ];
        self.connection.post(&path, &fields).map(drop)
    }

    fn pdf(&mut self) -> Result<usize> {
        self.connection.get(&format!("{}/datei/pdf", self.address))
    }
}

/// The first address of a record below a path.
pub(super) fn record_address(page: &str, below: &str) -> Option<String> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.strip_prefix(below).is_some_and(|id| id.len() == 36))
        .map(str::to_owned)
}

/// The value of a hidden field.
pub(super) fn value_of(page: &str, name: &str) -> Option<String> {
    let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
    Some(rest.split('"').next()?.to_owned())
}

/// A paragraph that no round before has seen.
pub(super) fn paragraph(number: u32) -> String {
    format!(
        "In der {number}. Fassung dieses Absatzes steht, dass sich die Gemeinden regelmäßig mit ihren Nachbarn \
         austauschen und dass daraus {number} Anregungen für die weitere Arbeit entstanden sind."
    )
}

/// How long the first work of a new server takes.
fn first(bench: &Bench, data: &Data, work: impl Fn(&mut Draft) -> Result<usize>) -> Result<Duration> {
    let server = data.serve(bench)?;
    let mut draft = Draft::open(server.connect()?)?;
    let start = Instant::now();
    work(&mut draft)?;
    Ok(start.elapsed())
}

/// By the command line, then in servers that are new, then in one that has set the report before.
pub(super) fn run(bench: &Bench, data: &Data) -> Result<Vec<Line>> {
    let file = data.file("bench.pdf");
    let by_command = repeated(bench.few(), || {
        let mut report = data.command(bench, "report");
        let which = ["--alliance", "Raum Marktheidenfeld", "--from", "01.05.2017", "--to", "01.12.2017"];
        run_silently(report.arg(&file).args(which))
    })?;

    let (mut first_preview, mut first_pdf) = (Vec::new(), Vec::new());
    for number in 0..bench.few() {
        first_preview.push(first(bench, data, |draft| draft.type_text(&paragraph(number)))?);
        first_pdf.push(first(bench, data, Draft::pdf)?);
    }

    let server = data.serve(bench)?;
    let mut draft = Draft::open(server.connect()?)?;
    draft.type_text("Anfang")?;
    let mut number = 0;
    let typed = repeated(bench.rounds, || {
        number += 1;
        draft.type_text(&paragraph(number)).map(drop)
    })?;
    let mut stored = Vec::new();
    for number in 0..bench.rounds {
        draft.store(&paragraph(1_000 + number))?;
        let start = Instant::now();
        draft.pdf()?;
        stored.push(start.elapsed());
    }
    let unchanged = repeated(bench.rounds, || draft.pdf().map(drop))?;

    Ok(vec![
        Line::heading("report"),
        Line::time("new process: allmende report, PDF", &by_command, Some(COLD)),
        Line::time("new server: first preview and its picture", &Series::new(first_preview), Some(COLD)),
        Line::time("new server: first PDF", &Series::new(first_pdf), Some(COLD)),
        Line::time("after an edit: PDF of the draft", &Series::new(stored), Some(EDITED)),
        Line::time("after an edit: preview and its picture", &typed, Some(SEEN)),
        Line::time("unchanged: PDF of the draft", &unchanged, None),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_hidden_fields_are_found() {
        let id = "0192f0c1-0000-7000-8000-000000000001";
        let page = format!(
            "<a href=\"/berichte/neu\">Neu</a><a href=\"/berichte/{id}\">Bericht</a>\
             <input type=\"hidden\" name=\"csrf\" value=\"abc\">"
        );
        assert_eq!(record_address(&page, "/berichte/"), Some(format!("/berichte/{id}")));
        assert_eq!(record_address(&page, "/projekte/"), None);
        assert_eq!(value_of(&page, "csrf").as_deref(), Some("abc"));
        assert_eq!(value_of(&page, "version"), None);
    }

    #[test]
    fn every_round_types_something_new() {
        assert_ne!(paragraph(1), paragraph(2));
    }
}
