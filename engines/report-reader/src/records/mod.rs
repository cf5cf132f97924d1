//! From blocks to the proposal.

mod around_dates;
mod authorities;
mod content;
mod event_titles;
mod events;
mod figures;
mod front;
mod grants;
mod media;
mod meetings;
mod nouns;
mod period;
mod press;
mod project_lines;
mod project_rows;
mod projects;
mod remains;
mod rows;
mod scope;
mod sittings;
mod states;
mod subject;
mod told_topics;
mod topics;

use crate::dates::{DateHit, DateSpan, Reading, YearContext, YearSource, scan};
use crate::joining::{Joined, sentences};
use crate::layout::{Block, Blocks, Furniture, Heading, Part, Row, join};
use crate::ledger::Ledger;
use crate::proposal::{DoubtfulDate, InferredYear, LineRange, Period, Proposal, Use};
use crate::source::{Bullet, SourceLine};
use crate::vocabulary::Section;
use scope::{Scope, Scopes, Turn};

/// Reads records from blocks; `lines` are needed for the account.
pub(crate) fn propose(lines: &[SourceLine], found: Blocks) -> Proposal {
    let width = lines.iter().map(SourceLine::end).max().unwrap_or(0);
    let short = period::short_years(lines);
    let mut reader = Reader { width, ..Reader::default() };
    for (line, what) in &found.furniture {
        let used = match what {
            Furniture::TableHead => Use::TableHead,
            Furniture::TitleRest => Use::Heading,
            _ => Use::Furniture,
        };
        reader.ledger.claim(&[*line], used);
    }
    if let Some(((from, to), lines)) = period::period(&found.blocks) {
        reader.out.period = Period { from: Some(from), to: Some(to) };
        reader.years.period = Some((from, to));
        reader.ledger.claim(&lines, Use::Period);
        reader.period_lines = lines;
    }
    reader.years.short = short;
    let looks = content::looks(&found.blocks);
    for (at, block) in found.blocks.iter().enumerate() {
        reader.at_end = at + 4 >= found.blocks.len() && at > 0;
        reader.names_project = content::titles_project(&found.blocks, at);
        reader.titled_ahead = content::titled_ahead(&found.blocks, at);
        reader.look = looks.get(at).copied().flatten();
        reader.next_is_list = matches!(found.blocks.get(at + 1), Some(Block::Item { .. } | Block::Row(_)));
        reader.doubts(block);
        reader.block(block);
    }
    reader.finish(lines)
}

/// Where a project in the making came from; it decides what may continue it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Heading,
    Paragraph,
    Item(usize),
    Row,
}

/// What told of the open meeting; it decides what may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Told {
    #[default]
    Row,
    Heading,
    Sentence,
}

#[derive(Debug, Default)]
struct Reader {
    ledger: Ledger,
    out: Proposal,
    years: YearContext,
    scopes: Scopes,
    /// The meeting or project that the next lines may belong to.
    meeting: Option<usize>,
    project: Option<(usize, Origin)>,
    event: Option<usize>,
    /// The lines that state the period.
    period_lines: Vec<usize>,
    /// Who granted, named above a list of grants.
    grantor: Option<String>,
    /// The paper named above the entries of a list.
    medium: Option<String>,
    /// The body the sentences before spoke of.
    body_told: Option<String>,
    /// States that a heading puts on the projects below it.
    states: std::collections::BTreeMap<usize, String>,
    next_is_list: bool,
    /// The paragraph at hand ends with a colon above a list.
    leads_to_list: bool,
    /// The present heading names one project.
    names_project: bool,
    /// The section gives its projects headings of their own further down.
    titled_ahead: bool,
    /// Among the last blocks of the report.
    at_end: bool,
    /// What the blocks below the present heading look like.
    look: Option<Section>,
    /// Where the longest line ends: the right edge of the text.
    width: usize,
    /// How the open meeting came about.
    told_by: Told,
}

impl Reader {
    fn context(&self) -> YearContext {
        YearContext { heading: self.scopes.now().year, period: self.years.period, short: self.years.short }
    }

    fn dates(&self, text: &str) -> Vec<DateHit> {
        scan(text, &self.context())
    }

