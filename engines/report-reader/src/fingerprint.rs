//! Recognising a record that was imported before.

use crate::proposal::{Event, Grant, Meeting, PressItem, Project};
use jiff::civil::Date;

/// Letters and digits in lower case; spelling of blanks, hyphens and quotes does not count.
fn normal(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn key(kind: &str, date: Option<Date>, title: &str) -> String {
    let date = date.map_or_else(|| "-".to_owned(), |date| date.to_string());
    format!("{kind}:{date}:{}", normal(title))
}

impl Meeting {
    /// Stable key of kind, date and body.
    pub fn fingerprint(&self) -> String {
        key("meeting", Some(self.date), &self.body)
    }
}

impl Event {
    /// Stable key of kind, date and title.
    pub fn fingerprint(&self) -> String {
        key("event", Some(self.date), &self.title)
    }
}

impl Project {
    /// Stable key of kind and title.
    pub fn fingerprint(&self) -> String {
        key("project", None, &self.title)
    }
}

impl Grant {
    /// Stable key of kind, notice date, authority and amount.
    pub fn fingerprint(&self) -> String {
        let amount = self.amount_cents.map(|cents| cents.to_string()).unwrap_or_default();
        let authority = self.authority.as_deref().unwrap_or_default();
        key("grant", self.notice_date, &format!("{authority} {amount}"))
    }
}

impl PressItem {
    /// Stable key of kind, date, medium and headline.
    pub fn fingerprint(&self) -> String {
        key("press", self.date, &format!("{} {}", self.medium, self.title.as_deref().unwrap_or_default()))
    }
}
