use allmende_meeting_rules::{
    Form, MinutesFacts, MinutesItem, Preset, Regime, RuleSet, missing_for_minutes, presets, presets_on,
};
use jiff::civil::date;

use crate::data::rules;

#[test]
fn one_preset_for_each_regime() {
    let regimes: Vec<Regime> = presets().iter().map(|preset| preset.rules.regime).collect();
    assert_eq!(regimes, Regime::ALL);
}

#[test]
fn rule_sets_travel_as_snake_case_words() {
    for preset in presets() {
        let json = serde_json::to_value(&preset.rules).unwrap();
        assert_eq!(serde_json::from_value::<RuleSet>(json.clone()).unwrap(), preset.rules);
        assert_eq!(json["regime"], preset.rules.regime.word());
    }
    let json = serde_json::to_value(rules(Regime::Association)).unwrap();
    assert_eq!(json["statute_majority"]["threshold"]["at_least"]["num"], 3);
    assert_eq!(json["majority"]["threshold"], "more_yes_than_no");
    assert_eq!(json["notice"]["start"], "sent");
}

#[test]
fn assumptions_name_fields_that_exist() {
    for Preset { german, assumed, rules, .. } in presets() {
        let json = serde_json::to_value(&rules).unwrap();
        for path in assumed {
            let found = path.split('.').try_fold(&json, |value, field| value.get(field));
            assert!(found.is_some(), "{german}: {path}");
        }
    }
}

#[test]
fn every_rule_names_its_paragraph() {
    fn check(value: &serde_json::Value, path: &str) {
        if let Some(fields) = value.as_object() {
            for (name, value) in fields {
                if name == "paragraph" {
                    assert!(value.as_str().is_some_and(|text| !text.is_empty()), "{path}");
                }
                check(value, &format!("{path}.{name}"));
            }
        }
    }
    for preset in presets() {
        check(&serde_json::to_value(&preset.rules).unwrap(), preset.german);
    }
}

#[test]
fn the_law_of_the_day() {
    let of = |day| presets_on(day)[0].rules.clone();
    assert_eq!(of(date(2024, 12, 31)).circular.form, Form::Written);
    assert_eq!(of(date(2025, 1, 1)).circular.form, Form::Text);
    assert!(of(date(2017, 11, 30)).purpose_majority.paragraph.contains("schriftlich"));
    // The rest is the same.
    assert_eq!(of(date(2017, 11, 30)).majority, of(date(2025, 1, 1)).majority);
}

#[test]
fn informal_groups_and_working_communities_do_not_bind() {
    for regime in Regime::ALL {
        let binds = !matches!(regime, Regime::Informal | Regime::WorkingCommunity);
        assert_eq!(rules(*regime).binding, binds, "{}", regime.word());
    }
}

#[test]
fn empty_minutes_lack_what_the_law_asks_for() {
    let mandatory = |regime| -> Vec<MinutesItem> {
        let gaps = missing_for_minutes(regime, &MinutesFacts::default());
        gaps.into_iter().filter(|gap| gap.mandatory).map(|gap| gap.item).collect()
    };
    // Art. 54 (1) 2 and (2) GO, in the words of the law.
    let art_54 = [
        MinutesItem::Day,
        MinutesItem::Place,
        MinutesItem::Present,
        MinutesItem::Absent,
        MinutesItem::AbsenceReasons,
        MinutesItem::Matters,
        MinutesItem::Wording,
        MinutesItem::VoteResults,
        MinutesItem::ChairSignature,
        MinutesItem::MinuteTakerSignature,
        MinutesItem::Approval,
    ];
    assert_eq!(mandatory(Regime::Council), art_54);
    assert_eq!(mandatory(Regime::SpecialPurpose), art_54);
    let register = mandatory(Regime::Association);
    for item in [
        MinutesItem::Agenda,
        MinutesItem::Wording,
        MinutesItem::VoteResults,
        MinutesItem::Elections,
        MinutesItem::DulyCalled,
    ] {
        assert!(register.contains(&item));
    }
    assert!(!register.contains(&MinutesItem::AbsenceReasons));
    assert!(mandatory(Regime::WorkingCommunity).is_empty());
    assert!(mandatory(Regime::Informal).is_empty());
    assert_eq!(missing_for_minutes(Regime::Informal, &MinutesFacts::default()).len(), 3);
}

#[test]
fn a_gap_closes_when_the_fact_is_there() {
    let facts = MinutesFacts { day: true, place: true, approval: true, ..MinutesFacts::default() };
    for regime in Regime::ALL {
        let before = missing_for_minutes(*regime, &MinutesFacts::default());
        let after = missing_for_minutes(*regime, &facts);
        assert!(before.iter().all(|gap| !gap.paragraph.is_empty()));
        assert!(
            after.iter().all(|gap| !matches!(gap.item, MinutesItem::Day | MinutesItem::Place | MinutesItem::Approval))
        );
        assert!(after.len() < before.len());
    }
    let all: MinutesFacts = serde_json::from_value(
        MinutesItem::ALL.iter().map(|item| (item.word().to_owned(), serde_json::Value::Bool(true))).collect(),
    )
    .unwrap();
    for regime in Regime::ALL {
        assert_eq!(missing_for_minutes(*regime, &all), []);
    }
}
