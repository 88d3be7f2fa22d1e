DROP TABLE watches;
DROP TABLE readings;
ALTER TABLE accounts DROP COLUMN caught_up_at;
