//! Every ready-made rule set through the life of a meeting: the last lawful day, the quorum, ties, abstentions, what was not
//! announced, a change of the statutes, an election, a resolution without a meeting. All expectations are worked out by hand.

use allmende_meeting_rules::Regime;
use allmende_meetings::model::Meeting;
use allmende_meetings::model::participant::Participant;
use allmende_meetings::model::seat::{Channel, SeatRole};
use allmende_meetings::model::vote::VoteOutcome;
use allmende_store::{Day, Id};

use super::meetings_hold::{refusal, rules, scene};
use super::meetings_scene::participant;
use crate::world::{World, on_both_engines};

on_both_engines! {
    each_rule_set_says_its_last_lawful_day;
    each_rule_set_decides_in_its_own_way;
}

const ALL: [Regime; 5] =
    [Regime::Association, Regime::SpecialPurpose, Regime::WorkingCommunity, Regime::Council, Regime::Informal];

/// The last day for a meeting on Thursday, 14 December 2017, if everybody is invited by mail, and if by letter.
///
/// Sent, 14 days: 30 November to 13 December lie between, so the 29th. Received, 7 days: the 7th to the 13th, so a mail on
/// the 6th, and a letter, which takes four days, on the 2nd. Received, 5 days: the 9th to the 13th, so the 8th and the 4th.
/// Sent, 7 days: the 6th.
fn last_days(regime: Regime) -> [&'static str; 2] {
    match regime {
        Regime::Association | Regime::WorkingCommunity => ["Mittwoch, 29. November 2017"; 2],
        Regime::SpecialPurpose => ["Mittwoch, 6. Dezember 2017", "Samstag, 2. Dezember 2017"],
        Regime::Council => ["Freitag, 8. Dezember 2017", "Montag, 4. Dezember 2017"],
        Regime::Informal => ["Mittwoch, 6. Dezember 2017"; 2],
    }
}

async fn each_rule_set_says_its_last_lawful_day(world: World) {
    for regime in ALL {
        let scene = scene(&world, rules(regime)).await;
        for (mail, expected) in ["karbach@example.org", ""].into_iter().zip(last_days(regime)) {
            let mut tx = world.write().await;
            let mut meeting = Meeting {
                begins_at: "18:00".to_owned(),
                ..Meeting::new(scene.body, "Allianzsitzung", Day(jiff::civil::date(2017, 12, 14)))
            };
            tx.insert(&mut meeting).await.unwrap();
            let mut one: Participant = participant(&meeting, 1, "Markt Karbach", mail, SeatRole::Member);
            assert_eq!(one.channel, if mail.is_empty() { Channel::Letter } else { Channel::Mail });
            tx.insert(&mut one).await.unwrap();
            tx.commit().await.unwrap();
            let page = scene.manager.get(&format!("/sitzungen/{}", meeting.head.id)).await.ok().replace('\u{a0}', " ");
            assert!(page.contains(&format!("Spätestens {expected}")), "{regime:?} {mail:?}: {page}");
        }
    }
}

async fn each_rule_set_decides_in_its_own_way(world: World) {
    for regime in ALL {
        // Two of four: more than half is needed by heads in a council and a working community, by votes in a
        // special-purpose association; the association and a group have no least number.
        let scene = scene(&world, rules(regime)).await;
        scene.open(2).await;
        let small = scene.vote(0, &["yes", "yes"], &[]).await;
        if matches!(regime, Regime::Association | Regime::Informal) {
            small.moved();
        } else {
            refusal(&small, "nicht beschlussfähig");
        }
        for who in [2, 3] {
            scene.attend(who, "kommt", "").await.moved();
        }
        // Equal votes reject everywhere.
        scene.vote(1, &["yes", "yes", "no", "no"], &[]).await.moved();
        let tie = scene.votes(&world).await.pop().unwrap();
        assert_eq!(
            (tie.outcome, tie.verdict.as_str()),
            (VoteOutcome::Rejected, "Abgelehnt: Stimmengleichheit"),
            "{regime:?}"
        );
        // Nobody abstains in a council (Art. 48 Abs. 1 Satz 2 GO) and what follows its law.
        let abstaining = scene.vote(1, &["yes", "yes", "no", "abstain"], &[]).await;
        let strict = matches!(regime, Regime::Council | Regime::SpecialPurpose);
        if strict {
            refusal(&abstaining, "Enthaltungen sind hier nicht zulässig");
        } else {
            abstaining.moved();
            let vote = scene.votes(&world).await.pop().unwrap();
            assert_eq!(vote.verdict, "Angenommen mit 2 : 1 Stimmen", "{regime:?}");
        }
        // Three of four: enough for three quarters, for half of all members and for a simple majority; not for all.
        let statutes = [("majority", "statutes"), ("wording", "Die Regeln werden geändert.")];
        scene.vote(1, &["yes", "yes", "yes", "no"], &statutes).await.moved();
        let vote = scene.votes(&world).await.pop().unwrap();
        assert_eq!(
            vote.outcome == VoteOutcome::Adopted,
            regime != Regime::WorkingCommunity,
            "{regime:?} {}",
            vote.verdict
        );
        // What the invitation did not name.
        let new = scene.send("punkt/neu", &[("title", "Zuschuss für das Freibad")]).await.moved();
        let late = scene.vote_on_new(new.split_once("top=").unwrap().1).await;
        if matches!(regime, Regime::WorkingCommunity | Regime::Informal) {
            late.moved();
        } else {
            refusal(&late, "unwirksam");
        }
        election(&scene, regime).await;
        circular(&scene, regime).await;
    }
}

/// Two of four ballots are not more than half; only where the most votes are enough is somebody elected at once.
async fn election(scene: &super::meetings_hold::Scene, regime: Regime) {
    let item = scene.item_id(2);
    let begin = [
        ("item", item.as_str()),
        ("was", "anlegen"),
        ("office", "Kassenprüfung"),
        ("candidates", "Ammann\nVierling\nAltmoos"),
        ("seats", "1"),
    ];
    scene.send("wahl", &begin).await.moved();
    let round = [
        ("item", item.as_str()),
        ("was", "wahlgang"),
        ("ballots", "4"),
        ("stimmen-0", "2"),
        ("stimmen-1", "1"),
        ("stimmen-2", "1"),
    ];
    scene.send("wahl", &round).await.moved();
    let accepted = scene.send("wahl", &[("item", &item), ("was", "annahme"), ("name-0", "1")]).await;
    assert_eq!(accepted.status.as_u16() == 303, regime == Regime::Informal, "{regime:?} {}", accepted.text());
}

/// All must agree in an association and a working community, a group goes by majority, the others may not at all.
async fn circular(scene: &super::meetings_hold::Scene, regime: Regime) {
    let body: Id = scene.body;
    let body = body.to_string();
    let fields = [("body_id", body.as_str()), ("title", "Eilsache"), ("wording", "So."), ("deadline", "30.11.2017")];
    let answer = scene.manager.post("/umlaufbeschluesse/neu", &fields).await;
    if matches!(regime, Regime::Council | Regime::SpecialPurpose) {
        refusal(&answer, "darf ohne Sitzung nicht beschließen");
        return;
    }
    let page = scene.manager.get(&answer.moved()).await.ok();
    let rule = if regime == Regime::Informal { "Mehrheit" } else { "Alle Mitglieder müssen zustimmen" };
    assert!(page.contains(rule), "{regime:?} {page}");
}
