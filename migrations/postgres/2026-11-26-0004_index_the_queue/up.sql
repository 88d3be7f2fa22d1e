-- The moderators' queue is read in the order of its numbers; forgetting a request to join looks for its case.
DROP INDEX cases_open;
CREATE INDEX cases_open ON cases (id) WHERE closed_at IS NULL;
CREATE INDEX cases_by_join ON cases (join_id);
