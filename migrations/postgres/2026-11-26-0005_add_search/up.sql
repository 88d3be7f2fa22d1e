-- One row a slot that readers can get, or several for a very long one: its id is text * 16 + language * 4 + part.
-- The words are tokens that the program made, with their places.
CREATE TABLE search (
  rowid BIGINT PRIMARY KEY,
  words TSVECTOR NOT NULL
);
CREATE INDEX search_by_word ON search USING gin (words);
-- The analysis that the whole index was made with; 0: it was not.
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  analysis INTEGER NOT NULL
);
INSERT INTO search_state VALUES (1, 0);
