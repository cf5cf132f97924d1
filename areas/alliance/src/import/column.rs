//! Columns are known by their heads, in any order and in either language.

use super::spelling::one_line;
use super::{Fate, Line, PlanRow, Sentence, Table};

/// Rows among which the heads are looked for: above them may stand a title.
const HEAD_AMONG: usize = 15;
/// The longest text of one line.
const LONGEST: usize = 300;

/// The columns of a file that mean something.
#[derive(Debug)]
pub(super) struct Columns<F> {
    /// Index of the row that holds the heads.
    head: usize,
    /// Meaning and place of each column, in their order.
    places: Vec<(F, usize)>,
    /// The heads, for sentences.
    heads: Vec<String>,
    /// Heads without meaning.
    pub(super) ignored: Vec<String>,
}

impl<F: Copy + PartialEq> Columns<F> {
    /// Finds the row of heads: the one of which most is known.
    pub(super) fn find(table: &Table, known: impl Fn(&str) -> Option<F>) -> Result<Self, Sentence> {
        let meanings = |line: &Line| line.cells.iter().filter(|cell| known(cell).is_some()).count();
        let best = table.lines.iter().take(HEAD_AMONG).enumerate().rev().max_by_key(|(_, line)| meanings(line));
        let Some((head, line)) = best.filter(|(_, line)| meanings(line) > 0) else {
            return Err(Sentence::new("import-file-no-heads"));
        };
        let heads: Vec<String> = line.cells.iter().map(|cell| one_line(cell)).collect();
        let places = line.cells.iter().enumerate().filter_map(|(place, cell)| Some((known(cell)?, place))).collect();
        let ignored = heads.iter().filter(|cell| !cell.is_empty() && known(cell).is_none()).cloned().collect();
        Ok(Self { head, places, heads, ignored })
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, field: F) -> bool {
        self.places.iter().any(|(one, _)| *one == field)
    }

    /// All columns with their meaning.
    pub(super) fn all(&self) -> impl Iterator<Item = (F, usize)> {
        self.places.iter().copied()
    }

    /// The cell below the first such column that holds anything.
    pub(super) fn raw<'a>(&self, line: &'a Line, field: F) -> &'a str {
        self.places
            .iter()
            .filter(|(one, _)| *one == field)
            .filter_map(|(_, place)| line.cells.get(*place))
            .map(|cell| cell.trim())
            .find(|cell| !cell.is_empty())
            .unwrap_or_default()
    }

    /// That cell as one line.
    pub(super) fn text(&self, line: &Line, field: F) -> String {
        one_line(self.raw(line, field))
    }

    /// The head of such a column.
    pub(super) fn head(&self, field: F) -> String {
        let place = self.places.iter().find(|(one, _)| *one == field).map(|(_, place)| *place);
        place.and_then(|place| self.heads.get(place)).cloned().unwrap_or_default()
    }

    /// Splits the rows: fates of those that hold no data, and the rows of data.
    pub(super) fn rows<'a, P>(&self, table: &'a Table) -> (Vec<PlanRow<P>>, &'a [Line]) {
        let above = table.lines.iter().take(self.head).map(|line| {
            let title = line.cells.iter().map(|cell| one_line(cell)).find(|cell| !cell.is_empty()).unwrap_or_default();
            let fate = if title.is_empty() { Fate::Empty } else { Fate::Heading };
            PlanRow::idle(line.number, title, fate)
        });
        (above.collect(), table.lines.get(self.head + 1..).unwrap_or_default())
    }

    /// What can be said of a row without knowing its meaning: broken, empty, or a cell that is too long.
    pub(super) fn plain_fate(&self, line: &Line, long: Option<F>) -> Option<Fate> {
        if let Some(sentence) = &line.broken {
            return Some(Fate::Faulty(sentence.clone()));
        }
        if line.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Some(Fate::Empty);
        }
        let (field, _) = self.places.iter().find(|(field, place)| {
            let most = if Some(*field) == long { LONGEST * 10 } else { LONGEST };
            line.cells.get(*place).is_some_and(|cell| cell.chars().count() > most)
        })?;
        let sentence =
            Sentence::new("import-fault-too-long").with("column", self.head(*field)).with("most", LONGEST.to_string());
        Some(Fate::Faulty(sentence))
    }
}
