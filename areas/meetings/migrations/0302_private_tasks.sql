-- Tasks that follow from what was private before tasks knew of it.

UPDATE task SET private = TRUE
    WHERE source_id IN (SELECT id FROM agenda_item WHERE NOT public)
    OR source_id IN (SELECT id FROM vote WHERE NOT public AND disclosed_on IS NULL);

UPDATE record_index SET confidential = TRUE
    WHERE kind = 'task' AND record_id IN (SELECT id FROM task WHERE private);
