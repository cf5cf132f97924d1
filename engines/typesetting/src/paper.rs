//! PDF and preview through Typst.

mod data;
mod diagnosis;

use std::num::NonZeroUsize;

use allmende_documents::{Block, Document, DocumentFault, Layout, Pages};
use typst_layout::PagedDocument;
use typst_library::foundations::{NativeElement, Selector};
use typst_library::introspection::Introspector;
use typst_library::model::HeadingElem;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::world::DocumentWorld;
use crate::{check, fault, pictures};

/// Results that comemo keeps, in documents. Without any limit a server grows with every new document
/// and never shrinks; with ten it levels off after some dozens (`cargo xtask bench memory`) and an
/// edited text is set again quickly.
const KEPT_GENERATIONS: usize = 10;

/// How far a one-page sheet may shrink before it is refused.
const SCALES: [f64; 5] = [1.0, 0.95, 0.9, 0.86, 0.82];

/// One PDF that is PDF/UA-1 and PDF/A-2a.
pub(crate) fn pdf(document: &Document) -> Result<Vec<u8>, DocumentFault> {
    let result = compile(document).and_then(|(world, paged)| {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| fault("Die Druckausgabe ist falsch eingerichtet.", error.message().as_str()))?;
        let options = PdfOptions { standards, ..PdfOptions::default() };
        typst_pdf::pdf(&paged, &options).map_err(|errors| diagnosis::sentence(&world, &errors))
    });
    end_document();
    result
}

/// The set pages.
pub(crate) fn preview(document: &Document) -> Result<SetPages, DocumentFault> {
    let result = compile(document).map(|(_, paged)| SetPages { headings: heading_pages(document, &paged), paged });
    end_document();
    result
}

/// Pages that are set and not drawn yet. They share most of their memory with what comemo keeps.
pub(crate) struct SetPages {
    paged: PagedDocument,
    headings: Vec<usize>,
}

impl Pages for SetPages {
    fn count(&self) -> usize {
        self.paged.pages().len()
    }

    fn svg(&self, page: usize) -> Option<String> {
        Some(typst_svg::svg(self.paged.pages().get(page)?, &typst_svg::SvgOptions::default()))
    }

    fn headings(&self) -> &[usize] {
        &self.headings
    }
}

/// The page of every heading and item of the agenda among the blocks, in their order, counted from 1.
fn heading_pages(document: &Document, paged: &PagedDocument) -> Vec<usize> {
    let made: Vec<usize> = document.blocks.iter().map(headings_of).collect();
    let introspector = paged.introspector();
    let found = introspector.query(&Selector::Elem(HeadingElem::ELEM, None));
    // The layout puts headings of its own (contents, title) before those of the blocks.
    let own = found.len().saturating_sub(made.iter().sum());
    let mut pages = found
        .iter()
        .skip(own)
        .map(|heading| heading.location().and_then(|place| introspector.page(place)).map_or(1, NonZeroUsize::get));
    let mut shown = Vec::new();
    for (block, count) in document.blocks.iter().zip(made) {
        let of_block: Vec<usize> = pages.by_ref().take(count).collect();
        if matches!(block, Block::Heading { .. } | Block::AgendaItem(_)) {
            shown.extend(of_block);
        }
    }
    shown
}

/// How many headings a block makes.
fn headings_of(block: &Block) -> usize {
    match block {
        Block::Heading { .. } | Block::AgendaItem(_) | Block::ReplySlip(_) => 1,
        Block::Agenda { parts } => parts.iter().filter(|part| part.title.is_some()).count(),
        _ => 0,
    }
}

/// Lets go what the last documents did not use.
fn end_document() {
    comemo::evict(KEPT_GENERATIONS);
    pictures::evict(KEPT_GENERATIONS);
}

fn compile(document: &Document) -> Result<(DocumentWorld, PagedDocument), DocumentFault> {
    if document.layout != Layout::OnePage {
        return at_scale(document, 1.0);
    }
    let mut pages = 0;
    for scale in SCALES {
        let compiled = at_scale(document, scale)?;
        pages = compiled.1.pages().len();
        if pages == 1 {
            return Ok(compiled);
        }
    }
    Err(fault(
        format!(
            "Der Inhalt von »{}« passt nicht auf eine Seite; bitte kürzen Sie Texte oder lassen Sie eine Tabelle weg.",
            document.title
        ),
        format!("{pages} pages at the smallest scale"),
    ))
}

fn at_scale(document: &Document, scale: f64) -> Result<(DocumentWorld, PagedDocument), DocumentFault> {
    let date = check::date(document)?;
    let world = DocumentWorld::new(data::values(document, scale)?, date);
    let compiled = typst::compile::<PagedDocument>(&world);
    let paged = compiled.output.map_err(|errors| diagnosis::sentence(&world, &errors))?;
    if !compiled.warnings.is_empty() {
        return Err(diagnosis::sentence(&world, &compiled.warnings));
    }
    Ok((world, paged))
}
