//! Media, and citations of what they wrote: medium, day, page, headline, link and a summary in own
//! words. Never the article itself (§ 51 UrhG covers citing, not copying).

use allmende_store::{Day, Entry, Head, Id, Precision, Record};

allmende_store::word_enum! {
    /// What a medium is.
    pub enum MediumKind {
        /// A daily newspaper.
        Daily = "daily",
        /// An official or municipal gazette.
        Gazette = "gazette",
        /// Radio or television.
        Broadcast = "broadcast",
        /// Online only.
        Online = "online",
        /// Anything else.
        Other = "other",
    }
}

impl MediumKind {
    /// Whether its articles stand on a page that a citation names.
    pub fn is_printed(self) -> bool {
        matches!(self, Self::Daily | Self::Gazette)
    }
}

/// The medium of a clipping that was captured without one, until somebody names it.
pub const UNKNOWN_MEDIUM: &str = "ohne Angabe";

allmende_store::record! {
    /// A medium.
    pub struct Medium: "medium" {
        /// Its name.
        pub name: String,
        /// What it is.
        pub kind: MediumKind,
        /// Homepage.
        pub website: String,
        /// Mail address of the desk.
        pub email: String,
        /// Anything worth knowing.
        pub note: String,
    }
}

impl Record for Medium {
    fn entry(&self) -> Entry {
        Entry { body: format!("{} {} {}", self.website, self.email, self.note), ..Entry::titled(&self.name) }
    }
}

impl Medium {
    /// A medium of which nothing but the name is known.
    pub fn named(name: &str) -> Self {
        Self {
            head: Head::default(),
            name: name.to_owned(),
            kind: MediumKind::Other,
            website: String::new(),
            email: String::new(),
            note: String::new(),
        }
    }
}

allmende_store::record! {
    /// A citation of an article or a programme.
    pub struct Clipping: "clipping" {
        /// The medium.
        pub medium_id: Id,
        /// When it appeared.
        pub published_on: Day,
        /// How exactly the day is known.
        pub precision: Precision,
        /// Its headline.
        pub headline: String,
        /// Page; empty is reported as missing for printed media.
        pub page: String,
        /// Where it can be read.
        pub link: String,
        /// What it says, in own words.
        pub summary: String,
        /// The thread it is about.
        pub thread_id: Option<Id>,
    }
}

impl Record for Clipping {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.summary.clone(),
            on_day: Some(self.published_on),
            precision: self.precision,
            thread: self.thread_id,
            ..Entry::titled(&self.headline)
        }
    }
}

impl Clipping {
    /// Whether its citation is incomplete: a printed medium has pages.
    pub fn lacks_page(&self, medium: MediumKind) -> bool {
        medium.is_printed() && self.page.is_empty()
    }

    /// Whether it may have appeared from `from` to `to`, both included. A day known to the month or
    /// year only counts if any day of that month or year lies within.
    pub fn appeared_between(&self, from: Day, to: Day) -> bool {
        let first = first_day(self.published_on, self.precision);
        first <= to && last_day(self.published_on, self.precision) >= from
    }
}

/// The first day that a day of this precision can mean; the one that is stored.
pub fn first_day(day: Day, precision: Precision) -> Day {
    match precision {
        Precision::Day => day,
        Precision::Month => Day(day.0.first_of_month()),
        Precision::Year => Day(day.0.first_of_year()),
    }
}

fn last_day(day: Day, precision: Precision) -> Day {
    match precision {
        Precision::Day => day,
        Precision::Month => Day(day.0.last_of_month()),
        Precision::Year => Day(day.0.last_of_year()),
    }
}

/// Parts "Main-Post: Überschrift" into the medium and the headline. The medium is taken only if exactly
/// one known name stands in front of a colon or dash; else the whole line is the headline, because
/// headlines have colons too ("Kernwege: Räte stimmen zu").
pub fn part_line<'a>(line: &'a str, media: &[(Id, String)]) -> (Option<Id>, &'a str) {
    let mut named = media.iter().filter_map(|(id, name)| headline_after(line, name).map(|headline| (*id, headline)));
    match (named.next(), named.next()) {
        (Some((id, headline)), None) => (Some(id), headline),
        _ => (None, line.trim()),
    }
}

