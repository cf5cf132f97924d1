//! A database with an outbox, a clock that a test moves, workers that come and go.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use allmende_jobs::{Backlog, Mail, MailState, Mailer, OutboxLine, SmtpSettings, Worker, backlog, list, queue};
use allmende_store::{Actor, Database, Id, MigrationText, Moment, Tx};

/// The engines that a story runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Runs a story on SQLite and, if `ALLMENDE_TEST_POSTGRES` names a server, on PostgreSQL.
macro_rules! on_both_engines {
    ($($name:ident;)+) => {
        $(mod $name {
            use crate::world::{Engine, World};

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name(World::new(Engine::Sqlite).await.unwrap()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                match World::new(Engine::Postgres).await {
                    Some(world) => super::$name(world).await,
                    None => eprintln!("not run: ALLMENDE_TEST_POSTGRES is not set"),
                }
            }
        })+
    };
}
pub(crate) use on_both_engines;

/// A world.
pub struct World {
    pub database: Database,
    pub alliance: Id,
    address: String,
    clock: Arc<Mutex<Moment>>,
    _folder: tempfile::TempDir,
}

pub fn steps() -> Vec<MigrationText> {
    [allmende_store::MIGRATIONS, allmende_jobs::MIGRATIONS].concat()
}

/// The address of a new database, or `None` if its engine is not there.
pub async fn address(engine: Engine, folder: &std::path::Path) -> Option<String> {
    match engine {
        Engine::Sqlite => Some(format!("sqlite:{}", folder.join("test.sqlite").display())),
        Engine::Postgres => {
            let admin = std::env::var("ALLMENDE_TEST_POSTGRES").ok().filter(|text| !text.is_empty())?;
            let name = format!("allmende_{}", Id::new(Moment::new(jiff::Timestamp::now())).0.simple());
            let pool = sqlx::PgPool::connect(&admin).await.expect("the test server answers");
            sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&pool).await.unwrap();
            pool.close().await;
            let (base, _) = admin.split_at(admin.rfind('/').unwrap());
            Some(format!("{base}/{name}"))
        }
    }
}

/// A worker that sends to a port of this machine.
pub fn worker_on(
    database: Database,
    clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    port: u16,
    patience: Duration,
) -> Worker {
    let settings = SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port,
        encryption: "none".to_owned(),
        user: String::new(),
        password: String::new(),
        from: "Kommunale Allianz <kontakt@mustertal.example>".to_owned(),
    };
    let mailer = Mailer::new(&settings).unwrap().answer_within(patience);
    Worker { database, clock, mailer: Some(mailer), jobs: Vec::new() }
}

impl World {
    pub async fn new(engine: Engine) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let address = address(engine, folder.path()).await?;
        let database = Database::open(&address, &steps()).await.unwrap();
        let start = Self::start();
        Some(Self { database, alliance: Id::new(start), address, clock: Arc::new(Mutex::new(start)), _folder: folder })
    }

    /// 14 November 2017, 9 o'clock in Germany.
    pub fn start() -> Moment {
        Moment::new("2017-11-14T08:00:00Z".parse().unwrap())
    }

    /// Where the database is.
    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn now(&self) -> Moment {
        *self.clock.lock().unwrap()
    }

    /// Lets time pass.
    pub fn pass(&self, minutes: i64) {
        let mut hands = self.clock.lock().unwrap();
        *hands = Moment::new(hands.0.checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap());
    }

    pub async fn write(&self) -> Tx {
        self.database.write(self.alliance, Actor::default(), self.now()).await.unwrap()
    }

    /// Writes a mail into the outbox.
    pub async fn queue(&self, mail: Mail) -> Id {
        let mut tx = self.write().await;
        let id = queue(&mut tx, &mail).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// A plain mail to somebody.
    pub async fn queue_to(&self, name: &str) -> Id {
        self.queue(Mail::new(format!("{name}@beispiel.example"), "Einladung", "Guten Tag")).await
    }

    /// A worker of this process.
    pub fn worker(&self, port: u16) -> Worker {
        self.worker_of(self.database.clone(), port)
    }

    /// A worker of a process that has just started: with connections of its own.
    pub async fn new_process(&self, port: u16) -> Worker {
        self.worker_of(Database::open(&self.address, &steps()).await.unwrap(), port)
    }

    fn worker_of(&self, database: Database, port: u16) -> Worker {
        let hands = Arc::clone(&self.clock);
        worker_on(database, Arc::new(move || *hands.lock().unwrap()), port, Duration::from_secs(2))
    }

    pub async fn lines(&self) -> Vec<OutboxLine> {
        let mut tx = self.database.read(self.alliance, self.now()).await.unwrap();
        list(&mut tx).await.unwrap()
    }

    pub async fn line(&self, id: Id) -> OutboxLine {
        self.lines().await.into_iter().find(|line| line.id == id).unwrap()
    }

    pub async fn state(&self, id: Id) -> MailState {
        self.line(id).await.state()
    }

    pub async fn backlog(&self) -> Backlog {
        let mut tx = self.database.read(Id::NIL, self.now()).await.unwrap();
        backlog(&mut tx).await.unwrap()
    }
}
