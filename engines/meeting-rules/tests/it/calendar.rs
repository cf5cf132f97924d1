use allmende_meeting_rules::{
    DayUnit, Holiday, NearHoliday, Region, SchoolDay, SchoolHoliday, easter_sunday, holiday, is_weekday,
    is_working_day, near_holiday, school_holiday, school_holidays_known,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const PLAIN: Region = Region { assumption: false, peace: false };
const CATHOLIC: Region = Region { assumption: true, peace: false };
const AUGSBURG: Region = Region { assumption: true, peace: true };

#[test]
fn easter_falls_where_the_almanacs_say() {
    // Published days; 1954, 1981 and 2049 are the exceptions of Gauss's rule, 1818 and 2285 the earliest
    // (22 March), 1943 and 2038 the latest (25 April).
    for (year, month, day) in [
        (1583, 4, 10),
        (1818, 3, 22),
        (1943, 4, 25),
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2016, 3, 27),
        (2017, 4, 16),
        (2018, 4, 1),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
        (2285, 3, 22),
    ] {
        assert_eq!(easter_sunday(year), Some(date(year, month, day)), "{year}");
    }
    assert_eq!(easter_sunday(1582), None);
}

fn holidays_of(year: i16, region: Region) -> Vec<(Date, Holiday)> {
    (0..366)
        .filter_map(|days| date(year, 1, 1).checked_add(days.days()).ok())
        .filter(|day| day.year() == year)
        .filter_map(|day| holiday(day, region).map(|holiday| (day, holiday)))
        .collect()
}

#[test]
fn holidays_of_2017_with_the_one_reformation_day() {
    // Easter is 16 April: Good Friday 14, Monday 17 April; +39 = 25 May, +50 = 5 June, +60 = 15 June.
    let expected = [
        (date(2017, 1, 1), Holiday::NewYear),
        (date(2017, 1, 6), Holiday::Epiphany),
        (date(2017, 4, 14), Holiday::GoodFriday),
        (date(2017, 4, 17), Holiday::EasterMonday),
        (date(2017, 5, 1), Holiday::LabourDay),
        (date(2017, 5, 25), Holiday::Ascension),
        (date(2017, 6, 5), Holiday::WhitMonday),
        (date(2017, 6, 15), Holiday::CorpusChristi),
        (date(2017, 8, 8), Holiday::PeaceFestival),
        (date(2017, 8, 15), Holiday::Assumption),
        (date(2017, 10, 3), Holiday::GermanUnity),
        (date(2017, 10, 31), Holiday::Reformation),
        (date(2017, 11, 1), Holiday::AllSaints),
        (date(2017, 12, 25), Holiday::ChristmasDay),
        (date(2017, 12, 26), Holiday::BoxingDay),
    ];
    assert_eq!(holidays_of(2017, AUGSBURG), expected);
    assert_eq!(holidays_of(2017, CATHOLIC).len(), 14);
    assert_eq!(holidays_of(2017, PLAIN).len(), 13);
    assert_eq!(holidays_of(2018, PLAIN).len(), 12);
}

#[test]
fn two_holidays_on_one_day_are_one() {
    // Easter 2008 was 23 March, so Ascension (+39) fell on 1 May.
    assert_eq!(holiday(date(2008, 5, 1), PLAIN), Some(Holiday::LabourDay));
    assert_eq!(holidays_of(2008, PLAIN).len(), 11);
}

#[test]
fn days_that_people_take_for_holidays() {
    for (day, region, near) in [
        // The Wednesday before 23 November, a Thursday in 2017: 22 November; a Monday in 2026: 18 November.
        (date(2017, 11, 22), PLAIN, Some(NearHoliday::RepentanceDay)),
        (date(2017, 11, 15), PLAIN, None),
        (date(2026, 11, 18), PLAIN, Some(NearHoliday::RepentanceDay)),
        // 23 November 2022 is a Wednesday itself: the one before it.
        (date(2022, 11, 16), PLAIN, Some(NearHoliday::RepentanceDay)),
        (date(2022, 11, 23), PLAIN, None),
        (date(2017, 12, 24), PLAIN, Some(NearHoliday::ChristmasEve)),
        (date(2017, 12, 31), PLAIN, Some(NearHoliday::NewYearsEve)),
        (date(2018, 10, 31), PLAIN, Some(NearHoliday::Reformation)),
        (date(2017, 10, 31), PLAIN, None),
        (date(2017, 8, 15), PLAIN, Some(NearHoliday::Assumption)),
        (date(2017, 8, 15), CATHOLIC, None),
    ] {
        assert_eq!(near_holiday(day, region), near, "{day}");
    }
    assert_eq!(holiday(date(2017, 11, 22), AUGSBURG), None);
}

