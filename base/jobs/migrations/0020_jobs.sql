-- Mails that wait to leave, and when recurring work last ran.

CREATE TABLE outbox (
    alliance_id UUID NOT NULL,
    id UUID NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at MOMENT NOT NULL,
    due_at MOMENT NOT NULL,
    attempts INT NOT NULL,
    sent_at MOMENT,
    fault TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;
CREATE INDEX outbox_due ON outbox (sent_at, due_at);

CREATE TABLE schedule (
    alliance_id UUID NOT NULL,
    job TEXT NOT NULL,
    ran_at MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, job)
) STRICT;
