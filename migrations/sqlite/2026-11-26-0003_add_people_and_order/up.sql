-- People who come, and what is known of their coming (U1, U3) -------------------
ALTER TABLE accounts ADD COLUMN handle_skeleton TEXT;      -- UTS 39: look-alikes share it; NULL: not computed yet
CREATE UNIQUE INDEX accounts_by_skeleton ON accounts (handle_skeleton);
ALTER TABLE accounts ADD COLUMN suspended_until TIMESTAMP; -- M4; NULL: not suspended
ALTER TABLE accounts ADD COLUMN erased_at TIMESTAMP;       -- U3: a former participant
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';  -- browser and system in two words, for one's own list
CREATE TABLE joins (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  handle TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,        -- whoever asks again replaces what they asked before
  display_name TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  time_zone TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  words TEXT NOT NULL,                   -- to the moderators, where they decide
  wording TEXT NOT NULL,                 -- what was agreed to, as it stood on the page
  pages TEXT NOT NULL,                   -- revisions of the pages agreed to: 'licence:fr:2 privacy:fr:1'
  invitation_id BIGINT,
  token_hash TEXT NOT NULL UNIQUE,
  created_at TIMESTAMP NOT NULL,
  confirmed_at TIMESTAMP                 -- the address is theirs; waits for a moderator
);
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  inviter_id BIGINT REFERENCES accounts (id),  -- NULL: the command line
  created_at TIMESTAMP NOT NULL,
  account_id BIGINT REFERENCES accounts (id)   -- who came by it; NULL: nobody yet
);
CREATE TABLE tokens (
  token_hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('reset', 'address')),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  email TEXT NOT NULL,                   -- the address that the letter went to
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX tokens_by_account ON tokens (account_id);
CREATE TABLE consents (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  wording TEXT NOT NULL,
  pages TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  at TIMESTAMP NOT NULL
);
CREATE INDEX consents_by_account ON consents (account_id);
CREATE TABLE security_log (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  event TEXT NOT NULL,
  network TEXT NOT NULL,                 -- shortened after a week
  device TEXT NOT NULL,
  at TIMESTAMP NOT NULL
);
CREATE INDEX security_log_by_account ON security_log (account_id, id);
CREATE INDEX security_log_by_time ON security_log (at);

-- Letters ----------------------------------------------------------------------
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,       -- the same however often it is sent
  account_id BIGINT REFERENCES accounts (id),  -- NULL: somebody without an account
  email TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  kind TEXT NOT NULL,
  letter TEXT NOT NULL,                  -- JSON of what the letter says; emptied once it is sent
  created_at TIMESTAMP NOT NULL,
  due_at TIMESTAMP NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  leased_until TIMESTAMP,
  sent_at TIMESTAMP,
  failed_at TIMESTAMP,                   -- given up
  error TEXT NOT NULL DEFAULT ''         -- what the mail server said last
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_by_account ON outbox (account_id);
CREATE TABLE switches (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  at TIMESTAMP NOT NULL
);

