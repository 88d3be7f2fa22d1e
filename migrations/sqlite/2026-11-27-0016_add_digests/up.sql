-- What happened, for letters: written with its cause. The number is given by the first who reads (forum/digests.rs), so that an
-- event whose transaction ends late gets a higher one, and no reader passes it by.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  seq BIGINT UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('posted', 'changed', 'translated')),
  text_id BIGINT NOT NULL REFERENCES texts (id),
  lang TEXT CHECK (lang IN ('fr', 'en', 'ja')),  -- of a translation
  at TIMESTAMP NOT NULL
);
CREATE INDEX events_without_number ON events (id) WHERE seq IS NULL;
CREATE INDEX events_by_time ON events (at);
CREATE INDEX events_by_text ON events (text_id);
CREATE TABLE event_sequence (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last BIGINT NOT NULL
);
INSERT INTO event_sequence VALUES (1, 0);

-- Somebody asked for letters to an address: nothing more is sent there before whoever reads there agrees.
CREATE TABLE subscription_requests (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  choice TEXT NOT NULL,                  -- JSON
  asked_in TEXT NOT NULL CHECK (asked_in IN ('fr', 'en', 'ja')),  -- the language of the words that were agreed to
  asked_at TIMESTAMP NOT NULL
);
CREATE INDEX subscription_requests_by_address ON subscription_requests (email_key);
-- Who gets letters (D1): a member, or an address alone. What was agreed to, when, and when it ended stays as the proof.
CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,            -- in each letter: changes and ends this subscription, and nothing else
  account_id BIGINT UNIQUE REFERENCES accounts (id),
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  zone TEXT NOT NULL,
  frequency TEXT NOT NULL CHECK (frequency IN ('weekly', 'daily', 'off')),
  weekday TEXT NOT NULL,
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  asked_at TIMESTAMP NOT NULL,
  asked_in TEXT NOT NULL,
  confirmed_at TIMESTAMP NOT NULL,
  stopped_at TIMESTAMP,
  since TIMESTAMP NOT NULL,              -- nothing is due before
  cursor BIGINT NOT NULL,                -- the last event that was told, or passed over
  next_at TIMESTAMP                      -- when it has to be looked at again; NULL: never
);
CREATE INDEX subscriptions_by_next ON subscriptions (next_at) WHERE next_at IS NOT NULL;
CREATE TABLE subscription_themes (
  subscription_id BIGINT NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
  theme_id BIGINT NOT NULL REFERENCES themes (id),
  PRIMARY KEY (subscription_id, theme_id)
);
CREATE INDEX subscription_themes_by_theme ON subscription_themes (theme_id);
CREATE TABLE subscription_threads (
  subscription_id BIGINT NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
  thread_id BIGINT NOT NULL REFERENCES threads (id),
  PRIMARY KEY (subscription_id, thread_id)
);
CREATE INDEX subscription_threads_by_thread ON subscription_threads (thread_id);
-- Letters that were made, or would have been empty: one a period.
CREATE TABLE issues (
  id INTEGER PRIMARY KEY,
  subscription_id BIGINT NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
  period TEXT NOT NULL,
  after BIGINT NOT NULL,                 -- events after this one …
  upto BIGINT NOT NULL,                  -- … up to this one
  items TEXT NOT NULL,                   -- JSON
  more INTEGER NOT NULL,                 -- how many found no room
  made_at TIMESTAMP NOT NULL,
  UNIQUE (subscription_id, period)
);
CREATE TABLE public_issues (
  period TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  after BIGINT NOT NULL,
  upto BIGINT NOT NULL,
  items TEXT NOT NULL,
  more INTEGER NOT NULL,
  made_at TIMESTAMP NOT NULL,
  PRIMARY KEY (period, lang)
);
CREATE TRIGGER version_public_issues_insert AFTER INSERT ON public_issues BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_public_issues_update AFTER UPDATE ON public_issues BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_public_issues_delete AFTER DELETE ON public_issues BEGIN UPDATE version SET n = n + 1; END;

ALTER TABLE outbox ADD COLUMN issue_id BIGINT REFERENCES issues (id) ON DELETE CASCADE;
ALTER TABLE outbox ADD COLUMN unsure_at TIMESTAMP;  -- it was being sent when its process ended: nobody knows whether it arrived
CREATE INDEX outbox_by_issue ON outbox (issue_id);
