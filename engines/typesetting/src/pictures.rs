//! Pictures as Typst wants them, kept while documents show them.
//!
//! Typst tells pictures apart by a digest of their bytes, which it computes once for each value it
//! is given. A preview is set again at every pause in typing, so its megabytes of pictures are
//! handed over as the same values as before.

use std::sync::{Arc, Mutex, PoisonError};

use typst_library::foundations::Bytes;

struct Kept {
    /// Held, so that its address stands for no other bytes as long as this entry lives.
    source: Arc<[u8]>,
    bytes: Bytes,
    /// Documents since it was last shown.
    age: usize,
}

static KEPT: Mutex<Vec<Kept>> = Mutex::new(Vec::new());

/// The bytes of a picture for Typst.
pub(crate) fn shared(source: &Arc<[u8]>) -> Bytes {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(entry) = kept.iter_mut().find(|entry| Arc::ptr_eq(&entry.source, source)) {
        entry.age = 0;
        return entry.bytes.clone();
    }
    let bytes = Bytes::new(Arc::clone(source));
    kept.push(Kept { source: Arc::clone(source), bytes: bytes.clone(), age: 0 });
    bytes
}

/// Ends a document: what `oldest` documents in a row did not show is let go.
pub(crate) fn evict(oldest: usize) {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    kept.retain_mut(|entry| {
        entry.age += 1;
        entry.age <= oldest
    });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn is_kept(source: &Arc<[u8]>) -> bool {
        KEPT.lock().unwrap().iter().any(|entry| Arc::ptr_eq(&entry.source, source))
    }

    #[test]
    fn a_picture_is_kept_while_documents_show_it() {
        let source: Arc<[u8]> = Arc::from(*b"bytes of a picture");
        assert_eq!(shared(&source).as_slice(), b"bytes of a picture");
        for _ in 0..5 {
            evict(3);
            shared(&source);
        }
        assert!(is_kept(&source));
        for _ in 0..4 {
            evict(3);
        }
        assert!(!is_kept(&source));
    }
}
