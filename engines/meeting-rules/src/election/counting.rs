//! From rounds to the state of an election.

use super::{
    Elected, ElectionFault, ElectionMethod, ElectionRule, ElectionState, ElectionTie, LotPurpose, Round, RoundKind,
    RoundReason, ThreeLead,
};
use crate::votes::Votes;

/// Where an election stands after the rounds so far: which round or lot comes next, or who is elected.
/// `candidates` is the list in the order of the ballot, `seats` are filled in one go, each ballot
/// carrying one vote for each open seat.
///
/// An absolute election for several seats gives a seat to everybody with more than half of the valid
/// ballots (the most votes first) and fills the rest in a run-off between twice as many as seats are
/// open; in a run-off the most votes are enough. Twice as many generalises "the two with the most
/// votes" of Art. 51 (3) 6 GO and is an assumption for more than one seat.
///
/// # Errors
/// [`ElectionFault`] for lists, counts and lots that cannot be.
pub fn elect(
    rule: &ElectionRule,
    candidates: &[String],
    seats: u32,
    rounds: &[Round],
) -> Result<ElectionState, ElectionFault> {
    if seats == 0 {
        return Err(ElectionFault::NoSeat);
    }
    if candidates.is_empty() {
        return Err(ElectionFault::NoCandidate);
    }
    if let Some(twice) = first_twice(candidates) {
        return Err(ElectionFault::Twice { candidate: twice.clone() });
    }
    let mut course = Course {
        rule,
        seats,
        open: seats,
        standing: candidates.to_vec(),
        run_off: false,
        elected: Vec::new(),
        number: 0,
        drawn: false,
    };
    let mut state = course.next(RoundKind::First, RoundReason::Start);
    for round in rounds {
        (course.number, course.drawn) = (course.number.saturating_add(1), false);
        match &state {
            ElectionState::Finished { .. } => return Err(ElectionFault::AfterEnd { round: course.number }),
            // The round before needed a lot, and nobody drew it.
            ElectionState::LotNeeded { among, places, .. } => return Err(bad_lot(*places, among.len())),
            ElectionState::Next { .. } => {}
        }
        state = course.count(round)?;
        if !round.lot.is_empty() && !course.drawn {
            return Err(ElectionFault::NeedlessLot { round: course.number });
        }
    }
    Ok(state)
}

/// An election under way.
struct Course<'a> {
    rule: &'a ElectionRule,
    seats: u32,
    open: u32,
    standing: Vec<String>,
    run_off: bool,
    elected: Vec<Elected>,
    number: u32,
    /// The round's lot was asked for.
    drawn: bool,
}

type Ranked = Vec<(String, Votes)>;

/// The first places of a ranking: who has one for sure, and who is equal for the last ones.
struct Selection {
    clear: Ranked,
    tied: Ranked,
    places: u32,
}

