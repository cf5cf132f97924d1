-- Meetings and their agenda.

CREATE TABLE meeting (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    body_id UUID NOT NULL,
    title TEXT NOT NULL,
    held_on DAY NOT NULL,
    ends_on DAY,
    begins_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, body_id) REFERENCES body (alliance_id, id)
) STRICT;

-- `on_day` follows the meeting: it puts the item into its thread's timeline.
CREATE TABLE agenda_item (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    meeting_id UUID NOT NULL,
    position INT NOT NULL,
    title TEXT NOT NULL,
    on_day DAY,
    thread_id UUID,
    outcome TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, meeting_id) REFERENCES meeting (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;

CREATE INDEX meeting_day ON meeting (alliance_id, held_on);
CREATE INDEX meeting_body ON meeting (alliance_id, body_id);
CREATE INDEX agenda_item_meeting ON agenda_item (alliance_id, meeting_id);
