-- Rights, and what a translation answers --------------------------------------
ALTER TABLE accounts ADD COLUMN reviews TEXT NOT NULL DEFAULT '';  -- languages this person may review (U2): 'fr ja'
-- Source revision and block of each block answered ('3:0 5:1'); NULL: every block of based_on, in order (T4).
ALTER TABLE revisions ADD COLUMN answers TEXT;
-- Whose words these are, where somebody else confirmed them as still valid (T9); NULL: the author's.
ALTER TABLE revisions ADD COLUMN translator_id BIGINT;
-- Characters of each block of an original, beside its keys: how much a change asks to be translated.
ALTER TABLE revisions ADD COLUMN sizes TEXT;
CREATE INDEX slots_by_quality ON slots (lang, quality);

-- Work on slots (T5-T7, T10) ----------------------------------------------------
CREATE TABLE slot_acts (
  id INTEGER PRIMARY KEY,
  text_id BIGINT NOT NULL REFERENCES texts (id),
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  n INTEGER NOT NULL,                    -- the revision that it is about
  act TEXT NOT NULL CHECK (act IN ('review', 'return', 'propose', 'contest', 'clear')),
  actor_id BIGINT NOT NULL REFERENCES accounts (id),
  base INTEGER,                          -- of a proposal: the slot revision that it started from
  passage TEXT NOT NULL DEFAULT '',      -- of a contest: the words that it is about
  reason TEXT NOT NULL DEFAULT '',
  at TIMESTAMP NOT NULL,
  outcome TEXT CHECK (outcome IN ('accepted', 'declined', 'answered', 'settled', 'restored', 'superseded')),  -- NULL: open
  settler_id BIGINT REFERENCES accounts (id),
  settled_at TIMESTAMP,
  answer TEXT NOT NULL DEFAULT ''
);
CREATE INDEX slot_acts_by_slot ON slot_acts (text_id, lang, id);
CREATE INDEX slot_acts_open ON slot_acts (act, lang) WHERE outcome IS NULL;
CREATE INDEX slot_acts_by_time ON slot_acts (act, at);
CREATE TABLE claims (
  text_id BIGINT NOT NULL REFERENCES texts (id),
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  lapses_at TIMESTAMP NOT NULL,
  PRIMARY KEY (text_id, lang)
);
CREATE INDEX claims_by_account ON claims (account_id);
CREATE TABLE slot_drafts (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  text_id BIGINT NOT NULL REFERENCES texts (id),
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  title TEXT NOT NULL,
  parts TEXT NOT NULL,                   -- JSON list: the body as typed, block by block or in one piece
  based_on INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  words_of INTEGER NOT NULL,             -- the slot revision whose words it began with
  saved_at TIMESTAMP NOT NULL,
  PRIMARY KEY (account_id, text_id, lang)
);
CREATE TABLE slot_requests (
  text_id BIGINT NOT NULL REFERENCES texts (id),
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  person TEXT NOT NULL,                  -- 'a7' a member, 'v...' the hash of a visitor's cookie: each counts once
  account_id BIGINT REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  served_at TIMESTAMP,                   -- when a person's translation came; NULL: waits
  PRIMARY KEY (text_id, lang, person)
);
CREATE INDEX slot_requests_by_time ON slot_requests (lang, at);
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  text_id BIGINT NOT NULL REFERENCES texts (id),
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  actor_id BIGINT REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  read_at TIMESTAMP
);
CREATE INDEX notices_by_account ON notices (account_id, id);
CREATE INDEX notices_unread ON notices (account_id, kind, text_id, lang) WHERE read_at IS NULL;

-- Glossary (H4) --------------------------------------------------------------------
CREATE TABLE glossary_terms (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL              -- the number of the current revision
);
CREATE TABLE glossary_revisions (
  term_id BIGINT NOT NULL REFERENCES glossary_terms (id),
  n INTEGER NOT NULL,
  fr TEXT NOT NULL,
  en TEXT NOT NULL,
  ja TEXT NOT NULL,
  avoid TEXT NOT NULL,                   -- renderings that mislead, one a line
  note TEXT NOT NULL,
  note_lang TEXT NOT NULL CHECK (note_lang IN ('fr', 'en', 'ja')),
  retired BOOLEAN NOT NULL,
  author_id BIGINT REFERENCES accounts (id),  -- NULL: imported
  reason TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (term_id, n)
);