impl Course<'_> {
    fn next(&self, kind: RoundKind, reason: RoundReason) -> ElectionState {
        let (candidates, elected) = (self.standing.clone(), self.elected.clone());
        ElectionState::Next { kind, reason, candidates, seats: self.open, elected }
    }

    fn count(&mut self, round: &Round) -> Result<ElectionState, ElectionFault> {
        let (ranked, valid) = self.checked(round)?;
        let bad = twice(round.ballots) - twice(valid);
        if self.rule.repeat_if_half_invalid
            && !round.ballots.is_zero()
            && bad >= i128::from(round.ballots.thousandths())
        {
            return Ok(self.next(RoundKind::Repeat, RoundReason::HalfInvalid));
        }
        if self.rule.method == ElectionMethod::Absolute && !self.run_off {
            let half = i128::from(valid.thousandths());
            let winners = ranked.iter().filter(|(_, votes)| twice(*votes) > half).cloned().collect();
            if let Some(state) = self.fill(winners, round)? {
                return Ok(state);
            }
            return self.go_to_run_off(ranked, round);
        }
        // Alone against "no", more must be for than against.
        if self.standing.len() == 1 && self.rule.no_is_valid && ranked.iter().all(|(_, votes)| *votes <= round.no) {
            return Ok(self.next(RoundKind::Repeat, RoundReason::NoMajority));
        }
        if ranked.is_empty() {
            return Ok(self.next(RoundKind::Repeat, RoundReason::NoMajority));
        }
        Ok(match self.fill(ranked, round)? {
            Some(state) => state,
            None => self.finished(),
        })
    }

    fn finished(&self) -> ElectionState {
        ElectionState::Finished { elected: self.elected.clone(), vacant: self.open }
    }

    /// Gives the open seats to the first of `ranked`. A state, if that settles what comes next.
    fn fill(&mut self, ranked: Ranked, round: &Round) -> Result<Option<ElectionState>, ElectionFault> {
        let Selection { clear, tied, places } = select(ranked, self.open);
        for (candidate, votes) in clear {
            self.seat(candidate, votes, false);
        }
        if !tied.is_empty() {
            let names: Vec<String> = tied.iter().map(|(name, _)| name.clone()).collect();
            if self.rule.tie == ElectionTie::RunOff && !self.run_off {
                (self.run_off, self.standing) = (true, names);
                return Ok(Some(self.next(RoundKind::RunOff, RoundReason::Tie)));
            }
            let Some(drawn) = self.draw(round, &names, places)? else {
                return Ok(Some(self.lot_needed(LotPurpose::Seat, names, places)));
            };
            for (candidate, votes) in tied.into_iter().filter(|(name, _)| drawn.contains(name)) {
                self.seat(candidate, votes, true);
            }
        }
        Ok((self.open == 0).then(|| self.finished()))
    }

    fn seat(&mut self, candidate: String, votes: Votes, by_lot: bool) {
        self.standing.retain(|name| *name != candidate);
        self.open = self.open.saturating_sub(1);
        self.elected.push(Elected { candidate, votes, round: self.number, by_lot });
    }

    fn lot_needed(&self, purpose: LotPurpose, among: Vec<String>, places: u32) -> ElectionState {
        ElectionState::LotNeeded { purpose, among, places, elected: self.elected.clone() }
    }

    /// After a first round in which seats stayed open.
    fn go_to_run_off(&mut self, mut ranked: Ranked, round: &Round) -> Result<ElectionState, ElectionFault> {
        ranked.retain(|(name, _)| self.standing.contains(name));
        let open = usize::try_from(self.open).unwrap_or(usize::MAX);
        if ranked.len() <= open {
            return Ok(self.next(RoundKind::Repeat, RoundReason::NoMajority));
        }
        let leaders = ranked.iter().filter(|(_, votes)| ranked.first().is_some_and(|(_, most)| votes == most)).count();
        if self.seats == 1 && leaders >= 3 && self.rule.three_lead == ThreeLead::Repeat {
            return Ok(self.next(RoundKind::Repeat, RoundReason::ThreeLead));
        }
        let Selection { clear, tied, places } = select(ranked, self.open.saturating_mul(2));
        let mut names: Vec<String> = clear.into_iter().map(|(name, _)| name).collect();
        if !tied.is_empty() {
            let equal: Vec<String> = tied.into_iter().map(|(name, _)| name).collect();
            match self.draw(round, &equal, places)? {
                Some(drawn) => names.extend(drawn.iter().cloned()),
                None => return Ok(self.lot_needed(LotPurpose::RunOffPlace, equal, places)),
            }
        }
        self.run_off = true;
        self.standing.retain(|name| names.contains(name));
        Ok(self.next(RoundKind::RunOff, RoundReason::NoMajority))
    }

    /// Who was drawn; `None` if no lot was drawn yet.
    fn draw<'r>(
        &mut self,
        round: &'r Round,
        among: &[String],
        places: u32,
    ) -> Result<Option<&'r [String]>, ElectionFault> {
        if round.lot.is_empty() {
            return Ok(None);
        }
        let right_number = u32::try_from(round.lot.len()) == Ok(places);
        if !right_number || first_twice(&round.lot).is_some() || round.lot.iter().any(|name| !among.contains(name)) {
            return Err(bad_lot(places, among.len()));
        }
        self.drawn = true;
        Ok(Some(&round.lot))
    }

    /// Checks what was counted. Candidates with votes, most first, equal ones in the order of the
    /// ballot; and the valid ballots.
    fn checked(&self, round: &Round) -> Result<(Ranked, Votes), ElectionFault> {
        let names: Vec<String> = round.votes.iter().map(|entry| entry.candidate.clone()).collect();
        if let Some(candidate) = first_twice(&names) {
            return Err(ElectionFault::Twice { candidate: candidate.clone() });
        }
        if let Some(candidate) = names.iter().find(|name| !self.standing.contains(name)) {
            return Err(ElectionFault::NotStanding { candidate: candidate.clone() });
        }
        let given = Votes::sum(round.votes.iter().map(|entry| entry.votes))?;
        let spoilt = round.invalid.checked_add(round.empty)?;
        let counted = Votes::sum([given, round.no, spoilt])?;
        let no_void = if self.rule.no_is_valid { Votes::ZERO } else { round.no };
        let differs = ElectionFault::SumDiffers { counted, ballots: round.ballots };
        if self.open == 1 && counted != round.ballots {
            return Err(differs);
        }
        let carrying =
            round.ballots.checked_sub(spoilt).and_then(|left| left.checked_sub(round.no)).map_err(|_| differs)?;
        let most = i128::from(carrying.thousandths()) * i128::from(self.open);
        if i128::from(given.thousandths()) > most || round.votes.iter().any(|entry| entry.votes > carrying) {
            return Err(ElectionFault::TooManyVotes { counted: given, ballots: carrying });
        }
        let mut ranked: Ranked = self
            .standing
            .iter()
            .filter_map(|name| round.votes.iter().find(|entry| entry.candidate == *name))
            .filter(|entry| !entry.votes.is_zero())
            .map(|entry| (entry.candidate.clone(), entry.votes))
            .collect();
        ranked.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
        Ok((ranked, round.ballots.checked_sub(spoilt)?.checked_sub(no_void)?))
    }
}

fn select(mut ranked: Ranked, places: u32) -> Selection {
    let count = usize::try_from(places).unwrap_or(usize::MAX);
    let (Some(next), Some(last)) = (ranked.get(count), count.checked_sub(1).and_then(|last| ranked.get(last))) else {
        ranked.truncate(count);
        return Selection { clear: ranked, tied: Vec::new(), places: 0 };
    };
    let boundary = last.1;
    if next.1 < boundary {
        ranked.truncate(count);
        return Selection { clear: ranked, tied: Vec::new(), places: 0 };
    }
    let clear: Ranked = ranked.iter().filter(|(_, votes)| *votes > boundary).cloned().collect();
    let tied: Ranked = ranked.into_iter().filter(|(_, votes)| *votes == boundary).collect();
    let places = places.saturating_sub(u32::try_from(clear.len()).unwrap_or(u32::MAX));
    Selection { clear, tied, places }
}

fn bad_lot(places: u32, among: usize) -> ElectionFault {
    ElectionFault::BadLot { places, among: u32::try_from(among).unwrap_or(u32::MAX) }
}

fn first_twice(names: &[String]) -> Option<&String> {
    names.iter().enumerate().find(|(at, name)| names.iter().take(*at).any(|other| other == *name)).map(|(_, name)| name)
}

fn twice(votes: Votes) -> i128 {
    i128::from(votes.thousandths()) * 2
}
