//! What is still to do of all decisions, by municipality; and reminders, which nobody gets unasked.

use std::collections::BTreeMap;

use axum::response::Response;
use jiff::ToSpan;

use allmende_alliance::letters::recipients::AddressBook;
use allmende_alliance::model::{Alliance, Person};
use allmende_documents::format as german;
use allmende_jobs::{Mail, queue};
use allmende_projects::model::{Task, TaskStanding};
use allmende_projects::pages::task_line;
use allmende_store::{Day, Id, Tx};
use allmende_web::access::Flash;
use allmende_web::view::{Action, Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page};

use super::decisions::DECISIONS;
use super::follow::task_badge;
use crate::{WRITE, queries, reminders};

/// The list, overdue first.
pub(super) async fn show(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let mut tasks = queries::open_follow_up(&mut tx).await?;
    let today = cx.today();
    tasks.sort_by_key(|task| task.standing(today) != TaskStanding::Overdue);
    let places = tx.index_lines(tasks.iter().filter_map(|task| task.municipality_id).collect()).await?;
    let mut groups: BTreeMap<(bool, String), Vec<Line>> = BTreeMap::new();
    for task in &tasks {
        let place = task.municipality_id.and_then(|id| places.get(&id)).map(|line| line.title.clone());
        let line = Line { badge: Some(task_badge(&cx, task)), ..task_line(&cx, task) };
        // Tasks of nobody's municipality stand last.
        let key = (place.is_none(), place.unwrap_or_else(|| cx.t("open-tasks-nowhere")));
        groups.entry(key).or_default().push(line);
    }
    let late = tasks.iter().filter(|task| task.standing(today) == TaskStanding::Overdue).count();
    let part = |((_, title), lines): ((bool, String), Vec<Line>)| Part::Lines {
        title,
        action: None,
        lines,
        empty: String::new(),
    };
    let mut main: Vec<Part> = groups.into_iter().map(part).collect();
    if main.is_empty() {
        main.push(Part::Note { tone: Tone::Ok, text: cx.t("open-tasks-none"), action: None });
    }
    let remind = Action::link(cx.t("remind"), format!("{DECISIONS}/erinnern"), "mail");
    let view = View {
        title: cx.t("open-tasks"),
        lead: cx.tv("follow-counts", [("open", tasks.len().into()), ("late", late.into())]),
        actions: if cx.may(WRITE) { vec![remind] } else { Vec::new() },
        main,
        path: vec![Line::link(cx.t("decision-list"), DECISIONS)],
        ..View::default()
    };
    page::parts(&cx, &view)
}

/// How many days ahead somebody is reminded, and how many days pass before it is done again.
const DAYS: i64 = 7;

/// The reminders that could be sent: address, whom it reaches, tasks; and tasks that reach nobody.
struct Reminders {
    mails: Vec<(String, String, Vec<Task>)>,
    lost: Vec<Task>,
}

impl Reminders {
    async fn load(cx: &Cx, tx: &mut Tx) -> Result<Self, Problem> {
        let today = cx.today();
        let ahead = Day(today.0.saturating_add(DAYS.days()));
        let reminded = reminders::reminded_after(tx, Day(today.0.saturating_sub(DAYS.days()))).await?;
        let book = AddressBook::load(tx, today).await?;
        let people: Vec<Person> = tx.all().await?;
        let mut made = Self { mails: Vec::new(), lost: Vec::new() };
        for task in queries::open_follow_up(tx).await? {
            let soon = task.due_on.is_some_and(|due| due <= ahead);
            if !soon || reminded.contains(&task.head.id) {
                continue;
            }
            match reach(&task, &book, &people) {
                Some((email, name)) => match made.mails.iter_mut().find(|(other, ..)| *other == email) {
                    Some((.., tasks)) => tasks.push(task),
                    None => made.mails.push((email, name, vec![task])),
                },
                None => made.lost.push(task),
            }
        }
        Ok(made)
    }

    /// Names what the page showed, so that nothing else is sent.
    fn digest(&self) -> String {
        let ids: Vec<String> = self
            .mails
            .iter()
            .map(|(email, _, tasks)| {
                let tasks: Vec<String> = tasks.iter().map(|task| task.head.id.to_string()).collect();
                format!("{email} {}", tasks.join(" "))
            })
            .collect();
        allmende_store::digest(ids.join("\n").as_bytes())
    }
}

