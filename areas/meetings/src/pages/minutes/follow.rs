//! Following up: what the decisions of a meeting lead to, and the report to the next one.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::model::Alliance;
use allmende_documents::{Block, Cell, Column, Document, Layout, Row, RowGroup, Table, format as german, plain};
use allmende_projects::model::{Task, TaskStanding};
use allmende_projects::pages::task_line;
use allmende_store::{Day, Head as RecordHead, Id, Tx};
use allmende_web::access::Flash;
use allmende_web::view::{Action, Badge, Line, Tone};
use allmende_web::{Cx, Problem, assets, page};

use super::super::steps::{Head, Step};
use super::super::{MEETINGS, paper};
use super::decisions::{DECISIONS, new_task};
use super::overview::badge;
use super::words::label;
use super::{DRAFTS, load};
use crate::minutes::proceedings::of_meeting;
use crate::model::topic::{Origin, Topic, TopicState};
use crate::model::vote::Vote;
use crate::model::{Meeting, Purpose};
use crate::{WRITE, queries};

/// A decision with what follows from it.
struct DecisionView {
    label: String,
    title: String,
    href: String,
    badge: Badge,
    private: bool,
    tasks: Vec<(Line, Badge)>,
    new_task: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "follow.html")]
struct FollowPage<'a> {
    cx: &'a Cx,
    head: Head,
    actions: Vec<Action>,
    more: Vec<Action>,
    decisions: Vec<DecisionView>,
    others: Vec<(Line, Badge)>,
    counts: String,
    asset: &'static str,
}

/// How a task stands as shape, word and colour.
pub(super) fn task_badge(cx: &Cx, task: &Task) -> Badge {
    match task.standing(cx.today()) {
        TaskStanding::Open => Badge::new(Tone::Info, "clock", cx.t("task-open")),
        TaskStanding::Overdue => Badge::new(Tone::Bad, "warning", cx.t("task-overdue")),
        TaskStanding::Done => Badge::new(Tone::Ok, "check", cx.t("task-done")),
    }
}

/// The page.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting = load::meeting(&mut tx, id).await?;
    let votes = queries::votes(&mut tx, id).await?;
    let items = queries::agenda(&mut tx, id).await?;
    let tasks = queries::tasks_of_meeting(&mut tx, id).await?;
    let (rules, _) = queries::rules_on(&mut tx, meeting.body_id, meeting.held_on).await?;
    let head = Head::of(&cx, &mut tx, &meeting, Step::Follow).await?;
    // What follows from something that the person may not know of is not told either.
    let told = |task: &&Task| {
        let source = task.source_id;
        items.iter().any(|item| Some(item.head.id) == source) || votes.iter().any(|vote| Some(vote.head.id) == source)
    };
    let told: Vec<&Task> = tasks.iter().filter(told).collect();
    let lines = |of: &dyn Fn(&Task) -> bool| {
        told.iter()
            .filter(|task| of(task))
            .map(|task| (task_line(&cx, task), task_badge(&cx, task)))
            .collect::<Vec<_>>()
    };
    let numbered: Vec<&Vote> = votes.iter().filter(|vote| vote.number.is_some()).collect();
    let may_task = cx.may(allmende_projects::TASKS_WRITE);
    let decisions = numbered
        .iter()
        .map(|vote| DecisionView {
            label: label(&cx, vote, rules.binding),
            title: vote.title.clone(),
            href: format!("{DECISIONS}/{}", vote.head.id),
            badge: badge(&cx, vote),
            private: !vote.is_open(),
            tasks: lines(&|task| task.source_id == Some(vote.head.id)),
            new_task: may_task.then(|| new_task(vote)),
        })
        .collect();
    let open = told.iter().filter(|task| task.done_on.is_none()).count();
    let late = told.iter().filter(|task| task.standing(cx.today()) == TaskStanding::Overdue).count();
    let body = FollowPage {
        actions: actions(&cx, id),
        more: Vec::new(),
        decisions,
        others: lines(&|task| !numbered.iter().any(|vote| task.source_id == Some(vote.head.id))),
        counts: cx.tv("follow-counts", [("open", open.into()), ("late", late.into())]),
        head,
        asset: assets::prefix(),
        cx: &cx,
    };
    let title = body.head.title.clone();
    page::page(&cx, &title, &body)
}

fn actions(cx: &Cx, meeting: Id) -> Vec<Action> {
    let base = format!("{MEETINGS}/{meeting}/nachverfolgen");
    let mut actions = vec![Action::link(cx.t("open-tasks"), format!("{DECISIONS}/offen"), "")];
    if cx.may(DRAFTS) {
        actions.push(Action::link(cx.t("follow-report"), format!("{base}/bericht.pdf"), "document"));
    }
    if cx.may(WRITE) {
        actions.push(Action::post(cx.t("follow-report-topic"), format!("{base}/bericht"), "").primary());
    }
    actions
}

