-- What the list counts and offers as filters is read from the index alone, however many entries there are.
CREATE INDEX network_entry_list ON network_entry (alliance_id, trashed_at, archived_at, kind, thread_id);
