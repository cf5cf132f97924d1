//! Grants the alliance received: notices with date, authority, amount and period.

use super::authorities::{authority, nominative};
use super::figures::money;
use super::rows::row_text;
use super::{Reader, Scope, ranges};
use crate::dates::Precision;
use crate::joining::{Joined, sentences};
use crate::layout::Row;
use crate::proposal::{Grant, Period, Use};
use crate::vocabulary::{Column, Section};
use jiff::civil::Date;

const NOTICES: [&str; 17] = [
    "zusage vom",
    "bewilligung vom",
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
            let in_grants = matches!(scope.section, Some(Section::Grants | Section::SmallGrants));
            let notice = NOTICES.iter().any(|word| lower.contains(word)) || in_grants && lower.contains("bescheid ");
            let granted = GRANTED.iter().any(|word| lower.contains(word));
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
                .or_else(|| before.take().filter(|_| notice))
                .or_else(|| in_brackets(text).filter(|_| in_grants));
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
            // »Der Bezirk Oberpfalz gab 3.000 €.«
            let gave = in_grants
                && !lower.contains("jährlich")
                && !denied
                && !amounts.is_empty()
                && super::authorities::giver(text).is_some();
            if in_grants && is_name_only(&lower) && amounts.is_empty() && self.dates(text).is_empty() {
                // »Amt für …« above what it granted.
                self.grantor = authority.clone().or_else(|| self.grantor.take());
            }
            let authority = authority.or_else(|| self.grantor.clone().filter(|_| in_grants));
            let told = gave
                || notice
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
            if amounts.len() >= 2 && lower.matches("bescheid").count() >= 2 && self.each_grant(&sentence, &amounts) {
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

    /// »100.000 Euro für A (Bescheid des X vom …) und 42.500 Euro für B (Bescheid des Y vom …)«
    fn each_grant(&mut self, sentence: &Joined, amounts: &[(i64, usize)]) -> bool {
        let mut found = Vec::new();
        for (at, (cents, start)) in amounts.iter().enumerate() {
            let end = amounts.get(at + 1).map_or(sentence.text().len(), |(_, next)| *next);
            let piece = sentence.slice(*start, end);
            let day = self.dates(piece.text()).iter().find_map(|hit| {
                hit.reading.known().filter(|s| s.precision == Precision::Day && s.end.is_none()).map(|s| s.start)
            });
            if day.is_none() || !piece.text().to_lowercase().contains("bescheid") {
                return false;
            }
            found.push(Grant {
                notice_date: day,
                authority: authority(piece.text()),
                amount_cents: Some(*cents),
                period: self.range(piece.text()),
                text: piece.text().to_owned(),
                source: ranges(&piece.lines()),
            });
        }
        for grant in found {
            self.add_grant(grant, &sentence.lines());
        }
        true
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
            let at = ["laufzeit", "zeitraum", "für die jahre", "in den jahren"]
                .iter()
                .find_map(|word| lower.find(word).map(|at| at + word.len()))?;
            // »Zeitraum bis 31.12.2025« has no beginning.
            let near: String = text.get(at..)?.chars().take(30).collect();
            let day = self.dates(&near).iter().any(|hit| hit.reading.known().is_some_and(|s| s.precision.is_day()));
            let (from, to) = super::period::years(text.get(at..)?).filter(|_| !day)?;
            Some(Period { from: Date::new(from, 1, 1).ok(), to: Date::new(to, 12, 31).ok() })
        };
        // »(2023–2025)«
        let bracket = || {
            let inner = text.get(text.rfind('(')? + 1..)?.split(')').next()?;
            let only = inner.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '/' | ' '));
            let (from, to) = super::period::years(inner).filter(|_| only)?;
            Some(Period { from: Date::new(from, 1, 1).ok(), to: Date::new(to, 12, 31).ok() })
        };
        if spoken { self.range(text).or_else(years) } else { None }.or_else(bracket)
    }
}

/// »12.800 € (Naturpark Obere Donau, Bescheid 18.07.2024)«: whoever stands before the notice granted.
fn in_brackets(text: &str) -> Option<String> {
    let inner = text.get(text.find('(')? + 1..)?;
    let name = inner.get(..inner.find(", Bescheid").or_else(|| inner.find(", Zuwendungsbescheid"))?)?.trim();
    let named =
        name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 6 && !name.contains([',', ')', '€']);
    named.then(|| name.to_owned())
}

/// Nothing but a name stands there.
fn is_name_only(lower: &str) -> bool {
    lower.split_whitespace().count() <= 8 && !lower.contains("bescheid")
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
