//! The chapters of a report: what a template begins with, and what a person made of it.

use crate::model::{ReportChapter, Template};

/// A chapter as a template begins with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Planned {
    word: &'static str,
    level: u8,
    hidden: bool,
}

const fn chapter(word: &'static str, level: u8) -> Planned {
    Planned { word, level, hidden: false }
}

const fn on_demand(word: &'static str, level: u8) -> Planned {
    Planned { word, level, hidden: true }
}

const ACTIVITY: &[Planned] = &[
    chapter("preface", 1),
    chapter("members", 2),
    chapter("tasks", 1),
    chapter("meetings", 2),
    chapter("projects", 2),
    chapter("network", 2),
    chapter("press", 2),
    on_demand("funding", 2),
    chapter("outlook", 2),
    chapter("figures", 1),
];

const ASSEMBLY: &[Planned] = &[
    chapter("preface", 1),
    chapter("projects", 1),
    chapter("meetings", 1),
    chapter("network", 1),
    chapter("press", 1),
    on_demand("funding", 1),
    on_demand("members", 1),
    chapter("outlook", 1),
    on_demand("figures", 1),
];

const OVERVIEW: &[Planned] = &[
    chapter("figures", 1),
    chapter("projects", 1),
    chapter("meetings", 1),
    chapter("network", 1),
    chapter("press", 1),
    chapter("outlook", 1),
];

/// A chapter in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its word.
    pub word: String,
    /// 1 or 2: as a heading, after what stands above it is known.
    pub level: u8,
    /// Its number; none if it is left out or the template has none.
    pub number: Option<String>,
    /// Its heading, if a person gave it one.
    pub heading: String,
    /// Own words in Markdown.
    pub own_text: String,
    /// Left out by a person.
    pub hidden: bool,
    /// Left out because it would be empty.
    pub blank: bool,
}

impl Placed {
    /// Whether it stands in the document.
    pub fn shown(&self) -> bool {
        !self.hidden && !self.blank
    }

    /// Whether a person added it.
    pub fn is_own(&self) -> bool {
        self.word.starts_with("own-")
    }
}

fn planned(template: Template) -> &'static [Planned] {
    match template {
        Template::Activity => ACTIVITY,
        Template::Assembly => ASSEMBLY,
        Template::Overview => OVERVIEW,
    }
}

/// Whether a template knows a chapter.
pub fn is_known(template: Template, word: &str) -> bool {
    planned(template).iter().any(|chapter| chapter.word == word)
}

/// The chapters in their order, with numbers.
pub fn arrange(template: Template, stored: &[ReportChapter]) -> Vec<Placed> {
    let catalogue = planned(template);
    let mut found: Vec<(i64, usize, Placed)> = Vec::new();
    for (index, chapter) in catalogue.iter().enumerate() {
        let mine = stored.iter().find(|stored| stored.chapter == chapter.word);
        let own_text = mine.map(|stored| stored.own_text.clone()).unwrap_or_default();
        let placed = Placed {
            word: chapter.word.to_owned(),
            level: chapter.level,
            number: None,
            heading: mine.map(|stored| stored.heading.clone()).unwrap_or_default(),
            hidden: mine.map_or(chapter.hidden, |stored| stored.hidden),
            // The outlook says nothing of its own.
            blank: chapter.word == "outlook" && own_text.is_empty(),
            own_text,
        };
        let position = mine.map_or(i64::try_from(index).unwrap_or(0) + 1, |stored| stored.position);
        found.push((position, index, placed));
    }
    let own_level = if template == Template::Activity { 2 } else { 1 };
    for (index, chapter) in stored.iter().filter(|stored| stored.chapter.starts_with("own-")).enumerate() {
        let placed = Placed {
            word: chapter.chapter.clone(),
            level: own_level,
            number: None,
            heading: chapter.heading.clone(),
            own_text: chapter.own_text.clone(),
            hidden: chapter.hidden,
            blank: chapter.heading.is_empty() && chapter.own_text.is_empty(),
        };
        found.push((chapter.position, catalogue.len() + index, placed));
    }
    found.sort_by_key(|(position, index, _)| (*position, *index));
    let mut chapters: Vec<Placed> = found.into_iter().map(|(_, _, placed)| placed).collect();
    number(&mut chapters, template != Template::Overview);
    chapters
}

