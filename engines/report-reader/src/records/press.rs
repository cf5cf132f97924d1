//! Mentions in the press: medium, day and headline.

use super::around_dates::{tidy, without_dates};
use super::media::{REPORTS, media, quoted};
use super::rows::date_cell;
use super::topics::strip_notes;
use super::{Reader, ranges};
use crate::joining::{Joined, sentences};
use crate::layout::Row;
use crate::proposal::{PressItem, Use};
use crate::vocabulary::Column;
use jiff::civil::Date;

/// »Der Neue Tag berichtete …«: whoever reports is a medium, whatever it is called.
fn reporter(text: &str) -> Option<(usize, usize, String)> {
    let end = [" berichtete", " meldete", " schrieb", " titelte", " sendete"]
        .iter()
        .filter_map(|verb| text.find(verb))
        .min()?;
    let name = text.get(..end)?;
    let words: Vec<&str> = name.split_whitespace().collect();
    let named = (2..=4).contains(&words.len())
        && words.iter().all(|w| w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || c == '-'));
    named.then(|| (0, end, name.to_owned()))
}

/// The first quotation that is not the name of a medium.
fn headline(text: &str, media: &[(usize, usize, String)]) -> Option<String> {
    let mut from = 0;
    while let Some((open, close, title)) = text.get(from..).and_then(quoted) {
        let (open, close) = (from + open, from + close);
        if !media.iter().any(|(start, end, _)| *start > open && *end <= close || *start == open) {
            return Some(title);
        }
        from = close + text.get(close..)?.chars().next()?.len_utf8();
    }
    None
}

/// »Bergbote (12.03.2023 „Titel“)«: what the bracket right behind a name holds.
fn bracket_behind(text: &str, end: usize) -> Option<&str> {
    let inner = text.get(end..)?.trim_start().strip_prefix('(')?;
    inner.split_once(')').map(|(inside, _)| inside)
}

/// »im Bergboten« → »Bergbote«.
fn nominative(name: &str) -> &str {
    if name.ends_with("oten") { name.strip_suffix('n').unwrap_or(name) } else { name }
}

/// »S. 21: Freundschaft auf zwei Rädern«: the page is no part of the title.
fn without_page(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("S. ").or_else(|| text.strip_prefix("Seite ")) else {
        return text;
    };
    let title = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == 'f');
    if title.len() < rest.len() { title.trim_start_matches([':', ',', ' ', '–', '-', '.']) } else { text }
}

/// One to three words with capitals, and perhaps a bracket: the name of a medium that no list knows.
fn is_name(text: &str) -> bool {
    let name = text.split(" (").next().unwrap_or(text);
    (1..=3).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && !name.contains([':', ',', '.'])
}

impl Reader {
    fn add_press(&mut self, medium: &str, date: Option<Date>, title: Option<String>, lines: &[usize]) {
        self.ledger.claim(lines, Use::Press);
        let medium = strip_notes(medium.trim()).trim_matches([',', ':', ';', '(', ')', ' ', '–', '-', '.']).to_owned();
        let title = title
            .filter(|t| {
                !t.contains("ohne Überschrift") && !t.contains("ohne Titel") && t.chars().any(char::is_alphanumeric)
            })
            .map(|t| {
                strip_notes(t.trim())
                    .trim_matches(['„', '“', '"', '»', '«', ' ', ',', ';', ':', '–', '-', '”'])
                    .to_owned()
            })
            .filter(|t| !t.is_empty());
        let known =
            self.out.press.iter_mut().find(|p| {
                p.medium == medium && (p.date == date && p.title == title || date.is_none() && title.is_none())
            });
        if let Some(known) = known {
            super::extend(&mut known.source, lines);
            return;
        }
        self.out.press.push(PressItem { medium, date, title, note: String::new(), source: ranges(lines) });
    }

