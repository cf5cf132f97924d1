//! Projects: from headings, narratives, list items, labels and table rows.

use super::around_dates::tidy;
use super::figures::figures_at;
use super::project_lines::{
    groups_under_heading, introduces, keyed, label, run_in, run_in_groups, segments, title_line, without_count,
};
use super::scope::{field_name, is_field};
use super::states::{is_state, of_narrative, split_title};
use super::subject::{goes_on, subject};
use super::topics::{breaks_on_purpose, clean, strip_notes};
use super::{Origin, Reader, Scope, extend, ranges};
use crate::joining::{Joined, sentences};
use crate::layout::{Part, join, looks_like_clause};
use crate::proposal::{Milestone, Project, Use};
use crate::source::Bullet;
use crate::vocabulary::{Column, Section};

impl Reader {
    pub(super) fn open_project(&mut self, title: &str, scope: &Scope, origin: Origin, lines: &[usize]) {
        let mut title = strip_notes(without_count(title.trim()));
        let mut state = None;
        if let Some((bare, said)) = split_title(&title) {
            state = Some(said.to_owned());
            title = bare.to_owned();
        }
        // »Erlebnispfad (Träger: Markt Tannberg)«
        let mut partners = Vec::new();
        if let Some(open) = title.rfind(" (").filter(|_| title.ends_with(')'))
            && let Some((Column::Owner, owner)) = title.get(open + 2..title.len() - 1).and_then(label)
        {
            partners.push(owner.to_owned());
            title.truncate(open);
        }
        // »Streuobstbörse (Handlungsfeld Landschaft)«
        let mut field = scope.field.clone();
        if let Some(open) = title.rfind(" (").filter(|_| title.ends_with(')'))
            && let Some(name) = title.get(open + 2..title.len() - 1).filter(|inner| is_field(&inner.to_lowercase()))
        {
            field = Some(field_name(name));
            title.truncate(open);
        }
        let title = title.trim().trim_end_matches([':', ',', ';', '.']).trim().to_owned();
        self.ledger.claim(lines, Use::Project);
        self.out.projects.push(Project {
            title,
            field,
            state,
            strategic: false,
            figures: Vec::new(),
            milestones: Vec::new(),
            partners,
            narrative: String::new(),
            source: ranges(lines),
        });
        if scope.state.is_some() {
            self.states.insert(self.out.projects.len() - 1, scope.state.clone().unwrap_or_default());
        }
        self.project = Some((self.out.projects.len() - 1, origin));
    }

    pub(super) fn tell(&mut self, text: &Joined) {
        let hits = self.dates(text.text());
        let Some(project) = self.project.and_then(|(at, _)| self.out.projects.get_mut(at)) else {
            return;
        };
        if text.text().is_empty() {
            return;
        }
        if !project.narrative.is_empty() {
            project.narrative.push('\n');
        }
        project.narrative.push_str(text.text());
        // What a notice grants is no measure of the project.
        let parts = sentences(text.text());
        let granted = |at: usize| {
            parts.iter().any(|(start, end)| {
                let sentence = text.text().get(*start..*end).unwrap_or_default();
                (*start..*end).contains(&at) && super::grants::grants_money(sentence)
            })
        };
        let found = figures_at(text).into_iter();
        project
            .figures
            .extend(found.filter(|(at, figure)| figure.unit.as_deref() != Some("€") || !granted(*at)).map(|(_, f)| f));
        for (start, end) in sentences(text.text()) {
            for hit in hits.iter().filter(|h| h.start >= start && h.start < end) {
                if let Some(span) = hit.reading.known() {
                    project.milestones.push(Milestone {
                        date: span.start,
                        end_date: span.end,
                        precision: (!span.precision.is_day()).then_some(span.precision),
                        text: text.text().get(start..end).unwrap_or_default().trim().to_owned(),
                        line: text.line_at(hit.start),
                    });
                }
            }
        }
        extend(&mut project.source, &text.lines());
        self.ledger.claim(&text.lines(), Use::Project);
    }

