//! The server.

use std::sync::Arc;

use tokio::net::TcpListener;

use allmende_alliance::accounts;
use allmende_jobs::{Mailer, SmtpSettings, Worker};
use allmende_store::{Database, Moment};
use allmende_web::app::Settings;
use allmende_web::server;

use super::{lock_folder, now, open};
use crate::config::Config;
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
    let settings = Settings { public_url: config.public_url(), demo: false, mail: mailer.is_some() };
    serve(database, settings, house::wall_clock(), mailer, listener).await
}

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
) -> Result<(), Failure> {
    let typesetter = Arc::new(allmende_typesetting::Engine::new());
    let (_, router) = house::build(database.clone(), settings, clock.clone(), typesetter)?;
    let worker = tokio::spawn(Worker { database: database.clone(), clock, mailer, jobs: house::jobs() }.run());
    server::serve(listener, router, stop_signal()).await?;
    worker.abort();
    database.close().await;
    Ok(())
}

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
