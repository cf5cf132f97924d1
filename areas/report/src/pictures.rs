//! The bytes of pictures, kept between previews: while somebody writes, the same pictures are shown again
//! and again.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use allmende_documents::{Block, Document, ImageData};
use allmende_store::{Id, StoreError, Tx};

use crate::facts::ImageFile;

/// How many bytes of pictures are kept.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// The last pictures, longest unused first. A stored file never changes, so its id stands for its bytes.
#[derive(Default)]
struct Shelf(VecDeque<(Id, Arc<[u8]>)>);

impl Shelf {
    const fn new() -> Self {
        Self(VecDeque::new())
    }

    fn take(&mut self, id: Id) -> Option<Arc<[u8]>> {
        let at = self.0.iter().position(|(kept, _)| *kept == id)?;
        let entry = self.0.remove(at)?;
        let bytes = Arc::clone(&entry.1);
        self.0.push_back(entry);
        Some(bytes)
    }

    fn put(&mut self, id: Id, bytes: &Arc<[u8]>, most: usize) {
        self.0.retain(|(kept, _)| *kept != id);
        self.0.push_back((id, Arc::clone(bytes)));
        let mut total: usize = self.0.iter().map(|(_, bytes)| bytes.len()).sum();
        while total > most
            && let Some((_, gone)) = self.0.pop_front()
        {
            total -= gone.len();
        }
    }
}

static SHELF: Mutex<Shelf> = Mutex::new(Shelf::new());

/// Adds the bytes of the pictures that a document shows. `files` is what this alliance has, so a picture
/// of another one or of the trash is never found here. One statement for each picture that is not kept:
/// bytes are read once for many previews, and never those of pictures that the document does not show.
pub(crate) async fn add(tx: &mut Tx, document: &mut Document, files: &[ImageFile]) -> Result<(), StoreError> {
    for file in files {
        let name = file.id.to_string();
        let shown =
            document.blocks.iter().any(|block| matches!(block, Block::Image { name: wanted, .. } if *wanted == name));
        if !shown {
            continue;
        }
        if let Some(bytes) = bytes(tx, file.id).await? {
            document.images.push(ImageData { name, format: file.format.to_owned(), bytes });
        }
    }
    Ok(())
}

async fn bytes(tx: &mut Tx, id: Id) -> Result<Option<Arc<[u8]>>, StoreError> {
    if let Some(bytes) = SHELF.lock().unwrap_or_else(PoisonError::into_inner).take(id) {
        return Ok(Some(bytes));
    }
    let Some(file) = tx.file(id).await? else { return Ok(None) };
    let bytes: Arc<[u8]> = file.bytes.into();
    SHELF.lock().unwrap_or_else(PoisonError::into_inner).put(id, &bytes, MOST_BYTES);
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use allmende_store::Moment;

    #[test]
    fn the_longest_unused_pictures_give_way() {
        let ids: Vec<Id> = (0..4).map(|_| Id::new(Moment::default())).collect();
        let mut shelf = Shelf::default();
        for id in &ids[..3] {
            shelf.put(*id, &Arc::from([0; 10].as_slice()), 30);
        }
        assert!(shelf.take(ids[0]).is_some());
        shelf.put(ids[3], &Arc::from([0; 10].as_slice()), 30);
        let kept: Vec<bool> = ids.iter().map(|id| shelf.take(*id).is_some()).collect();
        assert_eq!(kept, [true, false, true, true]);
        // What is larger than the shelf is used and not kept.
        shelf.put(ids[1], &Arc::from([0; 31].as_slice()), 30);
        assert!(shelf.0.is_empty());
    }
}
