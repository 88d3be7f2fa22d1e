-- H2: a merged theme leads to another one for ever, or until the merge is undone; then exactly what it moved comes back.
ALTER TABLE themes ADD COLUMN merged_into BIGINT REFERENCES themes (id);
CREATE TABLE theme_merge_tags (
  theme_id BIGINT NOT NULL REFERENCES themes (id),
  thread_id BIGINT NOT NULL REFERENCES threads (id),
  position INTEGER NOT NULL,
  had BOOLEAN NOT NULL,                  -- the thread carried the other theme already
  PRIMARY KEY (theme_id, thread_id)
);
CREATE TABLE theme_merge_watches (
  theme_id BIGINT NOT NULL REFERENCES themes (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  level TEXT NOT NULL,
  had BOOLEAN NOT NULL,                  -- the member watched the other theme already
  PRIMARY KEY (theme_id, account_id)
);
