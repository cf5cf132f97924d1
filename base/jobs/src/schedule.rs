//! Recurring work. When it last ran stands in the database, so two servers or a restart do not run it twice.

use std::sync::Arc;
use std::time::Duration;

use allmende_store::{Actor, Database, Id, Moment, StoreError, Tx, args};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;

use crate::mail::Mailer;
use crate::outbox;

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
    /// Works for ever; abort the task to stop it between two steps.
    pub async fn run(self) {
        loop {
            self.step().await;
            tokio::time::sleep(Duration::from_secs(5)).await;
        }
    }

    /// One round: due mails and due jobs. Faults are logged and tried again in the next round.
    pub async fn step(&self) {
        let now = (self.clock)();
        if let Some(mailer) = &self.mailer
            && let Err(error) = outbox::send_due(&self.database, mailer, now).await
        {
            tracing::error!(%error, "the outbox could not be read");
        }
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