    /// Notes dates that are wrong or ambiguous, and those whose year was inferred.
    fn doubts(&mut self, block: &Block) {
        // What states the period was understood.
        let stated = self.period_lines.clone();
        let states_period = |line: usize| stated.contains(&line);
        let texts: Vec<Joined> = match block {
            Block::Heading(heading) => vec![Joined::of([(heading.line, heading.text.as_str())])],
            Block::Row(row) => row.cells.iter().filter(|c| !c.inherited).map(crate::layout::Cell::joined).collect(),
            Block::Item { parts, .. } | Block::Paragraph { parts } | Block::Note { parts } => {
                vec![join(parts)]
            }
        };
        for text in texts {
            for hit in self.dates(text.text()) {
                let line = text.line_at(hit.start);
                let written = text.text().get(hit.start..hit.end).unwrap_or_default().to_owned();
                match &hit.reading {
                    Reading::Unclear(_) if states_period(line) => {}
                    Reading::Unclear(reason) => {
                        let doubt = DoubtfulDate { line, text: written, reason: reason.clone() };
                        if !self.out.invalid_dates.contains(&doubt) {
                            self.out.invalid_dates.push(doubt);
                        }
                    }
                    Reading::Known(span) if span.year != YearSource::Written => {
                        self.out.inferred_years.push(InferredYear {
                            line,
                            text: written,
                            date: span.start,
                            from: span.year,
                        });
                    }
                    Reading::Known(_) => {}
                }
            }
        }
    }

    fn block(&mut self, block: &Block) {
        let first = match block {
            Block::Heading(heading) => heading.text.as_str(),
            Block::Paragraph { parts } => parts.first().map_or("", |p| p.text.as_str()),
            _ => "",
        };
        if self.at_end && front::is_closing(first) {
            self.project = None;
            self.meeting = None;
            return;
        }
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Row(row) => self.row(row),
            Block::Item { bullet, depth, parts } => self.item(*bullet, *depth, parts),
            Block::Paragraph { parts } => self.paragraph(parts),
            Block::Note { parts } => self.note(parts),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let joined = Joined::of([(heading.line, heading.text.as_str())]);
        if self.report_title(heading) {
            return;
        }
        let turn = self.scopes.turn(heading, self.look, self.names_project);
        if turn == Turn::Text {
            self.paragraph(&[Part { line: heading.line, text: heading.text.clone(), starts: true, x: 0, end: 0 }]);
            return;
        }
        self.meeting = None;
        self.event = None;
        self.body_told = None;
        self.medium = None;
        self.grantor = None;
        if !heading.in_table {
            self.project = None;
        }
        let scope = self.scopes.now();
        let spans = self.known(&joined);
        // »Klausur vom 14. Oktober« below the chapter of a body is a sitting of that body.
        let general = |name: &String| name == meetings::UNNAMED || name == "Klausurtagung";
        let body = crate::vocabulary::body(&heading.text).filter(|name| !general(name) || scope.body.is_none());
        if let Some(first) = spans.first().filter(|s| s.precision.is_day())
            && turn == Turn::Section
        {
            let text = around_dates::without_dates(&joined, &self.dates(joined.text()));
            let is_meeting =
                scope.section == Some(Section::Meetings) || (body.is_some() && scope.section != Some(Section::Events));
            if is_meeting {
                let name = body.or_else(|| scope.body.clone()).unwrap_or_else(|| around_dates::tidy(&text));
                self.add_meeting(*first, name, Vec::new(), &joined.lines());
                self.told_by = Told::Heading;
                return;
            }
            if matches!(scope.section, Some(Section::Events)) {
                self.add_event(*first, &around_dates::tidy(&text), &joined.lines());
                return;
            }
        }
        // A sitting on a day that does not exist stays open, and what stands below it with it.
        let unclear = self.dates(joined.text()).iter().any(|hit| hit.reading.known().is_none());
        if unclear && spans.is_empty() && body.is_some() {
            return;
        }
        self.ledger.claim(&[heading.line], Use::Heading);
        if turn == Turn::Project {
            self.open_project(&heading.text, &scope, Origin::Heading, &[heading.line]);
        }
    }

    fn known(&self, text: &Joined) -> Vec<DateSpan> {
        self.dates(text.text()).iter().filter_map(|hit| hit.reading.known()).collect()
    }

    fn row(&mut self, row: &Row) {
        let scope = self.scopes.now();
        let kind = rows::kind(row, &scope, self);
        match kind {
            rows::Kind::Meeting => self.meeting_row(row, &scope),
            rows::Kind::Event => self.event_row(row),
            rows::Kind::Project => self.project_row(row, &scope),
            rows::Kind::Milestone => self.milestone_row(row),
            rows::Kind::Grant => self.grant_row(row),
            rows::Kind::Press => self.press_row(row),
            rows::Kind::Unknown => {}
        }
    }

    fn item(&mut self, bullet: Option<Bullet>, depth: usize, parts: &[Part]) {
        let joined = join(parts);
        let scope = self.scopes.now();
        self.grant_sentences(&joined, &scope);
        if self.item_opens(&joined, &scope) {
            return;
        }
        match scope.section {
            Some(Section::Contents) => self.ledger.claim(&joined.lines(), Use::Furniture),
            Some(Section::Meetings) => self.meeting_item(&joined),
            Some(Section::Press) => self.press_text(&joined),
            Some(Section::Projects | Section::SmallGrants) => {
                self.project_item(bullet, depth, parts, &scope);
            }
            _ if self.meeting.is_some() => self.meeting_item(&joined),
            _ => self.prose(&joined, &scope),
        }
    }

