//! What a mail looks like at the other end, read by another library than the one that wrote it.

use allmende_jobs::{Attachment, CalendarPart, Mail, MailState, line, lines, list};
use allmende_store::{Database, Id, MigrationText, Moment, Statement, args};
use mail_parser::{MimeHeaders, PartType};

use crate::sink::{Manner, Sink};
use crate::world::{Engine, World, address, on_both_engines, steps};

on_both_engines! {
    a_plain_mail_arrives;
    an_invitation_arrives_with_calendar_and_files;
    files_come_without_calendar_too;
}

async fn a_plain_mail_arrives(world: World) {
    let sink = Sink::start(Manner::Take).await;
    let body = "Grüß Gott,\n.\n..\n.Punkt am Anfang\nEnde".to_owned();
    let mail = Mail::new("Erika Müller <erika@beispiel.example>", "Über\r\nBcc: boese@example.org", body.clone());
    let id = world.queue(mail).await;
    assert_eq!(world.state(id).await, MailState::Waiting);
    world.worker(sink.port).step().await;

    let deliveries = sink.deliveries();
    assert_eq!(deliveries.len(), 1);
    assert_eq!(deliveries[0].recipient, "erika@beispiel.example");
    let mail = deliveries[0].mail();
    assert_eq!(mail.subject(), Some("Über Bcc: boese@example.org"));
    assert_eq!(mail.bcc(), None);
    assert_eq!(mail.from().unwrap().first().unwrap().address(), Some("kontakt@mustertal.example"));
    assert_eq!(mail.to().unwrap().first().unwrap().name(), Some("Erika Müller"));
    assert_eq!(mail.message_id(), Some(format!("{id}@mustertal.example").as_str()));
    assert_eq!(mail.date().unwrap().to_rfc3339(), "2017-11-14T08:00:00Z");
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), body);
    assert_eq!(mail.reply_to(), None);
    assert_eq!(mail.parts.len(), 1);

    let line = world.line(id).await;
    assert_eq!((line.state(), line.body.as_str(), line.sent_at), (MailState::Sent, "", Some(world.now())));
}

/// An invitation as the engine for calendars writes it: folded, CR LF.
fn invitation() -> String {
    let long = format!("DESCRIPTION:{}\r\n {}\r\n", "x".repeat(62), "ä".repeat(37));
    format!("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\n{long}END:VEVENT\r\nEND:VCALENDAR\r\n")
}

async fn an_invitation_arrives_with_calendar_and_files(world: World) {
    let sink = Sink::start(Manner::Take).await;
    // Every byte, every end of line, dots at the begin of lines.
    let pdf: Vec<u8> =
        b"%PDF-1.7\r\n.\r\n\n\r".iter().copied().chain((0..200_000_u32).map(|n| (n % 251) as u8)).collect();
    let words = b"Anlage\n.\nzweite Zeile\r\n".to_vec();
    let mut tx = world.write().await;
    let first = tx.add_file("einladung.pdf", "application/pdf", pdf.clone()).await.unwrap();
    let second = tx.add_file("anlage.txt", "text/plain", words.clone()).await.unwrap();
    tx.commit().await.unwrap();
    let attachments = vec![
        Attachment {
            name: "Einladung – Große Übersicht der Mitgliederversammlung am 30. November 2017.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            file: first,
        },
        Attachment {
            name: "Anlage \"1\".txt".to_owned(),
            media_type: "text/plain; charset=utf-8".to_owned(),
            file: second,
        },
    ];
    let mut ids = Vec::new();
    for number in 1..=14 {
        let mail = Mail {
            reply_to: Some("Allianzmanagement <antwort@mustertal.example>".to_owned()),
            calendar: Some(CalendarPart { method: "request".to_owned(), text: invitation() }),
            attachments: attachments.clone(),
            ..Mail::new(format!("gemeinde{number:02}@beispiel.example"), "Einladung", "Grüß Gott, hier die Einladung.")
        };
        ids.push(world.queue(mail).await);
    }
    // A file that a waiting mail needs cannot go.
    let mut tx = world.write().await;
    assert!(tx.delete_file(first).await.is_err());
    drop(tx);
    world.worker(sink.port).step().await;

    let deliveries = sink.deliveries();
    let expected: Vec<String> = (1..=14).map(|number| format!("gemeinde{number:02}@beispiel.example")).collect();
    assert_eq!(sink.recipients(), expected);
    for delivery in &deliveries {
        let mail = delivery.mail();
        assert_eq!(mail.reply_to().unwrap().first().unwrap().address(), Some("antwort@mustertal.example"));
        let kinds: Vec<String> = mail
            .parts
            .iter()
            .map(|part| {
                part.content_type()
                    .map_or("-".to_owned(), |kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()))
            })
            .collect();
        assert_eq!(
            kinds,
            [
                "multipart/mixed",
                "multipart/alternative",
                "text/plain",
                "text/calendar",
                "application/pdf",
                "text/plain"
            ]
        );
        let PartType::Multipart(outer) = &mail.parts[0].body else { panic!("no multipart") };
        let PartType::Multipart(inner) = &mail.parts[1].body else { panic!("no multipart") };
        assert_eq!((outer.as_slice(), inner.as_slice()), ([1, 4, 5].as_slice(), [2, 3].as_slice()));
        assert_eq!(mail.body_text(0).unwrap().trim_end(), "Grüß Gott, hier die Einladung.");

        let calendar = &mail.parts[3];
        let kind = calendar.content_type().unwrap();
        assert_eq!((kind.attribute("method"), kind.attribute("charset")), (Some("REQUEST"), Some("utf-8")));
        assert!(calendar.content_disposition().is_none(), "it would hide the buttons");
        assert_eq!(calendar.contents(), invitation().as_bytes());

        assert_eq!(mail.parts[4].contents(), pdf);
        assert_eq!(mail.parts[5].contents(), words);
        for (part, attachment) in mail.parts[4..].iter().zip(&attachments) {
            assert_eq!(part.attachment_name(), Some(attachment.name.as_str()));
            assert!(part.content_disposition().unwrap().is_attachment());
        }
        // RFC 2231 in pieces, no raw letters outside ASCII, no long lines.
        let raw = String::from_utf8(delivery.text.clone()).unwrap();
        assert!(raw.is_ascii() && raw.contains("filename*0*=utf-8''Einladung"), "{}", &raw[..2000]);
        assert!(raw.contains("Content-Type: text/calendar; charset=utf-8; method=REQUEST"));
        assert!(raw.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
    }
    let mut tx = world.write().await;
    let known = lines(&mut tx, ids.clone()).await.unwrap();
    assert_eq!(known.iter().map(|line| line.id).collect::<Vec<_>>(), ids);
    assert!(known.iter().all(|line| line.state() == MailState::Sent && line.calendar.is_none()));
    assert_eq!(line(&mut tx, ids[3]).await.unwrap().unwrap().recipient, "gemeinde04@beispiel.example");
    assert!(line(&mut tx, Id::NIL).await.unwrap().is_none());
    // Now nobody needs the files any more.
    tx.delete_file(first).await.unwrap();
    tx.delete_file(second).await.unwrap();
    tx.commit().await.unwrap();
}

