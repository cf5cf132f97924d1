//! Typed forms: fields that come back filled, each with its error beside it.

use std::collections::BTreeMap;

use allmende_store::{Day, Id, StoreError, Tx};

use crate::cx::Cx;
use crate::texts::TextValue;

/// A file in a submitted form.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// Its name on the sender's side.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a browser sent.
#[derive(Clone, Debug, Default)]
pub struct Submission {
    /// Values by field, in order of sending.
    pub values: BTreeMap<String, Vec<String>>,
    /// Files by field.
    pub files: BTreeMap<String, Upload>,
}

impl Submission {
    /// The first value of a field, trimmed; empty if it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }
}

/// How a field looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line.
    Line,
    /// One narrow line: numbers, postcodes.
    Short,
    /// A mail address.
    Email,
    /// A day.
    Date,
    /// A time.
    Time,
    /// Several lines.
    Lines,
    /// Several lines, tall: prose.
    Prose,
    /// One of many, in a list that opens.
    Select,
    /// One of few, all visible.
    Radio,
    /// Several of few.
    Ticks,
    /// Yes or no.
    Tick,
    /// A secret.
    Password,
    /// A file.
    File,
    /// Carried along, not shown.
    Hidden,
}

/// A choice of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in the submission.
    pub name: &'static str,
    /// How it looks.
    pub control: Control,
    /// Its label.
    pub label: String,
    /// What helps to fill it; may be empty.
    pub hint: String,
    /// Whether it may stay empty.
    pub optional: bool,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What stands in it.
    pub values: Vec<String>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// What the browser may fill in by itself (WCAG 1.3.5).
    pub autocomplete: &'static str,
    /// What the other person wrote, when two edited at once.
    pub theirs: Option<String>,
    /// The head of the group that begins with it; empty for none.
    pub group: String,
    /// Links that fill it: ready-made texts.
    pub offers: Vec<(String, String)>,
    /// What is put behind the text that stands in it, because such a link was followed.
    pub added: String,
}

impl Field {
    /// A field whose label is the text `<prefix>-<name>` and whose hint is `<prefix>-<name>-hint`, if there is one.
    pub fn new(cx: &Cx, prefix: &str, name: &'static str, control: Control) -> Self {
        let key = format!("{prefix}-{}", name.replace('_', "-"));
        let hint = format!("{key}-hint");
        let has_hint = cx.app().texts.has(cx.language(), &hint);
        Self {
            name,
            control,
            label: cx.t(&key),
            hint: if has_hint { cx.t(&hint) } else { String::new() },
            optional: false,
            choices: Vec::new(),
            values: Vec::new(),
            error: None,
            autocomplete: "",
            theirs: None,
            group: String::new(),
            offers: Vec::new(),
            added: String::new(),
        }
    }

    /// Begins a group with a head of its own; long forms have several.
    pub fn under(mut self, head: impl Into<String>) -> Self {
        self.group = head.into();
        self
    }

    /// May stay empty.
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// What can be chosen.
    pub fn choices(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }

    /// What the browser may fill in.
    pub fn autocomplete(mut self, word: &'static str) -> Self {
        self.autocomplete = word;
        self
    }

    /// The words of an enumeration as choices; labels are the texts `<prefix>-<word>`.
    pub fn words(self, cx: &Cx, prefix: &str, words: impl IntoIterator<Item = &'static str>) -> Self {
        let choices = words
            .into_iter()
            .map(|word| Choice { value: word.to_owned(), label: cx.t(&format!("{prefix}-{}", word.replace('_', "-"))) })
            .collect();
        self.choices(choices)
    }

    /// The first value.
    pub fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    /// Whether a choice is taken.
    pub fn takes(&self, value: &str) -> bool {
        self.values.iter().any(|taken| taken == value)
    }

    /// The `type` attribute of its input.
    pub fn input_type(&self) -> &'static str {
        match self.control {
            Control::Email => "email",
            Control::Password => "password",
            Control::File => "file",
            Control::Hidden => "hidden",
            _ => "text",
        }
    }

    /// The ids that describe it, for `aria-describedby`.
    pub fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.name));
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.name));
        }
        if self.theirs.is_some() {
            ids.push(format!("{}-theirs", self.name));
        }
        ids.join(" ")
    }
}

