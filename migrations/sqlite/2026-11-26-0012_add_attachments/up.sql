-- Files of posts. Their bytes are in the database: written with their row or not at all, in one backup, there for every process.
CREATE TABLE attachments (
  id TEXT PRIMARY KEY,                   -- a UUID (v7)
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('png', 'jpg', 'webp', 'pdf')),
  width INTEGER NOT NULL,                -- in pixels; 0 where there is no picture
  height INTEGER NOT NULL,
  size BIGINT NOT NULL,                  -- in bytes
  at TIMESTAMP NOT NULL
);
CREATE INDEX attachments_by_account ON attachments (account_id, at);
CREATE TABLE attachment_bytes (
  attachment_id TEXT PRIMARY KEY REFERENCES attachments (id),
  data BLOB NOT NULL
);
-- The texts whose author has put a file into them, in whatever revision: who may read one of them may see the file.
CREATE TABLE attachment_uses (
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  text_id BIGINT NOT NULL REFERENCES texts (id),
  PRIMARY KEY (attachment_id, text_id)
);
CREATE INDEX attachment_uses_by_text ON attachment_uses (text_id);