async fn files_come_without_calendar_too(world: World) {
    let sink = Sink::start(Manner::Take).await;
    let mut tx = world.write().await;
    let file = tx.add_file("a.pdf", "application/pdf", b"%PDF".to_vec()).await.unwrap();
    tx.commit().await.unwrap();
    let attachment = Attachment { name: "a.pdf".to_owned(), media_type: "application/pdf".to_owned(), file };
    let plain = Mail::new("a@beispiel.example", "Protokoll", "Text");
    let calendar = CalendarPart { method: "CANCEL".to_owned(), text: invitation() };
    world.queue(Mail { attachments: vec![attachment.clone()], ..plain.clone() }).await;
    world.queue(Mail { calendar: Some(calendar), ..plain.clone() }).await;
    let bad = world
        .queue(Mail { attachments: vec![Attachment { media_type: "kein Typ".to_owned(), ..attachment }], ..plain })
        .await;
    world.worker(sink.port).step().await;
    let kinds: Vec<usize> = sink.deliveries().iter().map(|delivery| delivery.mail().parts.len()).collect();
    assert_eq!(kinds, [3, 3]);
    assert!(sink.deliveries()[1].mail().parts[0].content_type().unwrap().subtype() == Some("alternative"));
    let line = world.line(bad).await;
    assert_eq!(line.state(), MailState::Stuck);
    assert!(line.fault.contains("kein Typ"), "{}", line.fault);
}

/// Mails that an older program has left in the outbox leave with this one.
async fn an_old_outbox_is_sent(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let Some(address) = address(engine, folder.path()).await else {
        eprintln!("not run: ALLMENDE_TEST_POSTGRES is not set");
        return;
    };
    let world = World::new(engine).await.unwrap();
    let older: Vec<MigrationText> = steps().into_iter().filter(|step| step.version <= 20).collect();
    let old = Database::open(&address, &older).await.unwrap();
    let put = Statement {
        sql: "INSERT INTO outbox (alliance_id, id, recipient, subject, body, created_at, due_at, attempts, sent_at, fault)
            VALUES ($1, $2, $3, 'alt', 'alt', $4, $4, 0, NULL, '')",
        across: false,
    };
    let mut tx = old.write(world.alliance, allmende_store::Actor::default(), world.now()).await.unwrap();
    tx.run(put, args![Id::new(world.now()), "alt@beispiel.example", world.now()]).await.unwrap();
    tx.commit().await.unwrap();
    old.close().await;

    let sink = Sink::start(Manner::Take).await;
    let worker = allmende_jobs::Worker {
        database: Database::open(&address, &steps()).await.unwrap(),
        ..world.worker(sink.port)
    };
    worker.step().await;
    assert_eq!(sink.recipients(), ["alt@beispiel.example"]);
    let mut tx = worker.database.read(world.alliance, Moment::default()).await.unwrap();
    assert_eq!(list(&mut tx).await.unwrap()[0].state(), MailState::Sent);
}

#[tokio::test]
async fn an_old_outbox_is_sent_on_sqlite() {
    an_old_outbox_is_sent(Engine::Sqlite).await;
}

#[tokio::test]
async fn an_old_outbox_is_sent_on_postgres() {
    an_old_outbox_is_sent(Engine::Postgres).await;
}
