//! Where in the report's outline a block stands.

use super::meetings::UNNAMED;
use crate::dates::{YearContext, find_dates};
use crate::layout::Heading;
use crate::vocabulary::{Class, Section, body, classify, says_nothing};

/// What the headings above a block say.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Scope {
    pub(super) level: u8,
    pub(super) section: Option<Section>,
    pub(super) body: Option<String>,
    pub(super) field: Option<String>,
    pub(super) year: Option<i16>,
    pub(super) state: Option<String>,
    /// The innermost heading.
    pub(super) title: String,
}

/// The headings from the top down to where we are.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    stack: Vec<Scope>,
}

/// What a heading turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It opens or refines a section.
    Section,
    /// It names a project.
    Project,
    /// It is no heading after all.
    Text,
}

impl Scopes {
    pub(super) fn now(&self) -> Scope {
        self.stack.last().cloned().unwrap_or_default()
    }

    /// A list names the body of what follows in it.
    pub(super) fn say_body(&mut self, name: String) {
        if let Some(scope) = self.stack.last_mut() {
            scope.body = Some(name);
        }
    }

    pub(super) fn set_body(&mut self, name: String) {
        if let Some(scope) = self.stack.last_mut() {
            scope.body.get_or_insert(name);
        }
    }

    /// `look` is what the blocks below the heading look like.
    pub(super) fn turn(&mut self, heading: &Heading, look: Option<Section>, names_project: bool) -> Turn {
        let words = classify(&heading.text);
        // »Ratsrunde« above a list of days: the days are its sittings.
        let look = if words.is_none()
            && look == Some(Section::Events)
            && heading.text.split_whitespace().count() <= 4
            && body(&heading.text).is_some_and(|name| name != "Klausurtagung")
            && !super::rows::is_foreign(&heading.text)
        {
            Some(Section::Meetings)
        } else {
            look
        };
        let class = judge(words, look);
        let lower = heading.text.to_lowercase();
        let field = is_field(&lower) || named_field(&heading.text).is_some();
        let outer = self.now();
        if heading.in_table {
            self.table_line(heading, field);
            return Turn::Section;
        }
        let mut level = heading.level;
        // Shouted headings stand on one level, whatever their words.
        if is_shouted(&heading.text) && look.is_some_and(|l| l != Section::Projects) && level == 5 {
            level = 4;
        }
        // A field of action holds projects and stands above their titles.
        if field && level > 5 {
            level = 5;
        }
        // An unnumbered heading of another kind ends the unnumbered section before it.
        let above = self.stack.iter().rfind(|s| s.level < level);
        if heading.weak
            && let Some(above) = above.filter(|a| (4..6).contains(&a.level))
            && class.is_some_and(|c| Some(c.section) != above.section)
            && above.section != Some(Section::Projects)
        {
            level = above.level;
        }
        let inside: Scope = self.stack.iter().rfind(|s| s.level < level).cloned().unwrap_or_default();
        let in_projects = matches!(inside.section, Some(Section::Projects | Section::SmallGrants))
            || (self.sibling_of_projects(level) && class.is_some_and(|c| c.compound));
        // Days below a project's title are its milestones; only its own words make it a section.
        let by_words = words.is_some_and(|c| c.strong && !c.compound);
        let strong = by_words
            || look.is_some_and(|l| {
                matches!(l, Section::Press | Section::Grants) && words.is_none_or(|c| c.section == l && !c.compound)
            });
        // Below a numbered chapter on projects, a line without number names a project.
        let below_number = inside.level <= 3
            && heading.level >= 4
            && !words.is_some_and(|c| matches!(c.section, Section::Projects | Section::SmallGrants))
            && !matches!(look, Some(Section::Press | Section::Grants));
        // »Und 2024?« names nothing.
        let empty = words.is_none() && says_nothing(&lower);
        if in_projects && !field && !empty && (!strong || below_number) {
            let base =
                if matches!(inside.section, Some(Section::Projects | Section::SmallGrants)) { inside } else { outer };
            self.push(Scope { level: level.max(base.level + 1), title: heading.text.clone(), ..base });
            return Turn::Project;
        }
        if names_project && !by_words && !field {
            self.push(Scope {
                level: level.max(2),
                title: heading.text.clone(),
                section: Some(Section::Projects),
                body: None,
                ..inside
            });
            return Turn::Project;
        }
        if heading.weak && class.is_none() && !empty {
            // Below a project's title in plain text, the next lone line is the next project.
            return if matches!(outer.section, Some(Section::Projects)) {
                self.push(Scope { level, title: heading.text.clone(), ..inside });
                Turn::Project
            } else {
                Turn::Text
            };
        }
        let other = empty.then_some(Class { section: Section::Other, strong: true, compound: false });
        let section = class
            .or(other)
            .filter(|c| c.strong || inside.section.is_none() || inside.section == Some(Section::Other))
            .map(|c| c.section)
            .or(inside.section);
        let named = if section == Some(Section::Meetings) { body(&heading.text) } else { None };
        let year = super::period::years(&heading.text)
            .filter(|(a, b)| a == b && find_dates(&heading.text, &YearContext::default()).is_empty())
            .map(|(a, _)| a);
        let scope = Scope {
            level,
            section,
            body: named.filter(|n| n != UNNAMED && n != "Klausurtagung" || inside.body.is_none()).or(inside.body),
            field: if field {
                Some(named_field(&heading.text).unwrap_or_else(|| field_name(&heading.text)))
            } else {
                inside.field
            },
            year: year.or(inside.year),
            state: if section == Some(Section::Projects) {
                super::states::of_heading(&lower).or(inside.state)
            } else {
                inside.state
            },
            title: heading.text.clone(),
        };
        self.push(scope);
        Turn::Section
    }

