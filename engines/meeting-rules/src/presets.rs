//! Rule sets to begin with: the law where there is one, named assumptions where it leaves the matter
//! to statutes, rules of procedure or a contract.

use jiff::civil::{Date, date};
use serde::Serialize;

use crate::calendar::DayUnit;
use crate::circular::{CircularKind, CircularRule, Silence, association_consent};
use crate::election::{ElectionMethod, ElectionRule, ElectionTie, ThreeLead};
use crate::majority::{Abstention, MajorityBase, MajorityRule, Threshold, Tie};
use crate::notice::{Notice, NoticeStart, RestDays};
use crate::quorum::{ConcernedRule, QuorumKind, QuorumRule, SecondCall};
use crate::rule_set::{AgendaBinding, Form, Late, NoticeForm, Publicity, Regime, RuleSet, Signatures, Urgent};

/// Since when the law that [`presets()`] shows is in force.
pub const LAW_OF_PRESETS: Date = date(2025, 1, 1);

/// A rule set to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Preset {
    /// The name in German.
    pub german: &'static str,
    /// The name in English.
    pub english: &'static str,
    /// Fields of the rule set (by their serialised names, with dots) that are an assumption and must
    /// be compared with the statutes; a group stands for all of its fields.
    pub assumed: &'static [&'static str],
    /// The rules.
    pub rules: RuleSet,
}

/// One preset for each regime, in the order of [`Regime::ALL`], by the law since [`LAW_OF_PRESETS`].
pub fn presets() -> [Preset; 5] {
    presets_on(LAW_OF_PRESETS)
}

/// The presets by the law of a day. What differs: the form of consent without a meeting
/// ([`association_consent`]) and of absent members to a change of purpose.
pub fn presets_on(day: Date) -> [Preset; 5] {
    [association(day), special_purpose(), working_community(day), council(), informal()]
}

const STATUTES: &str = "Satzung";
const OPEN: &str = "keine gesetzliche Regel (Annahme)";
const CONTRACT: &str = "Vertrag (Art. 4 Abs. 4 KommZG)";

fn association(day: Date) -> Preset {
    let (form, circular) = association_consent(day);
    let purpose =
        if form == Form::Text { "§ 33 Abs. 1 Satz 2 BGB" } else { "§ 33 Abs. 1 Satz 2 BGB a. F. (schriftlich)" };
    let rules = RuleSet {
        regime: Regime::Association,
        publicity: Publicity { meetings_public: false, paragraph: STATUTES.to_owned() },
        notice: notice(14, NoticeStart::Sent, "Satzung (§ 58 Nr. 4 BGB)"),
        notice_form: NoticeForm { form: Form::Text, paragraph: "Satzung (§ 58 Nr. 4 BGB)".to_owned() },
        urgent: urgent(false, 0, true, STATUTES),
        late: Late::Block,
        agenda_binding: AgendaBinding { binding: true, paragraph: "§ 32 Abs. 1 Satz 2 BGB".to_owned() },
        quorum: quorum(
            QuorumKind::None,
            true,
            ConcernedRule::Present,
            no_second_call(),
            "kein gesetzliches Quorum (§ 32 Abs. 1 BGB)",
        ),
        majority: simple(Abstention::Allowed, "§ 32 Abs. 1 Satz 3 BGB"),
        statute_majority: share(3, 4, MajorityBase::Cast, "§ 33 Abs. 1 Satz 1 BGB"),
        purpose_majority: MajorityRule { absent_consent: true, ..all_members(purpose) },
        dissolution_majority: share(3, 4, MajorityBase::Cast, "§ 41 Satz 2 BGB"),
        // The BGB knows neither run-off nor lot; both need the statutes.
        election_majority: ElectionRule {
            secret: false,
            no_is_valid: true,
            tie: ElectionTie::RunOff,
            ..election("§ 32 Abs. 1 Satz 3 BGB; Satzung")
        },
        weighted: false,
        proxies: false,
        signatures: signatures("Satzung (§ 58 Nr. 4 BGB)"),
        binding: true,
        circular: CircularRule { form, ..circular_by_all(circular) },
    };
    let assumed = &[
        "publicity",
        "notice",
        "notice_form",
        "urgent",
        "election_majority",
        "weighted",
        "signatures",
        "circular.deadline_days",
    ];
    Preset { german: "Eingetragener Verein", english: "Registered association", assumed, rules }
}

