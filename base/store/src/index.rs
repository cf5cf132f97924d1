//! The index: one row for each record with what search, timelines and lists of recent work need.
//!
//! It is what lets a lower area show work of the areas above it without knowing them.

use crate::args;
use crate::record::Record;
use crate::statement::Statement;
use crate::tx::{StoreError, Tx};
use crate::types::{Day, Id, Moment, Precision};

/// What a record says of itself in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its name in a list of hits.
    pub title: String,
    /// One line more, for a timeline.
    pub summary: String,
    /// Everything else that a search should find it by.
    pub body: String,
    /// The day it belongs to.
    pub on_day: Option<Day>,
    /// How exactly that day is known.
    pub precision: Precision,
    /// The thread of work it belongs to.
    pub thread: Option<Id>,
    /// The record it is part of; trashed with it.
    pub parent: Option<Id>,
}

impl Entry {
    /// An entry with nothing but a title.
    pub fn titled(title: &str) -> Self {
        Self { title: title.to_owned(), ..Self::default() }
    }
}

/// A line of the index.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TimelineItem {
    /// The record.
    pub record_id: Id,
    /// Its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its one line.
    pub summary: String,
    /// Its day.
    pub on_day: Option<Day>,
    /// How exactly that day is known.
    pub day_precision: Precision,
    /// The record it is part of.
    pub parent_id: Option<Id>,
    /// Since when it lies in the trash.
    pub trashed_at: Option<Moment>,
    /// Title of the record it is part of, where the query gives it (timelines do).
    #[sqlx(default)]
    pub parent_title: Option<String>,
}

/// A hit of a search.
pub type Found = TimelineItem;

/// Which lines of the index are wanted.
#[derive(Clone, Debug, Default)]
pub struct IndexQuery {
    /// Of these kinds only.
    pub kinds: Vec<&'static str>,
    /// How many at most.
    pub most: usize,
}

crate::statements! {
    INDEX_PUT = "INSERT INTO record_index (alliance_id, record_id, kind, title, summary, body, on_day, day_precision, thread_id, parent_id, changed_at, trashed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (alliance_id, record_id) DO UPDATE SET title = excluded.title, summary = excluded.summary,
        body = excluded.body, on_day = excluded.on_day, day_precision = excluded.day_precision, thread_id = excluded.thread_id, parent_id = excluded.parent_id,
        changed_at = excluded.changed_at, trashed_at = excluded.trashed_at";
    INDEX_DELETE = "DELETE FROM record_index WHERE alliance_id = $1 AND record_id = $2";
    WORDS_DELETE = "DELETE FROM record_text WHERE alliance_id = $1 AND record_id = $2";
    TIMELINE = "SELECT i.record_id, i.kind, i.title, i.summary, i.on_day, i.day_precision, i.parent_id, i.trashed_at,
        p.title AS parent_title FROM record_index i
        LEFT JOIN record_index p ON p.alliance_id = i.alliance_id AND p.record_id = i.parent_id
        WHERE i.alliance_id = $1 AND i.thread_id = $2 AND i.trashed_at IS NULL AND p.trashed_at IS NULL
        ORDER BY i.on_day, i.record_id";
    DATED = "SELECT i.record_id, i.kind, i.title, i.summary, i.on_day, i.day_precision, i.parent_id, i.trashed_at,
        p.title AS parent_title FROM record_index i
        LEFT JOIN record_index p ON p.alliance_id = i.alliance_id AND p.record_id = i.parent_id
        WHERE i.alliance_id = $1 AND i.on_day >= $2 AND i.on_day <= $3 AND i.trashed_at IS NULL AND p.trashed_at IS NULL
        ORDER BY i.on_day, i.record_id";
    OF_KIND = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at FROM record_index
        WHERE alliance_id = $1 AND kind = $2 AND trashed_at IS NULL ORDER BY record_id";
    TRASH = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at FROM record_index
        WHERE alliance_id = $1 AND trashed_at IS NOT NULL ORDER BY trashed_at DESC, record_id";
    LINE = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at FROM record_index
        WHERE alliance_id = $1 AND record_id = $2";
}

