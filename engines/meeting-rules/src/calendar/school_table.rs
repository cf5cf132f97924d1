//! School holidays in Bavaria.

use jiff::civil::{Date, date};

use super::school::SchoolHoliday;

/// One period without school; both days belong to it.
pub(super) struct Period {
    pub(super) name: SchoolHoliday,
    pub(super) first: Date,
    pub(super) last: Date,
}

const fn period(name: SchoolHoliday, first: Date, last: Date) -> Period {
    Period { name, first, last }
}

/// Where the table below is complete.
pub(super) const KNOWN: &[(Date, Date)] = &[(date(2025, 9, 16), date(2026, 9, 14))];

/// All periods, in time order.
pub(super) const PERIODS: &[Period] = &[
    period(SchoolHoliday::Autumn, date(2025, 11, 3), date(2025, 11, 7)),
    period(SchoolHoliday::RepentanceDay, date(2025, 11, 19), date(2025, 11, 19)),
    period(SchoolHoliday::Christmas, date(2025, 12, 22), date(2026, 1, 5)),
    period(SchoolHoliday::Spring, date(2026, 2, 16), date(2026, 2, 20)),
    period(SchoolHoliday::Easter, date(2026, 3, 30), date(2026, 4, 10)),
    period(SchoolHoliday::Whitsun, date(2026, 5, 26), date(2026, 6, 5)),
    period(SchoolHoliday::Summer, date(2026, 8, 3), date(2026, 9, 14)),
];
