-- The whole life of a meeting: rules of a body, who sits in it, what waits for its agenda, invitation, attendance,
-- votes, minutes, and resolutions without a meeting.

ALTER TABLE meeting ADD COLUMN chair TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN minute_taker TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN public BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE meeting ADD COLUMN urgent_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN second_call BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE meeting ADD COLUMN sequence INT NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN invited_at MOMENT;
ALTER TABLE meeting ADD COLUMN opened_at MOMENT;
ALTER TABLE meeting ADD COLUMN summoned BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE meeting ADD COLUMN closed_at MOMENT;
ALTER TABLE meeting ADD COLUMN follow_up TEXT NOT NULL DEFAULT '';

ALTER TABLE agenda_item ADD COLUMN public BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE agenda_item ADD COLUMN open_title TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN purpose TEXT NOT NULL DEFAULT 'none';
ALTER TABLE agenda_item ADD COLUMN minutes INT NOT NULL DEFAULT 0;
ALTER TABLE agenda_item ADD COLUMN presenter TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN background TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN proposal TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN discussion TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN state TEXT NOT NULL DEFAULT 'open';
ALTER TABLE agenda_item ADD COLUMN announced INT;
ALTER TABLE agenda_item ADD COLUMN began_at MOMENT;
ALTER TABLE agenda_item ADD COLUMN ended_at MOMENT;
ALTER TABLE agenda_item ADD COLUMN topic_id UUID;

CREATE TABLE rule_set (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    body_id UUID NOT NULL,
    valid_from DAY NOT NULL,
    source TEXT NOT NULL,
    rules TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, body_id) REFERENCES body (alliance_id, id)
) STRICT;
CREATE INDEX rule_set_body ON rule_set (alliance_id, body_id, valid_from);

CREATE TABLE seat (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    body_id UUID NOT NULL,
    municipality_id UUID,
    person_id UUID,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    votes INT NOT NULL,
    channel TEXT NOT NULL,
    deputy TEXT NOT NULL,
    since DAY,
    until DAY,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, body_id) REFERENCES body (alliance_id, id)
) STRICT;
CREATE INDEX seat_body ON seat (alliance_id, body_id);

-- What waits for an agenda. `origin_id` names the record it comes from.
CREATE TABLE topic (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    body_id UUID NOT NULL,
    title TEXT NOT NULL,
    reason TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_on DAY NOT NULL,
    thread_id UUID,
    public BOOLEAN NOT NULL,
    purpose TEXT NOT NULL,
    minutes INT NOT NULL,
    proposal TEXT NOT NULL,
    state TEXT NOT NULL,
    origin TEXT NOT NULL,
    origin_id UUID,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, body_id) REFERENCES body (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;
CREATE INDEX topic_body ON topic (alliance_id, body_id, state);

CREATE TABLE text_module (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;

CREATE TABLE item_file (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    item_id UUID NOT NULL,
    position INT NOT NULL,
    title TEXT NOT NULL,
    file_id UUID NOT NULL,
    public BOOLEAN NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, item_id) REFERENCES agenda_item (alliance_id, id)
) STRICT;
CREATE INDEX item_file_item ON item_file (alliance_id, item_id);

CREATE TABLE participant (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    meeting_id UUID NOT NULL,
    position INT NOT NULL,
    seat_id UUID,
    municipality_id UUID,
    person_id UUID,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    votes INT NOT NULL,
    channel TEXT NOT NULL,
    items TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    deputy TEXT NOT NULL,
    answered_at MOMENT,
    answered_by TEXT NOT NULL,
    token_digest TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, meeting_id) REFERENCES meeting (alliance_id, id)
) STRICT;
CREATE INDEX participant_meeting ON participant (alliance_id, meeting_id, position);
CREATE INDEX participant_token ON participant (token_digest);

CREATE TABLE presence (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    meeting_id UUID NOT NULL,
    participant_id UUID NOT NULL,
    person TEXT NOT NULL,
    came_at MOMENT NOT NULL,
    left_at MOMENT,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, meeting_id) REFERENCES meeting (alliance_id, id),
    FOREIGN KEY (alliance_id, participant_id) REFERENCES participant (alliance_id, id)
) STRICT;
CREATE INDEX presence_meeting ON presence (alliance_id, meeting_id);

-- What was sent, as it was sent. Number 0 is the invitation, 1 and up are supplements and changes.
CREATE TABLE notice (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    meeting_id UUID NOT NULL,
    number INT NOT NULL,
    kind TEXT NOT NULL,
    sent_at MOMENT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    differences TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    digest TEXT NOT NULL,
    snapshot_file UUID NOT NULL,
    open_pdf_file UUID NOT NULL,
    full_pdf_file UUID,
    letters_file UUID,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, meeting_id) REFERENCES meeting (alliance_id, id)
) STRICT;
CREATE INDEX notice_meeting ON notice (alliance_id, meeting_id, number);

CREATE TABLE notice_recipient (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    notice_id UUID NOT NULL,
    participant_id UUID NOT NULL,
    name TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    part TEXT NOT NULL,
    mail_id UUID,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, notice_id) REFERENCES notice (alliance_id, id)
) STRICT;
CREATE INDEX notice_recipient_notice ON notice_recipient (alliance_id, notice_id);

