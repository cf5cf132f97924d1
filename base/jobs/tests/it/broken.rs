//! Mail servers that are away, refuse, or fall silent.

use allmende_jobs::{Mail, MailState};

use crate::sink::{Manner, Sink};
use crate::world::{World, on_both_engines};

on_both_engines! {
    a_server_that_is_down_loses_nothing;
    what_is_refused_for_now_is_tried_again;
    what_is_refused_for_good_waits_for_a_person;
    a_connection_that_breaks_before_the_text_is_certain;
    silence_after_the_text_makes_one_mail_uncertain_and_not_all;
    many_uncertain_mails_hold_up_nobody;
    a_server_may_end_the_connection_after_each_mail;
    a_wrong_address_does_not_hold_up_the_others;
}

async fn a_server_that_is_down_loses_nothing(world: World) {
    let sink = Sink::start(Manner::Take).await;
    let port = sink.port;
    drop(sink);
    let worker = world.worker(port);
    let mut ids = Vec::new();
    for name in ["erika", "max", "mia"] {
        ids.push(world.queue_to(name).await);
    }
    // Three days.
    for _ in 0..3 * 24 * 4 {
        worker.step().await;
        world.pass(15);
    }
    for id in &ids {
        let line = world.line(*id).await;
        assert_eq!((line.state(), line.claimed_at, line.attempts), (MailState::Waiting, None, 0), "{}", line.fault);
        assert!(line.fault.contains("not reached"), "{}", line.fault);
    }
    let backlog = world.backlog().await;
    assert_eq!((backlog.waiting, backlog.stuck, backlog.uncertain), (3, 0, 0));
    assert_eq!(backlog.oldest_seconds, 3 * 24 * 3600);

    // It comes back and does not take mails at once, as many do with senders that they do not know.
    let sink = Sink::at(port, Manner::RefuseRecipient("451 greylisted")).await;
    worker.step().await;
    assert_eq!(sink.deliveries().len(), 0);
    sink.set(Manner::Take);
    for _ in 0..3 {
        worker.step().await;
        world.pass(15);
    }
    assert_eq!(sink.recipients(), ["erika@beispiel.example", "max@beispiel.example", "mia@beispiel.example"]);
    for id in ids {
        assert_eq!((world.state(id).await, world.line(id).await.fault), (MailState::Sent, String::new()));
    }
}

async fn what_is_refused_for_now_is_tried_again(world: World) {
    let sink = Sink::start(Manner::RefuseRecipient("451 greylisted, come back")).await;
    let worker = world.worker(sink.port);
    let id = world.queue_to("erika").await;
    worker.step().await;
    let line = world.line(id).await;
    assert_eq!((line.state(), line.attempts), (MailState::Waiting, 1));
    assert!(line.fault.contains("greylisted"), "{}", line.fault);
    sink.set(Manner::RefuseText("452 no room"));
    world.pass(1);
    worker.step().await;
    assert_eq!((world.state(id).await, world.line(id).await.attempts), (MailState::Waiting, 2));
    sink.set(Manner::Take);
    worker.step().await;
    assert_eq!(sink.deliveries().len(), 1, "it is not due yet; one text came and was refused");
    world.pass(2);
    worker.step().await;
    assert_eq!((world.state(id).await, sink.deliveries().len()), (MailState::Sent, 2));
    // Somebody who is never taken waits for a person in the end.
    sink.set(Manner::RefuseRecipient("450 try later"));
    let id = world.queue_to("max").await;
    for _ in 0..12 {
        worker.step().await;
        world.pass(360);
    }
    assert_eq!(world.state(id).await, MailState::Stuck);
}

