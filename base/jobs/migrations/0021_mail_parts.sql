-- Mails with an invitation and files, and a claim before each sending, so that none leaves twice.

-- NULL in older rows and in mails that have none.
ALTER TABLE outbox ADD COLUMN reply_to TEXT;
ALTER TABLE outbox ADD COLUMN calendar_method TEXT;
ALTER TABLE outbox ADD COLUMN calendar TEXT;
-- When a worker took it to hand it to the server.
ALTER TABLE outbox ADD COLUMN claimed_at MOMENT;
-- When it turned out that nobody knows whether it arrived. Only a person decides then.
ALTER TABLE outbox ADD COLUMN uncertain_at MOMENT;

-- Files of mails that have not left. Many mails share one stored file, which stays while one of them waits.
CREATE TABLE outbox_attachment (
    alliance_id UUID NOT NULL,
    outbox_id UUID NOT NULL,
    position INT NOT NULL,
    file_id UUID NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    PRIMARY KEY (alliance_id, outbox_id, position),
    FOREIGN KEY (alliance_id, outbox_id) REFERENCES outbox (alliance_id, id),
    FOREIGN KEY (alliance_id, file_id) REFERENCES stored_file (alliance_id, id)
) STRICT;
CREATE INDEX outbox_attachment_file ON outbox_attachment (alliance_id, file_id);
