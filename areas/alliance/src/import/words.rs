//! The fate of a row in words, for the screen and the command line alike.

use allmende_web::texts::{Language, TextValue, Texts};

use super::{Counts, Difference, Fate, PlanRow, Sentence, Twin};

/// Texts in one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// All texts.
    pub texts: &'a Texts,
    /// The language.
    pub language: Language,
}

impl Words<'_> {
    fn plain(self, key: &str) -> String {
        self.texts.get(self.language, key)
    }

    fn with(self, key: &str, values: &[(&'static str, TextValue)]) -> String {
        self.texts.with(self.language, key, values)
    }

    /// A sentence.
    pub fn sentence(self, sentence: &Sentence) -> String {
        let values: Vec<(&'static str, TextValue)> =
            sentence.values.iter().map(|(name, value)| (*name, TextValue::from(value.as_str()))).collect();
        self.with(sentence.key, &values)
    }

    /// What becomes of a row, in one word.
    pub fn fate(self, fate: &Fate) -> String {
        self.plain(&format!("import-fate-{}", fate.word()))
    }

    /// How many rows have which fate.
    pub fn counts(self, counts: Counts) -> String {
        self.with("import-fates", &counts_values(counts))
    }

    /// How many rows had which fate, once they are stored.
    pub fn done(self, counts: Counts) -> String {
        self.with("import-done", &counts_values(counts))
    }

    /// What a row is about.
    pub fn title<P>(self, row: &PlanRow<P>) -> String {
        match (row.title.is_empty(), &row.fate) {
            (true, Fate::Empty) => "–".to_owned(),
            (true, _) => self.plain("import-nameless"),
            (false, _) => row.title.clone(),
        }
    }

    /// Why a row has its fate: what changes, whom it repeats, what is wrong with it.
    pub fn reason<P>(self, row: &PlanRow<P>) -> String {
        let mut parts: Vec<String> = match &row.fate {
            Fate::Changed(differences) => differences.iter().map(|one| self.difference(one)).collect(),
            Fate::Duplicate(Twin::Record(name)) => {
                vec![self.with("import-twin-record", &[("name", name.as_str().into())])]
            }
            Fate::Duplicate(Twin::Line(number)) => vec![self.with("import-twin-line", &[("line", (*number).into())])],
            Fate::Faulty(words) => vec![self.sentence(words)],
            Fate::Heading => vec![self.plain("import-heading")],
            Fate::New | Fate::Empty => Vec::new(),
        };
        parts.extend(row.notes.iter().map(|note| self.sentence(note)));
        parts.join(" · ")
    }

    fn difference(self, one: &Difference) -> String {
        // Words of enumerations are stored in English.
        let word = |text: &str| match one.label {
            "person-salutation" => self.plain(&format!("salutation-{text}")),
            _ => text.to_owned(),
        };
        let label = self.plain(one.label);
        if one.old.is_empty() {
            self.with("import-added", &[("label", label.into()), ("new", word(&one.new).into())])
        } else {
            let values = [("label", label.into()), ("old", word(&one.old).into()), ("new", word(&one.new).into())];
            self.with("import-replaced", &values)
        }
    }
}

/// The counts as variables of a text.
fn counts_values(counts: Counts) -> [(&'static str, TextValue); 4] {
    [
        ("new", counts.new.into()),
        ("changed", counts.changed.into()),
        ("duplicate", counts.duplicate.into()),
        ("faulty", counts.faulty.into()),
    ]
}
