-- People ---------------------------------------------------------------
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  handle TEXT NOT NULL,
  handle_key TEXT NOT NULL UNIQUE,       -- NFKC casefold of the handle (U1)
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,        -- lower case: addresses are unique whatever their case
  password_hash TEXT,                    -- Argon2id PHC string; NULL: cannot sign in with a password
  role TEXT NOT NULL CHECK (role IN ('participant', 'moderator', 'admin')),
  display_name TEXT NOT NULL,
  organisation TEXT NOT NULL DEFAULT '',
  territory TEXT NOT NULL DEFAULT '',
  page_lang TEXT CHECK (page_lang IN ('fr', 'en', 'ja')),
  reads TEXT NOT NULL,                   -- languages read, in order: 'fr en'
  writes TEXT NOT NULL CHECK (writes IN ('fr', 'en', 'ja')),
  time_zone TEXT NOT NULL,
  machine_text BOOLEAN NOT NULL DEFAULT TRUE,
  confirmed_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,           -- SHA-256 of the cookie: a stolen database signs nobody in
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  seen_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE TABLE api_tokens (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX api_tokens_by_account ON api_tokens (account_id);
CREATE TABLE setup_tokens (
  token_hash TEXT PRIMARY KEY,
  created_at TIMESTAMP NOT NULL
);

-- Texts: three slots each, immutable revisions (T1-T4) --------------------
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('thread', 'reply', 'theme')),
  original TEXT NOT NULL CHECK (original IN ('fr', 'en', 'ja')),
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE slots (
  text_id BIGINT NOT NULL REFERENCES texts (id),
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  quality TEXT NOT NULL CHECK (quality IN ('empty', 'machine', 'translated', 'reviewed', 'original')),
  revision INTEGER NOT NULL DEFAULT 0,   -- the number of the revision that readers get; 0: empty
  newest INTEGER NOT NULL DEFAULT 0,     -- the highest number ever given; stays when a slot is cleared
  reviewer_id BIGINT REFERENCES accounts (id),
  reviewed_at TIMESTAMP,
  PRIMARY KEY (text_id, lang)
);
CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  text_id BIGINT NOT NULL REFERENCES texts (id),
  lang TEXT NOT NULL,
  n INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  html TEXT NOT NULL,                    -- rendered blocks, U+001E between them
  renderer INTEGER NOT NULL,             -- version of the renderer that made html
  keys TEXT NOT NULL,                    -- block keys, space between them: own (original) or answered (translation)
  based_on INTEGER,                      -- source revision that the translator saw; NULL on an original
  change TEXT CHECK (change IN ('meaning', 'wording')),  -- of an edit; NULL on a first revision and on translations
  author_id BIGINT REFERENCES accounts (id),
  engine TEXT,                           -- of a machine translation
  note TEXT NOT NULL DEFAULT '',
  created_at TIMESTAMP NOT NULL,
  UNIQUE (text_id, lang, n)
);

-- Themes (H1) ----------------------------------------------------------------
CREATE TABLE axes (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  fr TEXT NOT NULL,
  en TEXT NOT NULL,
  ja TEXT NOT NULL
);
CREATE TABLE themes (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  axis_id BIGINT NOT NULL REFERENCES axes (id),
  position INTEGER NOT NULL,
  text_id BIGINT NOT NULL REFERENCES texts (id),
  retired BOOLEAN NOT NULL DEFAULT FALSE
);

-- Threads and posts (P1-P6) ----------------------------------------------------
CREATE TABLE threads (
  id INTEGER PRIMARY KEY,
  text_id BIGINT NOT NULL REFERENCES texts (id),
  kind TEXT NOT NULL CHECK (kind IN ('discussion', 'announcement')),
  state TEXT NOT NULL CHECK (state IN ('open', 'locked', 'archived')),
  pinned BOOLEAN NOT NULL DEFAULT FALSE,
  hidden BOOLEAN NOT NULL DEFAULT FALSE,
  lang TEXT NOT NULL,                    -- the opening's original language
  author_id BIGINT NOT NULL REFERENCES accounts (id),
  newest INTEGER NOT NULL DEFAULT 1,     -- the highest post number given
  replies INTEGER NOT NULL DEFAULT 0,    -- replies that can be read
  created_at TIMESTAMP NOT NULL,
  last_post_at TIMESTAMP NOT NULL,
  last_author_id BIGINT NOT NULL REFERENCES accounts (id),
  last_lang TEXT NOT NULL
);
CREATE INDEX threads_by_activity ON threads (last_post_at DESC, id DESC);
CREATE INDEX threads_by_age ON threads (created_at DESC, id DESC);
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  thread_id BIGINT NOT NULL REFERENCES threads (id),
  n INTEGER NOT NULL,                    -- 1: the opening
  parent_id BIGINT REFERENCES posts (id),
  text_id BIGINT NOT NULL UNIQUE REFERENCES texts (id),
  author_id BIGINT NOT NULL REFERENCES accounts (id),
  state TEXT NOT NULL CHECK (state IN ('visible', 'hidden', 'deleted')),
  submission_key TEXT,                   -- makes a repeated submission the same post
  created_at TIMESTAMP NOT NULL,
  UNIQUE (thread_id, n),
  UNIQUE (author_id, submission_key)
);
CREATE TABLE thread_themes (
  thread_id BIGINT NOT NULL REFERENCES threads (id),
  theme_id BIGINT NOT NULL REFERENCES themes (id),
  position INTEGER NOT NULL,
  last_post_at TIMESTAMP NOT NULL,       -- that of the thread: a theme's list is read from one index
  PRIMARY KEY (thread_id, theme_id)
);
CREATE INDEX thread_themes_by_activity ON thread_themes (theme_id, last_post_at DESC, thread_id DESC);
CREATE TABLE theme_counts (
  theme_id BIGINT NOT NULL REFERENCES themes (id),
  lang TEXT NOT NULL,
  threads INTEGER NOT NULL,
  PRIMARY KEY (theme_id, lang)
);

-- Order ------------------------------------------------------------------------
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TIMESTAMP NOT NULL,
  actor_id BIGINT REFERENCES accounts (id),  -- NULL: the command line
  act TEXT NOT NULL,
  subject TEXT NOT NULL,                 -- thread, post, text, account, themes
  subject_id BIGINT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX audit_by_subject ON audit (subject, subject_id, id);
CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TABLE hits (
  bucket TEXT NOT NULL,                  -- what is limited, and whom
  starts_at TIMESTAMP NOT NULL,          -- of the window
  count INTEGER NOT NULL,
  PRIMARY KEY (bucket, starts_at)
);
