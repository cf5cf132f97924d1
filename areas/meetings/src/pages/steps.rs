//! What stands on top of every page of a meeting: its name, when and where, and the five steps of its life.

use allmende_alliance::model::Body;
use allmende_store::{Id, Tx};
use allmende_web::view::{Badge, Line};
use allmende_web::{Cx, Problem};

use super::{MEETINGS, meeting};
use crate::model::{Meeting, Stage};

/// The five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Prepare,
    Invite,
    Hold,
    Minutes,
    Follow,
}

impl Step {
    const ALL: [Self; 5] = [Self::Prepare, Self::Invite, Self::Hold, Self::Minutes, Self::Follow];

    fn word(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Invite => "invite",
            Self::Hold => "hold",
            Self::Minutes => "minutes",
            Self::Follow => "follow",
        }
    }

    /// Where the step of a meeting stands.
    pub(super) fn address(self, meeting: Id) -> String {
        let page = match self {
            Self::Prepare => "",
            Self::Invite => "/einladung",
            Self::Hold => "/durchfuehren",
            Self::Minutes => "/protokoll",
            Self::Follow => "/nachverfolgen",
        };
        format!("{MEETINGS}/{meeting}{page}")
    }

    /// Whether the meeting is past it.
    fn is_done(self, meeting: &Meeting) -> bool {
        match self {
            Self::Prepare => meeting.invited_at.is_some() || meeting.stage() >= Stage::Running,
            Self::Invite => meeting.opened_at.is_some() || meeting.stage() == Stage::Closed,
            Self::Hold => meeting.stage() == Stage::Closed,
            Self::Minutes | Self::Follow => false,
        }
    }
}

/// A step as the page shows it.
pub(super) struct StepView {
    pub(super) number: usize,
    pub(super) label: String,
    pub(super) href: String,
    pub(super) done: bool,
    pub(super) current: bool,
}

/// The head of a page of a meeting.
pub(super) struct Head {
    pub(super) title: String,
    pub(super) path: Vec<Line>,
    pub(super) lead: String,
    pub(super) change: Option<String>,
    pub(super) badge: Option<Badge>,
    pub(super) steps: Vec<StepView>,
    /// "Schritt 2 von 5: Einladen", for narrow screens.
    pub(super) short: String,
}

impl Head {
    /// The head of a step. `mark` adds the badge of the meeting's state.
    pub(super) async fn of(cx: &Cx, tx: &mut Tx, meeting: &Meeting, step: Step) -> Result<Self, Problem> {
        let body: Option<Body> = tx.get_any(meeting.body_id).await?;
        let may_write = cx.may(crate::WRITE);
        // Who only reads has no use for what only the office does.
        let shown = |one: &Step| may_write || !matches!(one, Step::Invite | Step::Hold);
        let steps: Vec<StepView> = (1..)
            .zip(Step::ALL.into_iter().filter(shown))
            .map(|(number, one)| StepView {
                number,
                label: cx.t(&format!("step-{}", one.word())),
                href: one.address(meeting.head.id),
                done: one.is_done(meeting),
                current: one == step,
            })
            .collect();
        let current = steps.iter().find(|one| one.current);
        let values = [
            ("number", current.map_or(1, |one| one.number).into()),
            ("count", steps.len().into()),
            ("label", current.map(|one| one.label.clone()).unwrap_or_default().into()),
        ];
        let mut path = vec![Line::link(cx.t("meeting-list"), MEETINGS)];
        path.extend(body.map(|body| Line::link(body.name, format!("{MEETINGS}?gremium={}", meeting.body_id))));
        Ok(Self {
            title: format!(
                "{} {}",
                meeting.title,
                cx.tv("step-on-day", [("day", cx.long_day(meeting.held_on).into())])
            ),
            path,
            lead: meeting::lead(meeting, cx),
            change: (may_write && meeting.stage() <= Stage::Invited)
                .then(|| format!("{}/bearbeiten", Step::Prepare.address(meeting.head.id))),
            badge: (meeting.stage() == Stage::Cancelled).then(|| meeting::badge(cx, meeting.state)),
            short: cx.tv("step-short", values),
            steps,
        })
    }
}
