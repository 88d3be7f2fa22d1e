ALTER TABLE accounts DROP COLUMN text_size;
ALTER TABLE accounts DROP COLUMN thread_view;
ALTER TABLE accounts DROP COLUMN colours;
ALTER TABLE accounts DROP COLUMN shortcuts;
