//! The period of notice, counted backwards from the meeting, day by day and with every day's reason.
//!
//! A period "14 days before the meeting" counts neither the day of sending (or of receipt) nor the
//! day of the meeting (§ 187 (1), § 188 (1) BGB, applied backwards). Fourteen days before
//! Thursday, 30 November 2017: day 1 is 16 November, day 14 is 29 November, the last lawful day of
//! sending is Wednesday, 15 November.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::calendar::{DayUnit, Holiday, NearHoliday, Region, holiday, is_working_day, near_holiday};
use crate::words::word_enum;

/// The longest period that can be asked for, in days. Statutes ask for weeks; ten years is a slip of the pen.
pub const MOST_NOTICE_DAYS: u32 = 3660;

word_enum! {
    /// What the period is counted from.
    pub enum NoticeStart {
        /// The invitation is sent.
        Sent = "sent",
        /// The invitation reaches the member.
        Received = "received",
    }
}

word_enum! {
    /// What happens when the last day falls on a Saturday, Sunday or public holiday.
    pub enum RestDays {
        /// Nothing. § 193 BGB moves the end of a period *forwards* to give the person who acts more time.
        /// A period that runs backwards protects the person invited, and by the prevailing opinion
        /// (for notices of termination: BGH, 17.2.2005, III ZR 172/04) § 193 BGB does not apply to it.
        Ignored = "ignored",
        /// The last day moves to the working day before: the careful reading, for statutes that say so.
        MoveEarlier = "move_earlier",
    }
}

word_enum! {
    /// How an invitation travels.
    pub enum Delivery {
        /// Received on the day it is sent: mail, by hand.
        Immediate = "immediate",
        /// Received some days later: by post.
        Letter = "letter",
    }
}

/// The period of notice that a body's rules ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Days that lie in full between sending (or receipt) and meeting; 0 asks for no notice.
    pub days: u32,
    /// Which days count.
    pub unit: DayUnit,
    /// From sending or from receipt.
    pub start: NoticeStart,
    /// Calendar days assumed from posting to receipt. Used when the period is counted from receipt
    /// and the invitation goes by [`Delivery::Letter`].
    pub delivery_days: u32,
    /// What a rest day at the end changes.
    pub rest_days: RestDays,
    /// The paragraph of law or statutes, in German.
    pub paragraph: String,
}

word_enum! {
    /// What a day means in the counting.
    pub enum NoticeMark {
        /// The last day for sending. Does not count.
        Sending = "sending",
        /// A letter is on its way.
        InTransit = "in_transit",
        /// The last day on which the invitation may be received. Does not count.
        Receipt = "receipt",
        /// Lies between because the last day was moved to a working day ([`RestDays::MoveEarlier`]).
        Spare = "spare",
        /// The first day that counts.
        First = "first",
        /// A day that counts.
        Counted = "counted",
        /// A day that this unit does not count: a weekend or a public holiday.
        Skipped = "skipped",
        /// The last day that counts.
        Last = "last",
        /// The day of the meeting. Does not count.
        Meeting = "meeting",
    }
}

/// One day of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeLine {
    /// The day.
    pub day: Date,
    /// What it means.
    pub mark: NoticeMark,
    /// Its number in the period, from 1; only days that count have one.
    pub number: Option<u32>,
    /// The public holiday on it. With [`NoticeMark::Skipped`] it is the reason; with a number it counts all the same.
    pub holiday: Option<Holiday>,
    /// A day that people take for a public holiday ("in Bayern kein gesetzlicher Feiertag").
    pub near_holiday: Option<NearHoliday>,
}

/// The period, worked out for one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticePlan {
    /// The day of the meeting.
    pub meeting: Date,
    /// The last lawful day of sending or of receipt, as the rule says.
    pub last_day: Date,
    /// The last day on which the invitation must leave; before `last_day` for letters counted from receipt.
    pub send_by: Date,
    /// Every day from `send_by` to the meeting.
    pub lines: Vec<NoticeLine>,
}

/// Whether an invitation is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeVerdict {
    /// There is time.
    InTime {
        /// Days from today to the last day.
        days_left: u32,
    },
    /// Today is the last day.
    LastDay,
    /// Too late.
    Late {
        /// Days since the last day.
        days: u32,
    },
}