-- A vote in a meeting, or the outcome of a resolution without one. Weights and counts are thousandths of a vote.
CREATE TABLE vote (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    body_id UUID NOT NULL,
    meeting_id UUID,
    item_id UUID,
    circular_id UUID,
    thread_id UUID,
    position INT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    wording TEXT NOT NULL,
    on_day DAY NOT NULL,
    cast_at MOMENT NOT NULL,
    number INT,
    number_year INT NOT NULL,
    majority TEXT NOT NULL,
    ballots TEXT NOT NULL,
    yes INT NOT NULL,
    no INT NOT NULL,
    abstain INT NOT NULL,
    invalid INT NOT NULL,
    present INT NOT NULL,
    heads INT NOT NULL,
    concerned TEXT NOT NULL,
    outcome TEXT NOT NULL,
    verdict TEXT NOT NULL,
    basis TEXT NOT NULL,
    quorum TEXT NOT NULL,
    election TEXT NOT NULL,
    public BOOLEAN NOT NULL,
    disclose_on DAY,
    disclose_when TEXT NOT NULL,
    disclosed_on DAY,
    annulled_on DAY,
    annulled_reason TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, body_id) REFERENCES body (alliance_id, id),
    FOREIGN KEY (alliance_id, meeting_id) REFERENCES meeting (alliance_id, id),
    FOREIGN KEY (alliance_id, item_id) REFERENCES agenda_item (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;
CREATE INDEX vote_item ON vote (alliance_id, item_id);
CREATE INDEX vote_meeting ON vote (alliance_id, meeting_id);
-- Public and private decisions are counted apart, so that no gap in the public numbers tells of a private one.
CREATE UNIQUE INDEX vote_number ON vote (alliance_id, body_id, number_year, public, number);

CREATE TABLE ballot (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    vote_id UUID NOT NULL,
    participant_id UUID NOT NULL,
    name TEXT NOT NULL,
    votes INT NOT NULL,
    choice TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, vote_id) REFERENCES vote (alliance_id, id)
) STRICT;
CREATE INDEX ballot_vote ON ballot (alliance_id, vote_id);

-- A version of the minutes: never changed in content, only in how far it has come.
CREATE TABLE minutes_version (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    meeting_id UUID NOT NULL,
    number INT NOT NULL,
    title TEXT NOT NULL,
    made_on DAY NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    approved_on DAY,
    approved_by UUID,
    signed_on DAY,
    digest TEXT NOT NULL,
    snapshot_file UUID NOT NULL,
    open_pdf_file UUID NOT NULL,
    open_docx_file UUID NOT NULL,
    open_odt_file UUID NOT NULL,
    closed_digest TEXT NOT NULL,
    closed_pdf_file UUID,
    closed_docx_file UUID,
    closed_odt_file UUID,
    signed_file UUID,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, meeting_id) REFERENCES meeting (alliance_id, id)
) STRICT;
CREATE UNIQUE INDEX minutes_version_number ON minutes_version (alliance_id, meeting_id, number);

CREATE TABLE objection (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    minutes_id UUID NOT NULL,
    raised_by TEXT NOT NULL,
    raised_on DAY NOT NULL,
    text TEXT NOT NULL,
    answer TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, minutes_id) REFERENCES minutes_version (alliance_id, id)
) STRICT;
CREATE INDEX objection_minutes ON objection (alliance_id, minutes_id);

CREATE TABLE circular (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    body_id UUID NOT NULL,
    title TEXT NOT NULL,
    wording TEXT NOT NULL,
    reason TEXT NOT NULL,
    thread_id UUID,
    public BOOLEAN NOT NULL,
    deadline DAY NOT NULL,
    opened_at MOMENT,
    closed_at MOMENT,
    state TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, body_id) REFERENCES body (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;

CREATE TABLE circular_answer (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    circular_id UUID NOT NULL,
    position INT NOT NULL,
    seat_id UUID,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    email TEXT NOT NULL,
    channel TEXT NOT NULL,
    votes INT NOT NULL,
    answer TEXT NOT NULL,
    text TEXT NOT NULL,
    answered_at MOMENT,
    answered_by TEXT NOT NULL,
    token_digest TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, circular_id) REFERENCES circular (alliance_id, id)
) STRICT;
CREATE INDEX circular_answer_circular ON circular_answer (alliance_id, circular_id, position);
CREATE INDEX circular_answer_token ON circular_answer (token_digest);

-- Addresses of calendars. The address holds a secret whose digest alone is stored; it is no record, so it is in no
-- archive. Without a body it shows all meetings of the alliance that its account may see.
CREATE TABLE calendar_feed (
    alliance_id UUID NOT NULL, id UUID NOT NULL, account_id UUID, body_id UUID, label TEXT NOT NULL,
    digest TEXT NOT NULL, public BOOLEAN NOT NULL, created_at MOMENT NOT NULL, used_at MOMENT, revoked_at MOMENT,
    PRIMARY KEY (alliance_id, id)
) STRICT;
CREATE UNIQUE INDEX calendar_feed_digest ON calendar_feed (digest);

-- When somebody was reminded of a task by mail: at most once a week. No record, so it is in no archive.
CREATE TABLE task_reminder (
    alliance_id UUID NOT NULL, task_id UUID NOT NULL, sent_on DAY NOT NULL,
    PRIMARY KEY (alliance_id, task_id)
) STRICT;
