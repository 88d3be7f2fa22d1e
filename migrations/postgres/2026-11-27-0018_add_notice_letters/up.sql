-- How closely members watch the forum, a theme, a thread: all, important, summary, mute (what was followed is important).
ALTER TABLE watches DROP CONSTRAINT watches_subject_check, DROP CONSTRAINT watches_level_check;
UPDATE watches SET level = 'important' WHERE level = 'follow';
ALTER TABLE watches
  ADD CONSTRAINT watches_subject_check CHECK (subject IN ('site', 'thread', 'theme')), -- the site has 0 for its id
  ADD CONSTRAINT watches_level_check CHECK (level IN ('all', 'important', 'summary', 'mute'));
UPDATE theme_merge_watches SET level = 'important' WHERE level = 'follow';
-- What stops all letters that a member gets at once, by one press and without signing in.
CREATE TABLE letter_tokens (
  account_id BIGINT PRIMARY KEY REFERENCES accounts (id),
  token TEXT NOT NULL UNIQUE
);
