//! Grants the alliance received: notices with date, authority, amount and period.

use super::figures::money;
use super::rows::row_text;
use super::{Reader, Scope, ranges};
use crate::dates::Precision;
use crate::joining::{Joined, sentences};
use crate::layout::Row;
use crate::proposal::{Grant, Period, Use};
use crate::vocabulary::{Column, Section};
use jiff::civil::Date;

const NOTICES: [&str; 15] = [
    "der bescheid",
    "ein bescheid",
    "mit bescheid",
    "bescheid über",
    "den bescheid",
    "zuwendungsbescheid",
    "förderbescheid",
    "bewilligungsbescheid",
    "zuwendungsvertrag",
    "fördervertrag",
    "änderungsbescheid",
    "bescheid vom",
    "bescheid des",
    "bescheid der",
    "förderzusage",
];
const GRANTED: [&str; 9] = [
    "bewilligt",
    "zuwendung",
    "gewährt",
    "zugesagt",
    "gefördert",
    "fördersumme",
    "förderung",
    "zuschuss",
    "fördermittel",
];

/// The amount of a row: the granted one before the total.
pub(super) fn row_amount(row: &Row) -> Option<i64> {
    let read = |role: Column| {
        row.cell(role).and_then(|c| {
            let joined = c.joined();
            money(joined.text())
                .first()
                .map(|(cents, _)| *cents)
                .or_else(|| super::figures::number(joined.text().trim()).map(|(value, _)| cents(value)))
        })
    };
    read(Column::Grant).or_else(|| read(Column::Cost)).or_else(|| money(&row_text(row)).last().map(|(cents, _)| *cents))
}

