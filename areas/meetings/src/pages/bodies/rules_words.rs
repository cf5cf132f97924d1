//! A rule set as sentences, each with its paragraph.

use allmende_meeting_rules::{
    Abstention, CircularKind, ElectionRule, MajorityRule, NoticeStart, QuorumKind, RestDays, RuleSet, Threshold, Tie,
};
use allmende_web::Cx;
use allmende_web::view::{FactLine, Line, Part};

/// A rule: what it is about, what it says, where it stands.
fn rule(label: String, sentences: &[String], paragraph: &str) -> FactLine {
    let text = sentences.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    FactLine { label, lines: vec![Line::text(text).meta(paragraph)] }
}

/// All rules in three panels: how the body is called, how it decides, what else holds.
pub(super) fn parts(cx: &Cx, rules: &RuleSet) -> Vec<Part> {
    let panel = |key: &str, facts| Part::Facts { title: cx.t(key), facts };
    vec![
        panel("rules-part-calling", calling(cx, rules)),
        panel("rules-part-deciding", deciding(cx, rules)),
        panel("rules-part-rest", rest(cx, rules)),
    ]
}

fn calling(cx: &Cx, rules: &RuleSet) -> Vec<FactLine> {
    let notice = &rules.notice;
    let days = i64::from(notice.days);
    let form = cx.t(&format!("notice-form-{}", rules.notice_form.form.word().replace('_', "-")));
    let period = if notice.days == 0 {
        cx.tv("rules-say-no-notice", [("form", form.into())])
    } else {
        let values = [
            ("days", days.into()),
            ("unit", cx.tv(&format!("day-unit-{}", notice.unit.word()), [("count", days.into())]).into()),
            ("start", cx.t(&format!("notice-start-{}", notice.start.word())).into()),
            ("form", form.into()),
        ];
        cx.tv("notice-rule", values)
    };
    let letter = if notice.days > 0 && notice.start == NoticeStart::Received {
        cx.tv("rules-say-delivery", [("days", i64::from(notice.delivery_days).into())])
    } else {
        String::new()
    };
    let moved = notice.days > 0 && notice.rest_days == RestDays::MoveEarlier;
    let moved = if moved { cx.t("rules-say-rest") } else { String::new() };
    let late = cx.t(&format!("rules-say-late-{}", rules.late.word().replace('_', "-")));
    let sources = if notice.paragraph == rules.notice_form.paragraph || rules.notice_form.paragraph.is_empty() {
        notice.paragraph.clone()
    } else {
        format!("{}; {}", notice.paragraph, rules.notice_form.paragraph)
    };
    let urgent = &rules.urgent;
    let urgent_words = match (urgent.allowed, urgent.needs_reason) {
        (false, _) => cx.t("rules-say-not-urgent"),
        (true, true) => cx.tv("rules-say-urgent-reason", [("hours", i64::from(urgent.hours).into())]),
        (true, false) => cx.tv("rules-say-urgent", [("hours", i64::from(urgent.hours).into())]),
    };
    let agenda = if rules.agenda_binding.binding { "rules-say-agenda" } else { "rules-say-agenda-free" };
    let public = if rules.publicity.meetings_public { "rules-say-public" } else { "rules-say-private" };
    vec![
        rule(cx.t("rules-head-notice"), &[period, letter, moved, late], &sources),
        rule(cx.t("rules-head-urgent"), &[urgent_words], &urgent.paragraph),
        rule(cx.t("rules-word-agenda"), &[cx.t(agenda)], &rules.agenda_binding.paragraph),
        rule(cx.t("rules-word-public"), &[cx.t(public)], &rules.publicity.paragraph),
    ]
}

