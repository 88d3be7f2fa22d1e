DROP INDEX outbox_by_lease;
