//! `demo`: the example alliance of the 2017 report, ready to be tried, and beside it an invented one whose meetings are
//! complete.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rust_embed::RustEmbed;

use allmende_alliance::accounts::{NewAccount, Purpose, create_account, find_account, one_time_link, sign_in_url};
use allmende_documents::FileFormat;
use allmende_store::{Actor, Database, Id, Moment};
use allmende_web::access::Role;
use allmende_web::app::Settings;
use allmende_web::server::Limits;

use super::{lock_folder, report, serve};
use crate::archive::{self, Files};
use crate::config::sqlite_address;
use crate::{Failure, house};

/// The example archive, compiled in, so that the program alone is a demonstration.
#[derive(RustEmbed)]
#[folder = "../examples/raum-marktheidenfeld-2017"]
struct Example;

/// The invented alliance with meetings from the invitation to the signed minutes.
#[derive(RustEmbed)]
#[folder = "../examples/haselgrund-2017"]
struct Second;

fn files<E: RustEmbed>() -> Files {
    E::iter().filter_map(|name| E::get(&name).map(|file| (name.into_owned(), file.data.into_owned()))).collect()
}

/// How to start.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Begin anew: the demonstration's folder is emptied first.
    #[arg(long)]
    reset: bool,
    /// Folder for database and documents.
    #[arg(long, default_value = "demo-data")]
    data: PathBuf,
    /// Port on loopback; 0 takes a free one.
    #[arg(long, default_value_t = 8017)]
    port: u16,
    /// Prepare everything and end without starting the server.
    #[arg(long)]
    no_serve: bool,
}

/// Somebody of the demonstration: address, name, role, municipality.
type Somebody = (&'static str, &'static str, Role, Option<&'static str>);

/// The people of the first alliance. All are invented.
const PEOPLE: [Somebody; 5] = [
    ("manager@allianz.example", "Miriam Kessler", Role::Manager, None),
    ("vorsitz@allianz.example", "Johann Hartlieb", Role::Chair, None),
    ("buergermeisterin@allianz.example", "Theresia Wohlfahrt", Role::Mayor, Some("Karbach")),
    ("verwaltung@allianz.example", "Peter Ambros", Role::Clerk, Some("Triefenstein")),
    ("leserin@allianz.example", "Ida Sommer", Role::Reader, None),
];

/// The manager of the second alliance.
const SECOND_PEOPLE: [Somebody; 1] = [("management@haselgrund.example", "Annika Vollrath", Role::Manager, None)];

/// The demonstration plays on one day, so that what is due then is due now: the Monday after the reported period.
fn demo_clock() -> Arc<dyn Fn() -> Moment + Send + Sync> {
    Arc::new(|| {
        let now = Moment::new(jiff::Timestamp::now()).in_germany();
        let day = jiff::civil::date(2017, 12, 4);
        let at = day.to_datetime(now.time()).to_zoned(now.time_zone().clone());
        Moment::new(at.map_or_else(|_| now.timestamp(), |at| at.timestamp()))
    })
}

/// Prepares the demonstration and serves it.
pub async fn run(options: Options) -> Result<(), Failure> {
    if options.reset {
        reset(&options.data)?;
    }
    let _lock = lock_folder(&options.data)?;
    let fresh = !options.data.join("allmende.sqlite").exists();
    let database = house::open(&sqlite_address(&options.data)).await?;
    let clock = demo_clock();
    let alliance = if fresh {
        let kinds = house::kinds(&house::areas());
        archive::import(&database, &files::<Second>(), clock(), &kinds).await?;
        archive::import(&database, &files::<Example>(), clock(), &kinds).await?
    } else {
        archive::alliance_of(&files::<Example>())?
    };
    let documents = write_documents(&database, alliance, clock(), &options.data).await?;
    let listener = serve::listen(&format!("127.0.0.1:{}", options.port)).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let settings = Settings { public_url: address.clone(), demo: true, ..Settings::default() };
    let links = links(&database, alliance, &PEOPLE, clock(), &settings).await?;
    let second = archive::alliance_of(&files::<Second>())?;
    let second = self::links(&database, second, &SECOND_PEOPLE, clock(), &settings).await?;

    println!("Allmende: {address}");
    println!("Data: {}", options.data.display());
    for file in documents {
        println!("Report: {}", file.display());
    }
    println!("One-time sign-in links (each works once; start again for new ones):");
    for (role, link) in links {
        println!("  {:<8} {link}", role.word());
    }
    println!("An invented alliance with complete meetings (votes, minutes, a supplement):");
    for (role, link) in second {
        println!("  haselgrund-{:<8} {link}", role.word());
    }
    println!("The demonstration plays on 4 December 2017. Stop with Ctrl+C.");
    if options.no_serve {
        database.close().await;
        return Ok(());
    }
    serve::serve(database, settings, clock, None, listener, Limits::default()).await
}

fn reset(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    // Only a folder that a demonstration made: never empty what somebody named by mistake.
    if !folder.join("allmende.lock").exists() {
        return Err(Failure::usage(format!(
            "{} is not the folder of a demonstration; nothing was deleted",
            folder.display()
        )));
    }
    let lock = lock_folder(folder)?;
    std::fs::remove_dir_all(folder)?;
    drop(lock);
    Ok(())
}

async fn write_documents(
    database: &Database,
    alliance: Id,
    now: Moment,
    folder: &Path,
) -> Result<Vec<PathBuf>, Failure> {
    let mut tx = database.read(alliance, now).await?;
    // The example holds one report with the words that a person wrote for it.
    let Some(report) = tx.of_kind("report").await?.into_iter().next() else { return Ok(Vec::new()) };
    let spec = allmende_report::build::spec(&mut tx, report.record_id).await?;
    drop(tx);
    let mut written = Vec::new();
    for format in [FileFormat::Pdf, FileFormat::Docx] {
        let file = folder.join(format!("Taetigkeitsbericht-2017.{}", format.extension()));
        // What a second start finds stays as it is, like the rest of the folder.
        if !file.exists() {
            report::write(database, alliance, &spec, now, format, &file).await?;
        }
        written.push(file);
    }
    Ok(written)
}

async fn links(
    database: &Database,
    alliance: Id,
    people: &[Somebody],
    now: Moment,
    settings: &Settings,
) -> Result<Vec<(Role, String)>, Failure> {
    let mut tx = database.write(alliance, Actor::default(), now).await?;
    let municipalities = tx.of_kind("municipality").await?;
    let mut links = Vec::new();
    for &(email, name, role, town) in people {
        let account = match find_account(&mut tx, email).await? {
            Some(id) => id,
            None => {
                let municipality = town
                    .and_then(|town| municipalities.iter().find(|line| line.title == town))
                    .map(|line| line.record_id);
                let new = NewAccount { email: email.to_owned(), name: name.to_owned(), role, municipality };
                create_account(&mut tx, &new).await?
            }
        };
        let token = one_time_link(&mut tx, account, Purpose::SignIn).await?;
        links.push((role, sign_in_url(settings, Purpose::SignIn, &token)));
    }
    tx.commit().await?;
    Ok(links)
}
