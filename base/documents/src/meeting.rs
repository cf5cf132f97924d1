//! Blocks of meetings: what an invitation announces and what minutes record.

use serde::{Deserialize, Serialize};

use crate::{Block, Span, plain};

/// The most marks of votes that are drawn; more say less than the numbers do.
pub const MARKS: usize = 30;

/// A label and what it says, which may have strong words and links in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labelled {
    /// The label; may have more than one line.
    pub label: String,
    /// What it says.
    pub text: Vec<Span>,
}

impl Labelled {
    /// A label with plain text.
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: plain(text) }
    }

    /// A label with text that stands out: the day, the hour.
    pub fn strong(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: vec![Span { text: text.into(), strong: true, link: None }] }
    }
}

/// An item of the agenda as it was dealt with. The blocks behind it belong to it until the next item,
/// the next [`Block::Heading`] or [`Block::Signatures`]. It is a heading one level below the one before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// "TOP 6".
    pub label: String,
    /// Lines below the label: the time, how many were present.
    #[serde(default)]
    pub margin: Vec<String>,
    /// What it is about; must not be empty.
    pub title: String,
}

/// A decision with its vote. Never divided, unless it is longer than a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Sentence before it: who was concerned and took no part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerned: Option<String>,
    /// "Beschluss 07/2017".
    pub label: String,
    /// What was decided, word for word; a line end begins a new paragraph.
    pub wording: String,
    /// The votes, as the body counts them: three numbers, or one "12 : 1"; none if nobody counted.
    #[serde(default)]
    pub counts: Vec<Count>,
    /// "Angenommen", "Vertagung angenommen".
    pub verdict: String,
    /// What the verdict rests on: "12 abgegebene Stimmen; Enthaltungen zählen nicht mit".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// What follows from it: "Daraus: Aufgabe A 14".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow: Option<String>,
    /// Whether the motion went through.
    #[serde(default)]
    pub outcome: Outcome,
}

impl Decision {
    /// The marks of all votes in their order; none if there would be more than [`MARKS`].
    pub fn strip(&self) -> Vec<Mark> {
        let all = self.counts.iter().fold(0_usize, |sum, count| sum.saturating_add(count.marks));
        if all > MARKS {
            return Vec::new();
        }
        self.counts.iter().flat_map(|count| std::iter::repeat_n(count.mark, count.marks)).collect()
    }
}

/// What became of a motion. Colours the verdict; the words say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It went through.
    #[default]
    Adopted,
    /// It did not.
    Rejected,
    /// It comes again.
    Postponed,
}

/// How many votes of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// "Ja".
    pub label: String,
    /// "12", or "12 : 1" where only two kinds exist.
    pub value: String,
    /// The shape of its marks.
    pub mark: Mark,
    /// How many marks are drawn; 0 for votes that have a weight.
    pub marks: usize,
}

impl Count {
    /// Votes of one kind, with a mark for each.
    pub fn of(label: impl Into<String>, mark: Mark, votes: usize) -> Self {
        Self { label: label.into(), value: votes.to_string(), mark, marks: votes }
    }
}

/// The shape that stands for a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Filled disc.
    Yes,
    /// Open square.
    No,
    /// Open circle.
    Abstain,
}

/// A line to sign on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Place and date above the room for the hand; empty without.
    #[serde(default)]
    pub place_date: String,
    /// Who signs, below the line; or "Datum" for a line that is filled in by hand.
    pub name: String,
    /// In which office; empty makes the line shorter.
    #[serde(default)]
    pub office: String,
}

/// A part of an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaPart {
    /// "Öffentlicher Teil"; a heading one level below the one before the agenda.
    pub title: Option<String>,
    /// Its items.
    pub items: Vec<AgendaLine>,
}

/// An item of an agenda that is announced.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    /// Its number as the body writes it: "6", "N 2".
    pub number: String,
    /// What it is about; neutral for what is not public.
    pub title: String,
    /// "zum Beschluss", "zur Beratung", or empty.
    #[serde(default)]
    pub purpose: String,
    /// "Anlage 2 mit drei Entwürfen".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annex: Option<String>,
}

/// An answer on paper. On a letter it stands last, below signature and annexes, wherever its block is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplySlip {
    /// "Antwort auf Papier"; a heading like that of the letter's sections.
    pub title: String,
    /// Who answers: the recipients' names in their order. Where one is missing, the first line of the address stands.
    #[serde(default)]
    pub names: Vec<String>,
    /// What is answered and until when, behind the name.
    pub reference: String,
    /// What can be ticked.
    pub choices: Vec<Choice>,
    /// What stands below the lines to fill in: "Datum", "Unterschrift". The last is the longest.
    pub lines: Vec<String>,
    /// Remark below; where to send it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl ReplySlip {
    /// Who answers on the slip of this recipient; empty if nobody is named.
    pub fn name<'a>(&'a self, number: usize, address: &'a [String]) -> &'a str {
        let named = self.names.get(number).filter(|name| !name.trim().is_empty());
        named.or(address.first()).map_or("", String::as_str)
    }
}

/// Something to tick.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// "Ich werde vertreten durch".
    pub text: String,
    /// With a line to write on behind it.
    #[serde(default)]
    pub blank: bool,
}

