//! Grants received: notice, cost plan, duties. Rates, caps and paragraphs are data of the notice,
//! never constants: the rules change and each notice may deviate.

use allmende_store::{Day, Entry, Id, Record};

/// A rate of 100 % in hundredths of a percent.
pub const WHOLE: i64 = 10_000;

allmende_store::record! {
    /// A grant that the alliance receives.
    pub struct ReceivedGrant: "received_grant" {
        /// What for.
        pub purpose: String,
        /// The authority that grants.
        pub authority: String,
        /// Its reference; may be empty.
        pub reference: String,
        /// Day of the notice; may lie before any reported period.
        pub notice_on: Option<Day>,
        /// First day of the funded period.
        pub period_from: Option<Day>,
        /// Last day of the funded period.
        pub period_to: Option<Day>,
        /// Rate in hundredths of a percent: 75 % is 7500.
        pub rate: Option<i64>,
        /// The most that is granted, in cents.
        pub cap_cents: Option<i64>,
        /// What was granted, in cents.
        pub granted_cents: Option<i64>,
        /// Since when the funded post is filled.
        pub post_filled_on: Option<Day>,
        /// Anything worth knowing.
        pub note: String,
    }
}

impl Record for ReceivedGrant {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.authority.clone(),
            body: format!("{} {}", self.reference, self.note),
            on_day: self.notice_on,
            ..Entry::titled(&self.purpose)
        }
    }
}

allmende_store::record! {
    /// A line of a grant's cost plan.
    pub struct CostItem: "cost_item" {
        /// The grant.
        pub grant_id: Id,
        /// Its place, from 1.
        pub position: i64,
        /// What for.
        pub label: String,
        /// Planned, in cents.
        pub planned_cents: i64,
    }
}

impl Record for CostItem {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.grant_id), ..Entry::titled(&self.label) }
    }
}

allmende_store::record! {
    /// Something the notice obliges to, with its deadline.
    pub struct Duty: "duty" {
        /// The grant.
        pub grant_id: Id,
        /// What is to do.
        pub title: String,
        /// Where it says so: paragraph of the notice or of its side conditions.
        pub basis: String,
        /// Until when.
        pub due_on: Option<Day>,
        /// When it was done.
        pub done_on: Option<Day>,
    }
}

impl Record for Duty {
    fn entry(&self) -> Entry {
        Entry {
            parent: Some(self.grant_id),
            summary: self.basis.clone(),
            on_day: self.due_on,
            ..Entry::titled(&self.title)
        }
    }
}

impl Duty {
    /// Whether its day is over and it is not done. Its last day itself is still in time.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.done_on.is_none() && self.due_on.is_some_and(|due| due < today)
    }
}

/// The sum of a cost plan in cents.
pub fn planned_sum(items: &[CostItem]) -> i64 {
    items.iter().fold(0, |sum, item| sum.saturating_add(item.planned_cents))
}

/// A share of costs in cents at a rate in hundredths of a percent: half a cent goes up, and it is rounded
/// once for the sum, not for each item. Nothing for costs or rates below zero.
pub fn share(cents: i64, rate: i64) -> i64 {
    let (cents, rate, whole) = (i128::from(cents.max(0)), i128::from(rate.max(0)), i128::from(WHOLE));
    // A rate of at most 100 % gives at most the costs, so this fits again; a larger one is stopped at the most.
    i64::try_from((cents * rate + whole / 2) / whole).unwrap_or(i64::MAX)
}

/// Who pays what of a cost plan, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Financing {
    /// Everything together.
    pub costs: i64,
    /// What the rate alone would give; `None` for a grant of a fixed amount.
    pub by_rate: Option<i64>,
    /// What the grant pays.
    pub grant: i64,
    /// What the alliance pays itself. Grant and own share are exactly the costs.
    pub own: i64,
    /// Whether the cap, not the rate, decides.
    pub capped: bool,
}

