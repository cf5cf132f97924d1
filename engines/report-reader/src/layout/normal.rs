//! Lines as the builder wants them: a label and its value are one text, cells between tabs have
//! their columns, and a lone day below a month's heading has its month.

use super::build::dated;
use super::columns::is_money;
use crate::dates::{YearContext, find_dates, is_month, leading};
use crate::joining::Joined;
use crate::source::{Chunk, Mark, SourceLine, bullet};
use crate::vocabulary::{body, column};

/// The lines with labels joined to their values, boxes to what is ticked, wrapped titles to one
/// line and days to their months; then the lines that went into the title above them.
pub(super) fn normal(lines: &[SourceLine]) -> (Vec<SourceLine>, Vec<usize>) {
    let mut found: Vec<SourceLine> = lines.to_vec();
    for line in found.iter_mut().filter(|line| line.mark == Mark::Plain) {
        close_up(line);
        cut_leaders(line);
        join_label(line);
        keep_ticked(line);
    }
    let wrapped = join_titles(&mut found);
    days_of_months(&mut found);
    (found, wrapped)
}

/// »Leerstandsbörse ......... 73 Objekte«: the dots stand for a colon.
fn cut_leaders(line: &mut SourceLine) {
    for chunk in &mut line.chunks {
        let Some(from) = chunk.text.find("....") else { continue };
        let (title, rest) = chunk.text.split_at(from);
        let value = rest.trim_start_matches(['.', ' ']);
        if title.chars().any(char::is_alphabetic) && !value.is_empty() {
            chunk.text = format!("{}: {value}", title.trim_end());
        }
    }
}

/// »J a h r e s b e r i c h t« is one word.
fn close_up(line: &mut SourceLine) {
    for chunk in &mut line.chunks {
        let letters: Vec<&str> = chunk.text.split_whitespace().collect();
        let spaced = letters.len() >= 4 && letters.iter().all(|letter| letter.chars().count() == 1);
        if spaced && chunk.text.chars().any(char::is_alphanumeric) {
            chunk.text = letters.concat();
        }
    }
}

/// `Datum:   12.10.2023` is no row of a table.
fn join_label(line: &mut SourceLine) {
    let Some((label, values)) = line.chunks.split_first() else {
        return;
    };
    let Some(last) = values.last() else { return };
    let Some(key) = label.text.strip_suffix(':') else {
        return;
    };
    let ticks = values.iter().any(|value| boxes(&value.text).next().is_some());
    let alone = values.len() == 1
        && dated(&label.text).is_none()
        && (leading(&last.text, &YearContext::default()).is_none() || body(key).is_some());
    let amount = values.len() == 1 && is_money(&last.text);
    let named = values.len() == 1 && column(key).is_some();
    if key.split_whitespace().count() <= 5 && (named || amount || alone || ticks) {
        let all: Vec<&str> = line.chunks.iter().map(|chunk| chunk.text.as_str()).collect();
        line.chunks = vec![Chunk { x: label.x, end: last.end, text: all.join(" ") }];
    }
}

/// The boxes of a form, `[x]` or `☐`: where each stands, where it ends, and whether it is ticked.
fn boxes(text: &str) -> impl Iterator<Item = (usize, usize, bool)> + '_ {
    const SIGNS: [(&str, bool); 12] = [
        ("[x]", true),
        ("[X]", true),
        ("(x)", true),
        ("(X)", true),
        ("☒", true),
        ("☑", true),
        ("[ ]", false),
        ("[_]", false),
        ("[]", false),
        ("( )", false),
        ("☐", false),
        ("□", false),
    ];
    text.char_indices().filter_map(move |(at, _)| {
        let rest = text.get(at..)?;
        SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)).map(|(sign, ticked)| (at, at + sign.len(), *ticked))
    })
}

/// `Stand: [ ] geplant [X] begonnen` says »Stand: begonnen«.
fn keep_ticked(line: &mut SourceLine) {
    let text = line.plain();
    let found: Vec<(usize, usize, bool)> = boxes(&text).collect();
    let Some((first, _, _)) = found.first() else {
        return;
    };
    let ticked: Vec<&str> = found
        .iter()
        .enumerate()
        .filter(|(_, (_, _, ticked))| *ticked)
        .filter_map(|(at, (_, from, _))| {
            let until = found.get(at + 1).map_or(text.len(), |(next, _, _)| *next);
            text.get(*from..until).map(str::trim)
        })
        .collect();
    let head = text.get(..*first).unwrap_or_default().trim();
    // A list of boxes without a tick and without a question is a list.
    if ticked.is_empty() && !head.ends_with(':') {
        return;
    }
    if let (Some(begin), Some(end)) = (line.chunks.first().map(|c| c.x), line.chunks.last().map(|c| c.end)) {
        let text = format!("{head} {}", ticked.join(", ")).trim().to_owned();
        line.chunks = vec![Chunk { x: begin, end, text }];
    }
}

