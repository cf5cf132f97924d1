//! Reading a vote from its form: by exception, by name, or as counts.

use allmende_meeting_rules::{BallotFault, Count, Votes, VotesFault, check_ballot};
use allmende_store::Moment;
use allmende_web::Cx;

use super::evening::Evening;
use crate::model::participant::Participant;
use crate::model::vote::{BallotChoice, Ballots, MajorityKind, VoteKind};

/// What stands before the id of a participant in the name of its field.
pub(super) const CHOICE: &str = "wahl-";

/// A vote as it was given.
pub(super) struct Cast<'a> {
    pub(super) kind: VoteKind,
    pub(super) ballots: Ballots,
    pub(super) majority: MajorityKind,
    pub(super) count: Count,
    /// Who chose what; empty if only counts are known.
    pub(super) choices: Vec<(&'a Participant, BallotChoice)>,
    pub(super) concerned: Vec<&'a Participant>,
    /// Votes of those who are there and not concerned.
    pub(super) entitled: Votes,
    /// The same by heads.
    pub(super) heads: usize,
}

impl<'a> Cast<'a> {
    /// What nobody has objected to yet: all who are there say yes.
    pub(super) fn unopposed(evening: &'a Evening, at: Moment) -> Result<Self, VotesFault> {
        let choices = evening.present(at).into_iter().map(|one| (one, BallotChoice::Yes)).collect();
        Self::new(evening, choices)
    }

    fn new(evening: &'a Evening, choices: Vec<(&'a Participant, BallotChoice)>) -> Result<Self, VotesFault> {
        let of = |wanted: BallotChoice| {
            let all: Vec<&Participant> =
                choices.iter().filter(|(_, choice)| *choice == wanted).map(|(one, _)| *one).collect();
            evening.weights(&all)
        };
        let voters: Vec<&Participant> = evening.voters().collect();
        let here: Vec<&Participant> = choices.iter().map(|(one, _)| *one).collect();
        let concerned: Vec<&Participant> =
            choices.iter().filter(|(_, choice)| *choice == BallotChoice::Concerned).map(|(one, _)| *one).collect();
        let count = Count {
            yes: of(BallotChoice::Yes)?,
            no: of(BallotChoice::No)?,
            abstain: of(BallotChoice::Abstain)?,
            invalid: of(BallotChoice::Invalid)?,
            concerned: evening.weights(&concerned)?,
            absent: evening.weights(&voters)?.checked_sub(evening.weights(&here)?)?,
            consent: Votes::ZERO,
        };
        Ok(Self {
            kind: VoteKind::Resolution,
            ballots: Ballots::Open,
            majority: MajorityKind::Ordinary,
            entitled: evening.weights(&here)?.checked_sub(count.concerned)?,
            heads: here.len() - concerned.len(),
            count,
            choices,
            concerned,
        })
    }

    /// Reads the form. The sentence says what does not fit.
    pub(super) fn read(cx: &Cx, evening: &'a Evening, at: Moment) -> Result<Self, String> {
        let form = cx.submission();
        let kind = VoteKind::from_word(form.get("kind")).unwrap_or(VoteKind::Resolution);
        let ballots = Ballots::from_word(form.get("ballots")).unwrap_or(Ballots::Open);
        let majority = MajorityKind::from_word(form.get("majority")).unwrap_or(MajorityKind::Ordinary);
        let choices = choices(cx, evening, at)?;
        let exceptions =
            choices.iter().any(|(_, choice)| !matches!(choice, BallotChoice::Yes | BallotChoice::Concerned));
        let cast = Self { kind, ballots, majority, ..Self::new(evening, choices).map_err(|fault| fault.to_string())? };
        match typed_counts(cx)? {
            None if ballots == Ballots::Secret => Err(cx.t("hold-secret-counts")),
            None => Ok(cast),
            Some(_) if ballots == Ballots::Named => Err(cx.t("hold-named-counts")),
            Some(_) if exceptions => Err(cx.t("hold-counts-or-names")),
            Some([yes, no, abstain, invalid]) => {
                let count = Count { yes, no, abstain, invalid, ..cast.count };
                let concerned = cast.choices.iter().filter(|(_, choice)| *choice == BallotChoice::Concerned);
                // Only who did not take part is known by name.
                let choices = concerned.copied().collect();
                Ok(Self { count, choices, ..cast })
            }
        }
    }

    /// Whether the count can be: it adds up, and nobody abstained who may not.
    pub(super) fn check(&self, cx: &Cx, evening: &Evening) -> Result<(), String> {
        let rule = evening.majority(self.majority);
        check_ballot(rule, &self.count, self.entitled).map_err(|fault| match fault {
            BallotFault::SumDiffers { counted, present } => {
                let key = match (counted < present, evening.rules.weighted) {
                    (true, false) => "hold-sum-short",
                    (false, false) => "hold-sum-long",
                    (true, true) => "hold-sum-short-weighted",
                    (false, true) => "hold-sum-long-weighted",
                };
                cx.tv(key, [("counted", counted.to_string().into()), ("present", present.to_string().into())])
            }
            BallotFault::AbstentionForbidden { abstain } => cx.tv(
                "hold-abstention",
                [("count", abstain.to_string().into()), ("paragraph", rule.paragraph.as_str().into())],
            ),
            BallotFault::BadShare | BallotFault::Votes(_) => fault.to_string(),
        })
    }
}

/// What each of those present chose.
fn choices<'a>(cx: &Cx, evening: &'a Evening, at: Moment) -> Result<Vec<(&'a Participant, BallotChoice)>, String> {
    let form = cx.submission();
    let present = evening.present(at);
    let mut choices = Vec::new();
    let mut unknown = Vec::new();
    for one in evening.voters() {
        let word = form.get(&format!("{CHOICE}{}", one.head.id));
        let is_here = present.iter().any(|here| here.head.id == one.head.id);
        // The form knows somebody as present who is not, or the other way round: attendance changed meanwhile.
        match (BallotChoice::from_word(word), is_here) {
            (Some(choice), true) => choices.push((one, choice)),
            (None, false) => {}
            (Some(_), false) | (None, true) => unknown.push(one.name.as_str()),
        }
    }
    if unknown.is_empty() {
        Ok(choices)
    } else {
        Err(cx.tv("hold-attendance-changed", [("names", unknown.join(", ").into())]))
    }
}

/// Yes, no, abstentions and invalid votes, if they were typed as numbers.
fn typed_counts(cx: &Cx) -> Result<Option<[Votes; 4]>, String> {
    let form = cx.submission();
    let names = ["yes", "no", "abstain", "invalid"];
    if names.iter().all(|name| form.get(name).is_empty()) {
        return Ok(None);
    }
    let mut counts = [Votes::ZERO; 4];
    for (count, name) in counts.iter_mut().zip(names) {
        let text = form.get(name);
        if !text.is_empty() {
            *count = Votes::parse(text).map_err(|fault| fault.to_string())?;
        }
    }
    Ok(Some(counts))
}