/// Gives numbers and, where the chapter above is left out, raises a section to a chapter, so that no
/// level is skipped and no number repeats.
fn number(chapters: &mut [Placed], with_numbers: bool) {
    let (mut first, mut second) = (0_u32, 0_u32);
    let mut under_chapter = false;
    for chapter in chapters {
        if chapter.level == 1 {
            under_chapter = chapter.shown();
        }
        if !chapter.shown() {
            continue;
        }
        if chapter.level == 2 && !under_chapter {
            chapter.level = 1;
        }
        let words = if chapter.level == 1 {
            (first, second) = (first + 1, 0);
            first.to_string()
        } else {
            second += 1;
            format!("{first}.{second}")
        };
        chapter.number = with_numbers.then_some(words);
    }
}

/// The order after a chapter moved one place up or down; `None` if it cannot.
pub fn moved(chapters: &[Placed], word: &str, up: bool) -> Option<Vec<String>> {
    let mut words: Vec<String> = chapters.iter().map(|chapter| chapter.word.clone()).collect();
    let at = words.iter().position(|other| other == word)?;
    let to = if up { at.checked_sub(1)? } else { at + 1 };
    if to >= words.len() {
        return None;
    }
    words.swap(at, to);
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use allmende_store::{Head, Id};

    fn stored(word: &str, position: i64, hidden: bool, text: &str) -> ReportChapter {
        ReportChapter {
            head: Head::default(),
            report_id: Id::NIL,
            chapter: word.to_owned(),
            position,
            hidden,
            heading: String::new(),
            own_text: text.to_owned(),
        }
    }

    fn numbers(template: Template, changes: &[ReportChapter]) -> Vec<(String, String)> {
        arrange(template, changes)
            .into_iter()
            .filter(Placed::shown)
            .map(|chapter| (chapter.word, chapter.number.unwrap_or_default()))
            .collect()
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(word, number)| ((*word).to_owned(), (*number).to_owned())).collect()
    }

    #[test]
    fn the_activity_report_is_numbered_like_its_source() {
        let expected = [
            ("preface", "1"),
            ("members", "1.1"),
            ("tasks", "2"),
            ("meetings", "2.1"),
            ("projects", "2.2"),
            ("network", "2.3"),
            ("press", "2.4"),
            ("figures", "3"),
        ];
        assert_eq!(numbers(Template::Activity, &[]), pairs(&expected));
    }

    #[test]
    fn hiding_a_chapter_raises_its_sections() {
        let shown = numbers(Template::Activity, &[stored("tasks", 3, true, "")]);
        assert_eq!(
            shown,
            pairs(&[
                ("preface", "1"),
                ("members", "1.1"),
                ("meetings", "2"),
                ("projects", "3"),
                ("network", "4"),
                ("press", "5"),
                ("figures", "6"),
            ])
        );
    }

    #[test]
    fn own_text_shows_the_outlook() {
        let shown = numbers(Template::Activity, &[stored("outlook", 9, false, "Im nächsten Jahr …")]);
        assert!(shown.contains(&("outlook".to_owned(), "2.5".to_owned())));
    }

    #[test]
    fn own_chapters_stand_where_they_were_put() {
        let shown = numbers(Template::Activity, &[stored("own-1", 4, false, "Text")]);
        assert_eq!(shown[3], ("meetings".to_owned(), "2.1".to_owned()));
        assert_eq!(shown[4], ("own-1".to_owned(), "2.2".to_owned()));
    }

    #[test]
    fn the_first_cannot_go_up_nor_the_last_down() {
        let chapters = arrange(Template::Activity, &[]);
        assert_eq!(moved(&chapters, "preface", true), None);
        assert_eq!(moved(&chapters, "figures", false), None);
        let order = moved(&chapters, "projects", true).unwrap_or_default();
        assert_eq!(order.get(3..5), Some(&["projects".to_owned(), "meetings".to_owned()][..]));
    }
}
