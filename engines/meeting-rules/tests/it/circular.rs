use allmende_meeting_rules::{
    Answers, CircularFailure, CircularFault, CircularKind, CircularRule, CircularVerdict, Form, MajorityBase,
    MajorityRule, Regime, Silence, Threshold, Tie, association_consent, circular_deadline, judge_circular,
};
use jiff::civil::{Date, date};

use crate::data::{rules, v};

const SENT: Date = date(2026, 3, 2);
const DEADLINE: Date = date(2026, 3, 16);
const AFTER: Date = date(2026, 3, 17);

fn answers(members: &str, yes: &str, no: &str, abstain: &str) -> Answers {
    Answers { members: v(members), yes: v(yes), no: v(no), abstain: v(abstain), wrong_form: v("0") }
}

fn all() -> CircularRule {
    rules(Regime::Association).circular
}

fn majority(silence: Silence) -> CircularRule {
    let majority = MajorityRule { threshold: Threshold::MoreThanHalf, base: MajorityBase::Members, ..all().majority };
    CircularRule { kind: CircularKind::Majority, silence, majority, ..all() }
}

fn judged(rule: &CircularRule, answers: Answers, today: Date) -> CircularVerdict {
    judge_circular(rule, &answers, Some(DEADLINE), today).unwrap()
}

fn failed(why: CircularFailure) -> CircularVerdict {
    CircularVerdict::Failed { why }
}

#[test]
fn all_members_must_consent() {
    for (answers, today, expected) in [
        (answers("14", "13", "0", "0"), SENT, CircularVerdict::Open { missing: v("1") }),
        // On the last day there is still time.
        (answers("14", "13", "0", "0"), DEADLINE, CircularVerdict::Open { missing: v("1") }),
        (answers("14", "13", "0", "0"), AFTER, failed(CircularFailure::Silent)),
        (answers("14", "14", "0", "0"), SENT, CircularVerdict::Adopted),
        (answers("14", "14", "0", "0"), AFTER, CircularVerdict::Adopted),
        // One refusal or abstention ends it at once.
        (answers("14", "3", "1", "0"), SENT, failed(CircularFailure::Refused)),
        (answers("14", "13", "0", "1"), SENT, failed(CircularFailure::Abstained)),
    ] {
        assert_eq!(judged(&all(), answers, today), expected);
    }
    // Without a deadline it stays open.
    let open = judge_circular(&all(), &answers("14", "1", "0", "0"), None, date(2030, 1, 1));
    assert_eq!(open, Ok(CircularVerdict::Open { missing: v("13") }));
}

#[test]
fn an_answer_in_the_wrong_form_is_none() {
    let answers = Answers { wrong_form: v("1"), ..answers("14", "13", "0", "0") };
    assert_eq!(judged(&all(), answers, SENT), CircularVerdict::Open { missing: v("1") });
    assert_eq!(judged(&all(), answers, AFTER), failed(CircularFailure::WrongForm));
}

#[test]
fn a_majority_of_the_members_if_the_statutes_say_so() {
    // More than half of 14 votes: 8.
    let silent = answers("14", "8", "2", "0");
    assert_eq!(judged(&majority(Silence::Absent), silent, DEADLINE), CircularVerdict::Open { missing: v("4") });
    assert_eq!(judged(&majority(Silence::Absent), silent, AFTER), CircularVerdict::Adopted);
    assert_eq!(judged(&majority(Silence::Abstains), silent, AFTER), CircularVerdict::Adopted);
    assert_eq!(judged(&majority(Silence::Fails), silent, AFTER), failed(CircularFailure::Silent));
    let short = answers("14", "7", "0", "0");
    assert_eq!(judged(&majority(Silence::Absent), short, AFTER), failed(CircularFailure::Majority));
    // Everybody answered: no need to wait for the deadline.
    assert_eq!(judged(&majority(Silence::Fails), answers("14", "8", "6", "0"), SENT), CircularVerdict::Adopted);
    // Nobody presides over a circular, so a tie fails also where the chair would decide.
    let mut chair = majority(Silence::Absent);
    chair.majority = MajorityRule { threshold: Threshold::MoreYesThanNo, tie: Tie::ChairDecides, ..chair.majority };
    assert_eq!(judged(&chair, answers("14", "7", "7", "0"), SENT), failed(CircularFailure::Majority));
}

#[test]
fn councils_decide_in_meetings() {
    let rule = rules(Regime::Council).circular;
    assert_eq!(judged(&rule, answers("15", "15", "0", "0"), SENT), failed(CircularFailure::NotAllowed));
}

#[test]
fn impossible_answers_are_refused() {
    let fault = judge_circular(&all(), &answers("14", "14", "1", "0"), None, SENT);
    assert_eq!(fault, Err(CircularFault::MoreAnswersThanMembers { answered: v("15"), members: v("14") }));
    assert_eq!(judge_circular(&all(), &answers("0", "0", "0", "0"), None, SENT), Err(CircularFault::NoMembers));
}

#[test]
fn the_form_of_consent_has_its_validity() {
    for (day, form, paragraph) in [
        (date(2017, 11, 30), Form::Written, "§ 32 Abs. 2 BGB a. F."),
        (date(2023, 3, 20), Form::Written, "§ 32 Abs. 2 BGB a. F."),
        (date(2023, 3, 21), Form::Written, "§ 32 Abs. 3 BGB a. F."),
        (date(2024, 12, 31), Form::Written, "§ 32 Abs. 3 BGB a. F."),
        (date(2025, 1, 1), Form::Text, "§ 32 Abs. 3 BGB"),
    ] {
        assert_eq!(association_consent(day), (form, paragraph), "{day}");
    }
}

#[test]
fn the_deadline() {
    // 14 days after 2 March, that day not counted.
    assert_eq!(circular_deadline(&all(), SENT), Some(DEADLINE));
    assert_eq!(circular_deadline(&CircularRule { deadline_days: 0, ..all() }, SENT), None);
    assert_eq!(circular_deadline(&CircularRule { deadline_days: u32::MAX, ..all() }, SENT), None);
}
