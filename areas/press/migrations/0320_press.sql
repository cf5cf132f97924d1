-- Media and citations of what they wrote; never the article itself.

CREATE TABLE medium (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    website TEXT NOT NULL,
    email TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;

CREATE TABLE clipping (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    medium_id UUID NOT NULL,
    published_on DAY NOT NULL,
    precision TEXT NOT NULL,
    headline TEXT NOT NULL,
    page TEXT NOT NULL,
    link TEXT NOT NULL,
    summary TEXT NOT NULL,
    thread_id UUID,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, medium_id) REFERENCES medium (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;

CREATE INDEX clipping_day ON clipping (alliance_id, published_on);
