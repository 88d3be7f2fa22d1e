-- One row a slot that readers can get, or several for a very long one: its rowid is text * 16 + language * 4 + part.
-- The words are tokens that the program made; here they are only parted at spaces. What is deleted leaves no byte.
CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
-- The analysis that the whole index was made with; 0: it was not.
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  analysis INTEGER NOT NULL
);
INSERT INTO search_state VALUES (1, 0);