    pub(super) fn press_row(&mut self, row: &Row) {
        let lines = row.lines();
        let date = date_cell(row, self)
            .and_then(|(cell, hits, _)| hits.iter().find_map(|h| h.reading.known()).map(|s| (cell.column, s.start)));
        let date = date
            .or_else(|| row.cells.iter().find_map(|c| self.known(&c.joined()).first().map(|s| (c.column, s.start))));
        let named = row.cell(Column::Medium);
        let texts: Vec<_> = row
            .cells
            .iter()
            .filter(|c| {
                Some(c.column) != date.map(|(at, _)| at)
                    && c.joined().text().chars().any(char::is_alphabetic)
                    && !matches!(c.role, Some(Column::Number | Column::Note))
            })
            .collect();
        if named.is_none() && (!row.tabular || texts.len() < 2) {
            let mut all = Joined::default();
            for cell in &row.cells {
                all.append(&cell.joined());
            }
            self.press_text(&all);
            return;
        }
        let guessed = texts
            .iter()
            .find(|c| !media(c.joined().text()).is_empty())
            .or_else(|| texts.iter().min_by_key(|c| c.joined().text().len()))
            .copied();
        let Some(medium) = named.or(guessed) else {
            return;
        };
        // »Obermain-Tagblatt: „Allianz zieht Bilanz“« in one cell.
        let whole = medium.joined();
        if named.is_none() && quoted(whole.text()).is_some() && self.press_entry(&whole, date.map(|(_, day)| day)) {
            self.ledger.claim(&lines, Use::Press);
            return;
        }
        let title = row
            .cell(Column::Title)
            .or_else(|| row.cell(Column::Topic))
            .or_else(|| texts.iter().find(|c| c.column != medium.column).copied());
        let title = title.map(|c| c.joined().text().to_owned());
        self.add_press(medium.joined().text(), date.map(|(_, day)| day), title, &lines);
    }

    /// A line or paragraph about the press.
    pub(super) fn press_text(&mut self, joined: &Joined) {
        let text = joined.text();
        let hits = self.dates(text);
        let day = hits.iter().find_map(|h| h.reading.known()).map(|s| s.start);
        let reports = REPORTS.iter().chain(&["informiert"]).any(|verb| text.contains(verb));
        let short = !reports
            && text.split_whitespace().count() <= 30
            && sentences(text).len() <= 2
            && !crate::layout::looks_like_clause(text);
        // »Odenwälder Zeitung: 05.02.2022 „A“, 02.09.2022 „B“«, »Altmühl-Bote: „A“ (7.7.), „B“ (28.5.)«
        let named = media(text);
        if let [(from, to, name)] = named.as_slice()
            && *from <= 2
            && let Some(items) = self.several(joined, *to).or_else(|| self.each_with_day(joined, *to))
            && items.iter().all(|(_, title)| title.is_some())
        {
            let name = nominative(name).to_owned();
            for (day, title) in items {
                self.add_press(&name, Some(day), title, &joined.lines());
            }
            return;
        }
        // Below the name of a paper each dated line is a headline.
        let below = self.medium.is_some() && hits.first().is_some_and(|hit| hit.start <= 2);
        if (short || below) && self.press_entry(joined, day) {
            return;
        }
        for (start, end) in sentences(text) {
            let sentence = joined.slice(start, end);
            let mut found = media(sentence.text());
            if found.is_empty() {
                found.extend(reporter(sentence.text()));
            }
            let days: Vec<Date> =
                self.dates(sentence.text()).iter().filter_map(|h| h.reading.known()).map(|s| s.start).collect();
            if let [(_, end, name)] = found.as_slice()
                && let Some(items) = self.several(&sentence, *end)
            {
                for (day, title) in items {
                    self.add_press(nominative(name), Some(day), title, &sentence.lines());
                }
                continue;
            }
            let title = headline(sentence.text(), &found).filter(|_| found.len() == 1 && !days.is_empty());
            for (nth, (_, end, name)) in found.iter().enumerate() {
                // With several media each one's day and headline stand before the next.
                let until = found.get(nth + 1).map_or(sentence.text().len(), |(next, _, _)| *next);
                let own = if found.len() > 1 { sentence.text().get(*end..until) } else { None };
                let own_days: Vec<Date> = own
                    .map(|t| {
                        self.dates(t)
                            .iter()
                            .filter_map(|h| h.reading.known())
                            .filter(|s| s.precision.is_day())
                            .map(|s| s.start)
                            .collect()
                    })
                    .unwrap_or_default();
                let aside = bracket_behind(sentence.text(), *end);
                let own_day =
                    aside.and_then(|text| self.dates(text).iter().find_map(|h| h.reading.known()).map(|s| s.start));
                let own_day = own_day.or(if own_days.len() == 1 { own_days.first().copied() } else { None });
                let own_title =
                    aside.or(own.filter(|_| own_days.len() == 1)).and_then(quoted).map(|(_, _, title)| title);
                let only = if found.len() == 1 && days.len() == 1 { days.first().copied() } else { None };
                self.add_press(
                    nominative(name),
                    own_day.or(only),
                    own_title.or_else(|| title.clone()),
                    &sentence.lines(),
                );
            }
        }
    }

