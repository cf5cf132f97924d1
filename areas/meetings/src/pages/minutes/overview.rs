//! The page of the minutes: texts, what is missing by law, versions and objections.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::markdown::{self, Headings};
use allmende_meeting_rules::MinutesGap;
use allmende_store::{Id, Tx};
use allmende_web::access::CONFIDENTIAL;
use allmende_web::view::{Action, Badge, Tone};
use allmende_web::{Cx, Problem, assets, page};

use super::super::steps::{Head, Step};
use super::super::{MEETINGS, paper};
use super::DRAFTS;
use super::load;
use super::versions::{VersionView, views};
use crate::minutes::gaps::{self, Mend};
use crate::minutes::{Proceedings, Sheet, Stamp, document};
use crate::model::minutes::{MinutesState, MinutesVersion};
use crate::model::vote::{Vote, VoteOutcome};
use crate::model::{AgendaItem, ItemState, Meeting, Stage};
use crate::{WRITE, queries};

/// An item with its text.
struct ItemView {
    id: Id,
    number: String,
    title: String,
    text: String,
    outcome: String,
    votes: Vec<(String, String, Badge)>,
    edit: Option<(String, String)>,
    state: String,
}

struct PartView {
    title: String,
    private: bool,
    items: Vec<ItemView>,
}

/// Something that is missing.
struct GapView {
    text: String,
    paragraph: String,
    mandatory: bool,
    mend: (String, String),
}

struct Note {
    tone: Tone,
    text: String,
    action: Option<Action>,
}

#[derive(askama::Template)]
#[template(path = "minutes.html")]
struct MinutesPage<'a> {
    cx: &'a Cx,
    head: Head,
    actions: Vec<Action>,
    more: Vec<Action>,
    notes: Vec<Note>,
    drafts: bool,
    items: Vec<PartView>,
    gaps: Vec<GapView>,
    previews: Vec<(String, String)>,
    versions: Vec<VersionView>,
    asset: &'static str,
}

/// The page of the minutes of a meeting.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting = load::meeting(&mut tx, id).await?;
    let drafts = cx.may(DRAFTS);
    let versions = queries::minutes_versions(&mut tx, id).await?;
    let head = Head::of(&cx, &mut tx, &meeting, Step::Minutes).await?;
    let mut body = MinutesPage {
        actions: Vec::new(),
        more: more(&cx, &meeting, &versions),
        notes: Vec::new(),
        drafts,
        items: Vec::new(),
        gaps: Vec::new(),
        previews: Vec::new(),
        versions: views(&cx, &mut tx, &versions).await?,
        head,
        asset: assets::prefix(),
        cx: &cx,
    };
    if drafts {
        let proceedings = load::proceedings(&mut tx, meeting).await?;
        let same = match versions.last() {
            Some(newest) => Some(is_same(&mut tx, newest, &proceedings).await?),
            None => None,
        };
        body.notes = notes(&cx, &proceedings.meeting, versions.last(), same);
        body.actions = actions(&cx, &proceedings, same);
        body.items = parts(&cx, &proceedings);
        body.gaps = gap_views(&cx, &proceedings);
        body.previews = previews(&cx, &proceedings);
    } else if versions.is_empty() {
        body.notes.push(Note { tone: Tone::Info, text: cx.t("minutes-none-yet"), action: None });
    }
    let title = body.head.title.clone();
    page::page(&cx, &title, &body)
}

/// Whether the records still say what a version says.
async fn is_same(tx: &mut Tx, version: &MinutesVersion, now: &Proceedings) -> Result<bool, Problem> {
    let file = tx.file(version.snapshot_file).await?.ok_or(Problem::NotFound)?;
    let frozen: Option<Proceedings> = serde_json::from_slice(&file.bytes).ok();
    Ok(frozen.is_some_and(|frozen| frozen.says_the_same(now)))
}

fn notes(cx: &Cx, meeting: &Meeting, newest: Option<&MinutesVersion>, same: Option<bool>) -> Vec<Note> {
    let mut notes = Vec::new();
    if meeting.stage() != Stage::Closed {
        notes.push(Note {
            tone: Tone::Info,
            text: cx.t("minutes-not-closed"),
            action: cx
                .may(WRITE)
                .then(|| Action::link(cx.t("meeting-onward-hold"), Step::Hold.address(meeting.head.id), "")),
        });
    }
    if let (Some(newest), Some(false)) = (newest, same) {
        notes.push(Note {
            tone: Tone::Warn,
            text: cx.tv("minutes-changed-since", [("number", newest.number.into())]),
            action: None,
        });
    }
    notes
}

fn actions(cx: &Cx, proceedings: &Proceedings, same: Option<bool>) -> Vec<Action> {
    let meeting = &proceedings.meeting;
    if !cx.may(WRITE) || meeting.stage() != Stage::Closed || same == Some(true) {
        return Vec::new();
    }
    let key = if same.is_none() { "minutes-freeze" } else { "minutes-freeze-again" };
    vec![Action::link(cx.t(key), format!("{MEETINGS}/{}/protokoll/feststellen", meeting.head.id), "").primary()]
}

fn more(cx: &Cx, meeting: &Meeting, versions: &[MinutesVersion]) -> Vec<Action> {
    let approved =
        versions.iter().any(|version| matches!(version.state, MinutesState::Approved | MinutesState::Signed));
    if cx.may(WRITE) && meeting.stage() == Stage::Closed && meeting.opened_at.is_some() && !approved {
        let href = format!("{MEETINGS}/{}/wiederoeffnen", meeting.head.id);
        return vec![Action::link(cx.t("meeting-reopen"), href, "undo")];
    }
    Vec::new()
}