fn deciding(cx: &Cx, rules: &RuleSet) -> Vec<FactLine> {
    let quorum = &rules.quorum;
    let values = [
        ("share", format!("{}/{}", quorum.numerator, quorum.denominator).into()),
        ("count", i64::from(quorum.minimum).into()),
    ];
    let needed = cx.tv(&format!("rules-say-quorum-{}", quorum.kind.word().replace('_', "-")), values);
    let summoned = if quorum.all_summoned { cx.t("rules-say-summoned") } else { String::new() };
    let concerned = if quorum.kind == QuorumKind::None {
        String::new()
    } else {
        cx.t(&format!("rules-say-concerned-{}", quorum.concerned.word().replace('_', "-")))
    };
    let second = &quorum.second_call;
    let second_words = match (second.allowed, second.within_days) {
        (false, _) => cx.t("rules-say-no-second"),
        (true, None) => cx.t("rules-say-second"),
        (true, Some(days)) => cx.tv("rules-say-second-within", [("days", i64::from(days).into())]),
    };
    let say_so = if second.allowed && second.must_say_so { cx.t("rules-say-say-so") } else { String::new() };
    let majority = |key: &str, one: &MajorityRule| rule(cx.t(key), &majority_words(cx, one), &one.paragraph);
    vec![
        rule(cx.t("rules-head-quorum"), &[needed, summoned, concerned], &quorum.paragraph),
        rule(cx.t("rules-head-second"), &[second_words, say_so], if second.allowed { &second.paragraph } else { "" }),
        majority("rules-head-ordinary", &rules.majority),
        majority("rules-head-statutes", &rules.statute_majority),
        majority("rules-head-purpose", &rules.purpose_majority),
        majority("rules-head-dissolution", &rules.dissolution_majority),
        rule(
            cx.t("rules-head-election"),
            &election_words(cx, &rules.election_majority),
            &rules.election_majority.paragraph,
        ),
    ]
}

/// "Mindestens 3/4 der abgegebenen Stimmen. Bei Stimmengleichheit ist der Antrag abgelehnt."
fn majority_words(cx: &Cx, one: &MajorityRule) -> Vec<String> {
    let base = cx.t(&format!("majority-of-{}", one.base.word()));
    let needed = match one.threshold {
        Threshold::MoreYesThanNo => cx.t("majority-say-more"),
        Threshold::MoreThanHalf => cx.tv("majority-say-half", [("base", base.into())]),
        Threshold::AtLeast { num, den } => {
            cx.tv("majority-say-share", [("share", format!("{num}/{den}").into()), ("base", base.into())])
        }
        Threshold::Unanimous => cx.t(&format!("majority-say-all-{}", one.base.word())),
    };
    let tie = match one.tie {
        Tie::Rejected => String::new(),
        Tie::ChairDecides => cx.t("majority-say-chair"),
    };
    let abstention = match one.abstention {
        Abstention::Allowed => String::new(),
        Abstention::Forbidden => cx.t("majority-say-no-abstention"),
    };
    let absent = if one.absent_consent { cx.t("majority-say-absent") } else { String::new() };
    vec![needed, tie, abstention, absent]
}

fn election_words(cx: &Cx, one: &ElectionRule) -> Vec<String> {
    vec![
        cx.t(&format!("rules-say-method-{}", one.method.word())),
        if one.secret { cx.t("rules-say-secret") } else { String::new() },
        cx.t(&format!("rules-say-tie-{}", one.tie.word().replace('_', "-"))),
    ]
}

fn rest(cx: &Cx, rules: &RuleSet) -> Vec<FactLine> {
    let said = |yes: bool, key: &str, otherwise: &str| cx.t(if yes { key } else { otherwise });
    let signatures = &rules.signatures;
    let mut signers = Vec::new();
    signers.extend(signatures.chair.then(|| cx.t("rules-signer-chair")));
    signers.extend(signatures.minute_taker.then(|| cx.t("rules-signer-taker")));
    signers.extend(
        (signatures.members > 0)
            .then(|| cx.tv("rules-signer-members", [("count", i64::from(signatures.members).into())])),
    );
    let signers = if signers.is_empty() { cx.t("rules-signer-nobody") } else { signers.join(", ") };
    let circular = &rules.circular;
    let adopts = match (circular.allowed, circular.kind) {
        (false, _) => vec![cx.t("rules-say-no-circular")],
        (true, CircularKind::AllConsent) => vec![cx.t("rules-say-circular-all")],
        (true, CircularKind::Majority) => {
            let silence = cx.t(&format!("rules-say-silence-{}", circular.silence.word()));
            [majority_words(cx, &circular.majority), vec![silence]].concat()
        }
    };
    let deadline = if circular.allowed && circular.deadline_days > 0 {
        cx.tv("rules-say-deadline", [("days", i64::from(circular.deadline_days).into())])
    } else {
        String::new()
    };
    vec![
        rule(
            cx.t("rules-word-votes"),
            &[
                said(rules.weighted, "rules-say-weighted", "rules-say-one-vote"),
                said(rules.proxies, "rules-say-proxies", "rules-say-no-proxies"),
            ],
            "",
        ),
        rule(cx.t("rules-word-binding"), &[said(rules.binding, "rules-say-binding", "rules-say-recommends")], ""),
        rule(cx.t("rules-head-minutes"), &[signers], &signatures.paragraph),
        rule(cx.t("rules-head-circular"), &[adopts, vec![deadline]].concat(), &circular.paragraph),
    ]
}
