//! What becomes of a row.

/// A sentence by the key of its text, with its variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The key.
    pub key: &'static str,
    /// The variables.
    pub values: Vec<(&'static str, String)>,
}

impl Sentence {
    /// A sentence without variables.
    pub fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// With a variable.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}

/// A field that a row changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Key of the field's label.
    pub label: &'static str,
    /// What stands there now.
    pub old: String,
    /// What the row says.
    pub new: String,
}

/// Whom a row repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Twin {
    /// A stored record, by its title, that already says the same.
    Record(String),
    /// An earlier row of the same file.
    Line(usize),
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new record.
    New,
    /// A stored record changes in these fields.
    Changed(Vec<Difference>),
    /// Nothing: it says what is known.
    Duplicate(Twin),
    /// Nothing: it cannot be used. The sentence says why and the way out.
    Faulty(Sentence),
    /// Nothing: it is empty.
    Empty,
    /// Nothing: it stands above the heads of the columns.
    Heading,
}

impl Fate {
    /// Its word in addresses and keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed(_) => "changed",
            Self::Duplicate(_) => "duplicate",
            Self::Faulty(_) => "faulty",
            Self::Empty => "empty",
            Self::Heading => "heading",
        }
    }

    /// All words in their usual order.
    pub const WORDS: [&'static str; 6] = ["new", "changed", "duplicate", "faulty", "empty", "heading"];
}

/// A row with its fate and what would be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRow<P> {
    /// Its number in the file.
    pub number: usize,
    /// What it is about.
    pub title: String,
    /// What becomes of it.
    pub fate: Fate,
    /// Remarks: what is created along with it.
    pub notes: Vec<Sentence>,
    /// What would be stored; `None` if nothing.
    pub plan: Option<P>,
}

impl<P> PlanRow<P> {
    /// A row of which nothing is stored.
    pub(crate) fn idle(number: usize, title: impl Into<String>, fate: Fate) -> Self {
        Self { number, title: title.into(), fate, notes: Vec::new(), plan: None }
    }
}

/// A file with the fate of every row.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan<P> {
    /// Every row below the heads of the columns, and those above them.
    pub rows: Vec<PlanRow<P>>,
    /// Heads of columns that are not taken in.
    pub ignored: Vec<String>,
}

impl<P> Plan<P> {
    /// How many rows have which fate.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.rows)
    }
}

/// How many rows have which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New records.
    pub new: usize,
    /// Changed records.
    pub changed: usize,
    /// Repetitions.
    pub duplicate: usize,
    /// Rows that cannot be used.
    pub faulty: usize,
    /// Empty rows and headings.
    pub empty: usize,
}

impl Counts {
    /// Counts the fates.
    pub fn of<P>(rows: &[PlanRow<P>]) -> Self {
        let mut counts = Self::default();
        for row in rows {
            *match row.fate {
                Fate::New => &mut counts.new,
                Fate::Changed(_) => &mut counts.changed,
                Fate::Duplicate(_) => &mut counts.duplicate,
                Fate::Faulty(_) => &mut counts.faulty,
                Fate::Empty | Fate::Heading => &mut counts.empty,
            } += 1;
        }
        counts
    }

    /// How many rows would store something.
    pub fn stored(self) -> usize {
        self.new + self.changed
    }
}
