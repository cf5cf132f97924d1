//! Who votes on a resolution without a meeting, and how it stands.

use allmende_alliance::letters::recipients::AddressBook;
use allmende_meeting_rules::{
    Answers, CircularFailure, CircularKind, CircularVerdict, Form, RuleSet, Votes, judge_circular,
};
use allmende_store::{Head, Id, StoreError, Tx};
use allmende_web::Cx;
use allmende_web::texts::Language;

use crate::minutes::decision::votes_words;
use crate::model::circular::{Circular, CircularAnswer, CircularChoice};
use crate::model::participant::AnsweredBy;
use crate::model::seat::Seat;
use crate::queries;

/// The answers that are asked for: one of each seat that votes today.
pub(super) async fn asked(tx: &mut Tx, circular: &Circular) -> Result<Vec<CircularAnswer>, StoreError> {
    let today = tx.today();
    let seats = queries::seats(tx, circular.body_id).await?;
    let book = AddressBook::load(tx, today).await?;
    let places = tx.index_lines(seats.iter().filter_map(|seat| seat.municipality_id).collect()).await?;
    let voting = seats.iter().filter(|seat| seat.role.votes() && seat.is_filled_on(today));
    let made = (1..).zip(voting).map(|(position, seat)| {
        let place = seat.municipality_id.and_then(|id| places.get(&id)).map(|line| line.title.clone());
        answer(circular.head.id, position, seat, place, &book)
    });
    Ok(made.collect())
}

fn answer(circular: Id, position: i64, seat: &Seat, place: Option<String>, book: &AddressBook) -> CircularAnswer {
    let speaks = || seat.municipality_id.and_then(|id| book.mayor(id)).map(|holder| holder.person_id);
    let person = seat.person_id.or_else(speaks).and_then(|id| book.person_of(id));
    let full_name = person.map(allmende_alliance::model::Person::full_name).unwrap_or_default();
    let email = if seat.email.is_empty() {
        person.map(|person| person.email.clone()).unwrap_or_default()
    } else {
        seat.email.clone()
    };
    let own = if seat.name.is_empty() { full_name.clone() } else { seat.name.clone() };
    let (name, person) = match place {
        Some(place) => (place, own),
        None => (own, String::new()),
    };
    CircularAnswer {
        head: Head::default(),
        circular_id: circular,
        position,
        seat_id: Some(seat.head.id),
        name,
        person,
        email,
        channel: seat.channel,
        votes: seat.votes,
        answer: CircularChoice::None,
        text: String::new(),
        answered_at: None,
        answered_by: AnsweredBy::Nothing,
        token_digest: String::new(),
    }
}

/// How a resolution stands.
pub(super) struct Standing {
    /// The finding of the engine; none if nothing can be found.
    pub(super) verdict: Option<CircularVerdict>,
    /// Who did not answer yet.
    pub(super) silent: Vec<String>,
    /// Votes in favour, against, abstained, of all.
    pub(super) yes: i64,
    pub(super) no: i64,
    pub(super) abstain: i64,
    pub(super) members: i64,
}

impl Standing {
    pub(super) fn of(cx: &Cx, circular: &Circular, rules: &RuleSet, answers: &[CircularAnswer]) -> Self {
        let sum = |choice: CircularChoice| -> i64 {
            answers.iter().filter(|one| one.answer == choice).map(|one| one.votes).sum()
        };
        let (yes, no) = (sum(CircularChoice::Yes), sum(CircularChoice::No));
        let abstain = sum(CircularChoice::Abstain);
        let members: i64 = answers.iter().map(|one| one.votes).sum();
        let votes = |thousandths| Votes::from_thousandths(thousandths).ok();
        let counted = || {
            Some(Answers {
                members: votes(members)?,
                yes: votes(yes)?,
                no: votes(no)?,
                abstain: votes(abstain)?,
                wrong_form: Votes::ZERO,
            })
        };
        let judged = counted().and_then(|counted| {
            judge_circular(&rules.circular, &counted, Some(circular.deadline.0), cx.today().0).ok()
        });
        let silent = |one: &&CircularAnswer| one.answer == CircularChoice::None;
        Self {
            verdict: judged,
            silent: answers.iter().filter(silent).map(|one| one.name.clone()).collect(),
            yes,
            no,
            abstain,
            members,
        }
    }

    /// "11 : 2 : 1".
    pub(super) fn counts(&self) -> String {
        [self.yes, self.no, self.abstain].map(votes_words).join(" : ")
    }

    /// The finding as a sentence with its paragraph, in the person's language.
    pub(super) fn words(&self, cx: &Cx, rules: &RuleSet) -> String {
        self.words_in(cx, cx.language(), rules)
    }

    /// The finding in a language: what is stored stands on papers, which are German.
    pub(super) fn words_in(&self, cx: &Cx, language: Language, rules: &RuleSet) -> String {
        let paragraph = rules.circular.paragraph.as_str();
        let silent = self.silent.join(", ");
        let values = [
            ("paragraph", paragraph.into()),
            ("names", silent.into()),
            ("count", self.silent.len().into()),
            ("counts", self.counts().into()),
        ];
        let key = match self.verdict {
            None => "circular-verdict-none",
            Some(CircularVerdict::Open { .. }) => "circular-verdict-open",
            Some(CircularVerdict::Adopted) if rules.circular.kind == CircularKind::AllConsent => "circular-verdict-all",
            Some(CircularVerdict::Adopted) => "circular-verdict-majority",
            Some(CircularVerdict::Failed { why }) => match why {
                CircularFailure::NotAllowed => "circular-failed-not-allowed",
                CircularFailure::Refused => "circular-failed-refused",
                CircularFailure::Abstained => "circular-failed-abstained",
                CircularFailure::Silent => "circular-failed-silent",
                CircularFailure::WrongForm => "circular-failed-form",
                CircularFailure::Majority => "circular-failed-majority",
            },
        };
        cx.app().texts.with(language, key, &values)
    }

    /// Whether the outcome can be stated.
    pub(super) fn is_settled(&self) -> bool {
        matches!(self.verdict, Some(CircularVerdict::Adopted | CircularVerdict::Failed { .. }))
    }
}

/// The rule in words: who must agree, in which form, what silence means.
pub(super) fn rule_words(cx: &Cx, rules: &RuleSet) -> Vec<String> {
    let rule = &rules.circular;
    if !rule.allowed {
        return vec![cx.tv("circular-rule-not-allowed", [("paragraph", rule.paragraph.as_str().into())])];
    }
    let kind = match rule.kind {
        CircularKind::AllConsent => "circular-rule-all",
        CircularKind::Majority => "circular-rule-majority",
    };
    let form = match rule.form {
        Form::Text | Form::Electronic => "circular-form-text",
        Form::Written | Form::WrittenOrElectronic => "circular-form-written",
        Form::None => "circular-form-any",
    };
    let silence = match (rule.kind, rule.silence) {
        (CircularKind::AllConsent, _) | (_, allmende_meeting_rules::Silence::Fails) => "circular-silence-fails",
        (_, allmende_meeting_rules::Silence::Abstains) => "circular-silence-abstains",
        (_, allmende_meeting_rules::Silence::Absent) => "circular-silence-absent",
    };
    vec![cx.tv(kind, [("paragraph", rule.paragraph.as_str().into())]), cx.t(form), cx.t(silence)]
}
