//! Recognising headings in text that has no styles.

use super::Heading;
use super::columns::header;
use super::wording::{clean, is_form_question, looks_like_clause, opens_sentence, stops_midway};
use crate::dates::{YearContext, find_dates, leading};
use crate::joining::sentences;
use crate::source::{SourceLine, bullet};
use crate::vocabulary::{Section, body, classify};

/// The longest heading, in letters.
const MAX_LENGTH: usize = 100;
/// Level of an unnumbered heading whose words name a section.
pub(super) const NAMED: u8 = 4;
/// Level of an unnumbered heading without such words.
const PLAIN: u8 = 6;

/// What stands around a line.
pub(super) struct Around<'a> {
    pub(super) line: &'a SourceLine,
    pub(super) before: Option<&'a SourceLine>,
    pub(super) after: Option<&'a SourceLine>,
    pub(super) blank_before: bool,
    pub(super) blank_after: bool,
    /// A rule about as long as the text stands right below it.
    pub(super) underlined: Option<char>,
    /// A paragraph is open right above.
    pub(super) in_paragraph: bool,
}

/// The numbering seen so far, to tell »2.3 Austausch« from the second of March.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The text has no blank lines, so that they cannot tell.
    pub(super) dense: bool,
    last: Vec<u32>,
    /// Headings are underlined in two ways; single rules are below double ones.
    ruled_twice: bool,
    /// The report has parts: »Teil A«.
    parted: bool,
    /// Chapters have names without numbers; numbers count what is below them.
    named: Option<Section>,
    /// Chapters are numbered with Roman numbers or letters; Arabic ones are below them.
    outer: Option<u32>,
}

/// »II. Gremien«, »C) Projekte«: the number and the offset of the title.
fn outer_number(text: &str) -> Option<(u32, usize)> {
    if let Some(rest) = text.strip_prefix('§') {
        let (numbers, at) = number(rest.trim_start())?;
        let offset = text.len() - rest.trim_start().len() + at;
        return numbers.first().filter(|_| numbers.len() == 1).map(|only| (*only, offset));
    }
    // »Teil A: Organe«, »Kapitel 2 – Projekte«
    for word in ["Teil ", "Kapitel ", "Abschnitt ", "TEIL ", "KAPITEL ", "ABSCHNITT "] {
        if let Some(rest) = text.strip_prefix(word) {
            let sign = rest.split([':', ' ', '.']).next()?;
            let title = rest.get(sign.len()..)?.trim_start_matches([':', '.', ' ', '–', '-']);
            let number = match sign.parse::<u32>() {
                Ok(number) => number,
                Err(_) => outer_number(&format!("{sign}. x"))?.0,
            };
            return (!title.is_empty() && title.len() < rest.len()).then(|| (number, text.len() - title.len()));
        }
    }
    // »(a) Gremienarbeit«
    let bracket = text.starts_with('(');
    let text_at = usize::from(bracket);
    let inner = text.get(text_at..)?;
    let at = inner.find(['.', ')']).filter(|at| (1..=4).contains(at))?;
    let sign = inner.get(..at)?;
    if bracket {
        let letter = sign.chars().next().filter(|c| c.is_ascii_alphanumeric() && sign.len() == 1)?;
        let title = text.get(at + 2..)?;
        let number = letter.to_digit(36).map_or(1, |n| if n < 10 { n } else { n - 9 });
        return (inner.get(at..)?.starts_with(')') && title.starts_with(' '))
            .then(|| (number, text.len() - title.trim_start().len()));
    }
    let title = text.get(at + 1..)?;
    let number = match sign {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        "X" => 10,
        _ => {
            let letter = sign.chars().next().filter(|c| ('A'..='K').contains(c) && sign.len() == 1)?;
            u32::from(letter) - u32::from('A') + 1
        }
    };
    title.starts_with(' ').then(|| (number, text.len() - title.trim_start().len()))
}

/// »B«, »IV«: the number of a chapter that stands alone.
fn chapter_sign(sign: &str) -> Option<u32> {
    outer_number(&format!("{sign}. X")).map(|(number, _)| number)
}

/// »A.1 Sitzungen«: a letter, numbers, and the offset of the title.
fn lettered(text: &str) -> Option<(u32, Vec<u32>, usize)> {
    let letter = text.chars().next().filter(|c| ('A'..='K').contains(c))?;
    let rest = text.get(1..)?;
    let digits = rest.strip_prefix(['.', ' ']).unwrap_or(rest);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (numbers, at) = number(digits)?;
    Some((u32::from(letter) - u32::from('A') + 1, numbers, text.len() - digits.len() + at))
}

