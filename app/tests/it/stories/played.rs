//! The half-year of the invented alliance: what it must have left behind.

use allmende::{archive, house};
use allmende_meetings::model::Meeting;
use allmende_meetings::model::circular::{Circular, CircularState};
use allmende_meetings::model::minutes::MinutesState;
use allmende_meetings::model::notice::NoticeKind;
use allmende_meetings::queries;
use allmende_web::access::Role;

use super::meetings_scene::words;
use crate::played::{play, stage};
use crate::world::{Engine, World, on_both_engines};

/// The archive in the tree must be what the play makes today, but for ids and chance.
const ARCHIVE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/haselgrund-2017");

on_both_engines! {
    an_alliance_lives_through_half_a_year;
}

/// Titles and states of some kinds, sorted: what does not change from play to play.
fn outline(files: &archive::Files) -> Vec<String> {
    let kinds = ["meeting", "agenda_item", "vote", "notice", "minutes_version", "topic", "task", "circular"];
    let mut lines = Vec::new();
    for kind in kinds {
        let records: Vec<serde_json::Value> = serde_json::from_slice(&files[&format!("records/{kind}.json")]).unwrap();
        for record in records {
            let of = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
            lines.push(
                [kind, &of("title"), &of("state"), &of("verdict"), &of("held_on"), &of("discussion")].join(" | "),
            );
        }
    }
    lines.sort();
    lines
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_archive_in_the_tree_is_what_the_play_makes() {
    let world = stage(Engine::Sqlite).await.unwrap();
    play(&world).await;
    let kinds = house::kinds(&house::areas());
    let made = archive::export(&world.app.database, world.alliance, world.app.now(), &kinds).await;
    let made = made.unwrap_or_else(|failure| panic!("{}", failure.line));
    let kept = archive::unpack(ARCHIVE.as_ref()).unwrap_or_else(|failure| panic!("{}", failure.line));
    assert_eq!(
        outline(&made),
        outline(&kept),
        "run: cargo run -p allmende --example haselgrund -- examples/haselgrund-2017"
    );
    // And it comes in again.
    let other = World::new(Engine::Sqlite).await.unwrap();
    let id = archive::import(&other.app.database, &kept, other.app.now(), &kinds).await;
    let id = id.unwrap_or_else(|failure| panic!("{}", failure.line));
    let mut tx = other.app.database.read(id, other.app.now()).await.unwrap();
    let meetings: Vec<Meeting> = tx.all().await.unwrap();
    assert_eq!(meetings.len(), 4);
}

async fn an_alliance_lives_through_half_a_year(world: World) {
    let played = play(&world).await;
    let mut tx = world.read().await;
    tx.see_confidential(true);
    let notices = queries::notices(&mut tx, played.september).await.unwrap();
    let kinds: Vec<NoticeKind> = notices.iter().map(|notice| notice.kind).collect();
    assert_eq!(kinds, [NoticeKind::Invitation, NoticeKind::Supplement]);
    assert!(notices[0].letters_file.is_some(), "Grubach gets a letter");
    let votes = queries::votes(&mut tx, played.september).await.unwrap();
    let verdicts: Vec<(Option<String>, &str)> =
        votes.iter().map(|vote| (vote.number_words(), vote.verdict.as_str())).collect();
    let number = |text: &str| Some(text.to_owned());
    assert_eq!(
        verdicts,
        [
            (None, "Zur Kenntnis genommen"),
            (number("01/2017"), "Einstimmig angenommen"),
            (number("02/2017"), "Angenommen mit 4 : 1 Stimmen"),
            (None, "Gewählt und angenommen: Sabine Wendrich (3 Stimmen, 1. Wahlgang)"),
            (number("03/2017"), "Einstimmig angenommen"),
            (number("N\u{a0}01/2017"), "Einstimmig angenommen, Enthaltungen: 1"),
        ]
    );
    assert_eq!(votes[4].concerned, "Brünnstett");
    let versions = queries::minutes_versions(&mut tx, played.september).await.unwrap();
    let states: Vec<MinutesState> = versions.iter().map(|version| version.state).collect();
    assert_eq!(states, [MinutesState::Replaced, MinutesState::Signed]);
    assert!(versions[1].approved_by.is_some(), "a vote of November approved them");
    let circular: Circular = tx.get(played.circular).await.unwrap().unwrap();
    assert_eq!(circular.state, CircularState::Adopted);
    let group = queries::votes(&mut tx, played.group).await.unwrap();
    assert_eq!(group.len(), 1);
    let november: Meeting = tx.get(played.november).await.unwrap().unwrap();
    assert!(november.is_closed());
    assert!(queries::minutes_versions(&mut tx, played.november).await.unwrap().is_empty(), "still a draft");
    let sheet = world.person(Role::Manager).await;
    let sheet = sheet.get(&format!("/sitzungen/{}/teilnehmende/anwesenheitsliste.pdf", played.september)).await;
    let text = words(&sheet.bytes);
    for expected in ["Unterschrift", "Thea Lindner", "in Vertretung", "Amt für Ländliche Ent", "Weitere Anwesende"] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    assert!(!text.contains("Urlaub") && !text.contains("Landratsamt"), "reasons are nobody's business: {text}");
    let agenda = queries::whole_agenda(&mut tx, played.november).await.unwrap();
    let titles: Vec<&str> = agenda.iter().map(|item| item.title.as_str()).collect();
    for expected in ["Genehmigung der Niederschrift vom 14.09.2017", "Logo der Allianz", "Baumpatenschaften"] {
        assert!(titles.contains(&expected), "{expected}: {titles:?}");
    }
    let tasks = allmende_meetings::queries::tasks_of_meeting(&mut tx, played.november).await.unwrap();
    assert_eq!(tasks.len(), 2);
    assert!(queries::notices(&mut tx, played.january).await.unwrap().is_empty());
}
