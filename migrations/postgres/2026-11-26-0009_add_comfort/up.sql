-- How a member wants pages to look and to be used.
ALTER TABLE accounts ADD COLUMN text_size TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE accounts ADD COLUMN thread_view TEXT NOT NULL DEFAULT 'tree';
ALTER TABLE accounts ADD COLUMN colours TEXT NOT NULL DEFAULT 'system';
ALTER TABLE accounts ADD COLUMN shortcuts BOOLEAN NOT NULL DEFAULT TRUE;
