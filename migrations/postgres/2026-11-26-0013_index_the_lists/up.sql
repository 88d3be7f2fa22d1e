-- What few threads are, lists find without reading the others.
CREATE INDEX threads_pinned ON threads (created_at DESC, id DESC) WHERE pinned;
CREATE INDEX threads_unanswered ON threads (last_post_at DESC, id DESC) WHERE replies = 0;
CREATE INDEX threads_by_kind ON threads (kind, last_post_at DESC, id DESC);
CREATE INDEX threads_by_state ON threads (state, last_post_at DESC, id DESC);