-- Order (M1-M5) ------------------------------------------------------------------
ALTER TABLE threads ADD COLUMN held BOOLEAN NOT NULL DEFAULT FALSE;  -- hidden because its opening waits (M2)
ALTER TABLE threads ADD COLUMN moved_to BIGINT;  -- merged: hidden, and its address leads there
CREATE INDEX posts_by_author ON posts (author_id, state);
CREATE INDEX posts_by_time ON posts (thread_id, created_at, id);
CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('flag', 'held', 'answer', 'join')),
  post_id BIGINT REFERENCES posts (id),
  join_id BIGINT REFERENCES joins (id) ON DELETE SET NULL,
  act_id BIGINT REFERENCES audit (id),   -- of an answer: the act that it is about; one answer each
  account_id BIGINT REFERENCES accounts (id),  -- whose words or account it is
  words TEXT NOT NULL DEFAULT '',        -- of an answer
  lang TEXT CHECK (lang IN ('fr', 'en', 'ja')),
  opened_at TIMESTAMP NOT NULL,
  closed_at TIMESTAMP,
  closer_id BIGINT REFERENCES accounts (id),
  outcome TEXT
);
CREATE UNIQUE INDEX cases_one_a_post ON cases (kind, post_id) WHERE closed_at IS NULL AND kind IN ('flag', 'held');
CREATE UNIQUE INDEX cases_one_an_act ON cases (act_id);
CREATE INDEX cases_open ON cases (opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX cases_by_post ON cases (post_id);
CREATE INDEX cases_by_account ON cases (account_id);
CREATE TABLE flags (
  id INTEGER PRIMARY KEY,
  case_id BIGINT NOT NULL REFERENCES cases (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  at TIMESTAMP NOT NULL,
  UNIQUE (case_id, account_id)
);
CREATE INDEX flags_by_account ON flags (account_id);
CREATE TABLE moderator_notes (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('post', 'account')),
  subject_id BIGINT NOT NULL,
  author_id BIGINT NOT NULL REFERENCES accounts (id),
  body TEXT NOT NULL,
  at TIMESTAMP NOT NULL
);
CREATE INDEX moderator_notes_by_subject ON moderator_notes (subject, subject_id, id);
CREATE TABLE canned_answers (
  id INTEGER PRIMARY KEY,
  text_id BIGINT NOT NULL UNIQUE REFERENCES texts (id),
  retired BOOLEAN NOT NULL DEFAULT FALSE
);
ALTER TABLE audit ADD COLUMN canned_id BIGINT;  -- read in each reader's language, before the reason
ALTER TABLE audit ADD COLUMN until TIMESTAMP;              -- of a suspension
CREATE INDEX audit_by_time ON audit (id DESC) WHERE actor_id IS NOT NULL;
CREATE TABLE relocations (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('move', 'split', 'merge')),
  from_thread BIGINT NOT NULL REFERENCES threads (id),
  to_thread BIGINT NOT NULL REFERENCES threads (id),
  actor_id BIGINT NOT NULL REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  undone_at TIMESTAMP
);
CREATE INDEX relocations_from ON relocations (from_thread);
CREATE INDEX relocations_to ON relocations (to_thread);
CREATE TABLE relocated_posts (
  relocation_id BIGINT NOT NULL REFERENCES relocations (id),
  post_id BIGINT NOT NULL REFERENCES posts (id),
  n INTEGER NOT NULL,                    -- its number and its parent where it stood before
  parent_id BIGINT,
  PRIMARY KEY (relocation_id, post_id)
);

-- Pages of the site, with three slots like any text -------------------------------
CREATE TABLE pages (
  slug TEXT PRIMARY KEY,
  text_id BIGINT NOT NULL UNIQUE REFERENCES texts (id)
);

-- Notices may be about an act rather than a text.
CREATE TABLE notices_new (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  text_id BIGINT REFERENCES texts (id),
  lang TEXT CHECK (lang IN ('fr', 'en', 'ja')),
  act_id BIGINT,
  actor_id BIGINT REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  read_at TIMESTAMP
);
INSERT INTO notices_new (id, account_id, kind, text_id, lang, actor_id, at, read_at)
  SELECT id, account_id, kind, text_id, lang, actor_id, at, read_at FROM notices;
DROP TABLE notices;
ALTER TABLE notices_new RENAME TO notices;
CREATE INDEX notices_by_account ON notices (account_id, id);
CREATE INDEX notices_unread ON notices (account_id, kind, text_id, lang) WHERE read_at IS NULL;

-- A CHECK that grows: only its words change, no stored row does (https://sqlite.org/lang_altertable.html, section 7).
PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''thread'', ''reply'', ''theme'')', 'kind IN (''thread'', ''reply'', ''theme'', ''page'', ''canned'')')
  WHERE type = 'table' AND name = 'texts';
UPDATE sqlite_schema SET sql = replace(sql, 'state IN (''visible'', ''hidden'', ''deleted'')', 'state IN (''visible'', ''held'', ''hidden'', ''deleted'')')
  WHERE type = 'table' AND name = 'posts';
PRAGMA writable_schema=RESET;
