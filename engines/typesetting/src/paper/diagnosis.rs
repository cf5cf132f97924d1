//! What Typst says, as a sentence for a person.

use allmende_documents::DocumentFault;
use typst::syntax::DiagSpan;
use typst::{World, WorldExt};
use typst_library::diag::SourceDiagnostic;

use crate::fault;
use crate::world::DocumentWorld;

/// A German sentence for the first message; all of them for the log.
pub(super) fn sentence(world: &DocumentWorld, messages: &[SourceDiagnostic]) -> DocumentFault {
    let detail = messages
        .iter()
        .map(|message| format!("{}{}", message.message, place(world, message.span)))
        .collect::<Vec<_>>()
        .join("; ");
    let german = if detail.contains("image") || detail.contains("svg") {
        "Ein Bild des Dokuments lässt sich nicht drucken; bitte speichern Sie es neu als PNG oder JPEG."
    } else if detail.contains("glyph") || detail.contains("could not be displayed") {
        "Ein Zeichen des Textes fehlt in der Druckschrift."
    } else if detail.contains("alt") {
        "Einem Bild fehlt der Alternativtext."
    } else {
        "Das Dokument ließ sich nicht setzen."
    };
    fault(german, detail)
}

/// " (tables.typ:12)", if the message points into a template.
fn place(world: &DocumentWorld, span: DiagSpan) -> String {
    let found = span.id().and_then(|id| {
        let source = world.source(id).ok()?;
        let line = source.lines().byte_to_line(world.range(span)?.start)?;
        Some(format!(" ({}:{})", id.vpath().get_without_slash(), line + 1))
    });
    found.unwrap_or_default()
}