fn special_purpose() -> Preset {
    let rules = RuleSet {
        regime: Regime::SpecialPurpose,
        publicity: Publicity {
            meetings_public: true,
            paragraph: "Art. 32 Abs. 4 KommZG, Art. 52 Abs. 2 GO".to_owned(),
        },
        notice: notice(7, NoticeStart::Received, "Art. 32 Abs. 1 Satz 3 KommZG"),
        notice_form: NoticeForm {
            form: Form::WrittenOrElectronic,
            paragraph: "Art. 32 Abs. 1 Satz 1 KommZG".to_owned(),
        },
        urgent: urgent(true, 24, true, "Art. 32 Abs. 1 Satz 4 KommZG"),
        late: Late::Block,
        agenda_binding: AgendaBinding { binding: true, paragraph: "Art. 32 Abs. 1 Satz 3 KommZG".to_owned() },
        quorum: quorum(
            QuorumKind::VotesMajority,
            true,
            ConcernedRule::NotPresent,
            second_call(Some(28), "Art. 33 Abs. 1 Satz 3 KommZG"),
            "Art. 33 Abs. 1 Satz 1 KommZG",
        ),
        majority: simple(Abstention::Forbidden, "Art. 33 Abs. 2 KommZG"),
        statute_majority: MajorityRule {
            threshold: Threshold::MoreThanHalf,
            base: MajorityBase::Members,
            ..simple(Abstention::Forbidden, "Art. 44 Abs. 1 Satz 1 KommZG")
        },
        purpose_majority: share(2, 3, MajorityBase::Members, "Art. 44 Abs. 1 Satz 1 KommZG"),
        dissolution_majority: share(2, 3, MajorityBase::Members, "Art. 46 Abs. 1 KommZG"),
        election_majority: ElectionRule { three_lead: ThreeLead::Lot, ..election("Art. 33 Abs. 3 KommZG") },
        weighted: true,
        proxies: false,
        signatures: signatures("Art. 26 Abs. 1 KommZG, Art. 54 Abs. 2 GO"),
        binding: true,
        circular: no_circular("Art. 26 Abs. 1 KommZG, Art. 47 Abs. 1 GO"),
    };
    let assumed = &[
        "notice.delivery_days",
        "majority.abstention",
        "dissolution_majority",
        "election_majority.no_is_valid",
        "weighted",
    ];
    Preset { german: "Zweckverband", english: "Special-purpose association", assumed, rules }
}

fn working_community(day: Date) -> Preset {
    let rules = RuleSet {
        regime: Regime::WorkingCommunity,
        publicity: Publicity { meetings_public: false, paragraph: CONTRACT.to_owned() },
        notice: notice(14, NoticeStart::Sent, CONTRACT),
        notice_form: NoticeForm { form: Form::Text, paragraph: CONTRACT.to_owned() },
        urgent: urgent(true, 24, true, CONTRACT),
        late: Late::AskReason,
        agenda_binding: AgendaBinding { binding: false, paragraph: CONTRACT.to_owned() },
        quorum: quorum(QuorumKind::HeadsMajority, true, ConcernedRule::Present, no_second_call(), CONTRACT),
        majority: simple(Abstention::Allowed, CONTRACT),
        // A contract is changed and ended by all who made it.
        statute_majority: all_members(CONTRACT),
        purpose_majority: all_members(CONTRACT),
        dissolution_majority: all_members(CONTRACT),
        election_majority: ElectionRule {
            secret: false,
            no_is_valid: true,
            tie: ElectionTie::RunOff,
            ..election(CONTRACT)
        },
        weighted: false,
        proxies: false,
        signatures: signatures(CONTRACT),
        // Members are bound only once their own organs agreed (Art. 5 (1) KommZG).
        binding: false,
        circular: CircularRule { form: association_consent(day).0, ..circular_by_all(CONTRACT) },
    };
    let assumed = &[
        "publicity",
        "notice",
        "notice_form",
        "urgent",
        "late",
        "agenda_binding",
        "quorum",
        "majority",
        "election_majority",
        "weighted",
        "proxies",
        "signatures",
        "circular",
    ];
    Preset { german: "Kommunale Arbeitsgemeinschaft", english: "Municipal working community", assumed, rules }
}

