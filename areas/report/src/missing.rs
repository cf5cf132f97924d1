//! What is still missing in a report, before anybody prints it. Pure.

use allmende_press::model::MediumKind;
use allmende_store::Id;

use crate::compose::{Scope, Spec};
use crate::draft;

/// What kind of thing is missing. The text is `report-gap-<word>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// A picture without alternative text that is not marked as decoration.
    PictureAlt,
    /// A picture without credit.
    PictureCredit,
    /// A project without state.
    ProjectState,
    /// A project with neither text nor narrative.
    ProjectText,
    /// Facts are newer than a project's text.
    OldText(usize),
    /// A meeting without topics.
    MeetingTopics,
    /// A meeting in the period that is still planned.
    MeetingPlanned,
    /// A citation of a printed medium without page.
    ClippingPage,
    /// A citation whose medium is gone.
    ClippingMedium,
    /// The alliance names nobody to ask.
    Contact,
    /// The day of founding is unknown.
    Founding,
    /// A member without a count of inhabitants.
    Population,
}

impl Lack {
    /// Its word in the key of its text.
    pub fn word(self) -> &'static str {
        match self {
            Self::PictureAlt => "picture-alt",
            Self::PictureCredit => "picture-credit",
            Self::ProjectState => "project-state",
            Self::ProjectText => "project-text",
            Self::OldText(_) => "old-text",
            Self::MeetingTopics => "meeting-topics",
            Self::MeetingPlanned => "meeting-planned",
            Self::ClippingPage => "clipping-page",
            Self::ClippingMedium => "clipping-medium",
            Self::Contact => "contact",
            Self::Founding => "founding",
            Self::Population => "population",
        }
    }
}

/// Something that is missing, and where it is put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What.
    pub lack: Lack,
    /// The name of what it is missing in; empty for the alliance.
    pub subject: String,
    /// The kind of the record.
    pub kind: &'static str,
    /// The record.
    pub record: Id,
    /// The record that it is part of.
    pub parent: Option<Id>,
    /// The chapter that shows it.
    pub chapter: &'static str,
}

/// Everything that is missing, in the order of the chapters.
pub fn gaps(scope: &Scope<'_>, spec: &Spec) -> Vec<Gap> {
    let mut gaps = Vec::new();
    alliance(&mut gaps, scope);
    for member in scope.members.iter().filter(|member| member.population.is_none()) {
        let head = &member.municipality.head;
        gaps.push(gap(Lack::Population, &member.municipality.name, "municipality", head.id, None, "members"));
    }
    for held in scope.meetings.iter().filter(|held| held.topics.is_empty()) {
        gaps.push(gap(Lack::MeetingTopics, &meeting_name(held), "meeting", held.meeting.head.id, None, "meetings"));
    }
    for held in &scope.planned {
        gaps.push(gap(Lack::MeetingPlanned, &meeting_name(held), "meeting", held.meeting.head.id, None, "meetings"));
    }
    projects(&mut gaps, scope, spec);
    for cited in &scope.clippings {
        let clipping = cited.clipping;
        let mut push = |lack| gaps.push(gap(lack, &clipping.headline, "clipping", clipping.head.id, None, "press"));
        match cited.medium {
            None => push(Lack::ClippingMedium),
            Some(medium) => {
                let printed = matches!(medium.kind, MediumKind::Daily | MediumKind::Gazette);
                if printed && clipping.page.trim().is_empty() {
                    push(Lack::ClippingPage);
                }
            }
        }
    }
    gaps
}

fn gap(lack: Lack, subject: &str, kind: &'static str, record: Id, parent: Option<Id>, chapter: &'static str) -> Gap {
    Gap { lack, subject: subject.to_owned(), kind, record, parent, chapter }
}

fn alliance(gaps: &mut Vec<Gap>, scope: &Scope<'_>) {
    let Some(alliance) = &scope.facts.alliance else { return };
    let contact = [&alliance.contact_name, &alliance.email, &alliance.phone];
    if contact.iter().all(|value| value.trim().is_empty()) {
        gaps.push(gap(Lack::Contact, "", "alliance", alliance.head.id, None, "preface"));
    }
    if alliance.founded_on.is_none() {
        gaps.push(gap(Lack::Founding, "", "alliance", alliance.head.id, None, "preface"));
    }
}

fn meeting_name(held: &crate::compose::HeldMeeting<'_>) -> String {
    let noun = held.body.map(|body| body.meeting_name.as_str()).unwrap_or_default();
    let name = if held.meeting.title.is_empty() { noun } else { &held.meeting.title };
    format!("{name} {}", allmende_documents::format::date(held.meeting.held_on.0)).trim().to_owned()
}

fn projects(gaps: &mut Vec<Gap>, scope: &Scope<'_>, spec: &Spec) {
    for project in &scope.projects {
        let thread = project.thread;
        let mut push = |lack| gaps.push(gap(lack, &thread.title, "thread", thread.head.id, None, "projects"));
        if project.state.is_none() {
            push(Lack::ProjectState);
        }
        let text = spec.texts.iter().find(|text| text.thread_id == thread.head.id);
        match text {
            None if thread.narrative.trim().is_empty() => push(Lack::ProjectText),
            Some(text) if text.text.trim().is_empty() => push(Lack::ProjectText),
            Some(text) => {
                let newer = draft::newer_facts(scope.facts, scope.period, thread.head.id, text.based_on);
                if newer > 0 {
                    push(Lack::OldText(newer));
                }
            }
            None => {}
        }
        for picture in &project.pictures {
            let name = if picture.caption.is_empty() { &thread.title } else { &picture.caption };
            let mut push =
                |lack| gaps.push(gap(lack, name, "picture", picture.head.id, Some(thread.head.id), "projects"));
            if picture.alt.trim().is_empty() && !picture.decorative {
                push(Lack::PictureAlt);
            }
            if picture.credit.trim().is_empty() {
                push(Lack::PictureCredit);
            }
        }
    }
}