/// A leading section number and the offset of the title.
fn number(text: &str) -> Option<(Vec<u32>, usize)> {
    let digits_end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (digits, rest) = text.split_at(digits_end);
    // »1.) Besprechungen«, »2) Laufende Projekte«
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    if !rest.starts_with(char::is_whitespace) || digits.is_empty() {
        return None;
    }
    let numbers: Vec<u32> =
        digits.split('.').filter(|d| !d.is_empty()).map(str::parse).collect::<Result<_, _>>().ok()?;
    let sane = !numbers.is_empty()
        && numbers.len() <= 5
        && numbers.iter().all(|n| *n > 0 && *n < 60)
        && !digits.contains("..")
        && !digits.starts_with('0');
    let padded = digits.split('.').any(|d| d.len() > 1 && d.starts_with('0'));
    (sane && !padded).then(|| (numbers, text.len() - rest.trim_start().len()))
}

fn title_like(title: &str) -> bool {
    let opens = title
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || matches!(c, '„' | '"' | '«' | '»' | '“' | '§') || c.is_ascii_digit());
    if is_form_question(title) {
        return title.chars().count() <= 2 * MAX_LENGTH;
    }
    opens
        && title.chars().count() <= MAX_LENGTH
        && !title.ends_with(['.', ',', ';', '!', '-', '–'])
        && title.chars().any(char::is_alphabetic)
        && sentences(title).len() == 1
}

impl Outline {
    /// An outline of nothing yet.
    pub(super) fn of(dense: bool, ruled_twice: bool) -> Self {
        Self { dense, ruled_twice, ..Self::default() }
    }

    /// Whether a number may follow the last one: a sibling, a child, or an aunt.
    fn follows(&self, numbers: &[u32]) -> bool {
        if self.last.is_empty() {
            return numbers.iter().all(|n| *n <= 3);
        }
        let depth = numbers.len();
        if depth == self.last.len() + 1 {
            return numbers.starts_with(&self.last) && numbers.last() == Some(&1);
        }
        let Some(parent) = depth.checked_sub(1) else {
            return false;
        };
        let same_parent = numbers.get(..parent) == self.last.get(..parent);
        same_parent && numbers.last().zip(self.last.get(parent)).is_some_and(|(n, last)| *n > *last && *n <= last + 2)
    }

