//! The data of a frozen version, readable without the program.

use allmende_documents::Document;
use allmende_store::{Day, digest};
use serde::{Deserialize, Serialize};

use crate::model::Report;

/// The word that says how a snapshot is laid out.
const FORMAT: &str = "allmende-report-1";

/// What a version is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// [`FORMAT`].
    pub format: String,
    /// The report's title.
    pub title: String,
    /// The template's word.
    pub template: String,
    /// First day.
    pub period_from: Day,
    /// Last day.
    pub period_to: Day,
    /// Number of the version.
    pub number: i64,
    /// The day it was frozen.
    pub frozen_on: Day,
    /// Why there is another version.
    pub reason: String,
    /// Everything that stands in it: every table, every figure, every sentence.
    pub document: Document,
    /// The pictures by name, with the SHA-256 of their bytes.
    pub pictures: Vec<(String, String)>,
}

impl Snapshot {
    /// The snapshot of a document that is being frozen.
    pub fn new(report: &Report, document: &Document, number: i64, frozen_on: Day, reason: &str) -> Self {
        Self {
            format: FORMAT.to_owned(),
            title: report.title.clone(),
            template: report.template.word().to_owned(),
            period_from: report.period_from,
            period_to: report.period_to,
            number,
            frozen_on,
            reason: reason.to_owned(),
            document: document.clone(),
            pictures: document.images.iter().map(|image| (image.name.clone(), digest(&image.bytes))).collect(),
        }
    }
}
