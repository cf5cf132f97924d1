//! The index: one row for each record with what search, timelines and lists of recent work need.
//!
//! It is what lets a lower area show work of the areas above it without knowing them.

use allmende_documents::format as german;

use crate::args;
use crate::database::Database;
use crate::fold::{self, fold};
use crate::record::Record;
use crate::statement::Statement;
use crate::tx::{Actor, StoreError, Tx};
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
    /// Found, listed and named only for those who may see what is confidential ([`Tx::see_confidential`]).
    pub confidential: bool,
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
    INDEX_PUT = "INSERT INTO record_index (alliance_id, record_id, kind, title, summary, body, on_day, day_precision, thread_id, parent_id, changed_at, trashed_at, folded, confidential)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (alliance_id, record_id) DO UPDATE SET title = excluded.title, summary = excluded.summary,
        body = excluded.body, on_day = excluded.on_day, day_precision = excluded.day_precision, thread_id = excluded.thread_id, parent_id = excluded.parent_id,
        changed_at = excluded.changed_at, trashed_at = excluded.trashed_at, folded = excluded.folded,
        confidential = excluded.confidential";
    INDEX_DELETE = "DELETE FROM record_index WHERE alliance_id = $1 AND record_id = $2";
    /// What an older program wrote, of all alliances: filled when the database is opened.
    UNFOLDED across = "SELECT alliance_id, record_id, title, summary, body, on_day FROM record_index
        WHERE folded IS NULL ORDER BY alliance_id, record_id LIMIT 500";
    FOLD = "UPDATE record_index SET folded = $3 WHERE alliance_id = $1 AND record_id = $2";
    TIMELINE = "SELECT i.record_id, i.kind, i.title, i.summary, i.on_day, i.day_precision, i.parent_id, i.trashed_at,
        p.title AS parent_title FROM record_index i
        LEFT JOIN record_index p ON p.alliance_id = i.alliance_id AND p.record_id = i.parent_id
        WHERE i.alliance_id = $1 AND i.thread_id = $2 AND i.trashed_at IS NULL AND p.trashed_at IS NULL
        AND (NOT i.confidential OR $3) ORDER BY i.on_day, i.record_id";
    DATED = "SELECT i.record_id, i.kind, i.title, i.summary, i.on_day, i.day_precision, i.parent_id, i.trashed_at,
        p.title AS parent_title FROM record_index i
        LEFT JOIN record_index p ON p.alliance_id = i.alliance_id AND p.record_id = i.parent_id
        WHERE i.alliance_id = $1 AND i.on_day >= $2 AND i.on_day <= $3 AND i.trashed_at IS NULL AND p.trashed_at IS NULL
        AND (NOT i.confidential OR $4) ORDER BY i.on_day, i.record_id";
    OF_KIND = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at FROM record_index
        WHERE alliance_id = $1 AND kind = $2 AND trashed_at IS NULL AND (NOT confidential OR $3) ORDER BY record_id";
    TRASH = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at FROM record_index
        WHERE alliance_id = $1 AND trashed_at IS NOT NULL AND (NOT confidential OR $2)
        ORDER BY trashed_at DESC, record_id";
    PARTS = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at FROM record_index
        WHERE alliance_id = $1 AND parent_id IN ({ids}) ORDER BY record_id";
    OF_THREAD = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at FROM record_index
        WHERE alliance_id = $1 AND thread_id = $2 ORDER BY record_id";
    LINE = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at FROM record_index
        WHERE alliance_id = $1 AND record_id = $2 AND (NOT confidential OR $3)";
}

// What really differs: each engine has its own table of words.
const ROW_PUT_SQLITE: Statement = Statement {
    sql: "INSERT INTO record_text_row (alliance_id, record_id) VALUES ($1, $2) ON CONFLICT (alliance_id, record_id) DO NOTHING",
    across: false,
};
const ROW_DELETE_SQLITE: Statement =
    Statement { sql: "DELETE FROM record_text_row WHERE alliance_id = $1 AND record_id = $2", across: false };