/// »2. Ferienbetreuung im Allianz-« above »gebiet« and the project's labels is one title.
fn join_titles(lines: &mut [SourceLine]) -> Vec<usize> {
    let mut wrapped = Vec::new();
    let blank = |line: Option<&SourceLine>| line.is_none_or(SourceLine::is_blank);
    for at in 0..lines.len() {
        let (before, next, after) =
            (at.checked_sub(1).and_then(|b| lines.get(b)), lines.get(at + 1), lines.get(at + 2));
        let (Some(line), Some(next)) = (lines.get(at), next) else { continue };
        let (text, tail) = (line.plain(), next.plain());
        let plain = [line, next].iter().all(|l| l.mark == Mark::Plain && l.chunks.len() == 1 && l.page == line.page);
        let told = after.is_some_and(|l| labels(&l.plain()));
        if !plain
            || !blank(before)
            || !text.ends_with(['-', '\u{ad}'])
            || text.contains(". ") && !text.starts_with(|c: char| c.is_ascii_digit())
            || text.contains(": ")
            || bullet(&tail).is_some()
            || tail.chars().count() > 40
            || tail.ends_with(['.', ',', ';'])
            || labels(&tail)
            || !(told || blank(after))
        {
            continue;
        }
        let joined = Joined::of([(line.number, text.as_str()), (next.number, tail.as_str())]).text().to_owned();
        wrapped.push(next.number);
        if let Some(chunk) = lines.get_mut(at).and_then(|line| line.chunks.first_mut()) {
            chunk.end = chunk.x + joined.chars().count();
            chunk.text = joined;
        }
        if let Some(next) = lines.get_mut(at + 1) {
            next.chunks.clear();
            next.text.clear();
        }
    }
    wrapped
}

/// »Handlungsfeld: Tourismus«
fn labels(text: &str) -> bool {
    text.split_once(':').is_some_and(|(key, value)| {
        key.split_whitespace().count() <= 3 && column(key).is_some() && !value.trim().is_empty()
    })
}

/// The month a line consists of: »April«, »MAI 2022«, »März:«.
pub(super) fn month_heading(text: &str) -> Option<String> {
    let bare = text.trim().trim_matches(['*', '#', '_', ' ', ':', '-', '–', '=']).trim();
    // »November / Dezember« heads days that name their month themselves.
    if let Some((first, second)) = bare.split_once('/').or_else(|| bare.split_once(" und "))
        && let (Some(first), Some(_)) = (month_heading(first), month_heading(second))
    {
        return Some(first);
    }
    let mut words = bare.split_whitespace();
    let name = words.next()?;
    let year = words.next();
    let fits = words.next().is_none() && year.is_none_or(|y| y.len() == 4 && y.chars().all(|c| c.is_ascii_digit()));
    let lower = name.to_lowercase();
    let mut letters = lower.chars();
    let first = letters.next()?;
    let name: String = first.to_uppercase().chain(letters).collect();
    (fits && is_month(&name)).then(|| match year {
        Some(year) => format!("{name} {year}"),
        None => name,
    })
}

/// »11. Ausschuss« below »April« is »11. April Ausschuss«; the text shown stays as written.
fn days_of_months(lines: &mut [SourceLine]) {
    let mut month: Option<String> = None;
    let mut since = 0;
    for line in lines.iter_mut() {
        if line.is_blank() {
            continue;
        }
        let text = line.plain();
        if let Some(named) = month_heading(&text) {
            month = Some(named);
            since = 0;
            continue;
        }
        let Some(named) = &month else { continue };
        let Some(end) = lone_days(&text, named) else {
            since += 1;
            // Two lines that do not begin with a day: the list is over, or it never was one.
            if since > 3 {
                month = None;
            }
            continue;
        };
        since = 0;
        if let Some(first) = line.chunks.first_mut() {
            let with_month = |rest: &str, head: &str| format!("{head} {named} {}", rest.trim_start());
            let all = text.get(end..).map(|rest| with_month(rest, text.get(..end).unwrap_or_default()));
            if let Some(all) = all {
                first.text = all;
                let last = first.x + first.text.chars().count();
                first.end = last;
            }
        }
        line.chunks.truncate(1);
    }
}

/// Where the days end that a line begins with: `11.`, `4. bis 6.`, `4./5.`, `30. bis` before `2. Januar`.
fn lone_days(text: &str, month: &str) -> Option<usize> {
    let day = |at: usize| {
        let rest = text.get(at..)?;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let dotted = rest.get(digits..).is_some_and(|r| r.starts_with('.'));
        ((1..=2).contains(&digits) && dotted).then_some(at + digits + 1)
    };
    let weekday = text.find(|c: char| c.is_ascii_digit()).filter(|at| {
        text.get(..*at).is_some_and(|t| {
            t.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).all(crate::dates::is_weekday)
        })
    })?;
    let first = day(weekday)?;
    let mut end = first;
    let rest = text.get(first..)?;
    for link in [" bis ", " und ", "–", "-", " – ", " - ", "/", " / ", " + ", " u. "] {
        if rest.starts_with(link)
            && let Some(second) = day(first + link.len())
        {
            // »30. bis 2. Januar 2021«: only the first day lacks its month.
            let tail = text.get(second..).unwrap_or_default().trim_start();
            let named = is_month(tail.split_whitespace().next().unwrap_or_default());
            let numeric = tail.starts_with(|c: char| c.is_ascii_digit());
            let number = |t: &str| t.trim_matches(|c: char| !c.is_ascii_digit()).parse::<u8>().unwrap_or(0);
            let (a, b) = (number(text.get(weekday..first)?), number(text.get(first + link.len()..second)?));
            if (named || numeric) && a < b {
                return None;
            }
            end = if named || numeric { first } else { second };
        }
    }
    let behind = text.get(end..)?;
    let own_month =
        behind.split_whitespace().next().is_some_and(is_month) || behind.starts_with(|c: char| c.is_ascii_digit());
    let words = behind.chars().any(char::is_alphabetic);
    let probe = format!("{} {month}", text.get(..end)?);
    (!own_month && words && !find_dates(&probe, &YearContext::default()).is_empty()).then_some(end)
}
