-- Fields of action, threads of work, and what belongs to them.

CREATE TABLE field_of_action (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    name TEXT NOT NULL,
    position INT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;

CREATE TABLE thread (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    strategic BOOLEAN NOT NULL,
    field_id UUID,
    state TEXT,
    state_since DAY,
    summary TEXT NOT NULL,
    narrative TEXT NOT NULL,
    lead TEXT NOT NULL,
    partners TEXT NOT NULL,
    started_on DAY,
    position INT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, field_id) REFERENCES field_of_action (alliance_id, id)
) STRICT;

CREATE TABLE state_change (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    thread_id UUID NOT NULL,
    state TEXT NOT NULL,
    on_day DAY NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;

CREATE TABLE milestone (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    thread_id UUID NOT NULL,
    title TEXT NOT NULL,
    on_day DAY NOT NULL,
    precision TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;

CREATE TABLE key_figure (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    thread_id UUID NOT NULL,
    label TEXT NOT NULL,
    qualifier TEXT NOT NULL,
    value_milli INT NOT NULL,
    unit TEXT NOT NULL,
    as_of DAY,
    position INT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;

CREATE TABLE picture (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    thread_id UUID NOT NULL,
    file_id UUID NOT NULL,
    alt TEXT NOT NULL,
    decorative BOOLEAN NOT NULL,
    caption TEXT NOT NULL,
    credit TEXT NOT NULL,
    taken_on DAY,
    position INT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id),
    FOREIGN KEY (alliance_id, file_id) REFERENCES stored_file (alliance_id, id)
) STRICT;

CREATE TABLE task (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    due_on DAY,
    responsible TEXT NOT NULL,
    municipality_id UUID,
    thread_id UUID,
    source_id UUID,
    done_on DAY,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id),
    FOREIGN KEY (alliance_id, municipality_id) REFERENCES municipality (alliance_id, id)
) STRICT;

CREATE INDEX state_change_thread ON state_change (alliance_id, thread_id);
CREATE INDEX milestone_thread ON milestone (alliance_id, thread_id);
CREATE INDEX key_figure_thread ON key_figure (alliance_id, thread_id);
CREATE INDEX picture_thread ON picture (alliance_id, thread_id);
CREATE INDEX task_thread ON task (alliance_id, thread_id);
CREATE INDEX task_source ON task (alliance_id, source_id);
