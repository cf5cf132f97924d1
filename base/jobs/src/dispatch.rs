//! Sending what is due, each mail under a claim of its own.

use std::sync::atomic::{AtomicBool, Ordering};

use allmende_store::{Actor, Database, Id, Moment, StoreError, Tx, args};
use jiff::SignedDuration;

use crate::message::{Loaded, compose};
use crate::outbox::{Attachment, MOST_ATTEMPTS, OutboxLine, columns, detach};
use crate::smtp::{CLAIM_LIMIT, MailFault, Mailer, Session};

/// The clock.
pub(crate) type Clock = dyn Fn() -> Moment + Send + Sync;

/// A server that was away is tried again after this time at the latest, without end.
const LONGEST_ABSENCE: SignedDuration = SignedDuration::from_mins(15);

allmende_store::statements! {
    OUTBOX_DUE across = concat!("SELECT ", columns!(), " FROM outbox
        WHERE sent_at IS NULL AND claimed_at IS NULL AND due_at <= $1 AND attempts < $2 ORDER BY due_at, id LIMIT 20");
    OUTBOX_FILES = "SELECT name, media_type, file_id FROM outbox_attachment WHERE alliance_id = $1 AND outbox_id = $2
        ORDER BY position";
    // Only one worker can turn a NULL into its claim.
    OUTBOX_CLAIM = "UPDATE outbox SET claimed_at = $3, fault = '' WHERE alliance_id = $1 AND id = $2
        AND sent_at IS NULL AND claimed_at IS NULL AND due_at <= $3 AND attempts < $4";
    // A success counts even if the claim was given up meanwhile: it keeps a second mail from leaving.
    OUTBOX_SENT = "UPDATE outbox SET sent_at = $3, uncertain_at = NULL, fault = '', body = '', calendar = NULL
        WHERE alliance_id = $1 AND id = $2 AND sent_at IS NULL";
    OUTBOX_RELEASE = "UPDATE outbox SET claimed_at = NULL, uncertain_at = NULL, attempts = $4, due_at = $5, fault = $6
        WHERE alliance_id = $1 AND id = $2 AND sent_at IS NULL AND claimed_at = $3";
    OUTBOX_UNKNOWN = "UPDATE outbox SET uncertain_at = $4, fault = $5
        WHERE alliance_id = $1 AND id = $2 AND sent_at IS NULL AND claimed_at = $3";
    OUTBOX_PUT_OFF = "UPDATE outbox SET due_at = $3, fault = $4
        WHERE alliance_id = $1 AND id = $2 AND sent_at IS NULL AND claimed_at IS NULL";
    OUTBOX_ABANDONED across = "UPDATE outbox SET uncertain_at = $1, fault = $2
        WHERE sent_at IS NULL AND uncertain_at IS NULL AND claimed_at < $3";
}

/// Marks mails as uncertain whose worker is gone. Gives how many.
pub(crate) async fn mark_abandoned(database: &Database, now: Moment) -> Result<u64, StoreError> {
    let mut tx = database.write(Id::NIL, Actor::default(), now).await?;
    let before = Moment::new(now.0.saturating_sub(CLAIM_LIMIT).unwrap_or(now.0));
    let count = tx.run(OUTBOX_ABANDONED, args![now, "the program stopped while it was sending", before]).await?;
    tx.commit().await?;
    if count > 0 {
        tracing::warn!(count, "mails are uncertain: the program stopped while it was sending them");
    }
    Ok(count)
}

/// Sends what is due, until `stopping`. Gives how many mails left.
pub(crate) async fn send_due(
    database: &Database,
    mailer: &Mailer,
    clock: &Clock,
    stopping: &AtomicBool,
) -> Result<usize, StoreError> {
    let due: Vec<OutboxLine> = {
        let now = clock();
        let mut tx = database.read(Id::NIL, now).await?;
        tx.rows(OUTBOX_DUE, args![now, MOST_ATTEMPTS]).await?
    };
    let mut session: Option<Session> = None;
    let mut sent = 0;
    for (at, line) in due.iter().enumerate() {
        if stopping.load(Ordering::Relaxed) {
            break;
        }
        // Reached before anything is claimed: a server that is away makes no mail uncertain.
        if session.is_none() {
            match mailer.connect().await {
                Ok(open) => session = Some(open),
                Err(fault) => {
                    tracing::warn!(%fault, mails = due.len() - at, "the mail server was not reached");
                    put_off(database, &due[at..], &fault.to_string(), clock()).await?;
                    break;
                }
            }
        }
        match send_one(database, mailer, &mut session, line, clock).await? {
            Step::Sent => sent += 1,
            Step::Passed => {}
            Step::Trouble => {
                // What happened to one mail may happen to the next; the others wait a little.
                put_off(database, &due[at + 1..], "", clock()).await?;
                break;
            }
        }
    }
    if let Some(session) = session {
        session.close().await;
    }
    Ok(sent)
}

/// How it went with one mail.
enum Step {
    /// It left.
    Sent,
    /// It did not, which says nothing about the next one.
    Passed,
    /// The server stopped answering.
    Trouble,
}

async fn send_one(
    database: &Database,
    mailer: &Mailer,
    session: &mut Option<Session>,
    line: &OutboxLine,
    clock: &Clock,
) -> Result<Step, StoreError> {
    let message = match load(database, line, clock()).await? {
        Ok(files) => compose(mailer, line, files, clock()),
        Err(fault) => Err(fault),
    };
    let claim = clock();
    if !take(database, line, claim).await? {
        return Ok(Step::Passed);
    }
    let outcome = match message {
        Ok(message) => mailer.deliver(session, &message).await,
        Err(fault) => Err(fault),
    };
    let now = clock();
    let mut tx = database.write(line.alliance_id, Actor::default(), now).await?;
    let step = match outcome {
        Ok(()) => {
            tx.run(OUTBOX_SENT, args![line.id, now]).await?;
            detach(&mut tx, line.id).await?;
            Step::Sent
        }
        Err(fault) => {
            tracing::warn!(mail = %line.id, %fault, "a mail did not leave for certain");
            failed(&mut tx, line, claim, &fault).await?
        }
    };
    tx.commit().await?;
    Ok(step)
}

/// Writes down why a claimed mail did not leave, or is not known to.
async fn failed(tx: &mut Tx, line: &OutboxLine, claim: Moment, fault: &MailFault) -> Result<Step, StoreError> {
    let now = tx.now();
    let (attempts, due, step) = match fault {
        MailFault::Uncertain(_) => {
            tx.run(OUTBOX_UNKNOWN, args![line.id, claim, now, fault.to_string()]).await?;
            return Ok(Step::Trouble);
        }
        MailFault::Refused(_) | MailFault::Address(_) => (MOST_ATTEMPTS, now, Step::Passed),
        MailFault::Later(_) => (line.attempts + 1, later(now, wait(line.attempts)), Step::Passed),
        MailFault::Unreached(_) => (line.attempts, absent(line, now), Step::Trouble),
    };
    tx.run(OUTBOX_RELEASE, args![line.id, claim, attempts, due, fault.to_string()]).await?;
    Ok(step)
}

/// Takes a mail for this worker. False if another one was quicker.
async fn take(database: &Database, line: &OutboxLine, claim: Moment) -> Result<bool, StoreError> {
    let mut tx = database.write(line.alliance_id, Actor::default(), claim).await?;
    let won = tx.run(OUTBOX_CLAIM, args![line.id, claim, MOST_ATTEMPTS]).await? == 1;
    tx.commit().await?;
    Ok(won)
}

/// The files of a mail.
async fn load(
    database: &Database,
    line: &OutboxLine,
    now: Moment,
) -> Result<Result<Vec<Loaded>, MailFault>, StoreError> {
    let mut tx = database.read(line.alliance_id, now).await?;
    let attachments: Vec<Attachment> = tx.rows(OUTBOX_FILES, args![line.id]).await?;
    let mut files = Vec::new();
    for attachment in attachments {
        match tx.file(attachment.file).await? {
            Some(file) => files.push((attachment, file)),
            None => return Ok(Err(MailFault::Address(format!("the file {} is gone", attachment.name)))),
        }
    }
    Ok(Ok(files))
}

/// Lets mails wait that were not even tried. Without a fault they keep the one they have.
async fn put_off(database: &Database, lines: &[OutboxLine], fault: &str, now: Moment) -> Result<(), StoreError> {
    for line in lines {
        let mut tx = database.write(line.alliance_id, Actor::default(), now).await?;
        let fault = if fault.is_empty() { &line.fault } else { fault };
        tx.run(OUTBOX_PUT_OFF, args![line.id, absent(line, now), fault]).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The next try while the server is away: the longer a mail has waited, the longer it waits again.
/// That counts as no attempt, because it says nothing about the mail.
fn absent(line: &OutboxLine, now: Moment) -> Moment {
    let age = now.0.duration_since(line.created_at.0);
    later(now, (age / 2).clamp(SignedDuration::from_mins(1), LONGEST_ABSENCE))
}

fn later(now: Moment, wait: SignedDuration) -> Moment {
    Moment::new(now.0.saturating_add(wait).unwrap_or(now.0))
}

fn wait(attempts: i64) -> SignedDuration {
    // 1, 2, 4 … minutes, at most six hours.
    let minutes = 1_i64.checked_shl(u32::try_from(attempts.clamp(0, 9)).unwrap_or(9)).unwrap_or(360);
    SignedDuration::from_mins(minutes.min(360))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stay_bounded() {
        let minutes: Vec<i64> = [0, 1, 2, 5, 9, 40].into_iter().map(|attempts| wait(attempts).as_mins()).collect();
        assert_eq!(minutes, [1, 2, 4, 32, 360, 360]);
    }
}
