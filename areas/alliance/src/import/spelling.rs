//! Comparing what people type: names, headings, numbers, days.

use allmende_store::Day;
use allmende_web::form::parse_day;

/// Letters and digits in lower case, umlauts written out: what two spellings have in common.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// A cell as one line of text: trimmed, without control characters, and without the apostrophe that
/// this program's own lists put before what a spreadsheet would take for a formula.
pub(super) fn one_line(cell: &str) -> String {
    let text = several_lines(cell).replace('\n', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell as text that may have several lines.
pub(super) fn several_lines(cell: &str) -> String {
    let clean: String = cell
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .map(|c| if c == '\u{a0}' { ' ' } else { c })
        .collect();
    let text = clean.trim();
    let inert = text.strip_prefix('\'').filter(|rest| rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋']));
    inert.unwrap_or(text).to_owned()
}

/// A count: "2.152", "2 152", "2,152" or "2152".
pub(super) fn whole_number(text: &str) -> Option<i64> {
    let groups: Vec<&str> = text.split(['.', ',', ' ', '\'', '\u{202f}', '\u{a0}']).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    if !groups.iter().all(digits) {
        return None;
    }
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups.iter().skip(1).all(|group| group.len() == 3));
    grouped.then(|| groups.concat()).filter(|all| all.len() <= 15).and_then(|all| all.parse().ok())
}

/// A day as people write it, or as a spreadsheet counts it (days since 30.12.1899; 1927 to 2119).
pub(super) fn day(text: &str) -> Option<Day> {
    let without_time = text.split(['T', ' ']).next().unwrap_or_default();
    if let Ok(day) = parse_day(text).or_else(|_| parse_day(without_time)) {
        return Some(day);
    }
    let serial: i64 = text.split('.').next()?.parse().ok().filter(|serial| (10_000..=80_000).contains(serial))?;
    let epoch = jiff::civil::date(1899, 12, 30);
    epoch.checked_add(jiff::Span::new().try_days(serial).ok()?).ok().map(Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole() {
        let table = [
            ("2152", Some(2152)),
            ("2.152", Some(2152)),
            ("2,152", Some(2152)),
            ("11 194", Some(11194)),
            ("1.234.567", Some(1_234_567)),
            ("0", Some(0)),
            ("2.15", None),
            ("2152,5", None),
            ("21.52", None),
            ("-5", None),
            ("ca. 2000", None),
            ("", None),
            ("99999999999999999999", None),
        ];
        for (text, expected) in table {
            assert_eq!(whole_number(text), expected, "{text}");
        }
    }

    #[test]
    fn days_come_in_many_forms() {
        let new_years_eve = Some(Day(jiff::civil::date(2018, 12, 31)));
        for text in
            ["31.12.2018", "2018-12-31", "43465", "43465.5", "2018-12-31T00:00:00", "31.12.18", "Mo, 31.12.2018"]
        {
            assert_eq!(day(text), new_years_eve, "{text}");
        }
        for text in ["", "31.11.2018", "9999", "99999", "morgen", "1.5"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn cells_are_text() {
        let table = [
            ("  a \n b ", "a b"),
            ("'=1+1", "=1+1"),
            ("=1+1", "=1+1"),
            ("'+49 9391 1", "+49 9391 1"),
            ("'s-Gravenmoer", "'s-Gravenmoer"),
            ("x\u{7}y", "xy"),
        ];
        for (cell, text) in table {
            assert_eq!(one_line(cell), text);
        }
        assert_eq!(plain("Erlenbach b. Marktheidenfeld"), "erlenbachbmarktheidenfeld");
        assert_eq!(plain("E-Mail-Adresse"), "emailadresse");
        assert_eq!(plain("Straße"), plain("STRASSE"));
    }
}
