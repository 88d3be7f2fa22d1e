DROP TABLE letter_tokens;
CREATE TABLE watches_before (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  subject TEXT NOT NULL CHECK (subject IN ('thread', 'theme')),
  subject_id BIGINT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('follow', 'mute')),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (account_id, subject, subject_id)
);
INSERT INTO watches_before
  SELECT account_id, subject, subject_id, CASE level WHEN 'mute' THEN level ELSE 'follow' END, at FROM watches WHERE subject <> 'site';
DROP TABLE watches;
ALTER TABLE watches_before RENAME TO watches;
CREATE INDEX watches_by_subject ON watches (subject, subject_id, level);
CREATE TRIGGER version_watches_insert AFTER INSERT ON watches BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_watches_update AFTER UPDATE ON watches BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_watches_delete AFTER DELETE ON watches BEGIN UPDATE version SET n = n + 1; END;
UPDATE theme_merge_watches SET level = 'follow' WHERE level <> 'mute';