/// The level of a heading that an item, a part of an agenda or a slip makes at this place among the blocks: one below
/// the last [`Block::Heading`].
pub fn level_below(blocks: &[Block], position: usize) -> u8 {
    let before = blocks.get(..position).unwrap_or_default();
    let last = before
        .iter()
        .rev()
        .find_map(|block| if let Block::Heading { level, .. } = block { Some(*level) } else { None });
    last.map_or(1, |level| level.saturating_add(1)).min(3)
}

/// Whether the block at this place belongs to an item of the agenda. Signatures never do.
pub fn is_inside_item(blocks: &[Block], position: usize) -> bool {
    let ends = |block: &&Block| matches!(block, Block::Heading { .. } | Block::Signatures { .. });
    if blocks.get(position).as_ref().is_some_and(ends) {
        return false;
    }
    let before = blocks.get(..position).unwrap_or_default();
    let last = before.iter().rev().find(|block| ends(block) || matches!(block, Block::AgendaItem(_)));
    matches!(last, Some(Block::AgendaItem(_)))
}

/// What a block of a meeting says as lines of plain text, for comparing and searching; empty for all other blocks.
pub fn plain_lines(block: &Block) -> Vec<String> {
    let joined = |words: &[&str]| words.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let labelled =
        |rows: &[Labelled]| rows.iter().map(|row| joined(&[&row.label, &words_of(&row.text)])).collect::<Vec<_>>();
    let lines = match block {
        Block::FactGrid { facts } | Block::FactBand { facts } => labelled(facts),
        Block::Rights { rows } => labelled(rows),
        Block::Agenda { parts } => {
            let item = |item: &AgendaLine| {
                joined(&[&item.number, &item.title, &item.purpose, item.annex.as_deref().unwrap_or_default()])
            };
            parts.iter().flat_map(|part| part.title.iter().cloned().chain(part.items.iter().map(item))).collect()
        }
        Block::AgendaItem(item) => vec![joined(&[&item.label, &item.title]), item.margin.join(", ")],
        Block::Decision(decision) => {
            let counts = decision.counts.iter().map(|count| joined(&[&count.label, &count.value]));
            vec![
                decision.concerned.clone().unwrap_or_default(),
                joined(&[&decision.label, &decision.wording]),
                counts.collect::<Vec<_>>().join(", "),
                joined(&[&decision.verdict, decision.base.as_deref().unwrap_or_default()]),
                decision.follow.clone().unwrap_or_default(),
            ]
        }
        Block::Noted { strong, text } => vec![joined(&[strong, &words_of(text)])],
        Block::Signatures { statement, lines } => {
            let line = |line: &Signature| joined(&[&line.place_date, &line.name, &line.office]);
            std::iter::once(words_of(statement)).chain(lines.iter().map(line)).collect()
        }
        Block::ReplySlip(slip) => {
            let choices = slip.choices.iter().map(|choice| choice.text.clone());
            [slip.title.clone(), slip.reference.clone()].into_iter().chain(choices).chain(slip.note.clone()).collect()
        }
        _ => Vec::new(),
    };
    lines.into_iter().map(|line| line.replace('\n', " ")).filter(|line| !line.trim().is_empty()).collect()
}

fn words_of(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_has_a_mark_for_each_vote_up_to_thirty() {
        let with = |yes, no| Decision {
            counts: vec![Count::of("Ja", Mark::Yes, yes), Count::of("Nein", Mark::No, no)],
            ..Decision::default()
        };
        assert_eq!(with(2, 1).strip(), [Mark::Yes, Mark::Yes, Mark::No]);
        assert_eq!(with(29, 1).strip().len(), MARKS);
        assert_eq!(with(30, 1).strip(), []);
        assert_eq!(with(usize::MAX, usize::MAX).strip(), []);
    }

    #[test]
    fn items_stand_one_level_below_the_last_heading_and_end_at_the_next() {
        let heading = |level| Block::Heading { level, number: None, text: "Teil".to_owned() };
        let item = || Block::AgendaItem(AgendaItem::default());
        let paragraph = || Block::Paragraph { text: Vec::new() };
        let blocks = [item(), paragraph(), heading(1), paragraph(), item(), paragraph(), heading(3), item()];
        let levels: Vec<u8> = [0, 4, 7].map(|position| level_below(&blocks, position)).to_vec();
        assert_eq!(levels, [1, 2, 3]);
        let inside: Vec<bool> = [0, 1, 3, 5].map(|position| is_inside_item(&blocks, position)).to_vec();
        assert_eq!(inside, [false, true, false, true]);
    }

    #[test]
    fn the_name_on_a_slip_is_the_given_one_or_the_first_line() {
        let slip = ReplySlip { names: vec!["Markt Kirchau".to_owned(), " ".to_owned()], ..ReplySlip::default() };
        let address = ["Gemeinde Birkach".to_owned(), "Musterweg 7".to_owned()];
        let names = [0, 1, 2].map(|number| slip.name(number, &address));
        assert_eq!(names, ["Markt Kirchau", "Gemeinde Birkach", "Gemeinde Birkach"]);
        assert_eq!(slip.name(5, &[]), "");
    }
}
