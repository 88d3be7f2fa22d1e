-- How closely members watch the forum, a theme, a thread: all, important, summary, mute (what was followed is important).
CREATE TABLE watches_by_level (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  subject TEXT NOT NULL CHECK (subject IN ('site', 'thread', 'theme')),
  subject_id BIGINT NOT NULL,  -- 0 for the site
  level TEXT NOT NULL CHECK (level IN ('all', 'important', 'summary', 'mute')),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (account_id, subject, subject_id)
);
INSERT INTO watches_by_level
  SELECT account_id, subject, subject_id, CASE level WHEN 'follow' THEN 'important' ELSE level END, at FROM watches;
DROP TABLE watches;
ALTER TABLE watches_by_level RENAME TO watches;
CREATE INDEX watches_by_subject ON watches (subject, subject_id, level);
CREATE TRIGGER version_watches_insert AFTER INSERT ON watches BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_watches_update AFTER UPDATE ON watches BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_watches_delete AFTER DELETE ON watches BEGIN UPDATE version SET n = n + 1; END;
UPDATE theme_merge_watches SET level = 'important' WHERE level = 'follow';
-- What stops all letters that a member gets at once, by one press and without signing in.
CREATE TABLE letter_tokens (
  account_id BIGINT PRIMARY KEY REFERENCES accounts (id),
  token TEXT NOT NULL UNIQUE
);