async fn what_is_refused_for_good_waits_for_a_person(world: World) {
    let sink = Sink::start(Manner::Take).await;
    let worker = world.worker(sink.port);
    for (manner, word) in [
        (Manner::RefuseSender("553 who are you"), "who are you"),
        (Manner::RefuseRecipient("550 no such user"), "no such user"),
        (Manner::RefuseText("554 spam"), "spam"),
    ] {
        sink.set(manner);
        let id = world.queue_to("erika").await;
        worker.step().await;
        let line = world.line(id).await;
        assert_eq!((line.state(), line.claimed_at), (MailState::Stuck, None), "{manner:?}");
        assert!(line.fault.contains(word) && line.fault.contains("refused"), "{}", line.fault);
        assert_eq!(line.body, "Guten Tag", "the text is kept");
    }
    assert_eq!(world.backlog().await.stuck, 3);
    // After the cause is gone a person sends them again.
    sink.set(Manner::Take);
    let before = sink.deliveries().len();
    let mut tx = world.write().await;
    for line in world.lines().await {
        assert!(allmende_jobs::send_again(&mut tx, line.id).await.unwrap());
    }
    tx.commit().await.unwrap();
    worker.step().await;
    assert_eq!(sink.deliveries().len(), before + 3);
}

async fn a_connection_that_breaks_before_the_text_is_certain(world: World) {
    let sink = Sink::start(Manner::LeaveBeforeText).await;
    let worker = world.worker(sink.port);
    let id = world.queue_to("erika").await;
    worker.step().await;
    let line = world.line(id).await;
    assert_eq!((line.state(), line.attempts, line.claimed_at), (MailState::Waiting, 1, None), "{}", line.fault);
    sink.set(Manner::Take);
    world.pass(1);
    worker.step().await;
    assert_eq!((world.state(id).await, sink.deliveries().len()), (MailState::Sent, 1));
}

async fn silence_after_the_text_makes_one_mail_uncertain_and_not_all(world: World) {
    let sink = Sink::start(Manner::Silence).await;
    let worker = world.worker(sink.port);
    let mut ids = Vec::new();
    for name in ["erika", "max", "mia"] {
        ids.push(world.queue_to(name).await);
    }
    worker.step().await;
    worker.step().await;
    let line = world.line(ids[0]).await;
    assert_eq!(line.state(), MailState::Uncertain);
    assert!(line.fault.contains("no answer"), "{}", line.fault);
    assert_eq!((world.state(ids[1]).await, world.state(ids[2]).await), (MailState::Waiting, MailState::Waiting));
    assert_eq!(sink.deliveries().len(), 1, "the others wait a little");
    sink.set(Manner::Take);
    world.pass(2);
    worker.step().await;
    assert_eq!(sink.recipients(), ["erika@beispiel.example", "max@beispiel.example", "mia@beispiel.example"]);
    assert_eq!(world.state(ids[0]).await, MailState::Uncertain);
}

/// More of them than one round looks at.
async fn many_uncertain_mails_hold_up_nobody(world: World) {
    let sink = Sink::start(Manner::LeaveAfterText).await;
    let worker = world.worker(sink.port);
    for number in 0..22 {
        world.queue_to(&format!("g{number}")).await;
        worker.step().await;
    }
    assert_eq!(world.backlog().await.uncertain, 22);
    sink.set(Manner::Take);
    let id = world.queue_to("erika").await;
    worker.step().await;
    assert_eq!((world.state(id).await, sink.deliveries().len()), (MailState::Sent, 23));
}

async fn a_server_may_end_the_connection_after_each_mail(world: World) {
    let sink = Sink::start(Manner::TakeAndLeave).await;
    let worker = world.worker(sink.port);
    for number in 0..6 {
        world.queue_to(&format!("g{number}")).await;
    }
    worker.step().await;
    assert_eq!(sink.deliveries().len(), 6);
    assert!(world.lines().await.iter().all(|line| line.state() == MailState::Sent));
}

async fn a_wrong_address_does_not_hold_up_the_others(world: World) {
    let sink = Sink::start(Manner::Take).await;
    let worker = world.worker(sink.port);
    let wrong = world.queue(Mail::new("kein Empfänger", "x", "y")).await;
    let foreign = world.queue(Mail::new("bürgermeister@beispiel.example", "x", "y")).await;
    let answer = Mail { reply_to: Some("nirgends".to_owned()), ..Mail::new("a@beispiel.example", "x", "y") };
    let answer = world.queue(answer).await;
    let right = world.queue_to("erika").await;
    worker.step().await;
    for id in [wrong, foreign, answer] {
        assert_eq!(world.state(id).await, MailState::Stuck, "{}", world.line(id).await.recipient);
    }
    assert_eq!(
        (world.state(right).await, sink.recipients()),
        (MailState::Sent, vec!["erika@beispiel.example".to_owned()])
    );
}
