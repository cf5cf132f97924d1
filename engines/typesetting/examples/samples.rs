//! Writes one PDF, DOCX, ODT and HTML of every layout into a directory, for validators and eyes.
//!
//! `cargo run -p allmende-typesetting --example samples -- <directory> [name]`

#[path = "../tests/it/samples.rs"]
#[allow(dead_code)] // Some builders only serve the tests.
mod samples;

use std::path::PathBuf;
use std::time::Instant;

use allmende_documents::{FileFormat, Typesetter};
use allmende_typesetting::Engine;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = PathBuf::from(std::env::args().nth(1).ok_or("usage: samples <directory> [name]")?);
    let only = std::env::args().nth(2);
    std::fs::create_dir_all(&directory)?;
    let engine = Engine::new();
    for (name, document) in samples::all() {
        if only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        for format in FileFormat::ALL {
            let start = Instant::now();
            let bytes = engine.file(&document, format)?;
            let path = directory.join(format!("{name}.{}", format.extension()));
            println!("{:>6} ms {:>8} bytes {}", start.elapsed().as_millis(), bytes.len(), path.display());
            std::fs::write(path, bytes)?;
        }
    }
    Ok(())
}
