DROP TABLE letter_tokens;
DELETE FROM watches WHERE subject = 'site';
ALTER TABLE watches DROP CONSTRAINT watches_subject_check, DROP CONSTRAINT watches_level_check;
UPDATE watches SET level = 'follow' WHERE level <> 'mute';
ALTER TABLE watches
  ADD CONSTRAINT watches_subject_check CHECK (subject IN ('thread', 'theme')),
  ADD CONSTRAINT watches_level_check CHECK (level IN ('follow', 'mute'));
UPDATE theme_merge_watches SET level = 'follow' WHERE level <> 'mute';
