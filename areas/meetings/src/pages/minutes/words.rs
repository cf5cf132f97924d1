//! Words for votes on the screen.

use allmende_web::Cx;

use crate::minutes::decision::votes_words;
use crate::model::vote::{Vote, VoteKind, VoteOutcome};

/// "Beschluss 07/2017"; where results do not bind: "Empfehlung 07/2017".
pub(in crate::pages) fn label(cx: &Cx, vote: &Vote, binding: bool) -> String {
    let word = match (vote.kind, binding) {
        (VoteKind::Resolution, false) => cx.t("decision-kind-recommendation"),
        (kind, _) => cx.t(&format!("decision-kind-{}", kind.word())),
    };
    match vote.number_words() {
        Some(number) => format!("{word} {number}"),
        None => word,
    }
}

/// "11 : 2 : 1"; empty if nobody counted.
pub(in crate::pages) fn counts(vote: &Vote) -> String {
    if vote.outcome == VoteOutcome::Noted || vote.yes + vote.no + vote.abstain == 0 {
        return String::new();
    }
    let mut counts = vec![votes_words(vote.yes), votes_words(vote.no)];
    if vote.abstain > 0 {
        counts.push(votes_words(vote.abstain));
    }
    counts.join(" : ")
}
