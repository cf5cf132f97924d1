//! A vote as minutes and excerpts tell it.

use allmende_documents::{
    Block, Cell, Column, Count, Decision, Mark, Outcome, Row, RowGroup, Table, format as german, plain,
};
use allmende_meeting_rules::{Abstention, RuleSet, Votes};

use super::proceedings::Proceedings;
use crate::model::ItemState;
use crate::model::vote::{Ballot, BallotChoice, Ballots, Vote, VoteKind, VoteOutcome};

/// "12" or "7,25" from thousandths.
pub fn votes_words(thousandths: i64) -> String {
    Votes::from_thousandths(thousandths).map(|votes| votes.to_string()).unwrap_or_default()
}

/// What a vote is called: "Beschluss 07/2017", "Empfehlung 07/2017" where results do not bind.
pub fn label(vote: &Vote, binding: bool) -> String {
    let word = match (vote.kind, binding) {
        (VoteKind::Procedure, _) => "Antrag zum Verfahren",
        (VoteKind::Election, _) => "Wahl",
        (VoteKind::Resolution, true) => "Beschluss",
        (VoteKind::Resolution, false) => "Empfehlung",
    };
    match vote.number_words() {
        Some(number) => format!("{word} {number}"),
        None => word.to_owned(),
    }
}

/// The blocks of a vote: the decision, and who voted how if it was by name.
pub fn blocks(proceedings: &Proceedings, vote: &Vote) -> Vec<Block> {
    let ballots: Vec<&Ballot> = proceedings.ballots.iter().filter(|one| one.vote_id == vote.head.id).collect();
    let item = proceedings.items.iter().find(|item| Some(item.head.id) == vote.item_id);
    let postponed = item.is_some_and(|item| item.state == ItemState::Postponed);
    let mut blocks = vec![block(vote, &proceedings.rules, postponed, &follow(proceedings, vote))];
    if vote.ballots == Ballots::Named && !ballots.is_empty() {
        blocks.push(Block::Table(named(&ballots)));
    }
    blocks
}

/// The decision itself.
pub fn block(vote: &Vote, rules: &RuleSet, postponed: bool, follow: &str) -> Block {
    let some = |text: String| (!text.is_empty()).then_some(text);
    if vote.outcome == VoteOutcome::Noted {
        return Block::Noted { strong: "Kenntnis genommen.".to_owned(), text: plain(vote.wording.clone()) };
    }
    let is_moved = postponed && vote.kind == VoteKind::Procedure && vote.outcome == VoteOutcome::Adopted;
    let verdict = match (vote.annulled_on, vote.outcome) {
        (Some(_), _) => "Aufgehoben".to_owned(),
        _ if vote.kind == VoteKind::Election => vote.verdict.clone(),
        _ if is_moved => "Vertagung angenommen".to_owned(),
        (None, VoteOutcome::Adopted) => "Angenommen".to_owned(),
        (None, VoteOutcome::Rejected | VoteOutcome::Noted) => "Abgelehnt".to_owned(),
        (None, VoteOutcome::Open) => "Stimmengleichheit, noch nicht entschieden".to_owned(),
    };
    Block::Decision(Decision {
        concerned: some(concerned(vote)),
        label: label(vote, rules.binding),
        wording: vote.wording.clone(),
        counts: counts(vote, rules),
        verdict,
        base: some(base(vote)),
        follow: some(follow.to_owned()),
        outcome: if is_moved {
            Outcome::Postponed
        } else if vote.outcome == VoteOutcome::Adopted && vote.annulled_on.is_none() {
            Outcome::Adopted
        } else {
            Outcome::Rejected
        },
    })
}

fn base(vote: &Vote) -> String {
    let secret = (vote.ballots == Ballots::Secret).then(|| "geheime Abstimmung".to_owned());
    let annulled = vote.annulled_on.map(|day| {
        let day = german::date(day.0);
        if vote.annulled_reason.is_empty() {
            format!("am {day}")
        } else {
            format!("am {day}: {}", vote.annulled_reason)
        }
    });
    let parts = [annulled, secret, Some(vote.basis.clone()).filter(|text| !text.is_empty())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Who was personally concerned and left out (Art. 49 GO, § 34 BGB).
pub fn concerned(vote: &Vote) -> String {
    let names: Vec<&str> = vote.concerned.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
    match &names[..] {
        [] => String::new(),
        [one] => format!("Wegen persönlicher Beteiligung nimmt {one} an Beratung und Abstimmung nicht teil."),
        [rest @ .., last] => format!(
            "Wegen persönlicher Beteiligung nehmen {} und {last} an Beratung und Abstimmung nicht teil.",
            rest.join(", ")
        ),
    }
}

fn counts(vote: &Vote, rules: &RuleSet) -> Vec<Count> {
    let all = vote.yes + vote.no + vote.abstain + vote.invalid;
    // An election is told by its verdict, and nothing was counted for a matter without a vote.
    if all == 0 || (vote.kind == VoteKind::Election && vote.yes == 0) {
        return Vec::new();
    }
    let count = |label: &str, thousandths: i64, mark: Mark| Count {
        label: label.to_owned(),
        value: votes_words(thousandths),
        mark,
        // Votes that have a weight are told by numbers alone.
        marks: if rules.weighted { 0 } else { usize::try_from(thousandths / 1000).unwrap_or(0) },
    };
    let mut counts = vec![count("Ja", vote.yes, Mark::Yes), count("Nein", vote.no, Mark::No)];
    if rules.majority.abstention == Abstention::Allowed || vote.abstain > 0 {
        counts.push(count("Enthaltung", vote.abstain, Mark::Abstain));
    }
    if vote.invalid > 0 {
        counts.push(Count { marks: 0, ..count("Ungültig", vote.invalid, Mark::Abstain) });
    }
    counts
}

fn follow(proceedings: &Proceedings, vote: &Vote) -> String {
    let tasks: Vec<String> = proceedings
        .tasks
        .iter()
        .filter(|task| task.source_id == Some(vote.head.id))
        .map(|task| format!("„{}“", task.title))
        .collect();
    match &tasks[..] {
        [] => String::new(),
        [one] => format!("Daraus: Aufgabe {one}"),
        many => format!("Daraus: Aufgaben {}", many.join(", ")),
    }
}

/// What somebody chose, in words.
pub fn choice_words(choice: BallotChoice) -> &'static str {
    match choice {
        BallotChoice::Yes => "Ja",
        BallotChoice::No => "Nein",
        BallotChoice::Abstain => "Enthaltung",
        BallotChoice::Invalid => "ungültig",
        BallotChoice::Concerned => "beteiligt",
    }
}

fn named(ballots: &[&Ballot]) -> Table {
    let row = |ballot: &&Ballot| Row {
        cells: vec![Cell::from(ballot.name.as_str()), Cell::from(choice_words(ballot.choice))],
        strong: false,
    };
    Table {
        title: "Namentliche Abstimmung".to_owned(),
        columns: vec![Column::text("Mitglied", 4), Column::text("Stimme", 2)],
        groups: vec![RowGroup { title: None, rows: ballots.iter().map(row).collect() }],
        ..Table::default()
    }
}