    /// Whether the section a heading of this level would end is one of projects.
    fn sibling_of_projects(&self, level: u8) -> bool {
        level >= 4
            && self.stack.iter().rfind(|s| s.level <= level).is_some_and(|s| s.section == Some(Section::Projects))
    }

    /// A line over a table's whole width: a field, a year, a state.
    fn table_line(&mut self, heading: &Heading, field: bool) {
        let outer = self.stack.iter().rfind(|s| s.level < 8).cloned().unwrap_or_default();
        let year = super::period::years(&heading.text).filter(|(a, b)| a == b).map(|(a, _)| a);
        let in_projects = matches!(outer.section, Some(Section::Projects));
        let state = super::states::of_heading(&heading.text.to_lowercase());
        let names_field = field || in_projects && year.is_none() && state.is_none();
        let scope = Scope {
            level: 8,
            field: if names_field { Some(field_name(&heading.text)) } else { outer.field.clone() },
            year: year.or(outer.year),
            state: state.or(outer.state.clone()),
            ..outer
        };
        self.push(scope);
    }

    fn push(&mut self, scope: Scope) {
        self.stack.retain(|s| s.level < scope.level);
        self.stack.push(scope);
    }
}

/// Words first; what stands below where they say nothing or little.
fn judge(words: Option<Class>, look: Option<Section>) -> Option<Class> {
    let by_look = look.map(|section| Class { section, strong: true, compound: false });
    match words {
        Some(class) if class.section == Section::Contents => words,
        Some(class) if class.strong && class.section != Section::Other => words,
        // »Rückblick« above a list of days is a list of days.
        // Days alone look like events; what the heading hints at is more.
        Some(class) if class.section != Section::Other && look == Some(Section::Events) && !class.compound => words,
        Some(_) => by_look.or(words),
        None => by_look,
    }
}

fn is_shouted(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() >= 5 && letters.iter().all(|c| c.is_uppercase() || *c == 'ß')
}

/// »Projekte im Handlungsfeld 1: Lebensqualität« → »Lebensqualität«.
fn named_field(text: &str) -> Option<String> {
    let (before, rest) = text.split_once("Handlungsfeld ").or_else(|| text.split_once("Themenfeld "))?;
    let name =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start_matches([' ', ':', '–', '-']);
    let named = rest.starts_with(['„', '»']) || name.len() < rest.len();
    (!before.is_empty() && named && !name.is_empty())
        .then(|| name.trim_matches(['„', '“', '"', '«', '»']).trim().to_owned())
}

pub(super) fn is_field(lower: &str) -> bool {
    let single = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    matches!(single, "handlungsfeld" | "themenfeld" | "entwicklungsziel" | "hf")
}

/// »Handlungsfeld 2: Mobilität« → »Mobilität«.
pub(super) fn field_name(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut rest = text;
    for stem in ["handlungsfeld", "themenfeld", "entwicklungsziel", "hf"] {
        if lower.starts_with(stem) {
            rest = text.get(stem.len()..).unwrap_or(text);
        }
    }
    let rest = rest.trim_start_matches(|c: char| {
        c.is_ascii_digit()
            || matches!(c, ' ' | '.' | ':' | '-' | '–' | 'I' | 'V')
                && !rest.trim_start().starts_with("In")
                && !rest.trim_start().starts_with("Ve")
                && !rest.trim_start().starts_with("Vi")
    });
    let rest = rest.trim_start_matches([' ', '.', ':', '-', '–']);
    let name = rest.trim().trim_matches(['„', '“', '"', '«', '»']).trim();
    if name.is_empty() { text.trim().to_owned() } else { name.to_owned() }
}
