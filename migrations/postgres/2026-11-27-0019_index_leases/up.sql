-- Few letters are leased at a time: those whose lease ran out are found without reading all that wait.
CREATE INDEX outbox_by_lease ON outbox (leased_until) WHERE leased_until IS NOT NULL;
