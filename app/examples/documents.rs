//! Writes every template of reports and every paper of a meeting from the program's own data, for validators and eyes.
//!
//! `cargo run -p allmende --example documents -- <directory> [alliance]`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

#[path = "../tests/it/alliances/mod.rs"]
#[allow(dead_code)] // Some of it only serves the tests.
mod alliances;
#[path = "../tests/it/played/mod.rs"]
#[allow(dead_code)] // The same.
mod played;
#[path = "../tests/it/world.rs"]
#[allow(dead_code, unused_macros, unused_imports)] // The same.
mod world;

use std::path::{Path, PathBuf};
use std::time::Instant;

use allmende::archive::{self, Files};
use allmende::house;
use allmende_documents::{FileFormat, Typesetter};
use allmende_report::compose::Spec;
use allmende_report::model::{Report, Template};
use allmende_web::app::area_texts;
use allmende_web::texts::Texts;

fn alliances() -> Vec<(&'static str, Files)> {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/raum-marktheidenfeld-2017");
    let mut all = vec![
        ("marktheidenfeld", archive::unpack(Path::new(example)).unwrap_or_else(|failure| panic!("{}", failure.line))),
        ("haselgrund", alliances::haselgrund::archive(alliances::haselgrund::FULL_YEAR)),
    ];
    all.extend(alliances::hostile::PRINTABLE.iter().map(|text| (text.name, alliances::hostile::archive(text.text))));
    all
}

#[tokio::main]
async fn main() {
    let directory = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| panic!("usage: documents <directory>")));
    let only = std::env::args().nth(2);
    let texts = Texts::new(&area_texts(&house::areas())).unwrap_or_else(|faults| panic!("{}", faults.join("; ")));
    let engine = allmende_typesetting::Engine::new();
    if only.as_deref().is_none_or(|only| only == "meetings") {
        meetings(&directory.join("meetings")).await;
    }
    for (name, files) in alliances() {
        if only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        let folder = directory.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (spec, document) in documents(&files, &texts).await {
            for format in FileFormat::ALL {
                let start = Instant::now();
                let path = folder.join(format!("{}.{}", spec.template.word(), format.extension()));
                match engine.file(&document, format) {
                    Ok(bytes) => {
                        println!("{:>6} ms {:>8} bytes {}", start.elapsed().as_millis(), bytes.len(), path.display());
                        std::fs::write(&path, bytes).unwrap();
                    }
                    // A sheet of exactly one page may be refused when every text is monstrous; nothing else may.
                    Err(fault) if spec.template == Template::Overview => {
                        println!("{}: {}", path.display(), fault.sentence)
                    }
                    Err(fault) => panic!("{}: {fault}", path.display()),
                }
            }
        }
    }
}

/// The papers of the meetings that were played on the program's own pages, as the pages give them.
async fn meetings(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let world = played::stage(world::Engine::Sqlite).await.unwrap();
    let played = played::play(&world).await;
    let manager = world.person(allmende_web::access::Role::Manager).await;
    let mut tx = world.read().await;
    tx.see_confidential(true);
    let votes = allmende_meetings::queries::votes(&mut tx, played.september).await.unwrap();
    let versions = allmende_meetings::queries::minutes_versions(&mut tx, played.september).await.unwrap();
    let circular = allmende_meetings::queries::vote_of_circular(&mut tx, played.circular).await.unwrap().unwrap();
    drop(tx);
    let (september, version) = (played.september, versions.last().unwrap().head.id);
    let notice = |number: usize, file: &str| format!("/sitzungen/{september}/ladungen/{number}/{file}.pdf");
    let mut papers = vec![
        ("agenda".to_owned(), notice(0, "tagesordnung")),
        ("agenda-whole".to_owned(), notice(0, "tagesordnung-voll")),
        ("letters".to_owned(), notice(0, "briefe")),
        ("supplement".to_owned(), notice(1, "tagesordnung-voll")),
        ("supplement-letters".to_owned(), notice(1, "briefe")),
        ("attendance".to_owned(), format!("/sitzungen/{september}/teilnehmende/anwesenheitsliste.pdf")),
        ("tasks".to_owned(), format!("/sitzungen/{september}/nachverfolgen/bericht.pdf")),
        ("draft".to_owned(), format!("/sitzungen/{}/protokoll/vorschau.pdf", played.november)),
        ("notes".to_owned(), format!("/sitzungen/{}/protokoll/vorschau.pdf", played.group)),
        ("next".to_owned(), format!("/sitzungen/{}/tagesordnung.pdf", played.january)),
    ];
    let excerpts = votes.iter().chain([&circular]).filter(|vote| vote.number.is_some()).map(|vote| vote.head.id);
    for format in ["pdf", "docx", "odt"] {
        papers.push(("minutes".to_owned(), format!("/niederschriften/{version}/niederschrift.{format}")));
        papers.push(("minutes-private".to_owned(), format!("/niederschriften/{version}/nichtoeffentlich.{format}")));
        papers.extend(
            excerpts.clone().enumerate().map(|(index, vote)| {
                (format!("excerpt-{}", index + 1), format!("/beschluesse/{vote}/auszug.{format}"))
            }),
        );
    }
    for (name, address) in papers {
        let answer = manager.get(&address).await;
        assert_eq!(answer.status.as_u16(), 200, "{address}: {}", answer.text());
        let ending = address.rsplit('.').next().unwrap();
        std::fs::write(folder.join(format!("{name}.{ending}")), answer.bytes).unwrap();
    }
}

fn title(template: Template) -> &'static str {
    match template {
        Template::Activity => "Tätigkeitsbericht",
        Template::Assembly => "Bericht an die Mitgliederversammlung",
        Template::Overview => "Auf einen Blick",
    }
}

/// The three reports of an alliance: its stored ones, else the usual one over the period of its first.
async fn documents(files: &Files, texts: &Texts) -> Vec<(Spec, allmende_documents::Document)> {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("documents.sqlite").display());
    let database = house::open(&address).await.unwrap_or_else(|failure| panic!("{}", failure.line));
    let now = alliances::written();
    let kinds = house::kinds(&house::areas());
    let id = archive::import(&database, files, now, &kinds).await.unwrap_or_else(|failure| panic!("{}", failure.line));
    let mut tx = database.read(id, now).await.unwrap();
    let stored: Vec<Report> = tx.all().await.unwrap();
    let mut made = Vec::new();
    for template in Template::ALL {
        let spec = match stored.iter().find(|report| report.template == *template) {
            Some(report) => allmende_report::build::spec(&mut tx, report.head.id).await.unwrap(),
            None => Spec {
                title: title(*template).to_owned(),
                template: *template,
                ..Spec::of(&stored[0], Vec::new(), Vec::new())
            },
        };
        let document = allmende_report::build_document(&mut tx, texts, &spec, now, false).await.unwrap();
        made.push((spec, document));
    }
    made
}
