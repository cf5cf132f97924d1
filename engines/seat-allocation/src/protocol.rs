//! Runs with a log, protocols, and their verification.

use std::fmt;
use std::ops::ControlFlow;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::commitment::{Commitment, read_rules, rule_lines};
use crate::instance::read_json;
use crate::list::{digest_of, encoded};
use crate::outcome::{Allocation, Progress, allocate, allocate_watched};
use crate::problem::{Entry, Fault, Refusal};
use crate::programme::Programme;
use crate::rules::Rules;
use crate::seed::Seed;

/// The format of the JSON.
pub const PROTOCOL_FORMAT: &str = "allmende-draw-protocol 1";

/// The record of one run: everything that is needed to compute it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// [`PROTOCOL_FORMAT`].
    pub format: String,
    /// `binding` or `preview`.
    pub kind: String,
    /// Rule and parameters.
    pub rules: Vec<String>,
    /// The canonical list of entries.
    pub list: Vec<String>,
    /// Its digest.
    pub list_digest: String,
    /// The commitment of a binding draw; empty for a preview.
    pub commitment: Vec<String>,
    /// Its digest; empty for a preview.
    pub commitment_digest: String,
    /// The outside value of a binding draw; the label of a preview.
    pub value: String,
    /// The seed.
    pub seed: String,
    /// The result.
    pub result: Vec<String>,
    /// Its digest.
    pub result_digest: String,
    /// All runs so far, this one last.
    pub log: Vec<String>,
    /// Digest of the last line of the log.
    pub log_digest: String,
}

/// The log of all runs of a programme. The caller keeps it; each line holds the digest of the line
/// before, so no run can be taken out.
///
/// A binding draw is possible only through a log, and a log takes only one: drawing again with the
/// same commitment and value gives the same result, another commitment or value is refused.
///
/// ```
/// use allmende_seat_allocation::{Commitment, Instance, Programme, Rules, RunLog};
///
/// let instance = Instance::from_json(br#"{
///   "children": [{"id": "anna", "age": 9, "token": "00112233445566778899aabbccddeeff"}],
///   "events": [{"id": "kanu", "capacity": 8, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]}],
///   "wishes": [{"child": "anna", "event": "kanu", "priority": 1}]
/// }"#)?;
/// let programme = Programme::new(&instance)?;
/// let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
/// let mut log = RunLog::default();
/// log.preview(&programme, Rules::default(), "a first look", at("2027-06-01T08:00:00Z"))?;
/// let commitment = Commitment::new(
///     &programme, Rules::default(), "numbers of the lottery of 12 June 2027, ascending, with spaces",
///     at("2027-06-11T12:00:00Z"), at("2027-06-12T17:25:00Z"),
/// )?;
/// let (allocation, protocol) = log.binding(&programme, &commitment, "3 8 15 22 31 40", at("2027-06-12T18:00:00Z"))?;
/// assert_eq!(allocation.seats.len(), 1);
/// assert_eq!(protocol.log.len(), 2);
/// assert_eq!(allmende_seat_allocation::verify(&protocol), Ok(()));
/// // Another value is a second draw, and refused.
/// assert!(log.binding(&programme, &commitment, "1 2 3 4 5 6", at("2027-06-12T19:00:00Z")).is_err());
/// # Ok::<(), allmende_seat_allocation::Refusal>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunLog {
    lines: Vec<String>,
}

