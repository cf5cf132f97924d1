-- What a body deals with in private is found only by those who may see it.

ALTER TABLE record_index ADD COLUMN confidential BOOLEAN NOT NULL DEFAULT FALSE;
