-- The alliance, its members, bodies, people, and the accounts that reach them.

CREATE TABLE alliance (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    inflected_name TEXT NOT NULL,
    legal_form TEXT NOT NULL,
    seat TEXT NOT NULL,
    address TEXT NOT NULL,
    founded_on DAY,
    contact_name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    website TEXT NOT NULL,
    brand TEXT NOT NULL,
    logo_file UUID,
    outline_source TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;

CREATE TABLE municipality (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    name TEXT NOT NULL,
    ags TEXT NOT NULL,
    kind TEXT NOT NULL,
    administrative_community TEXT NOT NULL,
    joined_on DAY,
    left_on DAY,
    website TEXT NOT NULL,
    outline TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;

CREATE TABLE population (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    municipality_id UUID NOT NULL,
    counted_on DAY NOT NULL,
    inhabitants INT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, municipality_id) REFERENCES municipality (alliance_id, id)
) STRICT;
CREATE INDEX population_municipality ON population (alliance_id, municipality_id, counted_on);

CREATE TABLE body (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    meeting_name TEXT NOT NULL,
    meeting_name_plural TEXT NOT NULL,
    municipality_id UUID,
    description TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, municipality_id) REFERENCES municipality (alliance_id, id)
) STRICT;

CREATE TABLE organisation (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    website TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;

CREATE TABLE person (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    family_name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    academic_title TEXT NOT NULL,
    salutation TEXT NOT NULL,
    letter_salutation TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    organisation_id UUID,
    municipality_id UUID,
    consent TEXT NOT NULL,
    consent_on DAY,
    note TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, organisation_id) REFERENCES organisation (alliance_id, id),
    FOREIGN KEY (alliance_id, municipality_id) REFERENCES municipality (alliance_id, id)
) STRICT;

CREATE TABLE office (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    person_id UUID NOT NULL,
    title TEXT NOT NULL,
    body_id UUID,
    municipality_id UUID,
    since DAY,
    until DAY,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES person (alliance_id, id),
    FOREIGN KEY (alliance_id, body_id) REFERENCES body (alliance_id, id),
    FOREIGN KEY (alliance_id, municipality_id) REFERENCES municipality (alliance_id, id)
) STRICT;
CREATE INDEX office_person ON office (alliance_id, person_id);

-- Accounts are no records: their secrets must appear in no history, index or archive.
CREATE TABLE account (
    alliance_id UUID NOT NULL,
    id UUID NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    municipality_id UUID,
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    password_hash TEXT,
    totp_secret TEXT,
    totp_pending TEXT,
    totp_step INT NOT NULL,
    failures INT NOT NULL,
    blocked_until MOMENT,
    invited_at MOMENT NOT NULL,
    disabled_at MOMENT,
    PRIMARY KEY (alliance_id, id),
    UNIQUE (alliance_id, email),
    FOREIGN KEY (alliance_id, municipality_id) REFERENCES municipality (alliance_id, id)
) STRICT;
CREATE INDEX account_email ON account (email);

-- One-time links: invitation, recovery, sign-in of the demonstration. Only the digest is stored.
CREATE TABLE account_link (
    alliance_id UUID NOT NULL,
    digest TEXT NOT NULL,
    account_id UUID NOT NULL,
    purpose TEXT NOT NULL,
    ends_at MOMENT NOT NULL,
    used_at MOMENT,
    PRIMARY KEY (alliance_id, digest),
    FOREIGN KEY (alliance_id, account_id) REFERENCES account (alliance_id, id)
) STRICT;
CREATE INDEX account_link_digest ON account_link (digest);

-- Half a sign-in: the password was right, the second factor is still asked.
CREATE TABLE sign_in_step (
    alliance_id UUID NOT NULL,
    digest TEXT NOT NULL,
    account_id UUID NOT NULL,
    ends_at MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, digest)
) STRICT;

-- A file of contacts or members between its upload and the word to take it in. It is no stored
-- file: it holds personal data that nobody confirmed, must be in no archive, and goes after a day.
CREATE TABLE contact_import (
    alliance_id UUID NOT NULL,
    id UUID NOT NULL,
    target TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BYTES NOT NULL,
    added_at MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;