/// What stands before the first line.
const NOTHING_BEFORE: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl RunLog {
    /// Continues a log that was kept.
    ///
    /// # Errors
    /// The line where the chain breaks.
    pub fn from_lines(lines: Vec<String>) -> Result<Self, Refusal> {
        match broken_at(&lines) {
            None => Ok(Self { lines }),
            Some(at) => {
                let place = format!("log, line {}", at + 1);
                Err(Refusal::fault(
                    Entry::File(place),
                    "",
                    Fault::Unreadable("the chain of the log is broken".to_owned()),
                ))
            }
        }
    }

    /// The lines, to keep and to publish.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Runs a preview and notes it.
    ///
    /// # Errors
    /// Faults of the rules or of the label.
    pub fn preview(
        &mut self,
        programme: &Programme,
        rules: Rules,
        label: &str,
        at: Timestamp,
    ) -> Result<(Allocation, Protocol), Refusal> {
        rules.check()?;
        let mut problems = crate::problem::Problems::default();
        crate::programme::check_name(label, &Entry::Rules, "label", &mut problems);
        problems.refuse()?;
        let seed = Seed::preview(label);
        let allocation = allocate(programme, rules, &seed);
        let protocol = self.note(programme, rules, None, label, &seed, &allocation, at);
        Ok((allocation, protocol))
    }

    /// Runs the binding draw and notes it.
    ///
    /// # Errors
    /// [`Fault::AlreadyDrawn`], [`Fault::NotAsCommitted`], faults of the outside value.
    pub fn binding(
        &mut self,
        programme: &Programme,
        commitment: &Commitment,
        outside_value: &str,
        at: Timestamp,
    ) -> Result<(Allocation, Protocol), Refusal> {
        let drawn = self.binding_watched(programme, commitment, outside_value, at, |_| ControlFlow::Continue(()))?;
        drawn.ok_or_else(|| Refusal::fault(Entry::Commitment, "", Fault::Missing))
    }

    /// The same with progress; none if `watch` said no. A run that was stopped leaves no line,
    /// because nobody has seen anything of it.
    ///
    /// # Errors
    /// As [`RunLog::binding`].
    pub fn binding_watched(
        &mut self,
        programme: &Programme,
        commitment: &Commitment,
        outside_value: &str,
        at: Timestamp,
        watch: impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Option<(Allocation, Protocol)>, Refusal> {
        let seed = commitment.seed(programme, outside_value)?;
        if at < commitment.expected_at() {
            return Err(Refusal::fault(Entry::Commitment, "expected_at", Fault::BeforeTheValue));
        }
        let digest = commitment.digest();
        let mark = format!(" binding {} {digest} ", encoded(outside_value));
        if self.lines.iter().any(|line| line.contains(" binding ") && !line.contains(&mark)) {
            return Err(Refusal::fault(Entry::Commitment, "log", Fault::AlreadyDrawn));
        }
        let rules = commitment.rules();
        Ok(allocate_watched(programme, rules, &seed, watch).map(|allocation| {
            let protocol = self.note(programme, rules, Some(commitment), outside_value, &seed, &allocation, at);
            (allocation, protocol)
        }))
    }

    #[allow(clippy::too_many_arguments, reason = "each is one field of the protocol")]
    fn note(
        &mut self,
        programme: &Programme,
        rules: Rules,
        commitment: Option<&Commitment>,
        value: &str,
        seed: &Seed,
        allocation: &Allocation,
        at: Timestamp,
    ) -> Protocol {
        let list = programme.list();
        let mut protocol = Protocol {
            format: PROTOCOL_FORMAT.to_owned(),
            kind: if seed.is_binding() { "binding" } else { "preview" }.to_owned(),
            rules: rule_lines(&rules),
            list_digest: digest_of(&list),
            list,
            commitment: commitment.map(Commitment::lines).unwrap_or_default(),
            commitment_digest: commitment.map(Commitment::digest).unwrap_or_default(),
            value: value.to_owned(),
            seed: seed.hex(),
            result_digest: digest_of(&allocation.lines),
            result: allocation.lines.clone(),
            log: Vec::new(),
            log_digest: String::new(),
        };
        let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
        let before = self.lines.last().map_or_else(|| NOTHING_BEFORE.to_owned(), |line| digest_of_line(line));
        self.lines.push(format!("run {} {at} {} {before}", self.lines.len() + 1, protocol.mark()));
        protocol.log.clone_from(&self.lines);
        protocol.log_digest = self.lines.last().map(|line| digest_of_line(line)).unwrap_or_default();
        protocol
    }
}

fn digest_of_line(line: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(line))
}

/// The first line of a log that does not fit those before it.
fn broken_at(lines: &[String]) -> Option<usize> {
    let mut before = NOTHING_BEFORE.to_owned();
    let mut drawn: Option<Vec<&str>> = None;
    for (at, line) in lines.iter().enumerate() {
        let words: Vec<&str> = line.split(' ').collect();
        let number = (at + 1).to_string();
        let [run, counted, instant, kind, value, commitment, list, result, link] = words[..] else { return Some(at) };
        let digests = [list, result, link].iter().all(|digest| is_digest(digest));
        let known = match kind {
            "preview" => commitment == "-",
            "binding" => is_digest(commitment),
            _ => false,
        };
        let timed = instant.parse::<Timestamp>().is_ok_and(|read| read.to_string() == instant);
        let named = crate::list::decoded(value).is_some();
        if run != "run" || counted != number || !timed || !known || !named || !digests || link != before {
            return Some(at);
        }
        // There is one binding draw: whatever repeats it must be the same.
        if kind == "binding" && *drawn.get_or_insert_with(|| words[4..8].to_vec()) != words[4..8] {
            return Some(at);
        }
        before = digest_of_line(line);
    }
    None
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The first thing in a protocol that is not as the rule says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field of the protocol.
    pub field: &'static str,
    /// The line of the field, from 1; 0 if the field is one text.
    pub line: usize,
    /// What must stand there; empty if nothing must.
    pub expected: String,
    /// What stands there; empty if nothing does.
    pub found: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.field)?;
        if self.line > 0 {
            write!(f, ", line {}", self.line)?;
        }
        write!(f, ": expected {:?}, found {:?}", self.expected, self.found)
    }
}

