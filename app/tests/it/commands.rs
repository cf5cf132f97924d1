//! The command line as an operator uses it, on a folder of its own.

use std::process::{Command, Output};

struct Desk(tempfile::TempDir);

impl Desk {
    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_allmende"))
            .args(words)
            .env_clear()
            .env("ALLMENDE_DATA", self.0.path().join("data"))
            .output()
            .unwrap()
    }

    #[track_caller]
    fn fine(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    #[track_caller]
    fn refused(&self, words: &[&str], code: i32) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(code), "{words:?}");
        assert!(output.stdout.is_empty(), "{words:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

const NEW: [&str; 9] = [
    "alliance",
    "new",
    "Kommunale Allianz Mustertal e. V.",
    "--short-name",
    "Mustertal",
    "--email",
    "ida@test.example",
    "--manager",
    "Ida Sommer",
];

#[test]
fn a_mistyped_folder_founds_nothing() {
    let desk = Desk(tempfile::tempdir().unwrap());
    let (archive, list) = (desk.0.path().join("archive.zip"), desk.0.path().join("list.csv"));
    std::fs::write(&list, "Name\nMusterdorf\n").unwrap();
    for words in [
        &["alliance", "list"][..],
        &["user", "link", "ida@test.example"],
        &["audit", "verify"],
        &["backup", "copy"],
        &["export", archive.to_str().unwrap()],
        &["import", "members", list.to_str().unwrap()],
    ] {
        let said = desk.refused(words, 64);
        assert!(said.contains("there is no database in"), "{words:?}: {said}");
    }
    assert!(desk.fine(&["config", "check"]).starts_with("database: none in "));
    assert!(!desk.0.path().join("data").exists(), "nothing was founded");
}

#[test]
fn several_alliances_and_their_accounts() {
    let desk = Desk(tempfile::tempdir().unwrap());
    assert!(desk.fine(&NEW).starts_with("http://127.0.0.1:8080/konto/link/"));
    assert!(desk.refused(&NEW, 64).contains("\"Mustertal\" already"), "a short name names one alliance");
    let mut second = NEW;
    second[4] = "Nachbartal";
    second[6] = "keine Adresse";
    assert!(desk.refused(&second, 64).contains("no mail address"));
    second[6] = "ida@test.example";
    desk.fine(&second);
    let all = desk.fine(&["alliance", "list"]);
    assert!(all.contains("  Mustertal\n") && all.contains("  Nachbartal\n"), "{all}");

    fn user<'a>(words: &[&'a str]) -> Vec<&'a str> {
        [&["user"], words, &["--alliance", "Nachbartal"]].concat()
    }
    assert!(
        desk.refused(&["user", "reset-second-factor", "ida@test.example"], 64).contains("name one with --alliance")
    );
    assert!(desk.fine(&user(&["reset-second-factor", "ida@test.example"])).contains("new second factor"));
    assert!(desk.refused(&user(&["reset-second-factor", "nie@test.example"]), 64).contains("no account"));
    assert!(desk.fine(&user(&["role", "ida@test.example", "admin"])).contains("is admin now"));
    assert!(desk.refused(&user(&["role", "ida@test.example", "king"]), 64).contains("manager, chair"));
    assert_eq!(desk.fine(&["audit", "verify"]).matches(": whole\n").count(), 2);
}

#[test]
fn members_and_contacts_come_in_from_files() {
    let desk = Desk(tempfile::tempdir().unwrap());
    desk.fine(&NEW);
    let write = |name: &str, text: &str| {
        let path = desk.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let members = write("m.csv", "Name;Art;AGS\nKarbach;Markt;09677148\nOhne Schlüssel;Markt;12\n");
    let shown = desk.fine(&["import", "members", &members]);
    assert!(shown.contains("Karbach") && shown.contains("Gemeindeschlüssel hat 8 Ziffern"), "{shown}");
    assert_eq!(desk.fine(&["import", "members", &members]), shown, "looking stores nothing");
    let stored = desk.fine(&["import", "members", &members, "--apply"]);
    assert_eq!(stored.split_once('\n').unwrap().1, shown.split_once('\n').unwrap().1, "the same fates");
    assert!(shown.contains("Noch ist nichts gespeichert") && !stored.contains("Noch ist nichts gespeichert"));
    let again = desk.fine(&["import", "members", &members, "--english"]);
    assert_ne!(again, shown);
    assert!(again.contains("0 new"), "{again}");
    let contacts = write("k.csv", "Vorname;Nachname;E-Mail\nOtto;Winter;otto@test.example\n");
    desk.fine(&["import", "contacts", &contacts, "--apply"]);
    assert!(!desk.fine(&["import", "contacts", &contacts]).contains("1 neu"));
    let picture = write("bild.pdf", "%PDF-1.7");
    desk.refused(&["import", "contacts", &picture], 65);
    desk.refused(&["import", "members", "/gibt/es/nicht.csv"], 64);
}
