//! What Typst may see: the templates, the fonts, one document. Nothing else exists for it.

use std::sync::LazyLock;

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_library::Feature;
use typst_library::diag::{FileError, FileResult};
use typst_library::foundations::{Bytes, Datetime, Duration};
use typst_library::text::{Font, FontBook};

use crate::fonts;

/// The templates by their virtual names. The first one is the main file.
static TEMPLATES: [(&str, &str); 15] = [
    ("main.typ", include_str!("../templates/main.typ")),
    ("tokens.typ", include_str!("../templates/tokens.typ")),
    ("inline.typ", include_str!("../templates/inline.typ")),
    ("signs.typ", include_str!("../templates/signs.typ")),
    ("tables.typ", include_str!("../templates/tables.typ")),
    ("figures.typ", include_str!("../templates/figures.typ")),
    ("blocks.typ", include_str!("../templates/blocks.typ")),
    ("furniture.typ", include_str!("../templates/furniture.typ")),
    ("report.typ", include_str!("../templates/report.typ")),
    ("sheet.typ", include_str!("../templates/sheet.typ")),
    ("list.typ", include_str!("../templates/list.typ")),
    ("letter.typ", include_str!("../templates/letter.typ")),
    ("votes.typ", include_str!("../templates/votes.typ")),
    ("meeting.typ", include_str!("../templates/meeting.typ")),
    ("minutes.typ", include_str!("../templates/minutes.typ")),
];

/// The most pictures one document may hold. Typst numbers file names for the whole life of the
/// process and never frees them, so the names come from this fixed stock.
pub(crate) const PICTURES: usize = 500;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    TEMPLATES.iter().filter_map(|(name, text)| Some(Source::new(id(name)?, (*text).to_owned()))).collect()
});

static FRAME: LazyLock<Option<FileId>> = LazyLock::new(|| id("data.json"));
static BLOCKS: LazyLock<Option<FileId>> = LazyLock::new(|| id("blocks.json"));
static PICTURE_IDS: LazyLock<Vec<FileId>> =
    LazyLock::new(|| (0..PICTURES).filter_map(|number| id(&picture_name(number))).collect());

fn id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// The virtual name of the picture with this number.
pub(crate) fn picture_name(number: usize) -> String {
    format!("picture-{number}")
}

/// What a document says, in the parts that the templates read.
///
/// They are apart because Typst keeps what it has set by what it was made of: almost everything of a
/// document depends on the frame, but only `main.typ` reads the blocks. See there.
pub(crate) struct Values {
    /// Everything but the blocks, as JSON.
    pub(crate) frame: Vec<u8>,
    /// The blocks, as JSON.
    pub(crate) blocks: Vec<u8>,
    /// The pictures in the order of their numbers.
    pub(crate) pictures: Vec<Bytes>,
}

/// One document and everything Typst needs to set it.
pub(crate) struct DocumentWorld {
    frame: Bytes,
    blocks: Bytes,
    pictures: Vec<Bytes>,
    date: Option<Datetime>,
}

impl DocumentWorld {
    /// A world for one document.
    pub(crate) fn new(values: Values, date: jiff::civil::Date) -> Self {
        let part = |value: i8| u8::try_from(value).unwrap_or(1);
        Self {
            frame: Bytes::new(values.frame),
            blocks: Bytes::new(values.blocks),
            pictures: values.pictures,
            date: Datetime::from_ymd(i32::from(date.year()), part(date.month()), part(date.day())),
        }
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts::BOOK
    }

    fn main(&self) -> FileId {
        // The first template always exists; the other arm only keeps the compiler content.
        SOURCES.first().map_or_else(|| Source::detached("").id(), Source::id)
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == *FRAME {
            return Ok(self.frame.clone());
        }
        if Some(id) == *BLOCKS {
            return Ok(self.blocks.clone());
        }
        PICTURE_IDS
            .iter()
            .position(|picture| *picture == id)
            .and_then(|number| self.pictures.get(number).cloned())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.date
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Typst keeps what functions close over beside what it has set. A template that reads the text would
    /// make every edit set the whole document anew.
    #[test]
    fn only_the_main_template_reads_the_text() {
        let readers: Vec<&str> =
            TEMPLATES.iter().filter(|(_, text)| text.contains("\"blocks.json\"")).map(|(name, _)| *name).collect();
        assert_eq!(readers, ["main.typ"]);
    }
}