const WORDS_DELETE_SQLITE: Statement = Statement {
    sql: "DELETE FROM record_text WHERE rowid = (SELECT number FROM record_text_row WHERE alliance_id = $1 AND record_id = $2)",
    across: false,
};
const WORDS_PUT_SQLITE: Statement = Statement {
    sql: "INSERT INTO record_text (rowid, alliance_id, record_id, title, body)
        SELECT number, alliance_id, record_id, $3, $4 FROM record_text_row WHERE alliance_id = $1 AND record_id = $2",
    across: false,
};
const WORDS_DELETE_POSTGRES: Statement =
    Statement { sql: "DELETE FROM record_text WHERE alliance_id = $1 AND record_id = $2", across: false };
const WORDS_PUT_POSTGRES: Statement = Statement {
    sql: "INSERT INTO record_text (alliance_id, record_id, words) VALUES ($1, $2, CAST($3 AS tsvector))",
    across: false,
};
const SEARCH_SQLITE: Statement = Statement {
    sql: "SELECT i.record_id, i.kind, i.title, i.summary, i.on_day, i.day_precision, i.parent_id, i.trashed_at
        FROM record_text t JOIN record_index i ON i.alliance_id = t.alliance_id AND i.record_id = t.record_id
        LEFT JOIN record_index p ON p.alliance_id = i.alliance_id AND p.record_id = i.parent_id
        WHERE t.alliance_id = $1 AND record_text MATCH $2 AND i.trashed_at IS NULL AND p.trashed_at IS NULL
        AND (NOT i.confidential OR $3)
        ORDER BY bm25(record_text, 0, 0, 8, 1), i.record_id DESC LIMIT 200",
    across: false,
};
const SEARCH_POSTGRES: Statement = Statement {
    sql: "SELECT i.record_id, i.kind, i.title, i.summary, i.on_day, i.day_precision, i.parent_id, i.trashed_at
        FROM record_text t JOIN record_index i ON i.alliance_id = t.alliance_id AND i.record_id = t.record_id
        LEFT JOIN record_index p ON p.alliance_id = i.alliance_id AND p.record_id = i.parent_id
        WHERE t.alliance_id = $1 AND t.words @@ CAST($2 AS tsquery) AND i.trashed_at IS NULL AND p.trashed_at IS NULL
        AND (NOT i.confidential OR $3)
        ORDER BY ts_rank(t.words, CAST($2 AS tsquery)) DESC, i.record_id DESC LIMIT 200",
    across: false,
};

/// The statements of one engine only, with whether it is SQLite.
pub(crate) const ENGINE_STATEMENTS: &[(bool, Statement)] = &[
    (true, ROW_PUT_SQLITE),
    (true, ROW_DELETE_SQLITE),
    (true, WORDS_DELETE_SQLITE),
    (true, WORDS_PUT_SQLITE),
    (true, SEARCH_SQLITE),
    (false, WORDS_DELETE_POSTGRES),
    (false, WORDS_PUT_POSTGRES),
    (false, SEARCH_POSTGRES),
];

/// What the text filter of a list looks through.
fn folded(title: &str, summary: &str, body: &str, on_day: Option<Day>) -> String {
    let day = on_day.map(|day| german::date(day.0)).unwrap_or_default();
    fold(&format!("{title} {summary} {body} {day}"))
}

/// A text's words with their stems, as FTS5 takes them.
fn plain_words(text: &str) -> String {
    let words: Vec<String> = fold::indexed(text).flat_map(|(form, stem)| std::iter::once(form).chain(stem)).collect();
    words.join(" ")
}

/// The words with their stems, places and weights, in the notation of a `tsvector`.
fn weighed_words(title: &str, body: &str) -> String {
    // PostgreSQL counts places up to here.
    const LAST: usize = 16_383;
    let mut out = String::new();
    let mut place = 0;
    for (text, weight) in [(title, 'A'), (body, 'B')] {
        for (form, stem) in fold::indexed(text) {
            place = (place + 1).min(LAST);
            for word in std::iter::once(form).chain(stem) {
                out.push_str(&format!("'{word}':{place}{weight} "));
            }
        }
    }
    out
}

#[derive(sqlx::FromRow)]
struct Unfolded {
    alliance_id: Id,
    record_id: Id,
    title: String,
    summary: String,
    body: String,
    on_day: Option<Day>,
}