fn parts(cx: &Cx, proceedings: &Proceedings) -> Vec<PartView> {
    let numbered = proceedings.numbered();
    let both = proceedings.items.iter().any(|item| !item.public);
    [true, false]
        .into_iter()
        .map(|public| PartView {
            title: cx.t(match (both, public) {
                (true, true) => "agenda-open",
                (true, false) => "agenda-private",
                (false, _) => "agenda",
            }),
            private: !public,
            items: numbered
                .iter()
                .filter(|(item, _)| item.public == public)
                .map(|(item, number)| item_view(cx, proceedings, item, number))
                .collect(),
        })
        .filter(|part| !part.items.is_empty())
        .collect()
}

fn item_view(cx: &Cx, proceedings: &Proceedings, item: &AgendaItem, number: &str) -> ItemView {
    let edit = cx.may(WRITE).then(|| {
        let href = format!("{MEETINGS}/{}/protokoll/texte/{}", item.meeting_id, item.head.id);
        (href, cx.tv("minutes-text-edit", [("title", item.title.as_str().into())]))
    });
    let text = item.discussion.trim();
    let votes = proceedings.votes.iter().filter(|vote| vote.item_id == Some(item.head.id));
    // What a vote says by itself is not said twice.
    let is_verdict = votes.clone().any(|vote| vote.verdict == item.outcome);
    ItemView {
        id: item.head.id,
        number: number.to_owned(),
        title: item.title.clone(),
        text: if text.is_empty() { String::new() } else { markdown::html(text, Headings::Strong) },
        outcome: if is_verdict { String::new() } else { item.outcome.clone() },
        votes: votes.map(|vote| vote_line(cx, proceedings, vote)).collect(),
        edit,
        state: match item.state {
            ItemState::Postponed | ItemState::Withdrawn => cx.t(&format!("item-state-{}", item.state.word())),
            ItemState::Open | ItemState::Done => String::new(),
        },
    }
}

fn vote_line(cx: &Cx, proceedings: &Proceedings, vote: &Vote) -> (String, String, Badge) {
    let label = super::words::label(cx, vote, proceedings.rules.binding);
    (label, vote.wording.clone(), badge(cx, vote))
}

/// What came of a vote as shape, word and colour.
pub(super) fn badge(cx: &Cx, vote: &Vote) -> Badge {
    if vote.annulled_on.is_some() {
        return Badge::new(Tone::Neutral, "minus-ring", cx.t("decision-annulled"));
    }
    let word = cx.t(&format!("decision-outcome-{}", vote.outcome.word()));
    match vote.outcome {
        VoteOutcome::Adopted => Badge::new(Tone::Ok, "check-disc", word),
        VoteOutcome::Rejected => Badge::new(Tone::Bad, "cross-square", word),
        VoteOutcome::Noted => Badge::new(Tone::Neutral, "half-disc", word),
        VoteOutcome::Open => Badge::new(Tone::Warn, "half-disc", word),
    }
}

fn gap_views(cx: &Cx, proceedings: &Proceedings) -> Vec<GapView> {
    let base = format!("{MEETINGS}/{}", proceedings.meeting.head.id);
    gaps::gaps(proceedings)
        .iter()
        .map(|gap| {
            let (key, href) = match gaps::mend(proceedings, gap) {
                Mend::Meeting => ("minutes-mend-meeting", format!("{base}/bearbeiten?zurueck={base}/protokoll")),
                Mend::Evening => ("minutes-mend-evening", format!("{base}/durchfuehren")),
                Mend::List => ("minutes-mend-list", format!("{base}/teilnehmende")),
                Mend::Invitation => ("minutes-mend-invitation", format!("{base}/einladung")),
                Mend::Item(item) => ("minutes-mend-item", format!("{base}/protokoll/texte/{item}")),
            };
            GapView {
                text: gap_words(cx, gap),
                paragraph: gap.paragraph.to_owned(),
                mandatory: gap.mandatory,
                mend: (cx.t(key), href),
            }
        })
        .collect()
}

/// What is missing, in words.
pub(super) fn gap_words(cx: &Cx, gap: &MinutesGap) -> String {
    cx.t(&format!("minutes-gap-{}", gap.item.word().replace('_', "-")))
}

fn previews(cx: &Cx, proceedings: &Proceedings) -> Vec<(String, String)> {
    let base = format!("{MEETINGS}/{}/protokoll/vorschau.pdf", proceedings.meeting.head.id);
    if !proceedings.has_closed() || !cx.may(CONFIDENTIAL) {
        return vec![(cx.t("minutes-preview"), base)];
    }
    vec![
        (cx.t("minutes-preview-open"), format!("{base}?teil=offen")),
        (cx.t("minutes-preview-closed"), format!("{base}?teil=nichtoeffentlich")),
    ]
}

/// The minutes as they would be frozen now.
pub(super) async fn preview(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting = load::meeting(&mut tx, id).await?;
    let proceedings = load::proceedings(&mut tx, meeting).await?;
    drop(tx);
    let sheet = match cx.query("teil") {
        "nichtoeffentlich" if !cx.may(CONFIDENTIAL) || !proceedings.has_closed() => return Err(Problem::NotFound),
        "nichtoeffentlich" => Sheet::Closed,
        _ => Sheet::Open,
    };
    let name = format!("Entwurf {} {}", proceedings.paper(), proceedings.meeting.held_on);
    paper::pdf(&cx, document(&proceedings, sheet, &Stamp::draft(cx.today())), &name).await
}
