//! Short ways to write numbers and rules in tests.

use allmende_meeting_rules::{Preset, Regime, RuleSet, Votes, presets};

pub(crate) fn v(text: &str) -> Votes {
    Votes::parse(text).unwrap()
}

pub(crate) fn rules(regime: Regime) -> RuleSet {
    let preset: Option<Preset> = presets().into_iter().find(|preset| preset.rules.regime == regime);
    preset.unwrap().rules
}
