-- Contacts and events with partners.

CREATE TABLE network_entry (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    held_on DAY NOT NULL,
    ends_on DAY,
    precision TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    partners TEXT NOT NULL,
    outcome TEXT NOT NULL,
    thread_id UUID,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;

CREATE INDEX network_entry_day ON network_entry (alliance_id, held_on);