/// The tasks of a meeting's body that are open or were done since.
async fn since(tx: &mut Tx, meeting: &Meeting) -> Result<Vec<Task>, Problem> {
    Ok(queries::follow_up_since(tx, meeting.body_id, meeting.held_on).await?)
}

fn state_words(task: &Task, today: Day) -> String {
    match (task.standing(today), task.done_on) {
        (TaskStanding::Done, Some(day)) => format!("erledigt am {}", german::date(day.0)),
        (TaskStanding::Overdue, _) => "überfällig".to_owned(),
        _ => "offen".to_owned(),
    }
}

fn table(tasks: &[Task], today: Day) -> Table {
    let group = |title: &str, done: bool| {
        let rows: Vec<Row> = tasks
            .iter()
            .filter(|task| task.done_on.is_some() == done)
            .map(|task| Row {
                cells: vec![
                    Cell::from(task.title.as_str()),
                    Cell::from(task.responsible.as_str()),
                    Cell::from(task.due_on.map(|day| german::date(day.0)).unwrap_or_default()),
                    Cell::from(state_words(task, today)),
                ],
                strong: false,
            })
            .collect();
        (!rows.is_empty()).then(|| RowGroup { title: Some(title.to_owned()), rows })
    };
    Table {
        columns: vec![
            Column::text("Aufgabe", 6),
            Column::text("Zuständig", 4),
            Column::date("bis"),
            Column::text("Stand", 3),
        ],
        groups: [group("Offen", false), group("Erledigt", true)].into_iter().flatten().collect(),
        wide: true,
        ..Table::default()
    }
}

fn title(meeting: &Meeting) -> String {
    format!("Stand der Aufgaben seit {} vom {}", of_meeting(&meeting.title), german::date(meeting.held_on.0))
}

/// The report to the next meeting as a paper.
pub(super) async fn report(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting = load::meeting(&mut tx, id).await?;
    let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?;
    let tasks = since(&mut tx, &meeting).await?;
    drop(tx);
    let mut blocks = vec![Block::Heading { level: 1, number: None, text: title(&meeting) }];
    if tasks.is_empty() {
        blocks.push(Block::Paragraph { text: plain("Es ist keine Aufgabe offen und keine erledigt worden.") });
    } else {
        blocks.push(Block::Table(table(&tasks, cx.today())));
    }
    let document = Document {
        layout: Layout::Brief,
        language: german::Language::De.tag().to_owned(),
        title: title(&meeting),
        subtitle: None,
        description: title(&meeting),
        author: alliance.name,
        running_head: german::date(cx.today().0),
        date: cx.today().to_string(),
        brand: alliance.brand,
        imprint: Vec::new(),
        cover: None,
        letter: None,
        colophon: None,
        blocks,
        images: Vec::new(),
    };
    paper::pdf(&cx, document, &format!("Aufgaben {}", cx.today())).await
}

/// Offers the report to the body's next agenda. It holds what is public: an agenda is for everybody.
pub(super) async fn offer(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let meeting = load::meeting(&mut tx, id).await?;
    tx.see_confidential(false);
    let tasks = since(&mut tx, &meeting).await?;
    tx.see_confidential(cx.may(allmende_web::access::CONFIDENTIAL));
    let today = cx.today();
    let line = |task: &Task| {
        let due = task.due_on.map(|day| format!(", bis {}", german::date(day.0))).unwrap_or_default();
        let who = if task.responsible.is_empty() { String::new() } else { format!(" ({})", task.responsible) };
        format!("- {}{who}{due}: {}", task.title, state_words(task, today))
    };
    let reason = tasks.iter().map(line).collect::<Vec<_>>().join("\n");
    let waiting = queries::topics_of_version(&mut tx, id).await?;
    let open = waiting.into_iter().find(|one| one.origin == Origin::Tasks && one.state == TopicState::Open);
    if let Some(mut topic) = open {
        topic.reason = reason;
        tx.update(&mut topic).await?;
    } else {
        let mut topic = Topic {
            head: RecordHead::default(),
            body_id: meeting.body_id,
            title: title(&meeting),
            reason,
            proposed_by: String::new(),
            proposed_on: today,
            thread_id: None,
            public: true,
            purpose: Purpose::Report,
            minutes: 10,
            proposal: String::new(),
            state: TopicState::Open,
            origin: Origin::Tasks,
            origin_id: Some(id),
        };
        tx.insert(&mut topic).await?;
    }
    let text = cx.t("flash-report-offered");
    cx.done(tx, &format!("{MEETINGS}/{id}/nachverfolgen"), Some(Flash { text, undo: None })).await
}
