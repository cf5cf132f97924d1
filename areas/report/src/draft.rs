//! The text of a project: drafted from its thread, then a person's own, and how it ages.

use allmende_documents::format as german;
use allmende_store::{Head, Id, Moment};

use crate::compose::{Project, Words};
use crate::facts::{Facts, Period};

/// The text that the thread suggests: its narrative, else its one sentence and what happened.
pub fn draft(project: &Project<'_>, words: &Words<'_>) -> String {
    let thread = project.thread;
    if !thread.narrative.trim().is_empty() {
        return thread.narrative.trim().to_owned();
    }
    let mut parts = Vec::new();
    if !thread.summary.trim().is_empty() {
        parts.push(thread.summary.trim().to_owned());
    }
    if !project.milestones.is_empty() {
        let lines: Vec<String> = project
            .milestones
            .iter()
            .map(|step| {
                let day = words.known_day(step.on_day, step.precision);
                let note = if step.note.trim().is_empty() {
                    String::new()
                } else {
                    format!(" – {}", step.note.trim().replace('\n', " "))
                };
                format!("- {day}: {}{note}", step.title.trim())
            })
            .collect();
        parts.push(lines.join("\n"));
    }
    parts.join("\n\n")
}

/// How many records of a thread that a report on the period may speak of are newer than `based_on`.
pub fn newer_facts(facts: &Facts, period: Period, thread: Id, based_on: Moment) -> usize {
    let newer = |head: &Head| head.created_at > based_on || head.changed_at > based_on;
    let reported = |day: allmende_store::Day| day <= period.to;
    let own = facts.threads.iter().filter(|fact| fact.head.id == thread && newer(&fact.head)).count();
    let meeting_day =
        |id: Id| facts.meetings.iter().find(|meeting| meeting.head.id == id).map(|meeting| meeting.held_on);
    own + facts
        .milestones
        .iter()
        .filter(|fact| fact.thread_id == thread && reported(fact.on_day) && newer(&fact.head))
        .count()
        + facts
            .changes
            .iter()
            .filter(|fact| fact.thread_id == thread && reported(fact.on_day) && newer(&fact.head))
            .count()
        + facts
            .figures
            .iter()
            .filter(|fact| fact.thread_id == thread && fact.as_of.is_none_or(reported) && newer(&fact.head))
            .count()
        + facts
            .agenda
            .iter()
            .filter(|fact| fact.thread_id == Some(thread) && newer(&fact.head))
            .filter(|fact| meeting_day(fact.meeting_id).is_some_and(reported))
            .count()
        + facts
            .entries
            .iter()
            .filter(|fact| fact.thread_id == Some(thread) && reported(fact.held_on) && newer(&fact.head))
            .count()
        + facts
            .clippings
            .iter()
            .filter(|fact| fact.thread_id == Some(thread) && reported(fact.published_on) && newer(&fact.head))
            .count()
}

/// "14.11.2017" of an instant in Germany.
pub fn day_words(at: Moment) -> String {
    german::date(at.day().0)
}
