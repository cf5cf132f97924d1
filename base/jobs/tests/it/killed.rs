//! The process ends in the wrong moment, and two of them run at once.

use std::sync::Arc;
use std::time::Duration;

use allmende_jobs::{MailState, send_again, settle_uncertain};
use allmende_store::{Database, Id};

use crate::sink::{Manner, Sink};
use crate::world::{World, on_both_engines, steps, worker_on};

on_both_engines! {
    killed_while_sending;
    killed_as_a_process;
    a_person_decides_about_an_uncertain_mail;
    two_workers_send_each_mail_once;
    a_worker_that_is_stopped_ends_the_mail_in_hand;
    a_late_answer_still_counts;
}

async fn again(world: &World, id: Id) -> bool {
    let mut tx = world.write().await;
    let done = send_again(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    done
}

async fn settle(world: &World, id: Id) -> bool {
    let mut tx = world.write().await;
    let done = settle_uncertain(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    done
}

/// Ends a worker's task while the server has the text and has not answered.
async fn abort_in_the_middle(world: &World, sink: &Sink) {
    sink.set(Manner::Silence);
    let before = sink.deliveries().len();
    let worker = world.new_process(sink.port).await;
    let task = tokio::spawn(async move { worker.step().await });
    sink.wait_for(before + 1).await;
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    sink.set(Manner::Take);
}

async fn killed_while_sending(world: World) {
    let sink = Sink::start(Manner::Take).await;
    let id = world.queue_to("erika").await;
    abort_in_the_middle(&world, &sink).await;
    nobody_gets_it_twice(world, sink, id).await;
}

async fn killed_as_a_process(world: World) {
    let sink = Sink::start(Manner::Silence).await;
    let id = world.queue_to("erika").await;
    let mut child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::the_process_that_is_killed", "--nocapture"])
        .env(VICTIM, format!("{} {}", sink.port, world.address()))
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    sink.wait_for(1).await;
    // SIGKILL: nothing of it runs any more.
    child.kill().unwrap();
    child.wait().unwrap();
    sink.set(Manner::Take);
    nobody_gets_it_twice(world, sink, id).await;
}

/// Tells [`the_process_that_is_killed`] what to do.
const VICTIM: &str = "ALLMENDE_TEST_VICTIM";

/// Sends mail until it is killed; an ordinary run of the tests gives it nothing to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_process_that_is_killed() {
    let Ok(orders) = std::env::var(VICTIM) else { return };
    let (port, address) = orders.split_once(' ').unwrap();
    let start = World::start();
    let database = Database::open(address, &steps()).await.unwrap();
    worker_on(database, Arc::new(move || start), port.parse().unwrap(), Duration::from_secs(60)).run().await;
}

async fn nobody_gets_it_twice(world: World, sink: Sink, id: Id) {
    assert_eq!(world.state(id).await, MailState::Sending, "it was claimed before the server got it");

    let next = world.new_process(sink.port).await;
    let other = world.queue_to("max").await;
    for _ in 0..20 {
        next.step().await;
        world.pass(1);
    }
    assert_eq!(sink.recipients(), ["erika@beispiel.example", "max@beispiel.example"], "nobody got it twice");
    assert_eq!(world.state(id).await, MailState::Uncertain);
    assert_eq!(world.state(other).await, MailState::Sent);
    let backlog = world.backlog().await;
    assert_eq!((backlog.uncertain, backlog.waiting, backlog.stuck, backlog.oldest_seconds), (1, 0, 0, 0));
    // Nor ever after.
    for _ in 0..10 {
        world.pass(24 * 60);
        next.step().await;
    }
    assert_eq!(sink.deliveries().len(), 2);
    assert!(world.line(id).await.fault.contains("stopped"));
}

async fn a_person_decides_about_an_uncertain_mail(world: World) {
    let sink = Sink::start(Manner::LeaveAfterText).await;
    let worker = world.worker(sink.port);
    let mut ids = Vec::new();
    for name in ["erika", "max"] {
        ids.push(world.queue_to(name).await);
        assert!(!again(&world, *ids.last().unwrap()).await, "it waits anyway");
        worker.step().await;
        world.pass(20);
    }
    assert_eq!(world.state(ids[0]).await, MailState::Uncertain);
    assert_eq!(world.backlog().await.uncertain, 2);
    let handed_over = world.line(ids[1]).await.claimed_at;

    sink.set(Manner::Take);
    assert!(again(&world, ids[0]).await);
    assert_eq!(world.state(ids[0]).await, MailState::Waiting);
    assert!(!again(&world, ids[0]).await, "two people cannot send it twice");
    assert!(!settle(&world, ids[0]).await);
    assert!(settle(&world, ids[1]).await);
    let settled = world.line(ids[1]).await;
    assert_eq!((settled.state(), settled.sent_at, settled.body.as_str()), (MailState::Sent, handed_over, ""));
    worker.step().await;
    assert_eq!(sink.recipients(), ["erika@beispiel.example", "erika@beispiel.example", "max@beispiel.example"]);
    let deliveries = sink.deliveries();
    let names: Vec<String> = deliveries
        .iter()
        .filter(|delivery| delivery.recipient.starts_with("erika"))
        .map(|delivery| delivery.mail().message_id().unwrap().to_owned())
        .collect();
    assert_eq!(names[0], names[1], "whoever gets both knows that they are one");
    assert_eq!(world.backlog().await.uncertain, 0);
    assert!(!again(&world, ids[0]).await, "it has left");
}

async fn two_workers_send_each_mail_once(world: World) {
    let sink = Sink::start(Manner::TakeAfter(Duration::from_millis(3))).await;
    let mut expected = Vec::new();
    for number in 0..36 {
        world.queue_to(&format!("g{number:02}")).await;
        expected.push(format!("g{number:02}@beispiel.example"));
    }
    let (one, two) = (world.new_process(sink.port).await, world.new_process(sink.port).await);
    for _ in 0..3 {
        tokio::join!(one.step(), two.step());
    }
    assert_eq!(sink.recipients(), expected);
    assert!(world.lines().await.iter().all(|line| line.state() == MailState::Sent));
}

async fn a_worker_that_is_stopped_ends_the_mail_in_hand(world: World) {
    let sink = Sink::start(Manner::TakeAfter(Duration::from_millis(300))).await;
    let first = world.queue_to("erika").await;
    let second = world.queue_to("max").await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let worker = world.new_process(sink.port).await;
    let task = tokio::spawn(worker.run_until(async move {
        let _ = stopped.await;
    }));
    sink.wait_for(1).await;
    drop(stop);
    tokio::time::timeout(Duration::from_secs(5), task).await.expect("it ends soon").unwrap();
    assert_eq!((world.state(first).await, world.state(second).await), (MailState::Sent, MailState::Waiting));
    world.new_process(sink.port).await.step().await;
    assert_eq!(sink.recipients(), ["erika@beispiel.example", "max@beispiel.example"]);

    // One that only pauses ends at once.
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let worker = world.new_process(sink.port).await;
    let task = tokio::spawn(worker.run_until(async move {
        let _ = stopped.await;
    }));
    tokio::time::sleep(Duration::from_millis(300)).await;
    drop(stop);
    tokio::time::timeout(Duration::from_secs(2), task).await.expect("it ends soon").unwrap();
}

/// A process that slept while others gave its mail up for uncertain learns that it arrived after all.
async fn a_late_answer_still_counts(world: World) {
    let sink = Sink::start(Manner::TakeAfter(Duration::from_millis(700))).await;
    let id = world.queue_to("erika").await;
    let slow = world.new_process(sink.port).await;
    let task = tokio::spawn(async move { slow.step().await });
    sink.wait_for(1).await;
    world.pass(60);
    let other = world.new_process(sink.port).await;
    other.step().await;
    assert_eq!(world.state(id).await, MailState::Uncertain);
    // Somebody is impatient.
    assert!(again(&world, id).await);
    task.await.unwrap();
    assert_eq!(world.state(id).await, MailState::Sent);
    other.step().await;
    assert_eq!(sink.deliveries().len(), 1);
}