#[test]
fn working_days_and_weekdays() {
    for (day, working, weekday) in [
        (date(2017, 11, 30), true, true),
        // Saturday and Sunday.
        (date(2017, 11, 25), false, true),
        (date(2017, 11, 26), false, false),
        // Good Friday, Holy Saturday, Easter Monday.
        (date(2017, 4, 14), false, false),
        (date(2017, 4, 15), false, true),
        (date(2017, 4, 17), false, false),
        (date(2017, 11, 22), true, true),
        (date(2018, 12, 24), true, true),
    ] {
        assert_eq!((is_working_day(day, PLAIN), is_weekday(day, PLAIN)), (working, weekday), "{day}");
        assert!(DayUnit::Calendar.counts(day, PLAIN));
        assert_eq!(DayUnit::Working.counts(day, PLAIN), working);
        assert_eq!(DayUnit::Weekday.counts(day, PLAIN), weekday);
    }
}

#[test]
fn every_holiday_has_words_and_names() {
    for holiday in Holiday::ALL {
        assert_eq!(Holiday::from_word(holiday.word()), Some(*holiday));
        assert!(!holiday.german().is_empty() && !holiday.english().is_empty());
        assert_eq!(serde_json::to_string(holiday).unwrap(), format!("{:?}", holiday.word()));
    }
    for near in NearHoliday::ALL {
        assert!(!near.german().is_empty() && !near.english().is_empty());
    }
    for school in SchoolHoliday::ALL {
        assert!(!school.german().is_empty() && !school.english().is_empty());
    }
    assert_eq!(Holiday::from_word("easter"), None);
}

#[test]
fn school_holidays_with_both_ends() {
    use SchoolDay::{Holiday, School, Unknown};
    for (day, expected) in [
        (date(2017, 7, 28), School),
        (date(2017, 7, 29), Holiday(SchoolHoliday::Summer)),
        (date(2017, 9, 11), Holiday(SchoolHoliday::Summer)),
        (date(2017, 9, 12), School),
        (date(2017, 11, 22), Holiday(SchoolHoliday::RepentanceDay)),
        (date(2017, 11, 30), School),
        (date(2026, 1, 5), Holiday(SchoolHoliday::Christmas)),
        (date(2026, 1, 7), School),
        (date(2026, 6, 5), Holiday(SchoolHoliday::Whitsun)),
        (date(2026, 11, 18), Holiday(SchoolHoliday::RepentanceDay)),
        (date(2027, 2, 8), Holiday(SchoolHoliday::Spring)),
        (date(2027, 4, 2), Holiday(SchoolHoliday::Easter)),
        // Outside of the table, and the winter of 2020/21.
        (date(2016, 7, 29), Unknown),
        (date(2020, 12, 23), Unknown),
        (date(2021, 2, 15), Unknown),
        (date(2030, 1, 2), Unknown),
        (date(2031, 8, 1), Unknown),
    ] {
        assert_eq!(school_holiday(day), expected, "{day}");
    }
}

#[test]
fn the_table_of_school_holidays_is_in_order() {
    for stretch in school_holidays_known().windows(2) {
        assert!(stretch[0].1 < stretch[1].0);
    }
    let (first, last) = (school_holidays_known()[0].0, school_holidays_known()[1].1);
    let mut day = first;
    let mut repentance = 0;
    while day <= last {
        let known = school_holidays_known().iter().any(|(first, last)| *first <= day && day <= *last);
        assert_eq!(school_holiday(day) == SchoolDay::Unknown, !known, "{day}");
        // The computed Buß- und Bettag and the table agree.
        let by_table = school_holiday(day) == SchoolDay::Holiday(SchoolHoliday::RepentanceDay);
        assert_eq!(near_holiday(day, PLAIN) == Some(NearHoliday::RepentanceDay), by_table, "{day}");
        repentance += u32::from(by_table);
        day = day.tomorrow().unwrap();
    }
    assert_eq!(repentance, 14);
}

#[test]
fn each_kind_of_school_holidays_lies_where_its_name_says() {
    // Easter lies in the Easter holidays, Whit Monday right before or in the Whitsun holidays.
    for year in [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029] {
        let easter = easter_sunday(year).unwrap();
        assert_eq!(school_holiday(easter), SchoolDay::Holiday(SchoolHoliday::Easter), "{year}");
        let after_whit_monday = easter.checked_add(51.days()).unwrap();
        assert_eq!(school_holiday(after_whit_monday), SchoolDay::Holiday(SchoolHoliday::Whitsun), "{year}");
        assert_eq!(school_holiday(date(year, 8, 15)), SchoolDay::Holiday(SchoolHoliday::Summer), "{year}");
        if year != 2021 {
            // Rosenmontag is 48 days before Easter.
            let carnival = easter.checked_sub(48.days()).unwrap();
            assert_eq!(school_holiday(carnival), SchoolDay::Holiday(SchoolHoliday::Spring), "{year}");
        }
    }
}