/// The values of a form by field, from a record or from a submission.
pub type Values = Vec<(&'static str, Vec<String>)>;

/// One value of a field.
pub fn value(name: &'static str, text: impl Into<String>) -> (&'static str, Vec<String>) {
    (name, vec![text.into()])
}

/// Reads a submission and collects what is wrong with it.
pub struct Input<'a> {
    cx: &'a Cx,
    submission: &'a Submission,
    errors: Vec<(&'static str, String)>,
}

impl<'a> Input<'a> {
    /// Reads the form of this request.
    pub fn new(cx: &'a Cx) -> Self {
        Self { cx, submission: cx.submission(), errors: Vec::new() }
    }

    /// The request.
    pub fn cx(&self) -> &'a Cx {
        self.cx
    }

    /// Notes an error in the person's language.
    pub fn refuse(&mut self, field: &'static str, sentence: impl Into<String>) {
        if !self.errors.iter().any(|(name, _)| *name == field) {
            self.errors.push((field, sentence.into()));
        }
    }

    /// Notes an error by the key of its text.
    pub fn refuse_key(&mut self, field: &'static str, key: &str) {
        let sentence = self.cx.t(key);
        self.refuse(field, sentence);
    }

    /// Whether nothing is wrong.
    pub fn is_fine(&self) -> bool {
        self.errors.is_empty()
    }

    /// What is wrong, by field.
    pub fn errors(self) -> Vec<(&'static str, String)> {
        self.errors
    }

    /// Text that may be empty, at most `most` characters. Line ends become `\n`, control characters go.
    pub fn text(&mut self, name: &'static str, most: usize) -> String {
        let raw = self.submission.get(name).replace("\r\n", "\n");
        let text: String = raw.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        let length = text.chars().count();
        if length > most {
            let sentence = self.cx.tv("form-too-long", &[("most", most.into()), ("length", length.into())]);
            self.refuse(name, sentence);
        }
        text
    }

    /// Text that must be there; `missing` is the key of the sentence that asks for it.
    pub fn needed(&mut self, name: &'static str, most: usize, missing: &str) -> String {
        let text = self.text(name, most);
        if text.is_empty() {
            self.refuse_key(name, missing);
        }
        text
    }

    /// One line of text that must be there.
    pub fn line(&mut self, name: &'static str, missing: &str) -> String {
        self.needed(name, 300, missing).replace('\n', " ")
    }

    /// A day that may be missing. Says exactly what is wrong with one that does not exist.
    pub fn day(&mut self, name: &'static str) -> Option<Day> {
        let text = self.submission.get(name);
        if text.is_empty() {
            return None;
        }
        match parse_day(text) {
            Ok(day) => Some(day),
            Err(fault) => {
                let sentence = match fault {
                    DayFault::Form => self.cx.tv("form-day-form", &[("text", text.into())]),
                    DayFault::Month => self.cx.tv("form-day-month", &[("text", text.into())]),
                    DayFault::DayOfMonth { month, days } => self.cx.tv(
                        "form-day-of-month",
                        &[
                            ("text", text.into()),
                            ("month", self.cx.t(&format!("month-{month}")).into()),
                            ("days", i64::from(days).into()),
                        ],
                    ),
                };
                self.refuse(name, sentence);
                None
            }
        }
    }

    /// A day that must be there.
    pub fn needed_day(&mut self, name: &'static str) -> Day {
        let before = self.errors.len();
        let day = self.day(name);
        if day.is_none() && self.errors.len() == before {
            self.refuse_key(name, "form-day-missing");
        }
        day.unwrap_or(self.cx.today())
    }

    /// A time of day as "18:00" that may be missing.
    pub fn time(&mut self, name: &'static str) -> Option<String> {
        let text = self.submission.get(name).trim_end_matches("Uhr").trim().replace('.', ":");
        if text.is_empty() {
            return None;
        }
        let parts: Vec<&str> = text.split(':').collect();
        let number = |index: usize| parts.get(index).map_or(Some(0), |part| part.parse::<u8>().ok());
        match (number(0), number(1)) {
            (Some(hour), Some(minute)) if hour < 24 && minute < 60 && parts.len() <= 2 => {
                Some(format!("{hour:02}:{minute:02}"))
            }
            _ => {
                let sentence = self.cx.tv("form-time", &[("text", text.into())]);
                self.refuse(name, sentence);
                None
            }
        }
    }

    /// One of the words of an enumeration.
    pub fn word<T: Copy>(&mut self, name: &'static str, read: fn(&str) -> Option<T>, fallback: T) -> T {
        read(self.submission.get(name)).unwrap_or_else(|| {
            self.refuse_key(name, "form-choice-missing");
            fallback
        })
    }

    /// A chosen record, if one was chosen. Anything else than a known id is refused.
    pub fn id(&mut self, name: &'static str) -> Option<Id> {
        let text = self.submission.get(name);
        if text.is_empty() {
            return None;
        }
        let id = text.parse().ok();
        if id.is_none() {
            self.refuse_key(name, "form-choice-missing");
        }
        id
    }

    /// A whole number between two bounds that may be missing. Dots as thousands are understood.
    pub fn number(&mut self, name: &'static str, least: i64, most: i64) -> Option<i64> {
        let text: String = self.submission.get(name).chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if text.is_empty() {
            return None;
        }
        match text.parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => Some(number),
            _ => {
                let sentence = self.cx.tv("form-number", &[("least", least.into()), ("most", most.into())]);
                self.refuse(name, sentence);
                None
            }
        }
    }

    /// An amount in cents from "1.234,56" that may be missing.
    pub fn cents(&mut self, name: &'static str) -> Option<i64> {
        let text = self.submission.get(name).trim_end_matches('€').trim().to_owned();
        if text.is_empty() {
            return None;
        }
        let amount = parse_decimal(&text, 2);
        if amount.is_none() {
            self.refuse_key(name, "form-amount");
        }
        amount
    }

    /// A number with up to three decimals in thousandths, from "137,1", that may be missing.
    pub fn thousandths(&mut self, name: &'static str) -> Option<i64> {
        let text = self.submission.get(name).to_owned();
        if text.is_empty() {
            return None;
        }
        let amount = parse_decimal(&text, 3);
        if amount.is_none() {
            self.refuse_key(name, "form-decimal");
        }
        amount
    }

    /// Refuses an added file that the alliance has no room for.
    pub async fn room(&mut self, tx: &mut Tx, name: &'static str) -> Result<(), StoreError> {
        let most = self.cx.app().settings.most_file_bytes;
        let Some(upload) = self.submission.files.get(name).filter(|_| most > 0) else { return Ok(()) };
        let used = tx.files_size().await?;
        let added = i64::try_from(upload.bytes.len()).unwrap_or(i64::MAX);
        if used.saturating_add(added) > most {
            let megabytes = |bytes: i64| self.cx.number((bytes + 1_048_575) / 1_048_576);
            let values = [
                ("most", megabytes(most).into()),
                ("used", megabytes(used).into()),
                ("added", megabytes(added).into()),
            ];
            let sentence = self.cx.tv("form-no-room", values);
            self.refuse(name, sentence);
        }
        Ok(())
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.submission.ticked(name)
    }

    /// A web address that may be missing; only `http` and `https`.
    pub fn link(&mut self, name: &'static str) -> String {
        let text = self.text(name, 2000);
        let fine = text.is_empty()
            || ((text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace));
        if !fine {
            self.refuse_key(name, "form-link");
        }
        text
    }

    /// A mail address that may be missing.
    pub fn email(&mut self, name: &'static str) -> String {
        let text = self.text(name, 254);
        if !text.is_empty() && !is_email(&text) {
            self.refuse_key(name, "form-email");
        }
        text
    }
}

