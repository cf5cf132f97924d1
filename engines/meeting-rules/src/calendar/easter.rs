//! The day of Easter, on which most movable holidays depend.

use jiff::civil::Date;

/// Easter Sunday of a year in the Gregorian calendar.
///
/// The anonymous Gregorian algorithm (Nature, 20 April 1876; J. Meeus, Astronomical Algorithms,
/// chapter 8), which has no exceptions, unlike Gauss's rule. `None` for years before 1583, when the
/// calendar did not exist, and after 9999.
pub fn easter_sunday(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let year_number = i32::from(year);
    let golden = year_number % 19;
    let (century, of_century) = (year_number / 100, year_number % 100);
    let leap_centuries = century / 4;
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    // The two cases in which the epact would put the full moon a day too late.
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let day_of_march = epact + to_sunday - 7 * late + 114;
    let (month, day) = (day_of_march / 31, day_of_march % 31 + 1);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