/// Indexes anew what an older program indexed in its own way.
pub(crate) async fn complete(database: &Database) -> Result<(), StoreError> {
    loop {
        let mut tx = database.write(Id::NIL, Actor::default(), Moment::default()).await?;
        let rows: Vec<Unfolded> = tx.rows(UNFOLDED, Vec::new()).await?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in rows {
            tx.enter(row.alliance_id);
            let folded = folded(&row.title, &row.summary, &row.body, row.on_day);
            tx.run(FOLD, args![row.record_id, folded]).await?;
            tx.put_words(row.record_id, &row.title, &row.summary, &row.body).await?;
        }
        tx.commit().await?;
    }
}

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
                head.trashed_at,
                folded(&entry.title, &entry.summary, &entry.body, entry.on_day),
                entry.confidential
            ],
        )
        .await?;
        self.put_words(head.id, &entry.title, &entry.summary, &entry.body).await
    }

    async fn put_words(&mut self, id: Id, title: &str, summary: &str, body: &str) -> Result<(), StoreError> {
        let body = format!("{summary} {body}");
        if self.is_sqlite() {
            self.run(WORDS_DELETE_SQLITE, args![id]).await?;
            self.run(ROW_PUT_SQLITE, args![id]).await?;
            self.run(WORDS_PUT_SQLITE, args![id, plain_words(title), plain_words(&body)]).await?;
        } else {
            self.run(WORDS_DELETE_POSTGRES, args![id]).await?;
            self.run(WORDS_PUT_POSTGRES, args![id, weighed_words(title, &body)]).await?;
        }
        Ok(())
    }

    pub(crate) async fn unindex(&mut self, id: Id) -> Result<(), StoreError> {
        self.run(INDEX_DELETE, args![id]).await?;
        if self.is_sqlite() {
            self.run(WORDS_DELETE_SQLITE, args![id]).await?;
            self.run(ROW_DELETE_SQLITE, args![id]).await?;
        } else {
            self.run(WORDS_DELETE_POSTGRES, args![id]).await?;
        }
        Ok(())
    }

    /// Everything about a thread in time order.
    pub async fn timeline(&mut self, thread: Id) -> Result<Vec<TimelineItem>, StoreError> {
        self.rows(TIMELINE, args![thread, self.confidential]).await
    }

    /// Everything dated from `from` to `to`, both included.
    pub async fn dated(&mut self, from: Day, to: Day) -> Result<Vec<TimelineItem>, StoreError> {
        self.rows(DATED, args![from, to, self.confidential]).await
    }

    /// All records of a kind, for a choice.
    pub async fn of_kind(&mut self, kind: &str) -> Result<Vec<TimelineItem>, StoreError> {
        self.rows(OF_KIND, args![kind, self.confidential]).await
    }

    /// What lies in the trash, newest first.
    pub async fn trashed(&mut self) -> Result<Vec<TimelineItem>, StoreError> {
        self.rows(TRASH, args![self.confidential]).await
    }

    /// Everything that is part of a record, in the trash or not, each after what it is part of.
    pub async fn parts(&mut self, id: Id) -> Result<Vec<TimelineItem>, StoreError> {
        let mut all: Vec<TimelineItem> = Vec::new();
        let mut above = vec![id];
        while !above.is_empty() {
            let found: Vec<TimelineItem> = self.rows_for(PARTS, above).await?;
            let new: Vec<TimelineItem> = found
                .into_iter()
                .filter(|line| line.record_id != id && all.iter().all(|part| part.record_id != line.record_id))
                .collect();
            above = new.iter().map(|line| line.record_id).collect();
            all.extend(new);
        }
        Ok(all)
    }

    /// What belongs to a thread without being part of it, in the trash or not.
    pub async fn referring(&mut self, thread: Id) -> Result<Vec<TimelineItem>, StoreError> {
        let parts = self.parts(thread).await?;
        let mut lines: Vec<TimelineItem> = self.rows(OF_THREAD, args![thread]).await?;
        lines.retain(|line| line.record_id != thread && parts.iter().all(|part| part.record_id != line.record_id));
        Ok(lines)
    }

    /// The index line of one record.
    pub async fn index_line(&mut self, id: Id) -> Result<Option<TimelineItem>, StoreError> {
        self.row(LINE, args![id, self.confidential]).await
    }

    /// Records that hold every word of `text`, in this or another German form, or a word that begins with it; best
    /// first. An empty text finds nothing.
    pub async fn search(&mut self, text: &str, query: &IndexQuery) -> Result<Vec<Found>, StoreError> {
        let wanted = fold::wanted(text);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let pattern = |each: fn(&String) -> String, or: &str, and: &str| {
            let parts: Vec<String> = wanted
                .iter()
                .map(|beginnings| format!("({})", beginnings.iter().map(each).collect::<Vec<_>>().join(or)))
                .collect();
            parts.join(and)
        };
        let (statement, pattern) = if self.is_sqlite() {
            (SEARCH_SQLITE, pattern(|word| format!("\"{word}\"*"), " OR ", " AND "))
        } else {
            (SEARCH_POSTGRES, pattern(|word| format!("'{word}':*"), " | ", " & "))
        };
        let mut found: Vec<Found> = self.rows(statement, args![pattern, self.confidential]).await?;
        found.retain(|line| query.kinds.iter().any(|kind| *kind == line.kind));
        found.truncate(query.most);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::Engine;
    use crate::{MIGRATIONS, migrate};

    /// What the first version of the program wrote: no folded text, words in its own form.
    const OLD_ROW: &str = "INSERT INTO record_index (alliance_id, record_id, kind, title, summary, body, on_day,
        day_precision, thread_id, parent_id, changed_at, trashed_at)
        VALUES ($1, $2, 'note', 'Sitzungen im Gräfendorfer Haus', '', '', NULL, 'day', NULL, NULL, $3, NULL)";

    async fn an_old_database_is_indexed_anew(address: &str) {
        let now = Moment::new("2017-11-14T08:00:00Z".parse().unwrap());
        let (alliance, record) = (Id::new(now), Id::new(now));
        let old = Database::connect(address).await.unwrap();
        migrate::run(&old, &MIGRATIONS[..1]).await.unwrap();
        match &old.engine {
            Engine::Sqlite { writer, .. } => {
                sqlx::query(OLD_ROW).bind(alliance).bind(record).bind(now).execute(writer).await.map(drop).unwrap();
            }
            Engine::Postgres(pool) => {
                sqlx::query(OLD_ROW).bind(alliance).bind(record).bind(now).execute(pool).await.map(drop).unwrap();
            }
        }
        old.close().await;
        for _ in 0..2 {
            let new = Database::open(address, MIGRATIONS).await.unwrap();
            let mut tx = new.read(alliance, now).await.unwrap();
            let query = IndexQuery { kinds: vec!["note"], most: 10 };
            for words in ["Sitzung", "graefendorf", "Häuser"] {
                assert_eq!(tx.search(words, &query).await.unwrap().len(), 1, "{words}");
            }
            drop(tx);
            new.close().await;
        }
    }

    #[tokio::test]
    async fn an_old_sqlite_file_is_indexed_anew() {
        let folder = std::env::temp_dir().join(format!("allmende-{}", Id::new(Moment::default())));
        std::fs::create_dir_all(&folder).unwrap();
        an_old_database_is_indexed_anew(&format!("sqlite:{}", folder.join("old.sqlite").display())).await;
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[tokio::test]
    async fn an_old_postgres_database_is_indexed_anew() {
        let Some(admin) = std::env::var("ALLMENDE_TEST_POSTGRES").ok().filter(|text| !text.is_empty()) else {
            eprintln!("not run: ALLMENDE_TEST_POSTGRES is not set");
            return;
        };
        let name = format!("allmende_{}", Id::new(Moment::new(jiff::Timestamp::now())).0.simple());
        let pool = sqlx::PgPool::connect(&admin).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&pool).await.unwrap();
        pool.close().await;
        let (base, _) = admin.split_at(admin.rfind('/').unwrap());
        an_old_database_is_indexed_anew(&format!("{base}/{name}")).await;
    }
}
