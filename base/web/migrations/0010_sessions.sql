-- Sessions and the keys that keep a form from being stored twice.

CREATE TABLE session (
    alliance_id UUID NOT NULL,
    digest TEXT NOT NULL,
    account_id UUID NOT NULL,
    csrf TEXT NOT NULL,
    flash TEXT,
    client TEXT NOT NULL,
    created_at MOMENT NOT NULL,
    seen_at MOMENT NOT NULL,
    ends_at MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, digest)
) STRICT;
CREATE INDEX session_account ON session (alliance_id, account_id);

CREATE TABLE form_key (
    alliance_id UUID NOT NULL,
    form_key TEXT NOT NULL,
    account_id UUID,
    location TEXT NOT NULL,
    created_at MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, form_key)
) STRICT;
