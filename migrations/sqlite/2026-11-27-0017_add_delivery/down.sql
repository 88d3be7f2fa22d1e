DROP TABLE bounces;
DROP TABLE mail_domains;
ALTER TABLE outbox DROP COLUMN domain;