/// Why no plan can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeFault {
    /// More days than [`MOST_NOTICE_DAYS`], of notice or of delivery.
    #[error("Die Ladungsfrist ist zu lang: höchstens 3660 Tage.")]
    TooLong,
    /// The period would begin before the calendar does.
    #[error("Die Ladungsfrist beginnt vor dem Anfang des Kalenders.")]
    OutOfRange,
}

/// Works the period out.
///
/// # Errors
/// [`NoticeFault`] for absurd periods and days at the beginning of the calendar (the year -9999).
pub fn plan(notice: &Notice, meeting: Date, region: Region, delivery: Delivery) -> Result<NoticePlan, NoticeFault> {
    if notice.days > MOST_NOTICE_DAYS || notice.delivery_days > MOST_NOTICE_DAYS {
        return Err(NoticeFault::TooLong);
    }
    let mut lines = vec![line(meeting, NoticeMark::Meeting, None, region)];
    let mut day = meeting;
    let mut number = notice.days;
    while number > 0 {
        day = before(day)?;
        if notice.unit.counts(day, region) {
            lines.push(line(day, counted_mark(number, notice.days), Some(number), region));
            number -= 1;
        } else {
            lines.push(line(day, NoticeMark::Skipped, None, region));
        }
    }
    if notice.days > 0 {
        day = before(day)?;
    }
    if notice.rest_days == RestDays::MoveEarlier && notice.days > 0 {
        while !is_working_day(day, region) {
            lines.push(line(day, NoticeMark::Spare, None, region));
            day = before(day)?;
        }
    }
    let last_day = day;
    let by_post = delivery == Delivery::Letter && notice.start == NoticeStart::Received;
    let transit = if by_post { notice.delivery_days } else { 0 };
    if notice.start == NoticeStart::Received && last_day < meeting {
        // Sent and received on one day is one line: the day of sending.
        if transit > 0 {
            lines.push(line(last_day, NoticeMark::Receipt, None, region));
        }
    }
    for left in (0..transit).rev() {
        day = before(day)?;
        if left > 0 {
            lines.push(line(day, NoticeMark::InTransit, None, region));
        }
    }
    if day < meeting {
        lines.push(line(day, NoticeMark::Sending, None, region));
    }
    lines.reverse();
    Ok(NoticePlan { meeting, last_day, send_by: day, lines })
}

fn counted_mark(number: u32, days: u32) -> NoticeMark {
    // A period of one day has one day that is first and last; the last is what people look for.
    if number == days {
        NoticeMark::Last
    } else if number == 1 {
        NoticeMark::First
    } else {
        NoticeMark::Counted
    }
}

fn line(day: Date, mark: NoticeMark, number: Option<u32>, region: Region) -> NoticeLine {
    NoticeLine { day, mark, number, holiday: holiday(day, region), near_holiday: near_holiday(day, region) }
}

fn before(day: Date) -> Result<Date, NoticeFault> {
    day.checked_sub(1.day()).map_err(|_| NoticeFault::OutOfRange)
}

/// Whether an invitation that leaves on `today` is in time; also for the day on which one did leave.
pub fn judge(plan: &NoticePlan, today: Date) -> NoticeVerdict {
    compare(plan.send_by, today)
}

/// Whether an invitation that was received on `day` is in time, for rules that count from receipt.
pub fn judge_receipt(plan: &NoticePlan, day: Date) -> NoticeVerdict {
    compare(plan.last_day, day)
}

fn compare(last: Date, today: Date) -> NoticeVerdict {
    let days = today.until(last).map_or(0, |span| span.get_days());
    match days {
        0 => NoticeVerdict::LastDay,
        days if days > 0 => NoticeVerdict::InTime { days_left: days.unsigned_abs() },
        days => NoticeVerdict::Late { days: days.unsigned_abs() },
    }
}

/// The last instant at which an urgent call may be made, `hours` before the meeting begins (Art. 32
/// (1) KommZG: 24 hours). Hours are real hours, also over a change to summer time.
///
/// `None` at the beginning of the calendar.
pub fn urgent_call_by(meeting: Timestamp, hours: u32) -> Option<Timestamp> {
    meeting.checked_sub(i64::from(hours).hours()).ok()
}
