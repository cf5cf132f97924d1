-- Grants received, their cost plan and their duties. Amounts in cents, rates in hundredths of a percent.

CREATE TABLE received_grant (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    purpose TEXT NOT NULL,
    authority TEXT NOT NULL,
    reference TEXT NOT NULL,
    notice_on DAY,
    period_from DAY,
    period_to DAY,
    rate INT,
    cap_cents INT,
    granted_cents INT,
    post_filled_on DAY,
    note TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;

CREATE TABLE cost_item (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    grant_id UUID NOT NULL,
    position INT NOT NULL,
    label TEXT NOT NULL,
    planned_cents INT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, grant_id) REFERENCES received_grant (alliance_id, id)
) STRICT;

CREATE TABLE duty (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    grant_id UUID NOT NULL,
    title TEXT NOT NULL,
    basis TEXT NOT NULL,
    due_on DAY,
    done_on DAY,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, grant_id) REFERENCES received_grant (alliance_id, id)
) STRICT;

CREATE INDEX cost_item_grant ON cost_item (alliance_id, grant_id);
CREATE INDEX duty_grant ON duty (alliance_id, grant_id);
