DROP TABLE declaration_texts;
DROP TABLE declarations;
DROP TABLE room_positions;
DROP TABLE translation_checks;
DROP TABLE objections;
DROP TABLE eligibility;
DROP TABLE communities;
DROP TABLE positions;
DROP TABLE same_claims;
DROP TABLE statements;
DROP TABLE experiences;
DROP TABLE stages;
DROP TABLE consensus;
DELETE FROM events WHERE kind IN ('staged', 'stated', 'declared', 'moved');
UPDATE threads SET kind = 'discussion' WHERE kind = 'consensus';
CREATE TABLE texts_gone AS SELECT id FROM texts WHERE kind IN ('statement', 'synthesis', 'summary');
DELETE FROM claims WHERE text_id IN (SELECT id FROM texts_gone);
DELETE FROM slot_drafts WHERE text_id IN (SELECT id FROM texts_gone);
DELETE FROM slot_requests WHERE text_id IN (SELECT id FROM texts_gone);
DELETE FROM slot_acts WHERE text_id IN (SELECT id FROM texts_gone);
DELETE FROM attachment_uses WHERE text_id IN (SELECT id FROM texts_gone);
DELETE FROM events WHERE text_id IN (SELECT id FROM texts_gone);
DELETE FROM notices WHERE text_id IN (SELECT id FROM texts_gone)
  OR kind IN ('statement-settled', 'statement-changed', 'reworded', 'objection-answered', 'declared', 'basis-moved', 'review-due');
DELETE FROM revisions WHERE text_id IN (SELECT id FROM texts_gone);
DELETE FROM slots WHERE text_id IN (SELECT id FROM texts_gone);
DELETE FROM texts WHERE id IN (SELECT id FROM texts_gone);
DROP TABLE texts_gone;
PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''discussion'', ''consensus'', ''announcement'')', 'kind IN (''discussion'', ''announcement'')')
  WHERE type = 'table' AND name = 'threads';
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''thread'', ''reply'', ''theme'', ''page'', ''canned'', ''statement'', ''synthesis'', ''summary'')', 'kind IN (''thread'', ''reply'', ''theme'', ''page'', ''canned'')')
  WHERE type = 'table' AND name = 'texts';
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''posted'', ''changed'', ''translated'', ''staged'', ''stated'', ''declared'', ''moved'')', 'kind IN (''posted'', ''changed'', ''translated'')')
  WHERE type = 'table' AND name = 'events';
PRAGMA writable_schema=RESET;
