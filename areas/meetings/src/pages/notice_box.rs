//! The box that computes the last lawful day for the invitation and shows every day that matters.

use jiff::ToSpan;

use allmende_meeting_rules::{
    Delivery, NoticeLine, NoticeMark, NoticePlan, NoticeVerdict, Region, RuleSet, judge, plan,
};
use allmende_store::Day;
use allmende_web::Cx;
use allmende_web::view::Tone;

use crate::model::rule_set::BodyRules;
use crate::model::{Meeting, Stage};

/// The holidays that hold for the alliance. In its district (Main-Spessart) Mariä Himmelfahrt is a public holiday in the
/// municipalities with a Catholic majority, so that day is counted as one.
pub(super) const REGION: Region = Region { assumption: true, peace: false };

/// The box as the page shows it.
pub(super) struct NoticeBox {
    pub(super) tone: Tone,
    pub(super) headline: String,
    pub(super) rule: String,
    /// Day and what it means.
    pub(super) days: Vec<(String, String)>,
}

/// The period of a meeting under its rules; nothing if they ask for none. `by_letter` counts the way of a letter.
pub(super) fn period(rules: &RuleSet, meeting: &Meeting, by_letter: bool) -> Option<NoticePlan> {
    if rules.notice.days == 0 {
        return None;
    }
    let delivery = if by_letter { Delivery::Letter } else { Delivery::Immediate };
    plan(&rules.notice, meeting.held_on.0, REGION, delivery).ok()
}

impl NoticeBox {
    /// The box of a meeting that is not over; nothing if its rules ask for no notice.
    pub(super) fn of(
        cx: &Cx,
        meeting: &Meeting,
        rules: &RuleSet,
        set: Option<&BodyRules>,
        by_letter: bool,
    ) -> Option<Self> {
        if meeting.stage() > Stage::Invited {
            return None;
        }
        let plan = period(rules, meeting, by_letter)?;
        let sent = meeting.invited_at.map(allmende_store::Moment::day);
        let verdict = judge(&plan, sent.unwrap_or(cx.today()).0);
        Some(Self {
            tone: match verdict {
                NoticeVerdict::Late { .. } => Tone::Bad,
                _ if sent.is_some() => Tone::Ok,
                NoticeVerdict::InTime { days_left } if days_left > 3 => Tone::Info,
                _ => Tone::Warn,
            },
            headline: headline(cx, &plan, verdict, sent),
            rule: rule_words(cx, rules, set),
            days: day_lines(cx, &plan),
        })
    }
}

fn headline(cx: &Cx, plan: &NoticePlan, verdict: NoticeVerdict, sent: Option<Day>) -> String {
    let day = cx.long_weekday(Day(plan.send_by));
    if let Some(sent) = sent {
        let key = if matches!(verdict, NoticeVerdict::Late { .. }) { "notice-sent-late" } else { "notice-sent" };
        return cx.tv(key, [("sent", cx.long_weekday(sent).into()), ("day", day.into())]);
    }
    let key = match verdict {
        NoticeVerdict::InTime { days_left: 1 } => "notice-tomorrow",
        NoticeVerdict::InTime { .. } => "notice-until",
        NoticeVerdict::LastDay => "notice-today",
        NoticeVerdict::Late { .. } => "notice-late",
    };
    cx.tv(key, [("day", day.into())])
}

/// "14 Kalendertage ab Versand, in Textform. § 9 Abs. 2 der Satzung, Satzung vom 23.03.2016."
pub(super) fn rule_words(cx: &Cx, rules: &RuleSet, set: Option<&BodyRules>) -> String {
    let notice = &rules.notice;
    let values = [
        ("days", i64::from(notice.days).into()),
        ("unit", cx.tv(&format!("day-unit-{}", notice.unit.word()), [("count", i64::from(notice.days).into())]).into()),
        ("start", cx.t(&format!("notice-start-{}", notice.start.word())).into()),
        ("form", cx.t(&format!("notice-form-{}", rules.notice_form.form.word().replace('_', "-"))).into()),
    ];
    let sources = [notice.paragraph.clone(), set.map(|set| set.source.clone()).unwrap_or_default()];
    let sources: Vec<String> = sources.into_iter().filter(|text| !text.is_empty()).collect();
    let rule = cx.tv("notice-rule", values);
    if sources.is_empty() { rule } else { format!("{rule} {}.", sources.join(", ").trim_end_matches('.')) }
}

fn day_lines(cx: &Cx, plan: &NoticePlan) -> Vec<(String, String)> {
    plan.lines.iter().filter_map(|line| Some((short(cx, line), meaning(cx, line)?))).collect()
}

fn short(cx: &Cx, line: &NoticeLine) -> String {
    allmende_web::view::short_day(cx, Day(line.day))
}

/// What a day of the period means; nothing for a day that is like every other.
fn meaning(cx: &Cx, line: &NoticeLine) -> Option<String> {
    let mark = match line.mark {
        NoticeMark::Sending => Some(cx.t("notice-mark-sending")),
        NoticeMark::Receipt => Some(cx.t("notice-mark-receipt")),
        NoticeMark::First => Some(cx.tv("notice-mark-day", [("number", 1_i64.into())])),
        NoticeMark::Last => Some(cx.tv("notice-mark-day", [("number", i64::from(line.number.unwrap_or(1)).into())])),
        NoticeMark::Meeting => Some(cx.t("notice-mark-meeting")),
        NoticeMark::Skipped | NoticeMark::Spare | NoticeMark::InTransit | NoticeMark::Counted => None,
    };
    let english = cx.language() == allmende_web::texts::Language::English;
    let holiday = line.holiday.map(|day| {
        let name = if english { day.english() } else { day.german() };
        let key = if line.mark == NoticeMark::Skipped { "notice-holiday-skipped" } else { "notice-holiday-counted" };
        cx.tv(key, [("name", name.into())])
    });
    let near = line.near_holiday.map(|day| {
        let name = if english { day.english() } else { day.german() };
        cx.tv("notice-no-holiday", [("name", name.into())])
    });
    let words: Vec<String> = mark.into_iter().chain(holiday).chain(near).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// The first day on which a meeting that is called today would be in time.
pub(super) fn earliest_day(rules: &RuleSet, today: Day, by_letter: bool) -> Option<Day> {
    let delivery = if by_letter { Delivery::Letter } else { Delivery::Immediate };
    (0..400).find_map(|days: i64| {
        let day = today.0.checked_add(days.days()).ok()?;
        let plan = plan(&rules.notice, day, REGION, delivery).ok()?;
        (plan.send_by >= today.0).then_some(Day(day))
    })
}
