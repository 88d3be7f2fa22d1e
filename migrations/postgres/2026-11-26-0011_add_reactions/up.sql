-- A word of thanks without a post: each member once a kind and post.
CREATE TABLE reactions (
  post_id BIGINT NOT NULL REFERENCES posts (id),
  kind TEXT NOT NULL CHECK (kind IN ('thanks', 'insight', 'support', 'joy')),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (post_id, kind, account_id)
);
CREATE INDEX reactions_by_account ON reactions (account_id);