fn headline_after<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let line = line.trim_start();
    // Case folding can change the length of a text, so the cut is found letter by letter.
    let mut rest = line.chars();
    let mut folded = rest.by_ref().take(name.chars().count()).flat_map(char::to_lowercase);
    let same = name.chars().flat_map(char::to_lowercase).all(|letter| folded.next() == Some(letter));
    if !same || folded.next().is_some() || name.is_empty() {
        return None;
    }
    let after = rest.as_str().trim_start().strip_prefix([':', '–', '—', '-'])?;
    // A hyphen right behind the name belongs to a longer word ("Main-Post-Leser").
    let joined = rest.as_str().starts_with('-') && !after.starts_with(char::is_whitespace);
    let headline = after.trim();
    (!joined && !headline.is_empty()).then_some(headline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn clipping(published_on: Day, precision: Precision, page: &str) -> Clipping {
        Clipping {
            head: Head::default(),
            medium_id: Id::NIL,
            published_on,
            precision,
            headline: "Gemeinderat stimmt für Kernwege".to_owned(),
            page: page.to_owned(),
            link: String::new(),
            summary: String::new(),
            thread_id: None,
        }
    }

    #[test]
    fn a_month_counts_if_one_of_its_days_does() {
        let (from, to) = (Day(date(2017, 5, 1)), Day(date(2017, 12, 1)));
        let table = [
            (date(2017, 5, 1), Precision::Day, true),
            (date(2017, 12, 1), Precision::Day, true),
            (date(2017, 4, 30), Precision::Day, false),
            (date(2017, 12, 2), Precision::Day, false),
            (date(2017, 4, 1), Precision::Month, false),
            (date(2017, 5, 1), Precision::Month, true),
            (date(2017, 12, 1), Precision::Month, true),
            (date(2018, 1, 1), Precision::Month, false),
            (date(2017, 1, 1), Precision::Year, true),
            (date(2016, 1, 1), Precision::Year, false),
        ];
        for (day, precision, expected) in table {
            assert_eq!(clipping(Day(day), precision, "3").appeared_between(from, to), expected, "{day} {precision:?}");
        }
    }

    #[test]
    fn the_stored_day_is_the_first_possible() {
        let day = Day(date(2017, 7, 14));
        assert_eq!(first_day(day, Precision::Day), day);
        assert_eq!(first_day(day, Precision::Month), Day(date(2017, 7, 1)));
        assert_eq!(first_day(day, Precision::Year), Day(date(2017, 1, 1)));
    }

    #[test]
    fn only_printed_media_lack_a_page() {
        let day = Day(date(2017, 7, 14));
        let table = [
            (MediumKind::Daily, "", true),
            (MediumKind::Gazette, "", true),
            (MediumKind::Daily, "3", false),
            (MediumKind::Broadcast, "", false),
            (MediumKind::Online, "", false),
            (MediumKind::Other, "", false),
        ];
        for (kind, page, expected) in table {
            assert_eq!(clipping(day, Precision::Day, page).lacks_page(kind), expected, "{kind:?} {page:?}");
        }
    }

    #[test]
    fn a_line_names_its_medium_in_front() {
        let id = |number: u8| format!("00000000-0000-7000-8000-00000000000{number}").parse::<Id>().unwrap_or(Id::NIL);
        let media = [(id(1), "Main-Post".to_owned()), (id(2), "Main-Echo".to_owned()), (id(3), "Blick ÄÖ".to_owned())];
        let table = [
            ("Main-Post: Räte stimmen zu", Some(id(1)), "Räte stimmen zu"),
            ("  main-echo – Kernwege: ein Netz", Some(id(2)), "Kernwege: ein Netz"),
            ("Main-Echo - Logo gewählt", Some(id(2)), "Logo gewählt"),
            ("BLICK äö:Ferien", Some(id(3)), "Ferien"),
            ("Main-Post-Leser wandern", None, "Main-Post-Leser wandern"),
            ("Main-Post berichtet", None, "Main-Post berichtet"),
            ("Main-Post:", None, "Main-Post:"),
            ("Kernwege: Räte stimmen zu", None, "Kernwege: Räte stimmen zu"),
            ("Main", None, "Main"),
            ("", None, ""),
        ];
        for (line, medium, headline) in table {
            assert_eq!(part_line(line, &media), (medium, headline), "{line:?}");
        }
        let twice = [(id(1), "Main-Post".to_owned()), (id(2), "Main-Post".to_owned())];
        assert_eq!(part_line("Main-Post: Logo", &twice), (None, "Main-Post: Logo"));
    }
}
