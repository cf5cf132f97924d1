//! The form of a rule set: every rule with its paragraph beside it.

use allmende_meeting_rules::{
    Abstention, AgendaBinding, CircularKind, CircularRule, ConcernedRule, DayUnit, ElectionMethod, ElectionRule,
    ElectionTie, Form, Late, MOST_NOTICE_DAYS, MajorityBase, MajorityRule, Notice, NoticeForm, NoticeStart, Publicity,
    QuorumKind, QuorumRule, Regime, RestDays, RuleSet, SecondCall, Signatures, Silence, ThreeLead, Threshold,
    ThresholdKind, Tie, Urgent,
};
use allmende_web::Cx;
use allmende_web::form::{Control, Field, Input};

/// The names of the fields of one majority.
pub(super) struct MajorityNames {
    head: &'static str,
    pub(super) kind: &'static str,
    pub(super) share: &'static str,
    pub(super) base: &'static str,
    pub(super) tie: &'static str,
    pub(super) abstention: &'static str,
    pub(super) concerned: &'static str,
    pub(super) absent: &'static str,
    pub(super) paragraph: &'static str,
}

macro_rules! majority_names {
    ($word:literal) => {
        MajorityNames {
            head: concat!("rules-head-", $word),
            kind: concat!($word, "_kind"),
            share: concat!($word, "_share"),
            base: concat!($word, "_base"),
            tie: concat!($word, "_tie"),
            abstention: concat!($word, "_abstention"),
            concerned: concat!($word, "_concerned"),
            absent: concat!($word, "_absent"),
            paragraph: concat!($word, "_paragraph"),
        }
    };
}

pub(super) const ORDINARY: MajorityNames = majority_names!("ordinary");
pub(super) const STATUTES: MajorityNames = majority_names!("statutes");
pub(super) const PURPOSE: MajorityNames = majority_names!("purpose");
pub(super) const DISSOLUTION: MajorityNames = majority_names!("dissolution");
pub(super) const CIRCULAR: MajorityNames = majority_names!("circular");

/// The words of an enumeration of the engine.
macro_rules! all_words {
    ($enumeration:ident) => {
        $enumeration::ALL.iter().map(|one| one.word())
    };
}

/// The fields of all rules, empty.
pub(super) fn fields(cx: &Cx) -> Vec<Field> {
    let mut all = calling(cx);
    all.extend(deciding(cx));
    for names in [&ORDINARY, &STATUTES, &PURPOSE, &DISSOLUTION] {
        let mut group = majority(cx, names);
        if let Some(first) = group.first_mut() {
            first.group = cx.t(names.head);
        }
        all.extend(group);
    }
    all.extend(rest(cx));
    all
}

fn field(cx: &Cx, name: &'static str, control: Control) -> Field {
    Field::new(cx, "rules", name, control)
}

/// Publicity, period, form, urgency, agenda.
fn calling(cx: &Cx) -> Vec<Field> {
    let field = |name, control| field(cx, name, control);
    vec![
        field("notice_days", Control::Short).under(cx.t("rules-head-notice")),
        field("notice_unit", Control::Select).words(cx, "rules-unit", all_words!(DayUnit)),
        field("notice_start", Control::Radio).words(cx, "rules-start", all_words!(NoticeStart)),
        field("delivery_days", Control::Short),
        field("rest_days", Control::Radio).words(cx, "rules-rest", all_words!(RestDays)),
        field("notice_paragraph", Control::Line).optional(),
        field("notice_form", Control::Select).words(cx, "rules-form", all_words!(Form)),
        field("form_paragraph", Control::Line).optional(),
        field("late", Control::Radio).words(cx, "rules-late", all_words!(Late)),
        field("urgent_allowed", Control::Tick).under(cx.t("rules-head-urgent")),
        field("urgent_hours", Control::Short),
        field("urgent_reason", Control::Tick),
        field("urgent_paragraph", Control::Line).optional(),
        field("agenda_binding", Control::Tick).under(cx.t("rules-head-agenda")),
        field("agenda_paragraph", Control::Line).optional(),
        field("meetings_public", Control::Tick),
        field("public_paragraph", Control::Line).optional(),
    ]
}

/// Quorum and second call.
fn deciding(cx: &Cx) -> Vec<Field> {
    let field = |name, control| field(cx, name, control);
    vec![
        field("quorum_kind", Control::Select).under(cx.t("rules-head-quorum")).words(
            cx,
            "rules-quorum",
            all_words!(QuorumKind),
        ),
        field("quorum_share", Control::Short).optional(),
        field("quorum_minimum", Control::Short).optional(),
        field("all_summoned", Control::Tick),
        field("quorum_concerned", Control::Select).words(cx, "rules-concerned", all_words!(ConcernedRule)),
        field("quorum_paragraph", Control::Line).optional(),
        field("second_allowed", Control::Tick).under(cx.t("rules-head-second")),
        field("second_within", Control::Short).optional(),
        field("second_say_so", Control::Tick),
        field("second_not_for_concern", Control::Tick),
        field("second_paragraph", Control::Line).optional(),
    ]
}