    /// A heading that the words or the numbering make certain.
    pub(super) fn certain(&mut self, around: &Around<'_>) -> Option<Heading> {
        let line = around.line;
        if line.chunks.len() > 2 || header(line).is_some() {
            return None;
        }
        let plain = line.plain();
        let text = plain.trim();
        if super::normal::month_heading(text).is_some() {
            return None;
        }
        let make = |text: &str, level: u8, weak: bool| Heading {
            line: line.number,
            text: clean(text),
            level,
            weak,
            in_table: false,
        };
        // »# Ärzteimagefilm« between list items is one of them.
        let listed = around.before.is_some_and(|before| !around.blank_before && bullet(&before.plain()).is_some());
        if let Some(rest) = text.strip_prefix('#').filter(|_| !listed) {
            let level = 1 + rest.len() - rest.trim_start_matches('#').len();
            return Some(make(
                rest.trim_start_matches('#').trim_end_matches('#'),
                u8::try_from(level).unwrap_or(9),
                false,
            ));
        }
        if text.chars().count() > MAX_LENGTH {
            return None;
        }
        if let Some((number, at)) = outer_number(text)
            && let Some(title) = text.get(at..).filter(|t| title_like(t) && !looks_like_clause(t))
            && (around.blank_before || !around.in_paragraph)
            && (number == 1
                || self.outer.is_some_and(|last| number > last && number <= last + 2)
                || self.parted && text.starts_with('(')
                || classify(title).is_some_and(|c| c.strong))
        {
            // »(2) Verwaltungsrunde« below »Teil A: Gremien«
            if text.starts_with('(') && self.parted {
                return Some(make(title, 2, false));
            }
            self.parted |= ["teil ", "kapitel ", "abschnitt "].iter().any(|word| text.to_lowercase().starts_with(word));
            self.outer = Some(number);
            self.last.clear();
            return Some(make(title, 1, false));
        }
        // »B  Projektfortschritt«
        if let [sign, title] = line.chunks.as_slice()
            && let Some(number) = chapter_sign(&sign.text)
            && title_like(&title.text)
            && !looks_like_clause(&title.text)
            && around.blank_before
            && (number == 1 || self.outer.is_some_and(|last| number > last && number <= last + 2))
        {
            self.outer = Some(number);
            self.last.clear();
            return Some(make(&title.text, 1, false));
        }
        if let Some((letter, numbers, at)) = lettered(text)
            && let Some(title) = text.get(at..).filter(|t| title_like(t) && !looks_like_clause(t))
            && (around.blank_before || self.outer == Some(letter))
        {
            self.outer = Some(letter);
            self.last.clone_from(&numbers);
            return Some(make(title, u8::try_from(numbers.len() + 1).unwrap_or(5), false));
        }
        if let Some((numbers, at)) = number(text) {
            return self.numbered(around, text, &numbers, at).map(|(title, level)| make(title, level, false));
        }
        if bullet(text).is_some() || !title_like(text) {
            return None;
        }
        if leading(text, &YearContext::default()).is_some() {
            return None;
        }
        if line.chunks.len() > 1 {
            return None;
        }
        if let Some(sign) = around.underlined {
            self.counts_below(text);
            let below = self.ruled_twice && !matches!(sign, '=' | '═');
            return Some(make(text, NAMED + u8::from(below), false));
        }
        let free =
            around.blank_before || around.before.is_none_or(|before| !around.in_paragraph || ends_sentence(before));
        if !free {
            return None;
        }
        let class = classify(text.trim_end_matches(':'));
        let words = text.split_whitespace().count();
        let continues = around
            .after
            .filter(|_| !around.blank_after)
            .is_some_and(|next| next.plain().starts_with(char::is_lowercase));
        let address = text.starts_with("An ") || text.starts_with("Sehr geehrte");
        if address || continues || words > 12 || looks_like_clause(text) || stops_midway(text) {
            return None;
        }
        // »Lenkungsgruppe am 12.03.2023: Haushalt, Wege« is an entry of a list.
        if text.contains(": ") && !find_dates(text, &YearContext::default()).is_empty() {
            return None;
        }
        let next_dated = around
            .after
            .filter(|_| !around.blank_after)
            .is_some_and(|next| leading(&next.plain(), &YearContext::default()).is_some());
        if next_dated && words <= 4 && body(text).is_some() && !text.contains([':', ',']) {
            return Some(make(text, NAMED, false));
        }
        let field = ["handlungsfeld", "themenfeld", "entwicklungsziel"]
            .iter()
            .any(|stem| text.to_lowercase().starts_with(stem));
        if field && words <= 12 && (around.blank_before || !text.contains(": ") || text.len() < 70) {
            return Some(make(text, NAMED + 1, false));
        }
        if let Some(class) = class
            && class.strong
            && words <= 8
        {
            self.counts_below(text);
            return Some(make(text, NAMED, false));
        }

        let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
        let shouted = letters.len() >= 5 && letters.iter().all(|c| c.is_uppercase() || *c == 'ß');
        if shouted && around.blank_before {
            return Some(make(text, if class.is_some() { NAMED } else { NAMED + 1 }, false));
        }
        if line.size >= 114 && words <= 12 && !text.ends_with(':') {
            return Some(make(
                text,
                if class.is_some() { NAMED } else { NAMED + 1 },
                class.is_none() && line.size < 130,
            ));
        }
        None
    }

    /// Numbers that begin below a chapter without a number count its parts.
    fn counts_below(&mut self, text: &str) {
        let chapter = classify(text.trim_end_matches(':'))
            .filter(|class| class.strong && !matches!(class.section, Section::Contents | Section::Other));
        if self.outer.is_none() && (self.last.is_empty() || self.named.is_some()) {
            self.named = chapter.map(|class| class.section).or(self.named);
            if self.named.is_some() {
                self.last.clear();
            }
        }
    }

