-- Consensus threads: what was chosen when one was opened, and where it stands (C1, C3, C6).
CREATE TABLE consensus (
  thread_id BIGINT PRIMARY KEY REFERENCES threads (id),
  names TEXT NOT NULL CHECK (names IN ('public', 'totals')),
  stage TEXT NOT NULL CHECK (stage IN ('illustrate', 'debate', 'propose', 'closed')),
  thresholds TEXT NOT NULL,              -- JSON
  synthesis_id BIGINT REFERENCES texts (id),
  carries BIGINT                         -- the declaration of another thread that this one takes further
);
CREATE INDEX consensus_by_synthesis ON consensus (synthesis_id);
-- Each time that a thread was in a stage; the summary is written when it leaves.
CREATE TABLE stages (
  id INTEGER PRIMARY KEY,
  thread_id BIGINT NOT NULL REFERENCES consensus (thread_id),
  stage TEXT NOT NULL CHECK (stage IN ('illustrate', 'debate', 'propose', 'closed')),
  began_at TIMESTAMP NOT NULL,
  ends_at TIMESTAMP,                     -- as planned
  left_at TIMESTAMP,
  summary_id BIGINT REFERENCES texts (id),
  reason TEXT NOT NULL,                  -- why it went back
  actor_id BIGINT REFERENCES accounts (id)
);
CREATE INDEX stages_by_thread ON stages (thread_id, id);
CREATE INDEX stages_by_summary ON stages (summary_id);
-- Posts of any thread that matter here as experience (C2).
CREATE TABLE experiences (
  thread_id BIGINT NOT NULL REFERENCES consensus (thread_id),
  post_id BIGINT NOT NULL REFERENCES posts (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (thread_id, post_id)
);
CREATE INDEX experiences_by_post ON experiences (post_id);
-- Statements with their provenance (C2); numbered within their thread.
CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  thread_id BIGINT NOT NULL REFERENCES consensus (thread_id),
  n INTEGER NOT NULL,
  text_id BIGINT NOT NULL UNIQUE REFERENCES texts (id),
  proposer_id BIGINT NOT NULL REFERENCES accounts (id),
  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'merged', 'declined')),
  into_id BIGINT REFERENCES statements (id),
  reason TEXT NOT NULL,
  settler_id BIGINT REFERENCES accounts (id),
  settled_at TIMESTAMP,
  from_post BIGINT REFERENCES posts (id),
  from_lang TEXT,
  from_revision INTEGER,
  from_words TEXT NOT NULL,
  carried_from BIGINT REFERENCES statements (id),
  submission_key TEXT,
  created_at TIMESTAMP NOT NULL,
  UNIQUE (thread_id, n),
  UNIQUE (proposer_id, submission_key)
);
CREATE INDEX statements_by_post ON statements (from_post);
CREATE INDEX statements_by_into ON statements (into_id);
-- Two statements that say the same in different languages; the lesser id first.
CREATE TABLE same_claims (
  statement_id BIGINT NOT NULL REFERENCES statements (id),
  other_id BIGINT NOT NULL REFERENCES statements (id),
  actor_id BIGINT REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (statement_id, other_id)
);
CREATE INDEX same_claims_by_other ON same_claims (other_id);
-- The log of positions (C3): every change is a row, and the last of each person and statement counts.
CREATE TABLE positions (
  id INTEGER PRIMARY KEY,
  statement_id BIGINT NOT NULL REFERENCES statements (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  value TEXT NOT NULL CHECK (value IN ('agree', 'reservation', 'abstain', 'objection', 'unclear')),
  post_id BIGINT REFERENCES posts (id),  -- the reason
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  revision INTEGER NOT NULL,             -- of that slot, as it was read
  is_last BOOLEAN NOT NULL,
  at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX positions_one_a_person ON positions (account_id, statement_id) WHERE is_last;
CREATE INDEX positions_counted ON positions (statement_id, account_id, value, lang, revision) WHERE is_last;
CREATE INDEX positions_by_person ON positions (account_id, statement_id);
CREATE INDEX positions_by_statement ON positions (statement_id, id);
CREATE INDEX positions_by_post ON positions (post_id);
-- Which language community somebody belongs to in a thread (C4).
CREATE TABLE communities (
  thread_id BIGINT NOT NULL REFERENCES consensus (thread_id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  at TIMESTAMP NOT NULL,
  corrected_by BIGINT REFERENCES accounts (id),
  corrected_at TIMESTAMP,
  PRIMARY KEY (thread_id, account_id)
);
CREATE INDEX communities_by_account ON communities (account_id);
-- Whose positions count (C4): written once, lost by a moderator's act only.
CREATE TABLE eligibility (
  account_id BIGINT PRIMARY KEY REFERENCES accounts (id),
  because TEXT NOT NULL CHECK (because IN ('post', 'moderator')),
  at TIMESTAMP NOT NULL,
  lost_at TIMESTAMP
);
INSERT INTO eligibility SELECT id, 'moderator', confirmed_at, NULL FROM accounts WHERE confirmed_at IS NOT NULL;
INSERT INTO eligibility SELECT p.author_id, 'post', MIN(p.created_at), NULL FROM posts p JOIN threads t ON t.id = p.thread_id
  WHERE p.state = 'visible' AND NOT t.hidden AND p.author_id NOT IN (SELECT account_id FROM eligibility) GROUP BY p.author_id;
-- The ledger of objections (C8).
CREATE TABLE objections (
  id INTEGER PRIMARY KEY,
  statement_id BIGINT NOT NULL REFERENCES statements (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  post_id BIGINT NOT NULL UNIQUE REFERENCES posts (id),
  state TEXT NOT NULL CHECK (state IN ('raised', 'answered', 'withdrawn', 'maintained')),
  answer_id BIGINT REFERENCES posts (id),
  answerer_id BIGINT REFERENCES accounts (id),
  answered_at TIMESTAMP,
  settled_at TIMESTAMP,                  -- when its author said which
  at TIMESTAMP NOT NULL
);
CREATE INDEX objections_by_statement ON objections (statement_id);
CREATE INDEX objections_by_account ON objections (account_id);
CREATE INDEX objections_by_answer ON objections (answer_id);
-- Somebody with reviewer rights has looked at the wording of a statement (C7), in the revisions that it had then.
CREATE TABLE translation_checks (
  id INTEGER PRIMARY KEY,
  statement_id BIGINT NOT NULL REFERENCES statements (id),
  revisions TEXT NOT NULL,
  actor_id BIGINT REFERENCES accounts (id),
  reason TEXT NOT NULL,
  at TIMESTAMP NOT NULL
);
CREATE INDEX translation_checks_by_statement ON translation_checks (statement_id);
-- What people in a room said by show of hands; shown apart, never added.
CREATE TABLE room_positions (
  id INTEGER PRIMARY KEY,
  statement_id BIGINT NOT NULL REFERENCES statements (id),
  place TEXT NOT NULL,
  held_on DATE NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en', 'ja')),
  agree INTEGER NOT NULL,
  reservation INTEGER NOT NULL,
  abstain INTEGER NOT NULL,
  objection INTEGER NOT NULL,
  unclear INTEGER NOT NULL,
  secretary_id BIGINT NOT NULL REFERENCES accounts (id),
  submission_key TEXT,
  at TIMESTAMP NOT NULL,
  struck_at TIMESTAMP,
  struck_because TEXT NOT NULL DEFAULT '',
  UNIQUE (secretary_id, submission_key)
);
CREATE INDEX room_positions_by_statement ON room_positions (statement_id);
-- Declarations (C10): the id is the number. What they froze is never changed.
CREATE TABLE declarations (
  id BIGINT PRIMARY KEY,
  thread_id BIGINT NOT NULL REFERENCES consensus (thread_id),
  outcome TEXT NOT NULL CHECK (outcome IN ('consensus', 'partial', 'no-consensus')),
  reason TEXT NOT NULL,
  signer_id BIGINT NOT NULL REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  frozen TEXT NOT NULL,                  -- JSON
  supersedes BIGINT UNIQUE REFERENCES declarations (id),
  review_on DATE,
  moved_at TIMESTAMP,                    -- when its basis was first seen to have moved
  reminded_at TIMESTAMP                  -- when the moderators were told that its day of review has come
);
CREATE INDEX declarations_by_thread ON declarations (thread_id, id);
-- The texts of the posts and statements that a declaration cites.
CREATE TABLE declaration_texts (
  declaration_id BIGINT NOT NULL REFERENCES declarations (id),
  text_id BIGINT NOT NULL REFERENCES texts (id),
  PRIMARY KEY (declaration_id, text_id)
);
CREATE INDEX declaration_texts_by_text ON declaration_texts (text_id);
CREATE TRIGGER version_consensus_insert AFTER INSERT ON consensus BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_consensus_update AFTER UPDATE ON consensus BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_consensus_delete AFTER DELETE ON consensus BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_stages_insert AFTER INSERT ON stages BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_stages_update AFTER UPDATE ON stages BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_stages_delete AFTER DELETE ON stages BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_experiences_insert AFTER INSERT ON experiences BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_experiences_update AFTER UPDATE ON experiences BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_experiences_delete AFTER DELETE ON experiences BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_statements_insert AFTER INSERT ON statements BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_statements_update AFTER UPDATE ON statements BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_statements_delete AFTER DELETE ON statements BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_same_claims_insert AFTER INSERT ON same_claims BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_same_claims_update AFTER UPDATE ON same_claims BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_same_claims_delete AFTER DELETE ON same_claims BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_positions_insert AFTER INSERT ON positions BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_positions_update AFTER UPDATE ON positions BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_positions_delete AFTER DELETE ON positions BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_communities_insert AFTER INSERT ON communities BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_communities_update AFTER UPDATE ON communities BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_communities_delete AFTER DELETE ON communities BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_eligibility_insert AFTER INSERT ON eligibility BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_eligibility_update AFTER UPDATE ON eligibility BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_eligibility_delete AFTER DELETE ON eligibility BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_objections_insert AFTER INSERT ON objections BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_objections_update AFTER UPDATE ON objections BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_objections_delete AFTER DELETE ON objections BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_translation_checks_insert AFTER INSERT ON translation_checks BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_translation_checks_update AFTER UPDATE ON translation_checks BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_translation_checks_delete AFTER DELETE ON translation_checks BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_room_positions_insert AFTER INSERT ON room_positions BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_room_positions_update AFTER UPDATE ON room_positions BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_room_positions_delete AFTER DELETE ON room_positions BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_declarations_insert AFTER INSERT ON declarations BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_declarations_update AFTER UPDATE ON declarations BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_declarations_delete AFTER DELETE ON declarations BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_declaration_texts_insert AFTER INSERT ON declaration_texts BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_declaration_texts_update AFTER UPDATE ON declaration_texts BEGIN UPDATE version SET n = n + 1; END;
CREATE TRIGGER version_declaration_texts_delete AFTER DELETE ON declaration_texts BEGIN UPDATE version SET n = n + 1; END;

-- CHECKs that grow: only their words change, no stored row does (https://sqlite.org/lang_altertable.html, section 7).
PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''discussion'', ''announcement'')', 'kind IN (''discussion'', ''consensus'', ''announcement'')')
  WHERE type = 'table' AND name = 'threads';
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''thread'', ''reply'', ''theme'', ''page'', ''canned'')', 'kind IN (''thread'', ''reply'', ''theme'', ''page'', ''canned'', ''statement'', ''synthesis'', ''summary'')')
  WHERE type = 'table' AND name = 'texts';
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''posted'', ''changed'', ''translated'')', 'kind IN (''posted'', ''changed'', ''translated'', ''staged'', ''stated'', ''declared'', ''moved'')')
  WHERE type = 'table' AND name = 'events';
PRAGMA writable_schema=RESET;
