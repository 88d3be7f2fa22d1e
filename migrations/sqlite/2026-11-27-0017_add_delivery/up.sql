-- Where letters go, so that each domain gets them at a pace that it accepts.
ALTER TABLE outbox ADD COLUMN domain TEXT NOT NULL DEFAULT '';
UPDATE outbox SET domain = lower(substr(email, instr(email, '@') + 1)) WHERE email <> '';
CREATE TABLE mail_domains (
  domain TEXT PRIMARY KEY,
  since TIMESTAMP NOT NULL,    -- when the minute began …
  letters INTEGER NOT NULL     -- … in which so many were leased
);
-- Letters that came back for good (D7): three of them stop an address, until its owner or an administrator says otherwise.
CREATE TABLE bounces (
  id INTEGER PRIMARY KEY,
  email_key TEXT NOT NULL,
  message_id TEXT NOT NULL,    -- of the letter: told twice, it counts once
  said TEXT NOT NULL,
  at TIMESTAMP NOT NULL,
  UNIQUE (email_key, message_id)
);
CREATE INDEX bounces_by_time ON bounces (at);