fn majority(cx: &Cx, names: &MajorityNames) -> Vec<Field> {
    let field = |name, own: &'static str, control| Field { name, ..Field::new(cx, "majority", own, control) };
    vec![
        field(names.kind, "kind", Control::Select).words(cx, "majority-kind", all_words!(ThresholdKind)),
        field(names.share, "share", Control::Short).optional(),
        field(names.base, "base", Control::Select).words(cx, "majority-base", all_words!(MajorityBase)),
        field(names.tie, "tie", Control::Radio).words(cx, "majority-tie", all_words!(Tie)),
        field(names.abstention, "abstention", Control::Tick),
        field(names.concerned, "concerned", Control::Tick),
        field(names.absent, "absent", Control::Tick),
        field(names.paragraph, "paragraph", Control::Line).optional(),
    ]
}

/// Elections, votes, minutes, resolutions without a meeting.
fn rest(cx: &Cx) -> Vec<Field> {
    let field = |name, control| field(cx, name, control);
    let mut all = vec![
        field("election_method", Control::Radio).under(cx.t("rules-head-election")).words(
            cx,
            "rules-method",
            all_words!(ElectionMethod),
        ),
        field("election_secret", Control::Tick),
        field("election_no_valid", Control::Tick),
        field("election_repeat", Control::Tick),
        field("election_three", Control::Radio).words(cx, "rules-three", all_words!(ThreeLead)),
        field("election_tie", Control::Radio).words(cx, "rules-tie", all_words!(ElectionTie)),
        field("election_paragraph", Control::Line).optional(),
        field("weighted", Control::Tick).under(cx.t("rules-head-votes")),
        field("proxies", Control::Tick),
        field("binding", Control::Tick),
        field("sign_chair", Control::Tick).under(cx.t("rules-head-minutes")),
        field("sign_taker", Control::Tick),
        field("sign_members", Control::Short),
        field("sign_paragraph", Control::Line).optional(),
        field("circular_allowed", Control::Tick).under(cx.t("rules-head-circular")),
        field("circular_adopts", Control::Radio).words(cx, "rules-adopts", all_words!(CircularKind)),
    ];
    all.extend(majority(cx, &CIRCULAR).into_iter().map(Field::optional).take(5));
    all.extend([
        field("circular_silence", Control::Radio).words(cx, "rules-silence", all_words!(Silence)),
        field("circular_form", Control::Select).words(cx, "rules-form", all_words!(Form)),
        field("circular_days", Control::Short),
        field("circular_law", Control::Line).optional(),
    ]);
    all
}

/// The most characters of a paragraph.
const PARAGRAPH: usize = 200;

fn paragraph(input: &mut Input<'_>, name: &'static str) -> String {
    input.text(name, PARAGRAPH).replace('\n', " ")
}

/// A whole number that must be there.
fn whole(input: &mut Input<'_>, name: &'static str, most: u32) -> u32 {
    let typed = input.cx().submission().get(name).to_owned();
    if typed.is_empty() {
        input.refuse_key(name, "rules-number-missing");
    }
    input.number(name, 0, i64::from(most)).and_then(|number| u32::try_from(number).ok()).unwrap_or(0)
}

/// "3/4" in its two numbers.
pub(super) fn parse_share(text: &str) -> Option<(u32, u32)> {
    let (over, under) = text.split_once(['/', ':'])?;
    let (over, under) = (over.trim().parse().ok()?, under.trim().parse().ok()?);
    (over > 0 && over <= under && under <= 1000).then_some((over, under))
}

/// A share where the rule asks for one.
fn share(input: &mut Input<'_>, name: &'static str, wanted: bool) -> (u32, u32) {
    let typed = input.text(name, 20);
    let read = parse_share(&typed);
    if wanted && read.is_none() {
        let cx = input.cx();
        let missing = typed.is_empty();
        let sentence =
            if missing { cx.t("rules-share-missing") } else { cx.tv("rules-share-fault", [("text", typed.into())]) };
        input.refuse(name, sentence);
    }
    read.unwrap_or((1, 2))
}