#[allow(clippy::cast_possible_truncation)] // sixteen digits at most
fn cents(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

/// Whether a text speaks of a notice.
pub(super) fn is_notice(text: &str) -> bool {
    let lower = text.to_lowercase();
    NOTICES.iter().any(|word| lower.contains(word))
}

/// Whether a sentence says what was granted: »Die Zuwendung beträgt 18.900 €.«
pub(super) fn grants_money(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_notice(text)
        || ["zuwendung beträgt", "zuwendung von", "zuwendung in höhe", "förderung beträgt", "bewilligt wurden"]
            .iter()
            .any(|words| lower.contains(words))
}

impl Reader {
    fn add_grant(&mut self, grant: Grant, lines: &[usize]) {
        self.ledger.claim(lines, Use::Grant);
        let same = self.out.grants.iter_mut().find(|g| {
            g.notice_date.is_some()
                && g.notice_date == grant.notice_date
                && (g.amount_cents == grant.amount_cents || g.amount_cents.is_none() || grant.amount_cents.is_none())
        });
        match same {
            Some(known) => {
                known.authority = known.authority.take().or(grant.authority);
                known.amount_cents = known.amount_cents.or(grant.amount_cents);
                known.period = known.period.or(grant.period);
                super::extend(&mut known.source, lines);
            }
            None => self.out.grants.push(grant),
        }
    }

    pub(super) fn grant_row(&mut self, row: &Row) {
        let lines = row.lines();
        let text = row_text(row);
        let day = |joined: &Joined, reader: &Self| {
            reader
                .dates(joined.text())
                .iter()
                .filter_map(|h| h.reading.known())
                .find(|s| s.precision == Precision::Day && s.end.is_none())
                .map(|s| s.start)
        };
        let notice_date = row
            .cell(Column::Date)
            .and_then(|c| day(&c.joined(), self))
            .or_else(|| row.cells.iter().find_map(|c| day(&c.joined(), self)));
        let authority = row.cell(Column::Authority).map(|c| nominative(c.joined().text())).or_else(|| authority(&text));
        let years = || {
            let cell = row.cell(Column::Period)?;
            let (from, to) = super::period::years(cell.joined().text())?;
            Some(Period { from: Date::new(from, 1, 1).ok(), to: Date::new(to, 12, 31).ok() })
        };
        let period = row.cells.iter().find_map(|c| self.range(c.joined().text())).or_else(years);
        let grant =
            Grant { notice_date, authority, amount_cents: row_amount(row), period, text, source: ranges(&lines) };
        if grant.notice_date.is_some() || grant.amount_cents.is_some() {
            self.add_grant(grant, &lines);
        }
    }

    /// A grant told in labels; whichever are there.
    pub(super) fn add_labelled_grant(
        &mut self,
        date: Option<&Joined>,
        authority: Option<&Joined>,
        amount: Option<&Joined>,
        period: Option<&Joined>,
        text: &Joined,
    ) {
        let lines = text.lines();
        let grant = Grant {
            notice_date: date.and_then(|day| self.known(day).first().map(|span| span.start)),
            authority: authority.map(|name| nominative(name.text())),
            amount_cents: amount.and_then(|sum| money(sum.text()).first().map(|(cents, _)| *cents)),
            period: period.and_then(|time| self.range(time.text())),
            text: text.text().to_owned(),
            source: ranges(&lines),
        };
        if grant.notice_date.is_some() || grant.amount_cents.is_some() {
            self.add_grant(grant, &lines);
        }
    }

    fn range(&self, text: &str) -> Option<Period> {
        let spans: Vec<_> = self.dates(text).iter().filter_map(|h| h.reading.known()).collect();
        let whole = spans.iter().find(|s| s.end.is_some());
        whole.map(|s| Period { from: Some(s.start), to: Some(s.last_day()) })
    }

    /// Sentences that speak of a notice, wherever they stand.
    pub(super) fn grant_sentences(&mut self, joined: &Joined, scope: &Scope) {
        let mut last: Option<usize> = None;
        let mut before: Option<String> = None;
        for (start, end) in sentences(joined.text()) {
            let sentence = joined.slice(start, end);
            let text = sentence.text();
            let lower = text.to_lowercase();
            let notice = NOTICES.iter().any(|word| lower.contains(word));
            let granted = GRANTED.iter().any(|word| lower.contains(word));
            let in_grants = matches!(scope.section, Some(Section::Grants | Section::SmallGrants));
            let amounts = money(text);
            let denied =
                ["beantragt", "antrag auf", "kein ", "keine "].iter().any(|word| lower.contains(word)) && !notice;
            // »Gefördert wird die Stelle durch das Amt X. Der Bescheid vom …«
            let same =
                ["derselben behörde", "demselben amt", "derselben stelle", "gleichen behörde", "gleichen stelle"]
                    .iter()
                    .any(|words| lower.contains(words));
            let authority = authority(text)
                .or_else(|| self.out.grants.last().filter(|_| same).and_then(|grant| grant.authority.clone()))
                .or_else(|| before.take().filter(|_| notice));
            if authority.is_some() && lower.contains("förder") && !notice {
                before.clone_from(&authority);
            }
            // »Sparkassenstiftung Lohof, 2.500 €« in a list of grants.
            let title = scope.title.to_lowercase();
            let listed = in_grants
                && ["zuwend", "förder", "bescheid", "zuschüss", "zuschuss", "bewillig"]
                    .iter()
                    .any(|w| title.contains(w))
                && !denied
                && authority.is_some()
                && !amounts.is_empty()
                && !crate::layout::looks_like_clause(text)
                && !["Der ", "Die ", "Das "].iter().any(|article| text.starts_with(article))
                && text.split_whitespace().count() <= 20;
            let told = notice
                || listed
                || (granted
                    && !amounts.is_empty()
                    && !denied
                    && (in_grants && (authority.is_some() || lower.contains("bewilligt"))
                        || lower.contains("bewilligt") && authority.is_some()));
            if !told {
                let period = self.grant_period(text, &lower);
                // »Die Zuwendung beträgt 90.000 € …« right after the notice completes it.
                if let Some(grant) = last.and_then(|at| self.out.grants.get_mut(at))
                    && grant.amount_cents.is_none()
                    && granted
                    && let Some((cents, _)) = chosen(&lower, &amounts)
                {
                    grant.amount_cents = Some(cents);
                    grant.period = grant.period.take().or(period);
                    super::extend(&mut grant.source, &sentence.lines());
                    self.ledger.claim(&sentence.lines(), Use::Grant);
                }
                continue;
            }
            let notice_date = self.notice_date(text, &lower, notice);
            let period = self.grant_period(text, &lower);
            let amount_cents = chosen(&lower, &amounts).map(|(cents, _)| cents);
            if notice_date.is_none() && amount_cents.is_none() {
                continue;
            }
            let lines = sentence.lines();
            let grant =
                Grant { notice_date, authority, amount_cents, period, text: text.to_owned(), source: ranges(&lines) };
            self.add_grant(grant, &lines);
            last = Some(self.out.grants.len() - 1);
        }
    }

    /// The single day next to the word for the notice.
    fn notice_date(&self, text: &str, lower: &str, notice: bool) -> Option<Date> {
        let word = NOTICES
            .iter()
            .filter_map(|word| lower.find(word))
            .min()
            .filter(|_| notice && lower.len() == text.len())
            .unwrap_or(0);
        let days: Vec<(usize, Date)> = self
            .dates(text)
            .iter()
            .filter_map(|h| {
                h.reading
                    .known()
                    .filter(|s| s.precision == Precision::Day && s.end.is_none())
                    .map(|s| (h.start, s.start))
            })
            .collect();
        days.iter().find(|(at, _)| *at > word).or(days.first()).map(|(_, day)| *day)
    }

    fn grant_period(&self, text: &str, lower: &str) -> Option<Period> {
        let spoken = ["zeitraum", "laufzeit", "vom ", "von ", "bis ", "befristet", "für die", "für das"]
            .iter()
            .any(|w| lower.contains(w));
        let years = || {
            let at = ["laufzeit", "zeitraum"].iter().find_map(|word| lower.find(word).map(|at| at + word.len()))?;
            let (from, to) = super::period::years(text.get(at..)?)?;
            Some(Period { from: Date::new(from, 1, 1).ok(), to: Date::new(to, 12, 31).ok() })
        };
        if spoken { self.range(text).or_else(years) } else { None }
    }
}

/// The amount that is granted, not the total it is taken from.
fn chosen(lower: &str, amounts: &[(i64, usize)]) -> Option<(i64, usize)> {
    let costs = |at: usize| {
        let before = lower.get(..at).unwrap_or_default();
        let near: String = before.chars().rev().take(45).collect::<Vec<_>>().into_iter().rev().collect();
        ["gesamtkosten", "kosten von", "gesamtausgaben", "eigenanteil", "investition", "ausgaben von"]
            .iter()
            .any(|word| near.contains(word))
    };
    amounts.iter().find(|(_, at)| !costs(*at)).or(amounts.first()).copied()
}

/// Who granted: known kinds of offices, put into the nominative.
pub(super) fn authority(text: &str) -> Option<String> {
    known_office(text).or_else(|| institution(text))
}

/// Any institution by the last part of its name: »Unteren Naturschutzbehörde Odernbach«,
/// »Sparkassenstiftung Lohof«, »Projektträger Klima Kommunal«.
fn institution(text: &str) -> Option<String> {
    const ENDINGS: [&str; 27] = [
        "amt",
        "amtes",
        "amts",
        "behörde",
        "stiftung",
        "fonds",
        "agentur",
        "direktion",
        "präsidium",
        "präsidiums",
        "ministerium",
        "ministeriums",
        "förderbank",
        "landesbank",
        "aufbaubank",
        "investitionsbank",
        "projektträger",
        "bewilligungsstelle",
        "bezirksregierung",
        "landesregierung",
        "landkreis",
        "landkreises",
        "landratsamt",
        "lotterie",
        "bezirk",
        "bezirks",
        "sparkasse",
    ];
    const NONE: [&str; 6] = ["ehrenamt", "bürgeramt", "amt", "amtes", "gesamt", "ordnungsamt"];
    let words: Vec<(usize, &str)> = super::figures::words(text);
    let at = words.iter().position(|(_, word)| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && ENDINGS.iter().any(|ending| lower.ends_with(ending))
            && !NONE.contains(&lower.as_str())
    })?;
    let (start, kind) = *words.get(at)?;
    let gap = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    // »der Unteren Naturschutzbehörde« is the »Untere Naturschutzbehörde«.
    let adjective = at.checked_sub(1).and_then(|before| words.get(before)).filter(|(s, w)| {
        w.starts_with(char::is_uppercase)
            && gap(s + w.len(), start) == " "
            && ["e", "en", "er", "es"].iter().any(|end| w.ends_with(end))
            && !super::nouns::is_function_word(w)
    });
    let mut end = start + kind.len();
    let mut cursor = end;
    let mut linked = false;
    for (s, word) in words.get(at + 1..).unwrap_or_default().iter().take(7) {
        if !matches!(gap(cursor, *s), " " | "-") {
            break;
        }
        let link = matches!(*word, "für" | "und" | "der" | "des" | "am" | "an" | "in");
        let name = word.starts_with(char::is_uppercase) && !is_no_name(word);
        if !(name || link && !linked) {
            break;
        }
        linked = link;
        cursor = s + word.len();
        if name {
            end = cursor;
        }
    }
    // »der Behörde« alone is no name.
    let kinds = ["behörde", "stiftung", "fonds", "ministerium", "agentur", "direktion", "bewilligungsstelle", "bezirk"];
    if end == start + kind.len() && adjective.is_none() && kinds.contains(&kind.to_lowercase().as_str()) {
        return None;
    }
    let name = nominative(gap(start, end));
    let feminine =
        ["behörde", "stiftung", "agentur", "direktion", "bank", "stelle", "regierung", "lotterie", "sparkasse"]
            .iter()
            .any(|ending| kind.to_lowercase().ends_with(ending));
    Some(match adjective {
        Some((_, word)) if feminine => format!("{} {name}", word.strip_suffix(['n', 'r', 's']).unwrap_or(word)),
        Some((_, word)) if word.ends_with("es") || word.ends_with("er") => format!("{word} {name}"),
        _ => name,
    })
}

