//! Projects, topics and tasks: the threads of work that run over years.
//!
//! A thread holds what is known about one matter: where it stands, what was achieved in numbers,
//! what happened when, pictures, and what is to do next. Other areas point to threads; a thread's
//! page shows everything about it, whatever area it comes from, because all of it is in the index.

use allmende_store::MigrationText;
use allmende_web::access::{EVERYBODY, LEADS, MANAGER, Permission, Role};
use allmende_web::area::{Area, Capture, Home, KindView, NavGroup, NavItem};
use allmende_web::screen;
use allmende_web::texts::AreaTexts;

pub mod choices;
pub mod model;
pub mod pages;
pub mod picture_file;
pub mod queries;

pub use choices::thread_choices;

use model::{FieldOfAction, KeyFigure, Milestone, Picture, StateChange, Task, Thread};
use screen::Screen;

/// See projects, topics and tasks.
pub const READ: Permission = Permission { name: "projects.read", roles: EVERYBODY };
/// Create and change projects and what belongs to them.
pub const WRITE: Permission = Permission { name: "projects.write", roles: MANAGER };
/// Create and change tasks.
pub const TASKS_WRITE: Permission = Permission { name: "tasks.write", roles: LEADS };
/// Mark tasks as done: for mayors and clerks only those of their own municipality, which is asked at the record.
pub const TASKS_TICK: Permission =
    Permission { name: "tasks.tick", roles: &[Role::Manager, Role::Chair, Role::Mayor, Role::Clerk] };

const NAVIGATION: [NavItem; 3] = [
    NavItem {
        group: NavGroup::Work,
        order: 20,
        text: "nav-projects",
        icon: "folder",
        path: Thread::PATH,
        tab: false,
        permission: READ,
    },
    NavItem {
        group: NavGroup::Work,
        order: 21,
        text: "nav-tasks",
        icon: "task",
        path: Task::PATH,
        tab: true,
        permission: READ,
    },
    NavItem {
        group: NavGroup::Work,
        order: 22,
        text: "field-of-action-list",
        icon: "flag",
        path: FieldOfAction::PATH,
        tab: true,
        permission: READ,
    },
];

const CAPTURES: [Capture; 2] = [
    Capture {
        word: "task",
        order: 1,
        text: "capture-task",
        permission: TASKS_WRITE,
        save: |cx, tx, line| Box::pin(pages::capture::task(cx, tx, line)),
    },
    Capture {
        word: "topic",
        order: 3,
        text: "capture-topic",
        permission: WRITE,
        save: |cx, tx, line| Box::pin(pages::capture::topic(cx, tx, line)),
    },
];

const DUE: allmende_web::area::DueList = |cx, tx| Box::pin(pages::due::tasks(cx, tx));

/// What the area adds to the house.
pub fn area() -> Area {
    let parent = Home::Parent(Thread::PATH);
    Area {
        name: "projects",
        migrations: &[
            MigrationText { version: 200, name: "projects", sql: include_str!("../migrations/0200_projects.sql") },
            MigrationText {
                version: 201,
                name: "private_tasks",
                sql: include_str!("../migrations/0201_private_tasks.sql"),
            },
        ],
        statements: queries::STATEMENTS.to_vec(),
        kinds: vec![
            screen::kind::<FieldOfAction>("flag", Home::Own(FieldOfAction::PATH), false),
            screen::kind::<Thread>("folder", Home::Own(Thread::PATH), false),
            KindView { words: pages::state_words, ..screen::kind::<StateChange>("half-disc", parent, true) },
            screen::kind::<Milestone>("flag", parent, true),
            screen::kind::<KeyFigure>("dot", parent, false),
            screen::kind::<Picture>("image", parent, false),
            screen::kind::<Task>("task", Home::Own(Task::PATH), false),
        ],
        routes: pages::routes(),
        navigation: NAVIGATION.to_vec(),
        texts: Some(AreaTexts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") }),
        panels: Vec::new(),
        captures: CAPTURES.to_vec(),
        due: vec![DUE],
    }
}
