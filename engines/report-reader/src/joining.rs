//! Joining soft-wrapped lines, so that a word broken by the typesetter is one word again and a
//! hyphen that belongs to a name stays.

/// Words after which a hanging hyphen is a suspended one: »Raum- und Siedlungsplanung«.
const LINKING: [&str; 8] = ["und", "oder", "bzw", "sowie", "bis", "als", "u", "wie"];

/// Text with the source line of each of its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Joined {
    text: String,
    /// Offset in `text` where each source line begins.
    starts: Vec<(usize, usize)>,
}

impl Joined {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Source lines, each once, in order.
    pub(crate) fn lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> = self.starts.iter().map(|(_, line)| *line).collect();
        lines.dedup();
        lines
    }

    /// The source line at a byte offset.
    pub(crate) fn line_at(&self, offset: usize) -> usize {
        self.starts
            .iter()
            .rev()
            .find(|(start, _)| *start <= offset)
            .or(self.starts.first())
            .map_or(0, |(_, line)| *line)
    }

    /// The part between two byte offsets, trimmed, with its lines.
    pub(crate) fn slice(&self, start: usize, end: usize) -> Self {
        let end = end.min(self.text.len());
        let raw = self.text.get(start..end).unwrap_or_default();
        let begin = start + raw.len() - raw.trim_start().len();
        let text = raw.trim().to_owned();
        let stop = begin + text.len();
        let mut starts = vec![(0, self.line_at(begin))];
        starts.extend(
            self.starts.iter().filter(|(at, _)| *at > begin && *at < stop).map(|(at, line)| (at - begin, *line)),
        );
        Self { text, starts }
    }

    /// The pieces from an offset on that signs outside of brackets part, without the full stops at their ends.
    pub(crate) fn pieces(&self, from: usize, signs: &[char]) -> Vec<Self> {
        let mut cuts = vec![from];
        let mut depth = 0_i32;
        for (at, c) in self.text.char_indices().skip_while(|(at, _)| *at < from) {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                c if depth == 0 && signs.contains(&c) => cuts.push(at + c.len_utf8()),
                _ => {}
            }
        }
        cuts.push(self.text.len());
        cuts.windows(2)
            .filter_map(|pair| Some(self.slice(*pair.first()?, *pair.get(1)?)))
            .map(|piece| {
                let end = piece.text().trim_end_matches(|c: char| c == ' ' || c == '.' || signs.contains(&c)).len();
                piece.slice(0, end)
            })
            .filter(|piece| !piece.text().is_empty())
            .collect()
    }

    /// Adds a physical line.
    pub(crate) fn push(&mut self, line: usize, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            glue(&mut self.text, text);
        }
        self.starts.push((self.text.len(), line));
        self.text.push_str(&squeeze(text));
    }

    /// Adds the rest of a word that broke without a hyphen.
    pub(crate) fn glue(&mut self, rest: &str) {
        self.text.push_str(&squeeze(rest.trim()));
    }

    /// Joins physical lines.
    pub(crate) fn of<'a>(lines: impl IntoIterator<Item = (usize, &'a str)>) -> Self {
        let mut joined = Self::default();
        for (line, text) in lines {
            joined.push(line, text);
        }
        joined
    }

    /// Adds another joined text after this one.
    pub(crate) fn append(&mut self, other: &Self) {
        if other.text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            glue(&mut self.text, &other.text);
        }
        let base = self.text.len();
        self.starts.extend(other.starts.iter().map(|(at, line)| (base + at, *line)));
        self.text.push_str(&other.text);
    }
}

/// Runs of blanks become one; soft hyphens inside a line are invisible and go.
fn squeeze(text: &str) -> String {
    let soft_end = text.ends_with('\u{ad}');
    let mut clean = text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ");
    if soft_end {
        clean.push('\u{ad}');
    }
    clean
}

