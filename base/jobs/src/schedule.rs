//! Recurring work. When it last ran stands in the database, so two servers or a restart do not run it twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use allmende_store::{Actor, Database, Id, Moment, StoreError, Tx, args};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use tokio::sync::Notify;

use crate::smtp::Mailer;
use crate::{dispatch, outbox};

/// A recurring job over all alliances.
#[derive(Clone, Copy)]
pub struct Job {
    /// Its name.
    pub name: &'static str,
    /// Hours between two runs.
    pub hours: i64,
    /// What it does, in one transaction.
    pub run: for<'a> fn(&'a mut Tx) -> BoxFuture<'a, Result<(), StoreError>>,
}

allmende_store::statements! {
    // Claims the run: only who moves the time forward runs it.
    SCHEDULE_CLAIM across = "INSERT INTO schedule (alliance_id, job, ran_at) VALUES ($1, $2, $3)
        ON CONFLICT (alliance_id, job) DO UPDATE SET ran_at = excluded.ran_at WHERE schedule.ran_at <= $4";
}

/// The time between two rounds.
const ROUND: Duration = Duration::from_secs(5);

async fn pause(wake: &Notify) {
    tokio::select! {
        () = tokio::time::sleep(ROUND) => {}
        () = wake.notified() => {}
    }
}

/// Runs jobs and sends mail until it is dropped.
pub struct Worker {
    /// The data.
    pub database: Database,
    /// The time.
    pub clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    /// Sends mail; without it mails wait in the outbox.
    pub mailer: Option<Mailer>,
    /// The recurring jobs.
    pub jobs: Vec<Job>,
}

impl Worker {
    /// Works for ever. A task that is aborted leaves the mail in its hands uncertain; better stop
    /// it with [`Self::run_until`].
    pub async fn run(self) {
        self.run_until(std::future::pending()).await;
    }

    /// Works until `stop` is ready, then ends the mail in hand. That takes as long as the mail
    /// server takes, so a caller in a hurry drops this future after a while.
    pub async fn run_until(self, stop: impl Future<Output = ()>) {
        let (stopping, wake) = (AtomicBool::new(false), Notify::new());
        // Boxed, because a conversation with a mail server is a large future.
        let mut mails = Box::pin(async {
            while !stopping.load(Ordering::Relaxed) {
                self.send_mails(&stopping).await;
                pause(&wake).await;
            }
        });
        // Jobs do not wait for a slow mail server. They are one transaction each, so they may end anywhere.
        let jobs = Box::pin(async {
            loop {
                self.run_jobs().await;
                tokio::time::sleep(ROUND).await;
            }
        });
        tokio::select! {
            () = &mut mails => {}
            () = jobs => {}
            () = stop => {
                stopping.store(true, Ordering::Relaxed);
                // Kept for whoever pauses next, so it cannot come too early.
                wake.notify_one();
                mails.await;
            }
        }
    }

    /// One round: due mails and due jobs. Faults are logged and tried again in the next round.
    pub async fn step(&self) {
        self.send_mails(&AtomicBool::new(false)).await;
        self.run_jobs().await;
    }

    async fn send_mails(&self, stopping: &AtomicBool) {
        if let Err(error) = dispatch::mark_abandoned(&self.database, (self.clock)()).await {
            tracing::error!(%error, "the outbox could not be read");
        }
        if let Some(mailer) = &self.mailer
            && let Err(error) = dispatch::send_due(&self.database, mailer, &*self.clock, stopping).await
        {
            tracing::error!(%error, "the outbox could not be read");
        }
    }

    async fn run_jobs(&self) {
        let now = (self.clock)();
        let own = Job { name: "outbox", hours: 24, run: |tx| Box::pin(outbox::sweep(tx)) };
        for job in self.jobs.iter().copied().chain([own]) {
            if let Err(error) = self.run_job(job, now).await {
                tracing::error!(job = job.name, %error, "a recurring job failed");
            }
        }
    }

    async fn run_job(&self, job: Job, now: Moment) -> Result<(), StoreError> {
        let mut tx = self.database.write(Id::NIL, Actor::default(), now).await?;
        let before = Moment::new(now.0.saturating_sub(SignedDuration::from_hours(job.hours)).unwrap_or(now.0));
        if tx.run(SCHEDULE_CLAIM, args![Id::NIL, job.name, now, before]).await? == 0 {
            return Ok(());
        }
        (job.run)(&mut tx).await?;
        tx.commit().await
    }
}