// The two statements that really differ: each engine has its own full-text search.
const WORDS_PUT_SQLITE: Statement = Statement {
    sql: "INSERT INTO record_text (alliance_id, record_id, title, body) VALUES ($1, $2, $3, $4)",
    across: false,
};
const WORDS_PUT_POSTGRES: Statement = Statement {
    sql: "INSERT INTO record_text (alliance_id, record_id, words) VALUES ($1, $2,
        setweight(to_tsvector('german', $3), 'A') || setweight(to_tsvector('german', $4), 'B'))",
    across: false,
};
const SEARCH_SQLITE: Statement = Statement {
    sql: "SELECT i.record_id, i.kind, i.title, i.summary, i.on_day, i.day_precision, i.parent_id, i.trashed_at
        FROM record_text t JOIN record_index i ON i.alliance_id = t.alliance_id AND i.record_id = t.record_id
        LEFT JOIN record_index p ON p.alliance_id = i.alliance_id AND p.record_id = i.parent_id
        WHERE t.alliance_id = $1 AND record_text MATCH $2 AND i.trashed_at IS NULL AND p.trashed_at IS NULL
        ORDER BY bm25(record_text, 0, 0, 8, 1), i.record_id DESC LIMIT 200",
    across: false,
};
const SEARCH_POSTGRES: Statement = Statement {
    sql: "SELECT i.record_id, i.kind, i.title, i.summary, i.on_day, i.day_precision, i.parent_id, i.trashed_at
        FROM record_text t JOIN record_index i ON i.alliance_id = t.alliance_id AND i.record_id = t.record_id
        LEFT JOIN record_index p ON p.alliance_id = i.alliance_id AND p.record_id = i.parent_id
        WHERE t.alliance_id = $1 AND t.words @@ to_tsquery('german', $2) AND i.trashed_at IS NULL AND p.trashed_at IS NULL
        ORDER BY ts_rank(t.words, to_tsquery('german', $2)) DESC, i.record_id DESC LIMIT 200",
    across: false,
};

/// The statements of one engine only, with whether it is SQLite.
pub(crate) const ENGINE_STATEMENTS: &[(bool, Statement)] =
    &[(true, WORDS_PUT_SQLITE), (false, WORDS_PUT_POSTGRES), (true, SEARCH_SQLITE), (false, SEARCH_POSTGRES)];

impl Tx {
    pub(crate) async fn index<T: Record>(&mut self, record: &T) -> Result<(), StoreError> {
        let entry = record.entry();
        let head = record.head();
        self.run(
            INDEX_PUT,
            args![
                head.id,
                T::KIND,
                &entry.title,
                &entry.summary,
                &entry.body,
                entry.on_day,
                entry.precision,
                entry.thread,
                entry.parent,
                head.changed_at,
                head.trashed_at
            ],
        )
        .await?;
        self.run(WORDS_DELETE, args![head.id]).await?;
        let put = if self.is_sqlite() { WORDS_PUT_SQLITE } else { WORDS_PUT_POSTGRES };
        let body = format!("{} {}", entry.summary, entry.body);
        self.run(put, args![head.id, &entry.title, body]).await?;
        Ok(())
    }

    pub(crate) async fn unindex(&mut self, id: Id) -> Result<(), StoreError> {
        self.run(INDEX_DELETE, args![id]).await?;
        self.run(WORDS_DELETE, args![id]).await?;
        Ok(())
    }

    /// Everything about a thread in time order.
    pub async fn timeline(&mut self, thread: Id) -> Result<Vec<TimelineItem>, StoreError> {
        self.rows(TIMELINE, args![thread]).await
    }

    /// Everything dated from `from` to `to`, both included.
    pub async fn dated(&mut self, from: Day, to: Day) -> Result<Vec<TimelineItem>, StoreError> {
        self.rows(DATED, args![from, to]).await
    }

    /// All records of a kind, for a choice.
    pub async fn of_kind(&mut self, kind: &str) -> Result<Vec<TimelineItem>, StoreError> {
        self.rows(OF_KIND, args![kind]).await
    }

    /// What lies in the trash, newest first.
    pub async fn trashed(&mut self) -> Result<Vec<TimelineItem>, StoreError> {
        self.rows(TRASH, Vec::new()).await
    }

    /// The index line of one record.
    pub async fn index_line(&mut self, id: Id) -> Result<Option<TimelineItem>, StoreError> {
        self.row(LINE, args![id]).await
    }

    /// Records that hold every word of `text` or a word that begins with it, best first.
    /// An empty text finds nothing.
    pub async fn search(&mut self, text: &str, query: &IndexQuery) -> Result<Vec<Found>, StoreError> {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(12)
            .map(str::to_lowercase)
            .collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let (statement, pattern) = if self.is_sqlite() {
            let parts: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
            (SEARCH_SQLITE, parts.join(" "))
        } else {
            let parts: Vec<String> = words.iter().map(|word| format!("{word}:*")).collect();
            (SEARCH_POSTGRES, parts.join(" & "))
        };
        let mut found: Vec<Found> = self.rows(statement, args![pattern]).await?;
        found.retain(|line| query.kinds.iter().any(|kind| *kind == line.kind));
        found.truncate(query.most);
        Ok(found)
    }
}
