//! School holidays in Bavaria: first and last day without school, as the ministry announces them.
//!
//! The official announcements (Ferienordnung, Art. 5 (2) BayEUG) are KMBek "Ferienordnung und schulfreie
//! Samstage" for each school year until 2018/19 (2016/17 read on lexaris.de), for 2019/20 to 2023/24,
//! and for 2024/25 to 2029/30 (BayMBl. 2022 Nr. 747 of 21.12.2022). The bulletins themselves could not
//! be read here. Each school year was taken from at least two reprints; where one of them differed (end of
//! the autumn of 2023, Easter 2023 and 2028, beginning of the summer of 2025), the one that quotes the
//! announcement or two against one decided:
//!
//! | School years | Reprints |
//! |---|---|
//! | 2016/17 | lexaris.de (text of the announcement), merkur.de, augsburger-allgemeine.de |
//! | 2017/18, 2018/19 | kalenderpedia.de, schulferien.org, ferien-und-feiertage.de (KMK), guellschule.de |
//! | 2019/20 to 2022/23 | ferien.wiki (quotes the announcement), gsn-donau.de (KMK), OpenHolidays |
//! | 2022/23, 2023/24 | grundschule-salz.de, pg-schule.freising.de, gs-unsernherrn.de, ferienwiki.de |
//! | 2024/25, 2025/26 | a list of school dates that quotes BayMBl. 2022 Nr. 747, ferienwiki.de, grundschule-salz.de |
//! | 2026/27 | schulfrei.net, a list after kmk.org, OpenHolidays |
//! | 2027/28, 2028/29 | a list after kmk.org (2027/28), the calendar of a vocational school, OpenHolidays |
//! | summers to 2029 | de-sf.info and swp.de (KMK of 2021) |
//!
//! Not in the table, because only one source or none was found: 2029/30 from Christmas on. Left out on
//! purpose: the winter of 2020/21, when the ministry changed holidays that had been announced.
//! Schools may differ by a few days (Nr. 1.2 to 1.4 of the announcements).

use jiff::civil::{Date, date};

use super::school::SchoolHoliday::{self, Autumn, Christmas, Easter, RepentanceDay, Spring, Summer, Whitsun};

/// One period without school; both days belong to it.
pub(super) struct Period {
    pub(super) name: SchoolHoliday,
    pub(super) first: Date,
    pub(super) last: Date,
}

const fn period(name: SchoolHoliday, first: Date, last: Date) -> Period {
    Period { name, first, last }
}

/// A single day without school.
const fn day(name: SchoolHoliday, day: Date) -> Period {
    Period { name, first: day, last: day }
}

/// Where the table below is complete: first and last day of each stretch.
pub(super) const KNOWN: &[(Date, Date)] =
    &[(date(2016, 7, 30), date(2020, 11, 30)), (date(2021, 3, 29), date(2029, 12, 23))];

