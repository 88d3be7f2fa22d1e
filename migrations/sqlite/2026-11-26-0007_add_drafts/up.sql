-- What somebody is writing: one draft a place (a new thread, an answer, an edit), the same on every device.
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  place TEXT NOT NULL,                   -- new, t/THREAD, t/THREAD/PARENT, p/POST
  fields TEXT NOT NULL,                  -- what stood in the form, as JSON: [[name, value], …]
  version INTEGER NOT NULL,
  saved_at TIMESTAMP NOT NULL,
  UNIQUE (account_id, place)
);
