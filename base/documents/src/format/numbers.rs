//! Numbers, money and counts.

use super::{Language, MINUS, NARROW, NO_BREAK};

/// 11.194: a whole number with dots between thousands.
pub fn grouped(number: i64) -> String {
    signed(number < 0, &grouped_digits(number.unsigned_abs(), '.'))
}

/// 1.234,56 € from cents, with a narrow no-break blank and a true minus sign.
pub fn money(cents: i64) -> String {
    money_in(cents, Language::De)
}

/// Money from cents in a language: 1.234,56 € or €1,234.56.
pub fn money_in(cents: i64, language: Language) -> String {
    match language {
        Language::De => format!("{}{NARROW}€", money_value(cents)),
        Language::En => {
            let (euros, rest) = parts(cents);
            signed(cents < 0, &format!("€{}.{rest:02}", grouped_digits(euros, ',')))
        }
    }
}

/// 1.234,56 from cents, for columns whose head names the currency.
pub fn money_value(cents: i64) -> String {
    let (euros, rest) = parts(cents);
    signed(cents < 0, &format!("{},{rest:02}", grouped_digits(euros, '.')))
}

/// 75 %: a whole percentage.
pub fn percent(value: i64) -> String {
    percent_in(value, Language::De)
}

/// 75 % or 75%.
pub fn percent_in(value: i64, language: Language) -> String {
    match language {
        Language::De => format!("{}{NARROW}%", grouped(value)),
        Language::En => format!("{}%", signed(value < 0, &grouped_digits(value.unsigned_abs(), ','))),
    }
}

/// A number given in units of `10^-places`: `decimal(1234, 1)` is 123,4.
pub fn decimal(scaled: i64, places: u32) -> String {
    let unit = 10_u64.checked_pow(places).unwrap_or(u64::MAX);
    let (whole, rest) = (scaled.unsigned_abs() / unit, scaled.unsigned_abs() % unit);
    let digits = grouped_digits(whole, '.');
    let width = usize::try_from(places).unwrap_or(0);
    let text = if places == 0 { digits } else { format!("{digits},{rest:0width$}") };
    signed(scaled < 0, &text)
}

/// 1 Sitzung, 4 Sitzungen, 0 Sitzungen: the number with the word that fits it.
pub fn count(number: i64, one: &str, many: &str) -> String {
    format!("{}{NO_BREAK}{}", grouped(number), if number == 1 { one } else { many })
}

/// Keine Sitzungen, eine Sitzung, vier Sitzungen, 13 Sitzungen. `none` and `single` come from the
/// caller, because they agree with the word's gender and case ("keine"/"kein", "eine"/"einem").
pub fn count_in_words(number: i64, none: &str, single: &str, one: &str, many: &str) -> String {
    match number {
        0 => format!("{none} {many}"),
        1 => format!("{single} {one}"),
        2..=12 => format!("{} {many}", in_words(number, Language::De).unwrap_or_default()),
        _ => count(number, one, many),
    }
}

/// Zero to twelve as a word; `None` beyond, where digits read better. "Eins" counts alone ("Nummer
/// eins"); before a word it needs [`count_in_words`].
pub fn in_words(number: i64, language: Language) -> Option<&'static str> {
    const DE: [&str; 13] =
        ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    const EN: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let words = match language {
        Language::De => &DE,
        Language::En => &EN,
    };
    words.get(usize::try_from(number).ok()?).copied()
}

fn parts(cents: i64) -> (u64, u64) {
    (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

fn signed(negative: bool, text: &str) -> String {
    if negative { format!("{MINUS}{text}") } else { text.to_owned() }
}

fn grouped_digits(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers() {
        let cases = [
            (grouped(0), "0"),
            (grouped(999), "999"),
            (grouped(11_194), "11.194"),
            (grouped(-1_000_000), "−1.000.000"),
            (grouped(i64::MIN), "−9.223.372.036.854.775.808"),
            (money(0), "0,00\u{202f}€"),
            (money(123_456), "1.234,56\u{202f}€"),
            (money(-3_450_005), "−34.500,05\u{202f}€"),
            (money(i64::MIN), "−92.233.720.368.547.758,08\u{202f}€"),
            (money_value(5), "0,05"),
            (money_in(-123_456, Language::En), "−€1,234.56"),
            (percent(75), "75\u{202f}%"),
            (percent_in(75, Language::En), "75%"),
            (decimal(1234, 1), "123,4"),
            (decimal(-7, 2), "−0,07"),
            (decimal(1_234_567, 0), "1.234.567"),
        ];
        for (is, should) in cases {
            assert_eq!(is, should);
        }
    }

    #[test]
    fn writes_counts() {
        let sittings = |number| count(number, "Sitzung", "Sitzungen");
        assert_eq!(sittings(0), "0\u{a0}Sitzungen");
        assert_eq!(sittings(1), "1\u{a0}Sitzung");
        assert_eq!(sittings(1200), "1.200\u{a0}Sitzungen");
        let words = |number| count_in_words(number, "keine", "eine", "Sitzung", "Sitzungen");
        assert_eq!(words(0), "keine Sitzungen");
        assert_eq!(words(1), "eine Sitzung");
        assert_eq!(words(12), "zwölf Sitzungen");
        assert_eq!(words(13), "13\u{a0}Sitzungen");
        assert_eq!(in_words(7, Language::En), Some("seven"));
        assert_eq!(in_words(-1, Language::De), None);
    }
}
