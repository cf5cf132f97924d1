-- Reports: drafts with their own words, and frozen versions.

CREATE TABLE report (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    title TEXT NOT NULL,
    template TEXT NOT NULL,
    period_from DAY NOT NULL,
    period_to DAY NOT NULL,
    language TEXT NOT NULL,
    versions INT NOT NULL,
    PRIMARY KEY (alliance_id, id)
) STRICT;

CREATE TABLE report_chapter (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    report_id UUID NOT NULL,
    chapter TEXT NOT NULL,
    position INT NOT NULL,
    hidden BOOLEAN NOT NULL,
    heading TEXT NOT NULL,
    own_text TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, report_id) REFERENCES report (alliance_id, id)
) STRICT;

CREATE TABLE report_text (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    report_id UUID NOT NULL,
    thread_id UUID NOT NULL,
    text TEXT NOT NULL,
    based_on MOMENT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, report_id) REFERENCES report (alliance_id, id),
    FOREIGN KEY (alliance_id, thread_id) REFERENCES thread (alliance_id, id)
) STRICT;

CREATE TABLE report_version (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    report_id UUID NOT NULL,
    number INT NOT NULL,
    title TEXT NOT NULL,
    frozen_on DAY NOT NULL,
    reason TEXT NOT NULL,
    differences TEXT NOT NULL,
    digest TEXT NOT NULL,
    snapshot_file UUID NOT NULL,
    pdf_file UUID NOT NULL,
    docx_file UUID NOT NULL,
    odt_file UUID NOT NULL,
    html_file UUID NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, report_id) REFERENCES report (alliance_id, id)
) STRICT;

CREATE INDEX report_chapter_report ON report_chapter (alliance_id, report_id);
CREATE INDEX report_text_report ON report_text (alliance_id, report_id);
CREATE INDEX report_version_report ON report_version (alliance_id, report_id);
