//! The command `draw` on files: preview, commitment, binding draw, verification.

use std::path::Path;

use allmende::Failure;
use allmende::command::draw::{self, Options};
use clap::Parser;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    options: Options,
}

/// Runs the command with these words; `@name` is a file of the folder.
fn run(folder: &Path, line: &str) -> Result<(), Failure> {
    let words = line.split('|').map(|word| match word.strip_prefix('@') {
        Some(name) => folder.join(name).display().to_string(),
        None => word.to_owned(),
    });
    draw::run(Line::try_parse_from(std::iter::once("draw".to_owned()).chain(words)).unwrap().options)
}

fn instance(folder: &Path) {
    let text = include_str!("../../../engines/seat-allocation/tests/golden/small.json");
    std::fs::write(folder.join("i.json"), text).unwrap();
}

fn says(result: Result<(), Failure>, code: u8, words: &str) {
    let failure = result.unwrap_err();
    assert_eq!(failure.code, code, "{}", failure.line);
    assert!(failure.line.contains(words), "{}", failure.line);
}

#[test]
fn a_preview_gives_result_protocol_and_log() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    instance(folder);
    let line = "@i.json|--seed|erster Blick|--out|@r.json|--protocol|@p.json|--log|@l.txt|--explain|Anna|--frontier";
    run(folder, line).unwrap();
    let result: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.join("r.json")).unwrap()).unwrap();
    assert_eq!(result["lots"].as_array().unwrap().len(), 6);
    assert!(std::fs::read_to_string(folder.join("l.txt")).unwrap().starts_with("run 1 "));
    run(folder, "verify|@p.json").unwrap();
    // The same label gives the same protocol, but for the log.
    run(folder, "@i.json|--seed|erster Blick|--log|@l.txt").unwrap();
    assert_eq!(std::fs::read_to_string(folder.join("l.txt")).unwrap().lines().count(), 2);
    run(folder, "compare|@i.json|--protected-from|2").unwrap();
    // Nothing personal is in the protocol.
    let protocol = std::fs::read_to_string(folder.join("p.json")).unwrap();
    assert!(!protocol.contains("Anna") && !protocol.contains("H1"));
    let altered = protocol.replacen("lot a1", "lot b1", 1);
    std::fs::write(folder.join("p.json"), altered).unwrap();
    says(run(folder, "verify|@p.json"), 65, "result, line ");
}

#[test]
fn a_binding_draw_needs_a_commitment_and_is_drawn_once() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    instance(folder);
    let commit = "commit|@i.json|--source|Lotto|--policy|together-first|--out|@c.txt|--expected|";
    says(run(folder, &format!("{commit}gestern")), 64, "is not an instant");
    says(run(folder, &format!("{commit}2020-01-01T00:00:00Z")), 65, "must be older than the outside value");
    let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(2);
    run(folder, &format!("{commit}{soon}")).unwrap();
    let binding = "@i.json|--commitment|@c.txt|--log|@l.txt|--protocol|@p.json|--value|";
    says(run(folder, &format!("{binding}4 2 6")), 65, "cannot exist yet");
    while jiff::Timestamp::now() < soon {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    run(folder, &format!("{binding}4 2 6")).unwrap();
    run(folder, "verify|@p.json").unwrap();
    says(run(folder, &format!("{binding}4 2 5")), 65, "already holds a binding draw");
}

#[test]
fn bad_files_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    says(run(folder, "@i.json|--seed|x"), 64, "i.json");
    std::fs::write(folder.join("i.json"), "{\"children\": 3}").unwrap();
    says(run(folder, "@i.json|--seed|x"), 65, "children: cannot be read");
    says(run(folder, "verify|@i.json"), 65, "cannot be read");
    instance(folder);
    says(run(folder, "@i.json|--seed|x|--explain|Zoe"), 64, "no child \"Zoe\"");
    says(run(folder, "@i.json|--seed|x|--protected-from|0"), 64, "allowed is 1 to 1000");
    // The second line of a log does not follow from an altered first one.
    std::fs::write(folder.join("l.txt"), "run 1 x\n").unwrap();
    says(run(folder, "@i.json|--seed|x|--log|@l.txt"), 65, "log, line 1");
}