/// Who pays what, by the rule of the notice: the rate, at most the cap. A notice without a rate grants a fixed
/// amount: what was granted, else the cap. `None` if it says neither. No grant pays more than the costs.
pub fn financing(costs: i64, rate: Option<i64>, cap: Option<i64>, granted: Option<i64>) -> Option<Financing> {
    let by_rate = rate.map(|rate| share(costs, rate));
    let most = match by_rate {
        Some(amount) => cap.map_or(amount, |cap| amount.min(cap)),
        None => granted.or(cap)?,
    };
    let grant = most.clamp(0, costs.max(0));
    Some(Financing { costs, by_rate, grant, own: costs - grant, capped: by_rate.is_some_and(|amount| grant < amount) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use allmende_store::Head;
    use jiff::civil::date;

    #[test]
    fn half_a_cent_goes_up_once() {
        let table = [
            (12_000_000, 7_500, 9_000_000),
            (0, 7_500, 0),
            (1, 5_000, 1),          // 0.5 cents
            (1, 4_999, 0),          // 0.4999 cents
            (3, 5_000, 2),          // 1.5 cents
            (3, 1_666, 0),          // 0.4998 cents
            (3, 1_667, 1),          // 0.5001 cents
            (10_001, 3_333, 3_333), // 3333.3333 cents
            (10_002, 7_500, 7_502), // 7501.5 cents
            (100, 6_667, 67),       // 66.67 cents
            (999_999, 10_000, 999_999),
            (999_999, 0, 0),
            (-500, 7_500, 0),
            (i64::MAX, 10_000, i64::MAX),
        ];
        for (cents, rate, expected) in table {
            assert_eq!(share(cents, rate), expected, "{cents} at {rate}");
        }
    }

    #[test]
    fn rounding_once_for_the_sum_is_not_rounding_each_item() {
        // Three items of 0.01 € at 50 %: 1.5 cents for the sum give 2, each item for itself would give 3.
        let item = |planned_cents| CostItem {
            head: Head::default(),
            grant_id: Id::NIL,
            position: 1,
            label: String::new(),
            planned_cents,
        };
        let items = [item(1), item(1), item(1)];
        assert_eq!(planned_sum(&items), 3);
        assert_eq!(share(planned_sum(&items), 5_000), 2);
        assert_eq!(items.iter().map(|item| share(item.planned_cents, 5_000)).sum::<i64>(), 3);
        assert_eq!(planned_sum(&[]), 0);
        assert_eq!(planned_sum(&[item(i64::MAX), item(1)]), i64::MAX);
    }

    #[test]
    fn the_grant_follows_the_rate_up_to_the_cap() {
        // costs, rate, cap, granted → by rate, grant, own share, capped
        let table = [
            ((12_000_000, Some(7_500), Some(9_000_000), None), (Some(9_000_000), 9_000_000, 3_000_000, false)),
            ((12_000_001, Some(7_500), Some(9_000_000), None), (Some(9_000_001), 9_000_000, 3_000_001, true)),
            ((10_000_000, Some(7_500), Some(9_000_000), None), (Some(7_500_000), 7_500_000, 2_500_000, false)),
            ((10_000_000, Some(7_500), None, None), (Some(7_500_000), 7_500_000, 2_500_000, false)),
            (
                (20_000_000, Some(7_500), Some(9_000_000), Some(8_000_000)),
                (Some(15_000_000), 9_000_000, 11_000_000, true),
            ),
            ((10_000_000, None, None, Some(2_500_000)), (None, 2_500_000, 7_500_000, false)),
            ((10_000_000, None, Some(2_000_000), None), (None, 2_000_000, 8_000_000, false)),
            ((1_000_000, None, None, Some(2_500_000)), (None, 1_000_000, 0, false)),
            ((0, Some(7_500), Some(9_000_000), None), (Some(0), 0, 0, false)),
        ];
        for ((costs, rate, cap, granted), (by_rate, grant, own, capped)) in table {
            let expected = Financing { costs, by_rate, grant, own, capped };
            assert_eq!(financing(costs, rate, cap, granted), Some(expected));
            assert_eq!(expected.grant + expected.own, costs);
        }
        assert_eq!(financing(10_000_000, None, None, None), None);
    }

    #[test]
    fn a_duty_is_overdue_after_its_last_day() {
        let duty = |due_on, done_on| Duty {
            head: Head::default(),
            grant_id: Id::NIL,
            title: "Verwendungsnachweis vorlegen".to_owned(),
            basis: String::new(),
            due_on,
            done_on,
        };
        let day = |d| Day(date(2018, 3, d));
        let table = [
            (Some(day(31)), None, day(31), false),
            (Some(day(30)), None, day(31), true),
            (Some(day(30)), Some(day(31)), day(31), false),
            (None, None, day(31), false),
        ];
        for (due_on, done_on, today, expected) in table {
            assert_eq!(duty(due_on, done_on).is_overdue(today), expected, "{due_on:?} {today}");
        }
    }
}