    /// »Stand: laufend« under a project's title; returns whether it was taken.
    fn labelled(&mut self, line: &Joined, scope: &Scope) -> bool {
        let Some((role, value)) = label(line.text()) else {
            return false;
        };
        if role == Column::Title {
            self.open_project(value, scope, Origin::Heading, &line.lines());
            return true;
        }
        let Some((at, _)) = self.project else {
            return false;
        };
        let value_at = line.text().len() - value.len();
        self.apply(at, role, &line.slice(value_at, line.text().len()));
        true
    }

    pub(super) fn project_paragraph(&mut self, parts: &[Part], joined: &Joined, scope: &Scope) {
        let groups = run_in_groups(parts);
        if groups.len() > 1 && !matches!(self.project, Some((_, Origin::Heading))) {
            for group in groups {
                self.project_paragraph(group, &join(group), scope);
            }
            return;
        }
        let sure = |role: Column| {
            matches!(
                role,
                Column::State
                    | Column::Field
                    | Column::Cost
                    | Column::Grant
                    | Column::Owner
                    | Column::Period
                    | Column::Title
            )
        };
        let labels = parts.iter().filter(|p| label(&p.text).is_some()).count();
        let certain = parts.iter().filter(|p| label(&p.text).is_some_and(|(role, _)| sure(role))).count();
        let titled = certain >= 1
            && parts.len() >= 2
            && parts.first().is_some_and(|p| {
                label(&p.text).is_none() && p.text.split_whitespace().count() <= 10 && !looks_like_clause(&p.text)
            })
            && parts.get(1).is_some_and(|p| label(&p.text).is_some() || keyed(&p.text))
            && parts.first().is_some_and(|p| !keyed(&p.text));
        if titled || labels >= 2 || (labels == 1 && parts.len() == 1) || (certain >= 1 && self.project.is_some()) {
            self.labelled_lines(parts, scope);
            return;
        }
        let told = sentences(joined.text());
        let Some((start, end)) = told.first().copied() else {
            return;
        };
        // »… Das Projekt „Streuobst für alle“ konnte …« in the middle begins another one.
        let another = told.iter().skip(1).find(|(from, to)| joined.text().get(*from..*to).is_some_and(introduces));
        if let Some((from, _)) = another
            && !matches!(self.project, Some((_, Origin::Heading | Origin::Item(_))))
        {
            self.project_paragraph(&[], &joined.slice(0, *from), scope);
            self.project = None;
            self.project_paragraph(&[], &joined.slice(*from, joined.text().len()), scope);
            return;
        }
        // »(Legende: + läuft, # abgeschlossen)« explains signs.
        if joined.text().contains("Legende:") {
            return;
        }
        // »Finanzierung der Stelle: Zuwendungsbescheid …« is no project.
        let open = matches!(self.project, Some((_, Origin::Heading)));
        if !open && parts.first().is_some_and(|p| p.text.contains(": ")) && super::grants::is_notice(joined.text()) {
            return;
        }
        let first = joined.text().get(start..end).unwrap_or_default().trim().to_owned();
        // »Folgende Projekte wurden umgesetzt:« introduces and is none.
        if self.next_is_list
            && joined.text().trim_end().ends_with(':')
            && !matches!(self.project, Some((_, Origin::Heading | Origin::Item(_))))
        {
            return;
        }
        match self.project {
            Some((_, Origin::Heading)) => self.tell(joined),
            Some((_, Origin::Item(_))) if run_in(joined.text(), 5).is_none() => self.tell(joined),
            open => {
                if let Some((title, at)) = run_in(joined.text(), 6) {
                    let title = title.to_owned();
                    let scope = scope.clone();
                    self.open_project(&title, &scope, Origin::Paragraph, &joined.lines());
                    let rest = joined.slice(at, joined.text().len());
                    self.tell(&rest);
                    self.state_in_front(&rest);
                    return;
                }
                // »Archivpflege. Die Gemeinden beschäftigen …«
                let short = first.trim_end_matches('.');
                if first.ends_with('.')
                    && end < joined.text().len()
                    && short.split_whitespace().count() <= 4
                    && !looks_like_clause(short)
                    && short.starts_with(char::is_uppercase)
                {
                    self.open_project(short, scope, Origin::Paragraph, &joined.lines());
                    self.tell(&joined.slice(end, joined.text().len()));
                    return;
                }
                let title_now = open.and_then(|(at, _)| self.out.projects.get(at)).map(|p| p.title.clone());
                if open.is_some_and(|(_, origin)| origin == Origin::Paragraph)
                    && title_now.is_some_and(|title| goes_on(&first, &title))
                {
                    self.tell(joined);
                    return;
                }
                // An introduction to the chapter speaks of projects in general.
                let general = open.is_none() && (is_general(&first) || self.titled_ahead);
                // A caption or a signature is no narrative.
                let sentence =
                    joined.text().trim_end().ends_with(['.', '!', '?', ':']) || first.split_whitespace().count() >= 8;
                if !general
                    && sentence
                    && let Some(title) = subject(&first)
                {
                    self.open_project(&title, scope, Origin::Paragraph, &joined.lines());
                    self.tell(joined);
                }
            }
        }
    }

