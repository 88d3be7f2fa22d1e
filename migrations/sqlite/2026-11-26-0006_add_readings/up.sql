-- P7: the last post that a member has read of a thread, by its time; all that came before `caught_up_at` counts as read.
CREATE TABLE readings (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  thread_id BIGINT NOT NULL REFERENCES threads (id),
  read_to TIMESTAMP NOT NULL,
  PRIMARY KEY (account_id, thread_id)
);
ALTER TABLE accounts ADD COLUMN caught_up_at TIMESTAMP;

-- What a member follows or has muted: a thread, or a theme with all its threads.
CREATE TABLE watches (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  subject TEXT NOT NULL CHECK (subject IN ('thread', 'theme')),
  subject_id BIGINT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('follow', 'mute')),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (account_id, subject, subject_id)
);
CREATE INDEX watches_by_subject ON watches (subject, subject_id, level);