    /// Headlines that are each followed by a day in brackets.
    fn each_with_day(&self, joined: &Joined, from: usize) -> Option<Vec<(Date, Option<String>)>> {
        let text = joined.text();
        let mut found = Vec::new();
        let mut at = from;
        while let Some((open, close, title)) = text.get(at..).and_then(quoted) {
            let _ = open;
            let end = at + close;
            let inner = text.get(end..)?.split_once('(')?.1.split(')').next()?;
            let day = self.dates(inner).iter().find_map(|hit| hit.reading.known()).map(|span| span.start)?;
            found.push((day, Some(title)));
            at = end + text.get(end..)?.find(')')?;
        }
        (found.len() >= 2).then_some(found)
    }

    /// »Der Talbote berichtete am 20.11. („A“) und am 18.3. („B“)«: each day with the headline behind it.
    fn several(&self, sentence: &Joined, from: usize) -> Option<Vec<(Date, Option<String>)>> {
        let text = sentence.text();
        let days: Vec<(usize, usize, Date)> = self
            .dates(text)
            .iter()
            .filter(|hit| hit.start >= from)
            .filter_map(|hit| hit.reading.known().map(|span| (hit.start, hit.end, span.start)))
            .collect();
        let bracketed = days.iter().any(|(_, end, _)| text.get(*end..).is_some_and(|behind| behind.starts_with(" („")));
        let found: Vec<(Date, Option<String>)> = days
            .iter()
            .enumerate()
            .map(|(at, (_, end, day))| {
                let until = days.get(at + 1).map_or(text.len(), |(next, _, _)| *next);
                (*day, text.get(*end..until).and_then(quoted).map(|(_, _, title)| title))
            })
            .collect();
        let titled = found.iter().filter(|(_, title)| title.is_some()).count();
        (found.len() >= 2 && (titled == found.len() || bracketed)).then_some(found)
    }

    /// »Der Talbote berichtete am … („Titel“)« outside the section on the press.
    pub(super) fn press_sentence(&mut self, sentence: &Joined) -> bool {
        let text = sentence.text();
        let told = REPORTS.iter().any(|verb| text.contains(verb));
        let day = self.dates(text).iter().any(|hit| hit.reading.known().is_some_and(|s| s.precision.is_day()));
        if !told || !day || media(text).is_empty() {
            return false;
        }
        self.press_text(sentence);
        true
    }

