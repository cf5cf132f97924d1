//! Writes every template of reports in every format from the program's own data, for validators and eyes.
//!
//! `cargo run -p allmende --example documents -- <directory> [alliance]`
#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub)]

#[path = "../tests/it/alliances/mod.rs"]
#[allow(dead_code)] // Some of it only serves the tests.
mod alliances;

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
