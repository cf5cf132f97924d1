//! From records to a document: pure, so the same records give the same report.

mod chapters;
mod colouring;
mod figures;
mod funding;
mod map;
mod meetings;
mod members;
mod network;
mod overview;
mod preface;
mod press;
mod projects;
mod scope;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_documents::{Block, Document, Fact, Layout};
use allmende_store::{Day, Id};
use allmende_web::texts::{Language, Texts};

pub use chapters::{Placed, arrange, is_known, moved};
pub(crate) use scope::normal;
pub use scope::{Cited, HeldMeeting, Member, Project, Scope};
pub use words::Words;

use crate::facts::{Facts, ImageFile, Period};
use crate::missing::{self, Gap};
use crate::model::{Report, ReportChapter, ReportText, Template};

/// What a person decided about a report.
#[derive(Clone, Debug)]
pub struct Spec {
    /// Its title.
    pub title: String,
    /// For whom.
    pub template: Template,
    /// The period.
    pub period: Period,
    /// The language.
    pub language: Language,
    /// Chapters that a person changed.
    pub chapters: Vec<ReportChapter>,
    /// Project texts that a person wrote or checked.
    pub texts: Vec<ReportText>,
}

impl Spec {
    /// The stored decisions about a report.
    pub fn of(report: &Report, chapters: Vec<ReportChapter>, texts: Vec<ReportText>) -> Self {
        Self {
            title: report.title.clone(),
            template: report.template,
            period: Period { from: report.period_from, to: report.period_to },
            language: Language::from_tag(&report.language).unwrap_or_default(),
            chapters,
            texts,
        }
    }
}

/// Whether the document may still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It may: newer facts are marked.
    Draft {
        /// Today.
        on: Day,
    },
    /// It is being frozen: no marks, a colophon with its number.
    Final {
        /// The day.
        on: Day,
        /// 1, 2, …
        number: i64,
    },
}

/// A chapter as the composer page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterLine {
    /// The chapter in its place.
    pub placed: Placed,
    /// Its heading.
    pub title: String,
    /// What it counts: "4 Sitzungen, 21 Themen".
    pub meta: String,
    /// Which heading of the document it is, counted from 0; `None` if it is left out.
    pub heading_index: Option<usize>,
}

/// A composed report.
#[derive(Clone, Debug)]
pub struct Composition {
    /// The document.
    pub document: Document,
    /// Its chapters, shown or not.
    pub chapters: Vec<ChapterLine>,
    /// What is missing.
    pub gaps: Vec<Gap>,
}

/// What the chapters are made of.
pub(crate) struct Material<'a> {
    pub(crate) scope: &'a Scope<'a>,
    pub(crate) spec: &'a Spec,
    pub(crate) words: Words<'a>,
    pub(crate) stage: Stage,
    /// Numbers of the chapters that are shown, by word.
    pub(crate) numbers: &'a HashMap<String, Option<String>>,
    /// Names of the pictures whose files are there.
    pub(crate) image_names: &'a [String],
}

impl Material<'_> {
    /// The text of a project: own words if a person wrote some, else the draft.
    pub(crate) fn text_of(&self, thread: Id) -> Option<&ReportText> {
        self.spec.texts.iter().find(|text| text.thread_id == thread)
    }

    /// "Abschnitt 2.2" for a chapter that is shown and numbered.
    pub(crate) fn origin(&self, chapter: &str) -> Option<String> {
        let number = self.numbers.get(chapter)?.as_ref()?;
        Some(self.words.tv("section", &[("number", number.as_str().into())]))
    }

    pub(crate) fn is_draft(&self) -> bool {
        matches!(self.stage, Stage::Draft { .. })
    }
}

/// The document of a report, its chapters and what is missing. The document names its pictures; their
/// bytes are not in it yet ([`crate::build::Stock::compose`] adds them).
pub fn compose(facts: &Facts, images: &[ImageFile], spec: &Spec, texts: &Texts, stage: Stage) -> Composition {
    let words = Words::new(texts, spec.language);
    let scope = Scope::new(facts, spec.period);
    let chapters = arrange(spec.template, &spec.chapters);
    let numbers: HashMap<String, Option<String>> = chapters
        .iter()
        .filter(|chapter| chapter.shown())
        .map(|chapter| (chapter.word.clone(), chapter.number.clone()))
        .collect();
    let image_names: Vec<String> = images.iter().map(|image| image.id.to_string()).collect();
    let material = Material { scope: &scope, spec, words, stage, numbers: &numbers, image_names: &image_names };

    let mut blocks = Vec::new();
    let mut lines = Vec::new();
    let mut headings = 0;
    for placed in chapters {
        let title = chapter_title(&placed, spec.template, &words);
        let meta = meta(&placed.word, &material);
        let mut heading_index = None;
        if placed.shown() {
            let before = blocks.len();
            chapter(&mut blocks, &material, &placed, &title);
            heading_index = Some(headings);
            headings += blocks.iter().skip(before).filter(|block| matches!(block, Block::Heading { .. })).count();
        }
        lines.push(ChapterLine { placed, title, meta, heading_index });
    }
    let gaps = missing::gaps(&scope, spec);
    let document = frame(&material, blocks);
    Composition { document, chapters: lines, gaps }
}

fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>, placed: &Placed, title: &str) {
    blocks.push(Block::Heading { level: placed.level, number: placed.number.clone(), text: title.to_owned() });
    let own = markdown::blocks(&placed.own_text, Headings::Strong);
    if material.spec.template == Template::Overview {
        blocks.extend(own);
        overview::chapter(blocks, material, &placed.word);
        return;
    }
    match placed.word.as_str() {
        "preface" => preface::chapter(blocks, material, own),
        "members" => {
            blocks.extend(own);
            members::chapter(blocks, material);
        }
        "meetings" => meetings::chapter(blocks, material, own),
        "projects" => projects::chapter(blocks, material, own, placed.level),
        "network" => network::chapter(blocks, material, own),
        "press" => press::chapter(blocks, material, own),
        "funding" => {
            blocks.extend(own);
            funding::chapter(blocks, material);
        }
        "figures" => {
            blocks.extend(own);
            figures::chapter(blocks, material);
        }
        // "tasks" only holds its sections; the outlook and added chapters are own words.
        _ => blocks.extend(own),
    }
}

/// The heading of a chapter: what a person wrote, else the template's word.
pub fn chapter_title(placed: &Placed, template: Template, words: &Words<'_>) -> String {
    if !placed.heading.is_empty() {
        return placed.heading.clone();
    }
    if placed.is_own() {
        return words.t("chapter-own");
    }
    let prefix = if template == Template::Overview { "overview" } else { "chapter" };
    words.t(&format!("{prefix}-{}", placed.word))
}

fn meta(chapter: &str, material: &Material<'_>) -> String {
    let scope = material.scope;
    let words = &material.words;
    match chapter {
        "members" => words.counted("count-members", scope.members.len(), &[]),
        "meetings" => format!(
            "{}, {}",
            words.counted("count-meetings", scope.meetings.len(), &[]),
            words.counted("count-topics", scope.topic_count(), &[])
        ),
        "projects" => words.counted("count-projects", scope.projects.len(), &[]),
        "network" => words.counted("count-entries", scope.entries.len(), &[]),
        "press" => words.counted("count-clippings", scope.clippings.len(), &[]),
        "funding" => words.counted("count-grants", scope.grants.len(), &[]),
        _ => String::new(),
    }
}

/// Everything around the chapters.
fn frame(material: &Material<'_>, blocks: Vec<Block>) -> Document {
    let words = &material.words;
    let spec = material.spec;
    let alliance = material.scope.facts.alliance.as_ref();
    let name = alliance.map(|alliance| alliance.name.clone()).filter(|name| !name.is_empty());
    let author = name.unwrap_or_else(|| words.t("alliance"));
    let date = match material.stage {
        Stage::Draft { on } | Stage::Final { on, .. } => on,
    };
    let colophon = match material.stage {
        Stage::Draft { on } => words.tv("colophon-draft", &[("day", words.day(on).into())]),
        Stage::Final { on, number } => {
            words.tv("colophon-final", &[("number", number.to_string().into()), ("day", words.day(on).into())])
        }
    };
    let brand = alliance.map(|alliance| alliance.brand.clone()).filter(|brand| !brand.is_empty());
    Document {
        layout: match spec.template {
            Template::Activity => Layout::Report,
            Template::Assembly => Layout::Brief,
            Template::Overview => Layout::OnePage,
        },
        language: words.document_language().tag().to_owned(),
        title: spec.title.clone(),
        subtitle: Some(words.t(&format!("subtitle-{}", spec.template.word()))),
        description: words.tv(
            "description",
            &[("author", author.as_str().into()), ("period", words.period_inside(spec.period).into())],
        ),
        running_head: german::date_range(spec.period.from.0, spec.period.to.0),
        date: date.0.to_string(),
        brand: brand.unwrap_or_else(|| "#1e5945".to_owned()),
        imprint: imprint(material, &author),
        cover: if spec.template == Template::Activity { map::cover(material) } else { None },
        letter: None,
        colophon: Some(colophon),
        blocks,
        images: Vec::new(),
        author,
    }
}

/// Who publishes the report, whom to ask, who funds it.
fn imprint(material: &Material<'_>, author: &str) -> Vec<Fact> {
    let words = &material.words;
    let mut facts = Vec::new();
    if let Some(alliance) = &material.scope.facts.alliance {
        let lines: Vec<&str> = [author, alliance.address.trim(), alliance.website.trim()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect();
        facts.push(Fact { label: words.t("imprint-publisher"), value: lines.join("\n") });
        let contact: Vec<&str> = [alliance.contact_name.trim(), alliance.phone.trim(), alliance.email.trim()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect();
        if !contact.is_empty() {
            facts.push(Fact { label: words.t("imprint-contact"), value: contact.join("\n") });
        }
    }
    let funders: Vec<String> =
        material.scope.grants.iter().filter_map(|grant| preface::grant_words(grant, words)).collect();
    if !funders.is_empty() {
        facts.push(Fact { label: words.t("imprint-funding"), value: funders.join("\n") });
    }
    facts
}