    /// »Kernwege: Antrag gestellt; 64 km«: what stands before the first semicolon is the state.
    fn state_in_front(&mut self, rest: &Joined) {
        let Some((first, _)) = rest.text().split_once(';') else {
            return;
        };
        let short = first.split_whitespace().count() <= 3 && !first.chars().any(|c| c.is_ascii_digit());
        if let Some(project) = self.project.and_then(|(at, _)| self.out.projects.get_mut(at)).filter(|_| short) {
            project.state.get_or_insert_with(|| first.trim().to_owned());
        }
    }

    fn labelled_lines(&mut self, parts: &[Part], scope: &Scope) {
        let mut groups: Vec<(Joined, bool)> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let known = |part: &Part| label(&part.text).is_some() || keyed(&part.text);
            let next = parts.get(at + 1).is_some_and(known);
            // A short line between labelled ones is the next project's title.
            let title = next
                && !known(part)
                && part.text.starts_with(|c: char| c.is_uppercase() || c == '„')
                && part.text.split_whitespace().count() <= 10
                && !part.text.trim_end().ends_with(['.', ',', ';'])
                && !looks_like_clause(&part.text)
                && at.checked_sub(1).and_then(|b| parts.get(b)).is_none_or(|b| {
                    known(b) && !b.text.trim_end().ends_with(['-', ',']) || b.text.trim_end().ends_with('.')
                });
            // »Stand: ruht« is complete, and so is a line that a person ended early; what follows is narrative.
            let ended = at
                .checked_sub(1)
                .and_then(|before| parts.get(before))
                .is_some_and(|before| breaks_on_purpose(before, part, self.width));
            let told = part.text.starts_with(char::is_uppercase)
                && groups.last().and_then(|(group, _)| segments(group).pop()).is_some_and(|last| {
                    label(last.text()).is_some_and(|(role, value)| role == Column::State && (ended || is_state(value)))
                });
            match groups.last_mut() {
                Some((group, false)) if !known(part) && !title && !told => {
                    group.push(part.line, &part.text);
                }
                _ => groups.push((Joined::of([(part.line, part.text.as_str())]), title)),
            }
        }
        let cut = |(group, title): (Joined, bool)| {
            segments(&group).into_iter().map(|segment| (segment, title)).collect::<Vec<_>>()
        };
        for (group, title) in groups.into_iter().flat_map(cut) {
            if title
                && !(self.project.is_some_and(|(_, origin)| origin == Origin::Heading) && groups_under_heading(parts))
            {
                self.open_project(&clean(group.text()), scope, Origin::Paragraph, &group.lines());
            } else if !self.labelled(&group, scope) {
                let named = label(group.text()).is_none();
                if self.project.is_none() && named && group.text().split_whitespace().count() <= 8 {
                    self.open_project(&clean(group.text()), scope, Origin::Heading, &group.lines());
                } else {
                    self.tell(&group);
                }
            }
        }
    }

    pub(super) fn project_item(&mut self, mark: Option<Bullet>, depth: usize, parts: &[Part], scope: &Scope) {
        let whole = join(parts);
        let item = &whole;
        if label(item.text()).is_some_and(|(role, _)| role != Column::Topic || self.project.is_some())
            && self.labelled(item, scope)
        {
            return;
        }
        match self.project {
            Some((_, Origin::Heading)) => return self.tell(item),
            Some((_, Origin::Item(open))) if depth > open + 1 => return self.tell(item),
            // A list inside a narrative details it, unless it is numbered like a list of projects.
            Some((_, Origin::Paragraph)) if !matches!(mark, Some(Bullet::Number(_))) => {
                return self.tell(item);
            }
            _ => {}
        }
        let (title, rest) = match (title_line(parts, self.width), run_in(item.text(), 10)) {
            (Some(title), _) => (title, join(parts.get(1..).unwrap_or_default())),
            (None, Some((title, at))) => (title.to_owned(), item.slice(at, item.text().len())),
            (None, None) => Self::item_title(item),
        };
        let mut scope = scope.clone();
        if scope.section == Some(Section::SmallGrants) {
            scope.field.get_or_insert_with(|| "Regionalbudget".to_owned());
        }
        let mut title = title;
        let mut owner = None;
        // »Boulebahn (SV Warteck)«
        if scope.section == Some(Section::SmallGrants)
            && let Some(open) = title.rfind(" (").filter(|_| title.ends_with(')'))
        {
            owner = title.get(open + 2..title.len() - 1).map(str::to_owned);
            title.truncate(open);
        }
        self.open_project(&title, &scope, Origin::Item(depth), &item.lines());
        if let (Some(owner), Some(project)) = (owner, self.out.projects.last_mut()) {
            project.partners.push(owner);
        }
        if rest.text().is_empty() || is_state(rest.text()) && !rest.text().contains([',', ';']) {
            let (at, state) = (self.out.projects.len() - 1, rest.text().trim_matches(['.', ' ', '(', ')']).to_owned());
            if let Some(project) = self.out.projects.get_mut(at)
                && !state.is_empty()
            {
                project.state = Some(state);
            }
        } else {
            self.tell(&rest);
        }
    }

    /// An item without a separator: a short one is its title, a sentence has a subject.
    fn item_title(item: &Joined) -> (String, Joined) {
        let text = item.text();
        if let Some(open) = text.find(" (")
            && open > 3
            && text.ends_with(')')
            && text.get(..open).is_some_and(|t| t.split_whitespace().count() <= 10)
        {
            let inner = item.slice(open + 2, text.len() - 1);
            return (text.get(..open).unwrap_or(text).to_owned(), inner);
        }
        let parts = sentences(text);
        let words = text.split_whitespace().count();
        if words <= 9 && parts.len() == 1 && !looks_like_clause(text) {
            return (clean(text), Joined::default());
        }
        let first = parts.first().and_then(|(start, end)| text.get(*start..*end)).unwrap_or(text);
        if let Some((title, _)) = first
            .split_once(", ")
            .filter(|(title, _)| title.split_whitespace().count() <= 7 && !looks_like_clause(title))
        {
            return (title.to_owned(), item.clone());
        }
        (subject(first).unwrap_or_else(|| clean(first)), item.clone())
    }

    pub(super) fn finish_projects(&mut self) {
        for (at, project) in self.out.projects.iter_mut().enumerate() {
            project.strategic = project.narrative.to_lowercase().contains("strategisch")
                || project.title.to_lowercase().contains("strategisch");
            if project.state.is_none() {
                // What is said about the project itself counts before the heading above several.
                project.state = of_narrative(&project.narrative).or_else(|| self.states.get(&at).cloned());
            }
        }
    }
}

/// »Im Berichtszeitraum wurden mehrere Projekte bearbeitet.«
fn is_general(first: &str) -> bool {
    let lower = tidy(first).to_lowercase();
    [
        "projekte wurden",
        "projekte konnten",
        "folgende projekte",
        "folgenden projekte",
        "mehrere projekte",
        "zahlreiche projekte",
        "verschiedene projekte",
        "viele projekte",
        "nachfolgend",
        "im folgenden",
        "nachstehend",
        "projekten gearbeitet",
        "projekte bearbeitet",
        "projekte umgesetzt",
        "die projekte",
        "der projekte",
    ]
    .iter()
    .any(|phrase| lower.contains(phrase))
}
