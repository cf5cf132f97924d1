//! What stands in the form of a rule set.

use allmende_meeting_rules::{Abstention, MajorityRule, RuleSet, Threshold};
use allmende_web::form::{Values, value};

use super::rules_form::{CIRCULAR, DISSOLUTION, MajorityNames, ORDINARY, PURPOSE, STATUTES};

fn tick(yes: bool) -> &'static str {
    if yes { "1" } else { "" }
}

/// What stands in the fields for these rules.
pub(super) fn values(rules: &RuleSet) -> Values {
    let (notice, quorum, second) = (&rules.notice, &rules.quorum, &rules.quorum.second_call);
    let (election, signatures, circular) = (&rules.election_majority, &rules.signatures, &rules.circular);
    let mut all = vec![
        value("regime", rules.regime.word()),
        value("notice_days", notice.days.to_string()),
        value("notice_unit", notice.unit.word()),
        value("notice_start", notice.start.word()),
        value("delivery_days", notice.delivery_days.to_string()),
        value("rest_days", notice.rest_days.word()),
        value("notice_paragraph", &notice.paragraph),
        value("notice_form", rules.notice_form.form.word()),
        value("form_paragraph", &rules.notice_form.paragraph),
        value("late", rules.late.word()),
        value("urgent_allowed", tick(rules.urgent.allowed)),
        value("urgent_hours", rules.urgent.hours.to_string()),
        value("urgent_reason", tick(rules.urgent.needs_reason)),
        value("urgent_paragraph", &rules.urgent.paragraph),
        value("agenda_binding", tick(rules.agenda_binding.binding)),
        value("agenda_paragraph", &rules.agenda_binding.paragraph),
        value("meetings_public", tick(rules.publicity.meetings_public)),
        value("public_paragraph", &rules.publicity.paragraph),
        value("quorum_kind", quorum.kind.word()),
        value("quorum_share", format!("{}/{}", quorum.numerator, quorum.denominator)),
        value("quorum_minimum", quorum.minimum.to_string()),
        value("all_summoned", tick(quorum.all_summoned)),
        value("quorum_concerned", quorum.concerned.word()),
        value("quorum_paragraph", &quorum.paragraph),
        value("second_allowed", tick(second.allowed)),
        value("second_within", second.within_days.map(|days| days.to_string()).unwrap_or_default()),
        value("second_say_so", tick(second.must_say_so)),
        value("second_not_for_concern", tick(second.not_for_concern)),
        value("second_paragraph", &second.paragraph),
        value("election_method", election.method.word()),
        value("election_secret", tick(election.secret)),
        value("election_no_valid", tick(election.no_is_valid)),
        value("election_repeat", tick(election.repeat_if_half_invalid)),
        value("election_three", election.three_lead.word()),
        value("election_tie", election.tie.word()),
        value("election_paragraph", &election.paragraph),
        value("weighted", tick(rules.weighted)),
        value("proxies", tick(rules.proxies)),
        value("binding", tick(rules.binding)),
        value("sign_chair", tick(signatures.chair)),
        value("sign_taker", tick(signatures.minute_taker)),
        value("sign_members", signatures.members.to_string()),
        value("sign_paragraph", &signatures.paragraph),
        value("circular_allowed", tick(circular.allowed)),
        value("circular_adopts", circular.kind.word()),
        value("circular_silence", circular.silence.word()),
        value("circular_form", circular.form.word()),
        value("circular_days", circular.deadline_days.to_string()),
        value("circular_law", &circular.paragraph),
    ];
    for (names, rule) in [
        (&ORDINARY, &rules.majority),
        (&STATUTES, &rules.statute_majority),
        (&PURPOSE, &rules.purpose_majority),
        (&DISSOLUTION, &rules.dissolution_majority),
        (&CIRCULAR, &circular.majority),
    ] {
        all.extend(majority_values(names, rule));
    }
    all
}

fn majority_values(names: &MajorityNames, rule: &MajorityRule) -> Values {
    let share = match rule.threshold {
        Threshold::AtLeast { num, den } => format!("{num}/{den}"),
        Threshold::MoreYesThanNo | Threshold::MoreThanHalf | Threshold::Unanimous => String::new(),
    };
    vec![
        value(names.kind, rule.threshold.kind().word()),
        value(names.share, share),
        value(names.base, rule.base.word()),
        value(names.tie, rule.tie.word()),
        value(names.abstention, tick(rule.abstention == Abstention::Allowed)),
        value(names.concerned, tick(rule.concerned_leave_base)),
        value(names.absent, tick(rule.absent_consent)),
        value(names.paragraph, &rule.paragraph),
    ]
}