/// Reads the rules.
pub(super) fn read(input: &mut Input<'_>, before: Option<&RuleSet>) -> RuleSet {
    RuleSet {
        regime: input.word("regime", Regime::from_word, before.map_or(Regime::Informal, |rules| rules.regime)),
        publicity: Publicity {
            meetings_public: input.ticked("meetings_public"),
            paragraph: paragraph(input, "public_paragraph"),
        },
        notice: Notice {
            days: whole(input, "notice_days", MOST_NOTICE_DAYS),
            unit: input.word("notice_unit", DayUnit::from_word, DayUnit::Calendar),
            start: input.word("notice_start", NoticeStart::from_word, NoticeStart::Sent),
            delivery_days: whole(input, "delivery_days", 30),
            rest_days: input.word("rest_days", RestDays::from_word, RestDays::Ignored),
            paragraph: paragraph(input, "notice_paragraph"),
        },
        notice_form: NoticeForm {
            form: input.word("notice_form", Form::from_word, Form::Text),
            paragraph: paragraph(input, "form_paragraph"),
        },
        urgent: Urgent {
            allowed: input.ticked("urgent_allowed"),
            hours: whole(input, "urgent_hours", 24 * 60),
            needs_reason: input.ticked("urgent_reason"),
            paragraph: paragraph(input, "urgent_paragraph"),
        },
        late: input.word("late", Late::from_word, Late::Block),
        agenda_binding: AgendaBinding {
            binding: input.ticked("agenda_binding"),
            paragraph: paragraph(input, "agenda_paragraph"),
        },
        quorum: read_quorum(input),
        majority: read_majority(input, &ORDINARY),
        statute_majority: read_majority(input, &STATUTES),
        purpose_majority: read_majority(input, &PURPOSE),
        dissolution_majority: read_majority(input, &DISSOLUTION),
        election_majority: ElectionRule {
            method: input.word("election_method", ElectionMethod::from_word, ElectionMethod::Absolute),
            secret: input.ticked("election_secret"),
            no_is_valid: input.ticked("election_no_valid"),
            repeat_if_half_invalid: input.ticked("election_repeat"),
            three_lead: input.word("election_three", ThreeLead::from_word, ThreeLead::Repeat),
            tie: input.word("election_tie", ElectionTie::from_word, ElectionTie::Lot),
            paragraph: paragraph(input, "election_paragraph"),
        },
        weighted: input.ticked("weighted"),
        proxies: input.ticked("proxies"),
        signatures: Signatures {
            chair: input.ticked("sign_chair"),
            minute_taker: input.ticked("sign_taker"),
            members: whole(input, "sign_members", 20),
            paragraph: paragraph(input, "sign_paragraph"),
        },
        binding: input.ticked("binding"),
        circular: read_circular(input),
    }
}

fn read_quorum(input: &mut Input<'_>) -> QuorumRule {
    let kind = input.word("quorum_kind", QuorumKind::from_word, QuorumKind::None);
    let (numerator, denominator) = share(input, "quorum_share", kind == QuorumKind::ShareOfMembers);
    let minimum = input.number("quorum_minimum", 0, 1000).and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
    if kind == QuorumKind::MinimumHeads && minimum == 0 {
        input.refuse_key("quorum_minimum", "rules-minimum-missing");
    }
    QuorumRule {
        kind,
        numerator,
        denominator,
        minimum,
        all_summoned: input.ticked("all_summoned"),
        concerned: input.word("quorum_concerned", ConcernedRule::from_word, ConcernedRule::Present),
        second_call: SecondCall {
            allowed: input.ticked("second_allowed"),
            within_days: input.number("second_within", 1, 366).and_then(|days| u32::try_from(days).ok()),
            must_say_so: input.ticked("second_say_so"),
            not_for_concern: input.ticked("second_not_for_concern"),
            paragraph: paragraph(input, "second_paragraph"),
        },
        paragraph: paragraph(input, "quorum_paragraph"),
    }
}

fn read_majority(input: &mut Input<'_>, names: &MajorityNames) -> MajorityRule {
    let kind = input.word(names.kind, ThresholdKind::from_word, ThresholdKind::MoreYesThanNo);
    let (num, den) = share(input, names.share, kind == ThresholdKind::AtLeast);
    MajorityRule {
        threshold: Threshold::from_parts(kind, num, den),
        base: input.word(names.base, MajorityBase::from_word, MajorityBase::Cast),
        tie: input.word(names.tie, Tie::from_word, Tie::Rejected),
        abstention: if input.ticked(names.abstention) { Abstention::Allowed } else { Abstention::Forbidden },
        concerned_leave_base: input.ticked(names.concerned),
        absent_consent: input.ticked(names.absent),
        paragraph: paragraph(input, names.paragraph),
    }
}

fn read_circular(input: &mut Input<'_>) -> CircularRule {
    let paragraph = paragraph(input, "circular_law");
    CircularRule {
        allowed: input.ticked("circular_allowed"),
        kind: input.word("circular_adopts", CircularKind::from_word, CircularKind::AllConsent),
        majority: MajorityRule { paragraph: paragraph.clone(), ..read_majority(input, &CIRCULAR) },
        silence: input.word("circular_silence", Silence::from_word, Silence::Fails),
        form: input.word("circular_form", Form::from_word, Form::Text),
        deadline_days: whole(input, "circular_days", 366),
        paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_fractions_up_to_one() {
        let table = [
            ("3/4", Some((3, 4))),
            (" 2 / 3 ", Some((2, 3))),
            ("1:2", Some((1, 2))),
            ("1/1", Some((1, 1))),
            ("4/3", None),
            ("0/3", None),
            ("1/0", None),
            ("75 %", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(parse_share(text), expected, "{text}");
        }
    }
}
