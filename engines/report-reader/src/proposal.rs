//! What a report proposes to enter, for a person to confirm.

use crate::dates::Precision;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A run of source lines, both ends included, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRange {
    /// First line.
    pub from: usize,
    /// Last line.
    pub to: usize,
}

impl LineRange {
    /// Sorted lines as ranges.
    pub(crate) fn of(lines: &[usize]) -> Vec<Self> {
        let mut sorted = lines.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let mut ranges: Vec<Self> = Vec::new();
        for line in sorted {
            match ranges.last_mut() {
                Some(open) if open.to + 1 == line => open.to = line,
                _ => ranges.push(Self { from: line, to: line }),
            }
        }
        ranges
    }
}

/// The period the report says it covers; empty ends if it does not say so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: Option<Date>,
    /// Last day, included.
    pub to: Option<Date>,
}

/// A sitting of a body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// First (usually only) day.
    pub date: Date,
    /// Last day of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Date>,
    /// How exactly the date is known, if not to the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
    /// Name of the body or of its sitting, as the report uses it.
    pub body: String,
    /// Topics in the report's order.
    pub topics: Vec<String>,
    /// Where it took place, if a column or heading says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Running text about the sitting.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where it stands in the report.
    pub source: Vec<LineRange>,
}

/// A dated contact or event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// First day; the first day of the month, quarter or year if that is all that is known.
    pub date: Date,
    /// Last day of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Date>,
    /// How exactly the date is known, if not to the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
    /// Full title, wrapped lines joined.
    pub title: String,
    /// Where it took place, if a column says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Further columns.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where it stands in the report.
    pub source: Vec<LineRange>,
}

/// A number with the words that qualify and count it: »rund 430 Kinder«.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The number; whole numbers are written without a fraction.
    #[serde(serialize_with = "whole_if_possible")]
    pub value: f64,
    /// `rund`, `ca.`, `mindestens` … as written, in lower case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// What is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Source line.
    pub line: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref, clippy::cast_possible_truncation)] // serde's signature; checked to be whole and small
fn whole_if_possible<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

/// A dated fact within a project's text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// First day.
    pub date: Date,
    /// Last day of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Date>,
    /// How exactly the date is known, if not to the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
    /// The sentence or cell it stands in.
    pub text: String,
    /// Source line.
    pub line: usize,
}

/// A project with what the report says about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Title from the heading, the column or the subject of the text.
    pub title: String,
    /// Field of action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// State as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The report calls it strategic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strategic: bool,
    /// Counted and measured facts.
    pub figures: Vec<Figure>,
    /// Dated facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// Partners and owners that a column or label names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// The text, wrapped lines joined, paragraphs separated by a line break.
    #[serde(default)]
    pub narrative: String,
    /// Where it stands in the report.
    pub source: Vec<LineRange>,
}

/// A grant the alliance received.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Grant {
    /// Date of the notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_date: Option<Date>,
    /// Who granted it, in the nominative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Amount in cents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_cents: Option<i64>,
    /// The period it is granted for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The sentence or row it stands in.
    #[serde(default)]
    pub text: String,
    /// Where it stands in the report.
    pub source: Vec<LineRange>,
}

/// A mention in the press.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PressItem {
    /// Newspaper, station or other medium.
    pub medium: String,
    /// Day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What else the report says about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where it stands in the report.
    pub source: Vec<LineRange>,
}

/// A line that found no place in a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LooseLine {
    /// Source line.
    pub line: usize,
    /// Its text as read.
    pub text: String,
}

/// A date that does not exist or could be several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubtfulDate {
    /// Source line.
    pub line: usize,
    /// As written.
    pub text: String,
    /// Why it was not taken, in German.
    pub reason: String,
}

/// What a line was used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// Part of a meeting.
    Meeting,
    /// Part of an event.
    Event,
    /// Part of a project, its narrative included.
    Project,
    /// Part of a grant.
    Grant,
    /// Part of a press item.
    Press,
    /// States the period.
    Period,
    /// A heading.
    Heading,
    /// The head of a table.
    TableHead,
    /// A sentence that only leads to the list below it.
    LeadIn,
    /// The report's title.
    Title,
    /// Page number, running head, rule or table of contents.
    Furniture,
}

/// A run of lines used for the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// First line.
    pub from: usize,
    /// Last line.
    pub to: usize,
    /// What for.
    pub used_for: Use,
}

/// A date whose year was not written but follows from a heading or the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InferredYear {
    /// Source line.
    pub line: usize,
    /// As written.
    pub text: String,
    /// The date that was understood.
    pub date: Date,
    /// Where the year came from.
    pub from: crate::dates::YearSource,
}

/// Everything a report proposes, and everything it leaves open.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Proposal {
    /// The period covered.
    pub period: Period,
    /// Sittings, by their order in the report.
    pub meetings: Vec<Meeting>,
    /// Events, by their order in the report.
    pub events: Vec<Event>,
    /// Projects, by their order in the report.
    pub projects: Vec<Project>,
    /// Grants received.
    pub grants: Vec<Grant>,
    /// Press items.
    pub press: Vec<PressItem>,
    /// Lines without a place.
    pub unplaced: Vec<LooseLine>,
    /// Dates that were not guessed.
    pub invalid_dates: Vec<DoubtfulDate>,
    /// Dates whose year was inferred.
    #[serde(default)]
    pub inferred_years: Vec<InferredYear>,
    /// What every other line was used for.
    #[serde(default)]
    pub placed: Vec<Placed>,
}

impl Proposal {
    /// The proposal for scripts: period, meetings, events, projects, grants, press, unplaced lines
    /// and invalid dates, dates in ISO 8601.
    pub fn to_json(&self) -> serde_json::Value {
        // Maps with string keys and finite numbers cannot fail to serialise.
        serde_json::to_value(self).unwrap_or_default()
    }
}