fn council() -> Preset {
    let procedure = "Geschäftsordnung (Art. 45 Abs. 2, Art. 46 Abs. 2 GO)";
    let ordinary = || simple(Abstention::Forbidden, "Art. 51 Abs. 1 GO");
    let rules = RuleSet {
        regime: Regime::Council,
        publicity: Publicity { meetings_public: true, paragraph: "Art. 52 Abs. 2 GO".to_owned() },
        notice: notice(5, NoticeStart::Received, procedure),
        notice_form: NoticeForm { form: Form::WrittenOrElectronic, paragraph: procedure.to_owned() },
        urgent: urgent(true, 72, true, procedure),
        late: Late::Block,
        agenda_binding: AgendaBinding {
            binding: true,
            paragraph: "Art. 46 Abs. 2 Satz 2 GO; Geschäftsordnung".to_owned(),
        },
        quorum: quorum(
            QuorumKind::HeadsMajority,
            true,
            ConcernedRule::NotPresent,
            second_call(None, "Art. 47 Abs. 3 GO"),
            "Art. 47 Abs. 2 GO",
        ),
        majority: ordinary(),
        statute_majority: ordinary(),
        purpose_majority: ordinary(),
        dissolution_majority: ordinary(),
        election_majority: ElectionRule { repeat_if_half_invalid: true, ..election("Art. 51 Abs. 3 GO") },
        weighted: false,
        proxies: false,
        signatures: signatures("Art. 54 Abs. 2 GO"),
        binding: true,
        circular: no_circular("Art. 47 Abs. 1 GO"),
    };
    let assumed = &["notice", "notice_form", "urgent", "election_majority.three_lead"];
    Preset { german: "Gemeinderat", english: "Municipal council", assumed, rules }
}

fn informal() -> Preset {
    let rules = RuleSet {
        regime: Regime::Informal,
        publicity: Publicity { meetings_public: false, paragraph: OPEN.to_owned() },
        notice: notice(7, NoticeStart::Sent, OPEN),
        notice_form: NoticeForm { form: Form::None, paragraph: OPEN.to_owned() },
        urgent: urgent(true, 0, false, OPEN),
        late: Late::AskReason,
        agenda_binding: AgendaBinding { binding: false, paragraph: OPEN.to_owned() },
        quorum: quorum(QuorumKind::None, false, ConcernedRule::Present, no_second_call(), OPEN),
        majority: simple(Abstention::Allowed, OPEN),
        statute_majority: simple(Abstention::Allowed, OPEN),
        purpose_majority: simple(Abstention::Allowed, OPEN),
        dissolution_majority: simple(Abstention::Allowed, OPEN),
        election_majority: ElectionRule {
            method: ElectionMethod::Plurality,
            secret: false,
            no_is_valid: true,
            ..election(OPEN)
        },
        weighted: false,
        proxies: false,
        signatures: Signatures { chair: false, minute_taker: false, members: 0, paragraph: OPEN.to_owned() },
        binding: false,
        circular: CircularRule {
            kind: CircularKind::Majority,
            silence: Silence::Abstains,
            form: Form::None,
            ..circular_by_all(OPEN)
        },
    };
    // No law: everything but the regime and that results do not bind.
    let assumed = &[
        "publicity",
        "notice",
        "notice_form",
        "urgent",
        "late",
        "agenda_binding",
        "quorum",
        "majority",
        "statute_majority",
        "purpose_majority",
        "dissolution_majority",
        "election_majority",
        "weighted",
        "proxies",
        "signatures",
        "circular",
    ];
    Preset { german: "Arbeitskreis", english: "Working group", assumed, rules }
}

