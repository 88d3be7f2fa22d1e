DROP INDEX threads_pinned;
DROP INDEX threads_unanswered;
DROP INDEX threads_by_kind;
DROP INDEX threads_by_state;
