-- What stands under each theme, counted from time to time: how much can be read in which language, and posts by week.
CREATE TABLE theme_figures (
  theme_id BIGINT PRIMARY KEY REFERENCES themes (id),
  figures TEXT NOT NULL,                 -- JSON
  at TIMESTAMP NOT NULL
);