    /// »PNP, Ausgabe Waldkirchen« above the days of its articles.
    fn names_medium(&mut self, joined: &Joined) -> bool {
        let text = joined.text().trim_end_matches(':');
        let named = text.split_whitespace().count() <= 5
            && text.starts_with(char::is_uppercase)
            && !text.contains(['.', '„', '"'])
            && self.dates(text).is_empty();
        if named {
            self.medium = text.split(", ").next().map(str::to_owned);
            self.ledger.claim(&joined.lines(), Use::Heading);
        }
        named
    }

    /// A list sign before the name of a body or of a paper: what is set in below it belongs to it.
    fn item_opens(&mut self, item: &Joined, scope: &Scope) -> bool {
        let text = item.text().trim_end_matches(':');
        let bare = text.split_whitespace().count() <= 4 && self.dates(text).is_empty();
        match scope.section {
            Some(Section::Meetings) if bare && crate::vocabulary::body(text).as_deref() == Some(text) => {
                self.meeting = None;
                self.scopes.say_body(text.to_owned());
            }
            Some(Section::Press)
                if bare && matches!(media::media(text).as_slice(), [(0, end, _)] if *end == text.len()) =>
            {
                self.medium = Some(text.to_owned());
            }
            _ => return false,
        }
        self.ledger.claim(&item.lines(), Use::Heading);
        true
    }

    fn paragraph(&mut self, parts: &[Part]) {
        let joined = join(parts);
        let scope = self.scopes.now();
        if scope.section == Some(Section::Contents) {
            self.ledger.claim(&joined.lines(), Use::Furniture);
            return;
        }
        if self.title_lines(parts, &scope) {
            return;
        }
        if !matches!(scope.section, Some(Section::Projects | Section::SmallGrants | Section::Press))
            && self.labelled_records(parts, &scope)
        {
            return;
        }
        if let Some(entries) = self.entries(parts, &scope) {
            for entry in entries {
                self.grant_sentences(&entry, &scope);
                match scope.section {
                    Some(Section::Meetings) => self.meeting_item(&entry),
                    Some(Section::Press) => self.press_text(&entry),
                    Some(Section::Grants | Section::SmallGrants) => {}
                    _ => self.prose(&entry, &scope),
                }
            }
            return;
        }
        self.grant_sentences(&joined, &scope);
        let loose = matches!(scope.section, None | Some(Section::Other));
        if loose && project_lines::introduces(joined.text()) {
            self.project = None;
            self.project_paragraph(parts, &joined, &scope);
            return;
        }
        match scope.section {
            Some(Section::Projects) => self.project_paragraph(parts, &joined, &scope),
            Some(Section::Press) if self.next_is_list && self.names_medium(&joined) => {}
            Some(Section::Press) => self.press_text(&joined),
            Some(Section::SmallGrants) if self.project.is_some() => {
                self.project_paragraph(parts, &joined, &scope);
            }
            _ => self.prose(&joined, &scope),
        }
        self.lead_in(&joined);
    }

    fn note(&mut self, parts: &[Part]) {
        let joined = join(parts);
        let scope = self.scopes.now();
        self.grant_sentences(&joined, &scope);
    }

    /// Running text outside projects and press: meetings and events, sentence by sentence.
    fn prose(&mut self, joined: &Joined, scope: &Scope) {
        let mut same = self.told_by == Told::Heading;
        self.leads_to_list = self.next_is_list && joined.text().trim_end().ends_with(':');
        for (start, end) in sentences(joined.text()) {
            let sentence = joined.slice(start, end);
            if self.meeting_sentence(&sentence, scope, same) {
                same = true;
            } else if self.press_sentence(&sentence) {
                // A report about an event is none.
            } else if self.event_sentence(&sentence, scope) {
                // What follows speaks of the event.
                self.meeting = None;
            }
        }
    }

    fn finish(mut self, lines: &[SourceLine]) -> Proposal {
        self.finish_projects();
        self.finish_meetings();
        self.keep_remains(lines);
        let (placed, unplaced) = self.ledger.settle(lines);
        self.out.placed = placed;
        self.out.unplaced = unplaced;
        self.out.invalid_dates.sort_by_key(|d| d.line);
        self.out
    }
}

fn ranges(lines: &[usize]) -> Vec<LineRange> {
    LineRange::of(lines)
}

/// Adds lines to a record's source.
fn extend(source: &mut Vec<LineRange>, lines: &[usize]) {
    let mut all: Vec<usize> = source.iter().flat_map(|r| r.from..=r.to).collect();
    all.extend(lines);
    *source = ranges(&all);
}
