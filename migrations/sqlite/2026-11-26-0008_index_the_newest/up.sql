-- Feeds begin with the newest post of the whole forum.
CREATE INDEX posts_by_age ON posts (created_at DESC, id DESC);