/// Whether a text can be a mail address: enough to catch slips, the mail itself is the proof.
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    let clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || ",;<>\"()".contains(c));
    clean && !name.is_empty() && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
}

/// What is wrong with a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayFault {
    /// It does not read like a day.
    Form,
    /// There is no such month.
    Month,
    /// The month has fewer days.
    DayOfMonth {
        /// The month, 1 to 12.
        month: i8,
        /// How many days it has that year.
        days: i8,
    },
}

/// A day from "30.11.2017", "30.11.17" or "2017-11-30".
pub fn parse_day(text: &str) -> Result<Day, DayFault> {
    let text = text.trim().rsplit(", ").next().unwrap_or_default();
    let parts: Vec<&str> = if text.contains('.') { text.split('.').rev().collect() } else { text.split('-').collect() };
    let [year, month, day] = parts[..] else { return Err(DayFault::Form) };
    let digits = |part: &str, most: usize| {
        let part = part.trim();
        (1..=most).contains(&part.len()).then(|| part.parse::<i16>().ok()).flatten()
    };
    let (Some(mut year_number), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
        return Err(DayFault::Form);
    };
    if year.trim().len() == 2 {
        year_number += 2000;
    } else if year.trim().len() != 4 {
        return Err(DayFault::Form);
    }
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month)).ok_or(DayFault::Month)?;
    let first = jiff::civil::Date::new(year_number, month, 1).map_err(|_| DayFault::Form)?;
    let days = first.days_in_month();
    let day = i8::try_from(day).ok().filter(|day| (1..=days).contains(day));
    let day = day.ok_or(DayFault::DayOfMonth { month, days })?;
    jiff::civil::Date::new(year_number, month, day).map(Day).map_err(|_| DayFault::Form)
}

