//! Date forms, one per row: what is written, what is read.

use allmende_report_reader::dates::{DateSpan, Precision, Reading, YearContext, find_dates};
use jiff::civil::{Date, date};

fn shown(text: &str, context: &YearContext) -> Vec<String> {
    find_dates(text, context)
        .into_iter()
        .map(|hit| match hit.reading {
            Reading::Known(DateSpan { start, end, precision, .. }) => {
                let end = end.map(|end| format!("..{end}")).unwrap_or_default();
                let precision = if precision == Precision::Day { String::new() } else { format!(" {precision:?}") };
                format!("{start}{end}{precision}")
            }
            Reading::Unclear(_) => format!("? {}", &text[hit.start..hit.end]),
        })
        .collect()
}

#[test]
fn forms_with_a_year() {
    let rows: &[(&str, &[&str])] = &[
        ("3. März 2023", &["2023-03-03"]),
        ("03.03.2023", &["2023-03-03"]),
        ("3.3.2023", &["2023-03-03"]),
        ("12.3.23", &["2023-03-12"]),
        ("12.03.97", &["1997-03-12"]),
        ("12. 03. 2023", &["2023-03-12"]),
        ("2023-03-12", &["2023-03-12"]),
        ("12. Mrz. 2023", &["2023-03-12"]),
        ("1. Sept. 2023", &["2023-09-01"]),
        ("24. Dez 2022", &["2022-12-24"]),
        ("Montag, den 5. Juni 2023", &["2023-06-05"]),
        ("am 3. März '23", &["2023-03-03"]),
        ("07.–08.07.2023", &["2023-07-07..2023-07-08"]),
        ("7.-8.7.23", &["2023-07-07..2023-07-08"]),
        ("07. – 08. Juli 2023", &["2023-07-07..2023-07-08"]),
        ("7./8. Juli 2023", &["2023-07-07..2023-07-08"]),
        ("7. und 8. Juli 2023", &["2023-07-07..2023-07-08"]),
        ("vom 28. Juni bis zum 2. Juli 2023", &["2023-06-28..2023-07-02"]),
        ("28.06.–02.07.2023", &["2023-06-28..2023-07-02"]),
        ("01.05.2017 – 01.12.2017", &["2017-05-01..2017-12-01"]),
        ("28.12.–02.01.2024", &["2023-12-28..2024-01-02"]),
        ("5., 12. und 19. Mai 2023", &["2023-05-05", "2023-05-12", "2023-05-19"]),
        ("am 12.02., 11.06. und 08.10.2018", &["2018-02-12", "2018-06-11", "2018-10-08"]),
        ("Juli 2023", &["2023-07-01 Month"]),
        ("07/2023", &["2023-07-01 Month"]),
        ("Mai bis Juli 2023", &["2023-05-01..2023-07-31 Month"]),
        ("KW 12/2023", &["2023-03-20 Week"]),
        ("12. KW 2023", &["2023-03-20 Week"]),
        ("KW 30–32/2023", &["2023-07-24..2023-08-13 Week"]),
        ("Q3 2023", &["2023-07-01 Quarter"]),
        ("2. Quartal 2023", &["2023-04-01 Quarter"]),
        ("IV. Quartal 2023", &["2023-10-01 Quarter"]),
        ("1. Halbjahr 2023", &["2023-01-01 HalfYear"]),
        ("13/04/2023", &["2023-04-13"]),
        ("12.03.2023, 19:30 Uhr", &["2023-03-12"]),
        ("12.03.2023 – 14. Treffen der Region", &["2023-03-12"]),
        ("29.02.2024", &["2024-02-29"]),
    ];
    for (text, expected) in rows {
        assert_eq!(shown(text, &YearContext::default()), *expected, "{text}");
    }
}

#[test]
fn doubtful_forms_are_not_guessed() {
    let rows: &[(&str, &[&str])] = &[
        ("31.11.2023", &["? 31.11.2023"]),
        ("29.02.2023", &["? 29.02.2023"]),
        ("30. Februar 2023", &["? 30. Februar 2023"]),
        ("12.13.2023", &["? 12.13.2023"]),
        ("00.03.2023", &["? 00.03.2023"]),
        ("03/04/2023", &["? 03/04/2023"]),
        ("12.3.", &["? 12.3."]),
        ("am 12. März trafen", &["? 12. März"]),
        ("März 23", &["? März 23"]),
        ("Frühjahr 2023", &["? Frühjahr 2023"]),
        ("08.–07.07.2023", &["? 08.–07.07.2023"]),
        ("KW 60/2023", &["? KW 60/2023"]),
    ];
    for (text, expected) in rows {
        assert_eq!(shown(text, &YearContext::default()), *expected, "{text}");
    }
}

#[test]
fn numbers_that_are_no_dates() {
    for text in [
        "19.30 Uhr",
        "14.00–16.00 Uhr",
        "1.234,56 €",
        "Nr. 6.2.1",
        "siehe Kapitel 2.3.",
        "Tel. 09391/1234",
        "3,5 m",
        "§ 44 Abs. 1",
        "TOP 3.2.",
        "Version 1.2.3.4",
        "97828 Musterstadt",
        "Mai-Fest der Vereine",
        "34.480 EUR",
        "4. Sitzung",
        "in 14 Gemeinden",
        "2,50 €",
    ] {
        assert_eq!(shown(text, &YearContext::default()), Vec::<String>::new(), "{text}");
    }
}

fn period(from: Date, to: Date) -> YearContext {
    YearContext { period: Some((from, to)), heading: None, ..YearContext::default() }
}

#[test]
fn a_missing_year_follows_from_the_period_or_a_heading_only() {
    let year = period(date(2023, 1, 1), date(2023, 12, 31));
    let turn = period(date(2022, 7, 1), date(2023, 6, 30));
    let long = period(date(2021, 1, 1), date(2023, 12, 31));
    let heading = YearContext { heading: Some(2019), period: None, ..YearContext::default() };
    let rows: &[(&str, &YearContext, &[&str])] = &[
        ("12.03.", &year, &["2023-03-12"]),
        ("3. März", &year, &["2023-03-03"]),
        ("im Juli", &year, &["2023-07-01 Month"]),
        ("01.08.", &turn, &["2022-08-01"]),
        ("01.02.", &turn, &["2023-02-01"]),
        ("28.12.–02.01.", &turn, &["2022-12-28..2023-01-02"]),
        ("12.03.", &long, &["? 12.03."]),
        ("29.02.", &year, &["? 29.02."]),
        ("12.03.", &heading, &["2019-03-12"]),
        ("KW 5", &year, &["2023-01-30 Week"]),
    ];
    for (text, context, expected) in rows {
        assert_eq!(shown(text, context), *expected, "{text}");
    }
}