impl std::error::Error for Difference {}

impl Protocol {
    /// Reads a protocol.
    ///
    /// # Errors
    /// The place of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Refusal> {
        read_json(bytes)
    }

    /// The protocol as JSON, the same bytes on every machine.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// What a log line says of this run.
    fn mark(&self) -> String {
        let commitment = if self.commitment_digest.is_empty() { "-" } else { &self.commitment_digest };
        let value = encoded(&self.value);
        format!("{} {value} {commitment} {} {}", self.kind, self.list_digest, self.result_digest)
    }
}

/// Computes a protocol again.
///
/// # Errors
/// The first difference.
pub fn verify(protocol: &Protocol) -> Result<(), Difference> {
    let text = |field: &'static str, expected: &str, found: &str| {
        let difference = || Difference { field, line: 0, expected: expected.to_owned(), found: found.to_owned() };
        if expected == found { Ok(()) } else { Err(difference()) }
    };
    text("format", PROTOCOL_FORMAT, &protocol.format)?;
    let Some(rules) = read_rules(&protocol.rules) else {
        return Err(Difference {
            field: "rules",
            line: 0,
            expected: "rules of version 1".into(),
            found: protocol.rules.join(", "),
        });
    };
    text("list_digest", &digest_of(&protocol.list), &protocol.list_digest)?;
    let programme = Programme::from_list(&protocol.list).map_err(|refusal| Difference {
        field: "list",
        line: 0,
        expected: "a canonical list".into(),
        found: refusal.to_string(),
    })?;
    let seed = match protocol.kind.as_str() {
        "preview" => {
            lines("commitment", &[], &protocol.commitment)?;
            text("commitment_digest", "", &protocol.commitment_digest)?;
            Seed::preview(&protocol.value)
        }
        "binding" => {
            let commitment = Commitment::from_lines(&protocol.commitment).map_err(|refusal| Difference {
                field: "commitment",
                line: 0,
                expected: "a commitment".into(),
                found: refusal.to_string(),
            })?;
            text("commitment", &rule_lines(&rules).join(", "), &rule_lines(&commitment.rules()).join(", "))?;
            text("commitment", &format!("list {}", protocol.list_digest), &protocol.commitment[6])?;
            text("commitment_digest", &commitment.digest(), &protocol.commitment_digest)?;
            Seed::binding(&protocol.commitment_digest, &protocol.value)
        }
        other => {
            return Err(Difference {
                field: "kind",
                line: 0,
                expected: "binding or preview".into(),
                found: other.into(),
            });
        }
    };
    let readable = crate::list::decoded(&encoded(&protocol.value)).is_some() && !protocol.value.is_empty();
    text("value", "", if readable { "" } else { &protocol.value })?;
    text("seed", &seed.hex(), &protocol.seed)?;
    lines("result", &allocate(&programme, rules, &seed).lines, &protocol.result)?;
    text("result_digest", &digest_of(&protocol.result), &protocol.result_digest)?;
    if let Some(at) = broken_at(&protocol.log) {
        let found = protocol.log[at].clone();
        return Err(Difference { field: "log", line: at + 1, expected: "the chain of the log".into(), found });
    }
    let last = protocol.log.last().map(|line| line.split(' ').skip(3).take(5).collect::<Vec<_>>().join(" "));
    text("log", &protocol.mark(), &last.unwrap_or_default())?;
    let digest = protocol.log.last().map(|line| digest_of_line(line)).unwrap_or_default();
    text("log_digest", &digest, &protocol.log_digest)
}

/// The first line that differs.
fn lines(field: &'static str, expected: &[String], found: &[String]) -> Result<(), Difference> {
    let same = expected.iter().zip(found).take_while(|(ours, theirs)| ours == theirs).count();
    if same == expected.len() && same == found.len() {
        return Ok(());
    }
    let line = |lines: &[String]| lines.get(same).cloned().unwrap_or_default();
    Err(Difference { field, line: same + 1, expected: line(expected), found: line(found) })
}