/// A German decimal number in units of `10^-places`: dots group, a comma separates.
pub fn parse_decimal(text: &str, places: usize) -> Option<i64> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{202f}')
        .map(|c| if c == '\u{2212}' { '-' } else { c })
        .collect();
    let (negative, text) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    let whole: String = whole.chars().filter(|c| *c != '.').collect();
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || fraction.len() > places || !all_digits(&whole) || !all_digits(fraction) {
        return None;
    }
    let padded = format!("{whole}{fraction:0<places$}");
    padded.parse::<i64>().ok().map(|number| if negative { -number } else { number })
}

/// A form as a page shows it.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The verb on the button.
    pub button: String,
    /// Where "Abbrechen" leads.
    pub cancel: String,
    /// The record's version, for the check that nobody else changed it.
    pub version: Option<i64>,
    /// Whether it carries files.
    pub files: bool,
    /// Somebody else changed the record: who and when.
    pub conflict: Option<String>,
    /// Whether it only asks: its fields stand in the address.
    pub get: bool,
}

impl Form {
    /// Puts values into the fields.
    pub fn fill(mut self, values: Values) -> Self {
        for (name, texts) in values {
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
                field.values = texts;
            }
        }
        for field in self.fields.iter_mut().filter(|field| !field.added.is_empty()) {
            field.values = vec![format!("{}\n\n{}", field.value(), field.added).trim().to_owned()];
        }
        self
    }

    /// The fields in their groups, each with its head; the first group may have none.
    pub fn groups(&self) -> Vec<(&str, Vec<&Field>)> {
        let mut groups: Vec<(&str, Vec<&Field>)> = Vec::new();
        for field in &self.fields {
            match groups.last_mut() {
                Some((_, fields)) if field.group.is_empty() => fields.push(field),
                _ => groups.push((&field.group, vec![field])),
            }
        }
        groups
    }

    /// Puts what was typed back into the fields, with the errors beside them.
    pub fn refill(mut self, submission: &Submission, errors: Vec<(&'static str, String)>) -> Self {
        for field in &mut self.fields {
            // Passwords and files are not sent back: the one must not, the other cannot.
            if !matches!(field.control, Control::Password | Control::File) {
                field.values = submission.values.get(field.name).cloned().unwrap_or_default();
            }
        }
        for (name, sentence) in errors {
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
                field.error = Some(sentence);
            } else if let Some(field) = self.fields.first_mut() {
                field.error.get_or_insert(sentence);
            }
        }
        self
    }

    /// The fields with an error, in page order.
    pub fn faulty(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.error.is_some())
    }

    /// How many fields have an error.
    pub fn fault_count(&self) -> usize {
        self.faulty().count()
    }

    /// The sentence that says how many answers to correct.
    pub fn fault_sentence(&self, cx: &Cx) -> String {
        cx.tv("form-correct", &[("count", TextValue::from(self.fault_count()))])
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn days_are_read_or_explained() {
        let day = |y, m, d| Ok(Day(jiff::civil::date(y, m, d)));
        let table = [
            ("30.11.2017", day(2017, 11, 30)),
            ("1.5.17", day(2017, 5, 1)),
            ("2017-05-01", day(2017, 5, 1)),
            ("Do, 30.11.2017", day(2017, 11, 30)),
            ("29.02.2024", day(2024, 2, 29)),
            ("31.11.2017", Err(DayFault::DayOfMonth { month: 11, days: 30 })),
            ("29.02.2023", Err(DayFault::DayOfMonth { month: 2, days: 28 })),
            ("01.13.2017", Err(DayFault::Month)),
            ("01.05.017", Err(DayFault::Form)),
            ("morgen", Err(DayFault::Form)),
            ("1.5.", Err(DayFault::Form)),
            ("", Err(DayFault::Form)),
        ];
        for (text, expected) in table {
            assert_eq!(parse_day(text), expected, "{text}");
        }
    }

    #[test]
    fn german_decimals_are_exact() {
        let table = [
            ("1.234,56", 2, Some(123_456)),
            ("1234,5", 2, Some(123_450)),
            ("0,07", 2, Some(7)),
            ("-34.500,00", 2, Some(-3_450_000)),
            ("137,1", 3, Some(137_100)),
            ("430", 3, Some(430_000)),
            ("1,234", 2, None),
            ("1.2.3,x", 2, None),
            ("", 2, None),
            ("99999999999999999999", 2, None),
        ];
        for (text, places, expected) in table {
            assert_eq!(parse_decimal(text, places), expected, "{text}");
        }
    }

    #[test]
    fn mail_addresses_are_checked_for_slips() {
        for good in ["a@b.de", "rathaus.erlenbach@vg-mar.bayern"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["a", "a@b", "@b.de", "a@.de", "a b@c.de", "a@b.de,c@d.de", "a@b.de\nBcc: x@y.de"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
