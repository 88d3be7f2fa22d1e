DROP TABLE theme_merge_watches;
DROP TABLE theme_merge_tags;
ALTER TABLE themes DROP COLUMN merged_into;