/// Whom a task reaches: the named person, else who speaks for the municipality.
fn reach(task: &Task, book: &AddressBook, people: &[Person]) -> Option<(String, String)> {
    let named = people.iter().find(|person| person.full_name() == task.responsible.trim());
    let speaks = || task.municipality_id.and_then(|id| book.mayor(id)).and_then(|one| book.person_of(one.person_id));
    let person = named.filter(|person| !person.email.is_empty()).or_else(speaks)?;
    (!person.email.is_empty()).then(|| (person.email.clone(), person.full_name()))
}

fn mail_words(cx: &Cx, name: &str, tasks: &[Task], alliance: &str) -> String {
    let line = |task: &Task| {
        let due = task.due_on.map(|day| german::date(day.0)).unwrap_or_default();
        let late = if task.standing(cx.today()) == TaskStanding::Overdue { " (überfällig)" } else { "" };
        format!("• {}: bis {due}{late}", task.title)
    };
    let lines: Vec<String> = tasks.iter().map(line).collect();
    format!(
        "Guten Tag {name},\n\naus Beschlüssen der Allianz ist noch zu tun:\n\n{}\n\nIst etwas schon erledigt, sagen Sie es uns bitte.\n\n{alliance}",
        lines.join("\n")
    )
}

/// Shows who would get what.
pub(super) async fn remind_form(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let found = Reminders::load(&cx, &mut tx).await?;
    draw(&cx, &found)
}

fn draw(cx: &Cx, found: &Reminders) -> Result<Response, Problem> {
    let lines = |tasks: &[Task]| tasks.iter().map(|task| task_line(cx, task)).collect();
    let mut main: Vec<Part> = found
        .mails
        .iter()
        .map(|(email, name, tasks)| Part::Lines {
            title: format!("{name} <{email}>"),
            action: None,
            lines: lines(tasks),
            empty: String::new(),
        })
        .collect();
    if main.is_empty() {
        main.push(Part::Note { tone: Tone::Ok, text: cx.t("remind-nobody"), action: None });
    } else {
        let mut digest = allmende_web::form::Field::new(cx, "remind", "digest", allmende_web::form::Control::Hidden);
        digest.values = vec![found.digest()];
        main.push(Part::Form {
            title: cx.tv("remind-ask", [("count", found.mails.len().into())]),
            form: allmende_web::form::Form {
                action: format!("{DECISIONS}/erinnern"),
                fields: vec![digest],
                button: cx.t("remind-send"),
                cancel: format!("{DECISIONS}/offen"),
                version: None,
                files: false,
                conflict: None,
                get: false,
            },
        });
    }
    if !found.lost.is_empty() {
        main.push(Part::Lines {
            title: cx.t("remind-lost"),
            action: None,
            lines: lines(&found.lost),
            empty: String::new(),
        });
    }
    let view = View {
        title: cx.t("remind"),
        lead: cx.t("remind-lead"),
        main,
        path: vec![
            Line::link(cx.t("decision-list"), DECISIONS),
            Line::link(cx.t("open-tasks"), format!("{DECISIONS}/offen")),
        ],
        ..View::default()
    };
    page::parts(cx, &view)
}

/// Sends the reminders that the page showed.
pub(super) async fn remind(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let found = Reminders::load(&cx, &mut tx).await?;
    if cx.submission().get("digest") != found.digest() {
        return Err(Problem::Refused(cx.t("remind-changed")));
    }
    let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?;
    let count = found.mails.len();
    for (email, name, tasks) in found.mails {
        let mail = Mail {
            reply_to: (!alliance.email.is_empty()).then(|| alliance.email.clone()),
            ..Mail::new(email, "Erinnerung: offene Aufgaben", mail_words(&cx, &name, &tasks, &alliance.name))
        };
        queue(&mut tx, &mail).await?;
        let ids: Vec<Id> = tasks.iter().map(|task| task.head.id).collect();
        for id in ids {
            reminders::note(&mut tx, id).await?;
        }
    }
    let text = cx.tv("flash-reminded", [("count", count.into())]);
    cx.done(tx, &format!("{DECISIONS}/offen"), Some(Flash { text, undo: None })).await
}
