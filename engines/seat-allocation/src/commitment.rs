//! The commitment: what is published before the outside value exists.

use jiff::Timestamp;

use crate::list::{digest_of, encoded};
use crate::problem::{Entry, Fault, Problems, Refusal};
use crate::programme::{Programme, check_name};
use crate::rules::{RULE_VERSION, Rules};
use crate::seed::Seed;

/// Binds list, rules and source before the outside value exists, so that nobody can try out seeds.
///
/// It is made after the close of the sign-up and published before the outside value appears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    rules: Rules,
    list_digest: String,
    source: String,
    expected_at: Timestamp,
    committed_at: Timestamp,
}

impl Commitment {
    /// Commits to a list, to rules and to a source of chance.
    ///
    /// `source` says in words where the outside value comes from and how it is written down, such as
    /// "Lotto 6 aus 49, Ziehung vom 12.06.2027, sechs Zahlen aufsteigend, durch Leerzeichen getrennt".
    ///
    /// # Errors
    /// [`Fault::TokensNeeded`] if the tokens were not drawn by the operator,
    /// [`Fault::CommittedTooLate`] if the value is expected before the commitment, and faults of
    /// rules and source.
    pub fn new(
        programme: &Programme,
        rules: Rules,
        source: &str,
        committed_at: Timestamp,
        expected_at: Timestamp,
    ) -> Result<Self, Refusal> {
        rules.check()?;
        let mut problems = Problems::default();
        check_text(source, "source", &mut problems);
        if !programme.tokens_given && !programme.children.is_empty() {
            problems.note(Entry::Commitment, "list", Fault::TokensNeeded);
        }
        let whole = |instant: Timestamp| Timestamp::from_second(instant.as_second()).unwrap_or(instant);
        let (committed_at, expected_at) = (whole(committed_at), whole(expected_at));
        if committed_at >= expected_at {
            problems.note(Entry::Commitment, "expected_at", Fault::CommittedTooLate);
        }
        problems.refuse()?;
        let list_digest = programme.list_digest();
        Ok(Self { rules, list_digest, source: source.to_owned(), expected_at, committed_at })
    }

    /// The lines that are published; `docs/draw-rule.md` explains them.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec!["allmende-draw-commitment 1".to_owned()];
        lines.extend(rule_lines(&self.rules));
        lines.push(format!("list {}", self.list_digest));
        lines.push(format!("source {}", encoded(&self.source)));
        lines.push(format!("committed {}", self.committed_at));
        lines.push(format!("expected {}", self.expected_at));
        lines
    }

    /// SHA-256 of the lines, 64 hexadecimal digits.
    pub fn digest(&self) -> String {
        digest_of(&self.lines())
    }

    /// The rules.
    pub fn rules(&self) -> Rules {
        self.rules
    }

    /// When the outside value is expected.
    pub fn expected_at(&self) -> Timestamp {
        self.expected_at
    }

    /// Reads the published lines again.
    ///
    /// # Errors
    /// The line that is not as it must be.
    pub fn from_lines(lines: &[String]) -> Result<Self, Refusal> {
        let wrong = |text: &str| Refusal::fault(Entry::Commitment, "lines", Fault::NotAsCommitted(text.to_owned()));
        let [head, rule, policy, protected, shared, minimum, list, source, committed, expected] = lines else {
            return Err(wrong("number of lines"));
        };
        if head != "allmende-draw-commitment 1" {
            return Err(wrong(head));
        }
        let rules = read_rules(&[rule, policy, protected, shared, minimum]).ok_or_else(|| wrong("rules"))?;
        let after = |line: &str, word: &str| line.strip_prefix(word).map(str::to_owned).ok_or_else(|| wrong(line));
        let instant = |line: &str, word: &str| after(line, word)?.parse::<Timestamp>().map_err(|_| wrong(line));
        let read = Self {
            rules,
            list_digest: after(list, "list ")?,
            source: crate::list::decoded(&after(source, "source ")?).ok_or_else(|| wrong(source))?,
            expected_at: instant(expected, "expected ")?,
            committed_at: instant(committed, "committed ")?,
        };
        if read.committed_at >= read.expected_at {
            return Err(Refusal::fault(Entry::Commitment, "expected", Fault::CommittedTooLate));
        }
        if read.lines() != lines {
            return Err(wrong("form of the lines"));
        }
        Ok(read)
    }

    /// The seed, once the outside value is known. Only the log of runs asks for it.
    pub(crate) fn seed(&self, programme: &Programme, outside_value: &str) -> Result<Seed, Refusal> {
        let mut problems = Problems::default();
        check_text(outside_value, "outside_value", &mut problems);
        if programme.list_digest() != self.list_digest {
            problems.note(Entry::Commitment, "list", Fault::NotAsCommitted("the list".to_owned()));
        }
        problems.refuse()?;
        Ok(Seed::binding(&self.digest(), outside_value))
    }
}

/// A text of people: not empty, no control characters, up to 200 bytes.
fn check_text(text: &str, field: &'static str, problems: &mut Problems) {
    check_name(text, &Entry::Commitment, field, problems);
}

/// The rule and its parameters, one a line.
pub(crate) fn rule_lines(rules: &Rules) -> Vec<String> {
    vec![
        format!("rule {RULE_VERSION}"),
        format!("policy {}", rules.policy.word()),
        format!("protected-from {}", rules.protected_from),
        format!("shared-up-to {}", rules.shared_up_to),
        format!("minimum {}", rules.minimum.word()),
    ]
}

/// Reads those lines.
pub(crate) fn read_rules<T: AsRef<str>>(lines: &[T]) -> Option<Rules> {
    use crate::rules::{Minimum, Policy};
    let [_, policy, protected, shared, minimum] = lines else { return None };
    let policy = [Policy::Neutral, Policy::TogetherFirst, Policy::SiblingsFirst]
        .into_iter()
        .find(|known| policy.as_ref() == format!("policy {}", known.word()))?;
    let minimum = [Minimum::Dissolve, Minimum::Report]
        .into_iter()
        .find(|known| minimum.as_ref() == format!("minimum {}", known.word()))?;
    let rules = Rules {
        policy,
        protected_from: protected.as_ref().strip_prefix("protected-from ")?.parse().ok()?,
        shared_up_to: shared.as_ref().strip_prefix("shared-up-to ")?.parse().ok()?,
        minimum,
    };
    let same = rule_lines(&rules).iter().zip(lines).all(|(ours, theirs)| ours == theirs.as_ref());
    (same && rules.check().is_ok()).then_some(rules)
}
