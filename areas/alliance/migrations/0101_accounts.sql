-- What keeps accounts: recovery codes, known browsers, and changes that a second person must confirm.

-- Failed tries are limited by address and by count; an account rests no more, so nobody can lock another person out.
ALTER TABLE account DROP COLUMN blocked_until;

-- Codes that stand in for a lost second factor. Only digests are stored; each works once.
CREATE TABLE recovery_code (
    alliance_id UUID NOT NULL,
    account_id UUID NOT NULL,
    digest TEXT NOT NULL,
    used_at MOMENT,
    PRIMARY KEY (alliance_id, account_id, digest),
    FOREIGN KEY (alliance_id, account_id) REFERENCES account (alliance_id, id)
) STRICT;

-- Browsers that a person signed in with. They may still try when strangers have tried too often.
CREATE TABLE known_device (
    alliance_id UUID NOT NULL,
    account_id UUID NOT NULL,
    digest TEXT NOT NULL,
    seen_at MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, account_id, digest),
    FOREIGN KEY (alliance_id, account_id) REFERENCES account (alliance_id, id)
) STRICT;
CREATE INDEX known_device_digest ON known_device (digest);

-- Changes of rights that one person proposed and a second must confirm.
CREATE TABLE confirmation (
    alliance_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    account_id UUID NOT NULL,
    role TEXT NOT NULL,
    municipality_id UUID,
    seen_role TEXT NOT NULL,
    proposed_by UUID NOT NULL,
    proposed_at MOMENT NOT NULL,
    ends_at MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, account_id) REFERENCES account (alliance_id, id),
    FOREIGN KEY (alliance_id, proposed_by) REFERENCES account (alliance_id, id)
) STRICT;
