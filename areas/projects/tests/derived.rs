//! What follows from records by itself: a thread's state from its changes, a picture's bytes from the picture.

#![allow(clippy::unwrap_used)]

use allmende_projects::model::{Picture, StateChange, Task, Thread, ThreadKind, ThreadState};
use allmende_projects::queries::{follow_ups, of_thread};
use allmende_store::{Actor, Database, Day, Head, Id, Moment, Tx};

async fn begin(folder: &tempfile::TempDir) -> Tx {
    let mut steps = allmende_store::MIGRATIONS.to_vec();
    steps.extend(allmende_alliance::area().migrations);
    steps.extend(allmende_projects::area().migrations);
    let address = format!("sqlite:{}", folder.path().join("allmende.sqlite").display());
    let now = Moment::new("2017-11-14T08:12:00Z".parse().unwrap());
    let database = Database::open(&address, &steps).await.unwrap();
    database.write(Id::new(now), Actor::default(), now).await.unwrap()
}

fn day(month: i8, day: i8) -> Day {
    Day(jiff::civil::date(2017, month, day))
}

async fn thread(tx: &mut Tx) -> Id {
    let mut thread = Thread {
        head: Head::default(),
        title: "Kernwegenetz".to_owned(),
        kind: ThreadKind::Project,
        strategic: true,
        field_id: None,
        state: None,
        state_since: None,
        summary: String::new(),
        narrative: String::new(),
        lead: String::new(),
        partners: String::new(),
        started_on: None,
        position: 0,
    };
    tx.insert(&mut thread).await.unwrap();
    thread.head.id
}

async fn change(tx: &mut Tx, thread_id: Id, state: ThreadState, on_day: Day) -> StateChange {
    let mut change = StateChange { head: Head::default(), thread_id, state, on_day, note: String::new() };
    tx.insert(&mut change).await.unwrap();
    change
}

async fn stands(tx: &mut Tx, id: Id) -> Option<(ThreadState, Day)> {
    let thread: Thread = tx.get(id).await.unwrap().unwrap();
    thread.state.zip(thread.state_since)
}

#[tokio::test]
async fn a_thread_stands_where_its_newest_change_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut tx = begin(&folder).await;
    let id = thread(&mut tx).await;
    let mut running = change(&mut tx, id, ThreadState::Running, day(9, 1)).await;
    assert_eq!(stands(&mut tx, id).await, Some((ThreadState::Running, day(9, 1))));

    // What is recorded later but happened earlier changes nothing.
    change(&mut tx, id, ThreadState::Preparation, day(6, 29)).await;
    assert_eq!(stands(&mut tx, id).await, Some((ThreadState::Running, day(9, 1))));

    running.on_day = day(9, 15);
    tx.update(&mut running).await.unwrap();
    assert_eq!(stands(&mut tx, id).await, Some((ThreadState::Running, day(9, 15))));

    tx.trash::<StateChange>(running.head.id).await.unwrap();
    assert_eq!(stands(&mut tx, id).await, Some((ThreadState::Preparation, day(6, 29))));
    tx.restore::<StateChange>(running.head.id).await.unwrap();
    assert_eq!(stands(&mut tx, id).await, Some((ThreadState::Running, day(9, 15))));

    for change in of_thread::states(&mut tx, id).await.unwrap() {
        tx.trash::<StateChange>(change.head.id).await.unwrap();
        tx.purge::<StateChange>(change.head.id).await.unwrap();
    }
    assert_eq!(stands(&mut tx, id).await, None);
}

#[tokio::test]
async fn a_purged_picture_takes_its_bytes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut tx = begin(&folder).await;
    let thread_id = thread(&mut tx).await;
    let file_id = tx.add_file("plan.png", "image/png", vec![1, 2, 3]).await.unwrap();
    let mut picture = Picture {
        head: Head::default(),
        thread_id,
        file_id,
        alt: "Ein Plan der Wege".to_owned(),
        decorative: false,
        caption: String::new(),
        credit: "Stadt Marktheidenfeld".to_owned(),
        taken_on: None,
        position: 1,
    };
    tx.insert(&mut picture).await.unwrap();
    tx.trash::<Picture>(picture.head.id).await.unwrap();
    assert!(tx.file(file_id).await.unwrap().is_some());
    tx.purge::<Picture>(picture.head.id).await.unwrap();
    assert!(tx.file(file_id).await.unwrap().is_none());
}

#[tokio::test]
async fn tasks_stand_by_their_day_and_follow_ups_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut tx = begin(&folder).await;
    let thread_id = thread(&mut tx).await;
    let source = Id::new(tx.now());
    for (title, due_on, done_on, source_id) in [
        ("Ohne Termin", None, None, None),
        ("Dezember", Some(day(12, 15)), None, Some(source)),
        ("November", Some(day(11, 15)), None, None),
        ("Erledigt", Some(day(11, 1)), Some(day(11, 2)), Some(source)),
    ] {
        let mut task = Task {
            head: Head::default(),
            title: title.to_owned(),
            note: String::new(),
            due_on,
            responsible: String::new(),
            municipality_id: None,
            thread_id: Some(thread_id),
            source_id,
            done_on,
            private: false,
        };
        tx.insert(&mut task).await.unwrap();
    }
    let titles = |tasks: Vec<Task>| tasks.into_iter().map(|task| task.title).collect::<Vec<_>>();
    assert_eq!(
        titles(of_thread::tasks(&mut tx, thread_id).await.unwrap()),
        ["Erledigt", "November", "Dezember", "Ohne Termin"]
    );
    let follow_ups = follow_ups(&mut tx, vec![source]).await.unwrap();
    let found: Vec<(&str, bool)> =
        follow_ups.iter().map(|task| (task.title.as_str(), task.done_on.is_some())).collect();
    assert_eq!(found, [("Erledigt", true), ("Dezember", false)]);
    assert!(follow_ups.iter().all(|task| task.source_id == source));
}