/// Capitals behind an institution that begin something else.
fn is_no_name(word: &str) -> bool {
    matches!(
        word,
        "Am" | "Im"
            | "Bescheid"
            | "Zuwendungsbescheid"
            | "EUR"
            | "Euro"
            | "Die"
            | "Der"
            | "Das"
            | "Für"
            | "Mit"
            | "Betrag"
    )
}

/// Kinds of offices whose names follow a pattern of their own.
fn known_office(text: &str) -> Option<String> {
    const OFFICES: [&str; 36] = [
        "Bezirks ",
        "Bezirk ",
        "Landkreises ",
        "Landratsamts ",
        "Landratsamtes ",
        "Wasserwirtschaftsamt",
        "Landesanstalt",
        "Landesstiftung",
        "Stiftung ",
        "Sparkassenstiftung",
        "Kulturfonds",
        "Bundesamt",
        "Regierungsbezirk ",
        "Landwirtschaftsamt",
        "Amtes für Ländliche Entwicklung",
        "Amt für Ländliche Entwicklung",
        "Amts für Ländliche Entwicklung",
        "Amt für ländliche Entwicklung",
        "Amtes für ländliche Entwicklung",
        "Amt für Ernährung, Landwirtschaft und Forsten",
        "Amtes für Ernährung, Landwirtschaft und Forsten",
        "ALE ",
        "AELF ",
        "StMELF",
        "Regierung von ",
        "Regierung der ",
        "Bezirksregierung ",
        "Regierungspräsidium ",
        "Regierungspräsidiums ",
        "Staatsministerium",
        "Bundesministerium",
        "Landesamt",
        "Landratsamt ",
        "Landkreis ",
        "Ministerium",
        "Landesdirektion",
    ];
    let (at, office) = OFFICES
        .iter()
        .filter_map(|office| text.find(office).map(|at| (at, *office)))
        .min_by_key(|(at, office)| (*at, usize::MAX - office.len()))?;
    // »Bayerisches Landesamt«, in the nominative only: »des Bayerischen Landesamts« would need another ending.
    let adjective = text.get(..at)?.trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    let own = adjective.starts_with(char::is_uppercase) && adjective.ends_with("isches");
    let begin = if own { text.get(..at)?.trim_end().len() - adjective.len() } else { at };
    let mut end = at + office.len();
    // A word that only begins like an office runs to its own end.
    end += text.get(end..)?.find(|c: char| !c.is_alphanumeric()).filter(|_| !office.ends_with(' ')).unwrap_or(0);
    let long_name = ["inisterium", "anstalt", "Landesamt", "Bundesamt"].iter().any(|kind| office.contains(kind));
    let mut words = 0;
    let rest = text.get(end..)?;
    let mut cursor = 0;
    for raw in rest.split_inclusive(' ') {
        let word = raw.trim().trim_end_matches(['.', ',', ';', ')', ':']);
        let name = word.chars().next().is_some_and(char::is_uppercase) && !is_no_name(word);
        let link = long_name && matches!(word, "für" | "und" | "der" | "des" | "Inneren")
            || matches!(word, "am" | "an" | "der") && office.starts_with("Regierung") && words < 2;
        if raw.trim().is_empty() {
            cursor += raw.len();
            continue;
        }
        if !(name || link) || words >= 9 {
            break;
        }
        cursor += raw.len();
        words += 1;
        end = at + (end - at);
        if raw.trim_end().ends_with(['.', ';', ')', ':']) || raw.trim_end().ends_with(',') && !long_name {
            break;
        }
    }
    let mut name = text.get(begin..end + cursor)?.trim().trim_end_matches(['.', ',', ';', ')', ':']).to_owned();
    while let Some(cut) = [" und", " für", " der", " am", " an", " des"]
        .iter()
        .find_map(|link| name.strip_suffix(link).map(str::to_owned))
    {
        name = cut;
    }
    if office.contains("inisterium")
        && let Some(before) = text
            .get(..at)
            .and_then(|t| t.split_whitespace().next_back())
            .filter(|w| w.starts_with("Bayerische") || w.starts_with("Hessische") || w.starts_with("Sächsische"))
    {
        name = format!("{}s {name}", before.trim_end_matches(['s', 'n', 'r', 'm']));
    }
    Some(nominative(&name))
}

/// »Amtes für …« → »Amt für …«, »Staatsministeriums« → »Staatsministerium«.
fn nominative(name: &str) -> String {
    let name = name.trim();
    let name = ["Amtes ", "Amts "]
        .iter()
        .find_map(|genitive| name.strip_prefix(genitive))
        .map_or_else(|| name.to_owned(), |rest| format!("Amt {rest}"));
    let mut words: Vec<String> = name.split_whitespace().map(str::to_owned).collect();
    if let Some(first) = words.iter_mut().find(|w| {
        w.ends_with("ministeriums")
            || w.ends_with("amtes")
            || w.ends_with("amts")
            || w.ends_with("präsidiums")
            || w.ends_with("Landkreises")
            || *w == "Bezirks"
            || *w == "Wasserwirtschaftsamtes"
    }) {
        let cut = if first.ends_with("es") { 2 } else { 1 };
        first.truncate(first.len() - cut);
    }
    words.join(" ")
}
