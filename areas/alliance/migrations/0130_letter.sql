-- Letters of the alliance, and who gets them. A finished letter keeps its files; what it was sent to is written
-- into its recipients, because people move and leave.
CREATE TABLE letter (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    subject TEXT NOT NULL,
    dated_on DAY NOT NULL,
    text TEXT NOT NULL,
    your_reference TEXT NOT NULL,
    your_letter_on DAY,
    our_reference TEXT NOT NULL,
    dispatch TEXT NOT NULL,
    greeting TEXT NOT NULL,
    signer TEXT NOT NULL,
    signer_office TEXT NOT NULL,
    annexes TEXT NOT NULL,
    distribution TEXT NOT NULL,
    form TEXT NOT NULL,
    about_id UUID,
    finished_on DAY,
    digest TEXT NOT NULL,
    snapshot_file UUID,
    pdf_file UUID,
    docx_file UUID,
    odt_file UUID,
    PRIMARY KEY (alliance_id, id)
) STRICT;
CREATE INDEX letter_about ON letter (alliance_id, about_id);

CREATE TABLE letter_recipient (
    alliance_id UUID NOT NULL, id UUID NOT NULL, version INT NOT NULL, created_at MOMENT NOT NULL,
    changed_at MOMENT NOT NULL, trashed_at MOMENT, archived_at MOMENT,
    letter_id UUID NOT NULL,
    position INT NOT NULL,
    person_id UUID,
    organisation_id UUID,
    municipality_id UUID,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    salutation TEXT NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, letter_id) REFERENCES letter (alliance_id, id)
) STRICT;
CREATE INDEX letter_recipient_letter ON letter_recipient (alliance_id, letter_id);