    fn numbered<'t>(
        &mut self,
        around: &Around<'_>,
        text: &'t str,
        numbers: &[u32],
        at: usize,
    ) -> Option<(&'t str, u8)> {
        let title = text.get(at..)?;
        if !title_like(title) || looks_like_clause(title) {
            return None;
        }
        let class = classify(title);
        if numbers.len() == 1 {
            let only = numbers.first().copied().unwrap_or(0);
            let mark = text.get(..at)?.trim_end().trim_end_matches(')');
            let sign = mark.ends_with('.') || mark.chars().all(|c| c.is_ascii_digit());
            // Lines that count on without text between them are a list.
            let beside = |other: Option<&SourceLine>, wanted: u32| {
                other.is_some_and(|o| number(o.plain().trim()).is_some_and(|(n, _)| n == [wanted]))
            };
            let listed = beside(around.after, only + 1) || (only > 1 && beside(around.before, only - 1));
            let strong = class.is_some_and(|c| c.strong);
            // »2. Streuobst-Sammelstelle« right below the text on the project before.
            let told = self.named == Some(Section::Projects)
                && !self.last.is_empty()
                && around
                    .after
                    .filter(|_| !around.blank_after)
                    .is_some_and(|after| after.indent() > around.line.indent());
            // »1. Haushalt« right below a date is an item, »4. Haushalt« after chapter 3 a chapter.
            let skips = strong && around.blank_before && self.last.first().is_none_or(|last| only > *last);
            if !sign
                || listed
                || !(skips || self.follows(numbers) && (around.blank_before || strong || self.dense || told))
            {
                return None;
            }
        } else if !(self.follows(numbers)
            || (around.blank_before
                && (class.is_some_and(|c| c.strong) || self.last.is_empty())
                && !is_dateable(numbers)))
        {
            return None;
        }
        self.last = numbers.to_vec();
        let below = if self.named.is_some() { NAMED } else { u8::from(self.outer.is_some()) };
        let level = u8::try_from(numbers.len()).unwrap_or(5) + below;
        Some((title, level))
    }
}

fn is_dateable(numbers: &[u32]) -> bool {
    numbers.len() == 2 && numbers.first().is_some_and(|n| *n <= 31) && numbers.get(1).is_some_and(|n| *n <= 12)
}

fn ends_sentence(before: &SourceLine) -> bool {
    before.plain().trim_end().ends_with(['.', '!', '?', ':'])
}

/// »Bürgermeisterrunde, 20.04.2023«: a sitting's own heading.
fn is_dated_body(text: &str) -> bool {
    body(text).is_some()
        && text.split_whitespace().count() <= 8
        && !text.trim_end().ends_with('.')
        && find_dates(text, &YearContext::default()).len() == 1
}

/// A line that stands alone and could be a heading; the section decides.
pub(super) fn possible(around: &Around<'_>) -> Option<Heading> {
    let line = around.line;
    let plain = line.plain();
    let text = plain.trim();
    let count = text.chars().count();
    if line.chunks.len() != 1 || !around.blank_before || !(3..=70).contains(&count) || bullet(text).is_some() {
        return None;
    }
    // »Wo wir unterwegs waren« above a list is a heading, in running text it is the start of a sentence.
    let listed = around.after.filter(|_| text.split_whitespace().count() <= 7).is_some_and(|next| {
        let next = next.plain();
        bullet(&next).is_some() || leading(&next, &YearContext::default()).is_some() || is_dated_body(&next)
    });
    // »Das war mein Jahr« alone between blank lines.
    let alone = around.blank_after && text.split_whitespace().count() <= 7;
    if !title_like(text)
        || text.ends_with([':', ')']) && !text.contains('(')
        || looks_like_clause(text) && !(listed || alone)
        || leading(text, &YearContext::default()).is_some()
    {
        return None;
    }
    let run_in = text.contains(": ") && !["Projekt", "Maßnahme", "Vorhaben"].iter().any(|word| text.starts_with(word));
    if stops_midway(text) || run_in {
        return None;
    }
    let next = around.after?;
    let next_text = next.plain();
    // The first line of a wrapped paragraph is about as long as the next one.
    if !around.blank_after {
        let first = next_text.split_whitespace().next().map_or(0, |w| w.chars().count());
        let wrapped = !listed && count + first + 6 > next_text.chars().count() && bullet(&next_text).is_none();
        let project = ["Projekt ", "Maßnahme ", "Vorhaben "].iter().any(|word| text.starts_with(word));
        let counted = next_text.starts_with(|c: char| c.is_ascii_digit()) && !project;
        if opens_sentence(text) && !listed || counted || wrapped && !project {
            return None;
        }
    }
    let body = next_text.chars().count() > count
        || bullet(&next_text).is_some()
        || leading(&next_text, &YearContext::default()).is_some()
        || is_dated_body(&next_text)
        || around.blank_after;
    let runs_on = !around.blank_after && next_text.starts_with(char::is_lowercase);
    (body && !runs_on).then(|| Heading {
        line: line.number,
        text: clean(text),
        level: PLAIN,
        weak: true,
        in_table: false,
    })
}