    /// »Musterbote, 12.03.2023: „Titel“« in any order.
    fn press_entry(&mut self, joined: &Joined, day: Option<Date>) -> bool {
        let text = joined.text();
        let hits = self.dates(text);
        let headline = quoted(text);
        let outside = |start: usize| headline.as_ref().is_none_or(|(open, close, _)| start < *open || start > *close);
        let found: Vec<_> = media(text).into_iter().filter(|(start, _, _)| outside(*start)).collect();
        let lower = text.to_lowercase();
        if found.len() > 1 && headline.is_none() && day.is_none() {
            return false;
        }
        let rest = |without: Option<&str>| {
            let bare = without_dates(joined, &hits);
            // »Der Grenzbote vom …«: the article goes with the name.
            let whole = |name: &str| {
                let with_article = ["Der ", "Die ", "Das "].map(|article| format!("{article}{name}"));
                with_article.into_iter().find(|full| bare.starts_with(full)).unwrap_or_else(|| name.to_owned())
            };
            let bare = without.map_or(bare.clone(), |name| bare.replacen(&whole(name), "\u{1}", 1));
            let bare = tidy(&bare).trim_matches(['(', ')', ' ', ',', ':', '–', '-', ';']).to_owned();
            without_page(&bare).to_owned()
        };
        // »„Wiesentbote“, 16.02.2023: Allianz plant Notbrunnen«: the name itself is quoted.
        if let Some((open, close, name)) = &headline
            && *open <= 2
            && found.is_empty()
            && day.is_some()
            && media(name).first().is_some_and(|(from, to, _)| *from == 0 && *to == name.len())
        {
            let behind = close + text.get(*close..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
            let tail = joined.slice(behind, text.len());
            let title = quoted(tail.text()).map(|(_, _, title)| title);
            let bare = without_dates(&tail, &self.dates(tail.text()));
            let title = title.or_else(|| Some(tidy(&bare).trim_start_matches([',', ':', ' ', '–', '-']).to_owned()));
            self.add_press(name, day, title, &joined.lines());
            return true;
        }
        // »Tele Zell (Regionalfernsehen), 30.1.24, „Titel“«: the bracket says what kind of medium it is.
        let aside = found.first().and_then(|(from, _, _)| {
            let name = text.get(..*from)?.strip_suffix('(')?.trim();
            let named = !name.is_empty() && name.split_whitespace().count() <= 4 && !name.contains([',', ':']);
            named.then_some(name)
        });
        if let Some(name) = aside.filter(|name| name.starts_with(char::is_uppercase) && day.is_some()) {
            self.add_press(name, day, headline.map(|(_, _, title)| title), &joined.lines());
            return true;
        }
        // »Rottauer Anzeiger (19.01., 20.04. und 22.06.2023)«
        if let ([(0, to, name)], None) = (found.as_slice(), &headline)
            && let Some(inner) = bracket_behind(text, *to)
            && text.get(*to..).is_some_and(|behind| behind.trim().trim_end_matches('.').len() <= inner.len() + 2)
        {
            let days: Vec<Date> = self.dates(inner).iter().filter_map(|h| h.reading.known()).map(|s| s.start).collect();
            if days.len() >= 2 {
                for day in days {
                    self.add_press(name, Some(day), None, &joined.lines());
                }
                return true;
            }
        }
        if let Some((from, to, name)) = found.first() {
            // »Neue Presse Coburg, 17.05.2018«: the name runs to the comma.
            let tail = text.get(*to..).and_then(|t| t.split([',', ':', '(', '–']).next()).unwrap_or_default();
            let runs_on = *from <= 2
                && !tail.trim().is_empty()
                && tail.split_whitespace().count() <= 2
                && tail
                    .split_whitespace()
                    .all(|w| w.chars().all(char::is_alphabetic) && w.starts_with(char::is_uppercase));
            let full = format!("{name}{}", if runs_on { tail.trim_end() } else { "" });
            let name = &full;
            let title = headline.map(|(_, _, title)| title).or_else(|| {
                let bracket = text.trim_end_matches('.').ends_with(')');
                Some(rest(Some(name))).filter(|t| (t.split_whitespace().count() >= 2 || bracket) && day.is_some())
            });
            self.add_press(name, day, title, &joined.lines());
            return true;
        }
        // »o 14.02.2020: „Titel“« below the name of the paper.
        if let (Some(name), Some(_)) = (self.medium.clone(), day) {
            let title = headline.as_ref().map_or_else(|| rest(None), |(_, _, title)| title.clone());
            self.add_press(&name, day, Some(title), &joined.lines());
            return true;
        }
        if day.is_none() {
            return false;
        }
        let left = rest(headline.as_ref().map(|(_, _, title)| title.as_str()));
        let left = left.trim_matches(['„', '“', '"', '»', '«', ' ', ',', ':', '–', '-']).to_owned();
        let (medium, title) = match (
            &headline,
            left.split_once(": ").or_else(|| left.split_once(" – ")).or_else(|| left.split_once(", ")),
        ) {
            (Some((_, _, title)), _) if !left.is_empty() => {
                (left.trim_matches(['(', ')', ' ']).to_owned(), Some(title.clone()))
            }
            (_, Some((medium, title))) if medium.split_whitespace().count() <= 5 => {
                (medium.to_owned(), Some(title.to_owned()))
            }
            _ if lower.contains("pressemitteilung")
                || lower.contains("pressegespräch")
                || lower.contains("pressetermin") =>
            {
                let kind = ["Pressemitteilung", "Pressegespräch", "Pressetermin"]
                    .iter()
                    .find(|k| text.contains(*k))
                    .copied()
                    .unwrap_or("Pressemitteilung");
                (kind.to_owned(), Some(left.replacen(kind, "", 1)))
            }
            // »10.10.2024 SWR Aktuell (Fernsehbeitrag)«
            (None, _) if is_name(&left) => (left.split(" (").next().unwrap_or(&left).to_owned(), None),
            _ => return false,
        };
        if medium.split_whitespace().count() > 6 {
            return false;
        }
        self.add_press(&medium, day, title, &joined.lines());
        true
    }
}
