-- What every record shares: its place in the index, its history, and files.

CREATE TABLE record_index (
    alliance_id UUID NOT NULL,
    record_id UUID NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    on_day DAY,
    day_precision TEXT NOT NULL,
    thread_id UUID,
    parent_id UUID,
    changed_at MOMENT NOT NULL,
    trashed_at MOMENT,
    PRIMARY KEY (alliance_id, record_id)
) STRICT;
CREATE INDEX record_index_thread ON record_index (alliance_id, thread_id, on_day);
CREATE INDEX record_index_kind ON record_index (alliance_id, kind, on_day);

-- only sqlite
CREATE VIRTUAL TABLE record_text USING fts5(alliance_id UNINDEXED, record_id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2');
-- end
-- only postgres
CREATE TABLE record_text (
    alliance_id UUID NOT NULL,
    record_id UUID NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (alliance_id, record_id)
);
CREATE INDEX record_text_words ON record_text USING gin (words);
-- end

CREATE TABLE audit_head (
    alliance_id UUID NOT NULL PRIMARY KEY,
    seq INT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

-- The chain covers the digest of the changes, not the changes, so personal data can be erased
-- from an entry (content set to NULL) and the chain still proves order and completeness.
CREATE TABLE audit_entry (
    alliance_id UUID NOT NULL,
    seq INT NOT NULL,
    at MOMENT NOT NULL,
    account_id UUID,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id UUID,
    title TEXT NOT NULL,
    changes TEXT,
    changes_digest TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (alliance_id, seq)
) STRICT;
CREATE INDEX audit_entry_record ON audit_entry (alliance_id, record_id, seq);

CREATE TABLE stored_file (
    alliance_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INT NOT NULL,
    bytes BYTES NOT NULL,
    created_at MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;
