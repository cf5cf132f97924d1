//! The strip of those who are there.

use allmende_store::{Id, Moment};
use allmende_web::Cx;
use allmende_web::view::Tone;

use super::evening::{Evening, clock};
use super::verdict::{Say, quorum_words};
use crate::model::participant::{Answer, Participant, Presence};

/// A stretch of presence.
pub(super) struct StretchView {
    pub(super) id: Id,
    pub(super) words: String,
    pub(super) came: String,
    pub(super) left: String,
}

/// Somebody in the strip.
pub(super) struct PersonView {
    pub(super) id: Id,
    pub(super) name: String,
    /// Who would speak for it.
    pub(super) person: String,
    /// "Vertretung", "entschuldigt"; empty for those who are simply there.
    pub(super) word: String,
    pub(super) icon: &'static str,
    pub(super) tone: &'static str,
    pub(super) here: bool,
    pub(super) stretches: Vec<StretchView>,
}

/// The heading: how many are there, and whether they may decide.
pub(super) struct Heading {
    pub(super) count: String,
    pub(super) quorum: String,
    pub(super) tone: Tone,
}

pub(super) fn heading(cx: &Cx, evening: &Evening, at: Moment) -> Heading {
    // Afterwards everybody is gone; what counts is who was there. Each vote says whether they could decide.
    if evening.is_closed() {
        let was_there =
            |one: &&Participant| evening.presences.iter().any(|stretch| stretch.participant_id == one.head.id);
        let values = [
            ("present", evening.voters().filter(was_there).count().into()),
            ("members", evening.voters().count().into()),
        ];
        return Heading { count: cx.tv("hold-was-present", values), quorum: String::new(), tone: Tone::Neutral };
    }
    let present = evening.present(at).len();
    let count = cx.tv("hold-present", [("present", present.into()), ("members", evening.voters().count().into())]);
    match evening.quorum(at, &[]) {
        Ok(verdict) => Heading {
            count,
            quorum: quorum_words(&Say::here(cx), evening, &verdict),
            tone: if verdict.reached { Tone::Ok } else { Tone::Bad },
        },
        Err(fault) => Heading { count, quorum: fault.to_string(), tone: Tone::Bad },
    }
}

pub(super) fn person(cx: &Cx, evening: &Evening, one: &Participant, at: Moment) -> PersonView {
    let stretches: Vec<&Presence> =
        evening.presences.iter().filter(|stretch| stretch.participant_id == one.head.id).collect();
    let here = evening.stretch(one.head.id, at);
    let own = [one.name.as_str(), one.person.as_str()];
    let deputised = here.is_some_and(|stretch| !own.contains(&stretch.person.as_str()));
    let left = stretches.last().and_then(|stretch| stretch.left_at);
    let (icon, tone, word) = match (here, left) {
        (Some(_), _) if deputised => ("deputy", "info", cx.t("hold-deputy")),
        (Some(_), _) => ("check", "ok", String::new()),
        (None, Some(left)) => ("dash", "neutral", cx.tv("hold-left", [("time", clock(left).into())])),
        (None, None) if one.answer == Answer::No => ("dash", "neutral", cx.t("hold-excused")),
        (None, None) => ("ring", "neutral", cx.t("hold-missing")),
    };
    PersonView {
        id: one.head.id,
        name: one.name.clone(),
        person: here.or(stretches.last().copied()).map_or_else(|| one.speaker().to_owned(), |one| one.person.clone()),
        word,
        icon,
        tone,
        here: here.is_some(),
        stretches: stretches.into_iter().map(|stretch| stretch_view(cx, stretch)).collect(),
    }
}

fn stretch_view(cx: &Cx, stretch: &Presence) -> StretchView {
    let values = [
        ("came", clock(stretch.came_at).into()),
        ("left", stretch.left_at.map(clock).unwrap_or_default().into()),
        ("person", stretch.person.as_str().into()),
    ];
    StretchView {
        id: stretch.head.id,
        words: cx.tv(if stretch.left_at.is_some() { "hold-from-to" } else { "hold-since" }, values),
        came: clock(stretch.came_at),
        left: stretch.left_at.map(clock).unwrap_or_default(),
    }
}
