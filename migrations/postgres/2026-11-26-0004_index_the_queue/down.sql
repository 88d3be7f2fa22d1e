DROP INDEX cases_by_join;
DROP INDEX cases_open;
CREATE INDEX cases_open ON cases (opened_at, id) WHERE closed_at IS NULL;