fn notice(days: u32, start: NoticeStart, paragraph: &str) -> Notice {
    // No law says how long an invitation by post takes. Four days is what § 41 (2) VwVfG assumes for
    // administrative acts since 2025; the presets mark it as an assumption.
    let (unit, rest_days) = (DayUnit::Calendar, RestDays::Ignored);
    Notice { days, unit, start, delivery_days: 4, rest_days, paragraph: paragraph.to_owned() }
}

fn urgent(allowed: bool, hours: u32, needs_reason: bool, paragraph: &str) -> Urgent {
    Urgent { allowed, hours, needs_reason, paragraph: paragraph.to_owned() }
}

fn quorum(
    kind: QuorumKind,
    all_summoned: bool,
    concerned: ConcernedRule,
    second_call: SecondCall,
    paragraph: &str,
) -> QuorumRule {
    let (numerator, denominator, minimum) = (1, 2, 1);
    QuorumRule {
        kind,
        numerator,
        denominator,
        minimum,
        all_summoned,
        concerned,
        second_call,
        paragraph: paragraph.to_owned(),
    }
}

fn second_call(within_days: Option<u32>, paragraph: &str) -> SecondCall {
    SecondCall { allowed: true, within_days, must_say_so: true, not_for_concern: true, paragraph: paragraph.to_owned() }
}

fn no_second_call() -> SecondCall {
    SecondCall {
        allowed: false,
        within_days: None,
        must_say_so: true,
        not_for_concern: false,
        paragraph: STATUTES.to_owned(),
    }
}

fn simple(abstention: Abstention, paragraph: &str) -> MajorityRule {
    MajorityRule {
        threshold: Threshold::MoreYesThanNo,
        base: MajorityBase::Cast,
        tie: Tie::Rejected,
        abstention,
        concerned_leave_base: false,
        absent_consent: false,
        paragraph: paragraph.to_owned(),
    }
}

fn share(num: u32, den: u32, base: MajorityBase, paragraph: &str) -> MajorityRule {
    MajorityRule { threshold: Threshold::AtLeast { num, den }, base, ..simple(Abstention::Allowed, paragraph) }
}

fn all_members(paragraph: &str) -> MajorityRule {
    MajorityRule {
        threshold: Threshold::Unanimous,
        base: MajorityBase::Members,
        ..simple(Abstention::Allowed, paragraph)
    }
}

fn election(paragraph: &str) -> ElectionRule {
    ElectionRule {
        method: ElectionMethod::Absolute,
        secret: true,
        no_is_valid: false,
        repeat_if_half_invalid: false,
        three_lead: ThreeLead::Repeat,
        tie: ElectionTie::Lot,
        paragraph: paragraph.to_owned(),
    }
}

fn signatures(paragraph: &str) -> Signatures {
    Signatures { chair: true, minute_taker: true, members: 0, paragraph: paragraph.to_owned() }
}

fn circular_by_all(paragraph: &str) -> CircularRule {
    CircularRule {
        allowed: true,
        kind: CircularKind::AllConsent,
        majority: simple(Abstention::Allowed, paragraph),
        silence: Silence::Fails,
        form: Form::Text,
        deadline_days: 14,
        paragraph: paragraph.to_owned(),
    }
}

fn no_circular(paragraph: &str) -> CircularRule {
    CircularRule { allowed: false, deadline_days: 0, ..circular_by_all(paragraph) }
}
