//! The last previews, kept so that turning a page or fetching an image does not set the report again.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use allmende_documents::{Document, DocumentFault, Pages, Typesetter};
use allmende_store::{Id, digest};

/// How many previews are kept. They are set pages, which share most of their memory with each other.
const KEPT: usize = 8;

/// A report as pictures of its pages.
#[derive(Clone)]
pub(crate) struct Preview {
    /// The report.
    pub(crate) report: Id,
    /// Digest of the document that it shows.
    pub(crate) digest: String,
    /// The set pages.
    pub(crate) pages: Arc<dyn Pages>,
}

impl Preview {
    /// Where the image of a page is.
    pub(crate) fn image(&self, page: usize) -> String {
        format!("/berichte/{}/vorschau/{page}.svg?d={}", self.report, self.digest)
    }

    /// A page as SVG, counted from 1, drawn on a thread that may be busy; `None` if there is no such page.
    pub(crate) async fn draw(&self, page: usize) -> Option<String> {
        let index = page.checked_sub(1)?;
        let pages = Arc::clone(&self.pages);
        tokio::task::spawn_blocking(move || pages.svg(index)).await.ok().flatten()
    }
}

static LAST: Mutex<VecDeque<Preview>> = Mutex::new(VecDeque::new());

/// A kept preview of this report with this digest. The report is part of the question, so a digest
/// from elsewhere opens nothing.
pub(crate) fn kept(report: Id, digest: &str) -> Option<Preview> {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    let at = last.iter().position(|preview| preview.report == report && preview.digest == digest)?;
    let preview = last.remove(at)?;
    last.push_back(preview.clone());
    Some(preview)
}

fn keep(preview: &Preview) {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    last.retain(|other| !(other.report == preview.report && other.digest == preview.digest));
    while last.len() >= KEPT {
        last.pop_front();
    }
    last.push_back(preview.clone());
}

/// The preview of a document, kept or made on a thread that may be busy.
pub(crate) async fn of(
    typesetter: Arc<dyn Typesetter>,
    report: Id,
    document: Document,
) -> Result<Preview, DocumentFault> {
    let bytes = serde_json::to_vec(&document).map_err(|error| crate::build::broken(&error.to_string()))?;
    // Pictures are named by their file, and a file never changes, so the words alone tell documents apart.
    let digest = digest(&bytes).chars().take(24).collect::<String>();
    if let Some(preview) = kept(report, &digest) {
        return Ok(preview);
    }
    let made = tokio::task::spawn_blocking(move || typesetter.preview(&document)).await;
    let pages = made.unwrap_or_else(|error| Err(crate::build::broken(&error.to_string())))?;
    let preview = Preview { report, digest, pages: pages.into() };
    keep(&preview);
    Ok(preview)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use allmende_store::Moment;

    struct Blank;

    impl Pages for Blank {
        fn count(&self) -> usize {
            0
        }
        fn svg(&self, _page: usize) -> Option<String> {
            None
        }
        fn headings(&self) -> &[usize] {
            &[]
        }
    }

    #[test]
    fn only_the_last_ones_are_kept_and_only_for_their_report() {
        let (mine, other) = (Id::new(Moment::default()), Id::new(Moment::default()));
        let preview = |number: usize| Preview { report: mine, digest: number.to_string(), pages: Arc::new(Blank) };
        for number in 0..KEPT + 3 {
            keep(&preview(number));
        }
        assert!(kept(mine, "0").is_none());
        assert!(kept(mine, "3").is_some());
        assert!(kept(other, "3").is_none());
        assert_eq!(kept(mine, "10").unwrap().image(2), format!("/berichte/{mine}/vorschau/2.svg?d=10"));
    }
}