/// All periods, in time order.
#[rustfmt::skip]
pub(super) const PERIODS: &[Period] = &[
    period(Summer, date(2016, 7, 30), date(2016, 9, 12)),
    // 2016/17
    period(Autumn, date(2016, 10, 31), date(2016, 11, 4)),
    day(RepentanceDay, date(2016, 11, 16)),
    period(Christmas, date(2016, 12, 24), date(2017, 1, 5)),
    period(Spring, date(2017, 2, 27), date(2017, 3, 3)),
    period(Easter, date(2017, 4, 10), date(2017, 4, 22)),
    period(Whitsun, date(2017, 6, 6), date(2017, 6, 16)),
    period(Summer, date(2017, 7, 29), date(2017, 9, 11)),
    // 2017/18
    period(Autumn, date(2017, 10, 30), date(2017, 11, 3)),
    day(RepentanceDay, date(2017, 11, 22)),
    period(Christmas, date(2017, 12, 23), date(2018, 1, 5)),
    period(Spring, date(2018, 2, 12), date(2018, 2, 16)),
    period(Easter, date(2018, 3, 26), date(2018, 4, 7)),
    period(Whitsun, date(2018, 5, 22), date(2018, 6, 2)),
    period(Summer, date(2018, 7, 30), date(2018, 9, 10)),
    // 2018/19
    period(Autumn, date(2018, 10, 29), date(2018, 11, 2)),
    day(RepentanceDay, date(2018, 11, 21)),
    period(Christmas, date(2018, 12, 22), date(2019, 1, 5)),
    period(Spring, date(2019, 3, 4), date(2019, 3, 8)),
    period(Easter, date(2019, 4, 15), date(2019, 4, 27)),
    period(Whitsun, date(2019, 6, 11), date(2019, 6, 21)),
    period(Summer, date(2019, 7, 29), date(2019, 9, 9)),
    // 2019/20
    period(Autumn, date(2019, 10, 28), date(2019, 10, 31)),
    day(RepentanceDay, date(2019, 11, 20)),
    period(Christmas, date(2019, 12, 23), date(2020, 1, 4)),
    period(Spring, date(2020, 2, 24), date(2020, 2, 28)),
    period(Easter, date(2020, 4, 6), date(2020, 4, 18)),
    period(Whitsun, date(2020, 6, 2), date(2020, 6, 13)),
    period(Summer, date(2020, 7, 27), date(2020, 9, 7)),
    // 2020/21; the winter of the pandemic is left out, see KNOWN
    period(Autumn, date(2020, 10, 31), date(2020, 11, 6)),
    day(RepentanceDay, date(2020, 11, 18)),
    period(Easter, date(2021, 3, 29), date(2021, 4, 10)),
    period(Whitsun, date(2021, 5, 25), date(2021, 6, 4)),
    period(Summer, date(2021, 7, 30), date(2021, 9, 13)),
    // 2021/22
    period(Autumn, date(2021, 11, 2), date(2021, 11, 5)),
    day(RepentanceDay, date(2021, 11, 17)),
    period(Christmas, date(2021, 12, 24), date(2022, 1, 8)),
    period(Spring, date(2022, 2, 28), date(2022, 3, 4)),
    period(Easter, date(2022, 4, 11), date(2022, 4, 23)),
    period(Whitsun, date(2022, 6, 7), date(2022, 6, 18)),
    period(Summer, date(2022, 8, 1), date(2022, 9, 12)),
    // 2022/23
    period(Autumn, date(2022, 10, 31), date(2022, 11, 4)),
    day(RepentanceDay, date(2022, 11, 16)),
    period(Christmas, date(2022, 12, 24), date(2023, 1, 7)),
    period(Spring, date(2023, 2, 20), date(2023, 2, 24)),
    period(Easter, date(2023, 4, 3), date(2023, 4, 15)),
    period(Whitsun, date(2023, 5, 30), date(2023, 6, 9)),
    period(Summer, date(2023, 7, 31), date(2023, 9, 11)),
    // 2023/24
    period(Autumn, date(2023, 10, 30), date(2023, 11, 3)),
    day(RepentanceDay, date(2023, 11, 22)),
    period(Christmas, date(2023, 12, 23), date(2024, 1, 5)),
    period(Spring, date(2024, 2, 12), date(2024, 2, 16)),
    period(Easter, date(2024, 3, 25), date(2024, 4, 6)),
    period(Whitsun, date(2024, 5, 21), date(2024, 6, 1)),
    period(Summer, date(2024, 7, 29), date(2024, 9, 9)),
    // 2024/25
    period(Autumn, date(2024, 10, 28), date(2024, 10, 31)),
    day(RepentanceDay, date(2024, 11, 20)),
    period(Christmas, date(2024, 12, 23), date(2025, 1, 3)),
    period(Spring, date(2025, 3, 3), date(2025, 3, 7)),
    period(Easter, date(2025, 4, 14), date(2025, 4, 25)),
    period(Whitsun, date(2025, 6, 10), date(2025, 6, 20)),
    period(Summer, date(2025, 8, 1), date(2025, 9, 15)),
    // 2025/26
    period(Autumn, date(2025, 11, 3), date(2025, 11, 7)),
    day(RepentanceDay, date(2025, 11, 19)),
    period(Christmas, date(2025, 12, 22), date(2026, 1, 5)),
    period(Spring, date(2026, 2, 16), date(2026, 2, 20)),
    period(Easter, date(2026, 3, 30), date(2026, 4, 10)),
    period(Whitsun, date(2026, 5, 26), date(2026, 6, 5)),
    period(Summer, date(2026, 8, 3), date(2026, 9, 14)),
    // 2026/27
    period(Autumn, date(2026, 11, 2), date(2026, 11, 6)),
    day(RepentanceDay, date(2026, 11, 18)),
    period(Christmas, date(2026, 12, 24), date(2027, 1, 8)),
    period(Spring, date(2027, 2, 8), date(2027, 2, 12)),
    period(Easter, date(2027, 3, 22), date(2027, 4, 2)),
    period(Whitsun, date(2027, 5, 18), date(2027, 5, 28)),
    period(Summer, date(2027, 8, 2), date(2027, 9, 13)),
    // 2027/28
    period(Autumn, date(2027, 11, 2), date(2027, 11, 5)),
    day(RepentanceDay, date(2027, 11, 17)),
    period(Christmas, date(2027, 12, 24), date(2028, 1, 7)),
    period(Spring, date(2028, 2, 28), date(2028, 3, 3)),
    period(Easter, date(2028, 4, 10), date(2028, 4, 21)),
    period(Whitsun, date(2028, 6, 6), date(2028, 6, 16)),
    period(Summer, date(2028, 7, 31), date(2028, 9, 11)),
    // 2028/29
    period(Autumn, date(2028, 10, 30), date(2028, 11, 3)),
    day(RepentanceDay, date(2028, 11, 22)),
    period(Christmas, date(2028, 12, 23), date(2029, 1, 5)),
    period(Spring, date(2029, 2, 12), date(2029, 2, 16)),
    period(Easter, date(2029, 3, 26), date(2029, 4, 6)),
    period(Whitsun, date(2029, 5, 22), date(2029, 6, 1)),
    period(Summer, date(2029, 7, 30), date(2029, 9, 10)),
    // 2029/30 until Christmas, see KNOWN
    period(Autumn, date(2029, 10, 29), date(2029, 11, 2)),
    day(RepentanceDay, date(2029, 11, 21)),
];
