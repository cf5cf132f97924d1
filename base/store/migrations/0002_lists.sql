-- Lists that the database filters, sorts and pages, and a search that knows German word forms on both engines.

-- What the text filter of a list looks through: title, summary, body and day without case, accents and umlauts.
-- NULL: written by an older program; filled, together with the words of the search, when the database is opened.
ALTER TABLE record_index ADD COLUMN folded TEXT;
CREATE INDEX record_index_parent ON record_index (alliance_id, parent_id);
CREATE INDEX record_index_unfolded ON record_index (alliance_id, record_id) WHERE folded IS NULL;

-- only sqlite
DROP TABLE record_text;
CREATE VIRTUAL TABLE record_text USING fts5(alliance_id UNINDEXED, record_id UNINDEXED, title, body, prefix = '2 3', tokenize = 'unicode61');
-- The number of a record's row in the table of words; without it every change of a record reads all of them.
CREATE TABLE record_text_row (
    number INTEGER NOT NULL PRIMARY KEY,
    alliance_id BLOB NOT NULL,
    record_id BLOB NOT NULL,
    UNIQUE (alliance_id, record_id)
) STRICT;
-- end
-- only postgres
DELETE FROM record_text;
-- DIN 5007-1 and 5007-2, numbers by value: what base/documents/src/collation.rs does for SQLite.
CREATE COLLATION IF NOT EXISTS german (provider = icu, locale = 'de-u-kn');
CREATE COLLATION IF NOT EXISTS german_names (provider = icu, locale = 'de-u-co-phonebk-kn');
-- end
