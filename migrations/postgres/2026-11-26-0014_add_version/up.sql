-- How often anything has changed that pages show to everybody: with the change, in its transaction, or not at all. A page that
-- was made at one number is right as long as the number stands. Each connection counts in a row of its own, once a
-- transaction, so that nobody waits for anybody; the number is the sum.
CREATE TABLE version (
  writer INTEGER PRIMARY KEY,
  n BIGINT NOT NULL
);
INSERT INTO version VALUES (0, 0);
CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  UPDATE version SET n = n + 1 WHERE writer = pg_backend_pid() AND xmin <> pg_current_xact_id()::xid;
  IF NOT FOUND THEN INSERT INTO version VALUES (pg_backend_pid(), 1) ON CONFLICT (writer) DO NOTHING; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER version_accounts AFTER INSERT OR UPDATE OR DELETE ON accounts FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_axes AFTER INSERT OR UPDATE OR DELETE ON axes FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_attachment_uses AFTER INSERT OR UPDATE OR DELETE ON attachment_uses FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_attachments AFTER INSERT OR UPDATE OR DELETE ON attachments FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_audit AFTER INSERT OR UPDATE OR DELETE ON audit FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_canned_answers AFTER INSERT OR UPDATE OR DELETE ON canned_answers FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_claims AFTER INSERT OR UPDATE OR DELETE ON claims FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_glossary_revisions AFTER INSERT OR UPDATE OR DELETE ON glossary_revisions FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_glossary_terms AFTER INSERT OR UPDATE OR DELETE ON glossary_terms FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_pages AFTER INSERT OR UPDATE OR DELETE ON pages FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_posts AFTER INSERT OR UPDATE OR DELETE ON posts FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_reactions AFTER INSERT OR UPDATE OR DELETE ON reactions FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_relocated_posts AFTER INSERT OR UPDATE OR DELETE ON relocated_posts FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_relocations AFTER INSERT OR UPDATE OR DELETE ON relocations FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_revisions AFTER INSERT OR UPDATE OR DELETE ON revisions FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_search_state AFTER INSERT OR UPDATE OR DELETE ON search_state FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_slot_acts AFTER INSERT OR UPDATE OR DELETE ON slot_acts FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_slot_requests AFTER INSERT OR UPDATE OR DELETE ON slot_requests FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_slots AFTER INSERT OR UPDATE OR DELETE ON slots FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_texts AFTER INSERT OR UPDATE OR DELETE ON texts FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_theme_counts AFTER INSERT OR UPDATE OR DELETE ON theme_counts FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_themes AFTER INSERT OR UPDATE OR DELETE ON themes FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_thread_themes AFTER INSERT OR UPDATE OR DELETE ON thread_themes FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_threads AFTER INSERT OR UPDATE OR DELETE ON threads FOR EACH STATEMENT EXECUTE FUNCTION count_version();
CREATE TRIGGER version_watches AFTER INSERT OR UPDATE OR DELETE ON watches FOR EACH STATEMENT EXECUTE FUNCTION count_version();