/// Prepares the end of `text` for `next`: removes a soft hyphen, keeps one that belongs to the
/// word, and adds a blank where two words meet.
fn glue(text: &mut String, next: &str) {
    if text.ends_with('\u{ad}') {
        text.pop();
        return;
    }
    let first = next.chars().next();
    if text.ends_with('/') && !text.ends_with(" /") {
        return;
    }
    if !text.ends_with(['-', '\u{2010}']) {
        text.push(' ');
        return;
    }
    let body = text.trim_end_matches(['-', '\u{2010}']);
    let before = body.chars().next_back();
    // » -« at the end of a line is a dash between words.
    if !before.is_some_and(char::is_alphanumeric) || text.len() - body.len() > 3 {
        text.push(' ');
        return;
    }
    let next_word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    if LINKING.contains(&next_word.as_str()) {
        text.push(' ');
        return;
    }
    let stem: String = body.chars().rev().take_while(|c| c.is_alphanumeric()).collect();
    let abbreviation = stem.chars().count() >= 2 && stem.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    let shouted = abbreviation && next_word.chars().count() >= 2 && next_word.chars().all(char::is_uppercase);
    let ends_in_digit = before.is_some_and(|c| c.is_ascii_digit());
    let hyphenates = first.is_some_and(char::is_lowercase) && !abbreviation && !ends_in_digit;
    // In capitals a broken word and a compound look alike; long parts are broken words.
    if hyphenates || (shouted && stem.chars().count() > 4 && next_word.chars().count() > 4) {
        text.truncate(body.len());
    }
}

/// Joins lines as [`read`](crate::read) does; useful on its own and for tests.
pub fn join_lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    Joined::of(lines.into_iter().map(|line| (0, line))).text
}

/// Abbreviations that do not end a sentence.
const ABBREVIATIONS: [&str; 70] = [
    "Abt", "Bgm", "Lkr", "Ldkr", "Ref", "stv", "stellv", "ehem", "bayer", "Bayer", "Gde", "Fa", "gem", "lt", "rd",
    "Mitgl", "Aug", "Sept", "Okt", "Nov", "Dez", "Apr", "österr", "z", "B", "ca", "Nr", "Nrn", "e", "V", "Dr", "Prof",
    "St", "bzw", "usw", "Abs", "Art", "d", "h", "u", "a", "inkl", "ggf", "Tel", "Str", "Mio", "Mrd", "Tsd", "i", "H",
    "v", "vgl", "sog", "o", "g", "S", "Hr", "Fr", "evtl", "max", "min", "einschl", "zzgl", "Jan", "Feb", "Dipl", "Ing",
    "Az", "Aktz", "Gz",
];

/// Byte ranges of the sentences of a text. A full stop after a number, an initial or an
/// abbreviation ends none unless nothing else can.
pub(crate) fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (i, (at, c)) in chars.iter().enumerate() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let mut after = i + 1;
        while chars.get(after).is_some_and(|(_, c)| matches!(c, '"' | '“' | '”' | '«' | ')' | '¹' | '²' | '³'))
        {
            after += 1;
        }
        if !chars.get(after).is_none_or(|(_, c)| c.is_whitespace()) {
            continue;
        }
        let next = chars.get(after..).unwrap_or_default().iter().find(|(_, c)| !c.is_whitespace()).map(|(_, c)| *c);
        // »Ausbildungsmesse „Bleib do!“ (11.11.23)« goes on.
        if *c != '.' && after > i + 1 && next.is_some_and(|next| matches!(next, '(' | '–' | '-')) {
            continue;
        }
        if *c == '.'
            && !ends_sentence(text.get(start..*at).unwrap_or_default(), text.get(*at + 1..).unwrap_or_default(), next)
        {
            continue;
        }
        let stop = chars.get(after).map_or(text.len(), |(at, _)| *at);
        found.push((start, stop));
        start = stop;
    }
    if text.get(start..).is_some_and(|rest| !rest.trim().is_empty()) {
        found.push((start, text.len()));
    }
    found
}

fn ends_sentence(before: &str, after: &str, next: Option<char>) -> bool {
    let Some(next) = next else { return true };
    if next.is_lowercase() {
        return false;
    }
    let word: String =
        before.chars().rev().take_while(|c| c.is_alphanumeric()).collect::<Vec<_>>().into_iter().rev().collect();
    if word.chars().count() == 4 && word.chars().all(|c| c.is_ascii_digit()) {
        return true;
    }
    if !word.is_empty() && word.chars().all(|c| c.is_ascii_digit()) {
        // »12.3. Danach« ends a sentence, »4. Steuerkreis«, »3. März« and »12. 03.« do not.
        let dotted = before.get(..before.len() - word.len()).is_some_and(|rest| rest.ends_with('.'));
        return dotted && !next.is_ascii_digit() && word.len() <= 2 && !after.starts_with(|c: char| c.is_ascii_digit());
    }
    !ABBREVIATIONS.contains(&word.as_str())
}
