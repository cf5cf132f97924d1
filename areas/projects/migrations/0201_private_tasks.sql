-- What follows from something private is known to those who may know that.

ALTER TABLE task ADD COLUMN private BOOLEAN NOT NULL DEFAULT FALSE;
