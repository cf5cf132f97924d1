//! The server.

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use allmende_alliance::accounts;
use allmende_jobs::{Mailer, SmtpSettings, Worker};
use allmende_store::{Database, Moment};
use allmende_web::app::Settings;
use allmende_web::server::{self, Limits};

use super::{lock_folder, now, open};
use crate::config::Config;
use crate::metrics::{self, Timed};
use crate::{Failure, house};

/// Serves until the process is told to stop.
pub async fn run(config: &Config) -> Result<(), Failure> {
    let _lock = if config.database_url.is_empty() { Some(lock_folder(&config.data)?) } else { None };
    let database = open(config).await?;
    let listener = listen(&config.listen).await?;
    println!("Allmende: {}", config.public_url());
    if accounts::alliance_count(&database, now()).await? == 0 {
        let secret = accounts::prepare_set_up(&database, now()).await?;
        println!("Set up: {}/einrichten", config.public_url());
        println!("Set-up secret: {secret}");
    }
    let mailer = mailer(config)?;
    if mailer.is_none() {
        println!("Mail: no server is configured; messages wait in the outbox ({}/postausgang)", config.public_url());
    }
    if let Some(sentence) = config.proxy_warning() {
        println!("Sign-in limit: {sentence}");
    }
    let settings = config.settings()?;
    let limits =
        Limits { per_address: config.connections_per_address, proxies: settings.proxies.clone(), ..Limits::default() };
    if !config.metrics.is_empty() {
        let handle = metrics::begin()?;
        let figures = listen(&config.metrics).await?;
        println!("Metrics: http://{}/metrics", figures.local_addr()?);
        let router = metrics::router(handle.clone(), database.clone(), house::wall_clock());
        tokio::spawn(server::serve(figures, router, Limits::default(), std::future::pending()));
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(UPKEEP).await;
                handle.run_upkeep();
            }
        });
    }
    serve(database, settings, house::wall_clock(), mailer, listener, limits).await
}

/// How often durations are folded into their classes when nobody asks for them, so that they do not pile up.
const UPKEEP: Duration = Duration::from_secs(30);

/// Binds the address.
pub async fn listen(address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::machine(format!("{address} cannot be listened on: {error}; choose another with ALLMENDE_LISTEN"))
    })
}

fn mailer(config: &Config) -> Result<Option<Mailer>, Failure> {
    if config.mail.host.is_empty() {
        return Ok(None);
    }
    let settings = SmtpSettings {
        host: config.mail.host.clone(),
        port: config.mail.port,
        encryption: config.mail.encryption.clone(),
        user: config.mail.user.clone(),
        password: config.mail.password.clone(),
        from: config.mail.from.clone(),
    };
    Mailer::new(&settings).map(Some).map_err(|fault| Failure::config(fault.to_string()))
}

/// Runs router and worker until a signal, then stops gracefully and closes the database.
pub async fn serve(
    database: Database,
    settings: Settings,
    clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    mailer: Option<Mailer>,
    listener: TcpListener,
    limits: Limits,
) -> Result<(), Failure> {
    let typesetter = Arc::new(Timed(allmende_typesetting::Engine::new()));
    let (_, router) = house::build(database.clone(), settings, clock.clone(), typesetter)?;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let worker = Worker { database: database.clone(), clock, mailer, jobs: house::jobs() };
    let mut worker = tokio::spawn(worker.run_until(async move {
        let _ = stopped.await;
    }));
    server::serve(listener, router, limits, stop_signal()).await?;
    // The mail in hand is ended: cut off, nobody would know whether it arrived.
    drop(stop);
    if tokio::time::timeout(LAST_MAIL, &mut worker).await.is_err() {
        worker.abort();
    }
    database.close().await;
    Ok(())
}

/// How long a stop waits for the mail in hand; shorter than what systemd grants (docs/operating.md).
const LAST_MAIL: Duration = Duration::from_secs(8);

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut stream) => {
                stream.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
