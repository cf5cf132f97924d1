//! Reports: drafts with their own words, and frozen versions.

use allmende_store::{Day, Entry, Id, Moment, Record};

allmende_store::word_enum! {
    /// For whom a report is written. All templates read the same records.
    pub enum Template {
        /// Activity report for the funding office.
        Activity = "activity",
        /// Report to the members' assembly.
        Assembly = "assembly",
        /// One page.
        Overview = "overview",
    }
}

allmende_store::record! {
    /// A report on a period, both ends included.
    pub struct Report: "report" {
        /// Its title.
        pub title: String,
        /// For whom.
        pub template: Template,
        /// First day.
        pub period_from: Day,
        /// Last day.
        pub period_to: Day,
        /// `de` or `en`.
        pub language: String,
        /// How many frozen versions it has; 0 for a draft, which only the leads see.
        pub versions: i64,
    }
}

impl Record for Report {
    fn entry(&self) -> Entry {
        Entry {
            // The page shows the period in the person's language; the search and the text filter know the German days.
            summary: format!("{}/{}", self.period_from, self.period_to),
            body: format!(
                "{} {}",
                allmende_documents::format::date(self.period_from.0),
                allmende_documents::format::date(self.period_to.0)
            ),
            ..Entry::titled(&self.title)
        }
    }
}

allmende_store::record! {
    /// What a person decided about one chapter: its place, whether it is hidden, and own words.
    /// A chapter without such a record is as its template says.
    pub struct ReportChapter: "report_chapter" {
        /// The report.
        pub report_id: Id,
        /// The chapter's word (`preface`, `meetings`, `projects`, `network`, `press`, …) or `own-…` for an added one.
        pub chapter: String,
        /// Its place, from 1.
        pub position: i64,
        /// Left out.
        pub hidden: bool,
        /// Its heading, if it differs.
        pub heading: String,
        /// Own words in Markdown, put before what the records say. They survive every renewal.
        pub own_text: String,
    }
}

impl Record for ReportChapter {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.report_id), ..Entry::titled(&self.heading) }
    }
}

allmende_store::record! {
    /// The text of a project in a report: drafted from the thread, then a person's own.
    pub struct ReportText: "report_text" {
        /// The report.
        pub report_id: Id,
        /// The project.
        pub thread_id: Id,
        /// The text in Markdown.
        pub text: String,
        /// Facts recorded after this instant are newer than the text.
        pub based_on: Moment,
    }
}

impl Record for ReportText {
    fn entry(&self) -> Entry {
        // The words belong to the thread, not to a list of hits: a draft is no public text.
        Entry { parent: Some(self.report_id), ..Entry::titled("") }
    }
}

allmende_store::record! {
    /// A frozen version: files, snapshot of the data and digest. Nothing changes it any more.
    pub struct ReportVersion: "report_version" {
        /// The report.
        pub report_id: Id,
        /// 1, 2, …
        pub number: i64,
        /// The report's title when it was frozen.
        pub title: String,
        /// The day it was frozen.
        pub frozen_on: Day,
        /// Why there is another version; empty for the first.
        pub reason: String,
        /// What differs from the version before, one a line.
        pub differences: String,
        /// SHA-256 of the PDF.
        pub digest: String,
        /// The document as JSON.
        pub snapshot_file: Id,
        /// The PDF.
        pub pdf_file: Id,
        /// The DOCX.
        pub docx_file: Id,
        /// The ODT.
        pub odt_file: Id,
        /// The HTML page.
        pub html_file: Id,
    }
}

impl Record for ReportVersion {
    // What was handed to the funding office stays.
    const LASTING: bool = true;

    fn entry(&self) -> Entry {
        Entry {
            parent: Some(self.report_id),
            on_day: Some(self.frozen_on),
            summary: self.reason.clone(),
            ..Entry::titled(&format!("{} · {}", self.title, self.number))
        }
    }
}
